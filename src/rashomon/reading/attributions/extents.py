"""Content ends where the speaker's own clause goes on: "said it was late and left", "said so, arguing that …".

What hangs at the end of content and is no part of it, or was cut off it: verdicts on it, lists, "and she would".

"Said he had lied, which his lawyer denied" and "knew nothing of it, a claim that others reject" judge what was said.
"Urged them to stop, free the men and go" asks for all three; "said she was well and she would stay" says both.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from rashomon.language import word_set
from rashomon.reading.attributions.cue_verbs import cue_verbs
from rashomon.reading.attributions.denials import account, is_judged
from rashomon.reading.attributions.verb_groups import acts, joins_passive, own_subject
from rashomon.reading.attributions.who_may_speak import may_speak
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependent, dependents, has_dependent

_BREAKS = frozenset({",", "–", "—", "--", "-"})
_THEY = frozenset({"he", "she", "it", "they"})


class Places(NamedTuple):
    """Where in a report words are joined to others, and its round brackets: what no verb has to look for itself."""

    joined: Sequence[int]
    brackets: Sequence[int]

    @classmethod
    def of(cls, doc: Doc) -> Places:
        """Give those of a report."""
        return cls([token.i for token in doc if token.dep_ in rel.JOINED], _bracket_marks(doc))


def without_tail(verb: Token, start: int, end: int) -> int:
    """Give where the content `[start, end)` of `verb` ends, if somebody's verdict on it stands at its end.

    A verdict on its subject stands inside it: "said the fee, which tenants call absurd, would stay".
    """
    doc = verb.doc
    said = doc[start:end].root if start < end else verb
    closes = -1  # where the last bracket of the sentence does, once one opens
    for i in range(start + 1, end - 2):
        mark = doc[i].text
        if mark in _BREAKS and (said.i < i or said.pos_ not in _VERBS) and _is_judged_from(doc[i + 1]):
            return i
        if mark == "(":
            if closes < 0:
                closes = next((n for n in range(verb.sent.end - 1, i, -1) if doc[n].text == ")"), i)
            if i < closes and _set_beside(doc[i]):
                return i
        if mark == ";" and _another_says(doc, i + 1, end):
            return i
    return end


_VERBS = frozenset({"AUX", "VERB"})


def _is_judged_from(first: Token) -> bool:
    """Whether somebody's verdict on the words before opens there."""
    return _disputed(first) or _summed_up(first)


def _another_says(doc: Doc, start: int, end: int) -> bool:
    """Whether somebody named or told by a noun says something of his own behind a semicolon: "; rebels speak of"."""
    who = next((t for t in doc[start:end] if t.dep_ in rel.ACTIVE_SUBJECT), None)
    if who is None or who.pos_ == "PRON" or who.left_edge.i - start > 1 or not may_speak(who):
        return False
    return who.head.lemma_.lower() in cue_verbs() and who.head.tag_ in tags.FINITE and who.head.i > who.i


def is_anothers(verb: Token, start: int, end: int) -> bool:
    """Whether another says behind a semicolon what the parser hung on `verb`: "says it leaks; Holm says it is dry"."""
    doc = verb.doc
    mark = start if doc[start].text == ";" else start - 1
    return start > verb.i and doc[mark].text == ";" and _another_says(doc, mark + 1, end)


def brackets(verb: Token, marks: Sequence[int]) -> tuple[int, int] | None:
    """Give the tokens in the brackets around a verb, where more stands in them than a tag; `marks` are all brackets.

    Nobody says in them what stands before them: "It burned for two days (firefighters say three)". In "The ship is safe
    (the navy said on Monday)" the navy does.
    """
    doc, sent = verb.doc, verb.sent
    at = bisect_right(marks, verb.i)
    if not 0 < at < len(marks) or marks[at - 1] < sent.start or marks[at] >= sent.end:
        return None
    low, high = marks[at - 1], marks[at]
    if (doc[low].text, doc[high].text) != ("(", ")"):
        return None
    who = own_subject(verb)
    tag = {verb.i, *(() if who is None else (t.i for t in who.subtree))}
    rest = [doc[i] for i in range(low + 1, high) if i not in tag]
    bare = all(t.ent_type_ in ner.TIMES or t.dep_ in rel.PREPOSITION | rel.HELPER or t.is_punct for t in rest)
    return None if who is None or bare else (low + 1, high)


def _bracket_marks(words: Iterable[Token]) -> list[int]:
    """Give the places of the round brackets among `words`."""
    return [t.i for t in words if t.text in "()"]


def _set_beside(mark: Token) -> bool:
    """Whether another says something else in the brackets that open here: "held one man (the Post says three are)"."""
    doc, sent = mark.doc, mark.sent
    close = next((i for i in range(mark.i + 1, sent.end) if doc[i].text == ")"), mark.i)
    says = [t for t in doc[mark.i + 1 : close] if t.dep_ in rel.PARATAXIS and _has_said(t)]
    marks = _bracket_marks(sent) if says else []
    return any(brackets(t, marks) is not None for t in says)


def _disputed(which: Token) -> bool:
    """Whether a relative clause tells what another says of the words before: "which his lawyer denied"."""
    says = which.head
    entry = cue_verbs().get(says.lemma_.lower())
    if which.lower_ != "which" or which.dep_ not in rel.OBJECT or entry is None or entry.kind != "speech":
        return False
    if entry.frames.isdisjoint(("clause", "np")):
        return False  # "which he attributed to rain"
    return any(c.dep_ in rel.ACTIVE_SUBJECT and c != which for c in says.children)


def _summed_up(article: Token) -> bool:
    """Whether the words before are called somebody's claim that another judges: "a claim that its engineers reject"."""
    noun = account(article)
    if noun is None:
        return False
    return any(c.dep_ in rel.CLAUSE_OF_NOUN and c.lemma_.lower() in cue_verbs() for c in noun.children) or is_judged(
        noun
    )


def with_list(verb: Token, end: int) -> int:
    """Give where infinitives end that go on without "to" behind those that end before `end`: "to stop, go and rest"."""
    doc = verb.doc
    end -= doc[end - 1].text == ","
    if end + 1 >= len(doc) or doc[end].text != ",":
        return end
    for child in verb.children:
        bare = child.tag_ in tags.BARE_VERB and not any(
            c.dep_ in rel.HELPER | rel.SUBORDINATOR or c.dep_ in rel.SUBJECT for c in child.children
        )
        if (
            child.left_edge.i == end + 1
            and bare
            and child.dep_ in rel.ADVERBIAL_CLAUSE | rel.CONTENT | rel.JOINED | rel.UNSURE
        ):
            return child.right_edge.i + 1
    return end


def with_same_subject(verb: Token, clause: Token | None, end: int) -> int:
    """Give where content ends that the parser cut before "and she would": the same pronoun, behind "and", goes on."""
    doc = verb.doc
    own = None if clause is None else dependent(clause, rel.SUBJECT)
    if own is None or own.lower_ not in _THEY or end + 2 >= len(doc) or doc[end].lower_ not in ("and", "but"):
        return end
    for child in verb.children:
        again = dependent(child, rel.SUBJECT)
        if child.dep_ in rel.JOINED and again is not None and again.i == end + 1 and again.lower_ == own.lower_:
            said = child.lemma_.lower() in cue_verbs() and has_dependent(child, rel.CONTENT)
            return end if said else child.right_edge.i + 1 - (child.right_edge.text == ".")
    return end


_WITHHELD = word_set("words_of_attributions", "withheld")
_REFUSES = frozenset({"decline", "refuse"})


def _withholds(child: Token) -> bool:
    """Whether who speaks goes on to tell nothing more: "said two were held but would not name them"."""
    told = child
    if child.lemma_.lower() in _REFUSES:
        told = next(iter(dependents(child, rel.OPEN_CLAUSE)), child)
    elif not has_dependent(child, rel.NEGATION, _NOT) or not has_dependent(child, rel.HELPER, _WILL_OR_DID):
        return False
    what = dependent(told, rel.OBJECT)
    gives = told.lemma_.lower() in _GIVES
    return told.lemma_.lower() in _WITHHELD and (not gives or (what is not None and what.lemma_.lower() in _DETAILS))


_NOT = frozenset({"not", "n't", "n’t"})
_WILL_OR_DID = word_set("words_of_speech", "helps_a_denial")
_GIVES = frozenset({"give", "offer", "provide", "release"})
_DETAILS = word_set("words_of_attributions", "details")


def with_more_clauses(verb: Token, end: int) -> int:
    """Give where content ends that goes on with "and that …", on whatever the parser hung what stands behind it.

    Behind a relative clause it may be the sentence's own: "said that Berg, who held that …, left, and that …".
    """
    doc = verb.doc
    if verb.dep_ in rel.RELATIVE:
        return end
    while True:
        joint = end
        while joint < verb.sent.end and doc[joint].text in _CLOSES | {","}:
            joint += 1
        if joint + 2 >= verb.sent.end or doc[joint].tag_ not in tags.COORDINATOR or doc[joint + 1].lower_ != "that":
            return end
        that = doc[joint + 1]
        clause = that.head
        if that.dep_ not in rel.SUBORDINATOR or clause.i < that.i or clause.right_edge.i < end:
            return end
        end = clause.right_edge.i + 1 - (clause.right_edge.text == ".")


def up_to_tag(verb: Token, who: Token | None, start: int, end: int) -> int:
    """Give where content ends that a tag at the end of its sentence closes: "It fell, as they slept, Berg said".

    The parser may hang what stands between on the tag. What another says in between is not his.
    """
    doc, sent = verb.doc, verb.sent
    if who is not None and start < who.left_edge.i - 1 and end == verb.i and doc[who.left_edge.i - 1].text == ",":
        return min(end, who.left_edge.i - 1)  # "It was shut, the firm running it in Karm said", hung on "shut"
    if who is None or not end <= who.left_edge.i <= verb.i or start > sent.start + 1:
        return end
    comma = who.left_edge.i - 1
    tail = doc[verb.i + 1 : sent.end]
    if comma <= end or doc[comma].text != "," or any(t.tag_ in tags.FINITE or t.text in _PARTS for t in tail):
        return end
    between = doc[end:comma]
    if any(t.text in _PARTS - {","} or t.lower_ in _ENDS for t in between) or any(map(_has_said, between)):
        return end
    return comma


def _has_said(token: Token) -> bool:
    return token.lemma_.lower() in cue_verbs() and token.tag_ in tags.FINITE


_PARTS = frozenset({",", ";", ":", "—", "–", "--", "“", "”", '"', "(", ")"})
_ENDS = frozenset({"but", "while", "whereas"})
_CLOSES = frozenset({"”", '"', "''", "»"})
_CONCEDES = frozenset({"although", "though", "while", "even"})
_SPOKEN_OF = frozenset({"him", "her", "them"})
_SPINE = 12


def clause_end(verb: Token, start: int, end: int, utters: Callable[[Token], bool]) -> tuple[int, list[Token]]:
    """Give the index at which the content `[start, end)` of `verb` ends, and the verbs that its speaker goes on with.

    The parser hangs what follows on the nearest verb. It belongs to the speaker where it is a cue of its own: a
    finite verb joined without a subject of its own in the tense of `verb`, or a participle after a comma. `utters`
    tells whether a token is a cue. A concession after a comma is the reporter's.
    """
    doc = verb.doc
    node = doc[start:end].root
    own: list[Token] = []
    for _ in range(_SPINE):
        below: Token | None = None
        for child in node.children:
            if child.i < node.i or child.i >= end or child.i <= verb.i:
                continue
            cut = _cut(verb, node, child, utters)
            if cut is not None and cut > start:
                end = cut
                if (
                    cut <= child.i
                    and (utters(child) or _withholds(child))
                    and own_subject(child) is None
                    and not _is_set_in(node)
                ):
                    own.append(child)
                break
            if child.right_edge.i + 1 >= end - 1:
                below = child
        if below is None:
            break
        node = below
    return end, own


def _is_set_in(says: Token) -> bool:
    """Whether another's tag stands there: in "she cannot say so “at once,” Berg added, saying that", Berg says both."""
    who, doc = own_subject(says), says.doc
    if who is None or not who.i < says.i or says.i + 1 >= len(doc) or doc[says.i + 1].text != ",":
        return False
    return doc[who.left_edge.i - 1].text in _BREAKS | _CLOSES


def _cut(verb: Token, node: Token, child: Token, utters: Callable[[Token], bool]) -> int | None:
    doc = verb.doc
    left = child.left_edge.i
    before = doc[left - 1]
    if child.dep_ in rel.ADVERBIAL_CLAUSE:
        if before.text == "," and doc[left].lower_ in _CONCEDES and doc[left + 1].lower_ != "if":
            return before.i
        if child.tag_ in tags.GERUND and left == child.i and utters(child):
            if before.text == ",":
                return before.i
            return left if before.text in _CLOSES and doc[before.i - 1].text == "," else None
        return None
    if child.dep_ in rel.JOINED and own_subject(child) is None and _withholds(child):
        joined = [c for c in dependents(node, rel.CONJUNCTION) if node.i < c.i < child.i]
        return (joined[-1].i - (doc[joined[-1].i - 1].text == ",")) if joined else None
    if child.dep_ in rel.JOINED and has_dependent(child, rel.OBJECT, _SPOKEN_OF):
        return None  # "said that he met them and asked them": those whom the content tells of
    if child.dep_ in rel.JOINED and child.tag_ == verb.tag_ and child.tag_ in tags.FINITE_VERB and utters(child):
        joined = [c for c in dependents(node, rel.CONJUNCTION) if node.i < c.i < child.i]
        has_subject = has_dependent(child, rel.SUBJECT)
        if joined and (not has_subject or node.tag_ != child.tag_ or _is_set_against(joined[-1], child)):
            return joined[-1].i
    if joins_passive(child) and acts(child) and utters(child):
        joined = [c for c in dependents(node, rel.CONJUNCTION) if node.i < c.i < child.i]
        return joined[-1].i if joined else None
    if child.dep_ in rel.JOINED and child.tag_ in tags.FINITE_VERB and utters(child) and own_subject(child) is None:
        said_of = own_subject(node)
        joined = [c for c in dependents(node, rel.CONJUNCTION) if node.i < c.i < child.i]
        if joined and said_of is not None and not may_speak(said_of):  # a thing does not go on to say
            return joined[-1].i
    return None


def _is_set_against(but: Token, says: Token) -> bool:
    """Whether another says something else behind a comma: "Berg said it was safe, but Ann Holm said it was cracked"."""
    who = own_subject(says)
    parted = but.lower_ in _AGAINST and but.nbor(-1).text == "," and has_dependent(says, rel.CONTENT)
    return parted and who is not None and who.pos_ != "PRON" and may_speak(who)


_AGAINST = frozenset({"but", "yet"})


def aside(verb: Token, start: int, end: int) -> int:
    """Give the index at which an object `[start, end)` ends: before the relative clause that a comma makes an aside.

    "Endorsed Berg, who says she is glad": what a clause like this tells is the reporter's, not the endorser's.
    """
    doc = verb.doc
    if end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].tag_ in tags.TO:
        return end  # the object goes on: "stressed the power of Berg, who is new, to change this"
    for i in range(start + 1, end - 1):
        if doc[i].text in _ASIDES and doc[i + 1].tag_ in tags.RELATIVE_PRONOUN | tags.ADPOSITION:
            clause = next((c for c in _relative_of(doc, start, i) if c.left_edge.i == i + 1), None)
            goes_on = any(doc[k].lower_ in ("as", "to") and doc[k - 1].text == "," for k in range(i + 2, end))
            if clause is not None and clause.right_edge.i + 1 >= end - 1 and not goes_on:
                return i
    return end


def resumed(verb: Token, end: int, joined_at: Sequence[int]) -> int:
    """Give the index at which a clause that ends before `end` really ends: it goes on behind what is set into it.

    `joined_at` are the places of all words of the report that are joined to another.

    "Said he was not — and still is not — told of it"; "a statement saying it was at work but so far had no proof",
    whose last verb the parser hung on a verb above, though it tells a state and no deed of who issued the statement.
    """
    doc, stop = verb.doc, verb.sent.end
    behind = bisect_right(joined_at, end)
    if behind == len(joined_at) or joined_at[behind] >= stop:
        return end
    for above in (verb, *verb.ancestors):
        for child in above.children:
            if child.dep_ not in rel.JOINED or child.i <= end or own_subject(child) is not None:
                continue
            if above == verb and _had_been(verb, child, end):
                return min(child.right_edge.i + 1, stop)
            if above == verb and child.tag_ in tags.PARTICIPLE and child.i - end < _SPINE:
                if sum(t.text in _DASHES for t in doc[end : child.i]) == 2:
                    return min(child.right_edge.i + 1, stop)
            elif above != verb and child.lemma_.lower() in ("have", "be") and child.tag_ in tags.FINITE_VERB:
                joined = doc[end].tag_ in tags.COORDINATOR
                if joined and all(
                    t.tag_ in tags.COORDINATOR | tags.ADVERB or t.dep_ in rel.HELPER for t in doc[end : child.i]
                ):
                    return min(child.right_edge.i + 1, stop)
    return end


def _had_been(verb: Token, joined: Token, end: int) -> bool:
    """Whether a verb joined to one of saying lies before it: "said that he was held and had been in hospital"."""
    if verb.tag_ not in tags.PAST or verb.doc[end].tag_ not in tags.COORDINATOR:
        return False
    had = next(iter(dependents(joined, rel.HELPER, ("had",))), None)
    return had is not None and had.i == end + 1 and not has_dependent(joined, rel.CONTENT)


_DASHES = frozenset({"—", "–", "--", "-"})
_ASIDES = frozenset({",", "—", "–", "--"})


def _relative_of(doc: Doc, start: int, stop: int) -> Iterator[Token]:
    """Give the relative clauses that hang on what stands right before the token `stop`."""
    noun = doc[stop - 1]
    while noun.i >= start:
        yield from (c for c in dependents(noun, rel.RELATIVE) if c.i > stop)
        if noun.head == noun or noun.head.i > noun.i:
            return
        noun = noun.head


_GOES_WITH = (
    rel.CLAUSE_OF_NOUN
    | rel.PREPOSITION_OR_RECIPIENT
    | rel.ADVERBIAL_CLAUSE
    | rel.APPOSITION
    | rel.GOVERNED_CLAUSE
    | rel.OPEN_CLAUSE
)
_WHEN_AND_HOW = word_set("words_of_speech", "opens_a_circumstance")
_OCCASIONS = word_set("words_of_speech", "occasion_of_saying")


def object_end(verb: Token, end: int) -> int:
    """Give the index at which an object that ends before `end` really ends: phrases hung on the verb mostly go with it.

    Where and when it was said does not: phrases of place, time and occasion stop the object.
    """
    doc = verb.doc
    for child in verb.children:
        if child.left_edge.i != end or child.dep_ not in _GOES_WITH:
            continue
        first = doc[end]
        if child.dep_ in rel.PREPOSITION and (first.lower_ in _WHEN_AND_HOW or _occasion(first)):
            break
        if child.dep_ in rel.ADVERBIAL_CLAUSE and first.tag_ not in tags.TO:
            break
        end = child.right_edge.i + 1
    return end


def _occasion(prep: Token) -> bool:
    for child in prep.children:
        if child.dep_ in rel.GOVERNED:
            return child.ent_type_ in ner.TIMES or child.lower_ in _OCCASIONS
    return False
