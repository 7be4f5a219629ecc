"""The same search over Milvus: for a corpus that one machine does not hold.

The one module with ``pymilvus``; loaded only where a ``milvus://`` address is set. A generation is a
collection of its own, named by its id; the alias ``rollcall`` names the newest. The engine filters,
and finds candidates by BM25 over our own terms and by vectors; these are then ordered as everywhere
else, so that scores, ties and relevance mean the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2s
from itertools import chain

import numpy as np
from pymilvus import CollectionSchema, DataType, Function, FunctionType, MilvusClient

from index.analysis import letter_terms, tag_terms, word_terms
from index.blend import RELEVANT_FROM
from index.block import one_block, vectors_by_text
from index.embedder import Embedder, Vectors
from index.engine_filter import expression, labels
from index.hit import Filters, Hit
from index.passage import Passage
from index.passages import Tagger
from index.retriever import HybridRetriever
from index.serial import passage_lines, passages_from
from index.shelf import shelf_of, text_key
from index.snapshot import Snapshot
from index.texts import letters_of, words_of

Row = dict[str, object]

ALIAS = "rollcall"
"""What names the newest generation in the engine."""

SCHEME = "milvus://"
_CANDIDATES = 200  # of each side
_AT_ONCE = 500  # passages that are written or read together
_LONGEST = 65_535  # bytes of a text field
_LABEL = 256  # bytes of a label


class MilvusRetriever:
    """Finds passages of one generation in Milvus; holds none of them."""

    relevant_from = RELEVANT_FROM

    def __init__(self, client: MilvusClient, collection: str, embedder: Embedder, tags: Tagger) -> None:
        self._client, self._collection = client, collection
        self._embedder, self._tags = embedder, tags

    def search(self, query: str, *, language: str, filters: Filters, limit: int) -> tuple[Hit, ...]:
        """The passages nearest to the query, best first; ties by key, then by record."""
        if not query.strip():
            return ()
        asked = {"dense": self._embedder.embed_query(query).tolist(), "sparse": self._terms(query, language)}
        chosen, count = expression(filters), max(limit, _CANDIDATES)
        found = chain.from_iterable(
            self._near(field, said, chosen, count) for field, said in asked.items() if said
        )
        rows = sorted({_place(row): row for row in found}.items())
        if not rows:
            return ()
        candidates = self._candidates([row for _, row in rows])
        return candidates.search(query, language=language, filters=Filters(), limit=limit)

    def listing(self, *, filters: Filters, limit: int, offset: int) -> tuple[Passage, ...]:
        """The passages that pass the filters, in record order."""
        places = sorted(chain.from_iterable(self._places(expression(filters))))[offset : offset + limit]
        rows: list[Row] = []
        for start in range(0, len(places), _AT_ONCE):
            wanted = f"place in {places[start : start + _AT_ONCE]}"
            rows += self._client.query(self._collection, filter=wanted, output_fields=["place", "passage"])
        return tuple(_passage(row) for row in sorted(rows, key=_place))

    def _terms(self, query: str, language: str) -> str:
        tags = tag_terms(" ".join(self._tags(query, language)))
        return _tokens([*word_terms(query, language), *letter_terms(query, language), *tags])

    def _near(self, field: str, asked: object, chosen: str, count: int) -> list[Row]:
        (found,) = self._client.search(
            self._collection,
            data=[asked],
            anns_field=field,
            limit=count,
            filter=chosen,
            output_fields=["place", "passage", "dense"],
        )
        return [dict(hit["entity"]) for hit in found]

    def _places(self, chosen: str) -> Iterator[list[int]]:
        pages = self._client.query_iterator(
            self._collection, filter=chosen, output_fields=["place"], batch_size=_AT_ONCE
        )
        while page := pages.next():
            yield [_place(row) for row in page]
        pages.close()

    def _candidates(self, rows: Sequence[Row]) -> HybridRetriever:
        """The candidates as a corpus of their own; each has the one vector the engine keeps."""
        passages = tuple(_passage(row) for row in rows)
        vectors = np.array([row["dense"] for row in rows], dtype=np.float32)
        return HybridRetriever(one_block(passages, shelf_of(passages, vectors)), self._embedder, self._tags)


def retriever_at(address: str, snapshot: Snapshot, embedder: Embedder, tags: Tagger) -> MilvusRetriever:
    """The retriever of a generation; its passages are written first, where they are not there yet.

    A collection counts once it is whole: one that an interrupted writer left is written anew.
    """
    client = MilvusClient(uri=address.replace(SCHEME, "http://", 1))
    collection = f"{ALIAS}_{snapshot.id[:32]}"
    if not _is_whole(client, collection, len(snapshot.passages)):
        client.drop_collection(collection)
        _write(client, collection, snapshot)
    if ALIAS in client.list_aliases().get("aliases", ()):
        client.alter_alias(collection, ALIAS)
    else:
        client.create_alias(collection, ALIAS)
    return MilvusRetriever(client, collection, embedder, tags)


def _is_whole(client: MilvusClient, collection: str, count: int) -> bool:
    if not client.has_collection(collection):
        return False
    (counted,) = client.query(collection, output_fields=["count(*)"])
    return int(counted["count(*)"]) == count


def _write(client: MilvusClient, collection: str, snapshot: Snapshot) -> None:
    indexes = client.prepare_index_params()
    indexes.add_index("sparse", index_type="SPARSE_INVERTED_INDEX", metric_type="BM25")
    indexes.add_index("dense", index_type="FLAT", metric_type="IP")
    client.create_collection(collection, schema=_schema(snapshot.made.dimensions), index_params=indexes)
    passages = snapshot.passages
    for start in range(0, len(passages), _AT_ONCE):
        some = passages[start : start + _AT_ONCE]
        vectors = vectors_by_text(snapshot.retriever.blocks, {passage.record for passage in some})
        whole = (vectors[text_key(passage.text)] for passage in some)
        rows = [_row(start + n, *each) for n, each in enumerate(zip(some, whole, strict=True))]
        client.insert(collection, rows)
    client.flush(collection)


def _schema(dimensions: int) -> CollectionSchema:
    schema = MilvusClient.create_schema(auto_id=False, enable_dynamic_field=False)
    schema.add_field("place", DataType.INT64, is_primary=True)
    schema.add_field("dense", DataType.FLOAT_VECTOR, dim=dimensions)
    schema.add_field("terms", DataType.VARCHAR, max_length=_LONGEST, enable_analyzer=True)
    schema.add_field("sparse", DataType.SPARSE_FLOAT_VECTOR)
    schema.add_field("passage", DataType.VARCHAR, max_length=_LONGEST)
    schema.add_field("dated", DataType.VARCHAR, max_length=_LABEL)
    for label in ("record", "language", "part", "speaker", "procedure"):
        schema.add_field(
            label, DataType.ARRAY, element_type=DataType.VARCHAR, max_capacity=256, max_length=_LABEL
        )
    schema.add_function(Function("bm25", FunctionType.BM25, ["terms"], ["sparse"]))
    return schema


def _row(place: int, passage: Passage, vector: Vectors) -> Row:
    terms = chain.from_iterable([*words_of(passage), *letters_of(passage)])
    return {
        "place": place,
        "dense": vector.tolist(),
        "terms": _tokens(terms),
        "passage": passage_lines([passage]).decode("utf-8"),
        "dated": passage.date or "",
        **labels(passage),
    }


def _tokens(terms: Iterable[str]) -> str:
    """Our terms as words that no engine's analyser takes apart."""
    return " ".join(f"t{blake2s(term.encode(), digest_size=5).hexdigest()}" for term in terms)


def _passage(row: Row) -> Passage:
    (passage,) = passages_from(str(row["passage"]).encode("utf-8"))
    return passage


def _place(row: Row) -> int:
    return int(str(row["place"]))
