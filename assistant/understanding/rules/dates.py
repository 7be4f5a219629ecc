"""When: of the procedure, of the document, of what the records speak of."""

from assistant.question import Intent
from assistant.understanding.rules.rule import Rule

# fmt: off
DATES: tuple[Rule, ...] = (
    Rule("object.statement object.minutes form.when !state !time.opened !time.closed", Intent.QUOTATION),
    Rule("time.document document form.which|form.what|form.when !state !position !object.vote !theme",
         Intent.DATE),
    Rule("object.extended !state !position !theme !object.statement", Intent.DATE, "extended"),
    Rule("object.statement state time.duration", Intent.STATEMENT),
    Rule("form.how_many time.opened|time.duration time.closed|time.duration !state !position", Intent.DATE,
         "duration"),
    Rule("time.duration object.procedure|object.states|object.vote|time.opened|time.closed !state !position"
         " !theme !pool.topic !object.statement !object.say !interrogative.why !hypothesis",
         Intent.DATE, "duration"),
    Rule("topic.presidency form.who|form.which !state !position !object.vote !object.statement",
         Intent.QUOTATION),
    Rule("form.when state topic|object.request|object.say|object.objection !position !object.vote",
         Intent.STATEMENT),
    Rule("topic.council_meeting date !state !position !object.vote !form.when !object.say", Intent.PASSAGE),
    Rule("form.when topic.data_period !time.closed !time.opened", Intent.QUOTATION),
    Rule("form.when topic.temporary_protection|topic.illegal_entries|topic.council_meeting", Intent.PASSAGE),
    Rule("object.published form.where|form.when|form.yes_no|form.which|form.how|form.keywords"
         " !object.statement !state !position", Intent.DATE, "published"),
    Rule("form.when", Intent.DATE),
    Rule("interrogative.when object.outcome !state !position !theme !object.vote", Intent.DATE),
    Rule("time.closed|time.opened object.vote !state !position !theme !form.how !form.who !form.which"
         " !form.how_many !form.list !object.outcome !object.tally !object.statement !interrogative.why",
         Intent.DATE),
    Rule("time.date|time.document !theme !state !object.statement", Intent.DATE),
    Rule("time.closed form.what|form.which !theme !state !position !object.document !object.statement !date",
         Intent.DATE),
    Rule("time.closed date form.yes_no object.adopted|object.rejected|object.reached !state !position"
         " !object.published", Intent.OUTCOME),
    Rule("time.closed|time.opened form.yes_no amount|claimed !theme !state !position !object.subject",
         Intent.DATE),
    Rule("date form.yes_no time.opened|time.closed|object.adopted|time.document|object.vote"
         " !state !position", Intent.DATE),
)
# fmt: on
