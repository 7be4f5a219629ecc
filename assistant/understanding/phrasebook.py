"""A phrasebook: many phrases found in one pass over a question, the longest one winning.

Knows words, stems (``vot*``) and endings (``*pool``). Refuses to know what a tag means.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.understanding.token import tokenise

STEM = "*"
_NO_TAGS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Mark:
    """Tags found on a half-open range of tokens."""

    tags: frozenset[str]
    start: int
    end: int


class _Node:
    """One step of the tree of phrases: by whole word, by stem, by ending."""

    __slots__ = ("endings", "stems", "tags", "words")

    def __init__(self) -> None:
        # Most nodes end a phrase: empty tables would be a third of the book.
        self.words: dict[str, _Node] | None = None
        self.stems: dict[str, _Node] | None = None
        self.endings: dict[str, _Node] | None = None
        self.tags: frozenset[str] = _NO_TAGS

    def step(self, word: str, *, is_stem: bool, is_ending: bool) -> "_Node":
        """The node a word of a phrase leads to, new where there was none."""
        if is_stem:
            branch = self.stems = {} if self.stems is None else self.stems
        elif is_ending:
            branch = self.endings = {} if self.endings is None else self.endings
        else:
            branch = self.words = {} if self.words is None else self.words
        return branch.setdefault(word, _Node())

    def steps(self, word: str) -> Iterable["_Node"]:
        """The nodes a word leads to."""
        if self.words and word in self.words:
            yield self.words[word]
        if self.stems:
            for length in range(len(word), 0, -1):
                if word[:length] in self.stems:
                    yield self.stems[word[:length]]
        if self.endings:
            for start in range(len(word)):
                if word[start:] in self.endings:
                    yield self.endings[word[start:]]


class Phrasebook:
    """Phrases with their tags; built once, then only read."""

    def __init__(self) -> None:
        self._root = _Node()
        self._words: set[str] = set()
        self._tags: dict[frozenset[str], frozenset[str]] = {}

    @property
    def words(self) -> frozenset[str]:
        """Every whole word of every phrase."""
        return frozenset(self._words)

    def add(self, phrase: str, tag: str) -> None:
        """Enter a phrase: words, each with ``*`` behind it for any ending or before it for any beginning."""
        node = self._root
        for part in phrase.split():
            stem, ending = part.endswith(STEM), part.startswith(STEM)
            words = [token.folded for token in tokenise(part)]
            for index, word in enumerate(words):
                last, first = index == len(words) - 1, index == 0
                node = node.step(word, is_stem=stem and last, is_ending=ending and first)
                if not (stem or ending):
                    self._words.add(word)
        if node is not self._root:
            tags = node.tags | {tag}
            node.tags = self._tags.setdefault(tags, tags)  # one set for the many phrases tagged alike

    def knows(self, word: str) -> bool:
        """Whether a word can begin a phrase or stands in one."""
        return word in self._words or any(True for _ in self._root.steps(word))

    def longest(self, words: Sequence[str], start: int) -> Mark | None:
        """The longest phrase that begins at a token; equally long ones add up their tags."""
        tags_by_end: dict[int, frozenset[str]] = {}
        pending = [(self._root, start)]
        while pending:
            node, at = pending.pop()
            if node.tags:
                tags_by_end[at] = tags_by_end.get(at, frozenset()) | node.tags
            if at < len(words):
                pending.extend((step, at + 1) for step in node.steps(words[at]))
        end = max(tags_by_end, default=None)
        return None if end is None else Mark(tags_by_end[end], start, end)

    def marks(self, words: Sequence[str]) -> tuple[Mark, ...]:
        """The phrases of a text from left to right; none overlaps another."""
        found: list[Mark] = []
        at = 0
        while at < len(words):
            mark = self.longest(words, at)
            if mark is not None:
                found.append(mark)
            at = mark.end if mark is not None else at + 1
        return tuple(found)
