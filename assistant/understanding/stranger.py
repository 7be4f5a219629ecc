"""Whether a question is on how a person voted: a name that nothing explains stands where a voter does.

Knows how names are written and where voters stand. Refuses to know who anybody is.
"""

from collections.abc import Sequence
from itertools import pairwise

from assistant.question import Form
from assistant.understanding import cues, ordinary
from assistant.understanding.phrasebook import Mark
from assistant.understanding.reading import Reading
from assistant.understanding.subject import policy
from assistant.understanding.token import Token

_VOTES = ("object.vote", "position.")
_SAYING = frozenset({"object.say", "object.position"})
_BESIDE = ("_act", "_after", "_before")
_ON_A_VOTER = frozenset({Form.HOW, Form.WHAT, Form.YES_NO})
_JOINED = "-"


def is_named(reading: Reading, shape: Form) -> bool:
    """Whether a voter is named who is no state: "How did Jane Roe vote?", "¿Qué votó Roe?"."""
    if reading.text.isupper():
        return False
    return _is_named_in_full(reading) or (shape in _ON_A_VOTER and _is_beside_a_vote(reading))


def speaks(reading: Reading) -> bool:
    """Whether a name in full that nothing explains stands where a speaker does: "Was meint Jane Roe?"."""
    if reading.text.isupper():
        return False
    unknown = {at for at in ordinary.unknown(reading) if at > 0 and _is_written_large(reading.tokens[at])}
    says = [mark for mark in reading.marks if mark.tags & _SAYING]
    asked = min((mark.start for mark in reading.asking), default=len(reading.tokens))
    names = [at for at in unknown if asked < at and at + 1 in unknown and not _is_led_by_article(reading, at)]
    return any(mark.end == at or at + 2 == mark.start for at in names for mark in says)


def _is_led_by_article(reading: Reading, at: int) -> bool:
    """Whether an article or preposition stands before a word: then it is a matter, or somebody's office."""
    return ordinary.is_prepared(reading.language) and ordinary.is_led(reading, at)


def _is_named_in_full(reading: Reading) -> bool:
    """Whether two words in a row look like a name: capitals within a sentence, and unknown.

    What stands further behind the vote is its matter ("… object to it in the Joint Customs Committee").
    """
    if reading.language in ordinary.NOUNS_WRITTEN_LARGE:
        return False
    known = cues.cues(reading.language).words
    covered = {at for mark in (*reading.marks, *reading.asking) for at in range(mark.start, mark.end)}
    subjects_end = max((mark.end for mark in _votes(reading)), default=len(reading.tokens))
    names = [
        at > 0 and _is_written_large(token) and at not in covered and token.folded not in known
        for at, token in enumerate(reading.tokens)
    ]
    return any(first and second and at <= subjects_end for at, (first, second) in enumerate(pairwise(names)))


def _is_beside_a_vote(reading: Reading) -> bool:
    """Whether one unknown name is a vote's subject, right behind the verb or the word that asks.

    What an article or preposition leads is the vote's matter.
    """
    if policy.marks_in(reading.words, reading.language):
        return False
    votes = [mark for mark in _votes(reading) if not _is_noun(reading, mark)]
    leading = {mark.end for mark in (*reading.asking, *votes)}
    for last in ordinary.unexplained(reading):
        start = _start(reading.tokens, last)
        if (
            start in leading
            and _is_written_large(reading.tokens[last])
            and _is_subject(reading, votes, start, last + 1)
        ):
            return True
    return False


def _is_noun(reading: Reading, mark: Mark) -> bool:
    """Whether a word for a vote is a noun in a language that writes nouns large: "die Stimmen"."""
    return reading.language in ordinary.NOUNS_WRITTEN_LARGE and _is_written_large(reading.tokens[mark.start])


def _start(tokens: Sequence[Token], at: int) -> int:
    """Where a name begins that ends at a token: "Grande-Marlaska", "Nancy Faeser"."""
    while at > 1 and (tokens[at - 1].text == _JOINED or _is_written_large(tokens[at - 1])):
        at -= 1
    return at


def _is_subject(reading: Reading, votes: Sequence[Mark], start: int, end: int) -> bool:
    """Whether nothing but small words stands between a name and a vote."""
    known = cues.cues(reading.language).words
    between = ((mark.end, start) if mark.end <= start else (end, mark.start) for mark in votes)
    return any(
        all(token.text == _JOINED or token.folded in known for token in reading.tokens[a:b])
        for a, b in between
    )


def _votes(reading: Reading) -> list[Mark]:
    """The words for votes and positions; no bare prepositions."""
    return [m for m in reading.marks if any(t.startswith(_VOTES) and not t.endswith(_BESIDE) for t in m.tags)]


def _is_written_large(token: Token) -> bool:
    return token.is_word and token.text[:1].isupper()
