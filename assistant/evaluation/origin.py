"""No number without an origin: each number of an answer is quoted, in digits or, for a length of time or a
subparagraph, in words, or computed, or an input of a computation.

Knows how languages group and point digits. Refuses to know whether a number is right.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.answer import Answer, Claim
from assistant.citing.citation import Citation
from assistant.understanding.duration import durations_in
from corpus.identifiers import Provision
from corpus.lexicon import languages, lexicon
from corpus.phrase import fold
from corpus.references import references_in

_NUMBER = re.compile(r"(?<!¶)(?<!\d)\d(?:[\d.,:’\u00a0\u202f\u2009 ]*\d)?")  # ¶3 is a place, not a number
_SEPARATORS = re.compile(r"[.,:’\u00a0\u202f\u2009 ]+")
_SHOWN = ("value", "low", "high")


def numbers_without_origin(answer: Answer) -> Iterator[tuple[str, str]]:
    """Every number of a claim that neither its quotations nor the answer's workings hold, with its claim."""
    computed = _digits_of(_worked_out(answer.computations))
    for claim in answer.claims:
        known = computed | _digits_of(_quoted(answer, claim))
        for number in _NUMBER.findall(claim.text):
            parts = {_digits(part) for part in _SEPARATORS.split(number)}
            if _digits(number) not in known and not parts <= known:
                yield number, claim.text


def _quoted(answer: Answer, claim: Claim) -> list[str]:
    cited = [citation for citation in answer.citations if citation.n in claim.citations]
    return [text for c in cited for text in (c.quote, c.document, *_in_words(c))]


def _in_words(cited: Citation) -> Iterator[str]:
    """The numbers a quotation says in words: "six months", "the third subparagraph"."""
    yield from (str(length.value) for length in durations_in(cited.quote, cited.language))
    if cited.language in languages():
        for found in references_in(fold(cited.quote), lexicon(cited.language)):
            if isinstance(found.identifier, Provision) and found.identifier.subparagraph:
                yield found.identifier.subparagraph


def _worked_out(computations: Sequence[Mapping[str, object]]) -> Iterator[str]:
    """The values of the computations, with their bounds, and of everything that went in."""
    for computation in computations:
        yield from (str(computation[name]) for name in _SHOWN if computation[name])
        inputs = computation["inputs"]
        if isinstance(inputs, list):
            yield from (str(item["value"]) for item in inputs)


def _digits_of(texts: Iterator[str] | Sequence[str]) -> set[str]:
    """The digits of every number in the texts, of the whole and of its parts."""
    found = [number for text in texts for number in _NUMBER.findall(text)]
    return {_digits(part) for number in found for part in (number, *_SEPARATORS.split(number))}


def _digits(number: str) -> str:
    """The digits of a number without what its language sets between and around them."""
    return re.sub(r"\D", "", number).strip("0") or "0"
