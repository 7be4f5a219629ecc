"""What the count rests on in law: who is kept out and how sure that is, and where no rule of ours applies."""

from collections.abc import Iterable

from assistant import finding
from assistant.answer import Finding, Message, States
from assistant.counting.participation import Exclusion
from assistant.counting.readings import Reading, VoteReadings
from corpus.model import MajorityRule

_CERTAIN = "H"


def grounds(readings: Iterable[Reading]) -> tuple[Finding, ...]:
    """Whom the readings keep out, by which rule, and how sure that is; each member once."""
    told: set[str] = set()
    found = []
    for reading in readings:
        fresh = tuple(exclusion for exclusion in reading.excluded if exclusion.state not in told)
        told.update(exclusion.state for exclusion in fresh)
        sure = tuple(exclusion for exclusion in fresh if _is_certain(exclusion))
        unsure = tuple(exclusion for exclusion in fresh if not _is_certain(exclusion))
        found += [_ground(*each) for each in (("ground.certain", sure), ("ground.likely", unsure)) if each[1]]
    return tuple(found)


def limits(readings: VoteReadings) -> tuple[Message, ...]:
    """Why the thresholds cannot be computed: votes were weighted then, or there is no table for the year."""
    majority = readings.recommended.majority
    if majority.kind is not MajorityRule.QUALIFIED:
        return ()
    if majority.is_weighted:
        return (("limit.weighted", {}),)
    if majority.population is not None or majority.year is None:
        return ()
    return (("limit.no_table", {"year": str(majority.year)}),)


def _is_certain(exclusion: Exclusion) -> bool:
    """Whether the rule is sure, and leaves the state no choice."""
    return exclusion.firm and exclusion.rule.certainty == _CERTAIN


def _ground(message: str, excluded: tuple[Exclusion, ...]) -> Finding:
    places = tuple(dict.fromkeys(place for exclusion in excluded for place in exclusion.places))
    return finding.referenced(message, places, states=States(tuple(each.state for each in excluded)))
