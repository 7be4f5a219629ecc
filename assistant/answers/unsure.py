"""Questions on this vote in words that are not known: the vote of whoever is named, else the vote itself.

Right by construction: it tells what the record says of the states named, or of all, and says that not
every word was understood. Refuses where the unknown word may be the name of another matter.
"""

from dataclasses import replace

from assistant import ballot
from assistant.answer import Message, Reason, Status, Verdict
from assistant.answers import lists, nearest, on_topic, outcome, reasons, statements
from assistant.evidence import Evidence
from assistant.question import Form, Intent, Understanding
from assistant.scoping.strange import names_matter
from assistant.understanding import ordinary, reading
from assistant.understanding.token import cleaned

_LIMITS: tuple[Message, ...] = (("limit.unsure", {}),)
_FOLLOW_UPS: tuple[Message, ...] = (("ask.tally", {}), ("ask.authors", {}))
_OF_STATES = frozenset({Form.WHO, Form.WHICH, Form.LIST, Form.HOW_MANY})
_ON_OTHERS = frozenset({Form.WHO, Form.WHEN, Form.HOW_MANY})  # a person, a day, a place
_ON_WORDS = frozenset({Form.WHAT, Form.WHY, Form.WHICH, Form.WHERE})  # "waar ergert Letland zich aan"
_THIS = ("follow_up.pronoun", "object.procedure", "object.adopted", "object.outcome", "object.pool")
_ELSEWHERE = ("future.will", "out.weak", "opinion.weak")
_STATES, _MINUTES = "object.states", "statement_for_the_minutes"
_MOST_WORDS = 16


def answer(asked: Understanding, evidence: Evidence) -> Verdict | None:
    """What the record says of those meant; None where the question may be about anything else."""
    if not _is_on_this_vote(asked, evidence):
        return None
    if _has(asked, "object.statement") and _has(asked, "object.minutes"):
        kept = on_topic.said_on(replace(asked, topics=(_MINUTES,)), evidence)
        return Verdict(Status.ANSWERED, kept, follow_ups=_FOLLOW_UPS) if kept else None
    if asked.states:
        is_other = asked.form in _ON_OTHERS and not asked.groups
        return None if is_other else _of_states(asked, evidence)
    if asked.form in _OF_STATES and (asked.form is Form.WHO or _has(asked, _STATES)):
        told = lists.answer(replace(asked, intent=Intent.TALLY, positions=()), evidence)
        return _partial(replace(told, findings=(*told.findings, *reasons.authors(evidence))))
    if _asks_what_came(asked):
        told = outcome.answer(replace(asked, form=Form.WHAT), evidence)
        dissent = lists.answer(replace(asked, intent=Intent.TALLY, positions=()), evidence)
        return _partial(replace(told, findings=(*told.findings, *dissent.findings)))
    return None


def _asks_what_came(asked: Understanding) -> bool:
    """Whether something is proposed of "it" or of the act, and nothing of what is to come or to be judged."""
    is_proposal = asked.form is Form.YES_NO and ordinary.is_prepared(asked.language)
    return is_proposal and _has(asked, *_THIS) and not _has(asked, *_ELSEWHERE)


def is_of_speaker(asked: Understanding, evidence: Evidence) -> bool:
    """Whether the words of states are asked for that made statements, on nothing that is known."""
    return asked.form in _ON_WORDS and bool(asked.states and evidence.statements_of(*asked.states))


def _is_on_this_vote(asked: Understanding, evidence: Evidence) -> bool:
    """Whether one vote is meant and nothing is named but states: no topic, figure, person or other matter."""
    named = asked.topics or asked.amounts or asked.dates or asked.periods or asked.documents
    if named or asked.provisions or asked.non_members or len(evidence.procedures) > 1:
        return False
    found = reading.read(cleaned(asked.question), asked.language)
    counts = any(token.is_number for token in found.tokens)
    is_told_by_letters = asked.language not in ordinary.NOUNS_WRITTEN_LARGE
    proper = is_told_by_letters and any(
        at and found.tokens[at].text[:1].isupper() for at in ordinary.unexplained(found)
    )
    return found.length <= _MOST_WORDS and not (
        counts or proper or (names_matter(asked) and not asked.states)
    )


def _of_states(asked: Understanding, evidence: Evidence) -> Verdict | None:
    """How the states named voted; where their words are asked for, these too, or that there are none."""
    votes = ballot.told(evidence, ballot.votes_of(evidence, asked.states))
    spoken = evidence.statements_of(*asked.states)
    said = nearest.paragraphs(asked, evidence, spoken, wholly=True)
    if asked.form in _ON_WORDS and not spoken:
        return statements.no_statement(evidence, asked.states)
    on_words = asked.form in _ON_WORDS and not (asked.groups and asked.form is Form.WHICH)
    told = (*said, *votes) if on_words else (*votes, *said)  # "which of the Baltics stood out?": by its vote
    return _partial(Verdict(Status.PARTIAL, told, follow_ups=_FOLLOW_UPS))


def _partial(told: Verdict) -> Verdict | None:
    """What is told, with the reason why it may not be all that was asked."""
    if not told.findings:
        return None
    limits = (*told.limits, *_LIMITS)
    return replace(told, status=Status.PARTIAL, reason=Reason.NOT_IN_RECORDS, limits=limits)


def _has(asked: Understanding, *tags: str) -> bool:
    found = reading.read(cleaned(asked.question), asked.language)
    return any(found.has(tag) for tag in tags)
