"""What a quotation is about, for an asker who may not read its language: its concepts, and the days it names.

Knows the concepts of the lexicon and dates. Refuses to translate: what else is said stays in its words.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from assistant.answer import Month, Topic
from assistant.citation import Place
from assistant.understanding import cues
from assistant.understanding.mention import mentions_in
from assistant.understanding.token import tokenise

Keyword = Topic | date | Month
_BROAD = frozenset({"pool", "solidarity", "migration", "period"})  # of nearly every sentence on its matter
_MOST = 9


def keywords_of(places: Iterable[Place]) -> tuple[Keyword, ...]:
    """The concepts and days that some places name, each once; what nearly every sentence names only alone."""
    found = dict.fromkeys(each for place in places for each in _named(place.quote, place.source.language))
    telling = [each for each in found if not (isinstance(each, Topic) and each.concept in _BROAD)]
    return tuple(telling or found)[:_MOST]


@lru_cache(maxsize=4096)
def _named(text: str, language: str) -> tuple[Keyword, ...]:
    marks = cues.cues(language).topics.marks([token.folded for token in tokenise(text)])
    topics = [Topic(tag.removeprefix(f"{cues.TOPIC}.")) for mark in marks for tag in sorted(mark.tags)]
    named = mentions_in(text, language)
    months = [Month(date(p.year, p.month, 1)) for p in named.periods if p.year and p.month and not p.day]
    return (*topics, *named.dates, *months)
