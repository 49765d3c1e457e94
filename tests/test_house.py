"""The house stands as docs/architecture.md draws it."""

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).parent.parent / "src" / "rashomon"
# A room may import itself and the rooms listed.
MAY_IMPORT = {
    "records": set(),
    "lexicons": set(),
    "outputs": set(),
    "sample": set(),
    "fetching": {"records"},
    "intake": {"records", "lexicons", "fetching"},
    "reading": {"records", "lexicons"},
    "comparing": {"records", "lexicons"},
    "case": {"records"},
    "engines": {"records", "intake", "reading", "comparing", "case"},
    "pointing": {"records", "lexicons", "comparing", "case", "engines"},
    "exports": {"records", "outputs", "case"},
    "watching": {"records", "outputs", "fetching", "intake", "case", "engines"},
    "web": {"records", "outputs", "case", "engines", "exports"},
    "cli": {
        "records",
        "outputs",
        "intake",
        "reading",
        "comparing",
        "case",
        "engines",
        "pointing",
        "exports",
        "web",
        "sample",
        "fetching",
        "watching",
    },
}
MODULES = sorted(SRC.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names.add(node.module or "")
    return {n.split(".")[1] for n in names if n.startswith("rashomon.")}


@pytest.mark.parametrize("path", [p for p in MODULES if room(p) in MAY_IMPORT], ids=lambda p: str(p.relative_to(SRC)))
def test_nothing_imports_backwards(path: Path) -> None:
    assert imported(path) - {room(path)} <= MAY_IMPORT[room(path)]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_a_module_is_small_and_opens_with_what_is_true_here(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 500
    assert ast.get_docstring(ast.parse(text)), "no docstring"
    assert path.stem not in {"utils", "helpers", "misc", "common"}


@pytest.mark.parametrize("path", sorted((SRC / "lexicons").glob("*.txt")), ids=lambda p: p.name)
def test_a_lexicon_is_sorted_unique_and_says_what_it_holds(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert lines[0].startswith("# "), "the first line says what the file holds"
    entries = [line for line in lines if line and not line.startswith("#")]
    assert entries == sorted(set(entries))


def test_every_lexicon_is_read_somewhere() -> None:
    code = "\n".join(p.read_text("utf-8") for p in MODULES)
    unread = [p.stem for p in (SRC / "lexicons").glob("*.txt") if f'"{p.stem}"' not in code]
    assert unread == []
