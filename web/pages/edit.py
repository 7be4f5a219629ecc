"""An edited understanding: what the form changes, and all that it leaves as it was understood.

What is asked for anew begins as a plain question of the wording; which votes are meant stays.
"""

from dataclasses import dataclass, replace

from assistant.answer import Message, States
from assistant.assistant import Assistant
from assistant.question import Understanding
from assistant.wording.catalogue import catalogue
from assistant.wording.sentences import word_messages
from corpus.member_state import MEMBERS, subject_of
from corpus.model import Position
from web.pages.speech import DEFAULT, LANGUAGE_NAMES, translations
from web.pages.vocabulary import marked

_ASK_BY_INTENT = {
    "tally": "ask.tally",
    "outcome": "ask.outcome",
    "majority": "ask.majority",
    "blocking": "ask.blocking",
    "turning": "ask.turning",
    "date": "ask.when_closed",
    "document": "ask.documents",
    "subject": "ask.subject",
    "statement_authors": "ask.authors",
    "pool_computation": "ask.pool",
}
_ASK_BY_POSITION = {"against": "ask.against", "abstention": "ask.abstained"}
_OWN_BY_POSITION = {
    "for": marked("Who voted in favour?"),
    "not_participating": marked("Who did not take part in the vote?"),
}
_OWN_BY_INTENT = {
    "state_position": marked("How did %(state)s vote?"),
    "statement": marked("What did %(state)s state?"),
}
INTENTS = (*_OWN_BY_INTENT, "reason", "position_list", *_ASK_BY_INTENT)
_FIRST_STATE = "ES"


@dataclass(frozen=True, slots=True)
class Edit:
    """What an edited understanding asks for."""

    intent: str
    state: str
    position: str
    language: str

    def question(self) -> str:
        """The question it amounts to: in its language where the pages speak it, else in English."""
        code = self.state if self.state in MEMBERS else _FIRST_STATE
        language = self.language if self.language in LANGUAGE_NAMES else DEFAULT
        if self.intent in _OWN_BY_INTENT:
            pattern = translations(language).gettext(_OWN_BY_INTENT[self.intent])
            return pattern % {"state": subject_of(code, language)}
        if self.intent == "position_list" and self.position in _OWN_BY_POSITION:
            return translations(language).gettext(_OWN_BY_POSITION[self.position])
        return word_messages(catalogue(language), (self._message(code),))[0]

    def _message(self, code: str) -> Message:
        if self.intent == "reason":
            return "ask.why", {"states": States((code,))}
        if self.intent == "position_list":
            return _ASK_BY_POSITION.get(self.position, "ask.against"), {}
        return _ASK_BY_INTENT.get(self.intent, "ask.tally"), {}


def edited(assistant: Assistant, edit: Edit, before: Understanding | None, procedure: str) -> Understanding:
    """What is asked once the form has changed it; ``before`` is what had been understood."""
    if before is None or (edit.intent != before.intent and before.parts):
        found = assistant.understand(edit.question(), language=edit.language)
    elif edit.intent == before.intent:
        found = _with_position(_with_state(before, edit.state), edit.position)
    else:
        found = _on_the_same_votes(assistant.understand(edit.question(), language=edit.language), before)
    return replace(found, language=edit.language, procedure=procedure or None, carried=(), parts=())


def _on_the_same_votes(fresh: Understanding, before: Understanding) -> Understanding:
    """What is asked for anew, of the votes and topics that were meant before."""
    return replace(
        fresh,
        matters=before.matters,
        topics=fresh.topics or before.topics,
        documents=before.documents,
        procedure_files=before.procedure_files,
        dates=before.dates,
        periods=before.periods,
    )


def _with_state(asked: Understanding, state: str) -> Understanding:
    """Of another state; what was taken for granted was so of the one before."""
    known = state if state in MEMBERS else ""
    if next(iter(asked.states), "") == known:
        return asked
    states = (known,) if known else ()
    speaker = (known or None) if asked.speaker in asked.states else asked.speaker
    return replace(asked, states=states, groups=(), speaker=speaker, premises=())


def _with_position(asked: Understanding, position: str) -> Understanding:
    """Of another position."""
    if next(iter(asked.positions), "") == position:
        return asked
    positions = (Position(position),) if position in set(Position) else ()
    return replace(asked, positions=positions, negated=False, premises=())
