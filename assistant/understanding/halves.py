"""Where two questions are joined that both ask for themselves, whichever word the second begins with.

"How did Spain vote, and was it adopted?": each half, read alone, is a whole question. Knows joints, and what
a half must hold to be one. Refuses to part what is one thing said of two: two states, two sides of a
comparison, a supposition and what it supposes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.question import Form, Intent
from assistant.understanding import atoms, cues, form, hypothesis, reading, refusal_rules, supposition
from assistant.understanding.phrasebook import Mark
from assistant.understanding.reading import Reading
from assistant.understanding.rules import order
from assistant.understanding.token import Token, fold

_AND, _TOO = "and", "too"
_OPENING = "¿"
_IF, _SUPPOSED = "hypothetical.if", "hypothetical."
_FOLLOW_UP = "follow_up"
_FEW = 3
_NEAR = 2  # words that may stand before what the second half asks with: "and by how many", "y ¿con cuántos"
_OPEN = frozenset({Intent.PASSAGE, Intent.REFUSED, Intent.EVIDENCE})
_SURE = frozenset(
    {
        Intent.STATE_POSITION, Intent.POSITION_LIST, Intent.POSITION_COUNT, Intent.OUTCOME, Intent.MAJORITY,
        Intent.STATEMENT_AUTHORS, Intent.PARTICIPATION, Intent.COMPARISON, Intent.BLOCKING, Intent.REASON,
        Intent.WHAT_IF, Intent.TURNING, Intent.TALLY,
    }
)  # fmt: skip
_WHETHER = frozenset({"interrogative.yes_no"})
_WEAK_WHAT = "interrogative.what_weak"
_WEAK = frozenset({_WEAK_WHAT, "interrogative.list", "interrogative.tell"})
_NO_PREDICATE = frozenset(
    {
        "object.states", "object.procedure", "object.procedures", "object.pool", "object.joining",
        "object.provision",
    }
)  # fmt: skip
_NAMES = frozenset({"object.document", "object.file", "object.figure"})  # what a second half may only name
_TIME = "time."
_PREDICATES = ("object.", "position.", "time.", "stance.")
_SUBJECTS = ("object.states", "object.procedure", "object.pool", "object.majority")
_OF_THOSE_ASKED = frozenset({Form.WHO, Form.WHICH, Form.LIST, Form.HOW_MANY, Form.WHY})
_TWO_SIDED = frozenset({"object.comparison", "object.shortfall", "scope.between"})
_MEASURES = frozenset({"object.population", "object.states", "object.coverage", "object.figure"})
_RULE = frozenset({"object.majority", "object.threshold"})


@dataclass(frozen=True, slots=True)
class _Half:
    """One side of a joint, read as a question of its own."""

    found: Reading
    intent: Intent
    shape: Form
    is_marked: bool

    @property
    def predicates(self) -> frozenset[str]:
        """What is said or asked of somebody; no mere question word ("on what date")."""
        asking = {at for mark in self.found.asking for at in range(mark.start, mark.end)}
        tags = frozenset(
            tag
            for mark in self.found.marks
            for tag in mark.tags
            if not (tag.startswith(_TIME) and asking.issuperset(range(mark.start, mark.end)))
        )
        return frozenset(tag for tag in tags if tag.startswith(_PREDICATES)) - _NO_PREDICATE

    @property
    def is_whole(self) -> bool:
        """Whether it asks something that has an answer, by itself."""
        asks_of = self.found.entities.states and self._asking and self.found.length > _NEAR
        matter = self.predicates or self.found.topics or self.found.amounts or asks_of
        return self.intent not in _OPEN and self.shape is not Form.KEYWORDS and bool(matter)

    @property
    def only_names(self) -> bool:
        """Whether it names a thing and says nothing of it: "how many relocations", before "and how much"."""
        return not self.predicates - _NAMES and not self.found.entities.states

    @property
    def has_subject(self) -> bool:
        """Whether it says of whom or what it speaks."""
        named = self.found.entities
        return bool(named.states or named.groups) or any(self.found.has(tag) for tag in _SUBJECTS)

    @property
    def opens(self) -> bool:
        """Whether it begins with a question word, or a mark turned over."""
        if self.is_marked or any(not mark.start for mark in self.found.asking if _WEAK_WHAT in mark.tags):
            return True
        begins = (self.found.tokens[: mark.start] for mark in self._asking)
        return any(len(begin) <= _NEAR + 1 and _is_run_of_words(begin) for begin in begins)

    @property
    def is_said_only(self) -> bool:
        """Whether no word in it asks who, what, when: at most whether it is so."""
        return all(mark.tags <= _WHETHER for mark in self._asking)

    @property
    def _asking(self) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.found.asking if not mark.tags <= _WEAK)


def joints_of(found: Reading) -> Iterator[int]:
    """The tokens that say "and", where no set phrase holds them ("search and rescue")."""
    inside = {
        at
        for mark in found.marks
        if not any(tag.startswith(_FOLLOW_UP) for tag in mark.tags)
        for at in range(mark.start, mark.end)
    }
    joining = _joining(found.language)
    said = ((at, token) for at, token in enumerate(found.tokens) if at and at not in inside)
    return (at for at, t in said if t.folded in joining and found.text[t.start - 1].isspace())


def cuts_in(found: Reading) -> list[int]:
    """The tokens at which a second, a third whole question begins."""
    cuts: list[int] = []
    begin = 0
    for at in joints_of(found):
        end = found.tokens[at].start
        before = _read(found.text[begin:end], found.language)
        after = _read(found.text[found.tokens[at].end :], found.language)
        if _are_two(before, after, is_parted=found.tokens[at - 1].text == ","):
            cuts.append(at)
            begin = end
    return cuts


def _are_two(before: _Half, after: _Half, *, is_parted: bool) -> bool:
    """Whether both sides of a joint ask for themselves."""
    whole = before.is_whole and after.is_whole
    is_named_beside = before.only_names and (before.intent is after.intent or before.found.length <= _FEW)
    if (
        not whole
        or is_named_beside
        or _OPENING in after.found.text
        or _is_one_thing(before, after, is_parted=is_parted)
    ):
        return False
    supposes_on = before.found.first(_IF) is not None and after.is_said_only
    singles_out = before.shape in _OF_THOSE_ASKED and after.is_said_only and not after.has_subject
    if after.opens and not supposes_on and not singles_out:
        return not _lists_on(before, after) or (before.opens and not after.is_said_only)
    return after.is_said_only and _goes_on_anew(before, after, is_parted=is_parted)


def _goes_on_anew(before: _Half, after: _Half, *, is_parted: bool) -> bool:
    """Whether a second half that no question word opens asks for itself: "… y la decisión fue aprobada"."""
    if before.found.first(_SUPPOSED) or _lists_on(before, after) or after.intent not in _SURE:
        return False
    asks = before.opens or is_parted
    named = before.found.entities.states and before.shape not in _OF_THOSE_ASKED
    return bool(asks and (after.has_subject or named)) and before.intent is not after.intent


def _is_one_thing(before: _Half, after: _Half, *, is_parted: bool) -> bool:
    """Whether what is joined are the two sides of one matter."""
    sided = before.found.tags & _TWO_SIDED and not is_parted and not after.is_said_only
    is_sided = len(before.found.entities.states) > 1 or any(True for _ in joints_of(before.found))
    measured = before.predicates <= _MEASURES and bool(after.predicates & _RULE) and not is_parted
    return measured or bool(sided and not is_sided)


def _lists_on(before: _Half, after: _Half) -> bool:
    """Whether a list runs on over the joint: "with Hungary and Slovakia against", "175 000 and 59 000"."""
    if before.found.amounts and after.found.tokens[0].is_number:
        return True
    named = [mention.at for mention in before.found.entities.mentions]
    goes_on = [mention.at for mention in after.found.entities.mentions]
    words = [at for at, token in enumerate(before.found.tokens) if token.is_word]
    if not named or not goes_on or named[-1] < words[-_NEAR:][0]:
        return False
    return goes_on[0] <= _NEAR and not any(
        mark.start < goes_on[0] for mark in (*after.found.marks, *after.found.asking)
    )


def _is_run_of_words(tokens: Sequence[Token]) -> bool:
    """Whether at most two words stand there, and nothing that ends what was said."""
    words = [token for token in tokens if token.is_word or token.is_number]
    return len(words) <= _NEAR and all(token in words or token.text == _OPENING for token in tokens)


def _read(half: str, language: str) -> _Half:
    found = reading.read(f"{half.strip(' ,;?¿')}?", language)
    shape = form.form_of(found)
    switches = hypothesis.switches_in(found) if supposition.is_hypothetical(found) else ()
    known = atoms.atoms_of(found, shape, switches)
    refused = refusal_rules.refusal_of(known) is not None
    intent = Intent.REFUSED if refused else order.rule_of(known).intent
    return _Half(found, intent, shape, half.lstrip(" ,").startswith(_OPENING))


@cache
def _joining(language: str) -> frozenset[str]:
    """The single words that join two questions in a language."""
    said = cues.data_file(language if language in cues.languages() else cues.FALLBACK)[_FOLLOW_UP]
    return frozenset(map(fold, said[_AND])) - frozenset(map(fold, said[_TOO]))
