"""Under a heading of the article: who wrote it and on which day, as many templates set it, and their near misses.

Each row is what stands under the heading, what stands in the head, the page's language, and what must come out. Cards of
other articles, a day of the site's own and a line of rights stand on every page.
"""

import pytest

from rashomon.intake.pages import pages

TITLE, AT = "Court halts quarry at Brede over nesting falcons", "https://www.sandviknews.example/local/brede-quarry"
PARTS = [
    "A court in Sandvik on Wednesday halted blasting at the Brede quarry until July because falcons are nesting on its east face.",
    "Judge Astrid Holm ruled that the operator, Brede Stone, had known of the nest since February. “The permit is plain on this point,” she wrote.",
    "Brede Stone said it would appeal. Its director, Pavel Dusek, told reporters that 64 jobs were at risk if the order stood.",
    "The county's bird society, which brought the case, said it had offered to pay for a survey last autumn and had been turned down.",
]
BODY = "".join(f"<p>{part}</p>" for part in PARTS)
GUESTS = [
    ("Lion cub born at safari park draws record crowd", "Otto Fremd", "2017-01-02"),
    ("Baker wins lottery for second time in a decade", "Gustav Lion", "2017-02-03"),
    ("Ski jump reopens after years of costly repairs", "Otto Fremd", "2017-03-04"),
]
CARDS = "".join(
    f'<li class="teaser"><a href="/x/{n}"><h4>{title}</h4></a><div class="byline">By {by}</div><span class="date">{day}</span></li>'
    for n, (title, by, day) in enumerate(GUESTS)
)
HEAD = (
    f'<link rel="canonical" href="{AT}"><meta property="og:title" content="{TITLE}">'
    '<meta property="og:type" content="article"><meta property="og:site_name" content="Sandvik News">'
)


def page(under, head, language):
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{TITLE} | Sandvik News</title>{HEAD}{head}</head><body>'
        f'<div class="topbar"><a href="/">Sandvik News</a> <span>Monday, 6 February 2017</span></div><main><article><h1>{TITLE}</h1>'
        f"{under}{BODY}</article></main><aside><h3>Most read</h3><ul>{CARDS}</ul></aside><footer>Copyright 2017 Sandvik News AS</footer></body></html>"
    )


# under the heading, in the head, language, writers, day
ROWS = [
    ('<div class="Article-credits"><div class="Article-author"><p class="u-h6">WRITTEN BY</p><p>Sigrid Vance</p></div><div class="Article-date"><p class="u-h6">PUBLISHED</p><p>May 8, 2024</p></div></div>', "", "en", "Sigrid Vance", "2024-05-08", "craft"),
    ('<dl class="info"><dt>Author</dt><dd>Sigrid Vance</dd><dt>Published</dt><dd>08 May 2024</dd><dt>Updated</dt><dd>10 May 2024</dd></dl>', "", "en", "Sigrid Vance", "2024-05-08", "umbraco dl"),
    ('<div class="blog-post-meta"><div class="text-block-12">Sigrid Vance</div><div class="text-block-13">May 8, 2024</div><div>5 min read</div></div>', "", "en", "Sigrid Vance", "2024-05-08", "webflow"),
    ('<div class="blog-post__meta"><a href="https://www.sandviknews.example/local/author/sigrid-vance" rel="author">Sigrid Vance</a><div class="blog-post__timestamp">May 8, 2024 7:30:00 AM</div></div>', "", "en", "Sigrid Vance", "2024-05-08", "hubspot"),
    ('<div><a href="https://mediumlike.example/@svance?source=x"><p>Sigrid Vance</p></a><span>4 min read</span><span>·</span><span data-testid="storyPublishDate">May 8, 2024</span></div>', "", "en", "Sigrid Vance", "2024-05-08", "medium new"),
    ('<div class="gnt_ar_by"><a href="/staff/1/sigrid-vance/" class="gnt_ar_by_a">Sigrid Vance</a><div class="gnt_ar_pb">Sandvik News</div></div><div class="gnt_ar_dt" aria-label="Published 7:30 a.m. ET May 8, 2024 Updated 9:00 a.m. ET May 10, 2024"></div>', "", "en", "Sigrid Vance", "2024-05-08", "gannett"),
    ('<div id="storybyline"><div class="byline"><p class="byline__name byline__name--block"><a href="/people/1/sigrid-vance">Sigrid Vance</a></p></div><div class="byline"><p class="byline__name"><a href="/people/2/t">Tomas Rehn</a></p></div></div><div class="dateblock"><time datetime="2024-05-08T03:30:00-04:00"><span class="date">May 8, 2024</span><span class="time">3:30 AM ET</span></time></div>', "", "en", "Sigrid Vance; Tomas Rehn", "2024-05-08", "npr-like"),
    ('<div class="dcr-1"><address aria-label="Contributor info"><div class="dcr-2"><a rel="author" href="/profile/sv">Sigrid Vance</a> in Sandvik</div></address><details><summary>Wed 8 May 2024 08.30 BST</summary></details></div>', "", "en", "Sigrid Vance", "2024-05-08", "guardian new"),
    ('<div class="sc-x"><div id="author-bio"><a href="/author/sv">Sigrid Vance</a><div>Environment Correspondent</div></div><time datetime="2024-05-08T07:30:00.000Z">Wednesday 08 May 2024 08:30 BST</time></div>', "", "en", "Sigrid Vance", "2024-05-08", "independent"),
    ('<p class="author-section byline-plain">By <a class="author">Sigrid Vance</a> and <a class="author">Tomas Rehn For Sandvik News</a></p><p class="byline-section"><span class="article-timestamp article-timestamp-published"><span>Published:</span><time datetime="2024-05-08T08:30:00+0100">08:30 BST, 8 May 2024</time></span> | <span class="article-timestamp article-timestamp-updated"><span>Updated:</span><time datetime="2024-05-10T08:30:00+0100">08:30 BST, 10 May 2024</time></span></p>', "", "en", "Sigrid Vance; Tomas Rehn", "2024-05-08", "mail online"),
    ('<p class="article-meta">Updated / Friday, 10 May 2024 10:12</p><span class="byline">By <strong>Sigrid Vance</strong></span>', "", "en", "Sigrid Vance", "", "rte"),
    ('<div class="byline"><h5 class="name">Sigrid Vance</h5><p>Senior Correspondent</p></div><div class="group-story-postdate"><div class="story-postdate"><div class="field-label">PUBLISHED</div>May 08, 2024, 03:30 PM</div><div class="story-changeddate"><div>UPDATED</div>May 10, 2024, 08:00 AM</div></div>', "", "en", "Sigrid Vance", "2024-05-08", "straitstimes"),
    ('<span class="story__byline"><a class="story__byline__link">Sigrid Vance</a></span><span class="story__time">Published May 8, 2024</span><span class="timestamp--label">Updated</span><span class="timestamp--date">May 10, 2024 10:10am</span>', "", "en", "Sigrid Vance", "2024-05-08", "dawn"),
    ('<div class="article__author">Sigrid Vance</div><p class="article__date">08 May</p>', "", "en", "Sigrid Vance", "", "news24"),
    ('<span class="jeg_meta_author">by <a class="author">Sigrid Vance</a></span><div class="jeg_meta_date"><a href="/x">May 8, 2024</a></div><div class="jeg_meta_reading">Reading Time: 3 mins read</div>', "", "en", "Sigrid Vance", "2024-05-08", "premium times"),
    ('<div class="article-info"><div class="col-15"><p>PUBLISHED : 8 May 2024 at 14:30</p></div><div>NEWSPAPER SECTION: Local</div><p>WRITER: <a>Sigrid Vance</a></p></div>', "", "en", "Sigrid Vance", "2024-05-08", "thai"),
    ('<p class="credit">KYODO NEWS - <span class="date">May 8, 2024 - 16:30</span> | Local, All</p>', "", "en", "", "2024-05-08", "kyodo"),
    ('<div class="cikk-meta"><span class="szerzo"><a href="/szerzo/x">Kovács Anna</a></span><time>2024. május 8. 07:30</time></div>', "", "hu", "Kovács Anna", "2024-05-08", "hungarian"),
    ('<p class="byline">Text: Sigrid Vance<br>Foto: Nils Berg</p><p>Publicerad 8 maj 2024 kl 07.30</p><p>Uppdaterad 10 maj 2024</p>', "", "sv", "Sigrid Vance", "2024-05-08", "swedish"),
    ('<span class="author">Door Sigrid Vance</span><span>8 mei 2024 om 07:30</span>', "", "nl", "Sigrid Vance", "2024-05-08", "dutch"),
    ('<span class="writer">Kim Min-ju</span><span class="date">입력 2024-05-08 07:30</span><span class="date">수정 2024-05-10 10:00</span>', "", "ko", "Kim Min-ju", "2024-05-08", "korean"),
    ('<span class="date">Thứ tư, 8/5/2024, 14:30 (GMT+7)</span>', "", "vi", "", "2024-05-08", "vietnamese"),
    ('<div class="autor">de <a>Sigrid Vance</a></div><div class="data">Publicat: 8 mai 2024, 07:30 | Actualizat: 10 mai 2024</div>', "", "ro", "Sigrid Vance", "2024-05-08", "romanian"),
    ('<p class="autore">di Sigrid Vance</p><p class="data">8 Maggio 2024 alle 07:30</p>', "", "it", "Sigrid Vance", "2024-05-08", "italian"),
    ('<div class="pub">Publish Date: Wed, 08 May 2024 07:30 AM (IST)</div><div>Updated Date: Fri, 10 May 2024 10:00 AM (IST)</div>', "", "en", "", "2024-05-08", "hindi"),
    ('<div class="editor">Edited By: <a>Tomas Rehn</a></div><div>Updated: May 08, 2024 13:00 IST</div>', "", "en", "", "", "edited by"),
    ("<div>Reported By: <b>Sigrid Vance</b> | Edited By: <b>Tomas Rehn</b> | Source: <b>Sandvik News</b> | Last Updated: May 10, 2024, 10:00 AM IST | First Published: May 8, 2024</div>", "", "en", "Sigrid Vance", "2024-05-08", "curated/reported"),
    ('<div class="author-block"><img alt="Otis Grau" src="x"><div><p class="author-title">Sigrid Vance, Sandvik News</p></div></div><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "Sigrid Vance", "2024-05-08", "author image first"),
    ('<div class="byline"><span class="byline-prefix">By </span><span class="author-first">Sigrid</span> <span class="author-last">Vance</span></div><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "Sigrid Vance", "2024-05-08", "name nested spans"),
    ("<p>Sandvik News • By Sigrid Vance • May 8, 2024 • 7:30 am</p>", "", "en", "Sigrid Vance", "2024-05-08", "bullet byline"),
    ('<p class="info">By Sigrid Vance - May 8, 2024</p>', "", "en", "Sigrid Vance", "2024-05-08", "dash byline date"),
    ('<p class="info">May 8, 2024 by Sigrid Vance Leave a Comment</p>', "", "en", "Sigrid Vance", "2024-05-08", "date then by"),
    ('<div class="entry-meta">Posted on <a rel="bookmark"><time class="entry-date published" datetime="2024-05-08T07:30:00+00:00">May 8, 2024</time><time class="updated" datetime="2024-05-10">May 10, 2024</time></a> by <span class="author vcard"><a class="url fn n">Sigrid Vance</a></span> in <a>Local</a></div>', "", "en", "Sigrid Vance", "2024-05-08", "posted in"),
    ('<p class="byline">By J. R. R. Vance and T. Rehn</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "J. R. R. Vance; T. Rehn", "2024-05-08", "initials"),
    ('<p class="byline">By Sigrid Vance, Tomas Rehn, Ada Brandt, and Jon Moe</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "Sigrid Vance; Tomas Rehn; Ada Brandt; Jon Moe", "2024-05-08", "four commas"),
    ('<p class="byline">Sigrid Vance, Environment Editor, and Tomas Rehn, Political Correspondent</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "Sigrid Vance; Tomas Rehn", "2024-05-08", "roles each"),
    ('<p class="lead">With <a href="/people/astrid-holm">Astrid Holm</a> presiding, the court sat for two days.</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "quote of expert as link"),
    ('<div class="profile-box"><h4>Pavel Dusek</h4><p>Director of Brede Stone since 2019</p></div><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "expert box"),
    ('<div class="comments-preview"><span class="comment-author">Rolf Kast</span> <span class="comment-date">9 May 2024</span></div><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "comment author"),
    ('<figure><img><figcaption class="author">Nils Berg/Sandvik News</figcaption></figure><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "photog credit"),
    ("", '<script type="application/ld+json">{"@context": "x", "@graph": [{"@type": ["Article", "NewsArticle"], "headline": "Court halts quarry at Brede over nesting falcons", "mainEntityOfPage": {"@id": "https://www.sandviknews.example/local/brede-quarry"}, "datePublished": "2024-05-08", "author": {"@id": "https://x.example/#/schema/person/1", "name": "Sigrid Vance"}}, {"@type": "Person", "@id": "https://x.example/#/schema/person/1", "name": "Sigrid Vance"}, {"@type": "Organization", "name": "Sandvik Media"}]}</script>', "en", "Sigrid Vance", "2024-05-08", "ld author in graph w/ sameAs"),
    ("", '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Court halts quarry at Brede over nesting falcons", "url": "https://www.sandviknews.example/local/brede-quarry", "datePublished": "2024-05-08T07:30", "creator": ["Sigrid Vance", "Tomas Rehn"]}</script>', "en", "Sigrid Vance; Tomas Rehn", "2024-05-08", "ld contributor/creator list"),
    ("", '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Court halts quarry at Brede over nesting falcons", "url": "https://www.sandviknews.example/local/brede-quarry", "datePublished": "2024-05-08T07:30Z", "editor": "Tomas Rehn"}</script>', "en", "", "2024-05-08", "ld editor not author"),
    ('<p class="byline">By Sigrid Vance</p>', '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Court halts quarry at Brede over nesting falcons", "url": "https://www.sandviknews.example/local/brede-quarry", "datePublished": "2024-05-08", "author": {"@type": "Person", "name": "admin"}}</script>', "en", "Sigrid Vance", "2024-05-08", "ld author placeholder"),
    ('<p class="d">Wednesday 8th May 2024</p>', '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Court halts quarry at Brede over nesting falcons", "url": "https://www.sandviknews.example/local/brede-quarry", "datePublished": "", "dateModified": "2024-05-10"}</script>', "en", "", "2024-05-08", "ld date empty + visible"),
    ('<p class="d">08-May-2024</p>', '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Court halts quarry at Brede over nesting falcons", "url": "https://www.sandviknews.example/local/brede-quarry", "datePublished": "Invalid date"}</script>', "en", "", "2024-05-08", "ld invalid date"),
    ("", '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Court halts quarry at Brede over nesting falcons", "url": "https://www.sandviknews.example/local/brede-quarry", "datePublished": 1715153400000}</script>', "en", "", "2024-05-08", "ld epoch ms"),
    ("", '<script type="application/ld+json">\n//<![CDATA[\n{"@type": "NewsArticle", "headline": "Court halts quarry at Brede over nesting falcons", "url": "https://www.sandviknews.example/local/brede-quarry", "datePublished": "2024-05-08"}\n//]]>\n</script>', "en", "", "2024-05-08", "ld windows in js comment"),
    ("", '<meta name="DC.Date.created" content="2024-05-08"><meta name="DC.creator" content="Sigrid Vance">', "en", "Sigrid Vance", "2024-05-08", "meta dc"),
    ("", '<meta http-equiv="last-modified" content="Fri, 10 May 2024 10:00:00 GMT">', "en", "", "", "meta last-modified only"),
    ("", '<meta name="bylines" content="Sigrid Vance|Tomas Rehn"><meta name="publish_time" content="2024-05-08 07:30:00">', "en", "Sigrid Vance; Tomas Rehn", "2024-05-08", "meta bylines"),
    ("", '<meta name="sailthru.date" content="Wed, 8 May 2024 07:30:00 +0000"><meta name="sailthru.author" content="Sigrid Vance, Tomas Rehn">', "en", "Sigrid Vance; Tomas Rehn", "2024-05-08", "meta sailthru tags"),
    ("", '<meta property="og:article:author" content="Sigrid Vance"><meta property="og:article:author" content="Tomas Rehn"><meta property="og:article:published_time" content="2024-05-08">', "en", "Sigrid Vance; Tomas Rehn", "2024-05-08", "og:article:author list"),
    ('<div class="article-info__byline"><a class="n-content-tag--author" href="/stream/abc">Ingrid Sollberg</a> in Sandvik and <a class="n-content-tag--author">Mehmet Aydin</a> in Ankara</div><time class="article-info__timestamp o-date" data-o-component="o-date" datetime="2024-05-08T07:30:00.000Z">May 8 2024</time>', "", "en", "Ingrid Sollberg; Mehmet Aydin", "2024-05-08", "ft-like"),
    ('<div class="css-a"><p>By<!-- --> <div class="css-b"><a href="https://www.sandviknews.example/news/author/ingrid-sollberg">Ingrid Sollberg</a></div></p></div><div class="css-c"><p>May 8, 2024 7:30 am ET</p></div>', "", "en", "Ingrid Sollberg", "2024-05-08", "wsj-like"),
    ('<div class="css-t"><time class="css-1" datetime="2024-05-08T07:30:00Z">May 8th 2024</time></div><span>|SANDVIK</span>', "", "en", "", "2024-05-08", "economist"),
    ('<div class="sdc-article-author"><img><div><p class="sdc-article-author__role">Science correspondent</p><p class="sdc-article-author__name"><a class="x">Ingrid Sollberg</a></p></div></div><div class="sdc-article-date"><p class="sdc-article-date__date-time">Wednesday 8 May 2024 08:30, UK</p></div>', "", "en", "Ingrid Sollberg", "2024-05-08", "skynews"),
    ('<div data-component="Byline"><p>By <a data-component="ContentLink">Ingrid Sollberg</a> and <span>Mehmet Aydin</span></p></div><ul><li>Topic:Courts</li></ul><div>Wed 8 May<time datetime="2024-05-08T07:30:00.000Z">Wednesday 8 May 2024 at 5:30pm</time></div>', "", "en", "Ingrid Sollberg; Mehmet Aydin", "2024-05-08", "abc au"),
    ('<div class="author-details"><div class="author-name" data-author="x">Ingrid Sollberg</div></div><span class="publish-date">May 08, 2024 • 7:30am</span>', "", "en", "Ingrid Sollberg", "2024-05-08", "stuff nz"),
    ('<p id="byline"><a href="/authors/ingrid-sollberg/" class="c-byline__link">Ingrid Sollberg</a></p><div>Sandvik</div><div>Published <time datetime="2024-05-08T07:30:00.000Z">May 8, 2024</time></div>', "", "en", "Ingrid Sollberg", "2024-05-08", "globe mail"),
    ('<div class="byline-block"><span class="byline">Ingrid Sollberg<span class="comma">,</span> Environment &amp; Science Editor</span></div><time class="date">Wed May 08 2024 - 08:30</time>', "", "en", "Ingrid Sollberg", "2024-05-08", "irish times"),
    ('<p class="author">Ingrid Sollberg</p><p>প্রকাশ: ০৮ মে ২০২৪, ০৭:৩০</p>', "", "bn", "Ingrid Sollberg", "2024-05-08", "bangla"),
    ('<span class="date">۱۹ اردیبهشت ۱۴۰۳</span><span>8 May 2024 - 07:30</span>', "", "fa", "", "2024-05-08", "persian"),
    ('<div class="meta">8 мая 2024, 07:30 | Автор: Анна Ковалёва</div>', "", "ru", "Анна Ковалёва", "2024-05-08", "russian meta"),
    ('<time>8 травня 2024, 07:30</time><a class="author" href="/authors/x">Олена Мельник</a>', "", "uk", "Олена Мельник", "2024-05-08", "ukrainian"),
    ('<span class="author">Texto de Marta Lobo</span><span class="date">08 mai. 2024, 07:30</span>', "", "pt", "Marta Lobo", "2024-05-08", "portuguese obs"),
    ('<p class="date">08/05/2024</p>', "", "en-GB", "", "2024-05-08", "numeric gb"),
    ('<p class="date">05/08/2024 7:30 AM</p>', "", "en-US", "", "2024-05-08", "numeric us"),
    ('<p class="date">05/08/2024</p>', "", "en", "", "", "numeric open"),
    ('<div class="location-date"><b>SANDVIK</b> | May 8, 2024</div>', "", "en", "", "2024-05-08", "dateline box"),
    ('<p class="issue-date">May 2024</p>', "", "en", "", "", "month only"),
    ("<time>May 8, 7:30 AM</time>", "", "en", "", "", "time no year"),
    ('<p>Published 8 May 2024</p><p class="when">Hearing: 20 June 2024</p>', "", "en", "", "2024-05-08", "two times pub & event"),
    ("<p>Published May 8, 2024 | Last modified May 10, 2024 | Reviewed May 9, 2024</p>", "", "en", "", "2024-05-08", "published range"),
    ('<div class="byline" data-author="Ingrid Sollberg" data-published="2024-05-08T07:30:00Z"></div>', "", "en", "Ingrid Sollberg", "2024-05-08", "data-published"),
    ('<span itemprop="datePublished" content="2024-05-08">last week</span><span itemprop="author" itemscope itemtype="http://schema.org/Person"><meta itemprop="name" content="Ingrid Sollberg"></span>', "", "en", "Ingrid Sollberg", "2024-05-08", "itemprop content span"),
    ('<meta itemprop="dateModified" content="2024-05-10"><meta itemprop="datePublished" content="2024-05-08">', "", "en", "", "2024-05-08", "meta itemprop dateModified"),
    ('<div class="p-author h-card vcard"><span class="p-name fn">Ingrid Sollberg</span></div><time class="dt-published published" datetime="2024-05-08">8 May</time>', "", "en", "Ingrid Sollberg", "2024-05-08", "hcard"),
    ('<p class="byline">Guest column by Ingrid Sollberg</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "Ingrid Sollberg", "2024-05-08", "guest column"),
    ('<p class="byline">Compiled by Ingrid Sollberg from wire reports</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "Ingrid Sollberg", "2024-05-08", "compiled"),
    ('<a class="tag" href="/tag/pavel-dusek">Pavel Dusek</a><span>8 May 2024</span>', "", "en", "", "2024-05-08", "kicker person tag"),
    ('<a class="topic" href="/topic/x">Greta Olsen</a><span class="cat">Courts</span><p>By Ingrid Sollberg</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "Ingrid Sollberg", "2024-05-08", "kicker other person"),
    ('<p>Share on Facebook Twitter Email</p><p class="by">Ingrid Sollberg</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "Ingrid Sollberg", "2024-05-08", "share line names"),
    ('<p class="credit">Photo: Nils Berg</p><p class="credit">Text: Ingrid Sollberg</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "Ingrid Sollberg", "2024-05-08", "photo by then by"),
    ('<p class="label">Presented by Acme Rock</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "sponsored"),
    ('<figure><img><figcaption>Astrid Holm (Photo: Nils Berg)</figcaption></figure><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "person caption"),
    ("", '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Article", "headline": "Court halts quarry at Brede over nesting falcons", "datePublished": "2024-05-08"}</script><script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Court halts quarry at Brede over nesting falcons", "url": "https://www.sandviknews.example/local/brede-quarry", "datePublished": "2024-05-08", "author": [{"@type": "Person", "name": "Ingrid Sollberg", "jobTitle": "Reporter"}, {"@type": "Person", "name": "Mehmet Aydin"}]}</script>', "en", "Ingrid Sollberg; Mehmet Aydin", "2024-05-08", "ld two articles same headline"),
    ("", '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Court halts quarry at Brede over nesting falcons", "url": "https://www.sandviknews.example/local/brede-quarry", "datePublished": "2024-05-08", "author": "Ingrid Sollberg,Mehmet Aydin"}</script>', "en", "Ingrid Sollberg; Mehmet Aydin", "2024-05-08", "ld author string list comma"),
    ('<p class="byline">By Ingrid Sollberg</p>', '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Court halts quarry at Brede over nesting falcons", "url": "https://www.sandviknews.example/local/brede-quarry", "datePublished": "2024-05-08", "author": {"name": "ingrid@sandviknews.example"}}</script>', "en", "Ingrid Sollberg", "2024-05-08", "ld author mail"),
    ("", '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Court halts quarry at Brede over nesting falcons", "url": "https://www.sandviknews.example/local/brede-quarry", "datePublished": "2024-05-08T07:30:00&#43;00:00", "author": {"name": "Ingrid S&oslash;rli"}}</script>', "en", "Ingrid Sørli", "2024-05-08", "ld html entities"),
    ("", '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Court halts quarry at Brede over nesting falcons", "url": "https://www.sandviknews.example/local/brede-quarry", "dateCreated": "2024-05-08", "comment": [{"@type": "Comment", "author": "Otto Fremd", "datePublished": "2017-01-01"}]}</script>', "en", "", "2024-05-08", "ld dateline + comment"),
    ("", '<meta name="rnews:author" content="Ingrid Sollberg"><meta name="rnews:datePublished" content="2024-05-08">', "en", "Ingrid Sollberg", "2024-05-08", "meta rnews"),
    ("", '<meta name="author" content="Ingrid Sollberg"><meta name="editor" content="Mehmet Aydin"><meta property="article:published_time" content="2024-05-08">', "en", "Ingrid Sollberg", "2024-05-08", "meta author+editor"),
    ("", '<meta name="pagedate" content="May 8, 2024"><meta name="copyright-year" content="2017">', "en", "", "2024-05-08", "meta page_date odd"),
    ('<ul class="tags"><li><a href="/tag/x">Emma Lund</a></li><li><a href="/tag/y">Oscar Brandt</a></li></ul><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "nobody tag list"),
    ('<span class="kicker">Emma Lund</span><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "nobody kicker person"),
    ('<figure><img><figcaption>Emma Lund outside court</figcaption></figure><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "nobody photo caption name"),
    ('<figure><img><figcaption>Emma Lund</figcaption></figure><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "nobody photo name alone"),
    ('<div class="promo"><b>The Morning Brief</b><span>Sign Up</span></div><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "nobody newsletter promo"),
    ('<ol class="crumbs"><li>Home</li><li>Northern Region</li><li>Sandvik County</li></ol><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "nobody breadcrumb"),
    ('<div class="sponsor">Supported by <a href="/x">Ada Foundation</a></div><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "nobody sponsor"),
    ('<div class="listen">Narrated by Emma Lund</div><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "nobody audio"),
    ('<span class="place">Port Lanse</span><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "nobody place line"),
    ('<div class="series">Erik Dahl Files</div><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "nobody series title"),
    ('<div class="mentions">Mentioned: <a href="/profile/emma-lund">Emma Lund</a></div><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "nobody people quoted link"),
    ('<div class="org">Organised by Emma Lund</div><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "nobody event organiser"),
    ('<p class="book">“Stone” by Emma Lund</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "nobody book review subject"),
    ('<p class="deck">A film directed by Emma Lund</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "nobody film director"),
    ('<p class="deck">Read the statement by Emma Lund</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "nobody song"),
    ('<p class="deck">Poll conducted by Norstat Group</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "nobody poll"),
    ('<p class="case">Lund v. Brede Stone</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "nobody court case title"),
    ('<p class="deck">Emma Lund, 1950-2024</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "nobody obit"),
    ('<a class="comments-link" href="#c">Emma Lund and 12 others commented</a><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "nobody comment count"),
    ('<div class="user-menu"><span class="user-name"><a href="/login">Log In</a></span></div><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "nobody login user"),
    ('<select><option>Deutsch</option></select><a>Read in English</a><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "nobody translate menu"),
    ('<p class="imprint">Editor-in-chief: Emma Lund</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "nobody editor in chief imprint"),
    ('<p class="source">Source: Bruno Sato</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "nobody source line"),
    ("", '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Court halts quarry at Brede over nesting falcons", "url": "https://www.sandviknews.example/local/brede-quarry", "datePublished": "2024-05-08"}, {"@type": "Person", "name": "Emma Lund"}]}</script>', "en", "", "2024-05-08", "nobody ld person node"),
    ("", '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Court halts quarry at Brede over nesting falcons", "url": "https://www.sandviknews.example/local/brede-quarry", "datePublished": "2024-05-08", "about": {"@type": "Person", "name": "Emma Lund"}, "mentions": [{"@type": "Person", "name": "Oscar Brandt"}]}</script>', "en", "", "2024-05-08", "nobody ld about"),
    ("", '<meta name="news_keywords" content="Emma Lund"><meta name="person" content="Emma Lund"><meta property="article:published_time" content="2024-05-08">', "en", "", "2024-05-08", "nobody meta subject"),
    ('<p class="deck">Born 3 May 1950, the judge retires next year.</p>', "", "en", "", "", "day birthday"),
    ('<div class="today-box">Today is 1 June 2024</div>', "", "en", "", "", "day on this day widget"),
    ('<div class="offer">Offer ends 31 May 2024</div>', "", "en", "", "", "day subscription until"),
    ('<p class="rights">© 2024-05-01 Someone</p>', "", "en", "", "", "day copyright line under"),
    ("<p>Open 2024-06-01 to 2024-07-01</p>", "", "en", "", "", "day opening hours"),
    ('<span class="election-date">Election: 9 June 2024</span>', "", "en", "", "", "day election day"),
    ("<p>Last reviewed 10 May 2024</p>", "", "en", "", "", "day updated only many"),
    ('<span data-modified-date="2024-05-10">fresh</span>', "", "en", "", "", "day data-modified"),
    ('<img title="Taken 1 May 2024" src="x">', "", "en", "", "", "day img title day"),
    ("<p>Article 20240501-77</p>", "", "en", "", "", "day article id"),
    ("<p>Call 2024 05 08 12</p>", "", "en", "", "", "day phone"),
    ('<div data-due-date="2024-06-01">Reply</div>', "", "en", "", "", "day due date attr"),
    ('<aside class="author-card"><img><h4>Nadia Kessler</h4><p>Reporter, Sandvik News</p></aside><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "Nadia Kessler", "2024-05-08", "pos aside author card"),
    ('<div class="svelte-1x"><span class="svelte-2">Nadia Kessler</span><span class="svelte-3">May 8, 2024</span></div>', "", "en", "Nadia Kessler", "2024-05-08", "pos svelte"),
    ('<div class="flex text-sm"><p class="font-bold">Nadia Kessler</p><p class="text-gray-500">May 8, 2024 · 6 min read</p></div>', "", "en", "Nadia Kessler", "2024-05-08", "pos tailwind"),
    ('<div class="flex"><p>Nadia Kessler and Bruno Sato</p><p>8 May 2024, 07:30</p></div>', "", "en", "Nadia Kessler; Bruno Sato", "2024-05-08", "pos two tailwind"),
    ('<div><p>Nadia Kessler</p><p>Legal Affairs Correspondent</p></div><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "Nadia Kessler", "2024-05-08", "pos role line"),
    ('<p class="credits">Words by Nadia Kessler, illustrations by Bruno Sato</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "Nadia Kessler", "2024-05-08", "pos words by"),
    ('<p>Report by Nadia Kessler, editing by Bruno Sato</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "Nadia Kessler", "2024-05-08", "pos report"),
    ("<p>Filed by Nadia Kessler in Sandvik at 7:30 a.m. on May 8, 2024</p>", "", "en", "Nadia Kessler", "2024-05-08", "pos filed"),
    ('<div class="c-contributor">Nadia Kessler</div><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "Nadia Kessler", "2024-05-08", "pos contributor"),
    ("<p>Published: Wed, May 8 2024 7:30 AM EDT</p><p>By Nadia Kessler</p>", "", "en", "Nadia Kessler", "2024-05-08", "pos published at"),
    ("<p>08 May 2024 07:30 UTC+2</p>", "", "en", "", "2024-05-08", "pos utc"),
    ("<p>08.05.2024 | 07:30</p>", "", "en", "", "2024-05-08", "pos 24h"),
    ("<p>Wed., May 8, 2024</p>", "", "en", "", "2024-05-08", "pos weekday short"),
    ("<p>WEDNESDAY 8 MAY 2024</p>", "", "en", "", "2024-05-08", "pos day month caps"),
    ("<p>the 8th of May 2024</p>", "", "en", "", "2024-05-08", "pos th of"),
    ("<p>Date: 2024-05-08</p>", "", "en", "", "2024-05-08", "pos date label"),
    ("<dl><dt>Date</dt><dd>8 May 2024</dd><dt>Reporter</dt><dd>Nadia Kessler</dd></dl>", "", "en", "Nadia Kessler", "2024-05-08", "pos dt pair"),
    ('<div class="ccm-block-page-title"><span class="page-date">8 May 2024</span><span class="page-author">Author: Leila Farouk</span></div>', "", "en", "Leila Farouk", "2024-05-08", "concrete"),
    ('<div class="post-meta"><span title="2024-05-08 07:30:00 +0000 UTC">May 8, 2024</span>&nbsp;·&nbsp;3 min&nbsp;·&nbsp;Leila Farouk</div>', "", "en", "Leila Farouk", "2024-05-08", "hugo theme"),
    ('<p class="post-meta"><time class="dt-published" datetime="2024-05-08T07:30:00+00:00" itemprop="datePublished">May 8, 2024</time> • <span itemprop="author"><span class="p-author h-card" itemprop="name">Leila Farouk</span></span></p>', "", "en", "Leila Farouk", "2024-05-08", "jekyll minima"),
    ('<ul class="post-metadata"><li><time datetime="2024-05-08">08 May 2024</time></li><li>by Leila Farouk</li></ul>', "", "en", "Leila Farouk", "2024-05-08", "eleventy"),
    ('<div class="ArticlePage-authors"><span>By</span><div class="AuthorName"><a class="Link" href="/leila-farouk">Leila Farouk</a></div></div><div class="ArticlePage-datePublished">Published May 8, 2024 at 7:30 AM EDT</div>', "", "en", "Leila Farouk", "2024-05-08", "brightspot"),
    ('<div class="meta"><span><ul><li class="byline"><span>Leila Farouk</span></li><li class="byline"><span>Owen Pryce</span></li></ul></span><time datetime="2024-05-08T07:30:00-05:00" class="tnt-date">May 8, 2024</time></div>', "", "en", "Leila Farouk; Owen Pryce", "2024-05-08", "blox multi"),
    ('<div class="article-header__byline"><span>8th May 2024</span><div class="author-name">By <a>Leila Farouk</a> <span class="tw">@leilaf</span> Reporter</div></div>', "", "en", "Leila Farouk", "2024-05-08", "newsquest"),
    ('<div class="byline"><span class="sub-title">By</span><ul class="author-information"><li class="author"><a class="publication-theme">Leila Farouk</a><span class="author-label">Crime Reporter</span></li></ul><ul class="time-info"><li><span class="time-container">07:30, 8 May 2024</span></li><li><span class="updated">Updated 09:00, 10 May 2024</span></li></ul></div>', "", "en", "Leila Farouk", "2024-05-08", "reach plc"),
    ('<div class="sc-byline">By <span class="name">Leila Farouk</span> <span>Published</span> <span>May 8, 2024</span></div>', "", "en", "Leila Farouk", "2024-05-08", "iol"),
    ('<div class="author-by">By <b>Leila Farouk</b></div><div class="date">8 May 2024 | 07:30 am</div>', "", "en", "Leila Farouk", "2024-05-08", "the citizen"),
    ('<div class="story-byline"><p class="date">8 May 2024</p><p class="publisher">Sandvik News (Sandvik)</p><p class="byline">By Leila Farouk</p></div>', "", "en", "Leila Farouk", "2024-05-08", "allafrica"),
    ('<div class="article-date"><span>PUBLISHED : 08 May 2024, 10:30</span></div><p class="article-author"><strong>Leila Farouk</strong>, Sandvik News</p>', "", "en", "Leila Farouk", "2024-05-08", "zawya"),
    ('<div class="art-byline">By <a>Leila Farouk</a></div><div>Published May 8, 2024, 7:30 AM <br> Modified May 10, 2024</div>', "", "en", "Leila Farouk", "2024-05-08", "manila"),
    ('<span class="txt">07:30 May 08, 2024</span><p class="writer">By Kim Soo-yeon</p>', "", "en", "Kim Soo-yeon", "2024-05-08", "yonhap"),
    ('<div class="article-info">By Chen Lijun and Wang Rou / May 08, 2024 05:30 PM / Local</div>', "", "en", "Chen Lijun; Wang Rou", "2024-05-08", "caixin"),
    ('<div class="author-info"><a href="/yazar/x">Ayşe Yılmaz</a></div><time datetime="2024-05-08T07:30:00+03:00">08.05.2024</time>', "", "tr", "Ayşe Yılmaz", "2024-05-08", "turkiye"),
    ('<span class="autor">Izvor: Sandvik News</span><span class="date">sreda, 08. 05. 2024. 07:30</span>', "", "sr", "", "2024-05-08", "serbian"),
    ('<p class="byline">Af Leila Farouk</p><p class="time">8. maj 2024 kl. 07.30</p>', "", "da", "Leila Farouk", "2024-05-08", "danish"),
    ('<p class="autor">Leila Farouk - Sandvik</p><p>Publicat el 8 de maig de 2024</p>', "", "ca", "Leila Farouk", "2024-05-08", "catalan"),
    ('<div class="date">Rabu, 08 Mei 2024 7:30 AM</div>', "", "ms", "", "2024-05-08", "malay"),
    ('<span class="pub-date">8 مئی 2024</span>', "", "ur", "", "2024-05-08", "urdu"),
    ('<span class="date">8 במאי 2024, 07:30</span>', "", "he", "", "2024-05-08", "hebrew"),
    ('<table class="infobar"><tr><td>By: Leila Farouk</td><td align=right>Date: 8 May 2024</td></tr></table>', "", "en", "Leila Farouk", "2024-05-08", "table layout"),
    ("<p><strong>Author:</strong> Leila Farouk<br><strong>Date:</strong> 8 May 2024<br><strong>Section:</strong> Local</p>", "", "en", "Leila Farouk", "2024-05-08", "definition colon"),
    ('<p class="byline">Leila Farouk — Courts Reporter</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "Leila Farouk", "2024-05-08", "em dash role"),
    ('<p class="byline">By Leila Farouk (Courts Reporter)</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "Leila Farouk", "2024-05-08", "paren role"),
    ("<p>By Leila Farouk | Courts Reporter | May 8, 2024</p>", "", "en", "Leila Farouk", "2024-05-08", "by with bullets roles"),
    ('<p>Story by Leila Farouk</p><p>Photos by Owen Pryce</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "Leila Farouk", "2024-05-08", "story by photos by two lines"),
    ('<p class="byline">Video by Owen Pryce</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "video by only"),
    ('<p class="byline">By Leila Farouk<br>Translated by Owen Pryce</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "Leila Farouk", "2024-05-08", "translated"),
    ('<p class="deck">Blasting by Brede Stone stopped on May 7, 2024</p><p class="byline">By Leila Farouk</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "Leila Farouk", "2024-05-08", "by in deck"),
    ('<p class="deck">A ruling by Astrid Holm</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "deck by person"),
    ('<p class="deck">Interview with Pavel Dusek</p><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "interview"),
    ('<div class="people-in-story"><h5>People in this story</h5><a href="/people/pavel-dusek">Pavel Dusek</a></div><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "subject profile link alone"),
    ('<div class="reader-comment"><b>Rolf Kast</b> wrote: I saw it</div><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "", "2024-05-08", "commenters above"),
    ('<div class="mobile byline">By Leila Farouk</div><div class="desktop byline">By Leila Farouk</div><time datetime="2024-05-08T07:30:00Z">8 May 2024</time>', "", "en", "Leila Farouk", "2024-05-08", "byline repeated"),
    ('<div class="weather-date">9 May 2024</div><p class="date">8 May 2024</p>', "", "en", "", "2024-05-08", "weather day"),
    ('<p>A version of this article appears in print on May 9, 2024, Section A.</p><p class="pubtime">May 8, 2024</p>', "", "en", "", "2024-05-08", "print edition"),
    ('<span class="d1">8 May 2024</span><span class="d2">2024-05-08</span>', "", "en", "", "2024-05-08", "day two forms same"),
    ("<span>Created: 7 May 2024</span> <span>Published: 8 May 2024</span>", "", "en", "", "2024-05-08", "created + published"),
    ("<span>29 Shawwal 1445</span><span>8 May 2024</span>", "", "en", "", "2024-05-08", "hijri"),
    ('<span datetime="2024-05-08T07:30:00Z">2 months ago</span>', "", "en", "", "2024-05-08", "ago w/ datetime"),
    ('<time dateTime="2024-05-08"><svg></svg>2 months</time>', "", "en", "", "2024-05-08", "svg time"),
    ("", '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Court halts quarry at Brede over nesting falcons", "url": "https://www.sandviknews.example/local/brede-quarry", "datePublished": "2024-05-08T07:30:00.000+0000", "author": [{"@type": "Person", "name": "Leila Farouk", "url": "x"}, {"@type": "Organization", "name": "Sandvik News"}]}</script>', "en", "Leila Farouk", "2024-05-08", "ld publishing principles"),
    ('<p class="byline">By Leila Farouk</p>', '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Court halts quarry at Brede over nesting falcons", "url": "https://www.sandviknews.example/local/brede-quarry", "datePublished": "2024-05-08", "author": null}</script>', "en", "Leila Farouk", "2024-05-08", "ld author null"),
    ('<p class="byline">By Leila Farouk</p>', '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Court halts quarry at Brede over nesting falcons", "url": "https://www.sandviknews.example/local/brede-quarry", "datePublished": "2024-05-08", "author": {"@type": "Person", "name": ""}}</script>', "en", "Leila Farouk", "2024-05-08", "ld author empty name"),
    ("", '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "ReportageNewsArticle", "headline": "Court halts quarry at Brede over nesting falcons", "url": "https://www.sandviknews.example/local/brede-quarry", "datePublished": "2024-05-08", "author": "Leila Farouk"}</script>', "en", "Leila Farouk", "2024-05-08", "ld ReportageNewsArticle"),
    ("", '<script type="application/ld+json">[[{"@type": "NewsArticle", "headline": "Court halts quarry at Brede over nesting falcons", "url": "https://www.sandviknews.example/local/brede-quarry", "datePublished": "2024-05-08", "author": {"name": "Leila Farouk"}}]]</script>', "en", "Leila Farouk", "2024-05-08", "ld in array of arrays"),
    ("", '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Court halts quarry at Brede over nesting falcons", "url": "https://www.sandviknews.example/local/brede-quarry", "datePublished": "2024-05-08T23:30-07"}</script>', "en", "", "2024-05-08", "ld date only hour zone"),
    ("", '<meta name="Author" content="Leila Farouk, Sandvik News"><meta name="PublishDate" content="5/8/2024 7:30:00 AM"><meta http-equiv="content-language" content="en-US">', "en-US", "Leila Farouk", "2024-05-08", "meta multiple styles"),
    ("", '<meta name="pubdate" content="20240508T073000Z">', "en", "", "2024-05-08", "meta iso no dash"),
    ("", '<meta name="author" content="Leila Farouk, Courts Reporter"><meta name="dc.date.issued" content="2024-05-08">', "en", "Leila Farouk", "2024-05-08", "meta author with job"),
    ("", '<meta name="author" content="none"><meta name="article:published_time" content="2024-05-08">', "en", "", "2024-05-08", "meta news_keywords author none"),
    ('<div class="author"><span class="name">Leila Farouk</span><span class="post">Night Content Producer</span></div><p>8 May 2024</p>', "", "en", "Leila Farouk", "2024-05-08", "what she makes, behind her name"),
    ('<div class="author"><b>Leila Farouk</b><i>Reporter</i></div><div class="author"><b>Sten Moe</b><i>Photographer</i></div><p>8 May 2024</p>', "", "en", "Leila Farouk", "2024-05-08", "who made the pictures beside her"),
    ('<div class="author"><b>Leila Farouk</b></div><div class="author"><b>Rose Field</b></div><p>8 May 2024</p>', "", "en", "Leila Farouk; Rose Field", "2024-05-08", "a second name of English words"),
    ('<p class="byline">By Leila Farouk, Ph.D.</p><p>8 May 2024</p>', "", "en", "Leila Farouk", "2024-05-08", "what she has learned, behind a comma"),
    ('<p class="byline">By Leila Farouk MPH</p><p>8 May 2024</p>', "", "en", "Leila Farouk", "2024-05-08", "what she has learned"),
    ('<p>Tim Redaktion</p><p>8. Mai 2024</p>', "", "de", "", "2024-05-08", "a desk"),
    ('<p class="autor">Von unserer Reporterin <b>Leila Farouk</b></p><p>8. Mai 2024</p>', "", "de", "Leila Farouk", "2024-05-08", "what she is, before her name"),
    ('<p>08/05/2024 09:30 | E. Y. Farouk</p>', "", "en-GB", "E. Y. Farouk", "2024-05-08", "letters that are words elsewhere"),
    ('<p>8 May 2024 <span>/</span> <a href="/writers/lf">Leila Farouk</a> <span>/</span> 4 min</p>', "", "en", "Leila Farouk", "2024-05-08", "parted by strokes"),
    ('<p>Leila Farouk / Sten Moe</p><p>08/05/2024</p>', "", "en-GB", "Leila Farouk; Sten Moe", "2024-05-08", "two, parted by a stroke"),
    ('<p>Leila Farouk</p><p>Lesezeit: 3 Minuten</p>', "", "de", "Leila Farouk", "", "how long it takes to read, in another tongue"),
    ('<p>Paweł Zieliński</p><p>8 maja 2024</p>', "", "pl", "Paweł Zieliński", "2024-05-08", "a given name with its marks"),
    ('<p class="tekija">Leila Farouk</p><p>8.5.2024 klo 9.30</p>', "", "fi", "Leila Farouk", "2024-05-08", "a class without its marks"),
    ('<p>Wednesday, May 8, 2024; Page B04</p>', "", "en", "", "2024-05-08", "where it stood in print"),
    ('<p class="dateline">| May 8, 2024 11:15am EST</p>', "", "en-US", "", "2024-05-08", "a zone that is a word elsewhere"),
    ('<p>Est. 8 May 1894</p>', "", "en", "", "", "founded"),
    ('<div><b>Next hearing</b> <time datetime="2024-06-03">3 June 2024</time></div>', "", "en", "", "", "a day to come"),
    ('<div><b>Submissions due</b> <time datetime="2024-06-03">3 June 2024</time></div><p>8 May 2024</p>', "", "en", "", "2024-05-08", "a day to come beside that of publication"),
    ('<div><b>Published</b> <time datetime="2024-05-08">8 May 2024</time></div>', "", "en", "", "2024-05-08", "labelled as published"),
    ('<div><b>Courts</b> <time datetime="2024-05-08">8 May 2024</time></div>', "", "en", "", "2024-05-08", "behind a section"),
    ('<p>Leila Farouk, 8 May 2024</p><aside><h3>What is on</h3><p>Fair <time datetime="2024-06-03">3 June 2024</time></p></aside>', "", "en", "Leila Farouk", "2024-05-08", "a box with a heading of its own"),
    ('<div class="columnist"><h3><a href="/columnists/farouk">Leila Farouk</a></h3><p>Columnist</p></div><p>8 May 2024</p>', "", "en", "Leila Farouk", "2024-05-08", "a heading that leads to her own page"),
    ("", '<meta name="content_author" content="Leila Farouk"><meta name="content_PublishedDate" content="2024-05-08 09:30:00">', "id", "Leila Farouk", "2024-05-08", "meta of its contents"),
    ('<p class="byline">Por <b>Leila Farouk</b><br>con información de <b>Agence Nord-Presse</b></p><p>8 de mayo de 2024</p>', "", "es", "Leila Farouk", "2024-05-08", "an agency beside her"),
    ('<p>oprac.: Leila Farouk</p><p>8 maja 2024</p>', "", "pl", "Leila Farouk", "2024-05-08", "a label that is cut short"),
    ('<ul><li class="article-author"><a href="/a">Oprac.: Leila Farouk-Andersen Zielińska</a></li><li>8 maja 2024, 09:02</li></ul>', "", "pl", "Leila Farouk-Andersen Zielińska", "2024-05-08", "an item with a link as long as a headline"),
    ('<p class="type-caption">Published May 8, 2024 at 6:58 a.m. ET</p>', "", "en-US", "", "2024-05-08", "called published, whatever its class says"),
    ('<div class="updated-time">Published at : May 8, 2024</div><div class="updated-time">Updated at : May 9, 2024</div>', "", "en", "", "2024-05-08", "both in one class"),
    ('<div class="comment-time">Published 9 May 2024</div><p>8 May 2024</p>', "", "en", "", "2024-05-08", "a reader's"),
    ('<p>08-05-24, 14:09</p>', "", "nl", "", "2024-05-08", "a year of two numbers where the tongue tells the order"),
    ('<p>08-05-24, 14:09</p>', "", "en", "", "", "where none tells it"),
    ('<p>05/08/24</p>', "", "en-US", "", "2024-05-08", "as Americans write it"),
    ('<p>Leila Farouk (lfarouk@sandviknews.example)</p><p>8 May 2024</p>', "", "en", "Leila Farouk", "2024-05-08", "her address behind her"),
    ('<p>newsdesk@sandviknews.example</p><p>8 May 2024</p>', "", "en", "", "2024-05-08", "an address alone"),
    ('<p class="credits"><a href="/author/7">Leila Farouk</a>, <a href="/author/8">Sten Moe</a> and <a href="/author/9">Wystan Poole</a></p><p>8 May 2024</p>', "", "en", "Leila Farouk; Sten Moe; Wystan Poole", "2024-05-08", "links by number"),
    ("<div>Dodano: 08.05.2024, 22:47 | Aktualizacja: 11.05.2024</div>", "", "pl", "", "2024-05-08", "added and changed"),
    ("<div>نُشر الأربعاء 8 مايو 2024 - 12:33</div>", "", "ar", "", "2024-05-08", "a label with its points"),
    ('<p>Monte Alto, Moor Province</p><p>8 May 2024</p>', "", "en", "", "2024-05-08", "a place in its province"),
    ('<p>Leila Farouk, Elm Press Agency</p><p>8 May 2024</p>', "", "en", "Leila Farouk", "2024-05-08", "her agency"),
    ('<div class="authors"><span>Leila Farouk</span><span>Blattmacherin Politik</span></div><p>8. Mai 2024</p>', "", "de", "Leila Farouk", "2024-05-08", "of which section she has charge"),
    ('<div><p>Umaru Kashaka</p><p>Journalist @SandvikNews</p></div><p>May 08, 2024</p>', "", "en", "Umaru Kashaka", "2024-05-08", "what he is, and of whom"),
    ('<p>Lulmira-Elisabet Farouk</p><p>8. mai 2024</p>', "", "et", "Lulmira-Elisabet Farouk", "2024-05-08", "a given name behind a hyphen"),
    ('<p>אלון פרוק</p><p>08/05/2024 09:30</p>', "", "he", "אלון פרוק", "2024-05-08", "letters without capitals"),
    ('<p>בית משפט</p><p>08/05/2024 09:30</p>', "", "he", "", "2024-05-08", "a section in such letters"),
    ('<div class="date-credits">May 8, 2024</div>', "", "en", "", "2024-05-08", "a class of credits"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("under", "head", "language", "writers", "day"), [row[:5] for row in ROWS], ids=[row[5] for row in ROWS]
)
def test_a_page_says_who_wrote_it_and_when(under, head, language, writers, day):
    found = pages(page(under, head, language).encode())
    assert (found.get("author", ""), found.get("published", "")[:10]) == (writers, day)
    assert (found["outlet"], found["title"]) == ("Sandvik News", TITLE)
    assert all(part in found["text"] for part in PARTS)
    assert not any(word in " ".join(found.values()) for word in ("Otto", "Lion", "2017", "Gustav"))


FOOTS = [
    ("<p><i>May 8, 2024</i></p>", "", "2024-05-08", "a day alone"),
    ("<p>Founded 4 May 1901.</p>", "", "", "a day of a house"),
    ("<p>This day in history</p><p>9 October 1998</p>", "", "", "a day behind a label"),
    ("<p>Last updated</p><p>May 9, 2024</p>", "", "", "a day of a change alone"),
    ('<p class="event">May 9, 2024</p>', "", "", "a day of an event alone"),
    ("<p>May 8, 2024</p><p>May 9, 2024</p>", "", "", "two days"),
    ('<footer class="entry-footer"><span>Published <time datetime="2024-05-08">May 8, 2024</time></span><span>By <a rel="author">Leila Farouk</a></span></footer><div class="bio"><h2>By Leila Farouk</h2><p>She writes.</p></div>', "Leila Farouk", "2024-05-08", "a foot of the entry, something behind it"),
    ('<div class="info">By <span class="vcard"><span class="fn"><a rel="author">Leila Farouk</a></span></span><span class="theme-inline-separator">|</span><span class="updated hidden">2024-06-01T08:00:00+00:00</span><span>May 8, 2024</span></div>', "Leila Farouk", "2024-05-08", "the day behind the writer, under the words"),
    ('<p><b>Read also:</b> interview by Otto Fremd with the judge</p>', "", "", "who made another article"),
    ('<p>Lire aussi : le reportage de Gustav Lion</p>', "", "", "the same, in French"),
    ('<p>Report by Leila Farouk in Brede</p>', "Leila Farouk", "", "a report's own line"),
]  # fmt: skip


@pytest.mark.parametrize(("foot", "writers", "day"), [row[:3] for row in FOOTS], ids=[row[3] for row in FOOTS])
def test_under_the_words(foot, writers, day):
    found = pages(page("", "", "en").replace("</article>", f"{foot}</article>").encode())
    assert (found.get("author", ""), found.get("published", "")[:10]) == (writers, day)


# all that stands in the body, the day
H1, WORDS = f"<h1>{TITLE}</h1>", f"<div>{BODY}</div>"
ABOVE = [
    (f'<div class="item"><div><span>May 8, 2024, 2:32 PM</span> <span>News ID: 85</span></div>{H1}{WORDS}</div>', "2024-05-08", "in its block"),
    (f'<div class="art"><div>14:32, 08.05.24</div><div>2 min.</div>{H1}{WORDS}</div>', "2024-05-08", "a short year"),
    (f'<table><tr><td><p>8 May 2024</p>{H1}{WORDS}</td></tr></table>', "2024-05-08", "in a cell"),
    (f'<section><a href="/w">World</a> <span>8 May 2024</span>{H1}{WORDS}</section>', "2024-05-08", "behind a section"),
    (f'<p>Article published May 8, 2024</p>{H1}{WORDS}', "2024-05-08", "called so, in no block"),
    (f'<div>{H1}<aside class="m"><h6 class="date">Wednesday, May 8, 2024</h6></aside>{WORDS}</div>', "2024-05-08", "an aside headed by a day"),
    (f"<center>{H1}<h3>by Leila Farouk</h3><h4>May 8, 2024</h4></center>{WORDS}", "2024-05-08", "under a heading that signs"),
    (f'<div id="top">Wednesday, 8 May 2024</div>{H1}{WORDS}', "", "in a block of its own"),
    (f'<div id="page"><div class="today">Wednesday, 8 May 2024</div>{H1}{WORDS}</div>', "", "today's"),
    (f'<div><div><a href="/a">A</a><a href="/b">B</a><a href="/c">C</a><a href="/d">D</a> 8 May 2024</div>{H1}{WORDS}</div>', "", "in a menu"),
    (f'<div><div>Hearing: 8 May 2024</div>{H1}{WORDS}</div>', "", "of something to come"),
    (f'<div><div>Updated 8 May 2024</div>{H1}{WORDS}</div>', "", "a change"),
    (f'<div><div>8 May 2024</div><div>9 May 2024</div>{H1}{WORDS}</div>', "", "two days"),
    (f'<div><p>8 May 2024</p><h2>Zebra crossing painted</h2></div><div>{H1}{WORDS}</div>', "", "of another block"),
    (f'<div><div><a href="/z">Zebra crossing painted purple by strangers</a><span>8 May 2024</span></div>{H1}{WORDS}</div>', "", "of another article"),
    (f'<div><p>Court rules on 8 May 2024</p>{H1}{WORDS}</div>', "", "in a sentence"),
    (f'<div><p>8 May – 9 June 2024</p>{H1}{WORDS}</div>', "", "a stretch"),
    (f'<div>{H1}<aside class="m"><h6>Timeline</h6><p>8 May 2024</p></aside>{WORDS}</div>', "", "in a box"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "day"), [row[:2] for row in ABOVE], ids=[row[2] for row in ABOVE])
def test_the_day_over_a_heading(body, day):
    found = pages(f"<html><head><title>{TITLE} | Sandvik News</title>{HEAD}</head><body>{body}</body></html>".encode())
    assert found.get("published", "")[:10] == day


# under the heading, its writers
BESIDE = [
    ('<p class="byline">Posted by Jitka</p>', "Jitka", "who writes for himself"),
    ('<span class="post-author vcard">Posted by <span class="fn">Jitka</span></span>', "Jitka", "in elements"),
    ('<p class="byline">Posted by redaktion</p>', "", "a desk"),
    ('<p class="byline">Photo by Jitka</p>', "", "whose picture"),
    ('<p class="byline">Sponsored by Acme</p>', "", "who paid"),
    ('<div class="amp-by">Kingsley Obi</div>', "Kingsley Obi", "a class that ends so"),
    ('<div class="powered-by">Elm Moor</div>', "", "a class of something else"),
    ('<p><a href="/author/nl">Natalie Leung</a> <span>in Hong Kong</span> and <a href="/author/mt">Mark Tsang</a> <span>in Beijing</span></p>', "Natalie Leung; Mark Tsang", "where each was"),
    ('<p><a href="/author/nl">Natalie Leung</a> <span>spoke to</span> <a href="/author/mt">Mark Tsang</a></p>', "Natalie Leung", "whom she spoke to"),
    ('<div class="c-signature"><strong class="c-signature__author">Beatriz Nogueira</strong><br><span class="c-signature__location">SÃO PAULO</span></div>', "Beatriz Nogueira", "a place that is marked"),
    ('<div class="byline">By <a>Liam Prescott</a> | <a>liam@s.example</a> | Sandvik News and <a>Ana Delacruz</a> | ana@s.example | Sandvik News</div>', "Liam Prescott; Ana Delacruz", "behind the house of the first"),
    ('<div class="byline">By <a>Liam Prescott</a> | liam@s.example and <a>Ana Delacruz</a> | ana@s.example</div>', "Liam Prescott; Ana Delacruz", "behind an address"),
    ("<p>Shahbaz Rana</p><p>May 8, 2024</p>", "Shahbaz Rana", "a given name of Pakistan"),
    ("<p>Chidinma Okafor</p><p>May 8, 2024</p>", "Chidinma Okafor", "of Nigeria"),
    ("<p>Khan Younis</p><p>May 8, 2024</p>", "", "a place"),
    ('<div class="byline">By <a>Liam Prescott</a> | <a>liam@s.example</a> | Sandvik News</div>', "Liam Prescott", "the house alone"),
]  # fmt: skip


@pytest.mark.parametrize(("under", "writers"), [row[:2] for row in BESIDE], ids=[row[2] for row in BESIDE])
def test_who_stands_beside_a_heading(under, writers):
    assert pages(page(under, "", "en").encode()).get("author", "") == writers


LED_ON = [
    ('<p><em><a href="/x">ALSO READ: Lion cub born at safari park</a></em></p>', False, "a label within the link"),
    ('<p><a href="/x">Lion cub born at safari park draws record crowd</a></p>', False, "nothing but a headline"),
    ('<p><strong>Lees ook: </strong><a href="/x">Lion cub born at safari park</a></p>', False, "a label before it"),
    ('<p><a href="/x">Lire aussi : Lion cub born at safari park</a></p>', False, "a label of another tongue"),
    ('<div><a href="/x">Related: Lion cub born at safari park</a></div>', False, "no paragraph"),
    ('<p><a href="/ruling">The Lion company called the ruling a mistake that would cost jobs.</a></p>', True, "a sentence"),
    ('<p>The firm, <a href="/x">owned by the Lion group of Sandvik since May</a>, would not comment.</p>', True, "in prose"),
    ('<p><a href="#n1">What the Lion group told the court in May</a></p>', True, "to a place of the same page"),
    ('<p><a href="/x">What does the Lion group of Sandvik want now?</a></p>', True, "a question"),
    ('<p>See also the <a href="/x">letter that the Lion group wrote to the court</a>.</p>', True, "a sentence with a link"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "kept", "why"), LED_ON, ids=[row[2] for row in LED_ON])
def test_a_line_that_leads_on_is_no_part_of_the_text(line, kept, why):
    parts = "".join(f"<p>{part}</p>" + (line if n == 1 else "") for n, part in enumerate(PARTS))
    text = pages(page("", "", "en").replace(BODY, parts).encode())["text"]
    assert ("Lion" in text) is kept
    assert all(part in text for part in PARTS)


AROUND = [
    ("<div>2024. május 8., szerda 17:21</div>", "", "17:21", "a day in another tongue"),
    ("<div>Miércoles, 8 de mayo de 2024 | 17:21 h.</div>", "", "17:21", "a stop behind the hour"),
    ("<p>Lesezeit: 3 Minuten</p>", "", "Minuten", "how long it takes"),
    ("<p>(Sten Moe | Falcon Pictures)</p>", "", "Pictures", "whose the picture is"),
    ("<p>Sandvik News</p>", "", "Sandvik News", "the outlet alone"),
    ("", "<p>© dpa-infocom, dpa:240508-930-1</p>", "infocom", "whose the text is"),
    ("<p class='byline'>By Leila Farouk</p>", "<p>Leila Farouk: lfarouk@sandviknews.example</p>", "lfarouk", "where she is found"),
    ("<p class='byline'>By Leila Farouk</p>", "<p>By Ida Roe</p><p>By Sten Moe</p>", "By ", "who wrote others"),
    ("<p>The falcons came back to the east face in the first week of March.</p><p>By Leila Farouk</p><p>8 May 2024</p>", "", "8 May 2024", "a day behind a sentence under the heading"),
    ("", "<p>Advertisement</p><p>The bird society thanked the court.</p>", "Advertisement", "a notice"),
    ("", "<p>This article is for subscribers. Subscribe to read on.</p>", "subscribers", "a wall"),
    ("", "<p>- Anzeige -</p><p>The bird society thanked the court.</p>", "Anzeige", "a notice in another tongue"),
]  # fmt: skip
KEPT = [
    ("<h2>After 3 May 2019, nothing was the same</h2>", "", "After 3 May 2019", "a line with a day"),
    ("<h2>Falcons win, for now</h2>", "", "Falcons win", "a line under the heading"),
    ("", "<p>Advertisements for the quarry were taken down on Thursday, the operator said.</p>", "taken down", "prose"),
    ("", "<p>Subscribers of the quarry’s letter will be asked on Thursday, the operator said.</p>", "Subscribers", "of those who pay"),
    ("", "<p>The report can be had from birds@sandvik.example, the society said.</p>", "birds@", "an address in prose"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("under", "behind", "words", "kept"),
    [(*row[:3], False) for row in AROUND] + [(*row[:3], True) for row in KEPT],
    ids=[row[3] for row in (*AROUND, *KEPT)],
)
def test_what_stands_around_a_text_is_no_part_of_it(under, behind, words, kept):
    text = pages(page(under, "", "en").replace(BODY, BODY + behind).encode())["text"]
    assert (words in text) is kept
    assert all(part in text for part in PARTS)
