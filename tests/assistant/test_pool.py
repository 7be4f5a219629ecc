"""Figures set against each other, and the arithmetic they allow, whatever their values and units."""

from decimal import Decimal
from fractions import Fraction

import pytest

from assistant.citing.computation import round_half_up
from assistant.counting import arithmetic, shortfall
from assistant.procedures import library
from assistant.question import Amount

CLAIM = "So 962 relocations and EUR 74.66 million came instead of the 30 000 relocations or EUR 600 million."
FIGURES = (
    ("962 relocations", "962", "relocation"),
    ("EUR 74.66 million", "74660000", "EUR"),
    ("30 000 relocations", "30000", "relocation"),
    ("EUR 600 million", "600000000", "EUR"),
)


@pytest.fixture
def figures(make_record):
    return library.Library([make_record(claims=CLAIM, figures=FIGURES)]).pool("2025-0001-nle")


@pytest.mark.parametrize(
    ("id_", "value", "decimals"),
    [
        ("coverage_relocations", "0.0321", 4),
        ("shortfall_relocations", "29038", 0),
        ("coverage_eur", "0.1244", 4),
        ("shortfall_eur", "525340000", 0),
        ("rate_eur_per_relocation", "20000", 0),
        ("equivalent_relocations", "3733", 0),
        ("combined_relocations", "4695", 0),
        ("combined_coverage", "0.1565", 4),
        ("combined_eur", "93900000", 0),
    ],
)
def test_the_pools_figures_are_computed_to_the_last_digit(figures, id_, value, decimals):
    found = figures.computation(id_)
    assert (str(found.rounded), found.decimals) == (value, decimals)


def test_every_computed_figure_stays_the_claimants(figures):
    assert {computation.claimant for computation in figures.computed} == {"ES"}


def test_every_leaf_is_a_cited_figure_another_computation_or_a_named_assumption(figures):
    ids = {computation.id for computation in figures.computed}
    for item in (item for computation in figures.computed for item in computation.inputs):
        assert [item.place is not None, item.computation in ids, item.assumption is not None].count(True) == 1


def test_a_formula_worked_out_with_its_inputs_gives_the_value(figures):
    for computation in figures.computed:
        value_by_name = {item.name: item.value for item in computation.inputs}
        assert eval(computation.formula, {"__builtins__": {}}, value_by_name) == computation.value


def test_what_mixes_the_two_alternatives_names_the_rate_it_assumes(figures):
    mixing = [c for c in figures.computed if "rate" in c.formula]
    assert {item.assumption for c in mixing for item in c.inputs if item.name == "rate"} == {
        shortfall.IMPLIED_RATE
    }
    assert len(mixing) == 2


def test_the_roles_follow_from_the_sides_of_the_word_of_contrast(figures):
    assert [claimed.role for claimed in figures.claimed] == ["actual", "actual", "expected", "expected"]


def test_the_engine_knows_no_unit_and_no_value(make_record):
    claim = "We received 5 beds instead of 8 beds."
    made = make_record(claims=claim, figures=(("5 beds", "5", "bed"), ("8 beds", "8", "bed")))
    found = library.Library([made]).pool("2025-0001-nle")
    assert [c.id for c in found.computed] == ["coverage_beds", "shortfall_beds"]
    assert found.computation("coverage_beds").value == Fraction(5, 8)


@pytest.mark.parametrize(
    ("claim", "figures", "reason"),
    [
        ("There were 5 beds and 8 beds.", (("5 beds", "5", "bed"), ("8 beds", "8", "bed")), "no contrast"),
        ("5 beds came instead of 8 cars.", (("5 beds", "5", "bed"), ("8 cars", "8", "car")), "other units"),
        ("5 beds came instead of 0 beds.", (("5 beds", "5", "bed"), ("0 beds", "0", "bed")), "nought"),
        (
            "8 beds were needed while 5 beds came.",
            (("5 beds", "5", "bed"), ("8 beds", "8", "bed")),
            "which is which",
        ),
        (
            "5 beds came instead of 8 beds or 9 beds.",
            (("5 beds", "5", "bed"), ("8 beds", "8", "bed"), ("9 beds", "9", "bed")),
            "two that could be meant",
        ),
    ],
)
def test_nothing_is_computed_where_it_is_not_said_what_is_set_against_what(
    make_record, claim, figures, reason
):
    made = make_record(claims=claim, figures=figures)
    assert library.Library([made]).pool("2025-0001-nle").computed == (), reason


@pytest.mark.parametrize(
    ("language", "claim"),
    [
        ("en", "Instead of 30 beds or EUR 60 only 9 beds and EUR 12 came."),
        ("en", "Only 9 beds and EUR 12 came instead of 30 beds or EUR 60."),
        ("fr", "9 beds et EUR 12 au lieu de 30 beds ou EUR 60."),
        ("de", "Nur 9 beds und EUR 12 anstelle von 30 beds oder EUR 60."),
        ("pl", "Tylko 9 beds i EUR 12 zamiast 30 beds lub EUR 60."),
        ("hu", "30 beds vagy EUR 60 helyett csak 9 beds és EUR 12."),
        ("fi", "Vain 9 beds ja EUR 12, 30 beds tai EUR 60 sijasta."),
        ("el", "Μόνο 9 beds και EUR 12 αντί για 30 beds ή EUR 60."),
    ],
)
def test_the_word_of_contrast_is_read_where_each_language_puts_it(make_record, language, claim):
    figures = (
        ("9 beds", "9", "bed"),
        ("EUR 12", "12", "EUR"),
        ("30 beds", "30", "bed"),
        ("EUR 60", "60", "EUR"),
    )
    made = make_record(claims=claim, figures=figures, language=language)
    found = library.Library([made]).pool("2025-0001-nle")
    assert [found.computation(f"coverage_{name}").value for name in ("beds", "eur")] == [
        Fraction(9, 30),
        Fraction(12, 60),
    ]


def test_a_share_of_a_figure_is_arithmetic_on_two_cited_figures(make_record):
    figures = (("42 %", "42", "percent"), ("962 relocations", "962", "relocation"))
    made = make_record(claims="Take 42 % of 962 relocations.", figures=figures)
    figures_held = library.Library([made]).pool("2025-0001-nle")
    named = (Amount(Decimal(42), "percent"), Amount(Decimal(962), None))
    (found,) = arithmetic.percentages(arithmetic.operands(named, figures_held))
    assert str(round_half_up(found.value, 2)) == "404.04"
    assert [item.place.quote for item in found.inputs] == ["42 %", "962 relocations"]


def test_what_is_known_beside_the_record_is_a_reference_note(first_record):
    known = library.Library([first_record]).pool("2025-0357-nle").known
    assert {place.part for place in known} == {"reference"}
    assert any("21 000 relocations" in place.quote for place in known)


@pytest.mark.parametrize(
    ("claim", "figures", "computed"),
    [
        (
            "We got 12 doses instead of 20 doses, worth EUR 18 in place of EUR 30.",
            (("EUR 18", "18", "EUR"), ("EUR 30", "30", "EUR")),
            {"coverage_eur": Fraction(18, 30), "shortfall_eur": Fraction(12)},
        ),
        (
            "Instead of 450 km of track only 180 km came; the grant is USD 90 rather than USD 150.",
            (("USD 90", "90", "USD"), ("USD 150", "150", "USD")),
            {"coverage_usd": Fraction(90, 150), "shortfall_usd": Fraction(60)},
        ),
        (
            "Instead of 450 km only 180 km came, at EUR 30 of EUR 20.",
            (("EUR 30", "30", "EUR"), ("EUR 20", "20", "EUR")),
            {},
        ),
        (
            "We got EUR 210 and 34 beds rather than EUR 350 and 50 beds.",
            (
                ("EUR 210", "210", "EUR"),
                ("34 beds", "34", "bed"),
                ("EUR 350", "350", "EUR"),
                ("50 beds", "50", "bed"),
            ),
            {
                "coverage_eur": Fraction(3, 5),
                "shortfall_eur": Fraction(140),
                "coverage_beds": Fraction(34, 50),
                "shortfall_beds": Fraction(16),
            },
        ),
        (
            "We got 9 beds instead of 6 beds.",
            (("9 beds", "9", "bed"), ("6 beds", "6", "bed")),
            {"coverage_beds": Fraction(3, 2)},
        ),
    ],
    ids=[
        "each word its own figures",
        "divided by a semicolon",
        "unknown units",
        "no alternatives",
        "more than expected",
    ],
)
def test_figures_of_any_sentence_are_paired_rightly_or_not_at_all(make_record, claim, figures, computed):
    made = make_record(claims=claim, figures=figures)
    found = library.Library([made]).pool("2025-0001-nle").computed
    assert {computation.id: computation.value for computation in found} == computed
