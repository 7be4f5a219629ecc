"""What an answer depends on, of all that was understood: the same for every way of asking the same.

The words of a question, their order and their form decide what is understood; the answer seldom depends
on them any further. Whether it does is not assumed here but tried: an essence is one only if it gives
the very same verdict.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from assistant.answer import Verdict
from assistant.answers.dispatch import OF_ALL_RECORDS
from assistant.procedures.library import Library
from assistant.question import Form, Intent, Understanding
from assistant.scoping.scope import scope_of

Conclude = Callable[[Understanding], Verdict]
_IN_THE_WORDS = frozenset({Intent.PASSAGE, Intent.REFUSED})  # what is looked for is nowhere but there
_MOST_TRIED = 50  # procedures that are gone through once more to try what is enough


def essence_of(
    asked: Understanding, verdict: Verdict, library: Library, concluded: Conclude
) -> Understanding | None:
    """The least that gives this verdict on what was asked; None where it takes the words themselves."""
    if any(each.intent in _IN_THE_WORDS for each in (asked, *asked.parts)):
        return None
    tried = (each for each in _essences(asked, library) if concluded(each) == verdict)
    return next(tried, None)


def _essences(asked: Understanding, library: Library) -> Iterator[Understanding]:
    """What may be enough, the least first: without the form and any order, then with them."""
    place = _place(asked, library)
    if place is None and len(library.procedures) > _MOST_TRIED:
        return
    bare = replace(_wordless(asked), procedure=place or asked.procedure)
    unordered = _unordered(bare)
    yield _formless(unordered)
    yield unordered
    yield bare


def _place(asked: Understanding, library: Library) -> str | None:
    """The one procedure that is meant, if one is: so that it stays meant when other records join."""
    if asked.intent in OF_ALL_RECORDS or asked.parts:
        return None
    meant = scope_of(asked, library).procedures
    return meant[0].id if len(meant) == 1 else None


def _wordless(asked: Understanding) -> Understanding:
    """Without the words, and without what became of the previous question on the way."""
    parts = tuple(_wordless(part) for part in asked.parts)
    return replace(asked, question="", search_text="", carried=(), groups=(), parts=parts)


def _formless(asked: Understanding) -> Understanding:
    return replace(asked, form=Form.WHAT, parts=tuple(_formless(part) for part in asked.parts))


def _unordered(asked: Understanding) -> Understanding:
    """What is a set in meaning, in one order; positions are none: "more against than for"."""
    return replace(
        asked,
        states=tuple(sorted(asked.states)),
        excluded=tuple(sorted(asked.excluded)),
        topics=tuple(sorted(asked.topics)),
        matters=tuple(sorted(asked.matters)),
        parts=tuple(_unordered(part) for part in asked.parts),
    )
