"""Words of a question that nothing explains: neither how people ask, nor the records, nor our own wording.

A question on a vote that names what no record speaks of ("the Nature Restoration Law") is about another
act. Knows how such words are found. Refuses to guess what they mean.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from assistant.procedure import Procedure
from assistant.procedures.library import Library
from assistant.question import Intent, Understanding
from assistant.understanding import clause, ordinary, reading
from assistant.understanding.named_position import position_marks
from assistant.understanding.phrasebook import Mark
from assistant.understanding.reading import Reading
from assistant.understanding.subject import matter, policy
from assistant.understanding.token import cleaned, fold, tokenise
from assistant.wording.catalogue import catalogue

ON_A_VOTE = frozenset(
    {
        Intent.STATE_POSITION, Intent.POSITION_LIST, Intent.POSITION_COUNT, Intent.TALLY, Intent.OUTCOME,
        Intent.MAJORITY, Intent.WHAT_IF, Intent.BLOCKING, Intent.POPULATION, Intent.REASON,
    }
)  # fmt: skip
_SHORTEST = 4
_SETTLING = 2
_STEM = 7
_STATES = "object.states"
_WHICH = "interrogative.which"
_COGNATE = 5
_OF_SCOPE = frozenset({"matters", "procedure", "documents", "procedure_files", "dates", "periods"})
_NEAR = 8
_CLOSE = 3
_OUTCOME = ("object.adopted", "object.rejected", "object.outcome")
_OPENERS = re.compile(r"[:¿]")
_VOTING = (
    "position.",
    "object.vote",
    "object.adopted",
    "object.rejected",
    "object.tally",
    "object.outcome",
    "state.",
)
_MARKUP = re.compile(r"<[^<>]*>[^<>]*</[^<>]*>|<[^<>]*>")


def strange_words(
    asked: Understanding,
    vocabulary: frozenset[str],
    held: frozenset[str],
    titled: frozenset[str] | None = None,
) -> tuple[str, ...]:
    """The words of a question on a vote that nothing explains and no record's vocabulary holds.

    ``held`` are the matters that the records are on, ``titled`` those of them that titles name.
    """
    if _asks_a_number_of_states(asked):
        return matter_words(asked, vocabulary)
    if asked.intent not in ON_A_VOTE or set(asked.carried) - _OF_SCOPE:
        return ()
    others = _others(asked, policy.telling() - held) or _other_fields(
        asked, held if titled is None else titled
    )
    if others:
        return others
    return tuple(
        found.tokens[at].text
        for found in _readings(asked)
        for at in _unexplained(found, frozenset())
        if _tells_states_apart(found, at)
        or (asked.intent is Intent.POSITION_LIST and _is_whose(found, at))
        or (
            _may_name(found, at, asked)
            and _is_named(found, at)
            and not _is_familiar(found, at, held=held, vocabulary=vocabulary)
        )
    )


def _is_whose(found: Reading, at: int) -> bool:
    """Whether a word says of whom "which" asks, when it is not of states: "which lobby groups"."""
    asks = [mark.end for mark in found.asking if _WHICH in mark.tags]
    return not found.has(_STATES) and any(end <= at <= end + 1 for end in asks)


def _may_name(found: Reading, at: int, asked: Understanding) -> bool:
    """Whether a word could be a matter's name; where a vote is imagined in full, only a proper one."""
    return not asked.switches or found.tokens[at].text[:1].isupper()


def _asks_a_number_of_states(asked: Understanding) -> bool:
    """Whether nothing but "how many countries" is understood: what they did is in a word not known."""
    return asked.intent is Intent.PARTICIPATION and not (asked.positions or asked.states or asked.carried)


def matter_words(asked: Understanding, vocabulary: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The words of any question that nothing explains: what it may be about beyond its topics."""
    return tuple(
        found.tokens[at].text for found in _readings(asked) for at in _unexplained(found, vocabulary)
    )


def names_matter(asked: Understanding) -> bool:
    """Whether one of them stands as a matter's name does, behind an article or preposition, not as a verb."""
    return any(
        ordinary.is_led(found, at) for found in _readings(asked) for at in _unexplained(found, frozenset())
    )


def words_after_the_vote(asked: Understanding, vocabulary: frozenset[str]) -> tuple[str, ...]:
    """Those of the words that stand behind the position proposed: what it is said to have done."""
    found: list[str] = []
    for each in _readings(asked):
        last = max((mark.end for _, mark in position_marks(each)), default=len(each.tokens))
        found += [each.tokens[at].text for at in _unexplained(each, vocabulary) if at >= last]
    return tuple(found)


def _readings(asked: Understanding) -> tuple[Reading, ...]:
    """What is asked, without markup and without the story around it; nothing in a language not prepared."""
    if not ordinary.is_prepared(asked.language):
        return ()
    cleared = _MARKUP.sub(" ", cleaned(asked.question))
    questions = clause.clauses_of(cleared, asked.language).questions
    return tuple(reading.read(_OPENERS.split(text)[-1], asked.language) for text in questions)


@lru_cache(maxsize=8)
def vocabulary_of(library: Library) -> frozenset[str]:
    """Every word of the records and of our renderings of them, and how each begins."""
    texts = [record.source.text for record in library.records]
    texts += [gloss.text for record in library.records for gloss in record.glosses]
    return frozenset(form for text in texts for form in _forms(text))


def unfamiliar_words(
    asked: Understanding, vocabulary: frozenset[str], held: frozenset[str]
) -> tuple[str, ...]:
    """The words of any question that nothing explains, no record holds, and that name no matter of theirs."""
    return tuple(
        found.tokens[at].text
        for found in _readings(asked)
        for at in _unexplained(found, frozenset())
        if not _is_familiar(found, at, held=held, vocabulary=vocabulary)
    )


def _other_fields(asked: Understanding, titled: frozenset[str]) -> tuple[str, ...]:
    """The words for whole fields that no title is of, where nothing is named that one is of."""
    return () if titled.intersection(asked.matters) else _others(asked, policy.fields() - titled)


def _others(asked: Understanding, things: frozenset[str]) -> tuple[str, ...]:
    """The words for things that tell acts apart: another fish, another sea than the records'."""
    return tuple(
        " ".join(token.text for token in found.tokens[mark.start : mark.end])
        for found in _readings(asked)
        for mark in matter.named_in(found)
        if mark.tags <= things and _is_word_for_it(mark, found)
    )


def _is_word_for_it(mark: Mark, found: Reading) -> bool:
    """Whether it takes several words, a long one, or one that nothing else explains; no group of states."""
    if any(each.start < mark.end and mark.start < each.end for each in _marks(found, ("group.", "state."))):
        return False
    is_long = len(found.tokens[mark.start].folded) >= _STEM
    return is_long or mark.end - mark.start > 1 or mark.start in ordinary.unexplained(found)


@lru_cache(maxsize=8)
def matters_in_records(library: Library) -> frozenset[str]:
    """What the procedures of the records are on, and what else their texts name."""
    told = (policy.named(record.source.text, record.notice.language) for record in library.records)
    return matter.matters_named(library.procedures).union(*told)


def is_settled(asked: Understanding, meant: Sequence[Procedure], held: frozenset[str]) -> bool:
    """Whether two things named, or one that tells acts apart, are those of the procedures meant, and none
    is another act's: words beside them that nothing explains ("the *raw* aluminium *ingots* …") do not
    make it one."""
    named = frozenset(asked.matters) - policy.deeds()
    telling = named & (policy.telling() | (named - policy.names()))  # a country is no name of the lexicon
    shared = [named & matter.matters_of(each) for each in meant]
    return not _others(asked, policy.telling() - held) and all(
        len(each) >= _SETTLING or each & telling for each in shared
    )


def _unexplained(found: Reading, vocabulary: frozenset[str]) -> list[int]:
    """Where a question has words that no cue, topic, record, wording or everyday use explains."""
    familiar = _own_words(found.language) | vocabulary
    words = ((at, found.tokens[at].folded) for at in ordinary.unexplained(found))
    return [at for at, word in words if not {word, word[:_STEM]} & familiar]


def _tells_states_apart(found: Reading, at: int) -> bool:
    """Whether a word stands beside "countries": which ones are meant, by what is not known.

    The first word of a question may as well be a question word badly typed.
    """
    states = [mark for mark in found.marks if _STATES in mark.tags]
    return at > 0 and any(mark.end == at or at + 1 == mark.start for mark in states)


def _is_familiar(found: Reading, at: int, *, held: frozenset[str], vocabulary: frozenset[str]) -> bool:
    """Whether the records speak of a word, or it names a matter of theirs or has its like beside one."""
    word = found.tokens[at].folded
    marks = [mark for mark in matter.named_in(found) if mark.tags & held]
    if {word, word[:_STEM]} & vocabulary or any(mark.start <= at < mark.end for mark in marks):
        return True
    beside = any(mark.start - 1 == at or mark.end == at for mark in marks)
    stem = word[:_COGNATE]
    return beside and len(stem) == _COGNATE and any(known.startswith(stem) for known in vocabulary)


def _is_named(found: Reading, at: int) -> bool:
    """Whether a word stands as a vote's matter does: after an article or preposition, near a vote."""
    if ordinary.is_no_noun(found, at):
        return False
    after_a_vote = any(at - _NEAR < mark.end <= at for mark in _marks(found, _VOTING))
    before_an_outcome = any(at < mark.start <= at + _CLOSE for mark in _marks(found, _OUTCOME))
    return ordinary.is_led(found, at) and (after_a_vote or before_an_outcome)


def _marks(found: Reading, prefixes: tuple[str, ...]) -> list[Mark]:
    return [mark for mark in found.marks if any(tag.startswith(prefixes) for tag in mark.tags)]


@cache
def _own_words(language: str) -> frozenset[str]:
    """Every word of the language's wording."""
    patterns = catalogue(language).patterns.values()
    texts = [text for p in patterns for text in ((p,) if isinstance(p, str) else p.values())]
    return frozenset(form for text in texts for form in _forms(text))


def _forms(text: str) -> tuple[str, ...]:
    words = [fold(token.text) for token in tokenise(text) if len(token.text) >= _SHORTEST]
    return (*words, *(word[:_STEM] for word in words if len(word) >= _STEM))
