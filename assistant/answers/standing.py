"""What statements fear, complain of, ask for or are grateful for: the sentences that do so."""

from collections.abc import Iterable

from assistant import finding
from assistant.answer import Finding, Speakers
from assistant.answers import pointing
from assistant.answers.grounds import grounds
from assistant.evidence import Evidence
from assistant.understanding import stance
from corpus.model import Paragraph, Statement
from corpus.text import Span


def taking(evidence: Evidence, statements: Iterable[Statement], asked: str) -> tuple[Finding, ...]:
    """The sentences of statements that take a stance, paragraph by paragraph."""
    return tuple(
        _said(evidence, statement, paragraph, spans)
        for statement in statements
        for paragraph, spans in _chosen(evidence, statement, asked)
    )


def _chosen(evidence: Evidence, statement: Statement, asked: str) -> list[tuple[Paragraph, tuple[Span, ...]]]:
    """Where a statement takes a stance; its grounds are its complaints, and what it fears or asks for
    where that is not worded."""
    source, spoken = evidence.record.source, evidence.notice.language
    given = [(ground.paragraph, ground.spans) for ground in grounds(evidence.record, statement)]
    if asked == stance.COMPLAINT:
        return given
    worded = [
        (paragraph, pointing.with_antecedents(evidence, paragraph, spans))
        for paragraph in statement.paragraphs
        if (spans := tuple(s for s in paragraph.sentences if stance.takes(source.quote(s), spoken, asked)))
    ]
    return worded or (given if asked != stance.THANKS else [])


def _said(evidence: Evidence, statement: Statement, paragraph: Paragraph, spans: tuple[Span, ...]) -> Finding:
    """Stretches of a paragraph as their author's."""
    who = Speakers(statement.speakers)
    return finding.claimed(evidence, "statement.says", evidence.at(*spans), who=who, point=paragraph.label)
