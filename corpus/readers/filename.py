"""The name a file came under: something to show, never a path.

Refuses to touch the disk: what is stored is named by its content (``corpus/archive.py``).
"""

import unicodedata
from pathlib import PurePosixPath

LONGEST = 120
_UNSHOWABLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def shown_name(filename: str) -> str:
    r"""The name on one line, harmless to show: controls escaped, the middle of a long one left out.

    >>> shown_name("a\nb.txt")
    'a<U+000A>b.txt'
    """
    shown = "".join(_escape(char) if unicodedata.category(char) in _UNSHOWABLE else char for char in filename)
    if len(shown) > LONGEST:
        half = (LONGEST - 1) // 2
        shown = f"{shown[:half]}…{shown[-half:]}"
    return shown or "(no name)"


def bare_name(filename: str) -> str:
    """The name without the folders before it, harmless to show.

    >>> bare_name("../../etc/passwd")
    'passwd'
    """
    return shown_name(filename.replace("\\", "/").rstrip("/").rpartition("/")[2])


def suffix_of(filename: str) -> str:
    """The ending of the name in lower case, with its dot; empty where there is none."""
    return PurePosixPath(bare_name(filename).strip()).suffix.lower()


def _escape(char: str) -> str:
    return f"<U+{ord(char):04X}>"
