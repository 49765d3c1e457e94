"""The formats that a case is written in: one name, one writer; a writer is imported when it is first asked for.

A writer of one text gives its parts, told the case and the ledger; a writer of a folder or of bytes is also told
where to. It tells the ledger which claims it wrote; every other claim is lost for the reason that stands here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Format = Literal[
    "annotations",
    "bibtex",
    "brat",
    "csl",
    "csv",
    "docbin",
    "findings",
    "followthemoney",
    "geojson",
    "gexf",
    "graphml",
    "html",
    "jsonl",
    "markdown",
    "parquet",
    "polecat",
    "readings",
    "reports",
    "statements",
    "stix",
    "timelinejs",
    "xlsx",
]
FORMATS: tuple[Format, ...] = get_args(Format)


@dataclass(frozen=True, slots=True)
class Face:
    """How one format is written.

    `file` is what the case's name is followed by, `home` the module whose function of the module's name writes it,
    `shape` what that writes, `because` why a claim that it does not tell of is lost.
    """

    file: str
    home: str
    shape: Literal["text", "bytes", "folder"] = "text"
    because: str = ""


_ROOM = "rashomon.exports"
FACES: dict[Format, Face] = {
    "annotations": Face("annotations.jsonld", f"{_ROOM}.annotations.collection"),
    "bibtex": Face("bib", f"{_ROOM}.references.bibtex", because="a list of references holds reports alone"),
    "brat": Face("brat", f"{_ROOM}.brat", "folder", "none of its rows has characters in a report"),
    "csl": Face("csl.json", f"{_ROOM}.references.csl", because="a list of references holds reports alone"),
    "csv": Face("csv", f"{_ROOM}.sheets", "folder"),
    "docbin": Face("spacy", f"{_ROOM}.docbin", "bytes", "none of its rows has characters in a report"),
    "findings": Face("findings.json", f"{_ROOM}.interchange_files.findings"),
    "followthemoney": Face("ftm.json", f"{_ROOM}.followthemoney.entities"),
    "geojson": Face("geojson", f"{_ROOM}.geojson", because="no event or line of it has a place"),
    "gexf": Face("gexf", f"{_ROOM}.network.gexf"),
    "graphml": Face("graphml", f"{_ROOM}.network.graphml"),
    "html": Face("chronicle.html", f"{_ROOM}.web_page", because="no line and no conflict rests on it"),
    "jsonl": Face("tables", f"{_ROOM}.lines", "folder"),
    "markdown": Face("chronicle.md", f"{_ROOM}.markdown", because="no line and no conflict rests on it"),
    "parquet": Face("parquet", f"{_ROOM}.parquet", "folder"),
    "polecat": Face(
        "polecat.tsv", f"{_ROOM}.polecat", because="put forward by statements alone; a row here is an event"
    ),
    "readings": Face("readings.jsonl", f"{_ROOM}.interchange_files.readings", because="readings hold no claims"),
    "reports": Face("reports.jsonl", f"{_ROOM}.interchange_files.reports", because="reports hold no claims"),
    "statements": Face("statements.csv", f"{_ROOM}.followthemoney.statements"),
    "stix": Face("stix.json", f"{_ROOM}.stix"),
    "timelinejs": Face("timeline.json", f"{_ROOM}.timelinejs", because="no dated line rests on it"),
    "xlsx": Face("xlsx", f"{_ROOM}.workbook", "bytes"),
}
"""By name."""
