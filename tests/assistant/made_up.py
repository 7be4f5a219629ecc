"""Understandings as anybody may make them up: every slot filled with what fits its type, or nearly so."""

from hypothesis import strategies as st

from assistant.question import Amount, Premise, Switch, Understanding
from corpus.identifiers import DocumentNumber, Provision
from corpus.member_state import MEMBERS

WORDS = st.sampled_from([*MEMBERS, "XX", "NO", "GB", "Commission", "relocation", "coverage", ""]) | st.text()
LISTED = st.lists(WORDS, max_size=3).map(tuple)
AMOUNTS = st.builds(Amount, value=st.decimals(allow_nan=False, allow_infinity=False), unit=st.none() | WORDS)
PREMISES = st.builds(
    Premise,
    amount=st.none() | AMOUNTS,
    kind=...,
    state=st.none() | WORDS,
    position=...,
    document=st.none() | WORDS,
    rule=st.none() | WORDS,
)
MADE_UP = st.builds(
    Understanding,
    question=st.just(""),
    language=st.sampled_from(["en", "el", "xx"]),
    **dict.fromkeys(
        ("intent", "form", "positions", "negated", "bound", "dates", "date_kind", "refusal"), ...
    ),
    **dict.fromkeys(("states", "non_members", "excluded", "groups", "topics", "matters", "carried"), LISTED),
    **dict.fromkeys(("speaker", "aspect", "procedure"), st.none() | WORDS),
    premises=st.lists(PREMISES, max_size=2).map(tuple),
    amounts=st.lists(AMOUNTS, max_size=2).map(tuple),
    switches=st.lists(st.builds(Switch, state=WORDS, position=...), max_size=2).map(tuple),
    documents=st.just((DocumentNumber.parse("CM 1/20"),)) | st.just(()),
    provisions=st.just((Provision("Regulation (EU) 2024/1351", "1"),)) | st.just(()),
)
