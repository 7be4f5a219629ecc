"""The paragraphs of a statement that fit a question best, those first; what else it says behind them.

Knows what brings a paragraph near a question: concepts and words that few of its neighbours share, the
stance asked for, a provision, a figure. Refuses to leave out what a question may point at in unknown words.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assistant import finding
from assistant.answer import Finding, Speakers
from assistant.answers.grounds import grounds
from assistant.evidence import Evidence
from assistant.question import Form, Understanding
from assistant.scoping.topic import concepts_at
from assistant.understanding import aspect, ordinary, stance
from assistant.understanding.token import tokenise
from corpus.identifiers import Provision
from corpus.model import Paragraph, Statement

_OF_FEW = 2
_STEM, _SHORTEST = 6, 4
_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class _Near:
    """A paragraph of a statement: how near it is to the question, whether it gives grounds for the vote."""

    nearness: Fraction
    is_ground: bool
    statement: Statement
    paragraph: Paragraph


def paragraphs(
    asked: Understanding, evidence: Evidence, statements: Iterable[Statement], *, wholly: bool
) -> tuple[Finding, ...]:
    """The paragraphs near a question, the nearest first, else the grounds; ``wholly`` adds all others."""
    every = [each for statement in statements for each in _ranked(asked, evidence, statement)]
    near = [each for each in every if each.nearness] or [each for each in every if each.is_ground]
    chosen = every if wholly else near
    ordered = sorted(chosen, key=lambda each: (-each.nearness, not each.is_ground))
    return tuple(_said(evidence, each) for each in ordered)


def tells_apart(asked: Understanding, evidence: Evidence, statements: Sequence[Statement]) -> bool:
    """Whether the topics asked about are those of few paragraphs: the sentences that name them will do."""
    return all(
        sum(topic in _concepts(evidence, paragraph) for paragraph in statement.paragraphs) <= _OF_FEW
        for statement in statements
        for topic in asked.topics
    )


def _ranked(asked: Understanding, evidence: Evidence, statement: Statement) -> list[_Near]:
    """The paragraphs of a statement, each with what it shares with the question that others do not.

    One that gives grounds for the vote counts double: views are asked about, not the background.
    """
    wanted = {*asked.topics, *_stems(asked.question, asked.language)}
    shared = [
        wanted & (_concepts(evidence, paragraph) | _words(evidence, statement, paragraph, asked.language))
        for paragraph in statement.paragraphs
    ]
    spread = Counter(each for named in shared for each in named)
    given = {ground.paragraph for ground in grounds(evidence.record, statement)}
    found = []
    for paragraph, named in zip(statement.paragraphs, shared, strict=True):
        beside = _beside(asked, evidence, statement, paragraph)
        nearness = sum((Fraction(1, spread[each]) for each in named), beside)
        is_ground = paragraph in given
        led = _HALF * is_ground if nearness else nearness
        found.append(_Near(nearness + led, is_ground, statement, paragraph))
    return found


def _beside(asked: Understanding, evidence: Evidence, statement: Statement, paragraph: Paragraph) -> Fraction:
    """What speaks for a paragraph beside its topics: the stance, the provision or the figure asked for."""
    text, spoken = evidence.record.source.quote(paragraph.span), evidence.notice.language
    on_rules = asked.aspect == aspect.PROVISIONS
    taken = stance.DEPARTURE if on_rules else asked.aspect if asked.aspect in stance.STANCES else None
    takes = taken is not None and stance.takes(text, spoken, taken)
    cites = on_rules and any(
        isinstance(reference.identifier, Provision) and paragraph.span.contains(reference.span)
        for reference in evidence.record.references
    )
    counts = asked.form is Form.HOW_MANY and any(paragraph.span.contains(f.span) for f in statement.figures)
    return _HALF * (2 * takes + cites + counts)


def _concepts(evidence: Evidence, paragraph: Paragraph) -> frozenset[str]:
    return concepts_at(evidence, paragraph.span)


def _words(evidence: Evidence, statement: Statement, paragraph: Paragraph, language: str) -> frozenset[str]:
    """The stems of a paragraph in the asker's language: its own words, or those of our rendering."""
    texts = [
        gloss.text
        for gloss in evidence.record.glosses
        if (gloss.part, gloss.label, gloss.language) == (statement.part, paragraph.label, language)
    ]
    if evidence.notice.language == language:
        texts.append(evidence.record.source.quote(paragraph.span))
    return frozenset(stem for text in texts for stem in _stems(text, language))


def _stems(text: str, language: str) -> frozenset[str]:
    """How the words of a text begin, without those that stand in any text."""
    words = (token.folded for token in tokenise(text) if token.is_word)
    return frozenset(
        w[:_STEM] for w in words if len(w) >= _SHORTEST and not ordinary.is_ordinary(w, language)
    )


def _said(evidence: Evidence, near: _Near) -> Finding:
    """A paragraph as its author's claim."""
    who = Speakers(near.statement.speakers)
    places = evidence.at(near.paragraph.span)
    return finding.claimed(evidence, "statement.says", places, who=who, point=near.paragraph.label)
