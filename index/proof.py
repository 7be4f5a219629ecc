"""The proof of a new generation: that what was written finds its own passages.

If passages, postings and vectors did not belong together, nearly none would be found by its own
text. Notices share their formal sentences, and some hardly differ: finding another one that says
the same is no fault.
"""

from collections.abc import Mapping, Sequence
from itertools import chain

from index.analysis import word_terms
from index.block import one_block
from index.embedder import Embedder
from index.errors import DamagedSnapshot
from index.hit import Filters
from index.manifest import Manifest
from index.passage import Passage
from index.passages import Tagger
from index.retriever import HybridRetriever
from index.segment import segment_from
from index.shelf import joined

_ASKED = 16  # passages of each language that are asked for
_MOST_MISSED = 0.25
_SAME = 0.8  # share of words two passages have in common that say the same


def prove(manifest: Manifest, files: Mapping[str, bytes], embedder: Embedder, tags: Tagger) -> None:
    """See that the new segments among the files find their own passages, in each language.

    Raises: DamagedSnapshot when more than a quarter of a language's is not found by its own text.
    """
    try:
        read = [
            segment_from(files[name], manifest.made.dimensions) for name in manifest.segments if name in files
        ]
    except (ValueError, KeyError) as problem:
        raise DamagedSnapshot(f"{manifest.id[:16]}…: {type(problem).__name__}: {problem}") from problem
    if not read:
        return
    passages = tuple(chain.from_iterable(segment.passages for segment in read))
    retriever = HybridRetriever(one_block(passages, joined([s.shelf for s in read])), embedder, tags)
    for language in sorted({passage.language for passage in passages}):
        asked = [passage for passage in passages if passage.language == language]
        _prove_some(asked[:: -(-len(asked) // _ASKED)], retriever)


def _prove_some(asked: Sequence[Passage], retriever: HybridRetriever) -> None:
    missed = [passage.key for passage in asked if not _is_found(passage, retriever)]
    if len(missed) > len(asked) * _MOST_MISSED:
        raise DamagedSnapshot(f"{missed[0]} and {len(missed) - 1} more are not found by their own text")


def _is_found(passage: Passage, retriever: HybridRetriever) -> bool:
    own = Filters(language=passage.language)
    hits = retriever.search(passage.text, language=passage.language, filters=own, limit=3)
    return any(hit.passage.text == passage.text or _say_the_same(hit.passage, passage) for hit in hits)


def _say_the_same(one: Passage, other: Passage) -> bool:
    words, others = (set(word_terms(each.text, each.language)) for each in (one, other))
    return len(words & others) >= _SAME * len(words | others)
