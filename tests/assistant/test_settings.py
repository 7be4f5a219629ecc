"""Settings: given values first, then the environment, then the file, then the defaults."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from assistant.settings import Settings


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ROLLCALL_DATA", raising=False)
    return tmp_path


def test_without_anything_said_the_defaults_hold():
    assert (Settings().data, Settings().generations) == (Path("var"), 5)


def test_each_source_gives_way_to_the_one_before_it(elsewhere, monkeypatch):
    (elsewhere / "rollcall.toml").write_text('data = "from-file"\ngenerations = 7\n')
    assert (Settings().data, Settings().generations) == (Path("from-file"), 7)
    monkeypatch.setenv("ROLLCALL_DATA", "from-environment")
    assert (Settings().data, Settings().generations) == (Path("from-environment"), 7)
    assert Settings(data=Path("given")).data == Path("given")


def test_a_value_that_cannot_be_is_refused_by_name(monkeypatch):
    monkeypatch.setenv("ROLLCALL_GENERATIONS", "0")
    with pytest.raises(ValidationError, match="generations"):
        Settings()
