"""Where acts and documents stand outside these pages.

Source: the ELI scheme of the Publications Office; the addresses of the Council's public register.
"""

import re

_ACT = re.compile(
    r"(?P<implementing>Implementing |Delegated )?(?P<kind>Regulation|Directive|Decision)"
    r" \((?P<by>EU|EC|EEC|EU, Euratom)\) (?:No )?(?P<first>\d{1,4})/(?P<second>\d{1,4})"
)
_KINDS = {"Regulation": "reg", "Directive": "dir", "Decision": "dec"}
_FORMS = {"Implementing ": "_impl", "Delegated ": "_del", None: ""}
_DOCUMENT = re.compile(
    r"(?:(?P<series>[A-Z-]+) )?(?P<number>\d+)(?:/\d+)?/(?P<year>\d\d)(?P<suffixes>(?: [A-Z]+ \d+)*)"
)
_FIRST_YEAR = 1950


def eli_of(act: str) -> str | None:
    """The lasting address of an act of the Union named in English; None where it is no such name.

    >>> eli_of("Regulation (EU) 2024/1351, Article 12")
    'http://data.europa.eu/eli/reg/2024/1351/oj'
    >>> eli_of("Regulation (EU) No 604/2013")
    'http://data.europa.eu/eli/reg/2013/604/oj'
    """
    found = _ACT.match(act)
    if found is None:
        return None
    first, second = int(found["first"]), int(found["second"])
    year, number = (first, second) if first >= _FIRST_YEAR else (second, first)
    kind = _KINDS[found["kind"]] + _FORMS[found["implementing"]]
    return f"http://data.europa.eu/eli/{kind}/{year}/{number}/oj"


def register_address_of(document: str) -> str | None:
    """The address of a Council document in the public register; None where it is no such number.

    >>> register_address_of("16574/1/25 REV 1")
    'https://data.consilium.europa.eu/doc/document/ST-16574-2025-REV-1/en/pdf'
    """
    found = _DOCUMENT.fullmatch(document)
    if found is None:
        return None
    suffixes = found["suffixes"].strip().replace(" ", "-")
    parts = [
        found["series"] or "ST",
        found["number"],
        f"20{found['year']}",
        *([suffixes] if suffixes else []),
    ]
    return f"https://data.consilium.europa.eu/doc/document/{'-'.join(parts)}/en/pdf"
