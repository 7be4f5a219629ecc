from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
NOTICE = Path(__file__).parent.parent / "web" / "notice.txt"


def test_asking_following_up_and_reading_the_source_need_no_script(visitor):
    page = visitor(java_script_enabled=False).open("/")
    page.get_by_role("textbox", name="Question").fill("How did Spain vote?")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator(".said").first).to_contain_text("Spain abstained")
    page.get_by_label("Next question").fill("And Hungary?")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator("article.card").last.locator(".said").first).to_contain_text("Hungary voted against")
    page.locator("article.card").last.locator(".cited > .cite").first.click()
    expect(page.locator("mark")).not_to_have_count(0)
    assert "/records/cm-5563-1-25-rev-1" in page.url


def test_changing_what_was_understood_needs_no_script(visitor):
    page = visitor(java_script_enabled=False).open("/?q=How+did+Spain+vote%3F")
    page.get_by_text("Change", exact=True).click()
    page.get_by_label("State", exact=True).select_option("HU")
    page.get_by_role("button", name="Ask again").click()
    expect(page.locator(".question")).to_have_text("How did Hungary vote?")
    expect(page.locator(".said").first).to_contain_text("Hungary voted against")


def test_a_what_if_needs_no_script(visitor):
    page = visitor(java_script_enabled=False).open("/procedures/2025-0357-nle")
    page.get_by_label("Hungary", exact=True).select_option("for")
    page.get_by_role("button", name="Count again").click()
    expect(page.locator(".totals").first).to_contain_text("21 In favour")


def test_searching_the_records_needs_no_script(visitor):
    page = visitor(java_script_enabled=False).open("/records")
    page.get_by_label("Search the records, in any language").fill("herplaatsingen")
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".passages mark").first).to_have_text("herplaatsingen")


def test_the_language_is_switched_on_the_same_page_without_script(visitor):
    page = visitor(java_script_enabled=False).open("/votes?position=against")
    page.locator(".languages summary").click()
    page.get_by_role("link", name="Deutsch").click()
    assert page.url.endswith("/votes?position=against&lang=de")
    assert page.locator("html").get_attribute("lang") == "de"


def test_adding_a_record_and_taking_it_out_again_need_no_script(visitor, serve, token):
    visit = visitor(java_script_enabled=False, at=serve())
    page = visit.open("/add")
    page.locator("#paste-token").fill(token)
    page.locator("#paste-text").fill(NOTICE.read_text("utf-8"))
    page.get_by_role("button", name="Show what it says").click()
    expect(page.locator(".preview")).to_contain_text("Understood. Not published yet.")
    page.locator("#publish-token").fill(token)
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("link", name="CM 1999/25")).to_be_visible(timeout=60_000)
    page.locator("#undo-token").fill(token)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status")).to_contain_text("Taken out again", timeout=60_000)
