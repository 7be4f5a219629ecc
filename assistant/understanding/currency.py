"""Whether what a version of a notice says still stands, asked after the version was named.

Knows how a question points back at a version or a document. Refuses to know what became of it.
"""

from dataclasses import replace

from assistant.question import Intent, Understanding
from assistant.understanding.reading import Reading

_CURRENT = "object.current"
_VERSIONS = ("object.revision", "object.original", "object.notice")
_REVISION = "revision"
_CARRIED = ("documents",)


def still(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """And is that still right, after what a version said: what has changed in it."""
    named = fresh.documents or fresh.matters or fresh.topics
    if not reading.has(_CURRENT) or named or not (previous.documents or previous.earlier):
        return None
    return _of_versions(fresh, previous)


def told(asked: Understanding, reading: Reading, around: Reading) -> Understanding:
    """A question on the document that a story before it names; "is it still good?", on its versions."""
    documents = around.mentions.documents
    is_version = bool(documents) or any(around.has(tag) for tag in _VERSIONS)
    if reading.has(_CURRENT) and is_version:
        return _of_versions(asked, replace(asked, documents=asked.documents or documents))
    return _on_documents(asked, replace(asked, documents=documents)) if documents else asked


def _of_versions(fresh: Understanding, spoken_of: Understanding) -> Understanding:
    return replace(
        fresh,
        intent=Intent.DOCUMENT,
        aspect=_REVISION,
        documents=spoken_of.documents,
        states=(),
        positions=(),
        speaker=None,
        refusal=None,
        premises=(),
        carried=_CARRIED,
    )


def _on_documents(asked: Understanding, told_of: Understanding) -> Understanding:
    """The question and its parts, on the documents told where they name no act."""
    parts = tuple(_on_documents(part, told_of) for part in asked.parts)
    own = asked.documents or asked.procedure_files or asked.matters or asked.refusal
    return replace(asked, documents=asked.documents if own else told_of.documents, parts=parts)
