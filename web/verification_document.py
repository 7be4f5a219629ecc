"""Checking a saved answer: asked again from its own address; the result as JSON."""

from collections.abc import Mapping
from dataclasses import asdict

from assistant import verification
from assistant.assistant import Assistant
from assistant.verification import Verification
from web import asking
from web.answer_document import answer_document


def verified(assistant: Assistant, answer: Mapping[str, object]) -> Verification:
    """The answer held against the records of the assistant's snapshot."""
    asked = asking.asked_in(answer)
    again = answer_document(asking.ask_again(assistant, asked)) if asked else None
    return verification.verify(answer, assistant.library, snapshot=assistant.snapshot_id, again=again)


def verification_document(found: Verification) -> dict[str, object]:
    """What became of an answer, claim by claim."""
    return {
        "holds": found.holds,
        "is_current": found.is_current,
        "snapshot": found.snapshot,
        "claims": [asdict(claim) for claim in found.claims],
        "problems": [{"where": where, "why": why} for where, why in found.problems],
        "changes": list(found.changes),
    }
