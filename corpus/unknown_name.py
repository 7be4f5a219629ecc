"""Names in a list of delegations that name no State: a misprint, or no member at all.

Knows only where a name would stand: joined to the list by "and". Such a list is not whole, so
what it says of "all others" is not believed.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from corpus.lexicon import Lexicon
from corpus.text import Span


def unknown_names_in(
    text: str, folded: str, lists: Sequence[Span], known: Sequence[Span], lexicon: Lexicon
) -> Iterator[Span]:
    """The places of such names beside the lists of a clause; ``known`` are places already understood."""
    if text in {text.upper(), text.lower()}:
        return
    after, before = _joined_name(lexicon)
    for each in lists:
        for found in (after.match(folded, each.end), before.search(folded[: each.start])):
            place = Span(*found.span("name")) if found else None
            if place and text[place.start].isupper() and not any(place.overlaps(other) for other in known):
                yield place


@cache
def _joined_name(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon.vote
    common = "|".join(w.pattern for w in (words.transparent, words.delegation, words.all, words.none))
    name = rf"(?!(?:{common}))(?P<name>[^\W\d_]{{2,}})"
    articles = rf"(?:(?:{words.articles.pattern})\s+)*(?:[ld]')?"
    joint = rf"\s*,?\s*(?:{words.and_.pattern})\s+{articles}"
    return re.compile(joint + name), re.compile(rf"(?<!\w){name}{joint}$")
