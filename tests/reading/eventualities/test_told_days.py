"""The day of any clause: text, the clause's word, the day (None: left open), the basis, why. Reports of 8 May 2024."""

import pytest
from spacy.tokens import Doc

from rashomon.comparing.stories.likeness import terms
from rashomon.reading.eventualities.told_days import ToldDays
from rashomon.reading.read import pipeline
from rashomon.records import Publication, Reason, Report

PUBLISHED = "2024-05-08"  # a Wednesday
NEWS = "2024-05-06/2024-05-08"


def read(text: str) -> Doc:
    doc = pipeline().make_doc(text)
    doc._.rashomon_report = Report("r", text, published=PUBLISHED)
    return pipeline()(doc)


ROWS = [
    ("Norvia shelled the depot in Tarm on Monday, killing four.", "shelled", "2024-05-06", "clause:", "own day"),
    ("Norvia shelled the depot in Tarm on Monday, killing four.", "killing", "2024-05-06", "sentence:", "participle"),
    ("The 2016 election angered Norvia.", "angered", None, "", "a noun's year is not the deed's"),
    ("Ministers discussed a truce signed in February.", "signed", "2024-02", "clause:", "a modifier has its own"),
    ("Ships left Tarm Tuesday, four days after gunmen stormed the port.", "stormed", "2024-05-03", "lapse:", "lapse"),
    ("Gunmen shelled Tarm on the night of 3-4 May.", "shelled", "2024-05-03/2024-05-04", "clause:", "a range"),
    ("Guards held the bridge from 11 to 13 April.", "held", "2024-04-11/2024-04-13", "clause:", "a range of three days"),
    ("The trial of Ann Berg opens on Friday.", "opens", "2024-05-10", "ahead:", "fixed to come"),
    ("Norvia will answer when Ann Berg arrives on Thursday.", "arrives", "2024-05-09", "ahead:", "when she arrives"),
    ("Norvia vowed to answer the Friday attack.", "vowed", "2024-05-07/2024-05-08", "", "the noun's weekday"),
    ("Troops met in early April 2023.", "met", "2023-04-01/2023-04-11", "clause:", "the part of the month"),
    ("Guards opened the gate this year.", "opened", "2024-01-01/2024-05-08", "clause:", "not after the report"),
    ("Ann Berg left. Norvia waited. Tarm slept. A nurse said on Monday that guards had beaten him.", "beaten", None,
          "earlier", "the telling's day is no day of what had been"),
    ("Protesters burned cars on Tuesday over the shooting of Leo Dahl.", "shooting", None, "", "a deed in a modifier"),
    ("Guards shot Leo Dahl dead on Friday.\nThe killing of Leo Dahl angered Tarm.", "killing", "2024-05-03",
     "same-death", "nobody dies twice"),
    ("A bomb fell on Sunday in Tarm. Firemen cleared the street.", "cleared", "2024-05-05", "scene:", "the scene's day"),
    ("A bomb fell on Sunday in Tarm. Norvia condemned the attack.", "condemned", "2024-05-05/2024-05-08", "said-after:",
     "what is said of a deed may be said later"),
    ("The mayor denied on Sunday that guards fell. He called it a lie.", "called", "2024-05-05", "scene:",
     "what is said next is of the same telling"),
    ("Norvia closed the port on Monday.\nMinisters welcomed the move.", "welcomed", NEWS, "news-day:", "the news"),
    ("Norvia closed the port on Monday.\nMinisters had opened it.", "opened", None, "", "what had been is no news"),
    ("Norvia closed the port on Monday.\nGuards say they fell.", "fell", None, "", "told again in the present"),
    ("Norvia closed the port on Monday.\nMinisters want a truce.", "want", "2024-05-07/2024-05-08", "now:published",
     "what is so as it is told"),
    ("Ann Berg said on Monday that Norvia wants a truce.", "wants", "2024-05-05/2024-05-06", "now:told:", "as is said"),
    ("Ann Berg joined the 1953 Club.", "joined", "2024-05-07/2024-05-08", "published", "a year in a name"),
    ("Ann Berg gave six talks of an hour beginning on Monday.", "gave", "2024-05-06", "clause:", "what opens a time"),
    ("The mayor gave news about Monday.", "gave", None, "", "what it was about"),
    ("Ann Berg left the hall the same evening as the vote.", "left", None, "unplaced:", "the vote's evening"),
    ("“Leo Dahl fell an hour ago,” a note read.", "fell", None, "unplaced:", "somebody's now"),
    ("“No guard was hurt last night,” Ann Berg said hours after the raid.", "hurt", None, "unplaced:", "another night"),
    ("“Gunmen shelled Tarm last night,” Ann Berg said.", "shelled", "2024-05-07", "clause:", "said as the news"),
    ("The ship sank hours after gunmen shelled it on Monday.", "sank", "2024-05-06/2024-05-07", "lapse:", "hours"),
    ("Leo Dahl signed it two days before his death on Friday.", "signed", "2024-05-01", "lapse:", "before a noun"),
    ("Leo Dahl died on Friday.\nHe signed it a day before his death.", "signed", "2024-05-02", "lapse:", "known death"),
    ("Last year's truce is in danger.", "is", "2024-05-07/2024-05-08", "now:published", "a longer time is its subject's alone"),
    ("Sunday's raid killed two.", "killed", "2024-05-05", "clause:", "the day of a raid is that of its killing"),
    ("Norvia mended the bridge before Monday.", "mended", None, "", "a bound is no day"),
    ("Divers found two men on Monday. Ten are missing.", "are", "2024-05-07/2024-05-08", "now:published",
     "how it stands is not of the scene"),
    ("Norvia closed the port on Monday and opened it on Tuesday. Guards left.", "left", "2024-05-07", "scene:",
     "the scene moves on"),
    ("Ann Berg toured Tarm on Monday. “Guards burned my house,” Leo Dahl said.", "burned", None, "none",
     "what is quoted as past is not of the scene"),
    ("“They came on Monday. They burned my house,” Leo Dahl said.", "burned", "2024-05-06", "scene:", "its own scene"),
    ("Ann Berg praised Monday's rescue.", "praised", "2024-05-07/2024-05-08", "published", "the rescue's day"),
    ("The page for 3 May was torn out.", "torn", "2024-05-07/2024-05-08", "published", "the day of a page"),
    ("Guards marched in Tarm against the law passed on Monday.", "marched", None, "not-of", "the law's day"),
    ("The talks planned for Monday never began.", "began", "2024-05-06", "sentence:", "what never began was of its day"),
    ("The talks planned for Monday were called off.", "called", None, "not-of", "a plan is called off before its day"),
    ("The ferry had been due to leave on Monday but did not sail.", "sail", "2024-05-06", "sentence:", "nor sailed"),
    ("The trial of Ann Berg is due to open on Friday.", "is", "2024-05-10", "ahead:", "what is due lies ahead"),
    ("The fair was due to begin later this month.", "was", "2024-05-08/2024-05-31", "sentence:", "and was due"),
    ("Gunmen attacked Tarm on Friday. Leo Dahl slept on the night before the attack.", "slept",
     "2024-05-02/2024-05-03", "lapse:", "a night before a deed that is dated"),
    ("A mill in Tarm burned on Friday. Leo Dahl slept on the night before the raid.", "slept", None, "unplaced:",
     "a night before a deed that is not"),
    ("A bus fell off a bridge near Tarm on Monday.\nAnn Berg said today that divers came at 7:10 p.m.", "came",
     "2024-05-06", "clause:", "an hour is of the day of the deed, not of its telling"),
    ("Pressure fell at 3:04 a.m. and rose at 3:58 a.m.", "rose", None, "none",
     "an hour without a day lends none"),
    ("The pump stood still on Monday evening. It broke at 3:04 a.m.", "broke", None, "unplaced:",
     "the small hours are of the day after an evening"),
    ("Guards met in May 2019. Leo Dahl slept in the evening.", "slept", None, "unplaced:", "a month is no day"),
    ("Norvia closed the port on Monday.\nGuards have opened it.", "opened", "2024-05-07/2024-05-08", "now:come-about",
     "what has come about"),
    ("Guards searched the port over the weekend.", "searched", "2024-05-04/2024-05-05", "clause:", "two days"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "day", "basis"), [r[:4] for r in ROWS], ids=[r[4] for r in ROWS])
def test_the_day_of_a_clause(text: str, word: str, day: str | None, basis: str) -> None:
    doc = read(text)
    found = ToldDays(doc).day(next(t for t in doc if t.text == word))
    assert found[0] == day
    assert str(found[1]).startswith(basis)


def test_on_a_sunday_last_week_is_the_one_just_past() -> None:
    text = "Guards searched the port last week."
    doc = pipeline().make_doc(text)
    doc._.rashomon_report = Report("r", text, published="2024-05-12")
    doc = pipeline()(doc)
    assert ToldDays(doc).day(doc[1])[0] == "2024-05-06/2024-05-12"


def test_a_report_whose_day_is_not_known_to_a_week_lends_none() -> None:
    text = "Guards hold the port of Tarm. Ministers met."
    doc = pipeline().make_doc(text)
    doc._.rashomon_report = Report("r", text)
    doc = pipeline()(doc)
    doc._.rashomon_published = Publication(None, "inferred", "2024-01-01", "2024-12-31")
    for word in ("hold", "met"):
        assert ToldDays(doc).day(next(t for t in doc if t.text == word))[0] is None


def test_what_has_not_happened_takes_no_lent_day() -> None:
    doc = read("Norvia closed the port on Monday.\nGuards may open it.")
    assert ToldDays(doc).day(next(t for t in doc if t.text == "open"), happened=False) == (
        None,
        Reason("now").then(Reason("undated"), ":"),
    )


def test_a_weekday_is_no_term_of_a_story() -> None:
    weighed = terms("", "Farmers in Tarm poured milk away on Wednesday in April.", (), None).weights
    assert not any("wednesday" in term or "april" in term for term in weighed)
