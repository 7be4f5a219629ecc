"""Time in questions: days without their year, months, extended deadlines, procedures by when they ended."""

from datetime import date

import pytest

from assistant.answer import Status
from assistant.question import Period
from assistant.understanding.mention import mentions_in


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("on 3 May", "en", Period(None, 5, 3)),
        ("on May 3rd", "en", Period(None, 5, 3)),
        ("in May 2026", "en", Period(2026, 5)),
        ("in May", "en", Period(None, 5)),
        ("in 2026", "en", Period(2026)),
        ("am 3. Mai", "de", Period(None, 5, 3)),
        ("im Mai 2026", "de", Period(2026, 5)),
        ("op 3 mei", "nl", Period(None, 5, 3)),
        ("le 1er mai", "fr", Period(None, 5, 1)),
        ("el 3 de mayo", "es", Period(None, 5, 3)),
        ("a maggio", "it", Period(None, 5)),
        ("em maio de 2026", "pt", Period(2026, 5)),
        ("w maju 2026 r.", "pl", Period(2026, 5)),
        ("през май 2026 г.", "bg", Period(2026, 5)),
        ("v květnu", "cs", Period(None, 5)),
        ("den 3. maj", "da", Period(None, 5, 3)),
        ("τον Μάιο του 2026", "el", Period(2026, 5)),
        ("mais 2026", "et", Period(2026, 5)),
        ("toukokuussa 2026", "fi", Period(2026, 5)),
        ("i mBealtaine 2026", "ga", Period(2026, 5)),
        ("u svibnju 2026.", "hr", Period(2026, 5)),
        ("május 3-án", "hu", Period(None, 5, 3)),
        ("gegužę", "lt", Period(None, 5)),
        ("2026. gada maijā", "lv", Period(2026, 5)),
        ("f'Mejju", "mt", Period(None, 5)),
        ("în mai", "ro", Period(None, 5)),
        ("v máji", "sk", Period(None, 5)),
        ("v maju", "sl", Period(None, 5)),
        ("i maj", "sv", Period(None, 5)),
    ],
)
def test_a_date_without_all_its_parts_is_read_in_every_language(
    text: str, language: str, named: Period
) -> None:
    assert mentions_in(text, language).periods == (named,)


@pytest.mark.parametrize(
    "text", ["May I ask who voted?", "Did Poland march against it?", "the pool for 2026"]
)
def test_a_word_that_may_be_a_month_or_a_year_of_a_title_is_no_date(text: str) -> None:
    assert mentions_in(text, "en").periods == ()


@pytest.mark.parametrize(
    ("period", "covered"),
    [
        (Period(None, 12, 22), True),
        (Period(None, 12), True),
        (Period(2025), True),
        (Period(2026), False),
        (Period(None, 11), False),
    ],
)
def test_a_period_covers_the_days_that_agree_with_all_it_names(period: Period, covered: bool) -> None:
    assert period.covers(date(2025, 12, 22)) is covered


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Did the procedure end on 22 December?", "Yes. The written procedure ended"),
        ("Did the procedure end in November?", "No. The written procedure ended"),
        ("Endete das Verfahren am 22. Dezember?", "Ja. Das schriftliche Verfahren endete"),
    ],
)
def test_a_day_without_its_year_is_held_against_the_date(dialogue, question: str, begins: str) -> None:
    assert dialogue.ask(question).text.startswith(begins)


def test_a_vote_said_to_be_on_another_day_is_corrected(dialogue) -> None:
    answer = dialogue.ask("How did Poland vote on 3 May?")
    assert answer.status is Status.CORRECTED
    assert "22 December 2025" in answer.claims[0].text


def test_no_extension_is_claimed_where_the_notice_tells_of_none(dialogue) -> None:
    answer = dialogue.ask("Was the deadline extended?")
    assert answer.status is Status.PARTIAL
    assert "does not say that the deadline was extended" in answer.text
