"""Countries that have no vote, asked about beside Member States: "how did Romania and Turkey vote?".

Knows when a country stands in one list with a state. Refuses to take the country an act is about for a voter.
"""

from dataclasses import replace

from assistant.answer import Message, Reason, States, Status, Verdict
from assistant.question import Intent, Understanding
from assistant.understanding import reading
from assistant.understanding.phrasebook import Mark
from assistant.understanding.reading import Reading
from assistant.understanding.token import cleaned

_COUNTRY, _AND, _OR = "country.", "follow_up.", "scope.or"
_JOINTS = frozenset({",", "/", "&"})


def named_beside(asked: Understanding, verdict: Verdict) -> Verdict:
    """The verdict with a word on the countries without a vote, where they are listed with states."""
    is_on_states = asked.intent is Intent.STATE_POSITION and asked.states and asked.non_members
    if verdict.status is not Status.ANSWERED or not is_on_states:
        return verdict
    found = reading.read(cleaned(asked.question), asked.language)
    if not any(_is_listed(found, mark) for mark in found.marks if _is_country(mark)):
        return verdict
    outside: Message = ("refusal.non_member", {"states": States(asked.non_members)})
    limits = (*verdict.limits, outside)
    return replace(verdict, status=Status.PARTIAL, reason=Reason.NOT_A_MEMBER_STATE, limits=limits)


def _is_country(mark: Mark) -> bool:
    return any(tag.startswith(_COUNTRY) for tag in mark.tags)


def _is_listed(found: Reading, country: Mark) -> bool:
    """Whether a country ends the question behind an "and", or only joints part it from a state."""
    led = any(_joins(mark) and mark.end == country.start for mark in found.marks)
    if led and not any(token.is_word for token in found.tokens[country.end :]):
        return True
    joining = {at for mark in found.marks if _joins(mark) for at in range(mark.start, mark.end)}
    joining |= {at for at, token in enumerate(found.tokens) if token.text in _JOINTS}
    between = (
        range(mention.end, country.start) if mention.at < country.start else range(country.end, mention.at)
        for mention in found.entities.mentions
        if mention.states
    )
    return any(stretch and joining.issuperset(stretch) for stretch in between)


def _joins(mark: Mark) -> bool:
    return any(tag.startswith(_AND) or tag == _OR for tag in mark.tags)
