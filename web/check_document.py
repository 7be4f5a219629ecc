"""A checked draft as JSON: every claim with its verdict, and the citations these rest on."""

from collections import Counter

from pydantic import TypeAdapter

from assistant.assistant import Assistant
from assistant.check.checker import check_draft
from assistant.check.claim import CheckedDraft, Finding

LONGEST = 20_000
_CHECKED: TypeAdapter[CheckedDraft] = TypeAdapter(CheckedDraft)


def checked(
    assistant: Assistant, text: str, *, language: str | None = None, procedure: str | None = None
) -> CheckedDraft:
    """The draft held against the records of the assistant's snapshot; nothing of it is kept."""
    return check_draft(text, assistant.library, assistant.snapshot_id, language=language, procedure=procedure)


def check_document(found: CheckedDraft) -> dict[str, object]:
    """The result as JSON-ready values, with how many claims came to each verdict."""
    document: dict[str, object] = _CHECKED.dump_python(found, mode="json")
    counts = Counter(claim.verdict for claim in found.claims)
    return {**document, "summary": {verdict.value: counts[verdict] for verdict in Finding}}
