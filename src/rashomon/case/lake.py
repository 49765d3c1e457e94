# ruff: noqa: S608 (names of tables and columns are our own; values are always bound)
"""The lake of a large case: reports, readings and clauses in Parquet files beside the SQLite file, for any program.

A shard is three files of one name, in `reports`, `readings` and `clauses`; the name bears a digest of what they hold.
They are written beside, flushed and renamed before the case tells of them, and never changed: where anything of a
shard's reports changes, all of it goes back into the SQLite file first. So each file that the case tells of is whole
and current, whoever was killed when; what was left over is cleared away when next a shard is written.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from importlib import import_module
from io import BytesIO
from pathlib import Path
from secrets import token_hex
from typing import Any

from rashomon.case.connect import CaseError
from rashomon.case.row import Row

ENDING, BESIDE = ".parquet", ".beside-"
_FREE = 1 << 16
"""Rows that a file may have beyond one a byte: rows that are all alike take next to none."""


def _pyarrow() -> Any:
    try:
        import_module("pyarrow.parquet")
        return import_module("pyarrow")
    except ImportError as error:
        raise CaseError("a case with a lake needs pyarrow: pip install 'rashomon[scale]'") from error


def parquet(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> bytes:
    """Give rows as the bytes of a Parquet file; a column is of integers where all of its values are, else of texts."""
    arrow = _pyarrow()
    arrays = {}
    for at, column in enumerate(columns):
        values = [row[at] for row in rows]
        whole = any(isinstance(v, int) for v in values)
        arrays[column] = arrow.array(values, arrow.int64() if whole else arrow.string())
    file = BytesIO()
    arrow.parquet.write_table(arrow.table(arrays), file, compression="zstd")
    return file.getvalue()


def read_parquet(path: Path, columns: Sequence[str] | None = None) -> list[dict[str, Any]]:
    """Give the rows of a file, of some columns. Raises OSError or ValueError where it is none."""
    arrow = _pyarrow()
    with arrow.parquet.ParquetFile(path) as file:
        if file.metadata.num_rows > path.stat().st_size + _FREE:
            raise ValueError("it tells of more rows than such a file can hold")
        made: list[dict[str, Any]] = file.read(columns=columns and list(columns)).to_pylist()
    return made


def stand(path: Path, told: bytes) -> None:
    """Write a file beside, flush it to the disk and give it its name: whoever looks finds all of it, or no file."""
    beside = path.with_name(f"{BESIDE}{token_hex(8)}-{path.name}")
    with beside.open("xb") as file:  # made by us, and no link that somebody laid there
        file.write(told)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    if os.name == "posix":  # a name is on the disk when its folder is
        held = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(held)
        finally:
            os.close(held)


SHARD = 64
"""Reports of a shard."""
_ROOMS = ("reports", "readings", "clauses")
_HELD = 8
"""Shards that are kept in memory once they were read."""
_SUNK = ("times", "credits", "eventualities", "clauses")
_NO_WORDS = "[]"
_SHARD = re.compile(r"shard-(\d{5,})-[0-9a-f]{16}")

Values = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Sunk:
    """What the lake holds of one report: its words as a case packs them, and the rows of some layers."""

    words: str
    layers: Mapping[str, Sequence[Values]]


class Lake:
    """What lies beside one case. Where nothing does, nothing is looked for."""

    def __init__(self, connection: sqlite3.Connection, path: Path, layers: Mapping[str, Row[Any]]) -> None:
        """`layers` are the rows of a reading, by the names of the reading's fields."""
        self.folder = _folder(path)
        self._connection, self._layers = connection, layers
        self._cached: OrderedDict[str, dict[str, Sunk]] = OrderedDict()
        self._gone: set[str] = set()

    def __len__(self) -> int:
        """How many reports lie there."""
        (count,) = self._connection.execute("SELECT count(*) FROM lake_report").fetchone()
        return int(count)

    @property
    def sunk(self) -> frozenset[str]:
        """The layers of a reading that a report in the lake has no rows for in the SQLite file."""
        return frozenset(_SUNK)

    @property
    def tables(self) -> dict[str, str]:
        """The tables of the SQLite file that the lake holds rows of, each with its layer; "" for words of readings."""
        return {self._layers[layer].table: layer for layer in _SUNK} | {"reading": ""}

    def waiting(self, among: Sequence[str] | None = None) -> list[str]:
        """Give the ids of the reports that are read and do not lie there, sorted; of all, or of some."""
        asked = "SELECT report FROM reading WHERE report NOT IN (SELECT report FROM lake_report)"
        if among is not None:
            asked += " AND report IN (SELECT value FROM json_each(?))"
        told = () if among is None else (json.dumps(among),)
        return [report for (report,) in self._connection.execute(f"{asked} ORDER BY report", told)]

    def first(self) -> str:
        """Give the first report that lies there, "" where none does."""
        (report,) = self._connection.execute("SELECT min(report) FROM lake_report").fetchone()
        return str(report or "")

    def shards(self, reports: Sequence[str]) -> dict[str, str]:
        """Give the shard of each of some reports that lies there."""
        asked = "SELECT report, shard FROM lake_report WHERE report IN (SELECT value FROM json_each(?))"
        return dict(self._connection.execute(asked, (json.dumps(reports),)))

    def held(self, reports: Sequence[str]) -> dict[str, Sunk]:
        """Give what lies there of some reports. Raises CaseError where a file is missing or damaged."""
        found = self.shards(reports)
        return {report: self._of(report, shard) for report, shard in found.items()}

    def sink(self, reports: Sequence[str]) -> None:
        """Write a shard of these reports, which do not lie there yet, and take their rows from the SQLite file.

        Call inside a transaction. The findings stay as current as they are.
        """
        files = {room: parquet(*self._columns(room, reports)) for room in _ROOMS}
        digest = blake2b(b"".join(files.values()), digest_size=8).hexdigest()
        (last,) = self._connection.execute("SELECT max(shard) FROM lake_report").fetchone()
        before = _SHARD.fullmatch(last) if last else None
        name = f"shard-{int(before[1]) + 1 if before else 0:05}-{digest}"
        for room, told in files.items():
            (self.folder / room).mkdir(parents=True, exist_ok=True)
            stand(self.folder / room / f"{name}{ENDING}", told)
        marks = ", ".join("?" * len(reports))
        for layer in _SUNK:
            self._connection.execute(f"DELETE FROM {self._layers[layer].table} WHERE report IN ({marks})", reports)
        self._words(dict.fromkeys(reports, _NO_WORDS))
        self._connection.executemany("INSERT INTO lake_report VALUES (?, ?)", [(report, name) for report in reports])

    def release(self, reports: Sequence[str]) -> None:
        """Bring the shards of these reports back into the SQLite file. Call inside a transaction.

        Their files go when the transaction has ended (`tidy`).
        """
        for shard in sorted(set(self.shards(reports).values())):
            asked = "SELECT report FROM lake_report WHERE shard = ? ORDER BY report"
            mine = [report for (report,) in self._connection.execute(asked, (shard,))]
            held = {report: self._of(report, shard) for report in mine}
            for layer in _SUNK:
                self._connection.executemany(
                    self._layers[layer].insert,
                    [(r, n, *values) for r in mine for n, values in enumerate(held[r].layers[layer])],
                )
            self._words({report: held[report].words for report in mine})
            self._connection.execute("DELETE FROM lake_report WHERE shard = ?", (shard,))
            self._gone.add(shard)

    def tidy(self, *, kept: bool) -> None:
        """After a transaction, which was `kept` or not: let go the files of what was brought back in it."""
        gone, self._gone = self._gone, set()
        if kept and gone:
            self._clear(lambda name: name in gone)

    def clear_left_over(self) -> None:
        """Let go the files that the case does not tell of. Call inside a transaction: nobody else writes any then.

        Nothing is let go where a link leads to: it may be another case's.
        """
        asked = self._connection.execute("SELECT DISTINCT shard FROM lake_report")
        told = {shard for (shard,) in asked}
        self._clear(lambda name: name not in told, through_links=False)

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[Values]:
        """Give the rows of a table, those of the lake among them, in order; the values of each in the order given."""
        layer = self.tables[table]
        ids = [report for (report,) in self._connection.execute("SELECT report FROM reading ORDER BY report")]
        names = ", ".join(f'"{column}"' for column in columns)
        for at in range(0, len(ids), SHARD):
            batch = ids[at : at + SHARD]
            marks = ", ".join("?" * len(batch))
            order = "report, position" if layer else "report"
            asked = f"SELECT report, {names} FROM {table} WHERE report IN ({marks}) ORDER BY {order}"
            held = self.held(batch)
            here: dict[str, list[Values]] = {report: [] for report in batch}
            for report, *values in self._connection.execute(asked, batch):
                here[report].append(tuple(values))
            for report in batch:
                if report not in held:
                    yield from here[report]
                elif layer:
                    every = ("report", "position", *self._layers[layer].columns)
                    for number, row in enumerate(held[report].layers[layer]):
                        told = dict(zip(every, (report, number, *row), strict=True))
                        yield tuple(told[column] for column in columns)
                else:
                    told = dict(zip(columns, here[report][0], strict=True)) | {"words": held[report].words}
                    yield tuple(told[column] for column in columns)

    def wrong(self) -> Iterator[str]:
        """Give what is wrong with the files, a line each."""
        for (shard,) in self._connection.execute("SELECT DISTINCT shard FROM lake_report ORDER BY shard").fetchall():
            if not _SHARD.fullmatch(shard):
                yield f"{self.folder.name}/{shard!r:.60} is the name of no shard"
                continue
            try:
                whole = b"".join((self.folder / room / f"{shard}{ENDING}").read_bytes() for room in _ROOMS)
            except OSError as error:
                yield f"{self.folder.name}/{shard} cannot be read ({error.strerror})"
                continue
            if blake2b(whole, digest_size=8).hexdigest() != shard.rpartition("-")[2]:
                yield f"{self.folder.name}/{shard} is not as it was written"

    def copy(self, case: Path) -> None:
        """Let the same files lie beside another case."""
        folder = _folder(case)
        for (shard,) in self._connection.execute("SELECT DISTINCT shard FROM lake_report").fetchall():
            for room in _ROOMS:
                file = self.folder / room / f"{shard}{ENDING}"
                (folder / room).mkdir(parents=True, exist_ok=True)
                try:
                    os.link(file, folder / room / file.name)  # what is never changed can be shared
                except OSError:
                    stand(folder / room / file.name, file.read_bytes())

    def _of(self, report: str, shard: str) -> Sunk:
        held = self._shard(shard).get(report)
        if held is None:
            raise CaseError(f"{self.folder / '*' / shard} holds no {report!r:.60}; the case is damaged")
        return held

    def _shard(self, shard: str) -> dict[str, Sunk]:
        if shard in self._cached:
            self._cached.move_to_end(shard)
            return self._cached[shard]
        if not _SHARD.fullmatch(shard):
            raise CaseError(f"{shard!r:.60} is the name of no shard of {self.folder}; the case is damaged")
        try:
            made = self._read(shard)
        except CaseError:
            raise
        except Exception as error:  # whatever a damaged file makes anybody stumble over
            why = next(iter(str(error).splitlines()), type(error).__name__)
            raise CaseError(
                f"{self.folder / '*' / shard} cannot be read ({why:.120}); a case and its lake are moved together"
            ) from error
        self._cached[shard] = made
        if len(self._cached) > _HELD:
            self._cached.popitem(last=False)
        return made

    def _read(self, shard: str) -> dict[str, Sunk]:
        readings = read_parquet(self.folder / "readings" / f"{shard}{ENDING}", ("report", "words", *_SUNK[:-1]))
        clauses = read_parquet(self.folder / "clauses" / f"{shard}{ENDING}")
        columns = self._layers["clauses"].columns
        of_clauses: dict[str, list[Values]] = {}
        for row in clauses:
            of_clauses.setdefault(row["report"], []).append(tuple(row[column] for column in columns))
        made = {}
        for row in readings:
            layers = {layer: self._values(layer, row[layer]) for layer in _SUNK[:-1]}
            made[row["report"]] = Sunk(row["words"], {**layers, "clauses": of_clauses.get(row["report"], [])})
        return made

    def _values(self, layer: str, told: str) -> list[Values]:
        columns = self._layers[layer].columns
        return [tuple(one.get(column) for column in columns) for one in json.loads(told)]

    def _columns(self, room: str, reports: Sequence[str]) -> tuple[tuple[str, ...], list[Values]]:
        """The columns of a file and its rows."""
        marks = ", ".join("?" * len(reports))
        if room == "clauses":
            columns = ("report", "position", *self._layers["clauses"].columns)
            return columns, self._asked("clause", columns, marks, reports)
        key = "id" if room == "reports" else "report"
        table = "report" if room == "reports" else "reading"
        cursor = self._connection.execute(f"SELECT * FROM {table} WHERE {key} IN ({marks}) ORDER BY {key}", reports)
        columns = tuple(column[0] for column in cursor.description)
        rows = cursor.fetchall()
        if room == "reports":
            return columns, rows
        at = columns.index("report")
        layers = {layer: self._objects(layer, marks, reports) for layer in self._layers if layer != "clauses"}
        sentences: dict[str, list[Any]] = {}
        for report, *span in self._asked("sentence", ("report", "start", "end"), marks, reports):
            sentences.setdefault(report, []).append(span)
        layers["sentences"] = sentences
        return (*columns, *layers), [(*row, *(_json(of.get(row[at], [])) for of in layers.values())) for row in rows]

    def _objects(self, layer: str, marks: str, reports: Sequence[str]) -> dict[str, list[Any]]:
        columns = self._layers[layer].columns
        found: dict[str, list[Any]] = {}
        for report, *values in self._asked(self._layers[layer].table, ("report", *columns), marks, reports):
            told = {column: value for column, value in zip(columns, values, strict=True) if value is not None}
            found.setdefault(report, []).append(told)
        return found

    def _asked(self, table: str, columns: Sequence[str], marks: str, reports: Sequence[str]) -> list[Values]:
        names = ", ".join(f'"{column}"' for column in columns)
        return self._connection.execute(
            f"SELECT {names} FROM {table} WHERE report IN ({marks}) ORDER BY report, position", reports
        ).fetchall()

    def _words(self, words: Mapping[str, str]) -> None:
        """Put words where they are or are no more; nothing was read anew by it, so that no finding goes stale."""
        noted = {report for (report,) in self._connection.execute("SELECT report FROM part_changed")}
        run = self._connection.executemany
        run("UPDATE reading SET words = ? WHERE report = ?", [(told, report) for report, told in words.items()])
        run("DELETE FROM part_changed WHERE report = ?", [(report,) for report in words if report not in noted])

    def _clear(self, goes: Callable[[str], bool], *, through_links: bool = True) -> None:
        for room in _ROOMS:
            folder = self.folder / room
            if not folder.is_dir():
                continue
            if not through_links and (self.folder.is_symlink() or folder.is_symlink()):
                continue
            for file in folder.iterdir():
                ours = file.name.startswith("shard-") and file.suffix == ENDING and goes(file.stem)
                if ours or (not through_links and file.name.startswith(BESIDE)):
                    file.unlink(missing_ok=True)
            _leave(folder)
        _leave(self.folder)


def _folder(case: Path) -> Path:
    """Beside the file itself, by whatever link it is opened."""
    real = Path(os.path.realpath(case)) if case.is_symlink() else case
    return real.with_name(f"{real.name}.lake")


def _leave(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:  # something lies there, or it is not there
        return


def _json(rows: Sequence[Any]) -> str:
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
