"""The Atom feed: well-formed, with an entry a record and an entry a vote."""

from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_feed_tells_of_every_record_and_every_vote_with_what_an_entry_needs(client):
    feed = ElementTree.fromstring(client.get("/feed.atom").content)
    entries = feed.findall(f"{ATOM}entry")
    kinds = [entry.find(f"{ATOM}category").get("term") for entry in entries]
    assert sorted(kinds) == ["record", "vote"]
    assert {entry.find(f"{ATOM}link").get("href") for entry in entries} == {
        "/records/cm-5563-1-25-rev-1",
        "/procedures/2025-0357-nle",
    }
    for entry in entries:
        assert all(entry.findtext(f"{ATOM}{name}") for name in ("title", "id", "updated", "summary"))
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)


def test_the_vote_is_told_by_its_counts_under_the_recommended_reading(client):
    feed = ElementTree.fromstring(client.get("/feed.atom").content)
    vote = next(e for e in feed.findall(f"{ATOM}entry") if e.find(f"{ATOM}category").get("term") == "vote")
    assert vote.findtext(f"{ATOM}summary") == (
        "for: 20, against: 2, abstention: 4, not_participating: 1 (without-DK)"
    )
    assert vote.findtext(f"{ATOM}updated") == "2025-12-22T00:00:00Z"
