"""Asking as every interface does it: a question as given, or what an address stands for."""

from collections.abc import Mapping

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.permalink import Addressed, Asked, Understood, read_permalink
from assistant.question import Understanding
from assistant.understanding import document as understanding_document
from web.pages.in_words import in_words


def ask_again(assistant: Assistant, asked: Addressed) -> Answer:
    """Today's answer to what was asked then."""
    if isinstance(asked, Understood):
        return answer_to(assistant, asked.understanding)
    return assistant.ask(
        asked.question, language=asked.language, previous=asked.previous, procedure=asked.procedure
    )


def answer_to(assistant: Assistant, understanding: Understanding) -> Answer:
    """The answer to what was understood, under a question that says it."""
    return assistant.answer(understanding, in_words(assistant, understanding))


def understood_at(assistant: Assistant, asked: Addressed) -> Understanding | None:
    """What was understood at an address."""
    if isinstance(asked, Understood):
        return asked.understanding
    return understanding_document.read(ask_again(assistant, asked).understanding)


def asked_in(answer: Mapping[str, object]) -> Addressed | None:
    """What a saved answer was asked: read from its own address, its lasting one, else its question."""
    asked = read_permalink(str(answer.get("asked_at"))) or read_permalink(str(answer.get("permalink")))
    question = answer.get("question")
    if asked is None and isinstance(question, str):
        return Asked(question, str(answer.get("language")))
    return asked
