"""The Atom feed: one entry a record, by the date of its document, and one a vote, by the day it ended.

Source: RFC 4287. Addresses are relative; ids are tags that stay the same wherever the server runs.
"""

import re

from assistant.procedure import Procedure
from assistant.procedures.library import Library
from corpus.model import Position, Record
from web.exports.corpus import Selection
from web.pages.rendering import environment

_BEFORE_ALL = "1970-01-01"
_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Entry = dict[str, str]


def atom_bytes(chosen: Selection) -> bytes:
    """The feed of a selection, newest first."""
    entries = [_of_record(record) for record in chosen.records]
    entries += [_of_vote(chosen.library, procedure) for procedure in chosen.procedures]
    entries.sort(key=lambda entry: (entry["updated"], entry["kind"], entry["id"]), reverse=True)
    updated = entries[0]["updated"] if entries else _BEFORE_ALL
    page = environment().get_template("feed.xml")
    return _NO_XML.sub(" ", page.render(entries=entries, updated=updated)).encode("utf-8")


def _of_record(record: Record) -> Entry:
    notice = record.notice
    return {
        "kind": "record",
        "id": record.id,
        "address": f"/records/{record.id}",
        "title": str(notice.document.value),
        "updated": notice.date_of_document.value.isoformat() if notice.date_of_document else _BEFORE_ALL,
        "summary": notice.subject.value if notice.subject else "",
        "language": notice.language,
    }


def _of_vote(library: Library, procedure: Procedure) -> Entry:
    readings, notice = library.readings(procedure.id), procedure.record.notice
    tally = readings.recommended.tally
    counts = ", ".join(f"{position}: {tally.count(position)}" for position in Position)
    title = procedure.act.title.value if procedure.act.title else str(notice.document.value)
    return {
        "kind": "vote",
        "id": procedure.id,
        "address": f"/procedures/{procedure.id}",
        "title": title,
        "updated": readings.day.isoformat() if readings.day else _BEFORE_ALL,
        "summary": f"{counts} ({readings.recommended.id})",
        "language": notice.language,
    }
