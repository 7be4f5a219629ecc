"""What a record says on a matter: the sentences that name its concepts, each in its own words."""

import re
from collections.abc import Iterable
from datetime import date

from assistant import finding
from assistant.answer import Finding, Quotes, Speakers
from assistant.citing.citation import Place
from assistant.citing.location import COUNCIL, HEADER
from assistant.evidence import Evidence, paragraphs
from assistant.question import Understanding
from assistant.scoping.topic import concepts_at, concepts_in
from assistant.understanding import cues
from assistant.understanding.mention import date_spans, mentions_in
from assistant.understanding.token import tokenise
from corpus.text import Span

_MOST = 4
_MOST_NAMING = 6
_OF_PERIODS = frozenset({"period", "data_period"})
_NUMBER = "number."
_COMMON = frozenset({"number.0", "number.1"})  # "een", "un": articles as well
_COMMISSION_CUE = "body.commission"
COMMISSION = "commission"
"""The aspect of a question on what is said of the Commission, or by it, in others' words."""


def said_on(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    """The sentences on the topics asked about, of whoever is asked about.

    Those that name all topics; else those that name the one, or ones, that the fewest sentences name.
    """
    wanted = speakers_in(asked, evidence)
    statements = evidence.statements_of(*wanted) if wanted else evidence.record.statements
    sentences = [s for statement in statements for p in statement.paragraphs for s in p.sentences]
    if not wanted:
        told = (p for p in evidence.notice.paragraphs if p.label != HEADER)
        sentences += [s for paragraph in told for s in paragraph.sentences]
    named = {span: concepts_at(evidence, span) & set(asked.topics) for span in sentences}
    on_all = [span for span, topics in named.items() if topics and topics == set(asked.topics)]
    by_topic = [[span for span in named if topic in named[span]] for topic in asked.topics]
    fewest = min((len(spans) for spans in by_topic if spans), default=0)
    rarest = list(dict.fromkeys(s for spans in by_topic if len(spans) == fewest for s in spans))
    chosen = sorted({*on_all, *rarest}) if len(rarest) <= _MOST else on_all or rarest
    if _OF_PERIODS & set(asked.topics):
        chosen = [span for span in named if named[span] and _names_days(evidence, span)] or chosen
    places = (*evidence.at(*chosen[:_MOST]), *(() if wanted else known_on(asked, evidence)))
    return tuple(quoted(evidence, place) for place in places)


def _names_days(evidence: Evidence, span: Span) -> bool:
    return bool(date_spans(evidence.record.source.quote(span), evidence.notice.language))


def numbered(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    """The sentences of whoever is asked about that name a number of the question, written out in words."""
    wanted = _numbers_in(asked.question, asked.language)
    speakers = speakers_in(asked, evidence)
    if not wanted or not speakers:
        return ()
    source, spoken = evidence.record.source, evidence.notice.language
    statements = evidence.statements_of(*speakers)
    sentences = [s for statement in statements for p in statement.paragraphs for s in p.sentences]
    naming = [span for span in sentences if wanted <= _numbers_in(source.quote(span), spoken)]
    return tuple(quoted(evidence, place) for place in evidence.at(*naming[:_MOST]))


def counts_something(text: str, language: str) -> bool:
    """Whether a sentence has a number that is no part of a date, document or provision."""
    named = mentions_in(text, language).claimed
    digits = (found.start() for found in re.finditer(r"\d", text))
    return any(not any(span.start <= at < span.end for span in named) for at in digits)


def uncounted(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    """The sentences of the speaker asked about with numbers of what we do not count: "800 vessels".

    Only where the question names no topic: then it may well be these that it counts.
    """
    if asked.topics or asked.amounts or not asked.states:
        return ()
    source, statements = evidence.record.source, evidence.statements_of(*asked.states)
    counted = [figure.span for statement in statements for figure in statement.figures]
    sentences = [s for statement in statements for p in statement.paragraphs for s in p.sentences]
    spoken = evidence.notice.language
    without = [s for s in sentences if not any(s.contains(span) for span in counted)]
    left = [s for s in without if counts_something(source.quote(s), spoken)]
    return tuple(quoted(evidence, place) for place in evidence.at(*left[:_MOST]))


def _numbers_in(text: str, language: str) -> frozenset[str]:
    """The numbers a text writes in words."""
    marks = cues.cues(language).book.marks([token.folded for token in tokenise(text)])
    return frozenset(tag for mark in marks for tag in mark.tags if tag.startswith(_NUMBER)) - _COMMON


def dated(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    """The sentences that name the days asked about, however their language writes them."""
    source, spoken = evidence.record.source, evidence.notice.language
    sentences = [span for paragraph in paragraphs(evidence.record) for span in paragraph.sentences]
    naming = [s for s in sentences if _names(asked, mentions_in(source.quote(s), spoken).dates)]
    return tuple(quoted(evidence, place) for place in evidence.at(*naming[:_MOST]))


def _names(asked: Understanding, days: Iterable[date]) -> bool:
    """Whether one of some days is asked about, by its whole date or by day and month."""
    periods = [period for period in asked.periods if period.day is not None]
    return any(day in asked.dates or any(period.covers(day) for period in periods) for day in days)


def naming_commission(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    """The sentences of the statements that speak of the Commission; on the topics, where any do."""
    wanted = speakers_in(asked, evidence)
    statements = evidence.statements_of(*wanted) if wanted else evidence.record.statements
    sentences = [s for statement in statements for p in statement.paragraphs for s in p.sentences]
    naming = [span for span in sentences if _names_commission(evidence, span)]
    on_topics = [span for span in naming if concepts_at(evidence, span) & set(asked.topics)]
    return tuple(quoted(evidence, place) for place in evidence.at(*(on_topics or naming)[:_MOST_NAMING]))


def _names_commission(evidence: Evidence, span: Span) -> bool:
    words = [token.folded for token in tokenise(evidence.record.source.quote(span))]
    marks = cues.cues(evidence.notice.language).book.marks(words)
    return any(_COMMISSION_CUE in mark.tags for mark in marks)


def speakers_in(asked: Understanding, evidence: Evidence) -> tuple[str, ...]:
    """Whose words are wanted; of an institution that makes no statement, the words of all who report it."""
    if asked.states:
        return asked.states
    return (asked.speaker,) if asked.speaker and evidence.statements_of(asked.speaker) else ()


def known_on(asked: Understanding, evidence: Evidence) -> tuple[Place, ...]:
    """What our sourced notes on the procedure say of all the topics asked about."""
    topics = set(asked.topics)
    known = evidence.library.pool(evidence.procedure.id).known
    return tuple(p for p in known if topics and topics <= concepts_in(p.quote, p.source.language))


def quoted(evidence: Evidence, place: Place) -> Finding:
    """A place as its speaker's words: the Council's, a state's, or those of our own notes."""
    if place.speaker == COUNCIL:
        return finding.quoted(evidence, "passage.notice", (place,))
    if place.speaker is None:
        return finding.referenced("passage.reference", (place,), quote=Quotes((place,)))
    return finding.claimed(
        evidence, "passage.statement", (place,), who=Speakers(tuple(place.speaker.split("+")))
    )
