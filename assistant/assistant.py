"""The assistant: a question goes in, a cited answer comes out. The main path of asking.

understand → conclude → word. Holds no branching on content and keeps no memory: the chat's memory
is the previous understanding, sent back with the question.
"""

from collections.abc import Mapping
from functools import cached_property, lru_cache, partial
from itertools import islice

from assistant.answer import SAYING, Answer
from assistant.conclusion import conclude
from assistant.essence import essence_of
from assistant.permalink import Addressed, Asked, Understood, permalink_of
from assistant.procedures.library import Library
from assistant.question import Understanding
from assistant.understanding import document as understanding_document
from assistant.understanding.subject.matter import matters_named
from assistant.understanding.understand import understand
from assistant.wording.catalogue import FALLBACK, catalogue, languages
from assistant.wording.sentences import word, word_messages
from index.hit import Filters, Hit, Retriever

_NO_QUERY_SCORE = 0.0
_MOST_FOLLOW_UPS = 4
_MOST_ESSENCES = 256  # whose verdicts are kept: many ways of asking come to the same


class Assistant:
    """Answers over one snapshot. Safe to share between threads: it remembers what can be asked, no asker."""

    def __init__(self, library: Library, retriever: Retriever, snapshot_id: str) -> None:
        self.library = library
        self.snapshot_id = snapshot_id
        self._retriever = retriever
        conclude_here = partial(conclude, library=library, retriever=retriever)
        self._concluded = lru_cache(_MOST_ESSENCES)(conclude_here)  # holds no assistant, so dies with it
        self._is_answered: dict[tuple[str, str], bool] = {}

    @cached_property
    def _named(self) -> frozenset[str]:
        return matters_named(self.library.procedures)

    def ask(
        self,
        question: str,
        *,
        language: str | None = None,
        previous: Mapping[str, object] | Understanding | None = None,
        procedure: str | None = None,
    ) -> Answer:
        """The answer to a question in its own language; a pure function of snapshot and arguments."""
        before = understanding_document.read(previous)
        asked = understand(question, language, before, procedure, self._named)
        carried = understanding_document.document(before) if before and asked.carried else None
        return self._answer(asked, Asked(question, language, procedure, carried, self.snapshot_id), question)

    def answer(self, asked: Understanding, question: str) -> Answer:
        """The answer to what was understood, however it was asked; ``question`` says it in words."""
        return self._answer(asked, Understood(asked, self.snapshot_id), question)

    def understand(
        self, question: str, *, language: str | None = None, procedure: str | None = None
    ) -> Understanding:
        """What a question asks, without answering it."""
        return understand(question, language, None, procedure, self._named)

    def _answer(self, asked: Understanding, address: Addressed, question: str) -> Answer:
        verdict = conclude(asked, self.library, self._retriever)
        essence = essence_of(asked, verdict, self.library, self._concluded)
        words = catalogue(asked.language)
        worded = word(words, verdict)
        return Answer(
            question=question,
            language=words.language,
            status=verdict.status,
            reason=verdict.reason,
            understanding=understanding_document.document(asked),
            text="\n".join([worded.text, *_notes(asked.language)]),
            claims=worded.claims,
            citations=worded.citations,
            computations=worded.computations,
            tally=verdict.tally,
            follow_ups=self._offered(worded.follow_ups, question, words.language),
            snapshot=self.snapshot_id,
            permalink=permalink_of(Understood(essence, self.snapshot_id) if essence else address),
            asked_at=permalink_of(address),
        )

    def _offered(self, follow_ups: tuple[str, ...], question: str, language: str) -> tuple[str, ...]:
        """Those that the records answer; never the question itself."""
        others = (each for each in follow_ups if each != question and self._can_answer(each, language))
        return tuple(islice(others, _MOST_FOLLOW_UPS))

    def _can_answer(self, question: str, language: str) -> bool:
        key = (question, language)
        if key not in self._is_answered:
            verdict = conclude(
                understand(question, language, named=self._named), self.library, self._retriever
            )
            self._is_answered[key] = verdict.status in SAYING
        return self._is_answered[key]

    def passages(
        self, query: str, *, language: str, filters: Filters, limit: int, offset: int = 0
    ) -> tuple[Hit, ...]:
        """The passages nearest to a query; all that pass the filters, in record order, without one."""
        if query.strip():
            return self._retriever.search(query, language=language, filters=filters, limit=offset + limit)[
                offset:
            ]
        found = self._retriever.listing(filters=filters, limit=limit, offset=offset)
        return tuple(Hit(passage, _NO_QUERY_SCORE, _NO_QUERY_SCORE) for passage in found)


def _notes(language: str) -> tuple[str, ...]:
    """That an answer is in English because its language has no wording yet."""
    if language in languages():
        return ()
    return word_messages(catalogue(FALLBACK), (("limit.language", {"language": language}),))
