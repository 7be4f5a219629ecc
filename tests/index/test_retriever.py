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


def test_a_concept_both_sides_name_joins_languages_that_share_no_word(make_record, toy_embedder):
    def tags(text, _language):
        return ("relocation",) if "herplaatsing" in text or "relocation" in text else ()

    record = make_record(
        language="nl", notice=(("Er is niets.",), ("Er zijn herplaatsingen.",), ("En meer.",))
    )
    found = retriever_over((record,), toy_embedder, tags)
    assert keys(found.search("relocation", language="en", filters=NOWHERE, limit=1)) == ["CM 1/26:notice¶2"]


def test_a_text_repeated_to_the_letter_comes_before_another_languages_that_shares_a_part(
    make_record, toy_embedder
):
    """Where hardly a Dutch text shares anything with a question, the one that does stands out by far."""
    asked = "The regions regret that the assessment of batteries leaves out small coastal fleets 4261296."
    said = ["Cod quotas shrank twice", "Small ports regret much", *(["The sea was calm"] * 8)]
    english = [make_record(f"CM {n}/26", notice=((f"{said[n % 10]} {n}.",),)) for n in range(1, 400)]
    dutch = [
        make_record(f"CM {1000 + n}/26", language="nl", notice=((f"Zij vonk kwijt dwz mooi {n}.",),))
        for n in range(1, 400)
    ]
    near = make_record("CM 3000/26", language="nl", notice=(("Zij vonk assessment of batteries 4261296.",),))
    same = make_record("CM 4000/26", notice=((asked,),))
    retriever = retriever_over([*english, *dutch, near, same], toy_embedder)
    hits = retriever.search(asked, language="en", filters=NOWHERE, limit=5)
    assert keys(hits)[0] == "CM 4000/26:notice¶1"


def test_of_more_passages_than_are_weighed_those_that_share_most_are_found(make_record, toy_embedder):
    records = [make_record(f"CM {n}/26", notice=((f"The vote number {n}.",),)) for n in range(1, 300)]
    same = make_record("CM 900/26", notice=(("A vote on relocation.",),))
    retriever = retriever_over([*records, same], toy_embedder)
    hits = retriever.search("the vote on relocation", language="en", filters=NOWHERE, limit=5)
    assert (keys(hits)[0], len(hits)) == ("CM 900/26:notice¶1", 5)
