"""Statistics in a file, in the format that its name asks for."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from baoguan.domain.errors import FormatAbsent
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Progress
from baoguan.domain.records import StatisticRecord
from baoguan.export.statistics_csv import write_csv
from baoguan.export.statistics_jsonl import write_jsonl
from baoguan.export.whole_file import written_whole

_STEP = 500
CSV, XLSX, JSONL, PARQUET = ".csv", ".xlsx", ".jsonl", ".parquet"


def formats() -> tuple[str, ...]:
    """Return the endings of the files that can be written here."""
    from baoguan.export.statistics_parquet import available

    return (CSV, XLSX, JSONL, PARQUET) if available() else (CSV, XLSX, JSONL)


def export_statistics(
    records: Iterable[StatisticRecord], count: int, path: Path, progress: Progress, ending: str | None = None
) -> None:
    """Write so many statistics into a file, whole or not at all; cancelled, what was there stays.

    ``ending`` names the format where the file's own does not.
    Raise ``FormatAbsent``, ``TargetUnwritable`` or ``StorageFull``.
    """
    write = _writer(path, (ending or path.suffix).lower())
    with written_whole(path) as part:
        write(watched(records, count, progress), part)


def watched(records: Iterable[StatisticRecord], count: int, progress: Progress) -> Iterator[StatisticRecord]:
    """Yield statistics, telling how many of how many; raise ``Cancelled`` between two of them."""
    doing = Bilingual("导出统计", "Saving statistics")
    for done, record in enumerate(records):
        if done % _STEP == 0:
            progress.step(done, count, doing)
        yield record
    progress.step(count, count, doing)


def _writer(path: Path, ending: str) -> Callable[[Iterable[StatisticRecord], Path], None]:
    """Return what writes a format; its library is loaded only now."""
    if ending == CSV:
        return _csv
    if ending == JSONL:
        return _jsonl
    if ending == XLSX:
        from baoguan.export.statistics_xlsx import write_xlsx

        return write_xlsx
    if ending == PARQUET:
        from baoguan.export.statistics_parquet import write_parquet

        return write_parquet
    raise FormatAbsent(
        Bilingual(f"不知道“{path.name}”是什么格式。", f'The format of "{path.name}" is not known.'),
        Bilingual(f"请用这些后缀之一：{' '.join(formats())}。", f"End its name in {', '.join(formats())}."),
    )


def _csv(records: Iterable[StatisticRecord], path: Path) -> None:
    # The mark at its beginning makes spreadsheets read it as UTF-8.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        write_csv(records, file)


def _jsonl(records: Iterable[StatisticRecord], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        write_jsonl(records, file)
