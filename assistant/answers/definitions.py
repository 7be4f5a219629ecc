"""What a term means: only as far as a sourced note of ours says, beside what the record says of it."""

from collections.abc import Mapping
from dataclasses import replace

from assistant import ballot, finding
from assistant.answer import Finding, Message, Quotes, Reason, Speakers, Status, Verdict
from assistant.answers import coverage, on_topic, passages
from assistant.citing import reference
from assistant.citing.location import COUNCIL, HEADER, NOTICE_PART
from assistant.evidence import Evidence, paragraphs
from assistant.question import Form, Understanding
from assistant.scoping.topic import sentences_about
from assistant.understanding.token import tokenise
from corpus.model import Paragraph

_MOST_USES = 2
_INITIAL = 1
_ABSTENTION, _EFFECT = "abstention", "effect"
_COUNTING = frozenset({Form.YES_NO, Form.HOW})  # "¿cuenta como un no?", "zählt sie wie ein Nein?"

# The note that explains a concept; the note's first paragraph is what is cited.
_NOTE: Mapping[str, str] = {
    "qualified_majority": "teu-16-4",
    "blocking_minority": "blocking-minority",
    "abstention": "abstention",
    "written_procedure": "written-procedure",
    "silence_procedure": "silence-procedure",
    "statement_for_the_minutes": "statements-for-the-minutes",
    "protocol_22": "protocol-22",
    "pool": "annual-solidarity-pool",
    "relocation": "relocation",
    "deduction": "deduction",
    "contribution": "solidarity-contribution",
    "solidarity_contribution": "solidarity-contribution",
    "unanimity": "tfeu-238-4",
    "simple_majority": "tfeu-238-1",
    "population_table": "population-table",
    "not_participating": "members-take-part",
    "voting_power": "voting-power",
    "interinstitutional_file": "interinstitutional-file",
}
# Concepts whose note is quoted in English: no language words it anew.
_QUOTED: Mapping[str, str] = {
    "migratory_pressure": "migratory-pressure",
    "significant_migratory_situation": "significant-migratory-situation",
    "temporary_protection": "temporary-protection",
    "pact": "pact-on-migration-and-asylum",
    "presidency": "presidency",
    "revision": "document-revisions",
}
_FOLLOW_UPS: tuple[Message, ...] = (("ask.majority", {}), ("ask.tally", {}))


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """Our note on the term, marked as ours; then how the record uses the word."""
    if asked.aspect == _EFFECT:
        return _effect(asked, evidence)
    if spelled := _spelled_out(asked, evidence):
        return Verdict(Status.ANSWERED, spelled, follow_ups=_FOLLOW_UPS)
    terms = _terms(asked)[:1]
    notes = tuple(defined(term) for term in terms)
    uses = _uses(asked, evidence)
    if notes and terms[0] == _ABSTENTION and asked.form is Form.YES_NO:
        notes = (replace(notes[0], lead="no"), *notes[1:])
    if notes or uses:
        return Verdict(Status.ANSWERED, (*notes, *uses), follow_ups=_FOLLOW_UPS)
    found = passages.findings(asked, evidence, ())
    limits: tuple[Message, ...] = (("limit.definition", {}),)
    if found:
        return Verdict(Status.PARTIAL, found, Reason.NOT_IN_RECORDS, limits, _FOLLOW_UPS)
    held = coverage.in_brief(evidence)
    return Verdict(Status.NOT_FOUND, held, Reason.NOT_IN_RECORDS, limits, coverage.EXAMPLES)


def _terms(asked: Understanding) -> list[str]:
    """The terms we have a note on; what an abstention counts for is told by its own, whatever the rule."""
    named = (asked.aspect or "", *asked.topics)
    counts = asked.form in _COUNTING and _ABSTENTION in asked.topics
    return [t for t in ((_ABSTENTION, *named) if counts else named) if t in _NOTE or t in _QUOTED]


def _spelled_out(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    """The first sentence in which the record puts an abbreviation of the question behind its full name."""
    names = [token.text for token in tokenise(asked.question) if token.is_word and token.text.isupper()]
    source = evidence.record.source
    for name in (name for name in names if len(name) > _INITIAL):
        for paragraph in paragraphs(evidence.record):
            spans = [s for s in paragraph.sentences if f"({name})" in source.quote(s)]
            if spans:
                return tuple(on_topic.quoted(evidence, place) for place in evidence.at(spans[0]))
    return ()


def _effect(asked: Understanding, evidence: Evidence) -> Verdict:
    """What a position does to the result, by our note; whom that helps is not said by any record."""
    notes = [
        defined(t) for t in ("abstention", "qualified_majority") if t in {*asked.topics, "qualified_majority"}
    ]
    told = ballot.told(evidence, ballot.votes_of(evidence, asked.states))
    limits: tuple[Message, ...] = (("limit.passage", {}),)
    return Verdict(Status.PARTIAL, (*notes[:1], *told), Reason.NOT_IN_RECORDS, limits, _FOLLOW_UPS)


def defined(term: str) -> Finding:
    """Our note on a term: in the asker's language, cited to the note and its source line, or quoted."""
    if term in _QUOTED:
        place = reference.paragraphs(_QUOTED[term])[0]
        return finding.referenced("passage.reference", (place,), quote=Quotes((place,)))
    note = reference.paragraphs(_NOTE[term])
    return finding.referenced(f"definition.{_NOTE[term]}", (note[0], note[-1]))


def _uses(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    """Sentences of the record that use the term, the notice's first."""
    found = []
    notice: tuple[str, tuple[str, ...], tuple[Paragraph, ...]]
    told = tuple(p for p in evidence.notice.paragraphs if p.label != HEADER)
    notice = (NOTICE_PART, (COUNCIL,), told)
    parts = [notice, *((s.part, s.speakers, s.paragraphs) for s in evidence.record.statements)]
    for part, speakers, own in parts:
        for paragraph in own:
            for span in sentences_about(evidence, paragraph, asked.topics)[:1] if asked.topics else ():
                places = evidence.at(span)
                if part == NOTICE_PART:
                    found.append(finding.quoted(evidence, "passage.notice", places))
                else:
                    who = Speakers(speakers)
                    found.append(finding.claimed(evidence, "passage.statement", places, who=who))
    return tuple(found[:_MOST_USES])
