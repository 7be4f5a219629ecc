"""The rules of the vote: unanimity, thresholds, margins, shares of the population."""

from assistant.question import Intent
from assistant.understanding.rules.rule import Rule

# fmt: off
MAJORITIES: tuple[Rule, ...] = (
    Rule("object.population state form.how|form.what person.kin|object.vote !asks.percent !amount !position"
         " !hypothesis !object.threshold !object.figure", Intent.STATE_POSITION),
    Rule("asks.provision topic.qualified_majority|topic.blocking_minority object.provision !state !position"
         " !provision !object.statement", Intent.DEFINITION),
    Rule("object.must object.everyone position.for !state !theme !hypothesis !form.why !object.statement",
         Intent.MAJORITY, "unanimity"),
    Rule("object.coverage unit.person position|object.vote !state !theme !amount !object.statement"
         " !hypothesis", Intent.POPULATION),
    Rule("topic.blocking_minority object.threshold|topic.minimum form.how_many|form.what|form.which !state"
         " !position !hypothetical.would", Intent.DEFINITION),
    Rule("form.when topic.qualified_majority object.reached !date", Intent.DEFINITION),
    Rule("object.participation state object.majority|object.threshold|object.population"
         " form.yes_no|form.keywords|form.how|form.why", Intent.PARTICIPATION),
    Rule("form.how_many|form.what asks.percent|object.coverage object.states|unit.state"
         " object.adopted|position|object.vote !object.population !state !theme !object.statement"
         " !hypothesis", Intent.MAJORITY, "share"),
    Rule("form.how_many asks.percent position !object.population !state !theme !object.statement"
         " !amount !hypothesis", Intent.POPULATION),
    Rule("interrogative.why object.rejected !state !position !theme !hypothesis", Intent.OUTCOME),
    Rule("object.threshold percent.alone !theme !state !pool.topic !object.population !position"
         " !hypothesis !object.vote !object.margin", Intent.MAJORITY, "threshold"),
    Rule("object.unanimity !form.why", Intent.MAJORITY, "unanimity"),
    Rule("object.unanimity form.why !state", Intent.MAJORITY, "unanimity"),
    Rule("scope.largest position form.who|form.which|form.what|form.keywords|form.yes_no|form.list"
         " !object.statement !object.author !object.figure !object.blocking !hypothesis",
         Intent.POPULATION, "largest"),
    Rule("scope.largest brief unit.state|object.states|object.population|states !theme !object.statement"
         " !object.author !object.figure !object.blocking !object.vote !hypothesis",
         Intent.POPULATION, "largest"),
    Rule("scope.smallest position form.who|form.which|form.what|form.keywords|form.yes_no|form.list"
         " !object.statement !object.author !object.figure !object.blocking !hypothesis",
         Intent.POPULATION, "smallest"),
    Rule("scope.smallest brief unit.state|object.states|object.population|states !theme !object.statement"
         " !object.author !object.figure !object.blocking !object.vote !hypothesis",
         Intent.POPULATION, "smallest"),
    Rule("object.missed object.majority|object.threshold|object.population|object.reached !state !pool.topic"
         " !object.margin !hypothesis", Intent.MAJORITY, "missed"),
    Rule("object.margin !theme !form.who", Intent.MAJORITY, "margin"),
    Rule("object.margin object.threshold|object.population|object.majority !pool.topic !state",
         Intent.MAJORITY, "margin"),
    Rule("object.majority|object.threshold object.reached", Intent.MAJORITY, "reached"),
    Rule("object.threshold amount form.yes_no !theme !state !pool.topic", Intent.MAJORITY, "margin"),
    Rule("object.majority object.threshold|form.how_many", Intent.MAJORITY, "threshold"),
    Rule("object.threshold topic.minimum !pool.topic !state !provision", Intent.MAJORITY, "threshold"),
    Rule("object.population object.threshold|object.majority !state", Intent.MAJORITY, "threshold"),
    Rule("object.population !object.say !interrogative.why !theme", Intent.POPULATION),
    Rule("object.majority !theme", Intent.MAJORITY, "rule"),
    Rule("object.threshold object.vote|position|object.adopted|object.states !theme !state",
         Intent.MAJORITY, "threshold"),
)
# fmt: on
