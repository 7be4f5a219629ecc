"""The names of concepts in each language, and what a quotation is about, named by them."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from assistant.answer import Month, Quantity, Topic
from assistant.wording.catalogue import Catalogue
from assistant.wording.phrase import written

_DATA = Path(__file__).parent.parent / "data" / "topic_names.toml"


def name_of(concept: str, language: str) -> str | None:
    """What a concept is called; None where it has no name of its own."""
    return names().get(concept, {}).get(language)


def keywords(words: Catalogue, named: Iterable[Topic | date | Month | Quantity]) -> str:
    """Keywords in the asker's language, labelled as such; nothing where none can be named."""
    found = [_named(words, each) for each in named]
    told = words.between.join(dict.fromkeys(name for name in found if name))
    return words.pattern("gloss.keywords").replace("{topics}", told) if told else ""


@cache
def names() -> Mapping[str, Mapping[str, str]]:
    """Every name, by concept and language."""
    return tomllib.loads(_DATA.read_text("utf-8"))


def _named(words: Catalogue, keyword: Topic | date | Month | Quantity) -> str | None:
    if isinstance(keyword, Topic):
        return name_of(keyword.concept, words.language)
    return written(words, keyword)
