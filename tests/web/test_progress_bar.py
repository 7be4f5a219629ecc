"""Several files show how far they are on a terminal, and nowhere else."""

import os
import pty
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FILES = ("a.txt", "b\x1b[2J.pdf", "c.docx")
SHOWING = f"""
from web.commands.terminal import bar
for done, name in enumerate({FILES!r}):
    bar(done, 3, name)
bar(3, 3, "")
"""


def test_on_a_terminal_a_bar_grows_file_by_file() -> None:
    ours, theirs = pty.openpty()
    subprocess.run([sys.executable, "-c", SHOWING], check=True, cwd=ROOT, stderr=theirs)
    shown = os.read(ours, 65536).decode()
    os.close(theirs)
    os.close(ours)
    lines = [line.rstrip() for line in shown.split("\r") if line.strip()]
    assert [line.partition("] ")[2] for line in lines] == ["0/3 a.txt", "1/3 b [2J.pdf", "2/3 c.docx", "3/3"]
    assert [line.count("#") for line in lines] == sorted({line.count("#") for line in lines})


def test_where_nobody_watches_there_is_no_bar() -> None:
    ran = subprocess.run([sys.executable, "-c", SHOWING], capture_output=True, check=True, cwd=ROOT)
    assert (ran.stdout, ran.stderr) == (b"", b"")
