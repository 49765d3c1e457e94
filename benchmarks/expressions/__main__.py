"""Count what expressions cost on texts made of them: `python -m benchmarks.expressions`; 1 where one costs too much.

Each is tried alone on runs of 100 and of 400 characters. What grows faster than n^1.2 there must be asked so that it
does not: on short parts, or where a text begins. So the room that asks it is given longer runs, as a report, a page or
a row, and its steps there are compared. No clock is looked at.
"""

from __future__ import annotations

import importlib
import io
import json
import pkgutil
import random
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.expressions.counted import Counted, OverError
from benchmarks.expressions.runs import runs

POWER = 1.2
_ROOMS = ("reading", "intake", "comparing")
_ALONE, _TOGETHER = 100, 800
_FIRST, _TRIED, _ASKED_AS = 16, 16, 2
_MOST = 30_000
_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")
_SPARE = 60
"""Steps that any look takes, however short the text."""
_compiled = re._compile  # type: ignore[attr-defined]


class Asked:
    """An expression as a module asks it; while it is `watched` its steps are counted."""

    every: dict[tuple[str, int], Asked] = {}  # noqa: RUF012
    watched: Asked | None = None

    def __init__(self, held: re.Pattern[str], room: str) -> None:
        self.held, self.room, self.steps = held, room, 0

    def __getattr__(self, name: str) -> Any:
        """Give what is counted or, of all else, what the expression has."""
        found = getattr(self.held, name)
        if Asked.watched is not self or name not in _METHODS:
            return found

        def counted(*given: Any, **named: Any) -> Any:
            self._count(name, *given)
            return found(*given, **named)

        return counted

    def _count(self, name: str, *given: Any) -> None:
        text, *ends = given[1:2] if name == "sub" else given
        start, end = [*(e for e in ends if name != "split"), *(0, len(text))[len(ends) :]][:2]
        machine = Counted(self.held, 100 * _MOST)
        try:
            if name == "search":
                machine.search(text, start, end)
            elif name in ("match", "fullmatch"):
                machine.match(text, start, min(end, len(text)), whole=name == "fullmatch")
            else:
                for _ in machine.finds(text, start, end):
                    pass
        except OverError:
            pass
        self.steps += machine.steps


def _gathered(pattern: Any, flags: int) -> Any:
    """Compile as `re` does; an expression of ours is one that counts."""
    if isinstance(pattern, Asked):
        return pattern
    held = _compiled(pattern, flags)
    frame = sys._getframe(1)
    while frame.f_back and frame.f_globals.get("__name__") == "re":
        frame = frame.f_back
    room = str(frame.f_globals.get("__name__", ""))
    if not room.startswith("rashomon.") or not isinstance(held.pattern, str):
        return held
    return Asked.every.setdefault((held.pattern, held.flags), Asked(held, room.removeprefix("rashomon.")))


def _steps(held: re.Pattern[str], text: str, most: int) -> int:
    machine = Counted(held, most)
    try:
        for _ in machine.finds(text):
            pass
    except OverError:
        pass
    return machine.steps


def grows_alone(held: re.Pattern[str]) -> list[Callable[[int], str]]:
    """Give the runs, the worst first, on which an expression grows faster than is allowed."""
    made = runs(held)
    chosen = [*made[:_FIRST], *random.Random(held.pattern).sample(made[_FIRST:], min(len(made[_FIRST:]), _TRIED))]
    grown = []
    for n, make in enumerate(chosen):
        few = _steps(held, make(_ALONE), _MOST) + _SPARE
        grown.append((_steps(held, make(4 * _ALONE), 6 * few) / few, n))
    return [chosen[n] for power, n in sorted(grown, reverse=True) if power > 4**POWER]


def _ways(room: str) -> Iterator[tuple[str, Callable[[str], object]]]:
    from rashomon.case import Case
    from rashomon.engines import build
    from rashomon.fetching import Allowed
    from rashomon.intake import Limits
    from rashomon.intake.source import Source
    from rashomon.intake.taking import Taking
    from rashomon.reading import pipeline, read
    from rashomon.reading.read import DEFAULT_MODEL
    from rashomon.records import Report

    said = "The mill at Orsa burned on Sunday, Mayor Lena Holm said."

    def take(name: str, data: str) -> object:
        taking = Taking(Limits(language=None), None, {}, Allowed())
        return list(taking.opened(Source(io.BytesIO(data.encode("utf-8", "replace")), "f", "f", name)))

    def compare(run: str) -> None:
        with tempfile.TemporaryDirectory() as folder, Case(Path(folder) / "a.case") as case:
            build(case, [Report(i, t, outlet=i) for i, t in (("a", f"{said} {run}"), ("b", said))], model=DEFAULT_MODEL)

    if room == "intake":
        fields = ("text", "title", "published", "author")
        yield "page", lambda run: take("a.html", f"<html><title>a</title><body><p>{said}</p>{run}</body></html>")
        yield "row", lambda run: take("a.jsonl", json.dumps(dict.fromkeys(fields, f"a {run} b")))
        yield "text", lambda run: take("a.txt", f"{said}\n\n{run} {said}")
        yield "feed", lambda run: take("a.xml", f"<rss><channel><item><title>{run}</title></item></channel></rss>")
        yield "sitemap", lambda run: take("a.xml", f"<urlset>{run}</urlset>")
    elif room == "comparing":
        yield "case", compare
    else:
        yield "report", lambda run: read(f"{said}\n\n{run}\n\n{said}", pipeline())


def grows_together(asked: Asked, made: list[Callable[[int], str]]) -> Iterator[tuple[str, int, int, str]]:
    """Give the ways in which an expression grows where it is asked: way, steps at n and at 4n, the run."""
    for way, take in _ways(asked.room.partition(".")[0]):
        for make in made[:_ASKED_AS]:
            counted = []
            for length in (_TOGETHER, 4 * _TOGETHER):
                asked.steps, Asked.watched = 0, asked
                take(make(length))
                Asked.watched = None
                counted.append(asked.steps)
            if counted[1] > 4**POWER * counted[0] + 10 * _SPARE:
                yield way, counted[0], counted[1], make(40)


def main() -> int:
    """Print what grows alone and how it is asked; 1 where it grows there, too."""
    re._compile = _gathered  # type: ignore[attr-defined]
    import rashomon

    for module in pkgutil.walk_packages(rashomon.__path__, "rashomon."):
        if module.name.split(".")[1] in _ROOMS:
            importlib.import_module(module.name)
    from rashomon.reading import pipeline, read, sentences

    sentences.LONGEST = 60  # so that these texts, too, are longer than any sentence
    sample = Path(__file__).parents[2] / "examples" / "port-halim" / "reports.jsonl"
    for line in sample.read_text("utf-8").splitlines():  # what is compiled when it is first asked
        read(json.loads(line)["text"], pipeline())
    ours = [asked for asked in Asked.every.values() if asked.room.partition(".")[0] in _ROOMS]
    alone = wrong = 0
    for asked in ours:
        made = grows_alone(asked.held)
        alone += bool(made)
        found = list(grows_together(asked, made)) if made else []
        wrong += bool(found)
        if made:
            print(f"{asked.room}: {asked.held.pattern[:60]!r}{' GROWS' if found else ''}", flush=True)
        for way, few, many, run in found:
            print(f"    as a {way}: {few:,} steps, {many:,} at four times the length: {run!r}")
    print(f"{len(ours)} expressions, {alone} grow alone, {wrong} where they are asked")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
