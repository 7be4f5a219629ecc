"""The terminal as a person or a script meets it: exit codes, one-line refusals, JSON."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RECORD = ROOT / "corpus" / "records" / "cm-5563-1-25-rev-1.nl.txt"
ANSWERED, REFUSED, NOT_FOUND = 0, 2, 3


def rollcall(*arguments: object, data: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "web", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        input=stdin,
        cwd=ROOT,
        env={**os.environ, "ROLLCALL_DATA": str(data), "PYTHONUTF8": "1"},
    )


@pytest.fixture(scope="module")
def data(register, settings) -> Path:
    """A data folder with a snapshot of the shipped records, only read here."""
    return settings.data


def test_a_notice_is_parsed_into_the_contracts_object(tmp_path):
    ran = rollcall("parse", RECORD, "--json", data=tmp_path)
    parsed = json.loads(ran.stdout)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert parsed["doc_id"] == "CM 5563/1/25 REV 1"
    assert parsed["closed_at"] == "2025-12-22T12:00:00+01:00"
    assert parsed["acts"][0]["against"] == ["HU", "SK"]
    assert parsed["acts"][0]["abstained"] == ["CY", "LV", "PT", "ES"]
    assert parsed["statements_by"] == ["LV", "SK", "ES"]
    assert list(tmp_path.iterdir()) == []


def test_parsing_loads_neither_the_encoder_nor_the_server():
    program = (
        "import sys; from web.cli import main\n"
        f"try: main(['parse', {str(RECORD)!r}, '--json'])\n"
        "except SystemExit: pass\n"
        "heavy = {'torch', 'faiss', 'fastapi', 'numpy', 'onnxruntime', 'uvicorn', 'mcp'}\n"
        "sys.exit(len(heavy & set(sys.modules)))"
    )
    command = [sys.executable, "-c", program]
    assert subprocess.run(command, capture_output=True, check=False, cwd=ROOT).returncode == 0


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, "an image"),
        (b"A shopping list: milk, bread, eggs.\n", "no notice"),
        (b"\xff\xfe\x00\xd8" * 10, "no text"),
    ],
)
def test_what_is_no_notice_is_refused_in_one_line(tmp_path, content, reason):
    file = tmp_path / "strange name.txt"
    file.write_bytes(content)
    ran = rollcall("parse", file, data=tmp_path)
    assert ran.returncode == REFUSED, reason
    assert ran.stdout == ""
    assert len(ran.stderr.splitlines()) == 1
    assert ran.stderr.startswith(f"{file}: ")
    assert "; expected " in ran.stderr


@pytest.mark.parametrize("command", ["parse", "add"])
@pytest.mark.parametrize("name", ["missing.txt", ""])
def test_a_file_that_is_not_there_is_refused_in_one_line(tmp_path, command, name):
    ran = rollcall(command, tmp_path / name, data=tmp_path)
    assert ran.returncode == REFUSED
    assert "Traceback" not in ran.stderr
    assert [line for line in ran.stderr.splitlines() if "expected" in line]


def test_a_question_is_answered_with_its_citations_as_footnotes(data):
    ran = rollcall("ask", "Who voted against?", "--language", "en", data=data)
    assert ran.returncode == ANSWERED
    assert "Hungary" in ran.stdout
    assert "Slovakia" in ran.stdout
    assert "[1] CM 5563/1/25 REV 1:notice" in ran.stdout


@pytest.mark.parametrize("question", ["How did Norway vote?", "What's the weather?", "", "   "])
def test_a_question_the_records_do_not_answer_ends_with_3(data, question):
    ran = rollcall("ask", question, data=data)
    assert ran.returncode == NOT_FOUND
    assert ran.stdout


def test_the_json_of_a_question_is_the_apis(data, client):
    ran = rollcall("ask", "Who voted against?", "--json", data=data)
    response = client.post("/api/v1/ask", json={"question": "Who voted against?"})
    assert json.loads(ran.stdout) == response.json()


def test_the_prompt_remembers_what_was_asked_before(data):
    ran = rollcall("ask", data=data, stdin="How did Hungary vote?\nAnd Slovakia?\n")
    assert ran.returncode == 0
    assert "Slovakia" in ran.stdout


def test_the_same_question_gives_the_same_bytes_whatever_the_hash_seed(data, monkeypatch):
    seen = set()
    for seed in ("1", "2"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        seen.add(rollcall("ask", "What does Spain say about solidarity?", "--json", data=data).stdout)
    assert len(seen) == 1


def test_records_are_added_verified_removed_and_rolled_back(tmp_path, notice):
    assert rollcall("build", data=tmp_path).returncode == 0
    bad = tmp_path / "bad.txt"
    bad.write_text("milk, bread")
    ran = rollcall("add", notice, bad, data=tmp_path)
    assert ran.returncode == REFUSED
    assert f"{notice}: added as cm-1999-25" in ran.stdout
    assert f"{bad}: " in ran.stderr
    assert rollcall("verify", data=tmp_path).returncode == 0
    assert rollcall("remove", "CM 1999/25", data=tmp_path).returncode == 0
    assert rollcall("remove", "CM 1999/25", data=tmp_path).returncode == REFUSED
    audit = rollcall("audit", data=tmp_path).stdout.splitlines()
    assert [line.split(": ")[1].split(",")[0] for line in audit] == [
        "built",
        "added cm-1999-25",
        "removed cm-1999-25",
    ]
    assert rollcall("audit", "verify", data=tmp_path).returncode == 0
    back = rollcall("rollback", data=tmp_path)
    assert (back.returncode, "2 records" in back.stdout) == (0, True)


def test_a_folder_is_taken_in_file_by_file_each_with_its_report(tmp_path, notice):
    folder = tmp_path / "notices"
    (folder / "inner $(id) ..%2f").mkdir(parents=True)
    (folder / "inner $(id) ..%2f" / "\u202enotice.txt").write_bytes(notice.read_bytes())
    (folder / "recipe.txt").write_text("milk, bread")
    (folder / ".hidden").write_text("milk, bread")
    (tmp_path / "empty").mkdir()
    ran = rollcall("add", folder, tmp_path / "empty", "--json", data=tmp_path / "data")
    reports = json.loads(ran.stdout)["files"]
    assert ran.returncode == REFUSED
    assert [report["verdict"] for report in reports] == ["added", "refused", "refused"]
    assert f"{tmp_path / 'empty'}: the folder is empty" in ran.stderr
    assert "hidden" not in ran.stderr


def test_a_damaged_snapshot_is_found(tmp_path):
    assert rollcall("build", data=tmp_path).returncode == 0
    vectors = next(tmp_path.glob("generations/*/*.segment"))
    vectors.chmod(0o600)
    damaged = bytearray(vectors.read_bytes())
    damaged[7] ^= 1
    vectors.write_bytes(damaged)
    ran = rollcall("verify", data=tmp_path)
    assert ran.returncode == REFUSED
    assert ".segment" in ran.stderr


def test_a_saved_answer_is_verified(data, tmp_path, answer):
    saved = tmp_path / "answer.json"
    saved.write_text(json.dumps(answer), "utf-8")
    assert rollcall("verify-answer", saved, data=data).returncode == 0
    saved.write_text(json.dumps({**answer, "text": "Poland voted against. [1]"}), "utf-8")
    assert rollcall("verify-answer", saved, data=data).returncode == REFUSED
    saved.write_text("no JSON", "utf-8")
    ran = rollcall("verify-answer", saved, data=data)
    assert (ran.returncode, len(ran.stderr.splitlines())) == (REFUSED, 1)


def test_an_export_is_written_in_every_format_asked_for(data, tmp_path):
    ran = rollcall("export", "--format", "zip,html,csv,json,jsonl,popolo", "-o", tmp_path / "out", data=data)
    assert ran.returncode == 0
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "out.csv", "out.html", "out.json", "out.jsonl", "out.popolo.json", "out.zip",
    ]  # fmt: skip


def test_settings_are_printed_with_where_they_are_from(tmp_path):
    settings = json.loads(rollcall("config", "--json", data=tmp_path).stdout)
    assert settings["data"] == {"value": str(tmp_path), "from": "ROLLCALL_DATA"}
    assert settings["port"] == {"value": "8000", "from": "default"}


def test_a_setting_that_cannot_be_is_named_in_one_line(tmp_path, monkeypatch):
    monkeypatch.setenv("ROLLCALL_PORT", "many")
    ran = rollcall("config", data=tmp_path)
    assert ran.returncode == REFUSED
    assert ran.stderr.startswith("rollcall: setting port: ")
    assert len(ran.stderr.splitlines()) == 1


def test_a_new_token_fits_the_setting_printed_with_it(tmp_path):
    lines = rollcall("token", "anna", data=tmp_path).stdout.splitlines()
    assert lines[0].split()[1].startswith("rollcall_")
    assert lines[1].split()[1].startswith("ROLLCALL_WRITE_TOKENS=anna:")


@pytest.mark.parametrize("arguments", [["--help"], ["ask", "--help"], ["serve", "--help"]])
def test_help_is_given(tmp_path, arguments):
    assert rollcall(*arguments, data=tmp_path).returncode == 0


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["parse"], ["rollback", "0"], ["export", "--format", "exe"]]
)
def test_a_command_that_cannot_be_is_refused_without_a_traceback(tmp_path, arguments):
    ran = rollcall(*arguments, data=tmp_path)
    assert ran.returncode == REFUSED
    assert "Traceback" not in ran.stderr
