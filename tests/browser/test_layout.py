import re
from urllib.parse import quote, urljoin

import pytest
from playwright.sync_api import expect

from web.pages.speech import LANGUAGE_NAMES

pytestmark = pytest.mark.browser
PATHS = (
    "/",
    "/?q=Was+the+majority+reached%2C+and+by+how+much%3F",
    "/?q=Why+did+Spain+abstain%3F",
    "/records?q=solidarity",
    "/records/cm-5563-1-25-rev-1",
    "/procedures/2025-0357-nle?switch=DE:against",
    "/votes",
    "/states",
    "/states/ES",
    "/about",
    "/quality",
    "/accessibility",
)


@pytest.mark.parametrize("path", PATHS)
def test_no_page_scrolls_sideways_at_320_pixels(visitor, path):
    page = visitor(viewport={"width": 320, "height": 640}).open(path)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("language", ["el", "bg", "mt", "hu", "fi", "ga"])
def test_no_language_needs_more_than_320_pixels_with_everything_open(visitor, language):
    page = visitor(viewport={"width": 320, "height": 640}).open(f"/?lang={language}")
    for path in (
        "/?q=What+share+of+the+needs+is+met%3F&",
        "/procedures/2025-0357-nle?",
        "/votes?",
        "/about?",
    ):
        page.goto(urljoin(page.url, f"{path}lang={language}"))
        page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
        assert page.evaluate("document.documentElement.scrollWidth") == 320, path


def test_the_switch_of_languages_shows_all_of_them_at_320_pixels(visitor):
    page = visitor(viewport={"width": 320, "height": 640}).open("/?lang=el")
    page.locator(".languages summary").click()
    choices = page.locator(".languages a")
    assert choices.count() == len(LANGUAGE_NAMES)
    boxes = [choice.bounding_box() for choice in choices.all()]
    assert min(box["x"] for box in boxes) >= 0
    assert max(box["x"] + box["width"] for box in boxes) <= 320
    assert max(box["y"] + box["height"] for box in boxes) <= 640
    assert min(box["height"] for box in boxes) >= 24
    choices.get_by_text("Malti").click()
    expect(page.locator("html")).to_have_attribute("lang", "mt")


def test_a_name_in_a_table_is_not_broken_into_pieces(visitor):
    page = visitor(viewport={"width": 320, "height": 640}).open("/votes?lang=ga")
    heights = page.locator("tbody th a").evaluate_all("all => all.map(a => a.getClientRects().length)")
    assert max(heights) <= 2


def test_the_longest_question_that_may_be_asked_fits_at_320_pixels(visitor):
    page = visitor(viewport={"width": 320, "height": 640}).open(f"/?q={quote('W' * 300)}")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("path", ["/", "/records/cm-5563-1-25-rev-1", "/procedures/2025-0357-nle"])
def test_a_page_looks_and_works_the_same_when_it_is_opened_again(visitor, path):
    visit = visitor()
    answered: list[int] = []
    visit.page.on("response", lambda response: answered.append(response.status))
    for _ in range(3):
        page = visit.open(path)
        assert page.evaluate("getComputedStyle(document.querySelector('.masthead')).display") == "grid"
        assert page.evaluate("document.styleSheets.length") == 1
    assert set(answered) <= {200, 304}


def test_the_pages_are_dark_where_that_is_preferred(visitor):
    colours = [
        visitor(color_scheme=scheme).open("/").evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    ]
    assert colours == ["rgb(251, 250, 246)", "rgb(21, 23, 28)"]


def test_on_paper_the_answer_stands_with_its_footnotes_and_without_controls(visitor):
    page = visitor().open("/?q=Was+the+majority+reached%2C+and+by+how+much%3F")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".sources li").last).to_be_visible()
    expect(page.locator(".composer")).to_be_hidden()
    expect(page.locator(".mainnav")).to_be_hidden()
    marks = page.locator(".cite").evaluate_all("all => all.map(e => getComputedStyle(e, '::after').content)")
    assert any(re.search(r'", \d+, \d+" "\]"|", \d+, \d+\]"', mark) for mark in marks), marks
    assert page.pdf()[:5] == b"%PDF-"


def test_on_paper_an_answer_begins_on_the_first_sheet_and_needs_no_script_for_its_footnotes(visitor):
    page = visitor(java_script_enabled=False, viewport={"width": 700, "height": 900}).open(
        "/?q=Was+the+majority+reached%2C+and+by+how+much%3F"
    )
    page.emulate_media(media="print")
    assert page.locator(".card").evaluate("e => getComputedStyle(e).breakInside") == "auto"
    expect(page.locator(".sources li").last).to_be_visible()


def test_on_paper_a_board_shows_the_topics_that_were_opened_and_the_reading_it_is_of(visitor):
    page = visitor().open("/procedures/2025-0357-nle")
    page.emulate_media(media="print")
    expect(page.locator(".topics")).to_be_hidden()
    page.evaluate("document.querySelector('.topic').open = true")
    expect(page.locator(".voices").first).to_be_visible()
    tabs = page.locator(".tabs a:visible")
    assert tabs.evaluate_all("all => all.map(e => getComputedStyle(e).color)") == ["rgb(0, 0, 0)"]


def test_lines_of_an_answer_hold_at_most_72_characters(visitor):
    page = visitor().open("/?q=Was+the+majority+reached%2C+and+by+how+much%3F")
    widths = page.locator(".said").evaluate_all(
        """all => all.map(p => {
          const probe = document.createElement("span");
          probe.style.whiteSpace = "nowrap";
          probe.textContent = "0".repeat(72);
          p.append(probe);
          const limit = probe.getBoundingClientRect().width;
          probe.remove();
          return p.getBoundingClientRect().width / limit;
        })"""
    )
    assert max(widths) <= 1


@pytest.mark.parametrize("width", [1440, 820, 360])
def test_the_source_is_beside_over_or_under_the_answer(visitor, width):
    page = visitor(viewport={"width": width, "height": 800}).open("/?q=Who+voted+against%3F")
    page.locator(".cited > .cite").first.click()
    expect(page.locator("#source mark").first).to_be_in_viewport()
    box = page.locator("#source").bounding_box()
    assert box["width"] == width if width == 360 else box["x"] > width / 3


def test_motion_is_not_smooth_where_less_is_preferred(visitor):
    page = visitor(reduced_motion="reduce").open("/")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_forced_colours_leave_every_chip_a_border(visitor):
    page = visitor(forced_colors="active").open("/?q=Who+voted+against%3F")
    assert page.locator(".cite").first.evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"


def test_a_page_break_inside_a_quoted_sentence_is_no_empty_line_in_the_answer(visitor):
    page = visitor().open("/?q=What+share+of+the+needs+is+met%3F")
    quotes = page.locator(".said q").filter(has_text="daadwerkelijke solidariteit")
    assert "\n" in quotes.first.evaluate("q => q.textContent")
    assert "\n" not in quotes.first.inner_text()
