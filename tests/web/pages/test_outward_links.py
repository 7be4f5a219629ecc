"""Where the pages lead: to acts and documents outside, to the source; and the pool drawn by its figures."""

import re

RECORD = "/records/cm-5563-1-25-rev-1"


def test_acts_and_documents_are_linked_out_and_marked_as_leaving(client):
    page = client.get(RECORD, params={"lang": "en"}).text
    outward = re.findall(r'<a class="out" href="([^"]+)" rel="external noreferrer">', page)
    assert "http://data.europa.eu/eli/reg/2024/1351/oj" in outward
    assert "https://data.consilium.europa.eu/doc/document/CM-5563-2025-REV-1/en/pdf" in outward


def test_the_source_that_was_received_is_offered_for_download(client):
    page = client.get(RECORD, params={"lang": "en"}).text
    (path,) = re.findall(r'<a href="([^"]+/source)" download>', page)
    assert "attachment" in client.get(path).headers["content-disposition"]


def test_the_pool_is_drawn_beside_its_figures(client):
    page = client.get("/procedures/2025-0357-nle", params={"lang": "en"}).text
    drawn = re.findall(r'<figure class="gauge contrast"><figcaption>(.*?)</figure>', page, re.DOTALL)
    assert len(drawn) == 2
    assert all("<svg" in figure for figure in drawn)
    assert "962" in drawn[0]
    assert "30,000" in drawn[0]
