"""The house stands as docs/architecture.md draws it."""

import ast
import re
import shutil
from collections import Counter
from contextlib import nullcontext
from pathlib import Path
from typing import get_args

import pytest

from rashomon import language
from rashomon.language import lexicon
from rashomon.records import vocabulary
from repository import ROOT

SRC = ROOT / "src" / "rashomon"
TESTS = ROOT / "tests"
# A room may import itself and the rooms listed.
MAY_IMPORT = {
    "records": set(),
    "language": set(),
    "outputs": set(),
    "sample": set(),
    "rules": {"language"},
    "fetching": {"records"},
    "intake": {"records", "language", "fetching"},
    "spacy_fast": set(),
    "reading": {"records", "language", "spacy_fast"},
    "comparing": {"records", "language"},
    "case": {"records", "language"},
    "engines": {"records", "intake", "reading", "comparing", "case"},
    "pointing": {"records", "language", "comparing", "case", "engines"},
    "exports": {"records", "language", "outputs", "case", "comparing"},
    "formats": {"records", "language", "outputs", "case", "exports"},
    "watching": {"records", "outputs", "fetching", "intake", "case", "engines"},
    "web": {"records", "language", "outputs", "case", "engines", "exports"},
    "cli": {
        "records",
        "language",
        "outputs",
        "intake",
        "reading",
        "comparing",
        "case",
        "engines",
        "pointing",
        "exports",
        "formats",
        "web",
        "sample",
        "rules",
        "fetching",
        "watching",
    },
}
FACES = {"exports", "formats", "web", "cli", "watching", "pointing"}
SQL = re.compile(r"\b(?:SELECT\b.+\bFROM|INSERT (?:OR \w+ )?INTO|DELETE FROM|UPDATE \w+ SET|PRAGMA) ", re.DOTALL)
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


def _dotted(path: Path) -> str:
    return ".".join(path.relative_to(SRC.parent).with_suffix("").parts).removesuffix(".__init__")


def _asked_for(path: Path, named: set[str]) -> set[str]:
    """The modules that a module imports as it is run; what only its types name runs nothing."""
    found: set[str] = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            asked = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= asked if asked <= named else asked | {node.module or ""}
    return found & named


def test_no_module_asks_for_itself_by_way_of_others() -> None:
    modules = {_dotted(path): path for path in MODULES}
    waiting = {name: _asked_for(path, {*modules}) for name, path in modules.items()}
    while ready := [name for name, asked in waiting.items() if not asked & waiting.keys()]:
        for name in ready:
            del waiting[name]
    assert sorted(waiting) == [], "these, or what they ask for, stand in a circle"


@pytest.mark.parametrize("path", [p for p in MODULES if room(p) in FACES], ids=lambda p: str(p.relative_to(SRC)))
def test_a_face_asks_the_case_and_has_no_sql_of_its_own(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not SQL.search(node.value), node.value
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            whose = ast.unparse(node.func.value)
            assert node.func.attr != "ask" or whose in NO_CASE, f"line {node.lineno}: {whose}.ask"
            assert node.func.attr not in ("execute", "executemany", "executescript"), f"line {node.lineno}"


NO_CASE = {"self.manners", "endpoint"}
"""What is asked by others than a case: a server for a page, a model for an answer."""


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_a_module_is_small_and_opens_with_what_is_true_here(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 500
    assert ast.get_docstring(ast.parse(text)), "no docstring"
    assert path.stem not in {"utils", "helpers", "misc", "common"}


@pytest.mark.parametrize("path", sorted((SRC / "language").rglob("*.txt")), ids=lambda p: p.name)
def test_a_lexicon_is_sorted_unique_and_says_what_it_holds(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert lines[0].startswith("# "), "the first line says what the file holds"
    entries = [line for line in lines if line and not line.startswith("#")]
    assert entries == sorted(set(entries))


def test_every_lexicon_is_read_somewhere() -> None:
    code = "\n".join(p.read_text("utf-8") for p in MODULES)
    unread = [p.stem for p in (SRC / "language").rglob("*.txt") if f'"{p.stem}"' not in code]
    assert unread == []


def test_a_lexicon_that_is_asked_by_role_says_so() -> None:
    asked = {name for path in MODULES for name in re.findall(r'word_set\("(\w+)"', path.read_text("utf-8"))}
    says = {
        path.stem for path in (SRC / "language").rglob("*.txt") if ": role, " in path.read_text("utf-8").split("\n")[0]
    }
    assert says == asked


LANGUAGES = [
    (lambda folder: None, [], "all that English has"),
    (lambda folder: (folder / "deaths.txt").unlink(), ["deaths.txt"], "a file is missing"),
    (lambda folder: (folder / "deaths.txt").write_text("# Nothing."), [], "nobody asks it by role: it may say nothing"),
    (lambda folder: (folder / "words_of_plans.txt").write_text("drops\n"), ["words_of_plans.txt: moves",
     "words_of_plans.txt: plan"], "two roles are missing"),
    (lambda folder: (folder / "words_of_plans.txt").write_text("drops\nmoves\nplan\n"), [], "roles without a word"),
    (lambda folder: (folder / "more.txt").write_text("x"), [], "what English has not is no fault"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "missing", "why"), LANGUAGES, ids=[row[-1] for row in LANGUAGES])
def test_a_folder_of_another_language_is_told_what_it_lacks(tmp_path, monkeypatch, change, missing, why) -> None:
    folder = tmp_path / "xx"
    shutil.copytree(SRC / "language" / "en", folder)
    change(folder)
    monkeypatch.setattr(language, "LANGUAGE", "xx")
    monkeypatch.setattr(language, "_folder", lambda name: folder if name == "xx" else SRC / "language" / name)
    assert language.lacking(folder) == missing
    whole = language._refuse_half_a_language.__wrapped__
    with pytest.raises(FileNotFoundError, match=re.escape(f"lacks {', '.join(missing)}")) if missing else nullcontext():
        whole()


ROLES = sorted((SRC / "language" / "en").glob("words_of_*.txt"))


@pytest.mark.parametrize("path", ROLES, ids=lambda p: p.name)
def test_the_roles_of_words_are_told_and_asked_for(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    told = {line[2:].partition(": ")[0] for line in lines[1:] if line.startswith("#")}
    held = {line.partition("\t")[0] for line in lines if not line.startswith("#")}
    asked = {role for p in MODULES for role in re.findall(rf'word_set\("{path.stem}", "(\w+)"\)', p.read_text("utf-8"))}
    assert told == held == asked


WORDS_APART = ("reading", "comparing")
"""Rooms whose lists of English words lie in `language/en/`, but for those of four words and fewer."""
NO_ENGLISH = {"almanac", "dates", "durations", "grammar", "periods", "relative", "sets", "unread"}
NO_ENGLISH |= {"alignment", "number", "parse", "participants", "parts", "relevance"}
"""Modules whose lists name kinds of words, rules, labels, units or their own parts."""


def _english(path: Path) -> list[str]:
    """The sets, lists and tuples of a module that hold five English words and more."""
    found = []
    tree = ast.parse(path.read_text("utf-8"))
    kinds = {id(n.slice) for n in ast.walk(tree) if isinstance(n, ast.Subscript) and ast.unparse(n.value) == "Literal"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Set | ast.List | ast.Tuple) and id(node) not in kinds:
            texts = [one.value for one in node.elts if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            words = [text for text in texts if re.fullmatch(r"[a-z’']{2,}( [a-z]+)*", text)]
            if len(words) >= 5 and len(words) > len(node.elts) / 2 and not any({*words} <= kinds for kinds in CLOSED):
                found.append(f"{path.relative_to(SRC)}:{node.lineno}: {' '.join(words)}")
    return found


CLOSED = [{value for held in vars(vocabulary).values() for value in get_args(held)}]
CLOSED += [
    {row[0] for name in ("rule_examples", "rules_without_text") for row in lexicon(name)} | {"clause", "sentence"}
]
CLOSED += [{row[0] for row in lexicon("predicate_classes")}, {kind for row in lexicon("fates") for kind in row[1:]}]
CLOSED += [{row[1] for row in lexicon(name)} for name in ("source_nouns", "contest_cues")]
CLOSED += [{row[0].rstrip(".") for row in lexicon("time_words") if row[1] in ("month", "monthverb", "weekday")}]
CLOSED += [{frame for row in lexicon("attribution_verbs") for frame in row[3].split()}]
"""The closed lists of the records, of rules, and of columns of lexicons: what stands in one is no list of words."""


@pytest.mark.parametrize("room", WORDS_APART)
def test_no_list_of_english_words_stands_in_the_code(room: str) -> None:
    here = [path for path in MODULES if path.relative_to(SRC).parts[0] == room and path.stem not in NO_ENGLISH]
    assert [one for path in here for one in _english(path)] == []


def _bound(tree: ast.Module) -> set[tuple[str, str]]:
    """The names that a module binds as it is run, each with the module it is taken from, "" where it makes it."""
    made = {(node.name, "") for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    taken = [(a.asname or a.name, n.module or "") for n in tree.body if isinstance(n, ast.ImportFrom) for a in n.names]
    return made | set(taken)


@pytest.mark.parametrize("path", sorted(SRC.rglob("__init__.py")), ids=lambda p: str(p.parent.relative_to(SRC)))
def test_no_file_of_a_room_takes_the_place_of_a_name_of_the_room(path: Path) -> None:
    """A file that is imported later is bound in its room under its own name."""
    files = {one.stem for one in path.parent.glob("*.py")} | {one.parent.name for one in path.parent.glob("*/*.py")}
    own = {name: where for name, where in _bound(ast.parse(path.read_text("utf-8"))) if name in files}
    room = path.parent.name  # it may ask for its own files
    assert [n for n, where in own.items() if where.rpartition(".")[2] not in (n, room) and where != "__future__"] == []


def _used(tree: ast.AST) -> set[str]:
    """The names that a module asks for: as names, attributes, what it imports, or written out in a string."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.ImportFrom):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found |= set(re.findall(r"[A-Za-z_]\w+", node.value)) if len(node.value) < 80 else set()
    return found


def _made(tree: ast.Module) -> set[str]:
    """The names that a module makes, but for functions that a decorator takes up."""
    found: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)}
        elif isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.decorator_list:
            found.add(node.name)
    return {name for name in found if not name.startswith("__")}


def test_nothing_is_made_that_nobody_uses() -> None:
    trees = {path: ast.parse(path.read_text("utf-8")) for path in MODULES}
    used = {path: _used(tree) for path, tree in trees.items()}
    anywhere = {name for names in used.values() for name in names} | FOR_OTHERS.keys()
    dead = [
        f"{path.relative_to(SRC)}: {name}"
        for path, tree in trees.items()
        for name in sorted(_made(tree))
        if name not in (used[path] if name.startswith("_") else anywhere)
    ]
    assert dead == []


FOR_OTHERS = {
    "as_it_was": "a reader of exported cells (docs/exports.md)",
    "factories": "spaCy, by the entry points of pyproject.toml",
}
"""What only others than the program use, and who."""


_REASONS = {"because", "date_basis"}
_READS = {
    "startswith",
    "endswith",
    "partition",
    "rpartition",
    "split",
    "rsplit",
    "removeprefix",
    "removesuffix",
    "find",
}
_READS |= {"match", "search", "fullmatch", "findall", "finditer", "count", "index", "lower", "casefold"}


def _is_reason(node: ast.expr) -> bool:
    """Whether an expression is named as a reason is, or is one written out: `row.because`, `str(row.because)`."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "str":
        return bool(node.args) and _is_reason(node.args[0])
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return name in _REASONS


def _prose_read(path: Path) -> list[str]:
    """The lines of a module that take a reason's text apart or compare it with words."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        read = False
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _READS:
            tidies = node.func.attr == "split" and not node.args  # white space made single
            read = not tidies and (_is_reason(node.func.value) or any(map(_is_reason, node.args)))
        elif isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            words = any(isinstance(s, ast.Constant) and isinstance(s.value, str) for s in sides)
            written = any(isinstance(s, ast.Call) and _is_reason(s) for s in sides)
            inside = any(isinstance(op, ast.In | ast.NotIn) for op in node.ops) and _is_reason(node.comparators[0])
            read = (words and any(map(_is_reason, sides))) or written or inside
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            read = "because LIKE" in node.value or "date_basis LIKE" in node.value
        if read:
            found.append(f"{path.relative_to(SRC)}:{node.lineno}")
    return found


def test_no_branch_reads_the_prose_of_a_reason() -> None:
    assert [line for path in MODULES for line in _prose_read(path)] == []


def test_the_tests_lie_in_rooms_named_as_those_of_the_source() -> None:
    files = sorted(TESTS.rglob("test_*.py"))
    rooms = {path.parent.relative_to(TESTS) for path in files}
    assert [
        str(room) for room in rooms if str(room) != "house" and not (str(room) != "." and (SRC / room).is_dir())
    ] == []
    assert [name for name, times in Counter(path.name for path in files).items() if times > 1] == []


def test_the_slow_tests_are_files_that_are_there() -> None:
    lines = (TESTS / "slow.txt").read_text("utf-8").splitlines()[1:]
    assert lines == sorted({path.name for path in TESTS.rglob("test_*.py")} & {*lines})


def test_what_contributing_points_at_is_there() -> None:
    told = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    rooms = "|".join(sorted(path.name for path in SRC.iterdir() if path.is_dir()))
    named = set(re.findall(rf"`(?:src/rashomon/)?((?:{rooms})/[\w/.]*)`", told))
    missing = [name for name in sorted(named) if "NAME" not in name and not (SRC / name).exists()]
    assert len(named) > 20
    assert missing == []


@pytest.mark.parametrize("page", sorted((ROOT / "docs").rglob("*.md")), ids=lambda p: p.stem)
def test_a_file_that_a_page_of_the_docs_names_is_there(page: Path) -> None:
    held = {f"/{path.relative_to(ROOT).as_posix()}" for path in (*MODULES, *ROOT.glob("*/*.py"), *TESTS.rglob("*.py"))}
    named = set(re.findall(r"`([\w/]*/\w+\.py)\b", page.read_text("utf-8")))
    assert [name for name in sorted(named) if not any(one.endswith(f"/{name}") for one in held)] == []


@pytest.mark.parametrize("page", sorted((ROOT / "docs" / "methods").glob("*.md")), ids=lambda p: p.stem)
def test_a_module_that_a_table_of_the_methods_names_is_there(page: Path) -> None:
    held = {name for path in MODULES for name in (path.stem, path.parent.name)}
    lines = page.read_text("utf-8").splitlines()
    told: set[str] = set()
    column = None
    for line in lines:
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if not cells:
            column = None
        elif column is None:
            column = cells.index("module") if "module" in cells else len(cells)
        elif column < len(cells):
            told |= set(re.findall(r"`(\w+)`", cells[column]))
    assert sorted(told - held) == []
