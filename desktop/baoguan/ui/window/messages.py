"""What Qt says on standard error."""

import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_SAID = (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)


def quieten() -> None:
    """Let Qt say only what stops it: its remarks on platform and locale mean nothing to a reader."""
    qInstallMessageHandler(_say)


def _say(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if kind in _SAID and sys.stderr is not None:  # a windowed program has no standard error
        sys.stderr.write(message + "\n")
