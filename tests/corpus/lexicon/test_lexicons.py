"""Notices written by hand in each language: what is read must be what was written."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest

from corpus.model import Position, Provenance, Record, Vote
from corpus.parse import parse_record
from corpus.readers.source import ReadSource
from corpus.text import SourceText

FOLDER = Path(__file__).parent / "notices"
LANGUAGES = sorted(file.stem for file in FOLDER.glob("*.toml"))
FORMS = ("both", "against", "abstentions", "nobody", "not_adopted", "not_participating")
CLOSED_ON = date(2025, 12, 22)

HEADER = """\
{place}

CM 4711/25

{file}:
2025/0123(NLE)

MIGR

{notice}

{subject}

{opening} {body}
"""


@dataclass(frozen=True)
class Case:
    """One notice as written, with what it says."""

    language: str
    form: str
    text: str
    gold: dict[str, object]


def _cases() -> list[Case]:
    cases = []
    for language in LANGUAGES:
        table = tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))
        for notice in table["notice"]:
            body, form = notice.pop("body"), notice.pop("form")
            cases.append(Case(language, form, HEADER.format(body=body, **table["header"]), notice))
    return cases


def _read(case: Case) -> Record:
    source = SourceText(case.text)
    return parse_record(ReadSource(source, Provenance("notice.txt", "text/plain", source.sha256)))


def _at(vote: Vote, position: Position) -> list[str]:
    return sorted(stated.state for stated in vote.positions if stated.position is position)


@pytest.mark.parametrize("case", _cases(), ids=lambda case: f"{case.language}-{case.form}")
def test_a_notice_is_read_as_it_was_written(case: Case) -> None:
    record = _read(case)
    vote = record.notice.acts[0].vote
    read = {
        "against": _at(vote, Position.AGAINST),
        "abstained": _at(vote, Position.ABSTENTION),
        "not_participating": _at(vote, Position.NOT_PARTICIPATING),
        "remainder": str(vote.remainder.value) if vote.remainder else "",
        "adopted": vote.adopted.value if vote.adopted else None,
        "majority": str(vote.majority_rule.value) if vote.majority_rule else "",
        "statements": ["+".join(statement.speakers) for statement in record.statements],
    }
    gold = {"against": [], "abstained": [], "not_participating": [], "statements": []} | case.gold
    assert read == gold, [warning.message for warning in record.warnings]
    assert record.notice.language == case.language


@pytest.mark.parametrize("case", _cases(), ids=lambda case: f"{case.language}-{case.form}")
def test_the_course_of_the_procedure_is_read(case: Case) -> None:
    notice = _read(case).notice
    closed_at = notice.closed_at
    assert closed_at is not None
    assert isinstance(closed_at.value, datetime)
    assert (closed_at.value.date(), closed_at.value.hour) == (CLOSED_ON, 12)
    assert str(notice.opened_by.value if notice.opened_by else None) == "CM 4700/25"
    assert (notice.opened_on.value if notice.opened_on else None) == date(2025, 12, 19)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_notice_of_every_form(language: str) -> None:
    assert {case.form for case in _cases() if case.language == language} >= set(FORMS)
