"""Whom a clause speaks of: the noun phrase it opens with, where a verb or its number follows."""

from typing import NamedTuple

from baoguan.statistics.chunks import Chunk
from baoguan.statistics.clauses import SPACES, Clause
from baoguan.statistics.names import Named, Sort, Span, holds, known_by_name, sort_of, split, usable
from baoguan.statistics.words import group

_WINDOW = 24
"""Chunks looked at beyond a place, so that a clause of any length takes linear time."""
_LATER = frozenset({"时", "后", "前"})
_PRONOUNS = frozenset("他她它我")
_BACK = frozenset({"它", "它们"})
_SOURCES = frozenset({"由", "从", "自"})
_EQUALS = frozenset({"是", "为", "系", "成为", "即"})
_THESE = frozenset({"这些", "那些", "这批", "该批", "此批"})
_FOR = frozenset({"为", "替"})
_OFFICES = ("研究中心", "国务院", "专家", "人士", "气象台", "官方", "局", "部", "委")
"""What the names of those end in who tell others' figures."""
_COUNTS = ("统计", "调查")


class Opening(NamedTuple):
    """Whom a clause is about: for its own numbers, and for the clauses after it; ``ends`` forgets the topic.

    ``header`` is the figure that a clause without numbers announces; ``weak`` says that the clauses after
    it go on to speak of a topic they had before, as it only names a part of it (园区面积).
    """

    here: Span = None
    onward: Span = None
    header: Span = None
    ends: bool = False
    weak: bool = False


class _Name(NamedTuple):
    """A noun phrase, or several in a row, and the chunk ``follows`` after it."""

    low: int
    high: int
    end: int
    follows: int
    sort: Sort
    owner: Span
    whole: Span
    named: Named


def opening(clause: Clause) -> Opening:
    """Return whom a clause speaks of; nobody where it speaks of none or only quotes."""
    if _speaks(clause):
        return Opening(ends=not any(clause.words[chunk.low].form in _BACK for chunk in clause.chunks))
    if clause.chunks and clause.form(0) in group("supposed") | group("opening"):
        return Opening()
    at, decided, numbered = 0, None, clause.numbered
    while at < len(clause.chunks):
        kind, form = clause.kind(at), clause.form(at)
        if kind == "share" or (kind == "prep" and form in group("cause") and not numbered):
            return Opening()
        if kind == "prep" or (kind == "and" and at == 0) or (form in _FOR and at + 2 < len(clause.chunks)):
            at = _past(clause, at)
        elif kind == "name" and clause.quoted(at):
            at += 2
        elif kind == "name" and _says(clause, at):
            decided = clause.usable(at) if clause.form(clause.ahead(at)) in group("deciding") else None
            at = clause.ahead(at) + 1
        elif kind in {"name", "verb", "blank"}:
            found = _opened(clause, at) if kind == "name" else _acting(clause, at)
            return found if found.here or found.onward or not decided else Opening(decided, decided)
        elif kind == "link" and form in _EQUALS and (at == 0 or not numbered):
            return Opening(decided, decided)
        else:
            at += 1
    return Opening(decided, decided)


def _speaks(clause: Clause) -> bool:
    """Whether a clause only says who reports (负责人表示,), or who sent the report from where (【…电】)."""
    chunks, words = clause.chunks, clause.words
    if clause.after == "】" or (clause.sent() and (clause.after in SPACES or clause.runs_on())):
        return True
    saying, numbered = group("saying"), clause.numbered
    reporting, pronouns = group("reporting"), group("pronoun")
    if not numbered and any(words[chunk.low].form in reporting for chunk in chunks):
        return True
    pronoun = any(words[chunk.low].form in pronouns for chunk in chunks[:2])
    said = not numbered and any(words[chunk.high - 1].form in saying for chunk in chunks[-2:])
    if not said or not clause.after or clause.after not in ":,":
        return pronoun
    name = next((chunk for chunk in chunks if chunk.kind == "name"), None)
    text = "".join(word.form for word in words[name.low : name.high]) if name else ""
    for count in _COUNTS:
        text = text.removesuffix(count)
    return words[chunks[-1].high - 1].form not in _COUNTS or text.endswith(_OFFICES)


def _says(clause: Clause, at: int) -> bool:
    """Whether a name within a clause says what follows: 苏联官方称|2人死亡."""
    following = clause.ahead(at)
    if following >= len(clause.chunks) - 1 or clause.kind(following) == "name":
        return False
    if clause.words[clause.chunks[at].high - 1].form in group("side"):
        return False
    return clause.form(following) in group("saying")


def _past(clause: Clause, at: int) -> int:
    """Return the chunk after what a preposition governs, up to the word that closes it (在…中)."""
    end = clause.ahead(at)
    dated = any(chunk.kind == "date" for chunk in clause.chunks[at + 1 : end])
    while not dated and clause.kind(end) in {"name", "and", "date"}:
        end += 1
    for close in range(at + 1, min(len(clause.chunks), at + _WINDOW)):
        if clause.kind(close) == "blank" and close > end:
            break
        if clause.kind(close) == "loc":
            return close + 1
    return end


def _name(clause: Clause, at: int) -> _Name:
    chunks, words, end = clause.chunks, clause.words, at
    while end - at < _WINDOW and clause.kind(end + 1) == "and" and clause.kind(end + 2) == "name":
        end += 2
    low, high = chunks[at].low, chunks[end].high
    low = high - 1 if words[high - 1].form in _PRONOUNS else low
    named = split(words, low, high)
    owner = usable(words, named.low, named.cut) if named.cut > named.low else None
    whole = usable(words, low, high)
    short = words[high - 1].end - words[low].start < 2 and words[low].kind == "other"
    if short or all(word.kind == "either" for word in words[low:high]):
        whole = None
    sort = sort_of(words, chunks[end].low, high)
    sort = "thing" if sort == "goods" and words[low].form in _THESE else sort
    return _Name(low, high, end, clause.ahead(end), sort, owner, whole, named)


def _opened(clause: Clause, at: int, nested: bool = False) -> Opening:
    """Return a noun phrase, or the list of them, that a verb or number follows."""
    name = _name(clause, at)
    kind = clause.kind(name.follows)
    if not kind:
        return _alone(clause, name)
    if name.sort == "head" and not clause.numbered:
        return Opening(name.owner, name.owner, usable(clause.words, name.named.cut, name.named.high))
    headed = _headed(clause, name.follows) if kind == "verb" and not nested else None
    if headed:
        spoken = name.whole if _counted_next(clause, headed) else headed
        return Opening(spoken, spoken)
    if kind == "loc":
        return _located(clause, name)
    if kind == "blank":
        return _numbered(clause, name)
    sourced = kind == "prep" and clause.form(name.follows) in _SOURCES
    amount = clause.ahead(name.follows)
    if sourced and clause.kind(amount) == "blank" and clause.kind(amount + 1) != "name":
        return Opening(name.owner, name.owner)
    if name.sort in {"head", "goods"} or kind in {"trend", "and", "share"}:
        return Opening(name.owner, name.owner, weak=_common(clause, name))
    return Opening(name.whole, name.whole)


def _alone(clause: Clause, name: _Name) -> Opening:
    """Return what a clause announces that is nothing but a name: 华北各省小麦收成,河北六成."""
    words = clause.words
    header = usable(words, name.named.cut, name.named.high) if name.sort == "head" else None
    known = any(word.kind != "other" for word in words[name.low : name.high])
    whole = name.sort not in {"head", "goods"} and known
    topic = usable(words, name.low, name.high) if whole else name.owner
    weak = not known_by_name(words, name.low, name.high)[1] if topic == name.whole else _common(clause, name)
    return Opening(topic, topic, header, weak=weak)


def _located(clause: Clause, name: _Name) -> Opening:
    """Return whose figures a place holds (航班上共有), or what something was like when (幼仔出生时)."""
    follows = name.follows
    holding = follows + 1 < len(clause.chunks) and clause.form(follows + 1) in group("holding")
    later = clause.form(follows) in _LATER and clause.words[name.high - 1].kind == "either"
    topic = name.whole if holding or (later and name.sort == "thing") else name.owner
    return Opening(topic, topic)


def _numbered(clause: Clause, name: _Name) -> Opening:
    """Return whom a number right after a name leaves as the topic: 北平分行|十处, 敌机|廿四架|袭渝."""
    if name.sort != "head" and _lasts(clause, name.follows):
        return Opening(name.whole, name.whole)
    if name.sort == "thing" and any(
        clause.form(at) in group("holding") for at in range(name.end + 1, name.follows)
    ):
        return Opening(name.whole, name.whole)
    common = name.high - name.low == 1 and clause.words[name.low].kind == "noun"
    owner = None if common else name.owner
    if name.sort not in {"holder", "thing"}:
        return Opening(owner, owner, weak=_common(clause, name))
    acts = any(chunk.kind in {"verb", "prep"} for chunk in clause.chunks[name.follows + 1 :][:_WINDOW])
    return Opening(owner, (name.whole if acts else None) or owner)


def _common(clause: Clause, name: _Name) -> bool:
    """Whether the owner of a figure is one known word that is no name: 园区|面积."""
    return name.named.cut - name.low == 1 and clause.words[name.low].kind in {"noun", "modifier", "either"}


def _lasts(clause: Clause, at: int) -> bool:
    """Whether the number after a name is how long it took: 商场|四天|营业额, 小学生|5年|只需300元."""
    after = at + 1
    if clause.kind(after) == "name":
        head = clause.words[clause.chunks[after].high - 1].kind == "head"
        return head and after + 1 < len(clause.chunks)
    return clause.kind(after) == "loc" or clause.kind(clause.ahead(at)) == "blank"


def _counted_next(clause: Clause, span: tuple[int, int]) -> bool:
    """Whether a number follows the name that ends where ``span`` does."""
    ends = (at for at, chunk in enumerate(clause.chunks) if clause.words[chunk.high - 1].end == span[1])
    at = next(ends, len(clause.chunks))
    return clause.kind(clause.ahead(at)) == "blank"


def _headed(clause: Clause, at: int) -> Span:
    """Return what a clause of description ends in: 集团|承建的隧道|贯通."""
    words, chunks = clause.words, clause.chunks
    for of in range(at + 1, min(len(chunks) - 1, at + _WINDOW)):
        kind = clause.kind(of)
        if kind in {"blank", "mark"}:
            return None
        if kind == "of" and clause.kind(of + 1) == "name":
            return _opened(clause, of + 1, nested=True).here if clause.ahead(of + 1) < len(chunks) else None
        if kind == "name" and clause.kind(of + 1) in {"verb", "link"}:
            low, high = chunks[of].low, chunks[of].high
            inner = next((i for i in range(high - 1, low, -1) if words[i].kind == "of"), None)
            if inner:
                return usable(words, inner + 1, high)
    return None


def _acting(clause: Clause, at: int) -> Opening:
    """Return whom a verb or a number at the opening leaves as the topic."""
    if clause.kind(at) == "blank":
        return _people(clause, at)
    chunks = clause.chunks
    headed = _headed(clause, at)
    if headed:
        return Opening(headed, headed)
    follows = clause.ahead(at + 1)
    apart = follows > at + 2 and clause.kind(at + 1) == "name"
    if apart and clause.kind(follows) in {"verb", "prep"}:
        return _described(clause, chunks[at], chunks[at + 1])
    return Opening()


def _described(clause: Clause, verb: Chunk, name: Chunk) -> Opening:
    """Return a name that opens with a verb: 收复区|煤矿, 勒索|病毒."""
    sort = sort_of(clause.words, name.low, name.high)
    low = {"proper": name.low, "thing": verb.low}.get(sort)
    whole = usable(clause.words, low, name.high) if low is not None else None
    return Opening(whole, whole)


def _people(clause: Clause, at: int) -> Opening:
    """Return people counted that act, or a thing measured: 320名|学生|捐款, 80平方米|的|膜|出水."""
    after = at + 1
    if clause.kind(at - 1) == "prep":
        return Opening()
    if clause.kind(after) == "of" and clause.kind(after + 1) == "name":
        thing = clause.usable(after + 1)
        return Opening(thing, thing)
    if clause.kind(after) != "name" or clause.kind(clause.ahead(after)) not in {"verb", "prep"}:
        return Opening()
    _, low, high = clause.chunks[after]
    return Opening(onward=usable(clause.words, low, high)) if holds(clause.words[high - 1]) else Opening()
