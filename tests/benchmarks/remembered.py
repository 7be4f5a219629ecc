"""Vectors computed once for all systems, where embedding anew for each would take hours.

``prepare`` runs in the project's Python; ``lend`` puts them in front of sentence-transformers in
whichever Python a system runs in, so that only questions are still encoded.
"""

import json
import os
from hashlib import sha256
from pathlib import Path

import numpy as np

VARIABLE = "ROLLCALL_BENCH_VECTORS"


def key(text):
    """What a text's vector is kept by."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def write(vector_by_key, file):
    """Keep vectors, with the keys they are found by."""
    file.with_suffix(".json").write_text(json.dumps(list(vector_by_key)), "utf-8")
    np.save(file, np.stack(list(vector_by_key.values())))


def known():
    """The vectors that were computed before, by their text's key; none where none were."""
    file = os.environ.get(VARIABLE)
    if not file:
        return {}
    keys = json.loads(Path(file).with_suffix(".json").read_text("utf-8"))
    return dict(zip(keys, np.load(file, mmap_mode="r"), strict=True))


def lend():
    """Let sentence-transformers take known vectors instead of computing them."""
    vectors = known()
    if not vectors:
        return
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 — in the peers' Python only

    compute = SentenceTransformer.encode

    def encode(model, *args, **options):
        named = (options[name] for name in ("sentences", "inputs") if name in options)
        asked = args[0] if args else next(named, [])
        texts = [asked] if isinstance(asked, str) else list(asked)
        found = [vectors.get(key(text)) for text in texts]
        if not found or any(vector is None for vector in found):
            return compute(model, *args, **options)
        stacked = np.stack(found).astype(np.float32)
        return stacked[0] if isinstance(asked, str) else stacked

    SentenceTransformer.encode = encode
