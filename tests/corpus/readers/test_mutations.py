"""Real files, damaged at random: every one ends in a text or in a refusal of one line."""

from collections.abc import Callable
from random import Random

import pytest

from corpus.errors import UnreadableDocument
from corpus.readers.reader import read_source
from tests.corpus.readers.making import docx_of_text, html_of_text, pdf_of_text

MAKERS: dict[str, Callable[[str], bytes]] = {
    "pdf": pdf_of_text,
    "docx": docx_of_text,
    "html": html_of_text,
    "txt": str.encode,
}
CHUNKS, IN_A_CHUNK = 4, 20


def flip(data: bytearray, random: Random) -> None:
    for _ in range(random.choice((1, 1, 2, 8, 64))):
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)


def cut(data: bytearray, random: Random) -> None:
    del data[random.randrange(1, len(data)) :]


def take_out(data: bytearray, random: Random) -> None:
    start = random.randrange(len(data))
    del data[start : start + random.choice((1, 16, 400))]


def put_in(data: bytearray, random: Random) -> None:
    start = random.randrange(len(data))
    data[start:start] = random.choice(
        (b"\0", b"<<", b"endstream", b"<p>", b"PK\x03\x04", random.randbytes(300))
    )


def swap(data: bytearray, random: Random) -> None:
    one, other, length = random.randrange(len(data)), random.randrange(len(data)), random.choice((4, 64, 512))
    data[one : one + length], data[other : other + length] = (
        data[other : other + length],
        data[one : one + length],
    )


MUTATIONS = (flip, flip, cut, take_out, put_in, swap)


@pytest.mark.parametrize("chunk", range(CHUNKS))
@pytest.mark.parametrize("suffix", MAKERS)
def test_a_damaged_file_gives_a_text_or_a_refusal(suffix: str, chunk: int, notice: str) -> None:
    whole = MAKERS[suffix](notice)
    for seed in range(chunk * IN_A_CHUNK, (chunk + 1) * IN_A_CHUNK):
        random = Random(seed)
        damaged = bytearray(whole)
        random.choice(MUTATIONS)(damaged, random)
        assert is_sound(bytes(damaged), f"notice.{suffix}")


def is_sound(data: bytes, name: str) -> bool:
    """Whether the file gives a text whose warnings lie in it, or a refusal of one line."""
    try:
        read = read_source(data, name)
    except UnreadableDocument as refusal:
        return "\n" not in str(refusal)
    return all(warning.span.end <= len(read.source.text) for warning in read.warnings)
