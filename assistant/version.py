"""Earlier versions of a notice: answered from where they are asked for, and held against the one that counts.

Knows which version a question means, and where two versions disagree on a vote. Refuses to say why a
notice was revised.
"""

from collections.abc import Iterable, Sequence

from assistant import ballot, finding
from assistant.answer import Finding, Quotes
from assistant.citing.citation import Place
from assistant.citing.location import notice_place
from assistant.evidence import Evidence
from assistant.procedure import Procedure
from assistant.procedures import concordance
from assistant.procedures.library import Library
from assistant.question import Intent, Understanding
from corpus.identifiers import DocumentNumber
from corpus.model import Act, Record
from corpus.text import Span

ON_VERSIONS = frozenset({Intent.DOCUMENT, Intent.COVERAGE, Intent.DEFINITION})
"""Intents that speak of versions themselves, or of no single one."""
_REVISION = "revision"
_ON_VOTES = frozenset({Intent.STATE_POSITION, Intent.POSITION_LIST, Intent.POSITION_COUNT, Intent.TALLY})


def meant(asked: Understanding, procedures: Sequence[Procedure], library: Library) -> tuple[Procedure, ...]:
    """The procedures as told by the version asked about: the one that counts, unless an earlier is named.

    Where its texts agree, by the one in the asker's language.
    """
    if asked.intent in ON_VERSIONS:
        return tuple(procedures)
    told = (_version(asked, each, library) for each in procedures)
    return tuple(_in_language(asked.language, each, library) for each in told)


def beside(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    """What is to be said of other versions: that this one was superseded, and where they disagree."""
    if asked.intent in ON_VERSIONS:
        return ()
    now = evidence.procedure.superseded_by
    if now is not None:
        return (_superseded(evidence, now), *_since_changed(evidence, now))
    compared = evidence.procedure.earlier if asked.intent in _ON_VOTES else ()
    told = [f for other in compared for f in otherwise(evidence, other, asked.states)]
    return (*told, *_discords(asked, evidence))


def _since_changed(evidence: Evidence, now: Record) -> tuple[Finding, ...]:
    """Sentences of the version that counts, and how states stand by it that this one puts otherwise."""
    acts = _acts(evidence, now)
    counting = (p for p in evidence.library.procedures_in(now.id) if p.record is now and p.act in acts)
    changed = changed_states(evidence, now)
    told = (ballot.told(current, ballot.votes_of(current, changed)) for current in map(evidence.of, counting))
    return (*otherwise(evidence, now), *(found for each in told for found in each))


def _in_language(language: str, procedure: Procedure, library: Library) -> Procedure:
    """The text of a notice in a language, where it has one that says the same as the one that counts."""
    texts = library.language_views(procedure)
    own = (text for text in texts if text.record.notice.language == language)
    chosen = next(own, None)
    is_told = procedure.record.notice.language == language
    return chosen if chosen and not is_told and concordance.agrees(procedure, chosen) else procedure


def _discords(asked: Understanding, evidence: Evidence) -> list[Finding]:
    """What the same notice says otherwise in another language: both places, whichever is right."""
    found: list[Finding] = []
    for text in evidence.library.language_views(evidence.procedure):
        told = concordance.discords(evidence.procedure, text)
        named = [each for each in told if not asked.states or each.state in (None, *asked.states)]
        places = tuple(dict.fromkeys(place for each in named for place in (each.there, each.here)))
        if places:
            document = f"{text.record.notice.document.value} ({text.record.notice.language.upper()})"
            there = Quotes(tuple(dict.fromkeys(each.there for each in named)))
            found.append(finding.stated("document.otherwise", places, document=document, quote=there))
    return found


def otherwise(evidence: Evidence, other: Record, states: Sequence[str] = ()) -> tuple[Finding, ...]:
    """The sentences in which another version tells the vote of these states, or of any, otherwise."""
    changed = changed_states(evidence, other)
    places = tuple(place for act in _acts(evidence, other) for place in _vote_places(other, act))
    if not places or not changed or (states and not set(states) & set(changed)):
        return ()
    number = other.notice.document.value
    return (finding.stated("document.otherwise", places, document=number, quote=Quotes(places)),)


def changed_states(evidence: Evidence, other: Record) -> tuple[str, ...]:
    """The states that two versions put at different positions."""
    here = {p.state: p.position for p in evidence.vote.positions}
    tellings = [{p.state: p.position for p in act.vote.positions} for act in _acts(evidence, other)]
    changed = (s for there in tellings for s in {**there, **here} if there.get(s) is not here.get(s))
    return tuple(dict.fromkeys(changed))


def is_exactly(asked: DocumentNumber, held: DocumentNumber) -> bool:
    """Whether two numbers are one document, however its series is left out."""
    series_agrees = asked.series in {None, held.series}
    parts = (asked.family, asked.revision, asked.suffixes)
    return series_agrees and parts == (held.family, held.revision, held.suffixes)


def _version(asked: Understanding, procedure: Procedure, library: Library) -> Procedure:
    of_revision = any(premise.document == _REVISION for premise in asked.premises)
    for view in () if of_revision and not asked.earlier else library.earlier_views(procedure):
        number = view.record.notice.document.value
        if asked.earlier or any(is_exactly(each, number) for each in asked.documents):
            return view
    return procedure


def _superseded(evidence: Evidence, now: Record) -> Finding:
    number, later = evidence.notice.document, now.notice.document
    places = (*evidence.at(number.span), notice_place(now, later.span))
    return finding.derived("document.superseded", places, document=number.value, later=later.value)


def _acts(evidence: Evidence, other: Record) -> tuple[Act, ...]:
    """The acts of another version that are the act looked at: by its document, where both name one."""
    own = evidence.act.document
    acts = other.notice.acts
    return tuple(
        a
        for a in acts
        if None in {own, a.document} or (own and a.document and a.document.value.family == own.value.family)
    )


def _vote_places(record: Record, act: Act) -> tuple[Place, ...]:
    """The sentences of a record that tell the vote on an act."""
    spans = [p.clause for p in act.vote.positions] + [r.span for r in (act.vote.remainder,) if r is not None]
    return tuple(notice_place(record, span) for span in dict.fromkeys(_sentence(record, s) for s in spans))


def _sentence(record: Record, span: Span) -> Span:
    sentences: Iterable[Span] = (s for p in record.notice.paragraphs for s in p.sentences)
    return next((s for s in sentences if s.contains(span)), span)
