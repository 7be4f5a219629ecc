"""From a verdict to an answer in the asker's language: sentences, numbered citations, workings.

Knows how findings become claims. A quotation is never translated in place; whatever is not a
finding, a limit or a follow-up of the verdict cannot become a sentence.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from assistant.answer import SAYING, Claim, Finding, Message, Verdict
from assistant.catalogue import Catalogue
from assistant.citation import Citation, Place, cite
from assistant.computation import Computation
from assistant.phrase import fill
from assistant.working import computation_document


@dataclass(frozen=True, slots=True)
class Worded:
    """A verdict in words; the parts of an ``Answer`` that depend on language."""

    text: str
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    computations: tuple[Mapping[str, object], ...]
    follow_ups: tuple[str, ...]


@dataclass(slots=True)
class _Footnotes:
    """The citations of one answer in order of first use; the same characters are cited once."""

    places: dict[tuple[str, int, int], Place] = field(default_factory=dict)

    def number(self, place: Place) -> int:
        key = (place.source.record, place.span.start, place.span.end)
        self.places.setdefault(key, place)
        return list(self.places).index(key) + 1

    def citations(self) -> tuple[Citation, ...]:
        return tuple(cite(place, n) for n, place in enumerate(self.places.values(), start=1))


def word(words: Catalogue, verdict: Verdict) -> Worded:
    """The verdict in the language of the catalogue.

    A status that makes no claim about the world keeps its sentences, cited, in ``text`` only.
    """
    footnotes = _Footnotes()
    claims = tuple(_claim(words, finding, footnotes) for finding in verdict.findings)
    limits = _distinct(fill(words, *message) for message in verdict.limits)
    computations = tuple(
        computation_document(words, computation, footnotes.number) for computation in _computations(verdict)
    )
    sentences = [_with_marks(claim) for claim in claims]
    says = verdict.status in SAYING
    return Worded(
        text="\n".join([*sentences, *limits] if says else [*limits, *sentences]),
        claims=claims if says else (),
        citations=footnotes.citations(),
        computations=computations,
        follow_ups=_distinct(fill(words, *message) for message in verdict.follow_ups),
    )


def _claim(words: Catalogue, finding: Finding, footnotes: _Footnotes) -> Claim:
    text = fill(words, finding.message, finding.slots)
    lead = f"{words.pattern(f'lead.{finding.lead}')} " if finding.lead else ""
    trail = f" {words.pattern(f'trail.{finding.trail}')}" if finding.trail else ""
    return Claim(
        text=lead + text + trail + _rendering(words, finding),
        evidence=finding.evidence,
        speaker=finding.speaker,
        citations=tuple(dict.fromkeys(footnotes.number(place) for place in finding.places)),
        computation=finding.computation.id if finding.computation else None,
    )


def _rendering(words: Catalogue, finding: Finding) -> str:
    """Our own rendering of what is quoted, labelled, for an asker of its language."""
    texts = [
        gloss.text
        for gloss in finding.glosses
        if gloss.language == words.language and finding.places[0].source.language != words.language
    ]
    if not texts:
        return ""
    return " " + words.pattern("gloss.rendering").replace("{text}", " ".join(texts))


def _with_marks(claim: Claim) -> str:
    return f"{claim.text} {''.join(f'[{n}]' for n in claim.citations)}"


def _computations(verdict: Verdict) -> tuple[Computation, ...]:
    """Every computation of the verdict once, each after those it is made of."""
    found = (c for f in verdict.findings if f.computation for c in (*f.working, f.computation))
    return tuple({computation.id: computation for computation in found}.values())


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def word_messages(words: Catalogue, messages: tuple[Message, ...]) -> tuple[str, ...]:
    """Messages outside a verdict (notes, example questions) in the language of the catalogue."""
    return tuple(fill(words, *message) for message in messages)
