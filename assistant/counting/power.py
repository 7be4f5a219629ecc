"""Voting power: how often a member's vote decides, over all ways the others may vote.

Exact counts over the electorate of one reading, by the published shares as they stand. A power index
speaks of the rule, never of this vote: it knows no positions.
Source: J. F. Banzhaf, Rutgers Law Review 19 (1965); L. S. Shapley and M. Shubik, American Political
Science Review 48 (1954).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import comb

from assistant.counting.electorate import POPULATION_NEEDED, Electorate
from corpus.model import MajorityRule

_BITS = 32  # one coefficient: never above 2**31, the coalitions of a Council of 31 members
_BYTES = _BITS // 8


@dataclass(frozen=True, slots=True)
class Power:
    """One member's power.

    ``swings`` counts the coalitions of others that lose and win once it joins; ``banzhaf`` is that over all
    coalitions of others, ``share`` the same with all members' powers adding up to one, and
    ``shapley`` the share of the orders of voting in which this member's vote is the decisive one.
    """

    state: str
    swings: int
    banzhaf: Fraction
    share: Fraction
    shapley: Fraction


@lru_cache(maxsize=64)
def powers(electorate: Electorate) -> tuple[Power, ...] | None:
    """The power of every member, in the electorate's order; None without a population table."""
    if electorate.hundredths is None and electorate.kind is MajorityRule.QUALIFIED:
        return None
    weights = electorate.hundredths or (0,) * len(electorate.states)
    coalitions = _coalitions(weights)
    swings = [_swings(electorate, _without(coalitions, weight), weight) for weight in weights]
    everybody = sum(sum(by_size) for by_size in swings) or 1
    others = len(weights) - 1
    return tuple(
        Power(
            state=state,
            swings=sum(by_size),
            banzhaf=Fraction(sum(by_size), 2**others),
            share=Fraction(sum(by_size), everybody),
            shapley=sum(
                (Fraction(count, comb(others, size) * (others + 1)) for size, count in enumerate(by_size)),
                Fraction(0),
            ),
        )
        for state, by_size in zip(electorate.states, swings, strict=True)
    )


def _coalitions(weights: Sequence[int]) -> list[int]:
    """Per size, how many coalitions have each weight: one number a size, one coefficient a weight."""
    by_size = [1] + [0] * len(weights)
    for weight in weights:
        for size in range(len(weights), 0, -1):
            by_size[size] += by_size[size - 1] << (weight * _BITS)
    return by_size


def _without(coalitions: Sequence[int], weight: int) -> list[int]:
    """The coalitions of the other members: what is left when one member's are taken out."""
    rest = [coalitions[0]]
    for size in range(1, len(coalitions) - 1):
        rest.append(coalitions[size] - (rest[size - 1] << (weight * _BITS)))
    return rest


def _swings(electorate: Electorate, others: Sequence[int], weight: int) -> list[int]:
    """Per size, how many coalitions of others lose without the member and win with it."""
    return [
        _winning(electorate, size + 1, coalitions, weight) - _winning(electorate, size, coalitions, 0)
        for size, coalitions in enumerate(others)
    ]


def _winning(electorate: Electorate, size: int, coalitions: int, added: int) -> int:
    """How many of the coalitions carry the vote, were they of that size and heavier by ``added``."""
    count = len(electorate.states)
    if electorate.kind is MajorityRule.UNANIMITY:
        return _count_from(coalitions, 0) if size == count else 0
    if size < electorate.members_needed:
        return 0
    blocking = electorate.blocking_members
    if electorate.kind is MajorityRule.SIMPLE or (blocking is not None and count - size < blocking):
        return _count_from(coalitions, 0)
    quota = POPULATION_NEEDED * sum(electorate.hundredths or ())
    return _count_from(coalitions, max(0, -(-quota.numerator // quota.denominator) - added))


def _count_from(coalitions: int, weight: int) -> int:
    """How many coalitions weigh at least that much."""
    tail = coalitions >> (weight * _BITS)
    raw = tail.to_bytes((tail.bit_length() + _BITS - 1) // _BITS * _BYTES, "little")
    return sum(memoryview(raw).cast("I"))
