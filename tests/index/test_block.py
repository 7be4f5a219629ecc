"""What is found does not depend on how the passages are spread over blocks."""

import random

import pytest

from index import vectors
from index.block import changed, one_block, settled
from index.hit import Filters
from index.passages import passages
from index.retriever import HybridRetriever
from index.shelf import fill

WORDS = [
    "pool",
    "key",
    "relocation",
    "burden",
    "measure",
    "fund",
    "border",
    "state",
    "council",
    "vote",
    "quota",
    "cod",
    "tax",
    "loan",
    "treaty",
]
QUESTIONS = ("relocation burden", "the cod quota", "vote of the council on the treaty", "loan 17", "nothing")


def shelf_for(embedder):
    return lambda found: fill(found, embedder, {}, lambda _done, _all: None)


@pytest.fixture
def cut(make_record):
    """Forty records of two languages and a few paragraphs, several of them alike."""
    chance, found = random.Random(3), {}
    for n in range(40):
        said = tuple((f"{' '.join(chance.choices(WORDS, k=6))} {n % 20}.",) for _ in range(3))
        record = make_record(f"CM {100 + n}/26", language="en" if n % 3 else "nl", notice=said)
        found[record.id] = passages(record)
    return dict(sorted(found.items()))


def answers(blocks, embedder):
    retriever = HybridRetriever(blocks, embedder)
    return [
        [
            [(h.passage.key, h.score, h.relevance) for h in found]
            for filters in (Filters(), Filters(language="nl"), Filters(record="cm-107-26"))
            for found in [retriever.search(question, language="en", filters=filters, limit=12)]
        ]
        for question in QUESTIONS
    ] + [[p.key for p in retriever.listing(filters=Filters(), limit=99, offset=20)]]


def whole(cut, embedder):
    everything = [passage for own in cut.values() for passage in own]
    return one_block(everything, shelf_for(embedder)(everything))


@pytest.fixture(params=["exact", "by signs"])
def scan(request, monkeypatch):
    """Both ways to scan vectors, whatever the corpus' size."""
    monkeypatch.setattr("index.block.EXACT_UP_TO", vectors.EXACT_UP_TO if request.param == "exact" else 0)


@pytest.mark.usefixtures("scan")
def test_records_that_came_one_by_one_are_found_like_records_that_came_together(cut, toy_embedder):
    blocks, wanted = (), {}
    for id_ in random.Random(5).sample(sorted(cut), len(cut)):
        wanted = dict(sorted({**wanted, id_: cut[id_]}.items()))
        blocks = changed(blocks, wanted, shelf_for(toy_embedder))
    assert len(blocks) > 1
    assert answers(blocks, toy_embedder) == answers(whole(cut, toy_embedder), toy_embedder)


@pytest.mark.usefixtures("scan")
def test_what_was_taken_out_or_put_in_its_place_leaves_no_trace(cut, toy_embedder, make_record):
    blocks = changed((), cut, shelf_for(toy_embedder))
    other = passages(make_record("CM 105/26", notice=(("Another treaty.",),)))
    wanted = {id_: other if id_ == "cm-105-26" else own for id_, own in cut.items() if id_ != "cm-110-26"}
    blocks = changed(blocks, wanted, shelf_for(toy_embedder))
    assert answers(blocks, toy_embedder) == answers(whole(wanted, toy_embedder), toy_embedder)


def test_a_block_from_which_nothing_goes_is_the_same_block(cut, toy_embedder):
    first = dict(list(cut.items())[:39])
    (before,) = changed((), first, shelf_for(toy_embedder))
    assert changed((before,), cut, shelf_for(toy_embedder))[0] is before


def test_joining_blocks_changes_nothing(cut, toy_embedder):
    blocks = changed(
        changed((), dict(list(cut.items())[:30]), shelf_for(toy_embedder)), cut, shelf_for(toy_embedder)
    )
    (joined,) = settled(blocks, most=10**9, ratio=10**9)
    assert answers((joined,), toy_embedder) == answers(blocks, toy_embedder)


def test_blocks_are_not_joined_past_what_may_come_together(cut, toy_embedder):
    blocks = changed(
        changed((), dict(list(cut.items())[:30]), shelf_for(toy_embedder)), cut, shelf_for(toy_embedder)
    )
    assert settled(blocks, most=1, ratio=10**9) == blocks


def test_with_every_record_gone_nothing_is_found(cut, toy_embedder):
    blocks = changed(changed((), cut, shelf_for(toy_embedder)), {}, shelf_for(toy_embedder))
    assert answers(blocks, toy_embedder)[0] == [[], [], []]
