"""PDF: the text layer, page by page. The one module with pypdfium2; runs in a child process.

Knows characters, where they stand on the page, and whether they show: white on white, too small to
be seen or off the page they are dropped, with a warning. Refuses what needs a password, what is
truncated or corrupt, and pages that are only pictures.
"""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from corpus.errors import UnreadableDocument
from corpus.model import ReaderWarning
from corpus.readers.child import serve
from corpus.readers.oddity import oddities_of
from corpus.readers.page import Glyph, page_text
from corpus.readers.pdf_structure import check_structure
from corpus.readers.source import ReadText
from corpus.text import SourceText, Span

MOST_PAGES = 500
PAGE_BREAK = "\n\f"
_INVISIBLE_MODE = 3
_WHITE = 245
_CLEAR = 16
_SMALLEST = 1.0
_HIDDEN = "dropped_hidden_text"
_OCR = "a text layer; add one with: ocrmypdf IN.pdf OUT.pdf"


def read_pdf(data: bytes, name: str) -> ReadText:
    """The text of a PDF; ``page_starts`` says where each page begins.

    Raises: UnreadableDocument when it is encrypted, truncated, corrupt, endless or without text.
    """
    check_structure(data, name)
    document = _opened(data, name)
    hidden: list[int] = []
    pages = []
    for number in range(_count(document, name)):
        glyphs = list(_glyphs(document, number, name))
        hidden.append(sum(not glyph.shows for glyph in glyphs))
        pages.append(page_text(each.glyph for each in glyphs if each.shows))
    if not any(pages):
        place = f"{len(pages)} page{'s' if len(pages) > 1 else ''}"
        raise UnreadableDocument(name, "the PDF has no text layer", place=place, expected=_OCR)
    return _joined(pages, hidden)


def _opened(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD:
            raise _encrypted(name) from error
        problem = "the PDF is corrupt"
        raise UnreadableDocument(name, problem, place="its structure", expected="an intact PDF") from error
    if pdfium.FPDF_GetSecurityHandlerRevision(document.raw) != -1:
        raise _encrypted(name)
    return document


def _encrypted(name: str) -> UnreadableDocument:
    expected = "a PDF without encryption; remove it with: qpdf --decrypt IN.pdf OUT.pdf"
    return UnreadableDocument(name, "the PDF is encrypted", place="its trailer", expected=expected)


def _count(document: pypdfium2.PdfDocument, name: str) -> int:
    count = len(document)
    if count > MOST_PAGES:
        problem, expected = "the PDF has too many pages", f"at most {MOST_PAGES}"
        raise UnreadableDocument(name, problem, place=f"{count} pages", expected=expected)
    if count == 0:
        problem = "the PDF is corrupt"
        raise UnreadableDocument(name, problem, place="no page", expected="at least one page")
    return count


@dataclass(frozen=True, slots=True)
class _Seen:
    glyph: Glyph
    shows: bool


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    bottom: float
    right: float
    top: float

    def holds(self, glyph: Glyph) -> bool:
        x, y = (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2
        return self.left <= x <= self.right and self.bottom <= y <= self.top


def _glyphs(document: pypdfium2.PdfDocument, number: int, name: str) -> Iterator[_Seen]:
    try:
        page = document[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        problem = "the PDF is corrupt"
        raise UnreadableDocument(
            name, problem, place=f"page {number + 1}", expected="a whole page"
        ) from error
    paper, grounds = _Box(*page.get_bbox()), tuple(_grounds(page))
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text.raw, index)
        left, bottom, right, top = text.get_charbox(index, loose=True)
        ends_line = pdfium.FPDFText_IsHyphen(text.raw, index) == 1  # the library joins the lines here
        glyph = Glyph("-\n" if ends_line else chr(code), left, right, bottom, top)
        is_inked = glyph.char.strip() != "" and not glyph.char.endswith("\n")
        yield _Seen(glyph, not is_inked or _shows(text, index, glyph, paper=paper, grounds=grounds))


def _grounds(page: pypdfium2.PdfPage) -> Iterator[_Box]:
    """Pictures and dark surfaces: what stands on them may be white, or be the text layer of a scan."""
    for thing in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH)):
        if thing.type == pdfium.FPDF_PAGEOBJ_IMAGE or not _is_pale(
            _fill(pdfium.FPDFPageObj_GetFillColor, thing.raw)
        ):
            yield _Box(*thing.get_bounds())


def _shows(
    text: pypdfium2.PdfTextPage, index: int, glyph: Glyph, *, paper: _Box, grounds: tuple[_Box, ...]
) -> bool:
    if glyph.top - glyph.bottom < _SMALLEST or not paper.holds(glyph):
        return False
    words = pdfium.FPDFText_GetTextObject(text.raw, index)
    is_invisible = bool(words) and pdfium.FPDFTextObj_GetTextRenderMode(words) == _INVISIBLE_MODE
    if not is_invisible and not _is_pale(_fill(pdfium.FPDFText_GetFillColor, text.raw, index)):
        return True
    return any(ground.holds(glyph) for ground in grounds)


def _fill(ask: Callable[..., int], *of: object) -> tuple[int, ...]:
    """Red, green, blue and opacity of a fill; black where the library cannot say."""
    colour = [ctypes.c_uint(value) for value in (0, 0, 0, 255)]
    ask(*of, *(ctypes.byref(part) for part in colour))
    return tuple(part.value for part in colour)


def _is_pale(colour: tuple[int, ...]) -> bool:
    return min(colour[:3]) >= _WHITE or colour[3] < _CLEAR


def _joined(pages: list[str], hidden: list[int]) -> ReadText:
    starts, length = [], 0
    for page in pages:
        starts.append(length)
        length += len(page) + len(PAGE_BREAK)
    text = PAGE_BREAK.join(pages)
    return ReadText(SourceText(text, tuple(starts)), (*_hidden(hidden, starts), *oddities_of(text)))


def _hidden(hidden: list[int], starts: list[int]) -> Iterator[ReaderWarning]:
    """One warning for all that does not show, at the first page with any of it."""
    first = next((start for number, start in zip(hidden, starts, strict=True) if number), None)
    if first is not None:
        yield ReaderWarning(_HIDDEN, f"hidden characters left out: {sum(hidden)}", Span(first, first))


if __name__ == "__main__":
    serve(read_pdf)
