"""Quotations in a draft, held against the record character by character, and against our renderings.

Quotation marks, spaces and dashes may be set otherwise; every letter counts.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from assistant.answer import Slot, Speakers
from assistant.check.case import Case
from assistant.check.claim import Change, ClaimKind, Finding, Judgement
from assistant.check.draft import Sentence
from assistant.citing.citation import Place
from assistant.evidence import paragraphs
from corpus.member_state import MEMBERS, find_states
from corpus.model import Paragraph
from corpus.text import Span

_SIGNS = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4`\u2032", "'"),
    **dict.fromkeys('"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033', "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u202f", " "),
}
_TABLE = str.maketrans(_SIGNS)
_SPACE = re.compile(r"\s+")
_TRIM = " .,;:!?…"
_NEAR = 0.75
_NEAR_RENDERING = 0.6
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class _Plain:
    """A text with plain signs and single spaces, and where each of its characters stands."""

    text: str
    offsets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Match:
    """The stretch of a text that is most like a quotation, and how much."""

    span: Span
    text: str
    ratio: float


def quotations_in(sentence: Sentence, case: Case) -> Iterator[Judgement]:
    """The judged quotations of a sentence."""
    for quoted in sentence.quotations:
        text = sentence.whole[quoted.start : quoted.end]
        plain = _plain(text).text.strip(_TRIM)
        if len(plain.split()) >= _FEWEST:
            yield _judge(sentence, case, sentence.place(quoted), plain)


def _judge(sentence: Sentence, case: Case, span: Span, plain: str) -> Judgement:
    exact = _exact(case, plain)
    if exact:
        return _right(sentence, span, exact)
    rendered = _rendered(sentence, case, plain)
    if rendered is not None:
        place, match = rendered
        message = "quotation_rendering" if match.ratio == 1 else "quotation_rendering_other"
        finding = Finding.DERIVED if match.ratio == 1 else Finding.NOT_CHECKABLE
        changes = _changes(plain, match.text)
        return Judgement(ClaimKind.QUOTATION, span, finding, message, {}, (place,), changes)
    near = _nearest(case, plain)
    if near is not None:
        place, match = near
        changes = _changes(plain, match.text)
        return Judgement(
            ClaimKind.QUOTATION, span, Finding.CONTRADICTED, "quotation_other", {}, (place,), changes
        )
    return Judgement(ClaimKind.QUOTATION, span, Finding.NOT_CHECKABLE, "doubt_unclear")


def _right(sentence: Sentence, span: Span, places: tuple[Place, ...]) -> Judgement:
    """An exact quotation: whose words they are must be who is named, if anybody is."""
    states = {m.state for m in find_states(sentence.text, sentence.language) if m.state in MEMBERS}
    council = sentence.words.council.search(sentence.folded) is not None
    commission = sentence.lexicon.speaker.commission.search(sentence.folded) is not None
    for place in places:
        speakers = set((place.speaker or "").split("+"))
        named = states or ({"Council"} if council else set()) or ({"Commission"} if commission else set())
        if not named or named == speakers:
            return Judgement(ClaimKind.QUOTATION, span, Finding.SUPPORTED, "quotation", {}, (place,))
    who = tuple((places[0].speaker or "Council").split("+"))
    slots: dict[str, Slot] = {"who": Speakers(who)}
    return Judgement(ClaimKind.QUOTATION, span, Finding.DERIVED, "quotation_speaker", slots, places[:1])


def _exact(case: Case, plain: str) -> tuple[Place, ...]:
    """Every place of the record that has these very characters, at word boundaries."""
    source = _plain(case.record.source.text)
    found: list[Place] = []
    for match in re.finditer(rf"(?<!\w){re.escape(plain)}(?!\w)", source.text):
        span = Span(source.offsets[match.start()], source.offsets[match.end() - 1] + 1)
        found += case.at(span)
    return tuple(found)


def _rendered(sentence: Sentence, case: Case, plain: str) -> tuple[Place, _Match] | None:
    """The nearest of our renderings in the draft's language, and the paragraph it renders."""
    if sentence.language == case.notice.language:
        return None
    spans = {(part, p.label): p.span for part, own in _parts(case) for p in own}
    best: tuple[Place, _Match] | None = None
    for gloss in case.record.glosses:
        if gloss.language != sentence.language or (gloss.part, gloss.label) not in spans:
            continue
        match = _best(gloss.text, plain)
        if match and match.ratio >= _NEAR_RENDERING and (best is None or match.ratio > best[1].ratio):
            best = (case.at(spans[gloss.part, gloss.label])[0], match)
    return best


def _parts(case: Case) -> Iterator[tuple[str, tuple[Paragraph, ...]]]:
    yield "notice", case.notice.paragraphs
    for statement in case.record.statements:
        yield statement.part, statement.paragraphs


def _nearest(case: Case, plain: str) -> tuple[Place, _Match] | None:
    """The sentence of the record that a changed quotation comes from."""
    best: tuple[Span, _Match] | None = None
    for paragraph in paragraphs(case.record):
        match = _best(case.record.source.quote(paragraph.span), plain)
        if match and match.ratio >= _NEAR and (best is None or match.ratio > best[1].ratio):
            at = paragraph.span.start
            best = (Span(at + match.span.start, at + match.span.end), match)
    return None if best is None else (case.at(best[0])[0], best[1])


def _best(text: str, plain: str) -> _Match | None:
    """The stretch of a text that shares most words with a quotation, and how like it is."""
    source = _plain(text)
    if plain in source.text:
        at = source.text.index(plain)
        return _Match(Span(source.offsets[at], source.offsets[at + len(plain) - 1] + 1), plain, 1.0)
    places = [found.span() for found in re.finditer(r"\S+", source.text)]
    words = plain.split()
    first = _window([source.text[start:end].strip(_TRIM) for start, end in places], words)
    if first is None:
        return None
    last = min(len(places), first + len(words)) - 1
    start, end = places[first][0], places[last][1]
    near = source.text[start:end].strip(_TRIM)
    ratio = SequenceMatcher(None, near.split(), words, autojunk=False).ratio()
    return _Match(Span(source.offsets[start], source.offsets[end - 1] + 1), near, ratio)


def _window(text: Sequence[str], words: Sequence[str]) -> int | None:
    """Where the run of as many words begins that shares most with these; None where too few are shared."""
    wanted = Counter(word.strip(_TRIM) for word in words)
    inside: Counter[str] = Counter()
    shared, best, first = 0, int(_NEAR_RENDERING * len(words)), None
    for at, word in enumerate(text):
        inside[word] += 1
        shared += inside[word] <= wanted[word]
        if at >= len(words):
            gone = text[at - len(words)]
            shared -= inside[gone] <= wanted[gone]
            inside[gone] -= 1
        if shared > best or (first is None and shared == best):
            best, first = shared, max(0, at - len(words) + 1)
    return first


def _changes(draft: str, record: str) -> tuple[Change, ...]:
    """Where two texts differ, word by word."""
    ours, theirs = draft.split(), record.split()
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    return tuple(
        Change(" ".join(ours[a:b]), " ".join(theirs[c:d]))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    )


def _plain(text: str) -> _Plain:
    parts: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text.translate(_TABLE)):
        plain = " " if character.isspace() else character
        if plain == " " and parts and parts[-1] == " ":
            continue
        parts.append(plain)
        offsets.append(offset)
    return _Plain("".join(parts), tuple(offsets))
