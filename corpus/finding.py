"""What a clause finds: voters with the position it gives them, and what it leaves open."""

from dataclasses import dataclass, field, replace

from corpus.cue import Cue
from corpus.lexicon import Stance
from corpus.text import Span
from corpus.voter import Voters

Doubt = tuple[str, str, Span]


@dataclass(frozen=True, slots=True)
class Finding:
    """Voters and the position a clause gives them; ``cue`` is None where it gives none."""

    voters: Voters | None
    cue: Cue | None


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause read: what it finds, and what it leaves open (code, message, place).

    ``exceptions`` are those made for nobody that the clause names.
    """

    findings: tuple[Finding, ...] = ()
    doubts: tuple[Doubt, ...] = field(default=())
    exceptions: tuple[Span, ...] = ()


def without_positions(clause: Clause) -> Clause:
    """The clause with every position left open, as where it tells of a vote not cast yet."""
    return replace(clause, findings=tuple(replace(f, cue=doubted(f.cue)) for f in clause.findings))


def doubted(cue: Cue | None) -> Cue | None:
    """The words with the position they give left open."""
    return replace(cue, stance=Stance.UNCLEAR) if cue else None
