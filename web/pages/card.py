"""The answer card: an answer in the order a reader checks it.

Understood as → the answer, each sentence with its evidence kind and one citation chip → the vote →
the evidence → what can be done with it → what to ask next.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from assistant.answer import Answer, Claim
from assistant.citing.citation import Citation
from assistant.counting.readings import VoteReadings
from assistant.permalink import Asked, read_permalink
from assistant.procedures.library import Library
from assistant.question import Switch
from assistant.wording.catalogue import catalogue
from corpus.model import Position
from web.charts import share_bar
from web.charts.share_bar import Segment
from web.pages import chips
from web.pages.chips import Chip, chips_of

_HYPOTHETICAL = "hypothetical"  # in the ids of the computations of a what-if
_MARKS = re.compile(r"\s*(?:\[\d+\])+\Z")


class PieceKind(StrEnum):
    """What a stretch of a sentence is."""

    WORDS = "words"
    QUOTE = "quote"  # verbatim from a source, in its own language
    GLOSS = "gloss"  # our own, unofficial rendering


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence in one language."""

    kind: PieceKind
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A claim ready to be shown: its pieces, its citations, and how its number was worked out."""

    claim: Claim
    pieces: tuple[Piece, ...]
    citations: tuple[Citation, ...]
    working: tuple[Mapping[str, object], ...]

    @property
    def is_hypothetical(self) -> bool:
        """Whether its number is of votes that were not cast."""
        return _HYPOTHETICAL in (self.claim.computation or "")


@dataclass(frozen=True, slots=True)
class Limit:
    """A line that makes no claim about the world: what the records hold, and what they do not."""

    pieces: tuple[Piece, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """An answer as its card shows it."""

    answer: Answer
    token: str
    chips: tuple[Chip, ...]
    sentences: tuple[Sentence, ...]
    limits: tuple[Limit, ...]
    readings: VoteReadings | None

    @property
    def id(self) -> str:
        """What tells its elements from those of other cards."""
        return sha256(self.token.encode("utf-8")).hexdigest()[:8]

    @property
    def citation_by_n(self) -> Mapping[int, Citation]:
        """The citations of the answer by their numbers."""
        return {citation.n: citation for citation in self.answer.citations}

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The bar of the vote the answer is about."""
        return share_bar.segments(self.readings.recommended.tally) if self.readings else ()

    @property
    def real_segments(self) -> tuple[Segment, ...]:
        """The bar of the real vote beside a what-if; empty where there is none."""
        real = self.readings.real if self.readings else None
        return share_bar.segments(real.recommended.tally) if real else ()

    @property
    def switch_text(self) -> str:
        """The what-if the answer is about, as it stands in addresses."""
        switches = self.readings.switches if self.readings else ()
        return ",".join(f"{switch.state}:{switch.position}" for switch in switches)

    @property
    def intent(self) -> str:
        """What the question asks for."""
        return chips.slot_of(self.answer.understanding, "intent")

    @property
    def state(self) -> str:
        """The first state the question names."""
        return chips.slot_of(self.answer.understanding, "states")

    @property
    def procedure(self) -> str:
        """The procedure that was asked about, empty where none was named."""
        asked = read_permalink(self.token)
        named = asked.procedure if isinstance(asked, Asked) else None
        return named or chips.slot_of(self.answer.understanding, "procedure")

    @property
    def position(self) -> str:
        """The first position the question names."""
        return chips.slot_of(self.answer.understanding, "positions")


def card_of(answer: Answer, library: Library) -> Card:
    """The card of an answer given from this library."""
    sentences = tuple(_sentence(claim, answer) for claim in answer.claims)
    return Card(
        answer=answer,
        token=answer.asked_at.rpartition("/")[2],
        chips=chips_of(answer.understanding),
        sentences=sentences,
        limits=tuple(_limits(answer)),
        readings=_readings(answer, library),
    )


def _sentence(claim: Claim, answer: Answer) -> Sentence:
    citation_by_n = {citation.n: citation for citation in answer.citations}
    cited = tuple(citation_by_n[n] for n in claim.citations if n in citation_by_n)
    return Sentence(
        claim=claim,
        pieces=tuple(_pieces(claim.text, cited, answer.language)),
        citations=cited,
        working=tuple(_working(claim.computation, answer.computations)),
    )


def _pieces(text: str, cited: Sequence[Citation], language: str) -> Iterator[Piece]:
    """The sentence, its quotations, and the rendering that may follow it."""
    before, _, after = catalogue(language).pattern("gloss.rendering").partition("{text}")
    said, sign, rendering = text.partition(f" {before}") if before else (text, "", "")
    yield from _with_quotes(said, cited, language)
    if sign:
        yield Piece(PieceKind.GLOSS, rendering.removesuffix(after), language)


def _with_quotes(text: str, cited: Sequence[Citation], language: str) -> Iterator[Piece]:
    found = next((c for c in sorted(cited, key=lambda c: -len(c.quote)) if c.quote and c.quote in text), None)
    words = catalogue(language)
    if found is None or f"{words.opening}{found.quote}{words.closing}" not in text:
        if text:
            yield Piece(PieceKind.WORDS, text, language)
        return
    before, _, after = text.partition(f"{words.opening}{found.quote}{words.closing}")
    yield from _with_quotes(before, cited, language)
    yield Piece(PieceKind.QUOTE, found.quote, found.language)
    yield from _with_quotes(after, cited, language)


def _working(id_: str | None, computations: Sequence[Mapping[str, object]]) -> Iterator[Mapping[str, object]]:
    """The computation and those it is made of, the last step first."""
    by_id = {str(computation["id"]): computation for computation in computations}
    wanted = [id_] if id_ is not None else []
    seen: set[str] = set()
    while wanted:
        name = wanted.pop(0)
        if name in by_id and name not in seen:
            seen.add(name)
            yield by_id[name]
            inputs = by_id[name].get("inputs")
            listed = inputs if isinstance(inputs, list | tuple) else ()
            wanted += [str(item["computation"]) for item in listed if item.get("computation")]


def _limits(answer: Answer) -> Iterator[Limit]:
    """The lines of the answer that are no claims."""
    rest = answer.text
    for claim in answer.claims:
        rest = rest.replace(f"{claim.text} {''.join(f'[{n}]' for n in claim.citations)}", "", 1)
    citation_by_n = {citation.n: citation for citation in answer.citations}
    for line in filter(str.strip, rest.split("\n")):
        said = _MARKS.sub("", line)
        numbers = [int(n) for n in re.findall(r"\d+", line[len(said) :])]
        cited = tuple(citation_by_n[n] for n in numbers if n in citation_by_n)
        yield Limit(tuple(_pieces(said, cited, answer.language)), cited)


def _readings(answer: Answer, library: Library) -> VoteReadings | None:
    """The vote the answer is about; a what-if where the question imagines one."""
    if answer.tally is None:
        return None
    asked = answer.tally.get("switches") or answer.understanding.get("switches")
    switches = [
        item for item in (asked if isinstance(asked, list | tuple) else ()) if isinstance(item, Mapping)
    ]
    return library.readings(
        str(answer.tally["procedure"]),
        tuple(Switch(str(item["state"]), Position(str(item["position"]))) for item in switches),
    )
