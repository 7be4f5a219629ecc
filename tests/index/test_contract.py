"""One contract for every engine: this machine's memory, and a Milvus server."""

import os
import socket
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from index.build import Workshop, build
from index.engine import retriever_over
from index.errors import EngineUnavailable
from index.hit import Filters
from index.store import Store

NOWHERE = Filters()


@pytest.fixture(scope="session")
def milvus(tmp_path_factory):
    """The address of a real server in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = str(Path(sys.executable).with_name("milvus-lite"))
    data = str(tmp_path_factory.mktemp("milvus") / "data")
    command = [program, "server", "--host", "127.0.0.1", "--port", str(port), "--data-dir", data]
    unbuffered = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=unbuffered) as server:
        assert "listening" in server.stdout.readline()
        yield f"milvus://127.0.0.1:{port}"
        server.terminate()


@pytest.fixture(params=["faiss", "milvus"])
def engine(request):
    """The address of an engine."""
    return request.getfixturevalue("milvus") if request.param == "milvus" else ""


@pytest.fixture
def search_over(engine, tmp_path, toy_embedder):
    def made(*records):
        def procedures(ordered):
            return {record.id: (f"file-{record.id}",) for record in ordered}

        snapshot = build(records, Workshop(Store(tmp_path), toy_embedder, "reader-1", procedures=procedures))
        return retriever_over(engine, snapshot, toy_embedder, lambda _text, _language: ())

    return made


@pytest.fixture
def retriever(make_record, search_over):
    spain = (("Spain counts 962 relocations in effect.",), ("The reference key is too low.",))
    first = make_record("CM 1/26", statements={"ES": spain, "AT+HU": (("Relocations are rejected.",),)})
    dutch = make_record("CM 2/26", language="nl", notice=(("De herplaatsingen zijn besproken.",),))
    undated = make_record("CM 3/26", notice=(("Other relocations were mentioned.",),), dated=None)
    late = make_record("CM 4/26", notice=(("Later relocations.",),), dated=date(2026, 6, 1))
    return search_over(first, dutch, undated, late)


def keys(hits):
    return [hit.passage.key for hit in hits]


def test_the_passage_that_says_it_comes_first_and_is_the_one_relevant(retriever):
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


def test_equal_scores_are_ordered_by_key(make_record, search_over):
    twins = tuple(make_record(f"CM {n}/26", notice=(("The same words.",),)) for n in (3, 1, 2))
    found = search_over(*twins).search("same words", language="en", filters=NOWHERE, limit=3)
    assert keys(found) == ["CM 1/26:notice¶1", "CM 2/26:notice¶1", "CM 3/26:notice¶1"]


@pytest.mark.parametrize("query", ["", "   ", "?!", "\u202e", "the of and", "x" * 2000])
def test_a_question_without_words_is_no_error(retriever, query):
    retriever.search(query, language="en", filters=NOWHERE, limit=5)


def test_an_empty_corpus_finds_nothing(search_over):
    empty = search_over()
    assert empty.search("relocations", language="en", filters=NOWHERE, limit=5) == ()
    assert empty.listing(filters=NOWHERE, limit=5, offset=0) == ()


def test_the_same_question_finds_the_same_again(retriever):
    asked = {"language": "en", "filters": NOWHERE, "limit": 7}
    assert retriever.search("relocations", **asked) == retriever.search("relocations", **asked)


def test_what_was_written_once_serves_a_second_server(make_record, search_over):
    record = make_record("CM 7/26", notice=(("A quota for cod.",),))
    first, second = search_over(record), search_over(record)
    asked = {"language": "en", "filters": NOWHERE, "limit": 5}
    assert first.search("cod", **asked) == second.search("cod", **asked) != ()


def test_a_generation_stays_searchable_while_a_newer_one_is(make_record, search_over):
    old, new = make_record("CM 1/26", notice=(("A quota for cod.",),)), make_record("CM 2/26")
    before, after = search_over(old), search_over(old, new)
    assert len(before.listing(filters=NOWHERE, limit=9, offset=0)) == 1
    assert len(after.listing(filters=NOWHERE, limit=9, offset=0)) == 2


@pytest.mark.parametrize("address", ["qdrant://127.0.0.1:1", "nonsense"])
def test_an_address_of_no_known_engine_is_refused(address, tmp_path, toy_embedder):
    snapshot = build((), Workshop(Store(tmp_path), toy_embedder, "reader-1"))
    with pytest.raises(EngineUnavailable, match="no engine is reached by that"):
        retriever_over(address, snapshot, toy_embedder, lambda _text, _language: ())
