"""报馆 Baoguan: an offline reading room for Chinese newspaper archives."""

__version__ = "0.1.0"
