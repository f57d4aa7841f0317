import pytest

from baoguan.statistics.folding import fold
from baoguan.statistics.numerals import find_numerals


@pytest.mark.parametrize(
    ("text", "low", "high", "vague"),
    [
        ("5410万", 54_100_000, 54_100_000, ""),
        ("295.6亿", 29_560_000_000, 29_560_000_000, ""),
        ("2000余万", 20_000_000, 20_000_000, "more"),
        ("150多", 150, 150, "more"),
        ("1,549", 1549, 1549, ""),
        ("１５·８", 15.8, 15.8, ""),
        ("３．５", 3.5, 3.5, ""),
        ("1亿3000万", 130_000_000, 130_000_000, ""),
        ("十几", 11, 19, "few"),
        ("十几万", 110_000, 190_000, "few"),
        ("三百几十", 310, 390, "few"),
        ("数千", 1000, 10_000, ""),
        ("几十万", 100_000, 1_000_000, ""),
        ("五六万", 50_000, 60_000, ""),
        ("十来", 10, 10, "about"),
        ("三点五", 3.5, 3.5, ""),
        ("一五·二", 15.2, 15.2, ""),
        ("壹佰贰拾叁萬", 1_230_000, 1_230_000, ""),
        ("一万二千三百另四", 12_304, 12_304, ""),
        ("兩千萬", 20_000_000, 20_000_000, ""),
        ("○·三", 0.3, 0.3, ""),
        ("5万4千6百", 54_600, 54_600, ""),
        ("3万4000", 34_000, 34_000, ""),
        ("2千零30万", 20_300_000, 20_300_000, ""),
        ("1万2千亿", 1_200_000_000_000, 1_200_000_000_000, ""),
        ("4千8百余万", 48_000_000, 48_000_000, "more"),
        ("壹百五十二", 152, 152, ""),
        ("拾六萬零五百零六", 160_506, 160_506, ""),
        ("一千陆", 1600, 1600, ""),
    ],
)
def test_a_numeral_is_read_whole(text: str, low: float, high: float, vague: str) -> None:
    (found,) = find_numerals(fold(text))
    assert (found.start, found.end) == (0, len(text))
    assert (float(found.low), float(found.high), found.vague) == (low, high, vague)


@pytest.mark.parametrize("text", ["大陆", "队伍名单", "收拾", "参加", "另外", "零", "入伍", "登陆点", "拾起"])
def test_words_with_formal_digits_are_no_numerals(text: str) -> None:
    assert not list(find_numerals(fold(text)))


def test_a_sentence_comma_is_no_thousands_separator() -> None:
    assert [float(found.low) for found in find_numerals("3米,5米,2013,2014")] == [3, 5, 2013, 2014]


@pytest.mark.parametrize(
    ("text", "values"),
    [("三千陆军", [3000]), ("1013百帕", [1013]), ("3百货", [3]), ("...9", [9]), ("5千米", [5])],
)
def test_a_unit_or_a_word_is_no_part_of_a_numeral(text: str, values: list[float]) -> None:
    assert [float(found.low) for found in find_numerals(fold(text))] == values
