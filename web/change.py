"""Changes of the records as the API makes them: one at a time, in a thread of their own.

Reading a document and publishing take seconds; questions are answered meanwhile.
"""

import asyncio
from http import HTTPStatus

import structlog

from assistant.keeping.intake import Outcome, Verdict
from assistant.procedures.library import Library
from corpus.errors import UnreadableDocument
from corpus.readers.kind import kind_of
from web.errors import RequestProblem, printable
from web.record_document import summary_document
from web.serving import Serving

Document = dict[str, object]
_log = structlog.get_logger()
_STATUS = {
    Verdict.ADDED: HTTPStatus.CREATED,
    Verdict.KNOWN: HTTPStatus.OK,
    Verdict.QUARANTINED: HTTPStatus.ACCEPTED,
    Verdict.REFUSED: HTTPStatus.UNPROCESSABLE_ENTITY,
}


async def add_record(here: Serving, writer: str, filename: str, data: bytes) -> tuple[HTTPStatus, Document]:
    """Take one document in: created, known already, held in quarantine, or a problem that says why not.

    Raises: RequestProblem (415, 422); the register's faults.
    """
    _check_kind(data, filename)
    async with here.writing:
        (outcome,) = await asyncio.to_thread(here.register.add, [(filename, data)], by=writer)
    here.metrics.ingests.labels(outcome.verdict).inc()
    _log.info(
        "upload." + outcome.verdict, bearer=writer, record=outcome.record.id if outcome.record else None
    )
    if outcome.record is None:
        raise _problem(outcome)
    assistant = here.register.assistant()
    if outcome.verdict is Verdict.QUARANTINED:
        held: Document = {"held": outcome.record.id, "problem": printable(outcome.problem or "", 500)}
        return _STATUS[outcome.verdict], {**held, "snapshot": assistant.snapshot_id}
    record = summary_document(outcome.record, _procedures(assistant.library, outcome.record.id))
    return _STATUS[outcome.verdict], {"record": record, "snapshot": assistant.snapshot_id}


async def remove_record(here: Serving, writer: str, record_id: str) -> Document:
    """Take one record out.

    Raises: RecordNotFound; the register's faults.
    """
    async with here.writing:
        assistant = await asyncio.to_thread(here.register.remove, record_id, by=writer)
    _log.info("record.removed", bearer=writer, record=record_id, snapshot=assistant.snapshot_id)
    return {"removed": record_id, "snapshot": assistant.snapshot_id}


async def release_record(here: Serving, writer: str, record_id: str) -> Document:
    """Publish a record that was held in quarantine.

    Raises: RecordNotFound; the register's faults.
    """
    async with here.writing:
        assistant = await asyncio.to_thread(here.register.release, record_id, by=writer)
    _log.info("record.released", bearer=writer, record=record_id, snapshot=assistant.snapshot_id)
    return {"released": record_id, "snapshot": assistant.snapshot_id}


def _check_kind(data: bytes, filename: str) -> None:
    try:
        kind_of(data, filename)
    except UnreadableDocument as error:
        raise RequestProblem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, printable(str(error), 500)) from None


def _problem(outcome: Outcome) -> RequestProblem:
    refusal = outcome.refusal
    members = {"place": printable(refusal.place), "expected": printable(refusal.expected)} if refusal else {}
    return RequestProblem(_STATUS[outcome.verdict], printable(outcome.problem or "", 500), members=members)


def _procedures(library: Library, record_id: str) -> list[str]:
    return [procedure.id for procedure in library.procedures_in(record_id)]
