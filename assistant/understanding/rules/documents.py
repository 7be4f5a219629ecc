"""Documents and provisions: which is cited, which is held."""

from assistant.question import Intent
from assistant.understanding.rules.rule import Rule

# fmt: off
DOCUMENTS: tuple[Rule, ...] = (
    Rule("object.procedure date form.which|form.what !state !position !provision !object.document !topic"
         " !object.extended !object.statement !object.say !time.duration !time.document !object.majority"
         " !interrogative.when !object.unanimity !object.legal_basis !object.turning",
         Intent.SUBJECT),
    Rule("object.provision form.which|form.what|form.list|form.who !position !object.document"
         " !object.objection",
         Intent.PROVISION),
    Rule("provision.regulation|provision.directive provision.decision scope.or !state !position !provision",
         Intent.SUBJECT),
    Rule("provision !document", Intent.PROVISION),
    Rule("provision object.provision", Intent.PROVISION),
    Rule("object.codes !topic.council_meeting", Intent.SUBJECT, "codes"),
    Rule("object.revision|object.corrigendum|object.addendum !position !object.vote !state", Intent.DOCUMENT),
    Rule("object.document !position !object.statement !object.say|document", Intent.DOCUMENT),
    Rule("document !object.vote !state !position !object.statement !object.adopted !object.say"
         " !object.subject", Intent.DOCUMENT),
    Rule("object.numbering object.procedure|provision.decision time.opened !state !position !object.vote"
         " !theme !amount !object.statement !form.how_many !object.states", Intent.DOCUMENT, "opened"),
    Rule("object.numbering provision.decision !state !position !object.vote !theme !amount !object.statement"
         " !form.how_many !object.states", Intent.DOCUMENT, "act"),
    Rule("object.numbering object.notice object.adopted !state !object.vote !theme !amount !object.statement"
         " !object.states !object.everyone !object.majority !hypothesis !date", Intent.DOCUMENT, "act"),
    Rule("object.numbering object.notice !state !position !object.vote !theme !amount !object.statement"
         " !form.how_many !object.states", Intent.DOCUMENT, "notice"),
    Rule("object.numbering object.procedure !state !position !object.vote !theme !amount !object.statement"
         " !form.how_many !object.states !time.duration", Intent.DOCUMENT),
    Rule("topic.letter time.opened object.procedure !state !position !object.vote !object.statement",
         Intent.DOCUMENT, "opened"),
    Rule("object.notice time.opened form.what|form.which|form.who|form.how|form.keywords !state !position"
         " !object.vote !theme !object.statement", Intent.DOCUMENT, "opened"),
    Rule("topic.letter|object.notice time.opened form.which|form.what !state !position !object.vote",
         Intent.DOCUMENT, "opened"),
    Rule("object.minutes object.statement|form.where", Intent.PASSAGE),
    Rule("form.where object.notice|object.procedure !state !position !object.vote !theme !amount !provision"
         " !object.statement !object.records !object.say !object.subject !time.opened !time.closed",
         Intent.DOCUMENT),
    Rule("object.annex !theme !state !position !object.author", Intent.DOCUMENT),
    Rule("topic.data_period topic.period|form.when !form.how_many", Intent.QUOTATION),
)
# fmt: on
