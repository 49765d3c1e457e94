"""Whom the grammar of its sentence forbids a pronoun to mean, whatever else speaks for it.

What the words around a pronoun tell of who speaks them: the words it speaks itself, and whom a paper asks.

Who denies what was said of him is the accused: "Berg said that Holm took it. He denies that" is Holm's denial.

So it is where the denial only points back ("denied it", "denies the accusation", "denied any wrongdoing"), names a deed
("denies taking it"), or says again what was said ("was dismissed … denies that he was dismissed").
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Token

from rashomon.language import lexicon, word_set
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependent, dependents, has_dependent
from rashomon.reading.mentions.gazetteer import nominal_heads
from rashomon.reading.mentions.page import Draft, Page, Thread
from rashomon.reading.mentions.verbs import ONE_OF, SUBJECTS, lifted, speaking, utters, verb_of

_POINTERS = word_set("words_of_mentions", "pointer")
_LIGHT = word_set("words_of_mentions", "light_verb")
_CONTENT = frozenset({"VERB", "NOUN", "ADJ"})
_BEHIND = rel.RELATIVE | rel.ADVERBIAL_CLAUSE


@cache
def _denying() -> frozenset[str]:
    return frozenset(word for word, how in lexicon("contest_cues") if how in ("denies", "rejects"))


@cache
def _accounts() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon("claim_nouns") if row[1] in ("claim", "part"))


def answers(pronoun: Token) -> bool:
    """Whether a pronoun denies what the sentence before says: then whom that tells of is meant, not who says it."""
    verb = pronoun.head
    if (
        pronoun.dep_ not in rel.ACTIVE_SUBJECT
        or verb.lemma_.lower() not in _denying()
        or verb.dep_ not in rel.ROOT
        or not pronoun.sent.start
        or has_dependent(verb, rel.ADVERBIAL, ("also",))  # who spoke goes on
    ):
        return False
    said = [c for c in verb.children if c.i > verb.i and c.dep_ in rel.WHAT_IS_SAID]
    return any(_points(c) or _says_again(c) for c in said)


def _points(said: Token) -> bool:
    """Whether an object says nothing of its own: a pronoun, a noun for an account, a deed ("denies taking it")."""
    if said.dep_ not in rel.OBJECT:
        return said.tag_ in tags.GERUND
    deed = said.tag_ in tags.GERUND or (said.lower_.endswith("ing") and said.left_edge == said)
    bare = not any(c.dep_ in rel.DESCRIBING or c.lower_ in ("that", "by") for c in said.children)
    return said.lower_ in _POINTERS or (said.lemma_.lower() in _accounts() and bare) or deed


def _says_again(said: Token) -> bool:
    """Whether a verb, noun or adjective that tells something stands in the denial and in the sentence before."""
    told = {t.lemma_.lower() for t in said.subtree if t.pos_ in _CONTENT} - _LIGHT
    return any(t.pos_ in _CONTENT and t.lemma_.lower() in told for t in said.doc[said.sent.start - 1].sent)


_TAG = 9  # tokens of a tag behind a quotation
_BESIDE = 3  # marks between a verb and what it quotes
_SPEAKS_TO = frozenset({"speak", "talk"})
_INTERVIEWS = frozenset({"interview", "meet", "visit"})


def words_of(page: Page, i: int, verb: Token) -> range:
    """Give the tokens of what the pronoun at `i` speaks with `verb`: the quotation that it closes, or one beside.

    Or what a closing tag closes: "Holm was hit twice, he said" are not Holm's words.
    """
    words, quoted = page.lower, page.quoted
    tag = min(i, verb.i) - 1
    closed = next((k for k in range(tag, max(-1, tag - _BESIDE), -1) if quoted[k] or words[k].isalnum()), 0)
    sides: tuple[tuple[int, int], ...] = ((max(i, verb.i) + 1, 1), (tag, -1))
    if page.paragraph[max(0, tag)] != page.paragraph[i] or any(c.i > verb.i for c in dependents(verb, rel.CONTENT)):
        sides = sides[:1]  # "“It is not Berg.” He says he respects Holm": what stands before is told already
    for at, step in sides[::-1] if quoted[closed] and words[closed] == "," else sides:
        end = at + step * _BESIDE
        while 0 <= at < len(page) and at != end and not quoted[at] and not words[at].isalnum():
            at += step
        first = at
        while 0 <= at < len(page) and quoted[at]:
            at += step
        if at != first:
            return range(first, at) if step > 0 else range(at + 1, first + 1)
    told = next((c for c in dependents(verb, rel.CONTENT) if c.i < i), None)
    if words[i - 1] != "," or verb.i <= i or told is None:
        return range(0)
    parted = any(words[k] == ";" for k in range(verb.sent.start, told.left_edge.i))
    colon = next((k for k in range(i - 1, verb.sent.start, -1) if words[k] == ":"), verb.sent.start - 1)
    return range(told.left_edge.i if parted else colon + 1, i)  # "Berg shook his head: the boat, he said, was gone"


def pair_before(page: Page, token: Token, meant: int) -> bool:
    """Whether "they" may be two who did or said something in the sentence before: "Kell and Dane left. They said".

    `meant` is the mention that is nearest otherwise: as the subject of that sentence, or told of since, it is as good
    where the two are not its subject.
    """
    start = token.sent.start
    if not start or page.quoted[start - 1]:
        return False
    before = page.doc[start - 1].sent
    if meant >= start:
        return False
    for one in before:
        if one.dep_ not in rel.ACTIVE_SUBJECT or page.quoted[one.i] or not _is_one_body(one):
            continue
        if any(_is_one_body(c) for c in dependents(one, rel.JOINED)):
            led = page.doc[meant].dep_ in rel.ACTIVE_SUBJECT and meant >= before.start
            return one.head.dep_ in rel.ROOT or not led
    return False


def _is_one_body(token: Token) -> bool:
    return token.tag_ in tags.SINGULAR and token.pos_ in ("NOUN", "PROPN")


def opens(page: Page, token: Token) -> bool:
    """Whether a pronoun opens its sentence, or the tag of the quotation that does, behind what somebody did.

    So "Berg shook her head. “It is gone,” she said"; not behind what was done to her.
    """
    start = token.sent.start
    if token.i == start or not page.quoted[start] or page.quoted[token.i] or page.words[start][0].isalnum():
        return token.i == start
    before = page.doc[start - 1].sent.root if start else token
    return page.quoted[token.i - 2] and not has_dependent(before, rel.PASSIVE_HELPER)


def tag_behind(page: Page, i: int) -> range:
    """Give the tokens from a quotation's end to the verb that tells who speaks it: "“He slept,” Berg told the paper".

    `i` is a token of the quotation.
    """
    end = i
    while end < len(page) and page.quoted[end]:
        end += 1
    if end + 1 >= len(page) or page.words[end - 1] not in {",", "?", "!", "—", "'", "’"}:
        return range(0)
    last = min(end + _TAG, len(page))
    verb = next((k for k in range(end + 1, last) if page.tags[k] in tags.FINITE_SINGULAR), 0)
    stops = any(page.words[k] in {".", '"', "“"} or "\n" in page.words[k] for k in range(end + 1, verb))
    if not verb or stops or not utters(page.doc[verb]):
        return range(0)
    inverted = verb == end + 1
    return range(end, last if inverted else verb)


def stands_in(thread: Thread, said: range) -> bool:
    """Whether somebody is told of by a name or a noun in what is said: who says it mostly says "I" there."""
    return any(d.i in said and d.form != "pronoun" for d in thread.drafts)


def is_asked(token: Token, subjects: Mapping[int, Thread]) -> bool:
    """Whether a paper, or nobody who is named, speaks to a person: "The Elm Times spoke to Ann Berg".

    `subjects` are the threads whose mentions are subjects, by their verbs.
    """
    to = token.dep_ in rel.GOVERNED and token.head.lower_ in {"to", "with"}
    verb = token.head.head if to else token.head
    if verb.lemma_.lower() not in (_SPEAKS_TO if to else _INTERVIEWS) or verb.dep_ not in rel.ROOT or token == verb:
        return False
    asking = dependent(verb, rel.ACTIVE_SUBJECT)
    if asking is None or asking == token or asking.pos_ == "PRON":
        return False
    by = subjects.get(verb.i)
    return by is None or by.kind not in {"person", "group"}


_CONCEDES = word_set("words_of_mentions", "concedes")


def named_below(pronoun: Token) -> Token | None:
    """Give the subject that may be meant before it is named: "While he called it a sham, Berg signed"."""
    verb, main = pronoun.head, pronoun.head.head
    if pronoun.dep_ not in rel.ACTIVE_SUBJECT or verb.dep_ not in rel.ADVERBIAL_CLAUSE or not verb.i < main.i:
        return None
    if not any(c.dep_ in rel.SUBORDINATOR and c.lower_ in _CONCEDES for c in verb.children):
        return None
    below = dependent(main, rel.ACTIVE_SUBJECT)
    first = next((t for t in pronoun.sent if t.is_alpha), pronoun)
    opens = first == verb.left_edge or first.head == verb
    return below if below is not None and below.i > verb.right_edge.i and opens else None


GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}


def barred(page: Page, token: Token, verb: Token | None, draft: Draft, above: bool) -> bool:
    """Whether the pronoun `token` of `verb` cannot mean a mention; `above`: it is the subject of a clause above."""
    if _named_in_what_is_owned(page, token, draft):
        return True
    if denies_another(token, page.doc[draft.head]) or _is_led_in(token, page.doc[draft.head]):
        return True
    speaks = verb is not None and not page.quoted[token.i] and utters(verb)
    if speaks and (set_beside(page, token, verb, draft) or _is_told_of(page, token, verb, draft)):
        return True  # "Holm, he said, left": whoever says so of Holm is not Holm
    if draft.i >= token.sent.start and token.dep_ in SUBJECTS and _tells_of_another(page, token, draft, speaks):
        return True
    undergoes = token.tag_ not in tags.OWNING_PRONOUN and token.dep_ in rel.ANY_OBJECT | rel.RECIPIENT
    return above and undergoes and _same_clause(page, token, draft)


def _tells_of_another(page: Page, token: Token, draft: Draft, speaks: bool) -> bool:
    """Whether the sentence is "according to" a mention, and the pronoun another: "According to her lawyer, she".

    So whose lawyer it is, and who "said so" according to somebody; behind a colon it is he: "It was safe, according to
    Berg: the lift, he says, had failed".
    """
    source = source_of_according(page.doc[draft.head])
    speaks = speaks and not any(page.words[k] in _PARTED for k in range(draft.j, token.i))
    owned = source is not None and any(
        t.tag_ in tags.OWNING_PRONOUN and GENDER.get(t.lower_) == GENDER[token.lower_] for t in source.subtree
    )
    return source is not None and (speaks or owned)


def _is_led_in(pronoun: Token, head: Token) -> bool:
    """Whether a preposition that opens the pronoun's clause governs a name: in "Through Berg, he said" he is another.

    So who is written to, or whom what it governs is for: "In a note to Berg, he said", "At a dinner for Berg, he said";
    whose work it is may be he: "Due to an overhaul by Berg, he was praised".
    """
    if pronoun.dep_ not in SUBJECTS:
        return False
    while head.dep_ in rel.APPOSITION and head.head.i < pronoun.i:
        head = head.head  # a preposition, where the parser sets "Berg" beside "via"
    opens = head.head if head.dep_ in rel.GOVERNED else head
    if opens.lower_ in _FOR_WHOM and opens.head.dep_ in rel.GOVERNED and opens.dep_ in rel.PREPOSITION:
        opens = opens.head.head
    return opens.dep_ in rel.PREPOSITION and opens.head == pronoun.head and opens.i < pronoun.i


_PARTED = frozenset({":", ";"})
_FOR_WHOM = frozenset({"to", "for", "with"})


def _named_in_what_is_owned(page: Page, token: Token, draft: Draft) -> bool:
    """Whether a fronted phrase that the pronoun's bearer owns names the mention: "In her letter to Holm, she …"."""
    head = page.doc[draft.head]
    if token.dep_ not in SUBJECTS or not token.sent.start <= draft.i < token.i or draft.form == "pronoun":
        return False
    gender = GENDER[token.lower_]
    owned = [
        c for c in token.sent if c.i < draft.i and c.tag_ in tags.OWNING_PRONOUN and GENDER.get(c.lower_) == gender
    ]
    return any(c.head.i < head.i and c.head.is_ancestor(head) for c in owned)


def set_beside(page: Page, token: Token, verb: Token | None, draft: Draft) -> bool:
    """Tell the subject of what the pronoun's tag is set into: it stands right before the tag, between commas."""
    i = token.i
    if verb is None or i < 2 or page.words[i - 1] != "," or verb.i != i + 1:
        return False
    return _is_closed(page, verb) and draft.j == i - 1 and draft.form != "pronoun"


def _is_closed(page: Page, verb: Token) -> bool:
    """Whether a comma closes a tag behind its verb, and whom it tells or when: "Holm, he told the court, left"."""
    behind = range(verb.i + 1, min(verb.i + _TAG, len(page)))
    end = next((k for k in behind if not page.words[k].isalnum()), 0)
    tells = any(page.tags[k] in tags.FINITE_OR_PARTICIPLE for k in range(verb.i + 1, end))
    return end > 0 and page.words[end] == "," and not tells and end < verb.sent.end


def denies_another(token: Token, head: Token) -> bool:
    """Whether a pronoun denies what the subject `head` says: in "Berg says that guards fired, which they deny"."""
    verb = token.head
    if verb.dep_ not in _BEHIND or verb.lemma_.lower() not in _denying() or token.dep_ not in SUBJECTS:
        return False
    which = any(c.lower_ == "which" and c.i < token.i for c in verb.children)
    return which and head.dep_ in rel.ACTIVE_SUBJECT and head.head.is_ancestor(verb) and utters(head.head)


def _is_told_of(page: Page, token: Token, verb: Token | None, draft: Draft) -> bool:
    """Tell the subject of the sentence that a tag is set into: "One of them was Holm, she says, whom she knew"."""
    i = token.i
    if verb is None or page.words[i - 1] != "," or verb.i != i + 1 or not _is_closed(page, verb):
        return False
    head = page.doc[draft.head]
    told = head.sent == token.sent and head.i < i and draft.form != "pronoun"
    told = told and not any(page.words[k] in _PARTED for k in range(head.i, i))
    return told and head.dep_ in SUBJECTS and head.head.dep_ in rel.ROOT


def _same_clause(page: Page, token: Token, draft: Draft) -> bool:
    verb = verb_of(page.doc[draft.head])
    node = token.head
    while node.dep_ in rel.PREPOSITION_OR_AGENT | rel.RECIPIENT:
        node = node.head
    return verb is not None and node.i == verb.i


def source_of_according(token: Token) -> Token | None:
    """Give the noun behind "according to" that is a mention's head, or that a name is set beside."""
    source = token.head if token.dep_ in rel.NAME_PART and token.head.dep_ in rel.GOVERNED else token
    is_source = source.dep_ in rel.GOVERNED and source.head.lower_ == "to" and source.head.head.lower_ == "according"
    return source if is_source else None


_OF_THE_BODY = word_set("words_of_mentions", "of_the_body")


def is_how_he_is(pronoun: Token, owner: Token) -> bool:
    """Whether a clause goes on behind one that tells of somebody's body: "said Berg's pulse was weak and that he"."""
    held, verb = owner.head, pronoun.head
    if owner.dep_ not in rel.OWNER or held.lemma_.lower() not in _OF_THE_BODY or pronoun.dep_ not in SUBJECTS:
        return False
    return held.dep_ in SUBJECTS and verb.dep_ in rel.JOINED and verb.head == held.head


def asks_who(clause: Token) -> bool:
    """Whether a clause tells of a person: "Berg, who has fled"."""
    return clause.dep_ in rel.RELATIVE and any(w.lower_ == "who" for w in clause.children)


def is_owned(subject: Token) -> bool:
    """Whether a subject is told of as another person's: "his deputy Carlos Pinto listened", not "its deputy"."""
    return any(t.tag_ in tags.OWNING_PRONOUN and t.lower_ in GENDER for t in lifted(subject).subtree)


def holds_a_person(owner: Token) -> bool:
    """Whether a name only tells whose lawyer or neighbour is the subject: "A neighbour of Berg heard shots"."""
    held = owner.head.head if owner.dep_ in rel.GOVERNED and owner.head.lower_ == "of" else owner.head
    kind, _ = nominal_heads().get(held.lower_, ("", ""))
    return kind == "person" and held.dep_ in SUBJECTS and owner.dep_ in rel.OWNER_OR_GOVERNED


_SOMEBODY = frozenset({"person", "group", "organisation"})


def owns_the_subject(owner: Token) -> bool:
    """Whether a sentence tells of somebody by what is his: "Berg's trial began", not "Berg's lawyer left"."""
    held = told = owner.head
    if held.dep_ in rel.GOVERNED and held.head.lower_ == "of" and held.head.head.lower_ in ONE_OF:
        told = held.head.head  # "one of Berg's speeches"
    kind, _ = nominal_heads().get(held.lower_, ("", ""))
    is_told = told.dep_ in SUBJECTS and told.head.dep_ in rel.ROOT
    return owner.dep_ in rel.OWNER and is_told and not kind and held.pos_ == "NOUN"


def says_beside(verb: Token) -> bool:
    """Whether what somebody does goes on with what he says: "Berg helped them off the hook, noting that it was so"."""
    said = (c for c in verb.children if c.dep_ in rel.ADVERBIAL_CLAUSE and c.i > verb.i and c.tag_ in tags.GERUND)
    return any(utters(c) and not has_dependent(c, SUBJECTS) for c in said)


def behind_its_verb(page: Page, d: Draft, head: Token) -> Token | None:
    """Give the verb of a closing tag right before who speaks, where the parser has him for another's subject.

    "A guard was there, said the manager Ann Berg, ready to help": she is not who was ready.
    """
    start = min(d.title[0] if d.title else d.i, head.left_edge.i)
    at = next((k for k in range(start, max(start - 2, 0), -1) if page.tags[k - 1] in tags.FINITE_VERB), 0) - 1
    if at < 1 or not (page.words[at - 1] == "," or page.quoted[at - 2]) or page.quoted[at]:
        return None
    verb = page.doc[at]
    after = page.words[d.j : d.j + 1]
    closes = after in ([","], ["."])
    return verb if closes and utters(verb) and not has_dependent(verb, SUBJECTS) else None


def last_told(page: Page, token: Token) -> int:
    """Give where the last sentence begins before the pronoun's, and before what it quotes; -1 where none is."""
    at = token.sent.start - 1
    while at >= 0 and (page.quoted[at] or not page.words[at].isalnum()):
        at -= 1
    return page.doc[at].sent.start if at >= 0 else -1


@cache
def _documents() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon("source_nouns") if row[1] == "document")


def document_before(page: Page, start: int) -> bool:
    """Whether the sentence before is about a text: "The emails name nobody. They speak of a crack"."""
    if start == 0:
        return False
    subjects = dependents(page.doc[start - 1].sent.root, SUBJECTS)
    return any(c.lemma_.lower() in _documents() for c in subjects)


def bereft(page: Page, token: Token) -> Token | None:
    """Give the verb behind a name and what is set beside it, where the parse leaves it without subject.

    It is a verb of speaking, or that of the sentence behind a name that is set beside a role: "On Friday Elm's
    chief, Ann Holm, resigned".
    """
    at = token.right_edge.i + 1
    while at < len(page) and page.words[at] == ",":
        at += 1
    if at == len(page) or at >= token.sent.end:
        return None
    verb = page.doc[at]
    taken_for_a_noun = (
        verb.tag_ in tags.COMMON_PLURAL and verb.dep_ in rel.ROOT and token.head == verb
    )  # "Nasser talks to …"
    speaks = (verb.tag_ in tags.FINITE_SINGULAR or taken_for_a_noun) and verb.lemma_.lower() in speaking()
    does = verb.dep_ in rel.ROOT and verb.tag_ in tags.FINITE_SINGULAR and token.dep_ in rel.APPOSITION
    return verb if (speaks or does) and not has_dependent(verb, SUBJECTS) else None


def holds_what_is_told(owner: Token) -> Token | None:
    """Give the noun of somebody's that has a clause behind it, in which he is he: "Berg's claim that he had left"."""
    noun = owner.head
    tells = owner.dep_ in rel.OWNER and noun.pos_ == "NOUN" and any(c.i > noun.i for c in dependents(noun, _TOLD))
    return noun if tells and nominal_heads().get(noun.lower_, ("", ""))[0] not in _SOMEBODY else None


_TOLD = rel.ADNOMINAL | rel.CONTENT


def tells_why(verb: Token) -> bool:
    """Whether a clause behind another tells when or why, not as what: "hired Berg because he knew it"."""
    behind = verb.dep_ in rel.ADVERBIAL_CLAUSE and verb.i > verb.head.i
    return behind and any(
        (c.dep_ in rel.SUBORDINATOR and c.lower_ != "as") or c.tag_ in tags.WHEN for c in verb.children
    )


def tells_when(verb: Token | None, spoke_at: int) -> bool:
    """Whether who spoke at a token before goes on to tell when or why another did: "…, he said, after a guard said"."""
    behind = verb is not None and verb.dep_ in rel.ADVERBIAL_CLAUSE and verb.head.i < verb.i
    return verb is not None and behind and spoke_at >= verb.sent.start
