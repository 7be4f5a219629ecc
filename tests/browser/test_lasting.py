import json

import pytest
from playwright.sync_api import expect

from assistant.permalink import Asked, permalink_of

pytestmark = pytest.mark.browser


def test_the_lasting_address_gives_the_same_answer_and_says_that_nothing_changed(visitor):
    page = visitor().open("/?q=Who+voted+against%3F")
    said = page.locator(".said").all_inner_texts()
    page.get_by_role("link", name="Permalink").click()
    page.wait_for_url("**/a/*")
    assert page.locator(".said").all_inner_texts() == said
    expect(page.locator(".notice")).to_contain_text("Unchanged")


def test_an_address_of_an_earlier_snapshot_says_that_the_records_changed(visitor):
    page = visitor().open(permalink_of(Asked("Who voted against?", snapshot="0" * 64)))
    expect(page.locator(".notice")).to_contain_text("The records have changed since")
    expect(page.locator(".notice")).to_contain_text("000000000000")


def test_the_page_tells_machines_what_it_says(visitor):
    page = visitor().open(permalink_of(Asked("Who voted against?")))
    data = json.loads(page.locator("script[type='application/ld+json']").text_content())
    assert data["mainEntity"]["name"] == "Who voted against?"
    assert "Hungary and Slovakia" in page.locator("meta[property='og:description']").get_attribute("content")


@pytest.mark.parametrize(
    ("form", "piece"),
    [
        ("text", "CM 5563/1/25 REV 1:notice¶1"),
        ("html", '<q lang="nl">'),
        ("markdown", "**Who voted against?**"),
        ("citation", "Rollcall, “Who voted against?”, snapshot"),
        ("bibtex", "@misc{rollcall-"),
        ("csl", '"type": "webpage"'),
        ("answer.csv", "sentence,evidence,speaker"),
    ],
)
def test_an_answer_can_be_taken_away(visitor, form, piece):
    visit = visitor()
    response = visit.page.request.get(f"{visit.origin}{permalink_of(Asked('Who voted against?'))}/{form}")
    assert piece in response.text()
