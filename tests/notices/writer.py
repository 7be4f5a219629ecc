"""Writes end-of-procedure notices from random facts, in wording of its own.

The wording (``templates/{lang}.toml``) was written apart from the parser's lexicon, so that
``parse(write(facts)) == facts`` says something.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from textwrap import fill
from typing import Any

TEMPLATES = Path(__file__).parent / "templates"
LANGUAGES = tuple(sorted(file.stem for file in TEMPLATES.glob("*.toml")))
_SLOT = re.compile(r"\{(\w+):(\w+)\}")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a generated notice says; field names follow the ``parse --json`` object."""

    language: str
    doc_id: str
    date_of_document: date
    opened_by: str
    opened_on: date
    closed_on: date
    closed_hour: tuple[int, int]
    procedure_file: str
    act: str
    act_doc: str
    adopted: bool
    against: tuple[str, ...]
    abstained: tuple[str, ...]
    statements_by: tuple[str, ...]


@cache
def template(language: str) -> Mapping[str, Any]:
    """The wording of a language."""
    return tomllib.loads((TEMPLATES / f"{language}.toml").read_text("utf-8"))


def random_facts(random: Random, language: str) -> Facts:
    """Facts that are consistent: at least two states on each side that is not empty."""
    wording = template(language)
    states = random.sample(sorted(wording["states"]), 8)
    form = random.choice(["both", "both", "against", "abstained", "nobody"])
    against = tuple(states[: random.randint(2, 4)]) if form in {"both", "against"} else ()
    abstained = tuple(states[4 : random.randint(6, 8)]) if form in {"both", "abstained"} else ()
    opened = date(2020, 3, 1) + timedelta(days=random.randint(0, 2400))
    closed = opened + timedelta(days=random.randint(1, 12))
    year = f"{opened:%y}"
    dissenters = against + abstained
    return Facts(
        language=language,
        doc_id=f"CM {random.randint(4000, 6999)}/{year}" + random.choice(["", "", " COR 1"]),
        date_of_document=closed + timedelta(days=random.randint(0, 10)),
        opened_by=f"CM {random.randint(1000, 3999)}/{year}",
        opened_on=opened,
        closed_on=closed,
        closed_hour=(random.randint(9, 18), random.choice([0, 15, 30])),
        procedure_file=f"{opened.year}/{random.randint(1, 480):04}({random.choice(['NLE', 'COD', 'CNS'])})",
        act=random.choice(wording["acts"]),
        act_doc=f"{random.randint(5000, 17000)}/{year}" + random.choice(["", " REV 1"]),
        adopted=random.random() < 0.9 or not dissenters,
        against=against,
        abstained=abstained,
        statements_by=tuple(sorted(dissenters, key=lambda _: random.random())[: random.randint(0, 2)]),
    )


def write(facts: Facts, random: Random) -> str:
    """The notice, in one of the language's wordings and layouts."""
    wording = template(facts.language)
    pick = random.choice
    blocks = [
        *header(facts, random),
        _fill(pick(wording["opened"]), facts, random)
        + " "
        + _fill(pick(wording["votes"][_form(facts)]), facts, random),
        pick(wording["adopted" if facts.adopted else "rejected"]),
        *_annex(facts, random),
    ]
    return pick([_plain, _plain, _wrapped])("\n\n".join(blocks) + "\n")


def header(facts: Facts, random: Random) -> list[str]:
    """What stands above the body."""
    wording = template(facts.language)
    pick = random.choice
    return [
        f"{wording['place']}, {_date(facts.date_of_document, wording)}",
        _document(facts.doc_id),
        f"{pick(wording['file'])}\n{facts.procedure_file}",
        pick(["JAI\nMIGR", "PROCED", "RELEX\nCOEST\nPROCED"]),
        wording["kind"],
        wording["title"],
        "Contact: register@consilium.europa.eu",
        "Tel./Fax: +32 2 281 1234",
        pick(wording["subject"]).format(act=facts.act),
    ]


def _form(facts: Facts) -> str:
    if facts.against and facts.abstained:
        return "both"
    if facts.against:
        return "against"
    return "abstained" if facts.abstained else "nobody"


def _annex(facts: Facts, random: Random) -> list[str]:
    if not facts.statements_by:
        return []
    wording = template(facts.language)
    mention = wording["statements" if len(facts.statements_by) > 1 else "statement"]
    heading = random.choice(wording["heading"])
    blocks = [_fill(mention, facts, random)]
    for state in facts.statements_by:
        named = _SLOT.sub(lambda found, state=state: _name(state, found[2], wording), heading)
        blocks += [named.upper() if heading.split("{")[0].isupper() else named]
        blocks += [wording["prose"]]
    return blocks


def _fill(text: str, facts: Facts, random: Random) -> str:
    lists = {"against": facts.against, "abstained": facts.abstained, "authors": facts.statements_by}
    return filled(text, facts, random, lists=lists)


def filled(
    text: str, facts: Facts, random: Random, *, lists: Mapping[str, tuple[str, ...]], doc2: str = ""
) -> str:
    """A template with its lists of states, documents and dates put in."""
    wording = template(facts.language)

    def listed(found: re.Match[str]) -> str:
        names = [_name(state, found[2], wording) for state in lists[found[1].lower()]]
        conjunction = wording["conjunction"].upper() if found[1].isupper() else wording["conjunction"]
        names = [name.upper() for name in names] if found[1].isupper() else names
        joined = ", ".join(names[:-1]) + f" {conjunction} {names[-1]}" if names[1:] else names[0]
        return joined[:1].upper() + joined[1:] if found[1][0].isupper() or found.start() == 0 else joined

    hour, minute = facts.closed_hour
    when = random.choice(wording["hours"]).format(h=f"{hour:02}", m=f"{minute:02}")
    return _SLOT.sub(listed, text).format(
        opening=facts.opened_by,
        opened=_date(facts.opened_on, wording),
        closed=_date(facts.closed_on, wording),
        hour=when,
        doc=facts.act_doc,
        doc2=doc2,
    )


def _name(state: str, case: str, wording: Mapping[str, Any]) -> str:
    forms = wording["states"][state]
    return str(forms.get(case, forms["nom"]))


def _date(day: date, wording: Mapping[str, Any]) -> str:
    return str(wording["date"]).format(d=day.day, month=wording["months"][day.month - 1], y=day.year)


def _document(number: str) -> str:
    return re.sub(r" (COR|REV) ", r"\n\1 ", number)


def _plain(text: str) -> str:
    return text


def _wrapped(text: str) -> str:
    """The layout of a text file wrapped at 72 characters."""
    return "\n".join(fill(line, 72, break_on_hyphens=False) for line in text.split("\n"))
