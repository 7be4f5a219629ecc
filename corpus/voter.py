"""Who votes in a clause: lists of states, "all other delegations", "no delegation".

Knows how delegations are listed and set apart. How they voted is for ``vote.py`` to say.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from corpus.lexicon import Lexicon
from corpus.member_state import StateMention
from corpus.mention import is_list_glue
from corpus.text import Span

_ENDS_ITEM = re.compile(r"[ \t]*(?:\([^()]{0,20}\)[ \t]*)?(?:[;.,\n]|$)")

_OPENS_ROW = re.compile(r"[\s|•·▪*–-]*")
_CLOSES_HEAD = re.compile(r"[ ]*(?:[|:\t=]|[ ]{2,}|[–-]\s)")


class Who(StrEnum):
    """What a group of voters is: states by name, all (the others), none, or only a number of them."""

    NAMED = "named"
    ALL = "all"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Voters:
    """A group of voters in a clause.

    ``is_excepted`` where an exception word introduces it; ``is_denied`` where "neither", "nor" or
    "or" does, or stands in it: whatever position follows, nothing is known of theirs. ``also_all``
    is where "and all others" shares the list, and its position. ``is_everyone`` where all are said to
    have voted, and not all others; ``is_joined`` where a list has an "and".
    """

    who: Who
    span: Span
    states: tuple[StateMention, ...] = ()
    is_excepted: bool = False
    is_denied: bool = False
    also_all: Span | None = None
    is_everyone: bool = False
    is_joined: bool = False


def voters_in(
    folded: str, mentions: Sequence[StateMention], lexicon: Lexicon, masked: tuple[Span, ...]
) -> tuple[Voters, ...]:
    """The groups of voters of a clause, in its order; what lies in a masked place is not meant."""
    named = list(_named([m for m in mentions if not _hits(m.span, masked)], folded, lexicon))
    taken = [*masked, *(voters.span for voters in named)]
    none = [span for span in _places(lexicon.vote.none.finditer(folded)) if not _hits(span, taken)]
    places = [*_places(lexicon.vote.all.finditer(folded)), *_rest(folded, lexicon)]
    everyone = [s for s in places if not _hits(s, [*taken, *none])]
    all_of_them = (
        Voters(Who.ALL, s, is_everyone=_is_everyone(folded[s.start : s.end], lexicon)) for s in everyone
    )
    general = [*(Voters(Who.NONE, span) for span in none), *all_of_them]
    return tuple(sorted((*named, *general), key=lambda voters: voters.span))


def _is_everyone(words: str, lexicon: Lexicon) -> bool:
    """Whether "all delegations" are meant, without "other" or "remaining"."""
    plain = lexicon.vote.delegation.sub(" ", lexicon.vote.every.sub(" ", words))
    return plain != words and lexicon.vote.articles.sub(" ", plain).strip() == ""


def _rest(folded: str, lexicon: Lexicon) -> Iterator[Span]:
    """ "Others" at the head of a row; where "all others" is found as well, that is the place."""
    whole = _places(lexicon.vote.all.finditer(folded))
    for place in _places(_others(lexicon).finditer(folded)):
        line = folded[folded.rfind("\n", 0, place.start) + 1 : place.start]
        is_head = _OPENS_ROW.fullmatch(line) and _CLOSES_HEAD.match(folded, place.end)
        if (is_head or _leads_to_verb(folded, place, lexicon)) and not _hits(place, whole):
            yield place


def _leads_to_verb(folded: str, others: Span, lexicon: Lexicon) -> bool:
    """Whether a verb of voting follows "the others" straight: "a ostatní hlasovali pro"."""
    return folded[others.end : others.end + 1] == " " and bool(
        lexicon.vote.verbs.match(folded, others.end + 1)
    )


@cache
def _others(lexicon: Lexicon) -> re.Pattern[str]:
    """ "Others", "Other delegations", "All others"."""
    words = lexicon.vote
    every, noun = words.every.pattern, words.delegation.pattern
    return re.compile(rf"(?:(?:{every})\s+)?(?:{words.rest.pattern})(?:\s+(?:{noun}))?")


def _places(matches: Iterable[re.Match[str]]) -> list[Span]:
    return [Span(*found.span()) for found in matches]


def _hits(span: Span, places: Iterable[Span]) -> bool:
    return any(span.overlaps(place) for place in places)


def _named(mentions: Sequence[StateMention], folded: str, lexicon: Lexicon) -> Iterator[Voters]:
    exceptions = _places(lexicon.vote.except_.finditer(folded))
    denials = _places(lexicon.vote.neither.finditer(folded))
    for group in _lists(mentions, folded, lexicon):
        span = Span(group[0].span.start, group[-1].span.end)
        before = [d for d in denials if d.end <= span.start and _leads_to(folded, d, span, lexicon)]
        is_denied = bool(before) or any(span.contains(d) for d in denials)
        is_excepted = any(_excepts(folded, e, span, lexicon) for e in exceptions)
        whole = before[0].joined(span) if before else span
        is_joined = lexicon.vote.and_.search(folded, span.start, span.end) is not None
        yield Voters(Who.NAMED, whole, group, is_excepted, is_denied, is_joined=is_joined)


def _leads_to(folded: str, word: Span, named: Span, lexicon: Lexicon) -> bool:
    return is_list_glue(folded[word.end : named.start], lexicon)


def _excepts(folded: str, exception: Span, named: Span, lexicon: Lexicon) -> bool:
    """Whether an exception word stands directly before the list, around it, or (Finnish) after it."""
    if exception.start <= named.start and named.end <= exception.end:
        return True
    if exception.end <= named.start:
        return is_list_glue(folded[exception.end : named.start].replace(":", ""), lexicon)
    return named.end <= exception.start and folded[named.end : exception.start].strip() == ""


def _lists(
    mentions: Sequence[StateMention], folded: str, lexicon: Lexicon
) -> Iterator[tuple[StateMention, ...]]:
    """Runs of mentions with only list glue between; "A and B, C" is two lists: the "and" ends the first."""
    group: list[StateMention] = []
    is_closed = False
    for mention in mentions:
        gap = folded[group[-1].span.end : mention.span.start] if group else ""
        gap = lexicon.vote.neither.sub(" ", gap)
        joins = lexicon.vote.and_.search(gap) is not None
        is_new_list = is_closed and not joins and "\n" not in gap
        is_glue = is_list_glue(gap, lexicon) or _parts_items(folded, group, mention) or _likens(gap, lexicon)
        if group and (is_new_list or not is_glue):
            yield tuple(group)
            group, is_closed, joins = [], False, False
        group.append(mention)
        is_closed = is_closed or joins
    if group:
        yield tuple(group)


def _likens(gap: str, lexicon: Lexicon) -> bool:
    """Whether a gap holds a likeness behind auxiliaries: "Slovenia has, like Lithuania, abstained"."""
    words = lexicon.vote
    found = [each for each in words.like.finditer(gap) if is_list_glue(gap[each.end() :], lexicon)]
    return bool(found) and words.transparent.sub(" ", gap[: found[0].start()]).strip(" ,") == ""


def _parts_items(folded: str, group: Sequence[StateMention], mention: StateMention) -> bool:
    """Whether a semicolon parts the items of a list behind a colon: "Against: Hungary; Slovakia;"."""
    if not group or folded[group[-1].span.end : mention.span.start].strip() != ";":
        return False
    is_led = folded[: group[0].span.start].rstrip().endswith(":")
    return is_led and _ENDS_ITEM.match(folded, mention.span.end) is not None
