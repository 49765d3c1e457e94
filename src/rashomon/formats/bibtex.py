"""The reports as BibTeX entries; no character of a title is a command of TeX, and braces always balance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from rashomon.case import Case
from rashomon.exports.ledger import Ledger
from rashomon.exports.reference import Reference, Writer, references
from rashomon.exports.safe_text import printable
from rashomon.formats import Format

_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{c: f"\\{c}" for c in "$&#%_"},
}
_ADDRESS = re.compile(r"[\\{}\s]+")
"""What cannot stand in an address: all else does as it is, since styles set an address letter by letter."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex(case: Case, ledger: Ledger) -> Iterator[str]:
    """Give one entry a report, in the order of their ids."""
    used: set[str] = set()
    for reference in references(case):
        yield _entry(reference, _key(reference.report, used))


def _key(report: str, used: set[str]) -> str:
    wanted = key = re.sub(r"[^A-Za-z0-9_:-]+", "-", report).strip("-") or "report"
    number = 1
    while key in used:
        number += 1
        key = f"{wanted}-{number}"
    used.add(key)
    return key


def _entry(r: Reference, key: str) -> str:
    fields = [
        ("title", f"{{{_tex(r.title)}}}" if r.title else ""),
        ("author", " and ".join(map(_author, r.authors))),
        ("journal", _tex(r.outlet)),
        ("year", str(r.date[0]) if r.date else ""),
        ("month", _MONTHS[r.date[1] - 1] if len(r.date) > 1 else ""),
        ("day", str(r.date[2]) if len(r.date) > 2 else ""),
        ("url", _ADDRESS.sub(lambda m: quote(m[0]), printable(r.url))),
        ("urldate", "-".join(f"{n:02}" for n in r.accessed)),
        ("language", _tex(r.language)),
    ]
    told = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}" for name, value in fields if value]
    return f"@article{{{key},\n" + ",\n".join(told) + "\n}\n\n"


def _author(writer: Writer) -> str:
    """A person as "van der Berg, Jane", so that styles can sort and shorten him; else whole, in braces."""
    if not writer.given:
        return f"{{{_tex(writer.family)}}}"
    return f"{_tex(f'{writer.particle} {writer.family}')}, {_tex(writer.given)}"


def _tex(text: str) -> str:
    return "".join(_TEX.get(c, c) for c in printable(" ".join(text.split())))


FORMAT = Format(
    suffix="bib",
    what="the reports as references",
    opens="LaTeX, JabRef",
    checked="bibtexparser",
    write=bibtex,
    lost="a list of references holds reports alone",
    losses={
        "everything but the references of the reports": "any other format",
        "a publication day that is only bounded": "left out: no day is made up",
        "control and steering characters": "shown by their numbers",
    },
)
