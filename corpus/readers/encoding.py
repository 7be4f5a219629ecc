"""Which of the old one-byte encodings a text is in, by the words it then holds.

Knows the words of notices in all languages: a wrong encoding makes "Węgry" into "Wêgry", which no
language has. Refuses to know more than one encoding a file. Where no such word tells, Windows-1252.
"""

import re
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parents[1] / "data"
# In the order of preference: of two that make the same words, the first is taken.
ENCODINGS = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1257", "cp1254",
    "iso8859-1", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5", "iso8859-7", "iso8859-13", "iso8859-15",
    "iso8859-16", "koi8-r", "cp852", "cp850", "cp737", "cp775", "cp855", "cp866",
    "mac-roman", "mac-latin2", "mac-cyrillic", "mac-greek",
)  # fmt: skip
_SPOKEN = re.compile(r"^cp(?=125)")
_WORD = re.compile(r"(?=[^\W\d_]{3})[^\W\d_]*[^\W\d_\x00-\x7f][^\W\d_]*")
_MOST_BYTES = 100_000


def encoding_of(data: bytes) -> str:
    """The one-byte encoding in which the bytes hold most words of notices."""
    known = {encoding: _known_words_in(data[:_MOST_BYTES], encoding) for encoding in ENCODINGS}
    return max(ENCODINGS, key=lambda encoding: known[encoding])


def spoken(encoding: str) -> str:
    """The encoding as people write it.

    >>> spoken("cp1250"), spoken("iso8859-2")
    ('Windows-1250', 'ISO-8859-2')
    """
    return _SPOKEN.sub("Windows-", encoding).replace("iso8859", "ISO-8859")


def _known_words_in(data: bytes, encoding: str) -> int:
    """How many known words the bytes hold in an encoding; none where a byte stands for nothing in it."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return -1
    return len(set(_WORD.findall(text.lower())) & _known_words())


@cache
def _known_words() -> frozenset[str]:
    """Words with letters beyond ASCII that the data files of all languages hold."""
    files = (*_DATA.glob("lexicon/??.toml"), *_DATA.glob("states/??.toml"))
    return frozenset(word for file in files for word in _WORD.findall(file.read_text("utf-8").lower()))
