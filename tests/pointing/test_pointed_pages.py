"""What rests on a model of the user's own says so, and by which, wherever a page shows it."""

from dataclasses import replace
from time import sleep

import pytest
from starlette.testclient import TestClient

import depot
import harbour
from rashomon.case import Case
from rashomon.engines import compare_again
from rashomon.records import Pointed, PointedClaim
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


def test_a_switch_shows_the_pages_by_the_rules_alone(tmp_path) -> None:
    path = tmp_path / "depot.case"
    with Case(path) as case:
        depot.keep(case)
        (claim,) = [c for c in case.findings.some("claims", case.findings.claim_ids()) if len(c.evidence) > 1][:1]
        spans = [(r, a, b) for r, a, b in claim.evidence]
        with case.transaction():
            case.pointed.keep([Pointed(MODEL, tuple(spans), claims=(PointedClaim(tuple(spans)),))])
        compare_again(case)
    web = TestClient(application(path, hosts=frozenset({HOST}), token=""), base_url=f"http://{HOST}")
    whole = web.get("/claims?show=all").text
    assert "Show it by the rules alone" in whole
    assert web.get("/by/rules?back=//elsewhere.example").url.path == "/"
    for _ in range(200):
        shown = web.get("/claims?show=all").text
        if "By the rules alone" in shown:
            break
        assert "being compared by the rules alone" in shown
        assert web.get("/going").json()["going"] in (True, False)
        sleep(0.1)
    assert "☞" not in shown
    assert "/add" not in shown
    assert web.get("/by/whole?back=/claims").url.path == "/claims"
    assert "Show it by the rules alone" in web.get("/claims").text
    with Case(path, read_only=True) as case:
        assert case.pointed.digest(), "the case itself is as it was"
