import pytest

from web.tokens import Tokens, new_token, token_hash


def test_a_token_is_known_by_its_hash_alone():
    token = new_token()
    tokens = Tokens.parse(f"anna:{token_hash('other')}, berta:{token_hash(token)}")
    assert tokens.bearer_of(token) == "berta"
    assert token not in repr(tokens)


@pytest.mark.parametrize(
    "token", ["", "x", "ÿ", "\ud800", new_token()], ids=["empty", "x", "ÿ", "surrogate", "new"]
)
def test_what_is_no_token_of_ours_has_no_bearer(token):
    assert Tokens.parse(f"anna:{token_hash('other')}").bearer_of(token) is None


@pytest.mark.parametrize("entries", ["secret", "anna:secret", "anna:" + "0" * 63, ":" + "0" * 64])
def test_a_setting_that_holds_a_token_itself_is_refused_without_repeating_it(entries):
    with pytest.raises(ValueError, match="sha256") as refused:
        Tokens.parse(entries)
    assert "anna:secret" not in str(refused.value)
