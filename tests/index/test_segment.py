"""Records lie in segments: by their ids alone, in files that never change."""

import random
from itertools import chain

import numpy as np
import pytest

from index.passages import passages
from index.segment import Segment, content_of, runs_of, segment_from
from index.shelf import fill


@pytest.fixture
def records(make_record):
    made = (make_record(f"CM {n}/26", notice=((f"Point {n} on the key.", "More."),)) for n in range(1, 401))
    return tuple(sorted(made, key=lambda record: record.id))


def test_one_record_more_changes_one_segment(records):
    for n in random.Random(1).sample(range(400), 25):
        before, after = set(runs_of(records[:n] + records[n + 1 :])), set(runs_of(records))
        assert len(before - after) <= 2
        assert len(after - before) <= 2


def test_segments_partition_the_records_in_their_order(records):
    assert tuple(chain.from_iterable(runs_of(records))) == records
    assert list(runs_of(())) == []


def test_a_segment_goes_to_disk_and_comes_back_equal(records, toy_embedder):
    found = tuple(chain.from_iterable(map(passages, records[:9])))
    segment = Segment(records[:9], found, fill(found, toy_embedder, {}, lambda _done, _all: None))
    again = segment_from(content_of(segment), toy_embedder.dimensions)
    assert (again.records, again.passages) == (segment.records, segment.passages)
    assert content_of(again) == content_of(segment)
    assert np.array_equal(again.shelf.vectors, segment.shelf.vectors)


def test_a_segment_of_nothing_goes_to_disk_and_comes_back(toy_embedder):
    nothing = Segment((), (), fill((), toy_embedder, {}, lambda _done, _all: None))
    assert content_of(segment_from(content_of(nothing), toy_embedder.dimensions)) == content_of(nothing)


@pytest.mark.parametrize("content", [b"", b"{}", b'{"records": 9}\n', b"[1]\n"])
def test_a_file_that_is_no_segment_is_refused(content):
    with pytest.raises((ValueError, KeyError, TypeError)):
        segment_from(content, 64)
