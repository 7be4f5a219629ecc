"""Who sits in the Council on a day, and how many people each state stands for.

Knows the tables of members and population shares, each row citable. Refuses to know any vote.
Source: accession treaties; Rules of Procedure of the Council, Article 11(6) and Annex III.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from assistant.citing import reference
from assistant.citing.citation import Place

HALF_OF_THE_LAST_DIGIT = Decimal("0.005")  # shares are published to two decimals of a percent


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the Council from one day to another, both included."""

    iso2: str
    start: date
    until: date
    euro_from: date | None
    place: Place


@dataclass(frozen=True, slots=True)
class PopulationShare:
    """A state's share of the population of the Union in the table of a year, in percent."""

    iso2: str
    percent: Decimal
    place: Place


@lru_cache(maxsize=4096)
def members_on(day: date) -> tuple[Member, ...]:
    """The members of the Council on that day, by their codes."""
    return tuple(member for member in _members() if member.start <= day <= member.until)


def memberships(iso2: str) -> tuple[Member, ...]:
    """The times a state has been a member; empty for one that never was."""
    return tuple(member for member in _members() if member.iso2 == iso2)


def outside_euro(day: date) -> tuple[str, ...]:
    """The members that did not have the euro on that day."""
    return tuple(m.iso2 for m in members_on(day) if m.euro_from is None or m.euro_from > day)


def population_shares(year: int) -> dict[str, PopulationShare] | None:
    """The shares that count for votes of that year; None when there is no table for it."""
    found = {share.iso2: share for share_year, share in _shares() if share_year == year}
    return found or None


def population_years() -> tuple[int, ...]:
    """The years there is a table for."""
    return tuple(sorted({year for year, _ in _shares()}))


@cache
def _members() -> tuple[Member, ...]:
    return tuple(
        Member(
            iso2=row["iso2"],
            start=date.fromisoformat(row["from"]),
            until=date.fromisoformat(row["until"]) if row["until"] else date.max,
            euro_from=date.fromisoformat(row["euro_from"]) if row["euro_from"] else None,
            place=reference.line("members", row["iso2"]),
        )
        for row in sorted(reference.rows("members"), key=lambda row: row["iso2"])
    )


@cache
def _shares() -> tuple[tuple[int, PopulationShare], ...]:
    return tuple(
        (
            int(row["year"]),
            PopulationShare(
                row["iso2"],
                Decimal(row["share_percent"]),
                reference.line("population", row["year"], row["iso2"]),
            ),
        )
        for row in reference.rows("population")
    )
