"""The report on quality: what was asked, what was right, the tuned sets beside the untouched one.

Holds no times: they differ from run to run, and this text is kept with the code.
"""

from collections.abc import Callable, Sequence

from assistant.evaluation import scoring
from assistant.evaluation.examination import Examination
from assistant.evaluation.gold import Result
from assistant.evaluation.scoring import Score

_INTRODUCTION = """# Quality

Measured with `make evaluate`, which asks every question of `tests/evaluation/` and holds the answers
against gold written from the notices alone. A question counts as right only when everything about
it is: status, reason code, the states named first, numbers, quotations cited, and what must not be
said. Nobody looked at a failure of the untouched set while tuning."""
_SHOWN_FAILURES = 10


def report(examination: Examination, discussion: str = "") -> str:
    """The whole report as Markdown, ending with what somebody wrote on the failures."""
    parts = (
        _INTRODUCTION,
        _overview(examination),
        _beside("By category, first notice", examination, lambda result: result.gold.category),
        _beside("By language, first notice", examination, lambda result: result.gold.language),
        _alone("The other sixteen languages", examination.languages, lambda result: result.gold.language),
        _alone("Several notices, by category", examination.corpus, lambda result: result.gold.category),
        _alone("Several notices, by language", examination.corpus, lambda result: result.gold.language),
        _failing(examination.tuned + examination.corpus + examination.languages),
        discussion.strip(),
    )
    return "\n\n".join(filter(None, parts)) + "\n"


def _overview(examination: Examination) -> str:
    sets = (
        ("first notice, tuned on", examination.tuned),
        ("first notice, untouched", examination.held_out),
        ("several notices", examination.corpus),
        ("sixteen more languages", examination.languages),
    )
    rows = [
        (
            name,
            *_counts(scoring.score_of(name, results)),
            f"{scoring.score_of(name, results).citation_recall:.1%}",
            _among(results, lambda result: result.is_false_refusal),
            _among(results, lambda result: result.is_false_answer),
        )
        for name, results in sets
        if results
    ]
    heads = ("set", "asked", "right", "share", "expected quotations cited", "false refusals", "false answers")
    return "## Overview\n\n" + _table(heads, rows)


def _beside(title: str, examination: Examination, key: Callable[[Result], str]) -> str:
    """Tuned and untouched scores of the same groups, and how far they are apart."""
    untouched = {score.name: score for score in scoring.scores_by(examination.held_out, key)}
    rows = []
    for tuned in scoring.scores_by(examination.tuned, key):
        other = untouched.get(tuned.name, scoring.score_of(tuned.name, ()))
        gap = f"{(tuned.share - other.share) * 100:+.1f}" if other.asked else "–"
        rows.append((tuned.name, *_counts(tuned), *_counts(other), gap))
    heads = ("group", "asked", "right", "share", "untouched: asked", "right", "share", "gap, points")
    return f"## {title}\n\n" + _table(heads, rows)


def _alone(title: str, results: Sequence[Result], key: Callable[[Result], str]) -> str:
    rows = [(score.name, *_counts(score)) for score in scoring.scores_by(results, key)]
    return f"## {title}\n\n" + _table(("group", "asked", "right", "share"), rows)


def _failing(results: Sequence[Result]) -> str:
    """The first failures of the sets that may be looked at, spread over the categories."""
    wrong = [result for result in results if not result.is_right]
    by_category = {result.gold.category: result for result in reversed(wrong)}
    shown = sorted(by_category.values(), key=lambda result: result.gold.id)[:_SHOWN_FAILURES]
    lines = [
        f"- `{gold.id}` ({gold.category}) “{_short(gold.question)}”: {failures[0]}"
        for gold, failures in ((result.gold, result.failures) for result in shown)
    ]
    return "## What still fails\n\n" + ("\n".join(lines) or "Nothing that may be looked at.")


def _short(question: str) -> str:
    return question if len(question) <= 90 else "…" + question[-90:]


def _counts(score: Score) -> tuple[str, str, str]:
    return str(score.asked), str(score.right), f"{score.share:.1%}" if score.asked else "–"


def _among(results: Sequence[Result], is_counted: Callable[[Result], bool]) -> str:
    return f"{sum(map(is_counted, results)) / len(results):.1%}"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    ruler = ["---", *["---:"] * (len(heads) - 1)]
    return "\n".join("| " + " | ".join(row) + " |" for row in (heads, ruler, *rows))
