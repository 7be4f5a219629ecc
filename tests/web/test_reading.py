"""Where the settings say who may read, nothing of the records is open to anybody else."""

import pytest
from starlette.testclient import TestClient

from web.app import create_app
from web.tokens import new_token, token_hash

READER = new_token()
PAGES = ("/", "/records", "/votes", "/states/ES", "/procedures/2025-0357-nle", "/api/docs", "/check")
DATA = ("/api/v1/records", "/api/v1/votes.csv", "/api/v1/export.zip", "/feed.atom", "/mcp")
OPEN = ("/healthz", "/readyz", "/metrics", "/api/openapi.json", "/static/style.css")


@pytest.fixture(scope="module")
def closed(settings, register):
    """A server that only bearers of a token may read."""
    only = settings.model_copy(update={"read_tokens": f"bert:{token_hash(READER)}"})
    return TestClient(create_app(register, only))


@pytest.mark.parametrize("path", PAGES + DATA)
def test_a_visitor_without_a_token_reads_no_page_and_no_data(closed, path):
    response = closed.get(path)
    assert response.status_code == 401
    assert response.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize("path", PAGES + DATA[:-1])
def test_a_bearer_of_a_token_that_may_read_reads_everything(closed, path):
    assert closed.get(path, headers={"Authorization": f"Bearer {READER}"}).status_code == 200


@pytest.mark.parametrize("path", PAGES)
def test_a_browser_gives_the_token_as_its_password(closed, path):
    assert closed.get(path, auth=("anybody", READER)).status_code == 200
    assert closed.get(path, auth=("anybody", READER + "x")).status_code == 401


@pytest.mark.parametrize("path", OPEN)
def test_what_tells_nothing_of_the_records_stays_open(closed, path):
    assert closed.get(path).status_code == 200


def test_who_may_write_may_read_and_who_may_read_may_not_write(closed, token):
    assert closed.get("/", headers={"Authorization": f"Bearer {token}"}).status_code == 200
    refused = closed.delete("/api/v1/records/none", headers={"Authorization": f"Bearer {READER}"})
    assert refused.status_code == 401


def test_a_password_is_no_leave_for_another_sites_form(closed):
    response = closed.post(
        "/check", data={"text": "x"}, auth=("anybody", READER), headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert response.status_code == 403
