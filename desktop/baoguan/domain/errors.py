"""Errors a user can do something about.

    BaoguanError
    ├── SourceError          a file that cannot be taken in
    │   ├── SourceUnreadable   missing, a folder, no permission, cut off
    │   ├── SourceEmpty        no text in it
    │   ├── UnknownFormat      binary, or of no known format
    │   └── SourceKnown        already in the archive
    ├── ArchiveError         a folder that cannot be used as an archive
    │   ├── NotAnArchive       no archive.toml or catalogue
    │   ├── ArchiveTooNew      written by a newer version
    │   ├── ArchiveReadOnly    cannot be written to
    │   ├── ArchiveDamaged     the catalogue fails its own check
    │   ├── IndexDamaged       the search index cannot be read: rebuild it
    │   ├── IndexBusy          another process is writing the search index
    │   └── IndexUnreachable   the search cluster does not answer
    ├── StorageFull          the disk is full
    ├── TargetUnwritable     a file to be exported cannot be written
    ├── FormatAbsent         a format that is not known, or whose library is not installed
    ├── AmendmentUnusable    what a reader says of a number makes no sense
    └── NotFound             no article, page or annotation of that number

Each carries what happened and the next step, in both languages. Anything else is a bug.
"""

from pathlib import Path

from baoguan.domain.language import Bilingual, Language


class BaoguanError(Exception):
    """An expected error: what happened, and what to do next, each one sentence in both languages."""

    def __init__(self, what: Bilingual, next_step: Bilingual) -> None:
        super().__init__(what.en)
        self.what = what
        self.next_step = next_step

    def __reduce__(self) -> "tuple[type[BaoguanError], tuple[Bilingual, Bilingual]]":
        """Let it travel between processes as it is."""
        return type(self), (self.what, self.next_step)

    def say(self, language: Language) -> str:
        """Return what happened and the next step as one line of text."""
        gap = "" if language == "zh" else " "
        return f"{self.what.say(language)}{gap}{self.next_step.say(language)}"


class SourceError(BaoguanError):
    """A file cannot be taken in."""


class SourceUnreadable(SourceError):
    """A file is missing, not a file, not readable, or cut off."""


class SourceEmpty(SourceError):
    """A file holds no text."""


class UnknownFormat(SourceError):
    """A file is binary or of no format the program reads."""


class SourceKnown(SourceError):
    """A file is already in the archive, byte for byte."""


class ArchiveError(BaoguanError):
    """A folder cannot be used as an archive."""


class NotAnArchive(ArchiveError):
    """A folder is not an archive."""


class ArchiveTooNew(ArchiveError):
    """An archive was written by a newer version of the program."""


class ArchiveReadOnly(ArchiveError):
    """An archive cannot be written to."""


class ArchiveDamaged(ArchiveError):
    """A catalogue fails its own integrity check."""


class IndexDamaged(ArchiveError):
    """A search index cannot be read; it is rebuilt from the catalogue."""


class IndexBusy(ArchiveError):
    """Another process is writing the search index."""


class IndexUnreachable(ArchiveError):
    """The cluster that holds the search index does not answer, or not to this program."""


class StorageFull(BaoguanError):
    """The disk has no room left."""


class TargetUnwritable(BaoguanError):
    """A file that was to be written outside the archive cannot be."""


class FormatAbsent(BaoguanError):
    """A file is to be written in a format that is not known, or whose library is not installed."""


class AmendmentUnusable(BaoguanError):
    """What a reader says of a number makes no sense: no value, or a range that ends before it begins."""


class NotFound(BaoguanError):
    """The catalogue holds nothing under that number."""


def unwritable(path: Path) -> TargetUnwritable:
    """Return the error for a file that cannot be written."""
    return TargetUnwritable(
        Bilingual(f"写不了“{path}”。", f'"{path}" cannot be written.'),
        Bilingual("请换一个存在且可写的文件夹。", "Choose a folder that exists and can be written to."),
    )
