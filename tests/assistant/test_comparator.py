"""Numbers of votes held against others: what is proposed, in every language, and whether it holds."""

import pytest

from assistant.question import Bound, Intent, Relation
from assistant.understanding import comparator
from assistant.understanding.reading import read
from assistant.understanding.understand import understand

CASES = [
    ("en", "Did more than three countries vote against?", Bound(Relation.MORE, 3)),
    ("en", "Did at least 20 countries vote in favour?", Bound(Relation.AT_LEAST, 20)),
    ("en", "Were there more abstentions than votes against?", Bound(Relation.MORE, None)),
    ("nl", "Hebben minder dan vijf landen zich onthouden?", Bound(Relation.FEWER, 5)),
    ("fr", "Au plus deux pays ont-ils voté contre ?", Bound(Relation.AT_MOST, 2)),
    ("de", "Haben genau zwei Länder dagegen gestimmt?", Bound(Relation.EXACTLY, 2)),
    ("es", "¿Votaron en contra más de dos países?", Bound(Relation.MORE, 2)),
    ("it", "Hanno votato contro almeno due paesi?", Bound(Relation.AT_LEAST, 2)),
    ("pl", "Czy co najmniej trzy państwa głosowały przeciw?", Bound(Relation.AT_LEAST, 3)),
    ("pt", "Votaram contra mais de dois países?", Bound(Relation.MORE, 2)),
    ("en", "Did the abstainers outnumber the no camp?", Bound(Relation.MORE, None)),
    ("de", "Haben die Enthaltungen die Gegenstimmen überwogen?", Bound(Relation.MORE, None)),
    ("fr", "Les abstentions ont-elles dépassé les votes contre ?", Bound(Relation.MORE, None)),
    ("es", "¿Superaron las abstenciones a los votos en contra?", Bound(Relation.MORE, None)),
]


@pytest.mark.parametrize(("language", "question", "bound"), CASES)
def test_a_bound_is_heard(language, question, bound):
    asked = understand(question, language)
    assert (asked.intent, asked.bound) == (Intent.POSITION_COUNT, bound)


def test_a_bound_takes_no_number_for_granted():
    assert understand("Did more than three countries vote against?").premises == ()


def test_a_plain_number_is_no_bound():
    assert comparator.bound_of(read("Which three countries voted against?", "en")) is None


@pytest.mark.parametrize(
    ("relation", "count", "other", "holds"),
    [
        (Relation.MORE, 3, 3, False),
        (Relation.AT_LEAST, 3, 3, True),
        (Relation.FEWER, 3, 3, False),
        (Relation.AT_MOST, 3, 3, True),
        (Relation.EXACTLY, 3, 4, False),
    ],
)
def test_a_bound_holds_at_its_edge_or_not(relation, count, other, holds):
    assert Bound(relation, other).holds(count, other) is holds


def test_a_currency_makes_a_bare_letter_a_scale() -> None:
    (asked,) = understand("os 74,66 M€ equivalem a quantas recolocações?", "pt").amounts
    assert (int(asked.value), asked.unit) == (74_660_000, "EUR")
