"""The terminal's way in: `rollcall COMMAND`.

Each command is a module of ``web/commands`` that is imported only when it is called: reading one
document must not pay for a server. This is the one place where a module is found by its name.
"""

import sys
from collections.abc import Sequence
from importlib import import_module

import typer

from assistant.errors import IndexFault
from corpus.errors import CorpusError
from web.commands import terminal

COMMANDS = (
    "serve", "ask", "parse", "add", "remove", "release", "rollback", "build", "verify", "verify-answer",
    "evaluate", "export", "mcp", "config", "token", "audit", "check",
)  # fmt: skip
_HELP = "Who voted how in the Council of the EU's written procedures, and where the records say so."


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command of the terminal; ends with its exit code, never with a traceback."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        application_for(given)(given, prog_name="rollcall")
    except (CorpusError, IndexFault, OSError, ValueError) as error:
        terminal.complain(f"rollcall: {terminal.one_line(error)}")
        sys.exit(terminal.REFUSED)
    except Exception as error:  # the terminal's last catch: a defect of ours, in one line
        terminal.complain(f"rollcall: unforeseen {type(error).__name__}: {terminal.one_line(error)}")
        sys.exit(terminal.FAILED)
    except KeyboardInterrupt:
        sys.exit(terminal.INTERRUPTED)


def application_for(arguments: Sequence[str]) -> typer.Typer:
    """The commands those arguments need: the one they name, else all of them (for help)."""
    application = typer.Typer(help=_HELP, no_args_is_help=True, pretty_exceptions_enable=False)
    application.callback()(_introduce)
    for name in [n for n in arguments[:1] if n in COMMANDS] or COMMANDS:
        module = import_module("web.commands." + name.replace("-", "_"))
        application.command(name)(module.command)
    return application


def _introduce() -> None:
    """Who voted how in the Council of the EU's written procedures, and where the records say so."""
