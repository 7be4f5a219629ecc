"""What stands at the head of the notice: the file, the contact, the subject and its codes."""

from collections.abc import Callable, Mapping

from assistant import finding
from assistant.answer import Finding, Message, Quotes, Reason, Status, Verdict
from assistant.answers import definitions, manner
from assistant.evidence import Evidence
from assistant.question import Intent, Understanding

_DEFINITION, _MANNER = "definition", "manner"
_FOLLOW_UPS: tuple[Message, ...] = (("ask.documents", {}), ("ask.outcome", {}), ("ask.when_closed", {}))


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """The entry asked for."""
    if asked.aspect == _MANNER:
        return manner.answer(evidence)
    findings = _OF_INTENT[asked.intent](evidence)
    if asked.aspect == _DEFINITION:
        findings = (definitions.defined("interinstitutional_file"), *findings)
    if findings:
        return Verdict(Status.ANSWERED, findings, follow_ups=_FOLLOW_UPS)
    limits: tuple[Message, ...] = ((f"limit.{asked.intent}", {}),)
    return Verdict(Status.NOT_FOUND, subject(evidence), Reason.NOT_IN_RECORDS, limits, _FOLLOW_UPS)


def file(evidence: Evidence) -> tuple[Finding, ...]:
    """The interinstitutional file the procedure is kept under."""
    stated = evidence.act.procedure_file or evidence.notice.procedure_file
    if stated is None:
        return ()
    return (finding.stated("header.file", evidence.at(stated.span), file=stated.value),)


def contact(evidence: Evidence) -> tuple[Finding, ...]:
    """Whom the notice names for questions."""
    entries = (
        ("header.email", evidence.notice.contact.email),
        ("header.telephone", evidence.notice.contact.telephone),
    )
    return tuple(
        finding.stated(message, evidence.at(stated.span), value=stated.value)
        for message, stated in entries
        if stated is not None
    )


def subject(evidence: Evidence) -> tuple[Finding, ...]:
    """What the act is called, and the subject codes of the notice."""
    named = evidence.title
    found = []
    if named is not None:
        places = evidence.at(named.span)
        found.append(finding.titled(evidence, "header.subject", places, quote=Quotes(places)))
    codes = evidence.notice.subject_codes
    if codes:
        places = evidence.at(*(code.span for code in codes))
        found.append(finding.stated("header.codes", places, codes=", ".join(code.value for code in codes)))
    return tuple(found)


_OF_INTENT: Mapping[Intent, Callable[[Evidence], tuple[Finding, ...]]] = {
    Intent.PROCEDURE_FILE: file,
    Intent.CONTACT: contact,
    Intent.SUBJECT: subject,
}
