"""The names that stand in addresses."""

from typing import Annotated

from fastapi import Path

RecordId = Annotated[
    str, Path(alias="id", description="A record's id, or a reference note's", examples=["cm-5563-1-25-rev-1"])
]
ProcedureId = Annotated[str, Path(alias="id", description="A procedure's id", examples=["2025-0357-nle"])]
AnswerId = Annotated[str, Path(alias="id", description="The last part of an answer's permalink")]
StateCode = Annotated[
    str, Path(pattern="^[A-Za-z]{2}$", description="ISO 3166 alpha-2; Greece is GR", examples=["ES"])
]
