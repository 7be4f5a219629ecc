"""The states: who is a member when, what each language calls them, and where a text names them.

Knows names, not votes: whether a state named is meant as a voter is for ``vote.py`` to say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale

from corpus.phrase import fold
from corpus.state_names import WORD, MentionKind, Naming, languages_with_names, state_names
from corpus.text import Span

MEMBERS = (
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
    "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
)  # fmt: skip
_JOINED = {
    "GR": date(1981, 1, 1), "ES": date(1986, 1, 1), "PT": date(1986, 1, 1), "GB": date(1973, 1, 1),
    "AT": date(1995, 1, 1), "FI": date(1995, 1, 1), "SE": date(1995, 1, 1),
    "CY": date(2004, 5, 1), "CZ": date(2004, 5, 1), "EE": date(2004, 5, 1), "HU": date(2004, 5, 1),
    "LT": date(2004, 5, 1), "LV": date(2004, 5, 1), "MT": date(2004, 5, 1), "PL": date(2004, 5, 1),
    "SI": date(2004, 5, 1), "SK": date(2004, 5, 1),
    "BG": date(2007, 1, 1), "RO": date(2007, 1, 1), "HR": date(2013, 7, 1),
}  # fmt: skip
_LEFT = {"GB": date(2020, 2, 1)}
EVER_MEMBERS = (*MEMBERS, *_LEFT)
_CODE_ALIASES = {"EL": "GR", "UK": "GB"}
_CODE = re.compile(r"(?<![\w/-])[A-Z]{2}(?![\w/-])")
_PAUSE = re.compile(r"[ \n]{1,2}")


@dataclass(frozen=True, slots=True)
class StateMention:
    """A state named in a text: by which kind of word, and where in that text."""

    state: str
    kind: MentionKind
    span: Span


@dataclass(frozen=True, slots=True)
class _Word:
    folded: str
    start: int
    end: int


def is_member(state: str, on: date | None = None) -> bool:
    """Whether the state is a member of the Union on the day; without a day, today's 27 are.

    Source: the Treaties of Accession; Agreement on the withdrawal of the United Kingdom, in
    force from 1 February 2020.
    """
    if on is None:
        return state in MEMBERS
    if state not in MEMBERS and state not in _LEFT:
        return False
    return _JOINED.get(state, date.min) <= on < _LEFT.get(state, date.max)


def find_states(text: str, language: str | None = None) -> tuple[StateMention, ...]:
    """The states a text names, in its order; by the names of one language, or of all.

    Spans are places in ``text``. With no language, a word that two languages use for two
    different states is left out.

    >>> [(m.state, m.kind.value) for m in find_states("de Belgische delegatie en Hongarije", "nl")]
    [('BE', 'adjective'), ('HU', 'name')]
    """
    folded = fold(text)
    if language is not None:
        return tuple(_mentions(folded, language))
    by_span: dict[Span, set[StateMention]] = {}
    for each in languages_with_names():
        for mention in _mentions(folded, each):
            by_span.setdefault(mention.span, set()).add(mention)
    return tuple(_agreed(by_span))


def find_codes(text: str) -> tuple[StateMention, ...]:
    """The two-letter codes of states that stand in a text in capitals; EL and UK as the Union writes them."""
    codes = ((_CODE_ALIASES.get(found[0], found[0]), found.span()) for found in _CODE.finditer(text))
    return tuple(
        StateMention(code, MentionKind.NAME, Span(*span))
        for code, span in codes
        if code in MEMBERS or code in _LEFT
    )


def name_of(state: str, language: str) -> str:
    """The state's name as the language writes it alone: "Hongrie".

    Raises: KeyError when no language names that code.
    """
    return _phrase(state, language, "name")


def subject_of(state: str, language: str) -> str:
    """The name as the subject of a sentence: "la Hongrie"."""
    return _phrase(state, language, "subject")


def genitive_of(state: str, language: str) -> str:
    """The name as owner: "de la Hongrie"."""
    return _phrase(state, language, "of")


def according_to(state: str, language: str) -> str:
    """The words that name the state as the source of a claim: "selon la Hongrie"."""
    return _phrase(state, language, "according_to")


def _phrase(state: str, language: str, form: str) -> str:
    row = state_names(language).phrases.get(state, {})
    return row.get(form) or row.get("name") or _name_by_cldr(state, language)


@cache
def _name_by_cldr(state: str, language: str) -> str:
    return str(Locale(language).territories[state])


def _agreed(by_span: dict[Span, set[StateMention]]) -> Iterator[StateMention]:
    """One mention for each place whose readings agree, longer places first; in the order of the text."""
    taken_until = -1
    for span in sorted(by_span, key=lambda s: (s.start, -s.end)):
        readings = by_span[span]
        if span.start < taken_until:
            continue
        taken_until = span.end
        if len({m.state for m in readings}) == 1:
            yield min(readings, key=lambda m: list(MentionKind).index(m.kind))


def _mentions(folded: str, language: str) -> Iterator[StateMention]:
    words = [_Word(found[0], *found.span()) for found in WORD.finditer(folded)]
    at = 0
    while at < len(words):
        naming, end, start = _naming_at(folded, words, at, language=language)
        if naming is None:
            at += 1
            continue
        last = at + len(naming.words)
        if naming.state is not None:
            yield StateMention(naming.state, naming.kind, Span(start, end))
        at = last


def _naming_at(folded: str, words: list[_Word], at: int, *, language: str) -> tuple[Naming | None, int, int]:
    names = state_names(language)
    for first in _readings(words[at]):
        for naming in names.starting_with(first.folded):
            following = words[at + 1 : at + len(naming.words)]
            if len(following) == len(naming.words) - 1 and _follow(
                folded, naming, words[at : at + 1] + following
            ):
                end = following[-1].end if following else first.end
                return naming, end, first.start
    return None, 0, 0


def _readings(word: _Word) -> Iterator[_Word]:
    """The word itself, then without an elided article before it or a possessive after it."""
    yield word
    before, mark, after = word.folded.rpartition("'")
    if not mark:
        return
    if len(after) > 2:
        yield _Word(after, word.start + len(before) + 1, word.end)
    else:
        yield _Word(before, word.start, word.start + len(before))


def _follow(folded: str, naming: Naming, words: list[_Word]) -> bool:
    for index in range(1, len(words)):
        pause = folded[words[index - 1].end : words[index].start]
        if not _PAUSE.fullmatch(pause) or not _is_form(words[index].folded, naming.words[index]):
            return False
    return True


def _is_form(word: str, form: str) -> bool:
    return word.startswith(form[:-1]) if form.endswith("*") else word == form
