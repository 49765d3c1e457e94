"""What an export wrote, as one text; and words that do harm where an export lets them."""

from __future__ import annotations

import io
import zipfile
import zlib

import pytest

from rashomon.exports import Ledger, MissingPackageError
from rashomon.formats import export

HOSTILE = (
    "=cmd|' /C calc'!A0",
    "\t=1+1",
    "'=1",
    "a\tb\nc\rd",
    "<script>alert(1)</script>",
    "]]> &amp; <!DOCTYPE x [",
    "\x00\x01\x1b[31m\x7f\x85",
    "\u202egnp.exe\u2066",
    "# head\n- item [x](http://evil.example) ![i](x) www.evil.example a@b.example",
    '"},{"x":"',
    "ليث \U0001f600 \ufffe",
)


def everything(path):
    """All that an export wrote, as one text."""
    files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file())
    return "\n".join(_plain(p.read_bytes()).decode("utf-8", "replace") for p in files)


def _plain(told):
    if told.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(told)) as packed:
            if "xl/sharedStrings.xml" in packed.namelist():  # which holds a text once, however many cells have it
                book = pytest.importorskip("openpyxl").load_workbook(io.BytesIO(told))
                return "\n".join(
                    str(c) for sheet in book for row in sheet.values for c in row if c is not None
                ).encode()
            return b"\n".join(map(packed.read, packed.namelist()))
    return zlib.decompress(told) if told.startswith(b"x\x9c") else told


def written(case, to, path):
    ledger = Ledger()
    try:
        export(case, to, path, ledger)
    except MissingPackageError as error:
        pytest.skip(str(error))
    return path, ledger
