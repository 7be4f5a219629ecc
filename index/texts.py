"""The texts a passage is found by: on the lexical side, and on the dense side.

Both are functions of the passage alone, so that what an index was built from can always be said
again and held against it.
"""

from index.analysis import letter_terms, tag_terms, word_terms
from index.passage import Passage
from index.passages import CONCEPTS


def lexical_texts(passage: Passage) -> tuple[tuple[str, str], ...]:
    """Each text of a passage with its language: its own words, then its glosses."""
    glosses = tuple((r.language, r.text) for r in passage.renderings if r.language != CONCEPTS)
    return ((passage.language, passage.text), *glosses)


def words_of(passage: Passage) -> list[list[str]]:
    """The word terms of each text of a passage; its concepts count with each of them."""
    tags = [tag for r in passage.renderings if r.language == CONCEPTS for tag in tag_terms(r.text)]
    return [[*word_terms(text, language), *tags] for language, text in lexical_texts(passage)]


def letters_of(passage: Passage) -> list[list[str]]:
    """The letter terms of each text of a passage."""
    return [letter_terms(text, language) for language, text in lexical_texts(passage)]


def dense_texts(passage: Passage) -> tuple[str, ...]:
    """What is embedded of a passage: the whole, its glosses, then each sentence where there are several."""
    wholes = [text for _language, text in lexical_texts(passage)]
    start = passage.span.start
    sentences = [passage.text[s.start - start : s.end - start].strip() for s in passage.sentences]
    return tuple(dict.fromkeys([*wholes, *sentences]))


def wholes_of(passage: Passage) -> int:
    """How many of the dense texts are the whole passage, in whatever language."""
    return len(dict.fromkeys(text for _language, text in lexical_texts(passage)))
