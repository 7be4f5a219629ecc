"""Which acts a question is on where it names none: all that fit it, or the one the question before it found.

Knows the questions of one sentence and what singles acts out. Refuses to answer them.
"""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answers import procedures
from assistant.evidence import Evidence
from assistant.procedures.library import Library
from assistant.question import Form, Intent, Understanding
from assistant.scoping.scope import scope_of
from assistant.understanding import act_named, ordinary, reading, survey, sweep
from assistant.understanding.subject import policy
from assistant.understanding.token import cleaned
from corpus.model import Position
from index.hit import Retriever

_SEVERAL = 2
_TELLING_ACTS = frozenset({Intent.COVERAGE, Intent.STATE_POSITION})
_BARE = 22  # characters of a question that only asks who or what
_DISSENT = (Position.AGAINST, Position.ABSTENTION)


def placed(asked: Understanding, library: Library, retriever: Retriever) -> tuple[Understanding, ...]:
    """The questions of one sentence; "which act failed, and who sank it": the second is on the act found."""
    found: list[Understanding] = []
    only: str | None = None
    for part in _distinct(asked.parts):
        is_bare = bool(found) and _tells_acts(found[0]) and _is_bare(part)
        if is_bare and part.form is not Form.WHO:
            continue  # "… and on what?": the acts are told
        whole = replace(part, intent=Intent.POSITION_LIST, positions=_DISSENT, refusal=None)
        own = whole if is_bare else part
        placed = own if _narrows(own, library) else _beside(own, only, found)
        placed = of_all(placed, library, () if found else (asked.question,))
        found.append(placed)
        meant = scope_of(placed, library).procedures
        if placed.intent is Intent.COVERAGE and library.procedures:
            every = library.procedures
            meant = procedures.fitting(placed, Evidence(library, every[0], retriever, every))
        only = meant[0].id if len(meant) == 1 else only
    return tuple(found)


def _tells_acts(asked: Understanding) -> bool:
    """Whether acts are told, with their votes."""
    return asked.intent in _TELLING_ACTS or sweep.swept(asked.question, asked.language) is not None


def _beside(asked: Understanding, only: str | None, found: Sequence[Understanding]) -> Understanding:
    """A question that names no act, on the one found before it, else on what was named there."""
    if only is not None:
        return replace(asked, procedure=only)
    return act_named.kept(asked, found[0]) if found else asked


def _distinct(parts: Sequence[Understanding]) -> tuple[Understanding, ...]:
    """The questions without those that ask the same again."""
    plain = [replace(part, question="", search_text="", form=Form.WHAT, carried=()) for part in parts]
    return tuple(part for n, part in enumerate(parts) if plain[n] not in plain[:n])


def _is_bare(asked: Understanding) -> bool:
    """Whether nothing is asked but "by whom?", "on what?"."""
    taken = {"intent", "positions"} & {*asked.carried}  # "… and how many?", of those just asked about
    named = asked.states or (asked.positions and not taken) or asked.topics or asked.matters or asked.amounts
    is_open = asked.intent in {Intent.PASSAGE, Intent.REFUSED} or bool(taken)
    if not is_open or named or len(asked.question) > _BARE:
        return False
    return not ordinary.unexplained(reading.read(cleaned(asked.question), asked.language))


def _narrows(asked: Understanding, library: Library) -> bool:
    """Whether a question names procedures of its own."""
    return len(scope_of(asked, library).procedures) < len(library.procedures)


def of_all(asked: Understanding, library: Library, told: Sequence[str] = ()) -> Understanding:
    """A question on no act in particular, among several, as one for those of them that fit it.

    What singles them out stands in the question, or in what was ``told`` around it.
    """
    places = asked.documents or asked.procedure_files or asked.procedure or asked.dates or asked.periods
    if len(library.procedures) < _SEVERAL or places or "procedure" in asked.carried:
        return asked
    facets = (survey.asked_of_all(text, asked.language) for text in (asked.question, *told))
    facet = next((each for each in facets if each is not None), None)
    matters = tuple(name for name in asked.matters if name not in policy.deeds())
    on_all = replace(asked, intent=Intent.COVERAGE, aspect=facet, topics=(), matters=matters)
    return asked if facet is None or _narrows(on_all, library) else on_all
