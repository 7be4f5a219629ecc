"""Which answerer serves which intent."""

from collections.abc import Callable, Mapping

from assistant.answer import Verdict
from assistant.answers import (
    authors,
    blocking,
    comparison,
    definitions,
    documents,
    electorate,
    figures,
    header,
    heeded,
    lists,
    majority,
    outcome,
    passages,
    pool,
    positions,
    power,
    procedures,
    provisions,
    quotations,
    reasons,
    refusals,
    statements,
    timeline,
    told_result,
    whatif,
)
from assistant.evidence import Evidence
from assistant.question import Intent, Understanding

Answerer = Callable[[Understanding, Evidence], Verdict]


def _on_statements(asked: Understanding, evidence: Evidence) -> Verdict:
    if asked.aspect == heeded.HEEDED:
        return heeded.with_end(asked, evidence, statements.answer)
    return statements.answer(asked, evidence)


ANSWERERS: Mapping[Intent, Answerer] = {
    Intent.STATE_POSITION: positions.answer,
    Intent.POSITION_LIST: lists.answer,
    Intent.POSITION_COUNT: lists.answer,
    Intent.TALLY: told_result.answer,
    Intent.OUTCOME: outcome.answer,
    Intent.MAJORITY: majority.answer,
    Intent.BLOCKING: blocking.answer,
    Intent.POPULATION: electorate.answer,
    Intent.PARTICIPATION: electorate.answer,
    Intent.POWER: power.answer,
    Intent.WHAT_IF: whatif.answer,
    Intent.TURNING: whatif.answer,
    Intent.DATE: timeline.answer,
    Intent.DOCUMENT: documents.answer,
    Intent.PROCEDURE_FILE: header.answer,
    Intent.CONTACT: header.answer,
    Intent.SUBJECT: header.answer,
    Intent.STATEMENT_AUTHORS: authors.answer,
    Intent.REASON: reasons.answer,
    Intent.STATEMENT: _on_statements,
    Intent.COMPARISON: comparison.answer,
    Intent.QUOTATION: quotations.answer,
    Intent.FIGURE: figures.answer,
    Intent.POOL_COMPUTATION: pool.answer,
    Intent.PROVISION: provisions.answer,
    Intent.DEFINITION: definitions.answer,
    Intent.COVERAGE: procedures.answer,
    Intent.EVIDENCE: quotations.answer,
    Intent.PASSAGE: passages.answer,
    Intent.REFUSED: refusals.answer,
}
OF_ALL_RECORDS = frozenset({Intent.COVERAGE, Intent.PASSAGE, Intent.DEFINITION, Intent.REFUSED})
"""Intents answered once over all records, not procedure by procedure."""
