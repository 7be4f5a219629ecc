"""What is exported in others' shapes is in those shapes: Popolo and the Web Annotation Data Model.

The shapes are written down here from the specifications: what must be there, of which type, and nothing that
they do not know, but for what is said to be ours.
"""

import re
from dataclasses import replace
from datetime import date, datetime

import jsonschema
import pytest

from web.exports.annotation import annotation_collection

URI = {"type": "string", "pattern": "^https?://[^/\\s]+/\\S*$"}
TEXT = {"type": "string"}
MAYBE = {"type": ["string", "null"]}
OPTIONS = {"enum": ["yes", "no", "abstain", "absent", "not voting", "paired"]}  # Popolo, Vote: option
LINK = {
    "type": "object",
    "properties": {"url": URI, "note": MAYBE},
    "required": ["url"],
    "additionalProperties": False,
}
VOTER = {
    "type": "object",
    "properties": {"id": TEXT, "name": TEXT, "classification": TEXT},
    "required": ["id", "name"],
    "additionalProperties": False,
}
VOTE = {
    "type": "object",
    "properties": {"voter_id": TEXT, "voter": VOTER, "option": OPTIONS, "evidence": TEXT},  # evidence is ours
    "required": ["voter_id", "option"],
    "additionalProperties": False,
}
VOTE_EVENT = {
    "type": "object",
    "properties": {
        "id": TEXT,
        "identifier": TEXT,
        "organization": {
            "type": "object",
            "properties": {"name": TEXT, "classification": TEXT},
            "required": ["name"],
            "additionalProperties": False,
        },
        "motion": {
            "type": "object",
            "properties": {"text": MAYBE, "requirement": MAYBE, "result": {"enum": ["pass", "fail", None]}},
            "additionalProperties": False,
        },
        "result": {"enum": ["pass", "fail", None]},
        "start_date": MAYBE,
        "counts": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"option": OPTIONS, "value": {"type": "integer", "minimum": 0}},
                "required": ["option", "value"],
                "additionalProperties": False,
            },
        },
        "votes": {"type": "array", "items": VOTE},
        "sources": {"type": "array", "items": LINK},
    },
    "required": ["id", "motion", "counts", "votes", "sources"],
    "additionalProperties": False,
}
SELECTOR = {
    "oneOf": [
        {
            "properties": {"type": {"const": "TextQuoteSelector"}, "exact": TEXT},
            "required": ["type", "exact"],
            "additionalProperties": False,
        },
        {
            "properties": {
                "type": {"const": "TextPositionSelector"},
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 0},
            },
            "required": ["type", "start", "end"],
            "additionalProperties": False,
        },
    ]
}
ANNOTATION = {
    "type": "object",
    "properties": {
        "id": URI,
        "type": {"const": "Annotation"},
        "motivation": {"const": "identifying"},
        "body": {
            "properties": {
                "type": {"const": "TextualBody"},
                "value": TEXT,
                "language": {"type": "string", "pattern": "^[a-z]{2}$"},
                "purpose": {"const": "describing"},
            },
            "required": ["type", "value"],
            "additionalProperties": False,
        },
        "target": {
            "properties": {"source": URI, "selector": {"type": "array", "items": SELECTOR, "minItems": 1}},
            "required": ["source", "selector"],
            "additionalProperties": False,
        },
    },
    "required": ["id", "type", "target"],
    "additionalProperties": False,  # embedded in a page, an annotation has no context of its own
}
PAGE = {
    "type": "object",
    "properties": {
        "id": URI,
        "type": {"const": "AnnotationPage"},
        "startIndex": {"const": 0},
        "items": {"type": "array", "items": ANNOTATION, "minItems": 1},
    },
    "required": ["id", "type", "items"],
    "additionalProperties": False,
}
COLLECTION = {
    "type": "object",
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": URI,
        "type": {"const": "AnnotationCollection"},
        "label": TEXT,
        "total": {"type": "integer", "minimum": 0},
        "first": PAGE,
    },
    "required": ["@context", "id", "type", "total"],
    "if": {"properties": {"total": {"minimum": 1}}},
    "then": {"required": ["first"]},
    "additionalProperties": False,
}


def is_a_time(text):
    read = datetime.fromisoformat if "T" in text else date.fromisoformat
    return read(text) is not None


def test_votes_are_popolo_vote_events(client, register):
    events = client.get("/api/v1/export.popolo").json()["vote_events"]
    assert len(events) == len(register.assistant().library.procedures)
    for event in events:
        jsonschema.validate(event, VOTE_EVENT)
        assert event["start_date"] is None or is_a_time(event["start_date"])
        counted = {count["option"]: count["value"] for count in event["counts"]}
        cast = [vote["option"] for vote in event["votes"]]
        assert counted == {option: cast.count(option) for option in counted}
        assert len({vote["voter_id"] for vote in event["votes"]}) == len(cast)


@pytest.mark.parametrize(
    "question",
    ["Who voted against?", "Hoeveel herplaatsingen ontbreken er?", "What is a qualified majority?", "Hi?"],
)
def test_citations_are_web_annotations_of_what_stands_there(client, question):
    asked = client.post("/api/v1/ask", json={"question": question}).json()
    path = f"/api/v1/answers/{asked['permalink'].removeprefix('/a/')}/annotations"
    response = client.get(path)
    found = response.json()
    jsonschema.validate(found, COLLECTION)
    assert response.headers["content-type"] == "application/ld+json"
    assert (found["id"], found["total"]) == (f"http://testserver{path}", len(asked["citations"]))
    for annotation in found.get("first", {}).get("items", []):
        quote, place = annotation["target"]["selector"]
        record = re.fullmatch("http://testserver/records/(.+)", annotation["target"]["source"])[1]
        text = client.app.state.serving.register.assistant().library.source(record).text.text
        assert text[place["start"] : place["end"]] == quote["exact"]


def test_an_answer_without_citations_is_a_collection_of_none(register):
    answer = replace(register.assistant().ask("Who voted against?"), citations=())
    found = annotation_collection(answer, "http://testserver/a", "http://testserver")
    jsonschema.validate(found, COLLECTION)
    assert (found["total"], "first" in found) == (0, False)
