"""Pages as nearly two hundred templates, houses and tongues set who wrote an article and when, in eight stories of our own.

`pages()` gives them: what stands under the heading of each, and what it tells; other articles' cards with a writer and
a day of their own stand behind all. Where a row tells no day or nobody, the page tells none: a wrong one is worse.
"""

from dataclasses import dataclass


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


_MENU = '<nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>'
_RIGHTS = '<footer><p>© 2025 All rights reserved.</p><a href="/imprint">Imprint</a></footer>'
_CARDS = (
    '<aside class="related"><h3>More stories</h3><ul><li><a href="/x1">Panda crossing painted purple by strangers</a>'
    '<time datetime="2018-01-02">2 January 2018</time><span class="author">Petra Gast</span></li>'
    '<li><a href="/x2">Panda festival draws a crowd of visitors to Lower Quell</a></li></ul></aside>'
)
STORIES = [
    (
        "Grain barge runs aground below Tarnau lock",
        [
            "A grain barge ran aground below the Tarnau lock early on Tuesday and blocked the river for nine hours, the waterways office said.",
            "Pilot Gerda Moos said the buoys had been moved during the night. “Nobody told us,” she said.",
            "The office denied that any buoy had been moved. Its head, Ulf Brenner, said divers would look at the bed of the river.",
            "Forty vessels waited above the lock until the evening.",
        ],
    ),
    (
        "Hospital in Keld to close its night ward",
        [
            "The hospital in Keld will close its night ward from September, its board decided on Monday by six votes to three.",
            "Nurse Alma Reik, who speaks for the staff, called the decision reckless and said patients would now have to travel fifty kilometres.",
            "Board chair Owen Tark said the ward had treated fewer than two people a night since the winter.",
            "The county has asked for a review of the figures, which it says it never saw.",
            "A march through the town is planned for Saturday.",
        ],
    ),
    (
        "Miners found alive after three days in Dosta shaft",
        [
            "Four miners who had been missing since Friday were found alive in the Dosta shaft on Monday, rescuers said.",
            "Rescue leader Pavel Horn told reporters that the men had lived on water that ran down the wall.",
            "The company said that a prop had given way. The union disputed that and spoke of an explosion.",
            "Two of the men were taken to hospital with broken bones.",
        ],
    ),
    (
        "Court halts sale of the old observatory",
        [
            "A court on Wednesday halted the sale of the old observatory to a hotel group, after neighbours had gone to law.",
            "Judge Renata Illes said the council had not asked the heritage office, as the law demands.",
            "The hotel group said it would appeal. The mayor said he had been told that no permission was needed.",
            "The buyer has paid two million crowns, which are held by a notary until the case ends.",
        ],
    ),
    (
        "Teachers accept pay offer in Marrow Bay",
        [
            "Teachers in Marrow Bay voted on Thursday to accept a pay offer of four per cent, ending a strike of eleven days.",
            "Union secretary Bea Lund said the vote had been narrow. “Nobody is happy,” she said.",
            "The school board said that lessons would begin on Monday and that lost days would be made up in June.",
            "Parents who had sued the board said they would withdraw their claim.",
        ],
    ),
    (
        "Wolves blamed for dead sheep near Falster Hill",
        [
            "Farmers near Falster Hill blamed wolves for the deaths of thirty sheep in one night, but a biologist said dogs were as likely.",
            "Biologist Ciara Dowd took samples from the bites and said results would come within two weeks.",
            "The farmers’ league asked for leave to shoot, which the ministry refused on Friday.",
            "A shepherd said that he had seen two grey animals at the edge of the wood.",
        ],
    ),
    (
        "Data of 40,000 library users stolen",
        [
            "Data of forty thousand library users were stolen from a server of the city of Brannock, the city said on Sunday.",
            "Head of the library Mona Veit said no passwords had been among them. A group that claimed the theft said the opposite.",
            "Police said they had traced the first access to a laptop that was lost in spring.",
            "Readers were asked to change their passwords all the same.",
        ],
    ),
    (
        "Ice road to Nulla island opens a month late",
        [
            "The ice road to Nulla island opened on Saturday, a month later than in any year since it was first measured.",
            "Road master Jens Aho said the ice was fifty centimetres thick and would bear lorries of ten tons.",
            "Islanders said that stocks of oil had been down to a week. The district spoke of three weeks.",
            "The road may close again if the wind turns, he said.",
        ],
    ),
]
# name, story, under the heading, day, writers, what more there is: head, tongue, behind the article, a deck
ROWS = [
    ("washpost", 0, "<div data-qa=\"author-byline\">By <a data-qa=\"author-name\" href=\"/people/ida-kerr/\">Ida Kerr</a></div><div data-testid=\"timestamp\"><span>September 2, 2025 at 6:04 a.m. EDT</span><span>Yesterday at 6:04 a.m. EDT</span></div>", "2025-09-02", "Ida Kerr", {}),
    ("nyt", 1, "<div class=\"css-byline\"><p class=\"css-4anu6l\" itemprop=\"author\">By <span class=\"css-1baulvz last-byline\" itemprop=\"name\"><a href=\"/by/jon-hale\">Jon Hale</a></span></p><p>Reporting from Keld</p></div><time class=\"css-epjyd6\" datetime=\"2025-05-12T14:22:41-04:00\"><span>May 12, 2025</span><span>Updated 2:22 p.m. ET</span></time>", "2025-05-12", "Jon Hale", {}),
    ("cnn", 2, "<div class=\"headline__sub-text\"><div class=\"byline__images\"><img alt=\"Dana Obrist\"></div><div class=\"byline vossi-byline\"><div class=\"byline__names\">By <a class=\"byline__link\" href=\"/profiles/dana-obrist\"><span class=\"byline__name\">Dana Obrist</span></a>, <span class=\"byline__name\">Paul Wick</span>, CNV</div></div><div class=\"timestamp vossi-timestamp\">Published 9:40 AM EDT, Mon March 10, 2025 </div></div>", "2025-03-10", "Dana Obrist; Paul Wick", {}),
    ("reuters", 3, "<div class=\"article-header__author\"><span>By </span><a rel=\"author\" href=\"/authors/kim-lo\">Kim Lo</a> and <a rel=\"author\" href=\"/authors/ray-ode\">Ray Ode</a></div><time data-testid=\"Body\"><span>April 16, 2025</span><span>6:12 PM UTC</span><span>Updated 3 hours ago</span></time>", "2025-04-16", "Kim Lo; Ray Ode", {"after": "<p>Reporting by Kim Lo and Ray Ode; Editing by Sam Till</p>"}),
    ("ap", 4, "<div class=\"Page-byline\"><div class=\"Page-authors\"> BY <a class=\"Link\" href=\"/author/tess-roy\">TESS ROY</a></div></div><div class=\"Page-dateModified\"><span>Updated 7:15 AM MDT, June 6, 2025</span></div>", "", "TESS ROY", {}),
    ("npr", 5, "<div class=\"dateblock\"><time datetime=\"2025-02-15T05:00:12-05:00\"><span class=\"date\">February 15, 2025</span><span class=\"time\">5:00 AM ET</span></time></div><div class=\"program\">Heard on <a href=\"/p/morning\">Morning Round</a></div><div class=\"byline-container--inline\"><p class=\"byline__name\"><a rel=\"author\">Will Stone-Hart</a></p></div>", "2025-02-15", "Will Stone-Hart", {}),
    ("politico", 6, "<p class=\"story-meta__authors\">By <span class=\"vcard\"><a href=\"/staff/ann\">Ann Pell</a></span></p><p class=\"story-meta__timestamp\"><time datetime=\"2025-07-14 09:00:00\">07/14/2025 09:00 AM EDT</time></p><p class=\"story-meta__updated\">Updated: <time datetime=\"2025-07-15 10:00:00\">07/15/2025</time></p>", "2025-07-14", "Ann Pell", {}),
    ("axios", 7, "<div class=\"flex\"><span>Feb 8, 2025</span><span>-</span><span><a href=\"/tech\">Technology</a></span></div><div><a href=\"/authors/ina\">Ina Grau</a>, author of <a href=\"/newsletters/x\">Vale Login</a></div>", "2025-02-08", "Ina Grau", {}),
    ("dw", 0, "<span class=\"author\">Rina Falk</span><span class=\"publication\"><time aria-hidden=\"true\">09/02/2025</time><span>September 2, 2025</span></span>", "2025-09-02", "Rina Falk", {}),
    ("aljazeera", 1, "<div class=\"article-author-name\"><span>By </span><a href=\"/author/omar_said\">Omar Said</a></div><div class=\"article-dates\"><div class=\"date-simple\"><span class=\"screen-reader-text\">Published On 12 May 2025</span><span aria-hidden=\"true\">12 May 2025</span></div></div>", "2025-05-12", "Omar Said", {}),
    ("france24", 2, "<div class=\"m-from-author\">By: <a class=\"m-from-author__name\" href=\"/author/nils\">Nils Aubert</a></div><p class=\"m-pub-dates\"><span class=\"m-pub-dates__date\">Issued on: <time datetime=\"2025-03-10T11:02:41+0000\" pubdate=\"pubdate\">10/03/2025 - 12:02</time></span><span>Modified: <time datetime=\"2025-03-11T11:02:41+0000\">11/03/2025 - 12:02</time></span></p>", "2025-03-10", "Nils Aubert", {}),
    ("rt-like", 3, "<div class=\"article__date\"><span class=\"date date_article-header\">16 Apr, 2025 18:20</span></div><div class=\"article__summary\">The judge sided with the neighbours.</div>", "2025-04-16", "", {"deck": "The judge sided with the neighbours."}),
    ("xinhua", 4, "<div class=\"info\"><span>Source: Vale Courier</span><span class=\"mr\">Editor: huaxia</span><span>2025-06-05 19:40:15</span></div>", "2025-06-05", "", {}),
    ("anadolu", 5, "<span class=\"writer\">Berk Ateş</span> <span class=\"flex\">|</span> <span class=\"tarih\"> 15.02.2025 - Update : 16.02.2025 </span>", "2025-02-15", "Berk Ateş", {}),
    ("kyodo-ul", 6, "<ul class=\"article-meta\"><li class=\"credit\">By Rei Mori, VALE NEWS</li><li>- Jul 14, 2025 - 16:30 | <a href=\"/all\">All</a></li></ul>", "2025-07-14", "Rei Mori", {}),
    ("allafrica", 7, "<p class=\"publication-date\">8 February 2025</p><p class=\"publisher-wrapper\"><a href=\"/publisher\">Nulla Guardian (Nulla)</a></p><p class=\"author\">By Ada Obi</p>", "2025-02-08", "Ada Obi", {}),
    ("vanguard", 0, "<div class=\"entry-meta\"><span class=\"posted-on\"><a rel=\"bookmark\">September 2, 2025</a></span> <span class=\"nameby\">by</span> <span class=\"author\"><a href=\"/author/tob\">Tobi Ade</a></span></div><div class=\"entry-share\">Share</div>", "2025-09-02", "Tobi Ade", {}),
    ("straits", 1, "<div class=\"byline-wrap\"><a href=\"/authors/li-mei\">Tan Li Mei</a><p>Health Correspondent</p></div><div><div>Published</div> <div>May 12, 2025, 05:00 AM</div><div>Updated</div><div>May 12, 2025, 09:41 PM</div></div>", "2025-05-12", "Tan Li Mei", {}),
    ("japantimes", 2, "<div class=\"article-author\">by <span class=\"heading-author-title\">Eiko Hara</span></div><div class=\"article-date\">Mar 10, 2025</div>", "2025-03-10", "Eiko Hara", {}),
    ("irishtimes", 3, "<div class=\"byline\"><span class=\"author\"><a>Aoife Burke</a></span></div><div class=\"dt\"><time datetime=\"2025-04-16\">Wed Apr 16 2025 - 17:31</time></div>", "2025-04-16", "Aoife Burke", {}),
    ("rte", 4, "<div class=\"updated-info\">Updated / Friday, 6 Jun 2025 10:12</div><div class=\"article-byline\">By Conor Daly</div>", "", "Conor Daly", {}),
    ("stuff", 5, "<div class=\"author-name\">Mere Tahu</div><div class=\"publish-date\">February 15, 2025 •&nbsp;7:30am</div>", "2025-02-15", "Mere Tahu", {}),
    ("globo", 6, "<div class=\"content-publication-data__text\"><p class=\"content-publication-data__from\">Por Caio Lemos, G9 — Brannock</p><p class=\"content-publication-data__updated\"><time datetime=\"2025-07-14T09:12:41.000Z\">14/07/2025 06h12</time></p></div>", "2025-07-14", "Caio Lemos", {"lang": "pt-BR"}),
    ("elpais", 7, "<div class=\"a_md_a\"><a href=\"/autor/eva\">Eva Rubio</a></div><div class=\"a_md_f\"><span>Nulla - </span><time class=\"a_md_f_t\"><a data-date=\"2025-02-08T04:30:00.000Z\" href=\"/hemeroteca/2025-02-08\">08 feb 2025 - 05:30<abbr>CET</abbr></a></time></div>", "2025-02-08", "Eva Rubio", {"lang": "es"}),
    ("lemonde", 0, "<section class=\"meta__authors\"><span class=\"meta__author\">Par <a class=\"article__author-link\">Luc Arnaud</a></span></section><p class=\"meta__publisher\">Publié le 02 septembre 2025 à 10h15, modifié le 03 septembre 2025 à 08h00</p>", "2025-09-02", "Luc Arnaud", {"lang": "fr"}),
    ("spiegel", 1, "<div class=\"authors\">Von <a href=\"/impressum/autor-1\">Jule Ritter</a> und <a href=\"/impressum/autor-2\">Kai Mohn</a></div><time datetime=\"2025-05-12 06:10:00\" class=\"timeformat\">12.05.2025, 06.10 Uhr</time>", "2025-05-12", "Jule Ritter; Kai Mohn", {"lang": "de"}),
    ("corriere", 2, "<span class=\"writer\">di <b>Anna Sarti</b></span><p class=\"media-news-date\">10 marzo 2025 | 12:40</p>", "2025-03-10", "Anna Sarti", {"lang": "it"}),
    ("nos", 3, "<div class=\"published\">Gepubliceerd: 16 april 2025 18:20 Laatste update: 17 april 2025 09:00</div><div>Geschreven door <strong>Bram Post</strong></div>", "2025-04-16", "Bram Post", {"lang": "nl"}),
    ("dr", 4, "<div class=\"dre-byline\"><span>Af <a href=\"/om/x\">Mette Lund</a></span><time datetime=\"2025-06-05T05:00:00+00:00\">5. jun. 2025 kl. 07:00</time></div>", "2025-06-05", "Mette Lund", {"lang": "da"}),
    ("yle", 5, "<div class=\"yle-author\"><ul><li>Satu Laine</li></ul></div><time>15.2.2025 07:30</time><span>•</span><span>Päivitetty 16.2.2025 08:00</span>", "2025-02-15", "Satu Laine", {"lang": "fi"}),
    ("onet", 6, "<span class=\"authorName\">Jan Wilk</span><span class=\"datePublished\">14 lipca 2025, 09:12</span>", "2025-07-14", "Jan Wilk", {"lang": "pl"}),
    ("idnes", 7, "<div class=\"art-info\"><span class=\"time\"><span class=\"time-date\" itemprop=\"datePublished\" content=\"2025-02-08T06:00CET\">8. února 2025&nbsp;</span></span><div class=\"authors\"><span itemprop=\"name\">Petr Kos</span></div></div>", "2025-02-08", "Petr Kos", {"lang": "cs"}),
    ("index-hu", 0, "<div class=\"szerzok_container\"><a>Nagy Péter</a></div><div class=\"datum\"><span>2025. szeptember 2., kedd 10:15</span></div>", "2025-09-02", "Nagy Péter", {"lang": "hu"}),
    ("hotnews", 1, "<div class=\"autor-single\">Radu Ene</div><div class=\"ora\">Luni, 12 Mai 2025, 09:12</div>", "2025-05-12", "Radu Ene", {"lang": "ro"}),
    ("pravda-uk", 2, "<div class=\"post_news__author\"><a>Іван Коваль</a> — <span>Понеділок, 10 березня 2025, 12:40</span></div>", "2025-03-10", "Іван Коваль", {"lang": "uk"}),
    ("meduza", 3, "<div class=\"meta\"><time>18:20, 16 апреля 2025</time><span>Источник: Vale Courier</span></div>", "2025-04-16", "", {"lang": "ru"}),
    ("hurriyet", 4, "<div class=\"author-name\">Elif Kaya</div><span class=\"content-date\">Oluşturulma Tarihi: Haziran 05, 2025 07:10</span>", "2025-06-05", "Elif Kaya", {"lang": "tr"}),
    ("kompas", 5, "<div class=\"read__time\">Vale Courier, 15/02/2025, 09:00 WIB</div><div class=\"credit-title-name\">Penulis: Dewi Sari</div>", "2025-02-15", "Dewi Sari", {"lang": "id"}),
    ("bernama", 6, "<p class=\"news-date\">14/07/2025 09:12 PM</p>", "2025-07-14", "", {"lang": "en-MY"}),
    ("vnexpress", 7, "<div class=\"header-content\"><span class=\"date\">Thứ bảy, 8/2/2025, 09:00 (GMT+7)</span></div>", "2025-02-08", "", {"lang": "vi"}),
    ("asahi", 0, "<div class=\"utilArea\"><time datetime=\"2025-09-02T06:00:00+0900\">2025年9月2日 6時00分</time></div><p class=\"writer\"><a>佐藤花子</a></p>", "2025-09-02", "佐藤花子", {"lang": "ja"}),
    ("chosun", 1, "<div class=\"article-byline\"><a href=\"/r/1\">Park Ji-won</a></div><span class=\"inputDate\">입력 2025.05.12. 09:00 업데이트 2025.05.13. 10:00</span>", "2025-05-12", "Park Ji-won", {"lang": "ko"}),
    ("haaretz", 2, "<div><span>Gil Navon</span></div><time datetime=\"2025-03-10T11:00:00.000Z\">10 במרץ 2025</time>", "2025-03-10", "Gil Navon", {"lang": "he"}),
    ("bhaskar", 3, "<p>प्रकाशित 16 अप्रैल 2025</p>", "2025-04-16", "", {"lang": "hi"}),
    ("nm-related-top", 4, "<ul class=\"also\"><li><a href=\"/q\">Panda crossing painted purple by strangers</a> <span>By Petra Gast</span> <time datetime=\"2018-01-01\">1 January 2018</time></li></ul>", "", "", {}),
    ("nm-anniversary", 5, "<p class=\"kicker-date\">On this day: 15 February 1925</p>", "", "", {}),
    ("nm-expert-card", 6, "<div class=\"expert\"><b>Dr Mona Veit</b><span>Head of the library</span></div><time datetime=\"2025-07-14\">14 July 2025</time>", "2025-07-14", "", {}),
    ("nm-subscribe-date", 7, "<p>Subscribe before 28 February 2025 and save half.</p>", "", "", {}),
    ("nm-weather", 0, "<div class=\"weather\">Tuesday, 2 September 2025 · 17°C in Tarnau</div>", "", "", {}),
    ("nm-comments", 1, "", "", "", {"after": "<section id=\"comments\"><h3>3 comments</h3><div class=\"comment\"><b class=\"author\">Rolf Kast</b> <time datetime=\"2025-05-14\">14 May 2025</time><p>I was there.</p></div></section>"}),
    ("nm-gallery", 2, "<figure><img><figcaption>Pavel Horn, rescue leader. By Iris Kahl, 9 March 2025</figcaption></figure>", "", "", {}),
    ("nm-poll", 3, "<div class=\"poll\">Should the observatory be sold? Poll closes 30 April 2025</div>", "", "", {}),
    ("nm-quote", 4, "<p class=\"pullquote\">“Nobody is happy” — Bea Lund</p><time datetime=\"2025-06-05\">5 June 2025</time>", "2025-06-05", "", {}),
    ("nm-org-author", 5, "<div class=\"byline\">By the Editorial Board</div><time datetime=\"2025-02-15\">15 February 2025</time>", "2025-02-15", "", {}),
    ("nm-copyright", 6, "", "", "", {"after": "<footer>© 2025 Vale Courier. Last updated 15 July 2025</footer>"}),
    ("nm-ld-other", 7, "", "", "", {"head": "<script type=\"application/ld+json\">{\"@type\": \"VideoObject\", \"name\": \"Ice road from above\", \"uploadDate\": \"2025-01-05\", \"author\": {\"name\": \"Petra Gast\"}}</script><script type=\"application/ld+json\">{\"@type\": \"Event\", \"name\": \"Fair\", \"startDate\": \"2025-03-01\"}</script>"}),
    ("ld-creator-str", 0, "", "2025-09-02", "Ida Kerr", {"head": "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"NewsArticle\", \"headline\": \"Grain barge runs aground below Tarnau lock\", \"creator\": \"Ida Kerr\", \"datePublished\": \"2025-09-02T07:00:00.000+0200\"}</script>"}),
    ("ld-author-list-str", 1, "", "2025-05-12", "Jon Hale; Ann Pell", {"head": "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"NewsArticle\", \"headline\": \"Hospital in Keld to close its night ward\", \"author\": [\"Jon Hale\", \"Ann Pell\"], \"datePublished\": \"Mon, 12 May 2025 09:00:00 GMT\"}</script>"}),
    ("ld-author-given", 2, "", "2025-03-10", "Dana Obrist", {"head": "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"NewsArticle\", \"headline\": \"Miners found alive after three days in Dosta shaft\", \"author\": {\"@type\": \"Person\", \"givenName\": \"Dana\", \"familyName\": \"Obrist\"}, \"datePublished\": \"2025-03-10T09:00:00Z\"}</script>"}),
    ("ld-author-html", 3, "", "2025-04-16", "Kim Lo", {"head": "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"NewsArticle\", \"headline\": \"Court halts sale of the old observatory\", \"author\": {\"name\": \"<a href='/k'>Kim Lo</a>\"}, \"datePublished\": \"2025-04-16\"}</script>"}),
    ("ld-author-agency-list", 4, "", "2025-06-05", "Tess Roy", {"head": "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"NewsArticle\", \"headline\": \"Teachers accept pay offer in Marrow Bay\", \"author\": [{\"@type\": \"Person\", \"name\": \"Tess Roy\"}, {\"@type\": \"Organization\", \"name\": \"Elm Wire\"}], \"datePublished\": \"2025-06-05T08:00:00Z\"}</script>"}),
    ("ld-author-mixed", 5, "", "2025-02-15", "Will Hart", {"head": "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"NewsArticle\", \"headline\": \"Wolves blamed for dead sheep near Falster Hill\", \"author\": {\"@type\": \"Person\", \"name\": \"Will Hart\", \"jobTitle\": \"Rural Editor\", \"worksFor\": {\"name\": \"Vale Courier\"}}, \"datePublished\": \"2025-02-15T05:00:00\", \"dateModified\": \"2025-02-17\"}</script>"}),
    ("ld-empty-author", 6, "", "2025-07-14", "", {"head": "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"NewsArticle\", \"headline\": \"Data of 40,000 library users stolen\", \"author\": {\"@type\": \"Person\", \"name\": \"\"}, \"datePublished\": \"2025-07-14T09:00:00Z\"}</script>"}),
    ("ld-list-dates", 7, "", "2025-02-08", "Ina Grau", {"head": "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \"NewsArticle\", \"headline\": \"Ice road to Nulla island opens a month late\", \"author\": [{\"name\": \"Ina Grau\"}], \"datePublished\": [\"2025-02-08T09:00:00Z\", \"2025-02-09T09:00:00Z\"]}</script>"}),
    ("two-spans", 0, "<div class=\"contributors\"><span>Story by <a href=\"/u/1\">Lisbeth Aune</a></span><span>Photographs by <a href=\"/u/2\">Tor Bakke</a></span></div>", "2025-05-20", "Lisbeth Aune", {"head": "<meta property=\"article:published_time\" content=\"2025-05-20T09:00:00Z\">"}),
    ("with-reporting", 1, "<p class=\"byline\">By Otis Grane and Ilse Timm, with reporting from Kaja Moen in Keld</p>", "2025-05-20", "Otis Grane; Ilse Timm", {"head": "<meta property=\"article:published_time\" content=\"2025-05-20T09:00:00Z\">"}),
    ("caps", 2, "<p class=\"credit\">BY SAMIRA NOOR AND LEO FENN</p>", "2025-05-20", "SAMIRA NOOR; LEO FENN", {"head": "<meta property=\"article:published_time\" content=\"2025-05-20T09:00:00Z\">"}),
    ("agency-byline", 3, "<p class=\"byline\">By JANA KRAL, Elm Press</p>", "2025-05-20", "JANA KRAL", {"head": "<meta property=\"article:published_time\" content=\"2025-05-20T09:00:00Z\">"}),
    ("name-newspaper", 4, "<div class=\"byline\">Pernille Dahl<br>Vale Courier Staff</div>", "2025-05-20", "Pernille Dahl", {"head": "<meta property=\"article:published_time\" content=\"2025-05-20T09:00:00Z\">"}),
    ("dash-name", 5, "<p>— Ruben Holt, Falster</p>", "2025-05-20", "", {"head": "<meta property=\"article:published_time\" content=\"2025-05-20T09:00:00Z\">"}),
    ("initials", 6, "<span class=\"author-name\">K. R. Menon</span>", "2025-05-20", "K. R. Menon", {"head": "<meta property=\"article:published_time\" content=\"2025-05-20T09:00:00Z\">"}),
    ("three-part", 7, "<div class=\"writer\">Written by: Anna-Lena von der Heide</div>", "2025-05-20", "Anna-Lena von der Heide", {"head": "<meta property=\"article:published_time\" content=\"2025-05-20T09:00:00Z\">"}),
    ("quotebox", 0, "<blockquote class=\"pull\"><p>“Nobody told us”</p><cite>Gerda Moos, pilot</cite></blockquote>", "2025-05-20", "", {"head": "<meta property=\"article:published_time\" content=\"2025-05-20T09:00:00Z\">"}),
    ("photo-credit-only", 1, "<figure><img src=\"a\"><figcaption>The ward. <span class=\"credit\">Photo by Lars Vik</span></figcaption></figure>", "2025-05-20", "", {"head": "<meta property=\"article:published_time\" content=\"2025-05-20T09:00:00Z\">"}),
    ("person-tags", 2, "<div class=\"tags\"><a href=\"/tag/pavel-horn\">Pavel Horn</a> <a href=\"/tag/dosta\">Dosta</a></div>", "2025-05-20", "", {"head": "<meta property=\"article:published_time\" content=\"2025-05-20T09:00:00Z\">"}),
    ("edited-by", 3, "<p>Edited by Mona Straub</p>", "2025-05-20", "", {"head": "<meta property=\"article:published_time\" content=\"2025-05-20T09:00:00Z\">"}),
    ("columnist-box", 4, "<div class=\"author-card\"><img alt=\"Siri Lund\"><a href=\"/columnists/siri-lund\">Siri Lund</a><p>Columnist</p></div>", "2025-05-20", "Siri Lund", {"head": "<meta property=\"article:published_time\" content=\"2025-05-20T09:00:00Z\">"}),
    ("finnish", 7, "<div class=\"kirjoittaja\">Teksti: Aino Virta</div>", "2025-05-20", "Aino Virta", {"lang": "fi", "head": "<meta property=\"article:published_time\" content=\"2025-05-20T09:00:00Z\">"}),
    ("hungarian", 0, "<div class=\"szerzo\">Szerző: Kovács Anna</div>", "2025-05-20", "Kovács Anna", {"lang": "hu", "head": "<meta property=\"article:published_time\" content=\"2025-05-20T09:00:00Z\">"}),
    ("italian", 1, "<div class=\"autore\">di <b>Paolo Neri</b></div>", "2025-05-20", "Paolo Neri", {"lang": "it", "head": "<meta property=\"article:published_time\" content=\"2025-05-20T09:00:00Z\">"}),
    ("vietnamese", 2, "<div class=\"author-info\">Nguyễn Thị Lan</div>", "2025-05-20", "Nguyễn Thị Lan", {"lang": "vi", "head": "<meta property=\"article:published_time\" content=\"2025-05-20T09:00:00Z\">"}),
    ("meta-parsely-json", 3, "", "2025-05-20", "Nora Stein; Abel Kurz", {"head": "<meta property=\"article:published_time\" content=\"2025-05-20T09:00:00Z\"><meta name=\"parsely-page\" content='{\"title\":\"x\",\"authors\":[\"Nora Stein\",\"Abel Kurz\"],\"pub_date\":\"2025-05-20T09:00:00Z\"}'>"}),
    ("article-author-facebook", 4, "<a class=\"author\" href=\"/a/2\">Mats Eide</a>", "2025-05-20", "Mats Eide", {"head": "<meta property=\"article:published_time\" content=\"2025-05-20T09:00:00Z\"><meta property=\"article:author\" content=\"https://www.facebook.example/valecourier\">"}),
    ("social-follow", 5, "<div class=\"byline\"><span>By</span><span><a href=\"/staff/b\">Birte Aas</a></span><span>Follow @birteaas on X</span><span>Get email alerts</span></div>", "2025-05-20", "Birte Aas", {"head": "<meta property=\"article:published_time\" content=\"2025-05-20T09:00:00Z\">"}),
    ("translated", 6, "<p>Translated by Guy Lamont</p><p class=\"byline\">Corinne Bas</p>", "2025-05-20", "Corinne Bas", {"head": "<meta property=\"article:published_time\" content=\"2025-05-20T09:00:00Z\">"}),
    ("hidden-tooltip", 7, "<div class=\"article__byline\"><div class=\"tooltip\">Runa Berg<div class=\"bio\">Runa Berg has written on the north since 2019. She was born in Olden.</div></div></div>", "2025-05-20", "Runa Berg", {"head": "<meta property=\"article:published_time\" content=\"2025-05-20T09:00:00Z\">"}),
    ("graph-yoast", 0, "", "2025-09-02", "Kirsten Oll", {"head": "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@graph\": [{\"@type\": \"Article\", \"@id\": \"https://www.valecourier.example/a#article\", \"isPartOf\": {\"@id\": \"https://www.valecourier.example/a\"}, \"author\": {\"name\": \"Kirsten Oll\", \"@id\": \"https://www.valecourier.example/#/schema/person/1\"}, \"headline\": \"Grain barge runs aground below Tarnau lock\", \"datePublished\": \"2025-09-02T07:00:00+00:00\", \"dateModified\": \"2025-09-04T07:00:00+00:00\", \"publisher\": {\"@id\": \"https://www.valecourier.example/#organization\"}}, {\"@type\": \"WebSite\", \"@id\": \"https://www.valecourier.example/#website\", \"name\": \"Vale Courier\"}, {\"@type\": \"Organization\", \"@id\": \"https://www.valecourier.example/#organization\", \"name\": \"Vale Media Holdings\"}, {\"@type\": \"Person\", \"@id\": \"https://www.valecourier.example/#/schema/person/1\", \"name\": \"Kirsten Oll\"}]}</script>"}),
    ("author-ref", 1, "", "2025-05-12", "Lou Hart; Max Ried", {"head": "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@graph\": [{\"@type\": [\"NewsArticle\"], \"headline\": \"Hospital in Keld to close its night ward\", \"datePublished\": \"2025-05-12\", \"author\": [{\"@id\": \"#p1\"}, {\"@id\": \"#p2\"}]}, {\"@type\": \"Person\", \"@id\": \"#p1\", \"name\": \"Lou Hart\"}, {\"@type\": \"Person\", \"@id\": \"#p2\", \"name\": \"Max Ried\"}]}</script>"}),
    ("author-string-comma", 2, "", "2025-03-10", "Ines Pohl; Marek Zeman; Sue Wood", {"head": "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"Miners found alive after three days in Dosta shaft\", \"datePublished\": \"2025-03-10T10:00\", \"author\": \"Ines Pohl, Marek Zeman and Sue Wood\"}</script>"}),
    ("author-org", 3, "", "2025-04-16", "", {"head": "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"Court halts sale of the old observatory\", \"datePublished\": \"2025-04-16T10:00Z\", \"author\": {\"@type\": \"Organization\", \"name\": \"Vale Courier\"}, \"publisher\": {\"@type\": \"Organization\", \"name\": \"Vale Courier\"}}</script>"}),
    ("author-url-string", 4, "<div class=\"by\">By Greta Sund</div>", "2025-06-05", "Greta Sund", {"head": "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"Teachers accept pay offer in Marrow Bay\", \"datePublished\": \"2025-06-05T10:00Z\", \"author\": \"https://www.valecourier.example/author/greta-sund\"}</script>"}),
    ("article-of-others-in-list", 5, "", "2025-02-14", "Rolf Amsel", {"head": "<script type=\"application/ld+json\">{\"@type\": \"ItemList\", \"itemListElement\": [{\"@type\": \"ListItem\", \"position\": 1, \"item\": {\"@type\": \"NewsArticle\", \"headline\": \"Panda crossing painted purple by strangers\", \"datePublished\": \"2024-02-02\", \"author\": {\"name\": \"Petra Gast\"}}}]}</script><script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"Wolves blamed for dead sheep near Falster Hill\", \"datePublished\": \"2025-02-14T18:00:00Z\", \"author\": {\"@type\": \"Person\", \"name\": \"Rolf Amsel\"}}</script>"}),
    ("date-object", 6, "", "2025-07-14", "Dina Falk", {"head": "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"Data of 40,000 library users stolen\", \"datePublished\": {\"@type\": \"Date\", \"@value\": \"2025-07-14T09:00:00Z\"}, \"author\": {\"@type\": \"Person\", \"name\": [\"Dina Falk\"]}}</script>"}),
    ("escaped-entities", 7, "", "2025-02-08", "René D'Arcy", {"head": "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"Ice road to Nulla island opens a month late\", \"datePublished\": \"Feb 8, 2025, 9:00 AM\", \"author\": {\"@type\": \"Person\", \"name\": \"Ren&eacute; D&#8217;Arcy\"}}</script>"}),
    ("two-scripts-same", 0, "", "2025-09-02", "Hedda Lorn", {"head": "<script type=\"application/ld+json\">{\"@type\": \"WebPage\", \"name\": \"Grain barge runs aground below Tarnau lock\", \"datePublished\": \"2025-09-02T05:00:00Z\"}</script><script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"Grain barge runs aground below…\", \"author\": [{\"@type\": \"Person\", \"name\": \"Hedda Lorn\"}]}</script>"}),
    ("reviewed-by", 1, "", "2025-05-12", "Zita Bohn", {"head": "<script type=\"application/ld+json\">{\"@type\": [\"WebPage\", \"MedicalWebPage\"], \"mainEntity\": {\"@type\": \"Article\", \"headline\": \"Hospital in Keld to close its night ward\", \"datePublished\": \"2025-05-12T09:00:00Z\", \"author\": {\"@type\": \"Person\", \"name\": \"Zita Bohn\"}, \"reviewedBy\": {\"@type\": \"Person\", \"name\": \"Dr Otto Fremd\"}, \"editor\": {\"name\": \"Mark Ender\"}}}</script>"}),
    ("trailing-comma-newline", 2, "", "2025-03-10", "Ilka Brandt", {"head": "<script type=\"application/ld+json\">{\"@context\":\"http://schema.org\",\"@type\":\"NewsArticle\",\n\"headline\":\"Miners found alive after three days in Dosta shaft\",\n\"description\":\"Four men\nwere found\",\n\"datePublished\":\"2025-03-10 12:00:00\",\"author\":{\"@type\":\"Person\",\"name\":\"Ilka Brandt\",},}</script>"}),
    ("author-job-in-name", 3, "", "2025-04-16", "Nico Blum", {"head": "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"Court halts sale of the old observatory\", \"datePublished\": \"2025-04-16\", \"author\": {\"@type\": \"Person\", \"name\": \"Nico Blum, Court Reporter\"}}</script>"}),
    ("author-by", 4, "", "2025-06-05", "Thea Lund", {"head": "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"Teachers accept pay offer in Marrow Bay\", \"datePublished\": \"2025-06-05\", \"author\": [{\"@type\": \"Person\", \"name\": \"By Thea Lund | The Associated Wire\"}]}</script>"}),
    ("sentinel-then-text", 5, "<p class=\"by\">Sven Holt | 14 February 2025</p>", "2025-02-14", "Sven Holt", {"head": "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"Wolves blamed for dead sheep near Falster Hill\", \"datePublished\": \"0001-01-01T00:00:00\", \"author\": {\"name\": \"Admin\"}}</script>"}),
    ("center-b", 1, "<center><b>Hugo Tamm</b><br><i>Staff Writer</i><br>12 May 2025</center>", "2025-05-12", "Hugo Tamm", {}),
    ("hr-line", 2, "<hr><small>Posted: March 10, 2025 at 11:02 am | Author: Petra Lind | Filed under: <a href=\"/c/m\">Mining</a></small><hr>", "2025-03-10", "Petra Lind", {}),
    ("dl-meta", 3, "<dl class=\"meta\"><dt>Published on</dt><dd>16 April 2025</dd><dt>Reporter</dt><dd>Arne Solli</dd><dt>Tags</dt><dd><a href=\"/t/x\">Renata Illes</a></dd></dl>", "2025-04-16", "Arne Solli", {}),
    ("shadow-custom", 4, "<news-byline author=\"Ines Vik\"><span slot=\"name\">Ines Vik</span></news-byline><news-date datetime=\"2025-06-05T07:00:00Z\">5 June 2025</news-date>", "2025-06-05", "Ines Vik", {}),
    ("bem", 5, "<div class=\"c-article__meta\"><span class=\"c-article__author-name\">Tor Hagen</span><span class=\"c-article__author-role\">Countryside editor</span><span class=\"c-article__pubdate\">15 Feb 2025</span></div>", "2025-02-15", "Tor Hagen", {}),
    ("tailwind", 6, "<div class=\"flex items-center gap-2 text-sm text-gray-500\"><a href=\"/team/runa-eide\" class=\"font-medium\">Runa Eide</a><span aria-hidden=\"true\">·</span><span>14 July 2025</span><span>·</span><span>4 min read</span></div>", "2025-07-14", "Runa Eide", {}),
    ("svg-icons", 7, "<p class=\"post-info\"><svg><path/></svg> Jonas Rask <svg><path/></svg> 08.02.2025 <svg><path/></svg> 3 Comments</p>", "2025-02-08", "Jonas Rask", {}),
    ("data-attr", 0, "<div data-published-at=\"2025-09-02T06:04:00Z\" data-author=\"Olga Renn\"><span>Olga Renn</span> • <span>2 days ago</span></div>", "2025-09-02", "Olga Renn", {}),
    ("microformat", 1, "<div class=\"h-entry\"><span class=\"p-author h-card\">Hugo Tamm</span> <a class=\"u-url\"><time class=\"dt-published\" datetime=\"2025-05-12 09:00:00+0200\">last Monday</time></a></div>", "2025-05-12", "Hugo Tamm", {}),
    ("rdfa", 2, "<div typeof=\"schema:Article\"><span property=\"schema:author\" typeof=\"schema:Person\"><span property=\"schema:name\">Petra Lind</span></span><span property=\"schema:datePublished\" content=\"2025-03-10T11:00:00Z\">10 March</span></div>", "2025-03-10", "Petra Lind", {}),
    ("two-lines-by", 3, "<div class=\"who\">Words: Arne Solli</div><div class=\"who\">Pictures: Mia Frisk</div><div class=\"when\">Wednesday 16th April, 2025</div>", "2025-04-16", "Arne Solli", {}),
    ("exclusive", 4, "<p><strong>EXCLUSIVE</strong> by INES VIK, Education Correspondent</p><p>Published: 07:10, 5 June 2025 | Updated: 09:44, 6 June 2025</p>", "2025-06-05", "INES VIK", {}),
    ("opinion", 5, "<p class=\"col\">Opinion</p><div class=\"columnist\"><img alt=\"\"><span>Tor Hagen</span></div><p class=\"date\">Feb 15, 2025</p>", "2025-02-15", "Tor Hagen", {}),
    ("wire-mixed", 6, "<p class=\"source\">By Runa Eide and Elm Wire staff</p><p class=\"stamp\">Mon., July 14, 2025</p>", "2025-07-14", "Runa Eide", {}),
    ("three-cols", 7, "<ul class=\"article-details\"><li>Feb 8, 2025</li><li>Jonas Rask</li><li>Roads</li></ul>", "2025-02-08", "Jonas Rask", {}),
    ("quarterly", 0, "<p class=\"issue\">Autumn 2025</p><p>Text by Olga Renn</p>", "", "Olga Renn", {}),
    ("sq-brackets", 1, "<p>[Hugo Tamm, 12 May 2025, 14:02]</p>", "2025-05-12", "Hugo Tamm", {}),
    ("trust", 2, "<div class=\"trust\"><span>Written by</span> <a href=\"/a/p\">Petra Lind</a><span>Fact checked by</span> <a href=\"/a/q\">Rolf Kast</a><span>Last updated on March 12, 2025</span></div>", "", "Petra Lind", {}),
    ("ldn", 3, "<div class=\"byline\"><a href=\"mailto:arne@valecourier.example\">Arne Solli</a> arne@valecourier.example @arnesolli</div><div class=\"dateline\">16/04/25 18:20</div>", "", "Arne Solli", {"lang": "en-GB"}),
    ("h5", 4, "<h5>INES VIK | 5 JUNE 2025</h5>", "2025-06-05", "INES VIK", {}),
    ("photo-between", 5, "<figure><img><figcaption>The hill. Photo: Lars Vik</figcaption></figure><p class=\"author-line\">Tor Hagen, Falster Hill</p><p class=\"time-line\">February 15, 2025, 9:00 am</p>", "2025-02-15", "Tor Hagen", {}),
    ("catalan", 0, "<p class=\"autor\">Per <b>Jordi Puig</b></p><p>Publicat el 2 de setembre del 2025 a les 06:04</p>", "2025-09-02", "Jordi Puig", {"lang": "ca"}),
    ("slovene", 1, "<div class=\"avtor\">Avtor: Maja Zupan</div><div>12. maj 2025, 14:05</div>", "2025-05-12", "Maja Zupan", {"lang": "sl"}),
    ("croatian", 2, "<span>Piše: Ivana Horvat</span><span>Objavljeno 10. ožujka 2025. u 12:40</span>", "2025-03-10", "Ivana Horvat", {"lang": "hr"}),
    ("bulgarian", 3, "<div>Автор: Мария Иванова</div><div>Публикувано: 16 април 2025, 18:20</div>", "2025-04-16", "Мария Иванова", {"lang": "bg"}),
    ("serbian", 4, "<div>Autor: Jelena Ilić</div><time>05.06.2025. 07:10</time>", "2025-06-05", "Jelena Ilić", {"lang": "sr"}),
    ("lithuanian", 5, "<div class=\"autorius\">Rasa Petraitė</div><div>2025 m. vasario 15 d. 09:00</div>", "2025-02-15", "Rasa Petraitė", {"lang": "lt"}),
    ("icelandic", 6, "<div class=\"hofundur\">Höfundur: Jón Karlsson</div><div>14. júlí 2025</div>", "2025-07-14", "Jón Karlsson", {"lang": "is"}),
    ("malay", 7, "<div>Oleh Farid Rahman</div><div>8 Februari 2025, 9:00 pagi</div>", "2025-02-08", "Farid Rahman", {"lang": "ms"}),
    ("portuguese", 0, "<p>Texto: Inês Prata</p><p>2 set 2025, 06:04</p>", "2025-09-02", "Inês Prata", {"lang": "pt"}),
    ("slovak", 1, "<div>Autor: Eva Malá</div><div>12. máj 2025 o 14:05</div><div>Aktualizované 13. máj 2025</div>", "2025-05-12", "Eva Malá", {"lang": "sk"}),
    ("thai", 2, "<div>10 มีนาคม 2025</div>", "2025-03-10", "", {"lang": "th"}),
    ("urdu", 3, "<div class=\"date\">16 اپریل 2025</div>", "2025-04-16", "", {"lang": "ur"}),
    ("nm-trending", 4, "<div class=\"trending\"><b>Trending:</b> <a href=\"/p/x\">Bea Lund</a> · <a href=\"/p/y\">Marrow Bay</a></div>", "", "", {}),
    ("nm-event", 5, "<div class=\"event\"><span class=\"event-date\">3 March 2025</span><span class=\"event-host\">Hosted by Ciara Dowd</span></div>", "", "", {}),
    ("nm-photo-by", 6, "<p class=\"photo\">Photography by Iris Kahl</p><p class=\"caption\">Library, 1 January 2020</p>", "", "", {}),
    ("nm-latest-box", 0, "<div class=\"latest\"><p>Latest: 9 September 2025 <a href=\"/b\">Panda crossing painted purple by strangers</a></p></div>", "", "", {}),
    ("nm-quote-by", 1, "<blockquote>“Reckless” <footer>Alma Reik</footer></blockquote><p class=\"pub\">12 May 2025</p>", "2025-05-12", "", {}),
    ("nm-only-updated", 2, "<time class=\"updated\" datetime=\"2025-03-12\">Updated 12 March 2025</time><span class=\"vcard\">Petra Lind</span>", "", "Petra Lind", {}),
    ("nm-judge-box", 3, "<section class=\"people\"><h4>Renata Illes</h4><p>Judge</p></section><time datetime=\"2025-04-16\">16 April 2025</time>", "2025-04-16", "", {}),
    ("nm-timeline", 4, "<h2>Timeline</h2><p>26 May 2025</p>", "", "", {}),
    ("nm-ad", 5, "<div class=\"ad\">Offer by Anna Meadows ends 1 March 2025</div>", "", "", {}),
    ("wp-astra", 0, "<div class=\"entry-meta\"><span class=\"comments-link\"><a href=\"#r\">Leave a Comment</a></span> / <span class=\"cat-links\"><a href=\"/c/r\">Rivers</a></span> / By <span class=\"posted-by vcard author\" itemscope itemprop=\"author\"><a class=\"url fn n\" href=\"/author/oda\"><span class=\"author-name\">Oda Werner</span></a></span> / <span class=\"posted-on\"><span class=\"published\" itemprop=\"datePublished\">September 2, 2025</span></span></div>", "2025-09-02", "Oda Werner", {}),
    ("wp-kadence", 1, "<div class=\"entry-meta entry-meta-divider-dot\"><span class=\"posted-by\"><span class=\"meta-label\">By</span><span class=\"author vcard\"><a class=\"url fn n\" href=\"/a\">Filip Roos</a></span></span><span class=\"posted-on\"><time class=\"entry-date published\" datetime=\"2025-05-12T09:00:00+00:00\">May 12, 2025</time><time class=\"updated\" datetime=\"2025-05-14T09:00:00+00:00\">May 14, 2025</time></span></div>", "2025-05-12", "Filip Roos", {}),
    ("wp-genesis", 2, "<p class=\"entry-meta\"><time class=\"entry-time\">March 10, 2025</time> by <span class=\"entry-author\"><a class=\"entry-author-link\" rel=\"author\"><span class=\"entry-author-name\">Greta Vos</span></a></span> <span class=\"entry-comments-link\"><a>2 Comments</a></span></p>", "2025-03-10", "Greta Vos", {}),
    ("wp-jnews", 3, "<div class=\"jeg_post_meta\"><div class=\"jeg_meta_author\"><img alt=\"Hans Ekman\"><span class=\"meta_text\">by</span> <a href=\"/author/hans\">Hans Ekman</a></div><div class=\"jeg_meta_date\"><a href=\"/x\">16 April 2025</a></div><div class=\"jeg_meta_category\"><span>in <a href=\"/c\">Court</a></span></div></div>", "2025-04-16", "Hans Ekman", {}),
    ("drupal7", 4, "<div class=\"submitted\">Submitted by <span class=\"username\">Karla Roth</span> on Thu, 06/05/2025 - 07:10</div>", "2025-06-05", "Karla Roth", {}),
    ("sitecore", 5, "<div class=\"article-header-info\"><span class=\"article-header-info__date\">15.02.2025</span><span class=\"article-header-info__author\">Sami Noro</span></div>", "2025-02-15", "Sami Noro", {}),
    ("craft", 6, "<header class=\"entry-header\"><p>Bettina Moll<br><time>Jul 14 2025</time></p></header>", "2025-07-14", "Bettina Moll", {}),
    ("umbraco", 7, "<div class=\"news-details\"><p><strong>Date:</strong> 8 February 2025</p><p><strong>Author:</strong> Yrsa Lind</p></div>", "2025-02-08", "Yrsa Lind", {}),
    ("kirby", 0, "<p class=\"meta\">02.09.2025 — Oda Werner</p>", "2025-09-02", "Oda Werner", {}),
    ("plone", 1, "<div id=\"plone-document-byline\"><span class=\"documentAuthor\">by <a href=\"/author/roos\">Filip Roos</a> —</span> <span class=\"documentPublished\"><span>published</span> May 12, 2025 09:00 AM, </span><span class=\"documentModified\"><span>last modified</span> May 14, 2025 10:00 AM</span></div>", "2025-05-12", "Filip Roos", {}),
    ("gov-release", 2, "<p class=\"release-no\">Press Release No. 44</p><p class=\"release-date\">Monday, March 10, 2025</p><p>Contact: Greta Vos, 555-0100</p>", "2025-03-10", "", {}),
    ("uk-regional", 3, "<div class=\"byline\"><p>By <a href=\"/author/profile/1/\">Hans Ekman</a> <a href=\"https://x.example/hans\">@hansekman</a> Court Reporter</p></div><p class=\"date\">16th April 2025</p><p class=\"share\">Share</p>", "2025-04-16", "Hans Ekman", {}),
    ("us-tv", 4, "<div class=\"article-meta\"><p>by: <a href=\"/author/karla\">Karla Roth</a></p><p>Posted: <time datetime=\"2025-06-05T07:10:00-0400\">Jun 5, 2025 / 07:10 AM EDT</time></p><p>Updated: <time datetime=\"2025-06-06T07:10:00-0400\">Jun 6, 2025 / 07:10 AM EDT</time></p></div>", "2025-06-05", "Karla Roth", {}),
    ("radio", 5, "<div class=\"entry-info\"><span>Sami Noro | </span><span>February 15, 2025</span></div>", "2025-02-15", "Sami Noro", {}),
    ("indian", 6, "<div class=\"editor-date-logo\"><div class=\"author-box\">Written by <a>Bettina Moll</a></div><div>Brannock | Updated: July 15, 2025 09:12 IST</div></div>", "", "Bettina Moll", {}),
    ("pak", 7, "<p class=\"post-by\">Our Correspondent</p><p>February 08, 2025</p>", "2025-02-08", "", {}),
    ("kenya", 0, "<div class=\"article-meta-summary\"><time class=\"date\">Tuesday, September 02, 2025</time> <aside class=\"author\">By Oda Werner<p>Reporter</p></aside></div>", "2025-09-02", "Oda Werner", {}),
    ("nz", 1, "<div class=\"story-by\"><b>Filip Roos</b>, Health Editor</div><div>12 May, 2025 09:00 AM<span>3 mins to read</span></div>", "2025-05-12", "Filip Roos", {}),
    ("de-regional", 2, "<p class=\"autor\">Greta Vos</p><p>10.03.2025, 11:02 Uhr, aktualisiert am 11.03.2025</p>", "2025-03-10", "Greta Vos", {"lang": "de"}),
    ("fr-regional", 3, "<div class=\"auteur\">Hans Ekman</div><div>Publié le 16/04/2025 à 18h20 • Mis à jour le 17/04/2025 à 09h00</div>", "2025-04-16", "Hans Ekman", {"lang": "fr"}),
    ("es-regional", 4, "<div class=\"author\">KARLA ROTH</div><div class=\"place\">Marrow Bay</div><div>Jueves, 5 de junio 2025, 07:10</div><div>Comenta</div>", "2025-06-05", "KARLA ROTH", {"lang": "es"}),
    ("pt-regional", 5, "<span>Sami Noro</span><span>15 de fevereiro de 2025 às 09:00</span>", "2025-02-15", "Sami Noro", {"lang": "pt"}),
    ("no-regional", 6, "<div class=\"byline\"><span>Bettina Moll</span><span>Journalist</span></div><div>Publisert: 14.07.25 09:12</div>", "2025-07-14", "Bettina Moll", {"lang": "no"}),
    ("pl-regional", 7, "<div>Autor: Yrsa Lind</div><div>Data publikacji: 8.02.2025 r.</div>", "2025-02-08", "Yrsa Lind", {"lang": "pl"}),
    ("tr-regional", 0, "<span>Haber Giriş: 02 Eylül 2025 06:04</span><span>Muhabir: Oda Werner</span>", "2025-09-02", "Oda Werner", {"lang": "tr"}),
    ("ld-and-wrong-visible", 1, "<div class=\"byline\">By Filip Roos</div><div class=\"today\">Friday, 16 May 2025</div>", "2025-05-12", "Filip Roos", {"head": "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"Hospital in Keld to close its night ward\", \"datePublished\": \"2025-05-12T22:10:00-05:00\"}</script>"}),
    ("ld-mod-only", 2, "<div class=\"byline\">By Greta Vos</div>", "", "Greta Vos", {"head": "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"Miners found alive after three days in Dosta shaft\", \"dateModified\": \"2025-03-12T22:10:00Z\"}</script>"}),
    ("meta-last", 3, "", "2025-04-16", "Hans Ekman", {"head": "<meta name=\"sailthru.date\" content=\"2025-04-16 18:20:00 +0000\"><meta name=\"sailthru.author\" content=\"Hans Ekman\"><meta property=\"og:updated_time\" content=\"2025-04-19\">"}),
    ("two-meta-authors", 4, "", "2025-06-05", "Karla Roth; Sami Noro", {"head": "<meta property=\"article:author\" content=\"Karla Roth\"><meta property=\"article:author\" content=\"Sami Noro\"><meta name=\"dc.date\" content=\"2025-06-05\">"}),
    ("citation", 5, "", "2025-02-15", "Sami Noro", {"head": "<meta name=\"citation_author\" content=\"Noro, Sami\"><meta name=\"citation_publication_date\" content=\"2025/02/15\"><meta name=\"citation_journal_title\" content=\"Vale Courier\">"}),
    ("nm-today", 6, "<div class=\"today\">Today is 20 July 2025</div>", "", "", {}),
    ("nm-share", 7, "<div>Share this: Jens Aho on ice</div>", "", "", {}),
    ("nm-sub", 0, "<h2>Gerda Moos speaks out</h2>", "", "", {}),
    ("nm-cap", 1, "<figure><img><figcaption>Owen Tark, 3 May 2025</figcaption></figure>", "", "", {}),
    ("nm-legal", 2, "<p class=\"legal\">Published by Vale Media Ltd, registered 4 June 1999</p>", "", "", {}),
    ("nm-obit", 3, "<p class=\"dates\">1 April 1940 – 16 April 2025</p>", "", "", {}),
    ("nm-next", 4, "<p class=\"next\">Next meeting: 9 June 2025</p>", "", "", {}),
    ("nm-ed", 5, "<p>Editing by Karla Roth</p>", "", "", {}),
]  # fmt: skip


def pages():
    return [made(*row) for row in ROWS]


def made(name, number, under, published, author, more):
    title, parts = STORIES[number]
    url = f"https://www.valecourier.example/{name}"
    body = "".join(f"<p>{part}</p>" for part in parts)
    html = (
        f'<!DOCTYPE html><html lang="{more.get("lang", "en")}"><head><meta charset="utf-8"><title>{title} | Vale Courier</title>'
        f'<link rel="canonical" href="{url}">{more.get("head", "")}</head><body>{_MENU}<main><article><h1>{title}</h1>{under}{body}'
        f"</article></main>{more.get('after', '')}{_CARDS}{_RIGHTS}</body></html>"
    )
    text = "\n\n".join(filter(None, (title, more.get("deck"), *parts)))
    return Made(name, html, text, title, "Vale Courier", published, author, url)
