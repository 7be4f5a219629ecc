from decimal import Decimal
from itertools import combinations

import pytest

from corpus.member_state import MEMBERS
from web.charts import contrast_bar, share_bar, tile_map
from web.pages.outward import eli_of, register_address_of

PROCEDURE = "2025-0357-nle"


@pytest.fixture(scope="module")
def readings(register):
    return register.assistant().library.readings(PROCEDURE)


def test_every_member_has_a_tile_of_its_own(readings):
    tiles = tile_map.tiles(readings.recommended.tally.votes)
    assert sorted(tile.state for tile in tiles) == sorted(MEMBERS)
    step = tile_map.TILE + tile_map.GAP
    assert all(abs(a.x - b.x) >= step or abs(a.y - b.y) >= step for a, b in combinations(tiles, 2))
    assert all(tile.x + tile_map.TILE <= tile_map.WIDTH for tile in tiles)
    assert all(tile.y + tile_map.TILE <= tile_map.HEIGHT for tile in tiles)


def test_the_parts_of_the_bar_fill_it_and_are_in_proportion(readings):
    parts = share_bar.segments(readings.recommended.tally)
    assert [(part.position, part.count) for part in parts] == [
        ("for", 20),
        ("abstention", 4),
        ("against", 2),
        ("not_participating", 1),
    ]
    assert sum(Decimal(part.width) for part in parts) == pytest.approx(share_bar.WIDTH, abs=Decimal("0.1"))


def test_the_gauges_stand_at_the_shares_and_their_thresholds(readings):
    members, population = share_bar.gauges(readings.recommended.majority)
    assert (members.count, members.needed, members.of) == (20, 15, 26)
    assert (members.percent, members.threshold, members.is_reached) == ("76.92", "55.00", True)
    assert (population.percent, population.threshold, population.is_reached) == ("82.66", "65.00", True)


def test_claimed_figures_are_set_against_each_other_by_unit(register):
    found = contrast_bar.contrasted(register.assistant().library.pool(PROCEDURE))
    assert [(c.unit, c.percent, c.actual.figure.claimant) for c in found] == [
        ("relocation", "3.21", "ES"),
        ("EUR", "12.44", "ES"),
    ]


@pytest.mark.parametrize(
    ("act", "address"),
    [
        ("Regulation (EU) 2024/1351", "http://data.europa.eu/eli/reg/2024/1351/oj"),
        ("Regulation (EU) No 604/2013, Article 3(2)", "http://data.europa.eu/eli/reg/2013/604/oj"),
        ("Implementing Decision (EU) 2025/2642", "http://data.europa.eu/eli/dec_impl/2025/2642/oj"),
        ("Rules of Procedure of the Council, Article 12(1)", None),
        ("javascript:alert(1)", None),
    ],
)
def test_an_act_of_the_union_has_its_lasting_address(act, address):
    assert eli_of(act) == address


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ("CM 5563/1/25 REV 1", "CM-5563-2025-REV-1"),
        ("16574/1/25 REV 1", "ST-16574-2025-REV-1"),
        ("CM 5555/25", "CM-5555-2025"),
        ("a letter", None),
    ],
)
def test_a_council_document_has_its_address_in_the_register(document, name):
    address = register_address_of(document)
    assert address == (f"https://data.consilium.europa.eu/doc/document/{name}/en/pdf" if name else None)
