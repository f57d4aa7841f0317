"""The choices the layout makes where a page leaves them open, and what a reader has rejected."""

from baoguan.domain.article import Decision


class Choices:
    """Keeps every open choice once, as the rules alone would make it, and says which choice holds."""

    def __init__(self, rejected: frozenset[str] = frozenset()) -> None:
        self._rejected = rejected
        self._made: dict[str, Decision] = {}

    def holds(self, rule: str, lines: tuple[int, ...], confidence: float) -> bool:
        """Record a choice and return True unless a reader rejected it."""
        decision = Decision(rule, lines, round(min(0.99, max(0.5, confidence)), 2))
        self._made.setdefault(decision.key, decision)
        return decision.key not in self._rejected

    def made(self) -> tuple[Decision, ...]:
        """Return the choices in order of their first lines."""
        return tuple(sorted(self._made.values(), key=lambda made: (made.lines, made.rule)))
