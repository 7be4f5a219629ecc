"""A document as read: its text, where it came from, and what was odd about reading it."""

from dataclasses import dataclass

from corpus.model import Provenance, ReaderWarning
from corpus.text import SourceText


@dataclass(frozen=True, slots=True)
class ReadText:
    """The text of one file and what was odd about it, before it is known where the file came from."""

    source: SourceText
    warnings: tuple[ReaderWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadSource:
    """One document's text with its provenance; the meaning has not been looked at yet.

    ``source.text`` is the decoded text of a text file, verbatim (only a byte order mark is
    dropped), or the text that was laid out of a PDF, DOCX or HTML file.
    """

    source: SourceText
    provenance: Provenance
    warnings: tuple[ReaderWarning, ...] = ()
