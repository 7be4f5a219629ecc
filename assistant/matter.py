"""What is voted on, where a question names it: a policy by its words, a country that a title names.

Knows the lexicon of policies (``data/matters.toml``). Refuses to know which procedure is meant: that
is ``scope.py``.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from assistant.procedure import Procedure
from assistant.understanding import entity, reading
from assistant.understanding.phrasebook import Mark, Phrasebook
from assistant.understanding.reading import Reading
from assistant.understanding.token import tokenise

_LEXICON = Path(__file__).parent / "data" / "matters.toml"
_CODES = "codes"
_FALLBACK = "en"
_COUNTRY, _STATE, _MATTER = "country", "state", "matter"
_VOTING = (
    "position.",
    "object.vote",
    "object.adopted",
    "object.rejected",
    "object.unanimity",
    "object.majority",
)
_NO_VERB = "_after"  # "for", which stands before a voter as well as before a matter
_ADJECTIVE = ".adjective"
_BESIDE = 2  # tokens between a vote and its voter: "wie stimmte denn Polen"


def marks_in(words: Sequence[str], language: str) -> tuple[Mark, ...]:
    """The policies that folded words name, each tagged with its name."""
    return _book(language).marks(words)


def named_in(found: Reading) -> tuple[Mark, ...]:
    """The policies that a question names, by its words as written."""
    return marks_in([token.folded for token in found.tokens], found.language)


def set_apart(found: Reading, named: frozenset[str]) -> Reading:
    """A reading in which countries that titles name stand for the matter, not for voters.

    A country without a vote always does; a member only beside a policy ("the tax for Portugal")
    or away from the vote ("who abstained on what Portugal wants"), so that "how did Portugal vote"
    keeps its voter.
    """
    marks = tuple(_as_matter(mark) if _is_matter(mark, found, named) else mark for mark in found.marks)
    if marks == found.marks:
        return found
    return replace(found, marks=marks, entities=entity.entities_in(found.tokens, marks))


def matters_in(found: Reading) -> tuple[str, ...]:
    """What a question names as voted on: policies by name, countries by code."""
    marks = (*named_in(found), *found.marks)
    tags = [tag for mark in marks for tag in sorted(mark.tags)]
    countries = [tag.removeprefix(f"{_MATTER}.") for tag in tags if tag.startswith(f"{_MATTER}.")]
    policies = [tag for tag in tags if tag in _lexicon()]
    return tuple(dict.fromkeys((*policies, *countries)))


def matters_of(procedure: Procedure) -> frozenset[str]:
    """What a procedure is on: by its title, its subject codes and the countries its title names."""
    notice = procedure.record.notice
    title = procedure.title
    codes = frozenset(code.value for code in notice.subject_codes)
    return _matters(title.value if title else "", notice.language, codes)


def countries_named(procedures: Sequence[Procedure]) -> frozenset[str]:
    """The countries, members or not, that the titles of procedures name."""
    titles = [(p.title, p.record.notice.language) for p in procedures]
    return frozenset(code for title, spoken in titles if title for code in _countries(title.value, spoken))


@lru_cache(maxsize=4096)
def _matters(title: str, language: str, codes: frozenset[str]) -> frozenset[str]:
    by_code = {name for name, terms in _lexicon().items() if codes & set(terms.get(_CODES, ()))}
    words = [token.folded for token in tokenise(title)]
    policies = {tag for mark in marks_in(words, language) for tag in mark.tags}
    return frozenset(by_code | policies | set(_countries(title, language)))


def _countries(title: str, language: str) -> tuple[str, ...]:
    entities = reading.read(title, language).entities
    named = [state for mention in entities.mentions if mention.group is None for state in mention.states]
    return (*named, *entities.non_members)


def _is_matter(mark: Mark, found: Reading, named: frozenset[str]) -> bool:
    scopes = {tag.split(".")[0]: tag.split(".")[1] for tag in mark.tags if tag.count(".")}
    if scopes.get(_COUNTRY) in named:
        return True
    if scopes.get(_STATE) not in named:
        return False
    policies = named_in(found)
    if any(0 < mark.start - policy.end <= _BESIDE for policy in policies):
        return True
    is_adjective = any(tag.endswith(_ADJECTIVE) for tag in mark.tags)
    if is_adjective and any(mark.end == policy.start for policy in policies):
        return True
    votes = [m for m in found.marks if any(_is_vote(tag) for tag in m.tags)]
    before = [m for m in votes if m.end <= mark.start]
    return bool(before) and all(m.end + _BESIDE < mark.start or mark.end + _BESIDE < m.start for m in votes)


def _is_vote(tag: str) -> bool:
    return tag.startswith(_VOTING) and not tag.endswith(_NO_VERB)


def _as_matter(mark: Mark) -> Mark:
    scoped = (tag.split(".") for tag in mark.tags)
    codes = {parts[1] for parts in scoped if parts[0] in {_COUNTRY, _STATE}}
    return Mark(frozenset(f"{_MATTER}.{code}" for code in codes), mark.start, mark.end)


@cache
def _lexicon() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(_LEXICON.read_text("utf-8"))


@cache
def _book(language: str) -> Phrasebook:
    """The policies in a language, and in English, which everybody borrows from."""
    book = Phrasebook()
    for name, terms in _lexicon().items():
        for spoken in sorted({language, _FALLBACK}):
            for term in terms.get(spoken, ()):
                book.add(term, name)
    return book
