"""Where the question stands in what was written: stories, several questions, "who … and why".

Knows sentences and joints between questions. Refuses to know what each asks.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.understanding import (
    beginning,
    cues,
    halves,
    headings,
    hypothesis,
    mention,
    reading,
    repair,
    supposition,
)
from assistant.understanding.phrasebook import Mark
from assistant.understanding.reading import Reading
from assistant.understanding.result_numbers import results_in
from assistant.understanding.subject import policy

_SMALL = "".join(filter(str.islower, map(chr, range(0x530))))  # Latin, Greek and Cyrillic: "№ док. на акта"
_SENTENCE_END = re.compile(
    rf"(?<=[?!;？])\s+(?=\S)|(?<=[»”\"’]\.)\s+(?=[^\W\d_{_SMALL}]|¿)"
    rf"|(?<=[^\W\d_]{{3}}\.)(?<!\d\s[^\W\d_]{{3}}\.)(?<![Pp]roc\.)(?<![Aa]rt\.)(?<![Nn]úm\.)\s+(?=[^\W\d_{_SMALL}]|¿)"
    r"|(?<=\d\.)\s+(?=(?-i:[A-Z])[a-z]+\s)|\s*\n+\s*"
)
_ASKING = ("interrogative.", "politeness.filler", "opinion.", "follow_up.show", "follow_up.how_known")
_MATTER = ("object.", "position.", "state.", "group.", "time.")
_BESIDE = ("_after", "_before")  # a bare preposition, no position by itself
_JOINED = frozenset(
    f"interrogative.{name}"
    for name in ("who", "what", "how", "how_many", "why", "when", "where", "which", "yes_no")
)
_JOINING = frozenset({"object.joining"})  # "dazu", "besides": no matter by itself
_MOST_PARTS = 6
_MERE = 4
_MERE_JUDGEMENT = 8
_PREPOSITION = 4
_MARKS = {"el": ";"}
_MEASURES = frozenset({"object.population", "object.states", "object.coverage", "object.figure"})
_RULE = frozenset({"object.majority", "object.threshold"})
_WEAK = "interrogative.what_weak"
_POINTING = frozenset({"object.joining"})  # "Wie kam es dazu?" points at what was told
_ASKED = ("object.", "position.")
_SUPPOSING = ("hypothetical.", "premise.")
_TWO_SIDED = frozenset({"object.comparison", "object.shortfall"})


@dataclass(frozen=True, slots=True)
class Clauses:
    """The questions asked, in order, and what was told beside them."""

    questions: tuple[str, ...]
    context: str


def clauses_of(text: str, language: str) -> Clauses:
    """The questions in a text; a text that asks nothing is one question as a whole."""
    sentences = [
        repair.repaired(part, language)
        for sentence in _sentences_of(text, language)
        for part in _announced(sentence, language)
    ]
    if len(sentences) <= 1:
        return Clauses(_joined(sentences[0] if sentences else text, language), "")
    asking = [sentence for sentence in sentences if _is_marked(sentence, language)]
    if not asking:
        asking = [sentence for sentence in sentences if _asks(sentence, language)]
        asking = _with_matter(asking, sentences, language)
    if not asking:
        return Clauses((text,), "")
    asking = _with_conditions(sentences, asking, language)
    told = " ".join(
        sentence for sentence in sentences if not any(sentence in question for question in asking)
    )
    parts = tuple(part for sentence in asking for part in _joined(sentence, language))
    return Clauses(tuple(dict.fromkeys(parts))[:_MOST_PARTS], told)


def _sentences_of(text: str, language: str) -> list[str]:
    """The sentences of a text; the point of a day ("am 15. April") ends none."""
    days = mention.date_spans(text, language)
    ends = [m for m in _SENTENCE_END.finditer(text) if not any(d.start < m.start() < d.end for d in days)]
    starts, stops = (0, *(end.end() for end in ends)), (*(end.start() for end in ends), len(text))
    sentences = (text[start:stop].strip() for start, stop in zip(starts, stops, strict=True))
    return [sentence for sentence in sentences if any(c.isalnum() for c in sentence)]


def _is_marked(sentence: str, language: str) -> bool:
    """Whether a sentence bears its language's question mark."""
    return "?" in sentence or sentence.endswith(_MARKS.get(language, "?"))


def _announced(sentence: str, language: str) -> list[str]:
    """A question behind a colon, apart from an announcement that says nothing of the matter."""
    told, colon, question = sentence.rpartition(": ")
    if not colon or "?" not in question or not reading.read(question, language).asking:
        return [sentence]
    before = reading.read(told, language)
    matter = any(
        tag.startswith((*_MATTER, "hypothetical.", "premise.")) and not tag.endswith(_BESIDE)
        for tag in before.tags
    )
    numbered = before.mentions.documents or before.mentions.files
    named = before.topics or before.amounts or numbered or _names_matter(before)
    return [sentence] if matter or named else [told, question]


def _names_matter(before: Reading) -> bool:
    """Whether an announcement names what is voted on: "anchovy in the Bay of Biscay: …", "(Chile): …"."""
    return bool(policy.marks_in(before.words, before.language) or before.entities.non_members)


def _with_conditions(sentences: list[str], asking: list[str], language: str) -> list[str]:
    """A supposition told before a question belongs to it ("Suppose Spain had … . Would it pass?"),
    and so does whatever is told before a question that says nothing itself ("Was it?")."""
    found: list[str] = []
    for before, sentence in pairwise(["", *sentences]):
        if sentence not in asking:
            continue
        told = before if before not in asking or _merely_supposes(before, language) else ""
        belongs = bool(told) and (
            _supposes(told, language) or _says_nothing(sentence, language) or bool(results_in(told))
        )
        if belongs and found[-1:] == [told]:
            found.pop()
        found.append(f"{told} {sentence}" if belongs else sentence)
    return found


def _merely_supposes(sentence: str, language: str) -> bool:
    """Whether a question only supposes, and leaves to the next one what would have become of it."""
    found = reading.read(sentence, language)
    supposed = found.first("hypothetical.if") is not None and bool(hypothesis.switches_in(found))
    return supposed and not found.has("interrogative.what") and not found.tags & supposition.RESULTS


def _supposes(sentence: str, language: str) -> bool:
    found = reading.read(sentence, language)
    return found.first("hypothetical.if") is not None or bool(
        supposition.is_hypothetical(found) and hypothesis.switches_in(found)
    )


def _says_nothing(sentence: str, language: str) -> bool:
    """Whether a question is a mere "was it?", "is that right?", "is my colleague right about that?"."""
    found = reading.read(sentence, language)
    matter = any(tag.startswith(_MATTER) for tag in found.tags - _POINTING) or bool(found.topics)
    if found.length <= 1 and not found.asking:
        return True  # "Ισχύει;"
    longest = _MERE_JUDGEMENT if found.has(reading.RIGHT) or found.has(reading.WRONG) else _MERE
    return found.length <= longest and not matter and not found.has("interrogative.why")


def _with_matter(asking: list[str], sentences: list[str], language: str) -> list[str]:
    """The sentences that ask; where all that do begin with a mere "that" and say nothing of a matter, those
    that name one: "I need the final score. Que sea exacto."."""
    read = [reading.read(sentence, language) for sentence in asking]
    if not read or any(_has_matter(found) or _is_led(found) for found in read):
        return asking
    return [each for each in sentences if _has_matter(reading.read(each, language))] or asking


def _has_matter(found: Reading) -> bool:
    return bool(found.topics) or any(tag.startswith(_ASKED) for tag in found.tags)


def _is_led(found: Reading) -> bool:
    """Whether a question word is said that is not a mere "that" of many languages."""
    return any(mark.tags - {_WEAK} for mark in found.asking)


def _asks(sentence: str, language: str) -> bool:
    """Whether a sentence without a question mark asks: its first cue is a question's."""
    found = reading.read(sentence, language)
    first = min((*found.marks, *found.asking), key=lambda mark: mark.start, default=None)
    return first is not None and first.start <= 1 and any(tag.startswith(_ASKING) for tag in first.tags)


def _joined(sentence: str, language: str) -> tuple[str, ...]:
    """The questions joined in one sentence: "Who voted against and why?" are two."""
    found = reading.read(sentence, language)
    turn = halves.turn_in(found)
    if turn is not None:
        told = sentence[: found.tokens[turn.start].start].strip(" ,;")
        return (*_joined(f"{told}?", language), sentence[found.tokens[turn.end].start :].strip(" ,;"))
    named_at = {mention.at for mention in found.entities.mentions}  # "agus an Pholainn" asks nothing
    asking_at = {mark.start for mark in found.asking if mark.tags & _JOINED} - named_at
    weak_at = {mark.start for mark in found.asking if _WEAK in mark.tags}  # "y con qué mayoría"
    cuts: list[int] = []
    begin = 0
    for mark in found.marks:
        led = mark.end + 1 in asking_at and _is_short(found, mark.end)
        asks = mark.end in asking_at or led or (mark.end + 1 in weak_at and _leads(found, mark.end))
        joins = "follow_up.and" in mark.tags and "follow_up.too" not in mark.tags
        anew = not asks and joins and beginning.begins_anew(found, begin, mark)
        if anew or (joins and asks and _stands_alone(found, begin, mark)):
            cuts.append(mark.start)
            begin = mark.end
    cuts = [cut for cut in sorted({*cuts, *halves.cuts_in(found)}) if not halves.asks_on(found, cut)]
    cuts = cuts or headings.between_headings(found)
    if not cuts:
        return (sentence,)
    edges = [0, *(found.tokens[cut].start for cut in cuts), len(sentence)]
    parts = [sentence[a:b].strip(" ,;") for a, b in pairwise(edges)]
    asked = "?" if _is_marked(sentence, language) else ""
    return tuple(part if "?" in part else f"{part}{asked}" for part in parts)


def _is_short(found: Reading, at: int) -> bool:
    """Whether a preposition stands at a token: "and by how many", "und an wie vielen"."""
    return found.tokens[at].is_word and len(found.tokens[at].text) <= _PREPOSITION


def _is_within(mark: Mark, asking: Sequence[Mark]) -> bool:
    """Whether a mark is but a question word, not what is asked."""
    return all(tag.startswith("time.") for tag in mark.tags) and any(
        each.start <= mark.start and mark.end <= each.end for each in asking
    )


def _leads(found: Reading, at: int) -> bool:
    """Whether a small word of the language stands at a token: "con qué", "com que"."""
    return found.tokens[at].folded in cues.cues(found.language).common


def _stands_alone(found: Reading, begin: int, joint: Mark) -> bool:
    """Whether what stands before a joint is a question with a matter of its own."""
    asks = any(begin <= mark.start < joint.start for mark in found.asking)
    parted = joint.start > 0 and found.tokens[joint.start - 1].text == ","
    before = [mark for mark in found.marks if begin <= mark.start < joint.start]
    told = [mark for mark in before if not _is_within(mark, found.asking)]  # "when and where did …" is one
    tags = {tag for mark in told for tag in mark.tags}
    is_between = bool(tags & _TWO_SIDED) and not parted
    measured = {tag for tag in tags if tag.startswith(_MATTER)} <= _MEASURES
    if measured and any(mark.tags & _RULE for mark in found.marks if mark.start >= joint.end):
        return False  # "what share of the people and how many states does a majority take": of one majority
    asks = asks or (parted and _proposes(tags))  # "¿Salió adelante, y con qué mayoría?"
    return asks and not is_between and any(tag.startswith(_MATTER) for tag in tags)


def _proposes(tags: Collection[str]) -> bool:
    """Whether what stands before a comma is a question by its verb alone: of a matter, and no supposition."""
    return any(tag.startswith(_ASKED) for tag in tags) and not any(tag.startswith(_SUPPOSING) for tag in tags)
