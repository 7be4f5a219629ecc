"""Conditions over atoms: words separated by spaces, all of which must hold.

An atom, alternatives ``a|b``, or ``!a|b`` for the absence of all of them. Atoms are those of
``atoms.py``. Knows no language.
"""

from functools import cache


def holds(condition: str, atoms: frozenset[str]) -> bool:
    """Whether every term of the condition holds."""
    return all(absent != any(atom in atoms for atom in names) for absent, names in _terms(condition))


@cache
def _terms(condition: str) -> tuple[tuple[bool, tuple[str, ...]], ...]:
    """A condition taken apart: for each term whether absence is asked, and its atoms."""
    return tuple((term.startswith("!"), tuple(term.lstrip("!").split("|"))) for term in condition.split())
