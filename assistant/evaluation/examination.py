"""The question sets of a folder, each asked of the corpus it was written for.

Knows which set was tuned on and which was kept apart. ``questions``, ``held_out`` and
``languages`` are asked of the shipped records alone, ``corpus_questions`` of these and the
notices in ``corpus``.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.assembly import open_register
from assistant.assistant import Assistant
from assistant.evaluation import scoring
from assistant.evaluation.gold import Result, StateFinder, read_questions
from assistant.settings import Settings

TUNED = "questions"
HELD_OUT = "held_out"
LANGUAGES = "languages"
CORPUS = "corpus_questions"
_NOTICES = "corpus"


@dataclass(frozen=True, slots=True)
class Examination:
    """The results of every set of a folder; empty for a set that is not there."""

    tuned: tuple[Result, ...]
    held_out: tuple[Result, ...]
    languages: tuple[Result, ...]
    corpus: tuple[Result, ...]

    @property
    def results(self) -> tuple[Result, ...]:
        """All of them, set by set."""
        return self.tuned + self.held_out + self.languages + self.corpus


def is_examination(folder: Path) -> bool:
    """Whether a folder holds question sets rather than being one."""
    return (folder / TUNED).is_dir()


def examine(folder: Path, settings: Settings, *, find_states: StateFinder) -> Examination:
    """Ask every set of a folder, in corpora built for it and thrown away.

    Raises: ValueError naming file and line when a line is no gold question.
    """
    with _assistant(settings, None) as shipped, _assistant(settings, folder / _NOTICES) as with_notices:
        return Examination(
            tuned=_results(folder / TUNED, shipped, find_states),
            held_out=_results(folder / HELD_OUT, shipped, find_states),
            languages=_results(folder / LANGUAGES, shipped, find_states),
            corpus=_results(folder / CORPUS, with_notices, find_states),
        )


def _results(path: Path, assistant: Assistant, find_states: StateFinder) -> tuple[Result, ...]:
    return scoring.run(assistant, read_questions(path), find_states=find_states)


@contextmanager
def _assistant(settings: Settings, notices: Path | None) -> Iterator[Assistant]:
    """An assistant over the shipped records and some notices, gone with its data afterwards."""
    settings.data.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=settings.data, prefix="evaluation-") as folder:
        encoder = settings.data / "encoder"
        if encoder.is_dir():
            (Path(folder) / "encoder").symlink_to(encoder.absolute())
        register = open_register(settings.model_copy(update={"data": Path(folder)}))
        if notices is not None:
            register.add([(file.name, file.read_bytes()) for file in sorted(notices.glob("*.txt"))])
        yield register.assistant()
