"""What words for positions mean that stand beside each other, with no voters between.

Knows two cases: a position left open and then said ("did not agree and voted against it"), and the
heads of a table's columns ("For Against Abstention"), which are nobody's position.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from corpus.cue import Cue, CueKind
from corpus.lexicon import Lexicon, Stance
from corpus.voter import Voters, Who

DISSENTS = frozenset({Stance.AGAINST, Stance.ABSTENTION, Stance.NOT_PARTICIPATING})
_PAUSE = re.compile(r"[^:]{0,40}[;.,]")
_BREATH = re.compile(r"[,;:(–—-]")
_HEADS = frozenset({CueKind.NOUN, CueKind.LABEL})
_OPENS_BRACKET = re.compile(r"\s*\((?:[^\W\d_]+\s+){0,3}")
_IN_BRACKET = 3
_MOST_BEFORE_HEADS = 3  # "sta se odločili za vzdržanje": in prose a label may be a preposition
_REACH = 40


def explained(items: list[Voters | Cue], folded: str, lexicon: Lexicon) -> list[Voters | Cue]:
    """ "Italy did not agree and voted against it": the position that is said after one that is left open."""
    said: list[Voters | Cue] = []
    items = [item for number, item in enumerate(items) if not _is_said_in_bracket(items[number:], folded)]
    for number, item in enumerate(items):
        before = said[-1] if said else None
        following = items[number + 1] if number + 1 < len(items) else None
        is_open = isinstance(before, Cue) and before.stance is Stance.UNCLEAR
        is_said = isinstance(item, Cue) and _explains(item, following, folded, lexicon)
        if before and is_open and is_said and _goes_on(folded[before.span.end : item.span.start], lexicon):
            said[-1] = replace(item, span=before.span.joined(item.span))
        else:
            said.append(item)
    return said


def _is_said_in_bracket(items: Sequence[Voters | Cue], folded: str) -> bool:
    """Whether a bracket behind those left open says their dissent: "could not agree: Malta (voting no)"."""
    if len(items) < _IN_BRACKET:
        return False
    first, voters, said = items[:_IN_BRACKET]
    if not isinstance(first, Cue) or not isinstance(voters, Voters) or not isinstance(said, Cue):
        return False
    is_dissent = voters.who is Who.NAMED and said.stance in DISSENTS
    gap = folded[voters.span.end : said.span.start]
    return first.stance is Stance.UNCLEAR and is_dissent and _OPENS_BRACKET.fullmatch(gap) is not None


def _goes_on(gap: str, lexicon: Lexicon) -> bool:
    """Whether a sentence goes on behind a position left open: by a conjunction or a pause."""
    words = lexicon.vote
    return (
        bool(_BREATH.search(gap) or words.and_.search(gap) or words.separators.search(gap)) or not gap.strip()
    )


def _explains(item: Cue, following: Voters | Cue | None, folded: str, lexicon: Lexicon) -> bool:
    """Whether a verb says the dissent of those before it: the voters behind it begin another clause."""
    if item.kind is not CueKind.VERB or item.stance not in DISSENTS:
        return False
    if not isinstance(following, Voters) or following.who is not Who.NAMED:
        return True
    gap = folded[item.span.end : following.span.start]
    return _PAUSE.match(gap) is not None or lexicon.vote.separators.search(gap) is not None


def table_heads(items: Sequence[Voters | Cue], folded: str, lexicon: Lexicon) -> Sequence[Cue]:
    """The words for a position straight behind a word for another: heads of columns, not positions.

    A verb is one only behind two such words: "Delegation För Emot Avstår".
    """
    cues = [item for item in items if isinstance(item, Cue)]
    nobody = {item.span.end for item in items if isinstance(item, Voters) and item.who is Who.NONE}
    return [
        cue for cue in cues if _heads_before(cue, folded, lexicon, nobody) >= (1 if cue.kind in _HEADS else 2)
    ]


def _heads_before(cue: Cue, folded: str, lexicon: Lexicon, nobody: Set[int]) -> int:
    """How many words for other positions stand straight before one; in "no abstentions" the "no" is none."""
    offset = max(0, cue.span.start - _REACH)
    lead, number = folded[offset : cue.span.start], 0
    others = [words.label for stance, words in lexicon.stances.items() if stance is not cue.stance]
    while lead[-1:].isspace() or lead[-1:] == "|":
        lead = lead.rstrip(" \t\n|")
        starts = [start for label in others for start in _ending(lead, label)]
        if not starts or len(lead) + offset in nobody:
            break
        lead, number = lead[: min(starts)], number + 1
    is_in_prose = number == 1 and len(folded[: offset + len(lead)].split()) > _MOST_BEFORE_HEADS
    return 0 if is_in_prose else number


def _ending(lead: str, label: re.Pattern[str]) -> Iterator[int]:
    return (found.start() for found in label.finditer(lead) if found.end() == len(lead))
