"""What narrows an intent: which document, how long, how many of the states, said by whom.

Knows which tags narrow which intent. Refuses to know what the answer is.
"""

from assistant.question import Intent
from assistant.understanding import quantifier
from assistant.understanding.reading import Reading
from assistant.understanding.rules.rule import Rule

_DOCUMENT_ASPECTS = (
    "object.revision",
    "object.corrigendum",
    "object.addendum",
    "object.annex",
    "time.opened",
)
_ON_STATES = frozenset({Intent.STATE_POSITION, Intent.STATEMENT_AUTHORS})
_OF_LISTS = (
    ("object.everyone", "all"),
    ("scope.most", "most"),
    ("negation.none", "none"),
    ("scope.any", "any"),
)
_OF_AUTHORS = (("object.everyone", "all"), ("scope.any", "any"))


def aspect_of(found: Reading, rule: Rule) -> str | None:
    """The aspect of a question whose intent a rule has named."""
    intent = rule.intent
    if intent is Intent.DOCUMENT:
        on_act = "act" if found.has("object.adopted") or found.has("provision.decision") else None
        named = (tag.partition(".")[2] for tag in _DOCUMENT_ASPECTS if found.has(tag))
        return next(named, rule.aspect or on_act)
    if intent in _ON_STATES and found.entities.states:
        return quantifier.quantifier_of(found)
    narrowing = {
        Intent.WHAT_IF: (("object.unanimity", "unanimity"), ("object.turning", "difference")),
        Intent.DATE: (("time.duration", "duration"),),
        Intent.POSITION_LIST: _OF_LISTS if rule.aspect is None else (),
        Intent.STATEMENT_AUTHORS: _OF_AUTHORS,
        Intent.PASSAGE: (("body.commission", "commission"),),
        Intent.STATEMENT: (("body.commission", "commission"),),
    }.get(intent, ())
    return next((aspect for tag, aspect in narrowing if found.has(tag)), rule.aspect)
