"""The mention that a phrase refers through: the one that stands at its head, or a new nominal one."""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc, Span, Token

from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependents
from rashomon.reading.mentions.beside import body_sorts, is_a_trade
from rashomon.reading.mentions.gazetteer import atlas, nominal_heads
from rashomon.reading.mentions.verbs import ONE_OF
from rashomon.records import Chain, Mention, MentionForm, MentionKind, Reason

_DEEPEST = 8
"""How many mentions may stand one inside the other."""
_WHO = frozenset({"who", "whom", "whose"})
_GOES_ON = _WHO | {"and", "but"}
_SOMEBODY = ("man", "woman", "person")
_ROLE = 14
"""How many tokens a role may run on before the name."""


def refer(phrase: Span, head: Token | None = None) -> str:
    """Give the id of the mention at the head of `phrase`; where there is none, add a nominal one of its own chain.

    `head` is the phrase's syntactic root unless told. Where the head is a person's title or the noun that a name
    stands beside ("the spokesman, Ali Hassan"), the name is meant. A new mention covers the whole phrase and is of
    the kind that its head noun tells; it is kept in text order in `doc._.rashomon_mentions`, and ids, once given,
    never change.
    """
    doc = phrase.doc
    root = phrase.root if head is None else head
    known = _headed_at(doc, root) or _beside(doc, root, phrase)
    if known is not None:
        return known.id
    number = len(doc._.rashomon_mentions) + 1
    phrase = _short_of_clauses(phrase, root)
    kind, form = _kind(root)
    state = atlas().demonym(root.text) if root.tag_ in tags.ADJECTIVE else ""
    chain = _government(doc, state) if state else None
    because = Reason("refer", "phrase")
    if chain is None:
        name = _shared_noun(phrase, root) if state else phrase.text
        roles = (name, f"government of {state}") if state else (name,)
        chain = Chain(f"c{len(doc._.rashomon_chains) + 1}", name, kind, (), roles, because)
        doc._.rashomon_chains = (*doc._.rashomon_chains, chain)
    else:
        because = Reason("refer", f"demonym-of:{state}")
    mention = Mention(f"m{number}", phrase.start_char, phrase.end_char, chain.kind, form, chain.id, because)
    mentions = list(doc._.rashomon_mentions)
    mentions.insert(bisect_right(mentions, _place(mention), key=_place), mention)
    doc._.rashomon_mentions = tuple(mentions)
    return mention.id


def _short_of_clauses(phrase: Span, root: Token) -> Span:
    """Give a phrase without what a comma parts from it: "a ferrier who works there, and who asked us not to …"."""
    doc = phrase.doc
    loose = (k for k in range(root.i + 1, phrase.end - 2) if doc[k].text == "," and doc[k + 1].lower_ in _GOES_ON)
    end = next((k for k in loose if {doc[k + 1].lower_, doc[k + 2].lower_} & _WHO), phrase.end)
    return doc[phrase.start : end]


def _shared_noun(phrase: Span, root: Token) -> str:
    """Give a demonym with the noun that it shares with another: of "Turkish and Saudi authorities" the Turkish ones."""
    joined = any(atlas().demonym(c.text) for c in dependents(root, rel.JOINED))
    shares = joined and root.dep_ in rel.BEFORE_NOUN and root.head.tag_ in tags.PLURAL
    return f"{phrase.text} {root.head.text}" if shares else phrase.text


def _government(doc: Doc, state: str) -> Chain | None:
    """Give the chain of a state's government: "American" strikes are the United States' strikes."""
    wanted = f"government of {state}"
    return next((chain for chain in doc._.rashomon_chains if wanted in chain.roles), None)


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, -mention.end


def _headed_at(doc: Doc, root: Token) -> Mention | None:
    """Give the smallest mention that holds `root`, unless `root` only stands in the phrase that hangs on its head."""
    mentions: tuple[Mention, ...] = doc._.rashomon_mentions
    at, best = root.idx, None
    place = bisect_right(mentions, (at, 1), key=_place)
    for mention in reversed(mentions[max(0, place - _DEEPEST) : place]):
        if not mention.start <= at < mention.end:
            continue
        if mention.form == "nominal" and not _is_head(doc, mention, root):
            continue
        if best is None or (mention.end - mention.start) < (best.end - best.start):
            best = mention
    return best


def _is_head(doc: Doc, mention: Mention, root: Token) -> bool:
    """The noun phrase of a nominal mention hangs on `root`, or `root` stands before its first preposition."""
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None or span.root.i == root.i:
        return True
    return not any(t.dep_ in rel.PREPOSITION and t.i < root.i for t in span)


def _beside(doc: Doc, root: Token, phrase: Span) -> Mention | None:
    """Give the name that stands in apposition to `root`, or that `root` is the title of: a person's, or a body's."""
    near = [
        c
        for c in root.children
        if c.dep_ in rel.APPOSITION | rel.FLAT_NAME or (c.dep_ in rel.COMPOUND and c.i > root.i)
    ]
    near = [c for c in near if not titled_together(c) and not _is_of_another(root, c)]  # "its Elm station chief"
    if root.lower_ in ONE_OF:  # "One of them, Hana Umar,": the parser may set her beside "them"
        near += [t for t in phrase if t.dep_ in rel.APPOSITION and t.pos_ == "PROPN" and root.is_ancestor(t)]
    if root.dep_ in rel.NAME_PART and phrase.start <= root.head.i < phrase.end:
        near.append(root.head)
    for token in near:
        mention = _headed_at(doc, token)
        body = root.lower_ in body_sorts("noun") or token is root.head or is_a_trade(root.lower_)
        kinds = {"person", "organisation", "group"} if body else {"person"}
        if mention is not None and mention.form == "name" and mention.kind in kinds:
            return mention
    return _bearer(doc, root) or _bearer_before(doc, phrase, root)


def _bearer_before(doc: Doc, phrase: Span, root: Token) -> Mention | None:
    """Give the person behind whose name the role `root` stands between commas, and of whom the report tells it."""
    if phrase.start < 2 or doc[phrase.start - 1].text != ",":
        return None
    mention = _headed_at(doc, doc[phrase.start - 2])
    if mention is None or mention.form != "name" or mention.kind != "person":
        return None
    roles = next((c.roles for c in doc._.rashomon_chains if c.id == mention.chain), ())
    return mention if any(root.text in role.split() and role in phrase.text for role in roles) else None


def _is_of_another(root: Token, name: Token) -> bool:
    """Whether the one name behind several people is of whom they are: "two friends of the singer, Ann Holm"."""
    if root.tag_ not in tags.COMMON_PLURAL or name.tag_ in tags.PLURAL or dependents(name, rel.JOINED):
        return False
    whose = (g for p in dependents(root, rel.PREPOSITION) for g in dependents(p, rel.GOVERNED))
    return any(root.i < whom.i < name.i and whom.tag_ in tags.SINGULAR for whom in whose)


def titled_together(name: Token) -> bool:
    """Tell the first of the names behind one title, "the friend of Presidents Berg and Holm": nobody's apposition."""
    before = name.left_edge.i - 1
    return before > name.head.i and name.doc[before].tag_ in tags.PLURAL


def _bearer(doc: Doc, root: Token) -> Mention | None:
    """Give the person whose name follows the role that `root` carries, where the parser did not join the two."""
    if root.lower_ not in nominal_heads():
        return None
    for token in doc[root.i + 1 : min(root.i + _ROLE, root.sent.end)]:
        mention = _headed_at(doc, token) if token.text[0].isupper() else None
        if mention is not None and mention.form == "name" and mention.kind == "person":
            roles = next((c.roles for c in doc._.rashomon_chains if c.id == mention.chain), ())
            return mention if any(root.text in role.split() for role in roles) else None
    return None


def _kind(root: Token) -> tuple[MentionKind, MentionForm]:
    """Give the kind that a head noun, demonym or pronoun tells."""
    if root.pos_ == "PRON":
        return ("person" if root.lower_ in {"i", "he", "she", "who"} else "other"), "pronoun"
    plural = root.tag_ in tags.PLURAL
    somebody = root.tag_ in tags.COMMON_NOUN and (root.lower_.endswith(_SOMEBODY) or _is_who(root))
    unknown: tuple[MentionKind, str] = ("person" if somebody else "other", "")
    kind, _ = nominal_heads().get(root.lemma_.lower() if plural else root.lower_, unknown)
    if atlas().demonym(root.text):
        kind = "organisation" if root.tag_ in tags.ADJECTIVE else "group"
    return ("group" if plural and kind == "person" else kind), "nominal"


def _is_who(noun: Token) -> bool:
    """Whether a relative clause right behind a noun tells of it as of a person: "a ferrier who works there"."""
    who = [w for c in dependents(noun, rel.RELATIVE) for w in c.children if w.lower_ == "who"]
    return any(all(t.is_punct for t in noun.doc[noun.i + 1 : w.i]) for w in who)
