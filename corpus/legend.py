"""Tables that give positions by letters, with a key: "(F = for, N = against)", then "HU | N".

Knows the key and the rows below it. A row with a letter that the key does not explain is a doubt.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from corpus.cue import Cue, CueKind
from corpus.finding import Clause, Finding
from corpus.lexicon import Lexicon, Stance
from corpus.mention import delegations_in
from corpus.reading import ReadingView
from corpus.text import Span
from corpus.voter import Who, voters_in

_KEY = re.compile(
    r"(?<![\w])(?P<sign>[^\W\d_]{1,2}|[+0o-])\s*(?:=|:|–|—)\s*(?P<words>[^,;()|\n=]{2,40}?)\s*(?=[,;()|\n.]|$)"
)
_ROW = re.compile(
    r"[\s|•*-]*(?P<names>[^|:=\t\n]{2,60}?)\s*[|:=\t ]\s*(?P<sign>[^\W\d_]{1,2}|[+0o-])[\s|.;,]*"
)


def read_by_letters(
    view: ReadingView, units: Sequence[Span], lexicon: Lexicon
) -> Iterator[tuple[Span, Clause]]:
    """The key of such a table, which says nothing of its own, and what each row below it says."""
    key: Mapping[str, Stance] = {}
    for unit in units:
        folded = view.folded[unit.start : unit.end]
        if found := _key(folded, lexicon):
            key = found
            yield unit, Clause()
        elif key and (row := _ROW.fullmatch(folded)):
            yield unit, _row(view, unit, row, key, lexicon)


def _key(folded: str, lexicon: Lexicon) -> Mapping[str, Stance]:
    """What each letter stands for; nothing where fewer than two positions are explained."""
    pairs = [(pair["sign"], _stance_of(pair["words"], lexicon)) for pair in _KEY.finditer(folded)]
    key = {sign: stance for sign, stance in pairs if stance is not None}
    return key if len(set(key.values())) > 1 and len(key) == len(pairs) else {}


def _stance_of(words: str, lexicon: Lexicon) -> Stance | None:
    for stance, of in lexicon.stances.items():
        patterns = (of.label, of.noun, of.verb, of.particle)
        if stance is not Stance.UNCLEAR and any(pattern.fullmatch(words) for pattern in patterns):
            return stance
    return None


def _row(
    view: ReadingView, unit: Span, row: re.Match[str], key: Mapping[str, Stance], lexicon: Lexicon
) -> Clause:
    names = view.text[unit.start : unit.start + row.end("names")] + "\n"
    folded = view.folded[unit.start : unit.start + row.end("names")] + ":"
    meant = delegations_in(names, folded, lexicon).meant
    voters = [each for each in voters_in(folded, meant, lexicon, ()) if each.who is not Who.NONE]
    sign, place = row["sign"], Span(*row.span("sign"))
    if len(voters) != 1 or sign not in key:
        is_vote = bool(voters) or sign in key
        return Clause(doubts=(("ambiguous_vote", "the row is not explained", place),) if is_vote else ())
    return Clause((Finding(voters[0], Cue(key[sign], CueKind.LABEL, place)),))
