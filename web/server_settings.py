"""The settings of the server: who it answers to, who may change it, how much it takes.

With the settings of the assistant these are all there are; ``rollcall config`` prints them.
"""

from pydantic import Field, field_validator

from assistant.settings import Settings
from web.tokens import Tokens


class ServerSettings(Settings):
    """Settings from ``ROLLCALL_*`` in the environment, else ``rollcall.toml``, else these values."""

    host: str = Field("127.0.0.1", description="Address the server listens on")
    port: int = Field(8000, ge=0, le=65535, description="Port the server listens on")
    workers: int = Field(1, ge=1, le=64, description="Processes that answer, over one data folder")
    allowed_hosts: str = Field(
        "localhost 127.0.0.1 [::1] testserver", description="Host names the server answers to; * for any"
    )
    proxies: str = Field("", description="Addresses of proxies whose X-Forwarded-* headers are believed")
    write_tokens: str = Field("", description="Who may change records: name:sha256 entries (rollcall token)")
    read_tokens: str = Field("", description="If set, who may read pages and API: name:sha256 entries")
    rate: str = Field("6000/minute", description="Requests a client or a token may send; empty for no limit")

    @field_validator("write_tokens", "read_tokens")
    @classmethod
    def _are_tokens(cls, entries: str) -> str:
        Tokens.parse(entries)
        return entries
