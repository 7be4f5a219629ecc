"""Other years and other rules: what can still be told, and that nothing is told that cannot be."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.counting.power_document import power_document
from assistant.counting.tally_document import tally_document
from assistant.procedures import library
from corpus.identifiers import Provision
from corpus.model import MajorityRule, Position
from tests.assistant.answers.conftest import SilentRetriever

FILE = "2025-0001-nle"
POSITIONS = {"HU": Position.AGAINST, "ES": Position.ABSTENTION}
QUESTIONS = (
    "Was the majority reached, and by how much?",
    "Would it have passed without Germany?",
    "What would have changed the result?",
    "Was there a blocking minority?",
    "Could six states block?",
    "What share of the population was in favour?",
    "How many people live in the states that voted against?",
    "What is Germany's voting power?",
)
NO_TABLE = "there is no population table for {year} here"


@pytest.fixture
def ask(make_record):
    def asked(question, **made):
        record = make_record(positions=POSITIONS, **made)
        return Assistant(library.Library([record]), SilentRetriever(), "ab" * 32).ask(question, language="en")

    return asked


@pytest.mark.parametrize("year", [2016, 2024, 2026, 2027])
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_year_without_a_table_is_named_and_no_share_of_the_population_is_told(ask, question, year):
    answer = ask(question, closed=date(year, 3, 3))
    assert NO_TABLE.format(year=year) in answer.text
    assert not [claim for claim in answer.claims if "of the population (" in claim.text]
    assert not [c for c in answer.computations if c["id"].startswith(("population", "of_states", "banzhaf"))]


def test_members_are_still_counted_where_there_is_no_table(ask):
    told = ask(QUESTIONS[0], closed=date(2027, 3, 3)).text
    assert "25 in favour, which is 92.59 %; 15 were needed" in told
    imagined = ask(QUESTIONS[1], closed=date(2027, 3, 3)).claims[0].text
    assert imagined.startswith("Yes. Hypothetical, with all members (Germany: abstaining)")
    assert imagined.endswith("votes in favour: 24 / 27; members needed: 15.")


def test_fewer_than_four_members_cannot_block_whatever_the_population(ask):
    told = ask("Could Germany, France and Italy block?", closed=date(2027, 3, 3)).claims[0].text
    assert told.startswith("No. ")
    assert "it takes at least 4 members" in told


@pytest.mark.parametrize("question", QUESTIONS[:5])
def test_votes_that_were_weighted_are_not_judged_by_the_rules_of_today(ask, question):
    answer = ask(question, closed=date(2013, 3, 3))
    assert "Votes before 1 November 2014 were weighted by other rules" in answer.text
    assert not [claim for claim in answer.claims if claim.evidence == "computed"]


@pytest.mark.parametrize(
    ("day", "members", "absent"),
    [
        (date(2013, 6, 30), 27, {"HR"}),
        (date(2013, 7, 1), 28, set()),
        (date(2020, 1, 31), 28, set()),
        (date(2020, 2, 1), 27, {"GB"}),
        (date(2006, 12, 31), 25, {"BG", "HR", "RO"}),
    ],
)
def test_the_roster_is_that_of_the_day(make_record, day, members, absent):
    vote = library.Library([make_record(closed=day)]).readings(FILE)
    seats = {each.state for each in vote.recommended.tally.votes}
    assert len(seats) == members
    assert not seats & absent


def test_the_api_says_why_there_is_no_share_of_the_population(make_record):
    notes = {}
    for day in (date(2025, 6, 2), date(2027, 3, 3), date(2013, 3, 3)):
        document = tally_document(library.Library([make_record(closed=day)]).readings(FILE))
        majority = document["readings"][0]["majority"]
        notes[day.year] = (majority["population_note"], majority["members_needed"], majority["weighted"])
    assert notes == {
        2025: (None, 15, False),
        2027: ("no population table for 2027", 15, False),
        2013: ("votes before 1 November 2014 were weighted by other rules", None, True),
    }


@pytest.mark.parametrize("year", [2013, 2027])
def test_no_smallest_change_and_no_power_is_given_without_the_people_behind_it(make_record, year):
    document = power_document(library.Library([make_record(closed=date(year, 3, 3))]).readings(FILE))
    (reading,) = document["readings"]
    assert (reading["turning"], reading["pivotal"], reading["power"]) == (None, [], [])
    assert reading["blocking"]["fewest"] is None


@pytest.mark.parametrize(
    ("rule", "question", "told"),
    [
        (MajorityRule.SIMPLE, "Could Germany, France and Italy block?", "No. Simple majority"),
        (MajorityRule.SIMPLE, "Could 14 states block?", "Yes. Simple majority"),
        (MajorityRule.SIMPLE, "Was there a blocking minority?", "No. "),
        (MajorityRule.SIMPLE, "Would it have passed without Germany?", "Yes. Hypothetical"),
        (MajorityRule.UNANIMITY, "Could one state block?", "Yes. Unanimity"),
        (MajorityRule.UNANIMITY, "Would it have passed if Germany had voted against?", "No. Hypothetical"),
    ],
)
def test_where_population_does_not_count_members_decide(ask, rule, question, told):
    assert ask(question, rule=rule, closed=date(2027, 3, 3)).claims[0].text.startswith(told)


def test_under_unanimity_an_abstention_of_the_only_opponent_would_have_been_enough(ask):
    told = ask("What if Hungary had abstained?", rule=MajorityRule.UNANIMITY, reached=False).claims
    assert told[0].text == "Hypothetical, with all members (Hungary: abstaining): votes against: 0."


def test_a_reinforced_majority_asks_for_no_number_of_blocking_members(ask):
    told = ask("Could Germany, France and Italy block?", reinforced=True).claims[0].text
    assert told.startswith("Yes. ")
    assert "it takes at least" not in told


def test_an_enhanced_cooperation_is_counted_among_those_that_joined_it(make_record):
    provision = make_record(acts=("Regulation (EU) 2017/1939",), closed=date(2025, 6, 2))
    found = library.Library([provision]).readings(FILE).recommended
    assert (found.id, len(found.electorate.states)) == ("without-DK-HU-IE", 24)


@pytest.mark.parametrize(
    ("day", "members"), [(date(2014, 12, 31), 18), (date(2025, 6, 2), 20), (date(2026, 1, 1), 21)]
)
def test_a_euro_area_vote_is_counted_among_those_with_the_euro_on_that_day(make_record, day, members):
    made = make_record(acts=("TFEU",), closed=day)
    cited = tuple(replace(r, identifier=Provision("TFEU", "136")) for r in made.references)
    found = library.Library([replace(made, references=cited)]).readings(FILE).recommended
    assert len(found.electorate.states) == members
    assert found.electorate.members_needed == -(-members * 55 // 100)


@pytest.mark.parametrize(
    ("codes", "told", "kept_out"),
    [
        (("JAI", "COPEN"), "rests on one source or on an inference", "Ireland"),
        (("JAI", "COPEN"), "was read in an official text", "Denmark"),
        (("JAI", "DATAPROTECT"), "rests on one source or on an inference", "Denmark"),
    ],
)
def test_how_sure_it_is_that_a_member_takes_no_part_is_said_with_the_reading(ask, codes, told, kept_out):
    for question in ("Was the majority reached?", "Who had a vote?"):
        claims = [c.text for c in ask(question, codes=codes).claims if told in c.text]
        assert [f"Not taking part under this reading: {kept_out}." in text for text in claims] == [True]


def test_a_further_reading_is_neither_called_recommended_nor_certain(ask):
    told = ask("Who had a vote?", codes=("JAI", "COPEN")).text
    assert "Under the recommended reading 26 members have a vote: all but Denmark" in told
    assert "On a further reading 25 members have a vote; not taking part: Denmark, Ireland." in told
    assert "by law takes no part" not in ask("Was the majority reached?", codes=("JAI", "COPEN")).text
