"""What rashomon stands on: `python -m benchmarks.supply hashes | licences`, to standard output.

`hashes` gives the pinned set with the SHA-256 of each archive that pip would take here, for
`pip install --require-hashes --no-deps -r FILE`; it asks the package index that pip is set to and writes no address.
`licences` gives a table of what is installed, from its own metadata. A bill of materials (CycloneDX) is made by
cyclonedx-py from the same file: `cyclonedx-py requirements FILE -o sbom.json`.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

_CONSTRAINTS = Path(__file__).parents[1] / "constraints.txt"
_OWN = "rashomon"
_LONG = 60


def hashes() -> list[str]:
    """Give a line of name, version and digest for every package that an installation of rashomon brings."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed", "--report", "-"]
    told = subprocess.run(
        [*command, "-c", _CONSTRAINTS, _CONSTRAINTS.parent], check=True, capture_output=True, text=True
    )
    return hashed(json.loads(told.stdout)["install"])


def hashed(packages: list[dict[str, dict[str, object]]]) -> list[str]:
    """Give the lines of pip's report on `packages`, less rashomon's own."""
    lines = []
    for package in packages:
        name, version = package["metadata"]["name"], package["metadata"]["version"]
        archive = package["download_info"].get("archive_info")
        digest = archive.get("hashes", {}).get("sha256") if isinstance(archive, dict) else None
        if digest and name != _OWN:
            lines.append(f"{name}=={version} --hash=sha256:{digest}")
        elif name != _OWN:
            raise SystemExit(f"{name} {version} has no digest")
    return sorted(lines, key=str.lower)


def licences() -> list[str]:
    """Give a Markdown table of name, version and licence of all that rashomon needs to run."""
    rows = ["| package | version | licence |", "|---|---|---|"]
    found = _needed(_OWN, {})
    found.pop(_OWN, None)
    return rows + [f"| {n} | {found[n].version} | {licence(found[n])} |" for n in sorted(found)]


def licence(package: Distribution) -> str:
    """Give what a package's metadata says of its licence: the expression, the classifiers or the first words."""
    told = package.metadata
    expression = told.get_all("License-Expression")
    if expression:
        return str(expression[0])
    classified = [c.rpartition(" :: ")[2] for c in told.get_all("Classifier") or () if c.startswith("License ::")]
    plain = " ".join(str((told.get_all("License") or [""])[0]).split())
    return ", ".join(classified) or plain[:_LONG] or "not told"


def _needed(name: str, found: dict[str, Distribution]) -> dict[str, Distribution]:
    key = re.sub(r"[-_.]+", "-", name).lower()
    if key in found:
        return found
    try:
        found[key] = distribution(name)
    except ModuleNotFoundError:
        return found
    for needed in map(Requirement, found[key].requires or ()):
        if needed.marker is None or needed.marker.evaluate({"extra": ""}):
            _needed(needed.name, found)
    return found


if __name__ == "__main__":
    if sys.argv[1:] not in (["hashes"], ["licences"]):
        raise SystemExit(__doc__)
    print("\n".join(hashes() if sys.argv[1] == "hashes" else licences()))
