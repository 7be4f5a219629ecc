"""The contract as docs/interfaces.md tells it: every line of its tables is called."""

import json
import re
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from typer.testing import CliRunner

from web.cli import application_for

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "interfaces.md").read_text("utf-8")
CONTRACT = PAGE[PAGE.index("## The contract") : PAGE.index("## Proofs")]
SAMPLES = {
    "/api/v1/records/{id}": "cm-5563-1-25-rev-1",
    "/api/v1/procedures/{id}": "2025-0357-nle",
    "/api/v1/states/{iso2}": "ES",
    "/records/{id}": "cm-5563-1-25-rev-1",
    "/procedures/{id}": "2025-0357-nle",
    "/states/{iso2}": "ES",
}
VALUES = {
    "q": "solidarity", "language": "nl", "speaker": "ES", "part": "statement", "record": "cm-5563-1-25-rev-1",
    "limit": "3", "reading": "all-members", "switch": "HU:for,SK:abstention", "state": "ES",
    "position": "abstention", "from": "2025-01-01", "to": "2026-12-31",
}  # fmt: skip


def section(title: str) -> str:
    return CONTRACT.split(f"### {title}\n")[1].split("\n### ")[0]


def rows(title: str) -> list[list[str]]:
    """The cells of a table, without its head."""
    lines = [line for line in section(title).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


def addresses() -> list[tuple[str, str, str]]:
    """Every method, path and query of the table; ``[.csv]`` and further paths of a row spelt out."""
    found: list[tuple[str, str, str]] = []
    for cell, *_ in rows("Paths"):
        method = re.search(r"[A-Z]+", cell)[0]
        for address in re.findall(r"`(?:[A-Z]+ )?(/[^`]*)`", cell):
            path, _, query = address.partition("?")
            base = "/api/v1" if path.startswith(("/records", "/procedures")) else ""
            plain = path.replace("[.csv]", "")
            found += [
                (method, base + each, query) for each in sorted({plain, path.replace("[.csv]", ".csv")})
            ]
    return found


def sample(path: str) -> str:
    """A path with what stands in its braces filled in."""
    for template, value in SAMPLES.items():
        if path.startswith(template):
            return path.replace(template, re.sub(r"\{\w+\}", value, template), 1)
    return path


ADDRESSES = addresses()
READ = [(path, query) for method, path, query in ADDRESSES if method == "GET"]
COMMANDS = [command for cell, *_ in rows("Commands") for command in re.findall(r"`rollcall ([^`]+)`", cell)]
PAGES = [path for path in re.findall(r"`(/[^`]*)`", section("Pages")) if path != "/a/{permalink}"]


def test_the_table_is_read_whole():
    assert len(ADDRESSES) == 20
    assert {path for path, _ in READ} >= {"/api/v1/procedures/{id}/pool.csv", "/api/v1/records/{id}/source"}
    assert len(COMMANDS) == 10
    assert len(PAGES) == 9


@pytest.mark.parametrize(("path", "query"), READ)
def test_every_path_that_reads_answers_with_every_parameter_it_is_said_to_have(client, path, query):
    asked = {name: VALUES[name] for name, _ in parse_qsl(query, keep_blank_values=True)}
    response = client.get(sample(path), params=asked)
    assert response.status_code == 200
    assert response.content
    described = client.get("/api/openapi.json").json()["paths"][path]["get"]
    assert set(asked) <= {each["name"] for each in described.get("parameters", [])}


@pytest.mark.parametrize("path", [path for method, path, _ in ADDRESSES if method == "POST"])
def test_every_path_that_is_posted_to_answers(client, answer, path):
    body = {"question": "Who voted against?"} if path.endswith("/ask") else answer
    assert client.post(path, json=body).status_code == 200


@pytest.mark.parametrize(
    ("method", "path"), [(method, path) for method, path, _ in ADDRESSES if method in {"PUT", "DELETE"}]
)
def test_every_path_that_changes_something_asks_for_a_token(client, method, path):
    response = client.request(method, re.sub(r"\{\w+\}", "none.txt", path), content=b"x")
    assert response.status_code == 401
    described = client.get("/api/openapi.json").json()["paths"][path][method.lower()]
    assert described["security"] == [{"write": []}]
    told = re.findall(r"\b\d{3}\b", next(row[1] for row in rows("Paths") if f"{method} {path}" in row[0]))
    assert set(told) <= set(described["responses"])


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_there(client, page):
    response = client.get(sample(page), headers={"Accept": "text/html"})
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/html")


def test_the_page_of_an_answer_is_there(client, answer):
    assert client.get(answer["permalink"]).status_code == 200


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_the_options_it_is_said_to_have(command):
    name, *rest = command.split(" ", 1)
    shown = CliRunner().invoke(application_for([name]), [name, "--help"])
    options = re.findall(r"--\w+", "".join(rest))
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown.output)
    assert shown.exit_code == 0
    assert [option for option in options if option not in plain] == []


def test_an_answer_has_every_field_of_the_contract(client, answer):
    asked = client.post("/api/v1/ask", json={"question": "What share of the needs is met?"}).json()
    fields = set(re.findall(r'"(\w+)":', section("An answer")))
    assert fields - names_in(answer) - names_in(asked) == set()


def test_a_parsed_document_has_every_field_of_the_contract():
    shown = CliRunner().invoke(
        application_for(["parse"]), ["parse", "--json", str(ROOT / "tests" / "web" / "notice.txt")]
    )
    fields = set(re.findall(r'"(\w+)":', section("Commands"))) - {"code", "message", "start", "end"}
    assert fields - names_in(json.loads(shown.output)) == set()


def names_in(value: object) -> set[str]:
    """Every name of a JSON document, at any depth."""
    if isinstance(value, dict):
        return set(value) | {name for each in value.values() for name in names_in(each)}
    return {name for each in value for name in names_in(each)} if isinstance(value, list) else set()
