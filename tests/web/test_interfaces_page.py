"""Every example of docs/interfaces.md does what the page says."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "interfaces.md").read_text("utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)


COMMANDS = [line[2:] for block in blocks("console") for line in block.splitlines() if line.startswith("$ ")]
REQUESTS = [line for block in blocks("http") for line in block.splitlines()]


@pytest.fixture
def folder(tmp_path, client, answer, settings):
    """A working folder as the page assumes one: a data folder, a saved answer, an export's texts."""
    (tmp_path / "answer.json").write_text(json.dumps(answer), "utf-8")
    zipfile.ZipFile(BytesIO(client.get("/api/v1/export.zip").content)).extractall(tmp_path)
    for name, target in (("var", settings.data), ("tests", ROOT / "tests")):
        (tmp_path / name).symlink_to(target)
    (tmp_path / "assistant").mkdir()
    shutil.copy(ROOT / "assistant" / "verify_answer.py", tmp_path / "assistant")
    return tmp_path


def run(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "ROLLCALL_DATA": str(folder / "var"), "PYTHONPATH": str(ROOT)}
    return subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, check=False)


def test_the_page_has_examples():
    assert len(COMMANDS) > 5
    assert len(REQUESTS) > 5
    assert len(blocks("python")) == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_page_succeeds(folder, command):
    program, *arguments = shlex.split(command)
    start = [sys.executable, "-m", "web"] if program == "rollcall" else [sys.executable]
    ran = run([*start, *arguments], folder)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout


def test_the_python_of_the_page_runs(folder):
    ran = run([sys.executable, "-c", blocks("python")[0]], folder)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"Slovakia" in ran.stdout


@pytest.mark.parametrize("request_line", REQUESTS)
def test_every_request_of_the_page_is_answered(client, request_line):
    method, address, *body = request_line.split(" ", 2)
    content = json.loads(body[0]) if body else None
    assert client.request(method, address, json=content).status_code == 200


def test_the_settings_for_other_assistants_are_json():
    assert json.loads(blocks("json")[0])["mcpServers"]["rollcall"]["args"] == ["mcp"]


def test_an_export_checks_a_saved_answer_with_the_program_it_brings_along(folder):
    ran = run([sys.executable, "-I", "-S", "verify_answer.py", "answer.json", "texts"], folder)
    assert (ran.returncode, ran.stdout.splitlines()[-1][:5]) == (0, b"holds")
