"""A silence procedure: no votes are listed, but the notice tells that nobody objected.

Knows the sentence that says so, and that such an act is only adopted where nobody does. Refuses to
know how anybody stood otherwise.
"""

from dataclasses import replace

from assistant import finding
from assistant.answer import Finding, Message, Reason, Status, Verdict
from assistant.answers import outcome
from assistant.citing import reference
from assistant.citing.location import HEADER
from assistant.evidence import Evidence
from assistant.question import Form, Understanding
from assistant.understanding import reading
from assistant.understanding.named_position import positions_of
from assistant.understanding.quantifier import Quantifier
from corpus.model import Position
from corpus.text import Span

_NOTE = "silence-procedure"
_DENIALS = ("negation.none", "negation.no", "negation.not")
_LIMITS: tuple[Message, ...] = (("limit.silence", {}),)
_FOLLOW_UPS: tuple[Message, ...] = (("ask.outcome", {}), ("ask.when_closed", {}))


def is_silent(evidence: Evidence) -> bool:
    """Whether the notice ends a silence procedure and lists no votes."""
    vote = evidence.vote
    return evidence.notice.silence and not vote.positions and vote.remainder is None


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """That nobody objected, where that is asked; else only what came of the procedure."""
    told, came = nobody_objected(evidence), outcome.findings(evidence)
    if not told or (asked.positions and Position.AGAINST not in asked.positions):
        status = Status.PARTIAL if told or came else Status.NOT_FOUND
        return Verdict(status, (*came, *told), Reason.NOT_IN_RECORDS, _LIMITS, _FOLLOW_UPS)
    if asked.form is Form.YES_NO and asked.positions == (Position.AGAINST,):
        told = (replace(told[0], lead=_lead(asked)), *told[1:])
    limits = () if asked.positions else _LIMITS
    return Verdict(Status.ANSWERED, (*told, *came), None, limits, _FOLLOW_UPS)


def nobody_objected(evidence: Evidence) -> tuple[Finding, ...]:
    """The sentence that says so; where there is none, what follows from the adoption."""
    language, source = evidence.notice.language, evidence.record.source
    sentences = [s for p in evidence.notice.paragraphs if p.label != HEADER for s in p.sentences]
    saying = [s for s in sentences if _denies_objection(source.quote(s), language)]
    if saying:
        return (finding.quoted(evidence, "outcome.nobody_objected", evidence.at(_shortest(saying))),)
    adopted = evidence.vote.adopted
    if adopted is None or not adopted.value:
        return ()
    places = (*evidence.at(adopted.span), reference.paragraphs(_NOTE)[0])
    return (finding.derived("outcome.by_silence", places),)


def _denies_objection(sentence: str, language: str) -> bool:
    found = reading.read(sentence, language)
    return Position.AGAINST in positions_of(found) and any(found.has(tag) for tag in _DENIALS)


def _shortest(spans: list[Span]) -> Span:
    return min(spans, key=len)


def _lead(asked: Understanding) -> str:
    """No to whether anybody objected; yes to whether nobody did."""
    denies = asked.negated or asked.aspect == Quantifier.NONE
    return "yes" if denies else "no"
