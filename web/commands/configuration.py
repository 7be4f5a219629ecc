"""The settings a command runs under: the environment, `rollcall.toml`, then what the command was given."""

from pydantic import ValidationError

from web.server_settings import ServerSettings


def settings(**given: object) -> ServerSettings:
    """The effective settings.

    Raises: ValueError with one line that names the setting, when one cannot be.
    """
    try:
        return ServerSettings(**given)  # type: ignore[arg-type]  # pydantic checks the values
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(step) for step in first["loc"])
        raise ValueError(f"setting {name}: {first['msg']}") from None
