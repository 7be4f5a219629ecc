"""Words of another script typed in Latin letters: "psifise" for "ψήφισε", "glasuva" for "гласува".

Knows the spellings of ``data/transliteration.toml``. Refuses to know what a word means.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, groupby, product
from pathlib import Path

from assistant.understanding import cues, everyday, stance, state_forms
from assistant.understanding.token import fold

_DATA = Path(__file__).parent.parent / "data" / "transliteration.toml"
_OR = "|"
_ANY_ENDING = "*"
_SHORTEST_STEM = 4
_MOST_SPELLINGS = 32
_SIZES = (3, 2, 1)


@cache
def languages() -> tuple[str, ...]:
    """The languages whose questions may also be typed in Latin letters."""
    return tuple(_table())


@lru_cache(maxsize=20_000)
def native(word: str, language: str) -> str | None:
    """The folded word, or else the stem, that a word in Latin letters stands for; None where none is."""
    if language not in languages() or not word.isascii():
        return None
    whole, stems = _spellings(language)
    typed = _sounds(word, _table()[language]["typed"])
    found = next((whole[sound] for sound in typed if sound in whole), None)
    if found is not None:
        return found
    shorter = ((s[:end], s) for s in typed for end in range(len(s), _SHORTEST_STEM - 1, -1))
    return next((stems[stem] for stem, _ in shorter if stem in stems), None)


@cache
def _table() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    return tomllib.loads(_DATA.read_text("utf-8"))


@cache
def _spellings(language: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The whole words and the stems of a language by their rough spelling."""
    letters = _table()[language]["native"]
    whole: dict[str, str] = {}
    stems: dict[str, str] = {}
    for word in _vocabulary(language):
        bare = word.strip(_ANY_ENDING)
        if bare.isalpha() and not bare.isascii():
            table = stems if word.endswith(_ANY_ENDING) else whole
            table.setdefault(_sounds(bare, letters)[0], bare)
    return whole, stems


def _vocabulary(language: str) -> Iterator[str]:
    """The folded words of a language, stems with their ``*``: question words and everyday ones first."""
    phrases: list[Sequence[str]] = [*cues.data_file(language).get("interrogative", {}).values()]
    phrases.append(cues.data_file(language).get(cues.LANGUAGE_TABLE, {}).get("words", ()))
    phrases.append([phrase for _, phrase in (*cues.phrases(language), *stance.phrases(language))])
    phrases.append([form.text for form in state_forms.of_language(language)])
    phrases += [terms.get(language, ()) for terms in cues.concept_terms().values()]
    phrases.append(everyday.table().get(language, {}).get("words", ()))
    for phrase in chain.from_iterable(phrases):
        for word in phrase.replace("'", " ").replace("’", " ").split():
            stem = word.rstrip(_ANY_ENDING)
            yield fold(stem) + word[len(stem) :]


def _sounds(word: str, letters: Mapping[str, str]) -> list[str]:
    """How a word sounds, by every way its letters may be meant; letters that are doubled count once."""
    parts: list[list[str]] = []
    at = 0
    while at < len(word):
        size = next(size for size in _SIZES if size == 1 or word[at : at + size] in letters)
        part = word[at : at + size]
        parts.append(letters.get(part, part).split(_OR))
        at += size
    ways = ("".join(way) for _, way in zip(range(_MOST_SPELLINGS), product(*parts), strict=False))
    return ["".join(letter for letter, _ in groupby(way)) for way in ways]
