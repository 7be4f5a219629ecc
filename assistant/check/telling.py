"""How a sentence tells of a vote: who, which position, and how plainly.

Reads it as a notice is read (``corpus/clause.py``). Refuses to know how anybody voted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.check.draft import Doubt, Sentence
from corpus import clause
from corpus.cue import Cue, cues_in
from corpus.lexicon import Stance
from corpus.member_state import StateMention, find_states
from corpus.model import Position
from corpus.phrase import fold
from corpus.text import Span
from corpus.voter import Voters, Who

_LONGEST = 160
_BESIDE = 4
_CLAUSE_END = re.compile(r"[,;.:()–]")
_NEGATED = (Stance.AGAINST, Stance.ABSTENTION, Stance.FOR)


@dataclass(frozen=True, slots=True)
class Said:
    """Voters and the position a sentence gives them; ``denied`` where it says that it was not theirs."""

    voters: Voters
    cue: Cue
    position: Position
    denied: bool

    @property
    def span(self) -> Span:
        """The words that say so, where they stand near each other."""
        whole = self.voters.span.joined(self.cue.span)
        return whole if len(whole) - len(self.voters.span) <= _LONGEST else self.voters.span


@dataclass(frozen=True, slots=True)
class VoteReading:
    """What a sentence says of the vote; ``is_open`` where the reader was in doubt."""

    said: tuple[Said, ...]
    excepted: tuple[str, ...]
    is_open: bool


def read_votes(sentence: Sentence) -> VoteReading:
    """The votes a sentence tells of."""
    found = clause.read_clause(sentence.text, sentence.folded, sentence.lexicon)
    said: list[Said] = []
    excepted: list[str] = []
    for each in found.findings:
        voters, cue = each.voters, each.cue
        if voters is not None and voters.is_excepted:
            excepted += [mention.state for mention in voters.states]
        if voters is None or cue is None:
            continue
        position, denied = _position(sentence, cue)
        if position is not None:
            voters = _with_leaders(sentence, voters)
            said.append(Said(voters, _with_denial(sentence, cue) if denied else cue, position, denied))
    return VoteReading(tuple(said), tuple(excepted), bool(found.doubts))


def set_apart(sentences: Sequence[Sentence]) -> frozenset[str]:
    """The states that sentences give another position than in favour."""
    return frozenset(
        mention.state
        for sentence in sentences
        for said in read_votes(sentence).said
        if said.position is not Position.FOR
        for mention in said.voters.states
    )


def doubt_of(sentence: Sentence, said: Said) -> Doubt | None:
    """What keeps a vote from being plainly told: a denial, a source that is a state, words in between."""
    if said.voters.who is not Who.NONE and sentence.is_negated(said.cue.span, *plain_cues(sentence)):
        return Doubt.NEGATED
    if said.voters.who is not Who.NAMED:
        return None
    if _is_told_by_another(sentence, said):
        return Doubt.REPORTED
    place = _companion(sentence, said.voters)
    if place is not None and _leaders(sentence, place):
        return Doubt.SEQUENCE
    if _is_about_another_state(sentence, said):
        return Doubt.OTHER_MATTER
    return None


def plain_cues(sentence: Sentence) -> tuple[Span, ...]:
    """The words for votes of a sentence that leave no doubt: a "no" in them ("voted no") denies nothing."""
    cues = cues_in(sentence.folded, sentence.lexicon)
    return tuple(cue.span for cue in cues if cue.stance is not Stance.UNCLEAR)


def is_plain(sentence: Sentence, said: Said) -> bool:
    """Whether only words that change nothing stand between the voters and their position.

    A word not known to change nothing might ("regretted voting against", "was asked to abstain").
    """
    first, last = sorted((said.voters.span, said.cue.span))
    return _says_nothing(sentence, Span(first.end, max(first.end, last.start)))


def _says_nothing(sentence: Sentence, place: Span) -> bool:
    gap, lexicon = sentence.folded[place.start : place.end], sentence.lexicon
    for pattern in (
        sentence.words.between, lexicon.vote.transparent, lexicon.vote.articles, lexicon.vote.delegation,
        lexicon.vote.and_, lexicon.heading.statement, lexicon.months, lexicon.numbers, lexicon.vote.verbs,
    ):  # fmt: skip
        gap = pattern.sub(" ", gap)
    return not any(letter.isalpha() for letter in gap)


def _position(sentence: Sentence, cue: Cue) -> tuple[Position | None, bool]:
    """The position of a cue; words that deny one ("did not vote against") deny the one inside them."""
    if cue.stance is not Stance.UNCLEAR:
        return Position(cue.stance), False
    inside = sentence.folded[cue.span.start : cue.span.end]
    stances = sentence.lexicon.stances
    denied = [s for s in _NEGATED if stances[s].verb.search(inside)]
    denied = denied or [s for s in _NEGATED if stances[s].particle.search(inside)]
    denied = denied or [s for s in _NEGATED if stances[s].label.search(inside)]
    return (Position(denied[0]), True) if len(denied) == 1 else (None, False)


def _with_denial(sentence: Sentence, cue: Cue) -> Cue:
    """A cue with the "not" that stands right before it: "stimmte nicht dafür"."""
    before = sentence.folded[: cue.span.start].rstrip()
    ending = [
        found for found in sentence.lexicon.vote.negation.finditer(before) if found.end() == len(before)
    ]
    return replace(cue, span=Span(ending[0].start(), cue.span.end)) if ending else cue


def _is_about_another_state(sentence: Sentence, said: Said) -> bool:
    """Whether what was voted on seems to name a state: "voted against giving Spain more money".

    A state right behind voters and their position is what these voted on, whatever it voted itself:
    "Poland supported Hungary, which voted against".
    """
    after = _CLAUSE_END.split(sentence.text[said.cue.span.end :])[0]
    found = find_states(after, sentence.language)
    voters = {m.state for each in read_votes(sentence).said for m in each.voters.states}
    is_voter_first = said.voters.span.end <= said.cue.span.start
    led = fold(after[: found[0].span.start]) if found else ""
    is_object = is_voter_first and found and not sentence.lexicon.vote.articles.sub("", led).strip()
    return bool(is_object) or any(mention.state not in voters for mention in found)


def _with_leaders(sentence: Sentence, voters: Voters) -> Voters:
    """Voters with those in whose company they voted: "Poland voted together with Hungary against"."""
    place = _companion(sentence, voters)
    leaders = _leaders(sentence, place) if place is not None else ()
    if not leaders or place is None or not _says_nothing(sentence, Span(leaders[-1].span.end, place.start)):
        return voters
    span = leaders[0].span.joined(voters.span)
    return replace(voters, states=(*leaders, *voters.states), span=span)


def _companion(sentence: Sentence, voters: Voters) -> Span | None:
    """The "alongside" that stands right before voters."""
    articles, first = sentence.lexicon.vote.articles, voters.span.start
    before = [place for place in sentence.companions if place.end <= first]
    is_near = before and not articles.sub("", sentence.folded[before[-1].end : first]).strip()
    return before[-1] if is_near else None


def _leaders(sentence: Sentence, place: Span) -> tuple[StateMention, ...]:
    """The states in the clause before an "alongside"."""
    stops = [found.end() for found in _CLAUSE_END.finditer(sentence.folded, 0, place.start)]
    start = max([0, *stops])
    mentions = find_states(sentence.text, sentence.language)
    return tuple(each for each in mentions if start <= each.span.start and each.span.end <= place.start)


def _is_told_by_another(sentence: Sentence, said: Said) -> bool:
    """Whether a state that is none of the voters is named as the source: "according to Poland"."""
    voters = {mention.state for mention in said.voters.states}
    also = {m.state for each in read_votes(sentence).said for m in each.voters.states}
    mentions = find_states(sentence.text, sentence.language)
    others = [m.span for m in mentions if m.state not in voters and m.state not in also]
    sources = [Span(*found.span()) for found in sentence.words.attributed.finditer(sentence.folded)]
    if len(voters) > 1 and any(
        0 <= mention.span.start - source.end <= _BESIDE
        for mention in said.voters.states
        for source in sources
    ):
        return True  # "according to Poland, Hungary voted against": no list of two voters
    return any(
        0 <= other.start - source.end <= _BESIDE or 0 <= source.start - other.end <= _BESIDE
        for other in others
        for source in sources
    )
