"""How many: a number, or nothing. Words without a figure do not answer a question for a quantity.

Knows which quotations hold a figure of the record. Refuses to know whether it is the one asked for.
"""

from dataclasses import replace

from assistant.answer import SAYING, Finding, Message, Reason, Status, Verdict
from assistant.answers import figures, lasting
from assistant.answers.on_topic import counts_something
from assistant.evidence import Evidence
from assistant.question import Form, Intent, Understanding
from assistant.scoping.topic import concepts_in
from assistant.understanding import reading
from assistant.understanding.token import cleaned

_OF_WORDS = frozenset({Intent.STATEMENT, Intent.PASSAGE, Intent.QUOTATION, Intent.FIGURE})
_QUOTING = frozenset({"statement.says", "passage.statement", "passage.notice"})


def counted(asked: Understanding, evidence: Evidence, verdict: Verdict) -> Verdict:
    """The verdict without the quotations that hold no figure, where a quantity is asked for.

    A length of time is told by the sentences that name one.
    """
    if (lasting_so := lasting.answer(asked, evidence)) is not None:
        return lasting_so
    if asked.form is not Form.HOW_MANY or asked.intent not in _OF_WORDS or verdict.status not in SAYING:
        return verdict
    quoting = [found for found in verdict.findings if found.message in _QUOTING]
    without = [
        found
        for found in quoting
        if not (_holds_a_figure(found, set(asked.topics), evidence) or _counts_else(asked, found))
    ]
    if not without or len(without) < len(quoting):
        return replace(verdict, findings=tuple(f for f in verdict.findings if f not in without))
    limits: tuple[Message, ...] = (("limit.passage", {}),)
    return Verdict(Status.NOT_FOUND, (), Reason.NOT_IN_RECORDS, limits, verdict.follow_ups)


def held(asked: Understanding, evidence: Evidence) -> Verdict | None:
    """Every figure of the statements, where one is asked for on this act in words that nobody knows."""
    asks = asked.intent is Intent.PASSAGE and not (asked.amounts or asked.states)
    records = {each.record.id for each in evidence.procedures}
    is_on_one = len(records) == 1 and len(evidence.library.procedures) > 1
    named = reading.read(cleaned(asked.question), asked.language).has("object.figure")
    if not (asks and is_on_one and (named or asked.form is Form.HOW_MANY)):
        return None
    found = figures.as_findings(evidence, figures.all_figures(evidence))
    return Verdict(Status.ANSWERED, found) if found else None


def _counts_else(asked: Understanding, found: Finding) -> bool:
    """Whether the speaker asked about counts something outside the lexicon there, as the question does."""
    named = asked.topics or not asked.states
    return not named and any(counts_something(p.quote, p.source.language) for p in found.places)


def _holds_a_figure(found: Finding, topics: set[str], evidence: Evidence) -> bool:
    """Whether a sentence quoted holds a figure; one quoted for what points back at it does not count."""
    records = {record.id: record for record in evidence.library.records}
    return any(
        place.span.contains(figure.span)
        for place in found.places
        if place.source.record in records
        and (len(found.places) == 1 or topics & concepts_in(place.quote, place.source.language))
        for statement in records[place.source.record].statements
        for figure in statement.figures
    )
