"""Small records made by hand, so that the index is tested apart from the reading of documents."""

from collections.abc import Callable
from datetime import date
from hashlib import sha256

import pytest

from corpus.identifiers import DocumentNumber
from corpus.model import Contact, Gloss, Notice, Paragraph, Provenance, Record, Stated, Statement
from corpus.text import SourceText, Span

MakeRecord = Callable[..., Record]


class Draft:
    """A text that grows by paragraphs, each given as its sentences."""

    def __init__(self) -> None:
        self.text = ""

    def paragraph(self, label: str, sentences: tuple[str, ...]) -> Paragraph:
        start = len(self.text)
        spans = []
        for sentence in sentences:
            spans.append(Span(len(self.text), len(self.text) + len(sentence) + 1))
            self.text += f"{sentence} "
        self.text += "\n\n"
        return Paragraph(label, Span(start, spans[-1].end), tuple(spans))


def record_of(
    number: str = "CM 1/26",
    *,
    language: str = "en",
    notice: tuple[tuple[str, ...], ...] = (("The procedure was completed.",),),
    statements: dict[str, tuple[tuple[str, ...], ...]] | None = None,
    glosses: tuple[Gloss, ...] = (),
    dated: date | None = date(2026, 1, 5),
) -> Record:
    """A record whose notice and statements are given paragraph by paragraph, sentence by sentence."""
    draft = Draft()
    paragraphs = tuple(draft.paragraph(str(n), said) for n, said in enumerate(notice, 1))
    made = []
    for speakers, said in (statements or {}).items():
        start = len(draft.text)
        points = tuple(draft.paragraph(str(n), sentences) for n, sentences in enumerate(said, 1))
        span = Span(start, len(draft.text))
        made.append(Statement(tuple(speakers.split("+")), Span(start, start), span, points, (), ()))
    document = DocumentNumber.parse(number)
    nowhere = Span(0, 0)
    header = Notice(
        document=Stated(document, nowhere), language=language,
        date_of_document=Stated(dated, nowhere) if dated else None,
        procedure_file=None, subject=None, subject_codes=(), contact=Contact(None, None), opened_by=None,
        opened_on=None, closed_at=None, end=None, extended_to=None, silence=False, acts=(),
        statement_authors=(), paragraphs=paragraphs,
    )  # fmt: skip
    digest = sha256(draft.text.encode()).hexdigest()
    provenance = Provenance("made.txt", "text/plain", digest)
    return Record(document.slug, SourceText(draft.text), provenance, header, tuple(made), (), (), glosses)


@pytest.fixture
def make_record() -> MakeRecord:
    return record_of
