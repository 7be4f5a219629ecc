"""DOCX: the text that someone who opens the document sees; runs in a child process.

Knows paragraphs, list numbers, tables, text boxes, notes, and tracked changes (read as accepted).
Drops deleted, struck and hidden text and page numbers, and says so.
"""

import re
from collections.abc import Iterator

from lxml import etree

from corpus.errors import UnreadableDocument
from corpus.readers.child import serve
from corpus.readers.layout import Mark, Piece, lay_out
from corpus.readers.oddity import oddities_of
from corpus.readers.package import Package
from corpus.readers.source import ReadText
from corpus.readers.word_body import WordBody
from corpus.readers.word_list import lists_of
from corpus.readers.word_style import styles_of
from corpus.readers.word_xml import attribute, children_of

_RUNNING_HEAD = re.compile(r"word/(?:header|footer)\d*\.xml")


def read_docx(data: bytes, name: str) -> ReadText:
    """The text of a Word document: its running heads and feet once, then its body, then its notes.

    Raises: UnreadableDocument when it is corrupt, past a limit, or shows no text.
    """
    package = Package.opened(data, name)
    body = WordBody(
        lists_of(_part(package, "word/numbering.xml")), styles_of(_part(package, "word/styles.xml"))
    )
    main = _main_part(package)
    pieces = [*_running_heads(package, body), *body.pieces(package.xml(main)), *_notes(package, body)]
    read = lay_out(pieces)
    if not read.source.text:
        raise UnreadableDocument(name, "the document shows no text", place=main, expected="visible text")
    return ReadText(read.source, read.warnings + oddities_of(read.source.text))


def _part(package: Package, part: str) -> etree._Element | None:
    return package.xml(part) if package.has(part) else None


def _main_part(package: Package) -> str:
    """The part with the text, as the package's own relationships name it."""
    for relation in package.xml("_rels/.rels"):
        if attribute(relation, "Type").endswith("/officeDocument"):
            return attribute(relation, "Target").lstrip("/")
    return "word/document.xml"


def _running_heads(package: Package, body: WordBody) -> Iterator[Piece]:
    """What stands above and below the pages, each wording once: it may hold a marking such as LIMITE."""
    told: set[tuple[Piece, ...]] = set()
    for part in sorted(filter(_RUNNING_HEAD.fullmatch, package.parts)):
        pieces = tuple(body.pieces(package.xml(part)))
        if pieces not in told and any(isinstance(piece, str) and piece.strip() for piece in pieces):
            told.add(pieces)
            yield from pieces


def _notes(package: Package, body: WordBody) -> Iterator[Piece]:
    """The notes the text refers to, by the numbers it refers to them with."""
    note_by_key = {
        (kind, attribute(note, "id")): note
        for kind in ("footnote", "endnote")
        for note in children_of(_part(package, f"word/{kind}s.xml"), kind)
    }
    for number, key in enumerate(tuple(body.notes), start=1):
        if key in note_by_key:
            yield Mark.PARAGRAPH
            yield f"[{number}] "
            yield from body.pieces(note_by_key[key])


if __name__ == "__main__":
    serve(read_docx)
