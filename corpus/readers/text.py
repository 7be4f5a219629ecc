"""Plain text: bytes to characters, verbatim.

Knows UTF-8, UTF-16 (with or without a byte order mark) and, by their words, the old one-byte
encodings. Nothing is normalised: offsets are those of the file. Refuses what is binary.
"""

import re

from corpus.errors import UnreadableDocument
from corpus.model import ReaderWarning
from corpus.readers.encoding import encoding_of, spoken
from corpus.readers.oddity import oddities_of
from corpus.readers.source import ReadText
from corpus.text import SourceText, Span

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_UTF8_LETTER = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")
_EXPECTED = "UTF-8, UTF-16 or one-byte text such as Windows-1252"
_FEW = 16


def read_text(data: bytes, name: str) -> ReadText:
    """The characters of a text file.

    Raises: UnreadableDocument when the bytes are binary, or no text of a known encoding.
    """
    text, warnings = decode(data, name)
    _refuse_binary(text, name)
    if not text.strip():
        raise UnreadableDocument(
            name, "the file holds only white space", place="whole file", expected="a text"
        )
    return ReadText(SourceText(text), warnings + oddities_of(text))


def decode(data: bytes, name: str) -> tuple[str, tuple[ReaderWarning, ...]]:
    """The text of the bytes, and a warning where the encoding had to be guessed.

    Raises: UnreadableDocument when a byte order mark promises an encoding the bytes break.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decode_as_promised(data[len(bom) :], encoding, name), ()
    if guessed := _utf16_without_mark(data):
        return guessed, (_warning("encoding_guessed", "no byte order mark: read as UTF-16", 0),)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _decode_otherwise(data, error.start)


def _decode_as_promised(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        place = f"byte {error.start}"
        problem = f"the byte order mark says {encoding.upper()}, the bytes are not"
        raise UnreadableDocument(name, problem, place=place, expected=_EXPECTED) from error


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 shows by its zero bytes: spaces and line ends have one in every script."""
    head = data[:4096]
    if len(data) % 2 or head.count(0) * 20 < len(head):
        return None
    encoding = "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    letters = sum(char.isalpha() or char.isspace() for char in text[:2048])
    return text if letters > 0.6 * len(text[:2048]) and "\x00" not in text else None


def _decode_otherwise(data: bytes, first_bad: int) -> tuple[str, tuple[ReaderWarning, ...]]:
    """UTF-8 with damage where most of it is UTF-8; else the old encoding its words are in."""
    letters = len(_UTF8_LETTER.findall(data))
    repaired = data.decode("utf-8", "replace")
    place = repaired.find("\ufffd")
    damaged = repaired.count("\ufffd")
    if letters > 4 * damaged:
        message = f"{damaged} byte sequences are not UTF-8; shown as \ufffd"
        return repaired, (ReaderWarning("damaged_encoding", message, Span(place, place + 1)),)
    encoding = encoding_of(data)
    message = f"not UTF-8 (byte {first_bad}): read as {spoken(encoding)}"
    return data.decode(encoding), (_warning("encoding_guessed", message, first_bad),)


def _refuse_binary(text: str, name: str) -> None:
    found = [match.start() for match in _CONTROL.finditer(text)]
    if len(found) > _FEW or len(found) * 100 > len(text):
        place = f"control character at {found[0]}, {len(found)} in all"
        raise UnreadableDocument(name, "the content is binary", place=place, expected=_EXPECTED)


def _warning(code: str, message: str, at: int) -> ReaderWarning:
    return ReaderWarning(code, message, Span(at, at + 1))
