"""The vote as a whole, and what is left when nothing narrower is asked."""

from assistant.question import Intent
from assistant.understanding.rules.rule import Rule

# fmt: off
WHOLE: tuple[Rule, ...] = (
    Rule("group interrogative.how|form.yes_no alone brief", Intent.STATE_POSITION),
    Rule("state object.outcome form.how|form.what|form.yes_no|form.keywords !position !object.vote"
         " !object.adopted !object.rejected !theme", Intent.STATE_POSITION),
    Rule("object.reached !theme", Intent.MAJORITY, "reached"),
    Rule("object.threshold form.what|form.which|form.keywords !theme !state !pool.topic !amount",
         Intent.MAJORITY, "threshold"),
    Rule("object.subject object.tally interrogative.tell|interrogative.how !theme", Intent.TALLY),
    Rule("object.subject object.vote object.outcome|interrogative.how !theme", Intent.TALLY),
    Rule("object.subject object.outcome !theme !object.procedure", Intent.TALLY),
    Rule("object.subject !theme", Intent.SUBJECT),
    Rule("object.tally", Intent.TALLY),
    Rule("object.outcome state form.how|form.what !theme !object.adopted !object.rejected",
         Intent.STATE_POSITION),
    Rule("object.outcome object.vote", Intent.TALLY),
    Rule("object.adopted|object.rejected !theme", Intent.OUTCOME),
    Rule("object.outcome !theme", Intent.OUTCOME),
    Rule("object.vote !theme", Intent.TALLY),
    Rule("object.statement !theme", Intent.STATEMENT),
    Rule("state alone odd form.what|form.who|form.which", Intent.STATEMENT),
    Rule("state alone form.what|form.how", Intent.STATE_POSITION),
    Rule("state topic", Intent.STATEMENT),
    Rule("state form.how_many", Intent.FIGURE),
    Rule("state keywords|short", Intent.STATE_POSITION),
    Rule("group form.yes_no !theme !object.say !hypothesis !amount !out.weak !group.presidency",
         Intent.STATE_POSITION),
    Rule("state form.how", Intent.STATE_POSITION),
    Rule("country !state keywords", Intent.REFUSED),
    Rule("form.what topic bare !state !object.procedure", Intent.DEFINITION),
    Rule("state odd object.procedure form.what !position !object.vote !object.adopted !object.rejected"
         " !object.outcome !object.subject !provision !document !theme", Intent.STATEMENT),
    Rule("object.procedure form.what|form.which !theme !object.say !time.opened !time.closed",
         Intent.SUBJECT),
    Rule("time.opened|time.closed|time.in_force !theme", Intent.DATE),
    Rule("object.coverage form.how_many !state !position !object.vote !theme !object.states"
         " !object.population", Intent.POOL_COMPUTATION, "coverage"),
)
# fmt: on
