"""The rules by which rows are made: the names that `because` bears, each with what the code that gives it says it does.

The list is read from the program's own source, so it can be neither short nor old: a rule is whatever is written as the
first word of a `Reason`, and what it does is the first line of what is documented around it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from rashomon.language import lexicon

_ROOMS = ("reading", "comparing", "case")
"""Where rows are made."""
_REASON = "Reason"
_OPEN = "…"
"""Stands in a rule's name for what changes from row to row."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, "…" where a part of it changes; the file that gives it; what that says, in one line.

    `example` is a text that fires a rule of that name (`language/en/rule_examples.txt`); where none can, `without` says
    why (`language/en/rules_without_text.txt`).
    """

    name: str
    home: str
    says: str
    example: str = ""
    without: str = ""


@cache
def rules() -> tuple[Rule, ...]:
    """Give every rule that the source names, by file and name; one that several files give comes once for each.

    >>> [rule.says for rule in rules() if rule.name == "surname-of" and "identity" in rule.home]
    ["Join persons' single names to their bearers; give those left apart, with the bearers that each may mean."]
    """
    here = files("rashomon")
    sources = [one for room in _ROOMS for one in _sources(here.joinpath(room), f"{room}/")]
    modules = [(home, _read(ast.parse(source))) for home, source in sources]
    makers = _makers([module for _, module in modules])
    examples = {row[0]: row[1] for row in lexicon("rule_examples")}
    without = {row[0]: row[1] for row in lexicon("rules_without_text")}
    found: dict[tuple[str, str], Rule] = {}
    for home, module in modules:
        for name, says in _named(module, makers):
            found.setdefault((home, name), Rule(name, home, says, examples.get(name, ""), without.get(name, "")))
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


@dataclass(frozen=True, slots=True)
class _Call:
    """A function called by its name, with what the nearest documented thing around it says, inside these functions."""

    called: str
    given: tuple[ast.expr, ...]
    says: str
    inside: tuple[ast.FunctionDef, ...]


@dataclass(frozen=True, slots=True)
class _Module:
    """The calls of a module, in its order, and what the names in it stand for, wherever in it that is told."""

    calls: list[_Call]
    known: dict[str, list[ast.expr]]


def _read(tree: ast.Module) -> _Module:
    read = _Module([], {})
    waiting: list[tuple[ast.AST, str, tuple[ast.FunctionDef, ...]]] = [(tree, "", ())]
    while waiting:
        node, says, inside = waiting.pop()
        says = _opening(node) or says
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            read.calls.append(_Call(node.func.id, tuple(node.args), says, inside))
        elif isinstance(node, ast.Assign):
            for name, value in _assigned(node):
                read.known.setdefault(name, []).append(value)
        elif isinstance(node, ast.FunctionDef):
            inside = (*inside, node)
        waiting += [(child, says, inside) for child in reversed([*ast.iter_child_nodes(node)])]
    return read


def _makers(modules: Iterable[_Module]) -> Mapping[str, frozenset[int]]:
    """Who makes a reason of a rule that is handed in: by the function's name, which of its arguments rules are."""
    handing = [one for module in modules for call in module.calls for one in _handing(call)]
    makers = {_REASON: frozenset({0})}
    grown = True
    while grown:  # who hands a rule on to one of them is one too
        grown = False
        for maker, given, called, at in handing:
            if at in makers.get(called, ()) and given not in makers.get(maker, ()):
                makers[maker], grown = makers.get(maker, frozenset()) | {given}, True
    return makers


def _handing(call: _Call) -> Iterator[tuple[str, int, str, int]]:
    """A function, the place of one of its arguments, whom it calls with that, and at which place; no methods."""
    for made in call.inside:
        places = {argument.arg: at for at, argument in enumerate(made.args.args)}
        for at, given in enumerate(call.given):
            if isinstance(given, ast.Name) and given.id in places and "self" not in places:
                yield made.name, places[given.id], call.called, at


def _assigned(node: ast.Assign) -> Iterator[tuple[str, ast.expr]]:
    for target in node.targets:
        pairs: list[tuple[ast.expr, ast.expr]] = [(target, node.value)]
        if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
            pairs = [*zip(target.elts, node.value.elts, strict=False)]
        yield from ((name.id, value) for name, value in pairs if isinstance(name, ast.Name))


def _named(module: _Module, makers: Mapping[str, frozenset[int]]) -> Iterator[tuple[str, str]]:
    """The names of rules that a module hands to makers of reasons, each with what is documented around that."""
    for call in module.calls:
        for at in sorted(makers.get(call.called, ())):
            given = call.given[at] if at < len(call.given) else None
            values = module.known.get(given.id, []) if isinstance(given, ast.Name) else [given] if given else []
            yield from ((name, call.says) for value in values for name in _names(value) if name.strip(_OPEN))


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
