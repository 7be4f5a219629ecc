"""`make language LANG=xx`: the files of a new language, with every key and no word; nothing is written over.

Sentences of answers stand in English until they are rendered; lists of words are empty.
"""

import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
MODEL = "en"
EMPTIED = ("corpus/data/lexicon", "corpus/data/states", "assistant/data/cues")
COPIED = ("assistant/data/wording", "assistant/data/check")
CONCEPTS = "assistant/data/concepts.toml"
PAGES = "web/locale/{language}/LC_MESSAGES/messages.po"


def scaffold(language: str, root: Path = ROOT) -> tuple[Path, ...]:
    """Write the files of a language that are not there yet, and say which.

    Raises: ValueError when the code is not of two small letters.
    """
    if not (len(language) == 2 and language.isascii() and language.isalpha() and language.islower()):
        raise ValueError(f"{language!r} is no two-letter code of a language")
    written: list[Path] = []
    for file, content in _files(language, root):
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, "utf-8")
            written.append(file)
    concepts = root / CONCEPTS
    said = concepts.read_text("utf-8")
    if language not in next(iter(tomllib.loads(said).values())):
        concepts.write_text(_with_concepts(said, language), "utf-8")
        written.append(concepts)
    return tuple(written)


def _files(language: str, root: Path) -> Iterator[tuple[Path, str]]:
    for folder in EMPTIED:
        model = tomllib.loads((root / folder / f"{MODEL}.toml").read_text("utf-8"))
        head = f"# {language}: to be written; the guide is beside the files.\n\n"
        yield root / folder / f"{language}.toml", head + _toml(_emptied(model))
    for folder in COPIED:
        yield root / folder / f"{language}.toml", (root / folder / f"{MODEL}.toml").read_text("utf-8")
    pages = (root / PAGES.format(language=MODEL)).read_text("utf-8")
    yield root / PAGES.format(language=language), _untranslated(pages, language)


def _emptied(table: Mapping[str, Any]) -> dict[str, Any]:
    """A table with its keys and no words; a list of lists keeps as many lists."""
    found: dict[str, Any] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            found[key] = _emptied(value)
        elif isinstance(value, list):
            found[key] = [[] for each in value if isinstance(each, list)]
        else:
            found[key] = "" if isinstance(value, str) else value
    return found


def _toml(table: Mapping[str, Any], name: str = "") -> str:
    plain = {key: value for key, value in table.items() if not isinstance(value, dict)}
    lines = [f"[{name}]"] if name and plain else []
    lines += [f'{key} = ""' if value == "" else f"{key} = {value}" for key, value in plain.items()]
    parts = ["\n".join(lines)] if lines else []
    nested = ((f"{name}.{key}".lstrip("."), value) for key, value in table.items() if isinstance(value, dict))
    return "\n\n".join([*parts, *(_toml(value, key).rstrip() for key, value in nested)]) + "\n"


def _with_concepts(said: str, language: str) -> str:
    """A line for the language in every table of concepts."""
    parts = said.split("\n[")
    return "\n[".join(
        f"{part.rstrip()}\n{language} = []\n" if number or part.startswith("[") else part
        for number, part in enumerate(parts)
    )


def _untranslated(pages: str, language: str) -> str:
    """A catalogue with every message and no translation."""
    kept: list[str] = []
    is_translation = is_header = False
    for line in pages.split("\n"):
        if line.startswith("msgid"):
            is_header = line == 'msgid ""' and not any(each.startswith("msgid") for each in kept)
            is_translation = False
        if line.startswith("msgstr") and not is_header:
            kept.append(line.split(" ", 1)[0] + ' ""')
            is_translation = True
        elif not (is_translation and line.startswith('"')):
            kept.append(line.replace(f"Language: {MODEL}", f"Language: {language}"))
    return "\n".join(kept)


def main() -> None:
    """Scaffold the language named on the command line."""
    for file in scaffold(sys.argv[1]):
        print(file.relative_to(ROOT))


if __name__ == "__main__":
    main()
