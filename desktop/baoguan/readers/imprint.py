"""What stands beside a source: the sidecar NAME.toml that says whose page it is."""

import tomllib
from datetime import date, datetime
from pathlib import Path

from baoguan.domain.errors import SourceError
from baoguan.domain.language import Bilingual
from baoguan.domain.page import Imprint

_FIELDS = frozenset({"title", "date", "page", "sequence", "number", "inferred"})


def read_imprint(path: Path) -> Imprint:
    """Return what the sidecar beside a source says (nothing without one); raise SourceError if broken."""
    sidecar = path.with_suffix(".toml")
    if sidecar == path or not sidecar.is_file():
        return Imprint()
    try:
        fields = tomllib.loads(sidecar.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise _broken(sidecar, f"不是正确的 TOML（{error}）", f"is not valid TOML ({error})") from error
    except (OSError, UnicodeDecodeError) as error:
        raise _broken(sidecar, "无法读取", "cannot be read") from error
    return _imprint(sidecar, fields)


def read_shared_imprint(path: Path, pages: int) -> Imprint:
    """Return what the sidecar says of each of several pages: the title and the date they have in common."""
    told = read_imprint(path)
    if pages == 1:
        return told
    return Imprint(told.title, told.date, inferred=told.inferred - {"sequence", "number"})


def _imprint(sidecar: Path, fields: dict[str, object]) -> Imprint:
    for name in fields:
        if name not in _FIELDS:
            raise _broken(sidecar, f"有不认识的字段 {name}", f"has a field that is not known: {name}")
    number = fields.get("number")
    if isinstance(number, int) and not isinstance(number, bool):
        number = str(number)
    inferred = fields.get("inferred", [])
    if not (isinstance(inferred, list) and all(isinstance(name, str) for name in inferred)):
        raise _wrong(sidecar, "inferred")
    return Imprint(
        title=_text(sidecar, "title", fields.get("title")),
        date=_date(sidecar, fields.get("date")),
        sequence=_sequence(sidecar, fields.get("sequence", fields.get("page"))),
        number=_text(sidecar, "number", number),
        inferred=frozenset("sequence" if name == "page" else name for name in inferred),
    )


def _text(sidecar: Path, name: str, found: object) -> str | None:
    if found is None:
        return None
    if not isinstance(found, str) or not found.strip():
        raise _wrong(sidecar, name)
    return found.strip()


def _date(sidecar: Path, found: object) -> date | None:
    if isinstance(found, str):
        try:
            return date.fromisoformat(found)
        except ValueError:
            raise _wrong(sidecar, "date") from None
    if isinstance(found, datetime):
        return found.date()
    if found is None or isinstance(found, date):
        return found
    raise _wrong(sidecar, "date")


def _sequence(sidecar: Path, found: object) -> int | None:
    if found is None:
        return None
    if isinstance(found, int) and not isinstance(found, bool) and found > 0:
        return found
    raise _wrong(sidecar, "sequence")


def _wrong(sidecar: Path, name: str) -> SourceError:
    return _broken(sidecar, f"的字段 {name} 写法不对", f"has a wrong value for {name}")


def _broken(sidecar: Path, zh: str, en: str) -> SourceError:
    return SourceError(
        Bilingual(f"说明文件“{sidecar.name}”{zh}。", f'The sidecar "{sidecar.name}" {en}.'),
        Bilingual("请改正或移走它。", "Correct it or move it away."),
    )
