"""Which procedures there are, and how many: all that are held, or those that fit what is asked."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Finding, Message, Reason, Status, Verdict
from assistant.answers import coverage, timeline
from assistant.answers.facet import facet
from assistant.evidence import Evidence
from assistant.procedure import Procedure
from assistant.question import DateKind, Form, Understanding
from assistant.scoping.scope import is_dated
from assistant.understanding import survey

_BEYOND: tuple[Message, ...] = (("limit.beyond", {}),)
_NONE: tuple[Message, ...] = (("limit.none_fits", {}),)


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """Every procedure held, or those that fit; their number first where it is asked."""
    counts = asked.form is Form.HOW_MANY
    if asked.matters and len(evidence.procedures) < len(evidence.library.procedures):
        return _on_matter(asked, evidence)
    if not _narrows(asked):
        counted = (coverage.number("count", evidence.library.procedures, evidence),) if counts else ()
        found = (*counted, *coverage.held(evidence))
        return Verdict(Status.ANSWERED, found, follow_ups=coverage.EXAMPLES, limits=_BEYOND)
    those = fitting(asked, evidence)
    if not those and asked.aspect == survey.VOTED:
        counted = (coverage.number("fitting", (), evidence),)
        return Verdict(Status.ANSWERED, counted, follow_ups=coverage.EXAMPLES)
    if not those:
        held = coverage.in_brief(evidence)
        return Verdict(Status.NOT_FOUND, held, Reason.NOT_IN_RECORDS, _NONE, coverage.EXAMPLES)
    counted = (_number(asked, those, evidence),) if counts or len(those) > 1 else ()
    told = [f for each in those[: coverage.MOST_NAMED] for f in _told(asked, evidence.of(each))]
    beside = _beside(asked, evidence, those) if len(those) < coverage.MOST_NAMED else ()
    return Verdict(Status.ANSWERED, (*counted, *told, *beside), follow_ups=coverage.EXAMPLES)


def _number(asked: Understanding, those: Sequence[Procedure], evidence: Evidence) -> Finding:
    """How many procedures fit; how many votes, where those are asked for and one notice tells several."""
    is_on_votes = asked.aspect == survey.VOTED and len({each.record.id for each in those}) < len(those)
    return coverage.votes(those, evidence) if is_on_votes else coverage.number("fitting", those, evidence)


def _beside(asked: Understanding, evidence: Evidence, those: Sequence[Procedure]) -> tuple[Finding, ...]:
    """What may be meant as well: votes that nobody dissented in, where unanimity is spoken of."""
    if asked.aspect != survey.UNANIMITY:
        return ()
    clean = replace(asked, aspect=survey.CLEAN)
    others = (each for each in fitting(clean, evidence) if each not in those)
    return tuple(f for each in others for f in _told(clean, evidence.of(each)))[: coverage.MOST_NAMED]


def _on_matter(asked: Understanding, evidence: Evidence) -> Verdict:
    """The procedures that are on what the question names, those of them that fit what else it asks."""
    narrows = _narrows(asked)
    those = tuple(p for p in evidence.procedures if not narrows or _fits(asked, evidence.of(p)))
    told = (f for each in those[: coverage.MOST_NAMED] for f in _told(asked, evidence.of(each)))
    counted = _number(asked, those, evidence)
    return Verdict(Status.ANSWERED, (counted, *told), follow_ups=coverage.EXAMPLES)


def fitting(asked: Understanding, evidence: Evidence) -> tuple[Procedure, ...]:
    """The procedures that ended when asked and came out as asked."""
    return tuple(each for each in evidence.library.procedures if _fits(asked, evidence.of(each)))


def _names_time(asked: Understanding) -> bool:
    return bool(asked.dates or asked.periods)


def _narrows(asked: Understanding) -> bool:
    return _names_time(asked) or facet(asked.aspect) is not None


def _fits(asked: Understanding, evidence: Evidence) -> bool:
    """Whether a procedure ended when asked and came out as asked; what is not told fits nothing."""
    if _names_time(asked) and not is_dated(asked, evidence.procedure):
        return False
    wanted = facet(asked.aspect)
    return wanted is None or wanted.fits(asked, evidence)


def _told(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    """One procedure that fits, with what makes it fit."""
    closed = timeline.findings(DateKind.CLOSED, evidence) if _names_time(asked) else ()
    wanted = facet(asked.aspect)
    proof = wanted.proof(asked, evidence) if wanted else ()
    return (coverage.procedure(evidence), *closed, *proof)
