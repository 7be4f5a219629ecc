import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from starlette.testclient import TestClient

from assistant.assembly import open_register
from assistant.keeping.register import Register
from web.app import create_app
from web.server_settings import ServerSettings
from web.tokens import new_token, token_hash

QUESTION = "Who voted against?"


@pytest.fixture(scope="session")
def token() -> str:
    return new_token()


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory, token: str) -> ServerSettings:
    return ServerSettings(
        data=tmp_path_factory.mktemp("data"),
        write_tokens=f"anna:{token_hash(token)}",
        rate="",
    )


@pytest.fixture(scope="session")
def register(settings: ServerSettings) -> Register:
    """The shipped records, built once for all tests that only read."""
    register = open_register(settings)
    register.build()
    return register


@pytest.fixture(scope="session")
def client(register: Register, settings: ServerSettings) -> Iterator[TestClient]:
    with TestClient(create_app(register, settings)) as client:
        yield client


@pytest.fixture(scope="session")
def answer(client: TestClient) -> dict[str, object]:
    return client.post("/api/v1/ask", json={"question": QUESTION}).json()


@pytest.fixture(scope="session")
def notice() -> Path:
    """A second notice, not shipped."""
    return Path(__file__).parent / "notice.txt"


@pytest.fixture(scope="session", autouse=True)
def quiet_log() -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
