"""The identifiers a text mentions: documents, procedure files, provisions of acts.

Knows anchored grammars, tried the most specific first; each claims its characters, so that no
document number is found inside "Regulation (EU) 2024/1351".
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpus.claim import Claims
from corpus.identifiers import DocumentNumber, ProcedureReference, Provision
from corpus.lexicon import Lexicon
from corpus.text import Span

_THIS = "this act"
_NEAREST = 3
_SUFFIXES = r"(?:[ \n]*\b(?:rev|cor|add|init|dcl|ext)[ .]*\d{1,3})*"
_PROCEDURE = re.compile(r"(?<![\w/])\d{4}/\d{4}[a-z]?\s?\(\s?[a-z]{3}\s?\)")
_SERIES_DOCUMENT = re.compile(
    rf"(?<![\w/])(?:cm|st|pe-cons|sn|ds|wk)\s{{0,4}}\d{{1,6}}(?:/\d{{1,2}})?/(?:20)?\d{{2}}(?![\d/]){_SUFFIXES}"
)
_DOCUMENT = re.compile(rf"(?<![\w/.,-])\d{{3,6}}(?:/\d{{1,2}})?/\d{{2}}(?![\d/]|\.\d|-\d){_SUFFIXES}")
_ORGANISATION = r"(?:\(?(?P<body>[a-zα-ωа-я]{2,7})(?:,\s?[a-zα-ωа-я]+)?\)?[ ,]*)?"
_ACT_NUMBER = (
    rf"(?:n[.or°]{{0,2}}\s?)?{_ORGANISATION}(?:n[.or°]{{1,2}}\s?)?"
    r"(?P<number>(?:19|20)\d\d/\d{1,4}|\d{1,4}/(?:19|20)\d\d)(?:/(?P<suffix>[a-zа-яα-ω]{2,5}))?(?![\d/])"
)
_COMMUNITY = frozenset(["ec", "ce", "eg", "we", "es", "ek", "ey", "ео", "εκ"])


@dataclass(frozen=True, slots=True)
class FoundReference:
    """An identifier and the range of the text it claims."""

    identifier: DocumentNumber | ProcedureReference | Provision
    span: Span


def references_in(folded: str, lexicon: Lexicon, this_act: str | None = None) -> tuple[FoundReference, ...]:
    """Every identifier in a folded text, in its order.

    ``this_act`` is the name that "the decision" alone stands for; without it such provisions are
    left out, since a bare article is no reference.
    """
    claims = Claims()
    found = [each for each in _candidates(folded, lexicon, this_act) if claims.claim(each.span)]
    return tuple(sorted(found, key=lambda reference: reference.span))


def documents_in(folded: str) -> tuple[tuple[DocumentNumber, Span], ...]:
    """The document numbers in a folded text, in its order."""
    return tuple(sorted(_documents(folded), key=lambda each: each[1]))


def procedure_files_in(folded: str) -> tuple[tuple[ProcedureReference, Span], ...]:
    """The interinstitutional file numbers in a folded text, in its order."""
    return tuple(
        (ProcedureReference.parse(found[0].upper()), Span(*found.span()))
        for found in _PROCEDURE.finditer(folded)
    )


def _candidates(folded: str, lexicon: Lexicon, this_act: str | None) -> Iterator[FoundReference]:
    for file, span in procedure_files_in(folded):
        yield FoundReference(file, span)
    yield from _provisions(folded, lexicon, this_act)
    for document, span in documents_in(folded):
        yield FoundReference(document, span)


def _documents(folded: str) -> Iterator[tuple[DocumentNumber, Span]]:
    claims = Claims()
    for found in _PROCEDURE.finditer(folded):
        claims.claim(Span(*found.span()))
    for pattern in (_SERIES_DOCUMENT, _DOCUMENT):
        for found in pattern.finditer(folded):
            span = Span(*found.span())
            if claims.claim(span):
                yield DocumentNumber.parse(re.sub(r"\.(?=\s?\d)", "", found[0].upper())), span


@dataclass(frozen=True, slots=True)
class _Grammar:
    acts: tuple[tuple[str, re.Pattern[str]], ...]
    places: re.Pattern[str]
    of: re.Pattern[str]


def _provisions(folded: str, lexicon: Lexicon, this_act: str | None) -> Iterator[FoundReference]:
    grammar = _grammar(lexicon)
    acts = sorted(_acts(folded, grammar, this_act), key=lambda act: act[1].start)
    starts = [span.start for _, span in acts]
    claimed: set[Span] = set()
    for place in grammar.places.finditer(folded):
        near = _from(acts, bisect_left(starts, place.end()))
        act = next((each for each in near if _belongs(folded, place.end(), each[1], grammar)), None)
        if act is None:
            continue
        provision = Provision(act[0], place["article"], _paragraph(place), _subparagraph(place, lexicon))
        claimed.add(act[1])
        yield FoundReference(provision, Span(place.start(), act[1].end))
    for name, span in acts:
        if span not in claimed and name != this_act and not name.startswith("Rules"):
            yield FoundReference(Provision(name), span)


def _from(acts: list[tuple[str, Span]], first: int) -> list[tuple[str, Span]]:
    return acts[first : first + _NEAREST]


def _belongs(folded: str, end: int, act: Span, grammar: _Grammar) -> bool:
    """Whether only "of the" and a lesser place stand between a provision and the act."""
    gap = folded[end : act.start]
    return (
        end <= act.start and len(gap) < 50 and re.fullmatch(r"[\s,]*", grammar.of.sub(" ", gap)) is not None
    )


def _acts(folded: str, grammar: _Grammar, this_act: str | None) -> Iterator[tuple[str, Span]]:
    for kind, pattern in grammar.acts:
        for found in pattern.finditer(folded):
            name = this_act if kind == _THIS else _act_name(kind, found)
            if name:
                yield name, Span(*found.span())


def _act_name(kind: str, found: re.Match[str]) -> str:
    """The act as the Union numbers it in English: "Regulation (EU) 2024/1351", "Directive 2001/55/EC"."""
    parts = found.groupdict()
    if not parts.get("number"):
        return kind
    if parts["suffix"]:
        return f"{kind} {parts['number']}/{_body(parts['suffix'])}"
    return f"{kind} ({_body(parts['body'] or '')}) {parts['number']}"


def _body(letters: str) -> str:
    if letters in _COMMUNITY:
        return "EC"
    return "CFSP" if letters in {"cfsp", "gbvb", "pesc", "gasp", "wpzib", "gusp"} else "EU"


def _paragraph(place: re.Match[str]) -> str | None:
    return place["bracketed"] or place["paragraph"]


def _subparagraph(place: re.Match[str], lexicon: Lexicon) -> str | None:
    text = place["sub"] or ""
    for number, ordinal in enumerate(lexicon.ordinals, 1):
        if ordinal.search(text):
            return str(number)
    return None


@cache
def _grammar(lexicon: Lexicon) -> _Grammar:
    words = lexicon.reference
    ordinals = "|".join(ordinal.pattern for ordinal in lexicon.ordinals)
    sub_word, paragraph_word = words.subparagraph.pattern, words.paragraph.pattern
    places = (
        rf"(?:{words.article.pattern})\s?(?P<article>\d{{1,3}}[a-z]?)(?:\s?\((?P<bracketed>\d{{1,3}}[a-z]?)\))?"
        rf"(?:[,\s]*(?:{paragraph_word})\s?(?P<paragraph>\d{{1,3}}[a-z]?))?"
        rf"(?P<sub>[,\s]*(?:(?:{ordinals})\s+(?:{sub_word})|(?:{sub_word})\s+(?:{ordinals}|\d)))?"
        rf"(?:[,\s]*(?:{words.point.pattern})\s?\(?[a-z0-9]{{1,3}}\)?)?"
    )
    numbered = (
        ("Regulation", words.regulation),
        ("Directive", words.directive),
        ("Decision", words.decision),
    )
    acts = [(kind, re.compile(rf"{word.pattern}\s+{_ACT_NUMBER}")) for kind, word in numbered]
    named = (
        ("Rules of Procedure of the Council", words.rules_of_procedure),
        ("TFEU", words.tfeu),
        ("TEU", words.teu),
    )
    return _Grammar((*acts, *named, (_THIS, words.this_act)), re.compile(places), words.of)
