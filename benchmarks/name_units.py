"""Cuts `language/world/name_units.txt` from a table of Latin spellings of Arabic-script name units (Wikidata, CC0).

    python benchmarks/name_units.py TABLE.tsv.gz > src/rashomon/language/world/name_units.txt

The table has a Latin token, an Arabic form and how many people are spelt so, one pair a line. A pair is kept where the
form is at least a seventh of the token's people, and the pair either joins two spellings or is seen three times.
"""

import gzip
import sys
from collections import defaultdict
from pathlib import Path

_SHARE, _SEEN = 1 / 7, 3


def name_units(table: Path) -> list[str]:
    """Give the lexicon's lines: an Arabic form, then the Latin spellings of it."""
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    with gzip.open(table, "rt", encoding="utf-8") as rows:
        for row in rows:
            latin, form, people = row.rstrip("\n").split("\t")
            form = " ".join(form.split())
            if latin.isascii() and latin.isalpha() and len(latin) > 1 and form:
                counts[latin][form] = counts[latin].get(form, 0) + int(people)
    spellings: dict[str, dict[str, int]] = defaultdict(dict)
    for latin, forms in counts.items():
        total = sum(forms.values())
        for form, count in forms.items():
            if count >= total * _SHARE:
                spellings[form][latin] = count
    return sorted(
        form + "\t" + "\t".join(sorted(latins))
        for form, latins in spellings.items()
        if len(latins) > 1 or max(latins.values()) >= _SEEN
    )


if __name__ == "__main__":
    print("# Units of Arabic and Persian names: the Arabic form, then its Latin spellings (Wikidata, CC0).")
    print("\n".join(name_units(Path(sys.argv[1]))))
