"""No file hurts the reader of it: bounded time, bounded memory, one answer, nothing on the disk."""

import resource
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import UnreadableDocument
from corpus.readers.reader import read_source
from tests.corpus.readers import hostile_package, hostile_page, hostile_pdf

LONGEST_SECONDS = 32.0  # the clock stops a reader after 30
MOST_GROWTH = 30 * 1024  # KiB; a reply of five million characters is held for a moment
CASES = [
    *((make, "a.pdf") for make in hostile_pdf.HOSTILE),
    *((make, "a.docx") for make in hostile_package.HOSTILE),
    *((make, "a.html") for make in hostile_page.HOSTILE),
]


def outcome_of(data: bytes, name: str) -> str:
    """The text, or the refusal, of a file."""
    try:
        return read_source(data, name).source.text
    except UnreadableDocument as refusal:
        return str(refusal)


@pytest.mark.parametrize(("make", "name"), CASES, ids=[f"{name[2:]}-{make.__name__}" for make, name in CASES])
def test_a_hostile_file_is_read_or_refused_in_bounded_time_and_memory(
    make: Callable[[], bytes], name: str
) -> None:
    data = make()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.monotonic()
    outcome = outcome_of(data, name)
    assert time.monotonic() - start < LONGEST_SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MOST_GROWTH
    assert 0 < len(outcome) <= 5_000_001


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (hostile_pdf.flate_bomb, "the PDF unfolds into too much"),
        (hostile_pdf.many_flate_streams, "the PDF unfolds into too much"),
        (hostile_pdf.nested_flate_bomb, "reading it took more memory"),
        (hostile_pdf.cyclic_pages, "the PDF is corrupt, page 1"),
        (hostile_package.a_part_of_a_gigabyte, "the package unfolds into too much"),
        (hostile_package.many_large_parts, "the package unfolds into too much"),
        (hostile_package.a_million_paragraphs, "a part unfolds into too much"),
        (hostile_package.a_hundred_thousand_parts, "the package has too many parts"),
        (hostile_package.a_size_that_lies, "the part is truncated or corrupt"),
        (hostile_package.zip_slip, "a part is named as a path out of the package"),
        (hostile_package.a_part_with_an_absolute_name, "a part is named as a path out of the package"),
        (hostile_package.one_part_twice, "the package holds one part twice"),
        (hostile_package.billion_laughs, "the XML is corrupt"),
        (hostile_package.an_outside_entity, "the XML declares a document type"),
        (hostile_package.an_outside_document_type, "the XML declares a document type"),
        (hostile_package.elements_nested_deeply, "the XML is corrupt"),
        (hostile_page.one_enormous_line, "the file unfolds into too much"),
    ],
)
def test_a_bomb_is_refused_by_what_it_does(make: Callable[[], bytes], problem: str) -> None:
    suffix = make.__module__.rpartition("_")[2].replace("package", "docx").replace("page", "html")
    with pytest.raises(UnreadableDocument, match=problem):
        read_source(make(), f"a.{suffix}")


def test_a_part_named_out_of_the_package_is_written_nowhere() -> None:
    with pytest.raises(UnreadableDocument):
        read_source(hostile_package.zip_slip(), "a.docx")
    assert not Path("/tmp/slipped.xml").exists()
