"""A new language begins with every file and every key: ``make language LANG=xx``."""

import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests import language


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The English files, where a new language may be written beside them."""
    for folder in (*language.EMPTIED, *language.COPIED):
        (tmp_path / folder).mkdir(parents=True)
        shutil.copy(language.ROOT / folder / "en.toml", tmp_path / folder)
    shutil.copy(language.ROOT / language.CONCEPTS, tmp_path / language.CONCEPTS)
    pages = language.PAGES.format(language="en")
    (tmp_path / pages).parent.mkdir(parents=True)
    shutil.copy(language.ROOT / pages, tmp_path / pages)
    return tmp_path


def keys_of(table: dict[str, Any], lead: str = "") -> set[str]:
    """Every key of a table, with the keys above it."""
    nested = [keys_of(v, f"{lead}{k}.") for k, v in table.items() if isinstance(v, dict)]
    return {f"{lead}{key}" for key in table}.union(*nested)


@pytest.mark.parametrize("folder", [*language.EMPTIED, *language.COPIED])
def test_a_new_language_has_every_key_of_the_english_file(tree: Path, folder: str) -> None:
    language.scaffold("is", tree)
    files = (tree / folder / f"{each}.toml" for each in ("en", "is"))
    english, new = (keys_of(tomllib.loads(file.read_text("utf-8"))) for file in files)
    assert english == new


def test_a_new_language_has_every_concept_and_every_message_of_the_pages(tree: Path) -> None:
    language.scaffold("is", tree)
    concepts = tomllib.loads((tree / language.CONCEPTS).read_text("utf-8"))
    assert all("is" in terms for terms in concepts.values())
    pages = [(tree / language.PAGES.format(language=each)).read_text("utf-8") for each in ("en", "is")]
    assert pages[0].count("\nmsgid ") == pages[1].count("\nmsgid ")
    assert "Language: is" in pages[1]


def test_what_is_there_is_never_written_over(tree: Path) -> None:
    written = language.scaffold("is", tree)
    (file := written[0]).write_text("mine", "utf-8")
    assert language.scaffold("is", tree) == ()
    assert file.read_text("utf-8") == "mine"


def test_only_a_code_of_two_letters_is_a_language(tree: Path) -> None:
    with pytest.raises(ValueError, match="no two-letter code"):
        language.scaffold("../x", tree)
