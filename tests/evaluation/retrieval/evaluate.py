"""Retrieval measured: `python -m tests.evaluation.retrieval.evaluate [DISTRACTORS]`.

Questions in eight languages over the shipped notice among generated paragraphs; recall@1, recall@5
and MRR by language, for the questions the weights were chosen on and for those held out.
"""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.keeping.annotation import concepts_of
from assistant.keeping.intake import read_archive
from corpus.archive import Archive
from index.block import one_block
from index.encoder import open_encoder
from index.hit import Filters
from index.passage import Passage, Rendering
from index.passages import CONCEPTS, passages
from index.retriever import HybridRetriever
from index.shelf import fill
from index.weights import PACKAGED
from tests.evaluation.retrieval.collection import LANGUAGES, Question, distractors, questions

Search = Callable[[str, str], Sequence[Passage]]
"""Finds the first passages for a question in a language."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Units: shares of 1."""

    first: float
    among_five: float
    mrr: float
    count: int

    def __str__(self) -> str:
        return f"{self.first:6.3f} {self.among_five:6.3f} {self.mrr:6.3f} ({self.count})"


def collection(count: int, folder: Path) -> tuple[Passage, ...]:
    """The shipped record's passages, then the distractors, all with their concepts."""
    records = read_archive(Archive(folder / "archive"), ()).records
    own = tuple(passage for record in records for passage in passages(record, concepts_of))
    return own + tuple(_tagged(passage) for passage in distractors(count))


def hybrid(found: Sequence[Passage], folder: Path) -> HybridRetriever:
    """Rollcall's own search over some passages."""
    encoder = open_encoder(PACKAGED, folder / "encoder")
    return HybridRetriever(one_block(found, fill(found, encoder, {}, _silent)), encoder, concepts_of)


def scored(search: Search, asked: Sequence[Question]) -> Scores:
    """How well a search does on some questions."""
    ranks = [_rank(question, search(question.text, question.language)) for question in asked]
    found = [1 / rank for rank in ranks if rank]
    return Scores(
        first=sum(rank == 1 for rank in ranks) / len(ranks),
        among_five=sum(1 <= rank <= 5 for rank in ranks) / len(ranks),
        mrr=sum(found) / len(ranks),
        count=len(ranks),
    )


def _rank(question: Question, found: Sequence[Passage]) -> int:
    """From 1; 0 where no passage found answers."""
    return next((n for n, passage in enumerate(found, 1) if question.is_answered_by(passage)), 0)


def _tagged(passage: Passage) -> Passage:
    concepts = concepts_of(passage.text, passage.language)
    return replace(passage, renderings=(Rendering(CONCEPTS, " ".join(concepts)),)) if concepts else passage


def _silent(_done: int, _all: int) -> None:
    pass


def main() -> None:
    """Print the table."""
    folder = Path(os.environ.get("ROLLCALL_DATA", "var"))
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 504
    retriever = hybrid(collection(count, folder), folder)

    def search(text: str, language: str) -> Sequence[Passage]:
        hits = retriever.search(text, language=language, filters=Filters(), limit=100)
        return [hit.passage for hit in hits]

    answerable = [question for question in questions() if question.where]
    print("            recall@1   @5     MRR")
    for language in LANGUAGES:
        print(f"{language:12}", scored(search, [q for q in answerable if q.language == language]))
    print(f"{'chosen on':12}", scored(search, [q for q in answerable if not q.held_out]))
    print(f"{'held out':12}", scored(search, [q for q in answerable if q.held_out]))
    print(f"{'all':12}", scored(search, answerable))


if __name__ == "__main__":
    main()
