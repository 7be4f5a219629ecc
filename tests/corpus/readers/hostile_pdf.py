"""PDFs that are made to hurt: each by what it does."""

import zlib
from collections.abc import Callable

from tests.corpus.readers.making import pdf_file, pdf_of_pages, pdf_stream

CATALOGUE = b"<</Type /Catalog /Pages 2 0 R>>"
FONT = b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"
PAGE = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <<%s>>>>"
FLATE = b"/Filter /FlateDecode"


def with_page(content: bytes, resources: bytes = b"/Font <</F1 5 0 R>>", *more: bytes) -> bytes:
    pages = b"<</Type /Pages /Kids [3 0 R] /Count 1>>"
    return pdf_file([CATALOGUE, pages, PAGE % resources, content, FONT, *more])


def flate_bomb() -> bytes:
    return with_page(pdf_stream(zlib.compress(b" " * 200_000_000, 9), FLATE))


def nested_flate_bomb() -> bytes:
    twice = zlib.compress(zlib.compress(b" " * 400_000_000, 9), 9)
    return with_page(pdf_stream(twice, b"/Filter [/FlateDecode /FlateDecode]"))


def run_length_bomb() -> bytes:
    runs = zlib.compress(b"\x81 " * 4_000_000, 9)
    return with_page(pdf_stream(runs, b"/Filter [/FlateDecode /RunLengthDecode]"))


def many_flate_streams() -> bytes:
    small = pdf_stream(zlib.compress(b" " * 20_000_000, 9), FLATE)
    return with_page(small, b"", *[small] * 20)


def endless_text() -> bytes:
    shown = b"BT /F1 1 Tf " + b"(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj " * 1_000_000 + b"ET"
    return with_page(pdf_stream(zlib.compress(shown, 9), FLATE))


def cyclic_pages() -> bytes:
    return pdf_file([CATALOGUE, b"<</Type /Pages /Kids [2 0 R 2 0 R] /Count 2>>"])


def pages_that_are_their_own_parent() -> bytes:
    tree = [
        b"<</Type /Pages /Parent 3 0 R /Kids [3 0 R] /Count 1>>",
        b"<</Type /Pages /Kids [2 0 R] /Count 1>>",
    ]
    return pdf_file([CATALOGUE, *tree])


def pages_nested_deeply() -> bytes:
    levels = [b"<</Type /Pages /Kids [%d 0 R] /Count 1>>" % (n + 3) for n in range(20_000)]
    return pdf_file([CATALOGUE, *levels, b"<</Type /Page /MediaBox [0 0 9 9]>>"])


def a_count_that_lies() -> bytes:
    return pdf_file([CATALOGUE, b"<</Type /Pages /Kids [] /Count 2000000000>>"])


def a_size_that_lies() -> bytes:
    return pdf_of_pages([[(60, 700, "words")]]).replace(b"/Size 6", b"/Size 999999999")


def a_previous_table_that_is_this_one() -> bytes:
    whole = pdf_of_pages([[(60, 700, "words")]])
    start = whole.rindex(b"startxref") + 10
    table = whole[start:].split(b"\n")[0]
    return whole.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev " + table)


def arrays_nested_deeply() -> bytes:
    return with_page(pdf_stream(b"BT " + b"[" * 1_000_000 + b"]" * 1_000_000 + b" TJ ET"))


def objects_nested_deeply() -> bytes:
    return pdf_file([CATALOGUE, b"<</A " * 100_000 + b">>" * 100_000])


def dictionaries_left_open() -> bytes:
    return b"%PDF-1.7\n" + b"<<" * 2_000_000 + b"\n%%EOF"


def a_form_that_draws_itself() -> bytes:
    form = pdf_stream(
        b"/X Do " * 100, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</X 6 0 R>>>>"
    )
    return with_page(pdf_stream(b"/X Do"), b"/XObject <</X 6 0 R>>", form)


def forms_that_multiply() -> bytes:
    """Ten forms, each drawing the next ten times: 10^10 words."""
    forms = [
        pdf_stream(
            b"/X Do " * 10,
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</X %d 0 R>>>>" % (7 + n),
        )
        for n in range(10)
    ]
    last = pdf_stream(
        b"BT /F1 9 Tf (words) Tj ET",
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</Font <</F1 5 0 R>>>>",
    )
    return with_page(pdf_stream(b"/X Do"), b"/XObject <</X 6 0 R>>", *forms, last)


def object_stream_that_extends_itself() -> bytes:
    inner = zlib.compress(b"6 0 <</A 1>>")
    return with_page(pdf_stream(inner, b"/Type /ObjStm /N 1 /First 4 /Extends 4 0 R " + FLATE))


def a_length_that_lies() -> bytes:
    return with_page(b"<</Length 2147483647>>\nstream\nBT ET\nendstream")


def a_million_objects() -> bytes:
    return pdf_file([CATALOGUE, b"<</Type /Pages /Kids [] /Count 0>>", *[b"null"] * 400_000])


def streams_without_end() -> bytes:
    return b"%PDF-1.7\n" + b"1 0 obj\n<</Filter /FlateDecode>>\nstream\n" * 30_000 + b"\n%%EOF"


HOSTILE: tuple[Callable[[], bytes], ...] = (
    flate_bomb, nested_flate_bomb, run_length_bomb, many_flate_streams, endless_text, cyclic_pages,
    pages_that_are_their_own_parent, pages_nested_deeply, a_count_that_lies, a_size_that_lies,
    a_previous_table_that_is_this_one, arrays_nested_deeply, objects_nested_deeply, dictionaries_left_open,
    a_form_that_draws_itself, forms_that_multiply, object_stream_that_extends_itself, a_length_that_lies,
    a_million_objects, streams_without_end,
)  # fmt: skip
