"""The same notice in several languages: one document with several texts, whose facts must agree.

Knows the facts that have no language: positions, the position of all others, the outcome, days, figures.
What one text leaves open contradicts nothing. Refuses to say which of two texts is right.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.citing.citation import Place
from assistant.citing.location import notice_place, statement_place
from assistant.procedure import Procedure
from corpus.model import Figure, Position, Statement
from corpus.text import Span

_OF_VOTE = ("majority_rule", "majority_reached", "adopted")
_OF_NOTICE = ("opened_by", "opened_on", "closed_at", "end", "extended_to")


@dataclass(frozen=True, slots=True)
class Discord:
    """A fact that two texts of one document tell differently, and where each tells it.

    ``state`` is whose position it is, None where it is another fact.
    """

    fact: str
    here: Place
    there: Place
    state: str | None = None


def discords(here: Procedure, there: Procedure) -> tuple[Discord, ...]:
    """Every fact that two texts of one notice tell differently, those of the vote first."""
    return (*_of_vote(here, there), *_of_fields(here, there), *_of_figures(here, there))


def agrees(here: Procedure, there: Procedure) -> bool:
    """Whether two texts say the same, with statements of the same authors."""
    authors = [[s.speakers for s in each.record.statements] for each in (here, there)]
    return authors[0] == authors[1] and not discords(here, there) and _positions(here) == _positions(there)


def _of_vote(here: Procedure, there: Procedure) -> Iterator[Discord]:
    for state in sorted({*_positions(here), *_positions(there)}):
        one, other = _stand(here, state), _stand(there, state)
        if one and other and one[0] is not other[0]:
            places = notice_place(here.record, one[1]), notice_place(there.record, other[1])
            yield Discord("position", *places, state)


def _of_fields(here: Procedure, there: Procedure) -> Iterator[Discord]:
    votes, notices = (here.act.vote, there.act.vote), (here.record.notice, there.record.notice)
    pairs = [("document", here.act.document, there.act.document)]
    pairs += [(name, *(getattr(vote, name) for vote in votes)) for name in _OF_VOTE]
    pairs += [(name, *(getattr(notice, name) for notice in notices)) for name in _OF_NOTICE]
    for name, one, other in pairs:
        if one is not None and other is not None and one.value != other.value:
            places = notice_place(here.record, one.span), notice_place(there.record, other.span)
            yield Discord(name, *places)


def _of_figures(here: Procedure, there: Procedure) -> Iterator[Discord]:
    """Numbers of a unit that two statements give as many of, but not the same."""
    for one, other in zip(here.record.statements, there.record.statements, strict=False):
        for unit in sorted({figure.unit for figure in one.figures}):
            ours, theirs = _of_unit(one, unit), _of_unit(other, unit)
            unlike = [p for p in zip(ours, theirs, strict=False) if p[0].value != p[1].value]
            if len(ours) == len(theirs) and one.speakers == other.speakers:
                for mine, yours in unlike:
                    places = (
                        statement_place(here.record, one, mine.span),
                        statement_place(there.record, other, yours.span),
                    )
                    yield Discord(f"{unit} {'+'.join(one.speakers)}", *places)


def _of_unit(statement: Statement, unit: str) -> list[Figure]:
    return sorted((f for f in statement.figures if f.unit == unit), key=lambda figure: figure.value)


def _positions(told: Procedure) -> dict[str, Position]:
    return {p.state: p.position for p in told.act.vote.positions}


def _stand(told: Procedure, state: str) -> tuple[Position, Span] | None:
    """Where a text puts a state: by name, or among all others; None where it says neither."""
    vote = told.act.vote
    named = next(((p.position, p.clause) for p in vote.positions if p.state == state), None)
    return named or ((vote.remainder.value, vote.remainder.span) if vote.remainder else None)
