"""A quoted sentence is rendered by its own rendering, not by that of its whole paragraph."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.citing.rendering import rendering_of, sentences_of
from corpus.gloss_file import glosses_of
from corpus.model import Gloss, Paragraph, Record
from corpus.parse import parse_record
from corpus.readers.reader import read_source
from corpus.text import Span

RECORDS = Path(__file__).parents[2] / "corpus" / "records"
HEADER = "header"
GLOSS = Gloss("notice", "1", "en", "One is first. Two is second. Three is third.")
PARAGRAPH = Paragraph("1", Span(0, 30), (Span(0, 10), Span(10, 20), Span(20, 30)))


def shipped() -> Iterator[Record]:
    for file in sorted(RECORDS.glob("*.txt")):
        read = read_source(file.read_bytes(), file.name)
        yield parse_record(read, glosses=glosses_of(read.provenance.sha256))


def test_every_shipped_rendering_has_the_sentences_of_its_paragraph():
    differing = {
        (gloss.part, gloss.label): (len(paragraph.sentences), len(sentences_of(gloss)))
        for record in shipped()
        for part, paragraphs in (
            ("notice", record.notice.paragraphs),
            *((s.part, s.paragraphs) for s in record.statements),
        )
        for paragraph in paragraphs
        for gloss in record.glosses
        if (gloss.part, gloss.label) == (part, paragraph.label)
        and gloss.label != HEADER
        and len(paragraph.sentences) != len(sentences_of(gloss))
    }
    assert differing == {}


@pytest.mark.parametrize(
    ("cited", "text", "span"),
    [
        ([Span(2, 8)], "One is first.", Span(0, 10)),
        ([Span(10, 20)], "Two is second.", Span(10, 20)),
        ([Span(0, 9), Span(20, 30)], "One is first. … Three is third.", Span(0, 30)),
        ([Span(12, 25)], "Two is second. Three is third.", Span(10, 30)),
        ([Span(0, 30)], GLOSS.text, Span(0, 30)),
    ],
)
def test_only_the_sentences_cited_are_rendered(cited, text, span):
    found = rendering_of(PARAGRAPH, GLOSS, cited)
    assert found is not None
    assert (found[0].text, found[1]) == (text, span)


def test_a_long_rendering_with_other_sentences_is_left_out():
    long = Gloss("notice", "1", "en", "One is first. " * 40)
    assert rendering_of(PARAGRAPH, long, [Span(0, 10)]) is None
