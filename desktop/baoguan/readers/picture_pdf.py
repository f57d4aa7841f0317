"""The picture of a PDF page: drawn by PDFium at whatever scale is asked for."""

import pypdfium2 as pdfium
from PIL import Image
from pypdfium2 import raw

from baoguan.domain.page import PageImage, Region
from baoguan.readers.pdf_file import ALONE, PdfFile
from baoguan.readers.pdf_sheet import more_turn
from baoguan.readers.picture import size_at


class PdfFrame:
    """A page of a PDF held open, its text upright."""

    def __init__(self, image: PageImage) -> None:
        self._image = image
        self._file = PdfFile(image.file, image.file.name)
        with ALONE:
            self._page = self._file.page(image.frame)
            self._quarters = more_turn(self._page) // 90

    def part(self, region: Region, scale: float) -> Image.Image:
        """Draw a part of the page."""
        wide, high = size_at(region, scale)
        left, top = round(region.left * scale), round(region.top * scale)
        across, down = round(self._image.width * scale), round(self._image.height * scale)
        with ALONE:
            bitmap = pdfium.PdfBitmap.new_native(wide, high, raw.FPDFBitmap_BGR)
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, wide, high)
            raw.FPDF_RenderPageBitmap(
                bitmap, self._page, -left, -top, across, down, self._quarters, raw.FPDF_ANNOT
            )
            shown: Image.Image = bitmap.to_pil().convert("RGB")
            bitmap.close()
        return shown

    def close(self) -> None:
        """Let go of the page and its file."""
        with ALONE:
            self._page.close()
            self._file.close()
