"""Records of one number are told apart by a name that does not depend on the order they came in."""

from dataclasses import replace
from hashlib import sha256
from itertools import permutations

from corpus.identifiers import DocumentNumber
from corpus.model import Contact, Notice, Provenance, Record, Stated
from corpus.naming import name_records
from corpus.text import SourceText, Span

NOWHERE = Span(0, 0)


def record(text: str, language: str = "en", number: str = "CM 5563/1/25 REV 1") -> Record:
    notice = Notice(
        document=Stated(DocumentNumber.parse(number), NOWHERE),
        language=language,
        date_of_document=None,
        procedure_file=None,
        subject=None,
        subject_codes=(),
        contact=Contact(None, None),
        opened_by=None,
        opened_on=None,
        closed_at=None,
        end=None,
        extended_to=None,
        silence=False,
        acts=(),
        statement_authors=(),
        paragraphs=(),
    )
    name = f"{text.rsplit(maxsplit=1)[-1]}.txt"
    provenance = Provenance(name, "text/plain", sha256(text.encode()).hexdigest())
    return Record("", SourceText(text), provenance, notice, (), (), ())


def sha8(of: Record) -> str:
    return of.provenance.sha256[:8]


def ids(*records: Record, shipped: tuple[Record, ...] = ()) -> dict[str, str]:
    """The id each text got."""
    named = name_records(records, {one.provenance.sha256 for one in shipped})
    return {one.source.text: one.id for one in named}


ENGLISH, FRENCH, OTHER, THIRD = (
    record("Hungary voted against"),
    record("La Hongrie", "fr"),
    record("Malta"),
    record("Cyprus"),
)
PLAIN = "cm-5563-1-25-rev-1"


def test_a_number_borne_once_is_the_id() -> None:
    assert ids(ENGLISH, record("x", number="CM 1/26")) == {"Hungary voted against": PLAIN, "x": "cm-1-26"}


def test_the_shipped_record_keeps_the_plain_number_beside_another_language() -> None:
    assert ids(ENGLISH, FRENCH, shipped=(FRENCH,)) == {
        "La Hongrie": PLAIN,
        "Hungary voted against": f"{PLAIN}-en",
    }


def test_the_shipped_record_keeps_the_plain_number_beside_other_content() -> None:
    assert ids(ENGLISH, OTHER, shipped=(ENGLISH,)) == {
        "Hungary voted against": PLAIN,
        "Malta": f"{PLAIN}-{sha8(OTHER)}",
    }


def test_two_languages_of_which_none_is_shipped_both_bear_theirs() -> None:
    assert ids(ENGLISH, FRENCH) == {"Hungary voted against": f"{PLAIN}-en", "La Hongrie": f"{PLAIN}-fr"}


def test_two_contents_of_which_none_is_shipped_both_bear_their_hash() -> None:
    assert ids(ENGLISH, OTHER) == {
        "Hungary voted against": f"{PLAIN}-{sha8(ENGLISH)}",
        "Malta": f"{PLAIN}-{sha8(OTHER)}",
    }


def test_two_contents_of_another_language_bear_language_and_hash() -> None:
    named = ids(FRENCH, ENGLISH, OTHER, shipped=(FRENCH,))
    assert named["Malta"] == f"{PLAIN}-en-{sha8(OTHER)}"


def test_the_order_in_which_records_came_plays_no_part() -> None:
    results = {
        name_records(order, {THIRD.provenance.sha256})
        for order in permutations((ENGLISH, FRENCH, OTHER, THIRD))
    }
    assert len(results) == 1


def test_every_record_gets_an_id_of_its_own() -> None:
    named = name_records((ENGLISH, FRENCH, OTHER, THIRD))
    assert len({one.id for one in named}) == 4


def test_the_same_bytes_are_one_record() -> None:
    again = replace(ENGLISH, provenance=replace(ENGLISH.provenance, filename="again.txt"))
    assert len(name_records((ENGLISH, again))) == 1


def test_other_content_under_one_number_is_warned_of_with_the_difference() -> None:
    one, other = record("Hungary voted for it"), record("Hungary voted against it")
    named = {record.source.text: record for record in name_records((one, other))}
    (warning,) = named["Hungary voted for it"].warnings
    assert warning.code == "duplicate_document"
    assert "here 'for it', there 'against it'" in warning.message
    assert named["Hungary voted for it"].source.quote(warning.span) == "for it"


def test_another_file_of_the_same_words_is_warned_of_as_such() -> None:
    named = name_records((record("Hungary voted"), record("Hungary  voted\n")))
    assert all("with the same words" in one.warnings[0].message for one in named)


def test_another_language_under_one_number_is_no_duplicate() -> None:
    assert all(one.warnings == () for one in name_records((ENGLISH, FRENCH)))
