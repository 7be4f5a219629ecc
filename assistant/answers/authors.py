"""Who made statements: all authors, whether some state is one, how many there are."""

from collections.abc import Sequence
from dataclasses import replace

from assistant import ballot, finding
from assistant.answer import Finding, Message, Speakers, States, Status, Verdict
from assistant.answers import reasons, statements
from assistant.citing.citation import Place
from assistant.counting import plain_count as counting
from assistant.evidence import Evidence
from assistant.question import Form, Understanding

_ALL, _ANY, _NONE = "all", "any", "none"
_FEW = 6  # of more than these it is not told that they made none
_ALONE = frozenset({"only", "merely"})


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """Who made statements; for states named, whether they did; for positions named, who of those."""
    authors = evidence.authors()
    follow_ups = (*reasons.follow_ups_of(evidence, authors[:2]), ("ask.tally", {}))
    if asked.states or asked.speaker:
        return _whether(asked, evidence, follow_ups)
    if not authors:
        return statements.no_statement(evidence, ())
    if not asked.positions and not asked.negated and not asked.excluded:
        counted = (_counted(evidence),) if asked.form is Form.HOW_MANY else ()
        return Verdict(Status.ANSWERED, (*counted, *reasons.authors(evidence)), follow_ups=follow_ups)
    among = [v for v in evidence.tally.votes if not asked.positions or v.position in asked.positions]
    chosen = tuple(
        v.state for v in among if (v.state in authors) is not asked.negated and v.state not in asked.excluded
    )
    message = "statement.without" if asked.negated else "statement.authors"
    basis = reasons.authors(evidence)[0].places
    voted = ballot.places_of(evidence, ballot.votes_of(evidence, chosen))
    if not chosen:
        message = "statement.nobody_without" if asked.negated else "statement.nobody"
    who = Speakers(chosen)
    found = finding.derived(message, dict.fromkeys((*basis, *voted)), who=who, states=States(chosen))
    if asked.form is Form.YES_NO:
        found = replace(found, lead=_lead(asked, len(chosen), len(among)))
    silent = tuple(v.state for v in among if v.state not in authors and v.state not in asked.excluded)
    beside: tuple[Finding, ...] = ()
    if chosen and not asked.negated and 0 < len(silent) <= _FEW:
        beside = (finding.derived("statement.not_made", basis, states=States(silent)),)
    if beside and asked.form is not Form.YES_NO and asked.positions:
        beside = (*beside, *ballot.told(evidence, among))  # "who said no, and was a reason given?"
    counted = (_number(evidence, chosen, found.places),) if asked.form is Form.HOW_MANY and chosen else ()
    return Verdict(Status.ANSWERED, (*counted, found, *beside), follow_ups=follow_ups)


def _lead(asked: Understanding, chosen: int, among: int) -> str | None:
    """Yes or no where all, or any, of those at a position are asked about."""
    if not chosen:
        return "no"
    if asked.aspect == _ALL:
        return "yes" if chosen == among else "partly"
    return "yes" if asked.aspect == _ANY or asked.negated else None


def _counted(evidence: Evidence) -> Finding:
    """How many statements there are."""
    statements = evidence.record.statements
    places = evidence.at(*(statement.heading for statement in statements))
    who = Speakers(evidence.authors())
    found = finding.stated("statement.count", places, n=len(statements), who=who)
    place_by_name = {f"statement_{n}": place for n, place in enumerate(places, start=1)}
    return replace(found, computation=counting.count("statements", "statement", place_by_name))


def _whether_lead(
    asked: Understanding, with_: Sequence[str], without: Sequence[str], others: Sequence[str]
) -> str | None:
    """Yes or no to whether states named made a statement, alone where that is asked."""
    if others:
        return "no"
    if with_ and without:
        return "yes" if asked.aspect == _ANY else None
    if asked.aspect == _NONE and len(without) > 1:
        return "none_of_them"
    return "no" if bool(without) is not asked.negated else "yes"


def _number(evidence: Evidence, states: tuple[str, ...], places: tuple[Place, ...]) -> Finding:
    """How many members these are, counted from what says so of each."""
    place_by_name = {
        state: ballot.places_of(evidence, ballot.votes_of(evidence, (state,)))[0] for state in states
    }
    found = finding.derived("statement.number", places, n=len(states), who=Speakers(states))
    return replace(found, computation=counting.count("statements", "statement", place_by_name))


def _whether(asked: Understanding, evidence: Evidence, follow_ups: tuple[Message, ...]) -> Verdict:
    """Whether each state named made a statement."""
    authors = evidence.authors()
    named = statements.speakers_asked(asked)
    with_ = tuple(name for name in named if name in authors)
    without = tuple(name for name in named if name not in authors)
    if not with_ and asked.form is not Form.YES_NO:
        return statements.no_statement(evidence, without)
    found = []
    for statement in evidence.statements_of(*with_):
        places = evidence.at(statement.heading)
        found.append(finding.stated("statement.made", places, who=Speakers(statement.speakers)))
    if without:
        announced = tuple(p for f in reasons.authors(evidence) for p in f.places)
        basis = announced or ballot.remainder_places(evidence)
        found.append(finding.derived("statement.not_made", basis, states=States(without)))
    others = [name for name in authors if name not in with_] if asked.aspect in _ALONE and with_ else []
    if others:
        found = list(reasons.authors(evidence))
    if asked.form is Form.YES_NO and not asked.positions:
        found[0] = replace(found[0], lead=_whether_lead(asked, with_, without, others))
    return Verdict(Status.ANSWERED, tuple(found), follow_ups=follow_ups)
