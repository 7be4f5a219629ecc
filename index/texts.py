"""The texts a passage is found by: on the lexical side, and on the dense side.

Both are functions of the passage alone, so that what an index was built from can always be said
again and held against it.
"""

from dataclasses import dataclass

from index.analysis import letter_terms, tag_terms, word_terms
from index.passage import Passage
from index.passages import CONCEPTS


@dataclass(frozen=True, slots=True)
class Text:
    """A text in a language."""

    language: str
    text: str


def lexical_texts(passage: Passage) -> tuple[Text, ...]:
    """Each text of a passage: its own words, then its glosses."""
    glosses = tuple(Text(r.language, r.text) for r in passage.renderings if r.language != CONCEPTS)
    return (Text(passage.language, passage.text), *glosses)


def words_of(passage: Passage) -> list[list[str]]:
    """The word terms of each text of a passage; its concepts count with each of them."""
    tags = [tag for r in passage.renderings if r.language == CONCEPTS for tag in tag_terms(r.text)]
    return [[*word_terms(said.text, said.language), *tags] for said in lexical_texts(passage)]


def letters_of(passage: Passage) -> list[list[str]]:
    """The letter terms of each text of a passage."""
    return [letter_terms(said.text, said.language) for said in lexical_texts(passage)]


def dense_texts(passage: Passage) -> tuple[Text, ...]:
    """What is embedded of a passage: the whole, its glosses, then each sentence where there are several."""
    start = passage.span.start
    sentences = [passage.text[s.start - start : s.end - start].strip() for s in passage.sentences]
    own = [Text(passage.language, sentence) for sentence in sentences]
    return tuple(dict.fromkeys([*lexical_texts(passage), *own]))
