"""What is voted on, where a question names it: a policy by its words, a country that a title names.

Knows which words of a question stand for the matter. Refuses to know which procedure is meant: that is
``scope.py``; what policies are called: ``policy.py``.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.procedure import Procedure
from assistant.understanding import cues, entity, reading
from assistant.understanding.phrasebook import Mark
from assistant.understanding.reading import Reading
from assistant.understanding.subject import abroad, policy

_COUNTRY, _STATE, _MATTER = "country", "state", "matter"
_WHO, _WHICH, _STATES = "interrogative.who", "interrogative.which", "object.states"
_AGAINST = "position.against"
_NAMING = ("group.", "body.", "country.", "object.corrigendum", "object.revision", "object.request")
_BESIDE_OTHERS = ("scope.", "object.like", "object.unlike", "follow_up.and")
_VOTING = (
    "position.",
    "object.vote",
    "object.adopted",
    "object.rejected",
    "object.unanimity",
    "object.majority",
)
_NO_VERB = "_after"  # "for", which stands before a voter as well as before a matter
_ADJECTIVE = ".adjective"
_REACH = 4  # tokens between a policy and the state it is of: "déficit excessif de la Belgique"
_PLAIN = frozenset({"follow_up.pronoun", "follow_up.translate", "provision.decision"})
_BESIDE = 2  # tokens between a vote and its voter: "wie stimmte denn Polen"


def named_in(found: Reading) -> tuple[Mark, ...]:
    """What a question names from the lexicon of policies, by its words as written."""
    return policy.marks_in([token.folded for token in found.tokens], found.language)


def set_apart(found: Reading, named: frozenset[str]) -> Reading:
    """A reading in which what titles name stands for the matter, not for voters, bodies or requests.

    ``named`` are the policies and countries of titles. A country without a vote always is the matter; a
    member only beside a policy ("the tax for Portugal"), away from the vote ("who abstained on what Portugal
    wants") or where voters are asked for, so that "how did Portugal vote" keeps its voter. Words within the
    name of a policy ("the demand for gas", "sanctions against Belarus") say nothing else.
    """
    policies = tuple(mark for mark in named_in(found) if mark.tags & named)
    left = [mark for mark in found.marks if not _is_within(mark, policies, found)]
    left = [mark for mark in left if not _is_aim(mark, left, policies, named)]
    left = sorted((*left, *abroad.marks_in(found, named)), key=lambda mark: mark.start)
    marks = tuple(_as_matter(mark) if _is_matter(mark, found, named) else mark for mark in left)
    if marks == found.marks and not policies:
        return found
    topics = _topics_beside(found, policies)
    return replace(found, marks=marks, topics=topics, entities=entity.entities_in(found.tokens, marks))


def matters_in(found: Reading) -> tuple[str, ...]:
    """What a question names as voted on: policies by name, countries by code."""
    marks = (*named_in(found), *found.marks)
    tags = [tag for mark in marks for tag in sorted(mark.tags)]
    countries = [tag.removeprefix(f"{_MATTER}.") for tag in tags if tag.startswith(f"{_MATTER}.")]
    known = policy.names()
    policies = [tag for tag in tags if tag in known and not policy.unless(tag) & found.tags]
    return tuple(dict.fromkeys((*policies, *countries)))


def held(matters: Sequence[str], named: frozenset[str]) -> tuple[str, ...]:
    """Those that titles name, and whole fields of policy, which may be another act's."""
    return tuple(name for name in matters if name in named or name not in policy.titled_only())


def matters_of(procedure: Procedure) -> frozenset[str]:
    """What a procedure is on: by its title, its subject codes and the countries its title names."""
    notice = procedure.record.notice
    title = procedure.title
    codes = frozenset(code.value for code in notice.subject_codes)
    return matters_of_text(title.value if title else "", notice.language) | policy.of_codes(codes)


def matters_named(procedures: Sequence[Procedure]) -> frozenset[str]:
    """The policies and countries, members or not, that procedures are on."""
    return frozenset(name for procedure in procedures for name in matters_of(procedure))


@lru_cache(maxsize=4096)
def matters_of_text(text: str, language: str) -> frozenset[str]:
    """The policies and countries that a title names."""
    return policy.named(text, language).union(_countries(text, language))


def _countries(title: str, language: str) -> tuple[str, ...]:
    entities = reading.read(title, language).entities
    named = [state for mention in entities.mentions if mention.group is None for state in mention.states]
    return (*named, *entities.non_members, *abroad.named_in(title, language))


def _topics_beside(found: Reading, policies: Sequence[Mark]) -> tuple[str, ...]:
    """The topics that are more than another word for what an act does ("reduction")."""
    done = [mark for mark in policies if mark.tags & policy.deeds()]
    covered = {at for mark in done for at in range(mark.start, mark.end)}
    topics = cues.cues(found.language).topics.marks(found.words)
    own = {tag.partition(".")[2] for mark in topics if mark.start not in covered for tag in mark.tags}
    return tuple(topic for topic in found.topics if topic in own) if covered else found.topics


def _is_within(mark: Mark, policies: Sequence[Mark], found: Reading) -> bool:
    """Whether a word stands within the name of a policy, could name a group or body too, or was respelled."""
    spans = [each for each in policies if each.start <= mark.start and mark.end <= each.end]
    is_name = all(tag.startswith(_NAMING) for tag in mark.tags)
    is_respelled = found.words[mark.start] != found.tokens[mark.start].folded
    return any(is_name or is_respelled or each.end - each.start > mark.end - mark.start for each in spans)


def _is_aim(mark: Mark, marks: Sequence[Mark], policies: Sequence[Mark], named: frozenset[str]) -> bool:
    """Whether an "against" stands between a policy and a country: "the sanctions against Belarus"."""
    if _AGAINST not in mark.tags or not any(each.end == mark.start for each in policies):
        return False
    behind = (each for each in marks if 0 <= each.start - mark.end < _BESIDE)
    return any(_code(each, _COUNTRY) in named for each in behind)


def _code(mark: Mark, scope: str) -> str | None:
    parts = (tag.split(".") for tag in mark.tags)
    return next((each[1] for each in parts if each[0] == scope and len(each) > 1), None)


def _is_matter(mark: Mark, found: Reading, named: frozenset[str]) -> bool:
    if _code(mark, _COUNTRY) in named:
        return True
    if _code(mark, _STATE) not in named:
        return False
    policies = named_in(found)
    if _is_of_policy(mark, found, policies):
        return True
    if any(0 < mark.start - each.end <= _BESIDE for each in policies):
        return True
    is_adjective = any(tag.endswith(_ADJECTIVE) for tag in mark.tags)
    if is_adjective and any(each.start == mark.end or each.end == mark.start for each in policies):
        return True
    votes = [m for m in found.marks if any(_is_vote(tag) for tag in m.tags)]
    before = [m for m in votes if m.end <= mark.start]
    if before and _asks_voters(found):
        return True
    return bool(before) and all(m.end + _BESIDE < mark.start or mark.end + _BESIDE < m.start for m in votes)


def _is_of_policy(mark: Mark, found: Reading, policies: Sequence[Mark]) -> bool:
    """Whether a state stands behind a policy, nothing of note between: "the excessive deficit in Belgium"."""
    before = max((each.end for each in policies if each.end <= mark.start), default=None)
    if before is None or mark.start - before > _REACH:
        return False
    between = found.tokens[before : mark.start]
    noted = [each for each in (*found.marks, *found.asking) if before <= each.start < mark.start]
    is_plain = all(set(each.tags) <= _PLAIN for each in noted) and all(token.is_word for token in between)
    return is_plain and any(each.start >= mark.end for each in (*found.marks, *found.asking))


def _asks_voters(found: Reading) -> bool:
    """Whether voters are asked for and one state at most is named: "who opposed the men Greece proposed"."""
    asks = found.has(_WHO) or (found.has(_WHICH) and found.has(_STATES))
    others = any(tag.startswith(_BESIDE_OTHERS) for tag in found.tags)
    return asks and not others and len(found.entities.states) == 1


def _is_vote(tag: str) -> bool:
    return tag.startswith(_VOTING) and not tag.endswith(_NO_VERB)


def _as_matter(mark: Mark) -> Mark:
    scoped = (tag.split(".") for tag in mark.tags)
    codes = {parts[1] for parts in scoped if parts[0] in {_COUNTRY, _STATE}}
    return Mark(frozenset(f"{_MATTER}.{code}" for code in codes), mark.start, mark.end)
