"""Python's garbage is collected on the UI thread alone."""

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_EVERY_MS = 500


class Collector(QObject):
    """Takes over from Python's own collector, which runs on whatever thread allocates.

    A Qt object that is destroyed on a reading thread, or in the midst of Qt's own work, ends the process.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(self.collect)
        timer.start(_LOOK_EVERY_MS)

    def settle(self) -> None:
        """Collect everything, and look no more at what is left: what a start loads stays.

        Looking through that again and again would hold the window up for 70 ms each time.
        """
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def collect(self) -> None:
        """Collect the oldest generation that Python itself would collect by now."""
        due = [
            generation
            for generation, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > most
        ]
        if due:
            gc.collect(due[-1])
