"""The reading view: a document's text made fit to read, each character tied to its source.

Knows typography: line breaks, hyphenation, page furniture, invisible characters. Refuses to
know what the words mean. A paragraph, heading or point is one line of the view; whatever was
dropped or joined, ``span`` gives the verbatim place in the source.
"""

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from corpus.furniture import furniture_in
from corpus.joining import Gap, Line, joint_between, wrap_width
from corpus.phrase import fold
from corpus.quoted import without_marks
from corpus.text import SourceText, Span
from corpus.typography import Typography, typography_of

_ALIKE = {
    **dict.fromkeys(
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\0", " "
    ),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4\u0060\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
    **dict.fromkeys("\u2010\u2011\u2212", "-"),
}
_SUBSTITUTES = str.maketrans(_ALIKE)
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


@dataclass(slots=True)
class _Cleaned:
    text: str
    starts: "array[int]"
    ends: "array[int]"


def read_view(source: SourceText, words: frozenset[str] = frozenset()) -> ReadingView:
    """The reading view of a text: furniture gone, one line a paragraph, typography made plain.

    ``words`` (folded) are made whole where a line break cuts them in two; those that end in a
    hyphen keep it.
    """
    lines, unquoted = without_marks(_lines_of(source, typography_of(source.text, words)))
    breaks = [number for number, line in enumerate(lines) if line.is_page_break]
    furniture = furniture_in([line.text for line in lines], breaks) | unquoted
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


def _lines_of(source: SourceText, typography: Typography) -> list[Line]:
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
            lines.append(_cleaned_line(found[0], found.start(), typography))
        pending = False
    return lines


def _cleaned_line(raw: str, offset: int, typography: Typography) -> Line:
    cleaned = _Cleaned("", array("l"), array("l"))
    parts: list[str] = []
    at = 0
    ends_in_soft_hyphen = raw.rstrip().endswith("\u00ad")
    for start, end, plain in typography.replacements(raw):
        _append(cleaned, parts, raw[at:start], Span(offset + at, offset + start))
        parts.append(plain)
        cleaned.starts.extend([offset + start] * len(plain))
        cleaned.ends.extend([offset + end] * len(plain))
        at = end
        ends_in_soft_hyphen &= not plain or end < len(raw.rstrip())  # half of "Ã\xad", read back as a letter
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
