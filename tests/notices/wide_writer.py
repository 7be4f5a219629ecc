"""Writes the rarer forms of notices from random facts: tables, named support, other majorities and ends.

The wording (``wide/{lang}.toml``) was written apart from the parser's lexicon; names, dates and headers
are those of ``writer.py``. What a notice says is given as ``parse --json`` says it.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from tests.notices.writer import Facts, filled, header, random_facts, template

WIDE = Path(__file__).parent / "wide"
WIDE_LANGUAGES = tuple(sorted(file.stem for file in WIDE.glob("??.toml")))
FORMS = (
    "favour", "parenthesis", "list", "table", "grid", "simple", "reinforced", "unanimity", "absent",
    "extended", "withdrawn", "no_result", "two_acts",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cast:
    """Who stands where in a notice; ``other`` is only named."""

    against: tuple[str, ...]
    abstained: tuple[str, ...]
    favour: tuple[str, ...]
    absent: tuple[str, ...]
    authors: tuple[str, ...]
    other: tuple[str, ...]


@cache
def wide(language: str) -> Mapping[str, Any]:
    """The wording of the wider forms."""
    return tomllib.loads((WIDE / f"{language}.toml").read_text("utf-8"))


def write_wide(random: Random, language: str) -> tuple[str, dict[str, object]]:
    """A notice and what it says."""
    facts, wording = random_facts(random, language), wide(language)
    states = random.sample(sorted(template(language)["states"]), 10)
    against, abstained = tuple(states[:2]), tuple(states[2:4])
    favour, absent = tuple(states[4 : random.randint(6, 7)]), tuple(states[7:9])
    cast = Cast(against, abstained, favour, absent, (states[0], states[2]), (states[9],))
    form = random.choice(FORMS)
    blocks = list(_body(form, facts, cast, random))
    if random.random() < 0.3:
        blocks.append(_said(random.choice(wording["distractors"]), facts, cast, random))
    statements = form not in {"extended", "withdrawn", "no_result"} and random.random() < 0.4
    if statements:
        blocks += [_said(wording["joint"], facts, cast, random), template(language)["prose"]]
        blocks += [wording["commission"], template(language)["prose"]] if random.random() < 0.5 else []
    text = "\n\n".join([*header(facts, random), *blocks]) + "\n"
    return text, _expected(form, facts, cast, has_statement=statements)


def _said(text: str, facts: Facts, cast: Cast, random: Random) -> str:
    lists = {
        name: getattr(cast, name) for name in ("against", "abstained", "favour", "absent", "authors", "other")
    }
    number, _, year = facts.act_doc.partition("/")
    return filled(text, facts, random, lists=lists, doc2=f"{int(number) + 1}/{year.split()[0]}")


def _body(form: str, facts: Facts, cast: Cast, random: Random) -> Iterator[str]:
    wording, basic = wide(facts.language), template(facts.language)
    if form in {"extended", "withdrawn", "no_result"}:
        yield _said(wording[form], facts, cast, random)
        return
    yield _said(random.choice(basic["opened"]), facts, cast, random)
    if form == "two_acts":
        yield _said(wording["first"], facts, cast, random)
        yield _said(wording["second"], facts, cast, random)
        return
    if form in {"list", "table", "grid"}:
        yield _said(wording["list"], facts, cast, random)
        yield "\n".join(_rows(form, facts, cast, random))
    elif form in {"favour", "parenthesis"}:
        yield _said(wording[form], facts, cast, random)
    elif form == "unanimity":
        yield _said(wording["unanimous"], facts, cast, random)
    else:
        yield _said(random.choice(basic["votes"]["both"]), facts, cast, random)
    if form == "absent":
        yield _said(wording["absent"], facts, cast, random)
    yield wording[form] if form in {"simple", "reinforced", "unanimity"} else random.choice(basic["adopted"])


def _rows(form: str, facts: Facts, cast: Cast, random: Random) -> Iterator[str]:
    wording = wide(facts.language)
    labels = wording["labels"]
    sides = (("against", cast.against), ("abstained", cast.abstained))
    if form == "list":
        mark = random.choice(("- ", "• ", ""))
        for side, states in sides:
            yield f"{mark}{labels[side]}: {', '.join(_named(states, facts))}"
        yield f"{mark}{labels['for']}: {labels['others'].lower()}"
        return
    columns = ["for", "against", "abstained"]
    rows = [(state, side) for side, states in sides for state in states]
    if form == "table":
        for state, side in rows:
            yield f"| {_named((state,), facts)[0]} | {labels[side]} |"
        yield f"| {labels['others']} | {labels['for']} |"
        return
    mark = random.choice("xX✓")
    yield "| " + " | ".join(wording["head"]) + " |"
    for state, side in rows:
        marks = " | ".join(mark if column == side else " " for column in columns)
        yield f"| {_named((state,), facts)[0]} | {marks} |"
    yield f"| {labels['others']} | {mark} | | |"


def _named(states: Sequence[str], facts: Facts) -> list[str]:
    return [str(template(facts.language)["states"][state]["nom"]) for state in states]


def _expected(form: str, facts: Facts, cast: Cast, *, has_statement: bool) -> dict[str, object]:
    closed = facts.closed_on.isoformat() + f"T{facts.closed_hour[0]:02}:{facts.closed_hour[1]:02}"
    special = {"extended": "extended", "withdrawn": "withdrawn", "no_result": "no_result"}
    said: dict[str, object] = {
        "doc_id": facts.doc_id,
        "opened_by": facts.opened_by,
        "opened_on": facts.opened_on.isoformat(),
        "closed_at": closed if form not in {"extended", "withdrawn"} else None,
        "extended_to": closed if form == "extended" else None,
        "end": special.get(form, "concluded"),
        "statements_by": list(cast.authors) if has_statement else [],
    }
    return said | {"acts": list(_acts(form, cast))}


def _acts(form: str, cast: Cast) -> Iterator[dict[str, object]]:
    nothing: dict[str, object] = {
        "against": [], "abstained": [], "in_favour_stated": [], "not_participating": [], "remainder": None,
        "adopted": None, "majority_rule": None, "reinforced": False,
    }  # fmt: skip
    against, abstained = list(cast.against), list(cast.abstained)
    others = {"remainder": "for", "adopted": True}
    if form in {"extended", "withdrawn", "no_result"}:
        yield nothing
    elif form == "two_acts":
        yield nothing | others | {"against": against}
        yield nothing | others | {"abstained": abstained}
    elif form == "unanimity":
        yield nothing | others | {"abstained": abstained, "majority_rule": "unanimity"}
    else:
        rule = "simple" if form == "simple" else "qualified"
        act = nothing | others | {"against": against, "abstained": abstained, "majority_rule": rule}
        act |= {"reinforced": form == "reinforced"}
        act |= {"in_favour_stated": list(cast.favour), "remainder": None} if form == "favour" else {}
        yield act | ({"not_participating": list(cast.absent)} if form == "absent" else {})
