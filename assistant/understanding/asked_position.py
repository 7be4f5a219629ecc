"""The positions a question asks about, and whether it asks for all the others.

Knows negation, single and double. Refuses to know who stood there.
"""

from collections.abc import Sequence

from assistant.question import Form, Intent
from assistant.understanding import denial
from assistant.understanding.form import form_of
from assistant.understanding.named_position import is_absence, position_marks, positions_of
from assistant.understanding.phrasebook import Mark
from assistant.understanding.reading import Reading
from corpus.model import Position

_SIDES = frozenset({Position.FOR, Position.AGAINST})
_FOR_OR_AGAINST = frozenset({"position.for", "position.against"})
ON_VOTES = frozenset({Intent.STATE_POSITION, Intent.POSITION_LIST, Intent.POSITION_COUNT})
_NO_DENIAL = frozenset({Intent.STATEMENT_AUTHORS, Intent.WHAT_IF})
_SAYING = frozenset({"object.statement", "object.explain", "object.author", "interrogative.why"})
_NAMING = frozenset({"object.notice", "object.named"})
_AND = "follow_up.and"
_NEGATED_VERB = 2  # "didn't …?" expects a yes; "is it false that …?" does not


def asked_positions(found: Reading, intent: Intent) -> tuple[tuple[Position, ...], bool]:
    """The positions asked about, and whether their complement is; neither for nor against is abstention."""
    positions, negated = positions_of(found), _is_negated(found, intent)
    one_mark = any(mark.tags >= _FOR_OR_AGAINST for mark in found.marks)
    joined = found.has("negation.neither") or found.has("scope.or") or one_mark
    spoken = set(positions) - {Position.ABSTENTION}
    both = (negated and joined) or (intent in ON_VOTES and denial.of_each(found))
    if both and spoken == _SIDES:
        return (Position.ABSTENTION,), False
    unsaid = intent in _NO_DENIAL  # "which dissenters stayed silent?": no denial of the vote
    if negated and not unsaid and spoken & _SIDES and Position.ABSTENTION in positions:
        return (Position.AGAINST, Position.ABSTENTION), False  # "did not back it, noes and abstentions"
    if negated and not joined and positions[:1] == (Position.FOR,) and found.has("follow_up.too"):
        return positions[:1], True  # "who did not support it, the abstainers too": all who did not
    return positions, negated


def _is_negated(found: Reading, intent: Intent) -> bool:
    """Whether the complement is asked; of an outcome, real or imagined, whether it failed."""
    failed = found.has("object.rejected") and not (intent is Intent.OUTCOME and found.has("object.adopted"))
    if intent is Intent.WHAT_IF:
        return failed or found.has("object.blocking") or found.has("object.veto")
    if intent is Intent.COVERAGE:
        return found.has("negation.none") or is_negated(found)
    return failed != is_negated(found) if intent is Intent.OUTCOME else is_negated(found)


def is_negated(reading: Reading) -> bool:
    """Whether an odd number of negations stands on what is asked.

    "Nobody" and a determiner ("no statement", "ninguna declaración") do not add up with "not":
    many languages say both.
    """
    if reading.has("negation.none") or is_absence(reading):
        return False
    count = sum(_counts(mark, reading) for mark in _main_clause(reading))
    unsaid = reading.has("negation.no") and (bool(reading.tags & _SAYING) or not positions_of(reading))
    return count % 2 == 1 or (count == 0 and unsaid)


def _main_clause(reading: Reading) -> Sequence[Mark]:
    """The marks before an "if" that stands behind why somebody voted so ("Why abstain, if it cannot …?")."""
    positions = [mark.end for _, mark in position_marks(reading)]
    aside = _aside_on_naming(reading, positions[-1] if positions else 0)
    behind = (
        mark.start
        for mark in reading.marks
        if any(tag.startswith("hypothetical.if") for tag in mark.tags)
        and positions
        and positions[0] <= mark.start
    )
    cut = next(behind, len(reading.tokens)) if reading.has("interrogative.why") else len(reading.tokens)
    return [mark for mark in reading.marks if mark.start < min(cut, aside)]


def _aside_on_naming(reading: Reading, behind: int) -> int:
    """Where it is added whom the notice need not name: "all who voted for, those it does not name too"."""
    commas = (at for at, token in enumerate(reading.tokens) if at >= behind > 0 and token.text == ",")
    comma = next(commas, len(reading.tokens))
    named = any(mark.tags & _NAMING for mark in reading.marks if mark.start >= comma)
    return comma if named else len(reading.tokens)


def _counts(mark: Mark, reading: Reading) -> bool:
    """Whether a mark negates; a yes/no question that begins with a negated verb expects a yes."""
    if "negation.neither" in mark.tags:
        return True
    first_state = min((mention.at for mention in reading.entities.mentions), default=1)
    is_verb = mark.end - mark.start <= _NEGATED_VERB
    rhetorical = is_verb and mark.start < first_state and form_of(reading) is Form.YES_NO
    return "negation.not" in mark.tags and not (rhetorical or _is_a_vote(mark, reading))


def _is_a_vote(mark: Mark, reading: Reading) -> bool:
    """Whether a "no" is what was voted, joined to another position: "counting the no and the abstentions"."""
    joints = [each.end for each in reading.marks if each.start == mark.end and _AND in each.tags]
    return any(each.start in joints for _, each in position_marks(reading))
