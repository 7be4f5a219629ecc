"""`rollcall evaluate [PATH]`: runs question sets and prints their scores."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from assistant.assembly import open_register
from assistant.evaluation import examination, scoring
from assistant.evaluation import gold as evaluation
from assistant.evaluation import report as quality
from assistant.evaluation.collection import evaluate_collection
from assistant.evaluation.gold import Result
from corpus.member_state import find_states
from web.commands import configuration, terminal

QUESTIONS = Path("tests/evaluation")
QUALITY = Path("docs/quality.md")


def command(
    file: Annotated[
        Path, typer.Argument(help="A question set (a JSON Lines file, a folder of them), or a folder of sets")
    ] = QUESTIONS,
    failures: Annotated[bool, typer.Option("--failures", help="Name every wrong answer")] = False,
    collection: Annotated[
        Path | None, typer.Option(help="A retrieval collection instead: a folder in the BEIR layout")
    ] = None,
    language: Annotated[str, typer.Option(help="The collection's language")] = "en",
    write: Annotated[bool, typer.Option("--write", help=f"Keep the report on all sets in {QUALITY}")] = False,
) -> None:
    """Ask every question of a set and count the right answers."""
    if collection is not None:
        _show_collection(collection, language)
        return
    if examination.is_examination(file):
        results = _examined(file, write=write)
    else:
        assistant = open_register(configuration.settings()).assistant()
        results = scoring.run(assistant, evaluation.read_questions(file), find_states=_states_named)
    _show(results)
    if failures:
        for result in results:
            for failure in result.failures:
                terminal.say(f"{result.gold.id}: {terminal.one_line(failure)}")


def _examined(folder: Path, *, write: bool) -> tuple[Result, ...]:
    """The results of the sets that may be looked at; all of them are in the report."""
    examined = examination.examine(folder, configuration.settings(), find_states=_states_named)
    discussion = folder / "discussion.md"
    text = discussion.read_text("utf-8") if discussion.is_file() else ""
    report = quality.report(examined, text)
    if write:
        QUALITY.write_text(report, "utf-8")
    terminal.say(report)
    return examined.tuned


def _show_collection(folder: Path, language: str) -> None:
    try:
        scores = evaluate_collection(folder, configuration.settings(), language)
    except (OSError, ValueError, KeyError) as problem:
        terminal.complain(f"{folder}: no collection in the BEIR layout: {problem}")
        raise typer.Exit(2) from None
    for name, value in asdict(scores).items():
        terminal.say(f"{name:12} {value if isinstance(value, int) else f'{value:.3f}'}")


def _states_named(text: str, language: str) -> list[str]:
    return [mention.state for mention in find_states(text, language)]


def _show(results: tuple[Result, ...]) -> None:
    scores = (
        scoring.score_of("all", results),
        *scoring.scores_by(results, lambda result: result.gold.category),
        *scoring.scores_by(results, lambda result: result.gold.language),
    )
    rows = [
        (
            s.name,
            str(s.asked),
            str(s.right),
            f"{s.share:.1%}",
            f"{s.citation_recall:.1%}",
            f"{s.milliseconds:.1f}",
        )
        for s in scores
    ]
    terminal.say_table("Scores", ("group", "asked", "right", "share", "citation recall", "median ms"), rows)
