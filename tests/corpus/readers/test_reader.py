"""One notice in four formats: the same words in the same order, whatever held them."""

from hashlib import sha256

import pytest

from corpus.errors import UnreadableDocument
from corpus.readers.reader import read_source
from tests.corpus.readers.making import docx_of_text, html_of_text, pdf_of_text

MAKERS = {"pdf": pdf_of_text, "docx": docx_of_text, "html": html_of_text, "txt": str.encode}

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
    "txt": "text/plain",
}


@pytest.mark.parametrize("suffix", MAKERS)
def test_a_notice_gives_the_same_words_in_the_same_order_in_every_format(suffix: str, notice: str) -> None:
    read = read_source(MAKERS[suffix](notice), f"notice.{suffix}")
    assert read.source.text.split() == notice.split()
    assert read.warnings == ()


@pytest.mark.parametrize("suffix", MAKERS)
def test_a_notice_gives_the_same_paragraphs_in_every_format(suffix: str, notice: str) -> None:
    read = read_source(MAKERS[suffix](notice), f"notice.{suffix}")
    text = read.source.text.replace("\n\f", "\n") if suffix == "pdf" else read.source.text
    paragraphs = [" ".join(p.split()) for p in text.split("\n\n") if p.strip()]
    written = [" ".join(p.split()) for p in notice.split("\n\n") if p.strip()]
    cut_by_pages = len(read.source.page_starts)
    assert len(set(written) - set(paragraphs)) <= 2 * cut_by_pages


@pytest.mark.parametrize("suffix", MAKERS)
def test_the_provenance_holds_the_bare_name_the_kind_and_the_hash_of_the_bytes(suffix: str) -> None:
    data = MAKERS[suffix]("Brussels, 5 January 2026")
    provenance = read_source(data, f"/home/ana/mail/notice.{suffix}").provenance
    assert provenance.filename == f"notice.{suffix}"
    assert provenance.sha256 == sha256(data).hexdigest()
    assert provenance.media_type == MEDIA_TYPES[suffix]


def test_a_text_file_is_kept_verbatim(notice: str) -> None:
    odd = notice.replace("\n", "\r\n") + "\t \u00a0"
    assert read_source(odd.encode(), "notice.txt").source.text == odd


@pytest.mark.parametrize("suffix", MAKERS)
def test_reading_twice_gives_the_same(suffix: str, notice: str) -> None:
    data = MAKERS[suffix](notice)
    assert read_source(data, f"notice.{suffix}") == read_source(data, f"notice.{suffix}")


def test_a_refusal_is_one_line_with_the_file_what_where_and_what_was_expected() -> None:
    with pytest.raises(UnreadableDocument) as refusal:
        read_source(b"", "a\nb.txt")
    assert str(refusal.value) == (
        "a<U+000A>b.txt: the file is empty, 0 bytes; "
        "expected a PDF with a text layer, a DOCX, an HTML page or plain text"
    )
