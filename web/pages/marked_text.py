"""A text in blocks whose spans can be addressed: the characters stay as received, elements go around them.

Knows how spans nest. A span that crosses another is left to ``?c=``, which marks any characters.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.text import Span


class TokenKind(StrEnum):
    """What stands next in a block."""

    OPEN = "open"
    CLOSE = "close"
    TEXT = "text"
    MARK = "mark"  # the characters an address asks for


@dataclass(frozen=True, slots=True)
class Token:
    """An element's beginning or end, or characters. ``fact`` says that the element is a fact's.

    ``is_first`` marks the first piece of the marked span, which bears its id.
    """

    kind: TokenKind
    span: Span
    text: str = ""
    fact: str | None = None
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as received, or what stands between paragraphs (``label`` None)."""

    span: Span
    label: str | None
    tokens: tuple[Token, ...]


def blocks_of(
    text: str,
    within: Span,
    paragraphs: Iterable[tuple[str, Span]],
    *,
    facts: Mapping[Span, str],
    mark: Span | None,
) -> tuple[Block, ...]:
    """The text of a span in blocks: its paragraphs, and the words between them; white space left out."""
    found: list[Block] = []
    at = within.start
    for label, span in sorted(paragraphs, key=lambda item: item[1]):
        found += _between(text, Span(at, max(at, span.start)), facts=facts, mark=mark)
        found.append(Block(span, label, tuple(_tokens(text, span, _inside(facts, span), mark))))
        at = max(at, span.end)
    return (*found, *_between(text, Span(at, max(at, within.end)), facts=facts, mark=mark))


def _between(text: str, span: Span, *, facts: Mapping[Span, str], mark: Span | None) -> Iterator[Block]:
    raw = text[span.start : span.end]
    if raw.strip():
        start = span.start + len(raw) - len(raw.lstrip())
        trimmed = Span(start, start + len(raw.strip()))
        yield Block(trimmed, None, tuple(_tokens(text, trimmed, _inside(facts, trimmed), mark)))


def _inside(facts: Mapping[Span, str], span: Span) -> dict[Span, str]:
    return {known: fact for known, fact in facts.items() if span.contains(known) and len(known)}


def _tokens(text: str, within: Span, facts: Mapping[Span, str], mark: Span | None) -> Iterator[Token]:
    at = within.start
    for span in _outermost(facts):
        inner = {s: fact for s, fact in facts.items() if s != span and span.contains(s)}
        yield from _characters(text, Span(at, span.start), mark)
        yield Token(TokenKind.OPEN, span, fact=facts[span])
        yield from _tokens(text, span, inner, mark)
        yield Token(TokenKind.CLOSE, span)
        at = span.end
    yield from _characters(text, Span(at, within.end), mark)


def _outermost(spans: Iterable[Span]) -> Sequence[Span]:
    """The spans that lie in no other; of two that cross, the first."""
    taken: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not taken or span.start >= taken[-1].end:
            taken.append(span)
    return taken


def _characters(text: str, span: Span, mark: Span | None) -> Iterator[Token]:
    if mark is None or not span.overlaps(mark):
        yield from _piece(text, span, TokenKind.TEXT)
        return
    start, end = max(span.start, mark.start), min(span.end, mark.end)
    yield from _piece(text, Span(span.start, start), TokenKind.TEXT)
    yield Token(TokenKind.MARK, mark, text[start:end], is_first=start == mark.start)
    yield from _piece(text, Span(end, span.end), TokenKind.TEXT)


def _piece(text: str, span: Span, kind: TokenKind) -> Iterator[Token]:
    if len(span):
        yield Token(kind, span, text[span.start : span.end])
