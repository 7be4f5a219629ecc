"""The pool's arithmetic: coverage, shortfall, rate, equivalents; each from claimed figures."""

from collections.abc import Mapping, Sequence

from assistant import finding
from assistant.answer import Finding, Message, Quantity, Reason, Speakers, Status, Verdict
from assistant.answers import figures, majority
from assistant.computation import Computation
from assistant.counting.pool import PoolFigures, share_of
from assistant.counting.shortfall import is_currency
from assistant.evidence import Evidence
from assistant.question import Understanding

_PERCENT = "percent"
_SHORTFALL, _COVERAGE = "shortfall", "coverage"
_FOLLOW_UPS: tuple[Message, ...] = (("ask.shortfall", {}), ("ask.rate", {}), ("ask.pool", {}))
_FAMILIES = ("combined_coverage", "combined", "coverage", "shortfall", "rate", "equivalent", "share")
_BEGINNINGS: Mapping[str | None, tuple[str, ...]] = {
    _COVERAGE: (_COVERAGE,),
    _SHORTFALL: (_SHORTFALL,),
    "rate": ("rate",),
    "equivalents": ("equivalent", "combined"),
    None: (_COVERAGE, _SHORTFALL),
}


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """The computation asked for, then the sentence its figures stand in and whose they are."""
    pool = evidence.library.pool(evidence.procedure.id)
    beginnings = _BEGINNINGS.get(asked.aspect, _BEGINNINGS[None])
    computed = [c for c in pool.computed if c.id.startswith(beginnings)]
    if not computed and asked.aspect == _SHORTFALL:
        computed = [c for c in pool.computed if c.id.startswith(_COVERAGE)]  # more came than was expected
    named = {amount.value for amount in asked.amounts if amount.unit != _PERCENT}
    of_named = [c for c in computed if named and any(item.value in named for item in c.inputs)]
    if len(named) > 1 and not of_named:
        computed = []  # of figures that nobody claims nothing is computed
    chosen = _shares(asked, pool) or of_named or [c for c in computed if _is_of_topic(asked, c)] or computed
    if not chosen:
        held = figures.as_findings(evidence, figures.all_figures(evidence))
        limits: tuple[Message, ...] = (("limit.computation", {}),)
        return Verdict(Status.NOT_FOUND, held, Reason.NOT_IN_RECORDS, limits, (("ask.outcome", {}),))
    found = [_told(computation, pool.computed) for computation in chosen]
    used = {item.place for c in chosen for item in c.inputs if item.place is not None}
    sources = [(c.statement, c.figure) for c in pool.claimed if c.place in used]
    found += figures.as_findings(evidence, sources)
    limits = (("limit.rate_assumed", {}),) if any(_assumes(c) for c in chosen) else ()
    return Verdict(Status.ANSWERED, tuple(found), None, limits, _FOLLOW_UPS)


def _shares(asked: Understanding, pool: PoolFigures) -> list[Computation]:
    """The claimed percentage that is named, of the claimed figure that is named."""
    named = {amount.value for amount in asked.amounts if amount.unit != _PERCENT}
    rates = {amount.value for amount in asked.amounts if amount.unit == _PERCENT}
    wholes = {
        c.figure.value: c for c in pool.claimed if c.figure.unit != _PERCENT and c.figure.value in named
    }
    percentages = [c for c in pool.of_unit(_PERCENT) if c.figure.value in rates]
    return [share_of(percentage, whole) for percentage in percentages[:1] for whole in wholes.values()]


def _told(computation: Computation, computed: Sequence[Computation]) -> Finding:
    """A computed value with the values it came from, under the name of who claims those."""
    slots = {item.name: Quantity(majority.plain(item), item.unit) for item in computation.inputs}
    who = Speakers((computation.claimant,)) if computation.claimant else Speakers(())
    message = f"pool.{_family(computation)}"
    made_of = {item.computation for item in computation.inputs}
    working = (*(c for c in computed if c.id in made_of), computation)
    return finding.computed(message, working, (), value=majority.shown(computation), who=who, **slots)


def _is_of_topic(asked: Understanding, computation: Computation) -> bool:
    """Whether a computation is of the unit asked about; any is where no unit was."""
    wants_money = "financial_contribution" in asked.topics or any(a.unit == "EUR" for a in asked.amounts)
    wants_people = "relocation" in asked.topics
    if wants_money is wants_people:
        return True
    money = any(is_currency(item.unit) for item in computation.inputs)
    return money is wants_money


def _assumes(computation: Computation) -> bool:
    return any(item.assumption for item in computation.inputs)


def _family(computation: Computation) -> str:
    """Which kind of computation it is: its label without the unit."""
    return next(name for name in _FAMILIES if computation.label.startswith(name))
