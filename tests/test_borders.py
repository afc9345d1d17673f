"""What must stay apart stays apart: imports, sizes, machines, generated files."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from support import ROOT, own_files

OWN = own_files()
PYTHON = [path for path in OWN if path.suffix == ".py"]
PACKAGE = [path for path in PYTHON if path.is_relative_to("hooks/explainer")]
HOOKS = [path for path in PYTHON if path.parts[0] == "hooks"]
TEXT = {".py", ".md", ".yml", ".yaml", ".toml", ".txt", ".in", ".html", ".css", ".js", ".svg", ""}

LONGEST_FUNCTION = 35
LONGEST_EVENT = 10
LONGEST_FILE = 300

# Written in pieces, so that this file does not contain what it looks for.
MACHINE_PATHS = re.compile(r"(?<![\w.:/-])/(?:work|tmp|root|home/\w+|Users/\w+|opt/pypi)/")
REGISTRIES = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("deb", "debian", "org"),
        ("security", "debian", "org"),
    )
]


def imported_by(path: Path) -> set[str]:
    """Top-level names of every module that a file imports, anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


def loaded_after(statement: str) -> set[str]:
    """Top-level names in `sys.modules` of a fresh Python after a statement."""
    code = f"import sys; sys.path.insert(0, 'hooks'); {statement}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-I", "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return {name.split(".")[0] for name in done.stdout.split()}


def test_the_map_of_the_package_names_every_module():
    drawn = (ROOT / "hooks/explainer/__init__.py").read_text("utf-8")
    modules = {path.stem for path in PACKAGE if path.parent.name == "explainer"} - {"__init__"}
    assert modules - set(re.findall(r"\w+", drawn)) == set()


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a file."""
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree) if isinstance(node, kinds)]


def body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function's body, without its docstring."""
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def too_long(paths: list[Path], limit: int, prefix: str = "") -> list[str]:
    """Functions over the limit, each with its place and length."""
    return [
        f"{path}:{node.lineno} {node.name}: {body_lines(node)} lines"
        for path in paths
        for node in functions(path)
        if node.name.startswith(prefix) and body_lines(node) > limit
    ]


def test_there_is_a_package_to_test():
    assert Path("hooks/explainer/__init__.py") in PACKAGE
    assert Path("hooks/events.py") in HOOKS


def test_the_engine_alone_loads_only_the_standard_library():
    loaded = loaded_after("import explainer; explainer.resolve_notes")
    strangers = loaded - set(sys.stdlib_module_names) - {"explainer", "__main__"}
    bare = loaded_after("pass")  # an environment may load something at every start
    assert strangers - bare == set()


def test_the_whole_package_leaves_mkdocs_out():
    modules = [".".join(path.with_suffix("").parts[1:]) for path in PACKAGE]
    names = [module.removesuffix(".__init__") for module in modules]
    assert "mkdocs" not in loaded_after("import " + ", ".join(names))


def test_only_events_imports_mkdocs():
    importers = {str(path) for path in HOOKS if {"mkdocs", "material"} & imported_by(path)}
    assert importers == {"hooks/events.py"}


def test_markdown_is_imported_at_the_border_only():
    importers = {str(path) for path in PACKAGE if "markdown" in imported_by(path)}
    assert importers <= {"hooks/explainer/extension.py"}


def test_run_py_imports_the_standard_library_only():
    assert imported_by(Path("run.py")) <= set(sys.stdlib_module_names)


def test_functions_are_short():
    assert too_long([*HOOKS, Path("run.py")], LONGEST_FUNCTION) == []


def test_events_are_shorter():
    assert too_long([Path("hooks/events.py")], LONGEST_EVENT, "on_") == []


def test_files_are_short():
    sizes = {str(path): len((ROOT / path).read_text("utf-8").splitlines()) for path in HOOKS}
    assert {path: size for path, size in sizes.items() if size > LONGEST_FILE} == {}


def texts() -> list[tuple[Path, str]]:
    """Every text file of the repository with its content."""
    paths = [path for path in OWN if path.suffix in TEXT]
    return [(path, (ROOT / path).read_text("utf-8")) for path in paths]


def found_in_texts(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """Each match in our own text files, with its file."""
    return [(str(path), match[0]) for path, text in texts() for match in pattern.finditer(text)]


def test_no_machine_is_named():
    assert found_in_texts(MACHINE_PATHS) == []


def test_no_package_registry_is_named():
    found = [(str(path), name) for path, text in texts() for name in REGISTRIES if name in text]
    assert found == []


def test_nothing_half_done_is_committed():
    words = ("TO" + "DO", "FIX" + "ME", "XX" + "X", "lorem ip" + "sum")
    assert found_in_texts(re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)) == []


# --- requirements.txt ------------------------------------------------------------------------


def requirement_lines() -> list[str]:
    """The requirements, each on one line with its hashes."""
    text = (ROOT / "requirements.txt").read_text("utf-8").replace("\\\n", " ")
    return [line.strip() for line in text.splitlines() if line.strip() and line.strip()[0] != "#"]


def test_every_requirement_is_pinned_and_hashed():
    form = re.compile(r"[\w.-]+==[\w.]+( ; [^#]+?)?( +--hash=sha256:[0-9a-f]{64})+( *#.*)?")
    assert [line for line in requirement_lines() if not form.fullmatch(line)] == []


def test_every_direct_requirement_is_pinned():
    text = (ROOT / "requirements.in").read_text("utf-8")
    names = {
        name.lower().replace("_", "-")
        for name in re.findall(r"^([\w.-]+?)(?=[=<> ])", text, re.MULTILINE)
    }
    pinned = {line.split("==")[0].lower() for line in requirement_lines()}
    assert len(names) > 5
    assert names - pinned == set()


def test_requirements_say_how_they_are_made():
    assert "uv pip compile requirements.in" in (ROOT / "requirements.txt").read_text("utf-8")


# --- Workflows -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["test.yml", "deploy.yml"])
def test_actions_are_pinned_by_commit(name):
    text = (ROOT / ".github" / "workflows" / name).read_text("utf-8")
    used = [action for action in re.findall(r"uses: (.+)", text) if not action.startswith("./")]
    pinned = re.compile(r"[\w./-]+@[0-9a-f]{40} # v[\d.]+")
    assert used
    assert [action for action in used if not pinned.fullmatch(action)] == []
