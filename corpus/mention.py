"""Which of the states named in a clause are meant as delegations.

Knows the other reasons to name a state: a presidency, a neighbour, the hour "Belgian time", a
country's government, an adjective without a delegation. Whether a delegation voted, and how,
is not known here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.lexicon import Lexicon
from corpus.member_state import StateMention, find_codes, find_states
from corpus.state_names import MentionKind
from corpus.text import Span

_LOOK_BACK = 48
_REACH = 60
_OPENS_CODE = re.compile(r"(?:^|[(,:;/|\n\t\[•–-]|\b[A-Z]{2}|[ \n](?:&|[a-zà-ž]{1,6}))\s*$")
_CLOSES_CODE = re.compile(
    r"\s*(?:$|[),;/|\n\t\].–-]|[A-Z]{2}\b|&|[(]|[^\W\d_A-ZÀ-Þ]|(?<=\s)[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ])"
)
_BEFORE_CELL = re.compile(r"(?:^|[(,:;/|\n\t]|\b[A-Z]{2},)\s*$")
_AFTER_CELL = re.compile(r"\s*(?:$|[),;/|\n\t.])")
_LIST_PUNCTUATION = re.compile(r"[\s,/|•·▪◦○*&'\[\]–—-]*")
_ITEM_END = re.compile(r"[;,.]?\s*\n\s*[-•–·▪*]?\s*")
_BEHIND_CLAUSE = re.compile(r"[,)]\s*&$")
_CLOSES_ASIDE = re.compile(r"\s*(?:[,;)\]–]|[.]?\s*$)")
_IN_BRACKETS = re.compile(r"\(\s*(?:[a-z]{2}|\d{1,2})\s*\)")  # a state's code, a note or a number of votes
_ELIDED = re.compile(r"\b(?:l|d|n|dell|all|dall)'")


@dataclass(frozen=True, slots=True)
class Delegations:
    """The states named as delegations; ``asides`` are places such as "supported by Malta and Italy".

    ``set_aside`` are the states named in these.
    """

    meant: tuple[StateMention, ...]
    asides: tuple[Span, ...] = ()
    set_aside: tuple[StateMention, ...] = ()


def delegations_in(text: str, folded: str, lexicon: Lexicon) -> Delegations:
    """The states named as delegations, by name, adjective or code, in the order of the text."""
    names = [m for m in find_states(text, lexicon.language) if m.kind is not MentionKind.CAPITAL]
    ordered = sorted((*names, *_codes(text, names)), key=lambda m: m.span.start)
    once = [m for i, m in enumerate(ordered) if i == 0 or not _repeats(text, ordered[i - 1], m)]
    asides = tuple(_asides(folded, once, lexicon))
    meant = (m for i, m in enumerate(once) if _is_meant(folded, once, i, lexicon))
    set_aside = tuple(m for m in once if any(m.span.overlaps(a) for a in asides))
    return Delegations(tuple(m for m in meant if m not in set_aside), asides, set_aside)


def _asides(folded: str, mentions: Sequence[StateMention], lexicon: Lexicon) -> Iterator[Span]:
    """The places of states that are not meant, each with the words that say so and the list it leads."""
    reach = 0
    for index, mention in enumerate(mentions):
        if mention.span.start < reach:
            continue
        start = _other_before(folded, mention, lexicon)
        if start is not None:
            reach = _end_of_aside(folded, mentions, index, lexicon)
            yield Span(start, reach)


def _other_before(folded: str, mention: StateMention, lexicon: Lexicon) -> int | None:
    """Where the words begin that make the state after them no voter: "unlike", "at the request of the"."""
    reach = max(0, mention.span.start - _LOOK_BACK)
    before = folded[reach : mention.span.start].rstrip()
    without_noun = _without_delegation(before, lexicon)
    for lead in (before, without_noun, _without_article(without_noun, lexicon)):
        longer = _start_of_longer(lead, lexicon)
        for found in lexicon.vote.before_other.finditer(lead):
            if found.end() == len(lead) and found.start() <= longer:
                return reach + found.start()
    return None


def _start_of_longer(lead: str, lexicon: Lexicon) -> int:
    """Where words of exception or for a position begin that a lead ends with: "på nær", "nejröster i"."""
    patterns = (lexicon.vote.except_, *(words.noun for words in lexicon.stances.values()))
    found = (f.start() for pattern in patterns for f in pattern.finditer(lead) if f.end() == len(lead))
    return min(found, default=len(lead))


def _without_delegation(lead: str, lexicon: Lexicon) -> str:
    """A lead without the "the delegation of" at its end."""
    nouns = list(lexicon.vote.delegation.finditer(lead))
    is_last = nouns and _is_small(lead[nouns[-1].end() :], lexicon)
    return lead[: nouns[-1].start()].rstrip() if is_last else lead


def _without_article(lead: str, lexicon: Lexicon) -> str:
    words = lead.rsplit(None, 1)
    return words[0] if len(words) > 1 and lexicon.vote.articles.fullmatch(words[1]) else lead


def _is_small(gap: str, lexicon: Lexicon) -> bool:
    plain = lexicon.vote.of.sub(" ", lexicon.vote.articles.sub(" ", gap))
    return _ELIDED.sub(" ", plain).strip() == ""


def _end_of_aside(folded: str, mentions: Sequence[StateMention], index: int, lexicon: Lexicon) -> int:
    """Where an aside ends: after its list if a comma or bracket closes that, else after its first state.

    "Supported by Malta and Italy, Cyprus abstained", but "unlike Germany, Austria and Italy abstained".
    """
    first = end = mentions[index].span.end
    is_closed = False
    for following in mentions[index + 1 :]:
        gap = folded[end : following.span.start]
        if is_closed or not is_list_glue(gap, lexicon):
            break
        is_closed = lexicon.vote.and_.search(gap) is not None
        end = following.span.end
    return end if _CLOSES_ASIDE.match(folded, end) else first


def is_list_glue(gap: str, lexicon: Lexicon) -> bool:
    """Whether a folded gap holds only what stands within a list: commas, "and", articles, "delegation"."""
    words = lexicon.vote
    plain = _IN_BRACKETS.sub(" ", _ITEM_END.sub(", ", gap))
    if re.search(r"[;:.()]", plain) or words.separators.search(plain):
        return False
    for pattern in (words.and_, words.delegation, words.articles, words.of):
        plain = pattern.sub(" ", plain)
    return _LIST_PUNCTUATION.fullmatch(_ELIDED.sub(" ", plain)) is not None


def _codes(text: str, names: Sequence[StateMention]) -> Iterator[StateMention]:
    opens, closes = (_OPENS_CODE, _CLOSES_CODE) if text != text.upper() else (_BEFORE_CELL, _AFTER_CELL)
    for code in find_codes(text):
        is_opened = opens.search(text[max(0, code.span.start - 12) : code.span.start])
        is_closed = closes.match(text, code.span.end)
        if is_opened and is_closed and not any(code.span.overlaps(m.span) for m in names):
            yield code


def _repeats(text: str, before: StateMention, after: StateMention) -> bool:
    """A code in brackets after its own name: "Hungary (HU)"."""
    between = text[before.span.end : after.span.start]
    return before.state == after.state and re.fullmatch(r"\s*\(\s*", between) is not None


def _is_meant(folded: str, mentions: Sequence[StateMention], index: int, lexicon: Lexicon) -> bool:
    mention = mentions[index]
    if any(
        _is_other_behind(folded, each, lexicon) for each in _end_of_list(folded, mentions, index, lexicon)
    ):
        return False
    is_name = mention.kind is MentionKind.NAME
    return (
        is_name
        or _stands_for_delegation(folded, mentions, index, lexicon)
        or _leads_to_delegation(folded, mentions, index, lexicon)
        or _follows_delegation(folded, mentions, index, lexicon)
    )


def _is_other_behind(folded: str, mention: StateMention, lexicon: Lexicon) -> bool:
    after = folded[mention.span.end : mention.span.end + _LOOK_BACK].lstrip(" -'").removeprefix("s ")
    return lexicon.vote.after_other.match(after) is not None


def _end_of_list(
    folded: str, mentions: Sequence[StateMention], index: int, lexicon: Lexicon
) -> Iterator[StateMention]:
    """A state, and the last of the list it begins or stands in: "Maltan ja Italian tukemana" is of both."""
    yield mentions[index]
    for before, following in pairwise(mentions[index:]):
        gap = folded[before.span.end : following.span.start]
        if not is_list_glue(gap, lexicon):
            return
        if lexicon.vote.and_.search(gap):
            yield following
            return


def _leads_to_delegation(folded: str, mentions: Sequence[StateMention], index: int, lexicon: Lexicon) -> bool:
    """An adjective before its noun, shared or not: "die belgische und die spanische Delegation"."""
    at = mentions[index].span.end
    for following in mentions[index + 1 :]:
        gap = folded[at : following.span.start]
        if _has_delegation_next(gap, lexicon):
            return True
        if not is_list_glue(gap, lexicon):
            return False
        at = following.span.end
    return _has_delegation_next(folded[at : at + _REACH], lexicon)


def _has_delegation_next(gap: str, lexicon: Lexicon) -> bool:
    found = lexicon.vote.delegation.search(gap)
    return found is not None and gap[: found.start()].strip(" -") == ""


def _stands_for_delegation(
    folded: str, mentions: Sequence[StateMention], index: int, lexicon: Lexicon
) -> bool:
    """An adjective alone, set apart from delegations: "todas las Delegaciones, salvo la húngara"."""
    words, at = lexicon.vote, mentions[index].span
    leads = (words.except_, words.including)
    exceptions = sorted(e.end() for lead in leads for e in lead.finditer(folded, 0, at.start))
    if not exceptions or not words.delegation.search(folded[: exceptions[0]]):
        return False
    others = (m.span for m in mentions if m.span.overlaps(Span(exceptions[0], at.start)))
    between = folded[exceptions[0] : at.start]
    for other in others:
        between = between.replace(folded[other.start : other.end], " ")
    is_led = is_list_glue(between, lexicon) or _BEHIND_CLAUSE.search(_without_small(between, lexicon))
    return bool(is_led) and _is_followed_by_clause(folded, at.end, lexicon)


def _without_small(words: str, lexicon: Lexicon) -> str:
    """The words without the "and", articles and prepositions at their end, a sign in their place."""
    vote = lexicon.vote
    small = rf"(?:(?:{vote.articles.pattern}|{vote.of.pattern})\s*)*$"
    return re.sub(rf"\s(?:{vote.and_.pattern})\s+{small}", " &", words)


def _is_followed_by_clause(folded: str, end: int, lexicon: Lexicon) -> bool:
    """Whether no noun follows an adjective: a pause, a conjunction or a relative pronoun does."""
    words = lexicon.vote
    after = folded[end:].lstrip()
    return after[:1] in {"", ",", ";", ".", "(", ")", ":"} or any(
        pattern.match(after) for pattern in (words.and_, words.transparent)
    )


def _follows_delegation(folded: str, mentions: Sequence[StateMention], index: int, lexicon: Lexicon) -> bool:
    """An adjective after its noun: "les délégations belge, espagnole et portugaise"."""
    end = mentions[index].span.start
    for before in reversed(mentions[:index]):
        if not is_list_glue(folded[before.span.end : end], lexicon):
            break
        end = before.span.start
    lead = folded[max(0, end - _LOOK_BACK) : end]
    nouns = list(lexicon.vote.delegation.finditer(lead))
    return bool(nouns) and lead[nouns[-1].end() :].strip(" :,") == ""
