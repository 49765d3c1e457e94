"""Files of archives of newspapers and of offices: rich text, spreadsheets, records by labels and tags, heads of texts."""

import io
import zipfile

import pytest

from rashomon.intake import intake
from rashomon.intake.day import day
from rashomon.intake.forms.rtf import rich_text
from rashomon.intake.forms.text import own_head
from rashomon.intake.names import authors, by_whom, persons
from rashomon.intake.shown_days import is_day_line
from rashomon.records import Refusal, Taken

PARTS = [
    "The dredger Halcyon sank at its berth in Orvik on Monday night after its sea cocks had been opened, the port said.",
    "Its owner, Tora Lind, said that the café on the quay had seen two men leave. “They ran,” she said.",
    "Police denied that anybody had been arrested, and asked for film of the quay.",
]
BODY = "\n\n".join(PARTS)


def taken(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(intake([path]))


def rich(*paragraphs, before="", number=str):
    """As a word processor writes it: codes of the page for what is in it, numbers for the rest."""

    def coded(told):
        return "".join(
            c if ord(c) < 128 and c not in "\\{}" else f"\\'{c.encode('cp1252')[0]:02x}" if ord(c) < 256 else number(c)
            for c in told
        )

    return (
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0{\*\panose 0202}Times New Roman;}}{\stylesheet{\ql Normal;}}"
        r"{\header \pard Page {\field{\*\fldinst { PAGE }}{\fldrslt 1}}\par}" + before + r"\pard\plain "
        + "".join(rf"{{\f0\fs24 {coded(one)}}}{{\par }}" + "\r\n" for one in paragraphs) + "}"
    ).encode("ascii")  # fmt: skip


def by_number(c):
    return f"\\u{ord(c) if ord(c) < 32768 else ord(c) - 65536}?"


LIBRARY = [
    *("Dredger sinks at its berth", "Orvik Post", "May 5, 2025 Monday", "Print Edition", "Copyright 2025 Orvik Post"),
    *("Section: NEWS; Pg. 4", "Length: 210 words", "Byline: Mira Sand", "Body", *PARTS, "Load-Date: May 6, 2025"),
    "End of Document",
]
PRESS = (
    "\n".join(
        ("SE", "News", "HD", "Dredger sinks at its berth", "BY", "By Mira Sand", "WC", "210 words", "PD", "5 May 2025")
    )
    + "\n"
    + "\n".join(("ET", "09:12", "SN", "Orvik Post", "LP", PARTS[0], "TD", *PARTS[1:], "AN", "Document OP000020250505"))
)
LABELS = (
    "____________________________________________________________\n\nDredger sinks at its berth\n\nAuthor: Mira Sand\n\n"
    f"Publication info: Orvik Post; Orvik. 05 May 2025: A.4.\n\nFull text: {BODY}\n\nSubject: Harbours\n\n"
    "Title: Dredger sinks at its berth\n\nPublication title: Orvik Post; Orvik\n\nPublication date: May 5, 2025\n\n"
    "Document URL: http://x\n\n____________________________________________________________\n"
)
RECORD = (
    "Dredger sinks at its berth\n\nPost of Orvik, The (Orvik, OV) - Monday, May 5, 2025\n\nAuthor/Byline: Mira Sand, Staff Writer\n"
    f"Section: News\nPage: A1\n\n{BODY}\n\nRecord Number: 17B2\nCopyright (c) 2025 The Post of Orvik\n"
)
CUTTING = (
    f"Orvik Post\nMonday, 5 May 2025\nHarbours, p. 3\n\nDredger sinks at its berth\n\nMira Sand\n\n{BODY}\n\n"
    "Note(s) :\n\n© 2025 Orvik Post. All rights reserved.\n"
)
TAGS = (
    "TY  - NEWS\nTI  - Dredger sinks at its berth\nAU  - Sand, Mira\nT2  - Orvik Post\nDA  - 2025/05/05/\n"
    f"UR  - https://orvikpost.example/a\nAB  - {PARTS[0]}\n{PARTS[1]}\n{PARTS[2]}\nER  - \n"
)
ARCHIVES = [
    ("a.rtf", rich(*LIBRARY, number=by_number), "a library's export"),
    ("a.rtf", rich(*PRESS.split("\n"), number=by_number), "a press database's"),
    ("a.txt", LABELS, "fields before and behind the text"),
    (
        "a.txt",
        RECORD.replace("The Post of Orvik", "Orvik Post").replace("Post of Orvik, The", "Orvik Post"),
        "a record",
    ),
    ("a.txt", CUTTING, "a cutting"),
    ("a.ris", TAGS, "a citation"),
]


@pytest.mark.parametrize(("name", "data", "why"), ARCHIVES, ids=[why for *_, why in ARCHIVES])
def test_the_article_of_an_archive_has_its_own_fields(tmp_path, name, data, why):
    (report,) = taken(tmp_path, name, data)
    assert isinstance(report, Taken)
    assert (report.title, report.outlet) == ("Dredger sinks at its berth", "Orvik Post")
    assert (report.published[:10], report.author) == ("2025-05-05", "Mira Sand")
    assert report.text == BODY or report.text == BODY.replace("\n\n", "\n")
    assert bool(report.partial) == (name == "a.ris"), "an abstract is a part"


def test_an_article_before_the_name_of_an_outlet_stands_in_front(tmp_path):
    (report,) = taken(tmp_path, "a.txt", RECORD)
    assert report.outlet == "The Post of Orvik"


# what is none of an archive's, though it looks like it: text, why
TWINS = [
    (f"Dredger sinks at its berth\n\nOrvik Post - May 5, 2025\n\n{BODY}\n\nCopyright 2025 Another House\n", "others hold the rights"),
    (f"Dredger sinks at its berth\n\nOrvik Post\n\n{BODY}\n\nCopyright 2025 Orvik Post\n", "no day"),
    (f"{PARTS[0]}\n\nOrvik Post - May 5, 2025\n\n{BODY}\n\nCopyright 2025 Orvik Post\n", "the day stands in the text"),
    (f"Full text: {BODY}\n\nTitle: Dredger sinks\n", "one field alone"),
    (f"TY  - NEWS is how a citation begins.\n\n{BODY}", "speaks of it"),
    (f"HD was what he wrote.\n\n{BODY}\n\nTD\n", "a code alone"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "why"), TWINS, ids=[why for _, why in TWINS])
def test_what_only_looks_like_an_archive_is_a_text(tmp_path, text, why):
    (report,) = taken(tmp_path, "a.txt", text)
    assert report.text.strip() == text.strip()
    assert not report.outlet


def test_each_article_of_a_document_is_a_report(tmp_path):
    docx = pytest.importorskip("docx")
    made, held = docx.Document(), io.BytesIO()
    other = ["Bridge closes", "Halden Echo", "June 1, 2025 Sunday", *LIBRARY[4:7], "Byline: Jon Reed", *LIBRARY[8:]]
    for line in (*LIBRARY, "", *other):
        made.add_paragraph(line)
    made.save(held)
    for name, data in (("a.docx", held.getvalue()), ("a.rtf", rich(*LIBRARY, "", *other, number=by_number))):
        one, two = taken(tmp_path, name, data)
        assert (one.title, one.outlet, one.author) == ("Dredger sinks at its berth", "Orvik Post", "Mira Sand")
        assert (two.title, two.outlet, two.author, two.published) == (
            "Bridge closes",
            "Halden Echo",
            "Jon Reed",
            "2025-06-01",
        )


# rich text, the words
RICH = [
    (rb"{\rtf1\ansi caf\'e9 \'93a\'94\par b}", "café “a”\n\nb", "codes of the page"),
    (rb"{\rtf1\ansi\ansicpg1251 \'cc\'e8\'f0}", "Мир", "of another page"),
    (rb"{\rtf1\ansi\uc1 \u8220?a\u8221? \u-10179?\u-8704?}", "“a” 😀", "numbers, with a sign that stands in"),
    (rb"{\rtf1\uc0 \u233b}", "éb", "numbers without one"),
    (rb"{\rtf1 a\emdash b\tab c\line d\~e}", "a—b\tc\nd\u00a0e", "signs by their names"),
    (rb"{\rtf1 a{\*\unheard b}{\pict 0102}{\footnote c}d\{e\}\\}", "ad{e}\\", "what is no text"),
    (rb"{\rtf1 a{\field{\*\fldinst HYPERLINK b}{\fldrslt c}}}", "ac", "a link's words"),
    (rb"{\rtf1 a\row b\cell c\row}", "a\n\nb\tc", "rows of a table"),
    (rb"{\rtf1 a{b{c", "abc", "cut off"),
    (rb"{\rtf1 a}}}b", "ab", "closed too often"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "text", "why"), RICH, ids=[why for *_, why in RICH])
def test_rich_text_is_its_words(data, text, why):
    assert rich_text(data)["text"] == text


def test_rich_text_tells_its_title_and_writer_but_for_a_files_name():
    told = rich_text(rich(*PARTS, before=r"{\info{\title Out}{\author Mira Sand}{\operator X}}", number=by_number))
    assert (told["title"], told["author"], told["text"]) == ("Out", "Mira Sand", BODY)
    assert "title" not in rich_text(rich(*PARTS, before=r"{\info{\title Microsoft Word - out.rtf}}", number=by_number))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (rb"{\rtf1\ansi{\pict 01}}", "without text"),
        (b"{\\rtf1 " + b"{" * 9_000 + b"a", "too deep"),
        (rb"{\rtf1 a\bin900 xx}", "bytes of another program"),
    ],
)
def test_rich_text_that_cannot_be_read_says_why(tmp_path, data, reason):
    (refused,) = taken(tmp_path, "a.rtf", data)
    assert isinstance(refused, Refusal)
    assert reason in refused.reason


def sheet(*rows, repeated=""):
    cells = "".join(
        "<table:table-row>" + "".join(f"<table:table-cell{kind}><text:p>{told}</text:p></table:table-cell>" for told, kind in row)
        + "</table:table-row>"
        for row in rows
    )  # fmt: skip
    names = "".join(f' xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table", "text"))
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml", f'<office:d{names}><table:table table:name="A">{cells}{repeated}</table:table></office:d>'
        )
    return held.getvalue()


def plain(*told):
    return [(one, "") for one in told]


HEAD = plain("Headline", "Newspaper", "Date", "Article text")


def test_a_spreadsheet_is_a_table(tmp_path):
    day_ = ("5/5/25", ' office:value-type="date" office:date-value="2025-05-05T09:12:00"')
    data = sheet(plain("Clippings"), HEAD, [("Out", ""), ("Orvik Post", ""), day_, (BODY, "")])
    (report,) = taken(tmp_path, "a.ods", data)
    assert (report.title, report.outlet, report.published) == ("Out", "Orvik Post", "2025-05-05T09:12:00")


def test_a_spreadsheet_made_by_its_library_is_a_table(tmp_path):
    odfdo = pytest.importorskip("odfdo")
    made, held, table = odfdo.Document("spreadsheet"), io.BytesIO(), odfdo.Table("A")
    for number, row in enumerate((["Headline", "Date", "Text"], ["Out", "5 May 2025", BODY])):
        for place, told in enumerate(row):
            table.set_value((place, number), told)
    made.body.clear()
    made.body.append(table)
    made.save(held)
    (report,) = taken(tmp_path, "a.ods", held.getvalue())
    assert (report.title, report.published[:10]) == ("Out", "2025-05-05")


def test_rows_without_end_are_looked_at_once(tmp_path):
    endless = '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    (report,) = taken(tmp_path, "a.ods", sheet(HEAD, plain("Out", "Orvik Post", "5 May 2025", BODY), repeated=endless))
    assert report.title == "Out"
    for broken in (sheet(), sheet(HEAD), sheet(HEAD)[:200], sheet(HEAD).replace(b"</office:d>", b"")):
        assert all(isinstance(one, Refusal) for one in taken(tmp_path, "b.ods", broken))


# text, title, writers, day, why
HEADS = [
    (f"Dredger sinks at its berth\n\nBy Mira Sand\n\n5 May 2025\n\n{BODY}", "Dredger sinks at its berth", "Mira Sand", "2025-05-05", "one a line"),
    (f"Dredger sinks at its berth\nBy Mira Sand | May 5, 2025\n\n{BODY}", "Dredger sinks at its berth", "Mira Sand", "2025-05-05", "both in one"),
    (f"Dredger sinks at its berth\nMonday 5 May 2025\n\n{BODY}", "Dredger sinks at its berth", "", "2025-05-05", "a day alone"),
    (f"Dredger sinks at its berth\n\n{BODY}", "", "", "", "neither"),
    (f"5 May 2025\n\n{BODY}", "", "", "", "no title"),
    (f"By the harbour\n\nBy the sea\n\n{BODY}", "", "", "", "no names"),
    (f"{BODY}\n\nBy Mira Sand\n5 May 2025", "", "", "", "below"),
    (f"Minutes of the board\nPresent: all\nHalden, a Monday\n\n{BODY}", "", "", "", "no day in it"),
    ("A list of days\n5 May 2025\n6 May 2025", "", "", "", "no sentence"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "author", "published", "why"), HEADS, ids=[row[-1] for row in HEADS])
def test_the_head_of_a_text_tells_its_fields_and_stays_in_it(tmp_path, text, title, author, published, why):
    told = own_head(text)
    assert (told.get("title", ""), told.get("author", ""), told.get("published", "")[:10]) == (title, author, published)
    assert taken(tmp_path, "a.txt", text)[0].text == text


LINES = [
    ("Published: 6 May 2025 09:12 Updated: 7 May 2025", True, "two days and labels"),
    ("6 mai 2025, 10h15", True, "in another tongue"),
    ("Published", True, "a label"),
    ("Mira Sand | 06.05.2025 - Update : 07.05.2025", True, "a name with it"),
    ("Ruling of 3 May 2019 is overturned", False, "tells something"),
    ("On 3 May 2019 the court ruled.", False, "a sentence"),
    ("Harbours", False, "a section"),
    ("Four dead as storms grow since 2019", False, "a year"),
]


@pytest.mark.parametrize(("line", "expected", "why"), LINES)
def test_a_line_that_only_says_when(line, expected, why):
    assert is_day_line(line) == expected, why


NAMES = [
    ("By Mira Sand | Orvik Post", "Mira Sand", "the outlet behind a bar"),
    ("JON REED, Elm Press", "JON REED", "behind a comma"),
    ("by Jon Reed | 06/05/2025 7:12 PM", "Jon Reed", "a day behind a bar"),
    ("Mira Sand, Emily Post", "Mira Sand; Emily Post", "a name that is a paper's word too"),
    ("MIRA SAND AND JON REED", "MIRA SAND; JON REED", "in capitals"),
    ("John E Smith", "John E Smith", "a letter is no word that joins"),
    ("Press Office, Marrow Bay", "Press Office, Marrow Bay", "an office and its place"),
    ("Super User", "", "an account's default"),
    ("Associated Press", "Associated Press", "an agency alone"),
]


@pytest.mark.parametrize(("told", "expected", "why"), NAMES)
def test_houses_days_and_accounts_are_nobody(told, expected, why):
    assert authors([told]) == expected, why


BYLINES = [
    ("Geplaatst op maandag 12 mei 2025 om 14:05 uur door Joost Timmer", "Joost Timmer", "behind the day, in Dutch"),
    ("May 12, 2025 by Jon Reed", "Jon Reed", "behind the day"),
    ("Teksti: Aino Virta", "Aino Virta", "a label in Finnish"),
    ("Szerző: Kovács Anna", "Kovács Anna", "in Hungarian"),
    ("Geschreven door Bram Post", "Bram Post", "a participle"),
    ("The bridge of 2019 was built by Jon Reed", "", "tells of a deed"),
    ("Foto: Nils Ros", "", "who took the picture"),
    ("Edited by Jon Reed", "", "other work"),
    ("By the Press Office", "", "a body"),
]


@pytest.mark.parametrize(("line", "expected", "why"), BYLINES)
def test_a_line_that_says_who_wrote(line, expected, why):
    assert by_whom(line) == expected, why


def test_a_body_is_no_person():
    assert not persons("Health Department")
    assert persons("Mira Sand") == "Mira Sand"


DAYS = [
    ("2025.02.08. 오전 9:12", "2025-02-08", "stops, and a clock in Korean"),
    ("Haziran 05, 2025 07:10", "2025-06-05", "the month first, in Turkish"),
    ("18:20, 16 апреля 2025", "2025-04-16", "the clock first, in Russian"),
    ("2025.2 million", "2025.2 million", "a number"),
    ("Chapter 05, 2025", "Chapter 05, 2025", "no month"),
]


@pytest.mark.parametrize(("told", "expected", "why"), DAYS)
def test_days_as_other_tongues_write_them(told, expected, why):
    assert day(told) == expected, why
