"""What one clause of a notice says of a vote: voters attached to position words.

Knows clause structure: order, distance, brackets, colons, exceptions. What a clause leaves
open stays open, with a warning that quotes the place.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.adjacent import DISSENTS, explained, table_heads
from corpus.around import cue_around
from corpus.attachment import attach
from corpus.bond import Ground, ground_of, pair_cost, skip_cost
from corpus.cue import Cue, CueKind, cues_in
from corpus.echo import with_echoed
from corpus.finding import Clause, Doubt, Finding, doubted
from corpus.former import told_by_place
from corpus.jointly import joined_with_all, taken_apart
from corpus.lexicon import Lexicon, Stance
from corpus.likewise import with_likened, with_likewise
from corpus.mention import delegations_in
from corpus.misread import misread_words, without_misread
from corpus.negation import is_followed_by_negation
from corpus.parting import parted
from corpus.respective import respective, whole
from corpus.set_apart import set_apart, told_beside
from corpus.stretch import LONGEST_CLAUSE, without_former
from corpus.text import Span
from corpus.unknown_name import unknown_names_in
from corpus.unsettled import bare_exceptions, hidden_in, of_somebody, with_second_positions_open
from corpus.voter import Voters, Who, voters_in

_MOST_ITEMS = 60
_DEAREST = 9.0
_ROW_MARKS = " -–—•·*|(\n\t"


def read_clause(text: str, folded: str, lexicon: Lexicon, masked: tuple[Span, ...] = ()) -> Clause:
    """Read the vote in a clause; ``masked`` are places that name an act, not a vote."""
    if len(text) > LONGEST_CLAUSE:
        return Clause(doubts=(("ambiguous_vote", "a sentence too long to be read", Span(0, len(text))),))
    delegations = delegations_in(text, folded, lexicon)
    voters = voters_in(folded, delegations.meant, lexicon, masked)
    cues = cues_in(folded, lexicon, masked, tuple(v.span for v in voters if v.who is not Who.NONE))
    adoption = _adoption_in(folded, lexicon)
    cues = tuple(c for c in cues if not _is_aside(c, delegations.asides) and not _is_adoption(c, adoption))
    said, cues = cues, without_former(cues, folded, lexicon)
    if said and not cues:
        return Clause(tuple(Finding(v, doubted(said[0])) for v in voters if v.who is Who.NAMED))
    if not cues:
        return _without_cues(voters, text, folded, lexicon)
    beside = tuple(told_beside(cues, voters, delegations, folded))
    cues = tuple(cue for cue in cues if not any(cue is finding.cue for finding in beside))
    hidden = (*beside, *hidden_in(voters, cues))
    voters = tuple(v for v in voters if not any(v.span.overlaps(cue.span) for cue in cues))
    voters = joined_with_all(voters, cues, folded, lexicon)
    mixed: list[Voters | Cue] = [*voters, *cues]
    items = explained(parted(sorted(mixed, key=lambda item: item.span), folded), folded, lexicon)
    if heads := table_heads(items, folded, lexicon):
        return Clause(doubts=(("ambiguous_vote", "the rows of a table run together", whole(heads)),))
    if len(items) > _MOST_ITEMS:
        return Clause(
            doubts=(("ambiguous_vote", "too many lists and positions in one sentence", whole(items)),)
        )
    if paired := respective(items, folded, lexicon) or told_by_place(items, folded, lexicon):
        return paired
    plain = [*masked, *delegations.asides, *(item.span for item in items)]
    clause = _attached(items, ground_of(folded, lexicon, plain))
    placed = with_likened([_placed(f, items, folded, lexicon) for f in clause.findings], folded, lexicon)
    found = with_second_positions_open(with_echoed(placed, folded, lexicon), folded, lexicon)
    clause = replace(clause, findings=(*found, *hidden, *set_apart(voters, delegations, folded)))
    bare = tuple(bare_exceptions(clause.findings, masked, folded, lexicon))
    clause = replace(clause, exceptions=bare)
    return _with_doubts(clause, items, text, folded, lexicon)


def _with_doubts(
    clause: Clause, items: Sequence[Voters | Cue], text: str, folded: str, lexicon: Lexicon
) -> Clause:
    """The clause with what was misread or not understood in it."""
    lists = [item.span for item in items if isinstance(item, Voters) and item.who is Who.NAMED]
    strangers = unknown_names_in(text, folded, lists, [item.span for item in items], lexicon)
    misread = misread_words(text, folded, lexicon)
    clause = without_misread(clause, misread)
    doubts = [*_without_voters(clause.findings, folded, lexicon)]
    doubts += _misread(text, misread)
    doubts += of_somebody(clause.exceptions, text, lexicon)
    doubts += [("unknown_name", f"{text[s.start : s.end]!r} names no State", s) for s in strangers]
    return replace(clause, doubts=(*clause.doubts, *doubts))


def _without_cues(voters: Sequence[Voters], text: str, folded: str, lexicon: Lexicon) -> Clause:
    """A clause whose words for a position stand around its voters, or that has none."""
    named = (Finding(each, None) for each in voters if each.who is not Who.NONE)
    placed = [_placed(finding, voters, folded, lexicon) for finding in named]
    found = with_likened(placed, folded, lexicon) if any(finding.cue for finding in placed) else ()
    misread = misread_words(text, folded, lexicon) if any(v.who is Who.NAMED for v in voters) else ()
    doubts = (*_refusals(voters, folded, lexicon), *_misread(text, misread))
    return Clause(found, () if found else doubts)


def _misread(text: str, places: Sequence[Span]) -> Iterator[Doubt]:
    for place in places:
        yield "ambiguous_vote", f"{text[place.start : place.end]!r} was misread", place


def _placed(finding: Finding, items: Sequence[Voters | Cue], folded: str, lexicon: Lexicon) -> Finding:
    """The finding, with the position whose words stand around voters that have none."""
    voters = finding.voters
    if voters is None or finding.cue or voters.who is Who.NONE or voters.is_denied:
        return finding
    others = [item.span for item in items if not item.span.overlaps(voters.span)]
    cue = cue_around(voters.span, others, folded, lexicon)
    is_usable = cue and (voters.who is Who.NAMED or cue.stance is Stance.FOR)
    return replace(finding, cue=cue) if is_usable else finding


def _refusals(voters: Sequence[Voters], folded: str, lexicon: Lexicon) -> Iterator[Doubt]:
    """Names with a "not" behind, or beside a verb of voting, in words for no position that is known."""
    is_voting = lexicon.vote.verbs.search(folded) is not None
    for each in voters:
        if each.who is Who.NAMED and (is_voting or is_followed_by_negation(folded, each.span, lexicon)):
            states = ", ".join(mention.state for mention in each.states)
            yield "position_without_voter", f"what {states} did is unclear", each.span


def _is_aside(cue: Cue, asides: Sequence[Span]) -> bool:
    """Support that is said of another's position: "Cyprus, with the support of Malta, voted against"."""
    return cue.stance is Stance.FOR and any(cue.span.overlaps(aside) for aside in asides)


def _adoption_in(folded: str, lexicon: Lexicon) -> list[Span]:
    outcome = (lexicon.outcome.adopted, lexicon.outcome.not_adopted)
    return [Span(*found.span()) for pattern in outcome for found in pattern.finditer(folded)]


def _is_adoption(cue: Cue, adoption: Sequence[Span]) -> bool:
    """Whether words for a dissent are part of words for the adoption: Estonian "võeti vastu"."""
    within = [place for place in adoption if place.contains(cue.span)]
    return cue.stance in DISSENTS and any({*_ends(place)} & {*_ends(cue.span)} for place in within)


def _ends(place: Span) -> tuple[int, int]:
    return place.start, -place.end


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
    ambiguous = attachment.ambiguous | _usurped(items, attachment.pairs, ground)
    findings = tuple(_findings(items, attachment.pairs, ambiguous))
    return Clause(with_likewise(findings, ground), tuple(_doubts(items, ambiguous)))


def _without_voters(findings: Sequence[Finding], folded: str, lexicon: Lexicon) -> Iterator[Doubt]:
    """A dissent that nobody took: a name was not understood.

    "No delegation" takes any number of them; words of adoption may look like one (Estonian "vastu
    võetud", adopted, and "vastu", against).
    """
    if any(finding.voters and finding.voters.who is Who.NONE for finding in findings):
        return
    adoption = _adoption_in(folded, lexicon)
    adoption += [Span(*found.span()) for found in lexicon.procedure.silence.finditer(folded)]
    for finding in findings:
        cue = finding.cue
        if (
            finding.voters
            or cue is None
            or cue.count is not None
            or any(cue.span.overlaps(a) for a in adoption)
        ):
            continue
        is_head = cue.is_label and not folded[: cue.span.start].strip(_ROW_MARKS)
        if cue.stance in DISSENTS and not is_head and not _is_of_rule(cue, folded, lexicon):
            yield "position_without_voter", f"nobody is named that took the position {cue.stance}", cue.span


def _is_of_rule(cue: Cue, folded: str, lexicon: Lexicon) -> bool:
    """ "This abstention does not prevent unanimity": what abstentions do in law, and nobody's."""
    is_law = lexicon.majority.unanimity.search(folded) and lexicon.vote.negation.search(folded)
    after = folded[cue.span.end :].lstrip()
    whose = lexicon.vote.of.match(after)
    is_named = whose is not None and not lexicon.vote.delegation.match(after[whose.end() :].lstrip())
    return bool(is_law) and cue.kind is CueKind.NOUN and not is_named


def _usurped(
    items: Sequence[Voters | Cue], pairs: Sequence[tuple[int, int]], ground: Ground
) -> frozenset[int]:
    """States that took "voted for" while "all delegations" went without: one of the two is misread."""
    paired = {number for pair in pairs for number in pair}
    is_left_out = any(
        isinstance(item, Voters)
        and item.who is Who.ALL
        and number not in paired
        and not ground.joins_likewise(items[number - 1].span.end, item.span.start)
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
            cue = doubted(cue) if item.is_denied else cue
            yield from (Finding(voters, cue) for voters in taken_apart(item))
        elif number not in paired:
            yield Finding(None, item)


def _doubts(items: Sequence[Voters | Cue], ambiguous: frozenset[int]) -> Iterator[Doubt]:
    for number in sorted(ambiguous):
        item = items[number]
        if isinstance(item, Voters):
            states = ", ".join(mention.state for mention in item.states)
            yield "ambiguous_vote", f"it is unclear which position {states} took", item.span
