import csv
import io
import json

import pytest

from assistant.permalink import Asked, permalink_of
from web.pages.report import FILE, LARGEST_FILE

BOARD = "/procedures/2025-0357-nle"
ANSWER = permalink_of(Asked("Who voted against?"))


def test_the_drawing_of_a_vote_is_the_same_bytes_every_time(client):
    first, second = client.get(f"{BOARD}/vote.svg"), client.get(f"{BOARD}/vote.svg")
    assert first.content == second.content
    assert first.headers["content-type"].startswith("image/svg+xml")
    assert first.headers["cross-origin-resource-policy"] == "cross-origin"
    assert first.text.count('width="44"') == 27


def test_no_page_holds_an_inline_style_or_script_that_could_run(client):
    for path in ("/", "/?q=Who+voted+against%3F", BOARD, "/records/cm-5563-1-25-rev-1", ANSWER):
        text = client.get(path).text
        assert "<style" not in text
        assert " style=" not in text
        assert text.count("<script") == text.count("<script type=")
        assert "<script>" not in text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/records/none", 404),
        ("/records/reference-none", 404),
        ("/procedures/none", 404),
        ("/states/QQ", 404),
        ("/states/%F0%9F%87%AA", 404),
        ("/a/none", 404),
        ("/a/none/text", 404),
        (f"{ANSWER}/poem", 422),
        (f"{BOARD}?switch=HU:maybe", 422),
        ("/?q=" + "x" * 2001, 422),
        ("/votes?from=soon&position=maybe&state=Spain", 422),
        ("/votes?from=soon&position=maybe", 200),
        ("/records/cm-5563-1-25-rev-1?c=9-1", 200),
        ("/?after=nonsense&q=Who+abstained%3F", 200),
        ("/?intent=nonsense", 200),
    ],
)
def test_an_address_that_names_nothing_is_answered_plainly(client, path, status):
    assert client.get(path).status_code == status


def test_a_report_keeps_the_answer_and_the_words_and_nothing_else(client, settings):
    token = ANSWER.rpartition("/")[2]
    body = {"answer": token, "note": "The second sentence.\nIs wrong."}
    assert client.post("/report", data=body).status_code == 200
    kept = [json.loads(line) for line in (settings.data / FILE).read_text("utf-8").splitlines()]
    assert set(kept[-1]) == {"question", "language", "snapshot", "answer", "note"}
    assert kept[-1]["question"] == "Who voted against?"


@pytest.mark.parametrize("body", [{}, {"answer": "none", "note": "x"}, {"answer": ANSWER[3:], "note": "  "}])
def test_a_report_of_nothing_is_refused(client, body):
    assert client.post("/report", data=body).status_code == 422


def test_reports_never_fill_the_disk(client, settings):
    file = settings.data / FILE
    before = file.read_bytes() if file.exists() else b""
    file.write_bytes(b"x" * (LARGEST_FILE + 1))
    answered = client.post("/report", data={"answer": ANSWER[3:], "note": "x"})
    file.write_bytes(before)
    assert answered.status_code == 503


def test_another_sites_page_cannot_report(client):
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert (
        client.post("/report", data={"answer": ANSWER[3:], "note": "x"}, headers=headers).status_code == 403
    )


def test_a_form_that_is_no_form_is_refused(client):
    many = "&".join(f"f{n}=1" for n in range(50))
    assert client.post("/report", content=many).status_code == 422


def test_an_answers_csv_has_a_row_a_citation(client):
    rows = list(csv.DictReader(io.StringIO(client.get(f"{ANSWER}/answer.csv").text)))
    assert [(row["evidence"], row["quote"]) for row in rows] == [
        ("stated", "Hongarije en Slowakije, die tegen hebben gestemd")
    ]


def test_the_vote_of_the_form_is_moved_to_the_address_that_is_shared(client):
    answered = client.get(f"{BOARD}?to.DE=against&to.FR=&lang=fr", follow_redirects=False)
    assert answered.status_code == 303
    assert answered.headers["location"] == f"{BOARD}?switch=DE%3Aagainst&lang=fr"


@pytest.mark.parametrize("path", ["/records/none", "/nowhere", "/procedures/none?lang=de"])
def test_a_browser_gets_a_page_where_a_program_gets_a_problem_document(client, path):
    page = client.get(path, headers={"Accept": "text/html,*/*;q=0.8"})
    assert page.status_code == 404
    assert page.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert client.get(path).headers["content-type"] == "application/problem+json"


def test_the_api_answers_a_browser_with_problem_documents_too(client):
    answered = client.get("/api/v1/records/none", headers={"Accept": "text/html"})
    assert answered.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("path", [BOARD, "/records/cm-5563-1-25-rev-1"])
def test_a_title_in_another_language_has_our_rendering_beside_it_and_only_for_its_readers(client, path):
    rendering = "Subject: Council Implementing Decision establishing the Annual Solidarity Pool"
    head = {
        lang: client.get(path, params={"lang": lang}).text.partition("</header>\n")[2]
        for lang in ("en", "fr")
    }
    head = {lang: text.partition("</header>")[0] for lang, text in head.items()}
    assert rendering in head["en"]
    assert "Unofficial rendering" in head["en"]
    assert rendering not in head["fr"]
