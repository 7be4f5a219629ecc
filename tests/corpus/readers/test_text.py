"""Plain text is decoded verbatim; a guess is a warning, a binary a refusal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableDocument
from corpus.model import ReaderWarning
from corpus.readers.text import read_text
from corpus.text import Span

GREEK = "Βρυξέλλες, 5 Ιανουαρίου 2026. Η Ουγγαρία καταψήφισε.\n"


def codes(warnings: tuple[ReaderWarning, ...]) -> list[str]:
    return [warning.code for warning in warnings]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", ["Brussel,\r\n5 januari  2026\u00a0–\tx\f\n", GREEK])
def test_text_of_a_declared_encoding_is_kept_verbatim_without_a_warning(text: str, encoding: str) -> None:
    read = read_text(text.encode(encoding), "a.txt")
    assert read.source.text == text
    assert read.warnings == ()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Brussel, 5 januari 2026, België\n", GREEK])
def test_utf_16_without_its_mark_is_read_and_warned_of(text: str, encoding: str) -> None:
    read = read_text(text.encode(encoding), "a.txt")
    assert read.source.text == text
    assert codes(read.warnings) == ["encoding_guessed"]


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_western_text_of_one_byte_is_read_and_warned_of_at_the_first_odd_byte(encoding: str) -> None:
    read = read_text("Die Stimme für Österreich".encode(encoding), "a.txt")
    assert read.source.text == "Die Stimme für Österreich"
    assert read.warnings == (
        ReaderWarning("encoding_guessed", "not UTF-8 (byte 12): read as Windows-1252", Span(12, 13)),
    )


def test_text_of_another_old_encoding_is_told_by_the_words_it_then_holds() -> None:
    read = read_text("22 października Węgry głosowały przeciw".encode("iso8859-2"), "a.txt")
    assert read.source.text == "22 października Węgry głosowały przeciw"
    assert read.warnings[0].message == "not UTF-8 (byte 5): read as ISO-8859-2"


def test_utf_8_with_a_damaged_byte_stays_utf_8_and_the_place_is_named() -> None:
    data = ("ö" * 20).encode() + b"\xff" + "ä".encode()
    read = read_text(data, "a.txt")
    assert read.source.text == "ö" * 20 + "\ufffd" + "ä"
    assert codes(read.warnings) == ["damaged_encoding"]
    assert read.warnings[0].span == Span(20, 21)


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("EspaÃ±a votÃ³ en contra", "mojibake", 4),
        ("solidariteitspool â€“ Einde", "mojibake", 18),
        ("Hungary \u202eagainst", "bidirectional_control", 8),
        ("Hun\u200bgary", "zero_width", 3),
        ("Hungary\U000e0041", "tag_character", 7),
        ("Hungary\0 " + "voted " * 30, "nul_character", 7),
        ("x" * 20_000, "enormous_line", 0),
    ],
)
def test_an_odd_character_is_kept_and_warned_of_at_its_place(text: str, code: str, at: int) -> None:
    read = read_text(text.encode(), "a.txt")
    assert read.source.text == text
    assert [(warning.code, warning.span.start) for warning in read.warnings] == [(code, at)]


@pytest.mark.parametrize(
    "text",
    ["España, Österreich, Ελλάδα, България, Éire", "Â ce jour", "Ã, a letter", "naïve café – “quoted”"],
)
def test_legitimate_letters_are_not_taken_for_a_wrong_encoding(text: str) -> None:
    assert read_text(text.encode(), "a.txt").warnings == ()


@pytest.mark.parametrize(
    "data", [bytes(range(256)), b"\0" * 100, b"words \x01\x02\x03\x04", b"\x00\x01" * 500]
)
def test_binary_content_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=r"a\.bin: the content is binary"):
        read_text(data, "a.bin")


def test_a_mark_the_bytes_break_is_refused_with_the_byte() -> None:
    with pytest.raises(UnreadableDocument, match=r"byte order mark says UTF-16-LE.*byte 2"):
        read_text(b"\xff\xfea\0b", "a.txt")


def test_white_space_alone_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="only white space"):
        read_text(b" \r\n\t", "a.txt")


@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_or_a_refusal(data: bytes) -> None:
    try:
        read = read_text(data, "a.txt")
    except UnreadableDocument:
        return
    assert all(warning.span.end <= len(read.source.text) for warning in read.warnings)
