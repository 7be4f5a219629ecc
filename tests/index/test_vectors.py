"""The nearest vectors, exactly or by their signs first."""

import numpy as np
import pytest

from index.vectors import VectorIndex


def unit_rows(count, dimensions=64, seed=0):
    rows = np.random.default_rng(seed).standard_normal((count, dimensions)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.mark.parametrize("exact_up_to", [10_000, 10], ids=["exact", "by signs"])
def test_a_row_is_nearest_to_itself(exact_up_to):
    rows = unit_rows(1000)
    index = VectorIndex(rows, exact_up_to)
    assert [int(index.nearest(rows[n], 1)[0]) for n in range(0, 1000, 97)] == list(range(0, 1000, 97))


@pytest.mark.parametrize("exact_up_to", [10_000, 10], ids=["exact", "by signs"])
def test_only_allowed_rows_are_found_and_as_many_as_there_are(exact_up_to):
    rows = unit_rows(1000)
    allowed = np.zeros(1000, dtype=bool)
    allowed[[3, 500, 999]] = True
    found = VectorIndex(rows, exact_up_to).nearest(rows[0], 5, allowed)
    assert sorted(found.tolist()) == [3, 500, 999]


def test_signs_and_reranking_find_what_an_exact_scan_finds():
    rows = unit_rows(5000, 24) @ unit_rows(24, 384, seed=1)  # like texts: few directions matter
    queries = rows[:50] + 0.1 * unit_rows(50, 384, seed=2)
    exact, approximate = VectorIndex(rows), VectorIndex(rows, exact_up_to=10)
    shared = [len(set(exact.nearest(q, 10)) & set(approximate.nearest(q, 10))) for q in queries]
    assert sum(shared) / 500 >= 0.9


def test_a_similarity_does_not_depend_on_what_else_is_asked_for():
    rows = unit_rows(300)
    index = VectorIndex(rows)
    together = index.similarity(rows[7], np.arange(300))
    alone = np.concatenate([index.similarity(rows[7], np.array([n])) for n in range(300)])
    assert together.tobytes() == alone.tobytes()


def test_no_rows_are_no_error():
    assert VectorIndex(np.empty((0, 64), dtype=np.float32)).nearest(unit_rows(1)[0], 5).tolist() == []
