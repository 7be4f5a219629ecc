"""Voting power, the most populous, and blocking by number: what is told, to the last digit."""

import pytest

TOLD = (
    ("What is Germany's voting power?", ("18.42 %", "11.12 %", "16.97 %"), "without Denmark"),
    ("What is Germany's voting power?", ("20.96 %", "12.04 %", "17.56 %"), "with all members"),
    ("Banzhaf index of Malta", ("3.47 %", "2.10 %", "1.10 %"), "without Denmark"),
)


@pytest.mark.parametrize(("question", "shares", "reading"), TOLD)
def test_a_members_power_is_told_by_both_indices_under_each_reading(dialogue, question, shares, reading):
    claim = next(claim for claim in dialogue.ask(question).claims if reading in claim.text)
    assert all(share in claim.text for share in shares)
    assert claim.evidence == "computed"


def test_each_index_can_be_divided_again_from_its_counts(dialogue):
    answer = dialogue.ask("What is the voting power of France?")
    shown = {c["id"]: c for c in answer.computations}
    banzhaf = shown["banzhaf_FR_all-members"]
    assert [item["value"] for item in banzhaf["inputs"]] == [
        str(int(n)) for n in banzhaf["formula"].split(" / ")
    ]
    assert banzhaf["inputs"][1]["value"] == str(2**26)
    assert {item["assumption"] is None for item in banzhaf["inputs"]} == {False}


def test_who_has_most_and_who_has_least_is_told_in_order(dialogue):
    most = [c.text for c in dialogue.ask("Who has the most influence?").claims if "without Denmark" in c.text]
    least = [c.text for c in dialogue.ask("Who has the least power?").claims if "without Denmark" in c.text]
    assert [name in text for name, text in zip(("Germany", "France", "Italy"), most, strict=True)] == [
        True
    ] * 3
    assert [name in text for name, text in zip(("Malta", "Luxembourg", "Cyprus"), least, strict=True)] == [
        True
    ] * 3


def test_a_member_kept_out_by_law_is_said_to_have_no_power_there(dialogue):
    assert "without voting power: Denmark" in dialogue.ask("How powerful is Denmark?").text


@pytest.mark.parametrize(
    ("question", "name", "share"),
    [
        ("What is the biggest country that voted against?", "Hungary", "2.16 %"),
        ("Which is the smallest state that abstained?", "Cyprus", "0.21 %"),
        ("Which of the abstaining states is the largest?", "Spain", "10.92 %"),
        ("Which state has the largest population?", "Germany", "18.74 %"),
    ],
)
def test_the_most_or_least_populous_is_named_with_its_share(dialogue, question, name, share):
    assert f"{name}, {share}" in dialogue.ask(question).claims[0].text


def test_how_many_people_is_answered_by_a_share_and_says_that_no_headcount_is_known(dialogue):
    answer = dialogue.ask("How many people live in the states that voted in favour?")
    assert "82.66 %" in answer.claims[0].text
    assert "Only shares are given" in answer.text


def test_those_not_in_favour_are_told_together_then_those_against_and_those_abstaining(dialogue):
    told = dialogue.ask("What share of the population did not vote in favour?").claims
    shares = ("17.34 %", "3.38 %", "13.95 %")
    assert [share in claim.text for share, claim in zip(shares, told, strict=False)] == [True] * 3


@pytest.mark.parametrize(
    ("question", "lead", "named"),
    [
        ("Could six states block?", "Yes.", "Germany, Spain, France, Italy, Poland and Romania"),
        ("Could 3 states block?", "No.", "Germany, France and Italy"),
        ("Could the big four block?", "Yes.", "Germany, Spain, France and Italy (4"),
        ("Could the big three block?", "No.", "Germany, France and Italy (3"),
        ("Could the four largest countries block?", "Yes.", "Germany, Spain, France and Italy (4"),
        ("Could the five smallest states block?", "No.", "Cyprus, Estonia, Luxembourg, Latvia and Malta (5"),
        ("Could Benelux block?", "No.", "Belgium, Luxembourg and the Netherlands (3"),
        ("Could the V4 block?", "No.", "Czechia, Hungary, Poland and Slovakia (4"),
    ],
)
def test_exactly_the_states_named_are_tried_as_blockers(dialogue, question, lead, named):
    first = dialogue.ask(question).claims[0].text
    assert first.startswith(lead)
    assert named in first


@pytest.mark.parametrize(
    ("question", "lead", "moves"),
    [
        ("What if only Germany had switched?", "", "(Germany: against)"),
        ("If only Germany had switched, would it have been adopted?", "No.", "(Germany: against)"),
        ("Would it have passed if Hungary had changed its mind?", "Yes.", "(Hungary: in favour)"),
        ("Would it have passed if Germany had voted differently?", "No.", "(Germany: against)"),
        (
            "Had Spain and Portugal joined the no camp, would it have passed?",
            "Yes.",
            "(Spain, Portugal: against)",
        ),
        ("Would it have passed without the two largest states?", "No.", "(Germany, France: abstaining)"),
    ],
)
def test_a_switched_vote_goes_to_the_other_side_of_the_real_one(dialogue, question, lead, moves):
    first = dialogue.ask(question).claims[0].text
    assert first.startswith(lead)
    assert moves in first


@pytest.mark.parametrize(
    "question", ["Which single state could have sunk it?", "Which country alone could have blocked it?"]
)
def test_who_alone_could_have_sunk_it_is_the_pivotal_member(dialogue, question):
    assert "Germany: against" in dialogue.ask(question).claims[0].text


def test_two_suppositions_in_one_question_keep_their_own_workings(dialogue):
    answer = dialogue.ask("Would it have passed without Germany? And without France?")
    shown = {c["id"]: c for c in answer.computations}
    imagined = [claim for claim in answer.claims if "with all members (" in claim.text]
    shares = [str(shown[claim.computation]["value"]) for claim in imagined]
    assert shares == ["0.6440", "0.6772"]
