"""Pages of our own making that say of themselves who published them, when, and who wrote, in the ways that news sites do.

`pages()` gives 66: twenty-two heads, three articles each, around the bodies that such sites have: menus, related stories
with days and authors of their own, newsletters, footers.
"""

import json
from dataclasses import dataclass
from datetime import date
from itertools import product

from made_pages import _COOKIES, _FOOTER, _NAV, _STORIES

_OTHERS = "".join(
    f'<article class="teaser"><a href="/2019/01/0{n}/other-{n}"><h3>Another matter of the town number {n}</h3></a>'
    f'<time datetime="2019-01-0{n}">0{n} January 2019</time><span class="author">Petra Other</span></article>'
    for n in range(1, 6)
)
_LETTER = (
    '<aside class="newsletter-signup"><h2>Our newsletter</h2><p>The news of the day in your letter box.</p></aside>'
)


@dataclass(frozen=True)
class Headed:
    name: str
    html: str
    text: str
    title: str
    outlet: str | None
    published: str | None
    author: str | None


def _ld(kind="NewsArticle", **fields):
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", "@type": kind, **fields})}</script>'


def _meta(name, content, key="property"):
    return f'<meta {key}="{name}" content="{content}">'


def _by(name):
    return {"@type": "Person", "name": name}


def _of(name):
    return {"@type": "Organization", "name": name}


SLUG = "/2025/story/walkout-77"


def _canonical(host):
    return f'<link rel="canonical" href="https://www.{host}{SLUG}">'


def _long(d):
    day = date.fromisoformat(d)
    return f"{day.strftime('%B')} {day.day}, {day.year}"


# Each gives: head, what stands under the heading, outlet, whether the day is told, whether the author is told.
def plain_ld(t, d, a):
    return (
        _canonical("coastpost.example")
        + _ld(headline=t, datePublished=f"{d}T08:00:00+02:00", author=_by(a), publisher=_of("Coast Post")),
        "",
        "Coast Post",
        1,
        1,
    )


def agency_publisher(t, d, a):
    head = _canonical("coastpost.example") + _meta("og:site_name", "Coast Post")
    return (
        head + _ld(headline=t, datePublished=d, author=_by(a), publisher=_of("Elm Press Agency")),
        "",
        "Coast Post",
        1,
        1,
    )


def yoast_graph(t, d, a):
    graph = [
        {"@type": "Article", "@id": "https://www.coastpost.example/#article", "headline": t, "datePublished": f"{d}T06:00:00+00:00",
         "author": {"@id": "#person"}, "publisher": {"@id": "#org"}, "mainEntityOfPage": {"@id": f"https://www.coastpost.example{SLUG}"}},
        {"@type": "WebPage", "@id": f"https://www.coastpost.example{SLUG}", "name": f"{t} - Coast Post"},
        {"@type": "WebSite", "name": "Coast Post", "url": "https://www.coastpost.example/"},
        {"@type": "Organization", "@id": "#org", "name": "Coast Post"}, {"@type": "Person", "@id": "#person", "name": a},
    ]  # fmt: skip
    return (
        _canonical("coastpost.example")
        + f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>',
        "",
        "Coast Post",
        1,
        1,
    )


def richer_neighbour(t, d, a):
    other = _ld(headline="Another matter", url="https://www.coastpost.example/2019/other", datePublished="2019-01-01", dateModified="2019-01-02",
                author=_by("Petra Other"), publisher=_of("Coast Post"), inLanguage="en", articleBody="Another matter of the town.")  # fmt: skip
    own = _ld(headline=t, url=f"https://www.coastpost.example{SLUG}", datePublished=d, author=_by(a))
    return _canonical("coastpost.example") + _meta("og:site_name", "Coast Post") + other + own, "", "Coast Post", 1, 1


def only_neighbour(t, d, a):
    other = _ld(
        headline="Another matter",
        url="https://www.coastpost.example/2019/other",
        datePublished="2019-01-01",
        author=_by("Petra Other"),
    )
    return (
        _canonical("coastpost.example")
        + _meta("og:site_name", "Coast Post")
        + _meta("article:published_time", d)
        + _meta("author", a, "name")
        + other,
        "",
        "Coast Post",
        1,
        1,
    )


def open_graph(t, d, a):
    return "".join((_canonical("valleytimes.example"), _meta("og:site_name", "Valley Times"), _meta("og:title", t), _meta("og:type", "article"),
                    _meta("article:published_time", f"{d}T05:00:00Z"), _meta("article:author", a))), "", "Valley Times", 1, 1  # fmt: skip


def modified_first(t, d, a):
    head = (
        _meta("article:modified_time", "2025-12-01T00:00:00Z")
        + _meta("article:published_time", d)
        + _meta("og:site_name", "Valley Times")
    )
    return head + _meta("author", a, "name"), "", "Valley Times", 1, 1


def year_one(t, d, a):
    head = _ld(headline=t, datePublished="0001-01-01T00:00:00", author=_by(a), publisher=_of("Valley Times"))
    return head + _meta("article:published_time", d), "", "Valley Times", 1, 1


def american(t, d, a):
    head = _canonical("valleytimes.example") + _meta("og:site_name", "Valley Times")
    return head + _ld(headline=t, datePublished=f"{_long(d)} 11:30 PM EST", author=[_by(a)]), "", "Valley Times", 1, 1


def weekday_numbers(t, d, a):
    day = date.fromisoformat(d)
    return (
        _ld(
            headline=t,
            datePublished=day.strftime("%a, %m/%d/%Y - 17:57"),
            author=_by(a),
            publisher=_of("The Lanse Post"),
        ),
        "",
        "The Lanse Post",
        1,
        1,
    )


def broken_comma(t, d, a):
    whole = _ld(headline=t, datePublished=d, author=_by(a), publisher=_of("The Lanse Post"))
    return whole.replace("}</script>", ",}</script>"), "", "The Lanse Post", 1, 1


def broken_quotes(t, d, a):
    whole = _ld(
        headline=t, datePublished=d, author=_by(a), publisher=_of("The Lanse Post"), description="Say @so@ or not"
    )
    return whole.replace("@so@", '"so"'), "", "The Lanse Post", 1, 1


def dublin_core(t, d, a):
    names = (("DC.title", t), ("DC.creator", a), ("DC.date.issued", d), ("DC.publisher", "Orvik Register"))
    return "".join(_meta(name, told, "name") for name, told in names), "", "Orvik Register", 1, 1


def parsely(t, d, a):
    return "".join((_canonical("orvikregister.example"), _meta("parsely-title", t, "name"), _meta("parsely-author", a, "name"),
                    _meta("parsely-pub-date", f"{d}T04:00:00Z", "name"), _meta("og:site_name", "Orvik Register"))), "", "Orvik Register", 1, 1  # fmt: skip


def visible_time(t, d, a):
    line = f'<div class="meta"><span class="byline">By <a rel="author" href="/people/x">{a}</a></span> <time datetime="{d}T09:00:00Z">{_long(d)}</time></div>'
    return _meta("og:site_name", "Orvik Register"), line, "Orvik Register", 1, 1


def dated_element(t, d, a):
    line = f'<p class="byline">By {a}</p><p class="publish-date">Published: {_long(d)}</p>'
    return _canonical("orvikregister.example") + _meta("og:site_name", "Orvik Register"), line, "Orvik Register", 1, 1


def title_suffix(t, d, a):
    return (
        _canonical("haldenherald.example") + _meta("date", d, "name") + _meta("author", f"By {a}", "name"),
        "",
        "Halden Herald",
        1,
        1,
    )


def web_site(t, d, a):
    site = _ld("WebSite", name="Halden Herald", url="https://www.haldenherald.example")
    return (
        _canonical("haldenherald.example") + site + _ld(headline=t, datePublished=d, author={"name": a}),
        "",
        "Halden Herald",
        1,
        1,
    )


def blogger(t, d, a):
    head = _canonical("haldenherald.example") + _meta("og:site_name", "Halden Herald")
    return (
        head + _ld("BlogPosting", headline=t, datePublished=d, author=_by(a), publisher=_of("Blogger")),
        "",
        "Halden Herald",
        1,
        1,
    )


def several_authors(t, d, a):
    head = _ld(headline=t, datePublished=d, author=[_by(a), _by("Nils Berg")], publisher=_of("Halden Herald"))
    return head, "", "Halden Herald", 1, "and Nils Berg"


def undated(t, d, a):
    return (
        _meta("og:site_name", "Halden Herald") + _meta("article:modified_time", "2025-12-01"),
        "",
        "Halden Herald",
        0,
        0,
    )


def bare_host(t, d, a):
    return _canonical("news77.example") + _ld(headline=t, datePublished=d, author=_by(a)), "", "news77.example", 1, 1


HEADS = (
    plain_ld, agency_publisher, yoast_graph, richer_neighbour, only_neighbour, open_graph, modified_first, year_one, american, weekday_numbers,
    broken_comma, broken_quotes, dublin_core, parsely, visible_time, dated_element, title_suffix, web_site, blogger, several_authors, undated, bare_host,
)  # fmt: skip


def _page(number, head, under, title, parts, outlet):
    ps = "".join(f"<p>{part}</p>" for part in parts)
    shown = f"{title} - {outlet}" if number % 2 == 0 else f"{title} | {outlet}"
    bodies = (
        (
            f'<header><a class="logo" href="/">{outlet}</a><nav><ul>{_NAV}</ul></nav></header>{_COOKIES}<main><article><h1>{title}</h1>{under}'
            f"{ps}</article>{_LETTER}<section class='related'>{_OTHERS}</section></main>{_FOOTER}"
        ),
        (
            f'<div id="top"><ul>{_NAV}</ul></div><div class="story"><h1>{title}</h1>{under}<div class="story-body">{ps}</div></div>'
            f"<aside class='sidebar'>{_OTHERS}</aside>{_FOOTER}"
        ),
        f'<main><article><header><h1>{title}</h1>{under}</header><div class="entry-content">{ps}</div></article></main>{_LETTER}{_FOOTER}',
    )
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{shown}</title>{head}</head><body>{bodies[number % 3]}</body></html>'


def pages():
    made = []
    for (kind, make), (number, (title, day, author, parts)) in product(enumerate(HEADS), enumerate(_STORIES)):
        head, under, outlet, dated, named = make(title, day, author)
        html = _page(kind + number, head, under, title, parts, outlet)
        writers = f"{author}; Nils Berg" if named == "and Nils Berg" else author if named else None
        made.append(
            Headed(f"{make.__name__}-{number}", html, " ".join(parts), title, outlet, day if dated else None, writers)
        )
    return made
