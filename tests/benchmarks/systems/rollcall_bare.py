"""Rollcall given what the peers are given: the passages alone, no glosses, no concepts."""

import importlib.util
from pathlib import Path

_SPEC = importlib.util.spec_from_file_location("rollcall", Path(__file__).with_name("rollcall.py"))
_ROLLCALL = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(_ROLLCALL)

search = _ROLLCALL.search


def index(passages, folder):
    """As Rollcall, with nothing but the passages."""
    return _ROLLCALL.index(passages, folder, bare=True)
