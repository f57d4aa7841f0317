"""The units of a page gathered into stories: what stands together before bylines and sections are settled."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from baoguan.layout.bylines import bylines_inside, has_dateline
from baoguan.layout.choices import Choices
from baoguan.layout.heads import Head
from baoguan.layout.units import Kind, Unit


@dataclass(slots=True)
class Story:
    """An article being gathered: ``labels`` stand above it, ``texts`` hold its subheads too.

    ``relabelled`` says that a reader took the last label out of the title block.
    """

    labels: list[Unit] = field(default_factory=list)
    headings: list[Unit] = field(default_factory=list)
    kickers: list[Unit] = field(default_factory=list)
    bylines: list[Unit] = field(default_factory=list)
    texts: list[Unit] = field(default_factory=list)
    figures: list[Unit] = field(default_factory=list)
    relabelled: bool = False
    section: str | None = None
    section_confidence: float = 1.0

    @property
    def size(self) -> int:
        """Characters of running text."""
        return sum(len(text.text) for text in self.texts)

    @property
    def line(self) -> int:
        """The first source line of the story itself."""
        parts = self.headings or self.texts or self.bylines or self.figures or self.labels
        return parts[0].line

    @property
    def signed(self) -> bool:
        """Tell whether a byline is printed inside its text."""
        texts = [text for text in self.texts if text.kind is Kind.TEXT]
        return any(bylines_inside(text.text, text.lines) for text in texts[:1] + texts[-1:])


@dataclass(slots=True)
class Waiting:
    """Bylines between two stories; ``above`` and ``below`` are places in the list of stories."""

    bylines: list[Unit]
    above: int
    below: int
    barred: bool


@dataclass(slots=True)
class Gathered:
    """A page's stories in source order, the bylines between them, its notes, and figures of no story."""

    stories: list[Story] = field(default_factory=list)
    waiting: list[Waiting] = field(default_factory=list)
    notes: list[Unit] = field(default_factory=list)
    figures: list[Unit] = field(default_factory=list)


def gather(units: Sequence[Unit], heads: Sequence[Head], choices: Choices) -> Gathered:
    """Return a page's stories; every unit is in exactly one place."""
    found = Gathered()
    by_first = {head.first: head for head in heads}
    early: list[Unit] = []
    pending: list[Unit] = []
    at = 0
    while at < len(units):
        head = by_first.get(at)
        if head:
            _open(found, units[head.first : head.end], head, _is_bare(units, head), choices)
            _settle(found, early, pending, head)
            at = head.end
            continue
        _place(found, units, at, early, pending)
        at += 1
    _settle(found, early, pending, None)
    return found


def _open(found: Gathered, run: Sequence[Unit], head: Head, bare: bool, choices: Choices) -> None:
    """Begin the story or stories of a run of headings, or add its subheads."""
    if not head.starts and found.stories:
        found.stories[-1].texts.extend(run)
        return
    labels, titles = list(run[: head.labels]), list(run[head.labels :])
    if bare and len(titles) > 1:
        found.stories.extend(Story(headings=[title]) for title in titles)
        found.stories[-len(titles)].labels = labels
        return
    story = Story(labels=labels, headings=titles)
    while len(titles) > 1 and not choices.holds("title-block", (titles[0].line, titles[1].line), 0.85):
        labels.append(titles.pop(0))
        story.relabelled = True
    found.stories.append(story)


def _is_bare(units: Sequence[Unit], head: Head) -> bool:
    """Tell whether nothing but headings, notes or the page's end follows a run."""
    return head.end >= len(units) or units[head.end].kind in (Kind.HEADING, Kind.NOTE)


def _place(found: Gathered, units: Sequence[Unit], at: int, early: list[Unit], pending: list[Unit]) -> None:
    """Put a unit that is no heading where it belongs; what stands before any story waits for the next."""
    unit = units[at]
    story = found.stories[-1] if found.stories else None
    if unit.kind is Kind.NOTE:
        found.notes.append(unit)
    elif unit.kind is Kind.FIGURE:
        (story.figures if story else early).append(unit)
    elif unit.kind is Kind.BYLINE:
        if story and not any(text.kind is Kind.TEXT for text in story.texts) and not pending:
            story.bylines.append(unit)
        else:
            pending.append(unit)
    else:
        if story is None or _begins_report(story, unit, pending):
            story = Story()
            found.stories.append(story)
            _settle(found, early, pending, None if len(found.stories) > 1 else Head(at, at))
        story.bylines.extend(pending)
        pending.clear()
        story.texts.append(unit)


def _begins_report(story: Story, unit: Unit, pending: Sequence[Unit]) -> bool:
    """Tell whether a paragraph begins a report without a headline."""
    if (
        story.headings
        or not any(text.kind is Kind.TEXT for text in story.texts)
        or unit.kind is not Kind.TEXT
    ):
        return False
    return bool(pending) or has_dateline(unit.text)


def _settle(found: Gathered, early: list[Unit], pending: list[Unit], head: Head | None) -> None:
    """Give figures and bylines that waited to the story that has just begun, or keep the choice open."""
    if early and found.stories:
        found.stories[-1].figures[:0] = early
    elif early:
        found.figures.extend(early)
    early.clear()
    if not pending:
        return
    last = len(found.stories) - 1
    if head is None:
        above = last if not found.stories or found.stories[last].texts else last - 1
        _sign(found, max(0, above), pending)
    elif not head.starts:
        found.stories[last].bylines.extend(pending)
    elif last == 0:
        found.stories[0].bylines.extend(pending)
    else:
        found.waiting.append(Waiting(list(pending), last - 1, last, bool(head.labels)))
    pending.clear()


def _sign(found: Gathered, at: int, pending: list[Unit]) -> None:
    if not found.stories:
        found.stories.append(Story())
    found.stories[at].bylines.extend(pending)
