"""When: the procedure opened and closed, the act was adopted, the notice is dated. Kept apart."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction

from assistant import finding
from assistant.answer import Finding, Message, Reason, Status, Verdict
from assistant.answers import dated, on_topic, passages
from assistant.citing.computation import Computation, Input
from assistant.evidence import Evidence
from assistant.question import DateKind, Form, Period, Understanding
from assistant.scoping.strange import matter_words, vocabulary_of
from corpus.identifiers import DocumentNumber
from corpus.model import Stated
from corpus.text import Span

_SINCE_END = "since_end"
_DURATION, _DAY, _PUBLISHED, _EXTENDED = "duration", "day", "published", "extended"
_FOLLOW_UPS: tuple[Message, ...] = (("ask.outcome", {}), ("ask.documents", {}))
_OF_THE_ACT = frozenset({DateKind.ADOPTED, DateKind.ENTRY_INTO_FORCE, DateKind.ALL})


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """The date asked for first, then the dates it is easily taken for."""
    if asked.aspect == _PUBLISHED:
        return _publication(evidence)
    kind = asked.date_kind or DateKind.CLOSED
    if kind is DateKind.ALL and asked.states and (told := dated.named_by(asked.states, evidence)):
        return Verdict(Status.ANSWERED, told, follow_ups=_FOLLOW_UPS)
    if kind is DateKind.ALL and not asked.aspect and matter_words(asked, vocabulary_of(evidence.library)):
        return passages.answer(asked, evidence)
    if asked.aspect == _EXTENDED:
        return _extension(asked, evidence)
    first = findings(kind, evidence)
    beside = [found for other in _BESIDE[kind] for found in _OF_KIND[other](evidence)]
    found = (*_distinct((*first, *beside)), *(_published(evidence) if kind in _OF_THE_ACT else ()))
    if asked.aspect == _DURATION or asked.form is Form.HOW_MANY:
        found = (*_duration(evidence), *_since_end(evidence), *found)
    if not first:
        limits: tuple[Message, ...] = ((f"limit.date_{kind}", {}),)
        return Verdict(Status.NOT_FOUND, found, Reason.NOT_IN_RECORDS, limits, _FOLLOW_UPS)
    return Verdict(Status.ANSWERED, _with_lead(asked, found), follow_ups=_FOLLOW_UPS)


def findings(kind: DateKind, evidence: Evidence) -> tuple[Finding, ...]:
    """The dates of one kind that the record states."""
    return _OF_KIND[kind](evidence)


def is_on(found: Finding, day: date | None, period: Period | None = None) -> bool:
    """Whether a finding on a date names that day, or one within the period."""
    said = _day(found.slots.get("at"))
    return said == day if period is None else said is not None and period.covers(said)


def _distinct(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each kind of date once."""
    return tuple({each.message: each for each in found}.values())


def _with_lead(asked: Understanding, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Yes or no, where the question proposes a date."""
    if asked.form is not Form.YES_NO or not (asked.dates or asked.periods):
        return found
    said = _day(found[0].slots.get("at"))
    is_so = said in asked.dates or (said is not None and any(p.covers(said) for p in asked.periods))
    lead = "yes" if is_so else "no"
    return (replace(found[0], lead=lead), *found[1:])


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None


def _dated(evidence: Evidence, message: str, said: Stated[date] | None) -> tuple[Finding, ...]:
    if said is None:
        return ()
    return (finding.stated(message, evidence.at(said.span), at=said.value),)


def _closed(evidence: Evidence) -> tuple[Finding, ...]:
    notice = evidence.notice
    closed = notice.closed_at
    if closed is None:
        return extension(evidence)
    message = "date.closed_at" if isinstance(closed.value, datetime) else "date.closed_on"
    places = evidence.at(evidence.sentence_at(closed.span))  # a bare date does not say what ended then
    return (finding.stated(message, places, at=closed.value),)


def extension(evidence: Evidence) -> tuple[Finding, ...]:
    """Until when the deadline was extended, and by which document where the notice names it."""
    extended = evidence.notice.extended_to
    if extended is None:
        return ()
    sentence = evidence.sentence_at(extended.span)
    places, document = evidence.at(sentence), _extending_document(evidence, sentence)
    if document is None:
        return (finding.stated("date.extended", places, at=extended.value),)
    return (finding.stated("date.extended_by", places, at=extended.value, document=document),)


def _extending_document(evidence: Evidence, sentence: Span) -> DocumentNumber | None:
    """The document named beside the extension that is not the one that opened the procedure."""
    opened = evidence.notice.opened_by
    others = {evidence.notice.document.value.family, *((opened.value.family,) if opened else ())}
    named = (r.identifier for r in evidence.record.references if sentence.contains(r.span))
    return next((n for n in named if isinstance(n, DocumentNumber) and n.family not in others), None)


def _extension(asked: Understanding, evidence: Evidence) -> Verdict:
    """Whether and until when the deadline was extended: as far as the notice says so."""
    told, beside = extension(evidence), (*_closed(evidence), *_opened(evidence))
    if not told:
        limits: tuple[Message, ...] = (("limit.date_extended", {}),)
        return Verdict(Status.PARTIAL, beside, Reason.NOT_IN_RECORDS, limits, _FOLLOW_UPS)
    if asked.form is Form.YES_NO:
        proposes = bool(asked.dates or asked.periods)
        told = _with_lead(asked, told) if proposes else (replace(told[0], lead="yes"),)
    return Verdict(Status.ANSWERED, _distinct((*told, *beside)), follow_ups=_FOLLOW_UPS)


def _opened(evidence: Evidence) -> tuple[Finding, ...]:
    by, on = evidence.notice.opened_by, evidence.notice.opened_on
    if by is None:
        return _dated(evidence, "date.opened_on", on)
    if on is None:
        return (finding.stated("document.opening", evidence.at(by.span), document=by.value),)
    places = evidence.at(by.span.joined(on.span))
    return (finding.stated("date.opened_by", places, document=by.value, at=on.value),)


def _document(evidence: Evidence) -> tuple[Finding, ...]:
    dated, number = evidence.notice.date_of_document, evidence.notice.document
    if dated is None:
        return ()
    places = evidence.at(dated.span, number.span)
    return (finding.stated("date.document", places, document=number.value, at=dated.value),)


def _adopted(evidence: Evidence) -> tuple[Finding, ...]:
    """The notice dates the end of the procedure, not the adoption: said so."""
    adopted, closed = evidence.vote.adopted, evidence.notice.closed_at
    if adopted is None or not adopted.value or closed is None:
        return ()
    return (finding.derived("date.adopted", evidence.at(adopted.span, closed.span), at=closed.value),)


def _all(evidence: Evidence) -> tuple[Finding, ...]:
    kinds = (DateKind.CLOSED, DateKind.OPENED, DateKind.ADOPTED, DateKind.DOCUMENT)
    return tuple(found for kind in kinds for found in _OF_KIND[kind](evidence))


def _duration(evidence: Evidence) -> tuple[Finding, ...]:
    """How many days lie between the opening and the end."""
    return _between(evidence, _DURATION, opened=evidence.notice.opened_on, closed=evidence.notice.closed_at)


def _since_end(evidence: Evidence) -> tuple[Finding, ...]:
    """How many days lie between the end and the date of the notice."""
    notice = evidence.notice
    return _between(evidence, _SINCE_END, closed=notice.closed_at, document=notice.date_of_document)


def _between(evidence: Evidence, what: str, **dated: Stated[date] | None) -> tuple[Finding, ...]:
    """How many days lie between two dates of the record, in the order named."""
    told = {name: said for name, said in dated.items() if said is not None}
    if len(told) < len(dated):
        return ()
    inputs = tuple(
        Input(name, name, Fraction(said.value.toordinal()), _DAY, place=evidence.at(said.span)[0])
        for name, said in told.items()
    )
    days = inputs[1].value - inputs[0].value
    formula = f"{inputs[1].name} - {inputs[0].name}"
    counted = Computation(what, what, days, _DAY, formula, inputs, 0)
    return (finding.computed(f"date.{what}", (counted,), n=int(days)),) if days >= 0 else ()


def _published(evidence: Evidence) -> tuple[Finding, ...]:
    """What our sourced notes say of the act's publication: a date of its own, not in the record."""
    known = evidence.library.pool(evidence.procedure.id).known
    return tuple(on_topic.quoted(evidence, place) for place in known if _PUBLISHED in place.quote)


def _publication(evidence: Evidence) -> Verdict:
    """Where and when the act was published: no notice says so, our notes may."""
    found = _published(evidence)
    status = Status.PARTIAL if found else Status.NOT_FOUND
    limits: tuple[Message, ...] = (("limit.passage", {}),)
    return Verdict(status, found, Reason.NOT_IN_RECORDS, () if found else limits, (("ask.documents", {}),))


def _nothing(_: Evidence) -> tuple[Finding, ...]:
    return ()


_OF_KIND: Mapping[DateKind, Callable[[Evidence], tuple[Finding, ...]]] = {
    DateKind.OPENED: _opened,
    DateKind.CLOSED: _closed,
    DateKind.DOCUMENT: _document,
    DateKind.ADOPTED: _adopted,
    DateKind.ENTRY_INTO_FORCE: _nothing,
    DateKind.ALL: _all,
}
_BESIDE: Mapping[DateKind, tuple[DateKind, ...]] = {
    DateKind.OPENED: (DateKind.CLOSED,),
    DateKind.CLOSED: (DateKind.OPENED, DateKind.DOCUMENT),
    DateKind.DOCUMENT: (DateKind.CLOSED,),
    DateKind.ADOPTED: (DateKind.OPENED, DateKind.DOCUMENT),
    DateKind.ENTRY_INTO_FORCE: (DateKind.ADOPTED, DateKind.DOCUMENT),
    DateKind.ALL: (),
}
