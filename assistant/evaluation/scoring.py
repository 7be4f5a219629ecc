"""Runs a question set against an assistant and counts: by category, by language."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.evaluation.gold import GoldQuestion, Result, StateFinder, cited, failures_of
from assistant.evaluation.origin import numbers_without_origin


@dataclass(frozen=True, slots=True)
class Score:
    """How many of a group's questions were right, and how their citations fared.

    Units: ``milliseconds`` is the median time of one question.
    """

    name: str
    asked: int
    right: int
    quotes_expected: int
    quotes_cited: int
    milliseconds: float

    @property
    def share(self) -> float:
        """The share of right answers, 0 to 1."""
        return self.right / self.asked if self.asked else 1.0

    @property
    def citation_recall(self) -> float:
        """The share of expected quotations that were cited, 0 to 1."""
        return self.quotes_cited / self.quotes_expected if self.quotes_expected else 1.0


def run(
    assistant: Assistant, questions: Iterable[GoldQuestion], *, find_states: StateFinder
) -> tuple[Result, ...]:
    """Ask every question, each with what came before it, and hold the answers against the gold."""
    return tuple(_result(assistant, gold, find_states) for gold in questions)


def _result(assistant: Assistant, gold: GoldQuestion, find_states: StateFinder) -> Result:
    previous, answers = None, list[Answer]()
    for question in gold.before:
        answers.append(assistant.ask(question, language=gold.language, previous=previous))
        previous = answers[-1].understanding
    began = perf_counter()
    answer: Answer = assistant.ask(gold.question, language=gold.language, previous=previous)
    milliseconds = (perf_counter() - began) * 1000
    return Result(
        gold=gold,
        failures=failures_of(answer, gold, find_states=find_states),
        quotes_expected=len(gold.expect.quotes),
        quotes_cited=cited(answer, gold),
        milliseconds=milliseconds,
        text=answer.text,
        status=answer.status,
        unfounded=tuple(pair for each in (*answers, answer) for pair in numbers_without_origin(each)),
    )


def scores_by(results: Sequence[Result], key: Callable[[Result], str]) -> tuple[Score, ...]:
    """One score a group, groups in alphabetical order."""
    names = sorted({key(result) for result in results})
    return tuple(score_of(name, [result for result in results if key(result) == name]) for name in names)


def score_of(name: str, results: Sequence[Result]) -> Score:
    """The score of some results taken together."""
    return Score(
        name=name,
        asked=len(results),
        right=sum(result.is_right for result in results),
        quotes_expected=sum(result.quotes_expected for result in results),
        quotes_cited=sum(result.quotes_cited for result in results),
        milliseconds=median(result.milliseconds for result in results) if results else 0.0,
    )
