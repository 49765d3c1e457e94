# ruff: noqa: S608 (nothing of a user's is in the SQL; values are always bound)
"""What watching knows: an entry that was seen to is never seen to again, and news is told once.

An entry is marked in the transaction that stores its report; what is told is marked in the one that keeps the round.
A process killed at any moment loses nothing and does nothing twice.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, astuple, replace
from typing import Any

from rashomon.records import Feed, News, NewsItem
from rashomon.records.vocabulary import CONFLICTS

_NEW = "NOT IN (SELECT report FROM told_report)"
_CLAIMS = f"""
SELECT claim.id, claim.independent_origins, sum(member.report {_NEW}), count(*), max(told.least), max(told.most),
       entry_claim.entry
FROM claim JOIN claim_member AS member ON member.claim = claim.id JOIN entry_claim ON entry_claim.claim = claim.id
LEFT JOIN told_statement AS told ON told.report = member.report AND told.row = member.row
GROUP BY claim.position HAVING sum(member.report {_NEW}) > 0 ORDER BY claim.position
"""
_CONFLICTS = f"""
SELECT conflict.id, conflict.kind, (
    SELECT group_concat(text, ' / ') FROM (
        SELECT coalesce(nullif(json_extract(conflict.sides, '$[' || side.key || '].said'), ''), claim.text) AS text
        FROM json_each(conflict.claims) AS side JOIN claim ON claim.id = side.value ORDER BY side.key
    )
)
FROM conflict
WHERE conflict.id NOT IN (SELECT conflict FROM told_conflict) AND EXISTS (
    SELECT 1 FROM json_each(conflict.claims) AS side JOIN claim_member AS member ON member.claim = side.value
    WHERE member.report {_NEW}
)
ORDER BY conflict.position
"""


_LINE = """
SELECT line.sentence, coalesce(line.outlets, ''), (
    SELECT report.url FROM entry_report JOIN report ON report.id = entry_report.report
    WHERE entry_report.entry = line.id AND report.url <> '' ORDER BY report.published, report.id
), coalesce(line.said_by, ''), coalesce(line.date, '')
FROM chronicle AS line WHERE line.id = ?
"""


class WatchShelf:
    """Feeds, entries and rounds of a watched case. Whatever writes is called inside a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def feed(self, url: str) -> Feed:
        """Give what is known of a feed."""
        row = self._connection.execute("SELECT * FROM feed WHERE url = ?", (url,)).fetchone()
        return Feed(*row) if row else Feed(url)

    def keep(self, feed: Feed) -> None:
        """Store what is known of a feed now."""
        self._connection.execute("INSERT OR REPLACE INTO feed VALUES (?, ?, ?, ?, ?, ?, ?)", astuple(feed))

    def tries(self, feed: str) -> dict[str, int]:
        """Give the entries of a feed that were met: by key, 0 where they were seen to, else how often in vain."""
        return dict(self._connection.execute("SELECT key, tries FROM feed_entry WHERE feed = ?", (feed,)))

    def has(self, link: str) -> bool:
        """Say whether the page at `link` was seen to already, by whatever feed it came."""
        asked = "SELECT 1 FROM feed_entry WHERE link = ? AND tries = 0 LIMIT 1"
        return bool(link) and self._connection.execute(asked, (link,)).fetchone() is not None

    def see(self, feed: str, key: str, link: str, tries: int = 0) -> None:
        """Mark an entry as seen to, or as tried in vain for so many times."""
        self._connection.execute("INSERT OR REPLACE INTO feed_entry VALUES (?, ?, ?, ?)", (feed, key, link, tries))

    def begin(self) -> None:
        """Take all that the case holds as told, when it is watched for the first time."""
        if self._connection.execute("SELECT 1 FROM setting WHERE key = 'watched'").fetchone() is None:
            self._connection.execute("INSERT INTO setting VALUES ('watched', 'yes')")
            self._mark()

    def news(self) -> News:
        """Give what is new since the last round that told something.

        Of the claims those are told that a line of the chronicle tells, once and in its words.
        """
        reports = self._connection.execute(
            "SELECT report.id, coalesce(report.title, reading.title, ''), coalesce(report.outlet, reading.outlet, ''), "
            "coalesce(report.url, '') FROM report LEFT JOIN reading ON reading.report = report.id "
            f"WHERE report.id {_NEW} ORDER BY report.number"
        ).fetchall()
        claims, grown, lines = [], [], set[str]()
        for claim, bounds, new, all_, least, most, line in self._connection.execute(_CLAIMS).fetchall():
            now = json.loads(bounds)
            origins = (int(now[0]), int(now[1]))
            more = least is not None and (origins[0] > least or origins[1] > most)
            if line in lines or not (new == all_ or more):
                continue
            lines.add(line)
            text, outlets, url, who, day = self._connection.execute(_LINE, (line,)).fetchone()
            told = NewsItem(claim, text, outlets, url or "", origins, who=who, date=day)
            if new == all_:
                claims.append(told)
            else:
                grown.append(replace(told, before=(least, most)))
        conflicts = self._connection.execute(_CONFLICTS).fetchall()
        return News(
            tuple(NewsItem(*row) for row in reports),
            tuple(claims),
            tuple(grown),
            tuple(NewsItem(id_, f"{CONFLICTS[kind].word}: {sides or ''}") for id_, kind, sides in conflicts),
        )

    def tell(self, news: News) -> None:
        """Keep a round and take what it tells as told."""
        kept = json.dumps(asdict(news), ensure_ascii=False)
        self._connection.execute("INSERT INTO round (news) VALUES (?)", (kept,))
        self._mark()

    def undelivered(self) -> list[tuple[int, str]]:
        """Give number and news (JSON) of the rounds that were not handed over yet, in their order."""
        return self._connection.execute("SELECT number, news FROM round WHERE NOT delivered ORDER BY number").fetchall()

    def rounds(self, most: int) -> list[tuple[int, dict[str, Any]]]:
        """Give number and news of the last rounds that told something, latest first."""
        asked = "SELECT number, news FROM round ORDER BY number DESC LIMIT ?"
        return [(number, json.loads(news)) for number, news in self._connection.execute(asked, (most,))]

    def about(self, entities: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
        """Give the reports that name any of some entities, the claims about them, the conflicts of such claims.

        A claim is about whoever takes part in it or tells it, and whom its words name ("the killing of Berg").
        """
        given = json.dumps(list(entities))
        inside = "IN (SELECT value FROM json_each(?1))"
        about = (
            f"SELECT claim FROM claim_entity WHERE entity {inside} UNION "
            "SELECT told.claim FROM named JOIN told ON told.report = named.report "
            'AND told.start <= named.start AND named."end" <= told."end"'
        )
        words = (
            'WITH named AS MATERIALIZED (SELECT mention.report, mention.start, mention."end" '
            "FROM entity_mention AS link JOIN mention ON mention.report = link.report AND mention.id = link.mention "
            f"WHERE link.entity {inside}), "
            "told AS MATERIALIZED (SELECT claim.id AS claim, one.value ->> 'report' AS report, "
            "one.value ->> 'start' AS start, one.value ->> 'end' AS \"end\" "
            "FROM claim, json_each(claim.tellings) AS one) "
        )
        asked = (
            f"SELECT DISTINCT report FROM entity_mention WHERE entity {inside}",
            words + about,
            f"{words} SELECT DISTINCT conflict FROM conflict_claim WHERE claim IN ({about})",
        )
        reports, claims, conflicts = ([str(one) for (one,) in self._connection.execute(sql, (given,))] for sql in asked)
        return reports, claims, conflicts

    def came(self, kind: str, id_: str) -> str | None:
        """Give the moment at which the latest report behind a piece of news came in."""
        behind = {
            "reports": "SELECT ?",
            "conflicts": "SELECT report FROM claim_member WHERE claim IN "
            "(SELECT claim FROM conflict_claim WHERE conflict = ?)",
        }.get(kind, "SELECT report FROM claim_member WHERE claim = ?")
        at = self._connection.execute(f"SELECT max(at) FROM acquisition WHERE report IN ({behind})", (id_,)).fetchone()[
            0
        ]
        return str(at) if at else None

    def delivered(self, number: int) -> None:
        """Mark a round as handed over."""
        self._connection.execute("UPDATE round SET delivered = 1 WHERE number = ?", (number,))

    def _mark(self) -> None:
        run = self._connection.execute
        run("INSERT OR IGNORE INTO told_report SELECT id FROM report")
        run("INSERT OR IGNORE INTO told_conflict SELECT id FROM conflict")
        run("DELETE FROM told_statement")
        run(
            "INSERT OR REPLACE INTO told_statement SELECT member.report, member.row, "
            "max(claim.independent_origins ->> 0), max(claim.independent_origins ->> 1) "
            "FROM claim JOIN claim_member AS member ON member.claim = claim.id GROUP BY member.report, member.row"
        )
