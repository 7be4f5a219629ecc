"""A draft as sentences that can be checked, each with what keeps it from being a plain assertion.

Knows hedges, questions, reported speech and quotation marks. Refuses to know the records.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from assistant.check.naming import SaidOver, by_states
from assistant.check.vocabulary import Vocabulary, vocabulary
from assistant.understanding import reading
from assistant.understanding.reading import Reading
from corpus.lexicon import Lexicon, lexicon
from corpus.phrase import fold
from corpus.reading import ReadingView, read_view
from corpus.sentence import sentences_in
from corpus.text import SourceText, Span

QUOTED = re.compile(
    r"\"([^\"\n]{3,1500})\"|(?<!\w)'([^'\n]{12,1500})'(?!\w)|[‹<]{1,2}([^<>‹›\n]{3,1500})[›>]{1,2}"
)
_FEWEST_QUOTED = 3
_REASON_END = re.compile(r"[,;()–—]|[.!?»”\"]*\s*$")
_PARTING = 2  # stops around what is put in between
_BODY_TAGS = ("body.parliament", "body.national", "person.office", "person.name")
_NUMBER_AT_END = re.compile(r"(?<=\d)\.(?=\s*$)")  # "CM 5555/25." must not look like a longer number


class Doubt(StrEnum):
    """Why a sentence asserts nothing that a record could bear out."""

    QUESTION = "question"
    HEDGED = "hedged"
    NEGATED = "negated"
    REPORTED = "reported"
    OTHER_BODY = "other_body"
    OTHER_MATTER = "other_matter"
    OTHER_DATE = "other_date"
    WRONG_DATE = "wrong_date"
    SEQUENCE = "sequence"
    UNCLEAR = "unclear"


@dataclass(frozen=True, eq=False)
class Sentence:
    """One sentence of the draft, said by states: ``text`` is ``whole`` with its quotations blanked out."""

    view: ReadingView
    start: int
    said: SaidOver
    language: str

    @property
    def whole(self) -> str:
        """The sentence with states in place of capitals and groups."""
        return self.said.text

    def place(self, span: Span) -> Span:
        """The place in the draft of a span of the sentence."""
        written = self.said.original(span)
        return self.view.span(self.start + written.start, self.start + written.end)

    @property
    def lexicon(self) -> Lexicon:
        """The words of notices in the sentence's language."""
        return lexicon(self.language)

    @property
    def words(self) -> Vocabulary:
        """The check's own words in the sentence's language."""
        return vocabulary(self.language)

    @cached_property
    def quotations(self) -> tuple[Span, ...]:
        """What stands in quotation marks and is long enough to be a quotation."""
        return tuple(_quotations(self.whole))

    @cached_property
    def reasons(self) -> tuple[Span, ...]:
        """The reasons it gives: each up to the next stop."""
        spoken = _blanked(self.whole, self.quotations)
        found = (Span(*each.span()) for each in self.words.because.finditer(fold(spoken)))
        return tuple(Span(each.start, _end_of_reason(self.whole, each)) for each in found)

    @cached_property
    def spoken(self) -> str:
        """The sentence without its quotations and reasons."""
        return _blanked(self.whole, (*self.quotations, *self.reasons))

    @cached_property
    def companions(self) -> tuple[Span, ...]:
        """Where it says "alongside" or its like."""
        return tuple(Span(*found.span()) for found in self.words.alongside.finditer(fold(self.spoken)))

    @cached_property
    def text(self) -> str:
        """The sentence as it is spoken, with every "alongside" said as "and"."""
        text = self.spoken
        for place in self.companions:
            text = text[: place.start] + self.words.joiner.ljust(len(place)) + text[place.end :]
        return _NUMBER_AT_END.sub(" ", text)

    @cached_property
    def folded(self) -> str:
        """The text without capitals and accents."""
        return fold(self.text)

    @cached_property
    def reading(self) -> Reading:
        """The sentence read with the cues of questions."""
        return reading.read(self.text, self.language)

    @cached_property
    def doubt(self) -> Doubt | None:
        """What keeps the whole sentence from being a plain assertion; None where nothing does."""
        if self.whole.rstrip(" \"')]»”").endswith(self.words.question):
            return Doubt.QUESTION
        opening = (self.lexicon.vote.hedged, self.words.supposed)
        is_supposed = any(pattern.match(self.folded.lstrip()) for pattern in opening)
        if is_supposed or self.words.hedged.search(self.folded):
            return Doubt.HEDGED
        if self.words.reported.search(self.folded):
            return Doubt.REPORTED
        if any(self.reading.has(tag) for tag in _BODY_TAGS) or self.words.other_vote.search(self.folded):
            return Doubt.OTHER_BODY
        if self.words.sequence.search(self.folded):
            return Doubt.SEQUENCE
        return Doubt.OTHER_MATTER if self.lexicon.vote.not_this_vote.search(self.folded) else None

    def is_negated(self, *but: Span) -> bool:
        """Whether a word of denial stands anywhere but in these places."""
        found = (Span(*match.span()) for match in self.words.negated.finditer(self.folded))
        return any(not any(place.contains(span) for place in but) for span in found)


def sentences_of(text: str, language: str) -> tuple[Sentence, ...]:
    """The sentences of a draft, in its order."""
    view = read_view(SourceText(text))
    found: list[Sentence] = []
    for start, end in _lines(view.text):
        line = view.text[start:end]
        ranges = sentences_in(line, fold(line), lexicon(language))
        found += [_sentence(view, start + a, line[a:b], language) for a, b in ranges if line[a:b].strip()]
    return tuple(found)


def _sentence(view: ReadingView, start: int, written: str, language: str) -> Sentence:
    said = by_states(written, lexicon(language), tuple(_quotations(written)))
    return Sentence(view, start, said, language)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for found in re.finditer(r"[^\n]+", text):
        yield found.span()


def _blanked(text: str, places: Iterable[Span]) -> str:
    for place in places:
        text = text[: place.start] + "\0" * len(place) + text[place.end :]
    return text


def _end_of_reason(text: str, because: Span) -> int:
    """Where a reason ends: at the next stop, past what is put in between ("because, it said, the method")."""
    stops = [found.start() for found in _REASON_END.finditer(text, because.end)]
    is_parted = len(stops) > _PARTING and not text[because.end : stops[0]].strip()
    return (stops[_PARTING:] if is_parted else stops or [len(text)])[0]


def _quotations(text: str) -> Iterator[Span]:
    for found in QUOTED.finditer(text):
        inside = next(n for n in (1, 2, 3) if found[n] is not None)
        if len(found[inside].split()) >= _FEWEST_QUOTED:
            yield Span(*found.span(inside))
