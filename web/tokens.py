"""Bearer tokens: who may change the records. Kept only as hashes, compared in constant time."""

import re
import secrets
from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest
from typing import Self

_ENTRY = re.compile(r"(?P<name>[\w.@-]{1,64}):(?P<hash>[0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens that are valid: (name of the bearer, SHA-256 of the token)."""

    hashes: tuple[tuple[str, str], ...]

    @classmethod
    def parse(cls, entries: str) -> Self:
        """Read ``name:sha256`` entries, separated by spaces or commas.

        Raises: ValueError when an entry is anything else.
        """
        found = [(entry, _ENTRY.fullmatch(entry)) for entry in re.split(r"[\s,]+", entries.strip()) if entry]
        for entry, match in found:
            if match is None:
                raise ValueError(
                    f"{entry.partition(':')[0]!r} is no entry of the form name:sha256-of-the-token"
                )
        return cls(tuple((match["name"], match["hash"]) for _, match in found if match))

    def bearer_of(self, token: str) -> str | None:
        """Whose token this is; None when nobody's. Takes as long for one as for the other."""
        given = token_hash(token)
        bearer = None
        for name, known in self.hashes:
            if compare_digest(given, known):
                bearer = name
        return bearer


def token_hash(token: str) -> str:
    """What is kept of a token. A token is 256 random bits, so one hash is enough."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def new_token() -> str:
    """A token nobody can guess."""
    return "rollcall_" + secrets.token_urlsafe(32)
