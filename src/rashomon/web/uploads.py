"""What a person adds by the pages: files, a pasted text and addresses, laid in a folder for intake to take in."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import mkdtemp
from typing import Any
from urllib.parse import parse_qs

from starlette.datastructures import FormData, UploadFile

from rashomon.case import CaseError

MOST = 500_000_000
"""Bytes that one form may bring."""
_FILES = 2_000


@dataclass(frozen=True, slots=True)
class Upload:
    """What a form brought: the inputs, files by their names in `folder`; what is said of all; languages taken."""

    folder: Path
    inputs: tuple[str, ...]
    said: dict[str, str]
    any_language: bool


async def upload(request: Any) -> Upload:
    """Read a form that adds reports. Raises CaseError where it holds nothing, or too much."""
    length = request.headers.get("content-length", "")
    if not length.isdigit() or int(length) > MOST:
        raise CaseError(f"more than {MOST:,} bytes at once; add it in parts, or with `rashomon build`")
    async with request.form(max_files=_FILES, max_fields=50, max_part_size=5_000_000) as form:
        folder = Path(mkdtemp(prefix="rashomon-"))
        try:
            inputs = [*_files(form, folder), *_pasted(form, folder), *_words(form, "addresses").split()]
            for address in _words(form, "addresses").split():
                if not address.lower().startswith(("http://", "https://")):
                    raise CaseError(f"{address!r:.80} is no address; it begins with https:// or http://")
            if not inputs:
                raise CaseError("nothing was given: choose files, paste a text, or name an address")
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        said = {name: _words(form, name) for name in ("outlet", "published")}
        return Upload(folder, tuple(inputs), said, bool(_words(form, "any_language")))


def _words(form: FormData, name: str) -> str:
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""


def _files(form: FormData, folder: Path) -> list[str]:
    """Lay files under names that cannot lead elsewhere; two of one name lie apart."""
    names: list[str] = []
    for file in form.getlist("files"):
        if not isinstance(file, UploadFile) or not file.filename:
            continue
        name = PurePosixPath(file.filename.replace("\\", "/").replace("\0", "")).name.lstrip(".-")[-120:] or "file"
        stem, dot, ending = name.partition(".")
        number = 1
        while (folder / name).exists():
            number += 1
            name = f"{stem}-{number}{dot}{ending}"
        with (folder / name).open("xb") as into:
            shutil.copyfileobj(file.file, into)
        names.append(name)
    return names


def _pasted(form: FormData, folder: Path) -> list[str]:
    text = _words(form, "text")
    if not text:
        return []
    told = {"text": text, "title": _words(form, "title"), "url": _words(form, "url")}
    line = json.dumps({name: value for name, value in told.items() if value}, ensure_ascii=False)
    (folder / "pasted.jsonl").write_text(line + "\n", "utf-8")
    return ["pasted.jsonl"]


def said_of(body: bytes) -> dict[str, dict[str, str]]:
    """Read a form that says of reports, one after another, where and when they are from.

    Raises CaseError where it is none, or says nothing.
    """
    try:
        form = parse_qs(body.decode("utf-8"), keep_blank_values=True, max_num_fields=1000)
    except ValueError as error:
        raise CaseError("this form cannot be read") from error
    outlets, days = form.get("outlet", []), form.get("published", [])
    told = {}
    for report, outlet, day in zip(form.get("report", []), outlets, days, strict=False):
        of = {"outlet": outlet.strip()[:200], "published": day.strip()[:40]}
        if any(of.values()):
            told[report] = {name: value for name, value in of.items() if value}
    if not told:
        raise CaseError("nothing was said of any report")
    return told
