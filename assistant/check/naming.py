"""Governments named by their capital, and groups of members, said as the names of the states they mean.

Knows a text said over, and where each of its characters stood. Refuses to say over what stands in quotation
marks, a capital that is a dateline, a group of which only some are meant, and a group with no fixed members.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.check.vocabulary import vocabulary
from assistant.understanding import reading
from corpus.lexicon import Lexicon
from corpus.member_state import StateMention, find_states, name_of
from corpus.mention import is_list_glue
from corpus.phrase import fold
from corpus.state_names import MentionKind
from corpus.text import Span

_FIXED = frozenset({"benelux", "baltics", "visegrad", "nordics", "founders", "iberia", "weimar"})
_DATELINE = re.compile(r"\s*[,–—(-]")


@dataclass(frozen=True, slots=True)
class SaidOver:
    """A text in which places were said otherwise; ``replaced`` holds each old place and its new one."""

    text: str
    replaced: tuple[tuple[Span, Span], ...] = ()

    def original(self, span: Span) -> Span:
        """Where a span of the text stood before: a place that was said over stands as a whole."""
        return Span(self._moved(span.start, is_end=False), self._moved(span.end, is_end=True))

    def _moved(self, offset: int, *, is_end: bool) -> int:
        shift = 0
        for old, new in self.replaced:
            if offset < new.start + is_end:
                break
            if offset < new.end + is_end and offset > new.start - (not is_end):
                return old.end if is_end else old.start
            shift = old.end - new.end
        return offset + shift


def by_states(text: str, lexicon: Lexicon, quoted: Sequence[Span]) -> SaidOver:
    """A sentence with the states in place of capitals and of groups; ``quoted`` is left as it is."""
    language = lexicon.language
    found = dict(_capitals(text, lexicon))
    found |= dict(_groups(text, lexicon))
    parts: list[str] = []
    replaced: list[tuple[Span, Span]] = []
    at = length = 0
    for old in sorted(found):
        if any(old.overlaps(place) for place in quoted) or old.start < at:
            continue
        said = ", ".join(name_of(state, language) for state in found[old])
        parts += [text[at : old.start], said]
        length += old.start - at
        replaced.append((old, Span(length, length + len(said))))
        length += len(said)
        at = old.end
    return SaidOver("".join((*parts, text[at:])), tuple(replaced))


def _capitals(text: str, lexicon: Lexicon) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """The capitals that open a clause or go on a list that does: no "voters in Madrid and Riga"."""
    before: StateMention | None = None
    is_open = True
    for mention in find_states(text, lexicon.language):
        gap = text[before.span.end if before else 0 : mention.span.start]
        is_joined = before is not None and is_list_glue(fold(gap), lexicon)
        is_open = (is_open if is_joined else _opens_clause(gap, lexicon)) or mention.kind is MentionKind.NAME
        is_dateline = not text[: mention.span.start].strip() and _DATELINE.match(text, mention.span.end)
        before = mention
        if mention.kind is MentionKind.CAPITAL and is_open and not is_dateline:
            yield mention.span, (mention.state,)


def _opens_clause(gap: str, lexicon: Lexicon) -> bool:
    """Whether a stop or a word that joins clauses ends what stands before a name, or nothing does."""
    folded = _without_article(fold(gap).rstrip(), vocabulary(lexicon.language).article)
    ends = (found.end() for p in (lexicon.vote.and_, lexicon.vote.separators) for found in p.finditer(folded))
    return not folded or folded[-1] in ",;:.–—" or len(folded) in ends


def _without_article(folded: str, article: re.Pattern[str]) -> str:
    """The words without the article at their end, where capitals have one, as in Greek."""
    last = folded.split()[-1:]
    return folded.removesuffix(last[0]).rstrip() if last and article.fullmatch(last[0]) else folded


def _groups(text: str, lexicon: Lexicon) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """The groups with fixed members, where all of these are meant."""
    found = reading.read(text, lexicon.language)
    for mention in found.entities.mentions:
        span = Span(found.tokens[mention.at].start, found.tokens[mention.end - 1].end)
        if mention.group in _FIXED and _is_whole(text[: span.start], lexicon):
            yield span, mention.states


def _is_whole(before: str, lexicon: Lexicon) -> bool:
    """Whether an article or a join stands before a group, or nothing: neither "two of the" nor "most"."""
    words = fold(before).split()
    if not words or before.rstrip()[-1:] in {",", ";", ":"}:
        return True
    patterns = (lexicon.vote.articles, lexicon.vote.and_, lexicon.vote.separators)
    if lexicon.vote.of.fullmatch(words[-1]) or (len(words) > 1 and _is_part(words[-2], lexicon)):
        return False
    return any(pattern.fullmatch(words[-1]) for pattern in patterns)


def _is_part(word: str, lexicon: Lexicon) -> bool:
    return (
        word.isdecimal() or word in lexicon.number_values or lexicon.vote.articles.fullmatch(word) is not None
    )
