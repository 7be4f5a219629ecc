"""What is asked of all acts at once: which failed, which ran longer, which nobody opposed.

Knows the words that single acts out among many, as a table over the atoms of a question; the first row that
holds wins. Refuses to know which acts there are, and what is asked of an act that is named.
"""

from functools import lru_cache

from assistant.understanding import atoms, form, reading
from assistant.understanding.condition import holds
from assistant.understanding.token import cleaned

EXTENDED, SILENCE, UNANIMITY, CLEAN = "extended", "silence", "unanimity", "clean"
REJECTED, ADOPTED, VOTED, REVISED = "rejected", "adopted", "voted", "revised"

_OPEN = "form.yes_no|form.which|form.what|form.list|form.how_many|form.where|form.keywords|form.who|form.when"
_NONE = "negation.none|negation.no|negation.neither|hypothetical.without"
_NO_STATEMENT = "!object.statement !object.explain !object.say !object.author !interrogative.why !hypothesis"

# fmt: off
_SURVEYS: tuple[tuple[str, str], ...] = (
    ("object.extended !state !position !object.statement !interrogative.why !amount", EXTENDED),
    (f"object.procedures position state !object.turning {_NO_STATEMENT}", VOTED),
    (f"form.how_many position state object.vote !states !object.states !others !object.turning"
     f" {_NO_STATEMENT}", VOTED),
    (f"topic.silence_procedure !object.definition !state !position.against !position.abstention"
     f" {_NO_STATEMENT} {_OPEN}", SILENCE),
    ("object.unanimity !object.definition !state !amount !object.statement !object.explain !interrogative.why"
     f" !hypothesis {_OPEN}", UNANIMITY),
    (f"{_NONE} position.against|position.abstention object.vote|object.procedures|object.procedure|scope.any"
     f" !state !form.who !object.states !group {_NO_STATEMENT} {_OPEN}", CLEAN),
    (f"object.everyone position.for scope.any|object.procedures !state !form.who {_NO_STATEMENT}", CLEAN),
    (f"object.rejected|object.missed !state !position !amount {_NO_STATEMENT} {_OPEN}", REJECTED),
    (f"object.adopted hypothetical.without|negation.none object.vote !state !position !amount {_NO_STATEMENT}"
     f" {_OPEN}", SILENCE),
    (f"form.what position.against state !states !object.vote !object.outcome !theme !amount {_NO_STATEMENT}"
     " !object.request", VOTED),
    (f"object.adopted negated|hypothetical.without !state !position !amount {_NO_STATEMENT} {_OPEN}",
     REJECTED),
    (f"object.adopted form.how_many !state !position !amount !object.states !unit.state !object.must"
     f" !object.threshold !time.duration {_NO_STATEMENT}", ADOPTED),
    ("object.blocking form.which|form.what object.file|object.procedure !state !hypothesis", REJECTED),
    (f"object.blocking asks.procedures|asks.act|object.procedures !state {_NO_STATEMENT}", REJECTED),
    ("object.revision|object.corrigendum object.turning|object.comparison !state !position", REVISED),
)
# fmt: on


@lru_cache(maxsize=4096)
def asked_of_all(question: str, language: str) -> str | None:
    """What singles out the acts that a question on none in particular is after; None where nothing does."""
    found = reading.read(cleaned(question), language)
    known = atoms.atoms_of(found, form.form_of(found), ())
    return next((facet for condition, facet in _SURVEYS if holds(condition, known)), None)
