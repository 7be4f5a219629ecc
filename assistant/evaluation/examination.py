"""The question sets of a folder, each asked of the corpus it was written for.

Knows which sets were tuned on and which were kept apart, and which notices each was written for:
the shipped ones alone, or these and the notices of the folder ``corpus``.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.assembly import open_register
from assistant.assistant import Assistant
from assistant.evaluation import scoring
from assistant.evaluation.gold import GoldQuestion, Result, StateFinder, read_questions
from assistant.settings import Settings

_NOTICES = "corpus"


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """A set of questions by its folder's name; ``beside`` names the tuned set an untouched one is held to."""

    folder: str
    title: str
    beside: str | None = None
    has_notices: bool = False

    @property
    def is_untouched(self) -> bool:
        """Whether nobody may look at its failures."""
        return self.beside is not None


SETS = (
    QuestionSet("questions", "first notice, tuned on"),
    QuestionSet("held_out", "first notice, untouched", beside="questions"),
    QuestionSet("fresh_held_out", "first notice, a later hand, untouched", beside="questions"),
    QuestionSet("corpus_questions", "several notices, tuned on", has_notices=True),
    QuestionSet("corpus_held_out", "several notices, untouched", beside="corpus_questions", has_notices=True),
    QuestionSet("languages", "sixteen more languages, tuned on"),
    QuestionSet("languages_held_out", "sixteen more languages, untouched", beside="languages"),
)
"""Every set there may be; a folder that is not there is an empty set."""


@dataclass(frozen=True, slots=True)
class Examination:
    """The results of every set of a folder, by the set's name."""

    results_by_set: Mapping[str, tuple[Result, ...]]

    @property
    def results(self) -> tuple[Result, ...]:
        """All of them, set by set."""
        return tuple(result for question_set in SETS for result in self.results_by_set[question_set.folder])

    @property
    def tuned(self) -> tuple[Result, ...]:
        """Those of the sets whose failures may be looked at."""
        return tuple(r for each in SETS if not each.is_untouched for r in self.results_by_set[each.folder])

    @property
    def untouched(self) -> tuple[Result, ...]:
        """Those of the sets whose failures nobody may look at."""
        return tuple(r for each in SETS if each.is_untouched for r in self.results_by_set[each.folder])


def is_examination(folder: Path) -> bool:
    """Whether a folder holds question sets rather than being one."""
    return (folder / SETS[0].folder).is_dir()


def questions_of(folder: Path, question_set: QuestionSet) -> tuple[GoldQuestion, ...]:
    """The questions of one set; none where its folder is not there.

    Raises: ValueError naming file and line when a line is no gold question.
    """
    path = folder / question_set.folder
    return read_questions(path) if path.is_dir() else ()


def examine(folder: Path, settings: Settings, *, find_states: StateFinder) -> Examination:
    """Ask every set of a folder, in corpora built for it and thrown away.

    Raises: ValueError naming file and line when a line is no gold question.
    """
    with _assistant(settings, None) as shipped, _assistant(settings, folder / _NOTICES) as with_notices:
        return Examination(
            {
                each.folder: scoring.run(
                    with_notices if each.has_notices else shipped,
                    questions_of(folder, each),
                    find_states=find_states,
                )
                for each in SETS
            }
        )


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
