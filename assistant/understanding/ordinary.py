"""Which words of a question nothing explains: no cue, no topic, no everyday use of the language.

Knows the everyday words of each language. Refuses to know what the records speak of.
"""

from functools import cache

from babel import Locale, UnknownLocaleError

from assistant.understanding import cues, everyday
from assistant.understanding.phrasebook import Phrasebook
from assistant.understanding.reading import Reading
from assistant.understanding.token import Token, fold

_SHORTEST = 4
_NO_MATTER = ("object.majority", "negation.", "group.")
NOUNS_WRITTEN_LARGE = frozenset({"de"})


def unexplained(found: Reading) -> list[int]:
    """Where words stand that neither cues, topics nor everyday use explain; none in unprepared languages."""
    return unknown(found) if is_prepared(found.language) else []


def unknown(found: Reading) -> list[int]:
    """Where words stand that neither cues nor topics explain, nor everyday use where it is known."""
    known = cues.cues(found.language)
    marks = (*found.marks, *found.asking, *known.topics.marks(found.words))
    covered = {at for mark in marks for at in range(mark.start, mark.end)}
    return [
        at
        for at, token in enumerate(found.tokens)
        if at not in covered
        and found.words[at] not in known.words
        and found.words[at] not in known.pairs
        and _could_name(token)
        and not (is_prepared(found.language) and _is_everyday(token.folded, found.language))
    ]


def is_ordinary(word: str, language: str) -> bool:
    """Whether a folded word says nothing about the matter of a question."""
    if not is_prepared(language):
        return False
    return word in cues.cues(language).words or _is_everyday(word, language)


def _is_everyday(word: str, language: str) -> bool:
    return _common(language).longest([word], 0) is not None


def is_prepared(language: str) -> bool:
    """Whether the everyday words of a language are known."""
    return language in everyday.table()


def before_a_name(language: str) -> frozenset[str]:
    """The articles and prepositions that stand before what is named, as written."""
    return frozenset(everyday.table()[language]["before"])


def is_led(found: Reading, at: int) -> bool:
    """Whether an article or preposition stands right before a word, or one word further off."""
    leads = {fold(word) for word in before_a_name(found.language)}
    reach = 1 if _takes_the_article(found, at - 1) else 2
    return any(found.tokens[before].folded in leads for before in range(max(0, at - reach), at))


def _takes_the_article(found: Reading, at: int) -> bool:
    """Whether an article before a word is that word's own: "the majority …", "a Lituânia …", "di non …"."""
    tags = {tag for mark in found.marks if mark.start <= at < mark.end for tag in mark.tags}
    named = any(tag.startswith("state.") and tag.endswith(".name") for tag in tags)
    return named or any(tag.startswith(_NO_MATTER) for tag in tags)


def is_no_noun(found: Reading, at: int) -> bool:
    """Whether a word is written small in a language that writes nouns large, by somebody who does."""
    if found.language not in NOUNS_WRITTEN_LARGE or found.tokens[at].text[:1].isupper():
        return False
    return any(token.text[:1].isupper() for token in found.tokens[1:])


def _could_name(token: Token) -> bool:
    """Whether a word is long enough to name a matter, or a short name in capitals."""
    is_short_name = 2 <= len(token.text) < _SHORTEST and token.text.isupper()
    return token.is_word and (len(token.folded) >= _SHORTEST or is_short_name)


@cache
def _common(language: str) -> Phrasebook:
    """The ordinary words of a language, its months and days among them."""
    book = Phrasebook()
    for word in (*everyday.table()[language]["words"], *_calendar(language)):
        book.add(word, "common")
    return book


def _calendar(language: str) -> tuple[str, ...]:
    """The names of months and days."""
    try:
        locale = Locale(language)
    except (UnknownLocaleError, ValueError):
        return ()
    tables = (locale.months, locale.days)
    return tuple(n for table in tables for use in table.values() for n in use["wide"].values())
