"""Saved answers with one thing changed: which of them a verifier takes for what was given.

``unseen_sealed`` changes one character of a saved answer's file and asks the program that comes with every
export. ``unseen_resealed`` changes one value, seals the answer anew as a forger would, and asks the server,
which also asks the question again.
"""

import copy
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from assistant import verify_answer
from assistant.assembly import open_assistant
from assistant.assistant import Assistant
from corpus.errors import RecordNotFound
from web.answer_document import answer_document
from web.verification_document import verified

QUESTIONS = (
    "Who voted against?", "Wie heeft zich onthouden?", "Qui a voté contre ?", "Wer hat sich enthalten?",
    "¿Quién se abstuvo?", "Chi ha votato contro?", "Kto głosował przeciw?", "Quem votou contra?",
    "How did Germany vote?", "Why did Cyprus abstain?", "Why did Poland vote against?",
    "Why did Spain abstain?", "When did the procedure end?",
    "How many relocations in effect, according to whom?",
    "What share of the needs is met?", "What is the shortfall in relocations?",
    "Was the act adopted, and by which majority?", "What if Hungary had voted for?",
    "Which states could have blocked it?", "Which documents are there?", "What is a qualified majority?",
    "Did Denmark take part?", "How did Norway vote?", "What's the weather?",
)  # fmt: skip
MUTATIONS = 10_000
Json = dict[str, object]


def mutations(folder: Path) -> Counter[str]:
    """Changes that were seen, one by one those that were not, and unchanged answers that were rejected."""
    assistant = open_assistant(folder)
    unseen = [
        *unseen_sealed(assistant, MUTATIONS, seed=1),
        *unseen_resealed(assistant, MUTATIONS, seed=2),
    ]
    counts = Counter({"detected": 2 * MUTATIONS - len(unseen)})
    counts.update(f"UNSEEN {each}" for each in unseen)
    counts.update(f"REJECTED {each}" for each in rejected(assistant))
    return counts


def answers(assistant: Assistant) -> list[Json]:
    """Saved answers of every kind, as they stand in their files."""
    return [json.loads(json.dumps(answer_document(assistant.ask(question)))) for question in QUESTIONS]


def rejected(assistant: Assistant) -> list[str]:
    """Questions whose unchanged answers are not taken for what was given."""
    return [
        str(answer["question"])
        for answer in answers(assistant)
        if list(verify_answer.problems_of(answer, texts_of(assistant)))
        or not verified(assistant, answer).holds
    ]


def unseen_sealed(assistant: Assistant, count: int, seed: int) -> list[str]:
    """Changes of one character in a saved file that the verifier of the exports does not see."""
    rng, given, texts = random.Random(seed), answers(assistant), texts_of(assistant)
    files = [json.dumps(answer, ensure_ascii=False) for answer in given]
    unseen: list[str] = []
    for _ in range(count):
        n = rng.randrange(len(files))
        at = rng.randrange(len(files[n]))
        changed = files[n][:at] + rng.choice(("", "0", "x", "☃", '"')) + files[n][at + 1 :]
        document = read(changed)
        if document is None or document == given[n]:
            continue  # no answer any more, or a space between two values
        if not list(verify_answer.problems_of(document, texts)):
            unseen.append(f"{given[n]['question']} at {at}")
    return unseen


def unseen_resealed(assistant: Assistant, count: int, seed: int) -> list[str]:
    """Changes of one value, sealed anew, that the server does not see."""
    rng, given = random.Random(seed), answers(assistant)
    unseen: list[str] = []
    for _ in range(count):
        answer = rng.choice(given)
        path, value = rng.choice([leaf for leaf in leaves(answer) if leaf[0][0] != verify_answer.SEAL])
        changed = copy.deepcopy(answer)
        holder: object = changed
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = other(value, rng)
        changed[verify_answer.SEAL] = verify_answer.seal_of(changed)
        found = verified(assistant, changed)
        if found.holds and found.is_current:
            unseen.append(f"{answer['question']} {path}: {value!r} → {holder[path[-1]]!r}")
    return unseen


def texts_of(assistant: Assistant) -> Callable[[str], str | None]:
    """The texts that citations count in, by their records."""

    def text_of(id_: str) -> str | None:
        try:
            return assistant.library.source(id_).text.text
        except RecordNotFound:
            return None

    return text_of


def read(text: str) -> Json | None:
    """A file's answer; None where it is none."""
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def leaves(value: object, path: tuple[object, ...] = ()) -> Iterator[tuple[tuple[object, ...], object]]:
    """The values of a document that hold no others, with the way to each."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from leaves(inner, (*path, at))
    else:
        yield path, value


def other(value: object, rng: random.Random) -> object:
    """A value of the same kind that is another one."""
    if isinstance(value, bool):
        return not value
    if value is None:
        return "x"
    if isinstance(value, int):
        return value + rng.choice((-1, 1, 7))
    text = str(value)
    at = rng.randrange(len(text) + 1)
    changed = text[:at] + rng.choice(("", "0", "x", "☃")) + text[at + 1 :]
    return changed if changed != text else text + "9"
