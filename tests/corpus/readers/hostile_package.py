"""DOCX files and archives that are made to hurt: each by what it does."""

import io
import struct
import zipfile
from collections.abc import Callable

from tests.corpus.readers.making import docx_of_text, with_part

WORD = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MAIN = "word/document.xml"


def main_part(body: bytes, before: bytes = b"") -> bytes:
    return (
        b'<?xml version="1.0"?>'
        + before
        + b"<w:document "
        + WORD
        + b"><w:body>"
        + body
        + b"</w:body></w:document>"
    )


def with_main(xml: bytes) -> bytes:
    return with_part(docx_of_text("words"), MAIN, xml)


def a_part_of_a_gigabyte() -> bytes:
    return with_main(main_part(b"<w:p>" + b" " * 200_000_000 + b"</w:p>"))


def many_large_parts() -> bytes:
    package = io.BytesIO(docx_of_text("words"))
    with zipfile.ZipFile(package, "a", zipfile.ZIP_DEFLATED) as archive:
        for number in range(80):
            archive.writestr(f"word/part{number}.xml", b"<a>" + b"ab" * 490_000 + b"</a>")
    return package.getvalue()


def a_hundred_thousand_parts() -> bytes:
    package = io.BytesIO(docx_of_text("words"))
    with zipfile.ZipFile(package, "a") as archive:
        for number in range(100_000):
            archive.writestr(f"{number}", b"")
    return package.getvalue()


def a_size_that_lies() -> bytes:
    """The directory says ten bytes; the part unfolds into 200 million."""
    package = bytearray(a_part_of_a_gigabyte())
    for signature, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = package.find(signature)
        while at >= 0:
            package[at + offset : at + offset + 4] = struct.pack("<I", 10)
            at = package.find(signature, at + 4)
    return bytes(package)


def zip_slip() -> bytes:
    return with_part(docx_of_text("words"), "../../../../tmp/slipped.xml", b"<a/>")


def a_part_with_an_absolute_name() -> bytes:
    return with_part(docx_of_text("words"), "/etc/cron.d/x", b"<a/>")


def one_part_twice() -> bytes:
    package = io.BytesIO(docx_of_text("words"))
    with zipfile.ZipFile(package, "a") as archive:
        info = zipfile.ZipInfo("word/document.xmL")
        archive.writestr(info, main_part(b"<w:p><w:r><w:t>other</w:t></w:r></w:p>"))
    return package.getvalue().replace(b"word/document.xmL", b"word/document.xml")


def billion_laughs() -> bytes:
    entities = b'<!ENTITY a "ha">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12)
    )
    body = b"<w:p><w:r><w:t>&m;</w:t></w:r></w:p>"
    return with_main(main_part(body, b"<!DOCTYPE w [" + entities + b"]>"))


def an_outside_entity() -> bytes:
    body = b"<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"
    return with_main(main_part(body, b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'))


def an_outside_document_type() -> bytes:
    return with_main(main_part(b"<w:p/>", b'<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd">'))


def elements_nested_deeply() -> bytes:
    return with_main(main_part(b"<w:sdt>" * 50_000 + b"</w:sdt>" * 50_000))


def elements_nested_as_deep_as_allowed() -> bytes:
    inner = b"<w:p><w:r><w:t>deep</w:t></w:r></w:p>"
    return with_main(main_part(b"<w:sdt>" * 240 + inner + b"</w:sdt>" * 240))


def a_style_based_on_itself() -> bytes:
    styles = b"<w:styles " + WORD + b'><w:style w:styleId="A"><w:basedOn w:val="A"/></w:style></w:styles>'
    package = with_main(main_part(b'<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'))
    return with_part(package, "word/styles.xml", styles)


def a_million_paragraphs() -> bytes:
    return with_main(main_part(b"<w:p><w:r><w:t>%s</w:t></w:r></w:p>" % (b"x" * 9) * 600_000))


def tables_in_tables() -> bytes:
    start, end = b"<w:tbl><w:tr><w:tc>", b"</w:tc></w:tr></w:tbl>"
    return with_main(main_part(start * 60 + b"<w:p><w:r><w:t>deep</w:t></w:r></w:p>" + end * 60))


def text_boxes_in_text_boxes() -> bytes:
    start, end = b"<w:p><w:r><w:pict><w:txbxContent>", b"</w:txbxContent></w:pict></w:r></w:p>"
    return with_main(main_part(start * 60 + b"<w:p><w:r><w:t>deep</w:t></w:r></w:p>" + end * 60))


def an_archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("notice.txt", "words")
    return out.getvalue()


HOSTILE: tuple[Callable[[], bytes], ...] = (
    a_part_of_a_gigabyte, many_large_parts, a_hundred_thousand_parts, a_size_that_lies, zip_slip,
    a_part_with_an_absolute_name, one_part_twice, billion_laughs, an_outside_entity, an_outside_document_type,
    elements_nested_deeply, elements_nested_as_deep_as_allowed, a_style_based_on_itself, a_million_paragraphs,
    tables_in_tables, text_boxes_in_text_boxes, an_archive,
)  # fmt: skip
