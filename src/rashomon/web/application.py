"""The pages and the API of one case behind its guard; every request opens the case anew and closes it."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from rashomon.case import Case, CaseError
from rashomon.case.corrections import to_lines
from rashomon.case.reading_shelf import ReadingsShown
from rashomon.exports.lookup import Memory
from rashomon.exports.overview import overview_style
from rashomon.web import api
from rashomon.web.background_work import Kept, Model, State, Works
from rashomon.web.desk import Desk, Ruled, Shown, survivor
from rashomon.web.guard import KEPT, OPEN, Guard, cookie, iso, visited
from rashomon.web.links import Served
from rashomon.web.render import render
from rashomon.web.screens import Page, RowPage
from rashomon.web.screens import pages as screens
from rashomon.web.screens.add import add
from rashomon.web.screens.chronicle import chronicle
from rashomon.web.screens.corrections import correct
from rashomon.web.screens.network import network
from rashomon.web.screens.point import point
from rashomon.web.screens.report import report
from rashomon.web.screens.sources import who_from_whom
from rashomon.web.taken_along import markdown, tables
from rashomon.web.writes import PAGE, Asked, Said, asked, back, keep, said_of, take_in, upload, whole_body

STATIC = Path(__file__).parent / "static"
_SHOWN = 200
"""Changes that a preview lists."""
_Shown = dict[str, Any] | None
_Screen = Callable[[str, Callable[[Desk, Request], _Shown]], Callable[[Request], Response]]
_BY = "rashomon-by"
"""The cookie that says by whom the pages are: "rules" alone, or the whole."""


def application(
    case: Path,
    *,
    hosts: frozenset[str],
    token: str | None = None,
    read_only: bool = False,
    who: str = "",
    works: Works | None = None,
    secure: bool = False,
    model: Model | None = None,
) -> Starlette:
    """Give the ASGI application over the file `case`.

    `hosts` are the values of Host that are answered; `token` is made unless given, and "" asks for none (tests);
    corrections are signed with `who` unless their form says otherwise; `works` is what goes on beside the pages;
    `secure` keeps the token from any connection that is not encrypted; `model` may point where it is asked to.
    """
    works = works or Works(case)
    pages = _Pages(case, read_only, who, works, secure=secure)
    screen = pages.screen
    routes = [
        *(Route(*_at(screen, page)) for page in screens()),
        Route("/reports/{id:path}", screen("report", lambda d, r: report(d, _id(r), _number(r, "at")))),
        Route("/correct", screen("correct", _correct)),
        Route("/corrections.jsonl", pages.lines),
        Route("/corrections", pages.kept, methods=["POST"]),
        Route("/corrections/preview", pages.previewed, methods=["POST"]),
        Route("/corrections/previews/{id}", pages.preview),
        Route("/going", pages.going),
        Route("/by/{id}", pages.by),
        Route("/add", screen("add", lambda d, r: add(d, works.adding, str(r.base_url)))),
        Route(OPEN, lambda _: HTMLResponse(PAGE)),
        Route("/add", pages.added, methods=["POST"]),
        Route("/point", screen("point", lambda d, r: point(d, _asked(r), model, works.asking))),
        Route("/point", partial(pages.pointed, model), methods=["POST"]),
        Route("/reports/told", pages.told, methods=["POST"]),
        Route("/compare", pages.compared, methods=["POST"]),
        Route("/corrections/lines", pages.taken_in, methods=["POST"]),
        *api.routes(case, who, works),
        Route("/static/overview.css", lambda _: Response(overview_style(), media_type="text/css")),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]
    token = secrets.token_urlsafe(24) if token is None else token
    guard = Middleware(Guard, token=token, hosts=hosts, read_only=read_only, secure=secure)
    app = Starlette(
        routes=routes,
        middleware=[guard],
        exception_handlers={404: pages.missing, CaseError: pages.damaged, sqlite3.Error: pages.damaged},
    )
    app.state.warm = works.then = pages.warm
    return app


def _at(screen: _Screen, page: Page | RowPage) -> tuple[str, Callable[[Request], Response]]:
    """Give the address of a page, and what answers there."""
    if isinstance(page, RowPage):
        return f"/{page.rows}/{{id:path}}", screen(page.name, lambda desk, request: page.show(desk, _id(request)))
    shown = screen(page.name, lambda desk, request: page.show(desk, _asked(request)))
    return page.address or f"/{page.name}", shown


class _Pages:
    def __init__(self, path: Path, read_only: bool, who: str, works: Works, *, secure: bool) -> None:
        self._path = path
        self._secure = secure
        self._seen = cookie(path)
        self._ruled = Ruled(path)
        self._editable = not read_only
        self._who = who
        self._works = works
        self._memory: tuple[tuple[Any, ...], ReadingsShown, Memory] = ((), ReadingsShown(-1, frozenset()), Memory())

    def screen(self, template: str, show: Callable[[Desk, Request], _Shown]) -> Callable[[Request], Response]:
        """Give the endpoint that shows a screen, or that it has nothing to show."""

        def answer(request: Request) -> Response:
            path, by = self._chosen(request)
            with Case(path, read_only=True) as held:
                desk = self._desk(held)
                desk.shown, desk.editable = by, desk.editable and by != "rules"
                since, remembered = visited(request.cookies.get(self._seen, ""), datetime.now(UTC))
                desk.since = iso(since)
                shown = show(desk, request)
                kept = self._kept(desk, request)
                if shown is None and kept is not None:  # the row went with the correction: on to what is left of it
                    left, mark, fragment = survivor(desk, template, kept.told.judgement).partition("#")
                    return RedirectResponse(f"{left}?kept={kept.told.judgement.id}{mark}{fragment}", 303)
                if shown is None:
                    return HTMLResponse(render("missing", desk), 404)
                page = render(template, desk, kept=kept, here=_here(request), **shown)
                answered = _taken_along(page, template, request.query_params.get("as", ""))
                answered.set_cookie(
                    self._seen, remembered, max_age=KEPT, httponly=True, samesite="strict", secure=self._secure
                )
                return answered

        return answer

    def _chosen(self, request: Request) -> tuple[Path, Shown]:
        """Which case a page shows: the whole, or where a model was followed and it is asked, the rules' case."""
        with Case(self._path, read_only=True) as held:
            if not held.pointed.digest():
                return self._path, ""
            if request.cookies.get(_BY) != "rules":
                return self._path, "whole"
            found = self._ruled.at(held.views.state())
        return (found, "rules") if found else (self._path, "coming")

    def by(self, request: Request) -> Response:
        """Show the pages by the rules alone from now on, or whole."""
        answer = RedirectResponse(back(request.query_params.get("back")), 303)
        chosen = "rules" if _id(request) == "rules" else "whole"
        answer.set_cookie(_BY, chosen, httponly=True, samesite="strict", secure=self._secure)
        return answer

    def _kept(self, desk: Desk, request: Request) -> Kept | None:
        told = desk.kept(request.query_params.get("kept", ""))
        if told is None:
            return None
        id_ = told.judgement.id
        return Kept(told, self._works.changed(id_), self._works.waits(id_))

    def warm(self) -> None:
        """Read what the pages of the largest story show, so that whoever asks for them next does not wait for it."""
        try:
            with Case(self._path, read_only=True) as held:
                desk = self._desk(held)
                chronicle(desk, {})
                network(desk, {})
                who_from_whom(desk, {})
        except (CaseError, sqlite3.Error):
            return  # whoever asks for a page is told

    def missing(self, request: Request, error: Exception) -> Response:
        """Say on a page of the case that nothing stands at this address."""
        try:
            with Case(self._path, read_only=True) as held:
                return HTMLResponse(render("missing", self._desk(held)), 404)
        except (CaseError, sqlite3.Error) as unreadable:
            return self.damaged(request, unreadable)

    def damaged(self, request: Request, error: Exception) -> Response:
        """Say why there is no page: the case is gone, or cannot be read."""
        if not self._path.exists():
            told = f"{self._path} is gone. Put it back where it was, and load this page again.\n"
            return PlainTextResponse(told, 503)
        return PlainTextResponse(f"The case cannot be read: {error}\n`rashomon check` says more.\n", 500)

    def lines(self, request: Request) -> Response:
        with Case(self._path, read_only=True) as held:
            return PlainTextResponse(to_lines(held.corrections), media_type="application/jsonl")

    async def kept(self, request: Request) -> Response:
        def work(wanted: Asked) -> Response:
            made, changing = keep(self._path, wanted)
            if changing:
                self._works.compare(made.id)
                self._works.settled()
            path, mark, fragment = wanted.back.partition("#")
            address = f"{path}{'&' if '?' in path else '?'}kept={made.id}{mark}{fragment}"
            return RedirectResponse(address, 303)

        return await self._written(request, work)

    async def previewed(self, request: Request) -> Response:
        def work(wanted: Asked) -> Response:
            return RedirectResponse(f"/corrections/previews/{self._works.look(wanted)}", 303)

        return await self._written(request, work)

    def preview(self, request: Request) -> Response:
        """A correction that may be kept, with what it would change as far as that is known."""
        found = self._works.preview(_id(request))
        with Case(self._path, read_only=True) as held:
            desk = self._desk(held)
            if found is None or not self._editable:
                return HTMLResponse(render("missing", desk), 404)
            changes = found.work.result
            shown = {"all": changes, "changes": (changes or ())[:_SHOWN], "more": max(0, len(changes or ()) - _SHOWN)}
            return HTMLResponse(render("preview", desk, found=found, done=found.work.finished, **shown))

    def going(self, request: Request) -> Response:
        """What goes on beside the pages, for their script."""
        going = self._works.going()
        waited = request.query_params.get("preview", "")
        found = self._works.preview(waited) if waited else None
        busy = found is not None and not found.work.finished if waited else going is not None or self._ruled.going
        seconds = int(found.work.seconds) if found else going.seconds if going else 0
        return JSONResponse({"going": busy, "seconds": seconds, **(going.told() if going else {})})

    async def compared(self, request: Request) -> Response:
        def work(wanted: str) -> Response:
            self._works.compare()
            self._works.settled()
            return RedirectResponse(wanted, 303)

        return await self._written(request, work, _back_of)

    async def added(self, request: Request) -> Response:
        try:
            given = await upload(request)
        except (CaseError, HTTPException) as error:  # a form that is none of ours is told by the latter
            with Case(self._path, read_only=True) as held:
                reason = str(getattr(error, "detail", error))
                return HTMLResponse(render("refused", self._desk(held), reason=reason, back="/add"), 422)
        self._works.add(given.folder, given.inputs, given.said, any_language=given.any_language)
        return RedirectResponse("/add", 303)

    async def told(self, request: Request) -> Response:
        """What a person says of reports that do not say it."""

        def work(said: Said) -> Response:
            self._works.tell(said.of)
            self._works.settled()
            return RedirectResponse(said.back, 303)

        return await self._written(request, work, said_of)

    async def pointed(self, model: Model | None, request: Request) -> Response:
        """Ask a model of the user's own about a story."""

        def work(story: str) -> Response:
            if model is None:
                raise CaseError("no model was named when these pages were opened")
            self._works.point(model, story)
            return RedirectResponse(f"/point?{urlencode({'story': story})}", 303)

        return await self._written(request, work, _story_of)

    async def taken_in(self, request: Request) -> Response:
        def work(wanted: str) -> Response:
            if changing := take_in(self._path, wanted):
                self._works.compare(*(j.id for j in changing))
                self._works.settled()
            return RedirectResponse("/corrections", 303)

        return await self._written(request, work, asked_lines)

    async def _written(
        self,
        request: Request,
        work: Callable[[Any], Response],
        read: Callable[[bytes], Any] | None = None,
    ) -> Response:
        body = await whole_body(request)
        if body is None:
            return PlainTextResponse("Longer than is taken in.\n", 413)

        def answer() -> Response:
            leading = "/"
            try:
                wanted = read(body) if read else asked(body, self._who)
                leading = back(getattr(wanted, "back", "/corrections"))
                return work(wanted)
            except CaseError as error:
                with Case(self._path, read_only=True) as held:
                    told = render("refused", self._desk(held), reason=str(error), back=leading)
                    return HTMLResponse(told, 422)

        return await run_in_threadpool(answer)

    def _desk(self, held: Case) -> Desk:
        going = self._works.going()
        state = State(going, self._works.failed, going is None and held.findings.stale())
        return Desk(held, Served(), editable=self._editable, state=state, memory=self._remembered(held))

    def _remembered(self, held: Case) -> Memory:
        """What was read of the case as it stands; of a case that was written since, readings that nobody corrected."""
        now = held.views.state()
        before, read, memory = self._memory
        if before != now:
            shown = held.readings.shown()
            still = memory.of_reports(read.corrected | shown.corrected) if shown.revision == read.revision else {}
            memory = Memory(still)
            self._memory = (now, shown, memory)
        return memory


def _taken_along(page: str, name: str, kind: str) -> Response:
    """The page, or what it shows in a form that other programs open."""
    if kind not in ("md", "csv"):
        return HTMLResponse(page)
    told = markdown(page) if kind == "md" else tables(page)
    media = "text/markdown" if kind == "md" else "text/csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}.{kind}"'}
    return Response(told.encode("utf-8"), media_type=f"{media}; charset=utf-8", headers=headers)


def _back_of(body: bytes) -> str:
    try:
        return back(parse_qs(body.decode("utf-8")).get("back", ["/"])[-1])
    except ValueError as error:
        raise CaseError("this form cannot be read") from error


def _story_of(body: bytes) -> str:
    try:
        return parse_qs(body.decode("utf-8"))["story"][-1]
    except (ValueError, KeyError) as error:
        raise CaseError("no story is named") from error


def asked_lines(body: bytes) -> str:
    """Give the lines that a form holds. Raises CaseError where it holds none."""
    try:
        return parse_qs(body.decode("utf-8"))["lines"][-1]
    except (ValueError, KeyError) as error:
        raise CaseError("there are no lines in it") from error


def _correct(desk: Desk, request: Request) -> _Shown:
    shown = correct(desk, request.query_params.getlist("target"), back(request.query_params.get("back")))
    return {**shown, "others": desk.others()} if shown and desk.editable else None


def _asked(request: Request) -> dict[str, str]:
    return dict(request.query_params)


def _here(request: Request) -> str:
    query = urlencode([(k, v) for k, v in request.query_params.multi_items() if k not in ("kept", "as")])
    return back(request.url.path + (f"?{query}" if query else ""))


def _id(request: Request) -> str:
    return str(request.path_params["id"])


def _number(request: Request, name: str) -> int:
    given = request.query_params.get(name, "0")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0
