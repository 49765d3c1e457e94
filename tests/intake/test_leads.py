"""What the head of an article tells in sentences under its heading is the beginning of its text."""

import pytest

from rashomon.intake.pages import pages

HEADING = "<h1>Dam gates jam above Lund</h1>"
LEAD = "Engineers could not open two gates of the Elm dam on Monday, and the valley below was told to leave."
BODY = "".join(
    f"<p>{one}</p>"
    for one in (
        "The water board said that a boom had torn loose in the night and blocked the gates from above.",
        "Crews worked from boats with saws until noon, when the wind made them stop for the rest of the day.",
        "About 300 people spent the night in the school of Lund, the mayor told reporters in the evening.",
    )
)


def read(inside: str, above: str = "") -> str:
    page = f"""<html><head><title>Dam gates jam above Lund - Elm Echo</title><meta property="og:site_name" content="Elm Echo">
    </head><body><header><a href="/">Elm Echo</a>{above}</header>{inside}<footer><p>All rights are reserved.</p></footer></body></html>"""
    return pages(page.encode(), "https://elm.example/a")["text"]


@pytest.mark.parametrize(
    ("head", "why"),
    [
        (f'{HEADING}<p class="lead">{LEAD}</p>', "a paragraph"),
        (f'{HEADING}<div class="subtitle"><p>{LEAD}</p></div>', "a paragraph in an element of its own"),
        (f'<div>{HEADING}<div class="summary">{LEAD}</div></div>', "no paragraph"),
        (f"{HEADING}<p><strong>{LEAD}</strong></p>", "in bold"),
        (f'{HEADING}<div class="meta">By Ida Brekke</div><p>{LEAD}</p><time>5 May 2025</time>', "beside a byline"),
        (f"{HEADING}<figure><figcaption>The dam. Photo: A. B.</figcaption></figure><p>{LEAD}</p>", "under a picture"),
    ],
)
@pytest.mark.parametrize("around", ["article", "main"])
def test_the_lead_is_in_the_text_once_and_first(head: str, why: str, around: str) -> None:
    text = read(f'<{around}><header class="article-header">{head}</header><div class="body">{BODY}</div></{around}>')
    assert text.count(LEAD) == 1, why
    assert text.index(LEAD) < text.index("The water board"), why
    assert "All rights" not in text


@pytest.mark.parametrize(
    ("inside", "above", "foreign"),
    [
        (f"<article>{HEADING}{BODY}</article>", f"<p>{LEAD}</p>", LEAD),
        (f"<article>{HEADING}{BODY}</article>", f"<h1>Elm Echo</h1><p>{LEAD}</p>", LEAD),
        (
            f"<main><article>{HEADING}{BODY}</article><aside><header><h1>More</h1><p>{LEAD}</p></header></aside></main>",
            "",
            LEAD,
        ),
    ],
    ids=["the site's own", "under the site's name", "of something else"],
)
def test_what_is_no_lead_is_no_text(inside: str, above: str, foreign: str) -> None:
    assert foreign not in read(inside, above)
