"""What one clause of a notice says of a vote: voters attached to position words.

Knows clause structure: order, distance, brackets, colons, exceptions. What a clause leaves
open stays open, with a warning that quotes the place.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.adjacent import DISSENTS, explained, table_heads
from corpus.attachment import attach
from corpus.bond import Ground, ground_of, pair_cost, skip_cost
from corpus.cue import Cue, cues_in
from corpus.lexicon import Lexicon, Stance
from corpus.mention import delegations_in
from corpus.misread import is_beside, misread_words
from corpus.negation import is_followed_by_negation
from corpus.text import Span
from corpus.unknown_name import unknown_names_in
from corpus.voter import Voters, Who, voters_in

_MOST_ITEMS = 60
_LONGEST = 8_000
_DEAREST = 9.0


@dataclass(frozen=True, slots=True)
class Finding:
    """Voters and the position a clause gives them; ``cue`` is None where it gives none."""

    voters: Voters | None
    cue: Cue | None


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause read: what it finds, and what it leaves open (code, message, place)."""

    findings: tuple[Finding, ...] = ()
    doubts: tuple[tuple[str, str, Span], ...] = field(default=())


def read_clause(text: str, folded: str, lexicon: Lexicon, masked: tuple[Span, ...] = ()) -> Clause:
    """Read the vote in a clause; ``masked`` are places that name an act, not a vote."""
    if len(text) > _LONGEST:
        return Clause(doubts=(("ambiguous_vote", "a sentence too long to be read", Span(0, len(text))),))
    delegations = delegations_in(text, folded, lexicon)
    voters = voters_in(folded, delegations.meant, lexicon, masked)
    cues = cues_in(folded, lexicon, masked, tuple(v.span for v in voters if v.who is not Who.NONE))
    cues = tuple(cue for cue in cues if not _is_aside(cue, delegations.asides))
    if not cues:
        return Clause(doubts=tuple(_refusals(voters, folded, lexicon)))
    voters = tuple(v for v in voters if not any(v.span.overlaps(cue.span) for cue in cues))
    mixed: list[Voters | Cue] = [*voters, *cues]
    items = explained(sorted(mixed, key=lambda item: item.span), folded, lexicon)
    if heads := table_heads(items, folded, lexicon):
        return Clause(doubts=(("ambiguous_vote", "the rows of a table run together", _whole(heads)),))
    if len(items) > _MOST_ITEMS:
        return Clause(
            doubts=(("ambiguous_vote", "too many lists and positions in one sentence", _whole(items)),)
        )
    if respective := _respective(items, folded, lexicon):
        return respective
    plain = [*masked, *delegations.asides, *(item.span for item in items)]
    clause = _attached(items, ground_of(folded, lexicon, plain))
    lists = [item.span for item in items if isinstance(item, Voters) and item.who is Who.NAMED]
    strangers = unknown_names_in(text, folded, lists, [item.span for item in items], lexicon)
    misread = misread_words(text, folded, lexicon)
    clause = _without_misread(clause, misread)
    doubts = [*_without_voters(clause.findings, folded, lexicon)]
    doubts += [("ambiguous_vote", f"{text[s.start : s.end]!r} was misread", s) for s in misread]
    doubts += [("unknown_name", f"{text[s.start : s.end]!r} names no State", s) for s in strangers]
    return replace(clause, doubts=(*clause.doubts, *doubts))


def without_positions(clause: Clause) -> Clause:
    """The clause with every position left open, as where it tells of a vote not cast yet."""
    return replace(clause, findings=tuple(replace(f, cue=_doubted(f.cue)) for f in clause.findings))


def _refusals(voters: Sequence[Voters], folded: str, lexicon: Lexicon) -> Iterator[tuple[str, str, Span]]:
    """Names with a "not" behind, in words for no position that is known: "Hungary did not consent"."""
    for each in voters:
        if each.who is Who.NAMED and is_followed_by_negation(folded, each.span, lexicon):
            states = ", ".join(mention.state for mention in each.states)
            yield "position_without_voter", f"what {states} did is unclear", each.span


def _is_aside(cue: Cue, asides: Sequence[Span]) -> bool:
    """Support that is said of another's position: "Cyprus, with the support of Malta, voted against"."""
    return cue.stance is Stance.FOR and any(cue.span.overlaps(aside) for aside in asides)


def _without_misread(clause: Clause, misread: Sequence[Span]) -> Clause:
    """No position for names, nor words for one, beside a word that was misread: "e11er", "1taly"."""
    if not misread:
        return clause
    kept = (replace(f, cue=_doubted(f.cue)) if _touches(f, misread) else f for f in clause.findings)
    return replace(clause, findings=tuple(kept))


def _doubted(cue: Cue | None) -> Cue | None:
    return replace(cue, stance=Stance.UNCLEAR) if cue else None


def _touches(finding: Finding, misread: Sequence[Span]) -> bool:
    return any(is_beside(item.span, misread) for item in (finding.voters, finding.cue) if item)


def _attached(items: Sequence[Voters | Cue], ground: Ground) -> Clause:
    costs: dict[tuple[int, int], float] = {}
    meanings: dict[tuple[int, int], str] = {}
    for i, first in enumerate(items):
        for j in range(i + 1, len(items)):
            second = items[j]
            cost = pair_cost(first, second, ground, nested=items[i + 1 : j])
            if cost < _DEAREST:
                costs[i, j] = cost
                voters, cue = (first, second) if isinstance(first, Voters) else (second, first)
                if isinstance(voters, Voters) and isinstance(cue, Cue) and voters.who is Who.NAMED:
                    meanings[i, j] = f"{voters.span.start} {cue.stance}"
    attachment = attach([skip_cost(item) for item in items], costs, meanings)
    ambiguous = attachment.ambiguous | _usurped(items, attachment.pairs)
    findings = tuple(_findings(items, attachment.pairs, ambiguous))
    return Clause(_with_likewise(findings, ground), tuple(_doubts(items, ambiguous)))


def _without_voters(
    findings: Sequence[Finding], folded: str, lexicon: Lexicon
) -> Iterator[tuple[str, str, Span]]:
    """A dissent that nobody took: a name was not understood.

    "No delegation" takes any number of them; words of adoption may look like one (Estonian "vastu
    võetud", adopted, and "vastu", against).
    """
    if any(finding.voters and finding.voters.who is Who.NONE for finding in findings):
        return
    outcome = (lexicon.outcome.adopted, lexicon.outcome.not_adopted)
    adoption = [Span(*found.span()) for pattern in outcome for found in pattern.finditer(folded)]
    for finding in findings:
        cue = finding.cue
        if (
            finding.voters
            or cue is None
            or cue.count is not None
            or any(cue.span.overlaps(a) for a in adoption)
        ):
            continue
        if cue.stance in DISSENTS and not cue.is_label:
            yield "position_without_voter", f"nobody is named that took the position {cue.stance}", cue.span


def _with_likewise(findings: tuple[Finding, ...], ground: Ground) -> tuple[Finding, ...]:
    """ "Hungary voted against, as did Slovakia": a list joined on after its position has that position."""
    joined: list[Finding] = []
    for finding in findings:
        voters, before = finding.voters, joined[-1] if joined else None
        if voters and finding.cue is None and voters.who is Who.NAMED and before and before.cue:
            gap = ground.folded[before.cue.span.end : max(before.cue.span.end, voters.span.start)]
            if ground.joins_likewise(gap) and not voters.is_excepted:
                joined.append(Finding(voters, before.cue))
                continue
        joined.append(finding)
    return tuple(joined)


def _usurped(items: Sequence[Voters | Cue], pairs: Sequence[tuple[int, int]]) -> frozenset[int]:
    """States that took "voted for" while "all delegations" went without: one of the two is misread."""
    paired = {number for pair in pairs for number in pair}
    is_left_out = any(
        isinstance(item, Voters) and item.who is Who.ALL and number not in paired
        for number, item in enumerate(items)
    )
    if not is_left_out:
        return frozenset()
    return frozenset(
        number for pair in pairs if _is_named_for(items[pair[0]], items[pair[1]]) for number in pair
    )


def _is_named_for(first: Voters | Cue, second: Voters | Cue) -> bool:
    voters, cue = (first, second) if isinstance(first, Voters) else (second, first)
    return (
        isinstance(voters, Voters)
        and isinstance(cue, Cue)
        and voters.who is Who.NAMED
        and cue.stance is Stance.FOR
    )


def _findings(
    items: Sequence[Voters | Cue], pairs: Sequence[tuple[int, int]], ambiguous: frozenset[int]
) -> Iterator[Finding]:
    paired: dict[int, int] = {a: b for pair in pairs for a, b in (pair, pair[::-1]) if not {a, b} & ambiguous}
    for number, item in enumerate(items):
        partner = items[paired[number]] if number in paired else None
        if isinstance(item, Voters):
            cue = partner if isinstance(partner, Cue) else None
            yield Finding(item, replace(cue, stance=Stance.UNCLEAR) if cue and item.is_denied else cue)
        elif number not in paired:
            yield Finding(None, item)


def _doubts(items: Sequence[Voters | Cue], ambiguous: frozenset[int]) -> Iterator[tuple[str, str, Span]]:
    for number in sorted(ambiguous):
        item = items[number]
        if isinstance(item, Voters):
            states = ", ".join(mention.state for mention in item.states)
            yield "ambiguous_vote", f"it is unclear which position {states} took", item.span


def _respective(items: Sequence[Voters | Cue], folded: str, lexicon: Lexicon) -> Clause | None:
    """ "Hungary and Cyprus voted against and abstained respectively": as many states as positions."""
    if not lexicon.vote.mutual.search(folded):
        return None
    lists = [v for v in items if isinstance(v, Voters) and v.who is Who.NAMED]
    cues = [c for c in items if isinstance(c, Cue) and c.stance is not Stance.FOR]
    groups = [Voters(Who.NAMED, m.span, (m,)) for v in lists for m in v.states]
    if len(lists) == len(cues) > 1:
        groups = lists
    elif len(groups) != len(cues):
        return Clause(doubts=(("ambiguous_vote", "it is unclear who took which position", _whole(items)),))
    everyone = [Finding(v, _for_cue(items)) for v in items if isinstance(v, Voters) and v.who is Who.ALL]
    return Clause((*everyone, *(Finding(v, c) for v, c in zip(groups, cues, strict=True))))


def _for_cue(items: Sequence[Voters | Cue]) -> Cue | None:
    return next((c for c in items if isinstance(c, Cue) and c.stance is Stance.FOR), None)


def _whole(items: Sequence[Voters | Cue]) -> Span:
    return Span(items[0].span.start, max(item.span.end for item in items))
