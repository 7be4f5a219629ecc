"""From a verdict to an answer in the asker's language: sentences, numbered citations, workings.

Knows how findings become claims. A quotation is never translated in place; whatever is not a
finding, a limit or a follow-up of the verdict cannot become a sentence.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from assistant.answer import SAYING, Claim, Finding, Message, Rendering, Verdict
from assistant.citing.citation import Citation, Place, cite
from assistant.citing.computation import Computation
from assistant.wording import topics
from assistant.wording.catalogue import Catalogue
from assistant.wording.phrase import fill
from assistant.wording.working import computation_document, of_reading
from corpus.model import Gloss


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
    """The citations of one answer in order of first use; the same characters are cited once.

    ``rendered`` are the renderings already given: none is given twice.
    """

    places: dict[tuple[str, int, int], Place] = field(default_factory=dict)
    rendered: set[Gloss] = field(default_factory=set)

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
    verdict = replace(verdict, findings=_apart(_once(verdict.findings)))
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
    renderings = _fresh(words, finding, footnotes)
    places = (*finding.places, *(rendering.place for rendering in renderings))
    return Claim(
        text=lead + text + trail + (_rendered(words, renderings) or _about(words, finding)),
        evidence=finding.evidence,
        speaker=finding.speaker,
        citations=tuple(dict.fromkeys(footnotes.number(place) for place in places)),
        computation=finding.computation.id if finding.computation else None,
    )


def _fresh(words: Catalogue, finding: Finding, footnotes: _Footnotes) -> tuple[Rendering, ...]:
    """Our renderings for an asker of their language of what is in another; each once an answer."""
    fresh = tuple(
        rendering
        for rendering in finding.renderings
        if rendering.gloss.language == words.language != rendering.place.source.language
        and rendering.gloss not in footnotes.rendered
    )
    footnotes.rendered.update(rendering.gloss for rendering in fresh)
    return fresh


def _rendered(words: Catalogue, renderings: tuple[Rendering, ...]) -> str:
    """The renderings, labelled as ours."""
    if not renderings:
        return ""
    text = " ".join(rendering.gloss.text for rendering in renderings)
    return " " + words.pattern("gloss.rendering").replace("{text}", text)


def _about(words: Catalogue, finding: Finding) -> str:
    """What is quoted in another language, in keywords; nothing where we have a rendering of it."""
    glossed = any(each.gloss.language == words.language for each in finding.renderings)
    if glossed or any(place.source.language == words.language for place in finding.places):
        return ""
    told = topics.keywords(words, finding.keywords)
    return f" {told}" if told else ""


def _with_marks(claim: Claim) -> str:
    return f"{claim.text} {''.join(f'[{n}]' for n in claim.citations)}"


def _once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, but none told before of the same places: two questions in one may both come to it."""
    told: set[tuple[object, ...]] = set()
    found = []
    for finding in findings:
        said = (finding.message, str(finding.slots), finding.places, finding.speaker, finding.trail)
        if finding.lead is not None or said not in told:
            found.append(finding)
        told.add(said)
    return tuple(found)


def _apart(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, computations that bear one id and differ (two votes, two what-ifs) set apart."""
    known: dict[str, Computation] = {}
    found = []
    for finding in findings:
        if finding.computation is None:
            found.append(finding)
            continue
        every = renamed = (*finding.working, finding.computation)
        n = 1
        while any(known.get(computation.id, computation) != computation for computation in renamed):
            n += 1
            renamed = of_reading(every, f"_{n}")
        known.update((computation.id, computation) for computation in renamed)
        found.append(replace(finding, working=renamed[:-1], computation=renamed[-1]))
    return tuple(found)


def _computations(verdict: Verdict) -> tuple[Computation, ...]:
    """Every computation of the verdict once, each after those it is made of."""
    found = (c for f in verdict.findings if f.computation for c in (*f.working, f.computation))
    return tuple({computation.id: computation for computation in found}.values())


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def word_messages(words: Catalogue, messages: tuple[Message, ...]) -> tuple[str, ...]:
    """Messages outside a verdict (notes, example questions) in the language of the catalogue."""
    return tuple(fill(words, *message) for message in messages)
