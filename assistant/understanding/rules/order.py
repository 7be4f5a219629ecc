"""From what stands in a question to what it asks: every table in turn, the first match wins.

Conditions are those of ``condition.py``. The order is part of the meaning: a supposition is no vote, and
what a state says of a vote is no vote either. Knows no language.
"""

from itertools import chain

from assistant.question import Intent
from assistant.understanding.rules import (
    arithmetic,
    dates,
    documents,
    figures,
    majority,
    positions,
    quotation,
    records,
    statements,
    supposition,
    terms,
    whole,
)
from assistant.understanding.rules.rule import Rule

RULES: tuple[Rule, ...] = tuple(
    chain(
        positions.RESULTS,
        records.ADDRESSES,
        supposition.SUPPOSITIONS,
        records.OURSELVES,
        quotation.QUOTATIONS,
        arithmetic.ARITHMETIC,
        terms.TERMS,
        majority.MAJORITIES,
        statements.STATEMENTS,
        dates.DATES,
        documents.DOCUMENTS,
        figures.FIGURES,
        positions.POSITIONS,
        whole.WHOLE,
    )
)


def rule_of(atoms: frozenset[str]) -> Rule:
    """The first rule that holds; anything else is looked for in the passages."""
    return next((rule for rule in RULES if rule.holds(atoms)), Rule("", Intent.PASSAGE))
