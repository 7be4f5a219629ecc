"""A procedure: its vote board, its figures, its dates, its documents, its statements."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from assistant.answers import law
from assistant.citing.citation import Citation, cite
from assistant.counting import whatif
from assistant.counting.readings import Reading, VoteReadings
from assistant.counting.roster import population_shares
from assistant.counting.tally import MemberVote
from assistant.wording.catalogue import catalogue
from assistant.wording.sentences import word_messages
from corpus.model import Position
from web.charts import contrast_bar, share_bar, tile_map
from web.pages import comparison
from web.pages.rendering import rendered
from web.pages.speech import DEFAULT, LANGUAGE_NAMES
from web.pages.visit import FreshVisiting
from web.pool_document import pool_document
from web.procedure_document import procedure_document
from web.serving import FreshAssistant
from web.switch import read_switches

router = APIRouter(prefix="/procedures", include_in_schema=False)
SwitchText = Annotated[str, Query(max_length=400)]
_FIELD = "to."  # the form's fields: to.HU=for
ReadingId = Annotated[str, Query(max_length=80)]


@dataclass(frozen=True, slots=True)
class Row:
    """One member on the vote board."""

    vote: MemberVote
    real: Position | None
    citation: Citation | None
    percent: str | None
    statement: str | None


@router.get("/{id_}")
async def procedure(
    id_: str, request: Request, visit: FreshVisiting, switch: SwitchText = "", reading: ReadingId = ""
) -> Response:
    """The page of a procedure; with switches, a what-if beside the real vote."""
    found = visit.library.procedure(id_)
    if fields := switch_fields(request):
        return RedirectResponse(visit.address(f"/procedures/{found.id}", switch=fields), HTTPStatus.SEE_OTHER)
    readings = visit.library.readings(id_, read_switches(switch))
    shown = readings.reading(reading) or readings.recommended
    figures = visit.library.pool(id_)
    return visit.page(
        "procedure.html",
        procedure=found,
        document=procedure_document(found, visit.library.records),
        readings=readings,
        shown=shown,
        rows=rows_of(readings, shown),
        tiles=tile_map.tiles(shown.tally.votes),
        turning=whatif.turning((readings.real or readings).reading(shown.id) or readings.recommended),
        positions=tuple(Position),
        switch_text=",".join(f"{s.state}:{s.position}" for s in readings.switches),
        pool=pool_document(figures, visit.language) if figures.claimed or figures.known else None,
        words_in=catalogue(visit.language).language,
        contrasts=contrast_bar.contrasted(figures),
        topics=comparison.topics_of(found.record),
        bars={r.id: share_bar.segments(r.tally) for r in readings.readings},
        gauges={r.id: share_bar.gauges(r.majority) for r in readings.readings},
        grounds={r.id: grounds_told(r, visit.language) for r in readings.readings},
        limits=word_messages(catalogue(visit.language), law.limits(readings)),
    )


@router.get("/{id_}/vote.svg")
async def vote_drawing(
    id_: str, assistant: FreshAssistant, lang: Annotated[str, Query(max_length=2)] = "en"
) -> Response:
    """The vote as a drawing to be embedded or printed: the same bytes for the same vote."""
    readings = assistant.library.readings(id_)
    shown = readings.recommended
    return rendered(
        "vote.svg",
        {
            "procedure": readings.procedure,
            "shown": shown,
            "tiles": tile_map.tiles(shown.tally.votes),
            "segments": share_bar.segments(shown.tally),
            "day_of_vote": readings.day,
        },
        language=lang if lang in LANGUAGE_NAMES else DEFAULT,
        media_type="image/svg+xml",
    )


def grounds_told(reading: Reading, language: str) -> tuple[str, ...]:
    """How sure it is that the members kept out take no part, in a sentence each."""
    messages = tuple((found.message, found.slots) for found in law.grounds((reading,)))
    return word_messages(catalogue(language), messages)


def switch_fields(request: Request) -> str:
    """The switches that the form sent field by field, as one text; empty where it sent none."""
    fields = request.query_params.items()
    return ",".join(f"{k.removeprefix(_FIELD)}:{v}" for k, v in fields if k.startswith(_FIELD) and v)


def rows_of(readings: VoteReadings, shown: Reading) -> tuple[Row, ...]:
    """The members of a reading, each with its words, its weight and its statement."""
    real = (readings.real or readings).reading(shown.id) or readings.recommended
    shares = population_shares(shown.majority.year or 0) or {}
    statements = {who: s for s in reversed(readings.procedure.record.statements) for who in s.speakers}
    record = readings.procedure.record.id
    rows: list[Row] = []
    for vote in shown.tally.votes:
        before, share, statement = (
            real.tally.vote_of(vote.state),
            shares.get(vote.state),
            statements.get(vote.state),
        )
        rows.append(
            Row(
                vote=vote,
                real=before.position if before else None,
                citation=cite(vote.places[0], 1) if vote.places else None,
                percent=str(share.percent) if share else None,
                statement=f"/records/{record}#c{statement.span.start}-{statement.span.end}"
                if statement
                else None,
            )
        )
    return tuple(rows)
