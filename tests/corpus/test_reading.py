"""The reading view: what is joined, dropped and made plain, and that every character can be traced."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.furniture import furniture_in
from corpus.lexicon import lexicon
from corpus.reading import read_view
from corpus.text import SourceText

TRICKY = st.text(
    alphabet=st.sampled_from(list("aB9 .,-\n\r\f\t\u00ad\u200b\u00a0\ufb01\u0301\u2019\u201c\u202e\0")),
    max_size=80,
)


@pytest.mark.parametrize(
    ("source", "view"),
    [
        ("Hun\u00adgary and Slo\u00ad\nvakia", "Hungary and Slovakia"),
        ("the mi-\ngration of persons", "the migration of persons"),
        ("les Pays-\nBas", "les Pays-Bas"),
        ("migratie-\nen asielpact", "migratie- en asielpact"),
        ("o\ufb03ce, \ufb01sh", "office, fish"),
        ("30\u202f000\u00a0EUR", "30 000 EUR"),
        ("\u201cquoted\u201d and it\u2019s", '"quoted" and it\'s'),
        ("a\u200bb\u202ec\U000e0041", "abc"),
        ("Cafe\u0301", "Café"),
        ("one\r\n\r\ntwo", "one\ntwo"),
    ],
)
def test_typography_is_made_plain(source: str, view: str) -> None:
    assert read_view(SourceText(source)).text == view


@pytest.mark.parametrize("cut", ["għall-\nkuntrarju tal- Finlandja", "għall- kuntrarju tal-\nFinlandja"])
def test_a_clitic_keeps_its_hyphen_where_a_line_or_a_space_cuts_behind_it(cut: str) -> None:
    view = read_view(SourceText(cut), lexicon("mt").clitics)
    assert view.text.replace(" ", "") == "għall-kuntrarjutal-Finlandja"


def test_a_paragraph_that_a_page_break_cuts_is_one_line_of_the_view() -> None:
    source = (
        "As a consequence the solidarity that results from this decision amounts to\n\nfewer relocations."
    )
    assert read_view(SourceText(source)).text.count("\n") == 0


def test_a_heading_is_not_joined_to_the_text_below_it() -> None:
    assert read_view(SourceText("STATEMENT BY LATVIA\n\non\n\nthe text")).text.split("\n") == [
        "STATEMENT BY LATVIA",
        "on",
        "the text",
    ]


def test_headers_footers_and_page_numbers_inside_a_sentence_are_dropped() -> None:
    source = (
        "CM 2011/25\n\nwith the exception of Hungary and\n\n"
        "CM 2011/25   AB/cd   1\nJAI.1   EN\n\fSlovakia, which abstained"
    )
    assert read_view(SourceText(source)).text == (
        "CM 2011/25\nwith the exception of Hungary and Slovakia, which abstained"
    )


def test_a_name_cut_by_a_line_break_is_made_whole_where_it_is_known() -> None:
    source = SourceText("voted by Hun\ngary")
    assert read_view(source, frozenset({"hungary"})).text == "voted by Hungary"
    assert read_view(source).text != "voted by Hungary"


def test_the_number_in_the_header_is_the_documents_own_and_stays() -> None:
    assert furniture_in(["CM 1/25", "text", "CM 1/25"]) == {2}


@given(TRICKY)
def test_every_character_of_the_view_stands_for_characters_of_the_source(source: str) -> None:
    view = read_view(SourceText(source))
    assert len(view.starts) == len(view.ends) == len(view.text) == len(view.folded)
    assert all(0 <= a <= b <= len(source) for a, b in zip(view.starts, view.ends, strict=True))
    assert list(view.starts) == sorted(view.starts)


@given(TRICKY)
def test_the_words_of_the_view_are_quoted_verbatim_from_the_source(source: str) -> None:
    view = read_view(SourceText(source))
    at = 0
    for word in view.text.split():
        at = view.text.index(word, at)
        span = view.span(at, at + len(word))
        assert view.source.quote(span)[0] == source[span.start]
        at += len(word)


@given(st.text(max_size=60))
def test_reading_never_fails_and_never_invents_a_place(source: str) -> None:
    view = read_view(SourceText(source))
    whole = view.span(0, len(view.text))
    assert whole.end <= len(source)
