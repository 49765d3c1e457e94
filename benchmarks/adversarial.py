"""Texts made to take for ever: `python -m benchmarks.adversarial [CHARACTERS]` prints what reading and comparing take.

For each phrase, over and over: seconds of the processor at a quarter of CHARACTERS (90,000 unless told) and at all of
them, and the power of the length that the work grows with. 1 where one takes over ten seconds or grows beyond n^1.2.
Other programs on the same cores make the seconds longer, not fewer: what fails should be run again alone.
"""

from __future__ import annotations

import math
import sys
import tempfile
import time
from pathlib import Path

PHRASES = (
    *("A", "2021 ", "3 May 2021, ", "according to ", "“a ", '"a" "a" ', "he said that ", "(he said [that ", "he he "),
    *("Mr. ", "on Monday ", "He said.\n\n", "killed and wounded ", "told Reuters ", "John Smith, ", "Paris, "),
    *("12 people were killed. ", "He was shot in Orsa. ", "The mill burned on Sunday, Mayor Lena Holm said. "),
)
_SECONDS = 10.0
_POWER = 1.2


def main() -> int:
    """Print a line a phrase; 1 where one is too slow."""
    from rashomon.case import Case
    from rashomon.engines import build, compare_again
    from rashomon.reading import pipeline, read
    from rashomon.reading.read import DEFAULT_MODEL
    from rashomon.records import Report

    length = int(sys.argv[1]) if len(sys.argv) > 1 else 90_000
    read("The mill at Orsa burned on Sunday, Mayor Lena Holm said. " * 20, pipeline())  # nothing is loaded later
    slow = 0
    for phrase in PHRASES:
        spent = []
        for n in (length // 4, length):
            text = (phrase * (n // len(phrase) + 1))[:n]
            with tempfile.TemporaryDirectory() as folder, Case(Path(folder) / "a.case") as case:
                began = time.process_time()
                said = "The mill at Orsa burned on Sunday, Mayor Lena Holm said."
                reports = [Report(i, t, outlet=i, published="2031-05-05") for i, t in (("a", text), ("b", said))]
                build(case, reports, model=DEFAULT_MODEL)
                middle = time.process_time()
                compare_again(case, afresh=True)
                spent.append((middle - began, time.process_time() - middle, len(case.readings)))
        (few, few_compared, _), (many, compared, kept) = spent
        power = math.log(many / few, 4)
        bad = many > _SECONDS or power > _POWER
        slow += bad
        note = "" if kept == 2 else "  (broken off and told)"
        told = f"{few:6.1f} {many:6.1f} s, n^{power:.2f}; of them comparing {few_compared:5.1f} {compared:5.1f}"
        print(f"{phrase!r:52} {told}{note}{'  SLOW' if bad else ''}", flush=True)
    print(f"{len(PHRASES)} texts, {slow} too slow")
    return int(bool(slow))


if __name__ == "__main__":
    sys.exit(main())
