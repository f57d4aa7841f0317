"""Roles and names of the people behind an article, read from one short line."""

import re
from typing import NamedTuple

HAN = r"\u3400-\u9fff"
OUTLET = (
    r"(?:本报|本報|本刊|本台|本社|本网|本網|本埠|新华社|新華社|中新社|中央社|中通社|新华网|人民网|路透社|路透電|"
    rf"[{HAN}]{{2,8}}?(?:日报|日報|晚报|晚報|早报|晨报|时报|時報|商报|都市报|周报|通讯社|通訊社|电视台|广播电台|融媒体中心|融媒))"
)
_RANK = rf"(?:首席|特约|特約|特派|见习|見習|实习|實習|全媒体|融媒体|高级|资深|外勤|[驻駐][{HAN}]{{1,6}}?)"
_WRITERS = (
    r"(?:记者|記者|通讯员|通訊員|评论员|評論員|特派员|特派員|特写员|访员|訪員|撰稿人|撰稿|实习生|读者|讀者)"
)
_STRONG = re.compile(rf"(?:{OUTLET}[ \t\u3000]*)*(?:{_RANK}[ \t\u3000]*)*{_WRITERS}")
_FIRST = re.compile(rf"[{HAN}]{{2,8}}?{_WRITERS}")
_DOING = (
    r"(?:文[/／、]?[图圖]|[图圖][/／、]?文|摄影报道|攝影報導|报道|報道|報導|摄影|攝影|摄|攝|撰文|采写|采访|文|[图圖]|"
    r"整理|编译|編譯|供稿|作者)"
)
_WEAK = re.compile(rf"{_DOING}(?=[^{HAN}]|$)")
_GAP = r" \t\u3000■□●○◆◇▲△★☆◎▌▍|•*※—/／\-、,，;；:：()（）【】\[\]"
_GAPS = re.compile(rf"[{_GAP}]+")
_RUN = re.compile(
    rf"(?:(?:和|及|与|與)(?=[{HAN}]{{2}}))?([{HAN}·]+?)(?=[{_GAP}]|$|{_STRONG.pattern}|{_DOING}(?:[{_GAP}]|$)|和[{HAN}]{{2,3}})"
)
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛"
    "闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂"
    "成苗谷盛曲翁冉骆蓝路游辛靳欧阳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师"
    "和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆"
    "張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧葉蘇呂盧鐘鍾陸範鄒龍賀顧龔萬錢嚴湯蕭譚賈韋閻莊聶魯喬歐倫駱藍費衛羊簡連樂莘巴冰茅"
)
_COMPOUND = (
    "欧阳",
    "歐陽",
    "司马",
    "司馬",
    "诸葛",
    "諸葛",
    "上官",
    "皇甫",
    "令狐",
    "慕容",
    "尉迟",
    "公孙",
    "司徒",
    "夏侯",
    "东方",
    "呼延",
    "端木",
)


class Credited(NamedTuple):
    """The roles a line states, in order, its names, and how sure the reading is."""

    role: str
    names: tuple[str, ...]
    confidence: float


def credited(text: str) -> Credited | None:
    """Return the roles and names a short line consists of, or None where it holds anything else."""
    roles: list[str] = []
    runs: list[str] = []
    at, strong = 0, False
    while at < len(text):
        if gap := _GAPS.match(text, at):
            at = gap.end()
        elif role := _role(text, at):
            roles.append(re.sub(r"[ \t\u3000]+", "", role[0]))
            strong = strong or re.search(_WRITERS, role[0]) is not None
            at = role.end()
        elif run := _RUN.match(text, at):
            runs.append(run[1])
            at = run.end()
        else:
            return None
    names = _names(runs)
    if not names or not (roles or text.startswith(tuple("■□●○◆◇▲△★☆◎"))):
        return None
    shown = tuple(role for role in dict.fromkeys(roles) if role not in ("报道", "報道", "報導"))
    return _judge(text, shown, names, strong)


def is_name(text: str) -> bool:
    """Tell whether a text may be a Chinese name: two to four characters, the first a known surname."""
    if "·" in text:
        return len(text) <= 20
    if 3 <= len(text) <= 4 and text.startswith(_COMPOUND):
        return True
    return 2 <= len(text) <= 3 and text[0] in _SURNAMES


def _role(text: str, at: int) -> re.Match[str] | None:
    first = _FIRST.match(text) if not text[:at].strip(" ■□●○◆◇▲△★☆◎()（【\u3000") and at < 4 else None
    return _STRONG.match(text, at) or _WEAK.match(text, at) or first


def _judge(text: str, roles: tuple[str, ...], names: tuple[str, ...], strong: bool) -> Credited | None:
    if all(map(is_name, names)):
        return Credited("、".join(roles), names, 1.0 if strong else 0.9)
    plausible = all(2 <= len(name) <= 4 for name in names)
    if strong and plausible and re.match(rf"\W*{OUTLET}", text):
        return Credited("、".join(roles), names, 0.8)
    return None


def _names(runs: list[str]) -> tuple[str, ...]:
    """Return names from runs of characters: a spaced name (张 三) is one, 刘畅袁诚 are two."""
    found: list[str] = []
    for run in runs:
        if found and len(found[-1]) == 1 and len(run) <= 2:
            found[-1] += run
        elif is_name(run) or not 4 <= len(run) <= 6:
            found.append(run)
        else:
            found.extend(_cut(run))
    return tuple(dict.fromkeys(found))


def _cut(run: str) -> list[str]:
    for at in (2, 3):
        if is_name(run[:at]) and is_name(run[at:]):
            return [run[:at], run[at:]]
    return [run]
