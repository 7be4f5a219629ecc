"""The pool's arithmetic: coverage, shortfall, rate, equivalents; each from claimed figures."""

from collections.abc import Mapping, Sequence

from assistant import finding
from assistant.answer import Finding, Message, Quantity, Reason, Slot, Speakers, Status, Verdict
from assistant.answers import figures, majority
from assistant.citing.computation import Computation
from assistant.counting import arithmetic
from assistant.counting.arithmetic import Operand
from assistant.counting.pool import PoolFigures
from assistant.counting.shortfall import is_currency
from assistant.evidence import Evidence
from assistant.question import Understanding

_SHORTFALL, _COVERAGE, _DIFFERENCE = "shortfall", "coverage", "difference"
_EQUIVALENTS, _RATE, _COMBINED = "equivalents", "rate", "combined"
_ACTUAL = "actual"
_SEVERAL = 2
_FOLLOW_UPS: tuple[Message, ...] = (("ask.shortfall", {}), ("ask.rate", {}), ("ask.pool", {}))
_FAMILIES = (
    "combined_coverage",
    "combined",
    "coverage",
    "shortfall",
    "rate",
    "equivalent",
    "share",
    "difference",
    "ratio",
    "quotient",
    "sum",
)
_BEGINNINGS: Mapping[str | None, tuple[str, ...]] = {
    _COVERAGE: (_COVERAGE, _SHORTFALL),
    _SHORTFALL: (_SHORTFALL, _COVERAGE),
    _DIFFERENCE: (_SHORTFALL, _COVERAGE),
    _RATE: ("rate",),
    "sum": (),
    _EQUIVALENTS: ("equivalent", "combined"),
    None: (_COVERAGE, _SHORTFALL),
}


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """The computation asked for, then the sentence its figures stand in and whose they are."""
    pool = evidence.library.pool(evidence.procedure.id)
    chosen = _of_named(asked, pool) if asked.amounts else ()
    chosen = chosen or _of_the_record(asked, pool)
    if not chosen and not asked.amounts:
        return figures.answer(asked, evidence)
    if not chosen:
        held = figures.as_findings(evidence, figures.all_figures(evidence))
        limits: tuple[Message, ...] = (("limit.computation", {}),)
        return Verdict(Status.NOT_FOUND, held, Reason.NOT_IN_RECORDS, limits, (("ask.outcome", {}),))
    found = [_told(computation, pool.computed) for computation in chosen]
    used = {item.place for c in chosen for item in c.inputs if item.place is not None}
    sources = [(c.statement, c.figure) for c in pool.claimed if c.place in used]
    found += figures.as_findings(evidence, sources)
    return Verdict(Status.ANSWERED, tuple(found), None, _limits(chosen), _FOLLOW_UPS)


def _of_the_record(asked: Understanding, pool: PoolFigures) -> Sequence[Computation]:
    """What follows from figures that a statement sets against each other; else from the only two of a unit.

    Figures that the question names and nobody claims give nothing.
    """
    named = {amount.value for amount in asked.amounts if amount.unit != arithmetic.PERCENT}
    if len(named) > 1:
        return ()
    computed = _asked(asked, pool)
    of_named = [c for c in computed if any(item.value in named for item in c.inputs)]
    chosen = of_named or [c for c in computed if _is_of_topic(asked, c)] or computed
    return chosen or _plain(asked.aspect, arithmetic.of_states(asked.states, pool))


def _of_named(asked: Understanding, pool: PoolFigures) -> Sequence[Computation]:
    """What follows from the figures named: as the record sets them against each other, else plainly."""
    operands = _beside(arithmetic.operands(asked.amounts, pool), asked, pool)
    shares = arithmetic.percentages(operands)
    if shares or len(operands) < _SEVERAL:
        return shares
    values = {operand.value for operand in operands}
    computed = _asked(asked, pool)
    if asked.aspect == _EQUIVALENTS:
        return [c for c in computed if any(item.value in values for item in c.inputs)]
    within = [c for c in computed if {item.value for item in c.inputs} <= values]
    if asked.aspect == _RATE and not within and (quotient := arithmetic.quotients(operands)):
        return _together(quotient, pool)
    return within or _plain(asked.aspect, operands)


def _beside(named: Sequence[Operand], asked: Understanding, pool: PoolFigures) -> Sequence[Operand]:
    """The figures named; of a single one, with the others of its unit that the states asked about give."""
    if len(named) != 1 or named[0].unit == arithmetic.PERCENT:
        return named
    others = arithmetic.of_states(asked.states, pool)
    return (*named, *(o for o in others if o.unit == named[0].unit and o.value != named[0].value))


def _together(quotient: Sequence[Computation], pool: PoolFigures) -> Sequence[Computation]:
    """A quotient; of two alternatives, what they make together, since neither is the price of the other."""
    combined = [c for c in pool.computed if c.id.startswith(_COMBINED)]
    parts = {c.place for c in pool.claimed if c.role == _ACTUAL}
    return combined if combined and {item.place for item in quotient[0].inputs} <= parts else quotient


def _asked(asked: Understanding, pool: PoolFigures) -> Sequence[Computation]:
    """The computations of the kind that is asked for, in the order of what is asked first."""
    aspect = _DIFFERENCE if asked.aspect == _SHORTFALL and len(asked.amounts) > 1 else asked.aspect
    beginnings = _BEGINNINGS.get(aspect, _BEGINNINGS[None])
    found = [c for beginning in beginnings for c in pool.computed if c.id.startswith(beginning)]
    if not found and asked.aspect in {_SHORTFALL, _DIFFERENCE}:
        return [c for c in pool.computed if c.id.startswith(_COVERAGE)]  # more came than was expected
    return found


def _plain(aspect: str | None, operands: Sequence[Operand]) -> Sequence[Computation]:
    """The arithmetic asked for on figures that the record does not set against each other."""
    match aspect:
        case "shortfall" | "difference":
            return (*arithmetic.differences(operands), *arithmetic.ratios(operands))
        case "rate":
            return arithmetic.quotients(operands)
        case "sum":
            return arithmetic.sums(operands)
        case _:
            return (*arithmetic.ratios(operands), *arithmetic.differences(operands))


def _limits(chosen: Sequence[Computation]) -> tuple[Message, ...]:
    """Which numbers no statement gives: a rate that is assumed, and what only the question names."""
    asked = [i for c in chosen for i in c.inputs if i.assumption == arithmetic.ASKED]
    numbers = tuple(dict.fromkeys(Quantity(majority.plain(item), item.unit) for item in asked))
    assumed = any(i.assumption not in {None, arithmetic.ASKED} for c in chosen for i in c.inputs)
    named: tuple[Message, ...] = (("limit.asked", {"amounts": numbers}),) if numbers else ()
    return (*named, *((("limit.rate_assumed", {}),) if assumed else ()))


def _told(computation: Computation, computed: Sequence[Computation]) -> Finding:
    """A computed value with the values it came from, under the name of who claims those."""
    amounts = tuple(Quantity(majority.plain(item), item.unit) for item in computation.inputs)
    slots: dict[str, Slot] = {item.name: each for item, each in zip(computation.inputs, amounts, strict=True)}
    who = Speakers((computation.claimant,)) if computation.claimant else Speakers(())
    message = f"pool.{_family(computation)}"
    made_of = {item.computation for item in computation.inputs}
    working = (*(c for c in computed if c.id in made_of), computation)
    slots |= {"value": majority.shown(computation), "amounts": amounts, "who": who}
    return finding.computed(message, working, (), **slots)


def _is_of_topic(asked: Understanding, computation: Computation) -> bool:
    """Whether a computation is of the unit asked about; any is where no unit was."""
    wants_money = "financial_contribution" in asked.topics or any(a.unit == "EUR" for a in asked.amounts)
    wants_people = "relocation" in asked.topics
    if wants_money is wants_people:
        return True
    money = any(is_currency(item.unit) for item in computation.inputs)
    return money is wants_money


def _family(computation: Computation) -> str:
    """Which kind of computation it is: its label without the unit."""
    return next(name for name in _FAMILIES if computation.label.startswith(name))
