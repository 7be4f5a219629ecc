"""What the columns of the CSV files are: CSVW metadata, for programs that read tables by their description.

Source: Metadata Vocabulary for Tabular Data (W3C Recommendation, 17 December 2015).
"""

from collections.abc import Mapping
from enum import StrEnum

from web.answer_rows import SENTENCE_COLUMNS
from web.pool_document import POOL_COLUMNS
from web.procedure_document import VOTE_COLUMNS
from web.vote_document import POSITION_COLUMNS

CONTEXT = "http://www.w3.org/ns/csvw"
MEDIA_TYPE = "application/csvm+json"


class Table(StrEnum):
    """The tables that are given as CSV."""

    VOTES = "votes"
    POSITIONS = "positions"
    FIGURES = "figures"
    SENTENCES = "sentences"


COLUMNS_BY_TABLE: Mapping[Table, tuple[str, ...]] = {
    Table.VOTES: VOTE_COLUMNS,
    Table.POSITIONS: POSITION_COLUMNS,
    Table.FIGURES: POOL_COLUMNS,
    Table.SENTENCES: SENTENCE_COLUMNS,
}
_TITLE_BY_TABLE: Mapping[Table, str] = {
    Table.VOTES: "One row a member and procedure, under the recommended reading",
    Table.POSITIONS: "One row a member and reading of one vote",
    Table.FIGURES: "One row a figure of one procedure, claimed or computed",
    Table.SENTENCES: "One row a citation of each sentence of an answer",
}
_COLUMN: Mapping[str, tuple[str, str]] = {
    "procedure": ("string", "Id of the procedure"),
    "document": ("string", "Number of the notice"),
    "date": ("date", "Day on which the procedure ended"),
    "state": ("string", "ISO 3166 alpha-2 code of the member; Greece is GR"),
    "position": (
        "string",
        "for, against, abstention, not_participating; empty where nothing says",
    ),
    "evidence": ("string", "What it rests on: stated, claimed, derived, computed or reference"),
    "reading": ("string", "Which reading of who may vote"),
    "hypothetical": ("boolean", "Whether the vote is a what-if"),
    "published_percent": ("decimal", "The member's share of the population as the Council publishes it"),
    "population_note": ("string", "Why no share of the population is given, such as a year without a table"),
    "kind": ("string", "claimed or computed"),
    "id": ("string", "Number of a claimed figure, name of a computed one"),
    "value": ("decimal", "The number"),
    "unit": ("string", "What the number counts"),
    "claimant": ("string", "Who claims the figure, or the figures it is computed from"),
    "reports": ("string", "Whose figure the claimant says it is"),
    "bound": ("string", "at_least, about or at_most where the figure is said to be that"),
    "role": ("string", "actual or expected, where a sentence sets figures against each other"),
    "formula": ("string", "How a computed figure comes about, numbers only"),
    "sentence": ("string", "A sentence of the answer"),
    "speaker": ("string", "Who says so: a member's code, Council or Commission"),
    "key": ("string", "The citation's stable key"),
    "record": ("string", "Id of the record of the first citation"),
    "start": ("nonNegativeInteger", "First character of the quotation in the record's text, from 0"),
    "end": ("nonNegativeInteger", "The character after the quotation's last"),
    "quote": ("string", "The quotation"),
    "quote_sha256": ("string", "SHA-256 of the quotation in UTF-8"),
}


def metadata_document(table: Table, address: str) -> dict[str, object]:
    """The description of a table that is found at an address."""
    return {
        "@context": [CONTEXT, {"@language": "en"}],
        "url": address,
        "dc:title": _TITLE_BY_TABLE[table],
        "dialect": {"delimiter": ",", "header": True, "encoding": "utf-8", "lineTerminators": ["\r\n"]},
        "tableSchema": {"columns": [_column(name) for name in COLUMNS_BY_TABLE[table]]},
    }


def _column(name: str) -> dict[str, object]:
    datatype, meaning = _COLUMN[name]
    return {"name": name, "titles": name, "datatype": datatype, "dc:description": meaning, "null": ""}
