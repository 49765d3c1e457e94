"""Run the suites, print each figure beside the bar and the best peer, and hold the floors where asked.

python -m benchmarks [SUITE ...] [--check] [--shared FOLDER] [--json OUT.json]
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
import tomllib
from pathlib import Path

from benchmarks.floors import floors, measured_on
from benchmarks.suites import SUITES

_PEERS = tomllib.loads((Path(__file__).parent / "peers.toml").read_text("utf-8"))


def main() -> int:
    """Print the table; 1 where a floor is broken and --check was given, 0 else."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("suites", nargs="*", metavar="SUITE", help=f"of {', '.join(SUITES)}; all unless told")
    parser.add_argument("--check", action="store_true", help="fail where a figure is below its floor")
    parser.add_argument("--hash", action="store_true", help="print what each suite is measured on, for floors.toml")
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("RASHOMON_SHARED", "../shared")))
    parser.add_argument("--json", type=Path, help="write the figures here")
    args = parser.parse_args()
    if not args.shared.is_dir():
        print("the development sets are not here: nothing is measured")
        return 0
    broken: list[str] = []
    measured = {}
    for name in args.suites or SUITES:
        if args.hash:
            print(f'[{name}]\nmeasured = "{measured_on(args.shared, name)}"')
            continue
        began = time.perf_counter()
        figures = measured[name] = SUITES[name](args.shared)
        print(f"\n{name}  ({SUITES[name].__doc__}  {time.perf_counter() - began:.0f} s)")
        for figure, value in figures.items():
            peer = _PEERS.get(name, {}).get(figure, {})
            print(f"  {figure:30s} {value:8.3f}   bar {peer.get('bar', '–'):>6}   {peer.get('peer', '')}")
        broken += floors(args.shared, name, figures) if args.check else []
    if args.json:
        args.json.write_text(json.dumps(measured, indent=1), "utf-8")
    print("\n" + "\n".join(broken) if broken else "\nevery floor stands" if args.check else "")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
