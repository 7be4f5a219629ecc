"""The report on quality: what was asked, what was right, the tuned sets beside the untouched one.

Holds no times: they differ from run to run, and this text is kept with the code.
"""

from collections.abc import Callable, Sequence

from assistant.evaluation import scoring
from assistant.evaluation.examination import SETS, Examination
from assistant.evaluation.gold import Result
from assistant.evaluation.scoring import Score

_INTRODUCTION = """# Quality

Measured with `make evaluate`, which asks every question of `tests/evaluation/` and holds the answers
against gold written from the notices alone. A question counts as right only when everything about
it is: status, reason code, the states named first, numbers, quotations cited, and what must not be
said. Nobody looked at a failure of an untouched set while tuning."""
_SHOWN_FAILURES = 10


def report(examination: Examination, discussion: str = "") -> str:
    """The whole report as Markdown, ending with what somebody wrote on the failures."""
    parts = (
        _INTRODUCTION,
        _overview(examination),
        _beside("First notice", examination, "questions"),
        _beside("The other sixteen languages", examination, "languages"),
        _beside("Several notices", examination, "corpus_questions"),
        _failing(examination.tuned),
        discussion.strip(),
    )
    return "\n\n".join(filter(None, parts)) + "\n"


def _overview(examination: Examination) -> str:
    sets = ((each.title, examination.results_by_set[each.folder]) for each in SETS)
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


def _beside(title: str, examination: Examination, folder: str) -> str:
    """A tuned set's scores by category and by language, those of its untouched set beside them."""
    tuned = examination.results_by_set[folder]
    apart = tuple(
        r for each in SETS if each.beside == folder for r in examination.results_by_set[each.folder]
    )
    by_category = _by(tuned, apart, lambda result: result.gold.category)
    by_language = _by(tuned, apart, lambda result: result.gold.language)
    return f"## {title}, by category\n\n{by_category}\n\n## {title}, by language\n\n{by_language}"


def _by(tuned: Sequence[Result], untouched: Sequence[Result], key: Callable[[Result], str]) -> str:
    """Tuned and untouched scores of the same groups, and how far they are apart."""
    tuned_by_name = {score.name: score for score in scoring.scores_by(tuned, key)}
    other_by_name = {score.name: score for score in scoring.scores_by(untouched, key)}
    rows = []
    for name in sorted(tuned_by_name.keys() | other_by_name.keys()):
        score = tuned_by_name.get(name, scoring.score_of(name, ()))
        other = other_by_name.get(name, scoring.score_of(name, ()))
        gap = f"{(score.share - other.share) * 100:+.1f}" if score.asked and other.asked else "–"
        rows.append((name, *_counts(score), *_counts(other), gap))
    heads = ("group", "asked", "right", "share", "untouched: asked", "right", "share", "gap, points")
    return _table(heads, rows)


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
