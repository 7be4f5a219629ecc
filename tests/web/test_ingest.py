import json
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from assistant.assembly import open_register
from assistant.keeping.audit import AuditLog
from assistant.permalink import Asked, permalink_of
from corpus.readers.kind import LARGEST
from web.app import create_app
from web.server_settings import ServerSettings

SLUG = "cm-1999-25"
PATH = "/api/v1/records/notice.txt"


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return tmp_path_factory.mktemp("own")


@pytest.fixture(scope="module")
def own(data, settings) -> Iterator[TestClient]:
    """A server of its own, whose records may be changed."""
    own_settings = ServerSettings(data=data, write_tokens=settings.write_tokens)
    with TestClient(create_app(open_register(own_settings), own_settings)) as client:
        yield client


@pytest.fixture
def bearer(token):
    return {"Authorization": f"Bearer {token}"}


@pytest.fixture
def without_notice(own, bearer, notice) -> None:
    """No record of the notice's number is in, served or only archived (as after a rollback)."""
    own.put(PATH, content=notice.read_bytes(), headers=bearer)
    while ids := [r["id"] for r in own.get("/api/v1/records").json()["items"] if r["id"].startswith(SLUG)]:
        own.delete(f"/api/v1/records/{ids[0]}", headers=bearer)  # what is left takes other ids


@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer wrong", "Basic YTpi", "Bearer \u00ff"])
def test_without_a_token_nothing_is_read_and_nothing_stored(own, authorization):
    def body():
        raise AssertionError("the body was read")
        yield b""

    response = own.put(PATH, content=body(), headers={"Authorization": authorization.encode("latin-1")})
    assert response.status_code == 401
    assert response.headers["www-authenticate"].startswith("Bearer")


def test_a_record_comes_in_is_found_and_goes_out_again(own, without_notice, notice, bearer, data):
    before = own.get("/readyz").json()
    added = own.put(PATH, content=notice.read_bytes(), headers=bearer)
    assert added.status_code == 201
    assert added.json()["record"]["id"] == SLUG
    assert own.get("/readyz").json() == {
        "status": "ready",
        "snapshot": added.json()["snapshot"],
        "records": before["records"] + 1,
        "faults": [],
    }
    again = own.put(PATH, content=notice.read_bytes(), headers=bearer)
    assert (again.status_code, again.json()) == (200, added.json())
    assert own.get(f"/api/v1/records/{SLUG}/source").content == notice.read_bytes()
    removed = own.delete(f"/api/v1/records/{SLUG}", headers=bearer)
    assert removed.status_code == 200
    assert removed.json() == {"removed": SLUG, "snapshot": before["snapshot"]}
    who = [json.loads(line)["act"]["by"] for line in AuditLog(data).lines()]
    assert who[-2:] == ["anna", "anna"]
    assert own.get(f"/api/v1/records/{SLUG}").status_code == 404
    assert own.delete(f"/api/v1/records/{SLUG}", headers=bearer).status_code == 404


def test_another_text_under_a_number_that_is_taken_is_kept_under_a_name_of_its_own(own, register, bearer):
    first = register.assistant().library.records[0]
    response = own.put(PATH, content=(first.source.text + "\n").encode(), headers=bearer)
    assert response.status_code == 201
    identifier = response.json()["record"]["id"]
    assert identifier.startswith(f"{first.id}-")
    assert own.delete(f"/api/v1/records/{identifier}", headers=bearer).status_code == 200


@pytest.mark.parametrize(
    ("body", "status", "reason"),
    [
        (b"", 415, "nothing"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, 415, "an image"),
        (b"PK\x03\x04" + b"\x00" * 100, 415, "a ZIP archive that is no DOCX"),
        (b"A shopping list: milk, bread, eggs.", 422, "a text that is no notice"),
        (b"%PDF-1.7\n" + b"x" * 100, 415, "a PDF that calls itself a text"),
        (b"x" * (LARGEST + 1), 413, "too large"),
    ],
)
def test_what_is_no_notice_is_refused_and_said_why(own, bearer, body, status, reason):
    response = own.put(PATH, content=body, headers=bearer)
    assert response.status_code == status, reason
    assert response.headers["content-type"] == "application/problem+json"
    assert len(response.json()["detail"].splitlines()) == 1


def test_a_form_is_refused_with_415(own, bearer):
    headers = {**bearer, "Content-Type": "multipart/form-data; boundary=x"}
    assert own.put(PATH, content=b"--x--", headers=headers).status_code == 415


@pytest.mark.parametrize(
    "name", ["..%2f..%2fetc%2fpasswd", "%00", "a" * 300, "%E2%80%AEtxt.exe", "CON", ".", "..."]
)
def test_a_files_name_never_becomes_a_path(own, notice, bearer, name):
    response = own.put(f"/api/v1/records/{name}", content=notice.read_bytes(), headers=bearer)
    assert response.status_code in {200, 201, 404, 405, 415, 422}


def test_a_write_on_behalf_of_another_site_is_refused(own):
    response = own.delete(f"/api/v1/records/{SLUG}", headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 403


def test_an_address_opened_after_the_records_changed_shows_the_answer_then_and_now(
    own, without_notice, notice, bearer
):
    question = {"question": "Which procedures are in the records?"}
    before = own.post("/api/v1/ask", json=question).json()
    address, shared = (
        f"/api/v1/answers/{before[name].removeprefix('/a/')}" for name in ("asked_at", "permalink")
    )
    assert own.get(address).json()["is_current"] is True
    assert own.put(PATH, content=notice.read_bytes(), headers=bearer).status_code == 201
    later = own.get(address).json()
    assert later["is_current"] is False
    assert later["then"] == before
    assert later["answer"]["claims"] != before["claims"]
    assert {sentence["change"] for sentence in later["sentences"]} >= {"new"}
    assert later["is_unchanged"] is False
    assert own.get(shared).json()["sentences"] == later["sentences"]


def test_an_address_of_a_snapshot_that_is_not_kept_says_so(own):
    address = permalink_of(Asked("Who voted against?", "en", snapshot="ab" * 32))
    later = own.get(f"/api/v1/answers/{address.removeprefix('/a/')}").json()
    assert (later["then"], later["is_current"], later["is_unchanged"]) == (None, False, None)
    assert later["answer"]["status"]


def test_a_marked_record_is_held_until_a_bearer_of_a_token_releases_it(own, without_notice, notice, bearer):
    marked = b"RESTREINT UE/EU RESTRICTED\n\n" + notice.read_bytes()
    held = own.put("/api/v1/records/marked.txt", content=marked, headers=bearer)
    assert held.status_code == 202
    assert held.json()["held"] == SLUG
    assert "RESTREINT UE/EU RESTRICTED" in held.json()["problem"]
    assert own.get(f"/api/v1/records/{SLUG}").status_code == 404
    assert own.post(f"/api/v1/records/{SLUG}/release").status_code == 401
    released = own.post(f"/api/v1/records/{SLUG}/release", headers=bearer)
    assert released.json()["released"] == SLUG
    assert own.get(f"/api/v1/records/{SLUG}").status_code == 200
    assert own.post(f"/api/v1/records/{SLUG}/release", headers=bearer).status_code == 404
