"""`rollcall config`: the effective settings and where each one is from."""

import os
from typing import Annotated

import typer

from web.commands import configuration, terminal
from web.server_settings import ServerSettings


def command(json: Annotated[bool, typer.Option("--json", help="One JSON object")] = False) -> None:
    """Print the settings in force."""
    settings = configuration.settings()
    rows = [
        (name, str(getattr(settings, name)), _origin(settings, name)) for name in ServerSettings.model_fields
    ]
    if json:
        terminal.say_json({name: {"value": value, "from": origin} for name, value, origin in rows})
        return
    for name, value, origin in rows:
        terminal.say(f"{name:<16} {value or '(empty)':<40} {origin}")
        terminal.say(f"{'':<16} {ServerSettings.model_fields[name].description or ''}")


def _origin(settings: ServerSettings, name: str) -> str:
    variable = f"ROLLCALL_{name.upper()}"
    if any(key.upper() == variable for key in os.environ):
        return variable
    return "rollcall.toml" if name in settings.model_fields_set else "default"
