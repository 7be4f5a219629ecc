"""Questions that no record of votes can answer, whatever it says: an ordered table, the first match wins.

Conditions are those of ``condition.py``. When in doubt a question is not refused.
"""

from dataclasses import dataclass

from assistant.question import Refusal
from assistant.understanding.condition import holds


@dataclass(frozen=True, slots=True)
class RefusalRule:
    """If the condition holds, the question cannot be answered from records of votes."""

    condition: str
    refusal: Refusal


_DOMAIN = (
    "object.vote|position|object.statement|object.majority|object.blocking|object.adopted|topic|document|file"
    "|object.document|object.population|object.tally|object.outcome|provision|object.unanimity|object.veto"
)

# fmt: off
REFUSALS: tuple[RefusalRule, ...] = (
    RefusalRule("out.scope", Refusal.OUT_OF_SCOPE),
    RefusalRule("arithmetic !topic !position !unit", Refusal.OUT_OF_SCOPE),
    RefusalRule("person.private", Refusal.PERSON),
    RefusalRule("person.kin person.office|person.name", Refusal.PERSON),
    RefusalRule(f"person.kin !state !{_DOMAIN}", Refusal.PERSON),
    RefusalRule("body.parliament|body.national", Refusal.OTHER_BODY),
    RefusalRule("body.commission object.vote|position !state !object.say !topic", Refusal.OTHER_BODY),
    RefusalRule("person.office asks.who !object.vote !position !object.say !object.statement"
                " !topic.presidency !object.author !topic.letter", Refusal.OUT_OF_SCOPE),
    RefusalRule("person.office object.vote|position|object.position !object.statement !hearsay",
                Refusal.PERSON),
    RefusalRule("person.office state form.what|form.how|form.which !date !object.statement !object.minutes"
                " !topic.presidency !theme", Refusal.PERSON),
    RefusalRule("person.office state object.definition|interrogative.who !object.say !object.statement"
                " !topic.presidency", Refusal.PERSON),
    RefusalRule("person.office object.say form.what|form.how !state !object.statement !topic.letter"
                " !topic.presidency !hearsay !object.author !amount", Refusal.PERSON),
    RefusalRule("stranger.speaks !object.statement", Refusal.PERSON),
    RefusalRule("stranger object.vote|position !state !object.statement !object.tally", Refusal.PERSON),
    RefusalRule("person.name object.vote|position|object.say|object.position|object.author|object.statement",
                Refusal.PERSON),
    RefusalRule("interrogative.who object.statement state form.who !states !excluded !others !position"
                " !object.vote !theme !scope.only !negated !follow_up.too !object.comparison"
                " !object.quote !object.author !stance.thanks", Refusal.PERSON),
    RefusalRule("opinion.ask !object.statement !state.says !theme", Refusal.OPINION),
    RefusalRule("opinion.ask theme !state !object.statement", Refusal.OPINION),
    RefusalRule("state.judged", Refusal.OPINION),
    RefusalRule("opinion.should !object.population"
                " !form.how_many !theme !object.say !object.statement !provision"
                " !object.unanimity !object.majority !object.threshold",
                Refusal.OPINION),
    RefusalRule("opinion.weak !state !theme !object.say !object.statement !provision", Refusal.OPINION),
    RefusalRule("future.will object.vote|position|object.adopted|object.rejected|object.blocking"
                " !premise.since !object.say !object.statement !hypothesis !object.minutes !object.must",
                Refusal.FUTURE),
    RefusalRule("future.will state !theme !object.say !object.statement !hypothesis !object.minutes"
                " !object.must !body.commission",
                Refusal.FUTURE),
    RefusalRule("future.will object.revision form.yes_no|form.when !object.say !object.statement !hypothesis",
                Refusal.FUTURE),
    RefusalRule("future.will asks.who !object.say !object.statement !hypothesis !theme", Refusal.FUTURE),
    RefusalRule("future.will body.council !state !object.say !object.statement !hypothesis !object.records",
                Refusal.FUTURE),
    RefusalRule("future.will topic.pool !object.say !object.statement !hypothesis", Refusal.FUTURE),
    RefusalRule("country !state object.vote|position|object.population|object.participation|object.author"
                "|object.position|keywords !object.tally", Refusal.NON_MEMBER),
    RefusalRule("country !state interrogative.why|object.say|object.statement !topic", Refusal.NON_MEMBER),
    RefusalRule(f"out.weak !amounts !object.say !object.who_said !{_DOMAIN}", Refusal.OUT_OF_SCOPE),
)
# fmt: on


def refusal_of(atoms: frozenset[str]) -> Refusal | None:
    """Why the question is refused, if it is; whether a result is told rightly is no opinion."""
    if "result.numbers" in atoms:
        return None
    return next((rule.refusal for rule in REFUSALS if holds(rule.condition, atoms)), None)
