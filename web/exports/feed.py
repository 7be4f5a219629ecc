"""The Atom feed of records: one entry a record, by the date of its document.

Source: RFC 4287. Addresses are relative; ids are tags that stay the same wherever the server runs.
"""

from web.exports.corpus import Selection
from web.pages.rendering import environment

_BEFORE_ALL = "1970-01-01"


def atom_bytes(chosen: Selection) -> bytes:
    """The feed of a selection, newest first."""
    entries = [
        {
            "id": record.id,
            "title": str(record.notice.document.value),
            "updated": record.notice.date_of_document.value.isoformat()
            if record.notice.date_of_document
            else _BEFORE_ALL,
            "subject": record.notice.subject.value if record.notice.subject else "",
            "language": record.notice.language,
        }
        for record in chosen.records
    ]
    entries.sort(key=lambda entry: (entry["updated"], entry["id"]), reverse=True)
    updated = entries[0]["updated"] if entries else _BEFORE_ALL
    page = environment().get_template("feed.xml")
    return page.render(entries=entries, updated=updated).encode("utf-8", "replace")
