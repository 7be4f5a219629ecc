"""The house in figures: `python -m tests.measures` prints the table that CONTRIBUTING.md asks for.

Counts what `tests/test_architecture.py` limits, and how far the code stays below it.
"""

import ast
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from statistics import median

from tests.test_architecture import (
    ALL_FILES,
    LONGEST_FILE,
    LONGEST_FUNCTION,
    PACKAGES,
    ROOT,
    cycles_in,
    files_of,
    graph_of,
    lazy_importers,
    tree_of,
)

_DATA = ("toml", "jsonl", "txt")
Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = Function | ast.ClassDef


def lines_of(file: Path) -> int:
    """How many lines a file has."""
    return len(file.read_text("utf-8").splitlines())


def functions_in(file: Path) -> list[Function]:
    """Every function and method of a file, nested ones too."""
    return [node for node in ast.walk(tree_of(file)) if isinstance(node, Function)]


def length_of(function: Function) -> int:
    """How many lines a function has, its decorators left out."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def public_names_in(file: Path) -> Iterator[Documented]:
    """The classes and functions of a module, and the methods of its classes, that others may name."""
    for node in tree_of(file).body:
        if isinstance(node, Documented) and not node.name.startswith("_"):
            yield node
            for member in node.body if isinstance(node, ast.ClassDef) else ():
                if isinstance(member, Function) and not member.name.startswith("_"):
                    yield member


def share(part: int, whole: int) -> str:
    """A part of a whole, in percent."""
    return f"{100 * part / whole:.1f} %"


def row(name: str, files: list[Path]) -> str:
    """One line of the table: a package, or all of them."""
    lengths = [lines_of(file) for file in files]
    functions = list(chain.from_iterable(functions_in(file) for file in files))
    sizes = [length_of(function) for function in functions]
    public = list(chain.from_iterable(public_names_in(file) for file in files))
    told = sum(ast.get_docstring(node) is not None for node in public)
    returns = sum(function.returns is not None for function in functions)
    cells = (
        name, len(files), sum(lengths), f"{median(lengths):.0f}", max(lengths), len(sizes),
        f"{median(sizes):.0f}", sum(size > LONGEST_FUNCTION // 2 for size in sizes), max(sizes),
        share(told, len(public)), share(returns, len(sizes)),
    )  # fmt: skip
    return f"| {' | '.join(map(str, cells))} |"


def main() -> None:
    """Print the table and what is counted over all packages."""
    print(
        "| package | files | lines | median | longest | functions | median | above 20 | longest"
        " | public names with docstring | return annotations |"
    )
    print(f"|---|{'---:|' * 10}")
    for package in PACKAGES:
        print(row(package, files_of(package)))
    print(row("all", ALL_FILES))
    code = sum(map(lines_of, ALL_FILES))
    tests = sum(map(lines_of, (ROOT / "tests").rglob("*.py")))
    print(f"\nlimits: {LONGEST_FILE} lines a file, {LONGEST_FUNCTION} a function")
    print(f"import cycles: {len(cycles_in(graph_of(ALL_FILES)))}")
    print(f"files with imports inside functions: {', '.join(sorted(lazy_importers(ALL_FILES)))}")
    data = sum(lines_of(file) for ending in _DATA for file in (ROOT / "tests").rglob(f"*.{ending}"))
    print(
        f"lines of tests per line of code: {tests / code:.2f}, with their tables {(tests + data) / code:.2f}"
    )


if __name__ == "__main__":
    main()
