"""What statements say: always under the speaker's name, always quoted."""

from dataclasses import replace

from assistant import ballot, finding
from assistant.answer import Finding, Message, Reason, Speakers, States, Status, Verdict
from assistant.answers import nearest, on_topic, passages, pointing, reasons, standing
from assistant.evidence import Evidence
from assistant.question import Form, Understanding
from assistant.scoping.strange import matter_words, names_matter, vocabulary_of
from assistant.scoping.topic import sentences_about
from assistant.understanding import aspect, stance
from corpus.member_state import find_states
from corpus.model import Statement
from corpus.text import Span

_ABSTENTION = "abstention"  # taken for granted as often as asked about: "what does it promise all the same"
_ON_RULES = frozenset({aspect.PROVISIONS, stance.DEPARTURE})
_BURDENS = frozenset({"shared_responsibility", "migratory_pressure"})


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """What is said in the statements asked about, on the topics asked about."""
    speakers = speakers_asked(asked)
    statements = evidence.statements_of(*speakers) if speakers else _of_those_at(asked, evidence)
    silent = tuple(s for s in speakers if not evidence.statements_of(s))
    if not statements:
        return _with_known(asked, evidence, no_statement(evidence, silent))
    if asked.aspect == on_topic.COMMISSION and (named := on_topic.naming_commission(asked, evidence)):
        return Verdict(Status.ANSWERED, named, follow_ups=(("ask.authors", {}),))
    stands = asked.aspect in stance.STANCES and not asked.topics
    is_named = asked.topics or asked.carried or stands or asked.aspect in _ON_RULES
    about = () if is_named else matter_words(asked)
    if about:
        return _on_matter(asked, evidence, statements)
    told = matter_words(asked) if stands and asked.language in _languages(evidence) else ()
    if told and (found := _on_matter(asked, evidence, statements)).status is Status.ANSWERED:
        return found
    limits: list[Message] = [("limit.no_statement", {"states": States(silent)})] if silent else []
    findings = _content(asked, evidence, statements) or _of_a_burden(asked, evidence, statements)
    if not findings and (asked.topics or stands):
        about = matter_words(asked)
        nothing = _on_matter(asked, evidence, statements) if about else _nothing_on(evidence, statements)
        return _with_known(asked, evidence, nothing)
    status = Status.PARTIAL if silent else Status.ANSWERED
    reason = Reason.NO_STATEMENT_BY_STATE if silent else None
    follow_ups = reasons.follow_ups_of(evidence, [name for s in statements for name in s.speakers][:2])
    return Verdict(status, findings, reason, tuple(limits), (*follow_ups, ("ask.authors", {})))


def _of_those_at(asked: Understanding, evidence: Evidence) -> tuple[Statement, ...]:
    """The statements of those at the positions asked about, where any of these made one; else all."""
    at = {v.state for v in evidence.tally.votes if v.position in asked.positions} - set(asked.excluded)
    every = evidence.record.statements
    own = tuple(statement for statement in every if at & set(statement.speakers))
    return every if asked.negated else own or every


def _of_a_burden(
    asked: Understanding, evidence: Evidence, statements: tuple[Statement, ...]
) -> tuple[Finding, ...]:
    """What is complained of or feared where the question calls it a burden or pressure."""
    if asked.aspect not in stance.STANCES or not set(asked.topics) <= _BURDENS:
        return ()
    return standing.taking(evidence, statements, str(asked.aspect))


def _content(
    asked: Understanding, evidence: Evidence, statements: tuple[Statement, ...]
) -> tuple[Finding, ...]:
    """The stance asked for; else the sentences on the topics, where these say it all; else the paragraphs
    near the question, with all others behind them where it has words that nobody knows."""
    stands, on_rules = asked.aspect in stance.STANCES, asked.aspect in _ON_RULES
    if stands and not (asked.topics or on_rules):
        return standing.taking(evidence, statements, str(asked.aspect))
    on_topics = tuple(
        found
        for statement in statements
        for found in said_on(evidence, statement, asked.topics, at_length=stands)
    )
    odd = bool(matter_words(asked)) or set(asked.topics) == {_ABSTENTION}
    asks_plainly = asked.form is Form.WHEN or not (odd or stands)
    settled = asks_plainly and nearest.tells_apart(asked, evidence, statements)
    is_open = bool(speakers_asked(asked)) and not settled
    if on_rules or (asked.topics and on_topics and is_open):
        return nearest.paragraphs(asked, evidence, statements, wholly=odd)
    return on_topics


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
        said_all = nearest.paragraphs(asked, evidence, statements, wholly=True)
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
