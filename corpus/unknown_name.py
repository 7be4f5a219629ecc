"""Names in a list of delegations that name no State: a misprint, or no member at all.

Knows only where a name would stand: joined to the list by "and". Such a list is not whole, so
what it says of "all others" is not believed.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from corpus.lexicon import Lexicon
from corpus.state_names import name_words
from corpus.text import Span

_BROKEN_OFF = re.compile(r"(?<!\w)(?P<part>[^\W\d_]{3,})-\s+[^,;:.]{0,24}$")


def unknown_names_in(
    text: str, folded: str, lists: Sequence[Span], known: Sequence[Span], lexicon: Lexicon
) -> Iterator[Span]:
    """The places of such names beside the lists of a clause; ``known`` are places already understood."""
    if text in {text.upper(), text.lower()}:
        return
    known = [*known, *(Span(*found.span()) for found in lexicon.vote.like.finditer(folded))]
    after, before, cut_off = _joined_name(lexicon)
    excepted, nameless = _excepted_word(lexicon)
    for each in lists:
        for found in (excepted.search(folded[: each.start]), nameless.match(folded, each.end)):
            if found and not any(Span(*found.span("part")).overlaps(other) for other in known):
                yield Span(*found.span("part"))
        for found in (after.match(folded, each.end), before.search(folded[: each.start])):
            place = Span(*found.span("name")) if found else None
            is_name = place is not None and text[place.start].isupper()
            if place and is_name and not any(place.overlaps(other) for other in known):
                yield place
        for found in (_BROKEN_OFF.search(folded[: each.start]), cut_off.search(folded[: each.start])):
            if found and _is_part_of_name(found, lexicon):
                yield Span(*found.span("part"))


def _is_part_of_name(found: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether a word ends like the name of a State, "gary", or begins like one before a hyphen, "Alle-"."""
    part, names = found["part"], name_words(lexicon.language)
    if part in names:
        return False
    is_beginning = found.re is _BROKEN_OFF
    return any(name.startswith(part) if is_beginning else name.endswith(part) for name in names)


@cache
def _excepted_word(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A word between "save" and "and the Maltese"; a noun with no name: "the Greek and the delegation,"."""
    words = lexicon.vote
    small = rf"(?:(?:{words.articles.pattern}|{words.of.pattern}|{words.delegation.pattern})\s+)*"
    known = "|".join(w.pattern for w in (words.transparent, words.all, words.none, lexicon.numbers))
    joint = rf"\s+(?:{words.and_.pattern})\s+{small}"
    lead = rf"(?:{words.except_.pattern})\s+{small}(?!(?:{known})\b)(?P<part>[^\W\d_]{{4,}}){joint}$"
    noun = rf"{joint}(?P<part>{words.delegation.pattern})\s*[,;.]"
    return re.compile(lead), re.compile(noun)


@cache
def _joined_name(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = lexicon.vote
    common = "|".join(w.pattern for w in (words.transparent, words.delegation, words.all, words.none))
    name = rf"(?!(?:{common}))(?P<name>[^\W\d_]{{2,}})"
    articles = rf"(?:(?:{words.articles.pattern})\s+)*(?:[ld]')?"
    joint = rf"\s*,?\s*(?:{words.and_.pattern})\s+{articles}"
    ending = rf"(?<!\w)(?P<part>[^\W\d_]{{3,}})(?:{joint}|\s*,\s*{articles})$"
    return re.compile(joint + name), re.compile(rf"(?<!\w){name}{joint}$"), re.compile(ending)
