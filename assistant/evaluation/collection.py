"""A public retrieval collection given by path, in the BEIR layout, searched as records are.

``corpus.jsonl`` (``_id``, ``title``, ``text``), ``queries.jsonl`` (``_id``, ``text``) and
``qrels/test.tsv`` (query, document, grade). Each document is one passage.
"""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log2
from pathlib import Path

from assistant.keeping.annotation import concepts_of
from assistant.settings import Settings
from corpus.text import Span
from index.block import one_block
from index.build import no_progress
from index.encoder import LazyEncoder
from index.hit import Filters
from index.passage import Passage, Rendering
from index.passages import CONCEPTS
from index.retriever import HybridRetriever
from index.shelf import Progress, fill

_DEPTH = 10
_SENTENCE = re.compile(r".+?(?:[.!?]+\s+|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class CollectionScores:
    """How well the search does on a collection; shares of 1, over the questions with a grade."""

    questions: int
    documents: int
    recall_at_1: float
    recall_at_5: float
    mrr_at_10: float
    ndcg_at_10: float


def evaluate_collection(
    folder: Path, settings: Settings, language: str = "en", progress: Progress = no_progress
) -> CollectionScores:
    """Search a collection in one language and score what is found.

    Raises: OSError or ValueError when the folder does not hold a collection in the BEIR layout.
    """
    documents = tuple(_passages(folder, language))
    grades = _grades(folder / "qrels" / "test.tsv")
    queries = {entry["_id"]: entry["text"] for entry in _lines(folder / "queries.jsonl")}
    encoder = LazyEncoder(settings.model, settings.data / "encoder")
    blocks = one_block(documents, fill(documents, encoder, {}, progress))
    retriever = HybridRetriever(blocks, encoder, concepts_of)
    asked = [query for query in sorted(queries) if any(grades.get(query, {}).values())]
    rankings = [
        [
            grades[query].get(hit.passage.record, 0)
            for hit in retriever.search(queries[query], language=language, filters=Filters(), limit=_DEPTH)
        ]
        for query in asked
    ]
    return _scores(rankings, [grades[query] for query in asked], len(documents))


def _scores(rankings: list[list[int]], grades: list[Mapping[str, int]], documents: int) -> CollectionScores:
    count = max(len(rankings), 1)
    firsts = [next((n for n, grade in enumerate(found, 1) if grade), 0) for found in rankings]
    ndcg = [
        _gain(found) / _gain(sorted(all_.values(), reverse=True)[:_DEPTH])
        for found, all_ in zip(rankings, grades, strict=True)
    ]
    return CollectionScores(
        questions=len(rankings),
        documents=documents,
        recall_at_1=sum(first == 1 for first in firsts) / count,
        recall_at_5=sum(1 <= first <= 5 for first in firsts) / count,
        mrr_at_10=sum(1 / first for first in firsts if first) / count,
        ndcg_at_10=sum(ndcg) / count,
    )


def _gain(grades: list[int]) -> float:
    return sum(grade / log2(place + 1) for place, grade in enumerate(grades, 1))


def _passages(folder: Path, language: str) -> Iterator[Passage]:
    for entry in _lines(folder / "corpus.jsonl"):
        text = f"{entry.get('title', '')}\n{entry['text']}".strip()
        concepts = concepts_of(text, language)
        yield Passage(
            key=entry["_id"],
            record=entry["_id"],
            document=entry["_id"],
            procedures=(),
            language=language,
            date=None,
            part="notice",
            speaker="Council",
            label="1",
            page=None,
            span=Span(0, len(text)),
            sentences=tuple(Span(m.start(), m.end()) for m in _SENTENCE.finditer(text)),
            text=text,
            renderings=(Rendering(CONCEPTS, " ".join(concepts)),) if concepts else (),
        )


def _lines(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _grades(file: Path) -> dict[str, dict[str, int]]:
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    with file.open(encoding="utf-8", newline="") as rows:
        for query, document, grade in list(csv.reader(rows, delimiter="\t"))[1:]:
            grades[query][document] = int(grade)
    return grades
