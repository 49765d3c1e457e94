"""The rules by which rows are made: the names that `because` bears, each with what the code that gives it says it does.

The list is read from the program's own source, so it can be neither short nor old: a rule is whatever is written as the
first word of a `Reason`, and what it does is the first line of what is documented around it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from rashomon.language import lexicon

_ROOMS = ("reading", "comparing", "case")
"""Where rows are made."""
_REASON = "Reason"
LINE, BETWEEN = " ¶ ", " ‖ "
"""What stands in an example for the end of a line, and between two reports."""
_OPEN = "…"
"""Stands in a rule's name for what changes from row to row."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, "…" where a part of it changes; the file that gives it; what that says, in one line.

    `example` is a text that fires a rule of that name, "" where none is known (`language/en/rule_examples.txt`).
    """

    name: str
    home: str
    says: str
    example: str = ""


def rules() -> tuple[Rule, ...]:
    """Give every rule that the source names, by file and name; one that several files give comes once for each.

    >>> [rule.says for rule in rules() if rule.name == "surname-of" and "identity" in rule.home]
    ["Join persons' single names to their bearers; give those left apart, with the bearers that each may mean."]
    """
    here = files("rashomon")
    trees = [(home, ast.parse(source)) for room in _ROOMS for home, source in _sources(here.joinpath(room), f"{room}/")]
    makers = _makers([tree for _, tree in trees])
    examples = {row[0]: row[1] for row in lexicon("rule_examples")}
    found: dict[tuple[str, str], Rule] = {}
    for home, tree in trees:
        known = _assigned(tree)
        for name, says in _named(tree, _opening(tree), makers, known):
            found.setdefault((home, name), Rule(name, home, says, examples.get(name, "")))
    for name, reader, pattern in (row[:3] for row in lexicon("time_rules")):
        if not name.startswith("@"):
            home, says = "language/en/time_rules.txt", f"{reader}: {pattern}"
            found[home, name] = Rule(name, home, says, examples.get(name, ""))
    return tuple(found[key] for key in sorted(found))


def _sources(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    for one in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if one.is_dir():
            yield from _sources(one, f"{path}{one.name}/")
        elif one.name.endswith(".py"):
            yield f"{path}{one.name}", one.read_text("utf-8")


def _makers(trees: Iterable[ast.Module]) -> Mapping[str, frozenset[int]]:
    """Who makes a reason of a rule that is handed in: by the function's name, which of its arguments rules are."""
    functions = [made for tree in trees for made in ast.walk(tree) if isinstance(made, ast.FunctionDef)]
    makers = {_REASON: frozenset({0})}
    grown = True
    while grown:  # who hands a rule on to one of them is one too
        grown = False
        for made in functions:
            given = {argument.arg: at for at, argument in enumerate(made.args.args)}
            if "self" in given:
                continue
            handed = {one.id for node in ast.walk(made) for one in _handed(node, makers) if isinstance(one, ast.Name)}
            rules = makers.get(made.name, frozenset()) | {given[name] for name in handed & given.keys()}
            if rules and rules != makers.get(made.name):
                makers[made.name], grown = rules, True
    return makers


def _handed(node: ast.AST, makers: Mapping[str, frozenset[int]]) -> Iterator[ast.expr]:
    """What a call hands to one of the makers as a rule."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        rules = makers.get(node.func.id, frozenset())
        yield from (given for at, given in enumerate(node.args) if at in rules)


def _assigned(tree: ast.Module) -> Mapping[str, list[ast.expr]]:
    """What the names of a module stand for, wherever in it that is told."""
    found: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Assign):
            continue
        for target in node.targets:
            pairs: list[tuple[ast.expr, ast.expr]] = [(target, node.value)]
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = [*zip(target.elts, node.value.elts, strict=False)]
            for name, value in pairs:
                if isinstance(name, ast.Name):
                    found.setdefault(name.id, []).append(value)
    return found


def _named(
    node: ast.AST, says: str, makers: Mapping[str, frozenset[int]], known: Mapping[str, list[ast.expr]]
) -> Iterator[tuple[str, str]]:
    """The names of rules inside a node, each with what the nearest documented thing around it says."""
    for given in _handed(node, makers):
        values = known.get(given.id, []) if isinstance(given, ast.Name) else [given]
        yield from ((name, says) for value in values for name in _names(value) if name.strip(_OPEN))
    for child in ast.iter_child_nodes(node):
        yield from _named(child, _opening(child) or says, makers, known)


def _names(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else _OPEN for part in node.values)
        yield "".join(map(str, parts))
    elif isinstance(node, ast.IfExp):
        yield from (*_names(node.body), *_names(node.orelse))
    elif isinstance(node, ast.BoolOp):
        for one in node.values:
            yield from _names(one)


def _opening(node: ast.AST) -> str:
    """The first line of what is documented of a module, class or function, "" where nothing is."""
    if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
        return (ast.get_docstring(node) or "").partition("\n")[0]
    return ""
