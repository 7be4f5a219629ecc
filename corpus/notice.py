"""The notice: its header, the course of the procedure, the acts with their votes.

Knows where a notice says what. What it cannot find is None; a text without number, end of
procedure and result is no notice, and is refused.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from corpus.act import ActUnits, read_acts, units_of
from corpus.blocks import Block, Layout
from corpus.errors import NotANotice
from corpus.identifiers import DocumentNumber
from corpus.lexicon import Lexicon
from corpus.member_state import StateMention, find_states
from corpus.model import Act, Contact, Notice, Paragraph, ReaderWarning, Stated, Vote
from corpus.moment import dates_in
from corpus.outcome import read_outcome
from corpus.paragraph import paragraph_of
from corpus.procedure_run import ProcedureRun, read_run
from corpus.reading import ReadingView
from corpus.references import documents_in
from corpus.refusal import Told, why_no_notice
from corpus.subject import subject_range, subject_title
from corpus.text import Span
from corpus.title_mask import title_masks
from corpus.vote import read_roll_call

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TELEPHONE = re.compile(r"\+\d[\d\s().-]{6,20}\d")
_CODES = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ0-9./-]*(?:\s\d{1,4})?(?:[\s,]+[A-ZÀ-Þ][A-ZÀ-Þ0-9./-]*(?:\s\d{1,4})?)*")
_CODE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ0-9./-]+(?:\s\d{1,4})?")


@dataclass(frozen=True, slots=True)
class NoticeReading:
    """A notice and what could not be established in it."""

    notice: Notice
    warnings: tuple[ReaderWarning, ...]


def read_notice(view: ReadingView, layout: Layout, lexicon: Lexicon, filename: str) -> NoticeReading:
    """Read the notice of a document.

    Raises: NotANotice when the text bears no number or reports no end of a written procedure.
    """
    document = _own_document(view, layout, filename)
    units = units_of(view, layout.body, lexicon)
    dated = _document_date(view, layout, lexicon)
    every = _with_subject(units, view, layout, lexicon)
    run = read_run(view, every, lexicon, document.value.family, dated=dated.value if dated else None)
    not_acts = frozenset({document.value.family} | ({run.opened_by.value.family} if run.opened_by else set()))
    acts = [_read_act(view, act, layout, lexicon, run) for act in read_acts(view, layout, lexicon, not_acts)]
    body = view.folded[_end_of(layout.header) : _end_of(layout.body or _listed(layout.subject))]
    told = Told(body, units, dated.value if dated else None)
    if wrong := why_no_notice(view, told, lexicon, run, [act for act, _ in acts]):
        expected = "the notice that ends a written procedure"
        raise NotANotice(filename, wrong[0], place=wrong[1], expected=expected)
    subject = subject_range(view, layout.subject, lexicon)
    notice = Notice(
        document=document,
        language=lexicon.language,
        date_of_document=dated,
        procedure_file=acts[0][0].procedure_file if len(acts) == 1 else None,
        subject=_whole(view, subject),
        subject_codes=tuple(_subject_codes(view, layout, lexicon)),
        contact=_contact(view),
        opened_by=run.opened_by,
        opened_on=run.opened_on,
        closed_at=run.closed_at,
        end=run.end,
        extended_to=run.extended_to,
        silence=run.silence,
        acts=tuple(act for act, _ in acts),
        statement_authors=tuple(_authors(view, units, lexicon)),
        paragraphs=tuple(_paragraphs(view, layout, lexicon)),
    )
    return NoticeReading(notice, (*run.warnings, *(w for _, warnings in acts for w in warnings)))


def _with_subject(
    units: Sequence[Span], view: ReadingView, layout: Layout, lexicon: Lexicon
) -> tuple[Span, ...]:
    """The body, then the subject: its words on the procedure's end count where the body has none."""
    subject = subject_range(view, layout.subject, lexicon)
    return (*units, subject) if subject else tuple(units)


def _read_act(
    view: ReadingView, act: ActUnits, layout: Layout, lexicon: Lexicon, run: ProcedureRun
) -> tuple[Act, tuple[ReaderWarning, ...]]:
    subject = subject_title(view, layout.subject, lexicon)
    titles = [title.value for title in (act.title, subject) if title]
    masks = title_masks(view, act.units, titles, lexicon)
    voted_on = run.closed_at or run.opened_on
    roll_call = read_roll_call(view, act.units, lexicon, masks, on=voted_on.value if voted_on else None)
    outcome = read_outcome(view, act.units, lexicon, masks)
    vote = Vote(
        positions=roll_call.positions,
        remainder=roll_call.remainder,
        majority_rule=outcome.majority_rule,
        reinforced=outcome.reinforced,
        majority_reached=outcome.majority_reached,
        adopted=outcome.adopted,
    )
    return Act(act.title, act.document, act.procedure_file, vote), (*roll_call.warnings, *outcome.warnings)


def _own_document(view: ReadingView, layout: Layout, filename: str) -> Stated[DocumentNumber]:
    """The number in the header: one of the CM series first, else the first there is."""
    end = layout.subject.span.start if layout.subject else _end_of(layout.header)
    documents = documents_in(view.folded[:end])
    ranked = sorted(documents, key=lambda each: each[0].series != "CM")
    if not ranked:
        raise NotANotice(
            filename,
            "no document number",
            place="in the header",
            expected="the number of a Council notice such as 'CM 5563/1/25 REV 1'",
        )
    return Stated(ranked[0][0], view.span(ranked[0][1].start, ranked[0][1].end))


def _listed(block: Block | None) -> tuple[Block, ...]:
    return (block,) if block else ()


def _end_of(blocks: Sequence[Block]) -> int:
    return blocks[-1].span.end if blocks else 0


def _document_date(view: ReadingView, layout: Layout, lexicon: Lexicon) -> Stated[date] | None:
    end = layout.subject.span.start if layout.subject else _end_of(layout.header)
    for found in dates_in(view.folded[:end], lexicon):
        if found.value is not None:
            day = found.value.date() if isinstance(found.value, datetime) else found.value
            return Stated(day, view.span(found.start, found.end))
    return None


def _whole(view: ReadingView, place: Span | None) -> Stated[str] | None:
    if place is None:
        return None
    return Stated(" ".join(view.text[place.start : place.end].split()), view.span(place.start, place.end))


def _subject_codes(view: ReadingView, layout: Layout, lexicon: Lexicon) -> Iterator[Stated[str]]:
    """Lines of capitals between the file and the headings: ASILE, JAI, MIGR."""
    for block in layout.header:
        folded = view.folded[block.span.start : block.span.end]
        is_heading = lexicon.heading.notice.search(folded) or documents_in(folded)
        if (
            is_heading
            or not _CODES.fullmatch(block.text)
            or re.fullmatch(r"(?:REV|COR|ADD)\s?\d+", block.text)
        ):
            continue
        for code in _CODE.finditer(block.text):
            start = block.span.start + code.start()
            yield Stated(code[0], view.span(start, start + len(code[0])))


def _contact(view: ReadingView) -> Contact:
    email, telephone = _EMAIL.search(view.text), _TELEPHONE.search(view.text)
    return Contact(
        Stated(email[0], view.span(*email.span())) if email else None,
        Stated(telephone[0], view.span(*telephone.span())) if telephone else None,
    )


def _authors(view: ReadingView, units: Sequence[Span], lexicon: Lexicon) -> Iterator[Stated[str]]:
    """The states whose statements the notice announces."""
    seen: set[str] = set()
    for unit in units:
        folded = view.folded[unit.start : unit.end]
        word = lexicon.heading.statement.search(folded)
        if word is None:
            continue
        for mention in find_states(view.text[unit.start : unit.end], lexicon.language):
            is_presidency = _is_presidency(folded, mention, lexicon)
            if mention.state not in seen and mention.kind in ("name", "adjective") and not is_presidency:
                seen.add(mention.state)
                start = unit.start
                yield Stated(mention.state, view.span(start + mention.span.start, start + mention.span.end))


def _is_presidency(folded: str, mention: StateMention, lexicon: Lexicon) -> bool:
    """Whether a word follows that makes a state no author, "Presidency" or "government"; "statement" may."""
    lead = re.compile(r"\W{0,2}(?:s\s)?").match(folded, mention.span.end)
    start = lead.end() if lead else mention.span.end
    other = lexicon.vote.after_other.match(folded, start)
    return other is not None and lexicon.heading.statement.match(folded, start) is None


def _paragraphs(view: ReadingView, layout: Layout, lexicon: Lexicon) -> Iterator[Paragraph]:
    """The header, the subject, and the paragraphs of the body by their ordinals."""
    if layout.header:
        yield paragraph_of(view, [block.span for block in layout.header], "header", lexicon)
    if layout.subject:
        yield paragraph_of(view, [layout.subject.span], "subject", lexicon)
    for ordinal, block in enumerate(layout.body, 1):
        yield paragraph_of(view, [block.span], str(ordinal), lexicon)
