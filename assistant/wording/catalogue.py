"""The wording catalogue: every sentence an answer can hold, one TOML file a language.

Knows keys, plural forms and which language has a file. Refuses to know what a sentence means:
answerers name messages by key (``data/wording/README.md`` says how a file is written).
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from babel import Locale

FOLDER = Path(__file__).parent.parent / "data" / "wording"
FALLBACK = "en"
OTHER = "other"
_LOCALES = {"en": "en_GB", "pt": "pt_PT"}


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The sentences of one language.

    ``patterns`` maps "section.key" to a pattern, or to its plural forms by CLDR category.
    ``opening`` and ``closing`` are the language's quotation marks; ``plural_names`` the states
    whose names take a verb in the plural ("les Pays-Bas"); ``between`` parts what is listed in
    brackets (";" ends a question in Greek).
    """

    language: str
    patterns: Mapping[str, str | Mapping[str, str]]
    opening: str
    closing: str
    plural_names: frozenset[str]
    between: str

    @property
    def locale(self) -> str:
        """The locale whose conventions numbers, dates and lists follow: the European one."""
        return _LOCALES.get(self.language, self.language)

    def pattern(self, key: str, count: int | Decimal | None = None) -> str:
        """The pattern of a message, in the plural form the count asks for.

        Raises: KeyError when the language has no such message.
        """
        found = self.patterns[key]
        if isinstance(found, str):
            return found
        category = plural_category(self.language, 1 if count is None else count)
        return found.get(category, found[OTHER])

    def has(self, key: str) -> bool:
        """Whether the language has a message under that key."""
        return key in self.patterns


@cache
def languages() -> tuple[str, ...]:
    """The languages an answer can be worded in, in alphabetical order."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.toml")))


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of a language; English where it has none."""
    spoken = language if language in languages() else FALLBACK
    data = tomllib.loads((FOLDER / f"{spoken}.toml").read_text("utf-8"))
    quotes, grammar = data.pop("quotation"), data.pop("grammar")
    patterns = {f"{section}.{key}": value for section, table in data.items() for key, value in table.items()}
    plural_names = frozenset(grammar["plural_names"])
    return Catalogue(spoken, patterns, quotes["opening"], quotes["closing"], plural_names, grammar["between"])


@cache
def plural_category(language: str, count: int | Decimal) -> str:
    """The CLDR plural category of a count: "one", "few", "many", "other" …

    >>> plural_category("pl", 5), plural_category("pl", Decimal("17.66"))
    ('many', 'other')
    """
    return str(Locale.parse(language).plural_form(count))
