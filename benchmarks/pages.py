"""What the pages of a large case cost, on the server alone, the median of five.

    python -m benchmarks.pages [REPORTS]          many reports made of rows, 10,000 unless told
    python -m benchmarks.pages --compared [N]     N reports (300) made of the sample's paragraphs, compared: the bars

Of rows: every report has a statement and an event, every fourth a second outlet's copy, so that all lists, filters and
counts have their real sizes. Compared: `benchmarks.compare_scale` makes the reports, so that stories, chains and
disputes have theirs; each figure stands beside its bar, and a note and a correction are kept over the pages.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, sleep
from typing import TYPE_CHECKING

from rashomon.case import Case
from rashomon.records import (
    Attribution,
    Chain,
    ChronicleEntry,
    Claim,
    Conflict,
    Entity,
    Event,
    Findings,
    Lineage,
    Mention,
    Origin,
    Publication,
    Reading,
    Reason,
    Report,
    Story,
)

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.testclient import TestClient

_HOST = "127.0.0.1:8642"
_IN_STORY = 40
LIMIT = 0.3
"""Seconds that the home page may take on the server."""
WEIGHT = 150_000
"""Bytes that it may weigh with its style sheet and script."""


_DAY = Reason("clause", "day")


def _dated(report: str) -> Reason:
    return Reason("made").then(Reason("date", report).then(_DAY, ": "))


def _report(n: int) -> tuple[Report, Reading]:
    name, port = f"Speaker {n % 900}", f"Port {n % 120}"
    day = f"2031-{n // 900 % 12 + 1:02}-{n % 28 + 1:02}"
    text = (
        f"Ferries stay in {port}\n\n{name} said that crews struck {port} on day {n}. Nobody sailed for the whole day.\n"
    )
    said, struck = text.index("said"), text.index("struck")
    at, start = text.index(name), text.index("crews")
    end = text.index(".", start)
    struck_at, whole = (struck, struck + 6), (at, end)
    place = text.index(port, start)
    mentions = (
        Mention("m1", at, at + len(name), "person", "name", "x1", Reason("made")),
        Mention("m2", place, place + len(port), "place", "name", "x2", Reason("made")),
    )
    reading = Reading(
        f"r{n:06}",
        Publication(day, "metadata", day, day, None, Reason("metadata")),
        "en",
        f"Ferries stay in {port}",
        f"Outlet {n % 300}",
        None,
        sentences=((0, 20), (at, end + 1)),
        mentions=mentions,
        chains=(Chain("x1", name, "person", (name,)), Chain("x2", port, "place", (port,))),
        attributions=(
            Attribution("a1", ((at, at + len(name)),), ((said, said + 4),), ((start, end),), "named_person", "m1"),
        ),
        events=(
            Event("e1", "PROTEST", struck_at, ("m1",), (), "m2", day, _DAY, "attributed", "a1", whole),
        ),
    )  # fmt: skip
    return Report(
        f"r{n:06}", text, f"Ferries stay in {port}", f"Outlet {n % 300}", None, day, "en", input=str(n)
    ), reading


def _findings(reports: list[Report]) -> Findings:
    claims, entries, stories, conflicts = [], [], [], []
    for n in range(0, len(reports), 2):
        pair = reports[n : n + 2]
        rows = tuple((r.id, row) for r in pair for row in ("a1", "e1"))
        evidence = tuple((r.id, r.text.index("crews"), r.text.index(".", r.text.index("crews"))) for r in pair)
        origins = tuple(
            Origin("named_person", f"Speaker {int(r.input) % 900}", ((r.id, "a1"),), f"voice:{int(r.input) % 900}")
            for r in pair
        )
        story = f"s{n // _IN_STORY}"
        disputed = (f"x{n - 6}",) if n % 10 == 6 else ()
        claims.append(Claim(f"k{n}", pair[0].text[25:80], evidence, rows, origins, (1, len(pair)), Reason("made")))
        entries.append(
            ChronicleEntry(
                f"h{n}", pair[0].published, pair[0].text[25:90], tuple((r.id, "e1") for r in pair), (f"k{n}",),
                (1, len(pair)), disputed, story, evidence[0], "story", _dated(pair[0].id),
            )
        )  # fmt: skip
        if n % 10 == 6:
            conflicts.append(
                Conflict(
                    f"x{n - 6}", (f"k{n}", f"k{n - 2}"), "number", Reason("rule").then(Reason("figure", "1 or 2"), ":")
                )
            )
    for n in range(0, len(reports), _IN_STORY):
        ids = tuple(r.id for r in reports[n : n + _IN_STORY])
        stories.append(Story(f"s{n // _IN_STORY * 20}", f"Strike {n // _IN_STORY}", ids, None, None, Reason("made")))
    by_story = {r: s.id for s in stories for r in s.reports}
    placed = tuple(
        ChronicleEntry(
            e.id, e.date, e.title, e.events, e.claims, e.independent_origins, e.conflicts, by_story[e.events[0][0]],
            e.evidence, e.period, e.because,
        )
        for e in entries
    )  # fmt: skip
    people = tuple(
        Entity(f"n{k}", f"Speaker {k}", "person", (f"Speaker {k}",), tuple((r.id, "m1") for r in reports[k::900]))
        for k in range(min(900, len(reports)))
    )
    ports = tuple(
        Entity(f"p{k}", f"Port {k}", "place", (f"Port {k}",), tuple((r.id, "m2") for r in reports[k::120]))
        for k in range(min(120, len(reports)))
    )
    copies = tuple(
        Lineage(r.id, reports[n - 1].id, "reprint", "text", 0.98, ((r.id, 0, 20),), Reason("made"))
        for n, r in enumerate(reports)
        if n % 4 == 3
    )
    return Findings((*people, *ports), copies, tuple(stories), tuple(claims), tuple(conflicts), placed)


def made(path: Path, count: int) -> None:
    """Make a case of `count` reports at `path`."""
    pairs = [_report(n) for n in range(count)]
    with Case(path) as case, case.transaction():
        for report, _ in pairs:
            case.reports.add(report)
        case.readings.keep((reading for _, reading in pairs), "rashomon made")
        case.findings.keep(_findings([report for report, _ in pairs]), "made")


def _web(path: Path) -> tuple[Starlette, TestClient]:
    """Serve a case. Imported here alone: a process of works begins as it does beside `serve`, without all this."""
    from starlette.testclient import TestClient

    from rashomon.web import application

    app = application(path, hosts=frozenset({_HOST}), token="")
    return app, TestClient(app, base_url=f"http://{_HOST}", headers={"origin": f"http://{_HOST}"})


def pages(path: Path, screens: dict[str, str] | None = None) -> dict[str, tuple[float, int]]:
    """Give, for each screen, the seconds on the server and the bytes of the page, once the pages have got ready."""
    app, web = _web(path)
    app.state.warm()
    screens = screens or {
        "home": "/",
        "home, filtered": "/?entity=n7&first=2031-02",
        "home, by words": "/?words=%22Port+7%22",
        "a story": "/?story=s40",
        "search": "/search?q=Speaker+7",
        "reports": "/reports",
        "a report": "/reports/r000007",
        "claims": "/claims?story=s40",
        "a claim": "/claims/k14",
        "conflicts": "/conflicts",
        "a conflict": "/conflicts/x10",
        "entities": "/entities",
        "an entity": "/entities/n7",
        "timeline": "/timeline?story=s40",
        "network": "/network?story=s40",
        "map": "/map",
        "review": "/review",
    }
    found = {}
    for name, address in screens.items():
        times = []
        for _ in range(5):
            began = perf_counter()
            answer = web.get(address)
            times.append(perf_counter() - began)
            assert answer.status_code == 200, (name, answer.status_code)
        found[name] = median(times), len(answer.content)
    return found


_BAR, _WEIGHT, _DRAWN = 0.25, 200_000, 600_000
"""Seconds that a page of 300 reports may take, and bytes that it may weigh without and with drawings."""
_NOTE, _ANSWER, _COMPARED = 0.3, 0.5, 5.0
_DRAWINGS = frozenset({"timeline", "sources", "network", "map", "a claim", "home", "a story"})


def compared(path: Path, count: int) -> float:
    """Make a case of `count` made-up reports in two stories at `path`; give the seconds that comparing took."""
    from benchmarks.compare_scale import made_up_case
    from rashomon.engines.compare_again import compare_again

    reports, readings = made_up_case(count, -(-count // 2))
    with Case(path) as case:
        with case.transaction():
            for report in reports.values():
                case.reports.add(report)
            case.readings.keep(readings.values(), "rashomon made")
        began = perf_counter()
        compare_again(case)
        return perf_counter() - began


def _of_compared(path: Path) -> dict[str, str]:
    """The screens of such a case, those of its largest rows among them."""
    with Case(path, read_only=True) as case:

        def first(question: str) -> str:
            return str(case.ask(question)[0][0])

        story = first("SELECT id FROM story ORDER BY json_array_length(reports) DESC, id LIMIT 1")
        report = first("SELECT report FROM claim_member GROUP BY report ORDER BY count(*) DESC, report LIMIT 1")
        claim = first("SELECT claim FROM claim_origin GROUP BY claim ORDER BY count(*) DESC, claim LIMIT 1")
        conflict = first("SELECT id FROM conflict ORDER BY position LIMIT 1")
        entity = first("SELECT id FROM entity ORDER BY json_array_length(mentions) DESC, position LIMIT 1")
        line = first("SELECT entry FROM entry_report GROUP BY entry ORDER BY count(*) DESC, entry LIMIT 1")
        pair = [r for (r,) in case.ask("SELECT id FROM report ORDER BY id LIMIT 2")]
    return {
        "home": "/",
        "a story": f"/?story={story}",
        "a line": f"/lines/{line}",
        "reports": "/reports",
        "a report": f"/reports/{report}",
        "side by side": f"/beside?a={pair[0]}&b={pair[1]}",
        "claims": f"/claims?story={story}",
        "a claim": f"/claims/{claim}",
        "conflicts": "/conflicts",
        "a conflict": f"/conflicts/{conflict}",
        "entities": "/entities",
        "an entity": f"/entities/{entity}",
        "timeline": f"/timeline?story={story}",
        "sources": f"/sources?story={story}",
        "network": f"/network?story={story}",
        "map": f"/map?story={story}",
        "review": "/review",
        "corrections": "/corrections",
        "search": "/search?q=depot",
        "add": "/add",
    }


def _kept(path: Path) -> dict[str, tuple[float, float]]:
    """A note and a correction over the pages: seconds until each is answered, and until the latter is compared."""
    app, web = _web(path)
    app.state.warm()  # as `serve` begins
    with Case(path, read_only=True) as case:
        rows = case.ask(
            "SELECT report || ':' || row FROM claim_member WHERE row LIKE '%a%' ORDER BY report, row LIMIT 1"
        )
        entity = case.ask(
            "SELECT id FROM entity WHERE kind = 'person' ORDER BY json_array_length(mentions) DESC LIMIT 1"
        )
    forms = {
        "a note": {"kind": "note", "target": rows[0][0], "value": "seen", "because": "read", "back": "/corrections"},
        "a correction": {"kind": "rename", "target": entity[0][0], "value": "Somebody Else", "because": "so"},
    }
    found = {}
    for name, form in forms.items():
        began = perf_counter()
        answer = web.post("/corrections", data=form, follow_redirects=False)
        found[name] = perf_counter() - began, _NOTE if name == "a note" else _ANSWER
        assert answer.status_code == 303, (name, answer.status_code, answer.text[:300])
    while web.get("/going").json()["going"]:
        sleep(0.05)
    found["compared"] = perf_counter() - began, _COMPARED
    return found


def _bars(count: int) -> int:
    """Print every figure beside its bar; give 1 where one is over. Works are made ready for as `serve` does."""
    from rashomon.engines import get_ready

    get_ready("rashomon.engines", "rashomon.reading", "rashomon.engines.word_tables")
    over = 0
    with TemporaryDirectory() as folder:
        path = Path(folder) / "compared.case"
        print(
            f"{count:,} reports, compared in {compared(path, count):.1f} s; {_static():,} bytes of style, script, icon"
        )
        for name, (seconds, size) in pages(path, _of_compared(path)).items():
            most = _DRAWN if name in _DRAWINGS else _WEIGHT
            over += seconds > _BAR or size + _static() > most
            print(f"{name:14} {seconds * 1000:7.0f} ms {seconds / _BAR:5.2f} {size:9,} bytes {size / most:5.2f}")
        for name, (seconds, bar) in _kept(path).items():
            over += seconds > bar
            print(f"{name:14} {seconds * 1000:7.0f} ms {seconds / bar:5.2f}")
    return int(over > 0)


def _static() -> int:
    folder = Path(__file__).parent.parent / "src" / "rashomon" / "web" / "static"
    return sum(p.stat().st_size for p in folder.iterdir())


def main(count: int) -> int:
    """Print the table; give 1 where the home page is over its limits."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "large.case"
        made(path, count)
        found = pages(path)
    static = _static()
    print(f"{count:,} reports; style, script and icon {static:,} bytes")
    for name, (seconds, size) in found.items():
        print(f"{name:16} {seconds * 1000:7.0f} ms {size:9,} bytes")
    home, size = found["home"]
    return int(home > LIMIT or size + static > WEIGHT)


if __name__ == "__main__":
    told = sys.argv[1:]
    if "--compared" in told:
        told.remove("--compared")
        sys.exit(_bars(int(told[0]) if told else 300))
    sys.exit(main(int(told[0]) if told else 10_000))
