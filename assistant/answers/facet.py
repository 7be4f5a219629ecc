"""What sets acts apart where all are asked about, each with what shows it.

Knows how an act ended, by which rule, how long it was open, who stood where. Refuses to know what was asked.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assistant import ballot, finding
from assistant.answer import Finding
from assistant.answers import documents, outcome, silence, timeline
from assistant.counting.tally import MemberVote
from assistant.evidence import Evidence
from assistant.question import Understanding
from assistant.understanding import survey
from corpus.model import MajorityRule, Position

Shown = Callable[[Understanding, Evidence], tuple[Finding, ...]]
_AGREEING = frozenset({Position.FOR, Position.NOT_PARTICIPATING})


@dataclass(frozen=True, slots=True)
class Facet:
    """Whether an act is one of those asked for, and the findings that show it."""

    fits: Callable[[Understanding, Evidence], bool]
    proof: Shown


def facet(name: str | None) -> Facet | None:
    """The facet of that name; None where there is none."""
    return _FACETS.get(name or "")


def _came_out(asked: Understanding, evidence: Evidence) -> bool:
    adopted = evidence.vote.adopted
    wanted = (asked.aspect == survey.ADOPTED) is not asked.negated
    return adopted is not None and adopted.value is wanted


def _failed(_: Understanding, evidence: Evidence) -> bool:
    adopted = evidence.vote.adopted
    return adopted is not None and not adopted.value


def _outcome(_: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    return outcome.findings(evidence)[:2]


def _stood_so(asked: Understanding, evidence: Evidence) -> bool:
    votes = ballot.votes_of(evidence, asked.states) if asked.states else evidence.tally.votes
    known = [vote.position for vote in votes if vote.position is not None]
    return bool(known) and any(p in asked.positions for p in known) is not asked.negated


def _standing(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    listed = () if Position.FOR in asked.positions else evidence.tally.votes
    voted = tuple(vote for vote in listed if vote.position in asked.positions)
    return ballot.told(evidence, ballot.votes_of(evidence, asked.states) or voted)


def _is_by_unanimity(_: Understanding, evidence: Evidence) -> bool:
    rule = evidence.vote.majority_rule
    return rule is not None and rule.value == MajorityRule.UNANIMITY


def _rule(_: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    return (*outcome.majority_stated(evidence), *ballot.told(evidence, _dissenting(evidence)))


def _dissenting(evidence: Evidence) -> tuple[MemberVote, ...]:
    return tuple(vote for vote in evidence.tally.votes if vote.position not in {None, *_AGREEING})


def _unwanted(asked: Understanding) -> tuple[Position, ...]:
    """What nobody may have voted: against alone where only that is spoken of, else no abstention either."""
    alone = asked.positions == (Position.AGAINST,)
    return (Position.AGAINST,) if alone else (Position.AGAINST, Position.ABSTENTION)


def _is_clean(asked: Understanding, evidence: Evidence) -> bool:
    """Whether every vote is known and none was of those that there should be none of."""
    positions = [vote.position for vote in evidence.tally.votes]
    return bool(positions) and None not in positions and not set(positions) & set(_unwanted(asked))


def _agreement(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    places = ballot.remainder_places(evidence) or ballot.clause_places(evidence, evidence.vote.positions)
    dissenting = ballot.told(evidence, _dissenting(evidence))
    everybody = () if dissenting else (finding.derived("nobody.not_for", places),)
    nobody = (finding.derived(f"nobody.{position}", places) for position in _unwanted(asked))
    return (*everybody, *nobody, *dissenting)


def _unopposed(_: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    return (*outcome.findings(evidence)[:1], *silence.nobody_objected(evidence))


_FACETS: Mapping[str, Facet] = {
    survey.ADOPTED: Facet(_came_out, _outcome),
    survey.REJECTED: Facet(_failed, _outcome),
    survey.VOTED: Facet(_stood_so, _standing),
    survey.UNANIMITY: Facet(_is_by_unanimity, _rule),
    survey.CLEAN: Facet(_is_clean, _agreement),
    survey.SILENCE: Facet(lambda _, evidence: evidence.notice.silence, _unopposed),
    survey.EXTENDED: Facet(lambda _, e: e.notice.extended_to is not None, lambda _, e: timeline.extension(e)),
    survey.REVISED: Facet(lambda _, e: bool(e.procedure.earlier), lambda _, e: documents.changes(e)),
}
