from collections.abc import Callable
from subprocess import CompletedProcess

from baoguan.readers.reading import FORMATS

Run = Callable[..., CompletedProcess[str]]


def test_every_format_is_listed_with_what_is_kept_of_it(run: Run) -> None:
    chinese, english = run("formats"), run("formats", lang="en_GB.UTF-8")
    assert (chinese.returncode, english.returncode) == (0, 0)
    for each in FORMATS:
        assert each.name in chinese.stdout
        assert each.what.zh in chinese.stdout
        assert each.what.en in english.stdout
        assert each.keeps.en in english.stdout
