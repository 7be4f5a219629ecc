"""The first word of an answer: yes or no is that of the position asked about, whatever the phrasing."""

import tomllib
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.wording.catalogue import catalogue, languages
from corpus import member_state
from corpus.model import Position

POSITIONS = (Position.FOR, Position.AGAINST, Position.ABSTENTION)
STATES = {
    "HU": Position.AGAINST,
    "SK": Position.AGAINST,
    "LV": Position.ABSTENTION,
    "ES": Position.ABSTENTION,
    "DE": Position.FOR,
    "PL": Position.FOR,
}
YES_NO = tomllib.loads((Path(__file__).parent / "polarity.toml").read_text("utf-8"))
PROPOSED = [
    pytest.param(language, phrase, position, id=f"{language}: {phrase}")
    for language in languages()
    for position, phrases in YES_NO[language].items()
    for phrase in phrases
]


def first_claim(answer: Answer) -> str:
    return answer.claims[0].text if answer.claims else answer.text


def leads(language: str, *names: str) -> tuple[str, ...]:
    return tuple(catalogue(language).pattern(f"lead.{name}") for name in names)


@pytest.mark.parametrize(("language", "phrase", "position"), PROPOSED)
def test_yes_is_said_of_the_position_a_state_has_and_no_of_every_other(dialogue, language, phrase, position):
    said = {}
    for state, real in STATES.items():
        name = member_state.subject_of(state, language)
        asked = phrase.replace("{s}", name)
        answer = dialogue.ask(asked[0].upper() + asked[1:], language)
        said[asked] = first_claim(answer).startswith(leads(language, "yes" if real == position else "no"))
    assert [asked for asked, is_right in said.items() if not is_right] == []


@pytest.mark.parametrize(
    "question",
    [
        "Was Malta in favour, against or did it abstain?",
        "Did Croatia abstain or vote in favor?",
        "Did Hungary vote for or against?",
        "Did Spain vote against, since it cannot support the decision?",
        "Stemde Spanje voor of tegen?",
        "La France a-t-elle voté pour ou contre ?",
        "Hat Polen dafür oder dagegen gestimmt?",
        "¿Votó España a favor o en contra?",
        "L'Italia ha votato a favore o contro?",
        "Portugal votou a favor ou contra?",
        "Czy Polska głosowała za czy przeciw?",
    ],
)
def test_a_choice_between_positions_is_answered_by_the_position_and_not_by_yes(dialogue, question):
    answer = dialogue.ask(question)
    assert answer.understanding["intent"] == "state_position"
    assert not first_claim(answer).startswith(leads(answer.language, "yes", "no", "partly"))


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Which Benelux country abstained?", "none_of_them"),
        ("How many Benelux countries voted against?", "none_of_them"),
        ("Did none of the Benelux countries abstain?", "none_of_them"),
        ("Which Benelux states did not vote in favour?", "none_of_them"),
        ("Did any of the Benelux countries abstain?", "no"),
        ("Did any of the Baltic countries abstain?", "yes"),
        ("Did none of the Baltic countries abstain?", "no"),
        ("Did Hungary or Spain vote against?", "yes"),
        ("Did both Hungary and Spain vote against?", "partly"),
        ("Who besides Hungary and Slovakia voted against?", "nobody_else"),
        ("Did anyone other than Hungary and Slovakia vote against?", "no"),
        ("Did only Hungary vote against?", "no"),
        ("Was Hungary the only country to vote against?", "no"),
        ("Were Hungary and Slovakia the only ones to vote against?", "yes"),
        ("War Ungarn das einzige Land, das dagegen gestimmt hat?", "no"),
        ("¿Fue Hungría el único país que votó en contra?", "no"),
        ("La Hongrie a-t-elle été la seule à voter contre ?", "no"),
        ("Was Hongarije de enige die tegenstemde?", "no"),
        ("Is it only Poland that voted against?", "no"),
        ("Welk Benelux-land heeft zich onthouden?", "none_of_them"),
        ("Quel pays du Benelux s'est abstenu ?", "none_of_them"),
    ],
)
def test_a_quantifier_decides_the_first_word(dialogue, question, lead):
    answer = dialogue.ask(question)
    assert first_claim(answer).startswith(leads(answer.language, lead)), first_claim(answer)


@pytest.mark.parametrize(
    "question", ["Which Benelux country abstained?", "Who besides Hungary and Slovakia voted against?"]
)
def test_none_of_some_is_never_said_as_none_at_all(dialogue, question):
    answer = dialogue.ask(question)
    denials = [catalogue("en").pattern(f"nobody.{position}") for position in POSITIONS]
    assert not [denial for denial in denials if denial in answer.text]


def test_every_language_with_wording_has_the_first_words():
    names = ("yes", "no", "partly", "none_of_them", "nobody_else")
    assert all(len(leads(language, *names)) == len(names) for language in languages())


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("language", "true", "false"),
    [
        ("en", "Is it true that {s} voted against?", "Is it false that {s} voted against?"),
        ("nl", "Is het waar dat {s} tegenstemde?", "Is het onjuist dat {s} tegenstemde?"),
        ("fr", "Est-il vrai que {s} a voté contre ?", "Est-il faux que {s} a voté contre ?"),
        (
            "de",
            "Ist es wahr, dass {s} dagegen gestimmt hat?",
            "Ist es falsch, dass {s} dagegen gestimmt hat?",
        ),
        ("es", "¿Es cierto que {s} votó en contra?", "¿Es falso que {s} votó en contra?"),
        ("it", "È vero che {s} ha votato contro?", "È falso che {s} ha votato contro?"),
        ("pt", "É verdade que {s} votou contra?", "É falso que {s} votou contra?"),
        ("pl", "Czy to prawda, że {s} głosowała przeciw?", "Czy to nieprawda, że {s} głosowała przeciw?"),
    ],
)
def test_what_is_said_to_be_false_is_answered_the_other_way_round(dialogue, language, true, false, state):
    name = member_state.subject_of(state, language)
    yes, no = leads(language, "yes", "no")
    stands_so = STATES[state] is Position.AGAINST
    said = [first_claim(dialogue.ask(text.replace("{s}", name), language)) for text in (true, false)]
    assert said[0].startswith(yes if stands_so else no)
    assert said[1].startswith(no if stands_so else yes)
