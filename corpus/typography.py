"""What unusual characters of a line are read as; each with its place, so that nothing is lost track of.

Ligatures are spelt out, accents composed, letters of a wrong encoding read back, dots that lead to the
next column become a tab. The invisible goes, and so do the hyphen of a cut word ("Lux- embourg") and
the number of a note, raised or behind a state's name ("Slovenia2").
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.joining import HANGING
from corpus.mojibake import TWICE_ENCODED, mojibake_in, read_back
from corpus.phrase import fold

_INVISIBLE = (
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u061c\u180e\ufe00-\ufe0f"
    "\U000e0000-\U000e01ef\x01-\x08\x0e-\x1f\x7f"
)
_RAISED = r"[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+"
_SHORT_LEADER = r"(?<=[^\W\d_] )(?:\.{2,3}|\u2026)(?= [^\W\d_]+(?: [^\W\d_]+){0,2}\s*$)"
_LEADER = rf"(?:(?:[.\uff0e_\uff3f][{_INVISIBLE}]*){{4,}}|(?:[ \t]\.){{4,}}|\u2026{{2,}}|{_SHORT_LEADER})"
_GLUED = r"(?<=[^\W\d_]{4})[0-9]{1,2}(?!\w)"
_CUT = rf"(?<=[^\W\d_]{{2}})- (?=[a-zß-ÿ])(?!{HANGING.pattern})"
_UNLIKE = (
    rf"{_LEADER}|[{_INVISIBLE}]+|[\ufb00-\ufb06]|[A-Za-zÀ-ɏͰ-Ͽ\u0400-\u04ff][\u0300-\u036f]+|[\uff01-\uff5e]"
    rf"|[\U0001d400-\U0001d7ff]|(?<=[\w.,;){_INVISIBLE}]){_RAISED}|{_GLUED}|{_CUT}"
)
_PLAIN = re.compile(_UNLIKE)
_TWICE = re.compile(rf"(?P<twice>{TWICE_ENCODED})|{_UNLIKE}")
_DROPPED = re.compile(rf"[{_INVISIBLE}]+|{_RAISED}|- ")
_TAB = re.compile(rf"[ \t.\uff0e_\uff3f\u2026{_INVISIBLE}]{{2,}}|\u2026")
_LAST_WORD = re.compile(r"[^\W\d_]{1,40}$")


@dataclass(frozen=True, slots=True)
class Typography:
    """How one text is read: ``words`` are states' names and clitics, ``is_twice_encoded`` its damage."""

    words: frozenset[str]
    is_twice_encoded: bool

    def replacements(self, raw: str) -> Iterator[tuple[int, int, str]]:
        """The places of a line to be read as something else, each with what that is."""
        for found in (_TWICE if self.is_twice_encoded else _PLAIN).finditer(raw):
            yield found.start(), found.end(), self._plain(raw, found)

    def _plain(self, raw: str, found: re.Match[str]) -> str:
        characters = found[0]
        if self.is_twice_encoded and found["twice"]:
            sequence, letter = read_back(characters)
            return _DROPPED.sub("", letter) + characters[len(sequence) :]
        if characters == "- " and self._ends_clitic(raw, found.start()):
            return "-"
        if _DROPPED.fullmatch(characters):
            return ""
        if characters.isascii() and characters.isdecimal():
            word = _LAST_WORD.search(raw, max(0, found.start() - 40), found.start())
            return "" if word and fold(word[0]) in self.words else characters
        return "\t" if _TAB.fullmatch(characters) else unicodedata.normalize("NFKC", characters)

    def _ends_clitic(self, raw: str, hyphen: int) -> bool:
        """Whether a word keeps its hyphen: Maltese "tal- Litwanja"."""
        word = _LAST_WORD.search(raw, max(0, hyphen - 40), hyphen)
        return word is not None and fold(f"{word[0]}-") in self.words


def typography_of(text: str, words: frozenset[str]) -> Typography:
    """How a text is to be read."""
    return Typography(words, next(mojibake_in(text), None) is not None)


def plain(text: str) -> str:
    """The text as it is read; its places are lost."""
    parts, at = [], 0
    for start, end, replacement in typography_of(text, frozenset()).replacements(text):
        parts += [text[at:start], replacement]
        at = end
    return "".join([*parts, text[at:]])
