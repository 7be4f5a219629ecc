"""A notice says the same in a text, a Word file, a page and a PDF."""

from collections.abc import Callable

import docx
import pytest

from tests.corpus.readers.making import docx_of_text, html_of_text, pdf_of_pages, pdf_of_text, saved
from tests.notices.handwritten import Handwritten, flat, handwritten, read_bytes

MAKERS: dict[str, Callable[[str], bytes]] = {"docx": docx_of_text, "html": html_of_text, "pdf": pdf_of_text}
PLACES = (60, 180, 250, 330)
HEADER = (
    "Brussels, 14 May 2025",
    "CM 2714/25",
    "Subject: Council Regulation on honey - End of the written procedure",
    "The written procedure opened by CM 2650/25 of 6 May 2025 ended on 13 May 2025 at 18.00.",
)
NOTICES = tuple(each for each in handwritten() if "-2 3" in each.name)
CASES = [
    pytest.param(notice, kind, id=f"{notice.name} {kind}")
    for notice in NOTICES
    for kind in MAKERS
    if kind != "pdf" or notice.text.encode("cp1252", "ignore").decode("cp1252") == notice.text
]


@pytest.mark.parametrize(("notice", "kind"), CASES)
def test_a_notice_says_the_same_in_every_format(notice: Handwritten, kind: str) -> None:
    found = read_bytes(MAKERS[kind](notice.text), f"notice.{kind}")
    assert found is not None
    assert flat(found[0]) == flat(notice.facts)


ROWS = (
    ("", "For", "Against", "Abstention"),
    ("Hungary", "", "x", ""),
    ("Austria", "x", "", ""),
    ("Malta", "", "", "x"),
)
LEAD, END = "The result of the vote was:", "All other delegations voted in favour."


def table_in_word() -> bytes:
    document = docx.Document()
    for paragraph in (*HEADER, LEAD):
        document.add_paragraph(paragraph)
    table = document.add_table(len(ROWS), len(ROWS[0]))
    for row, words in zip(table.rows, ROWS, strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    document.add_paragraph(END)
    return saved(document)


def table_in_a_page() -> bytes:
    rows = "".join("<tr>" + "".join(f"<td>{word}</td>" for word in row) + "</tr>" for row in ROWS)
    before = "".join(f"<p>{paragraph}</p>" for paragraph in (*HEADER, LEAD))
    return f"<html><body>{before}<table>{rows}</table><p>{END}</p>".encode()


def table_in_a_pdf() -> bytes:
    paragraphs = [(60, 780 - 20 * n, paragraph) for n, paragraph in enumerate((*HEADER, LEAD))]
    cells = [
        (x, 600 - 14 * n, w) for n, row in enumerate(ROWS) for x, w in zip(PLACES, row, strict=True) if w
    ]
    return pdf_of_pages([[*paragraphs, *cells, (60, 530, END)]])


@pytest.mark.parametrize(
    "made", [table_in_word, table_in_a_page, table_in_a_pdf], ids=lambda made: made.__name__
)
def test_a_table_is_read_by_its_columns_in_every_format(made: Callable[[], bytes]) -> None:
    found = read_bytes(made(), "notice")
    assert found is not None
    (act,) = found[0]["acts"]
    said = (act["in_favour_stated"], act["against"], act["abstained"], act["remainder"])
    assert said == (["AT"], ["HU"], ["MT"], "for")
