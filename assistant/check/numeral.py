"""Small numbers in a draft, in words or digits, as numbers of states."""

import re
from dataclasses import dataclass
from functools import cache

from assistant.check.draft import Sentence
from corpus.lexicon import Lexicon
from corpus.text import Span


@dataclass(frozen=True, slots=True)
class Number:
    """A number of states in a sentence, and out of how many, where it says so."""

    value: int
    span: Span
    out_of: int | None = None


def numbers_in(sentence: Sentence) -> tuple[Number, ...]:
    """The small numbers of a sentence, in words or digits, "21 of the 27" being one."""
    found = [
        Number(_value(match, sentence.lexicon), Span(*match.span()))
        for match in _pattern(sentence.lexicon).finditer(sentence.folded)
    ]
    joined: list[Number] = []
    for number in found:
        before = joined[-1] if joined else None
        gap = sentence.folded[before.span.end : number.span.start] if before else ""
        if before and before.value <= number.value and _is_out_of(gap, sentence):
            joined[-1] = Number(before.value, before.span.joined(number.span), number.value)
        else:
            joined.append(number)
    return tuple(joined)


def _is_out_of(gap: str, sentence: Sentence) -> bool:
    return sentence.words.out_of.fullmatch(gap.strip()) is not None


@cache
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    words = sorted(
        (word for word, value in lexicon.number_values.items() if value > 1), key=len, reverse=True
    )
    named = "|".join(re.escape(word) for word in words)
    digits = r"(?<![\d.,/])\d{1,2}(?![\d/]|[.,]\d|\s?%|\s\d{3})"
    return re.compile(rf"(?<!\w)(?:(?P<digits>{digits})|(?P<word>{named}))(?!\w)")


def _value(match: re.Match[str], lexicon: Lexicon) -> int:
    return int(match["digits"]) if match["digits"] else lexicon.number_values[" ".join(match["word"].split())]
