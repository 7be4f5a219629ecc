"""`python -m tests.stress.fuzz [seconds]`: coverage-guided fuzzing of the text pipeline.

Needs atheris (`pip install atheris==3.0.0`; `make fuzz` does it), which is no dependency of the suite.
Begins with the notices by hand, knows the words of notices, follows the branches of `corpus`. Every
input must end in a record whose every place lies in its text, or in a refusal of one line, within 30 s.
"""

import sys
import tempfile
from pathlib import Path

import atheris  # type: ignore[import-not-found, unused-ignore]  # installed for this run only

with atheris.instrument_imports(include=["corpus"]):
    from corpus.contract import contract_of
    from corpus.errors import Refusal
    from corpus.model import Record
    from corpus.parse import parse_record
    from corpus.readers.reader import read_source

from corpus.member_state import MEMBERS, name_of
from tests.notices.handwritten import handwritten

SECONDS = 300
LONGEST = 6000
SLOWEST_SECONDS = 30
WORDS = (
    "voted against", "abstained", "voted in favour", "with the exception of", "all other delegations",
    "neither", "did not", "and", ",", ";", ":", "(", ")", "|", "\t", "\n", "\n\n", "\f", "- ", "x", "✓",
    "\u200b", "\u202e", "\u00ad", "Ã©", "CM 1/25", "doc. 2/25", "Subject:", "Statement by",
    "written procedure", "was adopted",
)  # fmt: skip


def read_one(data: bytes) -> None:
    """Read the bytes as a text file.

    Raises: AssertionError when a record is not sound.
    """
    try:
        record = parse_record(read_source(data, "fuzzed.txt"))
    except Refusal as refusal:
        assert_one_line(str(refusal))
    else:
        assert_sound(record)


def assert_one_line(text: str) -> None:
    """A refusal is one line."""
    assert "\n" not in text


def assert_sound(record: Record) -> None:
    """Every place lies in the text; no state stands at two positions of one act."""
    length = len(record.source.text)
    for warning in record.warnings:
        assert 0 <= warning.span.start <= warning.span.end <= length
    for act in record.notice.acts:
        states = [position.state for position in act.vote.positions]
        assert len(states) == len(set(states))
        assert all(record.source.quote(position.clause) for position in act.vote.positions)
    contract_of(record)


def _words(folder: Path) -> Path:
    names = [name_of(state, language) for state in MEMBERS for language in ("en", "fr", "de", "nl", "pl")]
    escaped = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in (*WORDS, *names))
    file = folder / "words"
    file.write_text("".join(f'"{word}"\n' for word in escaped))
    return file


def main() -> None:
    """Fuzz for so many seconds; exit with an error, and the input, at the first that is not sound."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    with tempfile.TemporaryDirectory() as folder:
        seeds = Path(folder) / "seeds"
        seeds.mkdir()
        for number, notice in enumerate(handwritten()):
            (seeds / str(number)).write_bytes(notice.text.encode()[:LONGEST])
        limits = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-timeout={SLOWEST_SECONDS}"]
        atheris.Setup([sys.argv[0], str(seeds), f"-dict={_words(Path(folder))}", *limits], read_one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
