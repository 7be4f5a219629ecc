"""What a file is, decided by its first bytes; its name may only agree.

Knows the signatures of the formats that are read and of those that are commonly mistaken
for them. Refuses what is empty, too large, or something else than its name says.
"""

import re
from enum import StrEnum
from mimetypes import MimeTypes

from corpus.errors import UnreadableDocument
from corpus.readers.filename import shown_name, suffix_of

LARGEST = 25 * 1024 * 1024
READABLE = "a PDF with a text layer, a DOCX, an HTML page or plain text"


class Kind(StrEnum):
    """The formats that are read, by their media types."""

    TEXT = "text/plain"
    HTML = "text/html"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


_SPOKEN = {Kind.TEXT: "plain text", Kind.HTML: "an HTML page", Kind.PDF: "a PDF", Kind.DOCX: "a DOCX"}
_KIND_BY_SUFFIX = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".xht"), Kind.HTML),
    **dict.fromkeys((".txt", ".text", ".md", ".asc"), Kind.TEXT),
    ".docx": Kind.DOCX,
    ".pdf": Kind.PDF,
}
_HTML_START = re.compile(
    rb"(?>\s++|<\?xml[^>]*+>|<!--(?:(?!-->).)*+-->)*+"
    rb"<(?:!doctype\s+html|(?:html|head|body|title|meta|div|p|table|span|article|section|main|h[1-6]|ul|ol)[\s>/])",
    re.IGNORECASE | re.DOTALL,
)
_STRANGERS = (
    (re.compile(rb"PK(?:\x03\x04|\x05\x06|\x07\x08)"), "a ZIP archive"),
    (re.compile(rb"\x1f\x8b|BZh[1-9]|\xfd7zXZ\x00|7z\xbc\xaf|Rar!|\x28\xb5\x2f\xfd"), "an archive"),
    (re.compile(rb".{257}ustar", re.DOTALL), "a TAR archive"),
    (re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "an old Office file (DOC, XLS or an encrypted DOCX)"),
    (re.compile(rb"\s*\{\\rtf"), "an RTF file"),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\x00|MM\x00\*|RIFF|BM.{4}\x00{4}", re.DOTALL), "an image"),
    (re.compile(rb"\x7fELF|MZ.\x00|\xca\xfe\xba\xbe", re.DOTALL), "a program"),
    (re.compile(rb"(?:From: <Saved by|MIME-Version: 1\.0)", re.IGNORECASE), "a saved web archive (MHTML)"),
    (re.compile(rb"\s*<\?xml"), "an XML file that is no HTML page"),
    (re.compile(rb"%!PS"), "a PostScript file"),
)  # fmt: skip
_HEAD = 8192
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_TYPES = MimeTypes(filenames=())


def kind_of(data: bytes, filename: str) -> Kind:
    """The format of the bytes.

    Raises: UnreadableDocument when they are empty, too large, of another format, or of
    another format than the name says.
    """
    name = shown_name(filename)
    if not data:
        raise UnreadableDocument(name, "the file is empty", place="0 bytes", expected=READABLE)
    if len(data) > LARGEST:
        size = f"{len(data) / 1024 / 1024:.1f} MiB"
        raise UnreadableDocument(name, "the file is too large", place=size, expected="at most 25 MiB")
    kind = _by_content(data, name)
    _check_name(kind, filename)
    return kind


def _by_content(data: bytes, name: str) -> Kind:
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data.startswith(b"PK\x03\x04") and b"word/document" in data:
        return Kind.DOCX
    head = _plain_head(data)
    if _HTML_START.match(head):
        return Kind.HTML
    for signature, what in _STRANGERS:
        if signature.match(head):
            raise UnreadableDocument(name, f"this is {what}", place="by its first bytes", expected=READABLE)
    return Kind.TEXT


def _plain_head(data: bytes) -> bytes:
    """The first bytes, those of UTF-16 brought to UTF-8 so that signatures can be seen."""
    head = data[:_HEAD]
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            return head[len(bom) :].decode(encoding, "ignore").encode("utf-8", "ignore")
    return head


def _check_name(kind: Kind, filename: str) -> None:
    said = _kind_said_by(suffix_of(filename))
    if said not in {None, kind}:
        spoken = _SPOKEN.get(Kind(said), said) if said in set(Kind) else f"a file of type {said}"
        raise UnreadableDocument(
            shown_name(filename),
            f"the name says {spoken}, the content is {_SPOKEN[kind]}",
            place="by its first bytes",
            expected="a name that agrees with the content",
        )


def _kind_said_by(suffix: str) -> str | None:
    """The format an ending promises; None where it promises nothing."""
    if suffix in _KIND_BY_SUFFIX:
        return _KIND_BY_SUFFIX[suffix]
    return _TYPES.guess_type(f"x{suffix}")[0] if suffix else None
