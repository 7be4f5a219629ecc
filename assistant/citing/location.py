"""Where something stands: spans of a record as citable places.

Knows the parts of a record and their paragraphs. Refuses to know what the words there say.
"""

import re
from collections.abc import Iterable

from assistant.citing.citation import Place, Source
from corpus.model import Paragraph, Record, Statement
from corpus.text import Span

NOTICE_PART = "notice"
_AUXILIARY = re.compile(r",\s+([^\W\d_]+\s+)\Z")
_CLAUSE = re.compile(r"(?:[^,;:\n(]|\([^()]*\)|\n(?!\s*\n)){0,300}(?<=[\w)])(?=[,;]|\.?\s*\Z)")
COUNCIL = "Council"
HEADER = "header"
"""The label of what stands at the head of a notice: numbers, codes and contacts, no sentence."""


def source_of(record: Record) -> Source:
    """The record as a text that can be cited."""
    return Source(record.id, str(record.notice.document.value), record.notice.language, record.source)


def notice_place(record: Record, span: Span) -> Place:
    """A place in the notice itself; the Council speaks there."""
    return Place(source_of(record), span, NOTICE_PART, _label_at(record.notice.paragraphs, span), COUNCIL)


def statement_place(record: Record, statement: Statement, span: Span) -> Place:
    """A place in a statement; its authors speak there."""
    label = _label_at(statement.paragraphs, span)
    return Place(source_of(record), span, statement.part, label, "+".join(statement.speakers))


def record_place(record: Record, span: Span) -> Place:
    """A place in whichever part of the record holds it."""
    for statement in record.statements:
        if statement.span.contains(span) or statement.heading.contains(span):
            return statement_place(record, statement, span)
    return notice_place(record, span)


def remainder_place(record: Record, span: Span) -> Place:
    """The clause on all delegations: from the auxiliary that a comma parts to the next comma or full stop.

    The words alone where the clause is long.
    """
    sentences = (s for p in record.notice.paragraphs for s in p.sentences)
    whole = next((s for s in sentences if s.contains(span)), span)
    text = record.source.text
    led = _AUXILIARY.search(text, whole.start, span.start)
    goes_on = _CLAUSE.match(text, span.end, whole.end)
    start = span.start - len(led[1]) if led else span.start
    end = goes_on.end() if goes_on else span.end
    return notice_place(record, Span(start, end))


def _label_at(paragraphs: Iterable[Paragraph], span: Span) -> str:
    """The label of the paragraph that holds the span; "0" for headers and headings."""
    return next((p.label for p in paragraphs if p.span.contains(span)), "0")
