"""Whose word a sentence gives its vote on: the notice's, a state's, the Council's, or a stranger's.

"According to Reuters, Hungary voted against" claims what Reuters says, which is in no record: it is not
checkable, however true. Knows what leads in a source. Refuses to know whether the source is right.
"""

import re
from collections.abc import Iterator

from assistant.check.draft import Sentence
from corpus.member_state import find_states
from corpus.state_names import MentionKind
from corpus.text import Span

_WORD = re.compile(r"[^\W\d_]+")
_HEAD = re.compile(r"[^.:;,\d]{1,40}:")
_PUT_IN = re.compile(r"[,–—]([^,;:.()–—\0]+)(?=[,–—]|[.!]?\s*$)")
_LONGEST_PUT_IN = 4
_STOP = re.compile(r"[,;:.()–—\0]")
_NAMED = frozenset({MentionKind.NAME, MentionKind.CAPITAL})


def is_by_a_stranger(sentence: Sentence) -> bool:
    """Whether a source is named that is neither the record nor one that speaks in it."""
    words, text = sentence.words, sentence.folded
    behind = (_after(sentence, found.end()) for found in words.source.finditer(text))
    before = (_before(sentence, found.start()) for found in words.source_behind.finditer(text))
    is_led = any(word is None or not _is_own(sentence, word) for word in (*behind, *before))
    return is_led or any(_strange_names(sentence)) or _is_headed(sentence) or _is_put_in(sentence)


def _is_put_in(sentence: Sentence) -> bool:
    """Whether a state's word is put in between or at the end: "Hungary, Poland says, voted against"."""
    words = sentence.words
    says = (words.attributed, words.source, words.source_behind)
    put_in = (Span(*found.span(1)) for found in _PUT_IN.finditer(sentence.folded))
    told = (
        place
        for place in put_in
        if len(sentence.folded[place.start : place.end].split()) <= _LONGEST_PUT_IN
        and any(pattern.search(sentence.folded, place.start, place.end) for pattern in says)
    )
    return any(find_states(sentence.text[place.start : place.end], sentence.language) for place in told)


def _is_headed(sentence: Sentence) -> bool:
    """Whether a sentence stands behind a strange name and a colon: "Reuters: Hungary voted against"."""
    head = _HEAD.match(sentence.text)
    words = [Span(*found.span()) for found in _WORD.finditer(head[0])] if head else []
    stances = sentence.lexicon.stances.values()
    labels = [pattern for each in stances for pattern in (each.label, each.verb, each.noun)]
    is_label = any(label.search(sentence.folded, 0, len(head[0])) for label in labels) if head else False
    return bool(words) and not is_label and not any(_is_common(sentence, word) for word in words)


def _strange_names(sentence: Sentence) -> Iterator[Span]:
    """Names beside a word for saying that are not the record's: "Euractiv reported", "schrieb Reuters"."""
    for found in sentence.words.attributed.finditer(sentence.folded):
        for word in (_before(sentence, found.start()), _after(sentence, found.end())):
            if word is not None and sentence.text[word.start].isupper() and not _is_common(sentence, word):
                yield word


def _after(sentence: Sentence, at: int) -> Span | None:
    """The first word with a meaning of its own behind a place, in the same clause."""
    stop = _STOP.search(sentence.folded, at)
    for found in _WORD.finditer(sentence.folded, at, stop.start() if stop else len(sentence.folded)):
        if not _is_small(sentence, found[0]):
            return Span(*found.span())
    return None


def _before(sentence: Sentence, at: int) -> Span | None:
    """The word right before a place, in the same clause."""
    found = list(_WORD.finditer(_STOP.split(sentence.folded[:at])[-1]))
    start = at - len(_STOP.split(sentence.folded[:at])[-1])
    return Span(start + found[-1].start(), start + found[-1].end()) if found else None


def _is_common(sentence: Sentence, word: Span) -> bool:
    """Whether a word with a capital is no name: it may open the sentence."""
    text = sentence.folded[word.start : word.end]
    common = (sentence.words.between, sentence.lexicon.vote.delegation, sentence.lexicon.vote.transparent)
    return any(pattern.fullmatch(text) for pattern in common) or _is_own(sentence, word)


def _is_small(sentence: Sentence, word: str) -> bool:
    small = (sentence.lexicon.vote.articles, sentence.words.around, sentence.words.article)
    return any(pattern.fullmatch(word) for pattern in small)


def _is_own(sentence: Sentence, word: Span) -> bool:
    """Whether a word names a state, the record, its statements, the Council, the Commission or the Treaty."""
    states = find_states(sentence.text, sentence.language)
    if any(mention.span.overlaps(word) and mention.kind in _NAMED for mention in states):
        return True
    words, lexicon = sentence.words, sentence.lexicon
    own = (
        words.notice, words.council, words.object, words.other_act, words.majority, words.around,
        lexicon.heading.statement, lexicon.speaker.commission, lexicon.outcome.adopted,
        lexicon.vote.verbs, lexicon.months, lexicon.procedure.written, lexicon.reference.decision,
    )  # fmt: skip
    named = (Span(*found.span()) for pattern in own for found in pattern.finditer(sentence.folded))
    return any(each.overlaps(word) for each in (*named, *sentence.reading.mentions.claimed))
