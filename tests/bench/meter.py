"""Runs work in a process of its own and watches its memory; sums up times."""

import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

_PROCESSES = Path("/proc")
_EVERY_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Measured:
    """What work returned, and the most memory that it and its children had at a time, in bytes.

    None where the system does not tell.
    """

    value: Any
    peak: int | None


def apart(work: Callable[..., Any], *given: object) -> Measured:
    """Run work in a fresh process; raises ``RuntimeError`` with its trace where it fails."""
    context = get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_report, args=(there, work, given))
    process.start()
    there.close()
    peak = 0
    while not here.poll(_EVERY_SECONDS):
        peak = max(peak, _memory(process.pid or 0))
    try:
        failed, value = here.recv()
    except EOFError:
        failed, value = f"{work.__module__}.{work.__qualname__} died", None
    process.join()
    here.close()
    if failed:
        raise RuntimeError(failed)
    value, own = value
    return Measured(value, max(peak, own) or None)


def _report(there: Connection, work: Callable[..., Any], given: tuple[object, ...]) -> None:
    try:
        value = work(*given)
        there.send((None, (value, _number(_PROCESSES / "self" / "status", "VmHWM:"))))
    except BaseException:
        there.send((traceback.format_exc(), None))


def _memory(pid: int) -> int:
    """Return the resident memory of a process and all its children, 0 where it is gone."""
    folder = _PROCESSES / str(pid)
    size = _number(folder / "status", "VmRSS:")
    try:
        children = [
            int(child) for file in folder.glob("task/*/children") for child in file.read_text().split()
        ]
    except OSError:
        children = []
    return size + sum(map(_memory, children))


def _number(status: Path, name: str) -> int:
    try:
        lines = status.read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith(name))


def seconds(work: Callable[[], object]) -> float:
    """Return how long work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def share(values: Sequence[float], part: float) -> float:
    """Return the value that a part (0 to 1) of the values do not exceed."""
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


def size(folder: Path) -> int:
    """Return the bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
