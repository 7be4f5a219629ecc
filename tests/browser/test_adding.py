from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
NOTICE = Path(__file__).parent.parent / "web" / "notice.txt"


def test_a_record_is_shown_first_then_published_and_taken_out_again(visitor, serve, token):
    visit = visitor(at=serve())
    page = visit.open("/add")
    page.locator("#token").fill(token)
    page.get_by_label("Files").set_input_files(NOTICE)
    expect(page.locator(".preview")).to_contain_text("Understood. Not published yet.")
    assert page.request.get(f"{visit.origin}/api/v1/records").json()["total"] == 1
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("link", name="Open the record")).to_be_visible(timeout=20_000)
    assert page.request.get(f"{visit.origin}/api/v1/records").json()["total"] == 2
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#adding-status")).to_have_text("Taken out again", timeout=20_000)
    assert page.request.get(f"{visit.origin}/api/v1/records").json()["total"] == 1


def test_a_file_that_is_no_notice_is_refused_with_its_reason(visitor, token):
    page = visitor().open("/add")
    page.locator("#token").fill(token)
    page.get_by_label("Files").set_input_files(
        {"name": "list.txt", "mimeType": "text/plain", "buffer": b"eggs, milk, flour and a loaf of bread"}
    )
    expect(page.locator(".preview .notice")).to_contain_text("list.txt")
    expect(page.get_by_role("button", name="Publish")).to_have_count(0)


def test_without_a_valid_token_nothing_is_read(visitor):
    visit = visitor()
    page = visit.open("/add")
    page.locator("#token").fill("rollcall_not-a-token")
    page.get_by_label("Files").set_input_files(NOTICE)
    expect(page.locator("#previews")).to_contain_text("401")
    visit.faults.clear()  # the browser itself logs the status 401
