"""Which stories stand under which column label."""

from collections.abc import Sequence
from dataclasses import dataclass

from baoguan.domain.article import SectionLabel
from baoguan.layout.choices import Choices
from baoguan.layout.labels import of_briefs
from baoguan.layout.stories import Story
from baoguan.layout.units import Unit

_SHORT = 500


@dataclass(slots=True)
class _Scope:
    """The stories from one with labels to the next with labels."""

    stories: list[Story]
    labels: list[Unit]


def assign_sections(stories: Sequence[Story], choices: Choices) -> tuple[SectionLabel, ...]:
    """Give every story its section and return the page's labels in source order."""
    found: list[SectionLabel] = []
    for scope in _scopes(stories):
        if scope.labels:
            found.extend(_label(scope, choices))
    return tuple(sorted(found, key=lambda label: label.source_line))


def _scopes(stories: Sequence[Story]) -> list[_Scope]:
    scopes: list[_Scope] = []
    for story in stories:
        if story.labels or not scopes:
            scopes.append(_Scope([], story.labels))
        scopes[-1].stories.append(story)
    return scopes


def _label(scope: _Scope, choices: Choices) -> list[SectionLabel]:
    if scope.stories[0].relabelled:
        _assign(scope.stories, scope.labels[-1], choices)
        return [SectionLabel(label.text, label.line) for label in scope.labels]
    labels = sorted(scope.labels, key=lambda label: of_briefs(label.text))
    own, others = labels[0], labels[1:]
    briefs = _briefs(scope.stories)
    if not others or not briefs:
        scope.stories[0].kickers.extend(others)
        _assign(scope.stories, own, choices)
        return [SectionLabel(own.text, own.line)]
    displaced = others.pop()
    scope.stories[0].kickers.extend(others)
    if not choices.holds("section-displaced", (displaced.line,), 0.75):
        _assign(scope.stories, scope.labels[-1], choices)
        return [SectionLabel(label.text, label.line) for label in (own, displaced)]
    _assign(scope.stories[: briefs[0]], own, choices)
    _assign(scope.stories[briefs[0] : briefs[1]], displaced, choices)
    _assign(scope.stories[briefs[1] :], own, choices, follows=True)
    return [SectionLabel(own.text, own.line), SectionLabel(displaced.text, displaced.line, displaced=True)]


def _briefs(stories: Sequence[Story]) -> tuple[int, int] | None:
    """Return the range of the last run of two or more short stories after the first story, if any."""
    limit = min(_SHORT, max(story.size for story in stories) // 2)
    end = len(stories)
    while end > 2:
        first = end
        while first > 1 and stories[first - 1].size <= limit:
            first -= 1
        if end - first >= 2:
            return first, end
        end = first - 1 if first < end else end - 1
    return None


def _assign(stories: Sequence[Story], label: Unit, choices: Choices, follows: bool = False) -> None:
    for at, story in enumerate(stories):
        confidence = 0.95 if at == 0 and not follows else 0.75
        if choices.holds("section", (label.line, story.line), confidence):
            story.section, story.section_confidence = label.text, confidence
