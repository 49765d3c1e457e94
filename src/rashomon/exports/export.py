"""What a case gives to other programs and people: one format, one writer; what it leaves out is told."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from rashomon.case import Case
from rashomon.exports.faces import FACES, FORMATS, Face, Format
from rashomon.exports.ledger import Ledger
from rashomon.outputs import beside, drafted, drafted_folder, whole

__all__ = ["FORMATS", "Format", "export"]


def export(
    case: Case,
    to: Format,
    path: Path | None = None,
    ledger: Ledger | None = None,
    *,
    force: bool = False,
    **options: Any,
) -> Path:
    """Write `case` in the format `to` at `path` and give where it lies.

    Unless told, that is beside the case, under the case's name; a folder for the formats of many files. `ledger` is
    told what the format leaves out. `options` are those of the format's writer (csv: `bom`). What is there already is
    replaced where it is an earlier export, or with `force`. Raises MissingPackageError where the format needs a package
    that is not installed, and OutputError where `path` is the case or somebody else's.
    """
    face = FACES[to]
    ledger = Ledger() if ledger is None else ledger
    target = path or case.path.with_name(f"{case.path.stem}.{face.file}")
    kept = beside(case.path)
    if face.shape == "text":
        with whole(target, kept=kept, force=force) as file:
            file.writelines(_writer(face)(case, ledger, **options))
    else:
        with (drafted if face.shape == "bytes" else drafted_folder)(target, kept=kept, force=force) as draft:
            _writer(face)(case, draft, ledger, **options)
    ledger.close(case.findings.claim_ids(), face.because)
    return target


def _writer(face: Face) -> Any:
    return getattr(import_module(face.home), face.home.rpartition(".")[2])
