"""From an understood question to a verdict: scope, premises, then the intent's answerer."""

from collections.abc import Sequence
from dataclasses import replace

from assistant import ballot, correction, finding, placing, quantity, several, version
from assistant.answer import SAYING, Finding, Message, Quotes, Reason, Status, Verdict
from assistant.answers import across, coverage, dated, outsiders, spoken, sweeping, unsure
from assistant.answers.dispatch import ANSWERERS, OF_ALL_RECORDS
from assistant.evidence import Evidence
from assistant.procedure import Procedure
from assistant.procedures.library import Library
from assistant.question import Form, Intent, Refusal, Understanding
from assistant.scoping import deed, joining, years
from assistant.scoping.scope import scope_of
from assistant.scoping.strange import (
    is_settled,
    matters_in_records,
    strange_words,
    unfamiliar_words,
    vocabulary_of,
)
from assistant.understanding.subject.matter import matters_named
from corpus.model import Position
from index.hit import Retriever

_MOST_AT_LENGTH = 3
_MOST_IN_BRIEF = 25
_MOST_TRIED = 200
_FEW = 2
_DIRECT = {Intent.TALLY: 5, Intent.OUTCOME: 1, Intent.DATE: 1}
_BRIEF = frozenset(
    {
        Intent.STATE_POSITION, Intent.POSITION_LIST, Intent.POSITION_COUNT, Intent.TALLY, Intent.OUTCOME,
        Intent.MAJORITY, Intent.DATE, Intent.DOCUMENT, Intent.PROCEDURE_FILE, Intent.CONTACT, Intent.SUBJECT,
        Intent.STATEMENT_AUTHORS, Intent.PARTICIPATION,
    }
)  # fmt: skip
_OF_STATES = frozenset({Intent.STATE_POSITION, Intent.PARTICIPATION})


def conclude(asked: Understanding, library: Library, retriever: Retriever) -> Verdict:
    """The verdict on a question; several questions in one are answered one after the other."""
    if asked.parts:
        parts = placing.placed(asked, library, retriever)
        return several.of_parts(parts, [conclude(part, library, retriever) for part in parts])
    if not library.procedures:
        return Verdict(Status.NOT_FOUND, reason=Reason.NOT_IN_RECORDS, limits=(("limit.no_records", {}),))
    asked = placing.of_all(asked, library)
    scope = scope_of(asked, library)
    asked = _on_vote(deed.as_outcome(asked, scope.procedures), scope.procedures, library)
    looked_at = scope.procedures or library.procedures
    evidence = Evidence(library, looked_at[0], retriever, looked_at)
    if years.lies_ahead(asked, evidence):
        return ANSWERERS[Intent.REFUSED](replace(asked, refusal=Refusal.FUTURE), evidence)
    together = _of_many(asked, evidence) if len(library.procedures) > 1 else None
    if together is not None:
        return together
    if asked.intent in OF_ALL_RECORDS and not (scope.missing and asked.intent is Intent.PASSAGE):
        return _answered(asked, evidence)
    if not scope.procedures:
        return _not_held(scope.missing, Reason.NO_DOCUMENT, evidence)
    held = matters_in_records(library)
    strange = strange_words(asked, vocabulary_of(library), held, matters_named(library.procedures))
    strange = strange or spoken.unheard(asked, library)
    if strange and not is_settled(asked, scope.procedures, held):
        return _not_held(" ".join(strange), Reason.NOT_IN_RECORDS, evidence)
    both = joining.compared(asked, scope.procedures, library)
    if both is not None:
        asked = replace(asked, intent=Intent.COMPARISON, positions=(), negated=False)
        return _on_several(asked, evidence, both)
    if len(scope.procedures) == 1:
        verdict = _on_one(asked, evidence)
        return _headed(verdict, evidence, last=True) if len(library.procedures) > 1 else verdict
    if scope.is_open and len(scope.procedures) > _MOST_AT_LENGTH:
        return _which(evidence, scope.procedures)
    return _on_several(asked, evidence, scope.procedures)


def _of_many(asked: Understanding, evidence: Evidence) -> Verdict | None:
    """What is asked of many votes, or statements, at once."""
    return sweeping.answer(asked, evidence) or spoken.answer(asked, evidence)


def _answered(asked: Understanding, evidence: Evidence) -> Verdict:
    """The intent's answer; with a figure where a quantity, led by a day where a time is asked for."""
    verdict = ANSWERERS[asked.intent](asked, evidence)
    if verdict.status is Status.NOT_FOUND and _is_on_speaker(asked, evidence):
        verdict = ANSWERERS[Intent.STATEMENT](replace(asked, intent=Intent.STATEMENT), evidence)
    if verdict.status not in SAYING:
        verdict = quantity.held(asked, evidence) or verdict
    unsaid = verdict.status not in SAYING or unsure.is_of_speaker(asked, evidence)
    if asked.intent is Intent.PASSAGE and unsaid:
        verdict = unsure.answer(asked, evidence) or verdict
    verdict = dated.led(asked, evidence, quantity.counted(asked, evidence, verdict))
    return outsiders.named_beside(asked, verdict)


def _on_vote(asked: Understanding, meant: Sequence[Procedure], library: Library) -> Understanding:
    """A state and a matter, and not a word besides ("Denmark on the visa suspension?"): how it voted."""
    is_bare = asked.intent is Intent.PASSAGE and asked.states and not (asked.topics or asked.amounts)
    is_narrowed = bool(asked.matters) and 0 < len(meant) < len(library.procedures)
    if not (is_bare and is_narrowed):
        return asked
    if not unfamiliar_words(asked, vocabulary_of(library), matters_in_records(library)):
        return replace(asked, intent=Intent.STATE_POSITION, speaker=None)
    return asked


def _is_on_speaker(asked: Understanding, evidence: Evidence) -> bool:
    """Whether what is asked of a state, in words not known, can only be in its statement on the matter."""
    is_narrowed = len(evidence.procedures) < len(evidence.library.procedures) and bool(asked.matters)
    return asked.intent is Intent.PASSAGE and is_narrowed and bool(evidence.statements_of(*asked.states))


def _on_one(asked: Understanding, evidence: Evidence) -> Verdict:
    """One procedure: what is not there, what is not so, and then the answer."""
    missing = correction.missing(asked, evidence)
    if missing is not None:
        return missing
    corrections = correction.corrections(asked, evidence)
    if not corrections:
        verdict = _answered(asked, evidence)
        others = version.beside(asked, evidence) if verdict.status in SAYING else ()
        return replace(verdict, findings=(*verdict.findings, *others))
    verdict = ANSWERERS[asked.intent](replace(asked, form=_plain(asked.form)), evidence)
    said = {_identity(found) for found in corrections}
    rest = tuple(f for f in verdict.findings if _identity(f) not in said) if verdict.status in SAYING else ()
    return replace(
        verdict, status=Status.CORRECTED, reason=Reason.FALSE_PREMISE, findings=(*corrections, *rest)
    )


def _plain(form: Form) -> Form:
    """A corrected question is no longer answered yes or no."""
    return Form.WHAT if form is Form.YES_NO else form


def _identity(found: Finding) -> tuple[str, str]:
    return found.message, str(found.slots)


def _on_several(asked: Understanding, evidence: Evidence, meant: Sequence[Procedure]) -> Verdict:
    """Every procedure meant, each under its name; which one is meant is asked where that is too many."""
    if len(meant) > _MOST_TRIED:
        return _which(evidence, meant)
    together = across.answer(asked, [evidence.of(each) for each in meant])
    if together is not None:
        return together
    seen = [(evidence.of(each), _on_one(asked, evidence.of(each))) for each in meant]
    told = _standing_so(asked, _fitting(seen))
    most = _MOST_IN_BRIEF if asked.intent in _BRIEF else _MOST_AT_LENGTH
    if len(told) > most:
        return _which(evidence, [each.procedure for each, _ in told])
    if len(told) == 1:
        return _headed(told[0][1], told[0][0], last=True)
    brief = _DIRECT.get(asked.intent, _FEW) if asked.intent in _BRIEF else None
    short = [(each, replace(verdict, findings=verdict.findings[:brief])) for each, verdict in told]
    return several.joined([_headed(verdict, each, last=False) for each, verdict in short])


def _fitting(seen: Sequence[tuple[Evidence, Verdict]]) -> Sequence[tuple[Evidence, Verdict]]:
    """The procedures that answer; else those of which the premises are true; else all."""
    plain = [pair for pair in seen if pair[1].status in {Status.ANSWERED, Status.PARTIAL}]
    true = [pair for pair in seen if pair[1].status is not Status.CORRECTED]
    return plain or (true if len(true) < len(seen) else seen) or seen


def _standing_so(
    asked: Understanding, seen: Sequence[tuple[Evidence, Verdict]]
) -> Sequence[tuple[Evidence, Verdict]]:
    """The votes in which the states stand as asked ("which acts did Poland vote against"); else all."""
    if asked.intent not in _OF_STATES or not asked.states:
        return seen
    if asked.intent is Intent.PARTICIPATION:
        asked = replace(asked, positions=(Position.NOT_PARTICIPATING,), negated=False)
    if not asked.positions:
        return seen
    so = [pair for pair in seen if _stands_so(asked, pair[0])]
    return so or seen


def _stands_so(asked: Understanding, evidence: Evidence) -> bool:
    votes = ballot.votes_of(evidence, asked.states)
    known = [vote.position for vote in votes if vote.position is not None]
    return any((position in asked.positions) is not asked.negated for position in known)


def _which(evidence: Evidence, meant: Sequence[Procedure]) -> Verdict:
    """The procedures a question may be about, to choose from."""
    choices = tuple(coverage.procedure(evidence.of(each)) for each in meant[:_MOST_IN_BRIEF])
    limits: tuple[Message, ...] = (("limit.which_procedure", {"n": len(meant)}),)
    return Verdict(Status.AMBIGUOUS, choices, Reason.AMBIGUOUS, limits, coverage.EXAMPLES)


def _headed(verdict: Verdict, evidence: Evidence, *, last: bool) -> Verdict:
    """The verdict with the name of its procedure."""
    title = evidence.title
    number = evidence.notice.document
    quoted = evidence.at(title.span) if title else ()
    places = (*evidence.at(number.span), *quoted)
    message = "about.procedure" if title else "about.document"
    name = finding.titled(evidence, message, places, document=number.value, quote=Quotes(quoted))
    findings = (*verdict.findings, name) if last else (name, *verdict.findings)
    return replace(verdict, findings=findings)


def _not_held(name: str | None, reason: Reason, evidence: Evidence) -> Verdict:
    """What the question names is not in the records; what is there instead."""
    limits: tuple[Message, ...] = (("limit.procedure_not_held", {"name": name or ""}), ("limit.held", {}))
    return Verdict(Status.NOT_FOUND, coverage.in_brief(evidence), reason, limits, coverage.EXAMPLES)
