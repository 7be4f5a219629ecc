"""HTML: the text that someone who looks at the page sees; runs in a child process.

Drops scripts, styles, comments, struck and hidden text, and says so. The walk keeps its own
stack: elements may be nested a million deep.
"""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.errors import UnreadableDocument
from corpus.model import ReaderWarning
from corpus.readers.child import serve
from corpus.readers.html_hidden import Hiding, hiding_of
from corpus.readers.html_structure import HtmlStructure
from corpus.readers.layout import Noted, Piece, lay_out
from corpus.readers.oddity import oddities_of
from corpus.readers.source import ReadText
from corpus.readers.text import decode

_SILENT = frozenset(
    (
        "title",
        "template",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "select",
        "button",
    )
)
_DROPPED_BY_TAG = {
    "script": Noted("dropped_script", "scripts left out"),
    "noscript": Noted("dropped_script", "scripts left out"),
    "style": Noted("dropped_style", "styles left out"),
    "-comment": Noted("dropped_comment", "comments left out"),
    "del": Noted("dropped_struck_text", "struck passages left out"),
    "s": Noted("dropped_struck_text", "struck passages left out"),
    "strike": Noted("dropped_struck_text", "struck passages left out"),
}
_HIDDEN = Noted("dropped_hidden_text", "hidden passages left out")
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def read_html(data: bytes, name: str) -> ReadText:
    """The visible text of a page.

    Raises: UnreadableDocument when it shows none.
    """
    markup, warnings = _decoded(data, name)
    tree = LexborHTMLParser(markup.replace("\x00", "\ufffd"))
    read = lay_out(_pieces(tree))
    if not read.source.text:
        raise UnreadableDocument(name, "the page shows no text", place="whole page", expected="visible text")
    return ReadText(read.source, warnings + read.warnings + oddities_of(read.source.text))


def _decoded(data: bytes, name: str) -> tuple[str, tuple[ReaderWarning, ...]]:
    """The page's own word on its encoding counts where the bytes are not UTF-8."""
    declared = _CHARSET.search(data[:4096])
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        if declared is None or declared[1].lower() in {b"utf-8", b"utf8", b"utf-16"}:
            return decode(data, name)
    try:
        return data.decode(declared[1].decode("ascii")), ()
    except (UnicodeDecodeError, LookupError):
        return decode(data, name)


def _pieces(tree: LexborHTMLParser) -> Iterator[Piece]:
    """The page in reading order; a step is a node and whether it is entered or left."""
    hiding = hiding_of(tree)
    structure = HtmlStructure()
    steps = [(tree.root, True)] if tree.root is not None else []
    while steps:
        node, is_entered = steps.pop()
        tag = str(node.tag)
        dropped = _dropped(node, tag, hiding)
        if tag == "-text":
            yield from structure.words(node.text_content or "")
        elif dropped is not None:
            yield dropped
        elif tag in _SILENT:
            continue
        elif is_entered:
            yield from structure.entered(node, tag)
            steps.append((node, False))
            steps += [(inner, True) for inner in reversed(list(node.iter(include_text=True)))]
        else:
            yield from structure.left(tag)


def _dropped(node: LexborNode, tag: str, hiding: Hiding) -> Noted | None:
    if tag in _DROPPED_BY_TAG or tag.startswith("-"):
        return _DROPPED_BY_TAG.get(tag)
    if hiding.hides(node) and node.text(strip=True):
        return _HIDDEN
    return _DROPPED_BY_TAG["s"] if hiding.strikes(node) and node.text(strip=True) else None


if __name__ == "__main__":
    serve(read_html)
