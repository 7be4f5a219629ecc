"""What a quotation is about, for an asker who may not read its language: its concepts, the times it names.

Knows the concepts of the lexicon, which are those of solidarity and migration, dates and lengths of time.
Refuses to name the former of an act on anything else, and to translate: what else is said stays in its words.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from assistant.answer import Month, Quantity, Topic
from assistant.citing.citation import Place
from assistant.procedures.library import Library
from assistant.understanding import cues, duration
from assistant.understanding.mention import mentions_in
from assistant.understanding.token import tokenise
from corpus.errors import RecordNotFound

Keyword = Topic | date | Month | Quantity
_BROAD = frozenset({"pool", "solidarity", "migration", "period"})  # of nearly every sentence on its matter
_OF_THE_LEXICON = frozenset({"pool", "solidarity", "migration", "relocation", "migratory_pressure", "pact"})
_OF_ANY_ACT = frozenset({"precedent", "dialogue", "letter", "presidency", "council_meeting", "minimum"})
_MOST = 14


def keywords_of(library: Library, places: Iterable[Place]) -> tuple[Keyword, ...]:
    """The concepts and times that some places name, each once; what nearly all sentences name only alone."""
    found = dict.fromkeys(each for place in places for each in _of_its_act(library, place))
    telling = [each for each in found if not (isinstance(each, Topic) and each.concept in _BROAD)]
    return tuple(telling or found)[:_MOST]


def _of_its_act(library: Library, place: Place) -> tuple[Keyword, ...]:
    """What a place names; of an act on another matter, what says the same in any."""
    named = _named(place.quote, place.source.language)
    subject = _subject(library, place.source.record)
    on = {each.concept for each in _named(subject, place.source.language) if isinstance(each, Topic)}
    if on & _OF_THE_LEXICON:
        return named
    return tuple(each for each in named if not isinstance(each, Topic) or each.concept in _OF_ANY_ACT)


def _subject(library: Library, record: str) -> str:
    """What a notice gives as its subject; nothing of what is none of the records."""
    try:
        subject = library.record(record).notice.subject
    except RecordNotFound:
        return ""
    return subject.value if subject is not None else ""


@lru_cache(maxsize=4096)
def _named(text: str, language: str) -> tuple[Keyword, ...]:
    marks = cues.cues(language).topics.marks([token.folded for token in tokenise(text)])
    topics = [Topic(tag.removeprefix(f"{cues.TOPIC}.")) for mark in marks for tag in sorted(mark.tags)]
    named = mentions_in(text, language)
    months = [Month(date(p.year, p.month, 1)) for p in named.periods if p.year and p.month and not p.day]
    return (*topics, *named.dates, *months, *duration.durations_in(text, language))
