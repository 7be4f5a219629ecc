"""Adding a record by forms alone: shown, published, taken out again; nothing without a token."""

import re
import shutil

import pytest
from starlette.testclient import TestClient

from assistant.assembly import open_register
from web.app import create_app
from web.server_settings import ServerSettings


@pytest.fixture(scope="module")
def own(tmp_path_factory, settings, register):
    """A server of its own over a copy of the snapshot, whose records may be changed."""
    register.assistant()
    data = shutil.copytree(settings.data, tmp_path_factory.mktemp("own") / "data")
    own_settings = ServerSettings(data=data, write_tokens=settings.write_tokens, rate="")
    with TestClient(create_app(open_register(own_settings), own_settings)) as client:
        yield client


@pytest.fixture
def fields(token, notice) -> dict[str, str]:
    """The form as it is sent: a browser ends its lines with CR LF."""
    return {"token": token, "name": "notice.txt", "text": notice.read_text("utf-8").replace("\n", "\r\n")}


def count(own) -> int:
    return own.get("/api/v1/records").json()["total"]


def test_a_pasted_text_is_shown_then_published_then_taken_out_again(own, fields):
    shown = own.post("/add", data=fields)
    assert "Understood. Not published yet." in shown.text
    assert 'value="publish"' in shown.text
    assert count(own) == 1
    published = own.post("/add", data={**fields, "step": "publish"})
    assert published.status_code == 201
    assert count(own) == 2
    record = re.search(r'name="record" value="([^"]+)"', published.text)[1]
    undone = own.post("/add", data={"token": fields["token"], "step": "undo", "record": record})
    assert "Taken out again" in undone.text
    assert count(own) == 1


def test_a_text_that_is_in_already_is_said_to_be_and_cannot_be_taken_out_by_mistake(own, token, register):
    text = register.assistant().library.record("cm-5563-1-25-rev-1").source.text
    shown = own.post("/add", data={"token": token, "name": "x.txt", "text": text, "step": "publish"})
    assert shown.status_code == 200
    assert "These very bytes are in already." in shown.text
    assert 'value="undo"' not in shown.text


def test_a_text_that_is_no_notice_is_refused_with_its_reason(own, token):
    shown = own.post("/add", data={"token": token, "name": "list.txt", "text": "eggs, milk and flour"})
    assert 'data-verdict="refused"' in shown.text
    assert 'value="publish"' not in shown.text


@pytest.mark.parametrize("token_given", ["", "rollcall_wrong"])
@pytest.mark.parametrize("step", ["", "publish", "undo"])
def test_without_a_valid_token_nothing_is_shown_and_nothing_done(own, fields, token_given, step):
    response = own.post("/add", data={**fields, "token": token_given, "step": step, "record": "cm-1"})
    assert response.status_code == 401
    assert count(own) == 1


def test_no_token_is_ever_written_into_a_page(own, fields):
    assert fields["token"] not in own.post("/add", data=fields).text


def test_an_empty_text_is_refused(own, token):
    assert own.post("/add", data={"token": token, "name": "x", "text": "  "}).status_code == 422


def test_markup_in_a_pasted_text_and_its_name_stays_text(own, fields):
    hostile = {**fields, "name": '"><script>alert(1)</script>.txt'}
    shown = own.post("/add", data={**hostile, "text": fields["text"] + "\n<img src=x onerror=alert(1)>"})
    assert "<script>alert(1)" not in shown.text
    assert "<img src=x" not in shown.text


def test_a_form_of_another_site_is_refused(own, fields):
    response = own.post("/add", data=fields, headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 403
