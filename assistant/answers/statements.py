"""Who made statements and what they say: always under the speaker's name, always quoted."""

from collections.abc import Sequence
from dataclasses import replace

from assistant import ballot, finding, pointing
from assistant.answer import Finding, Message, Reason, Speakers, States, Status, Verdict
from assistant.answers import on_topic, passages, reasons, standing
from assistant.citation import Place
from assistant.counting import plain_count as counting
from assistant.evidence import Evidence
from assistant.question import Form, Intent, Understanding
from assistant.strange import matter_words, names_matter, vocabulary_of
from assistant.topic import sentences_about
from assistant.understanding import stance
from corpus.member_state import find_states
from corpus.model import Statement
from corpus.text import Span

_ALL, _ANY, _NONE = "all", "any", "none"
_FEW = 6  # of more than these it is not told that they made none
_ALONE = frozenset({"only", "merely"})


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """The authors, or the content: of the statements asked about, on the topics asked about."""
    if asked.intent is Intent.STATEMENT_AUTHORS:
        return _authors(asked, evidence)
    speakers = speakers_asked(asked)
    statements = evidence.statements_of(*speakers) if speakers else evidence.record.statements
    silent = tuple(s for s in speakers if not evidence.statements_of(s))
    if not statements:
        return _with_known(asked, evidence, no_statement(evidence, silent))
    if asked.aspect == on_topic.COMMISSION and (named := on_topic.naming_commission(asked, evidence)):
        return Verdict(Status.ANSWERED, named, follow_ups=(("ask.authors", {}),))
    stands = asked.aspect in stance.STANCES and not asked.topics
    about = () if asked.topics or asked.carried or stands else matter_words(asked)
    if about:
        return _on_matter(asked, evidence, statements)
    told = matter_words(asked) if stands and asked.language in _languages(evidence) else ()
    if told and (found := _on_matter(asked, evidence, statements)).status is Status.ANSWERED:
        return found
    limits: list[Message] = [("limit.no_statement", {"states": States(silent)})] if silent else []
    findings = [
        found
        for statement in statements
        for found in said_on(evidence, statement, asked.topics, at_length=asked.aspect in stance.STANCES)
    ]
    if stands:
        findings = list(standing.taking(evidence, statements, str(asked.aspect)))
    if not findings and (asked.topics or stands):
        about = matter_words(asked)
        nothing = _on_matter(asked, evidence, statements) if about else _nothing_on(evidence, statements)
        return _with_known(asked, evidence, nothing)
    status = Status.PARTIAL if silent else Status.ANSWERED
    reason = Reason.NO_STATEMENT_BY_STATE if silent else None
    follow_ups = reasons.follow_ups_of(evidence, [name for s in statements for name in s.speakers][:2])
    return Verdict(status, tuple(findings), reason, tuple(limits), (*follow_ups, ("ask.authors", {})))


def _with_known(asked: Understanding, evidence: Evidence, verdict: Verdict) -> Verdict:
    """The verdict with what our notes on the procedure say of the topics and name the states for."""
    known = on_topic.known_on(asked, evidence) if verdict.status is Status.NOT_FOUND else ()
    named = tuple(
        p for p in known if set(asked.states) & {m.state for m in find_states(p.quote, p.source.language)}
    )
    if not named:
        return verdict
    findings = (*(on_topic.quoted(evidence, place) for place in named), *verdict.findings)
    return replace(verdict, status=Status.PARTIAL, findings=findings)


def _on_matter(asked: Understanding, evidence: Evidence, statements: tuple[Statement, ...]) -> Verdict:
    """What the statements say of a matter outside the lexicon: the nearest passages, or nothing."""
    speakers = tuple(name for statement in statements for name in statement.speakers)
    found = passages.findings(asked, evidence, speakers)
    if found and matter_words(asked, vocabulary_of(evidence.library)) != matter_words(asked):
        return Verdict(Status.ANSWERED, found, follow_ups=(("ask.authors", {}),))
    if asked.language not in _languages(evidence) or not names_matter(asked):
        said_all = tuple(f for statement in statements for f in said_on(evidence, statement, ()))
        return Verdict(Status.PARTIAL, said_all, follow_ups=(("ask.authors", {}),))
    return _nothing_on(evidence, statements, "limit.passage")


def _languages(evidence: Evidence) -> set[str]:
    """The languages a statement can be searched in by words: only of these is silence known."""
    return {evidence.notice.language, *(gloss.language for gloss in evidence.record.glosses)}


def speakers_asked(asked: Understanding) -> tuple[str, ...]:
    """Whose words are asked for."""
    named = asked.states or ((asked.speaker,) if asked.speaker else ())
    return tuple(name for name in named if name not in asked.excluded)


def no_statement(evidence: Evidence, states: tuple[str, ...]) -> Verdict:
    """No statement by these states; their votes and the statements there are instead."""
    votes = ballot.votes_of(evidence, states)
    findings = (*ballot.told(evidence, votes), *reasons.authors(evidence))
    limits: tuple[Message, ...] = (("limit.no_statement", {"states": States(states)}),)
    if not states:
        limits = (("limit.no_statements", {}),)
    follow_ups = (*reasons.follow_ups_of(evidence, evidence.authors()[:2]), ("ask.tally", {}))
    return Verdict(Status.NOT_FOUND, findings, Reason.NO_STATEMENT_BY_STATE, limits, follow_ups)


def said_on(
    evidence: Evidence, statement: Statement, topics: tuple[str, ...], *, at_length: bool = False
) -> tuple[Finding, ...]:
    """A statement's paragraphs in order; only the sentences on the topics, where there are any.

    ``at_length`` adds the sentences that point back at those ("These concerns include …").
    """
    found = []
    for paragraph in statement.paragraphs:
        about = sentences_about(evidence, paragraph, topics)
        spans = pointing.with_antecedents(evidence, paragraph, about) if topics else (paragraph.span,)
        if at_length and topics:
            spans = pointing.with_sequels(evidence, paragraph, spans)
        if spans:
            found.append(said(evidence, statement, spans, paragraph.label))
    return tuple(found)


def said(evidence: Evidence, statement: Statement, spans: tuple[Span, ...], label: str) -> Finding:
    """Stretches of one paragraph of a statement, as its authors' claim."""
    who = Speakers(statement.speakers)
    return finding.claimed(evidence, "statement.says", evidence.at(*spans), who=who, point=label)


def _nothing_on(
    evidence: Evidence, statements: tuple[Statement, ...], message: str = "limit.topic"
) -> Verdict:
    """Nothing on the matter: silence is only said of a concept of the lexicon, else that nothing is found."""
    who = Speakers(tuple(dict.fromkeys(name for s in statements for name in s.speakers)))
    follow_ups = reasons.follow_ups_of(evidence, who.names[:2])
    limits: tuple[Message, ...] = ((message, {"who": who}),)
    findings = reasons.authors(evidence)
    return Verdict(
        Status.NOT_FOUND, findings, Reason.NOT_IN_RECORDS, limits, (*follow_ups, ("ask.authors", {}))
    )


def _authors(asked: Understanding, evidence: Evidence) -> Verdict:
    """Who made statements; for states named, whether they did; for positions named, who of those."""
    authors = evidence.authors()
    follow_ups = (*reasons.follow_ups_of(evidence, authors[:2]), ("ask.tally", {}))
    if asked.states or asked.speaker:
        return _whether(asked, evidence, follow_ups)
    if not authors:
        return no_statement(evidence, ())
    if not asked.positions and not asked.negated and not asked.excluded:
        counted = (_counted(evidence),) if asked.form is Form.HOW_MANY else ()
        return Verdict(Status.ANSWERED, (*counted, *reasons.authors(evidence)), follow_ups=follow_ups)
    among = [v for v in evidence.tally.votes if not asked.positions or v.position in asked.positions]
    chosen = tuple(
        v.state for v in among if (v.state in authors) is not asked.negated and v.state not in asked.excluded
    )
    message = "statement.without" if asked.negated else "statement.authors"
    basis = reasons.authors(evidence)[0].places
    voted = ballot.places_of(evidence, ballot.votes_of(evidence, chosen))
    if not chosen:
        message = "statement.nobody_without" if asked.negated else "statement.nobody"
    who = Speakers(chosen)
    found = finding.derived(message, dict.fromkeys((*basis, *voted)), who=who, states=States(chosen))
    if asked.form is Form.YES_NO:
        found = replace(found, lead=_lead(asked, len(chosen), len(among)))
    silent = tuple(v.state for v in among if v.state not in authors and v.state not in asked.excluded)
    beside: tuple[Finding, ...] = ()
    if asked.form is Form.YES_NO and chosen and not asked.negated and 0 < len(silent) <= _FEW:
        beside = (finding.derived("statement.not_made", basis, states=States(silent)),)
    counted = (_number(evidence, chosen, found.places),) if asked.form is Form.HOW_MANY and chosen else ()
    return Verdict(Status.ANSWERED, (*counted, found, *beside), follow_ups=follow_ups)


def _lead(asked: Understanding, chosen: int, among: int) -> str | None:
    """Yes or no where all, or any, of those at a position are asked about."""
    if not chosen:
        return "no"
    if asked.aspect == _ALL:
        return "yes" if chosen == among else "partly"
    return "yes" if asked.aspect == _ANY or asked.negated else None


def _counted(evidence: Evidence) -> Finding:
    """How many statements there are."""
    statements = evidence.record.statements
    places = evidence.at(*(statement.heading for statement in statements))
    who = Speakers(evidence.authors())
    found = finding.stated("statement.count", places, n=len(statements), who=who)
    place_by_name = {f"statement_{n}": place for n, place in enumerate(places, start=1)}
    return replace(found, computation=counting.count("statements", "statement", place_by_name))


def _whether_lead(
    asked: Understanding, with_: Sequence[str], without: Sequence[str], others: Sequence[str]
) -> str | None:
    """Yes or no to whether states named made a statement, alone where that is asked."""
    if others:
        return "no"
    if with_ and without:
        return "yes" if asked.aspect == _ANY else None
    if asked.aspect == _NONE and len(without) > 1:
        return "none_of_them"
    return "no" if bool(without) is not asked.negated else "yes"


def _number(evidence: Evidence, states: tuple[str, ...], places: tuple[Place, ...]) -> Finding:
    """How many members these are, counted from what says so of each."""
    place_by_name = {
        state: ballot.places_of(evidence, ballot.votes_of(evidence, (state,)))[0] for state in states
    }
    found = finding.derived("statement.number", places, n=len(states), who=Speakers(states))
    return replace(found, computation=counting.count("statements", "statement", place_by_name))


def _whether(asked: Understanding, evidence: Evidence, follow_ups: tuple[Message, ...]) -> Verdict:
    """Whether each state named made a statement."""
    authors = evidence.authors()
    with_, without = (
        tuple(name for name in speakers_asked(asked) if (name in authors) is has) for has in (True, False)
    )
    if not with_ and asked.form is not Form.YES_NO:
        return no_statement(evidence, without)
    found = []
    for statement in evidence.statements_of(*with_):
        places = evidence.at(statement.heading)
        found.append(finding.stated("statement.made", places, who=Speakers(statement.speakers)))
    if without:
        named = tuple(p for f in reasons.authors(evidence) for p in f.places)
        basis = named or ballot.remainder_places(evidence)
        found.append(finding.derived("statement.not_made", basis, states=States(without)))
    others = [name for name in authors if name not in with_] if asked.aspect in _ALONE and with_ else []
    if others:
        found = list(reasons.authors(evidence))
    if asked.form is Form.YES_NO and not asked.positions:
        found[0] = replace(found[0], lead=_whether_lead(asked, with_, without, others))
    return Verdict(Status.ANSWERED, tuple(found), follow_ups=follow_ups)
