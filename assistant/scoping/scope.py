"""Which procedures a question is about, among those the records hold.

Knows what narrows: an id, a file, a document, words of a title, a date. Each narrows only as far as
something is left; what names a procedure or document that is not held leaves nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant import version
from assistant.counting import readings
from assistant.evidence import paragraphs
from assistant.procedure import Procedure
from assistant.procedures.library import Library
from assistant.question import Intent, Understanding
from assistant.scoping import kind
from assistant.scoping.topic import concepts_in
from assistant.understanding import mention, ordinary
from assistant.understanding.subject import matter, policy
from assistant.understanding.token import tokenise
from corpus.identifiers import DocumentNumber
from corpus.model import Record

_SHORTEST_WORD = 4
_SILENCE = "silence_procedure"
_TOPIC, _MATTER = "topic", "matter"
_WORD, _CONCEPT, _MATTERING = 1, 2, 4  # what a shared word, concept, matter says of the procedure meant
_STEM = 6  # letters that words for one thing share across languages: "alumin", "organi"
_MOST_READ = 200
_ABOUT_WORDS = frozenset({Intent.STATEMENT, Intent.QUOTATION, Intent.FIGURE, Intent.REASON})
_ABOUT_STATEMENTS = frozenset(
    {Intent.REASON, Intent.STATEMENT, Intent.QUOTATION, Intent.FIGURE, Intent.POOL_COMPUTATION}
)


@dataclass(frozen=True, slots=True)
class Scope:
    """The procedures meant; ``missing`` is what the question names that the records do not hold.

    ``is_open`` where the question speaks of one act and nothing tells which.
    """

    procedures: tuple[Procedure, ...]
    missing: str | None = None
    is_open: bool = False


def scope_of(asked: Understanding, library: Library) -> Scope:
    """The procedures a question is about: all of them where it names none."""
    meant: Sequence[Procedure] = library.procedures
    if asked.procedure is not None:
        meant = [p for p in meant if asked.procedure in _ids(p, library)]
        if not meant:
            return Scope((), asked.procedure)
    if asked.procedure_files:
        meant = [p for p in meant if _file_of(p) in {str(file) for file in asked.procedure_files}]
        if not meant:
            return Scope((), str(asked.procedure_files[0]))
    if asked.documents and asked.intent is not Intent.DOCUMENT and not _by_document(asked, meant):
        return Scope((), str(asked.documents[0]))
    for narrow in (_by_document, _by_title, _by_date, _by_silence, _by_statement, _by_topic, _by_text):
        meant = narrow(asked, meant) or meant
    is_open = len(meant) == len(library.procedures) and kind.is_on_one(asked)
    meant = kind.of_kind(asked, meant) or meant
    return Scope(version.meant(asked, meant, library), is_open=is_open)


def _ids(procedure: Procedure, library: Library) -> set[str]:
    """The ids of a procedure, of its record, and of it as other versions and languages tell it."""
    views = (*library.language_views(procedure), *library.earlier_views(procedure))
    return {procedure.id, procedure.record.id, *(view.id for view in views)}


def _file_of(procedure: Procedure) -> str | None:
    stated = procedure.act.procedure_file or procedure.record.notice.procedure_file
    return None if stated is None else str(stated.value)


def _by_document(asked: Understanding, meant: Sequence[Procedure]) -> list[Procedure]:
    families = {number.family for number in asked.documents}

    def own(procedure: Procedure) -> set[tuple[int, int]]:
        notice = procedure.record.notice
        stated = (notice.document, notice.opened_by, procedure.act.document)
        named = {each.value.family for each in stated if each is not None}
        references = procedure.record.references
        return named | {r.identifier.family for r in references if isinstance(r.identifier, DocumentNumber)}

    by_act = [p for p in meant if p.act.document is not None and p.act.document.value.family in families]
    return by_act or [p for p in meant if own(p) & families]


def _by_title(asked: Understanding, meant: Sequence[Procedure]) -> list[Procedure]:
    """The procedures whose titles share most with the question."""
    return _sharing_most(_features(asked), meant, [_title_features(procedure) for procedure in meant])


def _by_text(asked: Understanding, meant: Sequence[Procedure]) -> list[Procedure]:
    """Where a record's words are asked for and no title tells: those whose statements share most."""
    if asked.intent not in _ABOUT_WORDS or asked.matters or not 1 < len(meant) <= _MOST_READ:
        return []
    named = (f"{_MATTER}.{name}" for name in policy.named(asked.question, asked.language))
    wanted = dict.fromkeys(_telling_words(asked), _WORD) | dict.fromkeys(named, _MATTERING)
    return _sharing_most(wanted, meant, [_statement_features(procedure) for procedure in meant])


def _sharing_most(
    wanted: Mapping[str, int], meant: Sequence[Procedure], features: Sequence[frozenset[str]]
) -> list[Procedure]:
    """The procedures that share most with what a question names, in what tells them apart.

    A matter named beside theirs ("on the pool and on aid to Moldova") brings in its own procedures; what an
    act does ("the signing and the application") only those that share more.
    """
    if len(meant) < 2:
        return []
    common = features[0].intersection(*features[1:])
    telling = {name: weight for name, weight in wanted.items() if name not in common}
    weights = [sum(telling.get(name, 0) for name in own) for own in features]
    best = max(weights)
    if not best:
        return []
    chosen = {n for n, weight in enumerate(weights) if weight == best}
    told = frozenset().union(*(features[n] for n in chosen))
    untold = {name for name, weight in telling.items() if weight > _WORD and name not in told}
    further = untold - {f"{_MATTER}.{name}" for name in policy.deeds()}
    if any(name.startswith(f"{_MATTER}.") for name in told & telling.keys()):
        further = {name for name in further if name.startswith(f"{_MATTER}.")}  # "exemption" is of "visa"
    beside = {n for n, own in enumerate(features) if own & further}
    beside |= {n for n, own in enumerate(features) if own & untold and weights[n] > _MATTERING}
    return [p for n, p in enumerate(meant) if n in chosen | beside]


def _features(asked: Understanding) -> dict[str, int]:
    """What a question names, by how much it says of the procedure: matters, concepts, words."""
    features = dict.fromkeys(_telling_words(asked), _WORD)
    features |= dict.fromkeys((f"{_TOPIC}.{topic}" for topic in asked.topics), _CONCEPT)
    return features | dict.fromkeys((f"{_MATTER}.{name}" for name in asked.matters), _MATTERING)


def _telling_words(asked: Understanding) -> set[str]:
    """The words of a question that may be a title's; those that name a matter already count as one."""
    tokens = tokenise(asked.question)
    marks = policy.marks_in([token.folded for token in tokens], asked.language)
    named = {tokens[at].folded for mark in marks for at in range(mark.start, mark.end)}
    words = _words(_without_days(asked.question, asked.language)) - named
    return _with_stems(word for word in words if not ordinary.is_ordinary(word, asked.language))


def _without_days(question: str, language: str) -> str:
    """A question without the days it names: the year of "closed on 6 March 2026" is no word of a title."""
    kept = list(question)
    for span in mention.date_spans(question, language):
        kept[span.start : span.end] = " " * len(span)
    return "".join(kept)


def _statement_features(procedure: Procedure) -> frozenset[str]:
    record = procedure.record
    texts = [record.source.quote(statement.span) for statement in record.statements]
    texts += [gloss.text for gloss in record.glosses] if texts else []
    named = (policy.named(text, record.notice.language) for text in texts)
    matters = (f"{_MATTER}.{name}" for names in named for name in names)
    return frozenset(matters).union(*(_with_stems(_words(text)) for text in texts))


def _title_features(procedure: Procedure) -> frozenset[str]:
    features = frozenset(f"{_MATTER}.{name}" for name in matter.matters_of(procedure))
    named = procedure.title
    if named is None:
        return features
    concepts = concepts_in(named.value, procedure.record.notice.language)
    return features | _with_stems(_words(named.value)) | {f"{_TOPIC}.{concept}" for concept in concepts}


def _with_stems(words: Iterable[str]) -> set[str]:
    """Words and how the long ones begin, which languages often share."""
    found = set(words)
    return found | {f"{word[:_STEM]}-" for word in found if len(word) >= _STEM}


def _words(text: str) -> set[str]:
    tokens = tokenise(text)
    return {t.folded for t in tokens if len(t.folded) >= _SHORTEST_WORD or t.is_number}


def _by_date(asked: Understanding, meant: Sequence[Procedure]) -> list[Procedure]:
    return [p for p in meant if is_dated(asked, p)]


def _by_silence(asked: Understanding, meant: Sequence[Procedure]) -> list[Procedure]:
    """Where a silence procedure is spoken of: those that were one."""
    return [p for p in meant if p.record.notice.silence] if _SILENCE in asked.topics else []


def _by_topic(asked: Understanding, meant: Sequence[Procedure]) -> list[Procedure]:
    """Where a record's words on concepts are asked for: the procedures whose records name them all."""
    if asked.intent not in _ABOUT_WORDS or not asked.topics or not 1 < len(meant) <= _MOST_READ:
        return []
    return [p for p in meant if set(asked.topics) <= _concepts_of(p.record)]


def _concepts_of(record: Record) -> set[str]:
    spans = (paragraph.span for paragraph in paragraphs(record))
    return {c for span in spans for c in concepts_in(record.source.quote(span), record.notice.language)}


def is_dated(asked: Understanding, procedure: Procedure) -> bool:
    """Whether the vote was on one of the days, or within one of the periods, that a question names."""
    day = readings.vote_day(procedure.record)
    return day is not None and (day in asked.dates or any(period.covers(day) for period in asked.periods))


def _by_statement(asked: Understanding, meant: Sequence[Procedure]) -> list[Procedure]:
    """Where reasons or statements of a state are asked for: the procedures it made one in."""
    if asked.intent not in _ABOUT_STATEMENTS or len(meant) < 2:
        return []
    states = set(asked.states)
    return [p for p in meant if any(states & set(s.speakers) for s in p.record.statements)]
