"""What a word means, two states held against each other, and what is behind a vote."""

from assistant.question import Intent
from assistant.understanding.rules.rule import Rule

# fmt: off
TERMS: tuple[Rule, ...] = (
    Rule("state position form.yes_no object.say premise.since|opinion.right|negation.tag !states !others"
         " !object.statement !object.explain !interrogative.why !hypothesis", Intent.STATE_POSITION),
    Rule("states object.comparison|object.like object.say|object.statement|object.explain|stance.complaint"
         "|stance.concern|stance.request|stance.departure !position !object.vote !provision !object.blocking",
         Intent.COMPARISON, "points"),
    Rule("states scope.or asks.who|form.which !position !theme !object.statement !amount !object.population"
         " !object.power !object.participation !scope.largest !scope.smallest !date !hypothesis"
         " !object.blocking", Intent.COMPARISON),
    Rule("states scope.or asks.who|form.which object.say|object.request !position !object.vote !hypothesis",
         Intent.COMPARISON),
    Rule("scope.or states form.who|form.which object.vote|position !theme !object.statement !object.say"
         " !object.blocking !hypothesis !object.population !scope.largest !scope.smallest !object.power",
         Intent.STATE_POSITION),
    Rule("object.comparison form.yes_no|form.how topic !theme !state !object.statement !object.say !position",
         Intent.DEFINITION),
    Rule("follow_up.again positions !state !hypothesis !object.definition !object.statement !theme"
         " form.yes_no|form.keywords|form.what", Intent.POSITION_COUNT),
    Rule("position.abstention position.against object.majority form.yes_no|form.how !positions.all !state"
         " !group !object.everyone !object.states !amount !number.2|number.3|number.4|number.5|number.6"
         " !hypothesis !object.reached !object.adopted !object.rejected !object.statement !object.blocking"
         " !theme",
         Intent.DEFINITION),
    Rule("position.abstention positions !positions.all !state !object.everyone !object.states !amount"
         " !number.2|number.3|number.4|number.5|number.6 form.yes_no|form.how brief !hypothesis",
         Intent.DEFINITION),
    Rule("object.comparison|object.definition positions !positions.all !state !object.states"
         " !object.statement !object.say",
         Intent.DEFINITION),
    Rule("object.comparison object.threshold topic.financial_contribution|topic.relocation|topic.needs"
         "|follow_up.euros !state !position", Intent.POOL_COMPUTATION, "shortfall"),
    Rule("object.definition object.comparison !state !object.statement position|topic", Intent.DEFINITION),
    Rule("object.unlike object.vote state|excluded !states form.who|form.which|form.list|form.how_many"
         " !position", Intent.POSITION_LIST, "unlike"),
    Rule("object.unlike states object.vote|object.position form.yes_no !position", Intent.COMPARISON,
         "unlike"),
    Rule("object.comparison form.who|form.which state object.vote !position", Intent.POSITION_LIST, "like"),
    Rule("object.like state form.who|form.which|form.list|form.how_many !position", Intent.POSITION_LIST,
         "like"),
    Rule("object.like states !position", Intent.COMPARISON),
    Rule("object.comparison body.commission topic.financial_contribution|topic.relocation|topic.pool"
         "|topic.solidarity|topic.contribution|topic.needs form.how_many|form.what !state !position"
         " !object.statement !amount", Intent.POOL_COMPUTATION, "coverage"),
    Rule("body.commission object.figure state stance.complaint|stance.request !topic.data_period !amount"
         " !position !object.vote", Intent.STATEMENT),
    Rule("body.commission object.figure !topic.data_period !state !object.vote !position !amount",
         Intent.FIGURE),
    Rule("body.commission object.adopted form.what|form.which !body.council !object.procedure !object.vote"
         " !position !state", Intent.PASSAGE),
    Rule("body.commission state form.what|form.which|form.how !topic.data_period !object.say"
         " !position !object.vote !object.statement !amount", Intent.STATEMENT),
    Rule("body.commission state form.yes_no !topic.data_period !object.say"
         " !position !object.vote !object.statement !amount", Intent.PASSAGE),
    Rule("object.comparison states provision !object.vote !position", Intent.PROVISION),
    Rule("object.comparison states|object.statement|object.say|interrogative.why|object.author",
         Intent.COMPARISON),
    Rule("object.comparison object.vote|position|others !form.how_many", Intent.COMPARISON),
    Rule("scope.both states object.say !position", Intent.COMPARISON),
    Rule("object.annex|object.author object.explain|interrogative.why state form.yes_no !position"
         " !object.vote !theme", Intent.STATEMENT_AUTHORS),
    Rule("object.explain state position|object.vote|interrogative.why !object.statement", Intent.REASON),
    Rule("object.explain state form.yes_no !position !interrogative.why !object.vote",
         Intent.STATEMENT_AUTHORS),
    Rule("object.explain position !state form.yes_no|form.who|form.which", Intent.STATEMENT_AUTHORS),
    Rule("object.explain negated form.who|form.which|form.how_many|form.list !state !topic",
         Intent.STATEMENT_AUTHORS),
    Rule("interrogative.why position negation.no form.who|form.which|form.how_many|form.list !state",
         Intent.STATEMENT_AUTHORS),
    Rule("interrogative.why position.not_participating !positions", Intent.PARTICIPATION),
    Rule("interrogative.why object.participation state !position !theme !object.statement",
         Intent.PARTICIPATION),
    Rule("form.why numbered bare !topic !position", Intent.PARTICIPATION),
    Rule("interrogative.why position !object.adopted", Intent.REASON),
    Rule("object.definition object.revision|object.corrigendum|object.addendum !state", Intent.DEFINITION,
         "revision"),
    Rule("form.what group.presidency topic.presidency bare !position !object.vote", Intent.DEFINITION),
    Rule("object.definition topic.statement_for_the_minutes !state", Intent.DEFINITION),
    Rule("topic.written_procedure interrogative.what|interrogative.who bare !form.how_many !state !amount"
         " !numbered !date !document !file", Intent.DEFINITION),
    Rule("object.definition topic !state !interrogative.why !object.figure !object.say !object.statement"
         " !hypothesis !object.adopted"
         " !form.when", Intent.DEFINITION),
    Rule("object.definition position.abstention|object.majority !state !form.how_many !interrogative.why",
         Intent.DEFINITION),
)
# fmt: on
