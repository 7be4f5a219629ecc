"""The API against its own description: generated requests, every check, bounded in number.

A long run: ``ROLLCALL_EXAMPLES=1000 pytest tests/web/test_schemathesis.py``.
"""

import json
import os
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given
from hypothesis import settings as bounds

from web.app import create_app

EXAMPLES = int(os.environ.get("ROLLCALL_EXAMPLES", "10"))
DESCRIPTION = json.loads((Path(__file__).parent / "golden" / "openapi.json").read_text("utf-8"))
OPERATIONS = [(method, path) for path, methods in DESCRIPTION["paths"].items() for method in methods]


@pytest.fixture(scope="module")
def api(register, settings):
    return schemathesis.openapi.from_asgi("/api/openapi.json", create_app(register, settings))


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_the_api_does_what_its_description_says(api, method, path):
    @given(case=api[path][method.upper()].as_strategy())
    @bounds(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    def check(case):
        case.call_and_validate()

    check()
