"""Who made a statement, by the words of a draft, held against those the record holds."""

from collections.abc import Iterator, Mapping

from assistant.answer import Slot, Speakers, States
from assistant.check.case import Case
from assistant.check.claim import ClaimKind, Finding, Judgement
from assistant.check.draft import Doubt, Sentence
from corpus.member_state import MEMBERS, StateMention, find_states
from corpus.mention import is_list_glue
from corpus.text import Span

_CLOSE = 4


def statements_in(sentence: Sentence, case: Case) -> Iterator[Judgement]:
    """The judged statements a sentence says there are."""
    found = sentence.lexicon.heading.statement.search(sentence.folded)
    mentions = [m for m in find_states(sentence.text, sentence.language) if m.state in MEMBERS]
    if found is None or not mentions:
        return
    word = Span(*found.span())
    groups = _groups(sentence, mentions)
    group = min(groups, key=lambda g: min(_distance(m.span, word) for m in g))
    span = sentence.place(word.joined(Span(group[0].span.start, group[-1].span.end)))
    states = tuple(dict.fromkeys(mention.state for mention in group))
    denied = sentence.words.statement_none.search(sentence.folded) is not None and sentence.is_negated()
    if sentence.is_negated() and not denied:
        yield Judgement(ClaimKind.STATEMENT, span, Finding.NOT_CHECKABLE, f"doubt_{Doubt.NEGATED}")
        return
    between = sentence.folded[group[-1].span.end : max(group[-1].span.end, word.start)]
    is_told = len(between.split()) <= _CLOSE and sentence.words.attributed.search(between) is not None
    if len(groups) > 1 and not is_told and not all(case.statements_of(mention.state) for mention in mentions):
        yield Judgement(ClaimKind.STATEMENT, span, Finding.NOT_CHECKABLE, f"doubt_{Doubt.UNCLEAR}")
        return
    yield from _judged(case, span, states, denied=denied)


def _groups(sentence: Sentence, mentions: list[StateMention]) -> list[list[StateMention]]:
    """The lists of states of a sentence."""
    groups: list[list[StateMention]] = []
    for mention in mentions:
        gap = sentence.folded[groups[-1][-1].span.end : mention.span.start] if groups else ""
        if groups and is_list_glue(gap, sentence.lexicon):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def _distance(span: Span, other: Span) -> int:
    return max(other.start - span.end, span.start - other.end, 0)


def _judged(case: Case, span: Span, states: tuple[str, ...], *, denied: bool) -> Iterator[Judgement]:
    without = tuple(state for state in states if not case.statements_of(state))
    held = tuple(state for state in states if state not in without)
    if denied and not held:
        slots: Mapping[str, Slot] = {"states": States(without)}
        places = case.author_places()
        yield Judgement(ClaimKind.STATEMENT, span, Finding.DERIVED, "statement_none_right", slots, places)
    elif held and (denied or not without):
        places = case.at(*(s.heading for state in held for s in case.statements_of(state)))
        finding = Finding.CONTRADICTED if denied else Finding.SUPPORTED
        slots_: Mapping[str, Slot] = {"who": Speakers(held)}
        yield Judgement(ClaimKind.STATEMENT, span, finding, "statement", slots_, places)
    else:
        if not case.record.statements:
            places = case.author_places()
            yield Judgement(ClaimKind.STATEMENT, span, Finding.CONTRADICTED, "statement_nobody", {}, places)
            return
        said: Mapping[str, Slot] = {"states": States(without), "who": Speakers(case.authors())}
        places = case.author_places()
        yield Judgement(ClaimKind.STATEMENT, span, Finding.CONTRADICTED, "statement_other", said, places)
