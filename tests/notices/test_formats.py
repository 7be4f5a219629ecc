"""A notice says the same in a text, a Word file, a page and a PDF."""

from collections.abc import Callable

import pytest

from tests.corpus.readers.making import docx_of_text, html_of_text, pdf_of_text
from tests.notices.handwritten import Handwritten, flat, handwritten, read_bytes

MAKERS: dict[str, Callable[[str], bytes]] = {"docx": docx_of_text, "html": html_of_text, "pdf": pdf_of_text}
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
