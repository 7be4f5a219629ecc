"""axe-core over every page and every state of a page: nothing found."""

from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import expect
from starlette.requests import Request

from assistant.permalink import Asked, permalink_of
from tests.browser.axe import ALL_LOOKS, LOOKS, findings
from web.errors import RequestProblem
from web.problem import problem_response

pytestmark = pytest.mark.browser
NOTICE = Path(__file__).parent.parent / "web" / "notice.txt"
AGAINST = "Who voted against?"
PATHS = (
    "/",
    "/?q=Was+the+majority+reached%2C+and+by+how+much%3F",
    "/?q=What+share+of+the+needs+is+met%3F",
    "/?q=Why+did+Spain+abstain%3F",  # a statement quoted, with an unofficial rendering
    "/?q=Why+did+Poland+vote+against%3F",  # corrected
    "/?q=Who+won+the+football%3F",  # refused
    "/?q=Which+minister+voted+against%3F",  # not in the records
    "/?q=asdf+qwer",  # not understood
    "/?q=What+if+Hungary+had+voted+for%3F",
    "/?q=Wer+stimmte+dagegen%3F&lang=de",
    "/?q=Ποιος+καταψήφισε%3B&lang=el",
    "/?intent=who&position=against",
    "/records",
    "/records?q=solidarity",
    "/records?q=xylophone",
    "/records/cm-5563-1-25-rev-1",
    "/records/cm-5563-1-25-rev-1?c=602-650",
    "/records/reference-protocol-22",
    "/procedures/2025-0357-nle",
    "/procedures/2025-0357-nle?switch=DE:against,SE:not_participating",
    "/procedures/2025-0357-nle?lang=ga",
    "/votes",
    "/votes?position=against&lang=mt",
    "/states",
    "/states/ES",
    "/states/PL",
    "/about",
    "/about/problems",
    "/quality",
    "/accessibility",
    "/add",
    "/check",
    "/api/docs",
    permalink_of(Asked(AGAINST)),
    permalink_of(Asked(AGAINST, snapshot="0" * 64)),  # of a snapshot that is kept no more
)
KEY_PATHS = {
    "/",
    "/?q=Why+did+Spain+abstain%3F",
    "/?q=What+if+Hungary+had+voted+for%3F",
    "/records/cm-5563-1-25-rev-1?c=602-650",
    "/procedures/2025-0357-nle?switch=DE:against,SE:not_participating",
    "/votes",
}


@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_on_any_page(visitor, path):
    looks = ALL_LOOKS if path in KEY_PATHS else LOOKS
    assert findings(visitor().open(path), looks) == []


def test_axe_finds_nothing_with_everything_open(visitor):
    page = visitor().open("/?q=What+share+of+the+needs+is+met%3F")
    page.locator(".cited > .cite").first.click()
    page.locator("#source mark").first.wait_for()
    page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    assert findings(page) == []
    page.keyboard.press("Escape")
    page.locator(".cited > .cite").first.focus()
    page.keyboard.press("c")
    expect(page.locator(".cite-card").nth(1)).to_be_visible()
    assert findings(page) == []
    page.locator("#main").focus()
    page.keyboard.press("?")
    assert findings(page) == []


def test_axe_finds_nothing_in_a_conversation_whose_last_question_could_not_be_sent(visitor):
    visit = visitor()
    page = visit.open("/")
    for question in (AGAINST, "And Spain?"):
        page.locator("#q").fill(question)
        page.keyboard.press("Enter")
        expect(page.locator("article.card").last.locator(".question")).to_have_text(question, timeout=20_000)
    page.route("**/?*q=lost*", lambda route: route.abort())
    page.locator("#q").fill("lost")
    page.keyboard.press("Enter")
    expect(page.locator("#log .notice")).to_be_visible()
    assert findings(page) == []
    visit.faults.clear()  # the browser logs what was not sent


def test_axe_finds_nothing_on_a_checked_draft(visitor):
    page = visitor().open("/check")
    page.get_by_label("Your draft").fill("Hungary and Slovakia voted against. Poland voted against.")
    page.get_by_role("button", name="Check", exact=True).click()
    page.locator("#claims").wait_for()
    assert findings(page) == []


def test_axe_finds_nothing_on_a_kept_report(visitor):
    page = visitor().open("/?q=Who+voted+against%3F")
    page.get_by_text("Report a mistake").click()
    page.get_by_label("What is wrong?").fill("Nothing, this is a test.")
    page.get_by_role("button", name="Keep the report").click()
    page.get_by_role("heading", name="Report kept").wait_for()
    assert findings(page) == []


def test_axe_finds_nothing_where_staff_add_records_by_files(visitor, serve, token):
    page = visitor(at=serve()).open("/add")
    page.locator("#token").fill(token)
    bad = {"name": "list.txt", "mimeType": "text/plain", "buffer": b"eggs, milk, flour and a loaf of bread"}
    page.get_by_label("Files").set_input_files(bad)
    page.locator(".preview .notice").wait_for()
    page.get_by_label("Files").set_input_files(NOTICE)
    page.get_by_role("button", name="Publish").wait_for()
    assert findings(page) == []
    page.get_by_role("button", name="Publish").click()
    page.get_by_role("link", name="Open the record").wait_for()
    assert findings(page) == []


def test_axe_finds_nothing_where_staff_paste_a_record_and_take_it_out_again(visitor, serve, token):
    page = visitor(at=serve()).open("/add")
    page.locator("#paste-token").fill(token)
    page.locator("#paste-text").fill(NOTICE.read_text("utf-8"))
    page.get_by_role("button", name="Show what it says").click()
    page.locator("#publish-token").fill(token)
    assert findings(page) == []
    page.get_by_role("button", name="Publish").click()
    page.locator("#undo-token").fill(token)
    assert findings(page) == []
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status")).to_contain_text("Taken out again")
    assert findings(page) == []


def test_axe_finds_nothing_where_several_procedures_fit_and_where_the_records_changed(visitor, serve, origin):
    text = NOTICE.read_text("utf-8")
    several = [text.replace("1999", f"200{n}").replace("0123", f"012{n}").encode() for n in range(5)]
    visit = visitor(at=serve(*((f"{n}.txt", each) for n, each in enumerate(several))))
    page = visit.open("/?q=Why+did+Malta+vote+against%3F")
    expect(page.locator("article.card")).to_contain_text("About which procedure?")
    assert findings(page) == []
    for question in ({"question": AGAINST}, {"question": AGAINST, "procedure": "2025-0357-nle"}):
        then = page.request.post(f"{origin}/api/v1/ask", data=question).json()
        expect(visit.open(then["permalink"]).locator(".notice-changed")).to_be_visible()
        assert findings(page) == []


def test_axe_finds_nothing_where_no_record_is_held(visitor, serve):
    visit = visitor(at=serve(without=["cm-5563-1-25-rev-1"]))
    expect(visit.open("/").locator(".empty")).to_contain_text("No records are held yet.")
    for path in ("/", "/?q=Who+voted+against%3F", "/records", "/votes", "/states", "/states/ES"):
        assert findings(visit.open(path)) == [], path


@pytest.mark.parametrize("status", [401, 403, 404, 405, 413, 422, 429, 500, 503, 507])
def test_axe_finds_nothing_on_a_page_that_tells_of_a_problem(visitor, status):
    visit = visitor()
    scope = {"type": "http", "path": "/", "query_string": b"", "headers": [(b"accept", b"text/html")]}
    problem = RequestProblem(HTTPStatus(status), "what stands in the way, in a sentence")
    body = problem_response(Request(scope), problem).body
    visit.page.route("**/problem", lambda route: route.fulfill(body=body, content_type="text/html"))
    page = visit.open("/problem")
    expect(page.locator(".overline")).to_have_text(str(status))
    assert findings(page) == []
