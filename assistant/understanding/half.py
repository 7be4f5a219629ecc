"""One side of a joint, read as a question of its own: what it asks, and whether it can stand alone.

Knows what a question must hold to be one. Refuses to know what stands on the other side.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.question import Form, Intent
from assistant.understanding import atoms, form, hypothesis, ordinary, reading, refusal_rules, supposition
from assistant.understanding.phrasebook import Mark
from assistant.understanding.reading import Reading
from assistant.understanding.rules import order
from assistant.understanding.token import Token

OPENING, _COMMA = "¿", ","
_NEAR = 2  # words that may stand before what a half asks with: "and by how many", "y ¿con cuántos"
_OPEN = frozenset({Intent.PASSAGE, Intent.REFUSED, Intent.EVIDENCE})
_WHETHER = frozenset({"interrogative.yes_no"})
_WEAK_WHAT = "interrogative.what_weak"
_WEAK = frozenset({_WEAK_WHAT, "interrogative.list", "interrogative.tell"})
_NO_PREDICATE = frozenset(
    {
        "object.states", "object.procedure", "object.procedures", "object.pool", "object.joining",
        "object.provision",
    }
)  # fmt: skip
_NAMES = frozenset({"object.document", "object.file", "object.figure"})  # what a half may only name
_TIME = "time."
_PREDICATES = ("object.", "position.", "time.", "stance.")
_SUBJECTS = ("object.states", "object.procedure", "object.pool", "object.majority")


@dataclass(frozen=True, slots=True)
class Half:
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
    def is_refused(self) -> bool:
        """Whether it asks, and for what no record can say."""
        return self.intent is Intent.REFUSED and self.shape is not Form.KEYWORDS and self.found.length > _NEAR

    @property
    def is_strange(self) -> bool:
        """Whether it asks something in words that nothing explains."""
        unknown = self.intent is Intent.PASSAGE and bool(ordinary.unexplained(self.found))
        return self.is_refused or (unknown and self.found.length > _NEAR)

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
        return any(map(_is_run_of_words, begins))

    @property
    def opens_at_once(self) -> bool:
        """Whether its first word asks: who, what, when, or whether somebody who is named did so."""
        first = [mark for mark in self._asking if not mark.start]
        return any(not mark.tags <= _WHETHER for mark in first) or bool(first and self.has_subject)

    @property
    def is_said_only(self) -> bool:
        """Whether no word in it asks who, what, when: at most whether it is so."""
        return all(mark.tags <= _WHETHER for mark in self._asking)

    @property
    def _asking(self) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.found.asking if not mark.tags <= _WEAK)


def read_half(half: str, language: str) -> Half:
    """One side of a joint, read as if it was asked by itself."""
    found = reading.read(f"{half.strip(' ,;?¿')}?", language)
    shape = form.form_of(found)
    switches = hypothesis.switches_in(found) if supposition.is_hypothetical(found) else ()
    known = atoms.atoms_of(found, shape, switches)
    refused = refusal_rules.refusal_of(known) is not None
    intent = Intent.REFUSED if refused else order.rule_of(known).intent
    return Half(found, intent, shape, half.lstrip(" ,").startswith(OPENING))


def _is_run_of_words(tokens: Sequence[Token]) -> bool:
    """Whether few words stand there, and at most a comma among them: "and if not, how …"."""
    words = [token for token in tokens if token.is_word or token.is_number]
    others = "".join(token.text for token in tokens if token not in words)
    return len(words) <= _NEAR + (_COMMA in others) and others.strip(OPENING) in {"", _COMMA}
