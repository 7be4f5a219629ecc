"""What the words for matters must not be taken for."""

import pytest

from assistant.understanding import reading
from assistant.understanding.subject import policy
from corpus import lexicon
from corpus.member_state import MEMBERS, name_of


@pytest.mark.parametrize("language", lexicon.languages())
def test_the_name_of_a_member_state_is_no_matter_to_vote_on(language):
    names = [name_of(state, language) for state in MEMBERS]
    read = {name: policy.fields_in(reading.read(name, language).words, language) for name in names}
    assert {name: found for name, found in read.items() if found} == {}
