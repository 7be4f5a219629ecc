from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from assistant.permalink import Asked, permalink_of

pytestmark = pytest.mark.browser
NOTICE = Path(__file__).parent.parent / "web" / "notice.txt"
PATHS = (
    "/",
    "/?q=Was+the+majority+reached%2C+and+by+how+much%3F",
    "/?q=What+share+of+the+needs+is+met%3F",
    "/?q=Why+did+Poland+vote+against%3F",
    "/?q=Who+won+the+football%3F",
    "/?q=What+if+Hungary+had+voted+for%3F",
    "/records?q=solidarity",
    "/records/cm-5563-1-25-rev-1?c=602-650",
    "/records/reference-protocol-22",
    "/procedures/2025-0357-nle",
    "/procedures/2025-0357-nle?switch=DE:against,SE:not_participating",
    "/votes",
    "/states",
    "/states/ES",
    "/about",
    "/about/problems",
    "/quality",
    "/accessibility",
    "/add",
    "/check",
    "/api/docs",
    permalink_of(Asked("Who voted against?")),
)


def violations(page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{v['id']}: {v['nodes'][0]['html'][:160]} {v['nodes'][0]['failureSummary'][:200]}" for v in found
    ]


@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_on_any_page_in_light_and_in_dark(visitor, path):
    page = visitor().open(path)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_everything_open(visitor, scheme):
    page = visitor(color_scheme=scheme).open("/?q=What+share+of+the+needs+is+met%3F")
    page.locator(".cited > .cite").first.click()
    page.locator("#source mark").first.wait_for()
    page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Keyboard").click()
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_checked_draft_and_on_a_pasted_record(visitor, scheme, token):
    page = visitor(color_scheme=scheme).open("/check")
    page.get_by_label("Your draft").fill("Hungary and Slovakia voted against. Poland voted against.")
    page.get_by_role("button", name="Check", exact=True).click()
    page.locator("#claims").wait_for()
    assert violations(page) == []
    page.get_by_role("link", name="Add records").click()
    page.locator("#paste-token").fill(token)
    page.locator("#paste-text").fill(NOTICE.read_text("utf-8"))
    page.get_by_role("button", name="Show what it says").click()
    page.locator("#publish-token").wait_for()
    assert violations(page) == []
