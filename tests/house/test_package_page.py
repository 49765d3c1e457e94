"""What a package index shows of the README: no picture that is not there, no link that leads nowhere."""

import re

import pytest

from repository import ROOT

pytest.importorskip("hatchling")

from hatch_build import package_page

README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("readme", "source", "shown", "why"),
    [
        ("![A page](docs/a.png)\n\nWords\n", "", "Words\n", "a picture of the repository"),
        ("![A page](https://a.example/a.png)\n", "", "![A page](https://a.example/a.png)\n", "one that is elsewhere"),
        ("see [ways in](docs/inputs.md).", "", "see ways in.", "a link without an address to lead to"),
        ("see [ways in](docs/a.md)", "https://a.example/x", "see [ways in](https://a.example/x/docs/a.md)", "with one"),
        ("see [this](https://a.example)", "", "see [this](https://a.example)", "a link that leads somewhere"),
    ],
)
def test_a_readme_on_a_package_page(readme, source, shown, why):
    assert package_page(readme, source) == shown, why


def test_ours_has_no_picture_and_no_link_that_leads_nowhere():
    shown = package_page(README)
    assert not re.findall(r"\]\((?!https?:)", shown)
    assert "rashomon build tehran.case" in shown
