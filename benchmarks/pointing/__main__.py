"""Write the questions of annotated stories to files, or score answers put beside them.

python -m benchmarks.pointing --questions FOLDER
python -m benchmarks.pointing --answers [FOLDER] [--numbers FOLDER] [--spoil] [--misses FOLDER]
python -m benchmarks.pointing --perfect

A question is one text, STORY.question.txt; beside it STORY.numbers.json tells what its numbers stand for (reports and
characters, no text), and STORY.claims.txt, what is asked in the end about the claims of the recorded answer, whose
`one` is added to that. An answer is STORY.json (a second reader's is STORY.2.json). `--spoil` scores each answer also
with 10 and 30 in a hundred of its numbers replaced at random. `--perfect` answers by the gold: the bound.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from benchmarks.pointing.agreement import agreement
from benchmarks.pointing.perfect import perfect
from benchmarks.pointing.replay import ANSWERS, NUMBERS, SHOWN, answered, page_of
from benchmarks.pointing.spoil import spoiled
from benchmarks.pointing.stories import AnnotatedStory, Figures, annotated, mean
from rashomon.comparing import claims_of
from rashomon.pointing.answer import PARTS, answer, resolved
from rashomon.pointing.ask import VERSION, asked, shown, shown_claims
from rashomon.pointing.page import filled
from rashomon.records import Pointed

_SEEDS = (1, 2, 3)


def main() -> int:
    """Write or score; 0 unless nothing is there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pointing", description=__doc__)
    parser.add_argument("--questions", type=Path, metavar="FOLDER")
    parser.add_argument("--answers", type=Path, metavar="FOLDER", nargs="?", const=ANSWERS, help="the recorded ones")
    parser.add_argument("--numbers", type=Path, metavar="FOLDER", help="of STORY.numbers.json; that of the answers")
    parser.add_argument("--perfect", action="store_true")
    parser.add_argument("--spoil", action="store_true")
    parser.add_argument("--misses", type=Path, metavar="FOLDER")
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("RASHOMON_SHARED", "../shared")))
    args = parser.parse_args()
    stories = annotated(args.shared)
    if not stories:
        print("no annotated stories are here: nothing is asked")
        return 0
    if args.questions:
        _write(stories, args.questions)
        _write_claims(stories, args.questions)
    if args.perfect:
        table = {s.name: s.score(s.found(_perfect(s)), args.shared) for s in stories}
        _print("perfect", table)
    if args.answers:
        _score(stories, args)
    return 0


def _write(stories: list[AnnotatedStory], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for s in stories:
        words = f"{shown(s.page)}\n{asked(part for part in PARTS if part != 'one')}"
        (folder / f"{s.name}.question.txt").write_text(words, "utf-8")
        numbers = {k: v for k, v in asdict(s.page).items() if k in NUMBERS}
        (folder / f"{s.name}.numbers.json").write_text(json.dumps({"version": VERSION, **numbers}), "utf-8")
        print(
            f"{s.name}: {len(words):,} characters, about {len(words) * 10 // 37:,} tokens, "
            f"{len(s.page.clauses)} clauses, {len(s.page.figures)} figures, {len(s.page.voices)} voices"
        )


def _write_claims(stories: list[AnnotatedStory], folder: Path) -> None:
    """Write what is asked in the end about the claims of recorded answers, by the numbers that those go by."""
    for s in stories:
        if (ANSWERS / f"{s.name}.json").exists():
            kept = page_of(ANSWERS / f"{s.name}.numbers.json")
            page = filled(s.ground, claims_of(s.ground), kept)
            words = shown_claims(page, answered(ANSWERS / f"{s.name}.json", kept).parts) + asked(("one",))
            (folder / f"{s.name}.claims.txt").write_text(words, "utf-8")
            print(f"{s.name}, its claims: {len(words):,} characters, about {len(words) * 10 // 37:,} tokens")


def _perfect(s: AnnotatedStory) -> Pointed:
    return resolved(answer(json.dumps(perfect(s)), s.page).parts, s.page, "perfect")


def _score(stories: list[AnnotatedStory], args: argparse.Namespace) -> None:
    numbers: Path = args.numbers or args.answers
    if args.misses:
        args.misses.mkdir(parents=True, exist_ok=True)
    tables: dict[str, dict[str, Figures]] = {"rules": {}, "pointed": {}}
    for s in stories:
        path = args.answers / f"{s.name}.json"
        if not path.exists():
            continue
        page = page_of(numbers / f"{s.name}.numbers.json")
        tables["rules"][s.name] = s.score(s.found(), args.shared)
        checked = answered(path, page)
        if checked.faults:
            print(f"{s.name}: {'; '.join(checked.faults)}")
        misses = args.misses / f"{s.name}.txt" if args.misses else None
        tables["pointed"][s.name] = s.score(s.found(resolved(checked.parts, page, "a reader")), args.shared, misses)
        second = args.answers / f"{s.name}.2.json"
        if second.exists():
            other = answered(second, page)
            again = s.score(s.found(resolved(other.parts, page, "a reader")), args.shared)
            tables.setdefault("second reader", {})[s.name] = again
            print(s.name, agreement(checked.parts, other.parts))
        for share in (0.1, 0.3) if args.spoil else ():
            for seed in _SEEDS:
                parts = spoiled(checked.parts, page, share, seed)
                bad = answer(json.dumps(parts), page)
                figures = s.score(s.found(resolved(bad.parts, page, "a spoiled reader")), args.shared)
                tables.setdefault(f"spoiled {share:.0%}", {})[f"{s.name} {seed}"] = figures
    for name, table in tables.items():
        if table:
            _print(name, table)


def _print(name: str, table: dict[str, Figures]) -> None:
    rows = {**table, "mean": mean(list(table.values()))}
    print(f"\n{name}")
    for story, row in rows.items():
        figures = (
            f"{part} {k} {row[part][k]:.3f}"
            for part, keys in SHOWN.items()
            for k in keys
            if row[part].get(k) is not None
        )
        print(f"  {story:14s} " + "  ".join(figures))


if __name__ == "__main__":
    sys.exit(main())
