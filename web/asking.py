"""Asking as every interface does it: a question as given, or one that an address stands for."""

from collections.abc import Mapping

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.permalink import Asked, read_permalink


def ask_again(assistant: Assistant, asked: Asked) -> Answer:
    """Today's answer to what was asked then."""
    return assistant.ask(
        asked.question, language=asked.language, previous=asked.previous, procedure=asked.procedure
    )


def asked_in(answer: Mapping[str, object]) -> Asked | None:
    """What a saved answer was asked: read from its address, else its question and language."""
    asked = read_permalink(str(answer.get("permalink")))
    question = answer.get("question")
    if asked is None and isinstance(question, str):
        return Asked(question, str(answer.get("language")))
    return asked
