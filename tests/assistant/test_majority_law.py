"""What a majority says of itself, by rule: written out for a Council of four."""

from fractions import Fraction

import pytest

from assistant.answer import EvidenceKind
from assistant.counting.electorate import Electorate, Interval
from assistant.counting.majority import BlockingMinority, StatedOutcome, blocks, majority_of
from assistant.counting.tally import MemberVote, Tally
from corpus.model import MajorityRule, Position

STATES = ("DE", "FR", "LU", "MT")
AGAINST_GERMANY = Tally(
    tuple(
        MemberVote(state, Position.AGAINST if state == "DE" else Position.FOR, EvidenceKind.STATED, ())
        for state in STATES
    )
)


def electorate(kind=MajorityRule.QUALIFIED, *, reinforced=False, hundredths=(5000, 4800, 100, 100)):
    return Electorate(STATES, kind, reinforced, False, hundredths)


def majority(voters, *, places=()):
    return majority_of(AGAINST_GERMANY, voters, 2025, StatedOutcome(True, True, places))


def test_a_qualified_majority_tells_its_thresholds_and_the_minority_that_could_block():
    found = majority(electorate())
    assert (found.members_for, found.members_total, found.members_needed) == (3, 4, 3)
    assert (found.member_share, found.member_share_needed) == (Fraction(3, 4), Fraction(55, 100))
    assert found.members_margin == 0
    assert found.population == Interval(Fraction(1, 2), Fraction(9997, 19998), Fraction(10003, 20002))
    assert (found.population_needed, found.population_margin) == (Fraction(65, 100), Fraction(-15, 100))
    assert (found.is_reached, found.stated, found.agrees, found.reinforced) == (True, True, True, False)
    assert found.blocking == BlockingMinority(
        members=1,
        members_needed=2,
        population=Interval(Fraction(1, 2), Fraction(9999, 20002), Fraction(10001, 19998)),
        population_needed=Fraction(35, 100),
        is_formed=False,
    )


@pytest.mark.parametrize("rule", [MajorityRule.SIMPLE, MajorityRule.UNANIMITY])
def test_only_a_qualified_majority_asks_for_shares_and_knows_a_blocking_minority(rule):
    found = majority(electorate(rule))
    assert found.member_share_needed is found.population_needed is found.blocking is None
    assert found.population_margin is None


def test_a_reinforced_majority_says_so(first_record):
    assert majority(electorate(reinforced=True)).reinforced


def test_where_the_notice_says_so_stays_with_the_majority(first_record):
    note = majority(electorate()).article
    assert majority(electorate(), places=(note,)).stated_places == (note,)


@pytest.mark.parametrize(
    ("voters", "states", "is_blocked"),
    [
        (electorate(), ("DE", "FR"), True),
        (electorate(), ("LU", "MT"), True),
        (electorate(), ("LU",), False),
        (electorate(MajorityRule.UNANIMITY), ("MT",), True),
        (electorate(MajorityRule.UNANIMITY), (), False),
        (electorate(MajorityRule.UNANIMITY), ("CH",), False),
        (electorate(hundredths=None), ("DE",), None),
    ],
)
def test_whether_some_states_could_block_if_nobody_else_did(voters, states, is_blocked):
    assert blocks(voters, states) is is_blocked
