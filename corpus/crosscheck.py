"""Whether a record agrees with itself: each check names both places by its warning.

Knows what must hold between the parts of a record; changes nothing.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from corpus.identifiers import DocumentNumber
from corpus.model import Notice, ProcedureEnd, ReaderWarning, Stated, Statement

_WITHOUT_VOTE = (ProcedureEnd.WITHDRAWN, ProcedureEnd.NO_RESULT)


def crosscheck(notice: Notice, statements: Sequence[Statement]) -> tuple[ReaderWarning, ...]:
    """What in a record does not agree."""
    return (
        *_dates(notice),
        *_revision(notice.document),
        *_declarations(notice, statements),
        *_authors(notice, statements),
        *_votes(notice),
    )


def _dates(notice: Notice) -> Iterator[ReaderWarning]:
    closed, dated = notice.closed_at, notice.date_of_document
    if closed and dated and _day(dated.value) < _day(closed.value):
        message = f"dated {_day(dated.value)}, before the procedure closed on {_day(closed.value)}"
        yield ReaderWarning("dated_before_closed", message, dated.span)


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _revision(document: Stated[DocumentNumber]) -> Iterator[ReaderWarning]:
    """The number after the slash and the one after REV are two spellings of one revision."""
    number = document.value
    revisions = [n for kind, n in number.suffixes if kind == "REV"]
    if number.revision is not None and revisions and number.revision != revisions[0]:
        message = f"the number says revision {number.revision}, the suffix REV {revisions[0]}"
        yield ReaderWarning("revision_disagrees", message, document.span)


def _declarations(notice: Notice, statements: Sequence[Statement]) -> Iterator[ReaderWarning]:
    given = {p.state: p.position for act in notice.acts for p in act.vote.positions}
    for statement in statements:
        for declared in statement.declared:
            stated = given.get(declared.state)
            if stated is not None and stated is not declared.position and len(notice.acts) == 1:
                message = f"{declared.state} declares {declared.position}, the notice states {stated}"
                yield ReaderWarning("declaration_disagrees", message, declared.clause)


def _authors(notice: Notice, statements: Sequence[Statement]) -> Iterator[ReaderWarning]:
    announced = {author.value: author.span for author in notice.statement_authors}
    speakers = {speaker: statement.heading for statement in statements for speaker in statement.speakers}
    for state, span in announced.items():
        if statements and state not in speakers:
            yield ReaderWarning(
                "statement_missing", f"a statement by {state} is announced but not there", span
            )
    for state, span in speakers.items():
        if announced and state not in announced and len(state) == 2:
            yield ReaderWarning(
                "statement_not_announced", f"the notice announces no statement by {state}", span
            )


def _votes(notice: Notice) -> Iterator[ReaderWarning]:
    """A result without any vote that could be read; a silence procedure, or one withdrawn, has none."""
    for act in notice.acts:
        result = act.vote.adopted or act.vote.majority_reached
        is_without_vote = notice.silence or (notice.end and notice.end.value in _WITHOUT_VOTE)
        if result and not (act.vote.positions or act.vote.remainder or is_without_vote):
            yield ReaderWarning(
                "no_vote_read", "a result is stated, and no vote that could be read", result.span
            )
