import pytest
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from web.edge.headers import SecurityHeaders
from web.edge.hosts import TrustedHosts, host_name


@pytest.fixture
def client(client_of):
    return client_of(Middleware(SecurityHeaders))


def test_a_page_runs_only_our_own_scripts_and_none_inline(client):
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "require-trusted-types-for 'script'" in policy
    assert "frame-ancestors 'none'" in policy


def test_data_can_do_nothing_in_a_browser(client):
    assert "default-src 'none'" in client.get("/data").headers["Content-Security-Policy"]
    assert "sandbox" in client.get("/data").headers["Content-Security-Policy"]


def test_an_original_is_sandboxed(client):
    assert client.get("/original").headers["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_only_a_drawing_may_be_embedded_elsewhere(client):
    headers = client.get("/drawing").headers
    assert "frame-ancestors *" in headers["Content-Security-Policy"]
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"


@pytest.mark.parametrize("path", ["/", "/data", "/original", "/drawing"])
def test_no_response_may_be_guessed_at(client, path):
    headers = client.get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"


def test_transport_security_is_promised_only_over_tls(client):
    assert "Strict-Transport-Security" not in client.get("/").headers
    secure = TestClient(client.app, base_url="https://testserver")
    assert secure.get("/").headers["Strict-Transport-Security"].startswith("max-age=63072000")


def test_a_forged_host_is_refused(client_of):
    client = client_of(Middleware(TrustedHosts, allowed=("testserver",)))
    assert client.get("/").status_code == 200
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400


@pytest.mark.parametrize(
    ("host", "name"),
    [(b"A.example:80", "a.example"), (b"[::1]:8000", "[::1]"), (b"[::1]", "[::1]"), (b"", "")],
)
def test_the_name_of_a_host_is_read_without_its_port(host, name):
    assert host_name(host) == name
