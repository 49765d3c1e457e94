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
    ('<div class="byline" data-author="Ingrid Sollberg" data-published="2024-05-08T07:30:00Z"></div>', "", "en", "", "2024-05-08", "data-published"),
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
