"""The case as JSON: one table of answers, from which both the routes and their OpenAPI document are made."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, is_dataclass
from pathlib import Path
from typing import Any, get_args

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

import rashomon
from rashomon.case import Case, CaseError
from rashomon.case.browse import Found, Narrow
from rashomon.exports import schema
from rashomon.records import JudgementKind, SourceKind
from rashomon.records.interchange import as_json, interchange
from rashomon.web.background_work import Works
from rashomon.web.writes import Asked, asked_of, keep, whole_body

Query = dict[str, str]
_MOST = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """One address of the API: what it gives, what narrows it, and the schema of what comes back."""

    path: str
    says: str
    gives: Callable[[Case, Query], Any]
    schema: dict[str, Any]
    narrowed: tuple[str, ...] = ()
    paged: bool = False


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _page_of(rows: dict[str, Any]) -> dict[str, Any]:
    after = {"type": "string", "description": "What to ask the next page with, empty at the end."}
    return {
        "type": "object",
        "required": ["rows", "after"],
        "properties": {"rows": {"type": "array", "items": rows}, "after": after},
    }


_TEXT = {"type": ["string", "null"]}
_REPORT = {
    "type": "object",
    "required": ["id", "title", "outlet", "url", "published", "language", "digest", "text"],
    "properties": {
        **dict.fromkeys(("title", "outlet", "url", "published", "language", "modified", "credit"), _TEXT),
        **{name: {"type": "string"} for name in ("id", "digest", "text", "input", "note", "partial", "rungs")},
    },
}
_HIT = {
    "type": "object",
    "required": ["kind", "id", "excerpt"],
    "properties": {
        "kind": {"enum": list(get_args(Found))},
        "id": {"type": "string"},
        "excerpt": {
            "type": "array",
            "items": {"type": "array", "prefixItems": [{"type": "string"}, {"type": "boolean"}]},
            "description": "Words, and whether they were searched for.",
        },
    },
}
_JUDGED = {
    "type": "object",
    "required": ["judgement", "state", "reason", "against"],
    "properties": {
        "judgement": {"type": "object", "required": ["id", "kind", "value", "because", "who", "when", "about"]},
        "state": {"enum": ["applied", "undone", "orphaned", "overruled"]},
        "reason": {"type": "string"},
        "against": {"type": "array", "items": {"type": "string"}},
    },
}
_CASE = {
    "type": "object",
    "required": ["name", "reports", "stories", "claims", "conflicts", "entities", "chronicle", "stale"],
    "properties": {
        "name": {"type": "string"},
        "stale": {"type": "boolean", "description": "A build is under way, or was broken off."},
        **{
            name: {"type": "integer", "minimum": 0}
            for name in ("reports", "stories", "claims", "conflicts", "entities", "chronicle")
        },
    },
}
_CHANGES = {
    "type": "object",
    "required": ["judgement", "kept", "changes"],
    "properties": {
        "judgement": {"type": "string"},
        "kept": {"type": "boolean"},
        "compared": {"type": "boolean", "description": "Whether the findings follow it already."},
        "changes": {"type": "array", "items": {"type": "object", "required": ["kind", "id", "what", "says"]}},
    },
}


def _one(kind: Any) -> Callable[[Case, Query], Any]:
    def give(case: Case, query: Query) -> Any:
        found = case.findings.some(kind, [query["id"]])
        return found[0] if found else None

    return give


def _narrow(query: Query) -> Narrow:
    return Narrow(**{name: query[name] for name in Narrow.__slots__ if query.get(name)})


def _limit(query: Query) -> int:
    return min(int(query["limit"]), _MOST) if query.get("limit") else 50


def _reports(case: Case, query: Query) -> Any:
    page = case.browse.reports(_narrow(query), query.get("after", ""), _limit(query))
    rows = [{**asdict(r), "text": ""} for r in case.reports.some(page.rows)]
    return {"rows": rows, "after": page.after}


def _reading(case: Case, query: Query) -> Any:
    readings = case.readings.machine if query.get("raw") == "1" else case.readings
    found = readings.get(query["id"])
    return interchange(found) if found else None


def _search(case: Case, query: Query) -> Any:
    kind = next((k for k in get_args(Found) if k == query.get("kind")), None)
    return case.browse.search(query.get("q", ""), kind, query.get("after", ""), _limit(query))


_COUNTS = {
    "reports": "report",
    "stories": "story",
    "claims": "claim",
    "conflicts": "conflict",
    "entities": "entity",
    "chronicle": "chronicle_entry",
}


def _case(case: Case, query: Query) -> dict[str, Any]:
    told: dict[str, Any] = {"name": case.path.stem, "stale": case.findings.stale()}
    counts = case.views.counts()
    return told | {many: counts[one] for many, one in _COUNTS.items()}


def _conflicts(case: Case, query: Query) -> Any:
    after = case.views.position_of_conflict(query.get("after", ""))
    ids = [i for i, _ in case.views.conflicts(after, _limit(query) + 1)]
    more = len(ids) > _limit(query)
    ids = ids[: _limit(query)]
    return {"rows": case.findings.some("conflicts", ids), "after": ids[-1] if more else ""}


_NARROW = ("story", "entity", "place", "outlet", "words")
ANSWERS = (
    Answer("/api/case", "What the case holds.", _case, _CASE),
    Answer(
        "/api/stories", "All stories.", lambda c, q: c.findings.stories(), {"type": "array", "items": _ref("story")}
    ),
    Answer("/api/stories/{id}", "One story.", _one("stories"), _ref("story")),
    Answer(
        "/api/chronicle",
        "Lines of the chronicle, story by story, in the order of their days.",
        lambda c, q: c.browse.chronicle(_narrow(q), q.get("after", ""), _limit(q)),
        _page_of(_ref("chronicle_entry")),
        (*_NARROW, "type", "period", "first", "last", "report"),
        paged=True,
    ),
    Answer("/api/chronicle/{id}", "One line of the chronicle.", _one("chronicle"), _ref("chronicle_entry")),
    Answer(
        "/api/claims",
        "Claims, in the order of their first statement.",
        lambda c, q: c.browse.claims(_narrow(q), q.get("after", ""), _limit(q)),
        _page_of(_ref("claim")),
        (*_NARROW, "report"),
        paged=True,
    ),
    Answer("/api/claims/{id}", "One claim with its origins.", _one("claims"), _ref("claim")),
    Answer("/api/conflicts", "Conflicts between claims.", _conflicts, _page_of(_ref("conflict")), paged=True),
    Answer("/api/conflicts/{id}", "One conflict.", _one("conflicts"), _ref("conflict")),
    Answer(
        "/api/entities",
        "People, groups, places: those with most mentions first.",
        lambda c, q: c.browse.entities(_narrow(q), q.get("after", ""), _limit(q)),
        _page_of(_ref("entity")),
        ("story", "report", "kind", "words"),
        paged=True,
    ),
    Answer("/api/entities/{id}", "One entity with its mentions.", _one("entities"), _ref("entity")),
    Answer(
        "/api/reports",
        "Reports in the order of their days, without their texts.",
        _reports,
        _page_of(_ref("report")),
        (*_NARROW, "first", "last"),
        paged=True,
    ),
    Answer("/api/reports/{id}", "One report with its text.", lambda c, q: c.reports.get(q["id"]), _ref("report")),
    Answer(
        "/api/readings/{id}",
        "What was read in one report, as people corrected it; raw=1: as the machine read it.",
        _reading,
        _ref("reading"),
        ("raw",),
    ),
    Answer("/api/search", "Everything that holds all words of q.", _search, _page_of(_HIT), ("q", "kind"), paged=True),
    Answer(
        "/api/corrections",
        "What people decided, and how it stands.",
        lambda c, q: list(c.corrections.standing()),
        {"type": "array", "items": _JUDGED},
    ),
)


def routes(path: Path, who: str, works: Works) -> list[Route]:
    """Give the routes of the API over the case at `path`."""

    def endpoint(answer: Answer) -> Callable[[Request], Response]:
        def give(request: Request) -> Response:
            query = dict(request.query_params) | {k: str(v) for k, v in request.path_params.items()}
            if wrong := _wrong(query):
                return JSONResponse({"error": wrong}, 422)
            with Case(path, read_only=True) as case:
                found = answer.gives(case, query)
                if found is None:
                    return JSONResponse({"error": f"this case has no {answer.path.split('/')[2]} of this id"}, 404)
                return JSONResponse(_plain(found))

        return give

    async def correct(request: Request) -> Response:
        body = await whole_body(request)
        if body is None:
            return JSONResponse({"error": "longer than is taken in"}, 413)

        def work() -> Response:
            try:
                told = json.loads(body)
                if not isinstance(told, dict) or not isinstance(told.get("targets"), list):
                    raise CaseError("a correction is an object with a kind and a list of targets")
                wanted = asked_of(
                    {k: v for k, v in told.items() if k not in ("accept", "reject")}, told["targets"], who
                )
                return _corrected(path, works, wanted, told)
            except (ValueError, RecursionError):
                return JSONResponse({"error": "this is no JSON"}, 422)
            except CaseError as error:
                return JSONResponse({"error": str(error)}, 422)

        return await run_in_threadpool(work)

    def document(request: Request) -> Response:
        return JSONResponse(openapi())

    return [
        Route("/api", document),
        Route("/api/openapi.json", document),
        *(
            Route(a.path.replace("{id}", "{id:path}"), endpoint(a))
            for a in sorted(ANSWERS, key=lambda a: "{" in a.path)
        ),
        Route("/api/corrections", correct, methods=["POST"]),
    ]


def _corrected(path: Path, works: Works, wanted: Asked, told: dict[str, Any]) -> Response:
    """Keep a correction, or only say what it would change; as a rule the answer waits until it is compared."""
    if told.get("preview"):
        seen = works.preview(works.look(wanted))
        assert seen is not None  # noqa: S101 (just asked for)
        seen.work.wait()
        if seen.work.failed:
            raise CaseError(seen.work.failed)
        changes = _plain((seen.work.result or ())[:_MOST])
        return JSONResponse({"judgement": seen.judgement.id, "kept": False, "changes": changes})
    made, changing = keep(path, wanted)
    if changing:
        works.compare(made.id)
        works.settled(None if told.get("wait", True) else 0)
    answer = {"judgement": made.id, "kept": True, "compared": not works.waits(made.id)}
    return JSONResponse({**answer, "changes": _plain((works.changed(made.id) or ())[:_MOST])}, 201)


def _wrong(query: Query) -> str:
    """What cannot be asked, "" where all can."""
    limit = query.get("limit", "")
    if limit and not (limit.isascii() and limit.isdigit() and 0 < int(limit[:9]) <= _MOST and len(limit) < 9):
        return f"limit is a number from 1 to {_MOST}"
    if any("\0" in value for value in query.values()):
        return "a NUL names nothing"
    return ""


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return as_json(value)
    if isinstance(value, dict):
        return {key: _plain(inside) for key, inside in value.items()}
    return [_plain(inside) for inside in value] if isinstance(value, list | tuple) else value


def openapi() -> dict[str, Any]:
    """Give the OpenAPI 3.1 document of the API."""
    schemas: dict[str, Any] = {"report": _REPORT}
    for file in ("findings", "reading"):
        told = schema(file)
        schemas |= told.pop("$defs")
        schemas |= {"reading": told} if file == "reading" else {}
    paths: dict[str, Any] = {answer.path: {"get": _operation(answer)} for answer in ANSWERS}
    paths["/api/corrections"]["post"] = _correction()
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "rashomon: one case",
            "version": rashomon.__version__,
            "description": "Who says so, through whom, and how many of them really know. Ask with the token of "
            "`rashomon serve`: Authorization: Bearer TOKEN.",
        },
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": _moved(schemas),
            "responses": {"error": _error()},
        },
    }


def _moved(value: Any) -> Any:
    """References inside the interchange schemas, as they lie in the document."""
    if isinstance(value, dict):
        return {
            key: inside.replace("#/$defs/", "#/components/schemas/") if key == "$ref" else _moved(inside)
            for key, inside in value.items()
            if key != "$schema"
        }
    return [_moved(inside) for inside in value] if isinstance(value, list) else value


def _error() -> dict[str, Any]:
    told = {"type": "object", "required": ["error"], "properties": {"error": {"type": "string"}}}
    return {"description": "What is wrong, in one line.", "content": {"application/json": {"schema": told}}}


def _operation(answer: Answer) -> dict[str, Any]:
    def parameter(name: str, place: str, of: dict[str, Any]) -> dict[str, Any]:
        return {"name": name, "in": place, "required": place == "path", "schema": of}

    text = {"type": "string"}
    parameters = [parameter("id", "path", text)] if "{id}" in answer.path else []
    parameters += [parameter(name, "query", text) for name in answer.narrowed]
    if answer.paged:
        number = {"type": "integer", "minimum": 1, "maximum": _MOST}
        parameters += [parameter("after", "query", text), parameter("limit", "query", number)]
    failures = {"422": {"$ref": "#/components/responses/error"}, "404": {"$ref": "#/components/responses/error"}}
    if "{id}" not in answer.path:
        del failures["404"]
    content = {"application/json": {"schema": answer.schema}}
    return {
        "summary": answer.says,
        "parameters": parameters,
        "responses": {"200": {"description": answer.says, "content": content}, **failures},
    }


def _correction() -> dict[str, Any]:
    text = {"type": "string"}
    asked = {
        "type": "object",
        "required": ["kind", "targets"],
        "properties": {
            "kind": {"enum": list(get_args(JudgementKind))},
            "targets": {"type": "array", "items": text},
            **dict.fromkeys(("value", "because", "who"), text),
            "source_kind": {"enum": [*get_args(SourceKind), None]},
            "preview": {"type": "boolean", "description": "Say what would change, and keep nothing."},
            "wait": {"type": "boolean", "default": True, "description": "Answer when it is compared, else at once."},
        },
    }
    content = {"application/json": {"schema": _CHANGES}}
    error = {"$ref": "#/components/responses/error"}
    return {
        "summary": "Put something right: kept for good, compared again, undone by another.",
        "requestBody": {"required": True, "content": {"application/json": {"schema": asked}}},
        "responses": {
            "200": {"description": "What would change.", "content": content},
            "201": {"description": "Kept.", "content": content},
            "403": {"description": "The case is served read-only, or the token is not this start's."},
            "413": error,
            "422": error,
        },
    }
