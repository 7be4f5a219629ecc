"""Script and markup in everything a stranger can write: nothing of it may run or become an element."""

from codecs import decode
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
HERE = Path(__file__).parent
NOTICE = (HERE.parent / "web" / "notice.txt").read_text("utf-8")
SUBJECT = "Council Decision on the position to be taken on behalf of the Union"
PAYLOADS = tuple(
    decode(line, "unicode_escape")
    for line in (HERE / "payloads.txt").read_text("ascii").splitlines()
    if not line.startswith("# ")
)
TOGETHER = 12  # payloads in one question: each stands at its own place, and fewer pages are loaded
FOREIGN = (
    "iframe, object, embed, base, math, template, portal, marquee, video, audio, foreignObject, animate,"
    "meta[http-equiv], main script:not([type]), main style, main link, main img, main form[action^='//']"
)
WATCH = "addEventListener('securitypolicyviolation', event => { window.violated = event.violatedDirective; })"


def batches(payloads, size):
    return [payloads[n : n + size] for n in range(0, len(payloads), size)]


def assert_harmless(page):
    """No element of a payload exists, no handler was set, nothing ran, and no policy had to stop it."""
    assert page.locator(FOREIGN).count() == 0
    handlers = page.evaluate(
        "[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames())"
        ".filter(name => name.startsWith('on') || name === 'style')"
    )
    assert handlers == []
    schemes = page.evaluate("[...document.links].map(link => link.protocol)")
    assert set(schemes) <= {"http:", "https:"}
    assert page.evaluate("[window.ran, window.violated].filter(Boolean)") == []
    assert "ran" not in page.title().split()


@pytest.fixture
def watched(visitor):
    """Opens pages that note what their policy forbids."""

    def visit(**options):
        found = visitor(**options)
        found.page.add_init_script(WATCH)
        return found

    return visit


def test_there_are_more_than_three_hundred_payloads():
    assert len(set(PAYLOADS)) >= 300


def test_no_payload_in_a_question_runs_on_any_page_that_repeats_it(watched):
    visit = watched()
    for together in batches(PAYLOADS, TOGETHER):
        question = " ".join(("Who voted against?", *together))
        assert_harmless(visit.open(f"/?q={quote(question)}"))
    page = visit.open(f"/?q={quote(f'Who voted against? {PAYLOADS[0]}')}")
    assert_harmless(visit.open(page.get_by_role("link", name="Permalink").last.get_attribute("href")))


def test_no_payload_that_is_searched_for_runs_where_its_words_are_highlighted(watched):
    visit = watched()
    for together in batches(PAYLOADS, 2 * TOGETHER):
        assert_harmless(visit.open(f"/records?q={quote(' '.join(('solidariteit', *together)))}"))


def test_no_payload_in_a_question_runs_in_the_page_that_asks_by_script(watched):
    page = watched().open("/")
    for together in batches(PAYLOADS, 2 * TOGETHER):
        page.locator("#q").fill(" ".join(together).replace("\0", ""))
        page.keyboard.press("Enter")
        expect(page.locator("#q")).to_have_value("")
    assert_harmless(page)


def test_no_payload_in_other_fields_of_an_address_runs(watched):
    visit = watched()
    fields = (
        ("/records/cm-5563-1-25-rev-1", "c", 20),
        ("/", "lang", 80),
        ("/procedures/2025-0357-nle", "reading", 80),
        ("/", "procedure", 80),
        ("/votes", "position", 20),
        ("/votes", "from", 20),
        ("/", "after", 80),
        ("/procedures/2025-0357-nle", "switch", 80),
    )
    for n, payload in enumerate(PAYLOADS[::4]):
        path, name, most = fields[n % len(fields)]
        visit.page.goto(f"{visit.origin}{path}?{name}={quote(payload.replace(chr(0), '')[:most])}")
        assert_harmless(visit.page)
    visit.faults[:] = [fault for fault in visit.faults if "status of 422" not in fault]


def test_no_payload_in_the_name_of_a_file_runs_where_staff_see_it(watched, token):
    page = watched().open("/add")
    page.locator("#token").fill(token)
    names = [payload.replace("\0", "").replace("/", "\u2215") for payload in PAYLOADS]
    page.get_by_label("Files").set_input_files(
        [{"name": f"{name}.txt", "mimeType": "text/plain", "buffer": b"no notice"} for name in names]
    )
    expect(page.locator("#previews > *")).to_have_count(len(names), timeout=120_000)
    expect(page.locator(".is-waiting")).to_have_count(0, timeout=120_000)
    assert_harmless(page)


def test_no_payload_in_a_records_text_title_or_file_name_runs(watched, serve):
    payloads = [p.replace("\0", "").replace("\n", " ").replace("\r", " ") for p in PAYLOADS]
    text = f"{NOTICE.rstrip()}\n\n" + "\n\n".join(payloads) + "\n"
    titled = NOTICE.replace("CM 1999/25", "CM 2000/25").replace(
        SUBJECT, f"{SUBJECT} {' '.join(payloads[:40])}"
    )
    name = "<img src=x onerror=alert(1)>\"'&.txt"
    visit = watched(at=serve((name, text.encode("utf-8")), (f"2{name}", titled.encode("utf-8"))))
    ids = [r["id"] for r in visit.page.request.get(f"{visit.origin}/api/v1/records").json()["items"]]
    assert len(ids) == 3
    for id_ in ids:
        for at in ("", "?c=900-1100", "?c=1500-1507"):
            assert_harmless(visit.open(f"/records/{id_}{at}"))
    assert any(
        "<svg onload=alert(1)>" in visit.open(f"/records/{i}").locator("#document").inner_text() for i in ids
    )
    for path in ("/", "/records", "/records?q=onerror+script+img+alert", "/votes", "/states/ES", "/check"):
        assert_harmless(visit.open(path))
