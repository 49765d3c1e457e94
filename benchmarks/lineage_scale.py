"""How the candidate stage of lineage grows with the reports, beside MinHash indexes that are installed.

`python -m benchmarks.lineage_scale [REPORTS ...]` (default 1000 5000 20000). The reports are made from a seeded
vocabulary with a long tail, as words are in news: 345 words each on average, a fifth of them reprints with edits, all
in a site's frame. Each method runs in a process of its own; printed are wall and CPU seconds, reports a CPU second
(on a machine at rest, a wall second) and the memory it took.
"""

from __future__ import annotations

import multiprocessing
import random
import resource
import sys
import time
from collections.abc import Callable, Sequence

_WORDS = 345
_DEFAULT = (1_000, 5_000, 20_000)


def made_reports(count: int, seed: int = 7) -> list[str]:
    """Give `count` made reports, the same ones for the same arguments."""
    rng = random.Random(seed)
    vocabulary = [f"{a}{b}{c}" for a in _ONSETS for b in _ONSETS for c in _ENDS]
    rng.shuffle(vocabulary)
    weights = [1 / (rank + 3) for rank in range(len(vocabulary))]
    pool = rng.choices(vocabulary, weights, k=2_000_000)
    frames = [" ".join(rng.choices(vocabulary, k=30)) for _ in range(40)]
    texts: list[list[str]] = []
    for n in range(count):
        if n > 10 and n % 5 == 0:
            words = list(texts[rng.randrange(max(0, n - 200), n)])
            for _ in range(len(words) // 12):
                words[rng.randrange(len(words))] = rng.choice(pool)
        else:
            at = rng.randrange(len(pool) - 2 * _WORDS)
            words = pool[at : at + rng.randrange(_WORDS // 2, _WORDS * 3 // 2)]
            rng.shuffle(words)
        texts.append(words)
    return [f"{frames[n % len(frames)]}. {' '.join(words)}. {frames[n % len(frames)]}" for n, words in enumerate(texts)]


_ONSETS = ("ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "wu", "za", "che", "sta")
_ENDS = ("", "n", "r", "s", "t", "ment", "ing", "ed", "al", "or", "ic", "ra", "lo", "mi", "sen", "dor", "vik", "lam")


def _rashomon(texts: Sequence[str]) -> int:
    from rashomon.comparing.lineage.near_duplicates import candidates

    return len(candidates(texts).pairs)


def _grams(text: str) -> list[str]:
    words = text.split()
    return [" ".join(words[i : i + 3]) for i in range(len(words) - 2)]


def _datasketch(texts: Sequence[str]) -> int:
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-not-found,unused-ignore]

    index = MinHashLSH(num_perm=128, params=(32, 4))
    found = 0
    for n, text in enumerate(texts):
        sketch = MinHash(num_perm=128)
        sketch.update_batch([gram.encode() for gram in _grams(text)])
        found += len(index.query(sketch))
        index.insert(n, sketch)
    return found


def _rensa(texts: Sequence[str]) -> int:
    from rensa import RMinHash, RMinHashLSH  # type: ignore[import-not-found,unused-ignore]

    index = RMinHashLSH(threshold=0.42, num_perm=128, num_bands=32)
    found = 0
    for n, text in enumerate(texts):
        sketch = RMinHash(num_perm=128, seed=42)
        sketch.update(_grams(text))
        found += len(index.query(sketch))
        index.insert(n, sketch)
    return found


METHODS: dict[str, Callable[[Sequence[str]], int]] = {
    "rashomon": _rashomon,
    "datasketch": _datasketch,
    "rensa": _rensa,
}


def _measure(method: str, count: int, answers: multiprocessing.Queue[tuple[float, float, int, int] | str]) -> None:
    texts = made_reports(count)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        METHODS[method](texts[:50])  # imports and tables
        start, began = time.perf_counter(), time.process_time()
        pairs = METHODS[method](texts)
        seconds, worked = time.perf_counter() - start, time.process_time() - began
    except ImportError:
        answers.put("not installed")
        return
    answers.put((seconds, worked, pairs, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before))


def lineage_scale(counts: Sequence[int] = _DEFAULT) -> None:
    """Print a line for every method and number of reports."""
    context = multiprocessing.get_context("spawn")
    print(f"{'method':12}{'reports':>9}{'wall s':>9}{'CPU s':>9}{'per CPU s':>11}{'pairs':>9}{'MB more':>9}")
    for count in counts:
        for method in METHODS:
            answers = context.Queue()
            worker = context.Process(target=_measure, args=(method, count, answers))
            worker.start()
            answer = answers.get()
            worker.join()
            if isinstance(answer, str):
                print(f"{method:12}{count:>9}  {answer}")
                continue
            seconds, worked, pairs, memory = answer
            figures = f"{seconds:>9.2f}{worked:>9.2f}{count / worked:>11.0f}{pairs:>9}{memory / 1024:>9.0f}"
            print(f"{method:12}{count:>9}{figures}")


if __name__ == "__main__":
    lineage_scale([int(a) for a in sys.argv[1:]] or _DEFAULT)
