"""The nearest vectors, exactly or by their codes first."""

import numpy as np
import pytest

from index.rows import Rows
from index.vectors import VectorIndex


def unit_rows(count, dimensions=64, seed=0):
    rows = np.random.default_rng(seed).standard_normal((count, dimensions)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def index_of(*parts, exact=True):
    return VectorIndex([Rows(part, exact=exact) for part in parts])


@pytest.mark.parametrize("exact", [True, False], ids=["exact", "by codes"])
def test_a_row_is_nearest_to_itself(exact):
    rows = unit_rows(1000)
    index = index_of(rows, exact=exact)
    assert [int(index.nearest(rows[n], 1)[0]) for n in range(0, 1000, 97)] == list(range(0, 1000, 97))


@pytest.mark.parametrize("exact", [True, False], ids=["exact", "by codes"])
def test_only_allowed_rows_are_found_and_as_many_as_there_are(exact):
    rows = unit_rows(1000)
    allowed = np.zeros(1000, dtype=bool)
    allowed[[3, 500, 999]] = True
    found = index_of(rows, exact=exact).nearest(rows[0], 5, allowed)
    assert sorted(found.tolist()) == [3, 500, 999]


def test_codes_and_reranking_find_what_an_exact_scan_finds():
    rows = unit_rows(30_000, 24) @ unit_rows(24, 384, seed=1)  # like texts: few directions matter
    queries = rows[:50] + 0.1 * unit_rows(50, 384, seed=2)
    exact, approximate = index_of(rows), index_of(rows, exact=False)
    shared = [len(set(exact.nearest(q, 10)) & set(approximate.nearest(q, 10))) for q in queries]
    assert sum(shared) / 500 >= 0.99


def test_signs_and_reranking_find_what_an_exact_scan_finds_among_some_rows():
    rows = unit_rows(30_000, 24) @ unit_rows(24, 384, seed=1)
    allowed = np.arange(30_000) % 3 == 0
    queries = rows[:50] + 0.1 * unit_rows(50, 384, seed=2)
    exact, approximate = index_of(rows), index_of(rows, exact=False)
    shared = [
        len(set(exact.nearest(q, 10, allowed)) & set(approximate.nearest(q, 10, allowed))) for q in queries
    ]
    assert sum(shared) / 500 >= 0.99


def test_an_odd_number_of_dimensions_is_scanned_by_codes_too():
    rows = unit_rows(1000, 65)
    index = index_of(rows, exact=False)
    assert [int(index.nearest(rows[n], 1)[0]) for n in range(0, 1000, 97)] == list(range(0, 1000, 97))


def test_a_similarity_does_not_depend_on_what_else_is_asked_for():
    rows = unit_rows(300)
    index = index_of(rows)
    together = index.similarity(rows[7], np.arange(300))
    alone = np.concatenate([index.similarity(rows[7], np.array([n])) for n in range(300)])
    assert together.tobytes() == alone.tobytes()


def test_no_rows_are_no_error():
    assert index_of(np.empty((0, 64), dtype=np.float32)).nearest(unit_rows(1)[0], 5).tolist() == []
    assert VectorIndex([]).nearest(unit_rows(1)[0], 5).tolist() == []


@pytest.mark.parametrize("exact", [True, False], ids=["exact", "by codes"])
def test_how_rows_are_spread_over_parts_changes_nothing(exact):
    rows = unit_rows(6000)
    rows[100:400] = rows[0]  # more equal ones than are asked for
    whole, parts = index_of(rows, exact=exact), index_of(rows[:900], rows[900:907], rows[907:], exact=exact)
    for query in (*unit_rows(20, seed=3), rows[0]):
        assert set(whole.nearest(query, 50)) == set(parts.nearest(query, 50))
    chosen = np.array([5999, 3, 905, 3])
    assert whole.similarity(rows[7], chosen).tobytes() == parts.similarity(rows[7], chosen).tobytes()


def test_rows_outlive_the_index_that_held_them():
    rows = unit_rows(2000)
    held = Rows(rows, exact=True).vectors
    others = [Rows(unit_rows(2000, seed=n), exact=True) for n in range(1, 5)]
    assert held.tobytes() == rows.tobytes()
    assert len(others) == 4
