"""Which language a question is asked in: by words, names, letters, and what the asker reads.

Knows short questions ("Spanje?"). Refuses to guess where nothing speaks: then the language of
the interface stands.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from lingua import IsoCode639_1, LanguageDetector, LanguageDetectorBuilder

from assistant.understanding import cues, state_forms, transliteration
from assistant.understanding.subject import policy
from assistant.understanding.token import Token, fold
from corpus.state_names import MentionKind

# The official languages, the most spoken first: where nothing else decides, the likelier one.
OFFICIAL = (
    "en", "de", "fr", "it", "es", "pl", "ro", "nl", "el", "hu", "pt", "cs", "sv", "bg", "sk", "da", "fi",
    "hr", "lt", "sl", "lv", "et", "ga", "mt",
)  # fmt: skip
_PRIOR = 0.6
_UNTOLD = 0.4  # what the asker reads is not known: a little more likely English
_BEFORE = 0.9
_SURE = 1.0
_AHEAD = 0.5
_LETTER = 0.7
_FEWEST_WORDS = 3
_SHORTEST_STEM = 4
_SHORTEST_TYPED = 2
_MOST = 0.5
_SCRIPTS = (("Ͱ", "Ͽ", "el"), ("ἀ", "῿", "el"), ("Ѐ", "ӿ", "bg"))
_PARTICLES = frozenset({"von", "der", "den", "van", "de", "di", "da", "del", "dos", "la", "le", "zu"})
_NEAR = (("cs", "sk"), ("da", "sv"), ("es", "pt"), ("hr", "sl"))
_NOT_IN_LINGUA = frozenset({"mt"})


def detect(text: str, tokens: Sequence[Token], prior: str | None, before: str | None = None) -> str:
    """The language of a question, as an ISO 639-1 code of an official language.

    ``prior`` is the language of the interface, ``before`` that of the question before.
    """
    script = _by_script(text)
    if script is not None:
        return script
    scores = defaultdict(float) if _is_of_codes(tokens) else _scores(text, tokens)
    ahead = sorted(scores.values(), reverse=True)[:2]
    clear = len(ahead) > 0 and ahead[0] >= _SURE and ahead[0] - sum(ahead[1:]) >= _AHEAD
    if not clear and scores and sum(token.is_word for token in tokens) >= _FEWEST_WORDS:
        guess = _detector().detect_language_of(text)
        if guess is not None:
            told, read = _nearest(guess.iso_code_639_1.name.lower(), scores, before or prior), before or prior
            explained = read is not None and scores.get(read, 0.0) >= scores.get(told, 0.0)
            scores[read if read is not None and explained else told] += _SURE
    if prior is not None:
        scores[prior] += _PRIOR
    elif before is None and sum(token.is_word for token in tokens) >= _FEWEST_WORDS:
        scores[cues.FALLBACK] += _UNTOLD
    if before is not None:
        scores[before] += _BEFORE
    fallback = before or prior
    fallback = fallback if fallback in OFFICIAL else cues.FALLBACK
    return min(scores, key=lambda code: (-scores[code], code != fallback, _rank(code)), default=fallback)


def _nearest(guessed: str, scores: Mapping[str, float], read: str | None) -> str:
    """The guess, or its near relative where the words known, or else what is ``read``, say rather that."""
    kin = next((group for group in _NEAR if guessed in group), (guessed,))
    return max(kin, key=lambda code: (scores.get(code, 0.0), code == read, code == guessed))


def _rank(code: str) -> int:
    return OFFICIAL.index(code) if code in OFFICIAL else len(OFFICIAL)


def _by_script(text: str) -> str | None:
    for first, last, code in _SCRIPTS:
        if sum(first <= letter <= last for letter in text) > len(text) / 3:
            return code
    return None


def _is_of_codes(tokens: Sequence[Token]) -> bool:
    """Whether nothing but country codes in capitals is written: words of no language."""
    words = [token.text for token in tokens if token.is_word]
    return bool(words) and all(len(word) == 2 and word.isupper() for word in words)


def _scores(text: str, tokens: Sequence[Token]) -> dict[str, float]:
    """How much speaks for each language: a word counts less the more languages have it."""
    scores: dict[str, float] = defaultdict(float)
    known = _languages_by_word()
    scripts = _typed_in_latin(tokens)
    for at, token in enumerate(tokens):
        spoken = _speakers(token.folded, known) if token.is_word and not _is_particle(tokens, at) else ()
        typed = {code for code in scripts if _stands_for(token, code)} - set(spoken)
        for code in (*spoken, *typed):
            scores[code] += 1 / (len(spoken) + len(typed))
    lowered = text.lower()
    for letter, codes in _languages_by_letter().items():
        if letter in lowered:
            for code in codes:
                scores[code] += _LETTER / len(codes)
    return scores


def _typed_in_latin(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The languages of another script that most of the words may be typed in, in Latin letters."""
    words = [token for token in tokens if token.is_word]
    return tuple(
        code
        for code in transliteration.languages()
        if sum(_stands_for(word, code) for word in words) > len(words) * _MOST
    )


def _stands_for(token: Token, code: str) -> bool:
    """Whether a word may be one of another script, typed; a capital's name is written so anyway."""
    is_name = token.text[:1].isupper() and token.folded in _capitals()
    short = len(token.folded) < _SHORTEST_TYPED
    return not (short or is_name) and transliteration.native(token.folded, code) is not None


def _is_particle(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands in a person's name, as "von der" does between two capitals: of no language."""
    if tokens[at].folded not in _PARTICLES:
        return False
    around = [token.text for token in tokens if token.folded not in _PARTICLES]
    before = sum(token.folded not in _PARTICLES for token in tokens[:at])
    beside = around[max(0, before - 1) : before + 1]
    return before > 1 and len(beside) == len(around[:2]) and all(word[:1].isupper() for word in beside)


@cache
def _languages_by_word() -> Mapping[str, tuple[str, ...]]:
    """Every known word, and every stem with its ``*``, with the languages that have it."""
    found: dict[str, set[str]] = defaultdict(set)
    for code, text in _vocabulary():
        for word in text.replace("’", " ").replace("'", " ").split():
            found[fold(word)].add(code)
    shared: dict[tuple[str, ...], tuple[str, ...]] = {}  # few combinations of languages, many words
    spoken = ((word, tuple(sorted(codes))) for word, codes in found.items())
    return {word: shared.setdefault(codes, codes) for word, codes in spoken}


def _vocabulary() -> Iterator[tuple[str, str]]:
    """Everything the data files say, by language."""
    for code in cues.languages():
        yield from (
            (code, word) for word in cues.data_file(code).get(cues.LANGUAGE_TABLE, {}).get("words", ())
        )
        yield from ((code, phrase) for _, phrase in cues.phrases(code))
        yield from ((code, term) for terms in policy.words_of(code).values() for term in terms)
    for terms in cues.concept_terms().values():
        yield from ((code, term) for code, listed in terms.items() for term in listed)
    for code in state_forms.languages():
        for form in state_forms.of_language(code):
            if form.kind is not MentionKind.CAPITAL:
                yield code, form.text


def _speakers(word: str, known: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The languages that have a word, or else its longest stem; near relatives have it by either."""
    whole = known.get(word, ())
    for length in range(len(word), _SHORTEST_STEM - 1, -1):
        if (stem := word[:length] + "*") in known:
            kin = {code for group in _NEAR if set(group) & set(whole) for code in group}
            return tuple(sorted({*whole, *(set(known[stem]) & kin)})) if whole else known[stem]
    return whole


@cache
def _capitals() -> frozenset[str]:
    """The names of capitals in every language."""
    forms = (form for code in state_forms.languages() for form in state_forms.of_language(code))
    return frozenset(fold(form.text) for form in forms if form.kind is MentionKind.CAPITAL)


@cache
def _languages_by_letter() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for code in cues.languages():
        for letter in "".join(cues.data_file(code).get(cues.LANGUAGE_TABLE, {}).get("letters", ())):
            found[letter].add(code)
    return {letter: tuple(sorted(codes)) for letter, codes in found.items()}


@cache
def _detector() -> LanguageDetector:
    codes = [getattr(IsoCode639_1, code.upper()) for code in OFFICIAL if code not in _NOT_IN_LINGUA]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).with_low_accuracy_mode().build()
