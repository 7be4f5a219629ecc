"""Votes of every kind, decided a second time: in SQL, from the treaties alone.

`differences(count)` holds the code against it; the suite tries 20,000 votes,
`python -m tests.stress.run votes` a million.
"""

import random
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from assistant.counting import roster
from assistant.counting.electorate import Electorate
from corpus.model import MajorityRule

STATES = tuple(member.iso2 for member in roster.members_on(date(2025, 6, 1)))
SHARES = {state: int(share.percent * 100) for state, share in (roster.population_shares(2025) or {}).items()}
Vote = tuple[int, MajorityRule, bool, dict[str, str]]

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


def electorate(
    states: Iterable[str] = STATES,
    kind: MajorityRule = MajorityRule.QUALIFIED,
    reinforced: bool = False,
) -> Electorate:
    """These members under that rule, with the shares of 2025."""
    chosen = tuple(states)
    weights = tuple(SHARES[state] for state in chosen)
    return Electorate(chosen, kind, reinforced, len(chosen) == len(STATES), weights)


def generated_votes(count: int, seed: int = 20251222) -> Iterator[Vote]:
    """Votes of every kind; absent members and close results are common."""
    chance = random.Random(seed)
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


def decided_in_sql(votes: list[Vote]) -> dict[int, bool | None]:
    """What the second implementation says of each vote."""
    with sqlite3.connect(":memory:") as db:
        db.execute("CREATE TABLE vote (id INTEGER PRIMARY KEY, kind TEXT, reinforced INTEGER)")
        db.execute("CREATE TABLE ballot (vote INTEGER, state TEXT, stand TEXT, share INTEGER)")
        db.executemany("INSERT INTO vote VALUES (?, ?, ?)", [(i, str(k), r) for i, k, r, _ in votes])
        rows = [(i, s, stand, SHARES[s]) for i, _, _, stands in votes for s, stand in stands.items()]
        db.executemany("INSERT INTO ballot VALUES (?, ?, ?, ?)", rows)
        found = dict(db.execute(SECOND_IMPLEMENTATION).fetchall())
    db.close()
    return {id_: None if value is None else bool(value) for id_, value in found.items()}


def differences(count: int, seed: int = 20251222) -> tuple[list[int], Counter[bool | None]]:
    """The votes on which the two implementations differ, and how often each result was met."""
    votes = list(generated_votes(count, seed))
    expected = decided_in_sql(votes)
    differing = []
    for id_, kind, reinforced, stands in votes:
        in_favour = [state for state, stand in stands.items() if stand == "for"]
        against = [state for state, stand in stands.items() if stand == "against"]
        if electorate(stands, kind, reinforced).outcome(in_favour, against) is not expected[id_]:
            differing.append(id_)
    return differing, Counter(expected.values())
