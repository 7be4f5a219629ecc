"""What narrows an intent: which document, how long, how many of the states, said by whom.

Knows which tags narrow which intent. Refuses to know what the answer is.
"""

from assistant.question import Intent
from assistant.understanding import quantifier, stance
from assistant.understanding.named_position import position_marks
from assistant.understanding.reading import Reading
from assistant.understanding.rules.rule import Rule

_DOCUMENT_ASPECTS = (
    "object.revision",
    "object.corrigendum",
    "object.addendum",
    "object.annex",
    "time.opened",
)
JOINED = "joined"
"""The aspect of a question on blocking by states together with voters named by their position."""
PROVISIONS = "provisions"
"""The aspect of a question on what a statement says of an act that the question does not number."""
MAJORITY, OUTCOME = "majority", "outcome"
"""The aspects of a question for the sentence on the majority, or on what came of it."""
_AND, _REACH = "follow_up.and", 3
_ASKED_OF_DOCUMENTS = frozenset({"object.document", "object.numbering"})
_ON_STATES = frozenset({Intent.STATE_POSITION, Intent.STATEMENT_AUTHORS})
_OF_LISTS = (
    ("object.everyone", "all"),
    ("scope.most", "most"),
    ("negation.none", "none"),
    ("scope.any", "any"),
)
_DOCUMENTS_JOINED = (("object.notice", "notice"), ("provision.decision", "act"))
_OF_ONE_DOCUMENT = frozenset({"opened", "notice", "act"})
BESIDE = "+"
"""What joins two aspects of a question for two documents: the opening one "and that of this note"."""
_STANCES = tuple((f"{stance.PREFIX}{name}", name) for name in stance.STANCES)
_OF_PROVISIONS = (("object.provision", PROVISIONS),)
_OF_RESULTS = (("object.majority", MAJORITY), ("object.adopted", OUTCOME))
_OF_AUTHORS = (("object.everyone", "all"), ("scope.any", "any"))


def _turns(tags: frozenset[str]) -> bool:
    """Whether a word asks for a difference made, and does not just tell of a vote that changes."""
    return "object.turning" in tags and "hypothetical.switch" not in tags


def _joins_voters(found: Reading) -> bool:
    """Whether voters named by their position are joined to states: "… and Latvia plus the two no votes"."""
    named = [mention.end for mention in found.entities.mentions]
    joints = [mark.end for mark in found.marks if _AND in mark.tags]
    voted = [mark.start for _, mark in position_marks(found)]
    return any(named and named[-1] < joint <= at <= joint + _REACH for joint in joints for at in voted[:1])


def _with_joined(aspect: str | None, found: Reading) -> str | None:
    """The aspect with the document that "and" joins to the one asked for: "… and of this note"."""
    if aspect not in _OF_ONE_DOCUMENT:
        return aspect
    asked = [mark.end for mark in found.marks if mark.tags & _ASKED_OF_DOCUMENTS]
    joints = [mark.end for mark in found.marks if _AND in mark.tags and asked and mark.start >= asked[0]]
    denied = {mark.start for mark in found.marks if "negation.not" in mark.tags}
    for tag, joined in _DOCUMENTS_JOINED:
        named = [mark.start for mark in found.marks if tag in mark.tags]
        near = [(j, at) for j in joints for at in named if j <= at <= j + _REACH]
        if joined != aspect and near and not any(j <= at <= near[0][1] for j, _ in near for at in denied):
            return f"{aspect}{BESIDE}{joined}"
    return aspect


def aspect_of(found: Reading, rule: Rule) -> str | None:
    """The aspect of a question whose intent a rule has named."""
    intent = rule.intent
    if intent is Intent.DOCUMENT:
        on_act = "act" if found.has("object.adopted") or found.has("provision.decision") else None
        named = (tag.partition(".")[2] for tag in _DOCUMENT_ASPECTS if found.has(tag))
        return _with_joined(next(named, rule.aspect or on_act), found)
    if intent is Intent.BLOCKING and rule.aspect is None and _joins_voters(found):
        return JOINED
    if intent in _ON_STATES and found.entities.states:
        return quantifier.quantifier_of(found)
    narrowing = {
        Intent.WHAT_IF: (("object.unanimity", "unanimity"), ("object.turning", "difference")),
        Intent.DATE: (("time.duration", "duration"),),
        Intent.POSITION_LIST: _OF_LISTS if rule.aspect is None else (),
        Intent.STATEMENT_AUTHORS: _OF_AUTHORS,
        Intent.PASSAGE: (("body.commission", "commission"),),
        Intent.QUOTATION: _OF_RESULTS,
        Intent.STATEMENT: (("body.commission", "commission"), *_STANCES, *_OF_PROVISIONS),
    }.get(intent, ())
    if intent is Intent.WHAT_IF and not any(_turns(mark.tags) for mark in found.marks):
        narrowing = (("object.unanimity", "unanimity"),)
    return next((aspect for tag, aspect in narrowing if found.has(tag)), rule.aspect)
