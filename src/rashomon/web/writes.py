"""What a person puts right or adds by the pages: read from a form, and kept or laid in a folder for intake.

A form is data, whatever it holds: what was kept is taken back by another judgement; judgements are made by
`case.judge`, which refuses what makes no sense. Files, a pasted text and addresses are read whole, as far as is taken
in; a browser that goes away is no error.

A bookmark takes along the page one reads: its address, headline and text, to this machine alone. What it takes goes in
the part of an address that no browser sends (after #). The page that it opens, `/clip`, is the same for whoever asks,
holds nothing of the case and needs no token: a browser does not send one along when another site opens a page. It leads
on to the form, which does need it, and nothing is kept before somebody presses Add there.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import chain, repeat
from pathlib import Path, PurePosixPath
from tempfile import mkdtemp
from typing import Any, get_args
from urllib.parse import parse_qs, quote

from starlette.datastructures import FormData, UploadFile
from starlette.requests import ClientDisconnect, Request

from rashomon.case import Case, CaseError, judge
from rashomon.case.corrections import from_lines
from rashomon.records import Judgement, JudgementKind, SourceKind

LIMIT = 5_000_000
"""Bytes of a form or of lines that are taken in."""
_LONG = 10_000


@dataclass(frozen=True, slots=True)
class Asked:
    """A correction as a form asks for it; `back` is the address on these pages to return to."""

    kind: JudgementKind
    targets: tuple[str, ...]
    value: str
    because: str
    who: str
    source_kind: SourceKind | None
    back: str

    def made(self, case: Case) -> Judgement:
        """Make the judgement. Raises CaseError where it makes no sense."""
        targets = self.targets
        if self.kind == "merge" and self.value:
            targets, value = (*targets, _named(self.value)), ""
        else:
            value = _named(self.value) if self.kind == "re-attribute" else self.value
        return judge(
            case, self.kind, targets, because=self.because, who=self.who, value=value, source_kind=self.source_kind
        )


def asked(body: bytes, who: str) -> Asked:
    """Read a form. Raises CaseError where it is none of ours."""
    try:
        form = parse_qs(body.decode("utf-8"), keep_blank_values=True, max_num_fields=2000)
    except ValueError as error:
        raise CaseError("this form cannot be read") from error
    return asked_of({key: values[-1] for key, values in form.items()}, form.get("target", []), who)


def asked_of(told: dict[str, Any], targets: Sequence[str], who: str) -> Asked:
    """Take a correction from named values, of a form or of JSON. Raises CaseError where they make no sense."""
    kind = told.get("kind", "")
    value, because = str(told.get("value") or ""), str(told.get("because") or "")
    for quick, of_kind in (("accept", "note"), ("reject", "reject")):
        if told.get(quick):
            kind, targets = of_kind, str(told[quick]).splitlines()
            if quick == "accept":
                value, because = "accepted", because or "accepted on reading"
            else:
                because = because or "rejected on reading"
    if kind not in get_args(JudgementKind):
        raise CaseError(f"{str(kind)[:40]!r} is no kind of correction")
    source_kind = told.get("source_kind") or None
    if source_kind is not None and source_kind not in get_args(SourceKind):
        raise CaseError(f"{str(source_kind)[:40]!r} is no kind of source")
    targets = tuple(t for t in dict.fromkeys(map(str, targets)) if t)
    if max(map(len, (value, because, str(told.get("who") or ""), *targets)), default=0) > _LONG:
        raise CaseError(f"a field is longer than {_LONG:,} characters")
    return Asked(kind, targets, value, because, str(told.get("who") or who), source_kind, back(told.get("back")))


def back(address: Any) -> str:
    """Give an address on these pages: a path, never another host."""
    address = str(address or "/")
    inside = address.startswith("/") and not address.startswith("//") and "\\" not in address
    return address if inside and address.isprintable() else "/"


def _named(value: str) -> str:
    """What is chosen from a list reads "Name (id)"; the id is what is meant."""
    name, bracket, rest = value.strip().rpartition(" (")
    return rest[:-1] if bracket and rest.endswith(")") and name else value.strip()


def keep(path: Path, wanted: Asked) -> tuple[Judgement, bool]:
    """Keep a correction; give it, and whether the case has to be compared for it.

    Raises CaseError where it makes no sense.
    """
    from rashomon.engines import keep as kept

    with Case(path, make=False) as case:
        made = wanted.made(case)
        kept(case, [made])
        return made, not case.corrections.only_notes([made])


def take_in(path: Path, lines: str) -> tuple[Judgement, ...]:
    """Take in judgements that were written out as JSON lines; give those for which the case has to be compared."""
    from rashomon.engines import keep as kept

    try:
        judgements = tuple(from_lines(lines.splitlines()))
    except ValueError as error:
        raise CaseError(str(error)) from error
    with Case(path, make=False) as case:
        new = kept(case, judgements)
        return judgements if new and not case.corrections.only_notes(judgements) else ()


LONGEST = 400_000
"""Characters of a page's text that are taken along."""
_PLAIN = "!#$&'()*+,/:;=?@[]{}|<>\\^` "
"""Characters that stand as they are in the address of a bookmark; a quotation mark and % do not."""
_TAKE = """(()=>{
const said=(...names)=>{for(const n of names){
const m=document.querySelector(`meta[property="${n}"],meta[name="${n}"]`);
if(m?.content)return m.content.trim()}return""};
const one=(what)=>document.querySelector(what);
const chosen=String(getSelection());
const parts=[...document.querySelectorAll("article,main,[role=main]")];
const body=parts.sort((a,b)=>b.innerText.length-a.innerText.length)[0]??document.body;
const day=said("article:published_time","datePublished","date")||one("time[datetime]")?.dateTime||"";
const clip={title:said("og:title")||document.title,text:(chosen.length>200?chosen:body.innerText).slice(0,LONGEST),
url:one("link[rel=canonical]")?.href||location.href,outlet:said("og:site_name"),published:day.slice(0,10)};
open("HOME/clip#"+encodeURIComponent(JSON.stringify(clip)))})()"""

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Clip</title><script src="/static/rashomon.js" type="module"></script></head>
<body data-clip><main><h1>Taking it along</h1><p>If nothing follows, open the address that <code>rashomon serve</code>
printed in this browser, and clip again.</p></main></body></html>
"""


def bookmark(home: str) -> str:
    """Give the address of the bookmark for the pages at `home` ("http://127.0.0.1:8642")."""
    script = " ".join(_TAKE.split("\n")).replace("LONGEST", str(LONGEST)).replace("HOME", escape(home))
    return f"javascript:{quote(script, safe=_PLAIN)}"


async def whole_body(request: Request) -> bytes | None:
    """Read the body, at most `LIMIT` bytes of it."""
    body = bytearray()
    try:
        async for part in request.stream():
            body += part
            if len(body) > LIMIT:
                return None
    except ClientDisconnect:  # nobody is there to be told
        return None
    return bytes(body)


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
        said = {name: _words(form, name) for name in ("outlet", "published", "language")}
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


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of reports, by their ids, and the page that this was said on."""

    of: dict[str, dict[str, str]]
    back: str


def said_of(body: bytes) -> Said:
    """Read a form that says of reports, one after another, where and when they are from, and in which language.

    Raises CaseError where it is none, or says nothing.
    """
    try:
        form = parse_qs(body.decode("utf-8"), keep_blank_values=True, max_num_fields=1000)
    except ValueError as error:
        raise CaseError("this form cannot be read") from error
    outlets, days, languages = (form.get(name, []) for name in ("outlet", "published", "language"))
    told = {}
    rows = zip(form.get("report", []), outlets, days, chain(languages, repeat("")), strict=False)
    for report, outlet, day, language in rows:
        of = {"outlet": outlet.strip()[:200], "published": day.strip()[:40], "language": language.strip()[:40]}
        if any(of.values()):
            told[report] = {name: value for name, value in of.items() if value}
    if not told:
        raise CaseError("nothing was said of any report")
    return Said(told, back(form.get("back", ["/add"])[0]))
