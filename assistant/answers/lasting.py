"""How many months, days or years, of what a record tells in words: the sentences that name such a length.

Knows how a sentence names a length of time. Refuses to reckon one from two dates: that is ``timeline.py``.
"""

from assistant import finding
from assistant.answer import Finding, Quantity, Speakers, Status, Verdict
from assistant.answers import on_topic
from assistant.citing.citation import Place
from assistant.citing.location import COUNCIL, HEADER
from assistant.evidence import Evidence
from assistant.question import Form, Intent, Understanding
from assistant.scoping.topic import concepts_at
from assistant.understanding import duration
from corpus.text import Span

_TOLD = frozenset({Intent.STATEMENT, Intent.PASSAGE, Intent.QUOTATION, Intent.FIGURE})
_MOST = 3


def answer(asked: Understanding, evidence: Evidence) -> Verdict | None:
    """The sentences that name a length of time in the unit asked for, each led by it; None without any."""
    if asked.form is not Form.HOW_MANY or asked.intent not in _TOLD:
        return None
    unit = duration.unit_asked(asked.question, asked.language)
    if unit is None:
        return None
    named = {span: found for span in _sentences(asked, evidence) if (found := _named(evidence, span, unit))}
    near = [span for span in named if concepts_at(evidence, span) & set(asked.topics)] or list(named)
    told = tuple(_told(evidence, evidence.at(span)[0], named[span]) for span in near[:_MOST])
    return Verdict(Status.ANSWERED, told, follow_ups=(("ask.authors", {}),)) if told else None


def _sentences(asked: Understanding, evidence: Evidence) -> list[Span]:
    """The sentences of whoever is asked about; without anybody, the notice's as well."""
    wanted = on_topic.speakers_in(asked, evidence)
    statements = evidence.statements_of(*wanted) if wanted else evidence.record.statements
    notice = () if wanted else (p for p in evidence.notice.paragraphs if p.label != HEADER)
    paragraphs = (*(p for statement in statements for p in statement.paragraphs), *notice)
    return [sentence for paragraph in paragraphs for sentence in paragraph.sentences]


def _named(evidence: Evidence, span: Span, unit: str) -> tuple[Quantity, ...]:
    found = duration.durations_in(evidence.record.source.quote(span), evidence.notice.language)
    return tuple(each for each in found if each.unit == unit)


def _told(evidence: Evidence, place: Place, lengths: tuple[Quantity, ...]) -> Finding:
    if place.speaker in {None, COUNCIL}:
        return finding.quoted(evidence, "passage.notice", (place,))
    who = Speakers(tuple(str(place.speaker).split("+")))
    return finding.claimed(evidence, "figure.claimed", (place,), who=who, amounts=lengths)
