"""One line to whom it says wrote a text: names that are led in, alone, or those of whoever did other work."""

from datetime import date

import pytest

from rashomon.intake.metas import told_by_scripts
from rashomon.intake.pages import pages
from rashomon.intake.signatures import signed

LED, BARE, OTHERS, GUESSED = "led", "bare", "others", "guessed"
LINES = [
    ("Von unserem Korrespondenten D’Arcy Finch, Tarnau", LED, ("D’Arcy Finch",), "words between the lead and the name"),
    ("Door onze verslaggever K.S. Anand", LED, ("K.S. Anand",), "initials"),
    ("dal nostro inviato Jürgen Kopp", LED, ("Jürgen Kopp",), "a lead that is no name"),
    ("Teksti Li Wenqing Kuvat Kim Soto", LED, ("Li Wenqing",), "two labels without colons"),
    ("Teksti Li Wenqing Kuvat Kim Soto", OTHERS, ("Kim Soto",), "and whose pictures"),
    ("Texto: Inês Prado • Edição: Hilda Fern", LED, ("Inês Prado",), "another edited it"),
    ("Penulis: Łukasz Wrona | Editor: Hilda Fern", LED, ("Łukasz Wrona",), "a label that is a writer's elsewhere"),
    ("By MARY-KATE O’DOWD Prairie News", LED, ("MARY-KATE O’DOWD",), "the outlet behind capitals"),
    ("By Jane Doe, Political Editor", LED, ("Jane Doe",), "what she is"),
    ("Reporter Tor Hagen", LED, ("Tor Hagen",), "what he is in front"),
    ("Words by Ana Reyes Photographs by Kim Soto", LED, ("Ana Reyes",), "no mark between them"),
    ("Posted on May 5, 2031 by Ida Kerr in News", LED, ("Ida Kerr",), "behind a day, before a place"),
    ("Søren Kragh Journalist", BARE, ("Søren Kragh",), "what he is behind"),
    ("Thandiwe Mokoena, em Tarnau", BARE, ("Thandiwe Mokoena",), "where she was sent"),
    ("Ida Kerr in Tarnau and Jon Hale in Keld", BARE, ("Ida Kerr", "Jon Hale"), "each elsewhere"),
    ("Jean-Luc Arnoux / Tarnau", BARE, ("Jean-Luc Arnoux",), "a place behind a stroke"),
    ("Ana María López y Juan Pérez", BARE, ("Ana María López", "Juan Pérez"), "two of them"),
    ("Odile CASSIN", BARE, ("Odile CASSIN",), "a family name in capitals"),
    ("Par Odile CASSIN et Jean ROUX", LED, ("Odile CASSIN", "Jean ROUX"), "two of them"),
    ("Tarnau ODILE CASSIN", GUESSED, ("ODILE CASSIN",), "a place before a name in capitals"),
    ("Pilar de la Fuente", BARE, ("Pilar de la Fuente",), "two particles"),
    ("Ida Kerr (texto) e Kim Soto (fotos)", BARE, ("Ida Kerr",), "what each did in brackets"),
    ("Ida Kerr translated by Uta Lang", BARE, ("Ida Kerr",), "others behind"),
    ("Tor Hagen Fotograf", OTHERS, ("Tor Hagen",), "a photographer"),
    ("Editing by Ida Kerr and Jon Hale; Translated by Uta Lang", OTHERS, ("Ida Kerr", "Jon Hale", "Uta Lang"), "three"),
    ("Zusammengestellt von Eva van der Meer", GUESSED, ("Eva van der Meer",), "a word that is not known"),
    ("Kontakt: Ida Kerr", GUESSED, ("Ida Kerr",), "a label that is not known"),
    (
        "By Ana Reyes | ana@x.example | Prairie News and Jon Hale | jon@x.example",
        LED,
        ("Ana Reyes", "Jon Hale"),
        "behind a house",
    ),
    ("By ANA REYES Prairie staff reporter ana@x.example", LED, ("ANA REYES",), "an address behind what she is"),
    ("By Ana Reyes Staff Writer", LED, ("Ana Reyes",), "no mark before what she is"),
    ("By Dan Whitworth", LED, ("Dan Whitworth",), "a given name that joins two elsewhere"),
    ("Ali Saputra dan Budi Santoso", BARE, ("Ali Saputra", "Budi Santoso"), "as it does here"),
    ("Dan Whitworth Local democracy reporter", BARE, ("Dan Whitworth",), "what he is, in several words"),
    ("On Nov 22, 2023 By Ana Reyes Last updated Nov 23, 2023", LED, ("Ana Reyes",), "a label of a change behind"),
    ("Mary Jane Brown reporter", BARE, ("Mary Jane Brown",), "a family name is no desk"),
    ("Obituary: Anna Lind", GUESSED, ("Anna Lind",), "whom it may be about"),
]
NOBODY = [
    ("Fotos von Kim Soto", "whose pictures"),
    ("Interview with Anna Lind", "who was spoken to"),
    ("Audit by Anna Lind of the county faults the plan", "a sentence behind"),
    ("Report by Anna Lind and Kurt Beck was kept back", "a sentence behind two"),
    ("Author of the study: Anna Lind", "whose study"),
    ("“Stone” by Anna Lind", "a book"),
    ("“It was dark” – Anna Lind", "who said it"),
    ("Anna Lind (left) and Kurt Beck", "a picture"),
    ("Anna Lind v. Keld County", "a trial"),
    ("Anna Lind and 12 others commented", "readers"),
    ("Anna Lind tells her story", "a sentence"),
    ("Listen to Anna Lind", "what to do"),
    ("Lower Quell, 14 March 2025", "a place of English words"),
    ("Chief Political Correspondent", "what somebody is"),
    ("Posted: Sat Nov 22, 2008 4:12 pm", "a weekday and a month"),
    ("Paris Staff Writer", "a place, and what somebody is there"),
    ("For Immediate Release", "words without content"),
    ("Climate Change", "a section"),
    ("New York, 14 March 2025", "a town that is known"),
    ("Giriş Tarihi: 14.03.2023 09:12", "a label of a day"),
]
STORY = "".join(
    f"<p>{'The ferry hit the pier of Velm at noon, the harbour office said on Monday evening. ' * 2}</p>"
    for _ in range(4)
)


@pytest.mark.parametrize(("line", "kind", "names", "why"), LINES)
def test_a_line_names_who_wrote_and_who_did_other_work(line, kind, names, why):
    assert getattr(signed(line, "Prairie News"), kind) == names, why


@pytest.mark.parametrize(("line", "why"), NOBODY)
def test_a_line_names_nobody_as_its_writer(line, why):
    told = signed(line)
    assert not told.led, why
    assert not told.bare, why


@pytest.mark.parametrize(
    ("under", "author", "day"),
    [
        ("<p>Ida Kerr | 6 May 2031</p>", "Ida Kerr", "2031-05-06"),
        ("<p>Xalp Qvern | 6 May 2031</p>", "", "2031-05-06"),
        ("<p>Xalp Hakkarainen | 6 May 2031</p>", "Xalp Hakkarainen", "2031-05-06"),
        ("<p>Csepregi Botond | 6 May 2031</p>", "Csepregi Botond", "2031-05-06"),
        ("<p>Xalp Qvern @qvern</p><p>6 May 2031</p>", "Xalp Qvern", "2031-05-06"),
        ("<p>Xalp Qvern in Velm</p><p>6 May 2031</p>", "Xalp Qvern", "2031-05-06"),
        ("<p>Rolf Stix / dpa</p><p>6 May 2031</p>", "", "2031-05-06"),
        ("<p>Esteri Europa</p><p>6 May 2031</p>", "", "2031-05-06"),
        ("<p>Partido Obrero</p><p>6 May 2031</p>", "", "2031-05-06"),
        ("<p>Editor: Ida Kerr</p><p>6 May 2031</p>", "", "2031-05-06"),
        ("<p>Text and photos: Ida Kerr</p><p>17.mai.2031 às 12h03</p>", "Ida Kerr", "2031-05-17"),
        ("<p>Συντάκτης: Xalp Qvern</p><p>Tuesday 6<sup>th</sup> May 2031</p>", "Xalp Qvern", "2031-05-06"),
        ("<p>Kafr Sousa | 6 May 2031</p>", "", "2031-05-06"),
        ("<p>Lokalsport Süd | 6 May 2031</p>", "", "2031-05-06"),
        ("<p>Helsingin Sanomat | 6 May 2031</p>", "", "2031-05-06"),
        ("<p>Xalp Qvern, reporter</p><p>6 May 2031</p>", "Xalp Qvern", "2031-05-06"),
        ("<p>Ida Kerr, 6 May 2031</p>", "Ida Kerr", "2031-05-06"),
        ("<p>Ida Kerr</p><p>3 hours ago</p>", "Ida Kerr", ""),
        ("<p>Ida Kerr</p>", "", ""),
        ("<dl><dt>Published</dt><dd>6 May 2031</dd><dt>Last change</dt><dd>8 May 2031</dd></dl>", "", "2031-05-06"),
        ("<p>From the print edition of 6 May 2031</p>", "", "2031-05-06"),
        ("<p>Cronaca Nera | 6 May 2031</p>", "", "2031-05-06"),
    ],
)
def test_a_name_alone_is_borne_out(under, author, day):
    page = f"<html><head><title>Ferry hits a pier at noon</title></head><body><article><h1>Ferry hits a pier at noon</h1>{under}{STORY}</article></body></html>"
    told = pages(page.encode(), "https://velmpost.example/ferry", got=date(2031, 6, 1))
    assert (told.get("author", ""), told.get("published", "")[:10]) == (author, day)


@pytest.mark.parametrize(
    ("script", "days", "writers"),
    [
        ('{"authors":[{"@type":"Person","name":"Ada B"},{"name":"Bo C"}]}', [], ["Ada B; Bo C"]),
        ('{authors:[{name:"Ada B"}],publishedAt:1757000000000}', ["1757000000000"], ["Ada B"]),
        ("dataLayer=[{'author':'Ada B','pubDate':'2025-01-02'}]", ["2025-01-02"], ["Ada B"]),
        ('a.authors="Ada B";', [], ["Ada B"]),
        (
            '{"own":{"title":"Ferry hits a pier","author":"Ada B"},"more":[{"title":"Another","author":"Otto G"}]}',
            [],
            ["Ada B"],
        ),
    ],
)
def test_scripts_tell_of_their_own_article(script, days, writers):
    assert told_by_scripts(f"<script>{script}</script>", ["Ferry hits a pier"]) == (days, writers)
