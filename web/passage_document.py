"""Passages as the API shows them: the words, their citation, and how near they are to the query."""

from dataclasses import asdict

from assistant.assistant import Assistant
from assistant.citing.citation import Place, cite
from assistant.filters import Filters, Hit
from assistant.procedures.library import Library
from assistant.understanding.language import detect
from assistant.understanding.token import tokenise

Document = dict[str, object]
_LANGUAGE_CODE = 2  # other renderings are concept tags, not words


def found_passages(
    assistant: Assistant, query: str, *, filters: Filters, limit: int, offset: int = 0
) -> list[Document]:
    """The passages nearest to a query, best first; without one, all that pass the filters, in order."""
    language = detect(query, tokenise(query), None)
    hits = assistant.passages(query, language=language, filters=filters, limit=limit, offset=offset)
    return [passage_document(assistant.library, hit, is_scored=bool(query.strip())) for hit in hits]


def passage_document(library: Library, hit: Hit, *, is_scored: bool) -> Document:
    """One passage with its citation."""
    passage = hit.passage
    place = Place(library.source(passage.record), passage.span, passage.part, passage.label, passage.speaker)
    return {
        "key": passage.key,
        "text": passage.text,
        "language": passage.language,
        "procedures": list(passage.procedures),
        "date": passage.date,
        "score": round(hit.score, 6) if is_scored else None,
        "relevance": round(hit.relevance, 6) if is_scored else None,
        "citation": asdict(cite(place, 1)),
        "renderings": [
            {"language": r.language, "text": r.text, "unofficial": True}
            for r in passage.renderings
            if len(r.language) == _LANGUAGE_CODE
        ],
    }
