"""PDF: the text layer, page by page. The one module with pypdfium2; runs in a child process.

Knows characters and where they stand on the page. Refuses what is encrypted, truncated or
corrupt, and pages that are only pictures.
"""

from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from corpus.errors import UnreadableDocument
from corpus.readers.child import serve
from corpus.readers.oddity import oddities_of
from corpus.readers.page import Glyph, page_text
from corpus.readers.pdf_structure import check_structure
from corpus.readers.source import ReadText
from corpus.text import SourceText

MOST_PAGES = 500
PAGE_BREAK = "\n\f"
_OCR = "a text layer; add one with: ocrmypdf IN.pdf OUT.pdf"


def read_pdf(data: bytes, name: str) -> ReadText:
    """The text of a PDF; ``page_starts`` says where each page begins.

    Raises: UnreadableDocument when it is encrypted, truncated, corrupt, endless or without text.
    """
    check_structure(data, name)
    document = _opened(data, name)
    pages = [page_text(_glyphs(document, number, name)) for number in range(_count(document, name))]
    if not any(pages):
        place = f"{len(pages)} page{'s' if len(pages) > 1 else ''}"
        raise UnreadableDocument(name, "the PDF has no text layer", place=place, expected=_OCR)
    return _joined(pages)


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


def _glyphs(document: pypdfium2.PdfDocument, number: int, name: str) -> Iterator[Glyph]:
    try:
        page = document[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        problem = "the PDF is corrupt"
        raise UnreadableDocument(
            name, problem, place=f"page {number + 1}", expected="a whole page"
        ) from error
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text.raw, index)
        left, bottom, right, top = text.get_charbox(index, loose=True)
        ends_line = pdfium.FPDFText_IsHyphen(text.raw, index) == 1  # the library joins the lines here
        yield Glyph("-\n" if ends_line else chr(code), left, right, bottom, top)


def _joined(pages: list[str]) -> ReadText:
    starts, length = [], 0
    for page in pages:
        starts.append(length)
        length += len(page) + len(PAGE_BREAK)
    text = PAGE_BREAK.join(pages)
    return ReadText(SourceText(text, tuple(starts)), oddities_of(text))


if __name__ == "__main__":
    serve(read_pdf)
