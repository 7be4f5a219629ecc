"""A notice in odd characters says its vote or less, with a warning; never another vote, never in silence."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tests.notices.handwritten import LISTS, Handwritten, flat, handwritten, read_bytes

NOTICES = tuple(notice for notice in handwritten("*-[1-6]") if notice.name.split()[1] in {"1", "3", "5"})
OLD_ENCODINGS = (
    ("pl", "cp1250"), ("pl", "iso8859-2"), ("cs", "cp1250"), ("sk", "cp1250"), ("hu", "cp1250"),
    ("hr", "cp1250"), ("sl", "cp1250"), ("bg", "cp1251"), ("bg", "mac-cyrillic"), ("el", "cp1253"),
    ("el", "iso8859-7"), ("lt", "cp1257"), ("lv", "cp1257"), ("mt", "iso8859-3"), ("de", "cp1252"),
    ("fr", "cp1252"), ("fr", "mac-roman"), ("sv", "cp850"),
)  # fmt: skip


def twice_encoded(text: str) -> str:
    """UTF-8 read as Windows-1252, its five missing characters as controls."""
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in text.encode())


def with_zero_width(text: str) -> str:
    return "".join(c + ("\u200b" if n % 7 == 0 else "") for n, c in enumerate(text))


def with_tags(text: str) -> str:
    return "".join(c + ("\U000e0061" if n % 11 == 0 else "") for n, c in enumerate(text))


def with_wide_letters(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if 33 <= ord(c) < 127 else c for c in text)


def in_bold_signs(text: str) -> str:
    bold = {65 + n: chr(0x1D400 + n) for n in range(26)}
    return text.translate(bold | {97 + n: chr(0x1D41A + n) for n in range(26)})


def with_turned_text(text: str) -> str:
    return text.replace("e", "\u202ee\u202c", 40)


def with_cyrillic_letters(text: str) -> str:
    return text.translate(str.maketrans("ao", "\u0430\u043e"))


def with_some_cyrillic_letters(text: str) -> str:
    half = len(text) // 2
    return text[:half] + with_cyrillic_letters(text[half:])


HARMLESS = (twice_encoded, with_zero_width, with_tags, with_wide_letters, in_bold_signs)
DECEIVING = (with_turned_text, with_cyrillic_letters, with_some_cyrillic_letters)


def votes(said: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in flat(said).items() if key.split()[0] in {*LISTS, "remainder"}}


def positions(act: Mapping[str, Any]) -> set[tuple[str, str]]:
    return {(key, state) for key in LISTS for state in act[key]}


@pytest.mark.parametrize("disguise", HARMLESS, ids=lambda d: d.__name__)
@pytest.mark.parametrize("notice", NOTICES, ids=lambda n: n.name)
def test_what_shows_the_same_says_the_same_vote_with_a_warning(
    notice: Handwritten, disguise: Callable[[str], str]
) -> None:
    text = disguise(notice.text)
    found = read_bytes(text.encode(), "disguised.txt")
    assert found is not None
    assert found[1] - notice.warnings or text == notice.text
    assert votes(found[0]) == votes(notice.facts)


@pytest.mark.parametrize("disguise", DECEIVING, ids=lambda d: d.__name__)
@pytest.mark.parametrize("notice", NOTICES, ids=lambda n: n.name)
def test_what_deceives_the_eye_leaves_the_vote_open_with_a_warning(
    notice: Handwritten, disguise: Callable[[str], str]
) -> None:
    found = read_bytes(disguise(notice.text).encode(), "disguised.txt")
    if found is None or disguise(notice.text) == notice.text:
        return
    assert found[1] - notice.warnings or notice.facts["language"] in {"bg", "el"}
    for said, stated in zip(found[0]["acts"], notice.facts["acts"], strict=False):
        assert positions(said) <= positions(stated)
        assert positions(said) == positions(stated) or said["remainder"] is None


@pytest.mark.parametrize(("language", "encoding"), OLD_ENCODINGS)
def test_a_notice_in_an_old_encoding_is_told_by_its_words(language: str, encoding: str) -> None:
    for notice in handwritten(f"{language}-1"):
        plain = notice.text.translate(str.maketrans("“”„–—’‘•…", '"""--\'\'-.'))
        try:
            found = read_bytes(plain.encode(encoding), "old.txt")
        except UnicodeEncodeError:
            continue
        reference = read_bytes(plain.encode(), "new.txt")
        assert found is not None
        assert reference is not None
        assert flat(found[0]) == flat(reference[0])
        assert "encoding_guessed" in found[1] or plain.isascii()
