"""Check a saved Rollcall answer against the records it cites, trusting nobody.

    python verify_answer.py ANSWER.json RECORDS…        files or folders of record texts

Needs Python ≥ 3.11 and nothing else. Every quotation must stand verbatim at its span of the record
named (a text file that bears the record's id), every hash must fit, every computation is done again
from its formula, and the seal over the whole answer must fit: one changed character breaks it.
Prints what does not hold, one line each; exit 0 when all holds, 1 when something does not.
"""

import ast
import hashlib
import json
import math
import operator
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path

SEAL = "answer_sha256"
COUNTED = {"member"}  # how many are named: counted in the quotation, not written there
KINDS = {"stated", "claimed", "derived", "computed", "reference"}
ARITHMETIC = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}
Json = Mapping[str, object]


def seal_of(answer: Json) -> str:
    """The SHA-256 of the answer without its seal, as JSON with sorted keys and no spaces."""
    unsealed = {key: value for key, value in answer.items() if key != SEAL}
    text = json.dumps(unsealed, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def problems_of(answer: Json, text_of: Callable[[str], str | None]) -> Iterator[tuple[str, str]]:
    """Whatever does not hold in the answer: where ("citations[1]") and why."""
    if answer.get(SEAL) != seal_of(answer):
        yield SEAL, "the seal does not fit: something in the answer was changed after it was given"
    citations = objects(answer.get("citations"))
    computations = objects(answer.get("computations"))
    for at, citation in enumerate(citations, 1):
        yield from ((f"citations[{at}]", why) for why in citation_problems(citation, at, text_of))
    for computation in computations:
        name = f"computations[{computation.get('id')}]"
        yield from ((name, why) for why in computation_problems(computation, citations))
    known = {str(computation.get("id")) for computation in computations}
    for at, claim in enumerate(objects(answer.get("claims")), 1):
        yield from ((f"claims[{at}]", why) for why in claim_problems(claim, len(citations), known))
    for number in re.findall(r"\[(\d+)\]", str(answer.get("text"))):
        if int(number[:9]) not in range(1, len(citations) + 1):
            yield "text", f"[{number}] is no citation of this answer"


def citation_problems(citation: Json, at: int, text_of: Callable[[str], str | None]) -> Iterator[str]:
    """What does not hold of one citation: its place, its words, its hash, its address."""
    record, quote = str(citation.get("record")), str(citation.get("quote"))
    start, end = citation.get("start"), citation.get("end")
    if citation.get("n") != at:
        yield f"is numbered {citation.get('n')}"
    text = text_of(record)
    if text is None:
        yield f"the text of {record} is not among the records given"
    elif not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
        yield f"{start}–{end} is no place in {record}"
    elif text[start:end] != quote:
        yield f"{record} does not say this at {start}–{end}"
    if hashlib.sha256(quote.encode("utf-8", "surrogatepass")).hexdigest() != citation.get("quote_sha256"):
        yield "the hash is not that of the quotation"
    if citation.get("url") != f"/records/{record}#c{start}-{end}":
        yield "the address is not that of the place"
    if not str(citation.get("key")).startswith(f"{citation.get('document')}:"):
        yield "the key is not of the document"


def claim_problems(claim: Json, citations: int, computations: set[str]) -> Iterator[str]:
    """What does not hold of one claim: that it is cited, to citations and computations that exist."""
    numbers = claim.get("citations")
    if not isinstance(numbers, list) or not numbers:
        yield "is not cited"
    elif not all(isinstance(n, int) and 1 <= n <= citations for n in numbers):
        yield "cites what is not in the answer"
    if claim.get("evidence") not in KINDS:
        yield f"{claim.get('evidence')!r} is no kind of evidence"
    if claim.get("computation") is not None and str(claim.get("computation")) not in computations:
        yield f"rests on a computation {claim.get('computation')!r} that is not in the answer"


def computation_problems(computation: Json, citations: list[Json]) -> Iterator[str]:
    """What does not hold of one computation: its result, or an input that is not in its quotation."""
    shown = str(computation.get("value"))
    try:
        value, result = Fraction(shown), evaluated(str(computation.get("formula")))
    except (ValueError, ZeroDivisionError, SyntaxError, RecursionError) as error:
        yield f"cannot be redone: {error}"
        return
    half = Fraction(1, 2 * 10 ** len(shown.partition(".")[2]))
    if abs(result - value) > half + abs(value) / 10**5:
        yield f"{computation.get('formula')} is {float(result):.6g}, not {shown}"
    for item in objects(computation.get("inputs")):
        n = item.get("citation")
        quote = citations[n - 1].get("quote") if isinstance(n, int) and 1 <= n <= len(citations) else ""
        if n is not None and item.get("unit") not in COUNTED and not stands_in(item.get("value"), quote):
            yield f"{item.get('value')} ({item.get('label')}) does not stand in citation {n}"


def evaluated(formula: str) -> Fraction:
    """The exact value of a formula of numbers, + − × ÷, ceil, floor, brackets; else ValueError."""

    def value(node: ast.expr) -> Fraction:
        match node:
            case ast.Constant(value=int() | float()):
                return Fraction(ast.get_source_segment(formula, node) or "")
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return -value(operand)
            case ast.Call(func=ast.Name(id="ceil" | "floor" as rounding), args=[inner], keywords=[]):
                return Fraction(getattr(math, rounding)(value(inner)))
            case ast.BinOp(left=left, op=op, right=right) if type(op) in ARITHMETIC:
                return Fraction(ARITHMETIC[type(op)](value(left), value(right)))
        raise ValueError(f"{formula!r} is more than arithmetic")

    return value(ast.parse(formula[:500].strip(), mode="eval").body)


def stands_in(value: object, quote: object) -> bool:
    """Whether the digits of a value stand in a quotation, however it groups and points them."""
    return re.sub(r"\D", "", str(value)).strip("0") in re.sub(r"\D", "", str(quote))


def objects(value: object) -> list[Json]:
    """The JSON objects of a list; anything else is left out."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def main(arguments: list[str]) -> int:
    """Verify the answer file named first against the record files and folders named after it."""
    paths = [Path(name) for name in arguments[1:]]
    files = [file for path in paths for file in (sorted(path.iterdir()) if path.is_dir() else [path])]
    file_by_id = {file.name.partition(".")[0]: file for file in reversed(files) if file.is_file()}
    answer = json.loads(Path(arguments[0]).read_text("utf-8"))
    texts = {id_: file.read_bytes().decode("utf-8-sig") for id_, file in file_by_id.items()}
    problems = list(problems_of(answer, texts.get))
    for where, why in problems:
        print(f"{where}: {why}")
    print("does not hold" if problems else "holds: every quotation, hash, span and computation")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
