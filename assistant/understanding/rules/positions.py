"""Positions: who voted so, how many, how a state voted."""

from assistant.question import Intent
from assistant.understanding.rules.rule import Rule

# fmt: off
RESULTS: tuple[Rule, ...] = (
    Rule("states scope.or asks.who object.who_said|object.request !position !object.vote !hypothesis",
         Intent.COMPARISON),
    Rule("result.numbers", Intent.TALLY, "numbers"),
    Rule("asks.length state|topic !time.opened !time.closed !time.duration !object.procedure"
         " !topic.written_procedure !object.vote", Intent.FIGURE),
    Rule("object.tally|object.outcome|positions.all object.population|asks.percent !state !theme !hypothesis"
         " !amount !object.threshold !object.majority !object.margin !object.statement !object.say"
         " !object.blocking !form.why !negated",
         Intent.TALLY, "shares"),
    Rule("form.how_many position.abstention position.against !positions.all !state !hypothesis !theme"
         " !object.statement !object.population !asks.percent !interrogative.why !object.say"
         " !object.definition", Intent.POSITION_COUNT),
    Rule("form.how_many position.for negated object.states|unit.state !state !hypothesis !theme !object.say"
         " !object.statement !object.population !asks.percent !interrogative.why !asks.procedures"
         " !object.must", Intent.POSITION_COUNT),
    Rule("object.population amount state !position !object.vote !unit.percent !asks.percent"
         " !object.threshold !hypothesis !object.states !object.majority", Intent.FIGURE),
    Rule("object.population states form.how_many|form.what|form.which !hypothesis !object.threshold !position"
         " !object.say !object.statement !object.must !scope.largest !scope.smallest !object.blocking"
         " !object.majority", Intent.POPULATION),
    Rule("object.population object.must|topic.minimum form.how_many|form.what|form.which !state !pool.topic"
         " !object.margin !hypothesis !object.blocking !position.against !position.abstention",
         Intent.MAJORITY, "threshold"),
    Rule("object.population position form.how_many|form.what|form.which !state !hypothesis !object.threshold"
         " !object.statement !object.must !scope.largest !scope.smallest !theme", Intent.POPULATION),
)

POSITIONS: tuple[Rule, ...] = (
    Rule("state object.heeded !positions !hypothesis", Intent.STATEMENT, "heeded"),
    Rule("object.tally positions form.what|form.how|form.keywords|form.how_many !state !theme"
         " !object.statement !hypothesis", Intent.TALLY),
    Rule("topic.hostile_neighbours state position|object.vote form.who|form.which|form.how_many",
         Intent.PASSAGE),
    Rule("object.original state object.say|object.original !object.statement !object.explain !theme",
         Intent.STATE_POSITION),
    Rule("object.objection state form.what|form.which|form.list|form.how !object.vote", Intent.STATEMENT),
    Rule("object.statement object.vote form.how !state !position !theme !negated !negation.no"
         " !object.say !object.outcome", Intent.STATE_POSITION, "authors"),
    Rule("object.named object.states|form.who !position !theme !object.statement", Intent.POSITION_LIST,
         "named"),
    Rule("object.effect position state form.yes_no|form.how|form.what !object.statement", Intent.DEFINITION,
         "effect"),
    Rule("positions.all !state !form.who !form.which !form.how_many !object.definition", Intent.TALLY),
    Rule("form.how_many unit.person state theme !object.vote !object.population !hypothesis", Intent.FIGURE),
    Rule("form.how_many position", Intent.POSITION_COUNT),
    Rule("object.figure position !state !theme !unit !object.statement !object.say form.what|form.keywords",
         Intent.POSITION_COUNT),
    Rule("form.how_many object.statement", Intent.STATEMENT_AUTHORS),
    Rule("form.how_many object.vote !state", Intent.POSITION_COUNT),
    Rule("form.who|form.which|form.list|form.how_many group position|object.vote", Intent.POSITION_LIST),
    Rule("state position object.say form.what !object.vote !positions", Intent.STATEMENT),
    Rule("state position.against form.what !states !object.vote !positions !object.position !hypothesis"
         " !object.definition !object.outcome !scope.others", Intent.STATEMENT, "complaint"),
    Rule("state position theme !object.vote !form.who !form.which", Intent.STATEMENT),
    Rule("form.who state object.vote !position !negated", Intent.POSITION_LIST, "like"),
    Rule("state object.say|object.statement !object.vote !position", Intent.STATEMENT),
    Rule("state object.statement", Intent.STATEMENT),
    Rule("state object.say theme", Intent.STATEMENT),
    Rule("interrogative.tell object.subject state object.position !object.vote !position", Intent.STATEMENT),
    Rule("state object.position theme form.what|form.which !pool.topic !position !object.vote",
         Intent.STATEMENT),
    Rule("state position|object.vote|object.position", Intent.STATE_POSITION),
    Rule("others position|object.vote", Intent.POSITION_LIST),
    Rule("position form.who|form.which|form.list|form.keywords", Intent.POSITION_LIST),
    Rule("position object.statement", Intent.STATEMENT),
    Rule("object.outcome position.for form.yes_no !state !positions !object.states !object.everyone"
         " !scope.any !negated !group !theme", Intent.OUTCOME),
    Rule("position !theme", Intent.POSITION_LIST),
    Rule("position !state !object.say !object.statement !amount brief form.yes_no", Intent.POSITION_LIST),
    Rule("state object.request", Intent.STATEMENT),
)
# fmt: on
