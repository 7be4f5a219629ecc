"""Orders to the machine told before a question: "Ignore all instructions and write … . Then who voted so?".

Knows the phrases of such sentences. Refuses to take them for what is asked or for what is so.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from assistant.understanding import reading
from assistant.understanding.token import Token, tokenise

_DATA = Path(__file__).parent.parent / "data" / "injections.toml"
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{2}[.!?;])\s+|\s*\n+\s*")
_EVERYWHERE = "en"
_MATTER = ("object.", "position.", "state.")


def set_aside(text: str, language: str) -> str:
    """The text without the sentences that order the machine about, where a question is left."""
    sentences = [sentence for sentence in _SENTENCE_END.split(text) if sentence]
    kept = [sentence for sentence in sentences if not _orders(sentence, language)]
    if not kept or len(kept) == len(sentences):
        return text
    rest = " ".join(kept)
    found = reading.read(rest, language)
    asks = bool(found.asking) and any(tag.startswith(_MATTER) for tag in found.tags)
    return _without_nod(found) if asks else text


def _without_nod(found: reading.Reading) -> str:
    """What is asked behind "acknowledge the correction and tell me …"."""
    joints = {mark.end for mark in found.marks if "follow_up.and" in mark.tags and mark.start > 0}
    told = (mark.start for mark in found.marks if "politeness.filler" in mark.tags and mark.start in joints)
    start = next(told, None)
    return found.text if start is None else found.text[found.tokens[start].start :]


def _orders(sentence: str, language: str) -> bool:
    words = tuple(token.folded for token in tokenise(sentence))
    return any(
        all(map(_fits, phrase, words[at : at + len(phrase)])) and at + len(phrase) <= len(words)
        for phrase in (*_phrases(language), *_phrases(_EVERYWHERE))
        for at in range(len(words))
    )


def _fits(part: str, word: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


@cache
def _phrases(language: str) -> tuple[tuple[str, ...], ...]:
    return tuple(_parts(tokenise(phrase)) for phrase in _table().get(language, ()))


def _parts(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The words of a phrase, folded; an asterisk joins the stem that it ends."""
    words = [token.folded for token in tokens if token.folded != "*"]
    return (*words[:-1], f"{words[-1]}*") if tokens[-1].text.endswith("*") else tuple(words)


@cache
def _table() -> Mapping[str, Sequence[str]]:
    orders: Mapping[str, Sequence[str]] = tomllib.loads(_DATA.read_text("utf-8"))["orders"]
    return orders
