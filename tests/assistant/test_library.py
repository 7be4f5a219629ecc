"""The library: which records tell of which act, and which of them counts."""

from datetime import date
from itertools import permutations

import pytest

from assistant.procedures import library
from corpus.errors import RecordNotFound
from corpus.model import Position, ProcedureEnd


def test_a_procedure_goes_by_its_interinstitutional_file(make_record):
    assert [p.id for p in library.Library([make_record()]).procedures] == ["2025-0001-nle"]


def test_without_a_file_a_procedure_goes_by_its_notice_whatever_the_revision(make_record):
    (procedure,) = library.Library([make_record("CM 7/1/25 REV 1", file=None)]).procedures
    assert procedure.id == "cm-7-25"


def test_the_latest_revision_counts_and_the_earlier_stay_citable(make_record):
    first, second = make_record("CM 7/25"), make_record("CM 7/1/25 REV 1", issued=None)
    (procedure,) = library.Library([second, first]).procedures
    assert procedure.record is second
    assert procedure.earlier == (first,)


def test_language_versions_of_one_document_are_one_procedure(make_record):
    dutch, english = make_record(language="nl"), make_record()
    (procedure,) = library.Library([dutch, english]).procedures
    assert {procedure.record.id, *(r.id for r in procedure.versions)} == {dutch.id, english.id}
    assert procedure.earlier == ()


def test_a_notice_that_ends_the_procedure_counts_over_one_that_extends_it(make_record):
    extended = make_record("CM 8/25", opened_by="CM 1/25", end=ProcedureEnd.EXTENDED, issued=date(2025, 7, 1))
    ended = make_record("CM 9/25", opened_by="CM 1/25", issued=date(2025, 6, 1))
    (procedure,) = library.Library([extended, ended]).procedures
    assert procedure.record is ended


def test_two_written_procedures_on_one_file_stay_two(make_record):
    first = make_record("CM 8/25", opened_by="CM 1/25", closed=date(2025, 3, 1))
    second = make_record("CM 9/25", opened_by="CM 2/25", closed=date(2025, 4, 1))
    ids = [p.id for p in library.Library([second, first]).procedures]
    assert ids == ["2025-0001-nle", "2025-0001-nle-cm-9-25"]


def test_one_notice_may_end_the_procedure_for_several_acts(make_record):
    procedures = library.Library([make_record("CM 8/25", file=None, vote_count=2)]).procedures
    assert [p.id for p in procedures] == ["cm-8-25-1", "cm-8-25-2"]


def test_a_notice_that_names_no_act_is_still_a_procedure(make_record):
    (procedure,) = library.Library([make_record("CM 8/25", vote_count=0)]).procedures
    assert (procedure.id, procedure.act.vote.positions) == ("2025-0001-nle", ())


def test_the_procedures_do_not_depend_on_the_order_of_the_records(make_record):
    records = [
        make_record("CM 7/25"),
        make_record("CM 7/1/25 REV 1"),
        make_record("CM 7/1/25 REV 1", language="fr"),
        make_record("CM 9/25", opened_by="CM 3/25"),
    ]
    assert len({library.Library(order).procedures for order in permutations(records)}) == 1


def test_every_source_that_can_be_cited_is_found_by_its_id(make_record):
    records = library.Library([make_record()])
    assert records.source("cm-1-25").text is records.record("cm-1-25").source
    assert records.source("reference-population").record == "reference-population"


@pytest.mark.parametrize("id_", ["cm-2-25", "reference-nothing"])
def test_an_unknown_source_is_not_found(make_record, id_):
    with pytest.raises(RecordNotFound):
        library.Library([make_record()]).source(id_)


def test_the_rows_of_votes_are_one_a_member_and_procedure_and_can_be_chosen(make_record):
    first = make_record("CM 8/25", file=None, closed=date(2025, 3, 1), positions={"HU": Position.AGAINST})
    second = make_record("CM 9/25", file=None, closed=date(2025, 4, 1))
    records = library.Library([second, first])
    assert len(records.votes()) == 54
    assert [row.procedure.id for row in records.votes("HU")] == ["cm-8-25", "cm-9-25"]
    assert [row.vote.state for row in records.votes(position=Position.AGAINST)] == ["HU"]
    assert [row.day.month for row in records.votes("AT", dated_from=date(2025, 4, 1))] == [4]
    assert [row.day.month for row in records.votes("AT", dated_to=date(2025, 3, 1))] == [3]


def test_a_procedure_without_any_position_has_no_rows(make_record):
    assert len(library.Library([make_record(remainder=None)]).votes()) == 0


def test_what_the_records_hold_of_a_state_is_its_seats_votes_and_statements(make_record):
    made = make_record(claims="We object.", file=None, vote_count=2)
    view = library.Library([made]).state("ES")
    assert [member.iso2 for member in view.memberships] == ["ES"]
    assert len(view.votes) == 2
    assert [(procedure.id, statement.part) for procedure, statement in view.statements] == [
        ("cm-1-25-1", "statement:ES")
    ]


def test_of_a_state_that_never_had_a_seat_the_records_hold_nothing(make_record):
    view = library.Library([make_record()]).state("NO")
    assert (view.memberships, tuple(view.votes), view.statements) == ((), (), ())
