"""From a question to what it asks: detect, read, name the intent, take over, check nothing yet.

The spine of the understanding; a pure function. Refuses to know what the records say.
"""

import re
from dataclasses import replace
from functools import lru_cache

from assistant.question import Amount, Form, Intent, Refusal, Understanding
from assistant.understanding import (
    act_named,
    amount,
    aspect,
    atoms,
    beginning,
    clause,
    companions,
    comparator,
    context,
    denial,
    followup,
    form,
    hypothesis,
    injection,
    premises,
    reading,
    refusal_rules,
    supposition,
)
from assistant.understanding import language as language_of
from assistant.understanding.asked_position import ON_VOTES, asked_positions
from assistant.understanding.named_position import positions_of
from assistant.understanding.reading import Reading
from assistant.understanding.rules import order
from assistant.understanding.subject import abroad, matter
from assistant.understanding.token import cleaned, tokenise

_LONGEST = 4000
_BARE = 2
_FEW = 3
_COMMISSION = "Commission"
_ABSTENTION = "abstention"
_SPOKEN = frozenset(
    {
        Intent.STATEMENT,
        Intent.STATEMENT_AUTHORS,
        Intent.REASON,
        Intent.QUOTATION,
        Intent.FIGURE,
        Intent.PASSAGE,
        Intent.PROVISION,
    }
)  # fmt: skip


def understand(
    question: str,
    language: str | None = None,
    previous: Understanding | None = None,
    procedure: str | None = None,
    named: frozenset[str] = frozenset(),
) -> Understanding:
    """What a question asks. ``language`` is the interface's; the question's own is found out.

    ``named`` are the countries that titles of acts name: as what is voted on, they are no voters.
    A pure function of its arguments; raises for no text whatever.
    """
    return _understand(question[:_LONGEST], language, previous, procedure, named)


@lru_cache(maxsize=4096)
def _understand(
    question: str,
    interface: str | None,
    previous: Understanding | None,
    procedure: str | None,
    named: frozenset[str],
) -> Understanding:
    text = cleaned(question)
    spoken = language_of.detect(text, tokenise(text), interface, previous.language if previous else None)
    clauses = clause.clauses_of(beginning.marked(injection.set_aside(text, spoken), spoken), spoken)
    told = _told(clauses.context, spoken) if previous is None else previous
    parts: list[Understanding] = []
    for asked in clauses.questions:
        parts.append(_single(asked, spoken, parts[-1] if parts else told, named))
    whole = parts[0] if len(parts) == 1 else replace(parts[0], parts=tuple(parts))
    if clauses.context:
        whole = context.with_context(whole, clauses.context, named)
    return _placed(replace(whole, question=question), previous, procedure)


def _told(story: str, spoken: str) -> Understanding | None:
    """What is told before a question, as what it may refer to: "Italy voted against. Why?"."""
    if not story:
        return None
    found = reading.read(story, spoken)
    if not found.entities.states and not positions_of(found):
        return None
    told = _fresh(found)
    return told if told.intent in ON_VOTES else None


def _single(text: str, spoken: str, previous: Understanding | None, named: frozenset[str]) -> Understanding:
    """One question, understood by itself and then in the light of the previous one."""
    found = abroad.with_voters(matter.set_apart(reading.read(text, spoken), named))
    fresh = comparator.bounded(denial.of_the_vote(_set_aside(_fresh(found), found), found), found)
    fresh = replace(fresh, matters=matter.held(fresh.matters, named))
    fresh = companions.rest_of_group(fresh, found, previous.states if previous is not None else ())
    if previous is not None and previous.refusal is not Refusal.EMPTY:
        fresh = followup.followed(fresh, found, previous)
    fresh = _refused(fresh, found)
    wanted = followup.language_wanted(found)
    return replace(fresh, language=wanted) if wanted is not None else fresh


def _set_aside(fresh: Understanding, found: Reading) -> Understanding:
    """Not counting Denmark, how many were in favour: the state is left out of those counted."""
    without = found.first("hypothetical.without")
    if without is None or fresh.intent is not Intent.POSITION_COUNT or fresh.switches:
        return fresh
    beside = (m for m in found.entities.mentions if m.end == without.start or 0 <= m.at - without.end <= 1)
    states = tuple(state for mention in beside for state in mention.states)
    kept = tuple(state for state in fresh.states if state not in states)
    return replace(fresh, states=kept, excluded=(*fresh.excluded, *states))


def _fresh(found: Reading) -> Understanding:
    """What the question asks when nothing was asked before."""
    shape = form.form_of(found)
    switches = hypothesis.switches_in(found) if supposition.is_hypothetical(found) else ()
    known = atoms.atoms_of(found, shape, switches)
    refusal = refusal_rules.refusal_of(known)
    rule = order.rule_of(known)
    intent = Intent.REFUSED if refusal is not None else rule.intent
    positions, negated = asked_positions(found, intent)
    shape = Form.WHAT if intent is Intent.WHAT_IF and not supposition.asks_result(found, switches) else shape
    return Understanding(
        question=found.text,
        language=found.language,
        intent=intent,
        form=shape,
        states=found.entities.states,
        non_members=found.entities.non_members,
        groups=found.entities.groups,
        excluded=found.entities.excluded,
        others=found.has("scope.others") and not (intent is Intent.REASON and found.entities.states),
        earlier=found.has("object.original"),
        positions=positions,
        negated=negated,
        speaker=_speaker(found, intent),
        topics=_topics(found),
        matters=matter.matters_in(found),
        documents=found.mentions.documents,
        procedure_files=found.mentions.files,
        provisions=found.provisions,
        dates=found.mentions.dates,
        periods=found.mentions.periods,
        date_kind=premises.date_kind_of(found) if intent is Intent.DATE else None,
        amounts=_amounts(found, intent),
        switches=switches if intent is Intent.WHAT_IF else (),
        premises=premises.premises_of(found, intent, shape),
        aspect=aspect.aspect_of(found, rule) if refusal is None else None,
        refusal=refusal,
        search_text=_search_text(found),
    )


def _topics(found: Reading) -> tuple[str, ...]:
    """The concepts asked about; an abstention taken for granted ("since it abstained, …") is none."""
    if found.first(premises.SINCE) is None or "position.abstention" not in found.tags:
        return found.topics
    return tuple(topic for topic in found.topics if topic != _ABSTENTION)


def _refused(asked: Understanding, found: Reading) -> Understanding:
    """The understanding, refused where nothing can be made of it."""
    refusal = asked.refusal
    if refusal is None and not any(token.is_word or token.is_number for token in found.tokens):
        refusal = Refusal.EMPTY
    matter = asked.states or asked.positions or asked.topics or asked.others or asked.amounts
    bare_why = asked.form is Form.WHY and found.length <= _BARE and asked.intent is Intent.PASSAGE
    if refusal is None and (asked.intent is Intent.REASON or bare_why) and not matter:
        refusal = Refusal.UNCLEAR
    if refusal is None and asked.intent is Intent.PASSAGE and found.length <= _FEW and found.is_unknown:
        refusal = Refusal.UNCLEAR
    if refusal is None and asked.intent is Intent.REFUSED:
        refusal = Refusal.NON_MEMBER if asked.non_members else Refusal.UNCLEAR
    return replace(asked, refusal=refusal, intent=Intent.REFUSED if refusal is not None else asked.intent)


def _placed(asked: Understanding, previous: Understanding | None, procedure: str | None) -> Understanding:
    """The understanding with the procedure that is being talked about."""
    if procedure is not None:
        return replace(asked, procedure=procedure)
    if previous is None or act_named.names_act(asked):
        return asked
    asked = act_named.kept(asked, previous)
    if previous.procedure is None:
        return asked
    carried = tuple(dict.fromkeys((*asked.carried, "procedure")))
    return replace(asked, procedure=previous.procedure, carried=carried)


def _amounts(found: Reading, intent: Intent) -> tuple[Amount, ...]:
    """The amounts named; "could six states block" names one in words."""
    if intent is Intent.BLOCKING and positions_of(found) and not found.has("hypothetical.would"):
        return ()  # "did the six dissenters form …": those that did vote so, not any six
    if intent is Intent.BLOCKING and _are_those_spoken_of(found):
        return ()  # "could those six have blocked it?": the six that did not vote for
    return found.amounts or (amount.states_in_words(found.marks) if intent is Intent.BLOCKING else ())


def _are_those_spoken_of(found: Reading) -> bool:
    """Whether a number of states is one pointed at: "those six", "teh šest držav"."""
    pointing = {mark.end for mark in found.marks if "follow_up.pronoun" in mark.tags}
    return any(m.start in pointing and any(t.startswith("number.") for t in m.tags) for m in found.marks)


def _speaker(found: Reading, intent: Intent) -> str | None:
    """Whose words are wanted, where one is named."""
    states = found.entities.states
    if intent not in _SPOKEN or len(states) > 1:
        return None
    return states[0] if states else _COMMISSION if found.has("body.commission") else None


def _search_text(found: Reading) -> str:
    """The question without politeness: what retrieval sees."""
    kept = list(found.text)
    for mark in found.marks:
        if "politeness.filler" in mark.tags:
            start, end = found.tokens[mark.start].start, found.tokens[mark.end - 1].end
            kept[start:end] = " " * (end - start)
    return re.sub(r"\s+", " ", "".join(kept)).strip()
