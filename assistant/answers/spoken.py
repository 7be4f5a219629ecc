"""Who spoke on what: asked for speakers on a thing of the lexicon, the sentences of statements that name it.

Knows what statements name. Refuses to take a thing that no record names for one that somebody spoke on.
"""

from assistant.answer import Finding, Status, Verdict
from assistant.answers import coverage, on_topic
from assistant.evidence import Evidence
from assistant.procedures.library import Library
from assistant.question import Form, Intent, Understanding
from assistant.scoping.strange import matter_words, names_matter, vocabulary_of
from assistant.understanding.subject import policy

_OPEN = frozenset({Intent.PASSAGE, Intent.STATEMENT_AUTHORS, Intent.STATEMENT})
_ASKING = frozenset({Form.WHO, Form.WHICH, Form.LIST})
_MOST = 6


def answer(asked: Understanding, evidence: Evidence) -> Verdict | None:
    """The sentences that name what speakers are asked for on, under the names of their acts; None without."""
    if not _asks_speakers(asked) or asked.topics:
        return None
    things, heard = _things_named(asked), dict[str, tuple[Finding, ...]]()
    for each in evidence.library.procedures:
        if each.record.id not in heard:
            heard[each.record.id] = _sentences(things, evidence.of(each))
    found = tuple(finding for told in heard.values() for finding in told)[:_MOST]
    return Verdict(Status.ANSWERED, found, follow_ups=coverage.EXAMPLES) if found else None


def unheard(asked: Understanding, library: Library) -> tuple[str, ...]:
    """What speakers are asked for on, where no record speaks of it."""
    if asked.intent is not Intent.STATEMENT_AUTHORS or not _asks_speakers(asked) or asked.topics:
        return ()
    things = _things_named(asked)
    if not things:
        return matter_words(asked, vocabulary_of(library)) if names_matter(asked) else ()
    held = frozenset[str]().union(*(policy.named(r.source.text, r.notice.language) for r in library.records))
    return () if things & held else tuple(policy.called(name, asked.language) for name in sorted(things))


def _asks_speakers(asked: Understanding) -> bool:
    own = asked.states or asked.positions or asked.speaker or asked.documents or asked.amounts
    return asked.intent in _OPEN and asked.form in _ASKING and not own


def _things_named(asked: Understanding) -> frozenset[str]:
    return policy.named(asked.question, asked.language) - policy.deeds() - policy.fields()


def _sentences(things: frozenset[str], evidence: Evidence) -> tuple[Finding, ...]:
    """The sentences of statements that name one of the things, behind the act they are on."""
    source, spoken = evidence.record.source, evidence.notice.language
    sentences = [s for each in evidence.record.statements for p in each.paragraphs for s in p.sentences]
    naming = [s for s in sentences if policy.named(source.quote(s), spoken) & things]
    told = tuple(on_topic.quoted(evidence, place) for place in evidence.at(*naming))
    return (*told, coverage.procedure(evidence)) if told else ()
