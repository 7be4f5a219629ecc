"""How a vote could have turned, and who has what power in it: ready for JSON.

Everything here is hypothetical: it speaks of the rule and of votes that were not cast. Numbers are
exact fractions and rounded percentages, both as text.
"""

from fractions import Fraction

from assistant.citing.computation import round_half_up
from assistant.counting import power, whatif
from assistant.counting.readings import Reading, VoteReadings

Document = dict[str, object]
_DECIMALS = 2


def power_document(readings: VoteReadings) -> Document:
    """Per reading: the smallest sets that would have turned the result, blocking, voting power."""
    return {
        "procedure": readings.procedure.id,
        "date": readings.day.isoformat() if readings.day else None,
        "hypothetical": True,
        "recommended": readings.recommended.id,
        "readings": [_reading(reading) for reading in readings.readings],
    }


def _reading(reading: Reading) -> Document:
    blocking = whatif.power_of_blocking(reading)
    return {
        "id": reading.id,
        "reached": reading.majority.is_reached,
        "turning": _turning(whatif.turning(reading)),
        "pivotal": list(whatif.pivotal(reading)),
        "blocking": {
            "fewest": blocking.fewest,
            "largest": list(blocking.largest),
            "always": blocking.always,
        },
        "power": [_power(each) for each in power.powers(reading.electorate) or ()],
    }


def _turning(turning: whatif.Turning | None) -> Document | None:
    if turning is None:
        return None
    return {
        "to": str(turning.to),
        "size": turning.size,
        "sets": [list(states) for states in turning.sets],
        "listed": turning.listed,
    }


def _power(each: power.Power) -> Document:
    return {
        "state": each.state,
        "swings": each.swings,
        "banzhaf": _share(each.banzhaf),
        "banzhaf_share": _share(each.share),
        "shapley": _share(each.shapley),
    }


def _share(value: Fraction) -> Document:
    return {"exact": str(value), "percent": str(round_half_up(value * 100, _DECIMALS))}
