"""Questions on the paperwork and on the records themselves: who to write to, which file, what is held."""

from assistant.question import Intent
from assistant.understanding.rules.rule import Rule

# fmt: off
ADDRESSES: tuple[Rule, ...] = (
    Rule("follow_up.how_known !form.how_many", Intent.EVIDENCE),
    Rule("follow_up.how_known !amount !object.shortfall !object.difference", Intent.EVIDENCE),
    Rule("object.contact !form.when", Intent.CONTACT),
    Rule("object.manner !object.definition !position.for !position.abstention !object.statement !hypothesis"
         " !object.legal_basis", Intent.SUBJECT, "manner"),
    Rule("object.revision|object.original object.comparison|object.unlike object.notice|document|country"
         " !position !object.statement !hypothesis", Intent.DOCUMENT, "revision"),
    Rule("object.current document|object.revision|object.original", Intent.DOCUMENT, "revision"),
    Rule("object.original form.what|form.which document|object.say|object.notice !state !position"
         " !object.vote !object.statement !hypothesis", Intent.DOCUMENT, "revision"),
    Rule("object.revision|object.original object.turning !state !hypothesis !object.statement",
         Intent.DOCUMENT, "revision"),
    Rule("object.revision|object.original object.comparison|object.like|object.unlike"
         " !state !hypothesis !object.definition !object.statement", Intent.DOCUMENT, "revision"),
    Rule("object.joining position|object.vote|object.comparison !state !object.statement !object.population"
         " !object.definition !hypothesis", Intent.COMPARISON, "joining"),
    Rule("object.legal_basis !state", Intent.PROVISION, "legal_basis"),
    Rule("object.about object.document|object.notice|object.file|file !state !position !object.statement"
         " !object.vote !object.numbering !object.codes !theme !hypothesis !object.annex",
         Intent.SUBJECT),
    Rule("object.file object.definition !object.vote !position !object.statement !file",
         Intent.PROCEDURE_FILE, "definition"),
    Rule("object.file object.notice !object.vote !position", Intent.DOCUMENT),
    Rule("object.file !object.vote !position !object.statement", Intent.PROCEDURE_FILE),
    Rule("file !object.vote !position !object.adopted !form.when !object.statement", Intent.PROCEDURE_FILE),
)

OURSELVES: tuple[Rule, ...] = (
    Rule("scope.often state position !hypothesis !object.statement", Intent.COVERAGE, "voted"),
    Rule("scope.often position !state !hypothesis !object.statement", Intent.POSITION_LIST, "often"),
    Rule("asks.procedures position !hypothesis !group !object.states !object.everyone !object.statement"
         " !object.say !interrogative.why", Intent.COVERAGE, "voted"),
    Rule("asks.procedures|asks.act object.rejected|object.missed"
         " !state !position !hypothesis !object.states", Intent.COVERAGE, "rejected"),
    Rule("asks.procedures object.adopted !state !position"
         " !hypothesis !object.unanimity !object.states !body.commission", Intent.COVERAGE, "adopted"),
    Rule("asks.procedures time.closed|time.opened|date !state !object.document"
         " !position !document !time.duration", Intent.COVERAGE),
    Rule("object.records !state !position", Intent.COVERAGE),
    Rule("object.help !form.how_many !state !position !object.vote !theme !object.adopted !object.rejected"
         " !object.outcome !object.majority !object.subject !object.say !object.unanimity !time.closed"
         " !time.opened",
         Intent.COVERAGE, "help"),
    Rule("polite", Intent.COVERAGE, "help"),
)
# fmt: on
