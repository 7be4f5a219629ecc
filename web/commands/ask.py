"""`rollcall ask`: one answer with its citations as footnotes; without a question, a prompt loop."""

from collections.abc import Mapping
from typing import Annotated

import typer

from assistant.answer import Answer, Status
from assistant.assembly import open_register
from assistant.assistant import Assistant
from web.answer_document import answer_document
from web.commands import configuration, terminal

_UNANSWERED = {Status.NOT_FOUND, Status.OUT_OF_SCOPE, Status.AMBIGUOUS}


def command(
    question: Annotated[
        str | None, typer.Argument(help="In any language of the Union; none: a prompt")
    ] = None,
    language: Annotated[str | None, typer.Option(help="Language of the answer, such as nl")] = None,
    json: Annotated[bool, typer.Option("--json", help="The Answer as one JSON object")] = False,
) -> None:
    """Answer a question from the records."""
    assistant = open_register(configuration.settings()).assistant()
    if question is None:
        _converse(assistant, language)
        return
    answer = assistant.ask(_clean(question), language=language)
    if json:
        terminal.say_json(answer_document(answer))
    else:
        _show(answer)
    raise typer.Exit(terminal.NOT_FOUND if answer.status in _UNANSWERED else 0)


def _converse(assistant: Assistant, language: str | None) -> None:
    """Ask again and again; each question may follow up on the one before. Ends with the input."""
    previous: Mapping[str, object] | None = None
    terminal.complain("Ask; an empty line or Ctrl-D ends.")
    while question := _clean(_next_line()):
        answer = assistant.ask(question, language=language, previous=previous)
        _show(answer)
        previous = answer.understanding


def _next_line() -> str:
    try:
        return input("> ")
    except EOFError:
        return ""


def _show(answer: Answer) -> None:
    terminal.say(answer.text)
    for citation in answer.citations:
        place = f", p. {citation.page}" if citation.page else ""
        terminal.say(f"  [{citation.n}] {citation.key}{place}: “{terminal.one_line(citation.quote)}”")
    for computation in answer.computations:
        working = f"{computation['label']}: {computation['formula']} = {computation['value']}"
        terminal.say(f"  {working} ({computation['unit']})")
    terminal.say(f"  snapshot {answer.snapshot[:12]}")


def _clean(question: str) -> str:
    return question.encode("utf-8", "replace").decode("utf-8").strip()
