"""The reading view: a document's text made fit to read, each character tied to its source.

Knows typography: line breaks, hyphenation, page furniture, invisible characters. Refuses to
know what the words mean. A paragraph, heading or point is one line of the view; whatever was
dropped or joined, ``span`` gives the verbatim place in the source.
"""

import re
import unicodedata
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from corpus.furniture import furniture_in
from corpus.joining import HANGING, Gap, Line, joint_between, wrap_width
from corpus.phrase import fold
from corpus.text import SourceText, Span

_ALIKE = {
    **dict.fromkeys(
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\0", " "
    ),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4\u0060\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
    **dict.fromkeys("\u2010\u2011\u2212", "-"),
}
_SUBSTITUTES = str.maketrans(_ALIKE)
_INVISIBLE = (
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u061c\u180e\ufe00-\ufe0f"
    "\U000e0000-\U000e01ef\x01-\x08\x0e-\x1f\x7f"
)
_RAISED = r"[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+"
_LEADER = r"(?:\.{4,}|(?:[ \t]\.){4,}|_{4,}|\u2026{2,})"
_GLUED = r"(?<=[^\W\d_]{4})\d{1,2}(?!\w)"
_CUT = rf"(?<=[^\W\d_]{{2}})- (?=[a-zß-ÿ])(?!{HANGING.pattern})"
_LAST_WORD = re.compile(r"[^\W\d_]{1,40}$")
_UNLIKE = re.compile(
    rf"[{_INVISIBLE}]+|[\ufb00-\ufb06]|[A-Za-zÀ-ɏͰ-Ͽ\u0400-\u04ff][\u0300-\u036f]+|[\uff01-\uff5e]"
    rf"|(?<=[\w.,;)]){_RAISED}|{_LEADER}|{_GLUED}|{_CUT}"
)
_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+|\f|\r\n|[\n\r\v\x1c-\x1e\x85\u2028\u2029]")
_BREAKS = frozenset("\n\r\v\x1c\x1d\x1e\x85\u2028\u2029")


@dataclass(frozen=True)
class ReadingView:
    """A cleaned text and, for each of its characters, the source's characters it stands for."""

    source: SourceText
    text: str
    starts: "array[int]"
    ends: "array[int]"

    @cached_property
    def folded(self) -> str:
        """The text without capitals and accents: what phrases are matched on."""
        return fold(self.text)

    def span(self, start: int, end: int) -> Span:
        """The place in the source of a range of the view; white space at its ends left out."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start == end:
            place = self.starts[min(start, len(self.starts) - 1)] if self.starts else 0
            return Span(place, place)
        return Span(self.starts[start], self.ends[end - 1])

    def range_of(self, span: Span) -> tuple[int, int]:
        """The range of the view that a place in the source became."""
        return bisect_right(self.ends, span.start), bisect_right(self.starts, max(span.start, span.end - 1))


@dataclass(slots=True)
class _Cleaned:
    text: str
    starts: "array[int]"
    ends: "array[int]"


def read_view(source: SourceText, words: frozenset[str] = frozenset()) -> ReadingView:
    """The reading view of a text: furniture gone, one line a paragraph, typography made plain.

    ``words`` (folded) are made whole where a line break cuts them in two.
    """
    lines = _lines_of(source, words)
    breaks = [number for number, line in enumerate(lines) if line.is_page_break]
    furniture = furniture_in([line.text for line in lines], breaks)
    width = wrap_width([len(line.text) for n, line in enumerate(lines) if n not in furniture])
    out = _Cleaned("", array("l"), array("l"))
    parts: list[str] = []
    before: Line | None = None
    blank = page = False
    for number, line in enumerate(lines):
        if number in furniture or line.is_page_break:
            page = True
        elif not line.text:
            blank = True
        else:
            if before is not None:
                _end_line(parts, out, joint_between(before, line, Gap(blank, page, width, words)))
            parts.append(line.text)
            out.starts.extend(line.starts)
            out.ends.extend(line.ends)
            before, blank, page = line, False, False
    return ReadingView(source, "".join(parts), out.starts, out.ends)


def _end_line(parts: list[str], out: _Cleaned, joint: str) -> None:
    """Close the line before: by a break, a space, or nothing with its hyphen taken off ("-")."""
    if joint == "-":
        parts[-1] = parts[-1][:-1]
        out.starts.pop()
        out.ends.pop()
    elif joint:
        parts.append(joint)
        out.starts.append(out.ends[-1])
        out.ends.append(out.ends[-1])


def _lines_of(source: SourceText, words: frozenset[str]) -> list[Line]:
    lines: list[Line] = []
    pages = list(source.page_starts)
    pending = False
    for found in _LINE.finditer(source.text):
        if pages and found.start() >= pages[0]:
            pages = pages[bisect_right(pages, found.start()) :]
            if found.start() > 0:
                lines.append(Line.page_break())
        if found[0] == "\f":
            lines.append(Line.page_break())
        elif found[0][0] in _BREAKS:
            if pending:
                lines.append(Line("", array("l"), array("l")))
            pending = True
            continue
        else:
            lines.append(_cleaned_line(found[0], found.start(), words))
        pending = False
    return lines


def _cleaned_line(raw: str, offset: int, words: frozenset[str]) -> Line:
    cleaned = _Cleaned("", array("l"), array("l"))
    parts: list[str] = []
    at = 0
    ends_in_soft_hyphen = raw.rstrip().endswith("\u00ad")
    for found in _UNLIKE.finditer(raw):
        _append(cleaned, parts, raw[at : found.start()], Span(offset + at, offset + found.start()))
        plain = _plain(raw, found, words)
        parts.append(plain)
        cleaned.starts.extend([offset + found.start()] * len(plain))
        cleaned.ends.extend([offset + found.end()] * len(plain))
        at = found.end()
    _append(cleaned, parts, raw[at:], Span(offset + at, offset + len(raw)))
    text = "".join(parts).translate(_SUBSTITUTES)
    if ends_in_soft_hyphen:
        text, at = text.rstrip() + "\u00ad", len(text.rstrip())
        cleaned.starts[at:] = array("l", [offset + len(raw.rstrip()) - 1])
        cleaned.ends[at:] = array("l", [offset + len(raw.rstrip())])
    lead = len(text) - len(text.lstrip())
    trail = len(text.rstrip())
    return Line(text[lead:trail], cleaned.starts[lead:trail], cleaned.ends[lead:trail])


def _append(cleaned: _Cleaned, parts: list[str], text: str, span: Span) -> None:
    parts.append(text)
    cleaned.starts.extend(range(span.start, span.end))
    cleaned.ends.extend(range(span.start + 1, span.end + 1))


def _plain(raw: str, found: re.Match[str], words: frozenset[str]) -> str:
    """What an unusual sequence is read as.

    Ligatures are spelt out, accents composed, dots that lead to the next column become a tab; the
    invisible goes, and so do the hyphen of a cut word ("Lux- embourg") and the number of a note, raised
    or behind a state's name ("Slovenia2").
    """
    characters = found[0]
    if re.fullmatch(rf"[{_INVISIBLE}]+|{_RAISED}|- ", characters):
        return ""
    if characters.isdecimal():
        word = _LAST_WORD.search(raw, max(0, found.start() - 40), found.start())
        return "" if word and fold(word[0]) in words else characters
    return "\t" if re.fullmatch(_LEADER, characters) else unicodedata.normalize("NFKC", characters)
