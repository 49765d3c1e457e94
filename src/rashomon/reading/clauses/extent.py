"""Which words a clause takes: all that its head governs, less other sentences joined to it and marks at its edges.

What another denies of the words just before it ("troops fired on them, which the army denies") hangs on the last noun
by the parse, but speaks of all that was told: it is a sentence of its own, and no part of the one that it denies.

An "it" that stands for nothing ("it is clear that …", "it's time that …", "it took a day to …") needs nothing outside
its sentence; nobody is meant by it.

The content words of a report are what its clauses are compared by, each with whether it stands in a name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from rashomon.language import lexicon, listed, saying_verbs, word_set
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.parse import Parse, below
from rashomon.records import Clause, Mention, Word


@cache
def heeded(role: str) -> frozenset[str]:
    """Give the words of a role: a month, what opens a clause, what must stay in it."""
    return frozenset(word for word, kind in lexicon("wording_words") if kind == role)


_SUMMING_UP = frozenset({"something"})
_WHAT = frozenset({"which", "this"})
_CALLS = word_set("words_of_disputes", "calls")


def denies_what_is_before(parse: Parse, clause: int) -> bool:
    """Whether a relative clause denies what the words before it tell; `clause` is its verb, or the noun it is told of.

    "…, which the army denies" and "…, something the army denies" do; "the plan, which the army rejects" rejects a plan.
    A noun that sums up what was told is often hung on its verb, as if it were done to it.
    """
    if parse.pos[clause] in ("NOUN", "PRON") and parse.dep[clause] not in rel.SUBJECT:
        inner = [c for c in parse.children[clause] if parse.dep[c] in rel.DESCRIBING | rel.APPOSITION]
        return _opens_behind_a_comma(parse, clause) and any(_contests_claim(parse, clause, c) for c in inner)
    if parse.dep[clause] not in rel.DESCRIBING or not _denies(parse, clause):
        return False
    what = (c for c in parse.children[clause] if parse.lower[c] in _WHAT and parse.dep[c] in rel.OBJECT and c < clause)
    return any(True for _ in what) and _opens_behind_a_comma(parse, clause)


def _denies(parse: Parse, verb: int, *how: str) -> bool:
    return parse.lemma[verb] in listed("contest_cues", "denies", *how) and any(
        parse.dep[c] in rel.ACTIVE_SUBJECT and c < verb for c in parse.children[verb]
    )


def _contests_claim(parse: Parse, noun: int, verb: int) -> bool:
    """Whether somebody denies what a noun sums up: "a claim the union denies", "a charge he calls absurd"."""
    lemma = parse.lemma[noun]
    if (lemma in _SUMMING_UP or lemma in listed("claim_nouns", "claim")) and _denies(parse, verb):
        return True
    if lemma not in listed("claim_verbs") or not any(parse.dep[c] in rel.ACTIVE_SUBJECT for c in parse.children[verb]):
        return False
    false = any(parse.lemma[c] in listed("contest_cues", "false") for c in parse.children[verb])
    return _denies(parse, verb, "rejects") or (parse.lemma[verb] in _CALLS and false)


def _opens_behind_a_comma(parse: Parse, clause: int) -> bool:
    first = min(below(parse, clause))
    return first > 0 and parse.lower[first - 1] in (",", "—", "–", "-")


_LINKING = frozenset({"be", "become", "remain"})
_CUT_SHORT = frozenset({"'s", "’s"})
_SEEMING = frozenset({"appear", "happen", "seem", "turn"})
_WHOLE = rel.COMPLEMENT | rel.CLAUSE_SUBJECT | rel.ADVERBIAL_CLAUSE | rel.DESCRIBING


def is_impersonal(parse: Parse, it: int) -> bool:
    """Whether the word at `it` is an "it" that is the subject of a verb and stands for nothing."""
    if parse.lower[it] != "it" or parse.dep[it] not in rel.SUBJECT | rel.EXPLETIVE:
        return False
    verb = parse.head[it]
    verb = parse.head[verb] if parse.dep[verb] in rel.HELPER else verb
    lemma, below = parse.lemma[verb], parse.children[verb]
    behind = {parse.dep[c] for c in below if c > verb}
    if parse.dep[it] in rel.EXPLETIVE or lemma in _words("weather"):
        return True
    if parse.dep[it] in rel.PASSIVE_SUBJECT:
        if lemma in _words("resolved") and not rel.OPEN_CLAUSE.isdisjoint(behind):
            return True  # "it was decided to hold a vote"
        return not rel.CONTENT.isdisjoint(behind) and lemma not in heeded(
            "tells somebody"
        )  # "it was told that": a body
    if lemma in _SEEMING:
        return not rel.CONTENT.isdisjoint(behind)
    if lemma == "take":
        return not rel.OBJECT.isdisjoint(behind) and not rel.OPEN_CLAUSE.isdisjoint(behind)
    if lemma not in _LINKING and parse.lower[verb] not in _CUT_SHORT:
        return False
    if not rel.ADJECTIVE_PREDICATE.isdisjoint(behind) and behind & (rel.COMPLEMENT | rel.CLAUSE_SUBJECT):
        return True
    return any(_stands_for_nothing(parse, c) for c in below if parse.dep[c] in rel.PREDICATE)


def only_opens(parse: Parse, it: int) -> bool:
    """Whether the clause of an impersonal "it" only opens another, which tells it all: "it is clear that he left"."""
    verb = parse.head[it]
    verb = parse.head[verb] if parse.dep[verb] in rel.HELPER else verb
    told = (c for c in parse.children[verb] if parse.dep[c] in rel.CONTENT and c > verb)
    return any(_is_finite(parse, c) for c in told)


def _is_finite(parse: Parse, verb: int) -> bool:
    return any(parse.tag[i] in tags.FINITE for i in (verb, *parse.children[verb]))


def _stands_for_nothing(parse: Parse, predicate: int) -> bool:
    lemma, below = parse.lemma[predicate], {parse.dep[c] for c in parse.children[predicate]}
    if lemma in _words("noun"):
        above = {parse.dep[c] for c in parse.children[parse.head[predicate]] if c > predicate}
        return bool((below | above) & _WHOLE)
    alone = not below - (rel.ADVERBIAL | rel.DETERMINER)
    return lemma in _words("weather") or (lemma in _words("hour") and alone)


@cache
def _words(how: str) -> frozenset[str]:
    return frozenset(word for word, kind in lexicon("impersonal_words") if kind == how)


_SHORTEST = 3


def content_words(parse: Parse, mentions: Sequence[Mention], said: Iterable[Clause]) -> tuple[Word, ...]:
    """Give the words of three letters and more that are no function words, in the order of the text.

    Kept are those that tell how a clause stands to what was told before: "later", "but", "such" (`relating_words`),
    and those that open a question in what is `said`: "do not know exactly why he left".
    """
    questions = set(_questions(parse, said))
    names = sorted((m.start, m.end) for m in mentions if m.form == "name")
    starts = [start for start, _ in names]
    reach: list[int] = []  # the furthest end of the names that begin up to here
    for _, end in names:
        reach.append(max(end, reach[-1] if reach else 0))
    found = []
    for i, lemma in enumerate(parse.lemma):
        word = parse.lower[i] if parse.lower[i] in _relating() else lemma.replace("’", "'")
        empty = i not in questions and not _function().isdisjoint((word, parse.lower[i]))
        if len(word) < _SHORTEST or not word[0].isalpha() or empty:
            continue
        before = bisect_right(starts, parse.start[i])
        found.append(Word(parse.start[i], parse.end[i], word, bool(before) and reach[before - 1] > parse.start[i]))
    return tuple(found)


def _questions(parse: Parse, said: Iterable[Clause]) -> Iterator[int]:
    """Give the words that open a question, before the verb of what is said and behind nothing but an adverb."""
    asking = frozenset(row[0] for row in lexicon("question_words"))
    for c in said:
        first = i = bisect_right(parse.start, c.start - 1)
        while i < len(parse.lower) and parse.end[i] <= c.head[1] and i <= first + 1:
            if parse.lower[i] in asking:
                yield i
            i = i + 1 if parse.pos[i] == "ADV" and parse.lower[i] not in asking else len(parse.lower)


@cache
def _function() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon("function_words")) - _relating()


@cache
def _relating() -> frozenset[str]:
    return frozenset(lemma for lemma, where in lexicon("superseding_words") if where == "said") | frozenset(
        row[0] for row in lexicon("relating_words")
    )


_OTHER_SENTENCES = rel.JOINED | rel.PARATAXIS
_BESIDE_A_NOUN = rel.BESIDE_NOUN | rel.CONJUNCTION | rel.RELATIVE
_PERSONS = frozenset({"he", "i", "she", "they", "we"})
_OPENING_MARKS = frozenset('"“(')
_CLOSING_MARKS = frozenset('"”)')
_OPENS_WORDS = frozenset({'"', "“", "``"})
_CLOSES_WORDS = frozenset({'"', "”", "''"})


def extent(parse: Parse, head: int, *, noun: bool) -> tuple[int, int]:
    """Give the first token of the clause of `head` and the one after its last.

    A verb gives up the clauses that are joined to it, a noun also its relative clause, its apposition and what is
    joined to it; a relative clause why somebody of the sentence does what he does. What denies the words before it
    is no part of them. At the edges there is no punctuation but quotation marks and brackets, no conjunction, no
    "that".
    """
    low = high = head
    first_behind, last_before = 0, len(parse.lower)
    other = not noun and _sets_against(parse, parse.head[head], head)
    opens = next((c for c in parse.children[head] if other and parse.lower[c] in _AGAINST), None)
    waiting, denied = [head], list[list[int]]()
    while waiting:
        at = waiting.pop()
        low, high = min(low, at), max(high, at)
        for child in parse.children[at]:
            if child == opens:
                continue
            if denies_what_is_before(parse, child):
                denied.append(sorted(below(parse, child)))
                continue
            if noun:
                if parse.dep[child] in _BESIDE_A_NOUN:
                    continue
            elif at == head and _is_another(parse, head, child):
                continue
            elif at == head and _sets_against(parse, head, child):
                last_before, first_behind = _sides(parse, head, child, last_before, first_behind)
                continue
            waiting.append(child)
    for words in denied:  # the stop behind it is no word of the clause
        if all(parse.pos[i] in ("PUNCT", "SPACE") for i in range(words[-1] + 1, high + 1)):
            high = min(high, words[0] - 1)
    low, high = max(low, first_behind), min(high, last_before)
    return _trimmed(parse, low, high if noun else min(high, end_of_words(parse, low, head, high)))


def end_of_words(parse: Parse, low: int, head: int, high: int) -> int:
    """Give the last token of a clause said in so many words: behind its mark stands to whom: "“God bless you” to Holm".

    It is `high` where no mark opens the clause, and none closes it behind `head`.
    """
    opening = low if parse.lower[low] in _OPENS_WORDS else low - 1
    if opening < 0 or parse.lower[opening] not in _OPENS_WORDS or parse.end[opening] != parse.start[opening + 1]:
        return high  # a straight mark that stands apart from the word behind it closes what was said before
    closing = (i for i in range(head + 1, high) if parse.lower[i] in _CLOSES_WORDS)
    return next((i - 1 for i in closing if parse.start[i] == parse.end[i - 1]), high)


def _is_another(parse: Parse, head: int, child: int) -> bool:
    """Whether what a verb governs is a sentence of its own."""
    joined = parse.dep[child] in _OTHER_SENTENCES and parse.pos[child] in ("VERB", "AUX")
    return joined or _is_parted(parse, head, child) or gives_anothers_reason(parse, head, child)


def _sets_against(parse: Parse, head: int, clause: int) -> bool:
    """Whether `clause` tells what another says of it: "Berg called it a rescue, while Holm called it a raid"."""
    both_say = {parse.lemma[head], parse.lemma[clause]} <= saying_verbs()
    if not both_say or parse.dep[clause] not in rel.ADVERBIAL_CLAUSE:
        return False
    parts = parse.children[clause]
    opens = next((c for c in parts if parse.dep[c] in rel.SUBORDINATOR and parse.lower[c] in _AGAINST), None)
    named = [any(_is_named(parse, c) for c in parse.children[_with_a_subject(parse, verb)]) for verb in (head, clause)]
    if opens is None or not all(named) or not _is_finite(parse, clause):
        return False
    parted = opens - 1 if clause > head else max(below(parse, clause)) + 1
    return 0 <= parted < len(parse.lower) and parse.lower[parted] == ","


def _with_a_subject(parse: Parse, verb: int) -> int:
    """Give the verb that has the subject of one: of "spoke and called it a raid" the first."""
    lends = parse.dep[verb] in rel.JOINED and not any(parse.dep[c] in rel.ACTIVE_SUBJECT for c in parse.children[verb])
    return parse.head[verb] if lends else verb


def _is_named(parse: Parse, word: int) -> bool:
    return parse.dep[word] in rel.ACTIVE_SUBJECT and parse.pos[word] != "PRON"


def _sides(parse: Parse, head: int, clause: int, last: int, first: int) -> tuple[int, int]:
    """Give the last token before `clause` and the first behind it, where `head` has its own words on that side."""
    words = below(parse, clause)
    return (min(last, min(words) - 1), first) if clause > head else (last, max(first, max(words) + 1))


_AGAINST = frozenset({"while", "whereas"})


def _is_parted(parse: Parse, head: int, child: int) -> bool:
    """Whether a semicolon parts a verb from the clause before it, which the parser hung on it."""
    if parse.dep[child] not in rel.CONTENT or child > head:
        return False
    return any(parse.lower[i] == ";" for i in range(child + 1, head))


def gives_anothers_reason(parse: Parse, head: int, clause: int) -> bool:
    """Whether `clause` hangs on a relative clause and says why somebody else does something.

    "He did not play the tape that holds the shots because he is deaf": they are on the tape all the same.
    """
    parts = parse.children[clause]
    why = parse.dep[head] in rel.RELATIVE and any(
        parse.dep[c] in rel.SUBORDINATOR and parse.lower[c] == "because" for c in parts
    )
    return why and any(parse.dep[c] in rel.ACTIVE_SUBJECT and parse.lower[c] in _PERSONS for c in parts)


def _trimmed(parse: Parse, low: int, high: int) -> tuple[int, int]:
    while low < high and _opens(parse, low):
        low += 1
    while high > low and _closes(parse, high):
        high -= 1
    return low, high + 1


def _opens(parse: Parse, i: int) -> bool:
    if parse.pos[i] == "SPACE" or (parse.lower[i] == "that" and parse.dep[i] in rel.SUBORDINATOR):
        return True
    return parse.pos[i] in ("PUNCT", "CCONJ") and parse.lower[i] not in _OPENING_MARKS


def _closes(parse: Parse, i: int) -> bool:
    if parse.pos[i] in ("SPACE", "CCONJ"):
        return True
    return parse.pos[i] == "PUNCT" and parse.lower[i] not in _CLOSING_MARKS


def are_dashes(parse: Parse, before: int, after: int) -> bool:
    """Whether two tokens are a pair of dashes, which is cut with what stands between; a hyphen is part of a word."""
    dash = parse.lower[before]
    glued = parse.end[before] == parse.start[before + 1] or parse.end[after - 1] == parse.start[after]
    return dash == parse.lower[after] and (dash in _DASHES or (dash == "-" and not glued))


_DASHES = frozenset({"--", "–", "—"})


def opening_phrase(parse: Parse, first: int) -> set[int]:
    """Give the words that only tie a sentence to the one before, with their comma: "*as a result,* the port closed"."""
    for end in range(first, min(first + _LONGEST_PHRASE, len(parse.lower) - 1)):
        if parse.lower[end + 1] == "," and " ".join(parse.lower[first : end + 1]) in heeded("opening phrase"):
            return set(range(first, end + 2))
    return set()


_LONGEST_PHRASE = 4


def becomes_of_it(parse: Parse, part: int) -> bool:
    """Whether a participle tells what something was seen to do, or left as: "saw weeks of May *renamed*"."""
    noun = parse.head[part]
    while parse.dep[noun] in rel.GOVERNED and parse.lower[parse.head[noun]] == "of":
        noun = parse.head[parse.head[noun]]
    told = parse.dep[noun] in rel.OBJECT and parse.lemma[parse.head[noun]] in heeded("with what becomes of it")
    return told and parse.tag[part] in tags.ANY_PARTICIPLE


def is_seen_doing(parse: Parse, doing: int) -> bool:
    """Whether a participle tells what somebody was seen to do: "was caught on film *leaving* the bank"."""
    verb = parse.head[doing]
    while parse.dep[verb] in rel.GOVERNED | rel.PREPOSITION_OR_AGENT:
        verb = parse.head[verb]  # "was seen in a film *leaving*" is read as of the film
    undergone = any(parse.dep[c] in rel.PASSIVE_HELPER for c in parse.children[verb])
    return undergone and parse.tag[doing] in tags.GERUND and parse.lemma[verb] in heeded("with what becomes of it")


_ENTRY_MARKS = frozenset({"—", "–", "-", "--", ":"})
_IN_A_DATE = frozenset({",", "."})
_DIGITS_OF_A_YEAR = 4


def without_clock(parse: Parse, keep: set[int]) -> None:
    """Take away the hour or day of an entry: "9:05 p.m. — The fire is out", "21 May 2023 – The army calls".

    A number alone before a hyphen is none: "35-year-old Berg".
    """
    if not keep:
        return
    first = min(keep)
    hour, _, minute = parse.lower[first].partition(":")
    mark = first
    if hour.isdigit() and minute[:2].isdigit():
        mark += 1
        if mark in keep and parse.lower[mark] in heeded("half of the day"):
            mark += 1
    else:
        while mark in keep and (parse.lower[mark].isdigit() or parse.lower[mark] in _IN_A_DATE | heeded("month")):
            mark += 1
    if not first < mark or mark not in keep or parse.lower[mark] not in _ENTRY_MARKS:
        return
    lone = mark == first + 1 and hour.isdigit() and not minute and len(hour) < _DIGITS_OF_A_YEAR
    if not lone or parse.tag[mark] not in tags.HYPHEN:
        keep.difference_update(range(first, mark + 1))
