"""Statements: who made one, why, and what it says."""

from assistant.question import Intent
from assistant.understanding.rules.rule import Rule

# fmt: off
STATEMENTS: tuple[Rule, ...] = (
    Rule("object.minutes object.statement form.what|form.how !state !position !object.vote !object.say"
         " !provision !asks.provision !theme", Intent.PASSAGE),
    Rule("stance.complaint|stance.concern|stance.request|stance.departure object.everyone"
         " form.what|form.which|form.who !state !position !object.vote !theme !amount !provision",
         Intent.STATEMENT),
    Rule("object.provision object.statement form.which|form.what !state !position", Intent.PROVISION),
    Rule("asks.provision object.statement|object.minutes !state !position !object.objection",
         Intent.PROVISION),
    Rule("object.statement state time.closed form.what|form.how|form.which !date !object.vote",
         Intent.STATEMENT),
    Rule("object.explain state form.what|form.which|form.how|form.where !object.statement !object.say !theme",
         Intent.REASON),
    Rule("object.explain form.who|form.which|form.how_many|form.list !state !theme !position",
         Intent.STATEMENT_AUTHORS),
    Rule("object.explain scope.any position !state !theme !object.say", Intent.STATEMENT_AUTHORS),
    Rule("object.author !theme object.statement|form.who|form.which|form.how_many|form.list|form.keywords",
         Intent.STATEMENT_AUTHORS),
    Rule("object.statement form.who|form.which|form.how_many|form.list !theme !amount !unit"
         " !object.minutes !object.notice !stance.thanks !time.document",
         Intent.STATEMENT_AUTHORS),
    Rule("object.statement position object.states|unit.state form.what !state !theme !object.say !amount"
         " !object.subject !interrogative.why !object.content", Intent.STATEMENT_AUTHORS),
    Rule("object.statement object.minutes asks.who !theme !amount !object.notice !provision",
         Intent.STATEMENT_AUTHORS),
    Rule("object.statement form.yes_no state !theme !object.say !amount !interrogative.why !stance.thanks",
         Intent.STATEMENT_AUTHORS),
    Rule("object.author form.yes_no !theme", Intent.STATEMENT_AUTHORS),
    Rule("object.statement position !state form.yes_no|form.who|form.which !object.say",
         Intent.STATEMENT_AUTHORS),
    Rule("object.statement others !theme", Intent.STATEMENT_AUTHORS),
    Rule("interrogative.why time.closed|time.opened|date !state !position !theme", Intent.DATE),
    Rule("interrogative.why state object.say theme !position !object.vote !object.adopted", Intent.STATEMENT),
    Rule("interrogative.why body.commission amount !state !position !object.vote", Intent.FIGURE),
    Rule("interrogative.why state|position|others", Intent.REASON),
    Rule("interrogative.why object.vote|object.statement", Intent.REASON),
    Rule("interrogative.why object.adopted|object.rejected|object.outcome", Intent.OUTCOME),
    Rule("interrogative.why theme", Intent.REASON),
    Rule("stance.complaint|stance.concern|stance.request|stance.thanks|stance.departure"
         " asks.who|form.how_many|form.list !state !position !object.vote !theme !amount !object.statement",
         Intent.STATEMENT),
)
# fmt: on
