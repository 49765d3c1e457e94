"""What takes the changed bytes of a way in, and holds every outcome to what is promised: a report or one line."""

from __future__ import annotations

import io
import random
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from benchmarks.fuzzing.changed import changed
from benchmarks.fuzzing.sound import WORDS, ways

Takes = Callable[[bytes, random.Random], None]
Changes = Callable[[random.Random], bytes]
_VALUES = (
    *("NULL", "'{'", "'[1]'", "'[[[]]]'", "'null'", "x'ff00'", "-1", "9e999", "'\ud7ff'", "''", "'0001-13-99'", "99"),
    *("zeroblob(9)", "char(0)", "'[{}]'", "'[null]'", "1.5", "'true'", "char(55296)", "hex(zeroblob(2000))"),
)
_SCRIPTS = (
    "CREATE VIEW mine AS SELECT 1; CREATE TRIGGER t INSTEAD OF INSERT ON mine BEGIN SELECT 1; END",
    "PRAGMA user_version = {n}",
    "PRAGMA application_id = {n}",
    "DROP TABLE {table}",
    "ALTER TABLE {table} RENAME TO gone",
    "CREATE TRIGGER t AFTER INSERT ON {table} BEGIN DELETE FROM report; END",
    "DELETE FROM {table}",
    "INSERT INTO {table} SELECT * FROM {table} LIMIT 1",
)
_LOOKS: tuple[tuple[str, ...], ...] = (
    *(("check", "CASE"), ("show", "CASE"), ("show", "CASE", "--all"), ("corrections", "CASE")),
    ("search", "CASE", "mill"),
    *(("timeline", "CASE", "--of", "Lena Holm"), ("rescue", "CASE", "-o", "new.case"), ("rules", "CASE")),
    ("correct", "CASE", "note", "c1", "--because", "b", "--to", "x", "--who", "A."),
)  # fmt: skip


def all_ways(start: Path) -> dict[str, tuple[Changes, Takes]]:
    """Give every way: how its bytes are changed and what takes them; `start` holds a sound case and what it exports."""
    files = ways()
    every = [one for _, held in files.values() for one in held]
    found: dict[str, tuple[Changes, Takes]] = {
        way: (_mixed(held, every), _intake(name)) for way, (name, held) in files.items()
    }
    for name in ("story.json", "corrections.jsonl", "reports.jsonl"):
        lines = (start / name).read_bytes()
        found[f"import of {name}"] = (_mixed([lines], every), _command("import", "new.case", "FILE"))
    for way, (_, held) in files.items():  # what is imported for the first time is no hang
        found[way][1](held[0], random.Random(way))
    known = [
        b"name,kind,aliases\nLena Holm,person,L. Holm;Holm\n",
        b'{"schema": "Person", "properties": {"name": ["A B"]}}',
    ]
    found["known entities"] = (_mixed(known, every), _known)
    found["robots.txt"] = (
        _mixed([b"User-agent: *\nDisallow: /a\nCrawl-delay: 2\nRequest-rate: 1/5\n"], every),
        _robots,
    )
    found["settings"] = (_mixed([b'cores = 4\nwho = "A."\n[build]\nday-order = "dmy"\n'], every), _settings)
    found["damaged case, its bytes"] = (_mixed([(start / "story.case").read_bytes()], every), _case)
    found["damaged case, its rows"] = (_rows(start / "story.case"), _case)
    return found


def _mixed(held: list[bytes], every: list[bytes]) -> Changes:
    return lambda chance: changed(chance.choice(held), chance, every)


def _intake(name: str) -> Takes:
    from rashomon.fetching import Allowed
    from rashomon.intake import Limits
    from rashomon.intake.source import Source
    from rashomon.intake.taking import Taking
    from rashomon.records import Report

    def take(data: bytes, chance: random.Random) -> None:
        taking = Taking(Limits(language=chance.choice(("en", None))), None, {}, Allowed())
        for one in taking.opened(Source(io.BytesIO(data), "f", "f", name)):
            said = "".join(texts_of(one)) if isinstance(one, Report) else f"{one.reason}{one.advice}"
            assert said.encode("utf-8"), one  # a text that can be stored, or a line that can be shown

    return take


def texts_of(one: Any) -> list[str]:
    """Give every text of a report."""
    return [str(value) for name in type(one).__dataclass_fields__ if isinstance(value := getattr(one, name), str)]


def _run(*words: str) -> None:
    from click.testing import CliRunner

    from rashomon.cli import main

    done = CliRunner().invoke(main, list(words))
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code in (0, 1, 2), (words, done.exit_code, done.output[-400:])


def _command(*words: str) -> Takes:
    def take(data: bytes, chance: random.Random) -> None:
        Path("given").write_bytes(data)
        for stray in ("new.case", "new.case-wal", "new.case-shm"):
            Path(stray).unlink(missing_ok=True)
        _run(*("given" if word == "FILE" else word for word in words))

    return take


def _known(data: bytes, chance: random.Random) -> None:
    from click import UsageError

    from rashomon.cli.main import _known as read_known

    Path("given").write_bytes(data)
    try:
        read_known(Path("given"))
    except UsageError as error:
        error.message.encode()  # a line that can be shown


def _settings(data: bytes, chance: random.Random) -> None:
    Path("given").write_bytes(data)
    _run("--config", "given", "formats")


def _robots(data: bytes, chance: random.Random) -> None:
    from unittest.mock import patch

    from rashomon import watching
    from rashomon.fetching import Allowed, FetchError

    class Got:
        body = data

    with patch.object(watching, "fetch", lambda *_: Got), patch.object(watching, "sleep", lambda seconds: None):
        asked = watching.Manners(Allowed(), 0.0)
        with suppress(FetchError):
            asked.ask("https://paper.example/a/b?c=%ff", "advice")
        asked.wait("https://paper.example/a/b")


def _rows(sound: Path) -> Changes:
    def change(chance: random.Random) -> bytes:
        held = sqlite3.connect(":memory:", isolation_level=None)
        held.deserialize(_mode(sound.read_bytes(), 1))
        names = [
            n
            for (n,) in held.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'")
        ]
        triggers = held.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            table = chance.choice(names)
            columns = [row[1] for row in held.execute(f"PRAGMA table_info({table})")]
            script = chance.choice(_SCRIPTS).format(table=table, n=chance.randint(-2, 99))
            column = f'"{chance.choice(columns)}"' if columns else "rowid"
            one = (
                f"WHERE rowid = (SELECT rowid FROM {table} LIMIT 1 OFFSET {chance.randrange(9)})"
                if chance.random() < 0.7
                else ""
            )
            update = f"UPDATE OR IGNORE {table} SET {column} = {chance.choice(_VALUES)} {one}"
            script = update if chance.random() < 0.85 else script
            try:
                for name, _ in triggers:
                    held.execute(f"DROP TRIGGER IF EXISTS {name}")
                held.executescript(script)
            except sqlite3.Error:
                pass
            for _, sql in triggers:
                with suppress(sqlite3.Error):
                    held.execute(sql)
        return _mode(held.serialize(), 2)

    return change


def _mode(case: bytes, number: int) -> bytes:
    """Give a case with 2 (write-ahead log) or 1 in its head, which SQLite asks for where it lies in memory."""
    return case[:18] + bytes((number, number)) + case[20:]


def _case(data: bytes, chance: random.Random) -> None:
    from rashomon.formats import FORMATS

    for stray in Path().iterdir():
        if stray.is_file() and not stray.name.startswith("start"):
            stray.unlink()
    path = Path("CASE")
    path.write_bytes(data)
    looks = [
        *chance.sample(_LOOKS, 3),
        ("export", "CASE", "--to", chance.choice(sorted(FORMATS)), "-o", "out", "--force"),
    ]
    for words in looks:
        before = path.read_bytes()
        _run(*words)
        if words[0] not in ("correct",):
            assert path.read_bytes() == before, f"{words} changed the case"
        assert not any(p.name.startswith(".") for p in Path().iterdir()), f"{words} left {[*Path().iterdir()]}"


def begin(start: Path) -> None:
    """Make in `start` the sound case and what is exported of it."""
    import json
    import subprocess
    import sys

    texts = {
        "mill": "ORSA, May 4 - The mill at Orsa burned on Sunday, Mayor Lena Holm said. Twelve were wounded, she said.",
        "post": "The mill at Orsa burned on Sunday, according to the police. Ten were wounded, Mayor Lena Holm said.",
        "lamp": WORDS,
    }
    rows = [json.dumps({"id": n, "text": t, "outlet": n.title(), "published": "2031-05-05"}) for n, t in texts.items()]
    (start / "reports.jsonl").write_text("\n".join(rows))
    for words in (
        ("build", "story.case", "reports.jsonl"),
        ("correct", "story.case", "rename", "Lena Holm", "--to", "Holm of Orsa", "--because", "seen", "--who", "A."),
        ("export", "story.case", "--to", "annotations", "-o", "story.json"),
        ("export", "story.case", "--to", "reports", "-o", "reports.jsonl", "--force"),
        ("corrections", "story.case", "--export", "corrections.jsonl"),
    ):
        subprocess.run([sys.executable, "-m", "rashomon", *words], cwd=start, check=True, capture_output=True)
