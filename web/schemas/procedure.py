"""A procedure and the documents that tell of it."""

from typing import Annotated, Literal

from pydantic import Field

from web.schemas.answer import Document
from web.schemas.record import ActFacts, Stretch


class ProcedureSummary(Document):
    """A procedure in a list."""

    id: Annotated[str, Field(examples=["2025-0357-nle"])]
    procedure_file: Annotated[str | None, Field(examples=["2025/0357(NLE)"])]
    act: str | None
    act_doc: str | None
    record: str
    document: str
    date_of_document: str | None
    opened_on: str | None
    closed_at: str | None
    adopted: bool | None
    url: str


class Telling(Document):
    """A record that tells of the procedure: the one that counts, an earlier one, another language."""

    record: str
    document: str
    language: str
    kind: Literal["current", "earlier", "version"]
    url: str


class MissingDocument(Stretch):
    """A document the records mention and do not hold."""

    document: str
    mentioned_in: str


class StatementPlace(Stretch):
    """Where a statement stands."""

    part: str
    speakers: list[str]
    record: str
    url: str


class ProcedureDetail(ProcedureSummary):
    """A procedure whole."""

    stated: ActFacts
    records: list[Telling]
    missing_documents: list[MissingDocument]
    statements: list[StatementPlace]
