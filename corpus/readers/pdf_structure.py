"""What a PDF must be to be believed: whole to its end, its streams sound and bounded.

The library repairs what it can and stays silent about what it leaves out; a vote must not be
read from half a page. Source: ISO 32000-1, 7.3.8 (streams), 7.5.5 (trailer).
"""

import re
import zlib

from corpus.errors import UnreadableDocument

LARGEST_STREAM = 64 * 1024 * 1024
_STREAM = re.compile(rb"<<((?:[^<>]|<[^<]|>[^>]|<<(?:[^<>]|<[^<]|>[^>])*>>)*)>>\s*stream\r?\n")
_ONLY_FLATE = re.compile(rb"/Filter\s*(?:/FlateDecode|/Fl|\[\s*/(?:FlateDecode|Fl)\s*\])(?![\w])")
_PICTURE = re.compile(rb"/Subtype\s*/Image")
_TAIL = 2048
_STEP = 1024 * 1024


def check_structure(data: bytes, name: str) -> None:
    """Pass a PDF that ends as it should and whose compressed streams are whole.

    The streams of an encrypted one cannot be judged; it is refused when it is opened.
    Raises: UnreadableDocument naming the byte where it is not as it must be.
    """
    if b"%%EOF" not in data[-_TAIL:]:
        place, expected = f"byte {len(data)}", "%%EOF at the end"
        raise UnreadableDocument(name, "the PDF is truncated", place=place, expected=expected)
    left = LARGEST_STREAM
    for match in _STREAM.finditer(data) if b"/Encrypt" not in data else ():
        dictionary = match[1]
        if _ONLY_FLATE.search(dictionary) and not _PICTURE.search(dictionary):
            left -= _unfolded_size(data, match.end(), left, name)


def _unfolded_size(data: bytes, start: int, most: int, name: str) -> int:
    """How many bytes the stream unfolds into, counted while unfolding."""
    inflater = zlib.decompressobj()
    size, chunk = 0, data[start : data.find(b"endstream", start)]
    try:
        while chunk and not inflater.eof:
            size += len(inflater.decompress(chunk, _STEP))
            chunk = inflater.unconsumed_tail
            if size > most:
                raise _refusal(name, "the PDF unfolds into too much", start, "at most 64 MiB")
    except zlib.error as error:
        raise _refusal(name, "the PDF is corrupt", start, "a sound compressed stream") from error
    if not inflater.eof:
        raise _refusal(name, "the PDF is truncated", start, "a whole compressed stream")
    return size


def _refusal(name: str, problem: str, at: int, expected: str) -> UnreadableDocument:
    return UnreadableDocument(name, problem, place=f"the stream at byte {at}", expected=expected)
