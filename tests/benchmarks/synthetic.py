"""A corpus of any size from a seeded generator: records of short points, and an encoder that costs nothing.

The vectors have the structure of real ones: six words in a row stand for the real vector of a
sentence, a text for the mean of those, with noise of its own.
"""

import random
import re
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.identifiers import DocumentNumber
from corpus.model import Contact, Notice, Paragraph, Provenance, Record, Stated
from corpus.text import SourceText, Span
from index.embedder import Embedder

PROSE = Path(__file__).parents[1] / "evaluation" / "retrieval" / "prose.toml"
LANGUAGES = ("en", "nl", "fr", "de", "es", "it", "pl", "pt")
POINTS = 50  # points of a record
_STRETCH = 6  # words that stand for one real vector
_NOISE = 0.4


def prose() -> dict[str, list[str]]:
    """The sentences of each language that texts are made of."""
    return tomllib.loads(PROSE.read_text("utf-8"))


def records(count: int, points: int = POINTS, seed: int = 1, first: int = 0) -> Iterator[Record]:
    """Records of so many points each, the languages in turn; the same for the same seed."""
    sentences = prose()
    for place in range(first, first + count):
        language = LANGUAGES[place % len(LANGUAGES)]
        chance = random.Random(f"{seed} {place}")
        yield _record(place, language, [_point(chance, sentences[language]) for _ in range(points)])


def _point(chance: random.Random, sentences: Sequence[str]) -> str:
    """Half of one sentence and half of another: about as many different points as are asked for."""
    one, other = (_filled(sentence, chance).split() for sentence in chance.sample(sentences, 2))
    return " ".join([*one[: len(one) // 2 + 1], *other[len(other) // 2 :], str(chance.randint(1, 9_999_999))])


def _filled(sentence: str, chance: random.Random) -> str:
    return sentence.format(
        n=f"{chance.randint(1, 999)} {chance.randint(0, 999):03}", p=chance.randint(1, 99),
        y=chance.randint(2018, 2027), m=chance.randint(1, 9),
        d=f"{chance.randint(1000, 16000)}/{chance.randint(18, 26)}",
    )  # fmt: skip


def _record(place: int, language: str, points: Sequence[str]) -> Record:
    text = "\n".join(points)
    paragraphs, start = [], 0
    for label, point in enumerate(points, 1):
        span = Span(start, start + len(point))
        paragraphs.append(Paragraph(str(label), span, (span,)))
        start += len(point) + 1
    nowhere = Span(0, 0)
    dated = Stated(date(2026, 1, 5), nowhere)
    document = DocumentNumber.parse(f"CM {place + 1}/26")
    notice = Notice(
        document=Stated(document, nowhere), language=language, date_of_document=dated,
        procedure_file=None, subject=None, subject_codes=(), contact=Contact(None, None), opened_by=None,
        opened_on=None, closed_at=None, end=None, extended_to=None, silence=False, acts=(),
        statement_authors=(), paragraphs=tuple(paragraphs),
    )  # fmt: skip
    provenance = Provenance("made.txt", "text/plain", sha256(text.encode()).hexdigest())
    return Record(document.slug, SourceText(text), provenance, notice, (), (), (), ())


class Mixture:
    """An encoder without a model at run time: stretches of words drawn from real vectors."""

    name = "mixture@1"

    def __init__(self, encoder: Embedder) -> None:
        sentences = [sentence for own in prose().values() for sentence in own]
        self._anchors = encoder.embed(sentences)
        self.dimensions = int(self._anchors.shape[1])

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Texts to unit vectors."""
        return np.stack([self.embed_query(text) for text in texts])

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """One text's vector."""
        words = re.findall(r"\w+", text.lower())
        stretches = [
            " ".join(words[start : start + _STRETCH]) for start in range(0, max(len(words), 1), _STRETCH)
        ]
        places = [hash_of(stretch) % len(self._anchors) for stretch in stretches]
        chance = np.random.default_rng(hash_of(text))
        noise = chance.standard_normal(self.dimensions, dtype=np.float32)
        mixed = self._anchors[places].mean(axis=0) + noise * (_NOISE / self.dimensions**0.5)
        return (mixed / np.linalg.norm(mixed)).astype(np.float32)


def hash_of(text: str) -> int:
    """A number that is the same in every process."""
    return int.from_bytes(sha256(text.encode()).digest()[:8], "big")
