"""The working of voting power: the counts behind each index, so that anyone can redo the division.

A count over all combinations has no place in a record: it is an input under the assumption that names
it (every way the others may vote, as likely as every other).
"""

from collections.abc import Sequence
from fractions import Fraction
from math import factorial

from assistant.citing.computation import Computation, Input
from assistant.counting.power import Power

EVERY_COMBINATION = "assumption.every_combination"
EVERY_ORDER = "assumption.every_order"
RATIO = "ratio"
_COUNT = "combination"
_ORDER = "order"
_DECIMALS = 4


def computations(member: Power, every: Sequence[Power]) -> tuple[Computation, ...]:
    """Banzhaf's index, the share of all members' power, and the Shapley value, of one member.

    Ids are the labels: ``banzhaf``, ``banzhaf_share``, ``shapley``.
    """
    combinations = 2 ** (len(every) - 1)
    decisive = _counted("decisive", member.swings, _COUNT, EVERY_COMBINATION)
    among = _counted("combinations", combinations, _COUNT, EVERY_COMBINATION)
    all_ = _counted("decisive_of_all", sum(each.swings for each in every), _COUNT, EVERY_COMBINATION)
    orders = factorial(len(every))
    first = _counted("orders_decided", int(member.shapley * orders), _ORDER, EVERY_ORDER)
    out_of = _counted("orders", orders, _ORDER, EVERY_ORDER)
    return (
        _share("shapley", member.shapley, (first, out_of)),
        _share("banzhaf_share", member.share, (decisive, all_)),
        _share("banzhaf", member.banzhaf, (decisive, among)),
    )


def _counted(name: str, count: int, unit: str, assumption: str) -> Input:
    return Input(name, name, Fraction(count), unit, assumption=assumption)


def _share(name: str, value: Fraction, inputs: tuple[Input, Input]) -> Computation:
    formula = " / ".join(item.name for item in inputs)
    return Computation(name, name, value, RATIO, formula, inputs, _DECIMALS)
