"""A second look, closer, at ink that was left unread: no one scale finds every column of an old print."""

from collections.abc import Sequence
from dataclasses import replace

from baoguan.domain.page import Region
from baoguan.domain.progress import Progress
from baoguan.readers.recognition.boxes import boxes, text_map
from baoguan.readers.recognition.models import Models
from baoguan.readers.recognition.picture import Grey
from baoguan.readers.recognition.scales import Line, covers, straightened
from baoguan.readers.recognition.strips import read, strip

_CLOSER = 1.5
_SURE = 0.6


def read_again(
    page: Grey,
    missed: Sequence[Region],
    scale: float,
    lines: Sequence[Line],
    models: Models,
    progress: Progress,
) -> list[Line]:
    """Return lines found and read well in some areas at a larger scale that are not there yet."""
    added: list[Line] = []
    for area in missed:
        margin = min(area.width, area.height)
        left, top = max(0, int(area.left - margin)), max(0, int(area.top - margin))
        shown = page[top : int(area.bottom + margin) + 1, left : int(area.right + margin) + 1]
        closer = scale * _CLOSER
        for found in straightened(boxes(text_map(shown, closer, models, progress), closer)):
            box = replace(found, x=found.x + left, y=found.y + top)
            if any(covers(other, box) or covers(box, other) for other, _ in (*lines, *added)):
                continue
            words = read(strip(page, box), models)
            if words.text and words.confidence >= _SURE:
                added.append((box, words))
    return added
