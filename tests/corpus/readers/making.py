"""Small real files, made in the test: what the formats must give back is known."""

import io
import textwrap
import zipfile
import zlib
from collections.abc import Sequence
from html import escape
from pathlib import Path

import docx

ROOT = Path(__file__).parents[3]
Words = tuple[int, int, str]


def pdf_object(number: int, content: bytes) -> bytes:
    return b"%d 0 obj\n" % number + content + b"\nendobj\n"


def pdf_file(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += pdf_object(number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size + table
    return bytes(out) + b"trailer\n<</Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        trailer,
        start,
    )


def pdf_stream(content: bytes, extra: bytes = b"") -> bytes:
    return b"<</Length %d %s>>\nstream\n" % (len(content), extra) + content + b"\nendstream"


def pdf_of_pages(pages: Sequence[Sequence[Words]]) -> bytes:
    """A PDF that sets each (x, y, words) of a page in 11 point Helvetica."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(pages)))
    font = b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>"
    objects = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [%s] /Count %d>>" % (kids, len(pages)),
        font,
    ]
    for number, page in enumerate(pages):
        objects.append(
            b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources <</Font <</F1 3 0 R>>>>>>" % (5 + 2 * number)
        )
        drawn = b"".join(b"1 0 0 1 %d %d Tm (%s) Tj\n" % (x, y, _pdf_words(words)) for x, y, words in page)
        objects.append(pdf_stream(zlib.compress(b"BT /F1 11 Tf\n" + drawn + b"ET"), b"/Filter /FlateDecode"))
    return pdf_file(objects)


def pdf_drawn(content: bytes) -> bytes:
    """A PDF of one page with this content; its font is F1."""
    page = (
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
        b"/Resources <</Font <</F1 3 0 R>>>>>>"
    )
    font = b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>"
    pages = b"<</Type /Pages /Kids [4 0 R] /Count 1>>"
    return pdf_file([b"<</Type /Catalog /Pages 2 0 R>>", pages, font, page, pdf_stream(content)])


def _pdf_words(words: str) -> bytes:
    plain = words.encode("cp1252")
    return plain.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def pdf_of_text(text: str) -> bytes:
    """The text typeset: 14 points from line to line, 22 between paragraphs, pages of A4."""
    pages: list[list[Words]] = [[]]
    height = 780
    for paragraph in text.strip().split("\n\n"):
        for line in paragraph.split("\n"):
            for printed in textwrap.wrap(line, 85, break_on_hyphens=False):
                if height < 60:
                    pages.append([])
                    height = 780
                pages[-1].append((60, height, printed))
                height -= 14
        height -= 8
    return pdf_of_pages(pages)


def docx_of_text(text: str) -> bytes:
    document = docx.Document()
    for paragraph in text.strip().split("\n\n"):
        document.add_paragraph(paragraph)
    return saved(document)


def saved(document: "docx.document.Document") -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def html_of_text(text: str) -> bytes:
    paragraphs = (escape(p).replace("\n", "<br>") for p in text.strip().split("\n\n"))
    return ("<!DOCTYPE html><title>n</title>" + "".join(f"<p>{p}</p>" for p in paragraphs)).encode()


def with_part(package: bytes, part: str, content: bytes) -> bytes:
    """The package with one part replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, content)
    return out.getvalue()
