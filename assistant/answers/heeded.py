"""Whether a state got its way: what it says of that itself, how it voted, and how the vote ended.

Refuses to judge it: the words are the state's, the vote and its end the notice's.
"""

from collections.abc import Callable
from dataclasses import replace

from assistant import ballot
from assistant.answer import SAYING, Status, Verdict
from assistant.answers import outcome
from assistant.evidence import Evidence
from assistant.question import Understanding

HEEDED = "heeded"
"""The aspect of a question on whether a state got its way."""


def with_end(
    asked: Understanding, evidence: Evidence, stated: Callable[[Understanding, Evidence], Verdict]
) -> Verdict:
    """What the states say, where they say anything; their votes, and how the vote ended."""
    said = stated(replace(asked, aspect=None), evidence)
    told = said.findings if said.status in SAYING else ()
    votes = ballot.told(evidence, ballot.votes_of(evidence, asked.states))
    found = (*told, *votes, *outcome.findings(evidence)[:1])
    return Verdict(Status.ANSWERED, found, follow_ups=said.follow_ups) if found else said
