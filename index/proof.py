"""The proof of a new generation: that what was written finds its own passages.

If passages, postings and vectors did not belong together, nearly none would be found by its own
text. Notices share their formal sentences, and some hardly differ: finding another one that says
the same is no fault.
"""

from collections.abc import Iterable, Sequence
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
from index.segment import Segment, segment_from
from index.shelf import joined

_SEARCHED = 8  # segments that are searched, of all that are read back
_ASKED = 16  # passages of each language that are asked for
_MOST_MISSED = 0.25
_SAME = 0.8  # share of words two passages have in common that say the same


def prove(manifest: Manifest, files: Iterable[tuple[str, bytes]], embedder: Embedder, tags: Tagger) -> None:
    """See that the segments among new files can be read and find their own passages, in each language.

    Raises: DamagedSnapshot when more than a quarter of a language's is not found by its own text.
    """
    searched = set(manifest.segments[:: -(-len(manifest.segments) // _SEARCHED) or 1])
    chosen: list[Segment] = []
    for name, content in files:
        segment = _segment(name, content, manifest) if name in manifest.segments else None
        if segment and (name in searched or not chosen):
            chosen.append(segment)
    if not chosen:
        return
    passages = tuple(chain.from_iterable(segment.passages for segment in chosen))
    retriever = HybridRetriever(one_block(passages, joined([s.shelf for s in chosen])), embedder, tags)
    for language in sorted({passage.language for passage in passages}):
        asked = [passage for passage in passages if passage.language == language]
        _prove_some(asked[:: -(-len(asked) // _ASKED)], retriever)


def _segment(name: str, content: bytes, manifest: Manifest) -> Segment:
    try:
        return segment_from(content, manifest.made.dimensions)
    except (ValueError, KeyError) as problem:
        raise DamagedSnapshot(f"{name}: {type(problem).__name__}: {problem}") from problem


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
