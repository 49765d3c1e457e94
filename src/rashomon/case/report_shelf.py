# ruff: noqa: S608 (names of tables and columns are our own; values are always bound)
"""Reports as stored: never edited, one for each digest of original bytes and each article, under an id of its own.

Two reports have one key where they are one article: one address and the same words, but for a headline in front.

Every input that was left out is here, with its reason, until the same input is taken in after all.
"""

from __future__ import annotations

import json
import re
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode, urlsplit

from rashomon.case.connect import CaseError, text_sha256
from rashomon.case.row import row
from rashomon.records import Refusal, Report, Taken
from rashomon.records.domain import domain

_COMPARING = "comparing"
"""What stands for a reader where a report was read and is not compared."""


class RefusalShelf:
    """What was left out of a case, and why, in the order of the inputs' names."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __len__(self) -> int:
        (count,) = self._connection.execute("SELECT count(*) FROM refusal").fetchone()
        return int(count)

    def __iter__(self) -> Iterator[Refusal]:
        rows = self._connection.execute("SELECT input, reason, advice FROM refusal ORDER BY input, report").fetchall()
        return (Refusal(*r) for r in rows)

    def keep(self, refusal: Refusal, report: str = "", reader: str = "") -> None:
        """Store why an input was left out; `report` and `reader` where it was stored but could not be read."""
        said = map(_escaped, (refusal.input, refusal.reason, refusal.advice))
        self._connection.execute(
            "INSERT OR REPLACE INTO refusal (input, reason, advice, report, reader) VALUES (?, ?, ?, ?, ?)",
            (*said, report, reader),
        )

    def leave_out(self, refusal: Refusal, report: str) -> None:
        """Store why `report`, which was read, is not compared."""
        self.keep(refusal, report, _COMPARING)

    def left_out(self) -> dict[str, Refusal]:
        """Give the reports that are not compared, each with why."""
        rows = self._connection.execute(
            "SELECT report, input, reason, advice FROM refusal WHERE reader = ? ORDER BY report", (_COMPARING,)
        )
        return {report: Refusal(*why) for report, *why in rows}

    def compare_all(self) -> None:
        """Forget why reports were not compared."""
        self._connection.execute("DELETE FROM refusal WHERE reader = ?", (_COMPARING,))

    def drop(self, *, source: str | None = None, report: str | None = None) -> None:
        """Forget why `source` gave no report, now that it did, or why `report` was not read, now that it is."""
        if source is not None:
            self._connection.execute("DELETE FROM refusal WHERE input = ? AND report = ''", (_escaped(source),))
        if report:
            self._connection.execute("DELETE FROM refusal WHERE report = ?", (report,))


def _escaped(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


_WORD = re.compile(r"\w+")
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|cmpid|ocid|ref|ref_src|smid|xtor|at_\w+|_ga"
)


def article_key(report: Report) -> str:
    """Give the key; "" where the report has no address, so that its bytes alone tell it."""
    address = _address(report.url or "")
    if not address:
        return ""
    words = _WORD.findall(report.text.casefold())
    title = _WORD.findall((report.title or "").casefold())
    if title and words[: len(title)] == title:
        words = words[len(title) :]
    return sha256(f"{address}\n{' '.join(words)}".encode("utf-8", "replace")).hexdigest()


def _address(url: str) -> str:
    """Give `url` without what does not tell one article from another: scheme, www, a fragment, marks of a campaign."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not host:
        return ""
    told = sorted(pair for pair in parse_qsl(parts.query) if not _TRACKING.fullmatch(pair[0]))
    where = f"{host}:{port}" if port not in {None, 80, 443} else host
    return f"{where}{parts.path.rstrip('/').removesuffix('/amp')}?{urlencode(told)}"


_ROW = row(Report, "report", ("number",))
_INSERT = _ROW.insert.replace("OR REPLACE ", "")
_BATCH = 64


_MOST = 200_000_000
"""Bytes of an original: no file that is read has more."""


def unpacked(packed: bytes, most: int = _MOST) -> bytes:
    """Give the bytes of an original. Raises ValueError where they are cut off, or more than they may be."""
    opened = zlib.decompressobj()
    made = opened.decompress(packed, most)
    if not opened.eof:
        raise ValueError("the original bytes are cut off, or more than they may be")
    return made


class ReportShelf:
    """The reports of a case, in the order of their ids."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.create_function("domain_of", 1, lambda url: domain(url or ""), deterministic=True)

    def __len__(self) -> int:
        (count,) = self._connection.execute("SELECT count(*) FROM report").fetchone()
        return int(count)

    def __iter__(self) -> Iterator[Report]:
        return self.some(self.ids())

    def ids(self) -> list[str]:
        """Give the ids of all reports, sorted."""
        return [i for (i,) in self._connection.execute("SELECT id FROM report ORDER BY id")]

    def add(self, report: Report) -> str | None:
        """Store a report and give the id it is kept under, or None where the same bytes or article are here already.

        What comes from intake (Taken) is kept with its original bytes and the way it came, also where it is here.
        An id that another report bears is told apart by the first characters of the digest. A report without a digest
        gets that of its text. Raises ValueError where the text holds what no file can: lone surrogates.
        """
        digest = report.digest or sha256(report.text.encode("utf-8")).hexdigest()
        report = _storable(replace(report, digest=digest))
        same = self._connection.execute(
            "SELECT id FROM report WHERE digest = ? UNION SELECT report FROM acquisition WHERE digest = ?",
            (digest, digest),
        ).fetchone()
        key = article_key(report)
        if key and not same:
            same = self._connection.execute("SELECT report FROM article WHERE key = ?", (key,)).fetchone()
        if same:
            self._came(report, *same)
            return None
        taken = self._connection.execute("SELECT 1 FROM report WHERE id = ?", (report.id,)).fetchone()
        if taken:
            report = replace(report, id=f"{report.id}~{digest[:8]}")
        (number,) = self._connection.execute("SELECT coalesce(max(number), 0) + 1 FROM report").fetchone()
        self._connection.execute(_INSERT, (number, *_ROW.values(report)))
        self._connection.execute("INSERT INTO text_digest VALUES (?, ?)", (report.id, text_sha256(report.text)))
        if key:
            self._connection.execute("INSERT INTO article (key, report) VALUES (?, ?)", (key, report.id))
        self._came(report, report.id)
        return report.id

    def tell(
        self, report: str, outlet: str | None = None, published: str | None = None, language: str | None = None
    ) -> bool:
        """Keep what a person says of a report beside its text: outlet, day, language; say whether it is here.

        None leaves what is there. The text and the original bytes stay; the reading has to be made again.
        """
        return bool(
            self._connection.execute(
                "UPDATE report SET outlet = coalesce(?, outlet), published = coalesce(?, published), "
                "language = coalesce(?, language) WHERE id = ?",
                (outlet, published, language, report),
            ).rowcount
        )

    def _came(self, report: Report, kept: str) -> None:
        """Keep by which way a report came; the same way again changes nothing."""
        if not isinstance(report, Taken):
            return
        self.came(kept, report.input, report.digest, report.at)
        self._connection.execute(
            "INSERT OR IGNORE INTO original (digest, size, packed) VALUES (?, ?, ?)",
            (report.digest, len(report.original), zlib.compress(report.original)),
        )

    def came(self, report: str, source: str, digest: str, at: str) -> None:
        """Keep when a report first came from `source` as bytes of this SHA-256; the bytes need not be here."""
        self._connection.execute(
            "INSERT OR IGNORE INTO acquisition (report, input, digest, at) VALUES (?, ?, ?, ?)",
            (report, source, digest, at),
        )

    def original(self, digest: str) -> bytes | None:
        """Give the original bytes whose SHA-256 is `digest`."""
        found = self._connection.execute("SELECT packed FROM original WHERE digest = ?", (digest,)).fetchone()
        return unpacked(found[0]) if found else None

    def ways(self, report: str) -> list[tuple[str, str, str]]:
        """Give (input, digest, time) of every way in which a report came, first ones first."""
        return self._connection.execute(
            "SELECT input, digest, at FROM acquisition WHERE report = ? ORDER BY at, input, digest", (report,)
        ).fetchall()

    def get(self, report: str) -> Report | None:
        """Give the report of this id."""
        return next(self.some([report]), None)

    def some(self, ids: Sequence[str]) -> Iterator[Report]:
        """Give the reports of these ids, in their order; an id that is not here is passed over.

        Raises CaseError where a text is not the one that was stored.
        """
        for at in range(0, len(ids), _BATCH):
            batch = ids[at : at + _BATCH]
            marks = ", ".join("?" * len(batch))
            rows = self._connection.execute(f"{_ROW.select} WHERE id IN ({marks})", batch).fetchall()
            asked = f"SELECT report, sha256 FROM text_digest WHERE report IN ({marks})"
            digests = dict(self._connection.execute(asked, batch).fetchall())
            found = {r.id: _unchanged(r, digests.get(r.id)) for r in map(_ROW.record, rows)}
            yield from (found[i] for i in batch if i in found)

    def outlets(self) -> dict[str, str]:
        """Give the outlet of every report that tells one or in which one was read; pages of one bear one name."""
        return dict(
            self._connection.execute(
                "SELECT report.id, coalesce(carrier.outlet, report.outlet, reading.outlet) FROM report "
                "LEFT JOIN reading ON reading.report = report.id LEFT JOIN carrier ON carrier.report = report.id "
                "WHERE coalesce(report.outlet, reading.outlet) IS NOT NULL ORDER BY report.id"
            )
        )

    def addressed(self, beside: Iterable[str] | None = None) -> dict[str, tuple[str, str]]:
        """Give the address and the outlet, as they were told or read, of every report that has both.

        Of those alone that lie at the domains of the reports `beside`, where these are told.
        """
        asked = (
            "SELECT report.id, report.url, coalesce(reading.outlet, report.outlet) AS name FROM report "
            "JOIN reading ON reading.report = report.id WHERE report.url IS NOT NULL AND name IS NOT NULL"
        )
        values: tuple[str, ...] = ()
        if beside is not None:
            asked += (
                " AND domain_of(report.url) IN (SELECT domain_of(one.url) FROM report AS one "
                "WHERE one.url IS NOT NULL AND one.id IN (SELECT value FROM json_each(?)))"
            )
            values = (json.dumps(sorted(beside)),)
        return {report: (url, name) for report, url, name in self._connection.execute(asked, values)}

    def carry(self, names: Mapping[str, str]) -> None:
        """Keep by which outlets' names reports go from now on whose domain has several; "" for their own."""
        self._connection.executemany("DELETE FROM carrier WHERE report = ?", [(r,) for r in sorted(names)])
        told = sorted((r, name) for r, name in names.items() if name)
        self._connection.executemany("INSERT INTO carrier (report, outlet) VALUES (?, ?)", told)

    def holding(self, phrase: str) -> list[str]:
        """Give the ids of the reports in which the words of `phrase` stand together, sorted; accents do not matter."""
        words = " ".join(phrase.replace("\0", " ").replace('"', " ").split())
        if not any(c.isalnum() for c in words):
            return []
        rows = self._connection.execute(
            "SELECT report.id FROM report_search JOIN report ON report.number = report_search.rowid "
            "WHERE report_search MATCH ? ORDER BY report.id",
            (f'"{words}"',),
        )
        return [report for (report,) in rows]

    def search(self, query: str, limit: int = 20) -> list[tuple[str, str]]:
        """Give (report id, excerpt) of the reports that hold every word of `query`, best first.

        Words are taken as they stand (no query language), so that no query can be wrong; accents do not matter.
        """
        words = " ".join('"' + word.replace('"', '""') + '"' for word in query.replace("\0", " ").split())
        if not words:
            return []
        return self._connection.execute(
            "SELECT report.id, snippet(report_search, 1, '[', ']', ' … ', 16) FROM report_search "
            "JOIN report ON report.number = report_search.rowid WHERE report_search MATCH ? "
            "ORDER BY rank, report.id LIMIT ?",
            (words, limit),
        ).fetchall()


def _unchanged(report: Report, digest: str | None) -> Report:
    if text_sha256(report.text) != digest:
        raise CaseError(f"the text of report {report.id!r:.80} is not the one that was stored; the case is damaged")
    return report


def _storable(report: Report) -> Report:
    """Names of files may hold bytes that no encoding explains; they are kept as escapes. The text must be sound."""
    report.text.encode("utf-8")
    return replace(
        report,
        **{
            name: value.encode("utf-8", "backslashreplace").decode("utf-8")
            for name in (
                *("id", "title", "outlet", "url", "published", "language", "input", "author"),
                *("modified", "credit", "partial", "rungs", "note"),
            )
            if (value := getattr(report, name)) is not None
        },
    )
