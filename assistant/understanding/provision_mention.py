"""Provisions a question names: "Article 62(3) of Regulation (EU) 2024/1351", "TEU 16(4)".

Knows how articles, paragraphs and acts follow each other. An article whose act is not named has
an empty ``act``: the records say which one it can be.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.understanding.phrasebook import Mark
from assistant.understanding.token import Token
from corpus.identifiers import Provision

_ACT_NUMBER = re.compile(r"(\d{4})/(\d{1,4})(?!\d)")
_ACTS = {
    "provision.regulation": "Regulation",
    "provision.directive": "Directive",
    "provision.decision": "Decision",
}
_TREATIES = {
    "provision.teu": "TEU",
    "provision.tfeu": "TFEU",
    "provision.rules": "Rules of Procedure of the Council",
}
_PLACES = frozenset({"provision.point", "provision.paragraph"})  # "point 4": a place, not a figure
_REACH = 3


@dataclass(frozen=True, slots=True)
class Provisions:
    """The provisions named, and the tokens their numbers stand on."""

    named: tuple[Provision, ...]
    tokens: frozenset[int]


def provisions_in(text: str, tokens: Sequence[Token], marks: Sequence[Mark]) -> Provisions:
    """The provisions a question names."""
    act, used = _act(text, tokens, marks)
    found: list[Provision] = []
    for mark in marks:
        if not mark.tags & {"provision.article", *_TREATIES}:
            continue
        number = _number_after(tokens, mark.end, used)
        if number is None:
            continue
        paragraph = _paragraph(tokens, marks, number + 1, used)
        used |= {number} | ({paragraph} if paragraph is not None else set())
        label = tokens[paragraph].text if paragraph is not None else None
        found.append(Provision(act or "", tokens[number].text, label))
    for mark in marks:
        number = _number_after(tokens, mark.end, used) if mark.tags & _PLACES else None
        used |= {number} if number is not None else set()
    if not found and act is not None:
        found.append(Provision(act))
    return Provisions(tuple(dict.fromkeys(found)), frozenset(used))


def _act(text: str, tokens: Sequence[Token], marks: Sequence[Mark]) -> tuple[str | None, set[int]]:
    """The act named, with the tokens of its number."""
    kinds = [(tag, mark) for mark in marks for tag in sorted(mark.tags) if tag.startswith("provision.")]
    number = _ACT_NUMBER.search(text)
    if number is not None and any(tag in _ACTS for tag, _ in kinds):
        used = {i for i, token in enumerate(tokens) if number.start() <= token.start < number.end()}
        kind = next(_ACTS[tag] for tag, _ in kinds if tag in _ACTS)
        return f"{kind} (EU) {number[1]}/{number[2]}", used
    for tag, mark in kinds:
        if tag in _TREATIES:
            return _TREATIES[tag], set()
        if tag == "provision.protocol":
            at = _number_after(tokens, mark.end, set())
            if at is not None:
                return f"Protocol No {tokens[at].text}", {at}
    return None, set()


def _number_after(tokens: Sequence[Token], start: int, used: set[int]) -> int | None:
    """The next number, with nothing but a mark or a short word before it."""
    for at in range(start, min(start + _REACH, len(tokens))):
        if tokens[at].is_number:
            return at if at not in used and len(tokens[at].text) <= 3 else None
        if tokens[at].is_word and len(tokens[at].text) > 2:
            return None
    return None


def _paragraph(tokens: Sequence[Token], marks: Sequence[Mark], start: int, used: set[int]) -> int | None:
    """The number of a paragraph: "(3)", ", lid 3", "paragraph 3"."""
    bracketed = start + 1 < len(tokens) and tokens[start].text == "(" and tokens[start + 1].is_number
    if bracketed:
        return start + 1
    for mark in marks:
        if "provision.paragraph" in mark.tags and start <= mark.start <= start + _REACH:
            return _number_after(tokens, mark.end, used)
    return None
