"""What is told beside a question: claims to be checked, and what "it", "why" and "who says so" refer to.

Knows what a question may take from the story around it. Refuses to take a claim for evidence.
"""

from dataclasses import replace

from assistant.question import Form, Intent, Refusal, Understanding
from assistant.understanding import currency, followup, premises, reading, reckoning, stance
from assistant.understanding.amount import is_figure
from assistant.understanding.asked_position import is_negated
from assistant.understanding.named_position import positions_of
from assistant.understanding.reading import Reading
from assistant.understanding.subject import matter

_OF_STATES = frozenset(
    {Intent.STATE_POSITION, Intent.REASON, Intent.STATEMENT, Intent.COMPARISON, Intent.PROVISION}
)
_POINTING = frozenset({Intent.EVIDENCE, Intent.QUOTATION, Intent.PASSAGE})
_OPEN = _POINTING | {Intent.DEFINITION}
_OF_VOTES = frozenset({Form.WHAT, Form.HOW, Form.YES_NO})
_PERSON = "person.private"  # "Who drafted it? First and last name, please."
_ANY = ("scope.", "object.everyone", "negation.none", "number.")
_OWN_GROUNDS = frozenset({stance.COMPLAINT, stance.CONCERN})  # what was told before is not what these are of
_TOLD_OF = ("object.say", "object.vote", "object.statement", "position.", "stance.")


def with_context(asked: Understanding, told: str, named: frozenset[str] = frozenset()) -> Understanding:
    """What was told beside the question: claims are premises, and "it" may be named there.

    ``named`` is what titles name: told before a question that names no matter, it is what the question is on.
    """
    around = matter.set_apart(reading.read(told, asked.language), named)
    asked = _on_matters(asked, tuple(each for each in matter.matters_in(around) if each in named))
    asked = currency.told(asked, reading.read(asked.question, asked.language), around)
    told_so = premises.premises_of(around, Intent.STATEMENT, Form.WHAT)
    claimed = tuple(p for p in told_so if p.document or (p.amount and p.state and p.amount.unit))
    if asked.intent is Intent.REASON and "states" in asked.carried:
        claimed += tuple(p for p in premises.premises_of(around, Intent.REASON, Form.WHY) if p.position)
    if around.has(_PERSON) and not asked.parts:
        return replace(asked, intent=Intent.REFUSED, refusal=Refusal.PERSON, aspect=None)
    told_of = around.entities.states
    needs = asked.intent in _OF_STATES and not asked.states
    states = told_of if needs and not asked.others and not asked.positions else asked.states
    if len(told_of) == 1 and _asks_of_own_state(asked):
        states, asked = told_of, replace(asked, intent=Intent.STATE_POSITION)
    wanted = followup.language_wanted(around) or asked.language
    asked = replace(asked, states=states, premises=(*asked.premises, *claimed), language=wanted)
    return _on_what_was_told(asked, around, is_claimed=any(premise.amount for premise in claimed))


def _on_what_was_told(asked: Understanding, around: Reading, *, is_claimed: bool) -> Understanding:
    """The question on whose words, or on which topics, a story told, where it says too little by itself."""
    told_of = around.entities.states
    found = reading.read(asked.question, asked.language)
    if (computed := reckoning.reckoned(asked, found, around.amounts)) is not None:
        return computed
    if asked.intent in _OPEN and is_claimed:
        topics = tuple(dict.fromkeys((*asked.topics, *around.topics)))
        return replace(asked, intent=Intent.STATEMENT, topics=topics, refusal=None, aspect=None)
    bare = not (asked.states or asked.topics or asked.positions or asked.amounts)
    figures = tuple(amount for amount in around.amounts if is_figure(amount))
    if bare and figures and asked.intent in _OPEN:  # "… 175 000 and 59 000. What does each of them mean?"
        told = replace(asked, intent=Intent.FIGURE, states=told_of, amounts=figures, refusal=None)
        return replace(told, aspect=None, carried=("states", "amounts"))
    teller = _teller(asked, around)
    if teller is not None and asked.form is Form.YES_NO and len(positions_of(around)) == 1:
        return _confirmed(asked, around, teller)
    if teller is not None:
        taken = next((each for each in stance.STANCES if found.has(f"{stance.PREFIX}{each}")), None)
        topics = tuple(dict.fromkeys((*asked.topics, *(() if taken in _OWN_GROUNDS else around.topics))))
        views = replace(asked, intent=Intent.STATEMENT, states=(teller,), speaker=teller, topics=topics)
        return replace(views, refusal=None, aspect=taken, carried=("states",))
    if asked.intent is Intent.COMPARISON and around.provisions and not asked.topics:
        return replace(asked, intent=Intent.PROVISION, provisions=around.provisions)
    if bare and around.entities.non_members and not told_of and asked.intent is Intent.TALLY:
        abroad = around.entities.non_members
        return replace(asked, intent=Intent.REFUSED, refusal=Refusal.NON_MEMBER, non_members=abroad)
    points = asked.form is Form.YES_NO and len(told_of) == 1 and found.has("follow_up.pronoun")
    is_of_it = asked.intent is Intent.PASSAGE or (asked.intent is Intent.TALLY and points)
    if bare and told_of and is_of_it and asked.form in _OF_VOTES:
        return replace(asked, intent=Intent.STATE_POSITION, states=told_of, carried=("states",))
    if bare and around.topics and (asked.refusal is Refusal.UNCLEAR or asked.intent in _POINTING):
        return replace(
            asked, intent=Intent.QUOTATION, topics=around.topics, refusal=None, carried=("topics",)
        )
    return asked


def _confirmed(asked: Understanding, around: Reading, state: str) -> Understanding:
    """The vote that a story tells of one state, asked to be confirmed: "… was against. Confirm that." """
    told = replace(asked, intent=Intent.STATE_POSITION, states=(state,), positions=positions_of(around))
    return replace(
        told, negated=is_negated(around), speaker=None, refusal=None, carried=("states", "positions")
    )


def _teller(asked: Understanding, around: Reading) -> str | None:
    """The one state a story tells the views or vote of, where the question after it names nobody:
    "Latvia says it stands for solidarity, and abstains. What is it that bothers it?"."""
    is_open = asked.intent in _POINTING or asked.refusal is Refusal.UNCLEAR or _asks_how_to_take_it(asked)
    told = around.entities.states if any(around.first(tag) for tag in _TOLD_OF) else ()
    named = asked.states or asked.positions or asked.amounts or asked.documents or asked.parts
    return told[0] if is_open and len(told) == 1 and not named else None


def _asks_of_own_state(asked: Understanding) -> bool:
    """Whether "my country", "her government" is who is said to have voted so."""
    found = reading.read(asked.question, asked.language)
    is_one = asked.intent is Intent.POSITION_LIST and asked.form is Form.YES_NO and found.has("object.states")
    return is_one and not (asked.states or asked.others or asked.excluded or any(map(found.first, _ANY)))


def _asks_how_to_take_it(asked: Understanding) -> bool:
    """Whether a "should" asks how what was told is meant, not what we think: "how should it be read?"."""
    is_refused = asked.refusal is Refusal.OPINION and asked.form in {Form.WHAT, Form.HOW}
    return is_refused and not reading.read(asked.question, asked.language).has("opinion.ask")


def _on_matters(asked: Understanding, told: tuple[str, ...]) -> Understanding:
    """The question and its parts, on the matters told where they name none."""
    parts = tuple(_on_matters(part, told) for part in asked.parts)
    return replace(asked, matters=asked.matters or told, parts=parts)
