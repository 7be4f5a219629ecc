import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text import Span
from web.pages.marked_text import TokenKind, blocks_of
from web.pages.record import marked_span

TEXT = "Hungary and Slovakia voted against.\n\nSpain abstained."


def characters(blocks) -> str:
    return "".join(t.text for block in blocks for t in block.tokens)


def spans(size: int):
    return st.tuples(st.integers(0, size), st.integers(0, size)).map(lambda ends: Span(min(ends), max(ends)))


@given(facts=st.lists(spans(len(TEXT)), max_size=8), mark=st.none() | spans(len(TEXT)))
def test_no_character_is_lost_or_doubled_whatever_spans_are_marked(facts, mark):
    paragraphs = [("1", Span(0, 35)), ("2", Span(37, len(TEXT)))]
    known = dict.fromkeys(facts, "fact")
    blocks = blocks_of(TEXT, Span(0, len(TEXT)), paragraphs, facts=known, mark=mark)
    assert characters(blocks) == TEXT.replace("\n\n", "")


@given(facts=st.lists(spans(len(TEXT)), max_size=8))
def test_elements_open_and_close_in_pairs(facts):
    (block,) = blocks_of(
        TEXT, Span(0, len(TEXT)), [("1", Span(0, len(TEXT)))], facts=dict.fromkeys(facts, "fact"), mark=None
    )
    depth = 0
    for token in block.tokens:
        depth += {TokenKind.OPEN: 1, TokenKind.CLOSE: -1}.get(token.kind, 0)
        assert depth >= 0
    assert depth == 0


def test_the_marked_characters_are_those_of_the_span_and_its_first_piece_is_known():
    blocks = blocks_of(
        TEXT, Span(0, len(TEXT)), [("1", Span(0, 35))], facts={Span(0, 7): "fact"}, mark=Span(3, 20)
    )
    marked = [t for block in blocks for t in block.tokens if t.kind is TokenKind.MARK]
    assert [t.text for t in marked] == ["gary", " and Slovakia"]
    assert [t.is_first for t in marked] == [True, False]


def test_words_between_paragraphs_stand_in_blocks_of_their_own():
    blocks = blocks_of("Heading\n\nText", Span(0, 13), [("1", Span(9, 13))], facts={}, mark=None)
    assert [(block.label, characters([block])) for block in blocks] == [(None, "Heading"), ("1", "Text")]


@pytest.mark.parametrize("address", ["", "5-5", "7-3", "0-99", "a-b", "-1-3", "1-2-3", "²-3"])
def test_an_address_that_names_no_characters_marks_none(address):
    assert marked_span(address, 50) is None
