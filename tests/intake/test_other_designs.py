"""Pages, posts, mails and tables in designs that no rule was written for: whose, when, by whom, and what signs nothing."""

import json

import pytest

import made_designs
from rashomon.intake import intake
from rashomon.intake.carried_by import host_agrees
from rashomon.intake.markup import of_a_heading
from rashomon.intake.names import authors
from rashomon.intake.pages import pages
from rashomon.intake.rows import field_of
from rashomon.intake.shown_days import day_of_line
from rashomon.intake.signatures import signed
from rashomon.records import Report


@pytest.mark.parametrize(
    ("number", "row"), list(enumerate(made_designs.ROWS)), ids=[row[0] for row in made_designs.ROWS]
)
def test_a_page_of_another_design_tells_its_own(number, row):
    slug, story, host, outlet, language, behind, head, body, title, paper, day, writers = row
    found = pages(made_designs.make(story, host, slug, outlet, language, behind, head, body, number).encode())
    told = {name: found.get(name, "") for name in ("title", "outlet", "author")}
    assert told == {"title": title, "outlet": paper, "author": writers}
    assert found.get("published", "")[:10] == day
    assert all(part in found["text"] for part in made_designs.STORIES[story][1])
    assert not any(word in " ".join(found.values()) for word in ("Zebra", "Pumpkin", "Otto Gast", "Petra Other"))


# a line beside the words, who is led in, who stands alone, why
LINES = [
    ("Par Odile Cassin le samedi 22 juin 2025, 20:13 - Eau", ("Odile Cassin",), (), "a weekday is no word of prose"),
    ("Von Heike Sandmann am Montag, 18. August 2025", ("Heike Sandmann",), (), "nor behind a link"),
    ("In this story: Anna Lind, Kurt Beck", (), (), "of whom a text tells"),
    ("About this article: Anna Lind", (), (), "of whom a text tells"),
    ("Dans cet article : Anna Lind", (), (), "of whom a text tells, in French"),
    ("Im Bericht: Anna Lind", (), (), "of whom a text tells, in German"),
    ("Interviewee: Anna Lind", (), (), "who was spoken to"),
    ("Story: Anna Lind", ("Anna Lind",), (), "the label of the words"),
    ("Auteurs: Liesbeth Hagedoorn, Rens Kooistra", ("Liesbeth Hagedoorn", "Rens Kooistra"), (), "a label of several"),
]


@pytest.mark.parametrize(("line", "led", "alone", "why"), LINES, ids=[row[3] + ": " + row[0] for row in LINES])
def test_a_line_signs_or_does_not(line, led, alone, why):
    read = signed(line)
    assert (read.led, read.bare) == (led, alone), why


# a line, the day of publication that it tells, why
DAYS = [
    ("born 4 May 1971", "", "a day of a life"),
    ("Yannick Prou, born 4 May 1971", "", "a day of a life behind a name"),
    ("geboren 4. Mai 1971", "", "in German"),
    ("killed 4 May 1971", "", "a day of a death"),
    ("Exhibition: 3 March 2025 – 9 June 2025", "", "a stretch"),
    ("Lea Ott (4 May 1931 – 9 June 2025)", "", "a life"),
    ("opens 22.01.2025", "", "no weekday stands before it"),
    ("Wed 8 May 2024 08.30 BST", "2024-05-08", "a weekday that is a word too"),
    ("Mittwoch 22.01.2025 05:31", "2025-01-22", "a weekday before numbers"),
    ("الأربعاء 22.01.2025 05:31", "2025-01-22", "in Arabic"),
    ("Søndag d. 22. juni 2025, kl. 20.13", "2025-06-22", "a weekday and a link"),
    ("Mo., 18. Aug. 2025 um 09:27 Uhr", "2025-08-18", "a stop and a comma"),
    ("18 Awst 2025", "2025-08-18", "in Welsh"),
    ("November 26, 202418:05", "2024-11-26", "an hour that nothing parts"),
    ("by bridgefan » Sun Jun 22, 2025 8:13 pm", "2025-06-22", "a board's line"),
    ("Released: 18 August 2025 09:27", "2025-08-18", "a release"),
    ("14 March 2023 (updated 15 March 2023)", "2023-03-14", "a change behind it"),
    (
        "Tuesday, 14 March 2023 2:32 PM [ Last Update: Wednesday, 15 March 2023 ]",
        "2023-03-14",
        "one in square brackets",
    ),
    ("09:12, 14.03.2023", "2023-03-14", "the hour and a comma before numbers"),
    ("09:12, 14.03.23", "2023-03-14", "a short year"),
    ("Article published March 14, 2023", "2023-03-14", "what was published is told too"),
    ("Page last updated 14 March 2023", "", "of the page, but a change"),
    (
        "2:32 PM on Mar 14, 2023 CDT — Updated at 6:10 PM on Mar 15, 2023 CDT",
        "2023-03-14",
        "an hour led in, a zone behind",
    ),
    (
        "by Zack Budryk - 03/14/23 2:32 PM ET",
        "2023-03-14",
        "a short year of which the middle number can but be the day",
    ),
    ("by Zack Budryk - 03/04/23 2:32 PM ET", "", "and where it could be the month"),
    ("Published 4 days ago on 2023/03/14", "2023-03-14", "how long ago, and the day"),
    ("Published 4 days ago", "", "how long ago alone"),
    ("14/03/2023 312 Views", "2023-03-14", "how many read it"),
    ("14 March 2023 (2,301 comments)", "2023-03-14", "how many answered"),
    ("14 March 2023 312 arrests", "", "a number of something told of"),
    ("Correction, 25 November 2023", "", "of a correction"),
    ("Amended 25 November 2023", "", "of an amendment"),
    ("20 May – 9 June 2025", "", "a stretch whose first day has no year"),
    ("Exhibition, 20 - 22 May 2025", "", "a stretch in one month"),
    ("May 20 – June 9, 2025", "", "a stretch, the month first"),
    ("20 mai - 9 juin 2025", "", "a stretch in French"),
    ("Issue 12 – 20 May 2025", "2025-05-20", "a number of an issue is no day"),
    ("Room 5 – May 20, 2025", "2025-05-20", "nor that of a room"),
    ("12:30 – 20 May 2025", "2025-05-20", "nor an hour"),
    ("3 comments - May 20, 2025", "2025-05-20", "nor how many wrote"),
]


@pytest.mark.parametrize(("line", "day", "why"), DAYS, ids=[row[2] + ": " + row[0] for row in DAYS])
def test_a_line_tells_the_day_or_another(line, day, why):
    assert day_of_line(line)[0][:10] == day, why


# what a byline holds, whom it names, why
NAMES = [
    ("bridgefan » Sun Jun 22, 2025 8:13 pm", "bridgefan", "a day is nobody's name"),
    ("Lindt Rights Watch", "Lindt Rights Watch", "no button is cut off what is no person"),
    ("Ada Brandt Follow", "Ada Brandt", "a button is cut off a person"),
]


@pytest.mark.parametrize(("told", "named", "why"), NAMES, ids=[row[2] for row in NAMES])
def test_who_is_named(told, named, why):
    assert authors([told]) == named, why


HEADINGS = [
    ("<span>Winter</span><span>Snow closes pass</span>", "Winter Snow closes pass", "a kicker that nothing parts"),
    ("<span>Winter:</span><em>Snow closes pass</em>", "Winter: Snow closes pass", "with a colon"),
    ("<b>S</b>now <i>closes</i>", "Snow closes", "an initial"),
    ("<span>Mc</span><span>Gill closes</span>", "McGill closes", "a part of a name"),
    ("<span>snow</span><span>plough</span>", "snowplough", "small letters go on"),
]


@pytest.mark.parametrize(("html", "words", "why"), HEADINGS, ids=[row[2] for row in HEADINGS])
def test_what_a_heading_says(html, words, why):
    assert of_a_heading(html) == words, why


HOSTS = [
    ("Πέρασμα", "https://www.perasma.example/a", True, "Greek"),
    ("Общината", "https://www.obshtina.example/a", True, "Cyrillic, as its house writes it"),
    ("Пристань", "https://www.pristan.example/a", True, "Cyrillic"),
    ("Общината", "https://www.grad.example/a", False, "another house"),
    ("Πέρασμα", "https://www.gefyra.example/a", False, "another house, Greek"),
]


@pytest.mark.parametrize(("name", "url", "agrees", "why"), HOSTS, ids=[row[3] for row in HOSTS])
def test_a_name_in_other_letters_is_a_hosts(name, url, agrees, why):
    assert host_agrees(name, url) is agrees, why


FIELDS = [
    ("Full Article Text", "text"), ("Contenido completo", "text"), ("Vollständiger Text", "text"),
    ("Издание", "outlet"), ("Media", "outlet"), ("新聞", "outlet"), ("Krant", "outlet"), ("Kop", "title"), ("見出し", "title"),
    ("日付", "published"), ("著者", "author"), ("Full name of the desk", ""), ("Whole", ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "field"), FIELDS)
def test_a_column_stands_for_a_field(name, field):
    assert field_of(name) == field


TITLE, PARTS = made_designs.STORIES[4]
TEXT, HTML = "\n\n".join(PARTS), "".join(f"<p>{part}</p>" for part in PARTS)


def mail(sender, subject, body):
    return (
        f"From: {sender}\r\nTo: a@b.example\r\nSubject: {subject}\r\nDate: Mon, 12 May 2025 10:00:00 +0000\r\nMessage-ID: <1@x>\r\n"
        f"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body}"
    )


# name, what it holds, title, outlet, day, writers, why
FILES = [
    ("a.json", json.dumps([{"kind": "Listing", "data": {"children": [{"kind": "t3", "data": {"title": TITLE, "selftext": TEXT, "author": "tramfan",
      "created_utc": 1746788880, "subreddit": "ostra", "permalink": "/r/ostra/1"}}]}}, {"kind": "Listing", "data": {"children": [
      {"kind": "t1", "data": {"body": "I saw it all from my window, and it was no tram.", "author": "other"}}]}}]),
     TITLE, "ostra", "2025-05-09", "tramfan", "a thread with its comments, as lists of a list"),
    ("a.json", json.dumps({"feed": [{"post": {"uri": "at://x/1", "author": {"handle": "ostra.example", "displayName": "Ostra Daily"},
      "record": {"text": TEXT, "createdAt": "2025-05-09T11:08:00Z"}}}]}), None, "Ostra Daily", "2025-05-09", None, "posts of a protocol"),
    ("a.csv", f"Page Name,Post Created,Message,Link Text\nOstra Daily,2025-05-09 11:08:00 EST,\"{TEXT}\",{TITLE}\n",
     TITLE, "Ostra Daily", "2025-05-09", None, "posts as a watcher lists them"),
    ("a.json", json.dumps({"data": [{"id": "1", "message": TEXT, "created_time": "2025-05-09T11:08:00+0000", "from": {"name": "Ostra Police"}}]}),
     None, "Ostra Police", "2025-05-09", None, "posts as a network's own interface tells them"),
    ("a.js", "window.YTD.tweets.part0 = " + json.dumps([{"tweet": {"created_at": "Fri May 09 11:08:00 +0000 2025", "full_text": TEXT}}]),
     None, None, "2025-05-09", None, "an archive that a script keeps under a name"),
    ("a.csv", f'sel1_name,sel1_date,sel1_author,sel1_text\n{TITLE},9 May 2025,By Dora Penn,"{TEXT}"\n', TITLE, None, "2025-05-09", "Dora Penn",
     "a front of every name that says nothing"),
    ("a.csv", f'"date";"title, sub, desk, page";"text"\n2025-05-09;{TITLE};"{TEXT}"\n', TITLE, None, "2025-05-09", None,
     "a head with commas and quotation marks"),
    ("a.eml", mail("Bo Lind <bo@x.example>", "RV: x", f"De: Dora Penn <dora@ostra.example>\nEnviado el: viernes, 9 de mayo de 2025 11:08\nPara: Bo\nAsunto: {TITLE}\n\n{TEXT}"),
     TITLE, None, "2025-05-09", "Dora Penn", "a mail sent along, its day under two words"),
    ("a.eml", mail("Bo Lind <bo@x.example>", "TR : x", f"-------- Message transféré --------\nSujet : \t{TITLE}\nDate : \tFri, 9 May 2025 11:08:00 +0200\nDe : \tOstra Daily <n@ostradaily.example>\n\n{TEXT}"),
     TITLE, "Ostra Daily", "2025-05-09", None, "a mail sent along in French"),
    ("a.eml", mail("Bo Lind <bo@x.example>", "Fwd: x", f"---------- Weitergeleitete Nachricht ---------\nVon: Ostra Daily <n@ostradaily.example>\nDatum: Fr., 9. Mai 2025 um 11:08 Uhr\nBetreff: {TITLE}\n\n{TEXT}"),
     TITLE, "Ostra Daily", "2025-05-09", None, "a mail sent along in German"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "title", "outlet", "day", "writers", "why"), FILES, ids=[row[6] for row in FILES]
)
def test_a_file_of_another_design_gives_its_report(tmp_path, name, data, title, outlet, day, writers, why):
    (tmp_path / name).write_text(data, encoding="utf-8")
    (found,) = intake([tmp_path / name])
    assert isinstance(found, Report), (found, why)
    assert (found.title or None, found.outlet or None, (found.published or "")[:10], found.author or None) == (
        title,
        outlet,
        day,
        writers,
    ), why
    assert all(part in found.text for part in PARTS), why


CAPTION = "The tram depot at the edge of the town stood shut on the second morning of the strike, as did two others."
# what stands among the paragraphs or under them, words of which none may come out, why
DEBRIS = [
    ((f'{HTML}<article class="post"><h2><a href="/z">Zebra crossing painted purple</a></h2><p>Strangers painted the zebra crossing purple at night, a baker said on Monday.</p></article>'
     '<article class="post"><h2><a href="/y">Pumpkins draw a crowd</a></h2><p>A crowd came to see the pumpkins of Quell on Sunday, the mayor said there.</p></article>'), "zebra pumpkins", "posts appended"),
    (f'{HTML}<div class="newsletter"><h4>The morning letter</h4><p>Sign up for our zebra letter and get the news of the day at six.</p><form><input></form></div>', "zebra", "a newsletter"),
    (f'{HTML}<section class="more-from"><h3>More from Quell</h3><ul><li><a href="/z">Zebra crossing painted purple by strangers</a></li><li><a href="/y">Pumpkin festival draws a crowd of visitors</a></li></ul></section>', "zebra pumpkin", "more from"),
    (f'{HTML}<p>More from Quell:</p><ul><li><a href="/z">Zebra crossing painted purple by strangers</a></li><li><a href="/y">Pumpkin festival draws a crowd of visitors</a></li></ul>', "zebra pumpkin", "more from, unmarked"),
    (f'{HTML}<div class="comments"><p>Otto Gast: The zebra was mine, as everybody here knows well.</p></div>', "zebra", "comments"),
]  # fmt: skip


@pytest.mark.parametrize(("inner", "never", "why"), DEBRIS, ids=[row[2] for row in DEBRIS])
def test_nothing_else_comes_with_the_text(inner, never, why):
    html = f"<!DOCTYPE html><html lang=en><head><title>{TITLE} - Ostra Mail</title></head><body><article><h1>{TITLE}</h1>{inner}</article></body></html>"
    text = pages(html.encode())["text"].casefold()
    assert all(part.casefold() in text for part in PARTS), why
    assert not any(word in text for word in never.split()), why


def test_a_caption_comes_once_and_no_half_is_lost():
    figure = f'<figure><img alt="{CAPTION}"><figcaption>{CAPTION}</figcaption></figure>'
    html = (
        f"<!DOCTYPE html><html lang=en><head><title>{TITLE} - Ostra Mail</title></head><body><article><h1>{TITLE}</h1>{figure}"
        f"<div class=first><p>{PARTS[0]}</p><p>{PARTS[1]}</p></div>{figure}<div class=ad></div><div class=second><p>{PARTS[2]}</p><p>{PARTS[3]}</p></div></article></body></html>"
    )
    text = pages(html.encode())["text"]
    assert all(part in text for part in PARTS)
    assert text.count(CAPTION) <= 1
