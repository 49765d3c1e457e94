"""A text for every rule, the shortest of the tests' own that fires it: `python -m benchmarks.rule_examples [--write]`.

Read are the texts that stand in the tests; where several stand side by side, they are the reports of one case too. What
none of them fires is told, and keeps the example that it has. `--write` writes the table.
"""

from __future__ import annotations

import argparse
import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from itertools import chain
from pathlib import Path
from typing import Any

from rashomon.comparing import compare
from rashomon.reading import read
from rashomon.records import Reason, Report
from rashomon.rules import rules

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "src" / "rashomon" / "language" / "en" / "rule_examples.txt"
LINE, BETWEEN = " ¶ ", " ‖ "
"""What stands in an example for the end of a line, and between two reports."""
DAY = date(2031, 5, 8)
_HEAD = (
    "# A text that fires a rule, found in the tests by benchmarks.rule_examples: rule, text "
    f'("{LINE.strip()}" parts lines, "{BETWEEN.strip()}" reports; the first is of {DAY}, each other of a day later; in '
    "{ } stand other fields of a report: {published=} is of no known day)."
)
_FIELDS = re.compile(r"\{([^{}]*)\} ")
"""Fields of a report, parted by "; ", before its text."""
_LONGEST, _SHORTEST = 420, 12
_REPORTS = range(2, 5)
_MARKED = re.compile(r"\[([^|\[\]]*)\|[^|\[\]]*\]")
"""A span that a table marks with its value: "[next week|2031-W20]"."""


def _is_text(text: str) -> bool:
    plain = text.replace("\n", "")
    return (
        _SHORTEST <= len(text) <= _LONGEST
        and plain.isprintable()
        and len(re.findall(r"[A-Za-z]{2,}", text)) > 2
        and not re.search(r"[{}<>¶‖\\|\[\]]|\w\(|\"\)|https?://|^\s|\s$|  ", text)
        and text[0].upper() == text[0]
        and text.isascii() | bool(re.fullmatch(r"[\x00-\x7f‘’“”–—…é]*", text))
    )


def texts() -> Iterator[tuple[str, ...]]:
    """Give the texts of the tests, alone and as they stand side by side, the shortest first."""
    found: set[tuple[str, ...]] = set()
    for path in sorted((ROOT / "tests").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                text = _MARKED.sub(r"\1", node.value)
                found |= {(text,)} if _is_text(text) else set()
            beside = node.args if isinstance(node, ast.Call) else getattr(node, "elts", [])
            held = [n.value for n in beside if isinstance(n, ast.Constant) and isinstance(n.value, str)]
            several = tuple(text for text in held if _is_text(text) and text.rstrip()[-1] in '.”"!?')
            if len(several) in _REPORTS:
                found.add(several)
    yield from sorted(found, key=lambda told: (len(told), sum(map(len, told)), told))


def reasons(value: Any) -> Iterator[Reason]:
    """Give every reason inside records, with all its steps as one."""
    if isinstance(value, Reason):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from reasons(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from reasons(getattr(value, field.name))


def rules_in(value: Any) -> set[str]:
    """Give the rules that the steps of all reasons inside records name."""
    return {step.rule for reason in reasons(value) for step in reason.steps}


def reports_of(text: str) -> list[Report]:
    """Give the reports of a text that is written as in the table."""
    made = []
    for n, told in enumerate(text.split(BETWEEN), 1):
        head = _FIELDS.match(told)
        given = dict(field.split("=", 1) for field in head[1].split("; ")) if head else {}
        fields: dict[str, Any] = {"outlet": f"The Paper {n}", "published": str(DAY + timedelta(days=n))}
        fields |= {name: value or None for name, value in given.items()}
        made.append(Report(f"r{n}", told[head.end() if head else 0 :].replace(LINE, "\n"), **fields))
    return made


def fired(text: str) -> set[str]:
    """Give the rules that the reports of `text` fire in their readings and findings."""
    reports = reports_of(text)
    readings = tuple(read(reports))
    return rules_in((readings, compare(reports, readings)))


def named(rules_fired: Iterable[str], names: Iterable[str]) -> set[str]:
    """Give those of `names`, in which "…" stands for what changes, that are the name of one of the rules."""
    patterns = {name: re.compile(".+".join(map(re.escape, name.split("…")))) for name in names}
    return {name for name, pattern in patterns.items() if any(pattern.fullmatch(one) for one in rules_fired)}


def found(names: Iterable[str]) -> dict[str, str]:
    """Give for each of the names of rules the first of the texts that fires it."""
    told: dict[str, str] = {}
    written = [BETWEEN.join(text.replace("\n", LINE) for text in reports) for reports in texts()]
    alone = [text for text in written if BETWEEN not in text]
    readings = read([replace(reports_of(text)[0], id=str(n)) for n, text in enumerate(alone)])
    read_alone = [(text, rules_in(one)) for text, one in zip(alone, readings, strict=True)]
    compared = ((text, fired(text)) for text in written if BETWEEN in text)
    for text, rules_fired in chain(read_alone, compared):
        for name in named(rules_fired, [name for name in names if name not in told]):
            told[name] = text
    return told


def main() -> None:
    """Tell what has no example, and write the table where that is asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rule_examples", description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"write {TABLE.relative_to(ROOT)}")
    args = parser.parse_args()
    names = sorted({rule.name for rule in rules()})
    told = {rule.name: rule.example for rule in rules() if rule.example} | found(names)
    print(f"{len(told)} of {len(names)} rules have an example; none: {', '.join(n for n in names if n not in told)}")
    if args.write:
        TABLE.write_text("\n".join([_HEAD, *sorted(f"{name}\t{text}" for name, text in told.items())]) + "\n", "utf-8")


if __name__ == "__main__":
    main()
