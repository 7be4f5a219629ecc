"""What states are called: members in every language of the Union, and the other countries.

Knows names, adjectives, inhabitants and capitals from the data of ``corpus``, other countries' names
as CLDR has them.
Refuses to know which of them a question means: that is ``entity.py``.
"""

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.member_state import MEMBERS
from corpus.state_names import MentionKind, languages_with_names, state_names

_OTHERS = Path(__file__).parent.parent / "data" / "countries.toml"
COUNTRY_NAMES = Path(__file__).parent.parent / "data" / "country_names.csv"
"""What babel calls the countries of ``countries.toml``, a column a language: babel itself would keep all
of 24 locales in memory (22 MiB) for the sake of these names. A test holds the two together."""

_NO_STATE = "ignore.name"


@dataclass(frozen=True, slots=True)
class StateForm:
    """One way to name a state, words with ``*`` for any ending; ``iso2`` is None for a mere look-alike."""

    iso2: str | None
    kind: MentionKind
    text: str

    @property
    def tag(self) -> str:
        """The tag its mentions get: "state.ES.name", "country.GB.name"."""
        if self.iso2 is None:
            return _NO_STATE
        return f"{'state' if self.iso2 in MEMBERS else 'country'}.{self.iso2}.{self.kind}"


def languages() -> tuple[str, ...]:
    """The languages whose names for states are known."""
    return languages_with_names()


@cache
def of_language(language: str) -> tuple[StateForm, ...]:
    """How a language names the members and their neighbours; nothing for a language without a file."""
    names = state_names(language)
    namings = [naming for found in (*names.whole.values(), *names.stems.values()) for naming in found]
    return tuple(StateForm(naming.state, naming.kind, " ".join(naming.words)) for naming in namings)


@cache
def countries(language: str) -> tuple[StateForm, ...]:
    """The names of the world's other countries: refused by name, and never taken for a typing error."""
    data = tomllib.loads(_OTHERS.read_text("utf-8"))
    found = [
        StateForm(iso2, MentionKind.NAME, text) for iso2, texts in data["extra"].items() for text in texts
    ]
    unsafe = set(data["homographs"])
    for iso2, name in _country_names().get(language, {}).items():
        if name and name.casefold() not in unsafe and iso2 not in MEMBERS:
            found.append(StateForm(iso2, MentionKind.NAME, name.replace("(", "").replace(")", "")))
    return tuple(found)


@cache
def _country_names() -> Mapping[str, Mapping[str, str]]:
    """The names of countries by language and ISO code."""
    with COUNTRY_NAMES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {language: {row["code"]: row[language] for row in rows} for language in languages()}
