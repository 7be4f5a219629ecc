"""Whether a saved answer still holds: each claim with its citations, its working, and asked again.

The records decide, never the answer: quotations, hashes, spans and formulas are checked by
``verify_answer.py`` (which anyone can run without us); here the answer is also given again from the
records of today and compared, so that a changed word without a changed number shows as well.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant import verify_answer
from assistant.procedures.library import Library
from corpus.errors import RecordNotFound

Json = Mapping[str, object]
_COMPARED = (
    "question", "language", "status", "reason", "understanding", "text", "citations", "computations", "tally",
    "follow_ups",
)  # fmt: skip
_LASTING, _OWN = "permalink", "asked_at"  # name the snapshot: only answers of the same one share them


@dataclass(frozen=True, slots=True)
class ClaimCheck:
    """Whether one claim holds, and if not, everything that speaks against it."""

    n: int
    text: str
    holds: bool
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verification:
    """What became of an answer.

    ``is_current`` tells whether it was given from the snapshot of today. ``changes`` are the parts
    that today's answer words otherwise; they break an answer of the same snapshot, and only inform
    about an older one.
    """

    holds: bool
    is_current: bool
    snapshot: str
    claims: tuple[ClaimCheck, ...]
    problems: tuple[tuple[str, str], ...]
    changes: tuple[str, ...]


def verify(answer: Json, library: Library, *, snapshot: str, again: Json | None) -> Verification:
    """Check an answer against the records; ``again`` is today's answer to the same, if it can be asked."""
    is_current = answer.get("snapshot") == snapshot
    problems = [*verify_answer.problems_of(answer, lambda id_: _text_of(library, id_))]
    if verify_answer.SEAL not in answer and again is not None:
        problems = [problem for problem in problems if problem[0] != verify_answer.SEAL]
    changes = tuple(_changes(answer, again)) if again is not None else ()
    if is_current:
        moved = _moved(answer, again) if again is not None else ()
        problems += [(name, "is not what the records give") for name in (*changes, *moved)]
    claims = tuple(_claim_checks(answer, problems, again if is_current else None))
    return Verification(
        holds=not problems and all(claim.holds for claim in claims),
        is_current=is_current,
        snapshot=snapshot,
        claims=claims,
        problems=tuple(problems),
        changes=changes,
    )


def _text_of(library: Library, id_: str) -> str | None:
    try:
        return library.source(id_).text.text
    except RecordNotFound:
        return None


def _changes(answer: Json, again: Json) -> Iterator[str]:
    """The parts of an answer that differ from the one given today."""
    claims, claims_again = _claims(answer), _claims(again)
    for n, claim in enumerate(claims, 1):
        if claim not in claims_again:
            yield f"claims[{n}]"
    if len(claims) != len(claims_again):
        yield "claims"
    yield from (name for name in _COMPARED if answer.get(name) != again.get(name))


def _moved(answer: Json, again: Json) -> tuple[str, ...]:
    """The addresses of an answer that are not those of today's; earlier answers had their own only."""
    known = {_LASTING: (again.get(_LASTING), again.get(_OWN)), _OWN: (again.get(_OWN),)}
    return tuple(name for name in known if name in answer and answer[name] not in known[name])


def _claims(answer: Json) -> list[tuple[object, ...]]:
    """What a claim says and of which kind it is; its citations are numbered per answer."""
    fields = ("text", "evidence", "speaker", "computation", "citations")
    return [tuple(str(claim.get(f)) for f in fields) for claim in verify_answer.objects(answer.get("claims"))]


def _claim_checks(answer: Json, problems: list[tuple[str, str]], again: Json | None) -> Iterator[ClaimCheck]:
    known = _claims(again) if again is not None else None
    for n, (claim, said) in enumerate(
        zip(verify_answer.objects(answer.get("claims")), _claims(answer), strict=True), 1
    ):
        cited = claim.get("citations")
        concerned = {f"claims[{n}]", f"computations[{claim.get('computation')}]"}
        concerned |= {f"citations[{number}]" for number in cited} if isinstance(cited, list) else set()
        found = [f"{where} {why}" for where, why in problems if where in concerned]
        if known is not None and said not in known and not found:
            found.append("the records do not give this claim")
        yield ClaimCheck(n, str(claim.get("text")), not found, tuple(found))
