"""The project's own retrieval collection: questions in eight languages, a notice, and what distracts."""

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.text import Span
from index.passage import Passage

HERE = Path(__file__).parent
LANGUAGES = ("en", "nl", "fr", "de", "es", "it", "pl", "pt")
_STATES = ("AT", "BE", "BG", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "IE", "IT", "LT", "LU", "MT", "NL")
_SENTENCES = (3, 5)


@dataclass(frozen=True, slots=True)
class Question:
    """A question in one language, and a stretch that the passage sought holds; None where there is none."""

    text: str
    language: str
    where: str | None
    held_out: bool

    def is_answered_by(self, passage: Passage) -> bool:
        return self.where is not None and self.where in passage.text


def questions() -> Iterator[Question]:
    """Every question of the collection, in each of the languages."""
    listed = tomllib.loads((HERE / "questions.toml").read_text("utf-8"))
    for place, entry in enumerate(listed["question"] + listed["nothing"]):
        for language in LANGUAGES:
            held_out = entry.get("held_out", "where" not in entry and place % 2 == 0)
            yield Question(entry[language], language, entry.get("where"), held_out)


def distractors(count: int, seed: int = 1) -> Iterator[Passage]:
    """Paragraphs in the manner of procedure records, the languages in turn; the same for the same seed."""
    prose = tomllib.loads((HERE / "prose.toml").read_text("utf-8"))
    chance = random.Random(seed)
    for place in range(count):
        language = LANGUAGES[place % len(LANGUAGES)]
        chosen = chance.sample(prose[language], chance.randint(*_SENTENCES))
        yield _paragraph(place, language, tuple(_filled(sentence, chance) for sentence in chosen))


def _filled(sentence: str, chance: random.Random) -> str:
    return sentence.format(
        n=f"{chance.randint(1, 999)} {chance.randint(0, 999):03}",
        p=f"{chance.randint(1, 99)}",
        y=chance.randint(2018, 2027),
        m=chance.randint(1, 9),
        d=f"{chance.randint(1000, 16000)}/{chance.randint(18, 26)}",
    )


def _paragraph(place: int, language: str, sentences: tuple[str, ...]) -> Passage:
    text = " ".join(sentences)
    spans, start = [], 0
    for sentence in sentences:
        end = min(start + len(sentence) + 1, len(text))
        spans.append(Span(start, end))
        start = end
    state = _STATES[place % len(_STATES)]
    return Passage(
        key=f"ST {place}/20:{state}¶1", record=f"st-{place}-20", document=f"ST {place}/20",
        procedures=(f"file-{place}",), language=language, date="2020-01-01", part=f"statement:{state}",
        speaker=state, label="1", page=None, span=Span(0, len(text)), sentences=tuple(spans), text=text,
    )  # fmt: skip
