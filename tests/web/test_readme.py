"""Every example of the README and of docs/deploy.md does what it says."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from assistant.assembly import open_register
from tests.corpus.readers.making import pdf_of_text
from web.app import create_app
from web.tokens import Tokens, new_token, token_hash

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
SHELL = "\n".join(re.findall(r"```sh\n(.*?)```", README, re.DOTALL)).replace("\\\n", " ")
LINES = [shlex.split(line, comments=True) for line in SHELL.splitlines()]
COMMANDS = [line[1:] for line in LINES if line[:1] == [".venv/bin/rollcall"]]
REQUESTS = [line[1:] for line in LINES if line[:1] == ["curl"]]
TARGETS = [line[1] for line in LINES if line[:1] == ["make"]]
ASKED = re.findall(r"> \*\*(.+)\*\*\n((?:> [^*\n]+\n)+)", README)


@pytest.fixture
def folder(tmp_path, notice, settings):
    """A working folder with a snapshot of its own, a notice to be taken in and a draft to be checked."""
    shutil.copytree(settings.data, tmp_path / "var")
    (tmp_path / "notice.pdf").write_bytes(pdf_of_text(notice.read_text("utf-8")))
    (tmp_path / "draft.txt").write_text("Hungary and Slovakia voted against the solidarity pool.", "utf-8")
    return tmp_path


def run(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "ROLLCALL_DATA": str(folder / "var"), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "web", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_readme_is_read_whole():
    assert len(COMMANDS) + len(REQUESTS) + len(TARGETS) == len([line for line in LINES if line])
    assert len(ASKED) == 3


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_of_the_readme_succeeds(folder, command):
    ran = run(command, folder)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout


@pytest.mark.parametrize("request_line", REQUESTS, ids=" ".join)
def test_every_request_of_the_readme_is_answered(client, request_line):
    address = next(word for word in request_line if word.startswith("http"))
    headers = dict(w.split(": ", 1) for w, before in _pairs(request_line) if before == "-H")
    body = next((w for w, before in _pairs(request_line) if before == "-d"), None)
    path = address.removeprefix("http://127.0.0.1:8000")
    response = client.request("POST" if body else "GET", path, content=body, headers=headers)
    assert response.status_code == 200


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_that_is_named_is_in_the_makefile(target):
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize(("question", "told"), ASKED, ids=[question for question, _ in ASKED])
def test_every_answer_of_the_readme_is_the_one_that_is_given(client, question, told):
    answer = client.post("/api/v1/ask", json={"question": question}).json()
    lines = [line.removeprefix("> ").strip() for line in told.splitlines()]
    assert lines[0] in answer["text"].splitlines()
    notes = [f"[{c['n']}] {c['key']}: “{c['quote']}”" for c in answer["citations"]]
    assert all(line in notes for line in lines[1:] if line.startswith("[") and line != ">")


def test_the_token_command_of_the_deployment_page_gives_a_token_and_the_setting_that_knows_it(folder):
    page = (ROOT / "docs" / "deploy.md").read_text("utf-8")
    command = re.search(r"^ +\$ rollcall (.+)$", page, re.MULTILINE)[1].split()
    ran = run(command, folder)
    token = re.search(r"rollcall_[\w-]+", ran.stdout)[0]
    setting = re.search(r"ROLLCALL_WRITE_TOKENS=(\S+)", ran.stdout)[1]
    assert Tokens.parse(setting).bearer_of(token) == command[1]


def test_the_upload_of_the_deployment_page_takes_the_notice_in(folder, settings):
    page = (ROOT / "docs" / "deploy.md").read_text("utf-8")
    _, *words = shlex.split(re.search(r"^ +\$ (curl -T .+)$", page, re.MULTILINE)[1])
    given = {before: word for word, before in _pairs(["", *words])}
    token = new_token()
    own = settings.model_copy(update={"data": folder / "var", "write_tokens": f"anna:{token_hash(token)}"})
    name, value = given["-H"].replace("rollcall_…", token).split(": ", 1)
    address = words[-1].removeprefix("http://127.0.0.1:8000")
    with TestClient(create_app(open_register(own), own)) as client:
        sent = (folder / given["-T"]).read_bytes()
        assert client.put(address, content=sent, headers={name: value}).status_code == 201
        assert client.get("/readyz").json()["records"] == 2


def test_every_setting_of_the_deployment_page_is_in_force_and_there_are_at_most_twelve(folder):
    page = (ROOT / "docs" / "deploy.md").read_text("utf-8")
    rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", page, re.MULTILINE)
    documented = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    shown = json.loads(run(["config", "--json"], folder).stdout)
    assert documented == set(shown)
    assert len(shown) <= 12


def _pairs(words: list[str]) -> list[tuple[str, str]]:
    return list(zip(words[1:], words, strict=False))
