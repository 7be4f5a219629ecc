"""Script and markup in everything a stranger can write: nothing of it may run or become an element."""

from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
NOTICE = (Path(__file__).parent.parent / "web" / "notice.txt").read_text("utf-8")
CALL = "alert(1)"
HANDLERS = (
    "onerror", "onload", "onfocus", "onmouseover", "onclick", "ontoggle", "onbegin", "onpageshow",
    "onanimationstart", "onpointerenter", "onscroll", "oncut", "oncopy", "onwheel", "onresize",
)  # fmt: skip
SCHEMES = ("javascript", "JaVaScRiPt", "data", "vbscript", "java\tscript")
TOGETHER = (
    4  # payloads in one question: each stands at its own place, and the pages load in a quarter of the time
)
PAYLOADS = (
    *(f"<img src=x {handler}={CALL}>" for handler in HANDLERS),
    *(f"<svg {handler}={CALL}></svg>" for handler in HANDLERS),
    *(f'"{handler}={CALL} autofocus tabindex=1 x="' for handler in HANDLERS),
    *(f"' {handler}={CALL} autofocus x='" for handler in HANDLERS),
    *(f"<details open {handler}={CALL}>" for handler in HANDLERS),
    *(f"<{tag}>{CALL}</{tag}>" for tag in ("script", "SCRIPT", "scr\0ipt", "script/x", "xmp", "noscript")),
    *(f"</{tag}><script>{CALL}</script>" for tag in ("title", "textarea", "q", "p", "style", "script", "li")),
    *(f"<a href={scheme}:{CALL}>a</a>" for scheme in SCHEMES),
    "<script src=//example.test/x.js></script>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    "<link rel=stylesheet href=//example.test/x.css>",
    "<base href=//example.test/>",
    "<meta http-equiv=refresh content='0;url=//example.test'>",
    "<form action=//example.test><button>x</button></form>",
    "<math><mi xlink:href=javascript:alert(1)>x</mi></math>",
    "<template><script>alert(1)</script></template>",
    "{{ 7 * 7 }}{% raw %}",
    "{{ config.__class__.__init__.__globals__ }}",
    "%(n)s %s %d",
    "${alert(1)}`alert(1)`",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x onerror=alert(1)&#62;",
    "\u202e<img src=x onerror=alert(1)>\u202c",
    "<!--<img src=x onerror=alert(1)>-->",
    "]]><script>alert(1)</script>",
    "\\x3cscript\\x3ealert(1)\\x3c/script\\x3e",
)  # fmt: skip
FOREIGN = "iframe, object, embed, base, math, template, meta[http-equiv], main script:not([type])"


def assert_harmless(page):
    """No element of a payload exists, no handler was set, and nothing ran."""
    assert page.locator(FOREIGN).count() == 0
    handlers = page.evaluate(
        "[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames())"
        ".filter(name => name.startsWith('on'))"
    )
    assert handlers == []
    schemes = page.evaluate("[...document.links].map(a => a.protocol)")
    assert set(schemes) <= {"http:", "https:"}


def test_there_are_more_than_a_hundred_payloads():
    assert len(set(PAYLOADS)) >= 100


def test_no_payload_in_a_question_runs_on_any_page_that_repeats_it(visitor):
    visit = visitor()
    for n in range(0, len(PAYLOADS), TOGETHER):
        question = " ".join(("Who voted against?", *PAYLOADS[n : n + TOGETHER]))
        assert_harmless(visit.open(f"/?q={quote(question)}"))
    for payload in PAYLOADS[::5]:
        assert_harmless(visit.open(f"/records?q={quote('solidariteit ' + payload)}"))


def test_no_payload_in_a_question_runs_in_the_page_that_asks_by_script(visitor):
    page = visitor().open("/")
    for payload in PAYLOADS[::8]:
        page.locator("#q").fill(payload.replace("\0", ""))
        before = page.locator("article.card").count()
        page.keyboard.press("Enter")
        expect(page.locator("#q")).to_have_value("")
        assert page.locator("article.card").count() in {before, before + 1}
    assert_harmless(page)


def test_no_payload_in_other_fields_of_an_address_runs(visitor):
    visit = visitor()
    for n, payload in enumerate(PAYLOADS[::3]):
        name = ("c", "lang", "reading", "procedure", "position", "from")[n % 6]
        path = ("/records/cm-5563-1-25-rev-1", "/", "/procedures/2025-0357-nle", "/", "/votes", "/votes")[
            n % 6
        ]
        value = quote(payload.replace("\0", "")[: 20 if name in {"c", "from", "position"} else 80])
        visit.page.goto(f"{visit.origin}{path}?{name}={value}")
        assert_harmless(visit.page)
    visit.faults[:] = [fault for fault in visit.faults if "status of 422" not in fault]


def test_no_payload_in_a_records_text_or_file_name_runs(visitor, serve):
    payloads = [p.replace("\0", "").replace("\n", " ") for p in PAYLOADS]
    text = f"{NOTICE.rstrip()}\n\n" + "\n\n".join(payloads) + "\n"
    name = "<img src=x onerror=alert(1)>\"'&.txt"
    visit = visitor(at=serve((name, text.encode("utf-8"))))
    ids = [r["id"] for r in visit.page.request.get(f"{visit.origin}/api/v1/records").json()["items"]]
    assert len(ids) == 2
    for id_ in ids:
        page = visit.open(f"/records/{id_}")
        assert_harmless(page)
    assert any(
        "<svg onload=alert(1)>" in visit.open(f"/records/{i}").locator("#document").inner_text() for i in ids
    )
    for path in ("/", "/records", "/records?q=onerror+script+img+alert", "/votes", "/states/ES"):
        assert_harmless(visit.open(path))
