"""What a word for a vote is said of: this vote, or something else ("abstained from criticism").

Knows which words may follow it up to the end of its clause: the matter, the act, the vote, when and where.
Any other word is another object, whatever it means.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache

from assistant.check.case import Case
from assistant.check.draft import Sentence
from assistant.check.scope import foreign_acts
from assistant.scoping.topic import concepts_in
from assistant.understanding import cues
from assistant.understanding.subject import matter
from assistant.understanding.token import tokenise
from corpus.cue import CueKind, cues_in
from corpus.lexicon import lexicon
from corpus.phrase import fold, words_spelled_in
from corpus.text import Span

_CLAUSE_END = re.compile(r"[,;.:()–—\0\n]")
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SUBJECT = "subject"
_SHORT_OBJECT = 3


def is_of_this_vote(sentence: Sentence, case: Case, cue: Span, others: Collection[Span]) -> bool:
    """Whether nothing in or behind a word for a vote gives it another object.

    ``others`` are the voters, numbers and words for votes of the sentence: the clause ends before the next.
    """
    behind = Span(cue.end, _end_of_clause(sentence, cue, others))
    if any(behind.overlaps(act) for act in foreign_acts(sentence, case)):
        return False
    within = _strangers(sentence, case, cue, (_words_for_votes(sentence.language),))
    places = (behind, *_put_first(sentence, cue, others))
    if any(within) or any(any(_strangers(sentence, case, each)) for each in places):
        return False
    is_whole = all(_is_whole(sentence, each) for each in (cue, *places))
    return is_whole and not any(_is_of_another_year(sentence, case, each) for each in (cue, behind))


def is_led_by_another(sentence: Sentence, case: Case, voters: Span, others: Collection[Span]) -> bool:
    """Whether voters are the object of another's doing: "Poland thanked Hungary for voting against".

    So it is where a word stands before them in their clause that says neither when, where nor of what matter.
    """
    stops = [found.end() for found in _CLAUSE_END.finditer(sentence.folded, 0, voters.start)]
    stops += [other.end for other in others if other.end <= voters.start]
    for pattern in (sentence.words.connective, sentence.lexicon.vote.separators):
        stops += [found.end() for found in pattern.finditer(sentence.folded, 0, voters.start)]
    return has_strangers(sentence, case, Span(max([0, *stops]), voters.start))


def has_strangers(sentence: Sentence, case: Case, place: Span) -> bool:
    """Whether words stand there that no plain telling of this vote has."""
    words = sentence.words
    also = (_words_for_votes(sentence.language), words.members, words.between, words.notice)
    return any(_strangers(sentence, case, place, also))


def _put_first(sentence: Sentence, cue: Span, others: Collection[Span]) -> Iterator[Span]:
    """What stands first and is put as an object is: "on the budget, Latvia abstained", "X, from which"."""
    verbs = (each for each in cues_in(sentence.folded, sentence.lexicon) if each.kind is CueKind.VERB)
    first = min([cue.start, *(each.start for each in others), *(each.span.start for each in verbs)])
    found = sentence.words.about.search(sentence.folded, 0, first)
    if found is None:
        return
    stop = _CLAUSE_END.search(sentence.folded, found.end(), first)
    end = stop.start() if stop else first
    led = sentence.folded[found.end() : end].split()
    is_relative = len(led) == 1 and sentence.lexicon.vote.transparent.fullmatch(led[0]) is not None
    yield Span(0 if is_relative else found.start(), end)


def _is_of_another_year(sentence: Sentence, case: Case, place: Span) -> bool:
    """Whether an act is named by a year that its title does not have: "the pool for 2025"."""
    own = {found[0] for found in _YEAR.finditer(case.title.value)} if case.title else set()
    text = sentence.folded[place.start : place.end]
    for year in _YEAR.finditer(text) if own else ():
        before, behind = text[: year.start()].split()[-2:], text[year.end() :].lstrip(".").split()[:2]
        is_date = any(sentence.lexicon.months.fullmatch(word.strip(".")) for word in before[-2:])
        near = " ".join((*before, *behind))
        if year[0] not in own and not is_date and sentence.words.object.search(near):
            return True
    return False


def _is_whole(sentence: Sentence, place: Span) -> bool:
    """Whether what only describes an act stands beside a word for one: "the Council" alone is none."""
    text = sentence.folded[place.start : place.end]
    return not sentence.words.beside.search(text) or sentence.words.object.search(text) is not None


def _end_of_clause(sentence: Sentence, cue: Span, others: Collection[Span]) -> int:
    words, lexicon_ = sentence.words, sentence.lexicon
    stops = [found.start() for found in _CLAUSE_END.finditer(sentence.folded, cue.end)][:1]
    starts = [other.start for other in others if other.start >= cue.end]
    stops += starts
    stop = min([*stops, len(sentence.folded)])
    for pattern in (words.connective, lexicon_.vote.separators):
        for found in pattern.finditer(sentence.folded, cue.end, stop):
            if not _goes_on(sentence, found.end(), stop, is_next_led=stop in starts):
                stop = found.start()
                break
    return stop


def _goes_on(sentence: Sentence, at: int, stop: int, *, is_next_led: bool) -> bool:
    """Whether what stands behind an "and" is a further object: "and the budget".

    What leads the next voters is none: "and the other 21".
    """
    rest = sentence.folded[at:stop].strip()
    if is_next_led and len(rest.split()) < _SHORT_OBJECT:
        return False
    is_led = sentence.lexicon.vote.articles.match(rest) or sentence.words.around.match(rest)
    return bool(rest) and (is_led is not None or len(rest.split()) <= _SHORT_OBJECT)


def _strangers(
    sentence: Sentence, case: Case, place: Span, also: Collection[re.Pattern[str]] = ()
) -> Iterator[str]:
    """The words of a place that are neither the matter's nor say when, where and how it was voted on."""
    lexicon_, words = sentence.lexicon, sentence.words
    text = sentence.folded[place.start : place.end]
    known = (
        lexicon_.outcome.adopted, words.adopted, lexicon_.procedure.written,
        words.object, words.beside, words.around, lexicon_.vote.verbs, lexicon_.vote.transparent,
        lexicon_.vote.articles, lexicon_.months, lexicon_.numbers, *also,
    )  # fmt: skip
    plain = [Span(*found.span()) for pattern in known for found in pattern.finditer(text)]
    words_ = (Span(*found.span()) for found in _WORD.finditer(text))
    left = [word for word in words_ if not any(each.contains(word) for each in plain)]
    own = _own_places(sentence, case) if left else ()
    titled = _title_words(case, sentence.language) if left else frozenset()
    for word in left:
        said = text[word.start : word.end]
        at = Span(place.start + word.start, place.start + word.end)
        if said not in titled and not any(each.overlaps(at) for each in own):
            yield said


def _own_places(sentence: Sentence, case: Case) -> tuple[Span, ...]:
    """Where a sentence names the matter of the procedure, or its file and documents."""
    found, tokens = sentence.reading, sentence.reading.tokens
    title = case.title
    concepts = concepts_in(title.value, case.notice.language) if title else frozenset()
    tags = {f"{cues.TOPIC}.{concept}" for concept in concepts} | matter.matters_of(case.procedure)
    marks = (*cues.cues(sentence.language).topics.marks(found.words), *matter.named_in(found))
    named = [Span(tokens[m.start].start, tokens[m.end - 1].end) for m in marks if m.tags & tags]
    return (*named, *found.mentions.claimed)


@cache
def _words_for_votes(language: str) -> re.Pattern[str]:
    """Every word that the lexicon's phrases for positions spell out."""
    stances = lexicon(language).stances.values()
    return words_spelled_in(p for w in stances for p in (w.verb, w.noun, w.particle, w.label))


def _title_words(case: Case, language: str) -> frozenset[str]:
    """The words of the title in a language: as printed, or in our rendering."""
    texts = [case.title.value] if case.title and case.notice.language == language else []
    texts += [g.text for g in case.record.glosses if (g.label, g.language) == (_SUBJECT, language)]
    return frozenset(fold(token.text) for text in texts for token in tokenise(text))
