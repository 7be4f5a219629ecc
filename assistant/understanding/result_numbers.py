"""A result told as three numbers: "21-2-4", "20 zu 2 zu 4".

Knows how such a result is written, and that members of the Council are no more than twenty-eight. Refuses to
know which number is whose: votes in favour, against and abstentions, in the order of the Council.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

Numbers = tuple[int, int, int]

_BETWEEN = r"\s*(?:[-–—−:/|,]|\s[^\W\d_]{1,3}\s)\s*"
_RESULT = re.compile(
    rf"(?<![\w.,/-])(\d{{1,2}}){_BETWEEN}(\d{{1,2}}){_BETWEEN}(\d{{1,2}})(?![\w/]|-\d|[.,]\d)"
)
_TWO = 2
_IN_FAVOUR = range(14, 29)
_MEMBERS = range(24, 29)  # with members that take no part left out, as a newspaper counts them


def are_rivals(numbers: Sequence[Decimal]) -> bool:
    """Whether two numbers can be two counts of the votes in favour: "one says 21, the other 20"."""
    distinct = sorted(set(numbers))
    return (
        len(distinct) == _TWO
        and all(number in _IN_FAVOUR for number in distinct)
        and distinct[1] - distinct[0] <= 1
    )


def results_in(text: str) -> tuple[Numbers, ...]:
    """The results told in a text, in order: for, against, abstained.

    >>> results_in("De ene krant schrijft 21-2-4, de andere 20-2-4.")
    ((21, 2, 4), (20, 2, 4))
    >>> results_in("on 22-12-2025, or 12/5/26")
    ()
    """
    found = ((int(first), int(second), int(third)) for first, second, third in _RESULT.findall(text))
    return tuple(numbers for numbers in found if sum(numbers) in _MEMBERS and numbers[0] > max(numbers[1:]))
