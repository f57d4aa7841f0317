"""The catalogue (SQLAlchemy Core on SQLite) and the originals. Only importer of sqlalchemy."""
