"""UTF-8 that was once read as Windows-1252: "EspaÃ±a" for "España".

Knows which sequences turn into one letter or sign of Europe's languages when read back; others may
be what someone wrote, as the É of capitals before a no-break space.
"""

import re
from collections.abc import Iterator

_CONTINUATIONS = bytes(range(0x80, 0xC0)).decode("cp1252", "ignore")
TWICE_ENCODED = f"[\u00c2-\u00f4][\u0080-\u00bf{_CONTINUATIONS}]{{1,3}}"
_SEQUENCE = re.compile(TWICE_ENCODED)
_PLAUSIBLE = re.compile("[\u00a0-\u017f\u0218-\u021b\u0370-\u045f\u1f00-\u1fff\u2010-\u2044\u20ac\u2122]")
_MAY_FOLLOW_A_LETTER = frozenset("\u00a0\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2026\u2022")


def mojibake_in(text: str) -> Iterator[tuple[int, str, str]]:
    """The sequences of a text that were letters once: place, sequence, letter; none where no one is sure.

    >>> list(mojibake_in("EspaÃ±a"))
    [(4, 'Ã±', 'ñ')]
    """
    found = [(m.start(), *read_back(m[0])) for m in _SEQUENCE.finditer(text)]
    letters = [(place, sequence, letter) for place, sequence, letter in found if letter]
    if any(not _MAY_FOLLOW_A_LETTER.issuperset(sequence[1:]) for _, sequence, _ in letters):
        yield from letters


def read_back(characters: str) -> tuple[str, str]:
    """The longest beginning of the characters that is one letter in UTF-8, and that letter; or nothing."""
    data = b"".join(_byte(character) for character in characters)
    for length in range(len(data), 1, -1):
        try:
            letter = data[:length].decode("utf-8")
        except UnicodeDecodeError:
            continue
        if len(letter) == 1 and _PLAUSIBLE.fullmatch(letter):
            return characters[:length], letter
    return "", ""


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")
