"""`rollcall token NAME`: a new token for somebody who may change the records."""

from typing import Annotated

import typer

from web import tokens
from web.commands import terminal


def command(name: Annotated[str, typer.Argument(help="Whom the token is for")] = "operator") -> None:
    """Make a token; the server keeps only its hash."""
    token = tokens.new_token()
    entry = f"{name}:{tokens.token_hash(token)}"
    tokens.Tokens.parse(entry)
    terminal.say(f"token    {token}")
    terminal.say(f"setting  ROLLCALL_WRITE_TOKENS={entry}")
    terminal.say(
        "Give the token to its bearer; put the setting where the server starts. Neither is stored here."
    )
