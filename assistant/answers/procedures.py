"""Which procedures there are, and how many: all that are held, or those that fit what is asked."""

from assistant import ballot
from assistant.answer import Finding, Message, Reason, Status, Verdict
from assistant.answers import coverage, outcome, timeline
from assistant.evidence import Evidence
from assistant.procedure import Procedure
from assistant.question import DateKind, Form, Understanding
from assistant.scope import is_dated
from corpus.model import Position

_ADOPTED, _REJECTED, _VOTED = "adopted", "rejected", "voted"
_NARROWING = frozenset({_ADOPTED, _REJECTED, _VOTED})
_BEYOND: tuple[Message, ...] = (("limit.beyond", {}),)
_NONE: tuple[Message, ...] = (("limit.none_fits", {}),)


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """Every procedure held, or those that fit; their number first where it is asked."""
    counts = asked.form is Form.HOW_MANY
    if asked.matters and len(evidence.procedures) < len(evidence.library.procedures):
        return _on_matter(asked, evidence)
    if not (_names_time(asked) or asked.aspect in _NARROWING):
        counted = (coverage.number("count", evidence.library.procedures, evidence),) if counts else ()
        found = (*counted, *coverage.held(evidence))
        return Verdict(Status.ANSWERED, found, follow_ups=coverage.EXAMPLES, limits=_BEYOND)
    those = fitting(asked, evidence)
    if not those and asked.aspect == _VOTED:
        counted = (coverage.number("fitting", (), evidence),)
        return Verdict(Status.ANSWERED, counted, follow_ups=coverage.EXAMPLES)
    if not those:
        held = coverage.in_brief(evidence)
        return Verdict(Status.NOT_FOUND, held, Reason.NOT_IN_RECORDS, _NONE, coverage.EXAMPLES)
    counted = (coverage.number("fitting", those, evidence),) if counts or len(those) > 1 else ()
    told = (f for each in those[: coverage.MOST_NAMED] for f in _told(asked, evidence.of(each)))
    return Verdict(Status.ANSWERED, (*counted, *told), follow_ups=coverage.EXAMPLES)


def _on_matter(asked: Understanding, evidence: Evidence) -> Verdict:
    """The procedures that are on what the question names, those of them that fit what else it asks."""
    narrows = _names_time(asked) or asked.aspect in _NARROWING
    those = tuple(p for p in evidence.procedures if not narrows or _fits(asked, evidence.of(p)))
    told = (f for each in those[: coverage.MOST_NAMED] for f in _told(asked, evidence.of(each)))
    counted = coverage.number("fitting", those, evidence)
    return Verdict(Status.ANSWERED, (counted, *told), follow_ups=coverage.EXAMPLES)


def fitting(asked: Understanding, evidence: Evidence) -> tuple[Procedure, ...]:
    """The procedures that ended when asked and came out as asked."""
    return tuple(each for each in evidence.library.procedures if _fits(asked, evidence.of(each)))


def _names_time(asked: Understanding) -> bool:
    return bool(asked.dates or asked.periods)


def _fits(asked: Understanding, evidence: Evidence) -> bool:
    """Whether a procedure ended when asked and came out as asked; what is not told fits nothing."""
    if _names_time(asked) and not is_dated(asked, evidence.procedure):
        return False
    if asked.aspect == _VOTED:
        votes = ballot.votes_of(evidence, asked.states) if asked.states else evidence.tally.votes
        known = [vote.position for vote in votes if vote.position is not None]
        return bool(known) and any(p in asked.positions for p in known) is not asked.negated
    if asked.aspect is None:
        return True
    adopted = evidence.vote.adopted
    return adopted is not None and adopted.value is ((asked.aspect == _ADOPTED) is not asked.negated)


def _told(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    """One procedure that fits, with what makes it fit."""
    closed = timeline.findings(DateKind.CLOSED, evidence) if _names_time(asked) else ()
    proof: tuple[Finding, ...] = ()
    if asked.aspect in {_ADOPTED, _REJECTED}:
        proof = outcome.findings(evidence)[:1]
    elif asked.aspect == _VOTED:
        standing = () if Position.FOR in asked.positions else evidence.tally.votes
        voted = tuple(vote for vote in standing if vote.position in asked.positions)
        proof = ballot.told(evidence, ballot.votes_of(evidence, asked.states) or voted)
    return (coverage.procedure(evidence), *closed, *proof)
