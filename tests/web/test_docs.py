"""What the pages of the documentation name, there is; and no page has an example that no test runs."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from web.cli import application_for
from web.server_settings import ServerSettings

ROOT = Path(__file__).parents[2]
PAGES = [
    *sorted((ROOT / "docs").glob("*.md")),
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "corpus/README.md")),
]
RUN = {  # kinds of examples, and the test that runs all of that kind on that page
    "README.md": {"sh": "test_readme.py"},
    "docs/interfaces.md": {
        "python": "test_interfaces_page.py",
        "console": "test_interfaces_page.py",
        "http": "test_interfaces_page.py",
        "json": "test_interfaces_page.py",
        "text": "test_contract_table.py",
    },
}
ANY_LANGUAGE = "xx"
SETTINGS = {f"ROLLCALL_{name.upper()}" for name in ServerSettings.model_fields}
FOR_RUNS = {
    "ROLLCALL_EXAMPLES",
    "ROLLCALL_GENERATED_NOTICES",
    "ROLLCALL_WRITE_GOLDENS",
    "ROLLCALL_UPDATE_GOLDEN",
}  # of tests only


def name_of(page):
    return page.relative_to(ROOT).as_posix()


@pytest.fixture(params=PAGES, ids=name_of)
def page(request):
    return request.param


@pytest.fixture(scope="module")
def commands():
    return get_command(application_for(())).commands


def test_every_example_is_of_a_kind_that_a_test_runs(page):
    kinds = set(re.findall(r"^```(\w+)$", page.read_text("utf-8"), re.MULTILINE))
    assert kinds == set(RUN.get(name_of(page), {}))


def test_every_command_that_is_named_is_one_with_these_options(page, commands):
    for words in re.findall(r"`rollcall ([a-z][^`]*)`", page.read_text("utf-8")):
        name = words.split()[0]
        assert name in commands, words
        known = {option for parameter in commands[name].params for option in parameter.opts}
        assert set(re.findall(r"(?<!\w)--[a-z-]+", words)) <= known, words


def test_every_target_that_is_named_is_in_the_makefile(page):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z-]+)", page.read_text("utf-8"))) - targets == set()


def test_every_setting_that_is_named_is_one(page):
    assert set(re.findall(r"ROLLCALL_[A-Z_]+", page.read_text("utf-8"))) - SETTINGS - FOR_RUNS == set()


def test_every_file_that_is_named_is_there(page):
    named = re.findall(
        r"`((?:assistant|corpus|deploy|docs|index|tests|web)/[\w./-]+)`", page.read_text("utf-8")
    )
    linked = re.findall(r"\]\(([\w./-]+)\)", page.read_text("utf-8"))
    paths = [ROOT / name for name in named] + [page.parent / name for name in linked]
    missing = [str(path) for path in paths if path.stem != ANY_LANGUAGE and not path.exists()]
    assert missing == []
