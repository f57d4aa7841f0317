"""What one number of a clause is about, from the words that lead to it and the words after it."""

from bisect import bisect_left
from dataclasses import dataclass, field

from baoguan.domain.statistic import Kind, Status
from baoguan.statistics import phrases
from baoguan.statistics.chunks import Chunk, is_body
from baoguan.statistics.clauses import Clause, Lead
from baoguan.statistics.guessing import PERSONS, counts, guessed
from baoguan.statistics.names import Named, Span, class_end, holds, sort_of, split, usable
from baoguan.statistics.reading import Reading
from baoguan.statistics.words import group

MOVED = frozenset({Kind.PERCENT, Kind.PERCENTAGE_POINTS, Kind.MULTIPLE, Kind.FRACTION, Kind.RATIO})
"""Kinds that say how another figure moved, or what part it is of it."""
_HEADED = frozenset({Kind.DURATION, Kind.NUMBER, Kind.TEMPERATURE, Kind.SPEED, Kind.AGE})
"""Kinds whose number is the figure of a phrase only if that ends like one: 工期, 最高气温."""
_BODILY = frozenset({Kind.LENGTH, Kind.SPEED, Kind.MASS, Kind.TEMPERATURE, Kind.AGE})
"""Kinds whose figure belongs to the thing named right before it, whatever the topic: 铁路桥|全长."""
_SIZES = frozenset(
    {Kind.LENGTH, Kind.AREA, Kind.MASS, Kind.VOLUME, Kind.SPEED, Kind.TEMPERATURE, Kind.AGE, Kind.MONEY}
)
_BEFORE = frozenset({Kind.AGE, Kind.SPEED})
"""Kinds whose number may stand right before what it describes: 9岁|男孩, 时速160公里|列车."""
_HIGH = frozenset("长宽高重深厚")
_REACHES = frozenset({"达", "约", "逾", "近"})
_BOUND = frozenset({"以上", "以下", "以内", "及以上", "及以下", "左右"})
_GIVEN = frozenset(["对", "对于", "向", "给", "关于", "为"])
_WHERE = frozenset(["在", "于", "把", "将", "由", "从"])
_TAKING = frozenset({"将", "把"})
_NEAR = 6
_INSIDE = frozenset("内中上里间")
_DAILY = frozenset(["日产", "月产", "年产", "日出"])
_SHARES = frozenset(["占比", "比重", "比例", "份额", "比率"])
_SHORT = 6
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class About:
    """Where measure, subject and place of a number stand in the text, None where not told, and its status."""

    measure: Span = None
    subject: Span = None
    place: Span = None
    status: Status = "actual"


@dataclass(slots=True)
class Memory:
    """What a sentence has told so far.

    ``topic`` is of the clauses before, ``here`` of this one, ``onward`` what this one leaves; ``header`` and
    ``thing`` are the figure and the object that a clause without numbers named, ``host`` what an aside is
    about, ``members`` whether parts are told (其中), ``passing`` whether the clause leaves the topic alone.
    """

    topic: Span = None
    here: Span = None
    onward: Span = None
    header: Span = None
    thing: Span = None
    host: Span = None
    members: bool = False
    passing: bool = False
    last: Reading | None = None
    told: About = field(default_factory=About)
    levels: dict[str | None, About] = field(default_factory=dict)

    def level(self, reading: Reading) -> Span:
        """Return the measure last told in the unit of a number."""
        about = self.levels.get(reading.code)
        return about.measure if about else None


class Teller:
    """Tells what the numbers of one clause are about."""

    def __init__(self, clause: Clause, memory: Memory) -> None:
        self._clause = clause
        self._words = clause.words
        self._memory = memory

    def told(self, reading: Reading, index: int) -> About:
        """Return measure and subject of the number that is chunk ``index``."""
        found = self._told(reading, index)
        if found.measure:
            return found
        return About(guessed(self._clause, reading, index, found.subject), found.subject)

    def _told(self, reading: Reading, index: int) -> About:
        clause, memory = self._clause, self._memory
        lead = clause.lead(index, reading.kind)
        counted = self._counted(reading, index)
        described = self._described(reading, index)
        if described:
            return self._size(lead, described, index)
        if lead.at < 0 and not counted and clause.before == "(" and memory.host:
            return About(memory.level(reading) or memory.header, memory.host)
        if lead.at < 0 and not counted and memory.thing and not memory.levels:
            return About(memory.thing, memory.here)
        kind = clause.kind(lead.at)
        if kind in {"", "blank"} or (kind == "and" and clause.kind(lead.at - 1) == "blank"):
            return self._bare(reading, counted, lead, index)
        if kind == "share":
            return self._shared(lead.at, index)
        if kind == "verb":
            return self._acted(reading, lead.at, counted)
        if kind == "name":
            return self._named(reading, lead, index, counted)
        if kind == "loc" and clause.kind(lead.at - 1) == "name" and not counted:
            return About(clause.usable(lead.at - 1), memory.here)
        return About(counted, memory.here)

    def _described(self, reading: Reading, index: int) -> Span:
        """Return what a figure describes: 直径6米的圆形洞门, 9岁男孩, 海拔4000米以上路段."""
        clause, at = self._clause, index + 1
        if reading.kind in {Kind.COUNT, Kind.DURATION} or at >= len(clause.chunks):
            return None
        of = clause.kind(at) == "of"
        if clause.form(at) in _HIGH and clause.kind(at + 1) == "of":
            of, at = True, at + 1
        bound = clause.kind(at) == "link" and clause.form(at) in _BOUND and reading.kind in _SIZES
        at += of or bound
        if not (of or bound or reading.kind in _BEFORE) or clause.kind(at) != "name":
            return None
        _, low, high = clause.chunks[at]
        if bound and reading.kind is Kind.AGE and holds(self._words[low]):
            return usable(self._words, low, low + 1)
        plain = self._words[low].kind == "head" or sort_of(self._words, low, high) in {"head", "goods"}
        return None if plain or (bound and at + 1 == len(clause.chunks)) else usable(self._words, low, high)

    def _size(self, lead: Lead, described: Span, index: int) -> About:
        """Return the figure of what is described: 直径|6米的洞门, 重|58斤的青鱼, 高|达两米的器材."""
        words, clause = self._words, self._clause
        before = words[clause.chunks[index - 1].low] if index else None
        if before and before.form[0] in _HIGH and before.form[1:] in _REACHES:
            return About((before.start, before.start + 1), described)
        if clause.kind(lead.at) != "name":
            return About(None, described)
        _, low, high = clause.chunks[lead.at]
        last = words[high - 1]
        if last.kind == "head" or last.form in _HIGH:
            return About(usable(words, low, high) or (last.start, last.end), described)
        return About(None, described)

    def _bare(self, reading: Reading, counted: Span, lead: Lead, index: int) -> About:
        """Return what a number is about that nothing names in its clause: 增长2.3%, 320名学生."""
        memory = self._memory
        part = memory.members and index <= 2 and memory.told.measure
        moved = reading.kind in MOVED
        if counted and moved and lead.at < 0 and self._people(index, counted):
            return About(counted, counted)
        if part and (counted or moved or reading.kind is Kind.COUNT):
            return About(counted or memory.told.measure, memory.told.measure)
        if counted:
            return About(counted, memory.here)
        if lead.telling:
            return About(lead.telling, memory.here)
        level = memory.levels.get(reading.code)
        alike = memory.last and (memory.last.kind in MOVED or memory.last.kind is reading.kind)
        if moved or (not level and alike):
            return memory.told if memory.told.measure else About(None, memory.here)
        return level or About(None, memory.here)

    def _countable(self, reading: Reading, at: int) -> bool:
        """Whether a number counts what the name in chunk ``at`` ends in."""
        return counts(reading.code, self._words[self._clause.chunks[at].high - 1])

    def _people(self, index: int, counted: tuple[int, int]) -> bool:
        """Whether what a number counts are people or firms: 八成以上|农户."""
        at = self._clause.chunks[index].high
        while self._words[at].end < counted[1]:
            at += 1
        return holds(self._words[at])

    def _acted(self, reading: Reading, at: int, counted: Span) -> About:
        """Return what a verb right before a number says of it: 死七人, 获得1亿元融资, 食盐销售6吨."""
        clause, memory = self._clause, self._memory
        before = clause.back(at)
        if counted:
            return About(counted, memory.here)
        if clause.kind(before) == "name":
            name = clause.chunks[before]
            thing = reading.code not in PERSONS and self._countable(reading, before)
            if thing or sort_of(self._words, name.low, name.high) in {"goods", "head"}:
                return self._named(reading, Lead(before), at, None)
        word = self._words[clause.chunks[at].low]
        if word.form in _DAILY and memory.level(reading):
            return About(memory.level(reading), memory.here)
        made = clause.usable(before) if word.form in _DAILY and clause.kind(before) == "name" else None
        if made and made == memory.here and not self._firm(made):
            return About(made, memory.topic)
        light = word.form in group("light")
        if light and memory.thing:
            return About(memory.thing, memory.here)
        tells = word.form in group("event") or reading.kind in _HEADED or len(word.form) > 1
        tells = reading.kind is Kind.PERCENT if light else tells
        return About((word.start, word.end) if tells else None, memory.here)

    def _named(self, reading: Reading, lead: Lead, index: int, counted: Span) -> About:
        """Return what a noun phrase says that leads to a number: 死旅客|七人, 小麦总产量|达二百亿斤."""
        clause, words, memory = self._clause, self._words, self._memory
        _, low, high = clause.chunks[lead.at]
        while high > low + 1 and words[high - 1].form in group("averaged"):
            high -= 1
        if words[high - 1].form in group("averaged"):
            return self._bare(reading, counted, Lead(-1), index)
        if counted and any(clause.form(at) == "等" for at in range(lead.at + 1, index)):
            return About(counted, memory.here)
        if clause.kind(lead.at - 1) == "blank" and self._counted_last(usable(words, low, high)):
            return About(counted, memory.told.measure)
        before = clause.back(lead.at)
        leading = clause.kind(before)
        if clause.form(index - 1) == "以" and sort_of(words, low, high) not in {"head", "goods"}:
            return About(counted, usable(words, low, high) or memory.here)
        if leading == "verb":
            related = self._related(before, low, high) if words[high - 1].kind == "head" else None
            return related or About(counted or self._object(before, low, high), memory.here)
        if leading == "share":
            return self._shared(before, index)
        if self._taken(lead.at):
            return About(counted or usable(words, low, high), memory.here)
        named = split(words, low, high, loose=not memory.here or clause.before == ";")
        given = leading == "prep" and clause.form(before) in _GIVEN and clause.kind(before - 1) == "name"
        if given and named.high > named.cut and words[high - 1].kind == "head":
            return About(usable(words, clause.chunks[before - 1].low, high), memory.here)
        named, owner = self._owner(named, before)
        if owner and owner == memory.here and not memory.passing:
            memory.onward = owner
        return self._figure(reading, lead, named, owner, counted)

    def _taken(self, at: int) -> bool:
        """Whether something is done to what a name says: 将|自己保持的世界纪录|缩短3秒."""
        for back in range(at - 1, max(-1, at - _NEAR), -1):
            if self._clause.kind(back) == "blank":
                return False
            if self._clause.kind(back) == "prep" and self._clause.form(back) in _TAKING:
                return self._clause.kind(back + 1) in {"name", "prep"}
        return False

    def _counted_last(self, span: Span) -> bool:
        """Whether a phrase is what the number before counted: 17个外国方队|987人."""
        last = self._memory.last
        return last is not None and last.kind is Kind.COUNT and self._memory.told.measure == span

    def _owner(self, named: Named, before: int) -> tuple[Named, Span]:
        """Return whose figure a phrase says it is; the staff of a topic are part of the figure."""
        clause, words, memory = self._clause, self._words, self._memory
        low, cut, high = named
        if cut - low == 1 and words[low].form in group("staff") and memory.topic and high > cut:
            return Named(low, low, high), None
        leading = clause.kind(before)
        if leading == "prep" and clause.form(before) in _GIVEN | _WHERE:
            return named, None
        owner = usable(words, low, cut) if cut > low else None
        inside = leading == "loc" and clause.form(before) in _INSIDE and clause.kind(before - 1) == "name"
        if inside and not owner:
            owner = usable(words, clause.chunks[before - 1].low, clause.chunks[before].high)
        return named, owner

    def _figure(self, reading: Reading, lead: Lead, named: Named, owner: Span, counted: Span) -> About:
        """Return measure and subject by what sort of thing the phrase before a number names."""
        words, memory = self._words, self._memory
        low, cut, high = named
        figure = usable(words, cut, high) if high > cut else None
        subject = owner or memory.here
        if not figure:
            return self._owned(reading, named, owner, counted)
        sort, level = sort_of(words, cut, high), memory.level(reading)
        unknown = not owner and sort != "goods" and all(word.kind == "other" for word in words[cut:high])
        unknown = unknown and not counts(reading.code, words[high - 1])
        if unknown and reading.code in memory.levels and not counted:
            return About(level, figure)
        if counted and (reading.kind is Kind.COUNT or sort != "head"):
            return About(counted, subject)
        moving = memory.members and lead.trend and reading.kind in MOVED
        if sort == "goods" and not moving:
            priced = lead.each and reading.kind is Kind.MONEY and not self._firm(subject)
            return About(figure, owner if priced else subject)
        if sort == "head":
            return self._headed(cut, high, None if reading.kind in _BODILY and not owner else subject)
        whole = usable(words, low, high)
        if reading.kind is Kind.RATIO and sort != "goods":
            return About(counted or level, whole)
        if sort == "holder" and reading.kind is not Kind.COUNT and memory.header:
            return About(memory.header, whole)
        if sort == "holder" and reading.kind is Kind.MONEY:
            return About(figure, owner) if lead.each else About(counted or level, whole)
        if lead.telling:
            return About(lead.telling, owner or whole)
        if reading.kind in _HEADED:
            return self._lasting(named, About(counted, owner or whole), figure, subject)
        if moving and memory.told.measure:
            return About(memory.told.measure, figure)
        return About(figure, subject)

    def _firm(self, span: Span) -> bool:
        """Whether a phrase ends in the name of a firm or an office."""
        if not span:
            return False
        last = self._words[bisect_left(self._words, span[1], key=lambda word: word.end)]
        return is_body(last) and last.kind != "place"

    def _lasting(self, named: Named, thing: About, figure: Span, subject: Span) -> About:
        """Return what lasts or is old: 飞行|115小时 of its topic, but 王女士|45岁."""
        if self._words[named.high - 1].kind in {"either", "modifier", "trend"}:
            return About(thing.measure or figure, subject)
        self._memory.onward = self._memory.onward or usable(self._words, named.low, named.high)
        return thing

    def _headed(self, low: int, high: int, subject: Span) -> About:
        """Return a figure, and what has it if the clauses do not say: 古树|树龄, 外资|占比."""
        words, memory = self._words, self._memory
        prefix = class_end(words, low, high)
        thing = usable(words, low, prefix) if prefix > low else None
        if thing and words[high - 1].form in _SHARES:
            return About(usable(words, prefix, high), thing)
        if subject or not thing:
            return About(usable(words, low, high), subject or memory.here)
        memory.onward = memory.onward or (None if memory.here else thing)
        return About(usable(words, prefix, high), thing)

    def _owned(self, reading: Reading, named: Named, owner: Span, counted: Span) -> About:
        """Return whose number it is where the clause leaves out what it measures: 浙江4.1万亿元."""
        memory = self._memory
        common = named.high - named.low == 1 and self._words[named.low].kind == "noun"
        if reading.kind is Kind.COUNT and common and not counted:
            return About(owner, memory.here if memory.here != owner else None)
        announced = memory.header or (memory.thing if reading.kind is Kind.COUNT else None)
        told = memory.level(reading) if reading.code in memory.levels else announced
        return About(counted or told, owner or memory.here)

    def _related(self, verb: int, low: int, high: int) -> About | None:
        """Return the figure of what a clause with 的 describes: 销往京津冀的服务器|占比."""
        words = self._words
        cut = class_end(words, low, high)
        of = any(word.kind == "of" for word in words[low:cut])
        start = words[self._clause.chunks[verb].low].start
        if not of or words[cut - 1].kind == "of" or words[cut - 1].end - start > _LONGEST:
            return None
        return About(usable(words, cut, high), (start, words[cut - 1].end))

    def _object(self, verb: int, low: int, high: int) -> Span:
        """Return what a verb has for its object, with a verb that befalls it or is short: 死旅客, 投弹."""
        whole = usable(self._words, low, high)
        word = self._words[self._clause.chunks[verb].low]
        if not whole:
            return None
        size = whole[1] - whole[0]
        joined = size == 1 or (word.form in group("event") and size < _SHORT)
        return (word.start, whole[1]) if joined else whole

    def _counted(self, reading: Reading, index: int) -> Span:
        """Return what a number counts or measures, from the words after it."""
        words, follows = self._words, self._clause.chunks[index].low + 1
        of = follows < len(words) and words[follows].kind == "of"
        if reading.kind is Kind.COUNT:
            clause = self._clause
            acts = not of and clause.kind(index + 1) == "verb" and clause.kind(clause.back(index)) == "name"
            told = not of and clause.kind(index - 1) == "name" and self._countable(reading, index - 1)
            found = None if told else phrases.event(words, follows)
            found = found or (None if acts or told else phrases.after(words, follows + of))
            if not found and follows < len(words) and words[follows].kind in {"verb", "either"}:
                found = phrases.relative(words, follows)
            found = found or phrases.single(words, follows)
        else:
            found = phrases.after(words, follows + of)
            if found and reading.kind in _HEADED and words[found[1] - 1].kind != "head":
                return None
        return (words[found[0]].start, words[found[1] - 1].end) if found else None

    def _shared(self, at: int, index: int) -> About:
        """Return 占GDP的比重 as a whole and whose share it is."""
        clause, memory, told = self._clause, self._memory, self._memory.told
        before = clause.back(at)
        owner = clause.usable(before) if clause.kind(before) == "name" else None
        if not owner and told.measure and told.subject and 0 <= told.measure[0] - told.subject[1] <= 1:
            owner = told.subject[0], told.measure[1]
        elif not owner and memory.last and memory.last.kind is Kind.COUNT:
            owner = told.measure
        return About(self._stretch(clause.chunks[at], index - 1), owner or memory.here)

    def _stretch(self, share: Chunk, last: int) -> tuple[int, int]:
        """Return where 占 and what it is a share of stand."""
        while self._clause.chunks[last].low > share.low and self._clause.kind(last) != "name":
            last -= 1
        return self._words[share.low].start, self._words[self._clause.chunks[last].high - 1].end
