"""An export as a zip: records as received and as cited, facts, votes, figures, and the verifier.

The same snapshot gives the same bytes.
"""

from collections.abc import Iterator
from importlib import resources
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from assistant.citing import reference
from corpus.archive import Archive
from corpus.contract import contract_of
from web.answer_document import json_bytes
from web.csv_document import csv_text
from web.csv_metadata import Table, metadata_document
from web.exports.corpus import Selection, export_document, vote_rows
from web.pool_document import POOL_COLUMNS, pool_rows
from web.procedure_document import VOTE_COLUMNS

_EPOCH = (1980, 1, 1, 0, 0, 0)
_READ_ME = """\
Records of written procedures of the Council of the European Union, exported by Rollcall.
Snapshot {snapshot}

texts/         the text of each record and reference note, as it is cited (characters, from 0)
originals/     the files as received, named by their SHA-256
facts/         what each record says (JSON)
export.json    everything in one object
votes.csv      one row a member and procedure
figures.csv    one row a figure, claimed or computed
*-metadata.json    what their columns are (CSVW)
verify_answer.py   checks a saved answer against texts/:  python verify_answer.py ANSWER.json texts

Records: Council Decision (EU) 2017/1842, © European Union.
"""


def zip_bytes(chosen: Selection, archive: Archive) -> bytes:
    """The export as the bytes of a zip file."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        for name, data in _members(chosen, archive):
            file.writestr(ZipInfo(name, _EPOCH), data, ZIP_DEFLATED)
    return out.getvalue()


def _members(chosen: Selection, archive: Archive) -> Iterator[tuple[str, bytes]]:
    yield "README.txt", _READ_ME.format(snapshot=chosen.snapshot).encode()
    yield "export.json", json_bytes(export_document(chosen))
    yield "votes.csv", csv_text(VOTE_COLUMNS, vote_rows(chosen)).encode("utf-8", "replace")
    yield "votes.csv-metadata.json", json_bytes(metadata_document(Table.VOTES, "votes.csv"))
    figures = (row for p in chosen.procedures for row in pool_rows(chosen.library.pool(p.id)))
    yield "figures.csv", csv_text(POOL_COLUMNS, figures).encode("utf-8", "replace")
    yield "figures.csv-metadata.json", json_bytes(metadata_document(Table.FIGURES, "figures.csv"))
    for record in chosen.records:
        yield f"texts/{record.id}.txt", record.source.text.encode("utf-8", "surrogatepass")
        yield f"facts/{record.id}.json", json_bytes(contract_of(record))
    for id_, source in reference.sources().items():
        yield f"texts/{id_}.txt", source.text.text.encode()
    yield from _originals(chosen, archive)
    yield "verify_answer.py", (resources.files("assistant") / "verify_answer.py").read_bytes()


def _originals(chosen: Selection, archive: Archive) -> Iterator[tuple[str, bytes]]:
    wanted = {record.provenance.sha256 for record in chosen.records}
    for entry in archive.entries():
        if entry.provenance.sha256 in wanted:
            suffix = "." + entry.provenance.filename.rpartition(".")[2]
            yield f"originals/{entry.provenance.sha256}{suffix}", entry.read()
