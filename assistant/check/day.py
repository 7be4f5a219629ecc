"""Dates in a draft: of what they are told, held against the dates of the record."""

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum

from babel.dates import format_date

from assistant.check.case import Case
from assistant.check.claim import ClaimKind, Finding, Judgement
from assistant.check.dating import Day, days_in
from assistant.check.draft import Sentence
from assistant.understanding import mention
from corpus.lexicon import Stance
from corpus.model import Stated
from corpus.text import Span

_BEHIND_NUMBER = 8
_ORIGIN = "en_GB"


class Event(StrEnum):
    """What a date is told of."""

    CLOSED = "closed"
    OPENED = "opened"
    DOCUMENT = "document"
    VOTE = "vote"
    OTHER = "other"


def days_judged(sentence: Sentence, case: Case) -> Iterator[Judgement]:
    """The judged dates of a sentence."""
    for day in days_in(sentence):
        event = _event_of_document(sentence, case, day.span) or _event(sentence, day.span)
        finding, message = _judge(case, day, event)
        if finding is Finding.CONTRADICTED and _is_another_event(sentence, case, day):
            finding, message = Finding.NOT_CHECKABLE, "doubt_unclear"
        if finding is Finding.SUPPORTED and sentence.is_negated():
            finding, message = Finding.NOT_CHECKABLE, "doubt_negated"
        told = _told(case, message)
        if told is None:
            message = message if message.startswith("doubt") else "doubt_unclear"
            yield Judgement(ClaimKind.DATE, sentence.place(day.span), Finding.NOT_CHECKABLE, message)
            continue
        slots, places = {"at": told.value}, case.at(told.span)
        yield Judgement(ClaimKind.DATE, sentence.place(day.span), finding, message, slots, places)


def _event_of_document(sentence: Sentence, case: Case, day: Span) -> Event | None:
    """What a date is of that stands right behind the number of a document: "CM 5555/25 of 19 December"."""
    notice = case.notice
    for span in mention.mentions_in(sentence.text, sentence.language).claimed:
        if not 0 <= day.start - span.end <= _BEHIND_NUMBER:
            continue
        for number in mention.mentions_in(sentence.text[span.start : span.end], sentence.language).documents:
            if notice.opened_by is not None and number.family == notice.opened_by.value.family:
                return Event.OPENED
            return Event.DOCUMENT if number.family == notice.document.value.family else Event.OTHER
    return None


def _is_another_event(sentence: Sentence, case: Case, day: Day) -> bool:
    """Whether it is the date of something else that the sentence tells of too: which, is not clear."""
    notice = case.notice
    opened = notice.opened_on.value if notice.opened_on else None
    dated = notice.date_of_document.value if notice.date_of_document else None
    told = {event for _, _, event in _events(sentence, day.span)}
    dates = {Event.OPENED: opened, Event.DOCUMENT: dated, Event.CLOSED: case.day}
    if len(days_in(sentence)) == 1:
        del dates[Event.DOCUMENT]  # "the notice says that it was adopted on" its own date
    extended = notice.extended_to.value if notice.extended_to else None
    if day.is_on(extended) and not day.is_on(case.day):
        return True
    return any(event in told and day.is_on(on) for event, on in dates.items())


def _event(sentence: Sentence, day: Span) -> Event | None:
    """What the words nearest to a date say that happened on it."""
    found = _events(sentence, day)
    return min(found)[2] if found else None


def _events(sentence: Sentence, day: Span) -> list[tuple[int, int, Event]]:
    """The events a sentence tells of, each with how far from a date and in which order of preference."""
    lexicon, words = sentence.lexicon, sentence.words
    stances = [lexicon.stances[stance] for stance in Stance]
    patterns = {
        Event.OPENED: [lexicon.procedure.opened],
        Event.CLOSED: [
            lexicon.procedure.closed, lexicon.outcome.adopted, lexicon.outcome.not_adopted,
            words.adopted, words.rejected,
        ],
        Event.DOCUMENT: [words.notice],
        Event.VOTE: [lexicon.vote.verbs, *(s.verb for s in stances), *(s.noun for s in stances)],
    }  # fmt: skip
    return [
        (_distance(Span(*match.span()), day), order, event)
        for order, (event, each) in enumerate(patterns.items())
        for pattern in each
        for match in pattern.finditer(sentence.folded)
    ]


def _distance(span: Span, other: Span) -> int:
    return max(other.start - span.end, span.start - other.end, 0)


def _judge(case: Case, day: Day, event: Event | None) -> tuple[Finding, str]:
    notice = case.notice
    opened = notice.opened_on.value if notice.opened_on else None
    dated = notice.date_of_document.value if notice.date_of_document else None
    if event is Event.OPENED:
        return (
            (Finding.SUPPORTED, "date_opened")
            if day.is_on(opened)
            else (Finding.CONTRADICTED, "date_opened_other")
        )
    if event is Event.DOCUMENT:
        if day.is_on(dated):
            return Finding.SUPPORTED, "date_document"
        return (Finding.CONTRADICTED, "date_document_other") if day.is_on(case.day) else _OTHER
    if event in {None, Event.OTHER} or (event is Event.VOTE and day.is_on(opened) and opened != case.day):
        return _OTHER
    if day.is_on(case.day):
        return Finding.SUPPORTED, "date_closed"
    if day.is_on(dated):
        return Finding.CONTRADICTED, "date_notice_told"
    if _is_known(case, day):
        return Finding.NOT_CHECKABLE, "date_known"
    if day.is_on(opened):
        return Finding.CONTRADICTED, "date_opened_told"
    return (Finding.CONTRADICTED, "date_closed_other") if event is Event.CLOSED else _OTHER


def _is_known(case: Case, day: Day) -> bool:
    """Whether our notes give that date beside the records."""
    if day.year is None:
        return False
    try:
        written = format_date(date(day.year, day.month, day.day), format="long", locale=_ORIGIN)
    except ValueError:
        return False
    return any(written in place.quote for place in case.known)


def _told(case: Case, message: str) -> Stated[date] | Stated[datetime | date] | None:
    """The date of the record that a message tells; None where it tells none or the record has none."""
    notice = case.notice
    if message in {"date_opened", "date_opened_other"}:
        return notice.opened_on
    if message in {"date_document", "date_document_other"}:
        return notice.date_of_document
    return None if message.startswith("doubt") else notice.closed_at


_OTHER = (Finding.NOT_CHECKABLE, "doubt_other_date")
