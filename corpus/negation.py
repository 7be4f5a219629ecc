"""Whether a word such as "not" takes words for a position back.

Knows where negations stand: before the words ("did not support"), within them ("stimmten der
Annahme nicht zu"), or shortly behind a verb of support ("steunden de tekst niet"). What the
delegations did instead is then left open.
"""

import re
from functools import cache

from corpus.lexicon import Lexicon
from corpus.text import Span

_LOOK_BACK = 60
_LOOK_AHEAD = 60


def is_negated(
    folded: str, cue: Span, lexicon: Lexicon, *, is_support: bool, is_particle: bool = False
) -> bool:
    """Whether a negation governs the words of a position; only support is denied from within or behind."""
    before, behind, far = _around(lexicon)
    if is_particle and far.search(folded[max(0, cue.start - _LOOK_BACK) : cue.start]):
        return True
    if before.search(folded[max(0, cue.start - _LOOK_BACK) : cue.start]):
        return True
    if not is_support:
        return False
    within = lexicon.vote.negation.search(folded[cue.start : cue.end])
    return bool(within or behind.match(folded[cue.end : cue.end + _LOOK_AHEAD]))


def is_followed_by_negation(folded: str, voters: Span, lexicon: Lexicon) -> bool:
    """Whether a negation stands at most two words behind the voters."""
    return _next_to(lexicon).match(folded, voters.end) is not None


@cache
def _next_to(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:\s+[^\W\d_]+){{0,2}}?\s+(?:{lexicon.vote.negation.pattern})")


@cache
def _around(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A negation with at most two words to the position, one at most four words behind it; one with its verb.

    Between the verb of voting and its particle may stand who votes: "níor vótáil an Ungáir i gcoinne".
    """
    word = r"[^\W\d_]+"
    negation = lexicon.vote.negation.pattern
    others = rf"(?!(?:{lexicon.vote.and_.pattern}|{lexicon.vote.separators.pattern})\b)"
    before = rf"{negation}(?:\s*{others}{word}){{0,2}}\s*$"
    far = rf"{negation}\s+(?:{lexicon.vote.verbs.pattern})(?:\s+{others}{word}){{1,4}}\s*$"
    behind = rf"(?:\s+{others}{word}){{0,4}}?\s+{negation}"
    return re.compile(before), re.compile(behind), re.compile(far)
