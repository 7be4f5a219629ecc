"""The acts a notice is about, and which of its sentences speak of which act.

Knows that a document number after "doc." names an act, and that sentences go on about the act
named last. A notice that names one act, or none, speaks of one act throughout.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.blocks import Block, Layout
from corpus.identifiers import DocumentNumber, ProcedureReference
from corpus.lexicon import Lexicon
from corpus.member_state import find_states
from corpus.mention import is_list_glue
from corpus.model import Stated
from corpus.moment import dates_in
from corpus.phrase import fold
from corpus.reading import ReadingView
from corpus.references import documents_in, procedure_files_in
from corpus.sentence import sentences_in
from corpus.subject import stated_text, subject_items, subject_title
from corpus.text import Span

_CAPITALISED = re.compile(r"(?<=[^.\n] )(?:[A-ZÀ-Þ]\w+ ){1,2}$")
_BLANK = re.compile(r"[ \t>]*(?:\r?\n[ \t>]*){2,}")
_LONGEST_TITLE = 600
_LONGEST_ITEM = 40
_DATE_REACH = 40
_NEAR = 8
_LONGEST_LIST = 2000
_BRACKET = re.compile(r"\s*[(\[]?\s*(?:[a-z]{3,9}\.?)?\s*$")


@dataclass(frozen=True, slots=True)
class ActUnits:
    """One act: where it is named, and the ranges of the view that speak of it."""

    document: Stated[DocumentNumber] | None
    title: Stated[str] | None
    procedure_file: Stated[ProcedureReference] | None
    units: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Naming:
    """A document named in a unit of the body; all places are ranges of the view.

    ``is_dated`` where a sentence on the procedure's end gives its date: what opened it, its series lost.
    """

    document: DocumentNumber
    span: Span
    unit: int
    is_dated: bool = False


def units_of(view: ReadingView, blocks: Sequence[Block], lexicon: Lexicon) -> tuple[Span, ...]:
    """The sentences of the blocks; a list of states belongs to the sentence that leads to it."""
    units: list[Span] = []
    is_tight = False
    for block in blocks:
        folded = view.folded[block.span.start : block.span.end]
        is_apart = bool(units) and _is_apart(view, units[-1].end, block.span.start)
        is_list = (
            bool(units) and _is_state_list(block, folded, lexicon) and view.text[units[-1].end - 1] != "."
        )
        if is_list and not (is_apart and is_tight):
            units[-1], is_tight = Span(units[-1].start, block.span.end), not is_apart
            continue
        is_tight = is_list
        for start, end in sentences_in(block.text, folded, lexicon):
            units.append(Span(block.span.start + start, block.span.start + end))
    return tuple(units)


def _is_apart(view: ReadingView, end: int, start: int) -> bool:
    """Whether nothing but a blank line stands between two places: the end of a list without one."""
    between = view.source.text[view.ends[end - 1] : view.starts[start]]
    return _BLANK.fullmatch(between) is not None


def _is_state_list(block: Block, folded: str, lexicon: Lexicon) -> bool:
    if len(folded) > _LONGEST_LIST:
        return False
    mentions = find_states(block.text, lexicon.language)
    if len(folded) > _LONGEST_ITEM * len(mentions) + 12:
        return False
    plain = folded
    for mention in reversed(mentions):
        plain = plain[: mention.span.start] + plain[mention.span.end :]
    return is_list_glue(re.sub(r"\b[a-z]{2}\b(?=\s*(?:,|;|$))", "", plain).rstrip(" .;"), lexicon)


def read_acts(
    view: ReadingView, layout: Layout, lexicon: Lexicon, not_acts: frozenset[tuple[int, int]]
) -> tuple[ActUnits, ...]:
    """The acts of a notice with their units; ``not_acts`` are families of other documents."""
    units = units_of(view, layout.body, lexicon)
    every = [n for n in _namings(view, units, lexicon) if n.document.family not in not_acts]
    namings = [n for n in every if not n.is_dated] or every
    families = list(dict.fromkeys(n.document.family for n in namings))
    title = subject_title(view, layout.subject, lexicon)
    file = header_file(view, layout)
    if len(families) <= 1:
        named = _subject_document(view, layout, not_acts) if not namings else namings[0]
        document = Stated(named.document, view.span(named.span.start, named.span.end)) if named else None
        own_title = title or (_title(view, namings[0], units, lexicon) if namings else None)
        return (ActUnits(document, own_title, file, units),)
    titles = subject_items(view, layout.subject, lexicon)
    acts = tuple(_several(view, units, namings, lexicon, file=file))
    return tuple(_entitled(acts, titles)) if len(titles) == len(acts) else acts


def _entitled(acts: Sequence[ActUnits], titles: Sequence[Stated[str]]) -> Iterator[ActUnits]:
    """The acts with the titles the subject gives them, in its order, where their own names agree."""
    for act, title in zip(acts, titles, strict=True):
        own = set(fold(act.title.value).split()) if act.title else set()
        yield replace(act, title=title) if own <= set(fold(title.value).split()) else act


def header_file(view: ReadingView, layout: Layout) -> Stated[ProcedureReference] | None:
    """The interinstitutional file of the header, where it names exactly one."""
    end = layout.body[0].span.start if layout.body else len(view.text)
    files = procedure_files_in(view.folded[:end])
    if len({file for file, _ in files}) != 1:
        return None
    return Stated(files[0][0], view.span(files[0][1].start, files[0][1].end))


def _subject_document(
    view: ReadingView, layout: Layout, not_acts: frozenset[tuple[int, int]]
) -> _Naming | None:
    if layout.subject is None:
        return None
    start = layout.subject.span.start
    for document, span in documents_in(view.folded[start : layout.subject.span.end]):
        if document.family not in not_acts:
            return _Naming(document, Span(start + span.start, start + span.end), 0)
    return None


def _namings(view: ReadingView, units: Sequence[Span], lexicon: Lexicon) -> Iterator[_Naming]:
    for number, unit in enumerate(units):
        folded = view.folded[unit.start : unit.end]
        if lexicon.heading.statement.search(folded) and lexicon.heading.annex.search(folded):
            continue
        is_on_run = lexicon.procedure.closed.search(folded) is not None
        for document, span in documents_in(folded):
            is_dated = is_on_run and (span.start == 0 or _is_dated(folded, span.end, lexicon))
            if document.series != "CM":
                place = Span(unit.start + span.start, unit.start + span.end)
                yield _Naming(document, place, number, is_dated=is_dated)


def _is_dated(folded: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a date stands straight behind a number: "3127/24 of 4 June 2024"."""
    days = dates_in(folded[end : end + _DATE_REACH], lexicon)
    return bool(days) and days[0].start <= _NEAR


def _title(view: ReadingView, naming: _Naming, units: Sequence[Span], lexicon: Lexicon) -> Stated[str] | None:
    """The words before a document number, from the noun that names the kind of act."""
    start = max(units[naming.unit].start, naming.span.start - _LONGEST_TITLE)
    lead = view.folded[start : naming.span.start]
    bracket = _BRACKET.search(lead)
    end = bracket.start() if bracket else len(lead)
    words = lexicon.reference
    nouns = [
        f.start() for w in (words.regulation, words.directive, words.decision) for f in w.finditer(lead[:end])
    ]
    return (
        stated_text(view, Span(_with_names(view.text, start + min(nouns), lexicon), start + end))
        if nouns
        else None
    )


def _with_names(text: str, noun: int, lexicon: Lexicon) -> int:
    """The noun with the capitalised words and the Council before it: "Council Implementing Decision"."""
    names = _CAPITALISED.search(text, max(0, noun - 40), noun)
    start = names.start() if names else noun
    councils = [c.start() for c in lexicon.speaker.council.finditer(fold(text[max(0, start - 20) : start]))]
    is_before = councils and text[max(0, start - 20) + councils[-1] : start].split()[1:] == []
    return max(0, start - 20) + councils[-1] if is_before else start


def _several(
    view: ReadingView,
    units: Sequence[Span],
    namings: Sequence[_Naming],
    lexicon: Lexicon,
    *,
    file: Stated[ProcedureReference] | None,
) -> Iterator[ActUnits]:
    spoken_of = _spoken_of(view, units, namings, lexicon)
    firsts = {n.document.family: n for n in reversed(namings)}
    for family in dict.fromkeys(n.document.family for n in namings):
        first = firsts[family]
        own = tuple(units[n] for n, families in enumerate(spoken_of) if family in families)
        files = procedure_files_in(view.folded[units[first.unit].start : units[first.unit].end])
        own_file = file
        if files:
            start = units[first.unit].start
            near = min(files, key=lambda f: abs(start + f[1].start - first.span.end))
            own_file = Stated(near[0], view.span(start + near[1].start, start + near[1].end))
        document = Stated(first.document, view.span(first.span.start, first.span.end))
        yield ActUnits(document, _title(view, first, units, lexicon), own_file, own)


def _spoken_of(
    view: ReadingView, units: Sequence[Span], namings: Sequence[_Naming], lexicon: Lexicon
) -> list[frozenset[tuple[int, int]]]:
    """For each unit the acts it speaks of: those it names, else those named last."""
    everything = frozenset(n.document.family for n in namings)
    by_unit: dict[int, set[tuple[int, int]]] = {}
    for naming in namings:
        by_unit.setdefault(naming.unit, set()).add(naming.document.family)
    spoken: list[frozenset[tuple[int, int]]] = []
    current: frozenset[tuple[int, int]] = frozenset()
    is_listing = False
    for number, unit in enumerate(units):
        folded = view.folded[unit.start : unit.end]
        named = frozenset(by_unit.get(number, ()))
        says_vote = _says_vote(folded, lexicon)
        if named:
            current = current | named if is_listing else named
            is_listing = not says_vote
        elif lexicon.outcome.all_acts.search(folded):
            current = everything
        elif says_vote:
            is_listing = False
        spoken.append((named or current) if says_vote else current)
    return spoken


def _says_vote(folded: str, lexicon: Lexicon) -> bool:
    outcome = lexicon.outcome
    if outcome.adopted.search(folded) or outcome.not_adopted.search(folded):
        return True
    return any(
        words.verb.search(folded) or words.noun.search(folded) or words.particle.search(folded)
        for words in lexicon.stances.values()
    )
