"""Who takes no part in a measure: rules of law matched to what a record carries.

Knows the rows of ``corpus/data/participation.toml``. A rule is matched by the subject codes of a
notice and the acts and treaty articles a record cites, never by the record itself.
Source: Protocols 19, 21 and 22; TFEU 139 and 330; each row names its own.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from assistant.citing import location, reference
from assistant.citing.citation import Place
from corpus.identifiers import Provision
from corpus.model import Record

_TREATIES = {
    "TFEU": "TFEU",
    "TEU": "TEU",
    "Treaty on the Functioning of the European Union": "TFEU",
    "Treaty on European Union": "TEU",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: which states stay out of which measures.

    ``area`` "euro" means every member outside the euro. ``firm`` rules leave the state no choice.
    """

    id: str
    states: tuple[str, ...]
    area: str | None
    firm: bool
    note: str
    certainty: str
    codes_all: frozenset[str]
    codes_any: frozenset[str]
    acts: frozenset[str]
    treaty: frozenset[str]
    start: date
    until: date


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A state that by a rule takes no part in a vote, and what in the record points to the rule.

    ``firm`` exclusions belong to the recommended reading, the others to a further one.
    """

    state: str
    rule: Rule
    firm: bool
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class OptIn:
    """A state that takes part in an act although its protocol would keep it out."""

    state: str
    act: str
    place: Place


def exclusions(record: Record, on: date, outside_euro: Sequence[str]) -> tuple[Exclusion, ...]:
    """The states that stay out of a record's vote, firm ones first; one exclusion a state."""
    opted_in = {opt_in.state for opt_in in opt_ins(record)}
    found: dict[str, Exclusion] = {}
    for rule in _rules():
        if not rule.start <= on <= rule.until:
            continue
        places, in_notice = _evidence(rule, record)
        for state in outside_euro if rule.area == "euro" else rule.states:
            exclusion = Exclusion(state, rule, rule.firm and in_notice, (reference.note(rule.note), *places))
            known = found.get(state)
            if places and state not in opted_in and (known is None or exclusion.firm > known.firm):
                found[state] = exclusion
    return tuple(sorted(found.values(), key=lambda e: (not e.firm, e.state)))


def opt_ins(record: Record) -> tuple[OptIn, ...]:
    """The opt-ins to acts the record cites."""
    cited = {r.identifier.act for r in record.references if isinstance(r.identifier, Provision)}
    return tuple(opt_in for opt_in in _opt_ins() if opt_in.act in cited)


def _evidence(rule: Rule, record: Record) -> tuple[tuple[Place, ...], bool]:
    """Where the record points to the rule, and whether the notice itself does."""
    codes = _codes(rule, record)
    cited = [
        r
        for r in record.references
        if isinstance(r.identifier, Provision)
        and (
            r.identifier.act in rule.acts or any(name in rule.treaty for name in _treaty_names(r.identifier))
        )
    ]
    in_notice = [r for r in cited if r.part == location.NOTICE_PART]
    places = (*codes, *(location.record_place(record, r.span) for r in in_notice or cited[:1]))
    return places, bool(codes or in_notice)


def _codes(rule: Rule, record: Record) -> tuple[Place, ...]:
    stated = [code for code in record.notice.subject_codes if code.value in rule.codes_any | rule.codes_all]
    values = {code.value for code in stated}
    if not rule.codes_all <= values or not rule.codes_any & values:
        return ()
    return tuple(location.notice_place(record, code.span) for code in stated)


def _treaty_names(provision: Provision) -> tuple[str, ...]:
    """How a treaty article may stand in a row: with and without its paragraph.

    >>> _treaty_names(Provision("TFEU", "126", "9"))
    ('TFEU 126', 'TFEU 126(9)')
    """
    treaty = _TREATIES.get(provision.act)
    if treaty is None or provision.article is None:
        return ()
    name = f"{treaty} {provision.article}"
    return (name, f"{name}({provision.paragraph})") if provision.paragraph else (name,)


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(_rule(row) for row in _rows()["rule"])


def _rule(row: Mapping[str, object]) -> Rule:
    def names(key: str) -> tuple[str, ...]:
        values = row.get(key, ())
        return tuple(str(value) for value in values) if isinstance(values, list) else ()

    area, start, until = row.get("area"), row.get("from"), row.get("until")
    return Rule(
        id=str(row["id"]),
        states=names("states"),
        area=str(area) if area else None,
        firm=bool(row["firm"]),
        note=str(row["note"]),
        certainty=str(row["certainty"]),
        codes_all=frozenset(names("codes_all")),
        codes_any=frozenset(names("codes_any")),
        acts=frozenset(names("acts")),
        treaty=frozenset(names("treaty")),
        start=start if isinstance(start, date) else date.min,
        until=until if isinstance(until, date) else date.max,
    )


@cache
def _opt_ins() -> tuple[OptIn, ...]:
    rows = reference.rows("opt_ins")
    return tuple(OptIn(r["state"], r["act"], reference.line("opt_ins", r["state"], r["act"])) for r in rows)


def _rows() -> Mapping[str, list[Mapping[str, object]]]:
    text = (resources.files("corpus") / "data" / "participation.toml").read_text("utf-8")
    return tomllib.loads(text)
