"""Pages as the templates of many content systems set them: who wrote them, which day, whose outlet, and what is a part.

Each row is what stands under the heading, what stands in the head, and what must come out; cards of other articles
with writers and days of their own stand below each.
"""

import json

import pytest

from rashomon.intake.pages import pages

TITLE, PAPER, AT = (
    "Ferry strikes pier at Velm, eleven hurt",
    "Velm Courier",
    "https://www.velmcourier.example/news/ferry",
)
PARTS = [
    "A ferry carrying 214 people struck a pier in Velm harbour on Monday evening, injuring eleven passengers, the coast guard said.",
    "Harbour master Ines Falk said the vessel lost power about 300 metres from its berth. “The captain dropped both anchors, but it was too late,” she told reporters.",
    "The operator, Sund Lines, denied a union's claim that the ferry had sailed with a faulty generator since the start of the year.",
    "Two of the injured were still in hospital on Tuesday. Investigators have taken the ship's recorder and expect to publish a first report within a month.",
]
BODY = "".join(f"<p>{part}</p>" for part in PARTS)
GUESTS = [
    ("Panda twins delight visitors at the city zoo", "Otto Fremd", "2018-01-02"),
    ("Mayor opens new library wing after long delay", "Gustav Panda", "2018-02-03"),
    ("Chef wins third national prize for fish soup", "Otto Fremd", "2018-03-04"),
]
CARDS = "".join(
    f'<div class="card"><a href="/x/{n}"><h3>{title}</h3></a><span class="author">By {by}</span>'
    f'<time datetime="{day}">{day}</time><p>{title} and more of that sort.</p></div>'
    for n, (title, by, day) in enumerate(GUESTS)
)
OG = f'<meta property="og:title" content="{TITLE}"><meta property="og:type" content="article"><meta property="og:site_name" content="{PAPER}">'
DAY, MARA, BOTH = "2023-03-14", "Mara Oduya", "Mara Oduya; Jon Brekke"
DATED = '<time datetime="2023-03-14T09:00:00Z">14 March 2023</time>'


def page(under="", head=OG, h1=f"<h1>{TITLE}</h1>", body=BODY, title=f"{TITLE} - {PAPER}", behind="", lang="en"):
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title><link rel="canonical" href="{AT}">{head}</head>'
        f'<body><header class="site"><a href="/">{PAPER}</a><nav><a href="/w">World</a></nav></header><article>{h1}{under}{body}{behind}</article>'
        f'<section class="related"><h2>Read more</h2>{CARDS}</section><footer>© 2018 {PAPER}. All rights reserved.</footer></body></html>'
    )


def ld(kind="NewsArticle", **fields):
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", "@type": kind, **fields})}</script>'


def told(html):
    found = pages(html.encode())
    assert not any(word in " ".join(found.values()) for word in ("Otto", "Panda", "2018")), found
    assert found["title"] == TITLE
    return found


# under the heading, writers, day
TEMPLATES = [
    ('<div class="wp-block-post-date"><time datetime="2023-03-14T09:12:00+01:00"><a href="/x">March 14, 2023</a></time></div><p class="by">by</p><div class="wp-block-post-author-name"><a>Mara Oduya</a></div><div class="terms">in <a rel="tag">Harbour</a></div>', MARA, DAY),
    ('<div class="td-post-author-name"><div class="td-author-by">By</div> <a href="/author/m">Mara Oduya</a><div> - </div></div><span class="td-post-date"><time class="entry-date updated" datetime="2023-03-14T09:12:00+00:00">March 14, 2023</time></span>', MARA, DAY),
    ('<span class="meta-author"><a class="author-name tie-icon">Mara Oduya</a></span><span class="date meta-item">14 March 2023</span><span class="last-updated">Last Updated: 16 March 2023</span>', MARA, DAY),
    ('<div class="submitted"><span property="dc:date" content="2023-03-14T09:12:00+00:00">Submitted by <span class="username">Mara Oduya</span> on Tue, 03/14/2023 - 09:12</span></div>', MARA, DAY),
    ('<div class="node__meta"><span>By <span><a class="username">Mara Oduya</a></span>, 14 March, 2023</span></div>', MARA, DAY),
    ('<div class="b-byline"><span>By</span> <span class="names"><a class="b-byline__name">Mara Oduya</a> and <a class="b-byline__name">Jon Brekke</a></span></div><time class="c-date" datetime="2023-03-14T13:12:00.000Z">March 14, 2023 at 9:12AM EDT</time>', BOTH, DAY),
    ('<h4 class="author-name"><a>Mara Oduya</a></h4><time class="byline-meta-date" datetime="2023-03-14">Mar 14, 2023</time><span>4 min read</span>', MARA, DAY),
    ('<div class="profile-hover"><a href="https://letters.example/@m">Mara Oduya</a></div><div class="meta-EgzBVA">Mar 14, 2023</div>', MARA, DAY),
    ('<ul><li><span data-hook="user-name">Mara Oduya</span></li><li><span title="Mar 14, 2023" data-hook="time-ago">Mar 14, 2023</span></li><li>3 min read</li></ul><p>Updated: <span>Mar 20, 2023</span></p>', MARA, DAY),
    ('<time data-testid="timestamp" datetime="2023-03-14T09:12:30.000Z">14 March 2023</time><div class="x9-TextContributorName">Mara Oduya</div><div>Transport correspondent</div>', MARA, DAY),
    ('<div class="times"><p class="updated-time">Updated - <span>March 15, 2023 08:00 am IST</span></p><p>Published - <span>March 14, 2023 09:12 pm IST</span> - Velm</p></div><div class="author"><a class="person-name">K.R. Menon</a></div>', "K.R. Menon", DAY),
    ('<div>By: <a>Express Web Desk</a> | Velm | <span>Published: March 14, 2023 7:12:10 pm</span></div>', "Express Web Desk", DAY),
    ('<h3 class="authors_name">By&nbsp; Juma Otieno</h3><p class="authors_summary">Reporter</p><time class="date">Tuesday, March 14, 2023</time>', "Juma Otieno", DAY),
    ('<div class="pub">Published: <span>March 14, 2023 18:15</span></div><div class="author-name-with-bio"><a>Layla Haddad</a>, Senior Reporter</div>', "Layla Haddad", DAY),
    ('<a href="/autor/x" class="a_md_a_n" rel="author">Lucía Prado</a> <span>Velm -</span> <time data-date="2023-03-14T09:12:00.000Z">14 mar 2023 - 10:12<abbr title="CET">CET</abbr></time>', "Lucía Prado", DAY),
    ('<p class="from">Por <span>Marta Lopes</span>, g1 Velm</p><time itemprop="datePublished" datetime="2023-03-14T12:12:00.000Z">14/03/2023 09h12</time>', "Marta Lopes", DAY),
    ('<span class="meta__author">Par Anne Roux (Velm, correspondante)</span><span class="meta__date">Publié le 14 mars 2023 à 09h12, modifié le 15 mars 2023 à 08h00</span>', "Anne Roux", DAY),
    ('<div class="byline">Eine Reportage von <a rel="author"><span>Jutta Kern</span></a></div><time datetime="2023-03-14T09:12:00+01:00">14. März 2023</time>', "Jutta Kern", DAY),
    ('<div><span>Giriş Tarihi: 14.03.2023 09:12</span> <span>Güncelleme Tarihi: 15.03.2023 10:00</span></div>', "", DAY),
    ('<div class="detail__author">Rina Wati - <span>velmNews</span></div><div class="detail__date">Selasa, 14 Mar 2023 09:12 WIB</div>', "Rina Wati", DAY),
    ('<p class="author">Autor: Ewa Nowak</p><p class="pub">Data publikacji: 14 marca 2023, 09:12</p>', "Ewa Nowak", DAY),
    ('<span class="post-date">14 مارس 2023</span>', "", DAY),
    ('<span class="datum">14. března 2023 9:12</span> <span class="autor">Jana Malá</span>', "Jana Malá", DAY),
    ('<span>Source: Xinhua</span><span class="editor">Editor: huaxia</span><span class="time">2023-03-14 09:12:15</span>', "", DAY),
]  # fmt: skip
# under the heading, day
DAYS = [
    ("<div><span>Posted <b>9:12 AM, Mar 14, 2023</b></span> <span>and last updated <b>11:00 AM, Mar 15, 2023</b></span></div>", DAY),
    ("<div class='time'><span>PUBLISHED: <time>March 14, 2023 at 9:12 a.m.</time></span> | <span>UPDATED: <time>March 15, 2023 at 8:00 a.m.</time></span></div>", DAY),
    ("<details><summary>Wed 15 Mar 2023 08.00 GMT</summary>First published on Tue 14 Mar 2023 09.12 GMT</details>", DAY),
    ('<p class="dt">14 Mar &#8217;23</p>', DAY),
    ("<div>09:12 | 14/03/2023</div><div>Last update: 18:00 | 15/03/2023</div>", DAY),
    ('<div class="postInfo">Mar 14 2023 · 3 min</div>', DAY),
    ('<p class="issue">Vol. 41 No. 12 — Tuesday, March 14, 2023</p>', DAY),
    ('<span class="timeago" title="Tuesday 14 March 2023 09:12">8 months ago</span>', DAY),
    ('<div class="article-date" data-epoch="1678785120">8 months ago</div>', DAY),
    ('<amp-timeago datetime="2023-03-14T09:12:00Z">14 March 2023</amp-timeago>', DAY),
    ('<div class="date"><span class="day">14</span> <span>March</span> <span>2023</span></div>', DAY),
    ("<bsp-timestamp data-timestamp='1678785120000'><span>Updated 9:12 AM GMT, March 14, 2023</span></bsp-timestamp>", ""),
    ('<div class="event-box"><span class="event-date">1 May 2023</span> Harbour fair</div>', ""),
    ('<div class="deadline" data-date="2023-05-01">Tenders close soon</div>', ""),
    ('<img data-date="2017-05-01" src="x"><a title="1 May 2017">a picture</a>', ""),
    ("<p>14 March 2023 | 16 March 2023</p>", ""),
    ("<p>Aktualisiert: 15.03.2023</p>", ""),
]  # fmt: skip
# under the heading, writers
BYLINES = [
    ('<div class="css-1x2y"><span class="css-abc">By </span><a class="css-def" href="/by/m">Mara Oduya</a></div>', MARA),
    ('<p class="byline">By <a>Mara Oduya</a>, <a>Jon Brekke</a> and <a>Ada Lim</a></p>', f"{BOTH}; Ada Lim"),
    ('<p class="byline">By Mara Oduya <a href="mailto:m@v.example">moduya@velmcourier.example</a> @moduya</p>', MARA),
    ('<div class="contributors">Reporting by Mara Oduya in Velm; editing by Jon Brekke</div>', MARA),
    ('<div class="credit-line">Story: Mara Oduya | Photos: Jon Brekke</div>', MARA),
    ("<p>Text by Mara Oduya / Photography by Nils Aho</p>", MARA),
    ('<div class="byline">By Abu Bakr al-Rashid and Maria de la Cruz</div>', "Abu Bakr al-Rashid; Maria de la Cruz"),
    ('<div class="byline">By Sinéad O’Dowd &amp; Jean-Luc Faye</div>', "Sinéad O’Dowd; Jean-Luc Faye"),
    ('<div class="byline">Por Ana Ruiz y Luis Vega</div>', "Ana Ruiz; Luis Vega"),
    ('<div class="b"><a href="/author/mara-oduya/">Mara Oduya</a></div>', MARA),
    ('<div class="author"><span>Mara Oduya</span><button>Follow</button></div>', MARA),
    ('<div class="writer"><span>Mara Oduya</span><span>Political Editor</span>, Velm</div>', MARA),
    ('<div class="writer"><span>Mara Oduya</span>, <span>Political Editor</span>, Velm</div>', MARA),
    ('<p class="author">By Mara Oduya, New York</p>', MARA),
    ('<div class="byline">By Velm Courier Staff</div>', "Velm Courier Staff"),
    ('<div class="author">Mara Oduya for Velm Courier</div>', MARA),
    ('<p class="photo-credit">Photo by Otis Grau</p>', ""),
    ('<p class="credit">Edited by Otis Grau</p>', ""),
    ('<p class="sponsor">Powered by Acme Media</p>', ""),
    ('<p><a href="/people/ines-falk-interview-on-harbour-safety">Harbour safety</a></p>', ""),
]  # fmt: skip
META = '<meta property="og:title" content="x">'
# in the head, writers, day
HEADS = [
    (ld(headline=TITLE, url=AT, datePublished=DAY, author={"@type": "Person", "name": ["Mara Oduya", "Jon Brekke"]}), BOTH, DAY),
    (ld("WebPage", url=AT, name=TITLE, datePublished=DAY, author={"@type": "Person", "name": "Mara Oduya"}), MARA, DAY),
    (ld("WebPage", url=AT + "-other", name="Panda film", datePublished="2018-01-01", author="Otto Fremd"), "", ""),
    (ld(headline=TITLE, url=AT, datePublished=DAY, author={"@type": "Person", "givenName": "Mara", "familyName": "Oduya"}), MARA, DAY),
    (ld(headline=TITLE, url=AT, datePublished="2023-03-14 09:12:00 +0530", author="By Mara Oduya, Staff Writer"), MARA, DAY),
    ('<meta name="author" content="Mara Oduya"><meta name="author" content="Jon Brekke"><meta name="date" content="2023-03-14">', BOTH, DAY),
    ('<meta name="citation_author" content="Oduya, Mara"><meta name="citation_author" content="Brekke, Jon"><meta name="citation_publication_date" content="2023/03/14">', "Oduya, Mara; Brekke, Jon", DAY),
    ("<meta name='parsely-page' content='{\"pub_date\":\"2023-03-14T09:12:00Z\",\"authors\":[\"Mara Oduya\"]}'>", MARA, DAY),
    ("<meta name='parsely-page' content='{\"pub_date\": broken}'>", "", ""),
    ('<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Mara Oduya">', MARA, ""),
    ('<meta name="twitter:label1" content="Est. reading time"><meta name="twitter:data1" content="Two Minutes">', "", ""),
    ('<meta name="publishedDate" content="2023-03-14"><meta name="cXenseParse:author" content="Mara Oduya">', MARA, DAY),
    ('<meta name="article.created" content="2023-03-14T09:12:00Z"><meta name="article.updated" content="2023-03-16"><meta name="shareaholic:article_author_name" content="Mara Oduya">', MARA, DAY),
    ('<meta property="video:release_date" content="2017-01-01"><meta name="book:author" content="Karin Moe"><meta name="event.date" content="2023-05-01">', "", ""),
    ('<meta property="article:author" content="https://social.example/velm"><meta name="author" content="Velm Courier">', "", ""),
]  # fmt: skip
WAYS = [
    (f'<meta property="article:published_time" content="{DAY}">{head}', title, name)
    for head, title, name in [
        ('<meta name="publisher" content="Velm Courier">', TITLE, PAPER),
        ('<meta name="copyright" content="Copyright 2023 Velm Courier">', TITLE, PAPER),
        ('<meta name="publisher" content="Chain Media Holdings">', TITLE, PAPER),
        ("", f"{PAPER} : {TITLE}", PAPER),
        ("", TITLE, PAPER),
        ('<meta property="og:site_name" content="velmcourier.example">', TITLE, PAPER),
        ('<meta property="og:site_name" content="The Velm Courier">', TITLE, "The Velm Courier"),
    ]
]
WALLS = [
    ('<div class="paywall"><h2>This post is for paid subscribers</h2><a>Subscribe</a></div>', True),
    ("<div>Already a paid subscriber? <a>Sign in</a></div>", True),
    ("<div><h3>Keep reading with a Courier subscription</h3><button>View offers</button></div>", True),
    ('<div class="gate">To unlock this article, start your free trial. From €1 a week.</div>', True),
    ("<p>Reading groups meet with a subscription to the library.</p>", False),
    ("<p>Workers used a saw to unlock the gate before the trial began.</p>", False),
]


@pytest.mark.parametrize(("under", "writers", "day"), TEMPLATES)
def test_templates_set_writers_and_days(under, writers, day):
    found = told(page(under))
    assert (found.get("author", ""), found.get("published", "")[:10]) == (writers, day)
    assert all(part in found["text"] for part in PARTS)


@pytest.mark.parametrize(("under", "day"), DAYS)
def test_a_day_is_taken_where_a_page_shows_its_own(under, day):
    assert told(page(under)).get("published", "")[:10] == day


@pytest.mark.parametrize(("under", "writers"), BYLINES)
def test_a_byline_names_who_wrote(under, writers):
    assert told(page(under + DATED)).get("author", "") == writers


@pytest.mark.parametrize(("head", "writers", "day"), HEADS)
def test_heads_of_many_houses(head, writers, day):
    found = told(page(head=OG + head))
    assert (found.get("author", ""), found.get("published", "")[:10]) == (writers, day)


@pytest.mark.parametrize(("head", "title", "outlet"), WAYS)
def test_an_outlet_is_called_as_its_page_calls_it(head, title, outlet):
    assert told(page(head=head, title=title))["outlet"] == outlet


@pytest.mark.parametrize(("wall", "is_part"), WALLS)
def test_a_wall_makes_a_part(wall, is_part):
    found = told(page(DATED, body="".join(f"<p>{part}</p>" for part in PARTS[:2]), behind=wall))
    assert found.get("partial", "").startswith("wall") == is_part
