"""Pages of our own making in the markup of about forty kinds of sites, with what each tells and the text that it holds.

`pages()` gives more than a hundred: each kind around three articles, beside other articles' cards with days and writers
of their own, newsletters, comments, tickers and sidebars.
"""

import json
from calendar import timegm
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Made:
    name: str
    html: str
    text: str
    title: str
    outlet: str
    published: str
    author: str
    url: str


def ld(**fields):
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **fields})}</script>'


def page(head, body, lang="en", title=""):
    return f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>{body}</body></html>'


_STORIES = [
    {
        "t": "Rescuers reach trapped miners in Velm shaft",
        "d": "2023-02-14",
        "h": "07:45",
        "a": ["Mara Oduya"],
        "p": [
            "VELM — Rescuers broke through to a chamber in the Velm coal mine on Tuesday morning and heard the voices of at least nine men who had been trapped since Sunday, the mine's director said.",
            "“They are knocking and they are answering our questions,” director Stefan Brol told reporters at the pit head. He would not say whether anyone was hurt.",
            "Water had risen by forty centimetres overnight, and engineers feared that the pumps, brought in from two neighbouring pits, would not keep pace.",
            "The miners' union said the ventilation alarm had been switched off on Saturday. The company denied this and said that its records would show as much.",
            "Families have gathered in the parish hall, where volunteers served soup and a priest read out the names of the missing every hour.",
            "“I only want to hear his own voice,” said Ilse Trach, whose son Jan is 22.",
        ],
    },
    {
        "t": "Court clears harbour master over tanker spill",
        "d": "2022-09-30",
        "h": "16:20",
        "a": ["Li Wen", "Tom Achterberg"],
        "p": [
            "A court in Port Sael on Friday acquitted harbour master Nils Overgaard of negligence over the 2019 spill in which 4,000 tonnes of fuel oil fouled the bay.",
            "Judge Petra Moll said prosecutors had not shown that Overgaard knew the tanker Brisa was drifting when he left the control tower.",
            "Environmental groups outside the courthouse called the ruling shameful. “Someone let that ship hit the breakwater,” said Ana Quist of Clean Bay.",
            "Overgaard, 58, wept as the verdict was read. His lawyer said that he would seek compensation for three years without pay.",
            "The tanker's owner, Sund Shipping, paid a fine of 12 million crowns in 2020 without admitting guilt.",
        ],
    },
    {
        "t": "Kestrel bank halts withdrawals after run on branches",
        "d": "2024-06-03",
        "h": "11:05",
        "a": ["Dana Krol"],
        "p": [
            "Kestrel Bank stopped cash withdrawals at all of its 41 branches on Monday after customers queued through the weekend to empty their accounts.",
            "Chief executive Paul Ferris said the bank was solvent and blamed “a rumour on a messaging app” for the run.",
            "The central bank said it had lent Kestrel an undisclosed sum and that deposits of up to 100,000 marks were guaranteed by law.",
            "At the branch on Mill Street a pensioner, Grete Lund, said she had waited six hours. “I got a number and a bottle of water,” she said.",
            "Shares in Kestrel fell by 38 percent before trading was suspended. Two smaller lenders also lost ground.",
            "Opposition leader Karl Menz called for the finance minister to appear before parliament.",
        ],
    },
]

NAV = "".join(
    f'<li><a href="/{x.lower()}">{x}</a></li>' for x in ("World", "Politics", "Business", "Sport", "Opinion", "Culture")
)
REL = [
    (
        "Panda twins born at city zoo",
        "2018-01-02",
        "Otto Fremd",
        "The panda twins are doing well, keepers said, and will be named by a public vote in the spring.",
    ),
    (
        "Quiz: how well do you know your rivers?",
        "2018-01-03",
        "Otto Fremd",
        "Ten questions about rivers, from the Amazon to the smallest brook of them all.",
    ),
    (
        "Old tram depot to become market",
        "2018-01-04",
        "Petra Gast",
        "The tram depot will house forty stalls and a school for bakers, the council decided.",
    ),
]


def when(d):
    return date.fromisoformat(d)


def lj(s, site, host, **k):
    return ld(
        headline=s["t"],
        datePublished=f"{s['d']}T{s['h']}:00+02:00",
        author=[{"@type": "Person", "name": x} for x in s["a"]],
        publisher={"@type": "Organization", "name": site},
        mainEntityOfPage=f"https://{host}/{k.pop('path', 'a')}",
        **k,
    )


def by(s):
    return " and ".join(s["a"])


def us(d):
    x = when(d)
    return f"{x:%B} {x.day}, {x.year}"


def uk(d):
    x = when(d)
    return f"{x.day} {x:%B} {x.year}"


def cards(cls="card", tag="div"):
    return "".join(
        f'<{tag} class="{cls}"><a href="/r{i}"><img src="x.jpg" alt="{t}"><h3>{t}</h3></a><time datetime="{d}">{d}</time><span class="by">By {a}</span><p>{x}</p></{tag}>'
        for i, (t, d, a, x) in enumerate(REL)
    )


_SITES = {}


def site(f):
    _SITES[f.__name__] = f
    return f


@site
def guardian_like(s):  # main content divs
    return (
        "The Beacon",
        "thebeacon.example",
        page(
            f'<meta property="og:site_name" content="The Beacon"><meta property="article:published_time" content="{s["d"]}T{s["h"]}:00.000Z"><meta property="article:author" content="https://thebeacon.example/profile/x"><meta name="author" content="{", ".join(s["a"])}"><link rel="canonical" href="https://thebeacon.example/a">',
            f'<header><nav><ul>{NAV}</ul></nav></header><main><article><div data-gu-name="headline"><h1>{s["t"]}</h1></div><div data-gu-name="standfirst"><p>{s["p"][0][:60]}</p></div><div data-gu-name="meta"><address aria-label="Contributor info">{by(s)}</address><details><summary>{when(s["d"]):%a} {uk(s["d"])} 07.45 CET</summary>Last modified on {uk(s["d"])}</details></div><figure><img src=a><figcaption>A view of it. Photograph: P Gast/Agency</figcaption></figure><div class="article-body-viewer"><p>{"</p><p>".join(s["p"][:3])}</p><aside data-component="rich-link"><a href="/r"><h3>{REL[0][0]}</h3></a> <span>Read more</span></aside><p>{"</p><p>".join(s["p"][3:])}</p></div><div class="submeta"><ul><li><a href="/t">Topics</a></li></ul></div></article><section data-component="related">{cards("fc-item")}</section></main><footer>© 2031 The Beacon</footer>',
            title=f"{s['t']} | World | The Beacon",
        ),
    )


@site
def bbc_like(s):
    def blk(x):
        return f'<div data-component="text-block" class="b1"><p class="x">{x}</p></div>'

    return (
        "NBC Norr",
        "nbcnorr.example",
        page(
            '<meta property="og:site_name" content="NBC Norr">' + lj(s, "NBC Norr", "nbcnorr.example"),
            f'<nav>{NAV}</nav><main id="main-content"><article><div data-component="headline-block"><h1>{s["t"]}</h1></div><div data-component="byline-block"><time>{uk(s["d"])}</time><span>{by(s)}</span></div><div data-component="image-block"><figure><img><span>AFP</span><figcaption>The scene</figcaption></figure></div>{"".join(map(blk, s["p"][:4]))}<div data-component="links-block"><ul><li><a href="/1">{REL[0][0]}</a></li><li><a href="/2">{REL[2][0]}</a></li></ul></div>{"".join(map(blk, s["p"][4:]))}</article><div data-component="related">{cards("gs-c-promo")}</div></main>',
            title=f"{s['t']} - NBC Norr",
        ),
    )


@site
def blox(s):  # TownNews
    return (
        "Velm Valley Register",
        "www.vvregister.example",
        page(
            f'<meta property="og:site_name" content="Velm Valley Register"><meta name="author" content="{by(s)}"><meta property="og:title" content="{s["t"]}">'
            + lj(s, "Velm Valley Register", "www.vvregister.example", isAccessibleForFree="True"),
            f'<div class="card-container">{cards("card summary", "article")}</div><article class="asset"><header class="asset-header"><h1 class="headline"><span itemprop="headline">{s["t"]}</span></h1><ul class="list-inline"><li><span itemprop="author">{by(s)}</span></li><li><time class="tnt-date asset-date" datetime="{s["d"]}T{s["h"]}:00-05:00">{when(s["d"]):%b} {when(s["d"]).day}, {when(s["d"]).year}</time></li></ul></header><div id="article-body" itemprop="articleBody" class="asset-content"><div class="subscriber-preview"><p>{"</p></div><div class=subscriber-preview><p>".join(s["p"])}</p></div></div><div class="tags">Tags <a href="/t">Mining</a></div></article><div class="modal"><h2>Subscribe to our newsletter</h2><p>Get the local news in your inbox every morning, free of charge.</p></div>',
            title=f"{s['t']} | Local | vvregister.example",
        ),
    )


@site
def gannett(s):
    return (
        "Sael Tribune",
        "eu.saeltribune.example",
        page(
            '<meta property="og:site_name" content="Sael Tribune">'
            + lj(s, "Sael Tribune", "eu.saeltribune.example", isAccessibleForFree=True),
            f'<main class="gnt_cw"><article class="gnt_pr"><h1 class="gnt_ar_hl">{s["t"]}</h1><div class="gnt_ar_by"><a class="gnt_ar_by_a" href="/staff/1">{by(s)}</a></div><div class="gnt_ar_dt" aria-label="Published: {us(s["d"])}">Published {us(s["d"])}</div><div class="gnt_ar_b">{"".join("<p class=gnt_ar_b_p>" + x + "</p>" for x in s["p"])}</div></article></main><div class="gnt_m">{cards("gnt_m_flm_a", "a")}</div>',
            title=s["t"],
        ),
    )


@site
def drupal(s):
    x = when(s["d"])
    return (
        "Harbour Observer",
        "harbourobserver.example",
        page(
            '<meta name="Generator" content="Drupal 10"><link rel="canonical" href="https://harbourobserver.example/news/x"><meta property="og:site_name" content="Harbour Observer">',
            f'<div class="region-header"><div class="site-branding__name">Harbour Observer</div></div><main><h1 class="page-title"><span class="field field--name-title">{s["t"]}</span></h1><article class="node node--type-article"><footer class="node__meta"><div class="node__submitted">Submitted by <span class="field--name-uid"><a>{by(s)}</a></span> on <span class="field field--name-created">{x:%a}, {x:%m/%d/%Y} - {s["h"]}</span></div></footer><div class="node__content"><div class="field field--name-body">{ps2(s)}</div></div></article></main><aside class="region-sidebar">{cards("views-row")}</aside>',
            title=f"{s['t']} | Harbour Observer",
        ),
    )


def ps2(s):
    return "".join(f"<p>{x}</p>" for x in s["p"])


@site
def wp_block(s):
    return (
        "Quay News",
        "quaynews.example",
        page(
            f'<link rel="canonical" href="https://quaynews.example/{s["d"].replace("-", "/")}/slug/"><meta name="generator" content="WordPress 6.4">',
            f'<header class="site-header"><p class="site-title"><a href="/">Quay News</a></p></header><main><article class="post"><header class="entry-header"><h1 class="entry-title">{s["t"]}</h1><div class="entry-meta"><span class="posted-on"><time class="entry-date published updated" datetime="{s["d"]}T{s["h"]}:00+01:00">{us(s["d"])}</time></span><span class="byline"> by <span class="author vcard"><a class="url fn n">{by(s)}</a></span></span></div></header><div class="entry-content">{ps2(s)}<div class="sharedaddy"><h3>Share this:</h3><ul><li>Facebook</li><li>X</li></ul></div><div class="jp-relatedposts"><h3>Related</h3>{cards("jp-relatedposts-post")}</div></div></article><section class="comments-area"><h2>One thought on this</h2><article class="comment"><b class="fn">Otto Fremd</b><time datetime="2018-01-01">1 Jan 2018</time><p>The pandas did it, as I have said for years, and nobody listens to me here.</p></article></section></main><footer>Proudly powered by WordPress</footer>',
            title=f"{s['t']} – Quay News",
        ),
    )


@site
def substack(s):
    return (
        "Long Pier",
        "longpier.substack.example",
        page(
            f'<meta property="og:title" content="{s["t"]}"><meta name="author" content="{by(s)}">'
            + lj(s, "Long Pier", "longpier.substack.example", isAccessibleForFree=True),
            f'<div class="main-menu"><h1 class="navbar-title"><a href="/">Long Pier</a></h1></div><article class="newsletter-post post"><div class="post-header"><h1 class="post-title">{s["t"]}</h1><h3 class="subtitle">What we know so far</h3><div class="meta"><a>{by(s)}</a> {when(s["d"]):%b} {when(s["d"]).day}, {when(s["d"]).year}</div></div><div class="available-content"><div class="body markup">{ps2(s)}</div></div></article><div class="subscribe-widget"><p>Thanks for reading Long Pier! Subscribe for free to receive new posts.</p></div><div class="comments"><h4>Discussion about this post</h4></div>',
            title=f"{s['t']} - by {by(s)} - Long Pier",
        ),
    )


@site
def medium(s):
    return (
        "The Ledge",
        "theledge.example",
        page(
            f'<meta property="og:site_name" content="The Ledge"><meta property="article:published_time" content="{s["d"]}T{s["h"]}:00.000Z"><meta name="author" content="{by(s)}"><meta property="og:title" content="{s["t"]}">',
            f"<article><section><h1>{s['t']}</h1><div><a>{by(s)}</a><span>·Follow</span><span>5 min read</span></div>{''.join('<p class=pw-post-body-paragraph>' + x + '</p>' for x in s['p'])}</section></article><div>{cards('ab')}</div>",
            title=f"{s['t']} | by {by(s)} | The Ledge",
        ),
    )


@site
def blogger(s):
    return (
        "Notes from Velm",
        "notesfromvelm.blogspot.example",
        page(
            "<meta content='blogger' name='generator'><meta content='Notes from Velm' property='og:site_name'/>",
            f"<div class='header'><h1 class='title'><a href='/'>Notes from Velm</a></h1></div><h2 class='date-header'><span>{when(s['d']):%A}, {us(s['d'])}</span></h2><div class='post hentry'><h3 class='post-title entry-title'>{s['t']}</h3><div class='post-body entry-content'>{'<br /><br />'.join(s['p'])}</div><div class='post-footer'>Posted by <span class='fn'>{by(s)}</span> at <abbr class='published' title='{s['d']}T{s['h']}:00-07:00'>7:45 AM</abbr></div></div><div class='sidebar'><h2>Blog Archive</h2><ul><li>2018</li></ul></div>",
            title=f"Notes from Velm: {s['t']}",
        ),
    )


@site
def asia(s):  # plain tables, old
    return (
        "The Kairi Daily",
        "www.kairidaily.example",
        page(
            f'<meta property="og:site_name" content="The Kairi Daily"><meta name="pubdate" content="{s["d"]}">',
            f'<table><tr><td>{NAV}</td></tr><tr><td class="content"><h1>{s["t"]}</h1><div class="info">By {by(s)} ({"Kairi Daily"}) | {s["d"]} {s["h"]}</div><div id="Content">{ps2(s)}</div></td><td class="side"><h3>Most viewed</h3><ol><li><a href=1>{REL[0][0]}</a></li><li><a href=2>{REL[1][0]}</a></li></ol></td></tr></table>',
            title=f"{s['t']} - Kairidaily.example",
        ),
    )


@site
def timesofindia(s):
    return (
        "The Sael Times",
        "saeltimes.example",
        page(
            '<meta property="og:site_name" content="The Sael Times">'
            + lj(s, "The Sael Times", "saeltimes.example", articleBody=" ".join(s["p"])),
            f'<div class="contentwrapper"><h1 class="HNMDR"><span>{s["t"]}</span></h1><div class="byline">{by(s)} / TNN / <span>{when(s["d"]):%b} {when(s["d"]).day}, {when(s["d"]).year}, {s["h"]} IST</span></div><div class="_s30J clearfix">{"<br><br>".join(s["p"])}</div><div class="mostread"><h2>Most read</h2>{cards("mr")}</div></div>',
            title=f"{s['t']} | Velm News - The Sael Times",
        ),
    )


@site
def reuters_like(s):
    return (
        "Meridian",
        "www.meridian.example",
        page(
            f'<meta property="og:site_name" content="Meridian"><meta name="article:published_time" content="{s["d"]}T{s["h"]}:00Z">'
            + ld(
                headline=s["t"],
                datePublished=f"{s['d']}T{s['h']}:00Z",
                dateModified=f"{s['d']}T23:00:00Z",
                author=[{"@type": "Person", "name": x} for x in s["a"]],
                publisher={"@type": "NewsMediaOrganization", "name": "Meridian"},
                url="https://www.meridian.example/a",
            ),
            f'<article data-testid="Article"><header><h1 data-testid="Heading">{s["t"]}</h1><div data-testid="AuthorByline">By {by(s)}</div><time><span data-testid="DateLineText">{us(s["d"])}</span><span>{s["h"]} AM GMT</span><span>Updated 2 days ago</span></time></header><div class="article-body__content">'
            + "".join(
                f'<div data-testid="paragraph-{i}" class="text__text article-body__element">{x}</div>'
                for i, x in enumerate(s["p"])
            )
            + '<p class="signoff">Reporting by Olga Fry; Editing by Pete Gunn</p><p>Our Standards: <a>The Meridian Trust Principles.</a></p></div></article><section><h2>Read Next</h2>'
            + cards("story-card")
            + "</section>",
            title=f"{s['t']} | Meridian",
        ),
    )


@site
def ap_copy_regional(s):
    return (
        "Coast Sentinel",
        "www.coastsentinel.example",
        page(
            '<meta property="og:site_name" content="Coast Sentinel">'
            + ld(
                headline=s["t"],
                datePublished=f"{s['d']}T{s['h']}:00Z",
                author=[{"@type": "Person", "name": x} for x in s["a"]],
                publisher={"@type": "Organization", "name": "Associated Press"},
            ),
            f'<main><article><h1>{s["t"]}</h1><p class="byline">By {by(s)}, Associated Press</p><p class="dateline"><time datetime="{s["d"]}T{s["h"]}:00Z">{us(s["d"])}</time></p><div class="body">{ps2(s)}</div></article><section class="more">{cards("teaser", "li")}</section></main>',
            title=f"{s['t']} - Coast Sentinel",
        ),
    )


@site
def ghost(s):
    return (
        "Fen Dispatch",
        "fendispatch.example",
        page(
            f'<meta property="og:site_name" content="Fen Dispatch"><meta property="article:published_time" content="{s["d"]}T{s["h"]}:00.000Z"><meta property="article:modified_time" content="2031-01-01T00:00:00.000Z">'.replace(
                "2031", "2025"
            )
            + lj(s, "Fen Dispatch", "fendispatch.example"),
            f'<article class="article post"><header class="article-header"><h1 class="article-title">{s["t"]}</h1><p class="article-excerpt">The short of it.</p></header><section class="gh-content">{ps2(s)}<div class="kg-card kg-signup-card"><h2>Sign up for Fen Dispatch</h2><p>No spam. Unsubscribe anytime.</p></div></section></article><aside class="read-more-wrap">{cards("post-card", "article")}</aside>',
            title=s["t"],
        ),
    )


@site
def joomla(s):
    return (
        "Sund Gazette",
        "sundgazette.example",
        page(
            f'<base href="https://sundgazette.example/index.php/news/12-x"><meta name="generator" content="Joomla!"><meta name="author" content="{by(s)}">',
            f'<div class="item-page" itemscope itemtype="https://schema.org/Article"><meta itemprop="inLanguage" content="en-GB"><div class="page-header"><h2 itemprop="headline">{s["t"]}</h2></div><dl class="article-info"><dd class="createdby" itemprop="author">Written by <span itemprop="name">{by(s)}</span></dd><dd class="published"><time datetime="{s["d"]}T{s["h"]}:00+00:00" itemprop="datePublished">Published: {uk(s["d"])}</time></dd><dd class="hits">Hits: 318</dd></dl><div itemprop="articleBody">{ps2(s)}</div></div><div class="moduletable"><h3>Latest</h3><ul class="latestnews"><li itemscope itemtype="https://schema.org/Article"><a href="/1"><span itemprop="name">{REL[0][0]}</span></a></li></ul></div>',
            title=f"{s['t']} - Sund Gazette",
        ),
    )


@site
def amp(s):
    return (
        "Beacon North",
        "beaconnorth.example",
        (
            '<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><title>{}</title><link rel="canonical" href="https://beaconnorth.example/a"><meta property="og:site_name" content="Beacon North">'.format(
                s["t"]
            )
            + lj(s, "Beacon North", "beaconnorth.example")
            + f'<style amp-boilerplate>body{{}}</style></head><body><amp-sidebar id=s><ul>{NAV}</ul></amp-sidebar><article><h1>{s["t"]}</h1><p class="author">By {by(s)}</p><amp-img src=x width=1 height=1></amp-img>{ps2(s)}</article><amp-list><template type="amp-mustache"><h3>{{{{title}}}}</h3></template></amp-list></body></html>'
        ),
    )


@site
def nextjs(s):
    return (
        "Sael Now",
        "saelnow.example",
        page(
            '<meta property="og:site_name" content="Sael Now">'
            + lj(s, "Sael Now", "saelnow.example", articleBody="\n\n".join(s["p"])),
            f'<div id="__next"><div class="skeleton"></div><h1>{s["t"]}</h1></div><script id="__NEXT_DATA__" type="application/json">{{"props":{{}}}}</script>',
            title=f"{s['t']} · Sael Now",
        ),
    )


@site
def dw_like(s):
    return (
        "Deutsche Stimme",
        "www.dstimme.example",
        page(
            '<meta property="og:site_name" content="Deutsche Stimme"><meta name="author" content="Deutsche Stimme (www.dstimme.example)"><link rel="canonical" href="https://www.dstimme.example/en/a-1">',
            f'<article><header><span class="kicker">Mining</span><h1>{s["t"]}</h1><div class="author-details"><span class="author">{by(s)}</span></div><span class="publication"><time aria-hidden="true">{when(s["d"]):%m/%d/%Y}</time><span class="sr-only">{uk(s["d"])}</span></span></header><div class="rich-text">{ps2(s)}<p>es/fb (AFP, dpa, Reuters)</p></div></article><div class="recommendations">{cards("teaser")}</div>',
            title=f"{s['t']} – DS – {when(s['d']):%m/%d/%Y}",
        ),
    )


@site
def pressrelease_mw(s):  # MediaWiki (wikinews)
    return (
        "Wikinews",
        "en.wikinews.example",
        page(
            '<meta name="generator" content="MediaWiki 1.41"><link rel="canonical" href="https://en.wikinews.example/wiki/X">',
            f'<div class="mw-body"><h1 id="firstHeading" class="firstHeading">{s["t"]}</h1><div id="mw-content-text"><div class="mw-parser-output"><p><strong class="published"><span id="publishDate" class="value-title" title="{s["d"]}"></span>{when(s["d"]):%A}, {us(s["d"])}</strong></p>{ps2(s)}<h2>Sources</h2><ul><li>Otto Fremd. "<a>Panda twins</a>" — Gazette, January 2, 2018</li></ul></div></div></div>',
            title=f"{s['t']} - Wikinews, the free news source",
        ),
    )


@site
def newscorp(s):
    return (
        "The Harbourside",
        "www.theharbourside.example",
        page(
            f'<meta property="og:site_name" content="theharbourside"><meta name="dcterms.created" content="{s["d"]}T{s["h"]}:00+11:00">'
            + lj(s, "The Harbourside", "www.theharbourside.example"),
            f'<div id="story"><h1 id="story-headline">{s["t"]}</h1><p id="standfirst">Police are asking for help.</p><div class="byline"><div class="author">{by(s)}</div><div class="publish-date">{uk(s["d"])} - {s["h"]}AM</div></div><div id="story-primary">{ps2(s)}<div class="story-read-more"><h3>More Coverage</h3><a href="/1">{REL[0][0]}</a><a href="/2">{REL[2][0]}</a></div></div></div>',
            title=f"{s['t']} | The Harbourside",
        ),
    )


@site
def typo3(s):
    x = when(s["d"])
    return (
        "Ostend Kurier",
        "ostendkurier.example",
        page(
            '<meta name="generator" content="TYPO3 CMS"><meta property="og:site_name" content="Ostend Kurier">',
            f'<div class="news news-single"><div class="article" itemscope itemtype="http://schema.org/Article"><div class="header"><h1 itemprop="headline">{s["t"]}</h1></div><div class="extra"><span class="news-list-date"><time itemprop="datePublished" datetime="{s["d"]}">{x:%d.%m.%Y}</time></span><span class="news-list-author">By {by(s)}</span></div><div class="news-text-wrap" itemprop="articleBody">{ps2(s)}</div><div class="news-backlink-wrap"><a href="/">Back</a></div></div></div>',
            title=f"{s['t']}: Ostend Kurier",
        ),
    )


@site
def nothing(s):  # hand-made
    return (
        "oldpaper.example",
        "oldpaper.example",
        f"<html><head><title>{s['t']}</title><link rel=canonical href=https://oldpaper.example/x.html></head><body bgcolor=white><font size=5><b>{s['t']}</b></font><br><i>by {by(s)}</i><br>{us(s['d'])}<p>{'<p>'.join(s['p'])}<hr><a href=/>Home</a></body></html>",
    )


@site
def aljaz(s):
    return (
        "Al Nahar English",
        "www.alnahar.example",
        page(
            '<meta property="og:site_name" content="Al Nahar English"><meta name="publishedDate" content="{}T{}">'.format(
                s["d"], s["h"]
            )
            + lj(s, "Al Nahar English", "www.alnahar.example"),
            f'<main><header class="article-header"><h1>{s["t"]}</h1><p class="article__subhead"><em>It is the second such case this year.</em></p></header><div class="article-info-block"><div class="article-b-l"><div class="article-author-name">By <a class="author-link">{by(s)}</a></div></div><div class="date-simple"><span class="screen-reader-text">Published On {uk(s["d"])}</span><span aria-hidden="true">{uk(s["d"])}</span></div></div><div class="wysiwyg">{"".join("<p>" + x + "</p>" for x in s["p"][:2])}<div class="more-on"><h2>Recommended Stories</h2><span>list of 3 items</span><ul><li><a href=1>{REL[0][0]}</a></li><li><a href=2>{REL[1][0]}</a></li><li><a>{REL[2][0]}</a></li></ul><span>end of list</span></div>{"".join("<p>" + x + "</p>" for x in s["p"][2:])}</div></main><div class="featured">{cards("featured-post", "article")}</div>',
            title=f"{s['t']} | Mining News | Al Nahar English",
        ),
    )


MD = {
    "de": [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    "it": [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ],
}


def fd(d, tongue):
    x = when(d)
    m = MD[tongue][x.month - 1]
    return {
        "de": f"{x.day}. {m} {x.year}",
        "es": f"{x.day} de {m} de {x.year}",
        "fr": f"{x.day} {m} {x.year}",
        "it": f"{x.day} {m} {x.year}",
    }[tongue]


def og(n, extra=""):
    return f'<meta property="og:site_name" content="{n}">' + extra


@site
def german_meta(s):
    return (
        "Rhein Echo",
        "rheinecho.example",
        page(
            og("Rhein Echo"),
            f'<main><h1>{s["t"]}</h1><div class="meta"><span class="autor">Von {by(s)}</span> <span class="datum">Stand: {fd(s["d"], "de")}, {s["h"]} Uhr</span></div>{ps2(s)}</main>',
            lang="de",
            title=s["t"] + " - Rhein Echo",
        ),
    )


@site
def spanish_meta(s):
    return (
        "El Faro",
        "elfaro.example",
        page(
            og("El Faro"),
            f'<article><h1>{s["t"]}</h1><div class="firma">Por {by(s)}</div><div class="fecha">{fd(s["d"], "es")}</div>{ps2(s)}</article>',
            lang="es",
            title=s["t"] + " | El Faro",
        ),
    )


@site
def french_meta(s):
    return (
        "Le Phare",
        "lephare.example",
        page(
            og("Le Phare"),
            f'<article><h1>{s["t"]}</h1><p class="auteur">Par {by(s)}</p><p>Publié le {fd(s["d"], "fr")} à 10h30</p>{ps2(s)}</article>',
            lang="fr",
            title=s["t"] + " - Le Phare",
        ),
    )


@site
def italian_ld(s):
    return (
        "Il Molo",
        "ilmolo.example",
        page(
            og("Il Molo")
            + ld(
                headline=s["t"],
                datePublished=s["d"],
                author={"name": by(s)} if len(s["a"]) == 1 else [{"name": a} for a in s["a"]],
                inLanguage="it-IT",
            ),
            f"<article><h1>{s['t']}</h1>{ps2(s)}</article>",
            lang="it",
        ),
    )


@site
def newspack(s):
    return (
        "Fen Monitor",
        "fenmonitor.example",
        page(
            og(
                "Fen Monitor",
                '<meta property="article:published_time" content="{}T{}:00+00:00"><meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="{}">'.format(
                    s["d"], s["h"], by(s)
                ),
            ),
            f'<main><article><header class="entry-header"><h1 class="entry-title">{s["t"]}</h1><div class="newspack-post-subtitle">A short subtitle here</div></header><div class="entry-subhead"><div class="entry-meta"><span class="byline"><span class="author-prefix">by</span> <span class="author vcard"><a href="/x">{by(s)}</a></span></span></div></div><div class="entry-content">{ps2(s)}<div class="wp-block-newspack-blocks-homepage-articles">{cards("post", "article")}</div></div></article></main>',
            title=s["t"] + " - Fen Monitor",
        ),
    )


@site
def hearst_like(s):
    return (
        "Bay Clarion",
        "www.bayclarion.example",
        page(
            og("Bay Clarion")
            + ld(
                headline=s["t"],
                datePublished=f"{s['d']}T{s['h']}:00Z",
                author=[{"@type": "Person", "name": a} for a in s["a"]],
                publisher={"name": "Bay Clarion"},
            ),
            f'<div class="trending"><a href="/1"><h4>{REL[0][0]}</h4></a><a href="/2"><h4>{REL[1][0]}</h4></a></div><article><h1>{s["t"]}</h1><section class="articleBody">{ps2(s)}</section><div class="authorBio"><h4>{s["a"][0]}</h4><p>{s["a"][0]} is a reporter who has covered courts for nine years.</p></div></article>',
            title=s["t"],
        ),
    )


@site
def epoch_meta(s):
    return (
        "Tern Post",
        "ternpost.example",
        page(
            og(
                "Tern Post",
                f'<meta name="publish-date" content="{timegm(when(s["d"]).timetuple()) + 36000}">'
                f'<meta name="author" content="{", ".join(s["a"])}">',
            ),
            f"<article><h1>{s['t']}</h1>{ps2(s)}</article>",
            title=s["t"],
        ),
    )


@site
def rdfa(s):
    return (
        "Loch Standard",
        "lochstandard.example",
        page(
            '<link rel="canonical" href="https://lochstandard.example/n/1">',
            f'<div vocab="https://schema.org/" typeof="NewsArticle"><h1 property="headline">{s["t"]}</h1><span property="author" typeof="Person"><span property="name">{by(s)}</span></span><time property="datePublished" datetime="{s["d"]}">{uk(s["d"])}</time><div property="articleBody">{ps2(s)}</div><span property="publisher" typeof="Organization"><meta property="name" content="Loch Standard"></span></div>',
            title=s["t"] + " | Loch Standard",
        ),
    )


@site
def hentry(s):
    return (
        "Reed Journal",
        "reedjournal.example",
        page(
            '<link rel="canonical" href="https://reedjournal.example/n/1">',
            f'<div class="h-entry"><h1 class="p-name">{s["t"]}</h1><a class="p-author h-card">{by(s)}</a><time class="dt-published" datetime="{s["d"]}T{s["h"]}:00+0000">{uk(s["d"])}</time><div class="e-content">{ps2(s)}</div></div>',
            title="Reed Journal: " + s["t"],
        ),
    )


@site
def ticker_above(s):
    return (
        "Moor Times",
        "moortimes.example",
        page(
            og("Moor Times"),
            f'<div class="ticker"><time datetime="2018-05-05">5 May 2018</time> <a href=/x>{REL[0][0]}</a></div><div class="weather">Today, 3 March 2019: rain</div><section><h1>{s["t"]}</h1><div class="info"><span>{by(s)}</span> <span>{us(s["d"])} {s["h"]}</span></div>{ps2(s)}</section>',
            title=s["t"],
        ),
    )


@site
def dateline_para(s):
    return (
        "Ash Weekly",
        "ashweekly.example",
        page(
            og("Ash Weekly"),
            f"<article><h1>{s['t']}</h1><p><em>By {by(s)}</em></p><p><em>Posted {us(s['d'])}</em></p>{ps2(s)}</article>",
            title=s["t"] + " – Ash Weekly",
        ),
    )


@site
def divs_nop(s):
    return (
        "Kelp Daily",
        "kelpdaily.example",
        page(
            og(
                "Kelp Daily",
                '<meta name="parsely-pub-date" content="{}T{}:00Z"><meta name="parsely-author" content="{}">'.format(
                    s["d"], s["h"], by(s)
                ),
            ),
            f'<div id="c"><h1>{s["t"]}</h1>' + "".join(f"<div>{x}</div>" for x in s["p"]) + "</div>",
            title=s["t"],
        ),
    )


@site
def amp_cdn_copy(s):
    return (
        "Gull News",
        "www.gullnews.example",
        page(
            '<link rel="canonical" href="https://www-gullnews-example.cdn.ampproject.org/c/s/www.gullnews.example/a">'
            + og("Gull News")
            + lj(s, "Gull News", "www.gullnews.example"),
            f"<article><h1>{s['t']}</h1>{ps2(s)}</article>",
            title=s["t"],
        ),
    )


@site
def updated_only_shown(s):
    return (
        "Skua Press",
        "skuapress.example",
        page(
            og(
                "Skua Press",
                '<meta property="article:published_time" content="{}"><meta property="article:modified_time" content="2024-12-24">'.format(
                    s["d"]
                ),
            ),
            f'<article><h1>{s["t"]}</h1><p class="timestamp">Updated 24 December 2024</p><p class="author-name">{by(s)}</p>{ps2(s)}</article>',
            title=s["t"],
        ),
    )


@site
def gov_uk(s):
    return (
        "Harbour Authority",
        "harbourauthority.example",
        page(
            og("Harbour Authority"),
            f'<main><h1 class="gem-c-title__text">{s["t"]}</h1><dl class="metadata"><dt>From:</dt><dd>Harbour Authority</dd><dt>Published</dt><dd>{uk(s["d"])}</dd></dl><div class="govspeak">{ps2(s)}</div></main>',
            title=s["t"] + " - Harbour Authority",
        ),
    )


@site
def jp(s):
    return (
        "The Kita Shimbun",
        "www.kita-shimbun.example",
        page(
            og("The Kita Shimbun"),
            f'<div class="article"><h1>{s["t"]}</h1><p class="date">{when(s["d"]).year}年{when(s["d"]).month}月{when(s["d"]).day}日 {s["h"]}</p><p class="credit">By {by(s)}, Staff Writer</p>{ps2(s)}</div>',
            lang="ja",
            title=s["t"] + " | The Kita Shimbun",
        ),
    )


@site
def india_update(s):
    return (
        "Deccan Mail",
        "deccanmail.example",
        page(
            og("Deccan Mail"),
            f'<article><h1>{s["t"]}</h1><div class="publish">Published - {when(s["d"]):%B %d, %Y} {s["h"]} am IST</div><div class="author"><a>{by(s)}</a></div>{ps2(s)}<div class="also-read"><b>Also Read:</b> <a href=1>{REL[0][0]}</a></div></article>',
            title=s["t"] + " - Deccan Mail",
        ),
    )


@site
def php_nuke(s):
    return (
        "Fjord Bulletin",
        "fjordbulletin.example",
        page(
            og("Fjord Bulletin"),
            f'<table width=100%><tr><td><font class="title"><h2>{s["t"]}</h2></font><font class="tiny">Posted by {by(s)} on {when(s["d"]):%A}, {when(s["d"]):%B} {when(s["d"]).day}, {when(s["d"]).year} @ {s["h"]}</font><br>{"<br><br>".join(s["p"])}</td></tr></table>',
            title="Fjord Bulletin - " + s["t"],
        ),
    )


@site
def spa_apollo(s):
    return (
        "Now North",
        "nownorth.example",
        page(
            og("Now North")
            + lj(s, "Now North", "nownorth.example", articleBody="<p>" + "</p><p>".join(s["p"]) + "</p>"),
            f'<div id="app"><h1>{s["t"]}</h1><p>Loading…</p></div>',
            title=s["t"],
        ),
    )


@site
def long_sidebar(s):
    return (
        "Coaltown Argus",
        "coaltownargus.example",
        page(
            og("Coaltown Argus"),
            '<div class="wrap"><div class="left">'
            + "".join(
                f'<div class="mini"><a href="/{i}"><h3>{REL[i % 3][0]}</h3></a><span class="date">2018-0{i % 9 + 1}-01</span><span class="author">By Otto Fremd</span></div>'
                for i in range(9)
            )
            + f'</div><div class="mid"><h1>{s["t"]}</h1><span class="author">By {by(s)}</span><span class="date">{uk(s["d"])}</span>{ps2(s)}</div></div>',
            title=s["t"],
        ),
    )


NAMELESS = {"pressrelease_mw", "gov_uk", "ticker_above"}
"""That say nobody's name, or say it without a word that it is a writer's."""


def pages():
    made = []
    for name, site_ in _SITES.items():
        for story in _STORIES:
            outlet, host, html = site_(story)
            author = "" if name in NAMELESS else "; ".join(story["a"])
            made.append(
                Made(name, html, "\n\n".join(story["p"]), story["t"], outlet, story["d"], author, f"https://{host}/a")
            )
    return made
