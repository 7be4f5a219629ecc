"""Notices written by hand, in the wording of ministries, press and old Council texts, with what they say.

A file holds headers, what all its notices have in common (``common``), and the notices: a body, the
header above it, and what differs from the common facts. Names of facts are those of ``parse --json``.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.contract import contract_of
from corpus.errors import Refusal
from corpus.parse import parse_record
from corpus.readers.reader import read_source

FOLDER = Path(__file__).parent / "hand"
OF_NOTICE = ("doc_id", "language", "date_of_document", "opened_by", "opened_on", "closed_at", "end")
OF_NOTICE_ALSO = ("extended_to", "silence", "statements_by")
OF_ACT = ("act", "act_doc", "procedure_file", "adopted", "majority_rule", "remainder")
LISTS = ("against", "abstained", "in_favour_stated", "not_participating")
_EMPTY: Mapping[str, Any] = {"end": "concluded", "silence": False, "statements_by": []}


@dataclass(frozen=True, slots=True)
class Handwritten:
    """A notice by hand: its text, the facts it states, the codes of warnings it must raise.

    ``unread`` are facts it states in words that are not understood: they must be empty, or for lists a part,
    and not wrong.
    """

    name: str
    text: str
    facts: Mapping[str, Any]
    warnings: frozenset[str]
    unread: frozenset[str] = frozenset()


def handwritten(pattern: str = "*") -> Iterator[Handwritten]:
    """The notices of the files whose name fits."""
    for file in sorted(FOLDER.glob(f"{pattern}.toml")):
        first, table = _first_part(file), tomllib.loads(file.read_text("utf-8"))
        table = {**first, **table, "header": {**first["header"], **table.get("header", {})}}
        for number, notice in enumerate(table["notice"], 1):
            header = table["header"][notice.get("header", "a")]
            said = {**_EMPTY, **table["common"], **header.get("facts", {}), **notice}
            text = header["text"] + notice["body"]
            acts = [{**said, **act} for act in notice.get("acts", [{}])]
            facts = {key: said.get(key) for key in (*OF_NOTICE, *OF_NOTICE_ALSO)}
            facts["acts"] = [
                {key: act.get(key) or None for key in OF_ACT if key != "adopted"}
                | {"adopted": None if act["adopted"] == "" else act["adopted"]}
                | {key: act.get(key, []) for key in LISTS}
                for act in acts
            ]
            facts = {key: None if value == "" else value for key, value in facts.items()}
            name = f"{file.stem} {number} {notice.get('about', '')}".strip()
            warned, unread = (frozenset(notice.get(key, [])) for key in ("warnings", "unread"))
            yield Handwritten(name, text, facts, warned, unread)


def _first_part(file: Path) -> dict[str, Any]:
    """What a language's first file holds, whose headers its others use too."""
    return tomllib.loads((FOLDER / f"{file.stem[:2]}-1.toml").read_text("utf-8"))


def flat(said: Mapping[str, Any]) -> dict[str, Any]:
    """The facts one by one, those of acts by their place."""
    facts = {key: said.get(key) for key in (*OF_NOTICE, *OF_NOTICE_ALSO)}
    for place, act in enumerate(said["acts"]):
        facts |= {f"{key} {place}": act.get(key) for key in (*OF_ACT, *LISTS)}
    return facts


def read_bytes(data: bytes, filename: str) -> tuple[dict[str, Any], frozenset[str]] | None:
    """What is read in a file, with the codes of its warnings; None where it is refused."""
    try:
        found: dict[str, Any] = contract_of(parse_record(read_source(data, filename)))
    except Refusal:
        return None
    return found, frozenset(warning["code"] for warning in found["warnings"])
