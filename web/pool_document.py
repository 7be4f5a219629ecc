"""The figures of a procedure as the API shows them: claimed and computed, never mixed."""

from collections.abc import Iterator

from assistant.counting.pool import ClaimedFigure, PoolFigures
from assistant.wording import working
from assistant.wording.catalogue import catalogue
from corpus.text import quote_sha256
from web.footnotes import Footnotes
from web.record_document import claim_document

POOL_COLUMNS = (
    "procedure", "kind", "id", "value", "unit", "claimant", "reports", "bound", "role", "formula",
    "record", "start", "end", "quote", "quote_sha256",
)  # fmt: skip
_LANGUAGE = "en"


def pool_document(figures: PoolFigures, language: str = _LANGUAGE) -> dict[str, object]:
    """Every claimed figure with its claimant and place; every computed one with its working."""
    notes, words = Footnotes(), catalogue(language)
    return {
        "procedure": figures.procedure.id,
        "record": figures.procedure.record.id,
        "document": str(figures.procedure.record.notice.document.value),
        "claimed": [_claimed(claimed, notes) for claimed in figures.claimed],
        "computed": [working.computation_document(words, c, notes.number) for c in figures.computed],
        "known": [{"text": place.quote, "citation": notes.number(place)} for place in figures.known],
        "citations": notes.documents(),
    }


def pool_rows(figures: PoolFigures) -> Iterator[tuple[object, ...]]:
    """Each figure as a row of ``POOL_COLUMNS``: the claimed ones, then the computed ones."""
    procedure = figures.procedure.id
    for n, claimed in enumerate(figures.claimed, 1):
        figure, source = claimed.figure, claimed.place.source
        yield (
            procedure, "claimed", n, figure.value, figure.unit, figure.claimant, figure.reports,
            figure.bound, claimed.role, None, source.record, figure.span.start, figure.span.end,
            claimed.place.quote, quote_sha256(claimed.place.quote),
        )  # fmt: skip
    for computation in figures.computed:
        yield (
            procedure, "computed", computation.id, computation.rounded, computation.unit,
            computation.claimant, None, None, None, working.formula(computation), *(None,) * 5,
        )  # fmt: skip


def _claimed(claimed: ClaimedFigure, notes: Footnotes) -> dict[str, object]:
    return {
        **claim_document(claimed.figure),
        "role": claimed.role,
        "evidence": "claimed",
        "citation": notes.number(claimed.place),
        "sentence": notes.number(claimed.sentence),
    }
