"""A question read: its tokens, the tags found on them, and everything it names.

Knows how cues, entities and mentions come together. Refuses to know what is meant: that is
``rules`` for the intent, ``form.py`` for the shape.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.question import Amount
from assistant.understanding import (
    amount,
    council,
    cues,
    entity,
    homograph,
    mention,
    provision_mention,
    spelling,
    transliteration,
)
from assistant.understanding.entity import Entities
from assistant.understanding.mention import Mentions
from assistant.understanding.phrasebook import Mark
from assistant.understanding.token import Token, tokenise
from corpus.identifiers import Provision

CLAIMED = "claimed"
PERCENT = "unit.percent"
POLITE = "politeness.filler"
RIGHT, WRONG = "opinion.right", "opinion.wrong"
"""Whether somebody is right or wrong: what was claimed is asked about, unless a state is the one who is."""
LANGUAGE = "language_name."
ASKS_LANGUAGE = "follow_up.translate"
_NO_TOPICS = ("state.", POLITE, "object.quote")
_VOTE, _POSITION, _VOTERS = "object.vote", "position.", ("state.", "country.", "group.", "object.states")
_FIXED = frozenset({POLITE, RIGHT, WRONG})
_SKIPPED = "\x00"


@dataclass(frozen=True, eq=False)
class Reading:
    """What stands in a question, before anything is made of it.

    ``words`` are the folded tokens with typing errors put right; ``asking`` marks the question
    words, which other cues may cover.
    """

    text: str
    language: str
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    marks: tuple[Mark, ...]
    asking: tuple[Mark, ...]
    entities: Entities
    mentions: Mentions
    amounts: tuple[Amount, ...]
    provisions: tuple[Provision, ...]
    topics: tuple[str, ...]

    @cached_property
    def tags(self) -> frozenset[str]:
        """Every tag found."""
        return frozenset(tag for mark in (*self.marks, *self.asking) for tag in mark.tags)

    @property
    def is_unknown(self) -> bool:
        """Whether none of its words is known to the language: nothing to go by."""
        known = cues.cues(self.language).words
        return not (self.marks or self.topics or any(word in known for word in self.words))

    @property
    def length(self) -> int:
        """How many words and numbers it has."""
        return sum(token.is_word or token.is_number for token in self.tokens)

    def first(self, prefix: str) -> Mark | None:
        """The first mark with a tag of that beginning."""
        return next((mark for mark in self.marks if any(tag.startswith(prefix) for tag in mark.tags)), None)

    def has(self, tag: str) -> bool:
        """Whether the tag was found."""
        return tag in self.tags


@lru_cache(maxsize=64)
def read(text: str, language: str) -> Reading:
    """A cleaned question, read with the cues of a language."""
    known = cues.cues(language)
    tokens = tokenise(text)
    named = mention.mentions_in(text, language)
    claimed = amount.claimed_marks(tokens, named.claimed)
    skipped = {mark.start for mark in claimed}
    words = tuple(_word(token.folded, language, known) for token in tokens)
    codes = entity.code_marks(text, tokens, known.words | _typed(tokens, words), language)
    hidden = skipped | {mark.start for mark in codes}
    seen = [_SKIPPED if index in hidden else word for index, word in enumerate(words)]
    questions = known.interrogatives.marks(seen)
    own = _beside_questions(_settled(homograph.settled(known.book.marks(seen), tokens, language)), questions)
    foreign = _foreign(own, seen, known.words)
    apart = _apart(seen, known)
    found = _politely(sorted((*own, *foreign, *apart, *codes, *claimed), key=lambda mark: mark.start))
    provisions = provision_mention.provisions_in(text, tokens, found)
    rates = _rates(known, words, found)
    found = sorted((*found, *rates), key=lambda mark: mark.start)
    numbered = [*found, *(Mark(frozenset({CLAIMED}), at, at + 1) for at in sorted(provisions.tokens))]
    plain = [_SKIPPED if index in skipped else word for index, word in enumerate(words)]
    amounts = amount.amounts_in(text, language, tokens, numbered)
    asking = _asking(questions, own)
    marks = council.as_outcome(found, asking, amounts)
    return Reading(
        text=text,
        language=language,
        tokens=tokens,
        words=words,
        marks=marks,
        asking=asking,
        entities=entity.entities_in(tokens, marks),
        mentions=named,
        amounts=amounts,
        provisions=provisions.named,
        topics=_topics(known, plain, marks),
    )


def _beside_questions(own: Sequence[Mark], questions: Sequence[Mark]) -> list[Mark]:
    """The marks without the prepositions that are part of a question word ("por qué")."""
    inside = {
        at for asked in questions if asked.end - asked.start > 1 for at in range(asked.start, asked.end)
    }
    return [
        mark
        for mark in own
        if not (mark.start in inside and all(t.endswith(("_after", "_before")) for t in mark.tags))
    ]


def _typed(tokens: Sequence[Token], words: Sequence[str]) -> frozenset[str]:
    """The tokens that stand for words of another script: no codes of countries."""
    pairs = zip(tokens, words, strict=True)
    return frozenset(token.folded for token, word in pairs if token.folded.isascii() and not word.isascii())


def _word(folded: str, language: str, known: cues.Cues) -> str:
    """A folded word as its language writes it, with typing errors put right."""
    typed = None if folded in known.words else transliteration.native(folded, language)
    return typed or spelling.corrected(folded, language)


def _apart(words: Sequence[str], known: cues.Cues) -> list[Mark]:
    """Separable verbs: what a word means together with words further on, at the last of them."""
    found: list[Mark] = []
    for at, word in enumerate(words):
        for rest, tag in known.pairs.get(word, ()):
            end = at
            for part in rest:
                end = next((i for i in range(end + 1, len(words)) if words[i] == part), len(words))
            if end < len(words):
                found.append(Mark(frozenset({tag}), end, end + 1))
    return found


def _rates(known: cues.Cues, words: Sequence[str], found: Sequence[Mark]) -> list[Mark]:
    """The words for "percent" that a longer phrase covers ("what percentage of"): a unit all the same."""
    shown = {at for mark in found if PERCENT in mark.tags for at in range(mark.start, mark.end)}
    return [
        Mark(frozenset({PERCENT}), mark.start, mark.end)
        for mark in known.rates.marks(words)
        if mark.start not in shown
    ]


def _asking(marks: Sequence[Mark], own: Sequence[Mark]) -> tuple[Mark, ...]:
    """The question words that are no part of a set phrase ("could you tell me", "a-t-il raison")."""
    fixed = [mark for mark in own if mark.tags & _FIXED]
    return tuple(mark for mark in marks if not any(p.start <= mark.start < p.end for p in fixed))


def _foreign(own: Sequence[Mark], words: Sequence[str], known: frozenset[str]) -> list[Mark]:
    """States named in another language, by words that nothing else explains."""
    covered = {at for mark in own for at in range(mark.start, mark.end)}
    strange = [at for at, word in enumerate(words) if at not in covered and word not in known]
    names = cues.foreign_names()
    return [mark for at in strange if (mark := names.longest(words, at)) is not None]


def _settled(marks: Sequence[Mark]) -> list[Mark]:
    """A word that is a language and a nationality is the language only where one is asked for."""
    found: list[Mark] = []
    for mark in marks:
        is_both = any(tag.startswith(LANGUAGE) for tag in mark.tags)
        led = bool(found) and found[-1].end == mark.start and ASKS_LANGUAGE in found[-1].tags
        if is_both and any(tag.startswith("state.") for tag in mark.tags):
            kept = frozenset(tag for tag in mark.tags if tag.startswith(LANGUAGE) == led)
            found.append(Mark(kept, mark.start, mark.end))
        else:
            found.append(mark)
    return found


def _politely(found: Sequence[Mark]) -> list[Mark]:
    """The marks, with no position in "yes or no, please" where no vote and no state is named."""
    if any(tag == _VOTE or tag.startswith(_VOTERS) for mark in found for tag in mark.tags):
        return list(found)
    asides = [mark for mark in found if POLITE in mark.tags]
    return [
        Mark(frozenset(tag for tag in mark.tags if not tag.startswith(_POSITION)), mark.start, mark.end)
        if any(aside.start <= mark.start and mark.end <= aside.end for aside in asides)
        else mark
        for mark in found
    ]


def _topics(known: cues.Cues, words: Sequence[str], found: Sequence[Mark]) -> tuple[str, ...]:
    """The concepts named, in order; a word of another use is none ("letterne" are Latvians, "I need to")."""
    taken = {
        at
        for mark in found
        if any(tag.startswith(_NO_TOPICS) for tag in mark.tags)
        for at in range(mark.start, mark.end)
    }
    marks = (m for m in known.topics.marks(words) if not taken.issuperset(range(m.start, m.end)))
    return tuple(dict.fromkeys(tag.partition(".")[2] for mark in marks for tag in sorted(mark.tags)))
