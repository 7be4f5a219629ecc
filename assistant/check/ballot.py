"""Results told as bare numbers: "21-2-4", "by 21 votes to two", "20 for, 2 against, 4 abstentions".

Knows the order in which the sides of a vote are told. Refuses numbers that can be no vote of the members.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.check.draft import Sentence
from assistant.check.numeral import Number
from corpus.lexicon import Stance
from corpus.member_state import MEMBERS
from corpus.model import Position
from corpus.text import Span

_SIDES = (Position.FOR, Position.AGAINST, Position.ABSTENTION)
_LABELLED = (Stance.FOR, Stance.AGAINST, Stance.ABSTENTION)
_DASHES = frozenset("-–—")
_FEWEST = len(MEMBERS) // 2
_MOST = len(MEMBERS)
_FEWEST_LABELLED = 2
_ON_A_VOTE = ("object.vote", "object.adopted", "object.rejected", "position.")
_ITEM_ENDS = re.compile(r"\s*(?:$|[,;.()\0])")


@dataclass(frozen=True, slots=True)
class Side:
    """A number of votes at a position; ``words`` are those that say so."""

    number: Number
    position: Position
    words: Span


def sides_in(sentence: Sentence, numbers: Sequence[Number]) -> tuple[Side, ...]:
    """The sides of a vote that are told by bare numbers, in the order of the sentence."""
    if not any(tag.startswith(_ON_A_VOTE) for tag in sentence.reading.tags):
        return ()
    found = {side.number.span: side for side in (*_labelled(sentence, numbers), *_opposed(sentence, numbers))}
    return tuple(found[span] for span in sorted(found))


def _opposed(sentence: Sentence, numbers: Sequence[Number]) -> Iterator[Side]:
    """ "21 to 2", "21-2-4": those for first, then those against, then those who abstained."""
    for index, (first, second) in enumerate(pairwise(numbers)):
        gap = sentence.folded[first.span.end : second.span.start].strip()
        is_opposed = gap in _DASHES or sentence.words.versus.fullmatch(gap) is not None
        is_won = second.value < first.value and _FEWEST < first.value + second.value <= _MOST
        if not (is_opposed and is_won):
            continue
        sides = [first, second]
        third = numbers[index + 2 : index + 3]
        if gap in _DASHES and third and sentence.folded[second.span.end : third[0].span.start].strip() == gap:
            sides.append(third[0])
        yield from (
            Side(number, position, number.span) for number, position in zip(sides, _SIDES, strict=False)
        )


def _labelled(sentence: Sentence, numbers: Sequence[Number]) -> list[Side]:
    """ "20 for, 2 against": numbers with nothing but a position behind them, where there are several."""
    found = [side for number in numbers if (side := _label_behind(sentence, number)) is not None]
    return found if len(found) >= _FEWEST_LABELLED else []


def _label_behind(sentence: Sentence, number: Number) -> Side | None:
    text = sentence.folded
    start = number.span.end + (len(text) - number.span.end - len(text[number.span.end :].lstrip()))
    for stance in _LABELLED:
        words = sentence.lexicon.stances[stance]
        for pattern in (words.label, words.particle, words.noun):
            label = pattern.match(text, start)
            if label is not None and _ends_item(sentence, label.end()):
                return Side(number, Position(stance), Span(label.start(), label.end()))
    return None


def _ends_item(sentence: Sentence, at: int) -> bool:
    rest = sentence.folded[at:]
    joins = (sentence.lexicon.vote.and_, sentence.words.connective)
    return _ITEM_ENDS.match(rest) is not None or any(join.match(rest.lstrip()) for join in joins)
