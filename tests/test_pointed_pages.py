"""What rests on a model of the user's own says so, and by which, wherever a page shows it."""

from dataclasses import replace

import pytest
from starlette.testclient import TestClient

import harbour
from rashomon.case import Case
from rashomon.web import application

HOST = "127.0.0.1:8642"
MODEL = "tiny <b>model</b>"


@pytest.fixture(scope="module")
def webs(tmp_path_factory):
    found = {}
    for name, by in (("pointed", MODEL), ("by rules", "")):
        path = tmp_path_factory.mktemp("pointed") / "harbour.case"
        with Case(path) as case:
            harbour.keep(case)
            claims = tuple(replace(c, pointed_by=by) for c in harbour.FINDINGS.claims)
            conflicts = tuple(replace(c, pointed_by=by) for c in harbour.FINDINGS.conflicts)
            with case.transaction():
                case.findings.keep(replace(harbour.FINDINGS, claims=claims, conflicts=conflicts), "test")
        found[name] = TestClient(application(path, hosts=frozenset({HOST}), token=""), base_url=f"http://{HOST}")
    return found


@pytest.mark.parametrize("address", ["/", "/lines/h1", "/claims?show=all", "/claims/c1", "/conflicts", "/conflicts/x1", "/reports/courier"])  # fmt: skip
def test_a_page_tells_what_a_model_pointed_at(webs, address) -> None:
    told = webs["pointed"].get(address).text
    assert "☞ tiny &lt;b&gt;model&lt;/b&gt;" in told
    assert "<b>model" not in told
    assert "☞" not in webs["by rules"].get(address).text
