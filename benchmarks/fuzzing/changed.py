"""Changes sound files by chance: their bytes, the values of their JSON, or what is packed in them."""

from __future__ import annotations

import gzip
import io
import json
import random
import zipfile
import zlib
from collections.abc import Sequence
from importlib import import_module
from typing import Any

_MARKS = (
    *(
        b"\x00",
        b"<",
        b">",
        b"{",
        b"}",
        b"[",
        b'"',
        b"'",
        b"\r\n",
        b"\n\n",
        b"\xff",
        b"\xed\xa0\x80",
        b"&#xD800;",
        b"--B",
    ),
    *(
        b"&#x110000;",
        b"]]>",
        b"<![CDATA[",
        b"<!--",
        b"\\",
        b"\\ud800",
        b"=?utf-8?b?/w==?=",
        b"From ",
        b"\x1f\x8b",
        b"%",
    ),
    *(
        b"0001-01-01T00:00:00Z",
        b"9999-12-31",
        b"1e999",
        b"-",
        b"9" * 40,
        "²".encode(),
        "\u2028\u202e".encode(),
        b"\t;\t",
    ),
)
_VALUES: tuple[Any, ...] = (
    *(None, True, 0, -1, 2**70, 1e308, float("nan"), float("inf"), "", " ", "\ud800", "\x00", "<p>a</p>", "a" * 3000),
    *([], {}, [None], [[[]]], {"": None}, {"value": {"value": 1}}, "0001-01-01", "9999-12-31T23:59:59+14:00", 1e18),
    *("http://[x", "http://a.example:99999/", "//", "en-US,xx", "None", "1970-01-01T00:00:00Z", 253402300800000, "²"),
)


def changed(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """Give `data` with a few changes; what is packed is mostly changed inside, so that it still unpacks."""
    if chance.random() < 0.7:
        for attempt in (_in_zip, _in_pack, _in_json):
            made = attempt(data, chance, others)
            if made is not None:
                return made
    return _in_bytes(data, chance, others)


def _in_bytes(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    held = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        if not held:
            break
        at = chance.randrange(len(held))
        end = min(len(held), at + chance.choice((1, 1, 2, 8, 64, 400)))
        what = chance.randrange(7)
        if what == 0:
            held[at] = chance.randrange(256)
        elif what == 1:
            del held[at:end]
        elif what == 2:
            held[at:at] = held[at:end] * chance.choice((1, 2, 50, 1000))
        elif what == 3:
            held[at:at] = chance.choice(_MARKS)
        elif what == 4:
            held[at:end] = chance.choice(_MARKS) * chance.choice((1, 1, 3, 200))
        elif what == 5:
            held = held[:at]
        else:
            other = chance.choice(others)
            begin = chance.randrange(len(other) + 1)
            held[at:end] = other[begin : begin + chance.choice((4, 40, 400, 4000))]
    return bytes(held[:2_000_000])


def _in_zip(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes | None:
    if not data.startswith(b"PK\x03\x04"):
        return None
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [(info.filename, archive.read(info)) for info in archive.infolist()]
    at = chance.randrange(len(members))
    name, held = members[at]
    members[at] = (name, _in_json(held, chance, others) or _in_bytes(held, chance, others))
    if chance.random() < 0.1:
        members[at] = (chance.choice(("../a.txt", "/a", "a\\b.html", "x" * 300, "a.txt/")), members[at][1])
    if chance.random() < 0.1:
        del members[chance.randrange(len(members))]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as archive:
        for name, held in members:
            archive.writestr(name, held)
    return out.getvalue()


def _in_pack(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes | None:
    if data.startswith(b"\x1f\x8b"):
        try:
            return gzip.compress(_in_bytes(gzip.decompress(data), chance, others), 1)
        except (OSError, EOFError, zlib.error):
            return None
    if data.startswith(b"\x28\xb5\x2f\xfd"):
        packer = import_module("zstandard")
        held = packer.ZstdDecompressor().decompressobj().decompress(data)
        return bytes(packer.ZstdCompressor().compress(_in_bytes(held, chance, others)))
    return None


def _in_json(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes | None:
    first = data.lstrip()[:1]
    if first not in (b"{", b"[") or chance.random() < 0.3:
        return None
    try:
        lines = [json.loads(data)]
    except ValueError:
        try:
            lines = [json.loads(line) for line in data.splitlines()]
        except ValueError:
            return None
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(lines))
        lines[at] = _other(lines[at], chance)
    try:
        return "\n".join(json.dumps(line) for line in lines).encode()
    except RecursionError:  # nested too deep to be written
        return None


def _other(value: Any, chance: random.Random) -> Any:
    """`value` with one value somewhere in it that is another."""
    if isinstance(value, dict) and value and chance.random() < 0.9:
        key = chance.choice(list(value))
        if chance.random() < 0.05:
            return {k: v for k, v in value.items() if k != key}
        return {**value, key: _other(value[key], chance)}
    if isinstance(value, list) and value and chance.random() < 0.9:
        at = chance.randrange(len(value))
        return [*value[:at], _other(value[at], chance), *value[at + 1 :]]
    if isinstance(value, str) and chance.random() < 0.4:
        return _in_bytes(value.encode("utf-8", "replace"), chance, [b"a"]).decode("utf-8", "replace")
    if chance.random() < 0.02:
        for _ in range(chance.choice((10, 900))):
            value = [value]
        return value
    return chance.choice(_VALUES)
