"""Which sentences of a statement give grounds for a vote, and which one declares the vote.

Knows the marks of a ground (``data/grounds.toml``). Refuses to judge a ground or to shorten one:
what it points at is always a stretch of the statement, in the statement's order.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from corpus.model import Paragraph, Record, Statement
from corpus.text import Span

_DATA = Path(__file__).parent.parent / "data" / "grounds.toml"
_NEVER = re.compile(r"(?!)")
_WHOLE_FROM = 0.5


@dataclass(frozen=True, slots=True)
class Ground:
    """A paragraph's grounds: the stretches that give them, in order."""

    paragraph: Paragraph
    spans: tuple[Span, ...]


def grounds(record: Record, statement: Statement) -> tuple[Ground, ...]:
    """The grounds a statement gives, paragraph by paragraph; the declaring sentence left out.

    Where no sentence bears a mark (or the language has none), every paragraph counts whole.
    """
    declaring = declaration(statement)
    marked = [_marked(record, paragraph, declaring) for paragraph in statement.paragraphs]
    found = tuple(ground for ground in marked if ground.spans)
    if found:
        return found
    return tuple(
        Ground(p, (p.span,))
        for p in statement.paragraphs
        if declaring is None or not p.span.overlaps(declaring)
    )


def declaration(statement: Statement) -> Span | None:
    """The sentence in which the statement itself announces the position; None where it announces none."""
    if not statement.declared:
        return None
    clause = statement.declared[-1].clause
    sentences = [s for p in statement.paragraphs for s in p.sentences]
    return next((s for s in sentences if s.contains(clause)), clause)


def _marked(record: Record, paragraph: Paragraph, declaring: Span | None) -> Ground:
    marks, and_ = _patterns(record.notice.language)
    chosen: list[Span] = []
    candidates = [s for s in paragraph.sentences if declaring is None or not s.overlaps(declaring)]
    for sentence in candidates:
        text = record.source.quote(sentence)
        goes_on = bool(chosen) and and_.match(text.strip()) is not None
        if goes_on or marks.search(text):
            chosen.append(sentence)
    if chosen and len(chosen) >= _WHOLE_FROM * len(candidates):
        chosen = candidates
    return Ground(paragraph, _joined(chosen, candidates))


def _joined(chosen: list[Span], candidates: list[Span]) -> tuple[Span, ...]:
    """Neighbouring sentences as one stretch."""
    neighbours = set(pairwise(candidates))
    stretches: list[Span] = []
    last: Span | None = None
    for span in chosen:
        if last is not None and (last, span) in neighbours:
            stretches[-1] = stretches[-1].joined(span)
        else:
            stretches.append(span)
        last = span
    return tuple(stretches)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = tomllib.loads(_DATA.read_text("utf-8")).get(language)
    if data is None:
        return _NEVER, _NEVER
    return _any_of(data["marks"], ""), _any_of(data["and"], r"\b")


def _any_of(words: list[str], end: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))}){end}", re.IGNORECASE)
