"""Reasons that a draft gives for a vote: no record says why, only what a state said of it.

Knows where a reason begins. Refuses to judge it: only a quotation can be held against a statement.
"""

from collections.abc import Iterator

from assistant.answer import Speakers
from assistant.check.case import Case
from assistant.check.claim import ClaimKind, Finding, Judgement
from assistant.check.draft import Sentence
from assistant.check.telling import read_votes
from corpus.text import Span


def reasons_in(sentence: Sentence, case: Case) -> Iterator[Judgement]:
    """The reasons of a sentence that tells of a vote, with the statements in which to look for them."""
    votes = read_votes(sentence).said
    for reason in sentence.reasons if votes else ():
        before = [said for said in votes if said.voters.span.start < reason.start]
        voters = (before[-1] if before else votes[0]).voters
        states = tuple(dict.fromkeys(mention.state for mention in voters.states))
        held = tuple(state for state in states if case.statements_of(state))
        yield _judged(case, sentence.place(reason), held)


def _judged(case: Case, place: Span, held: tuple[str, ...]) -> Judgement:
    if not held:
        return Judgement(ClaimKind.REASON, place, Finding.NOT_CHECKABLE, "reason_unstated")
    places = case.at(*(statement.heading for state in held for statement in case.statements_of(state)))
    slots = {"who": Speakers(held)}
    return Judgement(ClaimKind.REASON, place, Finding.NOT_CHECKABLE, "reason", slots, places)
