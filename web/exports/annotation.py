"""Citations as W3C Web Annotations: a quotation and its place, for any annotation reader.

Source: Web Annotation Data Model (W3C Recommendation), TextQuoteSelector and TextPositionSelector.
"""

from collections.abc import Mapping, Sequence

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def annotation_page(
    answer: Mapping[str, object], citations: Sequence[Mapping[str, object]]
) -> dict[str, object]:
    """The citations of an answer as a page of annotations, each naming the claims it supports."""
    return {
        "@context": CONTEXT,
        "type": "AnnotationPage",
        "items": [_annotation(answer, citation) for citation in citations],
    }


def _annotation(answer: Mapping[str, object], citation: Mapping[str, object]) -> dict[str, object]:
    return {
        "@context": CONTEXT,
        "id": f"{answer['permalink']}#n{citation['n']}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": {
            "type": "TextualBody",
            "value": str(answer["question"]),
            "language": answer["language"],
            "purpose": "describing",
        },
        "target": {
            "source": f"/records/{citation['record']}",
            "selector": [
                {"type": "TextQuoteSelector", "exact": citation["quote"]},
                {"type": "TextPositionSelector", "start": citation["start"], "end": citation["end"]},
            ],
        },
    }
