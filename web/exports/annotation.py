"""Citations as W3C Web Annotations: a quotation and its place, for any annotation reader.

Source: Web Annotation Data Model (W3C Recommendation, 23 February 2017): 3.1 Annotations, 4.2.4 Text Quote
Selector, 4.2.5 Text Position Selector (in characters of the record's text), 5 Collections.
"""

from collections.abc import Mapping, Sequence

from assistant.answer import Answer
from assistant.citing.citation import Citation

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_FIRST_PAGE = "#page"


def annotation_collection(answer: Answer, address: str, origin: str) -> dict[str, object]:
    """The citations of an answer as a collection, to be had at an address; its one page stands in it.

    ``origin`` makes addresses whole: whatever is named is named by an IRI that means the same elsewhere.
    """
    collection: dict[str, object] = {
        "@context": CONTEXT,
        "id": address,
        "type": "AnnotationCollection",
        "label": answer.question,
        "total": len(answer.citations),
    }
    if answer.citations:  # a page must not be empty
        collection["first"] = {
            "id": address + _FIRST_PAGE,
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": _annotations(answer, answer.citations, origin),
        }
    return collection


def _annotations(answer: Answer, citations: Sequence[Citation], origin: str) -> list[Mapping[str, object]]:
    return [
        {
            "id": f"{origin}{answer.permalink}#n{citation.n}",
            "type": "Annotation",
            "motivation": "identifying",
            "body": {
                "type": "TextualBody",
                "value": answer.question,
                "language": answer.language,
                "purpose": "describing",
            },
            "target": {
                "source": f"{origin}/records/{citation.record}",
                "selector": [
                    {"type": "TextQuoteSelector", "exact": citation.quote},
                    {"type": "TextPositionSelector", "start": citation.start, "end": citation.end},
                ],
            },
        }
        for citation in citations
    ]
