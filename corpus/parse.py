"""From a document that was read to a record: the ingest main path.

``ReadSource → ReadingView → Layout → Notice + Statements → cross-checks → Record``. Each step
takes a finished value and returns one; none looks at what a later step finds.
"""

from collections.abc import Iterator, Sequence

from corpus.blocks import lay_out
from corpus.crosscheck import crosscheck
from corpus.errors import NotANotice
from corpus.lexicon import Lexicon, detect_language, lexicon
from corpus.marking import markings_in
from corpus.model import Gloss, Notice, Record, Reference, Statement
from corpus.notice import read_notice
from corpus.oddity import odd_letters, second_notice
from corpus.phrase import fold
from corpus.quoted import quotation_in
from corpus.readers.source import ReadSource
from corpus.reading import ReadingView, read_view
from corpus.references import references_in
from corpus.state_names import name_pairs, name_words
from corpus.statement import read_statements
from corpus.text import Span
from corpus.typography import plain

_DETECTED = 12_000


def parse_record(read: ReadSource, *, glosses: tuple[Gloss, ...] = ()) -> Record:
    """The record a document is.

    Raises: NotANotice when the text is no notice that ends a written procedure.
    """
    words = _lexicon_for(read)
    names = name_words(words.language) | name_pairs(words.language)
    view = read_view(read.source, names | words.clitics)
    layout = lay_out(view, words)
    notice = read_notice(view, layout, words, read.provenance.filename)
    titles = tuple(act.title.value for act in notice.notice.acts if act.title)
    readings = read_statements(view, layout, words, titles)
    statements = tuple(reading.statement for reading in readings)
    return Record(
        id=notice.notice.document.value.slug,
        source=read.source,
        provenance=read.provenance,
        notice=notice.notice,
        statements=statements,
        references=tuple(_references(view, words, notice.notice, statements)),
        warnings=(
            *read.warnings,
            *odd_letters(read.source),
            *quotation_in(read.source),
            *markings_in(read.source),
            *second_notice(view, layout),
            *notice.warnings,
            *(warning for reading in readings for warning in reading.warnings),
            *crosscheck(notice.notice, statements),
        ),
        glosses=glosses,
    )


def _lexicon_for(read: ReadSource) -> Lexicon:
    language = detect_language(fold(plain(read.source.text[:_DETECTED])))
    if language is None:
        raise NotANotice(
            read.provenance.filename,
            "no language was recognised",
            place="in the text",
            expected="an end-of-procedure notice of the Council",
        )
    return lexicon(language)


def _references(
    view: ReadingView, words: Lexicon, notice: Notice, statements: Sequence[Statement]
) -> Iterator[Reference]:
    documents = [act.document for act in notice.acts]
    this_act = str(documents[0].value) if len(documents) == 1 and documents[0] else None
    for found in references_in(view.folded, words, this_act):
        span = view.span(found.span.start, found.span.end)
        yield Reference(found.identifier, _part_at(span, statements), span)


def _part_at(span: Span, statements: Sequence[Statement]) -> str:
    return next((statement.part for statement in statements if statement.span.contains(span)), "notice")
