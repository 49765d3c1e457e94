"""Pages of our own making in the markup that news sites really use, each with the text and the day that it holds.

`pages()` gives 42: fourteen kinds of markup, three articles each.
"""

import json
from dataclasses import dataclass
from itertools import product

_STORIES = [
    (
        "Ferry crews walk out in Port Lanse",
        "2025-03-07",
        "Ada Brandt",
        [
            "Ferry crews in Port Lanse walked out on Friday morning after talks about pay broke down, union leader Marta Olin said.",
            (
                "“We will not sail until the harbour board sits down with us,” Olin told reporters at the quay. She did not say how "
                "long the strike would last."
            ),
            (
                "The port authority said that forty sailings had been cancelled and that travellers would be brought to the "
                "mainland by bus. A spokesman denied that the board had left the table."
            ),
            "Fishermen in the old harbour said they would lend their boats to anybody who has to see a doctor.",
        ],
    ),
    (
        "Council of Halden votes against a second bridge",
        "2025-06-19",
        "Jonas Reed",
        [
            "The council of Halden voted eleven to nine against a second bridge over the river late on Wednesday.",
            "Mayor Ines Falk, who had campaigned for the bridge, called the vote a mistake that the town would regret for decades.",
            "According to a study that the council had ordered, the bridge would have cost 84 million crowns and taken six years.",
            "Piet Holm, who speaks for the shopkeepers of the left bank, said the money should go to the ferry instead.",
            "A second vote is not planned before the autumn.",
        ],
    ),
    (
        "Reservoir above Orvik at its lowest since 1976",
        "2025-08-30",
        "Mira Sandvik",
        [
            "The reservoir above Orvik holds less water than at any time since 1976, the water works said on Saturday.",
            (
                "Engineers found two cracks in the old dam when the water fell, a person familiar with the inspection said on "
                "condition of anonymity. The water works did not confirm this."
            ),
            "Farmers in the valley have been told to water their fields at night only.",
            (
                "“It is not a crisis yet,” the director, Tor Elling, told the Orvik Post, “but it will be one if it does not rain "
                "within two weeks.”"
            ),
        ],
    ),
]
_NAV = "".join(
    f'<li class="nav-item"><a href="/{s}">{s.title()}</a></li>' for s in ("news", "sport", "culture", "weather")
)
_MORE = "".join(
    f'<li><a href="/story/{n}">Another story number {n} that has nothing to do with it</a></li>' for n in range(6)
)
_COOKIES = (
    '<div id="cookie-banner" class="cookie-consent"><p>We use cookies to make this site better for you.</p></div>'
)
_FOOTER = "<footer><p>Copyright 2025 The Paper. All rights reserved.</p><p>Imprint · Privacy · Contact</p></footer>"


@dataclass(frozen=True)
class Made:
    name: str
    html: str
    text: str
    title: str
    published: str
    told: bool  # whether JSON-LD or a meta element tells the day


def _ld(title, day, author, kind="NewsArticle", graph=False, body=None):
    node = {
        "@type": kind,
        "headline": title,
        "datePublished": f"{day}T08:30:00+02:00",
        "dateModified": "2025-12-01T10:00:00+02:00",
        "author": [{"@type": "Person", "name": author}],
        "publisher": {"@type": "NewsMediaOrganization", "name": "The Paper"},
    }
    if body:
        node["articleBody"] = body
    told = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, node]} if graph else node
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", **told})}</script>'


def _ps(parts, cls=""):
    return "".join(f"<p{cls}>{p}</p>" for p in parts)


def _page(head, body):
    return f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def _wordpress(t, d, a, ps):
    head = f'<title>{t} - The Paper</title><meta property="article:published_time" content="{d}T06:30:00+00:00">'
    return _page(
        head,
        f'<header class="site-header"><ul>{_NAV}</ul></header>{_COOKIES}<main><article class="post hentry"><header '
        f'class="entry-header"><h1 class="entry-title">{t}</h1><span class="byline">by {a}</span></header>'
        f'<div class="entry-content">{_ps(ps)}<div class="sharedaddy"><h3>Share this:</h3><ul><li>Twitter</li><li>Facebook</li>'
        f'</ul></div></div></article><aside id="secondary" class="widget-area"><ul>{_MORE}</ul></aside></main>{_FOOTER}',
    )


def _json_ld(t, d, a, ps):
    return _page(
        f"<title>{t} | The Paper</title>{_ld(t, d, a)}",
        f'<nav><ul>{_NAV}</ul></nav><article><h1>{t}</h1>{_ps(ps)}</article><section class="related"><h2>Read more</h2>'
        f"<ul>{_MORE}</ul></section>{_FOOTER}",
    )


def _graph(t, d, a, ps):
    return _page(
        f"<title>{t}</title>{_ld(t, d, a, 'ReportageNewsArticle', graph=True)}",
        f'<div class="wrap"><div class="article-body" itemprop="articleBody">{_ps(ps)}</div></div>{_FOOTER}',
    )


def _divs(t, d, a, ps):
    body = "".join(f'<div class="paragraph">{p}</div>' for p in ps)
    return _page(
        f'<title>{t}</title><meta name="pubdate" content="{d}">',
        f'<div id="menu">{_NAV}</div><div id="content" class="story"><h1>{t}</h1><div class="story-body">{body}</div></div>{_FOOTER}',
    )


def _breaks(t, d, a, ps):
    return _page(
        f'<title>{t}</title><meta name="DC.date.issued" content="{d}">',
        f'<table><tr><td class="left">{_NAV}</td><td class="main"><h2>{t}</h2><div class="text">{"<br><br>".join(ps)}</div></td></tr>'
        f"</table>{_FOOTER}",
    )


def _script_only(t, d, a, ps):
    """A page that its own script fills: the body stands in JSON-LD alone."""
    return _page(
        f"<title>{t}</title>{_ld(t, d, a, body=chr(10).join(ps))}",
        '<div id="root"></div><noscript>Please turn on JavaScript to read this paper.</noscript><script>run()</script>',
    )


def _figures(t, d, a, ps):
    figure = '<figure><img src="/a.jpg" alt="x"><figcaption>A quay in the rain. Photo: The Paper</figcaption></figure>'
    quoted = f"<blockquote><p>{ps[1]}</p></blockquote>"
    return _page(
        f'<title>{t}</title><meta itemprop="datePublished" content="{d}T05:00:00Z">',
        f'<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{t}</h1>{figure}<p>{ps[0]}</p>'
        f'{quoted}<aside class="newsletter"><p>Sign up to our newsletter</p></aside>{_ps(ps[2:])}</article>{_FOOTER}',
    )


def _amp(t, d, a, ps):
    return (
        f'<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><title>{t}</title><link rel="canonical" '
        f'href="https://paper.example/story">{_ld(t, d, a)}<style amp-custom>p{{margin:0}}</style></head><body><amp-sidebar>'
        f"<ul>{_NAV}</ul></amp-sidebar><article><h1>{t}</h1>{_ps(ps)}<amp-ad width=300></amp-ad></article></body></html>"
    )


def _time_element(t, d, a, ps):
    return _page(
        f"<title>{t}</title>",
        f'<article><h1>{t}</h1><p class="meta">By {a} <time datetime="{d}T09:00:00Z" itemprop="datePublished" pubdate>then</time>'
        f"</p>{_ps(ps)}</article>{_FOOTER}",
    )


def _ads_between(t, d, a, ps):
    ad = '<div class="ad-slot" aria-hidden="true"><span>Advertisement</span></div>'
    body = ad.join(f'<p class="c-article__text">{p}</p>' for p in ps)
    return _page(
        f'<title>{t} — The Paper</title><meta name="parsely-pub-date" content="{d}T04:00:00Z">',
        f'<div role="navigation">{_NAV}</div><main id="main"><div class="l-article"><h1>{t}</h1>{body}</div>'
        f'<div class="comments"><h3>Comments</h3><p>First!</p><p>I do not believe a word of it.</p></div></main>{_FOOTER}',
    )


def _broken(t, d, a, ps):
    """Tags that nobody closed, attributes without quotation marks, an upper-case past."""
    body = "".join(f"<P>{p}\n" for p in ps)
    return (
        f'<HTML><HEAD><TITLE>{t}</TITLE><META NAME=date CONTENT="{d}"></HEAD><BODY BGCOLOR=white><UL>{_NAV}</UL>'
        f"<H1>{t}</H1>{body}<HR><I>The Paper</I>"
    )


def _live(t, d, a, ps):
    posts = "".join(f'<div class="live-post"><h3>0{n}:15</h3><p>{p}</p></div>' for n, p in enumerate(ps, 4))
    return _page(
        f"<title>{t}</title>{_ld(t, d, a, 'LiveBlogPosting')}",
        f'<article><h1>{t}</h1><div class="live-blog">{posts}</div></article>{_FOOTER}',
    )


_OTHER = "".join(
    f'<article class="post"><h2><a href="/story/{n}">Another story number {n}</a></h2><time datetime="2024-01-0{n}">then</time>'
    f"<p>Something else happened in another town on another day, somebody who saw it told a paper.</p></article>"
    for n in range(1, 6)
)


def _posts_below(t, d, a, ps):
    """A blog that shows its next posts under the one that was asked for."""
    return _page(
        f"<title>{t} | The Paper</title>{_ld(t, d, a)}",
        f'<main><article class="post"><h1>{t}</h1>{_ps(ps)}</article>{_OTHER}</main>{_FOOTER}',
    )


def _cards_within(t, d, a, ps):
    cards = "".join(
        f'<div class="card"><a href="/story/{n}"><h3>Another story number {n}</h3></a><p>What it is about, in a line.</p></div>'
        for n in range(4)
    )
    return _page(
        f"<title>{t} | The Paper</title>{_ld(t, d, a)}",
        f"<article><h1>{t}</h1>{_ps(ps[:2])}<section>{cards}</section>{_ps(ps[2:])}</article>{_FOOTER}",
    )


_KINDS = (
    _wordpress, _json_ld, _graph, _divs, _breaks, _script_only, _figures, _amp, _time_element, _ads_between, _broken, _live,
    _posts_below, _cards_within,
)  # fmt: skip


def pages():
    return [
        Made(f"{kind.__name__[1:]}-{number}", kind(t, d, a, ps), " ".join(ps), t, d, kind is not _time_element)
        for kind, (number, (t, d, a, ps)) in product(_KINDS, enumerate(_STORIES))
    ]
