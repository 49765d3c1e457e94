"""What the tagger makes of newswire: own sentences, every time marked [as written|TIMEX3 value].

The type follows from the value (a part of the day or a clock: TIME; P…: DURATION) unless it is said: SET:P1Y.
The reports are of Friday 22 March 2013 (week 12) unless a row names another day.
"""

import re

import pytest
import spacy

from rashomon.reading.read import DEFAULT_MODEL
from rashomon.reading.times import find_times
from rashomon.records import Report

FRIDAY = "2013-03-22"
THURSDAY_1989 = "1989-10-26"

# marked text, why
ROWS = [
    # ------------------------------------------------------------------------------------ days of the week
    ("The minister resigned [Thursday|2013-03-21].", "weekday: latest"),
    ("Police said on [Friday|2013-03-22] they had found the car.", "weekday: the report's own day"),
    ("On [Monday|2013-03-18], rebels took the bridge.", "weekday: before its verb"),
    ("The trial is set to open on [Monday|2013-03-25].", "weekday: set to"),
    ("The council will meet on [Tuesday|2013-03-26] in Geneva.", "weekday: will"),
    ("He is scheduled to appear in court [Wednesday|2013-03-27].", "weekday: scheduled"),
    ("The ban stays in force until [Sunday|2013-03-24].", "weekday: until"),
    ("Ivo Maas, until [Sunday|2013-03-17] the head of the port, was arrested.", "weekday: what somebody was until then"),
    ("The road, until [Sunday|2013-03-17] the only way out, was cut.", "weekday: what something was until then"),
    ("The bank will, until [Sunday|2013-03-24] the latest, pay its owners.", "weekday: until, ahead"),
    ("Officials said the bridge would be reopened [Saturday|2013-03-23].", "weekday: would"),
    ("[Sunday|2013-03-17]'s attack killed nine soldiers.", "weekday: possessive stays outside"),
    ("The storm hit [last Friday|2013-03-15].", "weekday: last, on the same weekday"),
    ("The storm hit [last Tuesday|2013-03-19].", "weekday: last is the nearest past one"),
    ("The talks resume [next Wednesday|2013-03-27].", "weekday: next"),
    ("The army attacked [late Wednesday|2013-03-20].", "weekday: late"),
    ("It began [early Monday|2013-03-18], witnesses said.", "weekday: early"),
    ("Shots were heard [Tuesday night|2013-03-19TNI].", "weekday: part of day"),
    ("He spoke to reporters on [Thursday morning|2013-03-21TMO].", "weekday: morning"),
    ("The group met [last Friday night|2013-03-15TNI].", "weekday: last with part of day"),
    ("Aid arrived on [Monday of last week|2013-03-11].", "weekday: inside a named week"),
    ("The Sunday Times reported the deal.", "weekday: a newspaper's name"),
    ("Shops were full on [Black Friday|2012-11-23].", "holiday: Black Friday"),
    ("Fifteen people died on Bloody Sunday.", "weekday: a name of a massacre"),
    ("Shops close on [Sundays|SET:XXXX-WXX-7].", "set: plural weekday"),
    ("The bulletin appears [every Tuesday|SET:XXXX-WXX-2].", "set: every weekday"),
    # ------------------------------------------------------------------------------------ today and its like
    ("The court ruled [today|2013-03-22] that the law stands.", "today"),
    ("He was freed [yesterday|2013-03-21].", "yesterday"),
    ("The vote is [tomorrow|2013-03-23].", "tomorrow"),
    ("Shells fell on the port [last night|2013-03-21TNI].", "last night"),
    ("The leaders dine [tonight|2013-03-22TNI].", "tonight"),
    ("Prices rose [this morning|2013-03-22TMO].", "this morning"),
    ("He will speak [tomorrow night|2013-03-23TNI].", "tomorrow night"),
    ("The plane left [yesterday afternoon|2013-03-21TAF].", "yesterday afternoon"),
    ("USA Today quoted the aide.", "today: a newspaper's name"),
    ("He was seen [the day before yesterday|2013-03-20].", "two days off"),
    ("Troops moved in [overnight|2013-03-22TNI].", "overnight"),
    ("They agreed [earlier today|2013-03-22].", "earlier today"),
    ("They agreed [late yesterday|2013-03-21].", "late yesterday"),
    # ------------------------------------------------------------------------------------ full dates
    ("He was born on [February 24, 1955|1955-02-24].", "full date"),
    ("The pact of [Nov. 21, 1995|1995-11-21] ended the war.", "full date: short month"),
    ("It opened on [7 January 1997|1997-01-07].", "full date: day first"),
    ("It was signed on [the 17th of September, 1978|1978-09-17].", "full date: the nth of"),
    ("He died on [Tuesday, Oct. 24, 1989|1989-10-24].", "full date: with its weekday"),
    ("The file is dated [2013-03-18|2013-03-18].", "iso date"),
    ("The memo of [10-27-89|1989-10-27] was lost.", "slash date: newswire"),
    ("The invoice says [7/8/07|2007-07-08].", "slash date: month first"),
    ("The crash came on [9/11|2001-09-11], he said.", "named day"),
    # ------------------------------------------------------------------------------------ days and months without year
    ("The envoy was killed on [January 3|2013-01-03].", "month-day: nearest"),
    ("The summit opens on [April 9|2013-04-09].", "month-day: ahead"),
    ("He was shot dead on [Dec. 12|2012-12-12].", "month-day: across the year's end"),
    ("The [March 5|2013-03-05] protest turned violent.", "month-day: modifier"),
    ("The president declared [April 9|2013-04-09] as free of work.", "month-day: what is declared"),
    ("The council fixed [April 9|2013-04-09] as the day of the vote.", "month-day: what is fixed"),
    ("The council set [April 9|2013-04-09] for the vote.", "month-day: what is set"),
    ("He died [Dec. 12|2012-12-12] in Elm.", "month-day: right behind its verb"),
    ("They met on [11 December|2012-12-11].", "month-day: day first"),
    ("An [April 2nd|2013-04-02] deadline looms.", "month-day: ordinal"),
    ("The ship was seized on [Nov. 4|2012-11-04].", "month-day: a past verb overrules the nearest"),
    ("The deadline was extended to [Nov. 4|2012-11-04].", "month-day: half a year either way"),
    ("The law was passed in [January|2013-01].", "month: past"),
    ("The law will take effect in [May|2013-05].", "month: future"),
    ("Voting was held in [October|2012-10].", "month: last year's"),
    ("He has been in jail since [June|2012-06].", "month: since"),
    ("Elections are due in [September|2013-09].", "month: due"),
    ("The law took effect in [January 2005|2005-01].", "month-year"),
    ("It rose in [August, 1991|1991-08].", "month-year: comma"),
    ("[Last January|2013-01], the bank failed.", "month: last is the nearest past one"),
    ("He resigned in [October of last year|2012-10].", "month of last year"),
    ("The plant will open in [early May|2013-05].", "month: early"),
    ("It was due in [mid-January|2013-01].", "month: mid"),
    ("Snow fell at [the end of February|2013-02].", "month: end of"),
    ("She may resign.", "may the verb"),
    ("May I come in?", "may opens a question"),
    ("Thousands march in the capital.", "march the verb"),
    ("The March of Dimes raised money.", "March in a name"),
    # ------------------------------------------------------------------------------------ years, decades, centuries
    ("The war ended in [1988|1988].", "year"),
    ("The [1991|1991] agreement still holds.", "year: modifier"),
    ("Output doubled between [2009|2009] and [2011|2011].", "year: two"),
    ("He won in [late 1989|1989].", "year: late"),
    ("The phone is due in [mid-2014|2014].", "year: mid"),
    ("They fled at [the end of 1999|1999].", "year: end of"),
    ("About 2,000 people fled.", "number with comma"),
    ("The town has 1988 people.", "number of people"),
    ("It cost $2008.", "money"),
    ("Flight 1549 landed.", "flight number"),
    ("Rock ruled in [the 1960s|196].", "decade"),
    ("Inflation soared in [the early 1980s|198].", "decade: early"),
    ("The style of [the mid-1990s|199] is back.", "decade: mid"),
    ("Crime rose in [the '70s|197].", "decade: apostrophe"),
    ("The firm grew in [the nineties|199].", "decade: word"),
    ("He is in his 60s.", "decade: an age"),
    ("The fort is from [the 16th century|15].", "century"),
    ("Life in [the early 20th century|19] was hard.", "century: early"),
    ("The class of [fiscal 1990|1990] did well.", "fiscal year"),
    ("Profit rose in [fiscal year 2012|2012].", "fiscal year: year"),
    # ------------------------------------------------------------------------------------ quarters, halves, seasons
    ("Sales fell in [the fourth quarter|2012-Q4].", "quarter: latest"),
    ("Net income rose in [the first quarter of 2012|2012-Q1].", "quarter of year"),
    ("The bank posted a [third-quarter|2012-Q3] loss.", "quarter: hyphen"),
    ("Growth was slow [last quarter|2012-Q4].", "quarter: last"),
    ("It expects a loss [this quarter|2013-Q1].", "quarter: this"),
    ("Orders jumped in [Q4 2011|2011-Q4].", "quarter: Q4"),
    ("The home side drew level with 6:00 minutes remaining in the third quarter.", "quarter: by the clock of a match"),
    ("She kicked it with 10:03 to play in the second quarter.", "quarter: by the clock of a match"),
    ("Little cash was left in [the third quarter|2012-Q3].", "quarter: cash is left, no time of a match"),
    ("The bank had two tellers remaining in [the third quarter|2012-Q3].", "quarter: tellers remain"),
    ("A fumble cost them. The quarterback sat at halftime. They led in the third quarter.", "quarter: of a match told"),
    (
        "A fumble cost them. The quarterback sat at halftime. The club's revenue rose in [the third quarter|2012-Q3].",
        "quarter: of business, in a report of a match",
    ),
    ("Output fell in [the second half of last year|2012-H2].", "half of last year"),
    ("Prices peaked in [the first half of 1989|1989-H1].", "half of year"),
    ("Three quarters of the crop was lost.", "quarters: a fraction"),
    ("He left in [the summer of 1998|1998-SU].", "season of year"),
    ("Protests began in [fall 2011|2011-FA].", "season and year"),
    ("They have been at war since [last summer|2012-SU].", "season: last"),
    ("The treaty will be signed [this spring|2013-SP].", "season: this"),
    ("Prices rose in [the winter|2012-WI].", "season: latest"),
    ("Prices fall when demand is weak.", "fall the verb"),
    ("The Arab Spring spread fast.", "season in a name"),
    # ------------------------------------------------------------------------------------ last, this, next
    ("The strike began [last week|2013-W11].", "last week"),
    ("Two firms closed [last month|2013-02].", "last month"),
    ("It made a profit [last year|2012].", "last year"),
    ("[This year|2013]'s fair was small.", "this year"),
    ("The tour ends [next month|2013-04].", "next month"),
    ("The plan starts [next year|2014].", "next year"),
    ("He arrived [earlier this week|2013-W12].", "earlier this week"),
    ("The ship sails [later this month|2013-03].", "later this month"),
    ("Talks are due [early next year|2014].", "early next year"),
    ("Fires raged [last weekend|2013-W11-WE].", "last weekend"),
    ("Talks failed over [the weekend|2013-W11-WE].", "the weekend"),
    ("It fell in [the past year|P1Y].", "the past year is a length"),
    ("It doubled over [the past decade|P1DE].", "the past decade is a length"),
    ("Prices rose in [the last three months|P3M].", "the last n"),
    ("It will take effect in [the next six months|P6M].", "the next n"),
    ("Things improved in [the past few weeks|PXW].", "the past few"),
    ("They fought in [recent years|PAST_REF].", "recent years"),
    ("More is to come in [the coming months|FUTURE_REF].", "the coming months"),
    ("Rain is likely by [the end of the year|2013].", "end of the year"),
    ("He came at [the beginning of the month|2013-03].", "beginning of the month"),
    ("[The current year|2013] is bad.", "the current year"),
    # ------------------------------------------------------------------------------------ ago, earlier, later
    ("The camp was set up [five days ago|2013-03-17].", "days ago"),
    ("He left office [two years ago|2011].", "years ago"),
    ("They met [three weeks ago|2013-W09].", "weeks ago"),
    ("It opened [six months ago|2012-09].", "months ago"),
    ("It began [a year ago|2012].", "a year ago"),
    ("He retired [more than a decade ago|200].", "more than a decade ago"),
    ("The two met [a few days ago|PAST_REF].", "a few days ago"),
    ("It was built [years ago|PAST_REF].", "years ago, bare"),
    ("It closed [long ago|PAST_REF].", "long ago"),
    ("They wed on [June 2, 2001|2001-06-02]. [Two days later|2001-06-04] he left.", "days later"),
    ("The reactor blew up in [1986|1986]. [Five years later|1991] the state fell.", "years later"),
    ("It struck on [May 4, 1999|1999-05-04]; [the next day|1999-05-05] aid came.", "the next day"),
    ("It struck on [May 4, 1999|1999-05-04]. [That day|1999-05-04] nine died.", "that day"),
    ("He won in [1996|1996] and lost [the following year|1997].", "the following year"),
    ("[Hours later|PTXH], the bridge fell.", "hours later"),
    # ------------------------------------------------------------------------------------ lengths
    ("He served [four years|P4Y] in prison.", "length"),
    ("They signed a [27-year|P27Y] contract.", "length: hyphen"),
    ("The flight took [12 hours|PT12H].", "length: hours"),
    ("It failed after [thirty minutes|PT30M].", "length: number word"),
    ("The siege lasted [nearly three years|P3Y].", "length: nearly"),
    ("It takes [at least two weeks|P2W].", "length: at least"),
    ("He spent [more than 20 years|P20Y] there.", "length: more than"),
    ("They waited for [several months|PXM].", "length: several"),
    ("They waited for [a few hours|PTXH].", "length: a few"),
    ("He spoke for [half an hour|PT30M].", "length: half an hour"),
    ("It ran for [a year and a half|P1.5Y].", "length: a year and a half"),
    ("It has been closed for [years|PXY].", "length: bare plural"),
    ("It was a [decades-long|PXDE] feud.", "length: decades-long"),
    ("A [yearlong|P1Y] inquiry found nothing.", "length: yearlong"),
    ("They talked [all day|P1D].", "length: all day"),
    ("He stayed [two decades|P2DE].", "length: decades"),
    ("The talks lasted [two or three days|P3D].", "length: two or three"),
    ("They have had [twenty-five years|P25Y] of peace.", "length: compound number word"),
    ("They must reply within [48 hours|PT48H].", "length: within"),
    ("He won [a day|P1D] after the coup.", "length: a day after"),
    ("The 25-year-old driver fled.", "an age is no length here"),
    ("A six-month-old baby survived.", "an age in months"),
    ("For [the first nine months|P9M], it lost money.", "length: the first nine months"),
    ("The second attempt failed.", "second the ordinal"),
    ("It lasted [ten seconds|PT10S].", "seconds"),
    ("They reached working hours by bus.", "hours that are no time"),
    # ------------------------------------------------------------------------------------ sets
    ("The army shells the town [daily|SET:P1D].", "daily"),
    ("The [annual|SET:P1Y] fair opens.", "annual"),
    ("Profits grew 5% [a year|SET:P1Y].", "a year after a percentage"),
    ("The trade is worth $20 billion [a year|SET:P1Y].", "a year after an amount"),
    ("They meet [twice a week|SET:P1W].", "twice a week"),
    ("Rents rise [every year|SET:P1Y].", "every year"),
    ("Polls are held [every four years|SET:P4Y].", "every n years"),
    ("Some 300 are killed [each month|SET:P1M].", "each month"),
    ("The Arab Weekly said so.", "Weekly in a newspaper's name"),
    ("The Daily Telegraph said so.", "Daily in a newspaper's name"),
    ("It pays a [quarterly|SET:P1Q] dividend.", "quarterly"),
    # ------------------------------------------------------------------------------------ times of day
    ("The blast came at [8:15 a.m.|2013-03-22T08:15]", "clock: a.m."),
    ("It struck at [18:00 GMT|2013-03-22T18:00Z].", "clock: zone"),
    ("Polls close at [9 p.m. EST|2013-03-22T21:00].", "clock: EST"),
    ("He was shot at [2 p.m. Monday|2013-03-18T14:00].", "clock and weekday"),
    ("He was shot at [11 a.m. on Thursday|2013-03-21T11:00].", "clock on weekday"),
    ("The truce began at [noon|2013-03-22T12:00].", "noon"),
    ("It began at [midnight Tuesday|2013-03-19T24:00].", "midnight and weekday"),
    ("The quake hit at [0735 GMT|2013-03-22T07:35Z].", "military clock"),
    ("He rose at [six o'clock|2013-03-22T06:00].", "o'clock"),
    ("They won 3:15.", "a score"),
    ("Shops shut on [the morning of May 9|2013-05-09TMO].", "the morning of"),
    # ------------------------------------------------------------------------------------ vague
    ("The plant is [now|PRESENT_REF] closed.", "now"),
    ("She [currently|PRESENT_REF] lives in Oslo.", "currently"),
    ("He [recently|PAST_REF] moved.", "recently"),
    ("He has been ill [lately|PAST_REF].", "lately"),
    ("We made errors in [the past|PAST_REF].", "the past"),
    ("No vote is planned in [the near future|FUTURE_REF].", "the near future"),
    ("Who knows what [the future|FUTURE_REF] holds?", "the future"),
    ("[These days|PRESENT_REF] it is quiet.", "these days"),
    ("There is no plan at [the moment|PRESENT_REF].", "the moment"),
    ("She is the past president.", "past the adjective"),
    # ------------------------------------------------------------------------------------ holidays
    ("Stores were full on [Christmas Day|2012-12-25].", "Christmas Day"),
    ("He was born on [New Year's Eve|2012-12-31].", "New Year's Eve"),
    ("Crowds came for [Easter|2013-03-31].", "Easter: computed"),
    ("They meet on [Thanksgiving|2012-11-22].", "Thanksgiving: computed"),
    # ------------------------------------------------------------------------------------ longer newswire habits
    ("He could not be reached for comment [Sunday|2013-03-17].", "weekday: could not be reached is past"),
    ("The mayor rejected the plan [Monday|2013-03-18].", "weekday: plan the noun is no cue"),
    ("United Airlines on [Tuesday|2013-03-19] cut fares.", "weekday: United is no past form"),
    ("The siege is expected to last [six to eight weeks|P8W].", "last the verb"),
    ("We will know in [the next day or two|P2D].", "length: the next day or two"),
    ("He has been here for [2 1/2 years|P2.5Y].", "length: a fraction"),
    ("They signed a [two-and-a-half-year|P2.5Y] lease.", "length: hyphens all through"),
    ("They met in a [four-day|P4D] session.", "length: the article of a noun stays outside"),
    ("They put in [40 hours|PT40H] [a week|SET:P1W].", "set: hours a week"),
    ("[Every few weeks|SET:PXW] it rains.", "set: every few weeks"),
    ("[Some time ago|PAST_REF] he quit.", "some time ago"),
    ("[Half an hour later|PT30M], fire broke out.", "half an hour later"),
    ("At [year end|2013], it had nine ships.", "year end"),
    ("By [year's end|2013] it will have ten.", "year's end"),
    ("In [the latest quarter|2012-Q4], it lost money.", "the latest quarter"),
    ("It fell on [May 4, 1999|1999-05-04]. [That same week|1999-W18], a dam broke.", "that same week"),
    ("In [1995-96|1995/1996], output fell.", "a span of two years"),
    ("The law changed over [the years|PXY].", "over the years"),
    ("In [previous years|PAST_REF], they fought.", "previous years"),
    ("In its [first two months|P2M] in office, it fell.", "its first two months"),
    ("The [Sept. 11|2001-09-11] attacks changed it.", "Sept. 11 attacks"),
    ("It fell on [May 4, 1999|1999-05-04] and closed on [the 9th|1999-05-09].", "a day's number alone"),
    ("A 24-year-old man was held for [36 hours|PT36H].", "an age beside a length"),
    ("It flew at 500 miles an hour.", "a speed is no time"),
    ("It blew up on [Monday|2013-03-18], near [10:45 p.m.|2013-03-18T22:45]", "clock: of the day just named"),
    ("He led [last week|2013-W11]. She led [the week before|2013-W10].", "the week before"),
    ("The council sat on [May 7, 1997|1997-05-07]. It met again [a week later|1997-W20].", "a week later"),
    ("On [the night of Dec. 3, 1984|1984-12-03TNI], gas leaked.", "the night of a date"),
    ("He comes [two weeks from now|2013-W14].", "from now"),
    ("Prices fell [this past week|2013-W11].", "this past week"),
    ("The club meets at [night|XXXX-XX-XXTNI].", "at night"),
    ("Half of the firms closed in [the last decade|P1DE].", "the last decade"),
    ("It is the worst crash of [this century|20].", "this century"),
    ("He plans a visit in [the second quarter of next year|2014-Q2].", "quarter of next year"),
    ("It cut [semiannual|SET:P6M] dues.", "semiannual"),
    ("A [month-long|P1M] truce held.", "month-long"),
    ("A [half-century|P50Y] of peace ended.", "half-century"),
    ("Oil rose in [the spring of 2011|2011-SP].", "spring of year"),
    ("By [Wednesday|2013-03-20] it was over.", "weekday: by, told as past"),
    ("He is to appear in court [Monday|2013-03-25].", "weekday: is to"),
    ("Rallies were banned ahead of [Sunday|2013-03-24]'s vote.", "weekday: ahead of"),
    ("Starting [Monday|2013-03-25], fares rise.", "weekday: starting"),
    ("It may come as soon as [Tuesday|2013-03-26].", "weekday: as soon as"),
    ("He took office [two weeks ago Tuesday|2013-03-05].", "weeks ago, with its weekday"),
    ("He died [a year ago today|2012-03-22].", "a year ago today"),
    ("The court sits on [the first Monday in October|2012-10-01].", "the nth weekday of a month"),
    ("It runs from [May|2013-05] to [July|2013-07].", "month: the end of a range follows its start"),
    ("The [Aug. 7|2012-08-07] bombings killed 224.", "month-day: an event's name"),
    ("The last week of the month was dry.", "the last week of something"),
    ("They drove into the early hours of [Saturday|2013-03-16].", "the early hours"),
    # ------------------------------------------------------------------------------------ anniversaries
    (
        "The city marks the first anniversary of the bombing of the market by rebels on [April 2|2012-04-02].",
        "anniversary: the event is a year before the coming day",
    ),
    ("The 10th anniversary of the invasion falls on [March 20|2013-03-20].", "anniversary: the day to come itself"),
    # ------------------------------------------------------------------------------------ how markets date things
    ("Profit of the insurer doubled in [fiscal 2012|2012].", "fiscal year, before its number"),
    ("The grower lost money in [the 2013 fiscal year|2013].", "fiscal year, after its number"),
    ("Exports were flat in [calendar 2012|2012].", "calendar year"),
    ("Orders fell against [the previous quarter|2012-Q4].", "previous quarter, with nothing spoken of before"),
    ("Output fell 3 percent from [the prior year|2012].", "prior year, with nothing spoken of before"),
    ("He came on [Monday|2013-03-18]. [The preceding week|2013-W11] he had been ill.", "preceding week, of the day before"),
    ("He came on [Monday|2013-03-18]. [The next day|2013-03-19] he left.", "next day, of the day before"),
    ("The firm employs 400, and it'll open a mine in [June|2013-06].", "month: 'll looks ahead"),
    ("The mine was closed for a [quarter century|P25Y].", "quarter century"),
    ("The mine was closed for [a year-and-a-half|P1.5Y].", "a year and a half, joined up"),
    ("Output rose in the second half of a long decade.", "half of what is no year"),
    ("[The weekend|2013-W11-WE] was calm in the harbour.", "weekend that opens a sentence"),
    ("The statement of [22.03.2013|2013-03-22] was withdrawn.", "points: the day goes first"),
    ("[Mar 22, 2013|2013-03-22] [04:15 PM|2013-03-22T16:15] and all is well.", "a stamp"),
    ("Two scandals mar 3 of his wins.", "mar the verb"),
    ("The yield of the [10-year|P10Y] bond fell to 2 percent.", "a bond's length"),
    ("The kiosk is open [24 hours|PT24H] [a day|SET:P1D].", "hours a day"),
    ("Prices are higher than at [year-end|2013].", "year-end"),
    ("The board meets [twice a year|SET:P1Y] and the union [every other month|SET:P2M].", "times a unit, every other"),
]  # fmt: skip
EARLIER_ROWS = [
    ("The company said [third-quarter|1989-Q3] profit rose.", "quarter: just ended"),
    ("In [the year-earlier quarter|1988-Q3], it lost money.", "the year-earlier quarter"),
    ("[Third-quarter|1989-Q3] net was $2 million, up from $1 million [a year earlier|1988-Q3].", "a year earlier"),
    ("It expects a loss in [the fourth quarter|1989-Q4].", "quarter: the one that has begun"),
    ("The notes are due in [1994|1994].", "year ahead"),
    ("Shares fell [yesterday|1989-10-25].", "yesterday"),
    ("In [October 1987|1987-10], stocks crashed.", "month-year"),
    ("[10-year|P10Y] notes rose.", "a note's term"),
    ("Bonds due [Nov. 15|1989-11-15] were sold.", "due"),
    ("The yield on [six-month|P6M] bills fell.", "six-month"),
    ("The meeting is set for [Dec. 1|1989-12-01].", "set for"),
    ("On [Oct. 13|1989-10-13] the market fell.", "month-day: two weeks back"),
]  # fmt: skip


def unmark(marked: str) -> tuple[str, list[tuple[int, int, str, str]]]:
    """Take the marks out and give the text with the (start, end, type, value) that they stood for."""
    text, rows, at = "", [], 0
    for mark in re.finditer(r"\[([^\]|]*)\|([^\]]*)\]", marked):
        text += marked[at : mark.start()]
        value = mark[2]
        if value.startswith("SET:"):
            kind, value = "SET", value[4:]
        elif re.match(r"P[\dXT]", value):
            kind = "DURATION"
        else:
            kind = "TIME" if re.search(r"[\dX]T", value) else "DATE"
        rows.append((len(text), len(text) + len(mark[1]), kind, value))
        text += mark[1]
        at = mark.end()
    return text + marked[at:], rows


@pytest.mark.parametrize(("marked", "why"), ROWS, ids=[why for _, why in ROWS])
def test_newswire(marked: str, why: str) -> None:
    text, expected = unmark(marked)
    assert [(t.start, t.end, t.type, t.value.removeprefix("FY")) for t in find_times(text, FRIDAY)] == expected, why


@pytest.mark.parametrize(("marked", "why"), EARLIER_ROWS, ids=[why for _, why in EARLIER_ROWS])
def test_newswire_of_1989(marked: str, why: str) -> None:
    text, expected = unmark(marked)
    assert [(t.start, t.end, t.type, t.value) for t in find_times(text, THURSDAY_1989)] == expected, why


def test_a_parse_changes_none_of_them() -> None:
    nlp = spacy.load(DEFAULT_MODEL, exclude=["ner"])
    nlp.add_pipe("rashomon_times")
    texts = [unmark(marked) for marked, _ in ROWS]
    docs = []
    for text, _ in texts:
        doc = nlp.make_doc(text)
        doc._.rashomon_report = Report("r", text, published=FRIDAY)
        docs.append(doc)
    for doc, (text, expected) in zip(nlp.pipe(docs), texts, strict=True):
        rows = [(t.start, t.end, t.type, t.value.removeprefix("FY")) for t in doc._.rashomon_times]
        assert rows == expected, text
