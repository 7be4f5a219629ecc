"""The figures of the record: which, whose, and the whole sentence each one stands in."""

import re
from dataclasses import replace
from decimal import Decimal

from assistant import finding
from assistant.answer import Finding, Message, Quantity, Quotes, Reason, Speakers, Status, Verdict
from assistant.answers import on_topic, pointing, reasons, statements
from assistant.citing.citation import Place
from assistant.counting.pool import PoolFigures
from assistant.evidence import Evidence
from assistant.question import Amount, Understanding
from assistant.scoping.topic import concepts_in
from assistant.understanding import reading
from corpus.model import Figure, Statement

Claimed = tuple[Statement, Figure]
_CURRENCIES = ("EUR",)
_ACTUAL, _EXPECTED = "actual", "expected"
_COMMISSION = "Commission"
_POOL, _NEEDS = "pool", "needs"
_PERSON = "person"
_OF_PEOPLE = frozenset({"illegal_entry", "relocation"})  # counts of people all the same
_CONTENTS = frozenset({_POOL, "effective_solidarity", "solidarity"})
_SCALES_LEFT_OUT = (10**3, 10**6, 10**9)


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """The figures asked for, each according to somebody; what is held instead where none fits."""
    everything = all_figures(evidence)
    chosen = chosen_figures(asked, everything, evidence)
    follow_ups: tuple[Message, ...] = (
        ("ask.pool", {}),
        *reasons.follow_ups_of(evidence, evidence.authors()[-1:]),
    )
    if chosen:
        told = (*as_findings(evidence, chosen), *on_topic.uncounted(asked, evidence))
        return Verdict(Status.ANSWERED, told, follow_ups=follow_ups)
    if asked.states and not evidence.statements_of(*asked.states):
        return replace(statements.no_statement(evidence, asked.states), reason=Reason.NOT_IN_RECORDS)
    known = known_beside(asked, evidence) or (() if asked.amounts else on_topic.said_on(asked, evidence))
    if known:
        return Verdict(Status.ANSWERED, known, follow_ups=follow_ups)
    others = [pair for pair in everything if any(fits(amount, pair[1]) for amount in asked.amounts)]
    own = [pair for pair in everything if _by_speaker(asked, pair)]
    held = as_findings(evidence, others or own or everything)
    if asked.amounts and held:
        corrected = (replace(held[0], lead="not_so"), *held[1:])
        return Verdict(Status.CORRECTED, corrected, Reason.FALSE_PREMISE, (("limit.figure", {}),), follow_ups)
    return Verdict(Status.NOT_FOUND, held, Reason.NOT_IN_RECORDS, (("limit.figure", {}),), follow_ups)


def known_beside(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    """What our sourced notes say of an amount that no statement holds; marked as not from the record."""
    wanted = {amount.value for amount in asked.amounts}
    return tuple(
        finding.referenced("passage.reference", (place,), quote=Quotes((place,)))
        for place in _pool(evidence).known
        if wanted & set(_numbers_in(place.quote))
    )


def is_told_by_council(amount: Amount, evidence: Evidence) -> bool:
    """Whether the notice itself names an amount, in whatever unit."""
    spoken = evidence.notice.language
    texts = (evidence.record.source.quote(paragraph.span) for paragraph in evidence.notice.paragraphs)
    told = (each for text in texts for each in reading.read(text, spoken).amounts)
    return any(each.value == amount.value for each in told)


def _numbers_in(text: str) -> list[Decimal]:
    plain = re.sub(r"(?<=\d)[ \u00a0](?=\d{3}\b)", "", text)
    return [Decimal(number) for number in re.findall(r"\d+(?:\.\d+)?", plain)]


def all_figures(evidence: Evidence) -> list[Claimed]:
    """Every figure of every statement, in the order of the record."""
    return [(statement, figure) for statement in evidence.record.statements for figure in statement.figures]


def chosen_figures(asked: Understanding, figures: list[Claimed], evidence: Evidence) -> list[Claimed]:
    """The figures that fit the speaker, amounts, unit and topics asked for, the closest fit."""
    chosen = [pair for pair in figures if _by_speaker(asked, pair)]
    if asked.amounts:
        return [pair for pair in chosen if any(fits(amount, pair[1]) for amount in asked.amounts)]
    scored = [(_score(asked, pair, evidence), pair) for pair in chosen]
    best = max((score for score, _ in scored), default=0)
    if best == 0 and asked.speaker == _COMMISSION and _POOL in asked.topics:
        return chosen  # what it said of the pool is told without the pool's name
    of_it_alone = _POOL in asked.topics and set(asked.topics) <= _CONTENTS
    if best == 0 and not (of_it_alone or (asked.states and _POOL in asked.topics)):
        return [] if asked.topics else chosen
    wanted = {_ACTUAL} if _asks_contents(asked) else set()
    spans = {c.figure.span for c in _pool(evidence).claimed if c.role in wanted}
    fitting = [pair for score, pair in scored if score or of_it_alone or not best]
    held = [pair[1].sentence for pair in fitting if pair[1].span in spans]
    return [pair for score, pair in scored if (score == best and best) or pair[1].sentence in held]


def _asks_contents(asked: Understanding) -> bool:
    """Whether what the pool comes to is asked, and not what was needed or whose estimate that was."""
    topics = set(asked.topics)
    return bool(topics & _CONTENTS) and _NEEDS not in topics and asked.speaker != _COMMISSION


def fits(amount: Amount, figure: Figure) -> bool:
    """Whether a figure is the amount named, in its unit where one is named, in millions where none is."""
    if amount.unit is None:
        return figure.value in {amount.value, *(amount.value * scale for scale in _SCALES_LEFT_OUT)}
    is_of_people = amount.unit == _PERSON and figure.unit in _OF_PEOPLE
    return (amount.unit == figure.unit or is_of_people) and amount.value == figure.value


def as_findings(evidence: Evidence, figures: list[Claimed]) -> tuple[Finding, ...]:
    """Each sentence once, quoted whole, with the figures in it; what is set against something first."""
    by_sentence: dict[tuple[int, int], list[Claimed]] = {}
    for pair in figures:
        sentence = pair[1].sentence
        by_sentence.setdefault((sentence.start, sentence.end), []).append(pair)
    actual = {c.figure.span for c in _pool(evidence).claimed if c.role == _ACTUAL}
    groups = sorted(by_sentence.values(), key=lambda group: not any(f.span in actual for _, f in group))
    return tuple(_told(evidence, group) for group in groups)


def _pool(evidence: Evidence) -> PoolFigures:
    return evidence.library.pool(evidence.procedure.id)


def _told(evidence: Evidence, group: list[Claimed]) -> Finding:
    statement, figure = group[0]
    places, who = _sentence_of(evidence, statement, figure), Speakers(statement.speakers)
    roles = {c.figure.span: c.role for c in _pool(evidence).claimed}
    have = tuple(Quantity(f.value, f.unit) for _, f in group if roles.get(f.span) == _ACTUAL)
    need = tuple(Quantity(f.value, f.unit) for _, f in group if roles.get(f.span) == _EXPECTED)
    if have and need:
        return finding.claimed(evidence, "figure.contrast", places, who=who, amounts=have, expected=need)
    amounts = tuple(Quantity(f.value, f.unit) for _, f in group)
    if all(f.reports == _COMMISSION for _, f in group):
        source = Speakers((_COMMISSION,))
        return finding.claimed(evidence, "figure.reported", places, who=who, amounts=amounts, source=source)
    message = f"figure.{figure.bound or 'claimed'}" if len(group) == 1 else "figure.claimed"
    return finding.claimed(evidence, message, places, who=who, amounts=amounts)


def _sentence_of(evidence: Evidence, statement: Statement, figure: Figure) -> tuple[Place, ...]:
    """The sentence a figure stands in, with the one before where it points back."""
    for paragraph in statement.paragraphs:
        own = [span for span in paragraph.sentences if span.start <= figure.span.start < span.end]
        if own:
            return evidence.at(*pointing.with_antecedents(evidence, paragraph, own))
    return evidence.at(figure.sentence)


def _by_speaker(asked: Understanding, pair: Claimed) -> bool:
    statement, figure = pair
    wanted = {*asked.states, *((asked.speaker,) if asked.speaker else ())}
    return not wanted or bool(wanted & {*statement.speakers, figure.claimant, figure.reports})


def _score(asked: Understanding, pair: Claimed, evidence: Evidence) -> int:
    """How many of the topics the figure's own unit and its sentence speak of; the unit counts double."""
    sentence = evidence.record.source.quote(pair[1].sentence)
    named = concepts_in(sentence, evidence.notice.language)
    unit = "financial_contribution" if pair[1].unit in _CURRENCIES else pair[1].unit
    return sum((2 if topic == unit else 0) + (1 if topic in named else 0) for topic in asked.topics)
