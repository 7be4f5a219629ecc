"""Where an HTML page has paragraphs, list numbers and table rows.

Knows elements; holds, while the page is walked, which lists and rows are open.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from corpus.readers.label import BULLET, Numbering, ordinal
from corpus.readers.layout import Mark, Piece

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hgroup", "hr", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search",
    "section", "summary", "table", "ul",
))  # fmt: skip
_CELLS = frozenset(("td", "th"))
_NUMBERING_BY_TYPE = {
    "a": Numbering.LOWER_LETTER,
    "A": Numbering.UPPER_LETTER,
    "i": Numbering.LOWER_ROMAN,
    "I": Numbering.UPPER_ROMAN,
}
_SPACES = re.compile(r"[ \t\n\r\f]+")
_INNER_BLOCKS = "p, div, ul, ol, table, br, h1, h2, h3, h4, h5, h6"


@dataclass(slots=True)
class _List:
    """An open list: the number of its next item; None where the items bear bullets."""

    next_number: int | None
    numbering: Numbering = Numbering.DECIMAL


@dataclass(slots=True)
class _Row:
    """An open table row: on one line, or (a table made for looks) each cell a paragraph."""

    is_one_line: bool
    cells: int = 0


@dataclass(slots=True)
class HtmlStructure:
    """What is open at this point of the walk."""

    lists: list[_List] = field(default_factory=list)
    rows: list[_Row] = field(default_factory=list)
    open_pre: int = 0
    label_is_open: bool = False

    def entered(self, node: LexborNode, tag: str) -> Iterator[Piece]:
        """The marks, and the list number, that stand before the element's content."""
        self.open_pre += tag == "pre"
        yield from self._block_mark(tag)
        if tag in {"ol", "ul", "menu"}:
            self.lists.append(_list_of(node, tag))
        elif tag == "li":
            yield self._label(node)
            self.label_is_open = True
        elif tag == "tr":
            yield Mark.LINE
            self.rows.append(_Row(_is_one_line(node)))
        elif tag in _CELLS and self.rows:
            yield from self._cell_mark()
        elif tag == "br":
            yield Mark.LINE

    def left(self, tag: str) -> Iterator[Piece]:
        """The marks that stand after the element's content."""
        self.open_pre -= tag == "pre"
        if tag in {"ol", "ul", "menu"} and self.lists:
            self.lists.pop()
        elif tag == "tr" and self.rows:
            self.rows.pop()
        yield from self._block_mark(tag)

    def words(self, content: str) -> Iterator[Piece]:
        """The words of a text node; white space counts only in a pre element."""
        self.label_is_open = self.label_is_open and not content.strip()
        if not self.open_pre:
            yield _SPACES.sub(" ", content)
            return
        for number, line in enumerate(content.splitlines()):
            if number:
                yield Mark.LINE if line.strip() else Mark.PARAGRAPH
            yield line

    def _block_mark(self, tag: str) -> Iterator[Piece]:
        """A paragraph's end, but not within a row of one line, nor between a list number and its text."""
        is_first_in_item, self.label_is_open = self.label_is_open, False
        if tag in _BLOCKS and not (self.rows and self.rows[-1].is_one_line) and not is_first_in_item:
            yield Mark.PARAGRAPH

    def _cell_mark(self) -> Iterator[Piece]:
        row = self.rows[-1]
        if row.cells or not row.is_one_line:
            yield Mark.CELL if row.is_one_line else Mark.PARAGRAPH
        row.cells += 1

    def _label(self, node: LexborNode) -> str:
        open_list = self.lists[-1] if self.lists else _List(None)
        if open_list.next_number is None:
            return f"{BULLET} "
        number = _number(node.attributes.get("value"), open_list.next_number)
        open_list.next_number = number + 1
        return f"{ordinal(number, open_list.numbering)}. "


def _list_of(node: LexborNode, tag: str) -> _List:
    if tag != "ol":
        return _List(None)
    numbering = _NUMBERING_BY_TYPE.get(node.attributes.get("type") or "1", Numbering.DECIMAL)
    return _List(_number(node.attributes.get("start"), 1), numbering)


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 6 else otherwise


def _is_one_line(row: LexborNode) -> bool:
    """Whether no cell of the row holds more than one block."""
    cells = [cell for cell in row.iter() if cell.tag in _CELLS]
    return all(len(cell.css(_INNER_BLOCKS)) <= 1 and cell.css_first("table") is None for cell in cells)
