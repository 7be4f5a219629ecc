"""Characters that do not show, or show as something else: reported, and kept in the source.

Knows the code points; what is done about them when reading is ``corpus/reading.py``'s.
Source: Unicode TR36 and TR39 (security), CVE-2021-42574 (bidirectional controls).
"""

import re

from corpus.model import ReaderWarning
from corpus.mojibake import mojibake_in
from corpus.text import Span

LONGEST_LINE = 20_000
_HIDDEN = (
    ("nul_character", "control characters", r"\x00-\x08\x0e-\x1f\x7f"),
    ("bidirectional_control", "bidirectional controls", r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"),
    (
        "zero_width",
        "zero-width characters",
        r"\u200b-\u200d\u2060-\u2064\ufeff\u180e\u115f\u1160\u3164\uffa0",
    ),
    ("tag_character", "tag characters", r"\U000e0000-\U000e007f\U000e0100-\U000e01ef\ufe00-\ufe0f"),
)
_LONG_LINE = re.compile(rf"[^\n\r]{{{LONGEST_LINE},}}")


def oddities_of(text: str) -> tuple[ReaderWarning, ...]:
    """One warning for each kind of odd character in the text, at its first place."""
    found = [_hidden(text, code, what, chars) for code, what, chars in _HIDDEN]
    found += [_mojibake(text), _long_line(text)]
    return tuple(warning for warning in found if warning is not None)


def _hidden(text: str, code: str, what: str, chars: str) -> ReaderWarning | None:
    places = [match.start() for match in re.finditer(f"[{chars}]", text)]
    if not places:
        return None
    first = places[0]
    message = f"{len(places)} {what}, the first U+{ord(text[first]):04X}"
    return ReaderWarning(code, message, Span(first, first + 1))


def _mojibake(text: str) -> ReaderWarning | None:
    """UTF-8 that was once read as Windows-1252."""
    for place, sequence, letter in mojibake_in(text):
        message = f"looks like text of a wrong encoding: {sequence!r} for {letter!r}"
        return ReaderWarning("mojibake", message, Span(place, place + len(sequence)))
    return None


def _long_line(text: str) -> ReaderWarning | None:
    match = _LONG_LINE.search(text)
    if match is None:
        return None
    return ReaderWarning("enormous_line", f"a line of {len(match[0])} characters", Span(*match.span()))
