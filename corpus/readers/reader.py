"""Received bytes to source text: the kind is decided by content, the rest is its reader's.

Text is decoded here; the formats that need a parser are read in a child process.
"""

from hashlib import sha256

from corpus.model import Provenance
from corpus.readers.filename import bare_name, shown_name
from corpus.readers.isolation import read_in_child
from corpus.readers.kind import Kind, kind_of
from corpus.readers.source import ReadSource, ReadText
from corpus.readers.text import read_text

_MODULE_BY_KIND = {
    Kind.PDF: "corpus.readers.pdf",
    Kind.DOCX: "corpus.readers.docx",
    Kind.HTML: "corpus.readers.html",
}


def read_source(data: bytes, filename: str) -> ReadSource:
    """The text of one received file, where it came from and what was odd about it.

    Raises: UnreadableDocument when the bytes give no text; nothing is kept of them.
    """
    kind = kind_of(data, filename)
    read = _read(kind, data, shown_name(filename))
    provenance = Provenance(bare_name(filename), kind.value, sha256(data).hexdigest())
    return ReadSource(read.source, provenance, read.warnings)


def _read(kind: Kind, data: bytes, name: str) -> ReadText:
    if kind is Kind.TEXT:
        return read_text(data, name)
    return read_in_child(_MODULE_BY_KIND[kind], data, name)
