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

from corpus.member_state import EVER_MEMBERS
from tests.notices.handwritten import LISTS, Handwritten, handwritten, read_bytes

ROUNDS = int(os.environ.get("ROLLCALL_MUTATIONS", "1"))
NOTICES = tuple(handwritten("*-[1-6]"))
Mutation = Callable[[str, Random], str]


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
    with_two_lines_joined, in_one_line, in_capitals,
    with_odd_spaces, wrapped, with_a_running_header, with_misread_letters,
)  # fmt: skip


WHOLE = re.compile(
    r"\s*(?:$|[-–•|*·]|\S+(?: \S+){0,2} {3,}|\S+ \.{4,}|[^.:]{2,40}:\s|[A-ZÀ-ÞΑ-ΩА-Я\u0100-\u017f].*[.]$)"
)


# What is left of one line each reads as a whole: "czech" of "Niemczech" is a name, "Cy-Maltese" is one
# word, and so is "prononluxembourgeoise".
UNSEEN = ("pl-5 2", "fr-5 1", "nl-5 1")


def stated(acts: list[dict[str, Any]]) -> set[tuple[str, str]]:
    """Every position any of the acts is said to have met with."""
    return {(key, state) for act in acts for key in LISTS for state in act[key]}


def positions(act: dict[str, Any]) -> dict[str, str]:
    """Where each state stands, those of the remainder among them."""
    others = {"for": "in_favour_stated"}.get(act["remainder"], act["remainder"])
    everyone = dict.fromkeys(EVER_MEMBERS, others) if others else {}
    return everyone | {state: key for key in LISTS for state in act[key]}


def said_otherwise(acts: list[dict[str, Any]], gold: list[dict[str, Any]]) -> bool:
    """Whether an act is given a vote that none of the acts of the notice has, as far as it is given."""
    votes = [positions(act) for act in gold]
    return any(not any(positions(act).items() <= vote.items() for vote in votes) for act in acts)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice.name)
def test_a_notice_laid_out_anew_says_no_other_vote_without_a_warning(
    notice: Handwritten, mutation: Mutation
) -> None:
    """Of a list whose letters were misread a name may be lost in silence; none is given another position."""
    random = Random(f"{notice.name} {mutation.__name__}")
    for _ in range(ROUNDS):
        text = mutation(notice.text, random)
        found = read_bytes(text.encode(), "mutated.txt")
        if found is None or found[1] - notice.warnings:
            continue
        assert stated(found[0]["acts"]) <= stated(notice.facts["acts"]), text
        assert mutation is with_misread_letters or not said_otherwise(
            found[0]["acts"], notice.facts["acts"]
        ), text


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice.name)
def test_a_notice_without_one_of_its_lines_says_no_other_vote_without_a_warning(notice: Handwritten) -> None:
    """A whole sentence, or row of a table, is no part of this law: what is left is a whole notice."""
    if notice.name.startswith(UNSEEN):
        return
    random = Random(notice.name)
    lines = notice.text.split("\n")
    printed = [n for n, line in enumerate(lines) if not WHOLE.match(line)]
    for at in random.sample(printed, min(len(printed), 2 * ROUNDS)):
        text = "\n".join([*lines[:at], *lines[at + 1 :]])
        found = read_bytes(text.encode(), "mutated.txt")
        if found is not None and not found[1] - notice.warnings:
            assert not said_otherwise(found[0]["acts"], notice.facts["acts"]), text
