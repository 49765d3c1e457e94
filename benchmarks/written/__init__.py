"""Stories that were written for this project, as an analyst would mark them: `seen` and `unseen`.

What is built may be looked at beside those in `seen`. Those in `unseen` are only scored: nobody reads them, or what is
found of them, to mend anything; their figures say how the product fares with stories that nobody tuned on.

python -m benchmarks.written FOLDER      write each as a folder with reports.jsonl and gold.json, as scorers read them

A file is lines of heads, then reports:

    story: NAME                                       about: one line
    voice v1 | kind | name | other names; …
    fact F01 | kind | weight | day or day/day or - | least..most origins | one sentence
    dispute D1 | kind | strength | open or closed | about | what one side says | what the other says
    series S1 | what is counted
    apart X1 | why the two are not the same
    report r01 | outlet | published | url | whole: another report's id, an agency's name or - | title
    The text, in which {F01 v1: a clause tells a fact} and {F02 v2 denies, D1b: another, {F03: nested}, denies one}.

Marks stand before the colon, divided by commas: `F01 v1` (stance `says`; also `denies`, `hedges`), `D1a` for a side,
`S1=43 v3` or `S1=40-50 v3` for a point, `X1a` and `X1b` for two that look alike. Given are `reports.jsonl` and
`gold.json` as the scorers read them: every span is code points into the text without the marks.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

_OPEN = re.compile(r"\{([A-Z]\d+[^:{}]*): ?")
_FACT = re.compile(r"(F\d+) (v\d+)(?: (denies|hedges|says))?$")
_SIDE = re.compile(r"(D\d+)([a-d])$")
_POINT = re.compile(r"(S\d+)=(\d+)(?:-(\d+))? (v\d+)$")
_ALIKE = re.compile(r"(X\d+)([ab])$")
Row = dict[str, Any]


def story(written: str) -> tuple[list[Row], Row]:
    """Give the reports and the gold of one story, as the file tells them.

    Raises ValueError where a mark or a head is not understood, names what is not given, or a row is told nowhere.
    """
    head, *parts = re.split(r"^report ", written, flags=re.MULTILINE)
    gold: Row = {k: [] for k in ("voices", "facts", "disputes", "series", "apart", "entities", "lineage", "debris")}
    known: dict[str, Row] = {}
    for line in filter(None, map(str.strip, head.splitlines())):
        _head(line, gold, known)
    reports = []
    for part in parts:
        first, _, body = part.partition("\n")
        id_, outlet, published, url, whole, title = (f.strip() for f in first.split("|", 5))
        text, marks = _unmarked(body.strip(), id_)
        row = {"id": id_, "text": text, "title": title, "published": published, "outlet": outlet, "url": url}
        reports.append(row)
        gold["lineage"].append({"report": id_, "whole": None if whole == "-" else whole, "parts": []})
        for mark, start, end in marks:
            _mark(mark, {"report": id_, "quote": text[start:end], "start": start, "end": end}, known, published)
    for kind in ("facts", "disputes", "series"):
        for row in gold[kind]:
            if not row.get("tellings") and not row.get("sides", [{}])[0].get("quotes") and not row.get("points"):
                raise ValueError(f"{row['id']} is told nowhere")
    return reports, gold


def _head(line: str, gold: Row, known: dict[str, Row]) -> None:
    word, _, rest = line.partition(" ")
    if word in ("story:", "about:"):
        gold[word[:-1]] = rest.strip()
        return
    id_, *fields = (f.strip() for f in rest.split("|"))
    if id_ in known:
        raise ValueError(f"{id_} is given twice")
    if word == "voice":
        kind, name, names = fields
        row: Row = {"id": id_, "name": name, "kind": kind}
        row["names"] = [n for n in map(str.strip, [name, *names.split(";")]) if n]
        gold["voices"].append(row)
    elif word == "fact":
        kind, weight, day, origins, fact = fields
        least, most = origins.split("..")
        row = {"id": id_, "fact": fact, "kind": kind, "weight": int(weight), "date": None if day == "-" else day}
        row |= {"tellings": [], "origins": [int(least), int(most)]}
        gold["facts"].append(row)
    elif word == "dispute":
        kind, strength, status, about, *says = fields
        row = {"id": id_, "kind": kind, "strength": int(strength), "open": status == "open", "about": about}
        row["sides"] = [{"says": s, "quotes": []} for s in says]
        gold["disputes"].append(row)
    elif word == "series":
        row = {"id": id_, "what": fields[0], "points": []}
        gold["series"].append(row)
    elif word == "apart":
        row = {"why": fields[0]}
        gold["apart"].append(row)
    else:
        raise ValueError(f"not understood: {line}")
    known[id_] = row


def _unmarked(body: str, report: str) -> tuple[str, list[tuple[str, int, int]]]:
    text: list[str] = []
    held: list[tuple[str, int]] = []
    marks: list[tuple[str, int, int]] = []
    at = length = 0
    while at < len(body):
        if opened := _OPEN.match(body, at):
            held.append((opened[1], length))
            at = opened.end()
            continue
        if body[at] == "}" and held:
            names, start = held.pop()
            marks += [(name.strip(), start, length) for name in names.split(",")]
        elif body[at] in "{}":
            raise ValueError(f"{report}: a brace that marks nothing: {body[max(0, at - 20) : at + 40]!r}")
        else:
            text.append(body[at])
            length += 1
        at += 1
    if held:
        raise ValueError(f"{report}: {held[-1][0]} is not closed")
    return "".join(text), marks


def _mark(mark: str, at: Row, known: dict[str, Row], published: str) -> None:
    try:
        if found := _FACT.match(mark):
            known[found[2]]
            known[found[1]]["tellings"].append({**at, "stance": found[3] or "says", "voice": found[2]})
        elif found := _SIDE.match(mark):
            known[found[1]]["sides"]["abcd".index(found[2])]["quotes"].append(at)
        elif found := _POINT.match(mark):
            value = [int(found[2]), int(found[3] or found[2])]
            known[found[1]]["points"].append({"value": value, "as_of": published[:10], "voice": found[4], **at})
        elif found := _ALIKE.match(mark):
            known[found[1]][found[2]] = at
        else:
            raise ValueError(f"{at['report']}: no mark: {mark!r}")
    except (KeyError, IndexError) as error:
        raise ValueError(f"{at['report']}: {mark!r} names what is not given: {error}") from error


def written(kind: str, to: Path) -> list[Path]:
    """Write the stories of a kind, `seen` or `unseen`, into folders of `to`; give these, in the order of names."""
    homes = []
    for file in sorted((Path(__file__).parent / kind).glob("*.txt")):
        reports, gold = story(file.read_text("utf-8"))
        home = to / file.stem
        home.mkdir(parents=True, exist_ok=True)
        lines = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in reports)
        (home / "reports.jsonl").write_text(lines, "utf-8")
        (home / "gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", "utf-8")
        homes.append(home)
    return homes
