"""What is told beside a question: claims to be checked, and what "it", "why" and "who says so" refer to.

Knows what a question may take from the story around it. Refuses to take a claim for evidence.
"""

from dataclasses import replace

from assistant import matter
from assistant.question import Form, Intent, Refusal, Understanding
from assistant.understanding import followup, premises, reading
from assistant.understanding.reading import Reading

_OF_STATES = frozenset(
    {Intent.STATE_POSITION, Intent.REASON, Intent.STATEMENT, Intent.COMPARISON, Intent.PROVISION}
)
_POINTING = frozenset({Intent.EVIDENCE, Intent.QUOTATION, Intent.PASSAGE})
_OPEN = _POINTING | {Intent.DEFINITION}
_PERSON = "person.private"  # "Who drafted it? First and last name, please."
_TOLD_OF = ("object.say", "object.vote", "object.statement", "position.", "stance.")


def with_context(asked: Understanding, told: str, named: frozenset[str] = frozenset()) -> Understanding:
    """What was told beside the question: claims are premises, and "it" may be named there.

    ``named`` is what titles name: told before a question that names no matter, it is what the question is on.
    """
    around = matter.set_apart(reading.read(told, asked.language), named)
    asked = _on_matters(asked, tuple(each for each in matter.matters_in(around) if each in named))
    taken = premises.premises_of(around, Intent.STATEMENT, Form.WHAT)
    claimed = tuple(p for p in taken if p.document or (p.amount and p.state and p.amount.unit))
    if asked.intent is Intent.REASON and "states" in asked.carried:
        claimed += tuple(p for p in premises.premises_of(around, Intent.REASON, Form.WHY) if p.position)
    if around.has(_PERSON) and not asked.parts:
        return replace(asked, intent=Intent.REFUSED, refusal=Refusal.PERSON, aspect=None)
    told_of = around.entities.states
    needs = asked.intent in _OF_STATES and not asked.states
    states = told_of if needs and not asked.others and not asked.positions else asked.states
    wanted = followup.language_wanted(around) or asked.language
    asked = replace(asked, states=states, premises=(*asked.premises, *claimed), language=wanted)
    if asked.intent in _OPEN and any(premise.amount for premise in claimed):
        topics = tuple(dict.fromkeys((*asked.topics, *around.topics)))
        return replace(asked, intent=Intent.STATEMENT, topics=topics, refusal=None, aspect=None)
    teller = _teller(asked, around)
    if teller is not None:
        topics = tuple(dict.fromkeys((*asked.topics, *around.topics)))
        views = replace(asked, intent=Intent.STATEMENT, states=(teller,), speaker=teller, topics=topics)
        return replace(views, refusal=None, aspect=None, carried=("states",))
    if asked.intent is Intent.COMPARISON and around.provisions and not asked.topics:
        return replace(asked, intent=Intent.PROVISION, provisions=around.provisions)
    bare = not (asked.states or asked.topics or asked.positions or asked.amounts)
    if bare and around.entities.non_members and not told_of and asked.intent is Intent.TALLY:
        abroad = around.entities.non_members
        return replace(asked, intent=Intent.REFUSED, refusal=Refusal.NON_MEMBER, non_members=abroad)
    if bare and around.topics and (asked.refusal is Refusal.UNCLEAR or asked.intent in _POINTING):
        return replace(
            asked, intent=Intent.QUOTATION, topics=around.topics, refusal=None, carried=("topics",)
        )
    return asked


def _teller(asked: Understanding, around: Reading) -> str | None:
    """The one state a story tells the views or vote of, where the question after it names nobody:
    "Latvia says it stands for solidarity, and abstains. What is it that bothers it?"."""
    is_open = asked.intent in _POINTING or asked.refusal is Refusal.UNCLEAR or _asks_how_to_take_it(asked)
    told = around.entities.states if any(around.first(tag) for tag in _TOLD_OF) else ()
    named = asked.states or asked.positions or asked.amounts or asked.documents or asked.parts
    return told[0] if is_open and len(told) == 1 and not named else None


def _asks_how_to_take_it(asked: Understanding) -> bool:
    """Whether a "should" asks how what was told is meant, not what we think: "how should it be read?"."""
    is_refused = asked.refusal is Refusal.OPINION and asked.form in {Form.WHAT, Form.HOW}
    return is_refused and not reading.read(asked.question, asked.language).has("opinion.ask")


def _on_matters(asked: Understanding, told: tuple[str, ...]) -> Understanding:
    """The question and its parts, on the matters told where they name none."""
    parts = tuple(_on_matters(part, told) for part in asked.parts)
    return replace(asked, matters=asked.matters or told, parts=parts)
