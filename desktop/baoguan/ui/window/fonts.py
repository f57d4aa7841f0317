"""The bundled typefaces, made known to Qt."""

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from baoguan import paths
from baoguan.ui.models import fonts


def register(application: QApplication) -> None:
    """Load every font under ``resources/fonts`` and set the application in the sans."""
    for file in sorted(paths.resource("fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(file))
    application.setFont(fonts.sans(13))
