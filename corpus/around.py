"""A position whose words stand around its voters: "lade Finland ned sin röst", "lehnte Ungarn ab".

Knows the order of words in which the verb comes before its subject: what stands on both sides of a
list of states is read as if the list were not there. Only voters left without a position ask.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from corpus.cue import Cue, CueKind
from corpus.lexicon import Lexicon, Stance
from corpus.text import Span

_REACH = 90
_TAKEN = frozenset({Stance.FOR, Stance.AGAINST, Stance.ABSTENTION})


def cue_around(place: Span, others: Sequence[Span], folded: str, lexicon: Lexicon) -> Cue | None:
    """The words for a position that stand around a list of states; none that reach over ``others``."""
    hole = _with_small_words(place, folded, lexicon)
    start = max([0, hole.start - _REACH, *(o.end for o in others if o.end <= hole.start)])
    end = min([len(folded), hole.end + _REACH, *(o.start for o in others if o.start >= hole.end)])
    before, after = folded[start : hole.start], folded[hole.end : end]
    found = max(_across(before, after, lexicon), default=None, key=lambda each: len(each[1]))
    if found is None:
        return None
    stance, span = found
    return Cue(stance, CueKind.VERB, Span(start + span.start, start + span.end + len(hole)))


def _across(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[Stance, Span]]:
    """Verbs that begin before a cut and end behind it."""
    cut, text = len(before), before + after
    for stance, words in lexicon.stances.items():
        for found in words.verb.finditer(text):
            if text[found.start() : cut].strip() and text[cut : found.end()].strip():
                is_denied = stance in _TAKEN and lexicon.vote.negation.search(found[0])
                yield Stance.UNCLEAR if is_denied else stance, Span(*found.span())


def _with_small_words(place: Span, folded: str, lexicon: Lexicon) -> Span:
    """The list with the articles before it and the word for a delegation behind it."""
    lead, tail = _around(lexicon)
    before, behind = lead.search(folded[: place.start]), tail.match(folded, place.end)
    return Span(before.start() if before else place.start, behind.end() if behind else place.end)


@cache
def _around(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon.vote
    small = rf"(?:{words.articles.pattern}|{words.of.pattern}|{words.delegation.pattern})"
    return re.compile(rf"(?:{small}\s+)+$"), re.compile(rf"(?:\s+{words.delegation.pattern})")
