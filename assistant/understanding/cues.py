"""How people ask: the phrases of a language and the language-free tags they stand for.

Knows the data files (``data/cues/README.md`` says how one is written). Refuses to know what
follows from a tag: that is ``rules``.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from assistant.understanding import stance, state_forms
from assistant.understanding.phrasebook import Phrasebook
from assistant.understanding.token import fold, tokenise
from corpus.state_names import MentionKind

FOLDER = Path(__file__).parent.parent / "data" / "cues"
FALLBACK = "en"
LANGUAGE_TABLE = "language"
GAP = "…"
TOPIC = "topic"
PERSON = "person.name"
_PEOPLE = Path(__file__).parent.parent / "data" / "people.toml"
_CONCEPTS = Path(__file__).parent.parent / "data" / "concepts.toml"
_PERCENT = "unit.percent"
_INTERROGATIVE = "interrogative."
_SHORTEST_FOREIGN_NAME = 4


@dataclass(frozen=True, slots=True)
class Cues:
    """What a language's questions are read with.

    ``book`` holds cues and the names of states, ``interrogatives`` the question words (found
    apart: a cue may cover one), ``topics`` the concepts, ``rates`` the words for "percent", ``pairs`` what
    a word means once others follow it at a distance ("lehnte … ab"); ``words`` are no typing errors.
    """

    language: str
    book: Phrasebook
    interrogatives: Phrasebook
    topics: Phrasebook
    rates: Phrasebook
    pairs: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    words: frozenset[str]
    letters: frozenset[str]
    common: tuple[str, ...]


@cache
def languages() -> tuple[str, ...]:
    """The languages with a cue file, in alphabetical order."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.toml")))


@cache
def cues(language: str) -> Cues:
    """The cues of a language; English where it has none."""
    spoken = language if language in languages() else FALLBACK
    about = data_file(spoken).get(LANGUAGE_TABLE, {})
    common = tuple(fold(word) for word in about.get("words", ()))
    book = Phrasebook()
    interrogatives = Phrasebook()
    rates = Phrasebook()
    pairs: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for tag, phrase in (*phrases(spoken), *stance.phrases(spoken)):
        if GAP in phrase:
            first, *rest = (token.folded for token in tokenise(phrase.replace(GAP, " ")))
            pairs[first].append((tuple(rest), tag))
            continue
        (interrogatives if tag.startswith(_INTERROGATIVE) else book).add(phrase, tag)
        for stood in stance.within(phrase, spoken) if tag == stance.SAYING else ():
            book.add(phrase, stood)
        if tag == _PERCENT:
            rates.add(phrase, tag)
    _add_states(book, language)
    for name in people():
        book.add(name, PERSON)
    topics = _topics(language)
    parted = {word for first, found in pairs.items() for rest, _ in found for word in (first, *rest)}
    words = book.words | interrogatives.words | topics.words | parted | frozenset(common)
    letters = frozenset("".join(about.get("letters", ())))
    return Cues(spoken, book, interrogatives, topics, rates, pairs, words, letters, common)


@lru_cache(maxsize=2)  # read again in 4 ms; what is made of it stays, and all 24 as written would take 7 MiB
def data_file(language: str) -> Mapping[str, Mapping[str, list[str]]]:
    """A language's cue file as written: tables of keys with their phrases."""
    return tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))


def phrases(language: str) -> Iterator[tuple[str, str]]:
    """Every (tag, phrase) of a language; a tag is "table.key"."""
    for table, keys in data_file(language).items():
        if table != LANGUAGE_TABLE:
            yield from ((f"{table}.{key}", phrase) for key, found in keys.items() for phrase in found)


@cache
def people() -> tuple[str, ...]:
    """Names of politicians that people ask about: a record holds votes of states, not theirs."""
    return tuple(tomllib.loads(_PEOPLE.read_text("utf-8"))["names"])


@cache
def concept_terms() -> Mapping[str, Mapping[str, list[str]]]:
    """The concept lexicon: official terms by concept and language."""
    return tomllib.loads(_CONCEPTS.read_text("utf-8"))


def _topics(language: str) -> Phrasebook:
    """The concepts in a language, and in English, which everybody borrows from."""
    book = Phrasebook()
    for concept, terms in concept_terms().items():
        for spoken in {language, FALLBACK}:
            for term in terms.get(spoken, ()):
                book.add(term, f"{TOPIC}.{concept}")
    return book


def _add_states(book: Phrasebook, language: str) -> None:
    """The names of states as the language has them, and English ones where it has no file."""
    for form in (*state_forms.of_language(language), *state_forms.countries(language)):
        book.add(form.text, form.tag)


@cache
def foreign_names() -> Phrasebook:
    """The names of countries in all languages, for words that are none of the question's own language."""
    book = Phrasebook()
    for language in state_forms.languages():
        for form in state_forms.of_language(language):
            is_name = form.iso2 is not None and form.kind is MentionKind.NAME and "*" not in form.text
            if is_name and len(form.text.split()[0]) >= _SHORTEST_FOREIGN_NAME:
                book.add(form.text, form.tag)
        for form in state_forms.countries(language):
            if len(form.text.split()[0]) >= _SHORTEST_FOREIGN_NAME:
                book.add(form.text, form.tag)
    return book
