"""Votes in the shape of Popolo: vote events with an option, a count and a vote each.

What Popolo has no place for is left to the other exports, but for the kind of evidence of each vote.
Source: the Popolo specification (Motion, VoteEvent, Count, Vote, Link), http://www.popoloproject.com/specs/.
"""

from collections.abc import Iterator

from assistant.procedure import Procedure
from assistant.procedures.library import Library
from corpus.member_state import name_of
from corpus.model import Position
from web.exports.corpus import Selection
from web.pages.outward import register_address_of

_LANGUAGE = "en"
_OPTION = {
    Position.FOR: "yes",
    Position.AGAINST: "no",
    Position.ABSTENTION: "abstain",
    Position.NOT_PARTICIPATING: "not voting",
}


def popolo_document(chosen: Selection) -> dict[str, object]:
    """The votes of a selection as Popolo vote events, under the recommended readings."""
    return {"vote_events": [_vote_event(chosen.library, procedure) for procedure in chosen.procedures]}


def _vote_event(library: Library, procedure: Procedure) -> dict[str, object]:
    readings = library.readings(procedure.id)
    tally = readings.recommended.tally
    adopted = procedure.act.vote.adopted
    result = None if adopted is None else "pass" if adopted.value else "fail"
    return {
        "id": procedure.id,
        "identifier": str(procedure.record.notice.document.value),
        "organization": {"name": "Council of the European Union", "classification": "council"},
        "motion": {
            "text": procedure.act.title.value if procedure.act.title else None,
            "requirement": str(readings.recommended.majority.kind),
            "result": result,
        },
        "result": result,
        "start_date": readings.day.isoformat() if readings.day else None,
        "counts": [{"option": option, "value": tally.count(p)} for p, option in _OPTION.items()],
        "votes": [
            {
                "voter_id": vote.state,
                "voter": {
                    "id": vote.state,
                    "name": name_of(vote.state, _LANGUAGE),
                    "classification": "member state",
                },
                "option": _OPTION[vote.position],
                "evidence": str(vote.evidence),
            }
            for vote in tally.votes
            if vote.position is not None
        ],
        "sources": list(_sources(procedure)),
    }


def _sources(procedure: Procedure) -> Iterator[dict[str, str]]:
    """The notice in the Council's public register: what is named by an address must be one anywhere."""
    number = str(procedure.record.notice.document.value)
    address = register_address_of(number)
    if address is not None:
        yield {"url": address, "note": f"{number} (record {procedure.record.id})"}
