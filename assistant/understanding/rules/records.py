"""Questions on the paperwork and on the records themselves: who to write to, which file, what is held."""

from assistant.question import Intent
from assistant.understanding.rules.rule import Rule

# fmt: off
ADDRESSES: tuple[Rule, ...] = (
    Rule("follow_up.how_known", Intent.EVIDENCE),
    Rule("object.contact", Intent.CONTACT),
    Rule("object.legal_basis !state", Intent.PROVISION, "legal_basis"),
    Rule("object.file !object.vote !position !object.statement", Intent.PROCEDURE_FILE),
    Rule("file !object.vote !position !object.adopted !form.when !object.statement", Intent.PROCEDURE_FILE),
)

OURSELVES: tuple[Rule, ...] = (
    Rule("object.records !state", Intent.COVERAGE),
    Rule("object.help !state !position !object.vote !theme", Intent.COVERAGE, "help"),
    Rule("polite", Intent.COVERAGE, "help"),
)
# fmt: on
