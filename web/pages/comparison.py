"""Statements side by side: what each speaker says on a topic that more than one of them speaks of."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from assistant.scoping.topic import concepts_in
from assistant.wording.topics import name_of
from corpus.model import Record, Statement
from corpus.text import Span

_FEWEST_SPEAKERS = 2
_FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence on the topic: who says it, and where."""

    speakers: tuple[str, ...]
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A concept of the lexicon and the sentences that name it, speaker by speaker."""

    key: str
    passages: tuple[Passage, ...]


def topics_of(record: Record) -> tuple[Topic, ...]:
    """The topics that several statements share, in the order in which the record meets them."""
    by_topic: dict[str, list[Passage]] = {}
    for statement in record.statements:
        for span in _sentences(statement):
            text = record.source.quote(span).strip()
            for key in sorted(concepts_in(text, record.notice.language)):
                by_topic.setdefault(key, []).append(Passage(statement.speakers, span, text))
    topics = (Topic(key, tuple(passages)) for key, passages in by_topic.items())
    return tuple(t for t in topics if len({p.speakers for p in t.passages}) >= _FEWEST_SPEAKERS)


def topic_name(key: str, language: str) -> str:
    """What a topic is called: its name, else the lexicon's first whole term for it, English at last."""
    name = name_of(key, language)
    if name is not None:
        return name
    terms = _lexicon().get(key, {})
    known: tuple[str, ...] = (*terms.get(language, ()), *terms.get(_FALLBACK, ()), key.replace("_", " "))
    return next((term for term in known if "*" not in term), key)


def _sentences(statement: Statement) -> tuple[Span, ...]:
    return tuple(sentence for paragraph in statement.paragraphs for sentence in paragraph.sentences)


@cache
def _lexicon() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads((resources.files("assistant") / "data" / "concepts.toml").read_text("utf-8"))
