import gzip
from urllib.request import urlopen

import pytest

pytestmark = pytest.mark.browser
MOST = 100_000


def test_the_first_page_weighs_at_most_100_kilobytes_compressed_and_asks_no_other_host(visitor):
    visit = visitor()
    seen: list[str] = []
    visit.page.on("request", lambda request: seen.append(request.url))
    visit.open("/").wait_for_load_state("networkidle")
    assert all(url.startswith(visit.origin) for url in seen)
    assert sum(len(gzip.compress(urlopen(url).read())) for url in seen) <= MOST


def test_the_first_page_is_complete_as_it_is_sent(visitor):
    page = visitor(java_script_enabled=False).open("/")
    assert page.locator(".examples a").count() == 6
    assert page.locator("#q").count() == 1
