"""The words of a clause that give a position: "voted against", "abstentions of", "Against:".

Knows cues and the numbers beside them. Whose position it is, is for ``vote.py`` to say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from corpus.claim import Claims
from corpus.lexicon import Lexicon, Stance
from corpus.negation import is_negated
from corpus.text import Span

_PARTICLE_REACH = 90
_LONG_CUE = 30
_LABEL_OPENS = re.compile(r"(?:^|[\n(|:\t;.\[,=]|[-–—•·]|\d|\s{2})[\s\"*]*$")
_LABEL_CLOSES = re.compile(r"[\s\"*]*(?:$|[\n)|:\t;\]=(]|[-–—]\s|\s{2}|\d)")
_IN_BRACKET = re.compile(r"\((?:[^\W\d_]+\s){1,2}$")
_ENDS_ROW = re.compile(r"[ \t]*(?:\n|$)")
_HEADS_ROW = re.compile(r"\s*(?:\(\d{1,2}\)\s*)?:")
_SENTENCE_SIGNS = re.compile(r"[:(|\t=]|\s{2}|[-–—]\s")
_TAKEN = frozenset({Stance.FOR, Stance.AGAINST, Stance.ABSTENTION})
_NUMBER = r"(?P<digits>\d{1,2})"
_WITHIN = re.compile(r"[^\W\d_]+\s(?P<digits>\d{1,2})\s")
_OF_RULE = re.compile(r"(?:(?<!\w)[^\W\d_]{1,3}\.|№|[º°])\s*$")  # "Protokolem č. 22": no number of votes


class CueKind(StrEnum):
    """How a cue stands to its voters; see ``StanceWords``."""

    VERB = "verb"
    NOUN = "noun"
    PARTICLE = "particle"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that give a position, and the number of delegations the text gives beside them."""

    stance: Stance
    kind: CueKind
    span: Span
    count: int | None = None

    @property
    def is_label(self) -> bool:
        """Whether it only names a position, as the head of a row or column does."""
        return self.kind is CueKind.LABEL


def cues_in(
    folded: str, lexicon: Lexicon, masked: tuple[Span, ...] = (), voters: tuple[Span, ...] = ()
) -> tuple[Cue, ...]:
    """The cues of a clause, in its order, the longest where several begin at one place.

    No cue reaches over ``voters``: "sich die Delegation Zyperns enthalten" is two things.
    """
    found = [cue for stance in Stance for cue in _of_stance(folded, lexicon, stance, voters)]
    claims = Claims()
    longest_first = sorted(found, key=lambda c: (-len(c.span), c.kind is CueKind.LABEL, c.span))
    free = [cue for cue in longest_first if not any(_is_of(cue, place) for place in masked)]
    chosen = [cue for cue in free if claims.claim(cue.span)]
    merged = _merged(sorted(chosen, key=lambda c: c.span), folded, lexicon)
    counted = tuple(_counted(_opened(cue, folded, lexicon), folded, lexicon) for cue in merged)
    return _counted_from_start(counted, folded, lexicon)


def _is_of(cue: Cue, title: Span) -> bool:
    """Whether a cue is among an act's words; "für … gestimmt" may stand around all of them."""
    return cue.span.overlaps(title) and not cue.span.contains(title)


def _of_stance(folded: str, lexicon: Lexicon, stance: Stance, voters: tuple[Span, ...]) -> Iterator[Cue]:
    words = lexicon.stances[stance]
    for kind, pattern in ((CueKind.VERB, words.verb), (CueKind.NOUN, words.noun)):
        for span in _between(pattern, folded, voters, lexicon):
            yield Cue(stance, kind, span)
    for found in words.particle.finditer(folded):
        if _has_verb_near(folded, found, lexicon):
            yield Cue(stance, CueKind.PARTICLE, Span(*found.span()))
    for found in words.label.finditer(folded):
        if _is_row(folded, Span(*found.span()), voters):
            yield Cue(stance, CueKind.LABEL, Span(*found.span()))
            continue
        opens = _LABEL_OPENS.search(folded[max(0, found.start() - 8) : found.start()])
        closes = _LABEL_CLOSES.match(folded, found.end())
        if _is_in_bracket(folded, found):
            yield Cue(stance, CueKind.LABEL, Span(*found.span()))
        is_head = opens or _HEADS_ROW.match(folded, found.end())
        if is_head and closes and _SENTENCE_SIGNS.search(folded[max(0, found.start() - 3) : found.end() + 3]):
            yield Cue(stance, CueKind.LABEL, Span(*found.span()))


def _is_in_bracket(folded: str, label: re.Match[str]) -> bool:
    """Whether a bracket holds a label and a word or two before it: "(both no)"."""
    return (
        _IN_BRACKET.search(folded[max(0, label.start() - 24) : label.start()]) is not None
        and folded[label.end() : label.end() + 1] == ")"
    )


def _is_row(folded: str, label: Span, voters: tuple[Span, ...]) -> bool:
    """A label straight behind voters: at the head of the next row, or a row that is no more than these."""
    before = [each for each in voters if folded[each.end : label.start].isspace()]
    if not before:
        return False
    line = folded[folded.rfind("\n", 0, before[0].start) + 1 : before[0].start]
    is_whole_row = line.strip() == "" and _ENDS_ROW.match(folded, label.end) is not None
    return is_whole_row or _HEADS_ROW.match(folded, label.end) is not None


def _between(
    pattern: re.Pattern[str], folded: str, voters: tuple[Span, ...], lexicon: Lexicon
) -> Iterator[Span]:
    """The places of a pattern that hold no voters and no second vote; a shorter one may begin inside."""
    at = 0
    while found := pattern.search(folded, at):
        span = Span(*found.span())
        is_inside = any(each.start < span.start < each.end for each in voters)
        is_across = (
            is_inside or any(span.contains(each) for each in voters) or _votes_twice(found[0], lexicon)
        )
        if not is_across:
            yield span
        at = span.start + 1 if is_across else max(span.end, span.start + 1)


def _votes_twice(words: str, lexicon: Lexicon) -> bool:
    """Whether a gap runs from one verb of voting over another: "voted against, and voted for"."""
    return len(words) > _LONG_CUE and sum(1 for _ in lexicon.vote.verbs.finditer(words)) > 1


def _has_verb_near(folded: str, particle: re.Match[str], lexicon: Lexicon) -> bool:
    """A particle means a position only with a verb of voting in the same stretch between stops."""
    before = re.split(r"[;:]", folded[max(0, particle.start() - _PARTICLE_REACH) : particle.start()])[-1]
    after = re.split(r"[;:,]", folded[particle.end() : particle.end() + _PARTICLE_REACH])[0]
    return lexicon.vote.verbs.search(before) is not None or lexicon.vote.verbs.search(after) is not None


def _merged(cues: list[Cue], folded: str, lexicon: Lexicon) -> list[Cue]:
    """Two cues of one position with nothing of weight between are one: "objected and voted against"."""
    merged: list[Cue] = []
    for cue in cues:
        last = merged[-1] if merged else None
        gap = folded[last.span.end : cue.span.start] if last else ""
        if last and last.stance is cue.stance and _says_nothing(gap, lexicon):
            kind = cue.kind if cue.kind is CueKind.VERB else last.kind
            merged[-1] = replace(last, kind=kind, span=last.span.joined(cue.span))
        else:
            merged.append(cue)
    return merged


def _says_nothing(gap: str, lexicon: Lexicon) -> bool:
    """Whether a gap holds only "of" and, after an "and", auxiliaries."""
    words = lexicon.vote
    plain = words.of.sub(" ", gap)
    joint = words.and_.match(plain.lstrip())
    if joint:
        plain = words.transparent.sub(" ", plain.lstrip()[joint.end() :])
    return plain.strip() == ""


def _opened(cue: Cue, folded: str, lexicon: Lexicon) -> Cue:
    """A position taken back by "not" is unclear."""
    is_said = cue.kind in (CueKind.VERB, CueKind.PARTICLE) and cue.stance in _TAKEN
    is_support = cue.stance is Stance.FOR
    is_particle = cue.kind is CueKind.PARTICLE
    if is_said and is_negated(folded, cue.span, lexicon, is_support=is_support, is_particle=is_particle):
        return replace(cue, stance=Stance.UNCLEAR)
    is_taken_back = is_said and not is_support and _is_negated_within(cue, folded, lexicon)
    return replace(cue, stance=Stance.UNCLEAR) if is_taken_back else cue


def _is_negated_within(cue: Cue, folded: str, lexicon: Lexicon) -> bool:
    """Whether a "not" stands where the words of a dissent leave a gap: "lehnte die Verordnung nicht ab"."""
    words = folded[cue.span.start : cue.span.end]
    without = lexicon.vote.negation.sub("", words)
    verb = lexicon.stances[cue.stance].verb
    return without != words and verb.fullmatch(" ".join(without.split())) is not None


def _counted(cue: Cue, folded: str, lexicon: Lexicon) -> Cue:
    """Give a cue its number: "two delegations voted against", "abstentions: 4"."""
    before = folded[max(0, cue.span.start - 48) : cue.span.start]
    after = folded[cue.span.end : cue.span.end + 48]
    found = _number_before(lexicon).search(before)
    if found and _OF_RULE.search(before[: found.start()]):
        found = None
    found = _number_within(cue, folded) or found or _number_after(lexicon).match(after)
    return replace(cue, count=_value(found, lexicon)) if found else cue


def _counted_from_start(cues: tuple[Cue, ...], folded: str, lexicon: Lexicon) -> tuple[Cue, ...]:
    """A sentence that begins with its number: "Vierundzwanzig Delegationen haben … zugestimmt"."""
    found = _number_first(lexicon).match(folded) if len(cues) == 1 else None
    if found is None or cues[0].count is not None or cues[0].stance is not Stance.FOR:
        return cues
    return (replace(cues[0], count=_value(found, lexicon)),)


def _number_within(cue: Cue, folded: str) -> re.Match[str] | None:
    """A number behind the first word of a verb: "stemte 22 for"."""
    return _WITHIN.match(folded, cue.span.start, cue.span.end) if cue.kind is CueKind.VERB else None


@cache
def _number_first(lexicon: Lexicon) -> re.Pattern[str]:
    number = rf"(?:{_NUMBER}|(?P<word>{lexicon.numbers.pattern}))"
    return re.compile(rf"\s*{number}\s+(?:{lexicon.vote.delegation.pattern})")


@cache
def _number_before(lexicon: Lexicon) -> re.Pattern[str]:
    words = lexicon.vote
    noun = rf"(?:\s+(?:{words.delegation.pattern}|{words.transparent.pattern}|{words.of.pattern})){{0,3}}"
    return re.compile(rf"(?<![\w/,.])(?:{_NUMBER}|(?P<word>{lexicon.numbers.pattern})){noun}\s*$")


@cache
def _number_after(lexicon: Lexicon) -> re.Pattern[str]:
    noun = rf"(?:\s+{lexicon.vote.of.pattern})?\s+(?:{lexicon.vote.delegation.pattern})"
    lead = rf"\s*[:=(-]?\s*(?:{lexicon.vote.of.pattern})?\s*"
    ending = rf"(?:{noun}|\s*(?:$|[).;,\n|]))"
    return re.compile(rf"{lead}(?:{_NUMBER}|(?P<word>{lexicon.numbers.pattern})){ending}")


def _value(found: re.Match[str], lexicon: Lexicon) -> int | None:
    """The number; the word for one counts nothing, being the article in most languages."""
    if found["digits"]:
        return int(found["digits"])
    number = lexicon.number_values.get(" ".join(found["word"].split()))
    return None if number == 1 else number
