"""Files that archives hold and no reader may stumble over: cut off, locked, empty, vast, contradictory,
hostile.
"""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from newsroom.truth import NewsPage
from newsroom.writers.alto import Alto, write_alto
from newsroom.writers.pdf import assembled, write_pdf
from newsroom.writers.scan import write_scan

_EXIF_ORIENTATION = 0x0112
_ALTO = "http://www.loc.gov/standards/alto/ns-v3#"


def truncated_pdf(page: NewsPage, path: Path) -> Path:
    """Write a PDF that ends in its middle."""
    return truncated(write_pdf([page], path))


def truncated(path: Path, share: float = 0.5) -> Path:
    """Cut a file off after a share of its bytes."""
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    return path


def locked_pdf(page: NewsPage, path: Path, password: str = "秘密") -> Path:
    """Write a PDF that opens only with a password."""
    import pikepdf

    plain = write_pdf([page], path.with_suffix(".plain.pdf"))
    with pikepdf.open(plain) as opened:
        opened.save(path, encryption=pikepdf.Encryption(user=password, owner=password, R=6))
    plain.unlink()
    return path


def guarded_pdf(page: NewsPage, path: Path) -> Path:
    """Write a PDF that opens without a password but forbids copying, as many publishers' do."""
    import pikepdf

    plain = write_pdf([page], path.with_suffix(".plain.pdf"))
    with pikepdf.open(plain) as opened:
        no = pikepdf.Permissions(extract=False, print_highres=False)
        opened.save(path, encryption=pikepdf.Encryption(user="", owner="x", allow=no))
    plain.unlink()
    return path


def turned_pdf(page: NewsPage, path: Path, degrees: int = 90) -> Path:
    """Write a PDF whose page is stored lying down and turned when shown."""
    import pikepdf

    plain = write_pdf([page], path.with_suffix(".plain.pdf"))
    with pikepdf.open(plain) as opened:
        opened.pages[0].Rotate = degrees
        opened.save(path)
    plain.unlink()
    return path


def cropped_pdf(page: NewsPage, path: Path, margin: float = 30) -> Path:
    """Write a PDF that shows less than its paper: ``margin`` points are cropped on each side."""
    import pikepdf

    plain = write_pdf([page], path.with_suffix(".plain.pdf"))
    with pikepdf.open(plain) as opened:
        shown = [margin, margin, page.width - margin, page.height - margin]
        opened.pages[0].CropBox = pikepdf.Array(shown)
        opened.save(path)
    plain.unlink()
    return path


def pdf_of_pages(count: int, path: Path) -> Path:
    """Write a PDF of ``count`` empty pages: none, or thousands."""
    kids = " ".join(f"{number} 0 R" for number in range(3, count + 3))
    tree = f"<< /Type /Pages /Count {count} /Kids [{kids}] >>".encode("ascii")
    leaf = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] >>"
    path.write_bytes(assembled([b"<< /Type /Catalog /Pages 2 0 R >>", tree, *[leaf] * count]))
    return path


def png_of(width: int, height: int, path: Path) -> Path:
    """Write a white 1-bit PNG of any size, 0 and 500 megapixels too, in a few hundred kilobytes."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    packer = zlib.compressobj(9)
    row = b"\x00" + b"\xff" * (-(-width // 8))
    packed = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    told = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    path.write_bytes(told)
    return path


def png_that_boasts(path: Path) -> Path:
    """Write a PNG of a few bytes whose header claims 400,000 by 400,000 pixels."""
    png_of(8, 8, path)
    told = bytearray(path.read_bytes())
    told[16:24] = struct.pack(">II", 400_000, 400_000)
    told[29:33] = struct.pack(">I", zlib.crc32(bytes(told[12:29])))
    path.write_bytes(bytes(told))
    return path


def turned_jpeg(page: NewsPage, path: Path, orientation: int = 6, dpi: int = 100) -> Path:
    """Write a JPEG stored lying down whose EXIF says how to turn it upright."""
    write_scan(page, path, dpi)
    turns = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}
    with Image.open(path) as upright:
        lying = upright.transpose(turns[orientation])
    exif = Image.Exif()
    exif[_EXIF_ORIENTATION] = orientation
    lying.save(path, exif=exif, dpi=(dpi, dpi))
    return path


def _alto_with(page: NewsPage, path: Path, change: Callable[[str], str], encoding: str = "utf-8") -> Path:
    text = write_alto(page, path, Alto(dpi=150)).read_text("utf-8")
    path.write_bytes(change(text).encode(encoding))
    return path


def laughing_alto(page: NewsPage, path: Path) -> Path:
    """Write an ALTO file whose entities would swell to gigabytes."""
    lols = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))
    doctype = f'<!DOCTYPE alto [<!ENTITY l0 "哈">{lols}]>'
    first = page.lines[0].text[0]
    return _alto_with(
        page, path, lambda text: text.replace("?>", f"?>{doctype}", 1).replace(f'"{first}"', '"&l9;"', 1)
    )


def prying_alto(page: NewsPage, path: Path, secret: Path) -> Path:
    """Write an ALTO file that wants another file of the machine read into its text."""
    doctype = f'<!DOCTYPE alto [<!ENTITY pry SYSTEM "{secret.as_uri()}">]>'
    return _alto_with(
        page, path, lambda text: text.replace("?>", f"?>{doctype}", 1).replace(">pixel<", ">&pry;<", 1)
    )


def dtd_alto(page: NewsPage, path: Path) -> Path:
    """Write an ALTO file that names a DTD on a machine far away."""
    doctype = '<!DOCTYPE alto SYSTEM "http://example.invalid/alto.dtd">'
    return _alto_with(page, path, lambda text: text.replace("?>", f"?>{doctype}", 1))


def mislabelled_alto(page: NewsPage, path: Path) -> Path:
    """Write an ALTO file in GB18030 that says it is UTF-8."""
    return _alto_with(page, path, lambda text: text, "gb18030")


def gb_alto(page: NewsPage, path: Path) -> Path:
    """Write an ALTO file in GB18030 that says so."""
    return _alto_with(page, path, lambda text: text.replace("UTF-8", "GB18030", 1), "gb18030")


def misplaced_alto(page: NewsPage, path: Path) -> Path:
    """Write an ALTO file with boxes outside the page, of negative size, without numbers, and IDs used
    twice.
    """

    def change(text: str) -> str:
        text = (
            text.replace('HPOS="', 'HPOS="9', 3)
            .replace('WIDTH="', 'WIDTH="-', 9)
            .replace('VPOS="', 'VPOS="x', 12)
        )
        return text.replace('ID="TB_2"', 'ID="TB_1"').replace('ID="TL_2_1"', 'ID="TL_1_1"')

    return _alto_with(page, path, change)


def deep_alto(path: Path, depth: int = 100_000) -> Path:
    """Write an ALTO file of nothing but elements in each other."""
    path.write_text(f'<alto xmlns="{_ALTO}">{"<g>" * depth}{"</g>" * depth}</alto>', encoding="utf-8")
    return path


def climbing_mets(path: Path, secret: str = "../../secret.xml") -> Path:
    """Name in a METS file, which must exist, a file outside its package as the ALTO of its first page."""
    text = path.read_text("utf-8")
    start = text.index("file://./alto/")
    end = text.index('"', start)
    path.write_text(text[:start] + f"file://./{secret}" + text[end:], encoding="utf-8")
    return path
