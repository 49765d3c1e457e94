# ruff: noqa: S608 (names of tables and columns are our own; values are always bound)
"""The one file that holds a piece of work: reports, what was read in each, what was found across them.

A case is an SQLite file that any SQLite tool opens (views `chronicle`, `claim_matrix`, `claim_stance`, `claim_telling`,
`source_chain`). Rows are written in transactions: a process killed at any moment leaves a case that opens and goes on
where it stood.

What models of the user's own pointed at: what the findings follow, and every answer that was ever paid for.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict
from hashlib import blake2b
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from rashomon.case.browse import Browse
from rashomon.case.connect import CaseError, connect
from rashomon.case.corrections import Corrections
from rashomon.case.finding_shelf import FindingShelf
from rashomon.case.lake import SHARD, Lake
from rashomon.case.lists import Lists
from rashomon.case.part_shelf import PartShelf, Renewal
from rashomon.case.reading_shelf import LAYERS, ReadingShelf
from rashomon.case.report_shelf import RefusalShelf, ReportShelf
from rashomon.case.views import Views
from rashomon.case.watch_shelf import WatchShelf
from rashomon.records import Findings, Pointed
from rashomon.records.interchange import restore


class PointedShelf:
    """What was pointed at, story by story, in the order in which it was asked."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Pointed, ...]:
        """Give what the findings follow."""
        rows = self._connection.execute("SELECT answer FROM pointed ORDER BY position")
        return tuple(restore(Pointed, json.loads(answer)) for (answer,) in rows)

    def digest(self) -> str:
        """Give the digest of what the findings follow, "" where nothing was pointed at."""
        rows = self._connection.execute("SELECT answer FROM pointed ORDER BY position").fetchall()
        return blake2b("\n".join(a for (a,) in rows).encode()).hexdigest() if rows else ""

    def keep(self, pointed: Iterable[Pointed]) -> None:
        """Follow `pointed` in place of whatever was pointed at in the same reports. Call inside a transaction."""
        new = list(pointed)
        asked = frozenset(report for p in new for report in p.reports)
        rows = [p for p in self.all() if asked.isdisjoint(p.reports)] + new
        self._connection.execute("DELETE FROM pointed")
        self._connection.executemany(
            "INSERT INTO pointed (position, answer) VALUES (?, ?)",
            [(n, json.dumps(asdict(p), separators=(",", ":"))) for n, p in enumerate(rows)],
        )

    def drop(self) -> None:
        """Follow the rules alone; answers stay, so that pointing again costs nothing. Call inside a transaction."""
        self._connection.execute("DELETE FROM pointed")

    def answers(self, model: str) -> dict[str, dict[str, Any]]:
        """Give what `model` answered before: rows by part, by the digest of the question."""
        rows = self._connection.execute("SELECT digest, answer FROM pointing_answer WHERE model = ?", (model,))
        return {digest: json.loads(answer) for digest, answer in rows}

    def remember(self, digest: str, model: str, day: str, answer: dict[str, Any], tokens: tuple[int, int]) -> None:
        """Keep an answer under the digest of its question. Call inside a transaction."""
        self._connection.execute(
            "INSERT OR REPLACE INTO pointing_answer VALUES (?, ?, ?, ?, ?, ?)",
            (digest, model, day, json.dumps(answer, separators=(",", ":")), *tokens),
        )


_UNJUDGED = """
BEGIN IMMEDIATE;
DROP TRIGGER judgement_kept;
DELETE FROM judgement;
{kept};
UPDATE setting SET value = value + 1 WHERE key = 'revision';
COMMIT;
"""
"""Makes a copy that nobody judged; the trigger, which lets no judgement go, is made again as it was."""


def _kept(connection: sqlite3.Connection) -> str:
    (sql,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'judgement_kept'").fetchone()
    return str(sql)


class Case:
    """An open case: shelves of `reports`, `readings`, `findings`, `corrections`, `refusals`, `pointed`.

    `browse` and `lists` give lists of it in pages, `views` heads, counts and links.

    Made where `path` is not yet, unless `read_only` or not to `make` it. Raises CaseError, whose message says what to
    do, where the file is not a case, is a newer one, or cannot be opened. Close it, or use it as a context manager.

    >>> with Case(folder / "new.case") as made:
    ...     len(made.reports), made.findings.get().claims
    (0, ())
    """

    def __init__(self, path: str | PathLike[str], *, read_only: bool = False, make: bool = True) -> None:
        self.path = Path(path)
        self._connection = connect(self.path, read_only=read_only, make=make)
        self.reports = ReportShelf(self._connection)
        self.lake = Lake(self._connection, self.path, LAYERS)
        self.readings = ReadingShelf(self._connection, self.lake)
        self.findings = FindingShelf(self._connection)
        self.parts = PartShelf(self._connection)
        self.browse = Browse(self._connection, self.findings)
        self.views = Views(self._connection)
        self.lists = Lists(self._connection)
        self.corrections = Corrections(self._connection, self.reports, self.readings.machine)
        self.refusals = RefusalShelf(self._connection)
        self.pointed = PointedShelf(self._connection)
        self.watch = WatchShelf(self._connection)

    def keep(self, findings: Findings, basis: str) -> None:
        """Lay the judgements that stand over the readings, and store `findings`, made from `basis`, beside them.

        Both in place of those before: SQL, lists, pages and exports see one state. Call inside a transaction.
        """
        self.readings.lay(self.corrections.overlay())
        self.findings.keep(findings, basis)

    def renew(self, renewal: Renewal, basis: str) -> None:
        """Lay the judgements that stand over the readings, and change the findings of some parts, made from `basis`.

        All other findings stay as they are. Call inside a transaction.
        """
        self.readings.lay(self.corrections.overlay())
        self.findings.renew(renewal, basis)

    @property
    def kept_as(self) -> str:
        """What a person said that the case be: "file" (all in one), "lake", or "" where nobody said."""
        row = self._connection.execute("SELECT value FROM setting WHERE key = 'kept as'").fetchone()
        return str(row[0]) if row else ""

    def to_lake(self, *, rest: bool = True, tell: Callable[[int, int], None] = lambda done, total: None) -> int:
        """Move what the SQLite file need not hold into the lake, shard by shard; give of how many reports.

        Unless told, also of the `rest` that fills no shard. Raises CaseError where pyarrow is not installed, or nothing
        can be written.
        """
        waiting = self.lake.waiting()
        total = len(waiting) if rest else len(waiting) // SHARD * SHARD
        for at in range(0, total, SHARD):
            with self.transaction():
                if not at:
                    self.lake.clear_left_over()
                if some := self.lake.waiting(waiting[at : min(at + SHARD, total)]):
                    self.lake.sink(some)
            tell(min(at + SHARD, total), total)
        return total

    def to_file(self) -> int:
        """Bring all that lies in the lake back into the SQLite file; give of how many reports."""
        count = len(self.lake)
        while first := self.lake.first():
            with self.transaction():
                self.lake.release([first])
        with self.transaction():
            self.lake.clear_left_over()
        return count

    def shrink(self) -> None:
        """Give back to the disk the room that nothing takes any more. Raises CaseError where others hold the file."""
        try:
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.OperationalError as error:
            raise CaseError(f"{self.path} cannot be made smaller ({error})") from error

    def keep_as(self, what: Literal["file", "lake"]) -> None:
        """Keep what a person says that the case be."""
        with self.transaction():
            self._connection.execute("INSERT OR REPLACE INTO setting VALUES ('kept as', ?)", (what,))

    @property
    def known_entities(self) -> str:
        """The user's file of known entities as it was given to the case, "" where there is none."""
        row = self._connection.execute("SELECT value FROM setting WHERE key = 'known entities'").fetchone()
        return str(row[0]) if row else ""

    @known_entities.setter
    def known_entities(self, lines: str) -> None:
        with self.transaction():
            self._connection.execute("INSERT OR REPLACE INTO setting VALUES ('known entities', ?)", (lines,))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def copy(self, path: str | PathLike[str], *, judged: bool = True) -> None:
        """Write the case as it stands into a new file, its judgements too unless told otherwise.

        Without them its findings are stale: compare again. Raises CaseError where the file cannot be written.
        """
        try:
            with Path(path).open("xb"):
                pass
            with closing(sqlite3.connect(path)) as made:
                self._connection.backup(made)
                if not judged:
                    made.executescript(_UNJUDGED.format(kept=_kept(made)))
            self.lake.copy(Path(path))
        except (OSError, sqlite3.OperationalError) as error:
            raise CaseError(f"{path} cannot be written ({error})") from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write everything inside, or nothing.

        Raises CaseError where the file cannot be written, or a row would name another that is not there.
        """
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self.lake.tidy(kept=False)  # of a transaction before, that could not be closed
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._commit()
            self.lake.tidy(kept=True)
        except sqlite3.OperationalError as error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise CaseError(
                f"{self.path} cannot be written ({error}); see to its folder, disk or other users"
            ) from error

    def _commit(self) -> None:
        """Close the transaction; raise CaseError where a row names another that is not there, and keep nothing."""
        try:
            self._connection.execute("COMMIT")
        except sqlite3.IntegrityError as error:
            loose = self._connection.execute("PRAGMA foreign_key_check").fetchone()
            self._connection.execute("ROLLBACK")
            told = f"a row of {loose[0]} names a row of {loose[2]} that is not there" if loose else str(error)
            raise CaseError(f"{self.path}: {told}; nothing was written") from error

    def ask(self, question: str, *values: Any) -> list[tuple[Any, ...]]:
        """Give the rows that an SQL question about the case's tables and views brings; `values` are bound to its ?."""
        return self._connection.execute(question, values).fetchall()

    def tables(self) -> dict[str, str]:
        """Give the case's own tables and views, name and kind, in the order of their names.

        Left out are `original` (bytes) and what only serves comparing part by part, or says what lies in the lake.
        """
        return dict(
            self._connection.execute(
                "SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view') "
                "AND name NOT LIKE '%\\_search%' ESCAPE '\\' AND name NOT LIKE 'sqlite_%' "
                "AND name NOT IN ('original', 'part', 'lake_report') AND name NOT LIKE 'part\\_%' ESCAPE '\\' "
                "ORDER BY name"
            )
        )

    def table(self, name: str) -> tuple[tuple[str, ...], Iterator[tuple[Any, ...]]]:
        """Give the columns and rows of one of `tables()`. Raises KeyError where there is none of that name."""
        if name not in self.tables():
            raise KeyError(name)
        cursor = self._connection.execute(f'SELECT * FROM "{name}"')
        columns = tuple(column[0] for column in cursor.description)
        return columns, self.lake.rows(name, columns) if name in self.lake.tables and len(self.lake) else iter(cursor)
