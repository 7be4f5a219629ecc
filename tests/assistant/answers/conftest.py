"""The assistant over the shipped record, with a search that must not be touched by facts."""

from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.procedures.library import Library
from corpus.gloss_file import glosses_of
from corpus.parse import parse_record
from corpus.readers.reader import read_source
from index.hit import Filters, Hit
from index.passage import Passage

RECORDS = Path(__file__).parents[3] / "corpus" / "records"


class SilentRetriever:
    """Finds nothing and counts how often it was asked."""

    relevant_from = 0.5

    def __init__(self) -> None:
        self.searches = 0

    def search(self, query: str, *, language: str, filters: Filters, limit: int) -> tuple[Hit, ...]:
        self.searches += 1
        return ()

    def listing(self, *, filters: Filters, limit: int, offset: int) -> tuple[Passage, ...]:
        return ()


class Dialogue:
    """An assistant and the search behind it."""

    def __init__(self) -> None:
        files = sorted(RECORDS.glob("*.txt"))
        sources = [read_source(file.read_bytes(), file.name) for file in files]
        records = (parse_record(s, glosses=glosses_of(s.provenance.sha256)) for s in sources)
        self.library = Library(tuple(records))
        self.retriever = SilentRetriever()
        self.assistant = Assistant(self.library, self.retriever, "ab" * 32)

    def ask(self, question: str, language: str | None = None, before: Answer | None = None) -> Answer:
        previous = before.understanding if before is not None else None
        return self.assistant.ask(question, language=language, previous=previous)


@pytest.fixture(scope="session")
def dialogue() -> Dialogue:
    return Dialogue()
