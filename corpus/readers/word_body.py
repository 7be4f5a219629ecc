"""The walk through WordprocessingML: elements to words and marks, in reading order.

Deep nesting is bounded by the XML parser (256 levels), so the walk may recurse.
Source: ECMA-376 Part 1, 17.3 (paragraphs), 17.4 (tables), 17.13.5 (revisions), 17.16 (fields).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from corpus.readers.layout import Mark, Noted, Piece
from corpus.readers.word_list import WordLists
from corpus.readers.word_style import WordStyles
from corpus.readers.word_xml import attribute, child_of, children_of, is_on, number_at, tag_of

_NOTED_BY_TAG = {
    "del": Noted("tracked_changes", "tracked deletions left out"),
    "moveFrom": Noted("tracked_changes", "tracked deletions left out"),
    "commentReference": Noted("dropped_comment", "comments left out"),
}
_HIDDEN = Noted("dropped_hidden_text", "hidden passages left out")
_STRUCK = Noted("dropped_struck_text", "struck passages left out")
_INSERTED = Noted("tracked_changes", "tracked insertions read as accepted")
_CHARACTER_BY_TAG = {"tab": "\t", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_WRAPPERS = frozenset(("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
_PLAIN_TABLES = frozenset(("", "TableGrid", "TableNormal"))
_PAGE_FIELDS = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES"))
_INSTRUCTION, _RESULT = "instruction", "result"


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    phase: str = _INSTRUCTION

    @property
    def shows(self) -> bool:
        return self.phase == _RESULT and self.instruction.split()[:1] not in [[name] for name in _PAGE_FIELDS]


@dataclass(slots=True)
class WordBody:
    """What is open at this point of the walk, and the notes met so far."""

    lists: WordLists
    styles: WordStyles
    notes: list[tuple[str, str]] = field(default_factory=list)
    fields: list[_Field] = field(default_factory=list)

    def pieces(self, element: etree._Element) -> Iterator[Piece]:
        """The words and marks of an element that holds paragraphs and tables."""
        for inner in element:
            tag = tag_of(inner)
            if tag == "p":
                yield from self._paragraph(inner)
                yield Mark.PARAGRAPH
            elif tag == "tbl":
                yield from self._table(inner)
                yield Mark.PARAGRAPH
            elif tag in _NOTED_BY_TAG:
                yield _NOTED_BY_TAG[tag]
            elif not tag.endswith("Pr"):
                yield from self.pieces(_chosen(inner))

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Piece]:
        """Its text boxes first: they are anchored in it, but stand apart on the page."""
        for box in _boxes(paragraph):
            yield from self.pieces(box)
        properties = child_of(paragraph, "pPr")
        words = list(self._inline(paragraph))
        place = self.styles.list_place(properties)
        if place is not None and any(isinstance(piece, str) and piece.strip() for piece in words):
            yield self.lists.label(place.list_id, place.depth)
        yield from words

    def _inline(self, element: etree._Element) -> Iterator[Piece]:
        for inner in element:
            tag = tag_of(inner)
            if tag in _NOTED_BY_TAG:
                yield _NOTED_BY_TAG[tag]
            elif tag == "r":
                yield from self._run(inner)
            elif tag == "fldSimple":
                if _Field(attribute(inner, "instr"), _RESULT).shows:
                    yield from self._inline(inner)
            elif tag and not tag.endswith("Pr") and tag != "txbxContent":
                yield from [_INSERTED] if tag in {"ins", "moveTo"} else []
                yield from self._inline(_chosen(inner))

    def _run(self, run: etree._Element) -> Iterator[Piece]:
        properties = child_of(run, "rPr")
        is_struck = is_on(child_of(properties, "strike")) or is_on(child_of(properties, "dstrike"))
        paragraph = _paragraph_style(run)
        is_unseen = self.styles.is_unseen(properties, paragraph=paragraph, ground=_ground_of(run))
        is_hidden = is_unseen or self.styles.is_hidden(properties, paragraph=paragraph)
        for inner in run:
            for piece in self._run_piece(inner):
                if isinstance(piece, str) and (is_hidden or is_struck):
                    yield _HIDDEN if is_hidden else _STRUCK
                else:
                    yield piece

    def _run_piece(self, inner: etree._Element) -> Iterator[Piece]:
        tag = tag_of(inner)
        if tag == "fldChar":
            self._step_field(attribute(inner, "fldCharType"))
        elif tag == "instrText":
            if self.fields:
                self.fields[-1].instruction += inner.text or ""
        elif not all(open_field.shows for open_field in self.fields):
            return
        elif tag == "t":
            yield inner.text or ""
        elif tag in _CHARACTER_BY_TAG:
            yield _CHARACTER_BY_TAG[tag]
        elif tag in {"br", "cr"}:
            yield Mark.LINE
        elif tag in {"footnoteReference", "endnoteReference"}:
            yield self._note(tag.removesuffix("Reference"), attribute(inner, "id"))
        elif tag in _NOTED_BY_TAG:
            yield _NOTED_BY_TAG[tag]

    def _step_field(self, step: str) -> None:
        if step == "begin":
            self.fields.append(_Field())
        elif self.fields and step == "separate":
            self.fields[-1].phase = _RESULT
        elif self.fields and step == "end":
            self.fields.pop()

    def _note(self, kind: str, note_id: str) -> str:
        self.notes.append((kind, note_id))
        return f"[{len(self.notes)}]"

    def _table(self, table: etree._Element) -> Iterator[Piece]:
        for row in _unwrapped(table, "tr"):
            yield Mark.LINE
            if child_of(row, "trPr", "del") is not None:
                yield _NOTED_BY_TAG["del"]
            else:
                yield from self._row(list(_unwrapped(row, "tc")))

    def _row(self, cells: list[etree._Element]) -> Iterator[Piece]:
        """A row on one line, its cells parted by tabs; a row made for looks cell by cell."""
        is_one_line = all(_is_one_line(cell) for cell in cells)
        for number, cell in enumerate(cells):
            if number or not is_one_line:
                yield Mark.CELL if is_one_line else Mark.PARAGRAPH
            if is_one_line:
                for paragraph in _unwrapped(cell, "p"):
                    yield from self._paragraph(paragraph)
                yield from [Mark.CELL] * (number_at(child_of(cell, "tcPr", "gridSpan"), otherwise=1) - 1)
            else:
                yield from self.pieces(cell)


def _paragraph_style(run: etree._Element) -> str:
    paragraph = next((outer for outer in run.iterancestors() if tag_of(outer) == "p"), None)
    return attribute(child_of(paragraph, "pPr", "pStyle"), "val")


def _ground_of(run: etree._Element) -> str:
    """What shades a run: its paragraph, its cell, or a table's style that may; empty where nothing does."""
    for outer in run.iterancestors():
        shade = child_of(outer, f"{tag_of(outer)}Pr", "shd")
        if attribute(shade, "fill") not in {"", "auto"}:
            return attribute(shade, "fill")
        if (
            tag_of(outer) == "tbl"
            and attribute(child_of(outer, "tblPr", "tblStyle"), "val") not in _PLAIN_TABLES
        ):
            return "of the table's style"
    return ""


def _chosen(element: etree._Element) -> etree._Element:
    """Of alternatives for old and new readers, the one for new ones; else the element itself."""
    return next(iter(children_of(element, "Choice")), element)


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    for inner in element:
        if tag_of(inner) == "txbxContent":
            yield inner
        elif tag_of(inner) not in _NOTED_BY_TAG:
            yield from _boxes(_chosen(inner))


def _unwrapped(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The children of that name, also those within content controls and insertions."""
    for inner in element:
        if tag_of(inner) == tag:
            yield inner
        elif tag_of(inner) in _WRAPPERS:
            yield from _unwrapped(inner, tag)


def _is_one_line(cell: etree._Element) -> bool:
    paragraphs = [p for p in _unwrapped(cell, "p") if any(tag_of(inner) == "t" for inner in p.iter())]
    return len(paragraphs) <= 1 and not any(True for _ in _unwrapped(cell, "tbl"))
