"""What a case gives to other programs and people: one format, one writer; what it leaves out is told."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

from rashomon.case import Case
from rashomon.exports.faces import FACES, FORMATS, Face, Format
from rashomon.exports.ledger import Ledger
from rashomon.outputs import beside, drafted, drafted_folder, whole

__all__ = ["FORMATS", "Format", "export", "export_to"]


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


def export_to(case: Case, to: Format, file: IO[bytes], ledger: Ledger | None = None, **options: Any) -> None:
    """Write `case` in a format of one file to an open `file`, texts as UTF-8; the rest is as in `export`.

    Raises ValueError where the format is a folder.
    """
    face = FACES[to]
    ledger = Ledger() if ledger is None else ledger
    if face.shape == "folder":
        raise ValueError(f"{to} is a folder of files")
    if face.shape == "text":
        for part in _writer(face)(case, ledger, **options):
            file.write(part.encode("utf-8", "backslashreplace"))
    else:
        with TemporaryDirectory() as folder:
            draft = Path(folder, "draft")
            _writer(face)(case, draft, ledger, **options)
            file.write(draft.read_bytes())
    ledger.close(case.findings.claim_ids(), face.because)


def _writer(face: Face) -> Any:
    return getattr(import_module(face.home), face.home.rpartition(".")[2])
