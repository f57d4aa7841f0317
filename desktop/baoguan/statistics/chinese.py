"""The value of a Chinese numeral, exact."""

from decimal import Decimal

DIGITS = {"零": 0, "〇": 0, "另": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}
DIGITS |= {"六": 6, "七": 7, "八": 8, "九": 9}
TENS = {"廿": 20, "卅": 30, "卌": 40}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}
LONGEST = 64
"""A longer run of numeral characters is a table or noise, not a numeral."""


def integer(run: str) -> int | None:
    """Return the value of a positional (一三五〇) or structured (一千三百五十) numeral, else None."""
    if not run or len(run) > LONGEST:
        return None
    body = run.rstrip("万亿兆")
    if len(body) > 1 and all(character in DIGITS for character in body):
        value = int("".join(str(DIGITS[character]) for character in body))
        for character in run[len(body) :]:
            value *= LARGE[character]
        return value
    return _structured(run)


def _structured(run: str) -> int | None:
    """Evaluate digits with 十百千 inside sections that 万亿兆 close; 二万三千万 is 23,000 万."""
    total, last = 0, 1
    for section, scale in _sections(run):
        value = _section(section)
        if value is None:
            return None
        if scale == 1:
            total += value * _colloquial(run, section)
        elif not section:
            total = total * scale or scale
        else:
            whole = total < scale or scale == last
            total = (total + value) * scale if whole else total + value * scale
        last = scale if section else last * scale
    return total


def _sections(run: str) -> list[tuple[str, int]]:
    """Split 一亿三千万五 into (一, 10**8), (三千, 10**4), (五, 1)."""
    found: list[tuple[str, int]] = []
    start = 0
    for at, character in enumerate(run):
        if character in LARGE:
            found.append((run[start:at], LARGE[character]))
            start = at + 1
    if start < len(run):
        found.append((run[start:], 1))
    return found


def _colloquial(run: str, tail: str) -> int:
    """Return what one digit after 万 or 亿 counts: 一万五 is 15 000, 一万零五 is 10 005."""
    if len(tail) != 1 or len(run) == 1 or tail not in DIGITS:
        return 1
    return LARGE.get(run[-2], 10) // 10


def _section(section: str) -> int | None:
    """Evaluate a section below 万: 三千零五十, 廿三, 百, 三百五 (350)."""
    value, digit, unit, zero = 0, None, 10**4, False
    for character in section:
        if character in SMALL:
            if SMALL[character] >= unit or (digit is None and zero and character != "十"):
                return None
            unit = SMALL[character]
            value += (1 if digit is None else digit) * unit
            digit, zero = None, False
        elif character in TENS:
            if digit is not None or unit <= 10:
                return None
            value, unit, zero = value + TENS[character], 10, False
        elif DIGITS[character] == 0:
            if digit is not None:
                return None
            zero = True
        elif digit is not None:
            return None
        else:
            digit = DIGITS[character]
    if digit is None:
        return value
    shortened = 100 <= unit <= 1000 and not zero
    return value + digit * (unit // 10 if shortened else 1)


def between(run: str) -> tuple[int, int] | None:
    """Return the bounds of 五六万, 十七八, 三五: two neighbouring digits that mean "from … to …"."""
    body = run.rstrip("万亿兆")
    if len(run) > LONGEST or (len(body) > 2 and all(character in DIGITS for character in body)):
        return None
    for at in range(len(run) - 1):
        first, second = DIGITS.get(run[at], 0), DIGITS.get(run[at + 1], 0)
        if first and (second == first + 1 or (first, second) == (3, 5)):
            low = integer(run[:at] + run[at] + run[at + 2 :])
            high = integer(run[:at] + run[at + 1] + run[at + 2 :])
            if low is not None and high is not None:
                return low, high
    return None


def fraction_digits(run: str) -> Decimal:
    """Return 二五 after a decimal point as 0.25."""
    return Decimal("0." + "".join(str(DIGITS[character]) for character in run))
