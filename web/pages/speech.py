"""The languages the pages speak: which one a visitor wants, and its catalogue.

Knows nothing of the language of questions and answers, which the assistant decides.
"""

import re
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

# in the order of the Union's style guide: by the languages' own names
LANGUAGE_NAMES = {
    "bg": "Български",
    "es": "Español",
    "cs": "Čeština",
    "da": "Dansk",
    "de": "Deutsch",
    "et": "Eesti",
    "el": "Ελληνικά",
    "en": "English",
    "fr": "Français",
    "ga": "Gaeilge",
    "hr": "Hrvatski",
    "it": "Italiano",
    "lv": "Latviešu",
    "lt": "Lietuvių",
    "hu": "Magyar",
    "mt": "Malti",
    "nl": "Nederlands",
    "pl": "Polski",
    "pt": "Português",
    "ro": "Română",
    "sk": "Slovenčina",
    "sl": "Slovenščina",
    "fi": "Suomi",
    "sv": "Svenska",
}
DEFAULT = "en"
FOLDER = Path(__file__).parent.parent / "locale"
_ACCEPTED = re.compile(r"\s*([A-Za-z]{2})(?:-[\w-]+)?\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*)?")


def chosen_language(asked: str, accepted: str) -> str:
    """The language of the address, else the browser's first that there is, else English.

    >>> chosen_language("", "is;q=0.9, nl-BE;q=0.8, en;q=0.1")
    'nl'
    """
    if asked in LANGUAGE_NAMES:
        return asked
    found = [match for part in accepted[:500].split(",") if (match := _ACCEPTED.fullmatch(part))]
    ranked = sorted(found, key=lambda match: -float(match[2] or 1))
    return next((m[1].lower() for m in ranked if m[1].lower() in LANGUAGE_NAMES), DEFAULT)


@cache
def translations(language: str) -> GNUTranslations:
    """The catalogue of a language, compiled from its ``.po`` file; English is the catalogue's key."""
    compiled = BytesIO()
    file = FOLDER / language / "LC_MESSAGES" / "messages.po"
    with file.open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)
