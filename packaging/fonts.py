"""Make resources/fonts from Noto Sans CJK and Noto Serif CJK, as Debian's fonts-noto-cjk ships them.

Needs fontTools only: ``python packaging/fonts.py NOTO_FOLDER [OUT_FOLDER]``, where NOTO_FOLDER holds
``NotoSansCJK-Regular.ttc`` and its three sisters (version 1:20220127+repack1-1 was used). The simplified
Chinese face of each is taken, its Hangul and variation sequences dropped and its names replaced, so that
neither a Noto font installed on the machine nor ours can hide the other.
"""

import sys
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

ROOT = Path(__file__).resolve().parent.parent
HANGUL = ((0x1100, 0x11FF), (0x3130, 0x318F), (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xFFA0, 0xFFDC))
VARIATIONS = ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
FEATURES = ["kern", "liga", "ccmp", "mark", "vert", "vrt2"]
FEATURES += ["halt", "palt", "vhal", "vpal", "vkrn", "pwid", "hwid", "fwid"]
DROPPED = (7, 16, 17)  # the trademark notice and the typographic family names
SOURCE_NOTE = "Subset of {}, renamed for the program Baoguan; see OFL.txt"


def face(collection: Path, family: str) -> TTFont:
    """Return the face of a family in a font collection; KeyError when it has none."""
    for font in TTCollection(collection, lazy=True).fonts:
        if font["name"].getDebugName(1) == family:
            return font
    raise KeyError(f"{collection} has no face {family}")


def subtables(font: TTFont, lookups: list[int]) -> list[Any]:
    """Return the substitution tables of some lookups, extensions unwrapped."""
    listed = font["GSUB"].table.LookupList.Lookup
    return [getattr(table, "ExtSubTable", table) for index in lookups for table in listed[index].SubTable]


def chinese_forms(font: TTFont) -> dict[str, str]:
    """Return which glyph simplified Chinese text takes instead of a font's default one."""
    gsub = font["GSUB"].table
    hani = next(record.Script for record in gsub.ScriptList.ScriptRecord if record.ScriptTag == "hani")
    zhs = next(record.LangSys for record in hani.LangSysRecord if record.LangSysTag == "ZHS ")
    features = [gsub.FeatureList.FeatureRecord[index] for index in zhs.FeatureIndex]
    local = [record.Feature for record in features if record.FeatureTag == "locl"]
    lookups = [index for feature in local for index in feature.LookupListIndex]
    return {glyph: form for table in subtables(font, lookups) for glyph, form in table.mapping.items()}


def localise(font: TTFont) -> None:
    """Make the Chinese forms the default: a dash as wide as a character, in any language."""
    forms = chinese_forms(font)
    for table in font["cmap"].tables:
        if table.format != 14:  # variation sequences, dropped anyway
            table.cmap = {code: forms.get(glyph, glyph) for code, glyph in table.cmap.items()}
    every = range(len(font["GSUB"].table.LookupList.Lookup))
    for table in subtables(font, list(every)):
        if hasattr(table, "ligatures"):
            table.ligatures = {forms.get(first, first): rest for first, rest in table.ligatures.items()}
            for ligature in (one for rest in table.ligatures.values() for one in rest):
                ligature.Component = [forms.get(glyph, glyph) for glyph in ligature.Component]
                ligature.LigGlyph = forms.get(ligature.LigGlyph, ligature.LigGlyph)


def kept(font: TTFont) -> list[int]:
    """Return the code points to keep: all but Hangul and variation selectors."""
    dropped = HANGUL + VARIATIONS
    return [c for c in font.getBestCmap() if not any(low <= c <= high for low, high in dropped)]


def reduce(font: TTFont, hinting: bool) -> None:
    """Drop from a font what Chinese newspapers do not print."""
    options = subset.Options(
        hinting=hinting,
        layout_features=FEATURES,
        name_IDs=["*"],
        name_languages=["*"],
        notdef_outline=True,
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=kept(font))
    subsetter.subset(font)


def rename(font: TTFont, family: str, style: str) -> str:
    """Give a font our family name, one language and no alias; return its PostScript name."""
    names = font["name"]
    postscript = f"{family.replace(' ', '')}-{style}"
    full = family if style == "Regular" else f"{family} {style}"
    ours = {1: family, 2: style, 3: f"baoguan;{postscript}", 4: full, 6: postscript}
    ours[10] = SOURCE_NOTE.format(names.getDebugName(4))
    names.names = [r for r in names.names if r.langID == 0x409 and r.nameID not in DROPPED]
    for name_id, text in ours.items():
        names.setName(text, name_id, 3, 1, 0x409)
    top = font["CFF "].cff
    top.fontNames = [postscript]
    top.topDictIndex[0].FullName, top.topDictIndex[0].FamilyName = full, family
    return postscript


def make(noto: Path, out: Path, kind: str, style: str) -> Path:
    """Write one face and return its path. Only the sans is hinted: it is read at 13 pixels."""
    font = face(noto / f"Noto{kind}CJK-{style}.ttc", f"Noto {kind} CJK SC")
    font.recalcTimestamp = False
    localise(font)
    reduce(font, hinting=kind == "Sans")
    path = out / f"{rename(font, f'Baoguan {kind}', style)}.otf"
    font.save(path)
    return path


def main() -> None:
    """Make the four faces."""
    noto = Path(sys.argv[1])
    out = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "resources" / "fonts"
    for kind in ("Sans", "Serif"):
        for style in ("Regular", "Bold"):
            path = make(noto, out, kind, style)
            print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
