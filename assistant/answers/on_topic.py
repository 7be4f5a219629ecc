"""What a record says on a matter: the sentences that name its concepts, each in its own words."""

from assistant import finding
from assistant.answer import Finding, Quotes, Speakers
from assistant.citation import Place
from assistant.evidence import Evidence
from assistant.location import COUNCIL
from assistant.question import Understanding
from assistant.topic import concepts_at, concepts_in

_MOST = 4


def said_on(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    """The sentences on the topics asked about, of whoever is asked about.

    Those that name all topics; else those that name the one that the fewest sentences name.
    """
    wanted = asked.states or ((asked.speaker,) if asked.speaker else ())
    statements = evidence.statements_of(*wanted) if wanted else evidence.record.statements
    sentences = [s for statement in statements for p in statement.paragraphs for s in p.sentences]
    if not wanted:
        sentences += [s for paragraph in evidence.notice.paragraphs for s in paragraph.sentences]
    named = {span: concepts_at(evidence, span) & set(asked.topics) for span in sentences}
    on_all = [span for span, topics in named.items() if topics and topics == set(asked.topics)]
    by_topic = [[span for span in named if topic in named[span]] for topic in asked.topics]
    rarest = min((spans for spans in by_topic if spans), key=len, default=[])
    chosen = sorted({*on_all, *rarest}) if len(rarest) <= _MOST else on_all or rarest
    places = (*evidence.at(*chosen[:_MOST]), *(() if wanted else known_on(asked, evidence)))
    return tuple(quoted(evidence, place) for place in places)


def known_on(asked: Understanding, evidence: Evidence) -> tuple[Place, ...]:
    """What our sourced notes on the procedure say of all the topics asked about."""
    topics = set(asked.topics)
    known = evidence.library.pool(evidence.procedure.id).known
    return tuple(p for p in known if topics and topics <= concepts_in(p.quote, p.source.language))


def quoted(evidence: Evidence, place: Place) -> Finding:
    """A place as its speaker's words: the Council's, a state's, or those of our own notes."""
    if place.speaker == COUNCIL:
        return finding.quoted(evidence, "passage.notice", (place,))
    if place.speaker is None:
        return finding.referenced("passage.reference", (place,), quote=Quotes((place,)))
    return finding.claimed(
        evidence, "passage.statement", (place,), who=Speakers(tuple(place.speaker.split("+")))
    )
