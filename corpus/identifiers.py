"""The names documents, procedures and provisions go by: parsed from text, written back.

Source: the Council's numbering (series, number, revision, year, suffixes such as REV 1,
COR 1, ADD 1) and the interinstitutional file numbers of the Union's procedures.
"""

import re
from dataclasses import dataclass
from typing import Self

from corpus.errors import InvalidIdentifier

_SPACES = r"[\s\u00a0\u2009\u202f]"
_DOCUMENT = re.compile(
    rf"(?:(?P<series>CM|ST|PE-CONS|SN|DS|WK|PE|LIMITE){_SPACES}*)?"
    rf"(?P<number>\d{{1,6}})(?:/(?P<revision>\d{{1,2}}))?/(?P<year>\d{{2,4}})"
    rf"(?P<suffixes>(?:{_SPACES}*(?:REV|COR|ADD|INIT|DCL|EXT){_SPACES}*\d*)*)"
)
_SUFFIX = re.compile(rf"(REV|COR|ADD|INIT|DCL|EXT){_SPACES}*(\d*)")
_PROCEDURE = re.compile(r"(?P<year>\d{4})/(?P<number>\d{4})[A-Z]?\s*\(\s*(?P<kind>[A-Z]{3})\s*\)")


def slug_of(name: str) -> str:
    """The form of a name that stands in addresses: lower case, words joined by hyphens.

    >>> slug_of("CM 5563/1/25 REV 1")
    'cm-5563-1-25-rev-1'
    """
    return re.sub(r"[^0-9a-z]+", "-", name.lower()).strip("-")


@dataclass(frozen=True, slots=True, order=True)
class DocumentNumber:
    """The number a Council document bears.

    >>> str(DocumentNumber.parse("16574/1/25 REV1"))
    '16574/1/25 REV 1'
    """

    series: str | None
    number: int
    revision: int | None
    year: int
    suffixes: tuple[tuple[str, int | None], ...] = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a document number; spaces within it may be missing or be line breaks.

        Raises: InvalidIdentifier when the text is anything else.
        """
        found = _DOCUMENT.fullmatch(text.strip())
        if found is None:
            raise InvalidIdentifier(f"{text!r} is no document number such as 'CM 5563/1/25 REV 1'")
        suffixes = tuple((kind, int(n) if n else None) for kind, n in _SUFFIX.findall(found["suffixes"]))
        revision = int(found["revision"]) if found["revision"] else None
        return cls(found["series"], int(found["number"]), revision, int(found["year"]) % 100, suffixes)

    @property
    def slug(self) -> str:
        """The number as it stands in addresses."""
        return slug_of(str(self))

    @property
    def family(self) -> tuple[int, int]:
        """What all revisions, corrigenda and addenda of one document share: number and year."""
        return (self.number, self.year)

    def __str__(self) -> str:
        middle = f"{self.number}/{self.revision}" if self.revision is not None else str(self.number)
        parts = [self.series, f"{middle}/{self.year:02}"]
        parts += [kind if n is None else f"{kind} {n}" for kind, n in self.suffixes]
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, order=True)
class ProcedureReference:
    """The interinstitutional file a procedure is kept under.

    >>> str(ProcedureReference.parse("2025/0357 (NLE)"))
    '2025/0357(NLE)'
    """

    year: int
    number: int
    kind: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an interinstitutional file number.

        Raises: InvalidIdentifier when the text is anything else.
        """
        found = _PROCEDURE.fullmatch(text.strip())
        if found is None:
            raise InvalidIdentifier(f"{text!r} is no procedure reference such as '2025/0357(NLE)'")
        return cls(int(found["year"]), int(found["number"]), found["kind"])

    @property
    def slug(self) -> str:
        """The reference as it stands in addresses."""
        return slug_of(str(self))

    def __str__(self) -> str:
        return f"{self.year}/{self.number:04}({self.kind})"


@dataclass(frozen=True, slots=True, order=True)
class Provision:
    """A place in an act: never a bare article, always with the act it belongs to.

    ``act`` is the act as the Union numbers it ("Regulation (EU) 2024/1351"), in English
    whatever the record's language; ``article`` may be None for the act as a whole.
    """

    act: str
    article: str | None = None
    paragraph: str | None = None
    subparagraph: str | None = None

    def __str__(self) -> str:
        if self.article is None:
            return self.act
        paragraph = f"({self.paragraph})" if self.paragraph else ""
        return f"{self.act}, Article {self.article}{paragraph}"
