"""The five kinds of finding, each built in one way: nothing is found without its places."""

from collections.abc import Iterable, Sequence

from assistant.answer import EvidenceKind, Finding, Quotes, Slot, Speakers
from assistant.citing.citation import Place
from assistant.citing.computation import Computation
from assistant.citing.location import COUNCIL
from assistant.evidence import Evidence
from assistant.keyword import keywords_of
from corpus.model import Statement

_FEW = 4


def stated(message: str, places: Iterable[Place], /, **slots: Slot) -> Finding:
    """What the notice states."""
    return Finding(message, EvidenceKind.STATED, tuple(places), slots, speaker=COUNCIL)


def derived(message: str, places: Iterable[Place], /, **slots: Slot) -> Finding:
    """What follows from the notice by rule."""
    return Finding(message, EvidenceKind.DERIVED, tuple(places), slots)


def referenced(message: str, places: Iterable[Place], /, **slots: Slot) -> Finding:
    """What our sourced notes and tables say."""
    return Finding(message, EvidenceKind.REFERENCE, tuple(places), slots)


def computed(
    message: str, working: Sequence[Computation], places: Iterable[Place] = (), /, **slots: Slot
) -> Finding:
    """What a computation gives: the last of its working.

    Cited to the places named and, where they are few, to the leaves of the whole working.
    """
    leaves = [item.place for c in working for item in c.inputs if item.place is not None]
    named = tuple(places)
    cited = tuple(dict.fromkeys((*named, *(leaves if len(leaves) <= _FEW or not named else ()))))
    return Finding(
        message, EvidenceKind.COMPUTED, cited, slots, computation=working[-1], working=tuple(working[:-1])
    )


def claimed(evidence: Evidence, message: str, places: tuple[Place, ...], /, **slots: Slot) -> Finding:
    """What a statement says: always under its speaker's name, with our rendering of it where we have one."""
    return Finding(
        message,
        EvidenceKind.CLAIMED,
        places,
        {"quote": Quotes(places), **slots},
        speaker=places[0].speaker,
        renderings=evidence.renderings_of(*places),
        keywords=keywords_of(evidence.library, places),
    )


def speakers(statement: Statement) -> Speakers:
    """Who speaks in a statement, as a slot."""
    return Speakers(statement.speakers)


def quoted(evidence: Evidence, message: str, places: tuple[Place, ...], /, **slots: Slot) -> Finding:
    """What the notice states, in its own words, with our rendering of it where we have one."""
    return Finding(
        message,
        EvidenceKind.STATED,
        places,
        {"quote": Quotes(places), **slots},
        speaker=COUNCIL,
        renderings=evidence.renderings_of(*places),
    )


def titled(evidence: Evidence, message: str, places: tuple[Place, ...], /, **slots: Slot) -> Finding:
    """What the notice says under the name of its act, with our rendering of that name."""
    return Finding(
        message, EvidenceKind.STATED, places, slots, COUNCIL, renderings=evidence.subject_renderings()
    )
