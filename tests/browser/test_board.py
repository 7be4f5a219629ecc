import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
BOARD = "/procedures/2025-0357-nle"


def test_a_what_if_is_counted_under_a_ribbon_at_an_address_that_can_be_shared(visitor):
    page = visitor().open(BOARD)
    page.get_by_label("Germany", exact=True).select_option("against")
    page.get_by_role("button", name="Count again").click()
    assert page.url.endswith("?switch=DE%3Aagainst#totals")
    expect(page.get_by_role("note")).to_contain_text("Hypothetical. Germany: Against")
    expect(page.locator(".reading").first).to_contain_text("not reached")
    expect(page.locator(".real")).to_contain_text("The real vote: 20 In favour, 2 Against, 4 Abstained")


def test_the_map_and_the_table_say_the_same_of_27_members(visitor):
    page = visitor().open(BOARD)
    tiles = page.locator(".tiles a").evaluate_all(
        "all => all.map(a => a.getAttribute('aria-label').slice(4))"
    )
    rows = page.locator(".votes tbody tr").evaluate_all(
        "all => all.map(r => r.cells[0].innerText.trim() + ': ' + r.cells[1].innerText.trim())"
    )
    assert len(tiles) == 27
    assert sorted(tiles) == sorted(rows)


def test_the_table_is_sorted_by_population_at_the_press_of_its_heading(visitor):
    page = visitor().open(BOARD)
    heading = page.locator(".votes th", has_text="Population")
    heading.get_by_role("button").click()
    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") == "descending"
    expect(page.locator(".votes tbody th").first).to_have_text("Germany")


def test_the_table_stands_in_the_order_of_the_names(visitor):
    page = visitor(locale="de").open(BOARD + "?lang=de")
    names = page.locator(".votes tbody th").all_inner_texts()
    assert names[:3] == ["Belgien", "Bulgarien", "Dänemark"]


def test_any_characters_of_a_record_can_be_addressed(visitor):
    page = visitor().open("/records/cm-5563-1-25-rev-1#c603-609")
    page.wait_for_url("**?c=603-609#c603-609")
    expect(page.locator("mark")).to_have_text("ongari")
    expect(page.locator("mark")).to_be_in_viewport()


def test_a_fact_in_the_margin_leads_to_its_words(visitor):
    page = visitor().open("/records/cm-5563-1-25-rev-1")
    page.locator(".margin").get_by_role("link", name="Hungary").click()
    expect(page.locator("#c602-611")).to_have_text("Hongarije")
    assert page.evaluate("document.querySelector(':target').id") == "c602-611"


def test_an_imagined_vote_is_drawn_apart_from_the_real_one_in_an_answer(visitor):
    page = visitor().open("/?q=What+if+Germany+had+voted+against%3F")
    expect(page.locator(".is-imagined .kind").first).to_have_text("Computed, hypothetical")
    expect(page.locator(".card-vote .ribbon")).to_have_text("Hypothetical")
    bars = page.locator(".card-vote .bar").evaluate_all(
        "all => all.map(bar => bar.getAttribute('aria-label'))"
    )
    assert [bar.split(";")[0] for bar in bars] == ["In favour: 19", "In favour: 20"]
