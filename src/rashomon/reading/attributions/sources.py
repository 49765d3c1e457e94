"""The source of a verb is who does the saying: its subject, its agent, or who governs it."""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Doc, Token

from rashomon.reading.attributions.source_nouns import is_agent, source_nouns

# Verbs whose object, not whose subject, is who acts in the infinitive: "urged them to say".
_OBJECT_CONTROL = frozenset(
    [
        "advise",
        "allow",
        "ask",
        "beg",
        "bring",
        "call",
        "cause",
        "challenge",
        "command",
        "convince",
        "direct",
        "drive",
        "enable",
        "encourage",
        "expect",
        "forbid",
        "force",
        "get",
        "hear",
        "help",
        "inspire",
        "instruct",
        "invite",
        "lead",
        "leave",
        "let",
        "make",
        "motivate",
        "move",
        "order",
        "permit",
        "persuade",
        "press",
        "pressure",
        "prompt",
        "push",
        "remind",
        "request",
        "require",
        "see",
        "tell",
        "tempt",
        "urge",
        "warn",
        "watch",
    ]
)
_DEPTH = 6
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_UNDERGOES = frozenset({"dative", "dobj", "nsubjpass"})
_QUOTING = frozenset({"quote", "cite"})
_PREDICATES = frozenset({"VERB", "AUX", "ADJ"})
_GOVERNED = frozenset({"acl", "advcl", "ccomp", "pcomp", "prep", "parataxis", "acomp", "csubj", "xcomp"})


def speaker(verb: Token) -> tuple[Token | None, bool]:
    """Give the head of the noun phrase that says what `verb` says, and whether the verb is passive.

    A passive verb without an agent has no source: its subject is spoken of.
    """
    if is_passive(verb):
        return _agent(verb), True
    if joins_passive(verb):
        if not acts(verb):
            return None, True
        teller = next(filter(own_subject, islice(verb.head.ancestors, _DEPTH)), None)
        if teller is not None:
            return own_subject(teller), False
    who = _subject(verb, _DEPTH)
    if who is None:
        return None, False
    if verb.dep_ == "relcl" and who.lower_ == "that" and (issuer := _issuer(verb.head)) is not None:
        return issuer, False
    if verb.dep_ == "acl" and verb.head == who and (issuer := _issuer(who)) is not None:
        return issuer, False
    joined = verb.i > who.i + 1 and verb.nbor(-1).tag_ == "CC"  # a thing does not stand right before "and revealed"
    if not may_speak(who) and (joined or (verb.tag_ == "VBG" and own_subject(verb) is None)):
        return _who_may(verb, who) or who, False
    who = _before_relative(verb, who)
    return (who if verb.tag_ == "VB" else _behind_comma(verb, who)), False


def _before_relative(verb: Token, who: Token) -> Token:
    """Give who speaks where the parser took the end of what hangs on him for the subject of `verb`.

    "The firm that runs it said": not it; "a reporter at the scene said": not the scene.
    """
    relative = who.nbor(-1) if who.i else who
    if who.lower_ in ("it", "them", "her", "him") and relative.dep_ == "relcl" and relative.tag_ in _FINITE:
        own = own_subject(relative)
        if own is not None and own.tag_ in ("WDT", "WP") and own.i == relative.i - 1 and relative.head.i == own.i - 1:
            return relative.head
    if is_thing(who) and who.dep_ == "pobj" and who.i + 1 == verb.i:
        holder = who.head.head
        if holder.pos_ in _NOMINAL and may_speak(holder) and holder.i < who.i:
            return holder
    return who


def _who_may(verb: Token, thing: Token) -> Token | None:
    """Give who speaks in a participle that hangs on a thing: who holds the thing, or whose clause it stands in.

    "She believes that the raids were planned, stressing that …", "the mayor's remarks blaming the harbour".
    """
    if verb.head == thing:
        owner = next((c for c in thing.children if c.dep_ == "poss" and may_speak(c)), None)
        return None if owner is None or owner.ent_type_ in _WHEN else owner
    for above in islice(thing.head.ancestors, _DEPTH):
        if above.pos_ in _PREDICATES:
            who = own_subject(above)
            if who is not None and may_speak(who):
                return who
    return None


def _issuer(paper: Token) -> Token | None:
    """Give who puts forward a document in whose participle words stand: "Ann Berg issued a statement saying"."""
    if paper.lemma_ in _HELD_UP or (source_nouns().get(paper.lower_) != "document" and not is_thing(paper)):
        return None
    owner = next((c for c in paper.children if c.dep_ == "poss"), None)
    if owner is not None and owner.pos_ != "PRON":
        return owner if may_speak(owner) else None
    if paper.dep_ == "pobj" and paper.head.lower_ == "of" and paper.head.head.dep_ == "dobj":
        paper = paper.head.head  # "a series of letters"
    who: Token | None = None
    if paper.dep_ == "dobj" and (owner is not None or paper.head.lemma_.lower() in _ISSUING):
        who = _governed(paper.head, _DEPTH)
    elif paper.dep_ == "pobj" and paper.head.lower_ in ("at", "in", "with") and paper.head.head.pos_ == "VERB":
        who = own_subject(paper.head.head)  # "hit back in an article saying"
    return who if who is not None and may_speak(who) else owner


_HELD_UP = frozenset({"banner", "placard", "poster", "sign"})
_ISSUING = frozenset(
    {
        "adopt",
        "air",
        "carry",
        "circulate",
        "convey",
        "deliver",
        "distribute",
        "draft",
        "file",
        "give",
        "issue",
        "launch",
        "make",
        "pen",
        "post",
    }
    | {"publish", "put", "release", "run", "send", "share", "sign", "submit", "tweet", "unleash", "withdraw", "write"}
)


def _behind_comma(verb: Token, who: Token) -> Token:
    """Give the subject that the parser hung behind a comma on a noun that cannot be it.

    "In talks with Norvia, Ann Berg said": what a preposition governs is no subject. "Berg, an aide said, is well":
    what stands right before a verb that a comma follows is.
    """
    doc, start = verb.doc, who.left_edge.i
    if who.ent_type_ in _WHEN:  # "On Monday, Berg and his aides said"
        return next((c for c in who.children if c.dep_ in ("appos", "conj") and may_speak(c)), who)
    for child in who.children:
        if (
            child.dep_ not in ("appos", "conj")
            or not who.i < child.i < verb.i
            or doc[child.left_edge.i - 1].text != ","
        ):
            continue
        if child.dep_ == "conj" and any(c.dep_ == "cc" for c in who.children):
            continue
        before = doc[start - 1]
        governed = start > verb.sent.start and (before.dep_ == "prep" or before.tag_ in ("VB", "VBG"))
        if governed or (child.dep_ == "appos" and child.right_edge.i + 1 == verb.i and _goes_on(doc, verb.i + 1)):
            return child
    return who


def _goes_on(doc: Doc, i: int) -> bool:
    """Whether the sentence goes on behind a comma, within quotation marks or not, and not with a new utterance."""
    if i >= len(doc) or doc[i].text != ",":
        return False
    words = (doc[k] for k in range(i + 1, min(i + 4, len(doc))))
    return next((word.is_lower for word in words if word.is_alpha), False)


def named(who: Token) -> Token:
    """Give the name that two roles share, "journalist and analyst Ann Berg": one person, whose name is the second's.

    Or the person who is set beside what a state or body has: "Norvia's Storting, Ann Berg," is an office of hers.
    """
    if who.pos_ == "PROPN" and [c.dep_ for c in who.children if c.i < who.i] == ["poss"]:
        beside = (c for c in who.children if c.dep_ == "appos" and c.ent_type_ == "PERSON")
        return next((c for c in beside if c.doc[c.left_edge.i - 1].text == ","), who)
    if who.tag_ != "NN" or any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ != "the") for c in who.children):
        return who
    for child in who.children:
        role = any(c.dep_ == "compound" and c.tag_ == "NN" for c in child.children)
        before = child.doc[child.left_edge.i - 1]
        if child.dep_ != "conj" or child.pos_ != "PROPN":
            continue
        if (role and before.lower_ == "and") or (before.tag_ == "NN" and before.dep_ == "conj" and before.head == who):
            return child
    return who


_SPEECHLESS_PRONOUNS = frozenset({"that", "which", "this", "these", "those", "there", "what", "all", "much"})
_WHEN = frozenset({"DATE", "TIME"})
_BODIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def may_speak(who: Token) -> bool:
    """Whether the head of a noun phrase can be somebody: a name, a pronoun, or a listed noun of sources."""
    if who.lower_ in ("that", "which") and who.head.dep_ == "relcl":
        return may_speak(who.head.head)
    if who.pos_ == "PRON":
        return who.lower_ not in _SPEECHLESS_PRONOUNS
    return who.pos_ == "PROPN" or who.ent_type_ in _BODIES or who.lower_ in source_nouns()


def is_passive(verb: Token) -> bool:
    """Whether the verb form is passive, participles without an auxiliary ("accused of") among them."""
    if _has_done(verb):
        return False
    for child in verb.children:
        if child.dep_ in ("nsubjpass", "auxpass", "csubjpass"):
            return True
        if child.dep_ == "agent":
            return True
    if verb.dep_ == "advcl" and verb.tag_ in ("VBN", "VBD"):  # "Asked whether he knew, he said no"
        return not any(c.dep_ in ("nsubj", "aux") for c in verb.children) and not _behind_participle(verb)
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod") and not mistaken(verb)


def _has_done(verb: Token) -> bool:
    """Tell "he's predicted a win", "who's called for talks" from a passive: somebody has, and there is what he has."""
    who = what = False
    for child in verb.children:
        who = who or (child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in ("he", "she", "who"))
        what = what or (child.dep_ in ("dobj", "ccomp") or (child.dep_ == "prep" and child.lower_ == "for"))
        if child.dep_ == "agent" or (child.dep_ == "auxpass" and child.lower_ not in ("'s", "’s")):
            return False
    return who and what


def _behind_participle(verb: Token) -> bool:
    """Tell the main verb where the parser took a participle for it: "Marchers singing in the rain chanted"."""
    head = verb.head
    bare = head.tag_ == "VBG" and head.dep_ == "ROOT" and not any(c.dep_ == "aux" for c in head.children)
    return bare and verb.tag_ == "VBD" and verb.i > head.i and own_subject(head) is not None


def mistaken(verb: Token) -> bool:
    """Tell a past tense that the parser hung on a noun as if it were a participle: the noun has no verb of its own.

    In "A source revealed to us that …" the source would be the root of the sentence.
    """
    head = verb.head
    if verb.dep_ != "acl" or verb.tag_ not in ("VBD", "VBN") or head.pos_ not in ("NOUN", "PROPN"):
        return False
    if head.dep_ != "ROOT" and not (source_nouns().get(head.lower_) in _PERSONS and _told_that(verb)):
        return False
    return not any(c.dep_ == "aux" for c in verb.children)


_PERSONS = frozenset({"anonymous", "person", "office"})


def _told_that(verb: Token) -> bool:
    """Whether a that-clause follows the verb though it hangs on the noun before: nobody is revealed to us that."""
    if any(c.dep_ == "agent" for c in verb.children):
        return False
    follow = (c for c in verb.head.children if c.i > verb.i and c.dep_ in ("acl", "relcl", "ccomp"))
    return any(m.dep_ == "mark" and m.lower_ == "that" for clause in follow for m in clause.children)


def _agent(verb: Token) -> Token | None:
    said = (c for p in verb.children if p.lower_ == "as" for c in p.children if c.dep_ == "pcomp")
    for child in (c for v in (verb, *said) for c in v.children):  # "was quoted as saying by the agency"
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for grandchild in child.children:
                if grandchild.dep_ == "pobj":
                    return grandchild
    return None


def joins_passive(verb: Token) -> bool:
    """Whether the verb is joined to a passive one and has no subject of its own.

    Whoever undergoes the one does not do the other: "said that ten were hurt and blamed the port" is the sayer's blame
    (`acts`), and those "arrested and charged" charge nobody.
    """
    return (
        verb.dep_ == "conj"
        and verb.tag_ in ("VBD", "VBN")
        and verb.head.tag_ == "VBN"
        and is_passive(verb.head)
        and own_subject(verb) is None
        and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)
        and (acts(verb) or verb.tag_ == "VBN")
    )


def acts(verb: Token) -> bool:
    """Whether the verb has an object or a clause that it governs."""
    return any(c.dep_ in ("dobj", "ccomp") for c in verb.children)


def own_subject(verb: Token) -> Token | None:
    """Give the subject that the verb itself has, or none; of several, the one that stands next before it."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    before = [c for c in subjects if c.i < verb.i]
    if len(before) > 1 and any(c.dep_ == "cc" for c in before[-1].children) and _next(before[-2], before[-1]):
        return before[-2]  # "the family, friends and neighbours said"
    return before[-1] if before else next(iter(subjects), None)


def _next(first: Token, second: Token) -> bool:
    """Whether nothing but a comma stands between two noun phrases."""
    return first.right_edge.i + 2 == second.left_edge.i and first.doc[first.right_edge.i + 1].text == ","


def _subject(verb: Token, depth: int) -> Token | None:
    own = own_subject(verb)
    head, dep = verb.head, verb.dep_
    if own is not None or depth == 0 or head == verb:
        return own
    if dep == "relcl" or (dep == "acl" and (verb.tag_ == "VBG" or mistaken(verb))):
        return head
    if dep in ("conj", "dep"):
        return _governed(head, depth - 1) if head.pos_ in _PREDICATES else None
    if dep == "xcomp" and head.lemma_.lower() in _OBJECT_CONTROL:
        controlled = next((c for c in head.children if c.dep_ in ("dobj", "nsubjpass")), None)
        return controlled or _governed(head, depth - 1)
    if dep == "pcomp" and head.lower_ == "as" and head.head.lemma_.lower() in _QUOTING:
        return next((c for c in head.head.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if dep == "pcomp" and head.lower_ == "for" and head.head.pos_ == "VERB":  # "thanked them for saying"
        blamed = next((c for c in head.head.children if c.dep_ in _UNDERGOES and may_speak(c)), None)
        if blamed is not None:
            return blamed
    if dep in _GOVERNED:
        while head.dep_ in ("prep", "pcomp", "agent") and head.head != head:
            head = head.head
        if head.pos_ in _PREDICATES:
            return _governed(head, depth - 1)
        if head.pos_ in ("NOUN", "PROPN"):
            return _holder(head, depth - 1)
    return None


def _governed(head: Token, depth: int) -> Token | None:
    """Who governs: the head's own subject, passive ones too, or who governs the head."""
    for child in head.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            return child
    return _subject(head, depth)


def _holder(noun: Token, depth: int) -> Token | None:
    """Who holds the noun that a clause hangs on: "her decision to say", "the senator's promise to"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    if noun.dep_ in ("dobj", "attr") and noun.head.pos_ in ("VERB", "AUX"):
        return _governed(noun.head, depth)
    return None


def phrase(head: Token, verb: Token | None = None) -> tuple[int, int]:
    """Give the tokens `[start, end)` of the noun phrase at `head`: appositions in, a loose relative clause out."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    doc = head.doc
    for child in head.children:
        stop = _stops_before(head, child, verb) if child.i > head.i else None
        if stop is not None:
            end = min(end, stop)
    if head.dep_ == "poss" or (doc[end - 1].tag_ == "POS"):
        while end > head.i + 1 and doc[end - 1].tag_ == "POS":
            end -= 1
    while end > head.i + 1 and (doc[end - 1].lower_ in _REFLEXIVE or _hangs(doc, start, end - 1)):
        end -= 1
    for i in range(head.i - 1, start, -1):
        paired = end < len(doc) and doc[end].text in _DASHES
        if doc[i].text in _DASHES and doc[i - 1].whitespace_ and doc[i].whitespace_ and not paired:
            start = i + 1
            break
    start = _before_hyphen(doc, start)
    if end + 1 < len(doc) and doc[end].text == "-" and not doc[end].whitespace_ and not doc[end - 1].whitespace_:
        end += 2  # "his ex-wife"
    while start < head.i and (
        doc[start].is_space or doc[start].is_punct or doc[start].dep_ in ("cc", "mark", "preconj")
    ):
        start += 1
    return start, end


def _stops_before(head: Token, child: Token, verb: Token | None) -> int | None:
    """Give the index before which a phrase stops because what the parser hung on its head is no part of it, or none."""
    first, governor = child.left_edge.i, head.head.i
    if (child == verb and child.tag_ == "VBG") or (child.dep_ == "acl" and child.lower_ in ("citing", "quoting")):
        return first
    if verb is not None and child.i == verb.i and (child.dep_, child.tag_) in _TAKEN_FOR_PART:
        return child.i
    if head.i < governor < first:
        return governor
    if _tells_when(child) and (head.pos_ == "PROPN" or source_nouns().get(head.lower_, "document") != "document"):
        return first
    aside = child.dep_ == "prep" and child.lower_ in _ON_OCCASION  # "Berg, in a meeting with the mayor, said"
    loose = (aside or child.dep_ in _CLAUSES) and _breaks(head.doc, first - 1)
    long = child.dep_ == "relcl" and child.right_edge.i - first > _LONG
    return first if loose or long or (child.dep_ == "acl" and mistaken(child)) else None


def _tells_when(child: Token) -> bool:
    """Whether what hangs on a noun belongs to its verb: "the mayor on Monday"."""
    if child.dep_ != "prep" or child.lower_ not in ("on", "in", "at"):
        return False
    return any(c.dep_ == "pobj" and c.ent_type_ in ("DATE", "TIME") for c in child.children)


def _before_hyphen(doc: Doc, start: int) -> int:
    """Give where a phrase starts that the parser cut at a hyphen: "his ex-wife"."""
    if start > 2 and doc[start - 1].text == "-" and not doc[start - 1].whitespace_ and not doc[start - 2].whitespace_:
        return min(start - 2, doc[start - 2].left_edge.i)
    return start


def is_thing(who: Token) -> bool:
    """Whether the head of a noun phrase is one thing that no list of speakers knows: "the trip", "a storm that"."""
    if who.lower_ in ("that", "which") and who.head.dep_ == "relcl":
        who = who.head.head
    return who.tag_ == "NN" and who.pos_ == "NOUN" and not may_speak(who) and not is_agent(who.lower_)


# A verb that says what its own head says: the parser hung the main verb on its subject.
_TAKEN_FOR_PART = frozenset({("relcl", "VBD"), ("relcl", "VBZ"), ("relcl", "VBP"), ("acl", "VBN")})
_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis"})
_ON_OCCASION = frozenset({"after", "at", "before", "during", "in", "on"})
_LONG = 25
_DASHES = frozenset({"—", "–", "-", "--"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_BRACKETS = frozenset({")", "]"})
_PAIRS = {'"': '"', "”": "“", "''": "''", "»": "«"}


def _breaks(doc: Doc, i: int) -> bool:
    """Whether the token parts a phrase: a comma, a semicolon or a dash; the hyphen of "ex-wife" does not."""
    return doc[i].text in (",", ";") or (doc[i].text in _DASHES and (i == 0 or bool(doc[i - 1].whitespace_)))


def _hangs(doc: Doc, start: int, i: int) -> bool:
    """Whether the token is loose at the end of a phrase from `start` on: no bracket, no mark of a pair in it."""
    token = doc[i]
    if not (token.is_punct or token.is_space or token.text == "''") or token.text in _BRACKETS:
        return False
    partner = _PAIRS.get(token.text)
    return partner is None or sum(doc[k].text == partner for k in range(start, i)) % 2 == 0


_VOICES = frozenset({"anonymous", "person", "office", "outlet", "collective"})


def can_speak(who: Token) -> bool:
    """Whether an object can be a voice of its own: "citing two officials", not "citing the cost"."""
    return who.ent_type_ in ("PERSON", "ORG") or source_nouns().get(who.lower_) in _VOICES


def can_be_cited(who: Token) -> bool:
    """Whether an object can be who stands behind what is passed on: "citing the ministry", not "citing the cost"."""
    return can_speak(who) or source_nouns().get(who.lower_) == "institution" or _is_anybody(who)


def _is_anybody(who: Token) -> bool:
    """Whether no list knows a noun that means somebody all the same: "a fisherman", "a caller who heard it"."""
    if who.pos_ != "NOUN" or not is_agent(who.lower_.removesuffix("s")):
        return who.lower_.endswith(("men", "women"))
    asked = (w for c in who.children if c.dep_ == "relcl" for w in c.children)
    return who.lower_.endswith(_SOMEBODY) or any(w.lower_ == "who" for w in asked)


_SOMEBODY = ("man", "woman", "person", "ist", "ists", "mate", "mates")
