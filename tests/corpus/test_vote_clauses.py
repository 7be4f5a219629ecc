"""Tables of vote clauses: what each says, written out; in each language apart."""

from datetime import date
from pathlib import Path

import pytest

from corpus.act import units_of
from corpus.blocks import Block
from corpus.lexicon import lexicon
from corpus.reading import read_view
from corpus.text import SourceText, Span
from corpus.title_mask import Masks
from corpus.vote import read_roll_call

CLAUSES = Path(__file__).parent / "clauses"
BEFORE_BREXIT = date(2019, 3, 1)


def rows() -> list[tuple[str, str, str]]:
    return [
        (file.stem, *line.split(" :: ", 1))
        for file in sorted(CLAUSES.glob("*.txt"))
        for line in file.read_text("utf-8").splitlines()
        if " :: " in line and not line.startswith("#")
    ]


def said_in(language: str, clause: str) -> set[str]:
    """What the reader finds, in the table's words."""
    view = read_view(SourceText(clause))
    words = lexicon(language)
    units = units_of(view, [Block(Span(0, len(view.text)), view.text)], words)
    roll_call = read_roll_call(view, units, words, Masks(), on=BEFORE_BREXIT)
    said: dict[str, list[str]] = {}
    for position in roll_call.positions:
        said.setdefault(str(position.position), []).append(position.state)
        assert view.source.quote(position.clause)
    found = {f"{position}={','.join(states)}" for position, states in said.items()}
    if roll_call.remainder:
        found.add(f"remainder={roll_call.remainder.value}")
    return found | {f"warning={warning.code}" for warning in roll_call.warnings}


@pytest.mark.parametrize(("language", "expected", "clause"), rows())
def test_a_clause_gives_each_state_the_position_its_words_give(
    language: str, expected: str, clause: str
) -> None:
    assert said_in(language, clause) == set(expected.split())
