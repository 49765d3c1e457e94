"""The documentation is run: its Python, its commands and its links."""

import re
import shlex
from pathlib import Path

import pytest

from repository import ROOT

PAGES = [
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    ROOT / "CODE_OF_CONDUCT.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "SECURITY.md",
    ROOT / "examples" / "README.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


def blocks(language: str) -> list[tuple[str, str]]:
    return [
        (str(p.relative_to(ROOT)), b)
        for p in PAGES
        for kind, b in BLOCK.findall(p.read_text("utf-8"))
        if kind == language
    ]


@pytest.mark.parametrize(("page", "code"), blocks("python"))
def test_python_in_the_docs_runs(page: str, code: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(code, page, "exec"), {})
    if "print(" in code:
        assert capsys.readouterr().out.strip(), "it prints nothing"


def test_the_readme_example_finds_who_said_it(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = [b for page, b in blocks("python") if page == "README.md"]
    exec(compile(code, "README.md", "exec"), {})
    assert "a harbour official" in capsys.readouterr().out


@pytest.mark.parametrize(("page", "block"), blocks("sh"))
def test_every_command_of_the_docs_is_one(page: str, block: str) -> None:
    from rashomon.cli import main

    for line in block.splitlines():
        words = shlex.split(line, comments=True)
        if words and words[0] == "rashomon" and not words[1].startswith("-"):
            command = main.commands[words[1]]
            known = {o for p in command.params for o in p.opts}
            assert {w for w in words if w.startswith("--")} <= known, line


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    missing = [link for link in LINK.findall(page.read_text("utf-8")) if not (page.parent / link).exists()]
    assert missing == []


def test_a_citation_names_the_version_that_it_cites() -> None:
    import rashomon

    told = (ROOT / "CITATION.cff").read_text("utf-8")
    assert f"\nversion: {rashomon.__version__}\n" in told


def test_every_page_of_the_docs_is_in_the_list_of_the_site() -> None:
    listed = set(re.findall(r"[\w/-]+\.md", (ROOT / "mkdocs.yml").read_text("utf-8")))
    there = {str(p.relative_to(ROOT / "docs")) for p in (ROOT / "docs").rglob("*.md")}
    assert there - listed == set()
