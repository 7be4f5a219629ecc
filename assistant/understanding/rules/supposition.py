"""What would have been: votes imagined otherwise, what would have turned the result, who could block."""

from assistant.question import Intent
from assistant.understanding.rules.rule import Rule

# fmt: off
SUPPOSITIONS: tuple[Rule, ...] = (
    Rule("form.how_many object.states object.vote excluded|hypothetical.without !position !theme"
         " !object.turning",
         Intent.PARTICIPATION),
    Rule("hypothesis switches !form.how_many", Intent.WHAT_IF),
    Rule("hypothesis switches state form.how_many position.for !object.turning !hypothetical.would_must"
         " !object.threshold !object.must !object.missed", Intent.WHAT_IF),
    Rule("hypothetical.if switches form.how_many position !object.turning !hypothetical.would_must",
         Intent.WHAT_IF),
    Rule("hypothesis switches state form.how_many position.for object.states|unit.state|hypothetical.would"
         " !object.turning !hypothetical.would_must !object.must !object.threshold !object.shortfall"
         " !object.adopted !object.statement !scope.only", Intent.WHAT_IF),
    Rule("hypothetical.if switches state form.how_many position.for object.turning !hypothetical.would_must",
         Intent.WHAT_IF),
    Rule("hypothesis switches form.how_many object.population|object.coverage|follow_up.percent"
         " !object.turning !hypothetical.would_must !object.threshold !object.shortfall", Intent.WHAT_IF),
    Rule("hypothesis hypothetical.switch|object.unlike state !switches !position !object.blocking",
         Intent.WHAT_IF),
    Rule("hypothesis state object.adopted|object.rejected|object.reached|object.majority|object.outcome"
         " !switches !position !object.statement !object.say !object.blocking !interrogative.why",
         Intent.WHAT_IF),
    Rule("supposed.first state odd|hypothetical.would|hypothetical.if !switches !position !object.statement"
         " !object.say !object.blocking !topic !interrogative.why !amount !form.who !form.which"
         " !object.participation !document", Intent.WHAT_IF),
    Rule("object.power scope.smallest !theme !object.statement !object.blocking !hypothesis"
         " !interrogative.why", Intent.POWER, "smallest"),
    Rule("object.power !theme !object.statement !object.blocking !hypothesis !interrogative.why",
         Intent.POWER),
    Rule("object.blocking hypothetical.would state scope.only !states !object.veto", Intent.WHAT_IF),
    Rule("hypothesis object.blocking|object.veto state", Intent.BLOCKING),
    Rule("object.blocking hypothetical.would states !form.who !form.which !form.how_many", Intent.BLOCKING),
    Rule("number.1|scope.only object.states|unit.state form.yes_no object.blocking|object.rejected"
         "|object.turning !state !position !object.veto !theme !object.statement", Intent.BLOCKING, "single"),
    Rule("object.must|hypothetical.would_must position.for form.how_many|form.what|form.which !state !theme"
         " !hypothetical.if !object.statement !object.missed", Intent.MAJORITY, "threshold"),
    Rule("form.how_many object.must topic.minimum object.states|object.turning !hypothetical.if !state"
         " !position.against !object.blocking !object.rejected !pool.topic", Intent.MAJORITY, "threshold"),
    Rule("object.turning !topic.reference_key", Intent.TURNING),
    Rule("form.how_many position.against|object.rejected object.threshold|object.shortfall !state !theme",
         Intent.TURNING),
    Rule("hypothesis form.how_many|form.which|form.who object.adopted|object.rejected|object.outcome",
         Intent.TURNING),
    Rule("hypothetical.would form.which|form.who|form.what number.1|scope.only !state !theme"
         " position.against|object.rejected|object.blocking|object.turning", Intent.TURNING),
    Rule("object.blocking hypothetical.would asks.who !state", Intent.TURNING),
    Rule("object.blocking hypothetical.would form.which|form.what unit.state number.1|scope.only !state",
         Intent.TURNING),
    Rule("form.how_many hypothetical.would|hypothetical.would_must hypothetical.switch !switches !state",
         Intent.TURNING),
    Rule("form.how_many hypothetical.would|hypothetical.would_must|opinion.should"
         " position.against|object.blocking|object.rejected !switches !state", Intent.TURNING),
    Rule("form.how_many object.must position.for !state", Intent.MAJORITY, "threshold"),
    Rule("form.how_many object.must object.adopted object.states|unit.state !state !amount !hypothesis",
         Intent.MAJORITY, "threshold"),
    Rule("form.how_many object.must object.states topic.minimum !state !pool.topic !amount !hypothesis"
         " !object.blocking",
         Intent.MAJORITY, "threshold"),
    Rule("object.blocking position.against form.who|form.which|form.list !hypothetical.would"
         " !object.statement !object.veto !hypothesis", Intent.POSITION_LIST),
    Rule("object.veto", Intent.BLOCKING, "veto"),
    Rule("object.calculate topic.blocking_minority|topic.qualified_majority", Intent.DEFINITION),
    Rule("topic.protocol_22 !object.vote !position !object.participation", Intent.DEFINITION),
    Rule("object.blocking state form.yes_no !hypothetical.would !hypothesis !theme", Intent.BLOCKING, "did"),
    Rule("state object.say object.blocking form.what|form.which|form.how !hypothesis !hypothetical.would",
         Intent.REASON),
    Rule("object.blocking !theme", Intent.BLOCKING),
)
# fmt: on
