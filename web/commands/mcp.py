"""`rollcall mcp`: the tools for other assistants, over standard input and output."""

from assistant.assembly import open_register
from web.commands import configuration
from web.mcp import mcp_server


def command() -> None:
    """Serve the Model Context Protocol on standard input and output."""
    mcp_server(open_register(configuration.settings())).run("stdio")
