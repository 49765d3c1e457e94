"""The pages and the API of one case behind its guard; every request opens the case anew and closes it."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from rashomon.case import Case
from rashomon.web.desk import Desk
from rashomon.web.guard import Guard
from rashomon.web.links import Served
from rashomon.web.render import render
from rashomon.web.screens.chronicle import chronicle
from rashomon.web.screens.claim import claim
from rashomon.web.screens.claims import claims
from rashomon.web.screens.conflict import conflict, conflicts
from rashomon.web.screens.entity import entities, entity
from rashomon.web.screens.network import network
from rashomon.web.screens.places import places
from rashomon.web.screens.report import report, reports
from rashomon.web.screens.review import review
from rashomon.web.screens.search import search
from rashomon.web.screens.timeline import timeline

STATIC = Path(__file__).parent / "static"
_Shown = dict[str, Any] | None


def application(case: Path, *, hosts: frozenset[str], token: str | None = None, read_only: bool = False) -> Starlette:
    """Give the ASGI application over the file `case`. `token` is made unless given; "" asks for none (tests)."""
    token = secrets.token_urlsafe(24) if token is None else token

    def screen(template: str, show: Callable[[Desk, Request], _Shown]) -> Callable[[Request], Response]:
        def answer(request: Request) -> Response:
            with Case(case, read_only=True) as held:
                desk = Desk(held, Served(), editable=not read_only)
                shown = show(desk, request)
                if shown is None:
                    return HTMLResponse(render("missing", desk), 404)
                return HTMLResponse(render(template, desk, **shown))

        return answer

    def missing(request: Request, error: Exception) -> Response:
        with Case(case, read_only=True) as held:
            return HTMLResponse(render("missing", Desk(held, Served())), 404)

    routes = [
        Route("/", screen("chronicle", lambda d, r: chronicle(d, _asked(r)))),
        Route("/reports", screen("reports", lambda d, r: reports(d, _asked(r)))),
        Route("/reports/{id:path}", screen("report", lambda d, r: report(d, _id(r), _number(r, "at")))),
        Route("/claims", screen("claims", lambda d, r: claims(d, _asked(r)))),
        Route("/claims/{id:path}", screen("claim", lambda d, r: claim(d, _id(r)))),
        Route("/conflicts", screen("conflicts", lambda d, r: conflicts(d, _asked(r)))),
        Route("/conflicts/{id:path}", screen("conflict", lambda d, r: conflict(d, _id(r)))),
        Route("/entities", screen("entities", lambda d, r: entities(d, _asked(r)))),
        Route("/entities/{id:path}", screen("entity", lambda d, r: entity(d, _id(r)))),
        Route("/timeline", screen("timeline", lambda d, r: timeline(d, _asked(r)))),
        Route("/network", screen("network", lambda d, r: network(d, _asked(r)))),
        Route("/map", screen("map", lambda d, r: places(d, _asked(r)))),
        Route("/review", screen("review", lambda d, r: review(d, _asked(r)))),
        Route("/search", screen("search", lambda d, r: search(d, _asked(r)))),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]
    guard = Middleware(Guard, token=token, hosts=hosts, read_only=read_only)
    return Starlette(routes=routes, middleware=[guard], exception_handlers={404: missing})


def _asked(request: Request) -> dict[str, str]:
    return dict(request.query_params)


def _id(request: Request) -> str:
    return str(request.path_params["id"])


def _number(request: Request, name: str) -> int:
    given = request.query_params.get(name, "0")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0
