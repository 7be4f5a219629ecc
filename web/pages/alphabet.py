"""The order of names in each language: accents and articles passed over, letters of their own in their place.

Source: the collation charts of Unicode's CLDR, for the letters that names of States are written with.
"""

import re
import unicodedata
from collections.abc import Mapping

_LAST = "\uffff"  # after every letter that follows the one it is put behind
_CARON = {letter: plain + _LAST for letter, plain in zip("čšž", "csz", strict=True)}
_WEST_SLAVIC = {**_CARON, "ch": "h" + _LAST, "ř": "r" + _LAST}
_NORDIC = {letter: "z" + _LAST + place for place, letter in zip("123", "åäö", strict=True)}
_PLACES: Mapping[str, Mapping[str, str]] = {
    "cs": _WEST_SLAVIC,
    "sk": _WEST_SLAVIC,
    "hr": {**_CARON, "ć": "c" + 2 * _LAST, "đ": "d" + _LAST, "lj": "l" + _LAST, "nj": "n" + _LAST},
    "sl": _CARON,
    "lt": _CARON,
    "lv": {**_CARON, **{letter: plain + _LAST for letter, plain in zip("ģķļņ", "gkln", strict=True)}},
    "pl": {letter: plain + _LAST for letter, plain in zip("ąćęłńóśźż", "acelnoszz", strict=True)},
    "ro": {letter: plain + _LAST for letter, plain in zip("ăâîșț", "aaist", strict=True)},
    "hu": {"cs": "c" + _LAST, "gy": "g" + _LAST, "ny": "n" + _LAST, "sz": "s" + _LAST, "zs": "z" + _LAST},
    "et": {"š": "s" + _LAST, "z": "s" + 2 * _LAST, "ž": "s" + 3 * _LAST},
    "fi": _NORDIC,
    "sv": _NORDIC,
    "da": {letter: "z" + _LAST + place for place, letter in zip("123", "æøå", strict=True)},
}
_ARTICLE = {"ga": re.compile(r"an t?(?=[A-ZÁÉÍÓÚ])"), "mt": re.compile(r"i?\w-")}


def alphabetical(name: str, language: str) -> str:
    """What to sort a name by in a language.

    >>> sorted(["Österrike", "Tyskland", "Sverige"], key=lambda name: alphabetical(name, "sv"))
    ['Sverige', 'Tyskland', 'Österrike']
    >>> sorted(["Österreich", "Polen"], key=lambda name: alphabetical(name, "de"))
    ['Österreich', 'Polen']
    """
    article = _ARTICLE[language].match(name) if language in _ARTICLE else None
    placed = unicodedata.normalize("NFC", name[article.end() if article else 0 :].casefold())
    for letter, place in _PLACES.get(language, {}).items():
        placed = placed.replace(letter, place)
    return "".join(c for c in unicodedata.normalize("NFKD", placed) if not unicodedata.combining(c))
