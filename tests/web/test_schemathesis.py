"""The API against its own description: generated requests, every check, bounded in number.

Single requests, and rows of requests that follow the links of the description, records taken in and out
among them. A long run: ``ROLLCALL_EXAMPLES=1000 pytest tests/web/test_schemathesis.py``.
"""

import json
import os
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given
from hypothesis import settings as bounds
from hypothesis.stateful import run_state_machine_as_test

from assistant.assembly import open_register
from web.app import create_app

EXAMPLES = int(os.environ.get("ROLLCALL_EXAMPLES", "10"))
STEPS = 6
PATIENCE = 60.0  # seconds a response may take on a busy machine
SHIPPED = {"cm-5563-1-25-rev-1"}
DESCRIPTION = json.loads((Path(__file__).parent / "golden" / "openapi.json").read_text("utf-8"))
OPERATIONS = [(method, path) for path, methods in DESCRIPTION["paths"].items() for method in methods]
BOUNDS = {
    "deadline": None,
    "derandomize": True,
    "database": None,
    "suppress_health_check": list(HealthCheck),
}


@pytest.fixture(scope="module")
def api(register, settings):
    return schemathesis.openapi.from_asgi("/api/openapi.json", create_app(register, settings))


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_the_api_does_what_its_description_says(api, method, path):
    @given(case=api[path][method.upper()].as_strategy())
    @bounds(max_examples=EXAMPLES, **BOUNDS)
    def check(case):
        case.call_and_validate(timeout=PATIENCE)

    check()


def test_rows_of_requests_that_follow_the_links_do_what_the_description_says(
    tmp_path, settings, token, notice
):
    own = settings.model_copy(update={"data": tmp_path})
    register = open_register(own)
    register.build()
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", create_app(register, own))

    class Visitor(schema.as_state_machine()):
        def setup(self):
            """Each row begins with the shipped records: what one took in, the next does not find."""
            for record in {record.id for record in register.assistant().library.records} - SHIPPED:
                register.remove(record)

        def before_call(self, case):
            if case.method == "PUT":
                case.body = notice.read_bytes()
                case.path_parameters["filename"] = "notice.txt"

        def get_call_kwargs(self, case):
            return {"headers": {"Authorization": f"Bearer {token}"}, "timeout": PATIENCE}

    run_state_machine_as_test(
        Visitor, settings=bounds(max_examples=max(3, EXAMPLES // 3), stateful_step_count=STEPS, **BOUNDS)
    )
