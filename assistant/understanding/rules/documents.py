"""Documents and provisions: which is cited, which is held."""

from assistant.question import Intent
from assistant.understanding.rules.rule import Rule

# fmt: off
DOCUMENTS: tuple[Rule, ...] = (
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
    Rule("object.minutes object.statement|form.where", Intent.PASSAGE),
    Rule("object.annex !theme !state !position", Intent.DOCUMENT),
    Rule("topic.data_period topic.period|form.when !form.how_many", Intent.QUOTATION),
)
# fmt: on
