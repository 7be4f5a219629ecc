"""Hybrid search over one snapshot: what is found, in which order, under which filters."""

from datetime import date

import pytest

from index.block import one_block
from index.hit import Filters
from index.passages import passages
from index.retriever import HybridRetriever
from index.shelf import fill

NOWHERE = Filters()


def retriever_over(records, embedder, tags=lambda _text, _language: ()):
    found = tuple(p for record in records for p in passages(record, tags, (f"file-{record.id}",)))
    return HybridRetriever(
        one_block(found, fill(found, embedder, {}, lambda _done, _all: None)), embedder, tags
    )


@pytest.fixture
def retriever(make_record, toy_embedder):
    spain = (("Spain counts 962 relocations in effect.",), ("The reference key is too low.",))
    first = make_record("CM 1/26", statements={"ES": spain, "AT+HU": (("Relocations are rejected.",),)})
    dutch = make_record("CM 2/26", language="nl", notice=(("De herplaatsingen zijn besproken.",),))
    undated = make_record("CM 3/26", notice=(("Other relocations were mentioned.",),), dated=None)
    late = make_record("CM 4/26", notice=(("Later relocations.",),), dated=date(2026, 6, 1))
    return retriever_over((first, dutch, undated, late), toy_embedder)


def keys(hits):
    return [hit.passage.key for hit in hits]


def test_the_passage_that_says_it_comes_first(retriever):
    hits = retriever.search("How many relocations in effect?", language="en", filters=NOWHERE, limit=3)
    assert keys(hits)[0] == "CM 1/26:ES¶1"
    assert hits[0].relevance > hits[2].relevance


def test_results_are_never_short_of_the_limit_while_passages_pass(retriever):
    assert len(retriever.search("weather", language="en", filters=NOWHERE, limit=50)) == 7


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(speaker="ES"), ["CM 1/26:ES¶1", "CM 1/26:ES¶2"]),
        (Filters(speaker="HU"), ["CM 1/26:AT+HU¶1"]),
        (Filters(part="statement:ES"), ["CM 1/26:ES¶1", "CM 1/26:ES¶2"]),
        (Filters(part="statement"), ["CM 1/26:AT+HU¶1", "CM 1/26:ES¶1", "CM 1/26:ES¶2"]),
        (Filters(language="nl"), ["CM 2/26:notice¶1"]),
        (Filters(record="cm-3-26"), ["CM 3/26:notice¶1"]),
        (Filters(procedure="file-cm-4-26"), ["CM 4/26:notice¶1"]),
        (Filters(dated_from="2026-02-01"), ["CM 4/26:notice¶1"]),
        (Filters(dated_to="2026-01-05", part="notice"), ["CM 1/26:notice¶1", "CM 2/26:notice¶1"]),
        (Filters(speaker="ES", language="nl"), []),
        (Filters(record="not there"), []),
    ],
)
def test_a_filter_holds_for_search_and_listing_alike(retriever, filters, expected):
    hits = retriever.search("relocations", language="en", filters=filters, limit=9)
    assert sorted(keys(hits)) == expected
    assert sorted(p.key for p in retriever.listing(filters=filters, limit=9, offset=0)) == expected


def test_a_listing_pages_through_in_record_order(retriever):
    pages = [retriever.listing(filters=Filters(record="cm-1-26"), limit=2, offset=o) for o in (0, 2, 4)]
    assert [[p.label for p in page] for page in pages] == [["1", "1"], ["2", "1"], []]


def test_equal_scores_are_ordered_by_key(make_record, toy_embedder):
    twins = tuple(make_record(f"CM {n}/26", notice=(("The same words.",),)) for n in (3, 1, 2))
    found = retriever_over(twins, toy_embedder).search("same words", language="en", filters=NOWHERE, limit=3)
    assert keys(found) == ["CM 1/26:notice¶1", "CM 2/26:notice¶1", "CM 3/26:notice¶1"]


def test_the_order_of_ingest_makes_no_difference_to_what_is_found(make_record, toy_embedder):
    records = tuple(
        make_record(f"CM {n}/26", notice=((f"Paragraph {n} on relocations.",),)) for n in range(1, 9)
    )
    asked = {"language": "en", "filters": NOWHERE, "limit": 8}
    one, other = (
        [
            (h.passage.key, h.score, h.relevance)
            for h in retriever_over(order, toy_embedder).search("paragraph 5", **asked)
        ]
        for order in (records, records[::-1])
    )
    assert one == other


@pytest.mark.parametrize("query", ["", "   ", "?!", "\u202e", "the of and", "x" * 2000])
def test_a_question_without_words_is_no_error(retriever, query):
    retriever.search(query, language="en", filters=NOWHERE, limit=5)


def test_an_empty_corpus_finds_nothing(toy_embedder):
    empty = retriever_over((), toy_embedder)
    assert empty.search("relocations", language="en", filters=NOWHERE, limit=5) == ()
    assert empty.listing(filters=NOWHERE, limit=5, offset=0) == ()


def test_a_concept_both_sides_name_joins_languages_that_share_no_word(make_record, toy_embedder):
    def tags(text, _language):
        return ("relocation",) if "herplaatsing" in text or "relocation" in text else ()

    record = make_record(
        language="nl", notice=(("Er is niets.",), ("Er zijn herplaatsingen.",), ("En meer.",))
    )
    found = retriever_over((record,), toy_embedder, tags)
    assert keys(found.search("relocation", language="en", filters=NOWHERE, limit=1)) == ["CM 1/26:notice¶2"]
