"""The words themselves: what a statement says of a provision, the sentence, who said it."""

from assistant.question import Intent
from assistant.understanding.rules.rule import Rule

# fmt: off
QUOTATIONS: tuple[Rule, ...] = (
    Rule("stance.departure object.provision|provision state form.where|form.list !asks.provision !object.vote"
         " !position !object.quote", Intent.STATEMENT),
    Rule("object.provision provision.rules provision.paragraph|provision.subparagraph"
         " object.quote|object.numbering|object.figure form.what|form.which !state !position",
         Intent.PROVISION),
    Rule("object.figure object.quote form.what|form.which !theme !state !provision", Intent.FIGURE),
    Rule("object.quote form.how_many state theme|unit !object.who_said", Intent.FIGURE),
    Rule("provision state object.say|object.request !object.quote", Intent.STATEMENT),
    Rule("object.provision form.which|form.what state asks.provision !object.statement !object.objection"
         " !negated", Intent.PROVISION),
    Rule("object.provision form.which|form.what state !object.statement !object.objection", Intent.STATEMENT),
    Rule("provision object.figure|form.how_many !object.quote !state", Intent.FIGURE),
    Rule("provision asks.who !position !state !object.vote !object.statement", Intent.PROVISION),
    Rule("object.who_said topic|amount|object.pool !position", Intent.QUOTATION, "who_said"),
    Rule("object.statement state object.quote|follow_up.show !position !amount !topic", Intent.STATEMENT),
    Rule("date object.outcome form.what !object.adopted !object.vote", Intent.PASSAGE),
    Rule("follow_up.show !object.tally !object.vote !document", Intent.QUOTATION),
    Rule("object.quote position form.list !state !object.say !follow_up.show", Intent.POSITION_LIST),
    Rule("object.quote interrogative.why !amount !provision !follow_up.how_known", Intent.REASON),
    Rule("object.quote state object.position !position !amount !object.vote !topic", Intent.STATEMENT),
    Rule("object.quote", Intent.QUOTATION),
)
# fmt: on
