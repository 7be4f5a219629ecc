"""The atoms of a question: its tags, and what follows from them about its make-up.

What the conditions of ``rules`` are written in. Knows no language.
"""

import re
from collections.abc import Sequence

from assistant.question import Amount, Form, Switch
from assistant.understanding import duration, ordinary, stranger, supposition
from assistant.understanding.amount import is_figure
from assistant.understanding.asked_position import is_negated
from assistant.understanding.named_position import positions_of
from assistant.understanding.reading import RIGHT, WRONG, Reading
from assistant.understanding.result_numbers import are_rivals, results_in
from corpus.model import Position

PLAIN_TOPICS = frozenset(
    {
        "pool", "abstention", "qualified_majority", "written_procedure", "statement_for_the_minutes",
        "blocking_minority", "migration", "presidency", "data_period", "silence_procedure",
    }
)  # fmt: skip
_NEEDED = frozenset({"needs"})
_NEXT = 3  # "which written procedures", "quels sont les actes": two words may stand between
_PERCENT, _EURO = "percent", "EUR"
_TWO, _THOUSAND, _MILLION = 2, 10**3, 10**6
_SHORT, _BRIEF, _PLAIN = 3, 8, 10
_ARITHMETIC = re.compile(r"\d\s*[+*×÷=^]\s*\d")
_MATTERS = ("object.", "position.", "time.", "state.", "country.", "follow_up.what_about", "body.")
_EMPTY = frozenset(
    {"object.definition", "object.states", "object.procedure", "object.pool", "object.help", "body.council"}
)


def atoms_of(reading: Reading, shape: Form, switches: Sequence[Switch]) -> frozenset[str]:
    """The tags of a question and what follows from them about its make-up."""
    positions = positions_of(reading)
    states = reading.entities.states
    figures = [amount for amount in reading.amounts if is_figure(amount)]
    counts = {
        "state": bool(states), "states": len(states) > 1, "group": bool(reading.entities.groups),
        "country": bool(reading.entities.non_members), "excluded": bool(reading.entities.excluded),
        "position": bool(positions), "positions": len(positions) > 1, "positions.all": len(positions) > 2,
        "document": bool(reading.mentions.documents), "file": bool(reading.mentions.files),
        "date": bool(reading.mentions.dates) or any(p.month for p in reading.mentions.periods),
        "numbered": bool(reading.amounts) or any(tag.startswith("number.") for tag in reading.tags),
        "count": any(amount.unit == "state" for amount in reading.amounts),
        "amount": bool(figures), "amounts": len(figures) > 1, **_percentages(reading),
        "amounts.mixed": _are_money_and_number(figures), "amounts.alike": _are_alike(figures),
        "result.numbers": bool(results_in(reading.text)) or _tells_rival_counts(reading),
        "arithmetic": _ARITHMETIC.search(reading.text) is not None,
        "polite": reading.has("politeness.filler") and len(reading.tags) == 1,
        "bare": not any(tag.startswith(_MATTERS) and tag not in _EMPTY for tag in reading.tags),
        "unit": any(tag.startswith("unit.") and tag != "unit.state" for tag in reading.tags),
        "topic": bool(reading.topics), "theme": bool(_themes(reading)),
        "short": reading.length <= _SHORT, "keywords": shape is Form.KEYWORDS,
        "hypothesis": supposition.is_hypothetical(reading), "switches": bool(switches),
        "supposed.first": supposition.opens_with_condition(reading),
        "negated": is_negated(reading), "others": reading.has("scope.others"),
        "provision": bool(reading.provisions), "stranger.speaks": stranger.speaks(reading),
        "brief": reading.length <= _BRIEF, "alone": not reading.topics and _is_alone(reading),
        "stranger": stranger.is_named(reading, shape), "odd": bool(ordinary.unexplained(reading)),
        "asks.who": _asks_who(reading, shape), "asks.procedures": _asks_procedures(reading, shape),
        "asks.length": duration.asks_length(reading), "asks.provision": _asks_provision(reading),
        "asks.act": shape is Form.WHICH and reading.has("object.procedure"),
        "state.says": bool(states) and reading.has("object.say"),
        "hearsay": bool(states) and reading.has("object.say") and shape is Form.YES_NO,
        "state.judged": _judges_state(reading),
        "state.why": bool(states) and reading.has("interrogative.why"),
    }  # fmt: skip
    derived = {name for name, holds in counts.items() if holds} | {f"form.{shape}"}
    derived |= {f"position.{position}" for position in positions}
    derived |= {f"topic.{topic}" for topic in reading.topics} | _pool_atoms(reading)
    return reading.tags | derived


def _themes(reading: Reading) -> frozenset[str]:
    """The topics that are a matter of their own; what a vote *needed* to pass is none."""
    plain = PLAIN_TOPICS | _NEEDED if reading.has("object.adopted") else PLAIN_TOPICS
    return frozenset(reading.topics) - plain


def _percentages(reading: Reading) -> dict[str, bool]:
    """Whether a percentage is asked for ("what % of 600 million"), or one of a figure ("42 % of 30 000")."""
    rates = [amount for amount in reading.amounts if amount.unit == _PERCENT]
    others = [amount for amount in reading.amounts if amount.unit != _PERCENT and is_figure(amount)]
    spoken = any(reading.has(tag) for tag in (f"unit.{_PERCENT}", "follow_up.percent"))
    return {
        "percent.of": bool(rates and others),
        "percent.alone": bool(rates) and not others,
        "asks.percent": spoken and not rates,
    }


def _tells_rival_counts(reading: Reading) -> bool:
    """Whether two numbers are told that can both be of the votes in favour."""
    counts = [amount.value for amount in reading.amounts if amount.unit in {None, "state"}]
    spoken = reading.has("object.vote") or positions_of(reading) == (Position.FOR,)
    return spoken and not reading.topics and len(counts) == len(reading.amounts) and are_rivals(counts)


def _are_alike(figures: Sequence[Amount]) -> bool:
    """Whether several figures are named that can be of one unit."""
    units = {figure.unit for figure in figures} - {None}
    return len(figures) > 1 and len(units) <= 1 and not _are_money_and_number(figures)


def _are_money_and_number(figures: Sequence[Amount]) -> bool:
    """Whether just two figures are named, money and a number of something: "30 000 for 600 million"."""
    bare = [figure for figure in figures if figure.unit is None]
    money = [f for f in figures if f.unit == _EURO] + [f for f in bare if f.value >= _MILLION]
    counts = [f for f in figures if f.unit not in {None, _EURO, _PERCENT, "state"}]
    counts += [f for f in bare if _THOUSAND <= f.value < _MILLION]
    return len(figures) == _TWO and len(money) == len(counts) == 1


def _is_alone(reading: Reading) -> bool:
    """Whether a state is named and nothing of any matter: "What did Slovakia do?"."""
    matter = ("object.", "position.", "time.", "provision.", "hypothetical.", "unit.", "body.")
    return reading.length <= _PLAIN and not any(tag.startswith(matter) for tag in reading.tags - _EMPTY)


def _judges_state(reading: Reading) -> bool:
    """Whether a state is the one who is right or wrong: "¿Tiene razón España?", "Hat Spanien recht?"."""
    right = reading.first(RIGHT) or reading.first(WRONG)
    if right is None:
        return False
    named = [mention.at for mention in reading.entities.mentions if mention.states]
    beside = ((at, right.start) if at < right.start else (right.end, at) for at in named)
    return any(b - a <= _NEXT - 1 and all(t.is_word for t in reading.tokens[a:b]) for a, b in beside)


def _asks_who(reading: Reading, shape: Form) -> bool:
    """Whether a state is asked for: "who …", "which country …", "qué país …"."""
    names_states = reading.has("object.states") and not reading.has("interrogative.how_many")
    return (
        shape is Form.WHO
        or (shape in {Form.WHICH, Form.WHAT} and names_states)
        or (shape is Form.WHICH and reading.has("object.statement"))
    )


def _asks_procedures(reading: Reading, shape: Form) -> bool:
    """Whether procedures are asked for: "which decisions …", "how many written procedures …"."""
    if shape not in {Form.HOW_MANY, Form.WHICH, Form.LIST}:
        return False
    ends = {mark.end for mark in reading.asking}
    beside = {end + gap for end in ends for gap in range(_NEXT)}
    named = [mark for mark in reading.marks if "object.procedures" in mark.tags]
    return reading.has("object.records") or any(mark.start in beside for mark in named)


def _asks_provision(reading: Reading) -> bool:
    """Whether it is articles or acts that are asked for: "which article …", "quelle disposition …"."""
    ends = {at for mark in reading.asking for at in range(mark.start, mark.end + _NEXT)}
    named = (mark for mark in reading.marks if "object.provision" in mark.tags)
    return any(mark.start in ends for mark in named)


def _pool_atoms(reading: Reading) -> set[str]:
    """Whether the matter is the pool's figures, and whether they are held against the needs."""
    matter = {
        "pool",
        "relocation",
        "financial_contribution",
        "needs",
        "effective_solidarity",
        "contribution",
        "solidarity",
    }
    topics = set(reading.topics) - (_NEEDED if reading.has("object.adopted") else frozenset())
    found = {"pool.topic"} if topics & matter else set()
    found |= {"pool.matter"} if found or reading.amounts else set()
    return found | ({"pool.needs"} if "needs" in topics else set())
