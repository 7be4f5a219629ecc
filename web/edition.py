"""Which edition of the program answers: the same records may be told otherwise by the next one."""

from functools import cache
from hashlib import sha256
from pathlib import Path

_ROOT = Path(__file__).parent.parent
_PACKAGES = ("corpus", "index", "assistant", "web")
_TELLING = frozenset({".py", ".toml", ".html", ".xml", ".svg", ".txt", ".po", ".css", ".js", ".md"})
_QUALITY = "quality.md"  # a page is made of it
_LENGTH = 8


@cache
def edition() -> str:
    """The beginning of a hash over every file that decides what is told; the same wherever it runs."""
    files = [file for package in _PACKAGES for file in (_ROOT / package).rglob("*")]
    files += (_ROOT / "docs").glob(_QUALITY)
    digest = sha256()
    for file in sorted(file for file in files if file.suffix in _TELLING):
        digest.update(file.relative_to(_ROOT).as_posix().encode())
        digest.update(sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:_LENGTH]
