"""Every page over notices of every kind: several acts, silence, unanimity, old rules, missing facts."""

import csv
import re

import pytest
from starlette.testclient import TestClient

from assistant.keeping.register import Register
from tests.notices.handwritten import handwritten
from web.app import create_app
from web.server_settings import ServerSettings


def renumbered(text: str, n: int) -> str:
    """The notice under a number and a file of its own: many of them share theirs."""
    return re.sub(r"(20\d\d)/\d{4} ?\(", rf"\1/{n}(", re.sub(r"CM \d+", f"CM {n}", text))


@pytest.fixture(scope="module")
def many(tmp_path_factory, session_embedder) -> TestClient:
    settings = ServerSettings(data=tmp_path_factory.mktemp("many"), rate="")
    register = Register(settings, embedder=session_embedder)
    register.build()
    texts = enumerate((notice.text for notice in handwritten()), 1000)
    register.add([(f"{n}.txt", renumbered(text, n).encode()) for n, text in texts])
    return TestClient(create_app(register, settings), raise_server_exceptions=False)


def test_there_are_records_of_many_kinds(many):
    assert many.get("/api/v1/records").json()["total"] > 20


@pytest.mark.parametrize("language", ["en", "pl"])
def test_the_pages_of_every_record_and_procedure_are_served(many, language):
    paths = [f"/records/{r['id']}?c=10-90" for r in many.get("/api/v1/records?limit=500").json()["items"]]
    for procedure in many.get("/api/v1/procedures?limit=500").json()["items"]:
        board = procedure["url"]
        paths += [board, f"{board}?switch=DE:against,FR:abstention", f"{board}/vote.svg"]
        paths += [f"/?procedure={procedure['id']}&q=How+did+the+vote+go%3F"]
    failed = [path for path in paths if many.get(path, params={"lang": language}).status_code != 200]
    assert failed == []


@pytest.mark.parametrize("path", ["/", "/records", "/votes", "/states", "/states/DE", "/states/GB"])
def test_the_lists_over_all_of_them_are_served(many, path):
    assert many.get(path).status_code == 200


def test_a_question_that_fits_many_procedures_offers_them(many):
    status = many.post("/api/v1/ask", json={"question": "Who voted against?"}).json()["status"]
    assert status == "ambiguous"
    assert "About which procedure?" in many.get("/?q=Who+voted+against%3F").text
    asked = many.get("/api/v1/procedures").json()["items"][0]["id"]
    of_one = many.get("/", params={"q": "Who voted against?", "procedure": asked}).text
    assert f'<option value="{asked}" selected>' in of_one
    assert "About which procedure?" not in of_one


def test_a_board_of_a_year_without_a_population_table_says_so_and_shows_no_share(many):
    without: dict[str, str] = {}
    for procedure in many.get("/api/v1/procedures?limit=500").json()["items"]:
        readings = many.get(f"/api/v1/procedures/{procedure['id']}/vote").json()["readings"]
        if (note := readings[0]["majority"]["population_note"] or "").startswith("no population table for "):
            without[procedure["url"]] = note.removeprefix("no population table for ")
    assert len(without) > 2
    for url, year in list(without.items())[:3]:
        assert f"there is no population table for {year} here" in many.get(url, params={"lang": "en"}).text
        rows = csv.DictReader(many.get(f"/api/v1{url}/vote.csv").text.splitlines(keepends=True))
        assert {row["population_note"] for row in rows} == {f"no population table for {year}"}
