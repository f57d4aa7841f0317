"""Characters that PDFs hold in place of those printed: radicals, marks for upright lines, ligatures."""

import unicodedata

_RADICALS = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月"
    "⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂"
    "⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门"
    "⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜"
    "⻰龙⻱龜⻲亀⻳龟"
)
"""The CJK Radicals Supplement, which NFKC leaves alone, each with its Equivalent_Unified_Ideograph."""
_SHARED = "㬵胶⋯…\u2329〈\u232a〉"
"""Rare characters, each with the common one that fonts print with the same glyph."""
_UNIFIED = dict(zip(_RADICALS[::2] + _SHARED[::2], _RADICALS[1::2] + _SHARED[1::2], strict=True))
_FOLDED = (
    (0x2F00, 0x2FDF),  # Kangxi radicals
    (0xF900, 0xFAFF),  # compatibility ideographs
    (0x2F800, 0x2FA1F),
    (0xFE10, 0xFE19),  # marks for upright lines
    (0xFE30, 0xFE48),
    (0xFB00, 0xFB06),  # ligatures
)
_KEPT = {"\ufe30": "‥", "\ufe19": "…", "\ufe31": "—", "\ufe32": "–", "\ufe33": "_", "\ufe34": "_"}
_WIDE = str.maketrans(
    {
        ",": "，",
        ":": "：",
        ";": "；",
        "!": "！",
        "?": "？",
        "(": "（",
        ")": "）",
        "{": "｛",
        "}": "｝",
        "[": "［",
        "]": "］",
    }
)


def letter(raw: str) -> str:
    """Return the character that is printed for one of a PDF: 日 for ⽇, 长 for ⻓, 。 for ︒, fi for ﬁ.

    Full-width forms stay: they are what Chinese prints.
    """
    if raw in _UNIFIED:
        return _UNIFIED[raw]
    code = ord(raw)
    if code < 0x2F00 or not any(low <= code <= high for low, high in _FOLDED):
        return raw
    if raw in _KEPT:
        return _KEPT[raw]
    printed = unicodedata.normalize("NFKC", raw)
    return printed.translate(_WIDE) if 0xFE10 <= code <= 0xFE48 else printed
