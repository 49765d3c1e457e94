"""Who wrote a page and when, by where on it that stands: above the heading, behind a deck, at its end, beside a role."""

import pytest

from rashomon.intake.pages import pages

TITLE = "Bakery fire closes market hall in Sandvik"
P = [
    "A fire in a bakery closed the market hall of Sandvik early on Friday, and forty stalls will stay shut until the walls have been looked at.",
    "The baker, Mikkel Hjorth, said that an oven had been left on. The owner of the hall spoke of a fault in the wires.",
    "Nobody was hurt, the fire service said, but two horses had to be led out of a stable next door.",
    "A meeting of the stallholders is planned for Sunday, and the town has offered them tents.",
]
W, H, D = "".join(f"<p>{p}</p>" for p in P), f"<h1>{TITLE}</h1>", "8 May 2024"
AT = "https://www.sandviknews.example/a/1"

# under what stands in the body: its writers, its day, why
ROWS = [
    # a person presented under the heading
    (f'<article>{H}<h2>Forty stalls stay shut.</h2><div><img alt="x"><div><a>Leila Farouk</a><div>Leila Farouk is a journalist with Sandvik News.</div></div></div><div>May 8, 2024</div>{W}</article>',"Leila Farouk","2024-05-08","who is presented under the heading"),
    (f'<article>{H}<div><b>Leila Farouk</b><p>Leila Farouk has covered courts for Sandvik News since 2011.</p></div><p>{D}</p>{W}</article>',"Leila Farouk","2024-05-08","with what she covers"),
    (f'<article>{H}<p>Mikkel Hjorth is a baker in the hall and was the first to see the flames.</p>{W}</article>',"","","whom the text presents"),
    (f"<article>{H}<h3>Mikkel Hjorth</h3><p>Mikkel Hjorth is a baker in the hall and was the first to see the flames.</p>{W}</article>","","","of whom the text tells under a heading"),
    # weekdays, months behind names
    (f'<article>{H}<div>Rédigé par Leila Farouk le Mercredi 8 Mai 2024 à 18:27 | Lu 1921 fois</div>{W}</article>',"Leila Farouk","2024-05-08","a weekday behind a name, and how many read"),
    (f'<article>{H}<div>Publicado por Leila Farouk el miércoles 8 de mayo de 2024 | Visto 312 veces</div>{W}</article>',"Leila Farouk","2024-05-08","in Spanish"),
    (f'<article>{H}<div class="story-authorbox"><span><a>Leila Farouk</a> <span>May 8, 2024</span></span></div>{W}</article>',"Leila Farouk","2024-05-08","a month behind a name in a box"),
    (f'<article>{H}<div class="story-authorbox"><span><a>Zarvold Haqq</a> <span>May 8, 2024</span></span></div>{W}</article>',"Zarvold Haqq","2024-05-08","of a box that is marked, in no list"),
    (f'<article>{H}<div class="lede"><span><a>Zarvold Haqq</a> <span>May 8, 2024</span></span></div>{W}</article>',"","2024-05-08","of no list and in no box"),
    # above the heading
    (f'<section><div>May 8, 2024 - 21:44</div><h2>By Leila Farouk</h2>{H}{W}</section>',"Leila Farouk","2024-05-08","led in above the heading"),
    (f'<div class="wa"><div><span>{D}</span><span>|</span><span>Leila Farouk</span><span>|</span><span>22</span></div>{H}{W}</div>',"Leila Farouk","2024-05-08","beside a day above the heading"),
    (f'<div class="wa"><div><span>Leila Farouk</span></div>{H}{W}</div>',"","","alone above the heading"),
    (f'<div id="page"><div><a href="/a">A</a><a href="/b">B</a><a href="/c">C</a><a href="/d">D</a> By Leila Farouk</div>{H}{W}</div>',"","","in a menu"),
    (f'<div><div class="teaser"><a href="/z">Zebra crossing painted purple by strangers</a><span>By Petra Other</span> <span>{D}</span></div>{H}{W}</div>',"","","of another article above"),
    (f'<div id="q"><div>Quote of the day by Leila Farouk</div></div><div>{H}{W}</div>',"","","in another block"),
    # given name that is a word, led in
    (f'<article>{H}<p>By Fan Ruohong and Leila Farouk</p><p>{D}</p>{W}</article>',"Fan Ruohong; Leila Farouk","2024-05-08","a word of English before a name that is none"),
    (f'<article>{H}<p>By Young Adebimpe</p><p>{D}</p>{W}</article>',"Young Adebimpe","2024-05-08","one alone"),
    (f'<article>{H}<p>By Staff Reporters</p><p>{D}</p>{W}</article>',"","2024-05-08","words alone"),
    (f'<article>{H}<p>By River Sandvik</p><p>{D}</p>{W}</article>',{"","River Sandvik"},"2024-05-08","a place"),
    (f'<article>{H}<p>By Market Hall Staff</p><p>{D}</p>{W}</article>',{"","Market Hall Staff"},"2024-05-08","a body"),
    # at the end, behind a short last sentence
    (f'<article>{H}{W}<p>The hall stays closed.</p><p>By LEILA FAROUK<br>Sandvik News, Auki</p><div>Posted on May 8, 2024</div></article>',{"LEILA FAROUK","Leila Farouk"},"2024-05-08","behind a short last sentence"),
    (f'<article>{H}{W}<p>The hall stays closed.</p><p>Photo by LEILA FAROUK</p><div>Posted on May 8, 2024</div></article>',"","2024-05-08","whose picture"),
    (f'<article>{H}{W}<p>The hall stays closed.</p><p>By bus: line 4 from Auki</p></article>',"","","how to get there"),
    # a deck without a mark
    (f'<main>{H}<p>Un boulanger avait laissé un four allumé.</p><p><a>Justine Brabant</a> et <a>Leila Farouk</a></p><p>8 mai 2024 à 14h32</p>{W}</main>',"Justine Brabant; Leila Farouk","2024-05-08","a line under the heading, then who and when"),
    (f'<main>{H}<p>Forty stalls stay shut after an oven was left on.</p><p>By Leila Farouk</p><p>{D}</p>{W}</main>',"Leila Farouk","2024-05-08","in English"),
    (f'<main>{H}<p>{P[0]}</p><div class="box"><a href="/z">Zebra crossing painted purple by strangers</a> <span>By Petra Other</span> <span>2 Jan 2020</span></div><p>{P[1]}</p><p>{P[2]}</p><p>{P[3]}</p></main>',"","","a box between the first paragraphs"),
    (f'<main>{H}<p>{P[0]}</p><p>Photo: Kim Soto, {D}</p><p>{P[1]}</p><p>{P[2]}</p><p>{P[3]}</p></main>',"","","the day of a picture"),
    (f'<main>{H}<p>{P[0]}</p><div>Petra Other</div><div>2 Jan 2020</div><p>{P[1]}</p><p>{P[2]}</p><p>{P[3]}</p></main>',{"","Petra Other"},{"","2020-01-02"},"name and day behind a first paragraph"),
    (f'<main>{H}<p>{P[0]}</p><h3>Timeline</h3><p>{D}</p><p>{P[1]}</p><p>{P[2]}</p><p>{P[3]}</p></main>',"","","a line of time"),
    # a day and its change in one line of a class that says so
    (f'<article>{H}<p>di <a>Leila Farouk</a></p><p class="is-last-update">8 maggio 2024 (modifica il 9 maggio 2024 | 09:12)</p>{W}</article>',"Leila Farouk","2024-05-08","a change in brackets, in Italian"),
    (f'<article>{H}<p class="updated">May 8, 2024 (updated May 9, 2024)</p>{W}</article>',"","2024-05-08","in English"),
    (f'<article>{H}<p class="is-last-update">9 maggio 2024 | 09:12</p>{W}</article>',"","","a day alone in such a class"),
    (f'<article>{H}<p class="update">Modifica il 9 maggio 2024 | 09:12</p>{W}</article>',"","","a change alone"),
    # labels and places behind names
    (f'<article>{H}<div>By Nomvula Dube Time of article published May 8, 2024</div>{W}</article>',"Nomvula Dube","2024-05-08","a label behind a name"),
    (f'<article>{H}<div>By Mary Ann Price of the Gazette</div><p>{D}</p>{W}</article>',"Mary Ann Price","2024-05-08","a name whose last word is one of English"),
    (f'<article>{H}<p>{D}</p><p><b>Chidinma Eze and Tonye Briggs, Port Harcourt</b></p>{W}</article>',"Chidinma Eze; Tonye Briggs","2024-05-08","two and where they were"),
    (f'<article>{H}<p>{D}</p><p><b>Chidinma Eze, Port Harcourt</b></p>{W}</article>',"Chidinma Eze","2024-05-08","one and where"),
    (f'<article>{H}<p>{D} | Leila Farouk, Office of Communications</p>{W}</article>',"Leila Farouk","2024-05-08","an office behind a name"),
    (f'<article>{H}<p>{D} | Leila Farouk, chair of the council</p>{W}</article>',"","2024-05-08","what somebody else is"),
    (f'<article>{H}<p>08.05.2024 / Leila Farouk</p>{W}</article>',"Leila Farouk","2024-05-08","behind a day and a stroke"),
    (f'<article>{H}<p>08.05.2024 / Lower Quell</p>{W}</article>',"","2024-05-08","a place there"),
    # two with a page of their own and what they are between
    (f'<article>{H}<ul><li><a href="/experts/lf">Leila Farouk</a><br>Senior Fellow</li><li><a href="/experts/pl">Piotr Lis</a><br>Research Assistant</li></ul><p>Published {D}</p>{W}</article>',"Leila Farouk; Piotr Lis","2024-05-08","what each is"),
    (f'<article>{H}<p><a href="/staff/lf">Leila Farouk</a><br>Reporter</p><p><a href="/staff/ks">Kim Soto</a><br>Photographer</p><p>{D}</p>{W}</article>',"Leila Farouk","2024-05-08","who took the pictures"),
    (f'<article>{H}<p><a href="/experts/lf">Leila Farouk</a></p><p>Recent guests of ours</p><p><a href="/experts/pl">Piotr Lis</a></p><p>{D}</p>{W}</article>',"Leila Farouk","2024-05-08","words between that say something else"),
    (f'<article>{H}<div><p>Safaa Lindq</p><p>Safaa Lindq is a journalist with Sandvik News.</p></div><p>{D}</p>{W}</article>',"Safaa Lindq","2024-05-08","presented, in no list"),
    (f'<article>{H}<div><p>Safaa Lindq is a nurse at the hospital.</p></div>{W}</article>',"","","presented as something else"),
    (f'<article>{H}<blockquote>An oven had been left on<p>— Mikkel Hjorth</p></blockquote><p>{D}</p>{W}</article>',"","2024-05-08","whose words stand large"),
    # what touches, what joins a day, a house beside who signs
    (f'<article>{H}<div class="by">By<a href="/author/lf">Leila Farouk</a></div><div>{D}</div>{W}</article>', "Leila Farouk", "2024-05-08", "a By that touches the name"),
    (f'<article>{H}<div>Von<span>Leila Farouk</span></div><div>{D}</div>{W}</article>', "Leila Farouk", "2024-05-08", "a Von that does"),
    (f'<article>{H}<p>Bya<a href="/x">Leila Farouk</a></p><div>{D}</div>{W}</article>', "", "2024-05-08", "a word that only begins so"),
    (f'<article>{H}<div><span>Leila Farouk</span> <span>May - 08 - 2024 , 14:32</span> <span>3 minutes read</span></div>{W}</article>', "Leila Farouk", "2024-05-08", "a day joined by dashes"),
    (f'<article>{H}<div>Flight - 12 - 2024</div>{W}</article>', "", "", "a number joined so"),
    (f'<article>{H}<p>Piekarz zostawił piec.</p><div>Publikacja: 08.05.2024 14:32</div><div>Leila Farouk</div>{W}</article>', "Leila Farouk", "2024-05-08", "a label in Polish"),
    (f'<article>{H}<div>Leila Farouk</div><div>Publicat la: 08.05.2024 14:32</div>{W}</article>', "Leila Farouk", "2024-05-08", "a label of two words in Romanian"),
    (f'<article>{H}<p>Un boulanger avait laissé un four allumé.</p><div>Sandvik News<br>Leila FAROUK</div><div>Publié le 8 mai 2024 à 14h32</div>{W}</article>', "Leila FAROUK", "2024-05-08", "a house above the name behind a deck"),
    (f'<main>{H}<p>{P[0]}</p><p>Read more below</p><p>{P[1]}</p><p>{P[2]}</p><p>{P[3]}</p></main>', "", "", "a short line that is neither"),
    # what he is, and names by their shape
    (f'<article>{H}<div class="by"><a>Leila Farouk</a> Local Democracy Reporter</div><div>{D}</div>{W}</article>', "Leila Farouk", "2024-05-08", "a desk of two words"),
    (f'<article>{H}<div class="by"><a>Kanye West</a> Reporter</div><div>{D}</div>{W}</article>', "Kanye West", "2024-05-08", "a name that is a word"),
    (f'<article>{H}<p>{D}</p><p>Bahk Eun-ji</p>{W}</article>', "Bahk Eun-ji", "2024-05-08", "a given name with a hyphen behind"),
    (f'<article>{H}<p>{D}</p><p>Match Follow-up</p>{W}</article>', "", "2024-05-08", "words with a hyphen"),
    (f'<article>{H}<p>Qwenna Qalaa El-Din, Wednesday {D}</p>{W}</article>', "Qwenna Qalaa El-Din", "2024-05-08", "an article before the last of three"),
    (f'<article>{H}<p>Ras Al-Khaimah, Wednesday {D}</p>{W}</article>', "", "2024-05-08", "a place of two"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "writers", "day"), [row[:3] for row in ROWS], ids=[row[3] for row in ROWS])
def test_who_and_when_by_where_it_stands(body, writers, day):
    head = f'<title>{TITLE} | Sandvik News</title><link rel="canonical" href="{AT}">'
    found = pages(f"<html><head>{head}</head><body>{body}</body></html>".encode())
    assert found.get("author", "") in (writers if isinstance(writers, set) else {writers})
    assert found.get("published", "")[:10] in (day if isinstance(day, set) else {day})
    assert "Zebra" not in found["text"]
