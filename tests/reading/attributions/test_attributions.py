"""Attributions: source, cue and content on sentences written for the purpose."""


# fmt: off

from functools import cache
from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.reading import pipeline
from rashomon.reading.attributions import attributions
from rashomon.reading.attributions.finding import nesting
from rashomon.reading.attributions.quotes import quotes
from rashomon.records import Attribution, Region
from steps import steps


@cache
def read(text: str) -> tuple[Attribution, ...]:
    rows: tuple[Attribution, ...] = pipeline()(text)._.rashomon_attributions
    return rows


def shown(text: str) -> list[tuple[str, str]]:
    """Source and content of each attribution, pieces joined by " … "."""
    return [
        (" … ".join(text[a:b] for a, b in row.source), " … ".join(text[a:b] for a, b in row.content))
        for row in read(text)
    ]


TABLE = [
    ("The minister said that the bridge would open in May.", "The minister", "that the bridge would open in May", "that-clause"),
    ("The minister said the bridge would open in May.", "The minister", "the bridge would open in May", "bare clause"),
    ("The minister explained why the bridge was closed.", "The minister", "why the bridge was closed", "wh-clause"),
    ("The minister asked whether the bridge was closed.", "The minister", "whether the bridge was closed", "whether-clause"),
    ("The union urged its members to stay at home.", "The union", "to stay at home", "infinitive after an object"),
    ("The union promised to stay at home.", "The union", "to stay at home", "infinitive"),
    ("The senator criticised the new budget.", "The senator", "the new budget", "noun object"),
    ("The ministry announced the opening of the bridge.", "The ministry", "the opening of the bridge", "noun object of announce"),
    ("The senator described the plan as a trap.", "The senator", "the plan as a trap", "described as"),
    ("The senator called the plan a trap.", "The senator", "the plan a trap", "called"),
    ("Sweden accused the company of bribery.", "Sweden", "the company of bribery", "accused of"),
    ("The union called for a strike.", "The union", "a strike", "called for"),
    ("The port authority still put the toll at 31.", "The port authority", "the toll at 31", "still put"),
    ("The firm admitted for the first time that it had known.", "The firm", "that it had known", "admitted"),
    ("The mayor warned against any rash step.", "The mayor", "any rash step", "warned against"),
    ("The poll shows that voters distrust the mayor.", "The poll", "that voters distrust the mayor", "evidence verb"),
    ("Voters believe that the mayor is honest.", "Voters", "that the mayor is honest", "belief"),
    ("The company wants to close the mine.", "The company", "to close the mine", "wish"),
    ("The company hopes to close the mine.", "The company", "to close the mine", "hope"),
    ("The bridge will open in May, according to Anna Berg.", "Anna Berg", "The bridge will open in May", "according to, at the end"),
    ("According to Anna Berg, the bridge will open in May.", "Anna Berg", "the bridge will open in May", "according to, in front"),
    ("In the words of Anna Berg, the bridge is a ruin.", "Anna Berg", "the bridge is a ruin", "in the words of"),
    ("The bridge, she said, would open in May.", "she", "The bridge … would open in May", "set into the clause"),
    ("The bridge is safe, experts say.", "experts", "The bridge is safe", "tag at the end"),
    ("The governor repeated his statement that the bridge was safe.", "The governor", "that the bridge was safe", "noun with a light verb"),
    ("The senator's warning that the bridge was unsafe came late.", "The senator", "that the bridge was unsafe", "noun with a possessor"),
    ("Anna Berg, who said the bridge was unsafe, left the room.", "who", "the bridge was unsafe", "relative clause"),
    ("The bridge reportedly closed in May.", "", "The bridge … closed in May", "reportedly"),
    ("The mayor is expected to resign.", "", "The mayor … to resign", "passive without a source"),
    ("The mayor was accused of fraud by the auditors.", "the auditors", "The mayor … fraud", "passive with an agent"),
    ("Berg said the bridge was closed and warned that the road would follow.", "Berg", "that the road would follow", "second verb, first subject"),
    ("Berg said the bridge was closed, adding that the road would follow.", "Berg", "that the road would follow", "adding"),
    ("Berg condemned what he called a breach of the law.", "Berg", "what he called a breach of the law", "free relative as an object"),
    ("The union called for the bridge to be closed.", "The union", "the bridge to be closed", "called for with an infinitive"),
    ("The mayor endorsed Anna Berg, who left the party in May.", "The mayor", "Anna Berg", "an aside is the reporter's"),
    ("The mayor attacked Anna Berg for refusing to resign.", "Anna Berg", "to resign", "for and a participle is the object's"),
    ("He’s called for big cuts in the budget.", "He", "big cuts in the budget", "has, not is"),
    ("The senator on Monday said the bridge was closed.", "The senator", "the bridge was closed", "the day is not who"),
    ("The senator doubled down on his attacks on the mayor.", "The senator", "the mayor", "the subject behind his"),
    ("In a debate this weekend in Elm, Anna Berg, the chair of the Port League, angrily told a man that the bridge was closed.",
     "Anna Berg, the chair of the Port League", "that the bridge was closed", "an adverb behind the apposition"),
    ("Anna Berg issued a statement calling the plan a mistake.", "Anna Berg", "the plan a mistake", "the issuer of a statement"),
    ("The mayor's statement condemning the attack came late.", "The mayor", "the attack", "the possessor of a statement"),
    ("In turn, journalist and political analyst Anna Berg said that the bridge was closed.", "journalist and political analyst Anna Berg", "that the bridge was closed", "two roles and a name"),
    ("A political source told the paper that the minister met the leaders and asked them to stay at home.", "A political source", "that the minister met the leaders and asked them to stay at home", "those whom the content tells of"),
    ("Berg added, “The bridge is closed,” stressing that nobody may cross it.", "Berg", "that nobody may cross it", "a participle behind the quotation"),
    ("“The bridge is closed,” said former minister Anna Berg.", "former minister Anna Berg", "“The bridge is closed,”", "an adjective before the name"),
    ("The family, friends and neighbours said that the bridge was closed.", "The family", "that the bridge was closed", "a list of subjects"),
    ("His ex-wife said that the bridge was closed.", "His ex-wife", "that the bridge was closed", "a hyphen in who speaks"),
    ("Berg expressed his regret at the closing of the bridge.", "Berg", "the closing of the bridge", "regret at"),
    ("The council gave Anna Berg a medal for saying that the bridge was closed.", "Anna Berg", "that the bridge was closed", "for and a participle is the receiver's"),
    ("Anna Berg, in a later meeting with the mayor, said that the bridge was closed.", "Anna Berg", "that the bridge was closed", "an occasion is not who"),
    ("Anna Berg released a letter that says the bridge is closed.", "Anna Berg", "the bridge is closed", "who released what says so"),
    ("Asked whether the bridge was closed, Berg said it was.", "", "whether the bridge was closed", "asked by nobody named"),
]

QUOTED = [
    ("“The bridge is closed,” Berg said.", "Berg", "“The bridge is closed,”", "tag after"),
    ("“The bridge is closed,” said Berg.", "Berg", "“The bridge is closed,”", "inverted tag"),
    ("“The bridge is closed,” said Anna Berg, the mayor of the town.", "Anna Berg, the mayor of the town", "“The bridge is closed,”", "inverted tag, apposition"),
    ("“The bridge is closed,” Anna Berg, the mayor, said.", "Anna Berg, the mayor", "“The bridge is closed,”", "apposition, then the verb"),
    ("Berg said: “The bridge is closed.”", "Berg", "“The bridge is closed.”", "colon before"),
    ("Berg told reporters, “The bridge is closed.”", "Berg", "“The bridge is closed.”", "comma before"),
    ("“The bridge is closed,” Berg said. “Nobody may cross it.”", "Berg", "“The bridge is closed,” … “Nobody may cross it.”", "two pieces"),
    ("“The bridge,” Berg said, “is closed to everybody.”", "Berg", "“The bridge,” … “is closed to everybody.”", "cut in the middle"),
    ('"The bridge is closed," Berg said.', "Berg", '"The bridge is closed,"', "straight marks"),
    ("''The bridge is closed,'' Berg said.", "Berg", "''The bridge is closed,''", "doubled single marks"),
    ("‘The bridge is closed,’ Berg said.", "Berg", "‘The bridge is closed,’", "single marks"),
    ("«The bridge is closed», Berg said.", "Berg", "«The bridge is closed»", "angle marks"),
    ("“The bridge is closed,“ Berg said.", "Berg", "“The bridge is closed,“", "closed by an opening mark"),
    ("“The bridge is closed,” mused Anna Berg.", "Anna Berg", "“The bridge is closed,”", "a verb seldom used so"),
    ("“The bridge is closed. Nobody may cross it. We are sorry,” Berg said.", "Berg", "“The bridge is closed. Nobody may cross it. We are sorry,”", "several sentences"),
    ("Berg has since apologised: “The bridge was closed by mistake.”", "Berg", "“The bridge was closed by mistake.”", "any verb in the perfect before a colon"),
    ("“At the time the bridge was closed, “Berg told the paper.", "Berg", "“At the time the bridge was closed, “", "a closing mark that leans the wrong way"),
    ("“The bridge is closed.” — Anna Berg", "Anna Berg", "“The bridge is closed.”", "signature"),
    ("Berg: Town will rebuild the old bridge\n\nThe town has a plan.", "Berg", "Town will rebuild the old bridge", "headline colon"),
    ("Old bridge will close in May: officials\n\nThe town has a plan.", "officials", "Old bridge will close in May", "source after a headline"),
    ("BERG: The bridge is closed.\nHOLM: For how long?\n", "HOLM", "For how long?", "transcript"),
    ("Berg said the bridge was “closed for ever” on Monday.", "Berg", "the bridge was “closed for ever” on Monday", "mixed"),
]


@pytest.mark.parametrize(("text", "source", "content", "why"), TABLE + QUOTED, ids=[r[3] for r in TABLE + QUOTED])
def test_source_and_content(text: str, source: str, content: str, why: str) -> None:
    assert any(s == source and c.strip(".") == content.strip(".") for s, c in shown(text)), shown(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Commenting on the plan, the mayor left the room.", "what is spoken of is not said"),
        ("People seeking seats in the council crowded the hall.", "who is meant"),
        ("Firms that oppose the plan left the town.", "which is meant"),
    ],
    ids=lambda case: case[:40],
)
def test_no_saying(text: str, why: str) -> None:
    assert shown(text) == [], why


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The bridge is closed,” Berg said.", "direct"),
        ("Berg said the bridge was “closed for ever” on Monday.", "mixed"),
        ("Berg said the bridge was closed.", "indirect"),
    ],
)
def test_kind_of_quotation(text: str, kind: str) -> None:
    assert read(text)[0].quote == kind


@pytest.mark.parametrize(
    ("text", "negated", "hypothetical"),
    [
        ("Berg said the bridge was closed.", False, False),
        ("Berg did not say that the bridge was closed.", True, False),
        ("Berg never said that the bridge was closed.", True, False),
        ("Nobody said that the bridge was closed.", True, False),
        ("No official said that the bridge was closed.", True, False),
        ("The office has not issued any statement about the bridge.", True, False),
        ("Berg would say that the bridge was closed.", False, True),
        ("If Berg says that the bridge is closed, the road will follow.", False, True),
    ],
)
def test_stance(text: str, negated: bool, hypothetical: bool) -> None:
    row = read(text)[0]
    assert (row.negated, row.hypothetical) == (negated, hypothetical)


@pytest.mark.parametrize(
    ("text", "polarity", "lemma"),
    [
        ("Berg said the bridge was closed.", "assert", "say"),
        ("Berg denied that the bridge was closed.", "deny", "deny"),
        ("Berg demanded that the bridge be closed.", "demand", "demand"),
        ("Berg urged the town to close the bridge.", "demand", "urge"),
        ("Berg warned that the bridge was unsafe.", "warn", "warn"),
        ("Berg doubted that the bridge was safe.", "doubt", "doubt"),
        ("Berg pointed out that the bridge was safe.", "assert", "point out"),
        ("Diallo called the vote a sham.", "assert", "call"),
        ("Diallo called the visit of the new envoy a “turning point” for both.", "assert", "call"),
        ("Diallo called for talks.", "demand", "call"),
    ],
)
def test_polarity_and_lemma(text: str, polarity: str, lemma: str) -> None:
    assert (read(text)[0].polarity, read(text)[0].lemma) == (polarity, lemma)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Berg told Al-Hurra that the bridge was closed.", "Al-Hurra"),
        ("Berg said in an interview with Reuters that the bridge was closed.", "Reuters"),
        ("Berg told the council that the bridge was closed.", "the council"),
        ("Berg said that the bridge was closed.", None),
    ],
)
def test_channel(text: str, told: str | None) -> None:
    doc = pipeline()(text)
    mentions = {m.id: text[m.start : m.end] for m in doc._.rashomon_mentions}
    row = doc._.rashomon_attributions[0]
    assert (mentions[row.channel] if row.channel else None) == told


VOICES = [
    ("“We will stay,” Ann Berg, the minister for trade, said on Monday.", "Ann Berg, the minister for trade", "a name before its apposition"),
    ("“We will stay,” Berg, a friend of the mayor, said Monday in the harbour.", "Berg, a friend of the mayor", "a day is no source"),
    ("Commenting on the strike, Ann Berg, professor of law, told The Harbour Post that the boats would stay.", "Ann Berg, professor of law", "who is told is no source"),
    ("Berg, a top aide said, is confident that the vote will be fair.", "a top aide", "a tag set into a sentence"),
    ("Berg herself said that the harbour was closed.", "Berg", "herself is left out"),
    ("The debate in the harbour is also quiet - Ann Berg has vowed to reopen the mine.", "Ann Berg", "behind a dash"),
    ("A fisherman of the “Harbour Union” said that the boats were late.", "A fisherman of the “Harbour Union”", "marks in pairs"),
    ("Berg toned down her criticism of the council.", "Berg", "the pronoun that holds the noun takes up the subject"),
    ("Journalist and analyst Ann Berg said that the harbour was closed.", "Journalist and analyst Ann Berg", "two roles, one name"),
]


@pytest.mark.parametrize(("text", "source", "why"), VOICES, ids=[row[2] for row in VOICES])
def test_the_voice_is_whose_words_they_are(text: str, source: str, why: str) -> None:
    assert source in [who for who, _ in shown(text)], (why, shown(text))
    assert not {"Monday", "The Harbour Post"} & {who for who, _ in shown(text)}


def test_two_roles_with_one_name_are_that_person() -> None:
    doc = pipeline()("Journalist and analyst Ann Berg said that the harbour was closed.")
    row = doc._.rashomon_attributions[0]
    mention = next(m for m in doc._.rashomon_mentions if m.id == row.source_mention)
    assert (row.source_kind, doc.text[mention.start : mention.end]) == ("named_person", "Ann Berg")


NO_VOICE = [
    ("The trip aims to bring the two towns together.", "a trip wants nothing"),
    ("Militias launched a rocket attack on the base.", "an attack with rockets is no blame"),
    ("The army protects its interests in the harbour.", "interests are no interest"),
]


@pytest.mark.parametrize(("text", "why"), NO_VOICE, ids=[row[1] for row in NO_VOICE])
def test_what_is_no_voice_says_nothing(text: str, why: str) -> None:
    assert shown(text) == [], why


def test_a_thing_that_shows_something_says_that_it_is_a_thing() -> None:
    (row,) = read("The reality on the ground shows that the truce has failed.")
    assert str(row.because) == "evidence-verb:shows:clause source:thing:reality"


def test_a_belief_expressed_is_one_row() -> None:
    assert shown("Berg expressed her belief that the vote was fair.") == [("Berg", "that the vote was fair")]


def test_in_a_quotation_only_words_passed_on_are_another_voice() -> None:
    text = "“The union says the offer is an insult, people say it is late, and Norway thinks it is fair,” Berg said."
    assert [who for who, _ in shown(text)] == ["The union", "Berg"]


def test_a_quotation_in_doubled_single_marks_goes_to_its_own_tag() -> None:
    text = "But aides said the mayor had no plan for the harbour. ''There is a plan,'' Mr. Holm said. ''It is good.''"
    assert shown(text) == [
        ("aides", "the mayor had no plan for the harbour"),
        ("Mr. Holm", "''There is a plan,'' … ''It is good.''"),
    ]


def test_a_source_is_linked_to_its_mention() -> None:
    text = "Anna Berg arrived. She said the bridge was closed."
    doc = pipeline()(text)
    row = doc._.rashomon_attributions[0]
    assert text[slice(*row.source[0])] == "She"
    assert row.source_mention in {m.id for m in doc._.rashomon_mentions}


def test_a_quotation_over_paragraphs_is_one_attribution() -> None:
    text = "Berg told the town: “The bridge is closed.\n\n“It will open in May.”"
    assert shown(text) == [("Berg", "“The bridge is closed … “It will open in May.”")]


def test_an_odd_mark_costs_its_paragraph_at_most() -> None:
    text = 'The sign reads 5" wide.\n\n“The bridge is closed,” Berg said.\n\nHe sold the "Swan, a ship.\n\n“It is late,” Holm said.'
    found = shown(text)
    assert ("Berg", "“The bridge is closed,”") in found
    assert ("Holm", "“It is late,”") in found


def test_boilerplate_attributes_nothing_and_a_headline_does() -> None:
    text = "Minister says bridge is closed\n\nOur site says that it is independent."
    doc = pipeline()(text)
    doc._.rashomon_regions = (Region(0, 30, "headline"), Region(32, len(text), "boilerplate"))
    rows = attributions(pipeline(), "again")(doc)._.rashomon_attributions
    assert [text[slice(*row.source[0])] for row in rows] == ["Minister"]


def test_a_headline_between_two_paragraphs_interrupts_no_speaker() -> None:
    link = "Five things to know about “ghost” ferries: our correspondent"
    said = "“We will not let it pass,” Diallo said at the port, where two crews waited."
    text = f"{said}\n\n{link}\n\n“No crew will be asked to sail at night in that channel.”"
    doc = pipeline()(text)
    doc._.rashomon_regions = (Region(text.index(link), text.index(link) + len(link), "related_link"),)
    rows = attributions(pipeline(), "again")(doc)._.rashomon_attributions
    told = [[text[a:b] for a, b in row.content] for row in rows]
    assert told == [["“We will not let it pass,”", "“No crew will be asked to sail at night in that channel.”"]]


def test_the_precise_mode_keeps_speech_and_drops_attitude() -> None:
    text = "Anna Berg said the bridge was closed. The company wants to close the mine. The bridge reportedly fell."
    doc = pipeline()(text)
    rows = attributions(pipeline(), "precise", precise=True)(doc)._.rashomon_attributions
    assert [row.lemma for row in rows] == ["say"]


def test_every_row_says_why() -> None:
    for text, *_ in TABLE + QUOTED:
        for row in read(text):
            rule, _, evidence = str(row.because).partition(":")
            assert rule
            assert evidence


def test_a_doc_without_parse_or_layers_is_no_trouble() -> None:
    nlp = spacy.blank("en")
    doc = nlp("“The bridge is closed,” Berg said.")
    assert attributions(nlp, "alone")(doc)._.rashomon_attributions == ()


def spans(row: Attribution) -> list[tuple[int, int]]:
    return [*row.source, *row.cue, *row.content]


ODD = st.lists(
    st.sampled_from(
        [
            "Berg",
            "said",
            "that",
            "the",
            "bridge",
            "“",
            "”",
            '"',
            "''",
            "‘",
            "’",
            "«",
            "»",
            ".",
            ",",
            ":",
            "\n",
            "\n\n",
            "according",
            "to",
            "who",
            "told",
            "Reuters",
            "—",
            "warning",
            "reportedly",
            "is",
            "closed",
            "\u200f",
            "é",
        ]
    ),
    max_size=40,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(ODD)
def test_spans_stand_in_the_text_and_are_stripped(text: str) -> None:
    rows = pipeline()(text)._.rashomon_attributions
    assert rows == pipeline()(text)._.rashomon_attributions
    for row in rows:
        assert row.content
        for a, b in spans(row):
            assert 0 <= a < b <= len(text)
            assert text[a:b] == text[a:b].strip()
        assert all(p[1] <= q[0] for p, q in pairwise(row.content))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab .,\"'“”‘’«»\n", max_size=200))
def test_quotations_stand_in_the_text_in_order(text: str) -> None:
    found = quotes(text)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("unit", ['" ', "” “ ", "« ", "‘a’ ", "“a” said b. ", "a: b\n", "“a” — B "])
def test_cost_grows_no_faster_than_the_text(unit: str) -> None:
    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")
    component = attributions(pipeline(), "counted")
    small, large = (blank(unit * n) for n in (500, 2_000))
    assert steps(lambda: component(large)) < 5 * steps(lambda: component(small))


@pytest.mark.parametrize("unit", ["“", "”", '"', "''", "«", "‘", "” “", "‘a’", '"\n'])
def test_marks_are_paired_in_one_pass(unit: str) -> None:
    assert steps(lambda: quotes(unit * 8_000)) < 9 * steps(lambda: quotes(unit * 1_000))


def test_nesting_of_nothing_is_nothing() -> None:
    assert nesting([]) == []


def test_who_undergoes_one_act_does_not_do_the_next() -> None:
    """The sayer of "said that ten were hurt and blamed …" blames; those arrested and charged charge nobody."""
    text = "Lawmaker Omar Said said that ten sailors were killed and accused the port of hiding bodies."
    found = [(text[slice(*a.source[0])], text[slice(*a.cue[0])]) for a in read(text)]
    assert found == [("Lawmaker Omar Said", "said"), ("Lawmaker Omar Said", "accused")]
    charged = "Police said three men were arrested and charged with murder."
    assert [charged[slice(*a.source[0])] for a in read(charged)] == ["Police"]


def test_a_month_is_nobody() -> None:
    text = "The armed coalition that has besieged parts of Tarn since January have agreed to a truce, a mediator said."
    assert not any(text[slice(*span)] == "January" for a in read(text) for span in a.source or ())
