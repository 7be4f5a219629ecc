"""The name of a file is shown, bounded and harmless, and never used as a path."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.readers.filename import LONGEST, bare_name, shown_name, suffix_of

ODD_NAMES = [
    "../../etc/passwd", "..\\..\\windows\\x.txt", "%2e%2e%2fx.txt", "$(rm -rf).txt", "a b.txt",
    "\u202egpj.txt", "x\0.txt",
    "n" * 4096 + ".txt", "/", "..", ".", "", "\n\n", "C:\\x", "a/\u2028b", "-rf", "`id`", "\ud800.txt",
]  # fmt: skip


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_shown_name_is_one_bounded_line_without_controls(name: str) -> None:
    shown = shown_name(name)
    assert 0 < len(shown) <= LONGEST
    assert shown.isprintable()


@given(st.text())
def test_a_bare_name_is_no_path_and_stays_as_it_is_when_bared_again(name: str) -> None:
    bare = bare_name(name)
    assert "/" not in bare
    assert "\\" not in bare
    assert bare_name(bare) == bare


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("a.TXT", ".txt"), ("x/y.d/z", ""), ("n" * 4096 + ".pdf", ".pdf"), (".txt", ""), ("a.pdf ", ".pdf")],
)
def test_the_suffix_is_that_of_the_bare_name(name: str, suffix: str) -> None:
    assert suffix_of(name) == suffix
