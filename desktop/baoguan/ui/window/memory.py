"""Where the window keeps what it remembers from one start to the next."""

from contextlib import suppress
from pathlib import Path

from platformdirs import user_state_path

from baoguan.app.preferences import Preferences, preferences_file


class Memory:
    """The preferences, written whenever they change, and the file for the window's place.

    ``lasting`` is False for a window that only has its picture taken: it leaves nothing behind.
    """

    def __init__(self, file: Path, window_file: Path, lasting: bool = True) -> None:
        self._file = file
        self.lasting = lasting
        self.window_file = window_file
        self.preferences = Preferences.read(file)

    @classmethod
    def of_user(cls, lasting: bool = True) -> "Memory":
        """Return the memory of whoever runs the program."""
        return cls(preferences_file(), user_state_path("baoguan", appauthor=False) / "window.ini", lasting)

    def keep(self, preferences: Preferences) -> None:
        """Remember other preferences; where they cannot be written they hold until the window closes."""
        self.preferences = preferences
        if self.lasting:
            with suppress(OSError):
                preferences.write(self._file)
