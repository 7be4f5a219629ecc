"""A citation says of its place everything that a reader needs to find it again."""

import pytest

from assistant.citing.citation import Citation, Place, Source, cite
from corpus.text import SourceText, Span

TEXT = SourceText("First page.\fHungary voted against.", (0, 12))


def place(part, speaker, label):
    source = Source("cm-1-25", "CM 1/25", "en", TEXT)
    return Place(source, Span(12, 34), part, label, speaker)


def test_a_citation_holds_what_stands_at_its_place_and_where_that_is():
    assert cite(place("statement:ES", "ES", "4"), 3) == Citation(
        n=3,
        key="CM 1/25:ES¶4",
        record="cm-1-25",
        document="CM 1/25",
        language="en",
        part="statement:ES",
        speaker="ES",
        page=2,
        start=12,
        end=34,
        quote="Hungary voted against.",
        quote_sha256="a10d1f24496b7a71bd630f9718eb726257bfd4cdbed78d826ef78258487886f1",
        url="/records/cm-1-25#c12-34",
    )


@pytest.mark.parametrize(
    ("part", "key"),
    [
        ("notice", "CM 1/25:notice¶2"),
        ("statement:HU", "CM 1/25:HU¶2"),
        ("statement:HU:annex", "CM 1/25:HU:annex¶2"),
    ],
)
def test_the_key_names_the_speaker_of_a_statement_and_else_the_part(part, key):
    assert cite(place(part, None, "2"), 1).key == key
