"""Names to entities: time at 1,000, 10,000 and 100,000 names, and how many are put right.

    python benchmarks/identity_scale.py [NAMES ...]

People of two or three name units are made up from `language/world/name_units.txt`; each is named in three reports,
every time in another of the spellings that the table has, and reports name twenty people. So the truth is known.
"""

import random
import sys
import time
from collections import Counter, defaultdict

from rashomon.comparing.identity import identity
from rashomon.language import lexicon
from rashomon.records import Chain, Mention, Publication, Reading

_A_REPORT, _SPELLINGS = 20, 3


def made_up_readings(names: int, seed: int = 7) -> tuple[dict[str, Reading], dict[tuple[str, str], int]]:
    """Give readings that hold `names` names, and whose each mention is."""
    chance = random.Random(seed)
    units = [spellings for _, *spellings in lexicon("name_units") if len(spellings) > 2]
    written: list[tuple[str, int]] = []
    for number in range(-(-names // _SPELLINGS)):
        chosen = chance.sample(units, chance.choice((2, 2, 3)))
        written += [(" ".join(chance.choice(u).title() for u in chosen), number) for _ in range(_SPELLINGS)]
    written = written[:names]
    chance.shuffle(written)
    readings: dict[str, Reading] = {}
    truth: dict[tuple[str, str], int] = {}
    for at in range(0, len(written), _A_REPORT):
        report = f"r{at // _A_REPORT:06}"
        rows = written[at : at + _A_REPORT]
        mentions = tuple(Mention(f"m{n}", n, n + 1, "person", "name", f"c{n}") for n in range(len(rows)))
        chains = tuple(Chain(f"c{n}", name, "person", (name,)) for n, (name, _) in enumerate(rows))
        nowhen = Publication(None, "unknown")
        readings[report] = Reading(report, nowhen, "en", None, None, None, mentions=mentions, chains=chains)
        truth |= {(report, f"m{n}"): person for n, (_, person) in enumerate(rows)}
    return readings, truth


def b_cubed(entities: list[list[tuple[str, str]]], truth: dict[tuple[str, str], int]) -> tuple[float, float]:
    """Give B-cubed precision and recall."""
    sizes = Counter(truth.values())
    right = recalled = 0.0
    for members in entities:
        held: dict[int, int] = defaultdict(int)
        for member in members:
            held[truth[member]] += 1
        right += sum(n * n / len(members) for n in held.values())
        recalled += sum(n * n / sizes[person] for person, n in held.items())
    return right / len(truth), recalled / len(truth)


if __name__ == "__main__":
    print("names    seconds  names/s  entities  B3 precision  B3 recall")
    for size in [int(a) for a in sys.argv[1:]] or [1_000, 10_000, 100_000]:
        readings, truth = made_up_readings(size)
        start = time.process_time()
        entities = identity(readings)
        took = time.process_time() - start
        precision, recall = b_cubed([list(e.mentions) for e in entities], truth)
        print(f"{size:<8} {took:7.1f}  {size / took:7.0f}  {len(entities):8}  {precision:12.3f}  {recall:9.3f}")
