"""From what stands in a question to what it asks: an ordered table, the first match wins.

Conditions are those of ``condition.py``. Knows no language.
"""

from dataclasses import dataclass

from assistant.question import Intent
from assistant.understanding.condition import holds


@dataclass(frozen=True, slots=True)
class Rule:
    """If the condition holds, this is meant."""

    condition: str
    intent: Intent
    aspect: str | None = None

    def holds(self, atoms: frozenset[str]) -> bool:
        """Whether every term of the condition holds."""
        return holds(self.condition, atoms)


# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("follow_up.how_known", Intent.EVIDENCE),
    Rule("object.contact", Intent.CONTACT),
    Rule("object.legal_basis !state", Intent.PROVISION, "legal_basis"),
    Rule("object.file !object.vote !position !object.statement", Intent.PROCEDURE_FILE),
    Rule("file !object.vote !position !object.adopted !form.when !object.statement", Intent.PROCEDURE_FILE),
    # what would have been
    Rule("hypothesis switches !form.how_many", Intent.WHAT_IF),
    Rule("hypothesis object.blocking|object.veto state", Intent.BLOCKING),
    Rule("object.turning", Intent.TURNING),
    Rule("hypothesis form.how_many|form.which|form.who object.adopted|object.rejected|object.outcome",
         Intent.TURNING),
    Rule("object.blocking hypothetical.would asks.who !state", Intent.TURNING),
    Rule("form.how_many hypothetical.would|hypothetical.would_must|opinion.should"
         " position.against|object.blocking|object.rejected !switches !state", Intent.TURNING),
    Rule("form.how_many object.must position.for !state", Intent.MAJORITY, "threshold"),
    Rule("object.veto", Intent.BLOCKING, "veto"),
    Rule("object.calculate topic.blocking_minority|topic.qualified_majority", Intent.DEFINITION),
    Rule("topic.protocol_22 !object.vote !position !object.participation", Intent.DEFINITION),
    Rule("object.blocking !theme", Intent.BLOCKING),
    Rule("object.records !state", Intent.COVERAGE),
    Rule("object.help !state !position !object.vote !theme", Intent.COVERAGE, "help"),
    Rule("polite", Intent.COVERAGE, "help"),
    # the words themselves
    Rule("provision state object.say|object.request !object.quote", Intent.STATEMENT),
    Rule("object.provision form.which|form.what state !object.statement", Intent.PROVISION),
    Rule("provision object.figure|form.how_many !object.quote !state", Intent.FIGURE),
    Rule("object.who_said topic|amount|object.pool !position", Intent.QUOTATION, "who_said"),
    Rule("object.statement state object.quote|follow_up.show !position !amount !topic", Intent.STATEMENT),
    Rule("date object.outcome form.what !object.adopted !object.vote", Intent.PASSAGE),
    Rule("follow_up.show !object.tally !object.vote !document", Intent.QUOTATION),
    Rule("object.quote", Intent.QUOTATION),
    # the pool's arithmetic
    Rule("state amount object.say form.yes_no !position !object.vote", Intent.FIGURE),
    Rule("object.coverage amounts form.how_many|form.what|form.keywords",
         Intent.POOL_COMPUTATION, "coverage"),
    Rule("object.shortfall pool.matter !state.why", Intent.POOL_COMPUTATION, "shortfall"),
    Rule("object.shortfall !theme !state !object.vote !position !object.document !object.states !form.who",
         Intent.POOL_COMPUTATION, "shortfall"),
    Rule("object.rate pool.matter !object.population", Intent.POOL_COMPUTATION, "rate"),
    Rule("object.equivalents pool.matter !object.statement", Intent.POOL_COMPUTATION, "equivalents"),
    Rule("topic.disembarkation|topic.indicative_share form.how_many !state !position", Intent.QUOTATION),
    Rule("form.yes_no topic.pool topic.minimum !state !position !object.vote", Intent.POOL_COMPUTATION,
         "coverage"),
    Rule("object.coverage pool.needs", Intent.POOL_COMPUTATION, "coverage"),
    Rule("object.coverage pool.matter !object.vote !position !state", Intent.POOL_COMPUTATION, "coverage"),
    Rule("object.calculate pool.matter", Intent.POOL_COMPUTATION),
    Rule("amount form.how_many topic.relocation topic.financial_contribution !object.say !state",
         Intent.POOL_COMPUTATION, "equivalents"),
    Rule("amounts object.comparison|object.figure|object.coverage|form.how_many !position !state",
         Intent.POOL_COMPUTATION, "coverage"),
    Rule("asks.who theme !state !position !object.vote !provision !object.author !hypothesis",
         Intent.QUOTATION, "who_said"),
    Rule("topic.needs|topic.effective_solidarity form.what|form.which !state !position !object.vote"
         " !object.definition !object.states !asks.who", Intent.FIGURE),
    Rule("form.yes_no theme object.states|object.statement object.say !state !position !object.vote"
         " !hypothesis",
         Intent.QUOTATION, "who_said"),
    # terms and comparisons
    Rule("object.comparison form.yes_no|form.how topic !theme !state !object.statement !object.say !position",
         Intent.DEFINITION),
    Rule("position.abstention positions !positions.all !state !object.everyone !object.states !numbered"
         " form.yes_no brief", Intent.DEFINITION),
    Rule("object.comparison|object.definition positions !positions.all !state !object.states"
         " !object.statement !object.say",
         Intent.DEFINITION),
    Rule("object.definition object.comparison !state !object.statement position|topic", Intent.DEFINITION),
    Rule("object.unlike object.vote state|excluded !states form.who|form.which|form.list|form.how_many"
         " !position", Intent.POSITION_LIST, "unlike"),
    Rule("object.unlike states object.vote|object.position form.yes_no !position", Intent.COMPARISON,
         "unlike"),
    Rule("object.comparison form.who|form.which state object.vote !position", Intent.POSITION_LIST, "like"),
    Rule("object.like state form.who|form.which|form.list|form.how_many !position", Intent.POSITION_LIST,
         "like"),
    Rule("object.like states !position", Intent.COMPARISON),
    Rule("body.commission object.figure !topic.data_period !state !object.vote !position !amount",
         Intent.FIGURE),
    Rule("body.commission object.adopted form.what|form.which !body.council !object.procedure !object.vote"
         " !position !state", Intent.PASSAGE),
    Rule("body.commission state form.what|form.which|form.how|form.yes_no !object.say !position !object.vote"
         " !object.statement !amount", Intent.PASSAGE),
    Rule("object.comparison states|object.statement|object.say|interrogative.why|object.author",
         Intent.COMPARISON),
    Rule("object.comparison object.vote|position|others !form.how_many", Intent.COMPARISON),
    Rule("scope.both states object.say !position", Intent.COMPARISON),
    Rule("object.explain state position|object.vote|interrogative.why !object.statement", Intent.REASON),
    Rule("object.explain state form.yes_no !position !interrogative.why !object.vote",
         Intent.STATEMENT_AUTHORS),
    Rule("object.explain position !state form.yes_no|form.who|form.which", Intent.STATEMENT_AUTHORS),
    Rule("object.explain negated form.who|form.which|form.how_many|form.list !state !topic",
         Intent.STATEMENT_AUTHORS),
    Rule("interrogative.why position negation.no form.who|form.which|form.how_many|form.list !state",
         Intent.STATEMENT_AUTHORS),
    Rule("interrogative.why position !object.adopted", Intent.REASON),
    Rule("object.definition object.revision|object.corrigendum|object.addendum !state", Intent.DEFINITION,
         "revision"),
    Rule("form.what group.presidency topic.presidency bare !position !object.vote", Intent.DEFINITION),
    Rule("object.definition topic.statement_for_the_minutes !state", Intent.DEFINITION),
    Rule("object.definition topic !state !object.figure !object.say !object.statement"
         " !hypothesis !object.adopted"
         " !form.when", Intent.DEFINITION),
    Rule("object.definition position.abstention|object.majority !state", Intent.DEFINITION),
    # rules of the vote
    Rule("object.unanimity !form.why", Intent.MAJORITY, "unanimity"),
    Rule("object.unanimity form.why !state", Intent.MAJORITY, "unanimity"),
    Rule("object.margin !theme", Intent.MAJORITY, "margin"),
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
    # statements: who, why, what
    Rule("object.author !theme object.statement|form.who|form.which|form.how_many|form.list",
         Intent.STATEMENT_AUTHORS),
    Rule("object.statement form.who|form.which|form.how_many|form.list !theme !amount"
         " !object.minutes !object.notice",
         Intent.STATEMENT_AUTHORS),
    Rule("object.statement form.yes_no state !theme !object.say !amount !interrogative.why",
         Intent.STATEMENT_AUTHORS),
    Rule("object.author form.yes_no !theme", Intent.STATEMENT_AUTHORS),
    Rule("object.statement position !state form.yes_no|form.who|form.which !object.say",
         Intent.STATEMENT_AUTHORS),
    Rule("object.statement others !theme", Intent.STATEMENT_AUTHORS),
    Rule("interrogative.why state|position|others", Intent.REASON),
    Rule("interrogative.why object.vote|object.statement", Intent.REASON),
    Rule("interrogative.why object.adopted|object.rejected|object.outcome", Intent.OUTCOME),
    Rule("interrogative.why theme", Intent.REASON),
    # when
    Rule("form.how_many time.opened|time.duration time.closed|time.duration !state !position", Intent.DATE,
         "duration"),
    Rule("time.year topic.pool !object.say !position", Intent.SUBJECT),
    Rule("topic.presidency form.who|form.which !state !position !object.vote !object.statement",
         Intent.QUOTATION),
    Rule("form.when state topic|object.request|object.say !position !object.vote", Intent.STATEMENT),
    Rule("form.when topic.data_period !time.closed !time.opened", Intent.QUOTATION),
    Rule("form.when topic.temporary_protection|topic.illegal_entries|topic.council_meeting", Intent.PASSAGE),
    Rule("object.published form.where|form.when|form.yes_no|form.which|form.how|form.keywords"
         " !object.statement !state !position", Intent.DATE, "published"),
    Rule("form.when", Intent.DATE),
    Rule("time.date|time.document !theme !state !object.statement", Intent.DATE),
    Rule("time.closed|time.opened form.yes_no amount|claimed !theme !state !position", Intent.DATE),
    Rule("date form.yes_no time.opened|time.closed|object.adopted|time.document|object.vote"
         " !state !position", Intent.DATE),
    # documents and provisions
    Rule("object.provision form.which|form.what|form.list|form.who !position !object.document",
         Intent.PROVISION),
    Rule("provision !document", Intent.PROVISION),
    Rule("provision object.provision", Intent.PROVISION),
    Rule("object.codes", Intent.SUBJECT, "codes"),
    Rule("object.revision|object.corrigendum|object.addendum !position !object.vote !state", Intent.DOCUMENT),
    Rule("object.document !position !object.statement !object.say|document", Intent.DOCUMENT),
    Rule("document !object.vote !state !position !object.statement !object.adopted !object.say"
         " !object.subject", Intent.DOCUMENT),
    Rule("object.minutes object.statement|form.where", Intent.PASSAGE),
    Rule("object.annex !theme !state !position", Intent.DOCUMENT),
    Rule("topic.data_period topic.period|form.when !form.how_many", Intent.QUOTATION),
    # figures
    Rule("position.not_participating !positions", Intent.PARTICIPATION),
    Rule("form.how_many object.states bare !theme", Intent.PARTICIPATION),
    Rule("object.participation !theme", Intent.PARTICIPATION),
    Rule("form.yes_no object.vote count !state !position !theme", Intent.PARTICIPATION),
    Rule("state amount !position !object.vote", Intent.FIGURE),
    Rule("object.figure form.how_many state !position !object.vote", Intent.FIGURE),
    Rule("form.how_many|object.figure theme|unit !position !object.vote", Intent.FIGURE),
    Rule("amount theme|unit !position !object.vote !object.states", Intent.FIGURE),
    Rule("object.figure topic.pool", Intent.FIGURE),
    Rule("amount topic.pool !position !object.vote", Intent.FIGURE),
    Rule("amount !position !object.vote !object.states !state", Intent.FIGURE),
    # positions
    Rule("topic.hostile_neighbours state position|object.vote form.who|form.which|form.how_many",
         Intent.PASSAGE),
    Rule("positions.all !state !form.who !form.which !form.how_many !object.definition", Intent.TALLY),
    Rule("form.how_many position", Intent.POSITION_COUNT),
    Rule("form.how_many object.statement", Intent.STATEMENT_AUTHORS),
    Rule("form.how_many object.vote !state", Intent.POSITION_COUNT),
    Rule("form.who|form.which|form.list|form.how_many group position|object.vote", Intent.POSITION_LIST),
    Rule("state position object.say form.what !object.vote", Intent.STATEMENT),
    Rule("state position theme !object.vote !form.who !form.which", Intent.STATEMENT),
    Rule("form.who state object.vote !position !negated", Intent.POSITION_LIST, "like"),
    Rule("state object.say|object.statement !object.vote !position", Intent.STATEMENT),
    Rule("state object.statement", Intent.STATEMENT),
    Rule("state object.say theme", Intent.STATEMENT),
    Rule("state position|object.vote|object.position", Intent.STATE_POSITION),
    Rule("others position|object.vote", Intent.POSITION_LIST),
    Rule("position form.who|form.which|form.list|form.keywords", Intent.POSITION_LIST),
    Rule("position object.statement", Intent.STATEMENT),
    Rule("position !theme", Intent.POSITION_LIST),
    Rule("state object.request", Intent.STATEMENT),
    # the whole
    Rule("object.reached !theme", Intent.MAJORITY, "reached"),
    Rule("object.subject !theme", Intent.SUBJECT),
    Rule("object.tally", Intent.TALLY),
    Rule("object.outcome object.vote", Intent.TALLY),
    Rule("object.adopted|object.rejected !theme", Intent.OUTCOME),
    Rule("object.outcome !theme", Intent.OUTCOME),
    Rule("object.vote !theme", Intent.TALLY),
    Rule("object.statement !theme", Intent.STATEMENT),
    Rule("state alone form.what|form.how", Intent.STATE_POSITION),
    Rule("state topic", Intent.STATEMENT),
    Rule("state keywords|short", Intent.STATE_POSITION),
    Rule("state form.how", Intent.STATE_POSITION),
    Rule("country !state keywords", Intent.REFUSED),
    Rule("form.what topic bare !state !object.procedure", Intent.DEFINITION),
    Rule("object.procedure form.what|form.which !theme", Intent.SUBJECT),
    Rule("time.opened|time.closed|time.in_force !theme", Intent.DATE),
)
# fmt: on


def rule_of(atoms: frozenset[str]) -> Rule:
    """The first rule that holds; anything else is looked for in the passages."""
    return next((rule for rule in RULES if rule.holds(atoms)), Rule("", Intent.PASSAGE))
