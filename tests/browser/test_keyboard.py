import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_question_is_asked_its_source_read_and_followed_up_without_a_mouse(visitor):
    page = visitor().open("/")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("Who abstained?")
    page.keyboard.press("Enter")
    expect(page.locator("article.card")).to_have_count(1)
    page.keyboard.press("ArrowUp")
    expect(page.locator("#q")).to_have_value("Who abstained?")
    page.locator("#q").fill("")
    page.locator("#main").focus()
    page.keyboard.press("j")
    expect(page.locator("article.card")).to_be_focused()
    page.keyboard.press("c")
    page.keyboard.press("Enter")
    expect(page.locator("#source mark").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".cited > .cite").first).to_be_focused()
    page.keyboard.press("/")
    page.keyboard.type("Why?")
    page.keyboard.press("Enter")
    expect(page.locator("article.card")).to_have_count(2)
    page.locator(".followups a").last.focus()
    page.keyboard.press("Enter")
    expect(page.locator("article.card")).to_have_count(3)


def test_single_keys_can_be_switched_off(visitor):
    page = visitor().open("/")
    page.keyboard.press("?")
    page.get_by_label("Use single keys").uncheck()
    page.get_by_role("button", name="Close").click()
    page.locator("#main").focus()
    page.keyboard.press("/")
    expect(page.locator("#q")).not_to_be_focused()
    page.reload()
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_hidden()


def test_the_first_tab_stop_skips_to_the_content(visitor):
    page = visitor().open("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_every_control_of_an_answer_is_reached_by_tab(visitor):
    page = visitor().open("/?q=Who+voted+against%3F")
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.textContent.trim().replace(/\\s+/g, ' ')"))
    assert {"Change", "Evidence 1", "Copy and cite", "Permalink", "CSV", "Report a mistake", "Ask"} <= reached
