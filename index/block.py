"""A block: passages held in memory so that they can be searched, each record's together.

A snapshot is searched as blocks, large and small, so that a record can come in without the rest
being touched. How passages are spread over blocks changes nothing in what is found.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, groupby

import numpy as np

from index.embedder import Vectors
from index.lexical import Lexicon
from index.passage import Passage
from index.rows import Rows
from index.selection import Selection
from index.shelf import Shelf, joined, text_key, without
from index.texts import dense_texts
from index.vectors import EXACT_UP_TO

_JOINED_BELOW = 4  # a block is joined to the one before it while that is not so many times as large
_JOINED_AT_ONCE = 20_000  # passages that are joined while somebody waits for them: a quarter of a second


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Passages, and all that finds them. ``records`` are the ids in order, with their passages' count."""

    passages: tuple[Passage, ...]
    records: tuple[tuple[str, int], ...]
    shelf: Shelf
    words: Lexicon
    letters: Lexicon
    selection: Selection
    rows: Rows


def block_of(passages: Sequence[Passage], shelf: Shelf, *, exact: bool) -> Block:
    """The block of some passages, each record's together, and their shelf."""
    rows = Rows(shelf.vectors, exact=exact)
    return Block(
        passages=tuple(passages),
        records=tuple((id_, len(list(own))) for id_, own in groupby(passages, lambda p: p.record)),
        shelf=replace(shelf, vectors=rows.vectors),
        words=Lexicon(shelf.words),
        letters=Lexicon(shelf.letters),
        selection=Selection(passages),
        rows=rows,
    )


def blocks_over(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, all scanned exactly, or, where their rows are many, all by their codes."""
    exact = sum(len(block.shelf.vectors) for block in blocks) <= EXACT_UP_TO
    return tuple(
        block if block.rows.is_exact == exact else replace(block, rows=Rows(block.shelf.vectors, exact=exact))
        for block in blocks
    )


def one_block(passages: Sequence[Passage], shelf: Shelf) -> tuple[Block, ...]:
    """Everything as one block."""
    return (block_of(passages, shelf, exact=len(shelf.vectors) <= EXACT_UP_TO),)


def changed(
    blocks: Sequence[Block],
    wanted: Mapping[str, tuple[Passage, ...]],
    shelf_for: Callable[[Sequence[Passage]], Shelf],
) -> tuple[Block, ...]:
    """The blocks with what is not wanted any more left out, and one with what is new.

    ``wanted`` are the passages by record; ``shelf_for`` makes the shelf of new ones.
    """
    kept = tuple(chain.from_iterable(_kept(block, wanted) for block in blocks))
    held = {id_ for block in kept for id_, _ in block.records}
    new = tuple(chain.from_iterable(own for id_, own in wanted.items() if id_ not in held))
    if new:
        kept = (*kept, block_of(new, shelf_for(new), exact=all(block.rows.is_exact for block in kept)))
    return blocks_over(settled(kept, most=_JOINED_AT_ONCE))


def _kept(block: Block, wanted: Mapping[str, tuple[Passage, ...]]) -> tuple[Block, ...]:
    """What of a block is still wanted: the block itself where everything is."""
    starts = accumulate((count for _, count in block.records), initial=0)
    runs = [
        (id_, slice(start, start + count)) for (id_, count), start in zip(block.records, starts, strict=False)
    ]
    stays = [wanted.get(id_) == block.passages[run] for id_, run in runs]
    if all(stays):
        return (block,) if stays else ()
    left = tuple(
        chain.from_iterable(block.passages[run] for (_, run), kept in zip(runs, stays, strict=True) if kept)
    )
    mask = np.repeat(stays, [count for _, count in block.records])
    return (block_of(left, without(block.shelf, mask), exact=block.rows.is_exact),) if left else ()


def settled(blocks: Sequence[Block], *, most: int, ratio: int = _JOINED_BELOW) -> tuple[Block, ...]:
    """The blocks with small ones joined to the one before, as far as ``most`` passages come together."""
    done: list[Block] = []
    for block in blocks:
        last = block
        while done and len(done[-1].passages) < ratio * len(last.passages):
            if len(done[-1].passages) + len(last.passages) > most:
                break
            last = _joined(done.pop(), last)
        done.append(last)
    return tuple(done)


def _joined(one: Block, other: Block) -> Block:
    passages, shelf = one.passages + other.passages, joined([one.shelf, other.shelf])
    return block_of(passages, shelf, exact=one.rows.is_exact)


def vectors_by_text(blocks: Sequence[Block], records: Collection[str]) -> dict[bytes, Vectors]:
    """The vectors of some records' texts, by the hash of the text they stand for."""
    known: dict[bytes, Vectors] = {}
    for block in blocks:
        owned = np.repeat([id_ in records for id_, _ in block.records], [count for _, count in block.records])
        for place in np.flatnonzero(owned).tolist():
            row = int(block.shelf.row_starts[place])
            texts = enumerate(dense_texts(block.passages[place]), row)
            known.update((text_key(said.text), block.shelf.vectors[n]) for n, said in texts)
    return known
