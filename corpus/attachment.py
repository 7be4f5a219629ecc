"""Which voters go with which position words: the cheapest way to pair them without crossing.

Knows order, distance and nesting, not languages. Each group of voters goes with at most one
cue and each cue with at most one group; pairs may lie inside one another ("all delegations,
save Hungary, which opposed it, voted for") but never cross. Two ways that cost nearly the
same and disagree are an ambiguity, and then nothing is attached.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

FORBIDDEN = 1000.0
_MARGIN = 0.8


@dataclass(frozen=True, slots=True)
class Attachment:
    """Pairs of item numbers (first, second), and the items whose pairing is ambiguous."""

    pairs: tuple[tuple[int, int], ...]
    ambiguous: frozenset[int]


Costs = Mapping[tuple[int, int], float]


def attach(skips: Sequence[float], costs: Costs, meanings: Mapping[tuple[int, int], str]) -> Attachment:
    """Pair the items of a row.

    ``skips[i]`` is what it costs to leave item i alone, ``costs[i, j]`` (i before j) to pair
    two; pairs not listed are impossible. ``meanings`` says what a pair would state: two ways
    that state the same are no ambiguity.
    """
    best_cost, best = _cheapest(skips, costs)
    ambiguous: set[int] = set()
    for pair in best:
        if pair not in meanings:
            continue
        other_cost, other = _cheapest(skips, {p: cost for p, cost in costs.items() if p != pair})
        if other_cost - best_cost < _MARGIN and _stated(pair, other, meanings) != meanings[pair]:
            ambiguous.update(pair)
    return Attachment(best, frozenset(ambiguous))


def _stated(
    pair: tuple[int, int], other: Sequence[tuple[int, int]], meanings: Mapping[tuple[int, int], str]
) -> str:
    """What the other way states of the voters of a pair."""
    return next((meanings[p] for p in other if p in meanings and set(p) & set(pair) and p != pair), "")


def _cheapest(skips: Sequence[float], costs: Costs) -> tuple[float, tuple[tuple[int, int], ...]]:
    """The cheapest non-crossing pairing, by intervals from the shortest to the longest."""
    count = len(skips)
    partners: list[list[int]] = [[j for j in range(i + 1, count) if (i, j) in costs] for i in range(count)]
    cost = [[0.0] * (count + 1) for _ in range(count + 2)]
    choice = [[-1] * (count + 1) for _ in range(count + 2)]
    for i in range(count - 1, -1, -1):
        for j in range(i + 1, count + 1):
            cost[i][j] = skips[i] + cost[i + 1][j]
            for k in partners[i]:
                if k >= j:
                    break
                paired = costs[i, k] + cost[i + 1][k] + cost[k + 1][j]
                if paired < cost[i][j]:
                    cost[i][j], choice[i][j] = paired, k
    return cost[0][count], tuple(_pairs(choice, 0, count))


def _pairs(choice: list[list[int]], start: int, end: int) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    pending = [(start, end)]
    while pending:
        i, j = pending.pop()
        if i >= j:
            continue
        k = choice[i][j]
        if k < 0:
            pending.append((i + 1, j))
        else:
            pairs.append((i, k))
            pending += [(i + 1, k), (k + 1, j)]
    return sorted(pairs)
