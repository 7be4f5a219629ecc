"""From records to procedures: which notices tell of the same act.

Knows how documents belong together: the interinstitutional file, the document that opened the
procedure, revisions and language versions. Refuses to know how a vote went.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.procedure import Procedure
from corpus.identifiers import DocumentNumber
from corpus.model import Act, ProcedureEnd, Record, Vote


@dataclass(frozen=True, slots=True)
class _Telling:
    """One act in one record."""

    key: str
    record: Record
    act: Act

    @property
    def document(self) -> DocumentNumber:
        return self.record.notice.document.value

    @property
    def closed_on(self) -> date:
        """The day the procedure closed, else the day of the document, else the first of days."""
        notice = self.record.notice
        known = notice.closed_at or notice.date_of_document
        return date(known.value.year, known.value.month, known.value.day) if known else date.min

    @property
    def rank(self) -> tuple[bool, tuple[int, int, int], date, tuple[int, int], str]:
        """Sorts tellings of one procedure so that the one that counts comes last."""
        notice = self.record.notice
        issued = notice.date_of_document.value if notice.date_of_document else date.min
        ended = notice.end is None or notice.end.value is not ProcedureEnd.EXTENDED
        quality = (-len(self.record.warnings), len(self.record.statements))
        return (ended, _revision(self.document), issued, quality, self.record.id)


def procedures_of(records: Sequence[Record]) -> tuple[Procedure, ...]:
    """The procedures the records tell of, by id; the same whatever the records' order."""
    by_key: defaultdict[str, list[_Telling]] = defaultdict(list)
    for record in sorted(records, key=lambda r: r.id):
        for telling in _tellings_of(record):
            by_key[telling.key].append(telling)
    found = [p for key in by_key for p in _procedures_under(key, by_key[key])]
    return tuple(sorted(found, key=lambda p: p.id))


def language_views(procedure: Procedure) -> tuple[Procedure, ...]:
    """The procedure as the same notice tells it in other languages, each under an id of its own."""
    told = (procedure.record, *procedure.versions)
    return tuple(
        Procedure(
            f"{procedure.id}-{record.id}", record, act, versions=tuple(r for r in told if r is not record)
        )
        for record in procedure.versions
        for act in _acts(record)
        if _is_same_act(act, procedure.act)
    )


def earlier_views(procedure: Procedure) -> tuple[Procedure, ...]:
    """The procedure as its superseded records tell it, each under an id of its own."""
    return tuple(
        Procedure(f"{procedure.id}-{record.id}", record, act, superseded_by=procedure.record)
        for record in procedure.earlier
        for act in _acts(record)
        if _is_same_act(act, procedure.act)
    )


def _is_same_act(one: Act, other: Act) -> bool:
    """Whether two acts may be one: by their documents, where both name one."""
    documents = (one.document, other.document)
    return None in documents or len({d.value.family for d in documents if d}) == 1


def _tellings_of(record: Record) -> tuple[_Telling, ...]:
    acts = _acts(record)
    keys = [_key(record, act) for act in acts]
    return tuple(
        _Telling(key if keys.count(key) == 1 else _own_key(record, act, place), record, act)
        for place, (key, act) in enumerate(zip(keys, acts, strict=True), start=1)
    )


def _acts(record: Record) -> tuple[Act, ...]:
    """The acts of a notice; one that names none (it extends a deadline, say) is on one act."""
    return record.notice.acts or (Act(None, None, None, Vote()),)


def _key(record: Record, act: Act) -> str:
    file = act.procedure_file or (record.notice.procedure_file if len(_acts(record)) == 1 else None)
    if file is not None:
        return file.value.slug
    return _own_key(record, act, _acts(record).index(act) + 1)


def _own_key(record: Record, act: Act, place: int) -> str:
    if act.document is not None:
        document = act.document.value
        return DocumentNumber(document.series, document.number, None, document.year).slug
    notice = record.notice.document.value
    own = DocumentNumber(notice.series, notice.number, None, notice.year).slug
    return own if len(_acts(record)) == 1 else f"{own}-{place}"


def _procedures_under(key: str, tellings: list[_Telling]) -> list[Procedure]:
    """The procedures of one file: usually one; a second written procedure on it gets its own id."""
    groups = _by_opening(tellings)
    groups.sort(key=lambda group: (min(t.closed_on for t in group), min(t.record.id for t in group)))
    return [
        _procedure(key if n == 0 else f"{key}-{min(t.document.slug for t in group)}", group)
        for n, group in enumerate(groups)
    ]


def _by_opening(tellings: list[_Telling]) -> list[list[_Telling]]:
    """Tellings of one written procedure together: same notice number, or same opening document."""
    groups: list[list[_Telling]] = []
    for telling in tellings:
        joined = [group for group in groups if any(_same_procedure(telling, other) for other in group)]
        rest = [group for group in groups if group not in joined]
        groups = [*rest, [*(t for group in joined for t in group), telling]]
    return groups


def _same_procedure(one: _Telling, other: _Telling) -> bool:
    if one.document.family == other.document.family:
        return True
    opened, opened_too = one.record.notice.opened_by, other.record.notice.opened_by
    if opened is None or opened_too is None:
        return False
    return opened.value.family == opened_too.value.family


def _procedure(id_: str, group: list[_Telling]) -> Procedure:
    ordered = sorted(group, key=lambda t: t.rank)
    counts = ordered[-1]
    others = [t.record for t in reversed(ordered[:-1])]
    same = [r for r in others if _is_version(r, counts.record)]
    return Procedure(
        id=id_,
        record=counts.record,
        act=counts.act,
        earlier=tuple(r for r in others if r not in same),
        versions=tuple(same),
    )


def _is_version(record: Record, other: Record) -> bool:
    """Whether two records are one document in two languages."""
    return record.notice.document.value == other.notice.document.value


def _revision(document: DocumentNumber) -> tuple[int, int, int]:
    """How often a document was revised, corrected and added to."""
    count = {kind: number or 1 for kind, number in document.suffixes}
    return (max(document.revision or 0, count.get("REV", 0)), count.get("COR", 0), count.get("ADD", 0))
