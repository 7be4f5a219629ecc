"""The kind of a file is decided by its content; a name may only agree."""

import io
import tarfile
from pathlib import Path

import pytest

from corpus.errors import UnreadableDocument
from corpus.readers.kind import LARGEST, Kind, kind_of
from tests.corpus.readers.hostile_package import an_archive
from tests.corpus.readers.making import docx_of_text, html_of_text, pdf_of_text


def a_tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        tar.add(Path(__file__), "notice.txt")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"Brussels, 5 January 2026", Kind.TEXT),
        (b"a < b and <b> later", Kind.TEXT),
        (b"<Statement by Hungary>", Kind.TEXT),
        (html_of_text("words"), Kind.HTML),
        (b"<?xml version='1.0'?>\n<!-- saved --><html>", Kind.HTML),
        ("<html>".encode("utf-16"), Kind.HTML),
        (b"<p>a fragment", Kind.HTML),
        (pdf_of_text("words"), Kind.PDF),
        (b"\n\n" + pdf_of_text("words"), Kind.PDF),
        (docx_of_text("words"), Kind.DOCX),
    ],
)
def test_the_kind_is_told_by_the_content_when_the_name_says_nothing(data: bytes, kind: Kind) -> None:
    assert {kind_of(data, name) for name in ("notice", "notice.", "notice.rev1", "")} == {kind}


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "the file is empty"),
        (b" " * (LARGEST + 1), "the file is too large"),
        (an_archive(), "this is a ZIP archive"),
        (a_tar(), "this is a TAR archive"),
        (b"\x1f\x8b\x08\x00rest", "this is an archive"),
        (b"7z\xbc\xaf\x27\x1c", "this is an archive"),
        (b"\x89PNG\r\n\x1a\n", "this is an image"),
        (b"\xff\xd8\xff\xe0", "this is an image"),
        (b"\x7fELF\x02", "this is a program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "this is an old Office file"),
        (b"{\\rtf1\\ansi words}", "this is an RTF file"),
        (b"From: <Saved by Blink>\r\n", "this is a saved web archive"),
        (b"<?xml version='1.0'?><formex/>", "this is an XML file that is no HTML page"),
    ],
)
def test_what_is_no_readable_kind_is_refused_by_what_it_is(data: bytes, problem: str) -> None:
    with pytest.raises(UnreadableDocument, match=problem):
        kind_of(data, "notice")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"plain words", "notice.pdf"),
        (b"plain words", "notice.DOCX"),
        (b"plain words", "notice.html"),
        (b"plain words", "notice.png"),
        (b"plain words", "notice.zip"),
        (b"plain words", "notice.doc"),
        (html_of_text("words"), "notice.txt"),
        (pdf_of_text("words"), "notice.txt"),
        (pdf_of_text("words"), "notice.docx"),
        (docx_of_text("words"), "notice.pdf"),
    ],
)
def test_a_name_that_lies_about_the_content_is_refused(data: bytes, name: str) -> None:
    with pytest.raises(UnreadableDocument, match=r"the name says .*, the content is"):
        kind_of(data, name)


@pytest.mark.parametrize(
    "name", ["notice.txt", "notice.en.TXT", "notice.md", "CM 5563.1.25 REV 1", "notice.5563"]
)
def test_a_name_that_agrees_or_says_nothing_is_no_obstacle(name: str) -> None:
    assert kind_of(b"plain words", name) is Kind.TEXT


def test_a_start_made_of_comments_is_looked_at_in_linear_time() -> None:
    assert kind_of(b"<!-- x -->" * 1_000_000, "notice") is Kind.TEXT
