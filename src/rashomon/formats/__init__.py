"""The formats that a case is written in, one file each: name, shape, writer and what it loses stand in that file alone.

A format is a module of this room that holds a `FORMAT`; it goes by the module's name. Nothing else names it: the
command, the docs and the tests find it here. A writer is imported when its format is first asked for.

A writer of one text gives its parts, told the case and the ledger; a writer of a folder or of bytes is also told
where to. It tells the ledger which claims it wrote; every other claim is lost, and `lost` says why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import IO, TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from rashomon.case import Case
    from rashomon.exports import Ledger

FORMATS: tuple[str, ...] = tuple(sorted(module.name for module in iter_modules(__path__)))
"""Their names, known without importing any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How one format is written, and what is to be known of it.

    `suffix` is what the case's name is followed by; `what` it is, what `opens` it and with what it is `checked`, in
    Markdown; `write` writes it; `shape` is what that makes; `takes` are the options of `write`; `table`,
    where there is one, writes chosen rows of one table as one text; `losses` are what the
    format cannot hold, each with where it is told instead; `lost` says why a claim that it does not tell of is lost.
    """

    suffix: str
    what: str
    opens: str
    checked: str
    write: Callable[..., Any]
    losses: Mapping[str, str]
    shape: Literal["text", "bytes", "folder"] = "text"
    takes: tuple[str, ...] = ()
    table: Callable[..., Iterator[str]] | None = None
    lost: str = ""


def declared(name: str) -> Format:
    """Give the format of that name. Raises ValueError where there is none."""
    if name not in FORMATS:
        raise ValueError(f"there is no format {name!r}: {', '.join(FORMATS)}")
    told: Format = import_module(f"{__name__}.{name}").FORMAT
    return told


def export(
    case: Case,
    to: str,
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
    that is not installed, OutputError where `path` is the case or somebody else's, and ValueError where there is no
    such format.

    >>> export(case, "csl", folder / "references.json").name
    'references.json'
    """
    from rashomon.exports.ledger import Ledger
    from rashomon.outputs import beside, drafted, drafted_folder, is_stream, stream, whole

    told = declared(to)
    ledger = Ledger() if ledger is None else ledger
    target = path or case.path.with_name(f"{case.path.stem}.{told.suffix}")
    kept = beside(case.path)
    if told.shape == "text":
        with whole(target, kept=kept, force=force) as file:
            file.writelines(told.write(case, ledger, **options))
    elif told.shape == "bytes" and is_stream(target):
        with stream(target) as pipe:
            export_to(case, to, pipe, ledger, **options)
    else:
        with (drafted if told.shape == "bytes" else drafted_folder)(target, kept=kept, force=force) as draft:
            told.write(case, draft, ledger, **options)
    ledger.close(case.findings.claim_ids(), told.lost)
    return target


def export_to(case: Case, to: str, file: IO[bytes], ledger: Ledger | None = None, **options: Any) -> None:
    """Write `case` in a format of one file to an open `file`, texts as UTF-8; the rest is as in `export`.

    Raises ValueError where the format is a folder.
    """
    from tempfile import TemporaryDirectory

    from rashomon.exports.ledger import Ledger

    told = declared(to)
    ledger = Ledger() if ledger is None else ledger
    if told.shape == "folder":
        raise ValueError(f"{to} is a folder of files")
    if told.shape == "text":
        for part in told.write(case, ledger, **options):
            file.write(part.encode("utf-8", "backslashreplace"))
    else:
        with TemporaryDirectory() as folder:
            draft = Path(folder, "draft")
            told.write(case, draft, ledger, **options)
            file.write(draft.read_bytes())
    ledger.close(case.findings.claim_ids(), told.lost)
