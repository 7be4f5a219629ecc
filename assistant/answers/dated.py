"""When, of what a record tells in words: the sentence that names a day, led by the day it names.

Knows how a sentence names a date or a part of one. Refuses to reckon with it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant import finding
from assistant.answer import SAYING, Finding, Month, Quotes, Speakers, Verdict
from assistant.answers import on_topic
from assistant.citing.citation import Place
from assistant.evidence import Evidence
from assistant.question import Form, Intent, Understanding
from assistant.understanding import mention
from corpus.text import Span

_TOLD = frozenset({Intent.STATEMENT, Intent.PASSAGE, Intent.QUOTATION})
_SAYING = frozenset({"statement.says", "passage.statement", "passage.notice"})


def led(asked: Understanding, evidence: Evidence, verdict: Verdict) -> Verdict:
    """The verdict with the sentences that name a day first, each led by it; unchanged where none does."""
    is_told = asked.intent in _TOLD and verdict.status in SAYING and bool(asked.topics)
    if asked.form is not Form.WHEN or not is_told:
        return verdict
    dated = {id(found): day for found in verdict.findings if (day := _day_in(found, evidence)) is not None}
    if not dated:
        return verdict
    first = [_with_day(found, dated[id(found)], evidence) for found in verdict.findings if id(found) in dated]
    rest = [found for found in verdict.findings if id(found) not in dated]
    return replace(verdict, findings=(*first, *rest))


def named_by(states: Sequence[str], evidence: Evidence) -> tuple[Finding, ...]:
    """The sentences in which some states name a day or month in their statements, each led by it."""
    spans = (s for told in evidence.statements_of(*states) for p in told.paragraphs for s in p.sentences)
    said = (on_topic.quoted(evidence, place) for place in evidence.at(*spans))
    dated = ((found, _day_in(found, evidence)) for found in said)
    return tuple(_with_day(found, day, evidence) for found, day in dated if day is not None)


def _day_in(found: Finding, evidence: Evidence) -> Place | None:
    """The date in the one sentence quoted; in several sentences it may be another's."""
    if found.message not in _SAYING:
        return None
    for place in found.places:
        spans = mention.date_spans(place.quote, place.source.language)
        if len(spans) == 1 and evidence.sentence_at(place.span).contains(place.span):
            start = place.span.start + spans[0].start
            return replace(place, span=Span(start, start + len(spans[0])))
    return None


def _with_day(found: Finding, day: Place, evidence: Evidence) -> Finding:
    speaker = day.speaker or "Council"
    who = Speakers(tuple(speaker.split("+")))
    when = _when(day)
    told = finding.claimed(evidence, "passage.dated", found.places, who=who, when=when)
    return replace(told, evidence=found.evidence, speaker=found.speaker)


def _when(day: Place) -> date | Month | Quotes:
    """The day or month a place names; in its own words where it is neither."""
    named = mention.mentions_in(day.quote, day.source.language)
    if len(named.dates) == 1:
        return named.dates[0]
    months = [p for p in named.periods if p.year is not None and p.month is not None and p.day is None]
    if len(named.periods) == len(months) == 1 and months[0].year and months[0].month:
        return Month(date(months[0].year, months[0].month, 1))
    return Quotes((day,))
