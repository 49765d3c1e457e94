"""The lines of the chronicle as event data: PLOVER types in the 40 columns of POLECAT, tab-parted.

One row a line that is said to have happened, so that an event that ten reports tell is one event; what is denied,
planned, demanded or hypothetical is no row. A cell that we do not know is empty: no date is made up from that of the
report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rashomon.case import Case
from rashomon.exports.deeds import Deed, Deeds, Party, sector_of, state_of
from rashomon.exports.in_words import span_of_days
from rashomon.exports.ledger import Ledger
from rashomon.exports.lookup import Lookup
from rashomon.exports.safe_text import harmless, printable
from rashomon.formats import Format
from rashomon.records import ChronicleEntry

COLUMNS = (
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    *(
        column.format(side)
        for side in ("Actor", "Recipient")
        for column in (
            "{} Name",
            "{} Country",
            "{} COW",
            "Primary {} Sector",
            "{} Sectors",
            "{} Title",
            "{} Name Raw",
            "Wikipedia {} ID",
        )
    ),
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
)
_QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "1"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "2"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "3"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "4"),
}
"""Verbal cooperation, material cooperation, verbal conflict, material conflict (docs/codebook.md)."""
Located = Callable[[str], tuple[float, float] | None]
_HAPPENED = frozenset({"asserted", "attributed"})


def polecat(case: Case, ledger: Ledger, located: Located = lambda name: None) -> Iterator[str]:
    """Give the head and one row a line of the chronicle; `located` gives longitude and latitude of a name, or None."""
    import rashomon

    found = case.findings.get()
    deeds, lookup = Deeds(case, found), Lookup(case)
    yield "\t".join(COLUMNS) + "\n"
    for entry in found.chronicle:
        deed = deeds.of(entry)
        if deed is None:
            ledger.lose("line", entry.id, "no event behind")
        elif deed.event.modality not in _HAPPENED:
            ledger.lose("line", entry.id, "not told as a fact, and the format has no modality", deed.event.modality)
        else:
            told = _told(case, lookup, deeds, entry, deed, ledger, located) | {
                "Version": f"rashomon {rashomon.__version__}"
            }
            yield "\t".join(_cell(told.get(column, "")) for column in COLUMNS) + "\n"
            for claim in entry.claims:
                ledger.lose("claim", claim, "no column holds a claim, only the event that it tells", entry.id)


def _told(
    case: Case, lookup: Lookup, deeds: Deeds, entry: ChronicleEntry, deed: Deed, ledger: Ledger, located: Located
) -> dict[str, str]:
    reports = case.findings.behind(entry.id)
    days = span_of_days(entry.date)
    day = days[0] if days and days[0] == days[1] and len(days[0]) == 10 else ""
    if not day:
        ledger.lose("date", entry.id, "the column holds a day", entry.date or "unknown")
    reading = lookup.reading(deed.report)
    parties = deeds.parties((report, m.id) for report in reports if (r := lookup.reading(report)) for m in r.mentions)
    named = [p for p in parties if p.entity and p.entity.names]
    actors, recipients = _bodies(deed.actors), _bodies(deed.recipients)
    return {
        "Event ID": entry.id,
        "Event Date": day,
        "Event Type": deed.event.type,
        "Event Mode": deed.event.mode or "",
        "Quad Code": _QUADS[deed.event.type],
        "Actor Name": _names(actors),
        "Actor Country": _countries(actors),
        "Primary Actor Sector": _sectors(actors).partition("; ")[0],
        "Actor Sectors": _sectors(actors),
        "Actor Name Raw": _raw(actors),
        "Recipient Name": _names(recipients),
        "Recipient Country": _countries(recipients),
        "Primary Recipient Sector": _sectors(recipients).partition("; ")[0],
        "Recipient Sectors": _sectors(recipients),
        "Recipient Name Raw": _raw(recipients),
        **_place(deed.places[:1], located),
        "Placename": _names(deed.places[:1]),
        "Raw Placename": _raw(deed.places[:1]),
        "Source": "; ".join(dict.fromkeys(lookup.outlet(r) for r in reports)),
        "Publication Date": lookup.published(deed.report) or "",
        "Story People": _names([p for p in named if p.kind == "person"]),
        "Story Organizations": _names([p for p in named if p.kind in ("organisation", "group")]),
        "Story Locations": _names([p for p in named if p.kind in ("place", "facility")]),
        "Language": reading.language if reading else "",
    }


def _bodies(parties: Sequence[Party]) -> list[Party]:
    """Those who can do or suffer a deed: a demand, a vote or "ourselves" is neither actor nor recipient."""
    return [p for p in parties if p.kind != "other" or (p.entity and p.entity.names)]


def _countries(parties: Sequence[Party]) -> str:
    found = [state.three for p in parties if (state := state_of(p.name, p.kind))]
    return "; ".join(dict.fromkeys(filter(None, found)))


def _sectors(parties: Sequence[Party]) -> str:
    return "; ".join(dict.fromkeys(s for p in parties if (s := sector_of(p.name, p.kind))))


def _place(places: Sequence[Party], located: Located) -> dict[str, str]:
    """The country and the point of a place, each where its name tells."""
    told: dict[str, str] = {}
    for place in places:
        state = state_of(place.name, place.kind)
        names = place.entity.names if place.entity else ()
        point = next((p for n in (place.name, *names) if (p := located(n))), None)
        told = {"Country": state.three if state else ""}
        if point:
            told |= {"Longitude": f"{point[0]:g}", "Latitude": f"{point[1]:g}"}
    return told


def _names(parties: Sequence[Party]) -> str:
    return "; ".join(dict.fromkeys(p.name for p in parties))


def _raw(parties: Sequence[Party]) -> str:
    return "; ".join(p.raw for p in parties)


def _cell(text: str) -> str:
    return str(harmless(printable(" ".join(text.split()))))


FORMAT = Format(
    suffix="polecat.tsv",
    what="event data, PLOVER types in POLECAT's 40 columns, one row a line of the chronicle",
    opens="R, pandas",
    checked="column count, closed types",
    write=polecat,
    takes=("located",),
    lost="put forward by statements alone; a row here is an event",
    losses={
        "claims, who says so, independent origins, conflicts": "no column holds them; the loss report names each claim",
        "events denied, planned, demanded or hypothetical": "left out and named: the format has no modality",
        "things that take part (“a number of measures”)": "a column of actors holds people, bodies and places alone",
        "dates that are no day": "left empty and named in the loss report",
        "countries, sectors and coordinates that names do not tell": "left empty, as intensity always is",
        "corrections": "an event is as corrected; that somebody did is not told",
        "offsets": "none in the format; Event ID is the line's id in the case",
        "tabs and line breaks in names": "made single spaces; a cell that a spreadsheet would run bears an apostrophe",
    },
)
