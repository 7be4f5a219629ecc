"""bm25s with its own tokeniser, no stemmer: one index over all languages."""

import bm25s


def index(passages, folder):
    """Tokenise and index."""
    retriever = bm25s.BM25()
    retriever.index(
        bm25s.tokenize([entry["text"] for entry in passages], show_progress=False), show_progress=False
    )
    retriever.save(str(folder))
    return retriever, [entry["id"] for entry in passages]


def search(built, question, limit):
    """The highest scores."""
    retriever, ids = built
    terms = bm25s.tokenize([question["text"]], show_progress=False)
    rows, _scores = retriever.retrieve(terms, k=limit, show_progress=False)
    return [ids[row] for row in rows[0]]
