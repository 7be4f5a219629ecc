"""Votes in the shape of Popolo: vote events with an option, a count and a vote each.

Source: the Popolo specification (Motion, VoteEvent, Count, Vote), http://www.popoloproject.com/specs/.
"""

from assistant.library import Library
from assistant.procedure import Procedure
from corpus.model import Position
from web.exports.corpus import Selection

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
    return {
        "id": procedure.id,
        "identifier": str(procedure.record.notice.document.value),
        "organization": {"name": "Council of the European Union", "classification": "council"},
        "motion": {
            "text": procedure.act.title.value if procedure.act.title else None,
            "requirement": str(readings.recommended.majority.kind),
            "result": None if adopted is None else "pass" if adopted.value else "fail",
        },
        "start_date": readings.day.isoformat() if readings.day else None,
        "counts": [{"option": option, "value": tally.count(p)} for p, option in _OPTION.items()],
        "votes": [
            {
                "voter": {"id": vote.state, "classification": "member state"},
                "option": _OPTION[vote.position],
                "evidence": str(vote.evidence),
            }
            for vote in tally.votes
            if vote.position is not None
        ],
        "sources": [{"url": f"/records/{procedure.record.id}"}],
    }
