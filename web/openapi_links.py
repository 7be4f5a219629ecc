"""What can be asked next with what an answer of the API holds, as OpenAPI links.

Programs (and the generated tests) follow them: from a list to one of its items, from an answer to its
verification, from a record that was taken in to the record and to its removal.
"""

from collections.abc import Mapping
from dataclasses import dataclass

_API = "/api/v1"
_FIRST_ID = "$response.body#/items/0/id"
_FIRST_STATE = "$response.body#/items/0/state"
_FIRST_PROCEDURE = "$response.body#/items/0/procedure"
_CITED_RECORD = "$response.body#/items/0/citation/record"
_ADDED_ID = "$response.body#/record/id"
_WHOLE = "$response.body"


@dataclass(frozen=True, slots=True)
class Link:
    """From a response of one operation to another; without an ``id_``, the whole body is sent on.

    ``id_`` says where in the response it is, ``parameter`` what the other operation calls it.
    """

    name: str
    source: tuple[str, str, str]  # path, method, status
    target: tuple[str, str]
    id_: str | None = None
    parameter: str = "id"


_RECORDS, _RECORD = f"{_API}/records", f"{_API}/records/{{id}}"
_PROCEDURES, _PROCEDURE = f"{_API}/procedures", f"{_API}/procedures/{{id}}"
_VOTES, _STATE, _PASSAGES = f"{_API}/votes", f"{_API}/states/{{iso2}}", f"{_API}/passages"
_ADDED = (f"{_API}/records/{{filename}}", "put", "201")
LINKS = (
    Link("verify", (f"{_API}/ask", "post", "200"), (f"{_API}/verify", "post")),
    Link("record", (_RECORDS, "get", "200"), (_RECORD, "get"), _FIRST_ID),
    Link("source", (_RECORDS, "get", "200"), (f"{_RECORD}/source", "get"), _FIRST_ID),
    Link("procedure", (_PROCEDURES, "get", "200"), (_PROCEDURE, "get"), _FIRST_ID),
    Link("vote", (_PROCEDURES, "get", "200"), (f"{_PROCEDURE}/vote", "get"), _FIRST_ID),
    Link("power", (_PROCEDURES, "get", "200"), (f"{_PROCEDURE}/power", "get"), _FIRST_ID),
    Link("pool", (_PROCEDURES, "get", "200"), (f"{_PROCEDURE}/pool", "get"), _FIRST_ID),
    Link("state", (_VOTES, "get", "200"), (_STATE, "get"), _FIRST_STATE, "iso2"),
    Link("voted", (_VOTES, "get", "200"), (f"{_PROCEDURE}/vote.csv", "get"), _FIRST_PROCEDURE),
    Link("cited", (_PASSAGES, "get", "200"), (_RECORD, "get"), _CITED_RECORD),
    Link("added", _ADDED, (_RECORD, "get"), _ADDED_ID),
    Link("remove", _ADDED, (_RECORD, "delete"), _ADDED_ID),
)


def add_links(paths: Mapping[str, Mapping[str, dict[str, dict[str, dict[str, object]]]]]) -> None:
    """Put every link into the response it leads from."""
    for link in LINKS:
        path, method, status = link.source
        target_path, target_method = link.target
        described: dict[str, object] = {
            "operationId": paths[target_path][target_method]["operationId"],
            **({"parameters": {link.parameter: link.id_}} if link.id_ else {"requestBody": _WHOLE}),
        }
        response = paths[path][method]["responses"][status]
        known = response.get("links")
        response["links"] = {**(known if isinstance(known, dict) else {}), link.name: described}
