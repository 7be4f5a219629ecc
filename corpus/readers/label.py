"""The printed number of a list item: 1, a, iv.

Source: ECMA-376 Part 1, 17.18.59 (ST_NumberFormat); HTML Standard, the ol element.
"""

from enum import StrEnum

BULLET = "•"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class Numbering(StrEnum):
    """How the items of a list are numbered, by the names Word gives."""

    DECIMAL = "decimal"
    LOWER_LETTER = "lowerLetter"
    UPPER_LETTER = "upperLetter"
    LOWER_ROMAN = "lowerRoman"
    UPPER_ROMAN = "upperRoman"


def ordinal(number: int, numbering: Numbering) -> str:
    """The number as it is printed; in figures where letters or Roman numerals have none for it.

    >>> ordinal(4, Numbering.LOWER_ROMAN), ordinal(28, Numbering.LOWER_LETTER)
    ('iv', 'bb')
    """
    if number < 1 or number > 4999:
        return str(number)
    if numbering is Numbering.DECIMAL:
        return str(number)
    is_letter = numbering in {Numbering.LOWER_LETTER, Numbering.UPPER_LETTER}
    printed = _letters(number) if is_letter else _roman(number)
    return printed.upper() if numbering in {Numbering.UPPER_LETTER, Numbering.UPPER_ROMAN} else printed


def _letters(number: int) -> str:
    """Word repeats the letter after z: aa, bb, cc."""
    rounds, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (rounds + 1)


def _roman(number: int) -> str:
    printed = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        printed += sign * count
    return printed
