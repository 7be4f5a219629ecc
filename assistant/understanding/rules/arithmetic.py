"""The pool's arithmetic: coverage, shortfall, rate and equivalents of the figures in the record."""

from assistant.question import Intent
from assistant.understanding.rules.rule import Rule

# fmt: off
ARITHMETIC: tuple[Rule, ...] = (
    Rule("object.comparison topic.needs|object.threshold topic form.how_many|form.what|form.how pool.topic"
         " !state !position !object.vote !amount !object.majority", Intent.POOL_COMPUTATION, "coverage"),
    Rule("asks.percent follow_up.euros|follow_up.relocations form.how_many|form.what !state !position"
         " !object.vote !object.population !amounts", Intent.POOL_COMPUTATION, "coverage"),
    Rule("object.difference object.figure|unit.EUR state form.what|form.which|form.how !amounts !position"
         " !object.vote !object.population !object.states !object.shortfall !object.statement",
         Intent.POOL_COMPUTATION, "difference"),
    Rule("object.margin state stance.request form.how_many !position !object.vote !amount !object.majority",
         Intent.POOL_COMPUTATION, "difference"),
    Rule("object.figure state stance.request form.which|form.what|form.how !position !object.vote !amount"
         " !object.statement !body.commission", Intent.FIGURE),
    Rule("amounts.mixed object.rate|object.equivalents|number.1|form.how_many !asks.percent !percent.of"
         " !position !object.shortfall !object.difference", Intent.POOL_COMPUTATION, "rate"),
    Rule("amounts.alike object.sum !asks.percent !position !object.vote !object.rate !object.shortfall",
         Intent.POOL_COMPUTATION, "sum"),
    Rule("amount object.margin|object.difference pool.topic form.how_many !amounts !state !position"
         " !object.vote !object.population !asks.percent !object.coverage", Intent.POOL_COMPUTATION,
         "shortfall"),
    Rule("amounts object.difference|object.margin|scope.largest|scope.smallest !asks.percent !object.coverage"
         " !position !object.vote !object.population", Intent.POOL_COMPUTATION, "difference"),
    Rule("object.difference form.how_many state !amounts !position !object.vote !object.population"
         " !object.states !object.shortfall !object.statement", Intent.POOL_COMPUTATION, "difference"),
    Rule("asks.percent object.coverage form.how_many|form.what state topic|unit.EUR !amounts !position"
         " !object.vote !object.population !object.states !hypothesis !topic.indicative_share",
         Intent.POOL_COMPUTATION, "coverage"),
    Rule("asks.percent state form.how_many|form.what object.say|object.request !amounts !position"
         " !object.vote !object.population !object.states !hypothesis !topic !object.statement",
         Intent.POOL_COMPUTATION, "coverage"),
    Rule("amounts object.definition !asks.percent !position !state !object.vote !object.coverage !object.rate"
         " !object.shortfall !object.difference", Intent.FIGURE),
    Rule("amounts object.shortfall !position !object.vote !state", Intent.POOL_COMPUTATION, "shortfall"),
    Rule("asks.percent object.shortfall amount|topic.relocation|topic.financial_contribution|topic.pool"
         " form.how_many|form.what !position !object.vote !object.population !object.states !object.majority",
         Intent.POOL_COMPUTATION, "difference"),
    Rule("amount form.how_many object.comparison !amounts !state !position !object.vote !object.population"
         " !object.states !object.statement", Intent.POOL_COMPUTATION, "coverage"),
    Rule("percent.of form.how_many|form.what|form.keywords !position !object.vote !object.population",
         Intent.POOL_COMPUTATION, "coverage"),
    Rule("asks.percent amount form.how_many|form.what !position !object.vote !object.population"
         " !object.states", Intent.POOL_COMPUTATION, "coverage"),
    Rule("follow_up.percent amounts !state !position", Intent.POOL_COMPUTATION, "coverage"),
    Rule("percent.alone !amounts object.coverage form.what|form.where|form.which !position !state",
         Intent.FIGURE),
    Rule("amount !amounts object.coverage form.what|form.where|form.which !topic !position !state",
         Intent.FIGURE),
    Rule("object.figure form.what|form.which state object.say !stance.complaint !odd !position !object.vote"
         " !object.states !object.statement !topic !amount", Intent.FIGURE),
    Rule("amounts object.rate object.equivalents !interrogative.what", Intent.POOL_COMPUTATION,
         "equivalents"),
    Rule("amounts object.rate form.how_many|form.what !state !position", Intent.POOL_COMPUTATION, "rate"),
    Rule("form.how_many state object.say|pool.topic !position !object.vote !object.states !object.statement"
         " !object.shortfall !object.coverage !object.rate !object.population", Intent.FIGURE),
    Rule("body.commission object.threshold !object.vote !position !object.majority !state", Intent.FIGURE),
    Rule("state amount object.say form.yes_no !position !object.vote", Intent.FIGURE),
    Rule("time.year topic.pool|object.pool !object.say !position", Intent.SUBJECT),
    Rule("amount unit follow_up.euros|follow_up.relocations !object.shortfall !state !position !object.say",
         Intent.POOL_COMPUTATION, "equivalents"),
    Rule("topic.minimum topic.relocation|topic.financial_contribution form.what|form.how_many !state"
         " !position !object.majority !object.rate", Intent.FIGURE),
    Rule("object.coverage amounts form.how_many|form.what|form.keywords",
         Intent.POOL_COMPUTATION, "coverage"),
    Rule("object.shortfall pool.matter !state.why", Intent.POOL_COMPUTATION, "shortfall"),
    Rule("object.shortfall !theme !state !object.vote !position !object.document !object.states !form.who",
         Intent.POOL_COMPUTATION, "shortfall"),
    Rule("object.coverage pool.needs", Intent.POOL_COMPUTATION, "coverage"),
    Rule("object.rate pool.matter !object.population !object.definition", Intent.POOL_COMPUTATION, "rate"),
    Rule("object.equivalents pool.matter !object.statement", Intent.POOL_COMPUTATION, "equivalents"),
    Rule("topic.disembarkation|topic.indicative_share form.how_many !state !position", Intent.QUOTATION),
    Rule("form.yes_no topic.pool topic.minimum !state !position !object.vote", Intent.POOL_COMPUTATION,
         "coverage"),
    Rule("object.coverage pool.matter !object.vote !position !state", Intent.POOL_COMPUTATION, "coverage"),
    Rule("object.calculate pool.matter", Intent.POOL_COMPUTATION),
    Rule("amount form.how_many topic.relocation topic.financial_contribution !object.say !state",
         Intent.POOL_COMPUTATION, "equivalents"),
    Rule("amounts object.comparison|object.figure|object.coverage|form.how_many !position !state",
         Intent.POOL_COMPUTATION, "coverage"),
    Rule("asks.who theme !state !position !object.vote !provision !object.author !hypothesis",
         Intent.QUOTATION, "who_said"),
    Rule("topic.needs|topic.effective_solidarity form.what|form.which !state !position !object.vote"
         " !object.definition !object.states !asks.who !object.adopted !object.reached", Intent.FIGURE),
    Rule("form.yes_no theme object.states|object.statement object.say !state !position !object.vote"
         " !hypothesis",
         Intent.QUOTATION, "who_said"),
)
# fmt: on
