"""The state of the code that records and passages are made by: when it changes, they are made anew."""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

import assistant.scoping.topic
import corpus.parse
import index.passages

_CORPUS = Path(corpus.parse.__file__).parent
_INDEX = Path(index.passages.__file__).parent
_ASSISTANT = Path(assistant.scoping.topic.__file__).parent.parent
_KINDS = ("*.py", "*.toml", "*.csv")
_TAGGING = ("scoping/topic.py", "procedures/grouping.py", "understanding", "data/cues")


@cache
def reading_code() -> str:
    """The hash of the code and the lexicons that read documents: when it changes, all are read again."""
    return _hash(_CORPUS, _files(_CORPUS))


@cache
def cutting_code() -> str:
    """The hash of what cuts, tags and indexes records: when it changes, all of that is done again."""
    tagging = (file for part in _TAGGING for file in _files(_ASSISTANT / part))
    return _hash(_ASSISTANT.parent, (*_files(_INDEX), *tagging))


def _files(place: Path) -> list[Path]:
    return [place] if place.is_file() else [file for kind in _KINDS for file in place.rglob(kind)]


def _hash(root: Path, files: Iterable[Path]) -> str:
    digest = sha256()
    for file in sorted(files):
        digest.update(str(file.relative_to(root)).encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()
