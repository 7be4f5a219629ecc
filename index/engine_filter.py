"""Filters as a distributed engine understands them: labels of a passage, and an expression over them."""

import json
from collections.abc import Iterator

from index.hit import Filters
from index.passage import Passage


def labels(passage: Passage) -> dict[str, list[str]]:
    """What a passage can be chosen by, besides its date: each label with all that it is."""
    parts = [passage.part, *(["statement"] if passage.part.startswith("statement:") else [])]
    return {
        "record": [passage.record],
        "language": [passage.language],
        "part": parts,
        "speaker": list(dict.fromkeys([passage.speaker, *passage.speaker.split("+")])),
        "procedure": list(passage.procedures),
    }


def expression(filters: Filters) -> str:
    """The filters as a condition; empty where every passage passes.

    >>> expression(Filters(speaker="ES", dated_from="2026-01-01"))
    'array_contains(speaker, "ES") and dated >= "2026-01-01"'
    """
    return " and ".join(_conditions(filters))


def _conditions(filters: Filters) -> Iterator[str]:
    for label in ("record", "language", "part", "speaker", "procedure"):
        if wanted := getattr(filters, label):
            yield f"array_contains({label}, {json.dumps(wanted, ensure_ascii=False)})"
    if filters.dated_from:
        yield f"dated >= {json.dumps(filters.dated_from)}"
    if filters.dated_to:
        yield f'dated <= {json.dumps(filters.dated_to)} and dated != ""'
