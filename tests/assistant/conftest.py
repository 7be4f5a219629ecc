"""Records built by hand, so that what follows from a record is tested apart from how it is read."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from corpus.identifiers import DocumentNumber, ProcedureReference, Provision
from corpus.model import (
    Act,
    Contact,
    Figure,
    MajorityRule,
    Notice,
    Paragraph,
    Position,
    ProcedureEnd,
    Provenance,
    Record,
    Reference,
    Stated,
    StatedPosition,
    Statement,
    Vote,
)
from corpus.text import SourceText, Span

MakeRecord = Callable[..., Record]
TEXT = (
    "{number} {opened} {file} {codes} {acts} {votes} all others {remainder}. "
    "Qualified majority. Reached. Adopted. {claims}"
)


def _record(
    number: str = "CM 1/25",
    *,
    positions: Mapping[str, Position] = {},
    remainder: Position | None = Position.FOR,
    rule: MajorityRule | None = MajorityRule.QUALIFIED,
    reached: bool | None = True,
    reinforced: bool = False,
    file: str | None = "2025/0001(NLE)",
    codes: tuple[str, ...] = (),
    acts: tuple[str, ...] = (),
    opened_by: str | None = None,
    closed: date | None = date(2025, 6, 2),
    issued: date | None = date(2025, 6, 3),
    end: ProcedureEnd | None = ProcedureEnd.CONCLUDED,
    language: str = "en",
    vote_count: int = 1,
    claims: str = "",
    figures: tuple[tuple[str, str, str], ...] = (),
) -> Record:
    votes = " ".join(f"{state} {position}" for state, position in positions.items())
    text = TEXT.format(
        number=number,
        opened=opened_by,
        file=file,
        codes=" ".join(codes),
        acts=" ".join(acts),
        votes=votes,
        remainder=remainder,
        claims=claims,
    )

    def at(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    stated = tuple(
        StatedPosition(state, position, at(f"{state} {position}"), at(votes))
        for state, position in positions.items()
    )
    vote = Vote(
        positions=stated,
        remainder=Stated(remainder, at(f"all others {remainder}")) if remainder else None,
        majority_rule=Stated(rule, at("Qualified majority")) if rule else None,
        reinforced=reinforced,
        majority_reached=Stated(reached, at("Reached")) if reached is not None else None,
        adopted=Stated(reached, at("Adopted")) if reached is not None else None,
    )
    notice = Notice(
        document=Stated(DocumentNumber.parse(number), at(number)),
        language=language,
        date_of_document=Stated(issued, at(number)) if issued else None,
        procedure_file=Stated(ProcedureReference.parse(file), at(file)) if file else None,
        subject=None,
        subject_codes=tuple(Stated(code, at(code)) for code in codes),
        contact=Contact(None, None),
        opened_by=Stated(DocumentNumber.parse(opened_by), at(opened_by)) if opened_by else None,
        opened_on=None,
        closed_at=Stated(closed, at("Adopted")) if closed else None,
        end=Stated(end, at("Adopted")) if end else None,
        extended_to=None,
        silence=False,
        acts=tuple(Act(None, None, None, vote) for _ in range(vote_count)),
        statement_authors=(),
        paragraphs=(Paragraph("1", Span(0, len(text)), (Span(0, len(text)),)),),
    )
    slug = DocumentNumber.parse(number).slug
    return Record(
        id=slug if language == "en" else f"{slug}-{language}",
        source=SourceText(text),
        provenance=Provenance("made.txt", "text/plain", "0" * 64),
        notice=notice,
        statements=(_statement(at(claims), figures, text),) if claims else (),
        references=tuple(Reference(Provision(act), "notice", at(act)) for act in acts),
        warnings=(),
    )


def _statement(whole: Span, figures: tuple[tuple[str, str, str], ...], text: str) -> Statement:
    """A statement by Spain; each figure as the words it stands in, its value and its unit."""
    found = []
    for words, value, unit in figures:
        start = text.index(words, whole.start)
        span = Span(start, start + len(words))
        found.append(Figure(Decimal(value), unit, "ES", None, None, span, whole))
    return Statement(
        speakers=("ES",),
        heading=Span(whole.start, whole.start),
        span=whole,
        paragraphs=(Paragraph("1", whole, (whole,)),),
        declared=(),
        figures=tuple(found),
    )


@pytest.fixture(scope="session")
def make_record() -> MakeRecord:
    """A record of a made-up notice, its spans quoting what they say."""
    return _record


@pytest.fixture(scope="session")
def first_record() -> Record:
    """The vote of the first record, with its subject codes, its date and the act it rests on."""
    positions = dict.fromkeys(("HU", "SK"), Position.AGAINST) | dict.fromkeys(
        ("CY", "LV", "PT", "ES"), Position.ABSTENTION
    )
    record = _record(
        "CM 5563/1/25 REV 1",
        positions=positions,
        file="2025/0357(NLE)",
        codes=("ASILE", "JAI", "MIGR", "FRONT", "RELEX", "PROCED"),
        acts=("Regulation (EU) 2024/1351",),
        opened_by="CM 5555/25",
        closed=date(2025, 12, 22),
        issued=date(2026, 1, 5),
    )
    return replace(record, references=tuple(replace(r, part="statement:ES") for r in record.references))
