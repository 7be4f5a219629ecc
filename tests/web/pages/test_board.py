"""What a procedure's page holds beside its vote: what would have turned it, dates, papers, statements."""

import re

import pytest

BOARD = "/procedures/2025-0357-nle"


@pytest.fixture(scope="module")
def section(client):
    """The words of a section of the page, by the id of its heading."""
    page = client.get(BOARD, params={"lang": "en"}).text

    def words(heading: str) -> str:
        html = page.partition(f'id="{heading}"')[2].partition("</section>")[0]
        return " ".join(re.sub(r"<[^>]+>", " ", f"<h2 {html}").split())

    return words


def test_the_timeline_leads_from_the_opening_to_the_notice(section):
    assert re.findall(r"\d+ \w+ \d{4}(?:, \d\d:\d\d)? \w+", section("timeline")) == [
        "19 December 2025 Opened",
        "22 December 2025, 12:00 Ended",
        "5 January 2026 Notice",
    ]


def test_documents_that_are_only_mentioned_are_told_as_missing_and_linked_to_the_register(client, section):
    assert section("papers").count("not held") == 2
    page = client.get(BOARD).text.partition('id="papers"')[2].partition("</section>")[0]
    assert page.count("https://data.consilium.europa.eu/doc/document/") == 2


def test_the_smallest_changes_that_turn_the_result_lead_to_their_own_count(client):
    page = client.get(BOARD, params={"lang": "en"}).text
    assert "With 1 member elsewhere, and no fewer:" in page
    link = re.search(r'<ul class="sets">\s*<li><a href="([^"#]+)', page)
    assert link is not None
    assert "not reached" in client.get(link[1].replace("&amp;", "&")).text


def test_what_several_states_say_on_a_topic_stands_side_by_side_each_under_its_name(client):
    page = client.get(BOARD, params={"lang": "en"}).text
    topics = re.findall(r'<details class="topic">.*?</details>', page, re.DOTALL)
    speakers = [re.findall(r'<section class="voice"><h3>(.*?)</h3>', topic) for topic in topics]
    assert len(topics) >= 5
    assert all(len(set(each)) >= 2 for each in speakers)
    assert all('<q lang="nl">' in topic and 'class="cite"' in topic for topic in topics)
