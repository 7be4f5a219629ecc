import json
import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
AGAINST = "Who voted against?"


def ask(page, question):
    page.get_by_role("textbox", name=re.compile("uestion")).fill(question)
    page.keyboard.press("Enter")
    expect(page.locator("article.card").last.locator(".question")).to_have_text(question)


def test_a_question_is_answered_in_the_page_with_its_evidence_kind_and_one_citation_a_sentence(visitor):
    page = visitor().open("/")
    ask(page, AGAINST)
    sentence = page.locator(".sentence").first
    expect(sentence).to_contain_text("Hungary and Slovakia voted against.")
    expect(sentence.locator(".kind")).to_have_text("Stated")
    expect(sentence.locator(".cited > .cite")).to_have_count(1)
    assert page.url.endswith("/")


def test_a_citation_opens_the_source_at_its_words_and_closes_back_to_the_answer(visitor):
    page = visitor().open("/")
    ask(page, AGAINST)
    chip = page.locator(".cited > .cite").first
    chip.click()
    mark = page.locator("#source mark").first
    expect(mark).to_be_focused()
    expect(mark).to_be_in_viewport()
    marked = "".join(page.locator("#source mark").all_text_contents())
    assert marked == "Hongarije en Slowakije, die tegen hebben gestemd"
    page.get_by_role("button", name="Back to the answer").click()
    expect(page.locator("#source")).to_be_hidden()
    expect(chip).to_be_focused()


def test_a_citation_shows_its_quotation_on_hover_and_on_focus_and_hides_it_on_escape(visitor):
    page = visitor().open("/?q=Who+voted+against%3F")
    chip, card = page.locator(".cited > .cite").first, page.locator(".cite-card").first
    expect(card).to_be_hidden()
    chip.hover()
    expect(card).to_be_visible()
    expect(card.locator("[lang=nl]")).to_contain_text("Hongarije en Slowakije")
    page.mouse.move(5, 5)
    expect(card).to_be_hidden()
    page.keyboard.press("c")
    expect(chip).to_be_focused()
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_changing_what_was_understood_asks_again(visitor):
    page = visitor().open("/?q=Why+did+Spain+abstain%3F")
    page.get_by_text("Change", exact=True).click()
    page.get_by_label("State", exact=True).select_option("LV")
    page.get_by_role("button", name="Ask again").click()
    card = page.locator("article.card").last
    expect(card.locator(".question")).to_have_text("Why did Latvia vote that way? · Abstained")
    expect(card.locator(".chip-states")).to_have_text("Latvia")


def test_a_follow_up_is_understood_by_the_answer_before_it(visitor):
    page = visitor().open("/")
    ask(page, "How did Spain vote?")
    ask(page, "And Hungary?")
    expect(page.locator("article.card")).to_have_count(2)
    expect(page.locator("article.card").last.locator(".said").first).to_contain_text("Hungary voted against")


def test_an_offered_question_is_answered(visitor):
    page = visitor().open("/")
    page.locator(".examples a").first.click()
    page.locator(".followups a").first.click()
    expect(page.locator("article.card")).to_have_count(2)
    expect(page.locator("article.card").last.locator(".sentence")).not_to_have_count(0)


def test_the_conversation_survives_a_reload_and_can_be_forgotten(visitor):
    page = visitor().open("/")
    ask(page, AGAINST)
    ask(page, "Who abstained?")
    page.reload()
    expect(page.locator("article.card .question")).to_have_text([AGAINST, "Who abstained?"])
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator("article.card")).to_have_count(0)
    expect(page.locator(".examples a")).to_have_count(6)


def test_nothing_about_the_asker_is_stored_but_answer_addresses_in_this_tab(visitor):
    page = visitor().open("/")
    ask(page, AGAINST)
    kept = json.loads(page.evaluate("JSON.stringify({...sessionStorage})"))
    assert list(kept) == ["rollcall.conversation"]
    assert page.context.cookies() == []


def test_the_conversation_can_be_saved(visitor, tmp_path):
    page = visitor().open("/")
    ask(page, AGAINST)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save conversation").click()
    saved = tmp_path / "saved.md"
    download.value.save_as(saved)
    assert "Hungary and Slovakia voted against." in saved.read_text("utf-8")


def test_the_finished_answer_is_announced_once_and_takes_no_focus(visitor):
    page = visitor().open("/")
    page.evaluate(
        """() => {
          window.said = [];
          const announcer = document.getElementById("announcer");
          new MutationObserver(() => window.said.push(announcer.textContent))
            .observe(announcer, { childList: true, characterData: true, subtree: true });
        }"""
    )
    ask(page, AGAINST)
    expect(page.locator("#q")).to_be_focused()
    assert page.evaluate("window.said") == [f"Answer ready: {AGAINST}"]
    assert page.locator("#log").get_attribute("role") == "log"


def test_a_number_shows_its_working_with_cited_inputs(visitor):
    page = visitor().open("/?q=What+share+of+the+needs+is+met%3F")
    page.get_by_text("Show working").first.click()
    working = page.locator(".computation").first
    expect(working.locator(".formula")).to_contain_text("962 / 30000")
    expect(working.locator("tbody .cite")).to_have_count(2)


def test_the_answer_is_copied_with_its_citations(visitor):
    visit = visitor(permissions=["clipboard-read", "clipboard-write"])
    page = visit.open("/?q=Who+voted+against%3F")
    page.get_by_text("Copy and cite").click()
    page.get_by_role("link", name="Markdown").click()
    expect(page.get_by_role("link", name="Copied")).to_be_visible()
    address = page.get_by_role("link", name="Copied").get_attribute("href")
    assert "[^cm-5563-1-25-rev-1-602-650]" in page.request.get(visit.origin + address).text()


def test_a_mistake_can_be_reported(visitor):
    page = visitor().open("/?q=Who+voted+against%3F")
    page.get_by_text("Report a mistake").click()
    page.get_by_label("What is wrong?").fill("Nothing, this is a test.")
    page.get_by_role("button", name="Keep the report").click()
    expect(page.get_by_role("heading", name="Report kept")).to_be_visible()
