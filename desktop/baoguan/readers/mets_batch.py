"""NDNP batches: a list of issues, each a METS package, as one source."""

import re
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from baoguan.domain.errors import SourceError, UnknownFormat
from baoguan.domain.language import Bilingual
from baoguan.domain.page import PageScan
from baoguan.readers.mets import MetsSource
from baoguan.readers.mets_files import inside_of
from baoguan.readers.xml_tree import below, read_tree, words_of

_MOST = 50
"""Every page keeps the list and all METS files it names, so that it can be found again in them."""


class BatchSource:
    """The pages of all issues of a batch, in its order; an issue that cannot be read is one bad page."""

    format = "mets"

    def __init__(self, path: Path, name: str | None) -> None:
        called = name or path.name
        root = read_tree(path, called)
        named = [words_of(issue) for issue in below(root, "issue") if words_of(issue)]
        if not named or len(named) > _MOST:
            raise UnknownFormat(
                Bilingual(f"“{called}”列出 {len(named)} 期报纸。", f'"{called}" lists {len(named)} issues.'),
                Bilingual("请选择它所在的文件夹，逐期收入。", "Choose its folder instead."),
            )
        self._path = path
        self._issues = [_opened(path.parent, issue) for issue in named]
        self._pages = [
            (issue, part)
            for issue in self._issues
            for part in range(1 if isinstance(issue, SourceError) else len(issue))
        ]

    @cached_property
    def files(self) -> tuple[Path, ...]:
        """The batch, then the files of its issues."""
        inside = [file for issue in self._issues if isinstance(issue, MetsSource) for file in issue.files]
        return (self._path, *dict.fromkeys(inside))

    @property
    def remarks(self) -> tuple[Bilingual, ...]:
        """What is missing in the issues."""
        return tuple(
            told for issue in self._issues if isinstance(issue, MetsSource) for told in issue.remarks
        )

    def __len__(self) -> int:
        """Return the number of pages of all issues."""
        return len(self._pages)

    def scan(self, part: int) -> PageScan:
        """Read a page; raise what keeps its issue from being read."""
        issue, inside = self._pages[part]
        if isinstance(issue, SourceError):
            raise issue
        found = issue.scan(inside)
        lists = [other.files[0] for other in self._issues if isinstance(other, MetsSource)]
        return replace(found, part=part, files=(*lists, *found.files))

    def close(self) -> None:
        """Hold nothing open: nothing to do."""


def open_batch(path: Path, name: str | None) -> BatchSource:
    """Open a batch, calling it ``name``; raise a ``SourceError``."""
    return BatchSource(path, name)


def _opened(folder: Path, told: str) -> MetsSource | SourceError:
    path = re.sub(r"^file:(//)?", "", told.replace("\\", "/"))
    try:
        return MetsSource(folder / inside_of(path), None)
    except SourceError as error:
        return error
