"""A notice by hand that was damaged or laid out anew says the same vote or less, never another.

Every notice is changed in every way once; ROLLCALL_MUTATIONS=10 makes it ten times as many.
"""

import os
import re
import textwrap
from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from tests.notices.handwritten import LISTS, Handwritten, handwritten, read_bytes

ROUNDS = int(os.environ.get("ROLLCALL_MUTATIONS", "1"))
NOTICES = tuple(handwritten())
Mutation = Callable[[str, Random], str]


def without_a_line(text: str, random: Random) -> str:
    lines = text.split("\n")
    del lines[random.randrange(len(lines))]
    return "\n".join(lines)


def with_two_lines_joined(text: str, random: Random) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines) - 1)
    return "\n".join([*lines[:at], f"{lines[at]} {lines[at + 1]}", *lines[at + 2 :]])


def in_one_line(text: str, random: Random) -> str:
    return " ".join(text.split())


def in_capitals(text: str, random: Random) -> str:
    return text.upper()


def with_odd_spaces(text: str, random: Random) -> str:
    return re.sub(" ", lambda _: random.choice((" ", "\u00a0", "\u2009", "\u202f", " \u200b")), text)


def wrapped(text: str, random: Random) -> str:
    width = random.randrange(34, 110)
    return "\n".join(part for line in text.split("\n") for part in textwrap.wrap(line, width) or [""])


def with_a_running_header(text: str, random: Random) -> str:
    lines = wrapped(text, random).split("\n")
    page = random.randrange(9, 20)
    header = ["", "CM 3190/24    AB/cd    2", "LIFE.2    EN", "\f", "Council of the European Union", ""]
    cut = [lines[at : at + page] for at in range(0, len(lines), page)]
    return "\n".join(line for part in cut for line in [*part, *header])


def with_misread_letters(text: str, random: Random) -> str:
    def misread(found: re.Match[str]) -> str:
        return (
            {"l": "1", "O": "0", "rn": "m", "fi": "\ufb01"}[found[0]] if random.random() < 0.1 else found[0]
        )

    return re.sub(r"rn|fi|l|O", misread, text)


MUTATIONS = (
    without_a_line, with_two_lines_joined, in_one_line, in_capitals,
    with_odd_spaces, wrapped, with_a_running_header, with_misread_letters,
)  # fmt: skip


def stated(acts: list[dict[str, Any]]) -> set[tuple[str, str]]:
    """Every position any of the acts is said to have met with."""
    return {(key, state) for act in acts for key in LISTS for state in act[key]}


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice.name)
def test_a_mutated_notice_says_no_other_vote(notice: Handwritten, mutation: Mutation) -> None:
    random = Random(f"{notice.name} {mutation.__name__}")
    for _ in range(ROUNDS):
        text = mutation(notice.text, random)
        found = read_bytes(text.encode(), "mutated.txt")
        if found is None:
            continue
        acts, warnings = found[0]["acts"], found[1]
        if mutation is without_a_line and warnings - notice.warnings:
            continue
        assert stated(acts) <= stated(notice.facts["acts"]), text
        if mutation is not without_a_line and any(act["remainder"] for act in acts):
            assert {act["remainder"] for act in notice.facts["acts"]} == {"for"}, text
