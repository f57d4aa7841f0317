"""Passes messages to whichever banner the window shows now."""

from PySide6.QtCore import QObject, Signal

from baoguan.ui.panes.banner import Banner, Tone
from baoguan.ui.parts.empty import Step


class Teller(QObject):
    """Knows the banner, which is made anew with the language; tells others of every failure."""

    failed = Signal(object)
    """``failed(BaseException)``: something was told to the user that went wrong."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.banner: Banner | None = None

    def say(self, tone: Tone, words: str, details: str = "", step: Step | None = None) -> None:
        """Show a message, with a button where one step leads on."""
        if self.banner is not None:
            self.banner.say(tone, words, details, step)

    def tell(self, error: BaseException) -> None:
        """Show an error."""
        if self.banner is not None:
            self.banner.tell(error)
        self.failed.emit(error)
