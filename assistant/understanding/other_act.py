"""The same question about another act: "and on aid to Moldova?", "and CM 4010/26?", "how many on the tax?".

Knows how a question names an act and asks nothing of its own. Refuses to know whether there is such an act.
"""

from dataclasses import replace

from assistant.question import Form, Intent, Understanding
from assistant.understanding.reading import Reading
from assistant.understanding.subject import policy

_BRIEF, _LONG = 6, 14
_JOINS = ("follow_up.and", "follow_up.what_about")
_OPEN = frozenset({Intent.PASSAGE, Intent.REFUSED})
_PLAIN = frozenset({Form.KEYWORDS, Form.YES_NO, Form.HOW, Form.WHAT, Form.WHICH, Form.WHERE})
_VOTERS = frozenset({Intent.POSITION_LIST, Intent.POSITION_COUNT})
_NAMING = ("follow_up.", "claimed", "object.document", "object.file", "object.notice", "object.procedure")


def other_act(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """The question before, on the act that this one names."""
    if fresh.states or fresh.positions or fresh.others:
        return None
    if _names_matter(fresh, reading, previous) or _names_number(fresh, reading):
        return _on(fresh, previous)
    joins = any(reading.has(tag) for tag in _JOINS) and reading.length <= _LONG
    if fresh.matters and joins and previous.intent in _VOTERS:
        counts = {Form.HOW_MANY: Intent.POSITION_COUNT, Form.WHO: Intent.POSITION_LIST}
        is_bare = fresh.intent in _OPEN | {Intent.FIGURE, Intent.POOL_COMPUTATION, Intent.PARTICIPATION}
        intent = counts.get(fresh.form)
        return replace(_on(fresh, previous), intent=intent, form=fresh.form) if intent and is_bare else None
    return None


def _names_matter(fresh: Understanding, reading: Reading, previous: Understanding) -> bool:
    """Whether a matter is named, and nothing is asked of it; at length only where it joins what was asked,
    and by no more than a field of policy only where that was on an act."""
    if not fresh.matters or fresh.intent not in _OPEN:
        return False
    joins = any(reading.has(tag) for tag in _JOINS) and fresh.form in _PLAIN
    tells = bool(set(fresh.matters) - policy.fields()) or bool(previous.matters or previous.documents)
    return reading.length <= _BRIEF or (joins and tells and reading.length <= _LONG)


def _names_number(fresh: Understanding, reading: Reading) -> bool:
    """Whether a document, file or day is named, and not a word besides what names it."""
    named = fresh.documents or fresh.procedure_files or fresh.dates
    joins = any(reading.has(tag) for tag in _JOINS) and reading.length <= _LONG
    return bool(named) and joins and all(tag.startswith(_NAMING) for tag in reading.tags)


def _on(fresh: Understanding, previous: Understanding) -> Understanding:
    return replace(
        previous,
        question=fresh.question,
        topics=fresh.topics,
        matters=fresh.matters,
        documents=fresh.documents,
        procedure_files=fresh.procedure_files,
        dates=fresh.dates,
        periods=fresh.periods,
        procedure=None,
        premises=(),
        carried=("intent", "states", "positions"),
    )
