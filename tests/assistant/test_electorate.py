"""The rules of the treaties, held against a second implementation in SQL and against their own laws."""

import random
import sqlite3
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.counting import roster
from assistant.counting.electorate import Electorate
from corpus.model import MajorityRule

STATES = tuple(member.iso2 for member in roster.members_on(date(2025, 6, 1)))
SHARES = {state: int(share.percent * 100) for state, share in roster.population_shares(2025).items()}
GENERATED = 20_000

# Written from the treaties alone, in another language than the code it checks; it knows sums, not intervals,
# so the rounding is carried by hand: every share is doubled and moved by one, half a hundredth.
SECOND_IMPLEMENTATION = """
WITH totals AS (
    SELECT vote.id, vote.kind, vote.reinforced, count(*) AS members,
           sum(stand = 'for') AS pro, sum(stand = 'against') AS con,
           2 * sum(share * (stand = 'for')) AS pro_people, 2 * sum(share) AS people
    FROM vote JOIN ballot ON ballot.vote = vote.id GROUP BY vote.id
), ranked AS (
    SELECT vote, row_number() OVER w AS place, sum(share) OVER w AS running,
           sum(share) OVER (PARTITION BY vote) AS people
    FROM ballot WINDOW w AS (PARTITION BY vote ORDER BY share DESC, state ROWS UNBOUNDED PRECEDING)
), blocking AS (
    SELECT vote, min(place) + 1 AS least FROM ranked WHERE 100 * running > 35 * people GROUP BY vote
), tested AS (
    SELECT totals.*,
        CASE WHEN reinforced THEN NULL WHEN members = 27 THEN 4 ELSE least END AS block,
        CASE WHEN members = 27 AND NOT reinforced THEN max(15, (members * 55 + 99) / 100)
             WHEN reinforced THEN (members * 72 + 99) / 100 ELSE (members * 55 + 99) / 100 END AS quorum,
        100 * (pro_people - pro) >= 65 * (people - pro + (members - pro)) AS surely,
        100 * (pro_people + pro) >= 65 * (people + pro - (members - pro)) AS perhaps
    FROM totals LEFT JOIN blocking ON blocking.vote = totals.id
)
SELECT id, CASE
    WHEN kind = 'unanimity' THEN con = 0
    WHEN kind = 'simple' THEN 2 * pro > members
    WHEN pro < quorum THEN 0
    WHEN pro = members OR (block IS NOT NULL AND members - pro < block) THEN 1
    WHEN surely THEN 1 WHEN perhaps THEN NULL ELSE 0 END
FROM tested ORDER BY id
"""


def electorate(states=STATES, kind=MajorityRule.QUALIFIED, reinforced=False):
    chosen = tuple(states)
    weights = tuple(SHARES[state] for state in chosen)
    return Electorate(chosen, kind, reinforced, len(chosen) == len(STATES), weights)


def generated_votes(count):
    """Votes of every kind; absent members and close results are common."""
    chance = random.Random(20251222)
    for id_ in range(count):
        kind = chance.choices([*MajorityRule], weights=(8, 1, 1))[0]
        absent = chance.sample(STATES, chance.choice((0, 0, 1, 1, 2, 3, 7)))
        lean = chance.choice((0.5, 0.6, 0.7, 0.8, 0.95))
        stands = {
            state: "for" if chance.random() < lean else chance.choice(("against", "abstention"))
            for state in STATES
            if state not in absent
        }
        yield id_, kind, chance.random() < 0.25, stands


def decided_in_sql(votes):
    with sqlite3.connect(":memory:") as db:
        db.execute("CREATE TABLE vote (id INTEGER PRIMARY KEY, kind TEXT, reinforced INTEGER)")
        db.execute("CREATE TABLE ballot (vote INTEGER, state TEXT, stand TEXT, share INTEGER)")
        db.executemany("INSERT INTO vote VALUES (?, ?, ?)", [(i, str(k), r) for i, k, r, _ in votes])
        rows = [(i, s, stand, SHARES[s]) for i, _, _, stands in votes for s, stand in stands.items()]
        db.executemany("INSERT INTO ballot VALUES (?, ?, ?, ?)", rows)
        found = dict(db.execute(SECOND_IMPLEMENTATION).fetchall())
    db.close()
    return {id_: None if value is None else bool(value) for id_, value in found.items()}


def test_a_second_implementation_in_sql_decides_every_generated_vote_alike():
    votes = list(generated_votes(GENERATED))
    expected = decided_in_sql(votes)
    differing = []
    for id_, kind, reinforced, stands in votes:
        members = electorate(stands, kind, reinforced)
        in_favour = [state for state, stand in stands.items() if stand == "for"]
        against = [state for state, stand in stands.items() if stand == "against"]
        if members.outcome(in_favour, against) is not expected[id_]:
            differing.append(id_)
    assert differing == []
    assert set(expected.values()) == {True, False, None}  # all three results were met


@pytest.mark.parametrize(
    ("members", "reinforced", "needed"),
    [(27, False, 15), (26, False, 15), (25, False, 14), (27, True, 20), (26, True, 19), (25, True, 18)],
)
def test_the_members_needed_are_those_the_treaty_gives(members, reinforced, needed):
    assert electorate(STATES[:members], reinforced=reinforced).members_needed == needed


def test_four_members_can_block_where_all_take_part_and_where_denmark_does_not():
    without_denmark = [state for state in STATES if state != "DK"]
    assert (electorate().blocking_members, electorate(without_denmark).blocking_members) == (4, 4)


def test_three_members_never_block_where_all_take_part_however_populous():
    others = [state for state in STATES if state not in {"DE", "FR", "IT"}]
    assert electorate().population_of(others).value < Fraction(65, 100)
    assert electorate().outcome(others) is True


def test_exactly_sixty_five_percent_reaches_the_threshold():
    states = tuple(f"{n:02}" for n in range(20))
    even = Electorate(states, MajorityRule.QUALIFIED, True, False, (500,) * 20)
    share = even.population_of(states[:13])
    assert share.value == Fraction(65, 100)
    assert share.low < share.value < share.high
    assert share.reaches(Fraction(65, 100)) is None  # with rounded shares the exact boundary is open


@given(st.sets(st.sampled_from(STATES)))
def test_shares_of_a_part_and_of_the_rest_add_up_to_one(chosen):
    rest = [state for state in STATES if state not in chosen]
    part, other = electorate().population_of(chosen), electorate().population_of(rest)
    assert part.value + other.value == 1
    assert part.low + other.high == 1


@given(st.sets(st.sampled_from(STATES)), st.sampled_from(STATES), st.booleans())
def test_one_more_vote_in_favour_never_loses_a_majority(in_favour, newcomer, reinforced):
    members = electorate(reinforced=reinforced)
    before, after = members.outcome(in_favour), members.outcome(in_favour | {newcomer})
    rank = {False: 0, None: 1, True: 2}
    assert rank[after] >= rank[before]


@given(st.sets(st.sampled_from(STATES), min_size=15, max_size=22))
def test_the_outcome_is_what_the_shown_interval_says(in_favour):
    members = electorate()
    assert members.outcome(in_favour) is members.population_of(in_favour).reaches(Fraction(65, 100))


@given(st.permutations(STATES), st.sets(st.sampled_from(STATES)))
def test_the_order_in_which_members_are_listed_changes_nothing(order, in_favour):
    assert electorate(order).outcome(in_favour) is electorate().outcome(in_favour)


@given(st.sets(st.sampled_from(STATES)), st.sampled_from(STATES), st.sampled_from(STATES))
def test_members_with_the_same_population_are_interchangeable(in_favour, one, other):
    shares = tuple(SHARES[one] if state == other else SHARES[state] for state in STATES)
    members = Electorate(STATES, MajorityRule.QUALIFIED, False, True, shares)
    swap = {one: other, other: one}
    assert members.outcome(in_favour) is members.outcome({swap.get(state, state) for state in in_favour})
