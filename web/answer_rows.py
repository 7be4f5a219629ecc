"""The sentences of an answer as rows of a table, one a citation."""

from collections.abc import Iterator

from assistant.answer import Answer

SENTENCE_COLUMNS = (
    "sentence", "evidence", "speaker", "key", "record", "start", "end", "quote", "quote_sha256",
)  # fmt: skip


def sentence_rows(answer: Answer) -> Iterator[tuple[object, ...]]:
    """Each citation of each claim as a row of ``SENTENCE_COLUMNS``."""
    citation_by_n = {citation.n: citation for citation in answer.citations}
    for claim in answer.claims:
        for c in (citation_by_n[n] for n in claim.citations):
            yield (
                claim.text, claim.evidence, claim.speaker,
                c.key, c.record, c.start, c.end, c.quote, c.quote_sha256,
            )  # fmt: skip
