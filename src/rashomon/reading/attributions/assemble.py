"""Findings of every kind become attributions: contents grow to whole quotations, and nothing is said twice.

Attributions of one report: source, cue and content of all that somebody puts forward.
"""

from __future__ import annotations

import bisect
import re

from spacy.language import Language
from spacy.tokens import Doc, Token

import rashomon.reading.factories  # noqa: F401  (the layers must stand before a reader writes)
from rashomon.language import word_set
from rashomon.reading.attributions.announced import announced
from rashomon.reading.attributions.denials import unsupported
from rashomon.reading.attributions.finding import Finding, certain, framed, other_voices
from rashomon.reading.attributions.joined_voices import joined_sources
from rashomon.reading.attributions.lost_subjects import (
    earlier_issuer,
    issuer_of,
    paper_meant,
    told_by_age_or_children,
)
from rashomon.reading.attributions.nouns import nouns
from rashomon.reading.attributions.phrases import adjectives, phrases
from rashomon.reading.attributions.quoted import quoted, with_first_half
from rashomon.reading.attributions.quotes import Quotation, quotes
from rashomon.reading.attributions.said_of_before import said_of_before
from rashomon.reading.attributions.signs import signs
from rashomon.reading.attributions.source_kind import ChainIndex, Kind, source_kind
from rashomon.reading.attributions.sources import named
from rashomon.reading.attributions.verbs import verbs
from rashomon.reading.attributions.who_is_named import channel, phrase, received
from rashomon.reading.attributions.who_may_speak import antecedent, may_speak
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.relations import dependents
from rashomon.reading.refer import refer
from rashomon.reading.regions.within import is_asked
from rashomon.records import Attribution, QuoteKind, Reason, Span


class _Attributions:
    def __init__(self, precise: bool) -> None:
        self.precise = precise

    def __call__(self, doc: Doc) -> Doc:
        doc._.rashomon_attributions = assemble(doc, self.precise)
        return doc


def attributions(nlp: Language, name: str, precise: bool = False) -> _Attributions:
    """Make the reader of attributions, which writes `doc._.rashomon_attributions`."""
    return _Attributions(precise)


_NOT_BODY = frozenset({"boilerplate", "site", "date", "credit", "related_link", "syndication_credit"})
_FEW = 4
_ALL_QUOTED = 0.95
_GOING_ON = word_set("words_of_speech", "goes_on")
_LABEL = re.compile(r"^(?:how|what|when|where|who|why)\b[^.:!?\n\"“]{1,60}:", re.MULTILINE | re.IGNORECASE)
"""What heads a passage of a newsletter: "WHAT BOTH SIDES SAY:" quotes nobody."""


def assemble(doc: Doc, precise: bool) -> tuple[Attribution, ...]:
    """Read the attributions of `doc`, in text order; `precise` keeps only what needs no review."""
    text = doc.text  # made anew at each call
    marks = quotes(text)
    home = _homes(doc, marks)
    marked = signs(doc, text, marks)
    without = unsupported(doc)
    tagged = {f.token for f in marked if f.because.rule == "headline-tag"} | {f.token for f in without}
    found = (
        [f for f in _once(verbs(doc, home), nouns(doc)) if f.token not in tagged]
        + without
        + adjectives(doc)
        + received(doc)
        + phrases(doc)
        + marked
    )
    found += quoted(doc, [f for f in found if home[f.token] < 0 or f.fixed], marks, home)
    with_first_half(doc, found, home)
    found = _held(doc, _without_echoes(found))
    before = said_of_before(doc, found, home)
    before += announced(doc, found + before, home)
    found = [f for f in found if f.token not in {b.token for b in before}] + before
    out = _outside(doc)
    for finding in found:
        finding.content = _content(doc, text, finding, marks, home)
    _grow(doc, found)
    found += joined_sources(found)
    asked = [(r.start, r.end) for r in doc._.rashomon_regions if is_asked(r)]
    signed = {  # it stands in a region of its own
        f.at
        for f in marked
        if f.because.rule == "signature-post" or (f.because.rule == "transcript" and _in(asked, f.at))
    }
    labels = [m.span() for m in _LABEL.finditer(text)]
    body = (f for f in found if f.at in signed or (not _in(out, f.at) and not (f.verb and _in(labels, f.at))))
    kept = [f for f in body if f.content and not (precise and not certain(f))]
    rows = _rows(doc, text, sorted(kept, key=lambda f: (f.at, str(f.because))), marks, home)
    return tuple(other_voices(rows, text, doc._.rashomon_mentions))


def _grow(doc: Doc, found: list[Finding]) -> None:
    """Give "according to" all that those say whose words it holds: “…,” Berg said, according to the paper. “…”."""
    by_sentence: dict[int, list[Finding]] = {}
    outers = [f for f in found if f.because.rule == "according-to" and f.content]
    if outers:
        for f in found:
            if f.plain_frame in ("clause", "quote"):
                by_sentence.setdefault(doc[f.token].sent.start, []).append(f)
    for outer in outers:
        last = max(b for _, b in outer.content)
        for f in by_sentence.get(doc[outer.token].sent.start, ()):
            if any(a <= f.at < b for a, b in outer.content):
                within = [(a, min(b, outer.at) if a < outer.at else b) for a, b in f.content]  # the tag is not his
                f.content = _tidy(doc.text, within)
                outer.content += [(a, b) for a, b in f.content if a >= last]


def _once(by_verb: list[Finding], by_noun: list[Finding]) -> list[Finding]:
    """Give both, without the verb of "expressed his belief that …", which says the same as its noun."""
    told = {
        f.verb.i
        for f in by_noun
        if f.verb is not None
        and f.speaker is not None
        and ((f.frame == "that" and not f.plain_frame) or f.verb.lemma_.lower() == "express")
    }
    return [f for f in by_verb if f.token not in told or f.plain_frame != "np"] + by_noun


def _without_echoes(found: list[Finding]) -> list[Finding]:
    """Leave out who is not named where somebody is for the same words: "said in a statement posted Monday that"."""
    told = {tuple(f.content) for f in found if f.speaker is not None and f.content}
    return [f for f in found if f.speaker is not None or not f.content or tuple(f.content) not in told]


def _held(doc: Doc, found: list[Finding]) -> list[Finding]:
    """Put the voice behind a voice into what the first voice says: "…, citing two officials", "quotes a source, …"."""
    by_verb = {f.verb.i: f for f in found if f.verb is not None and f.inside is None}
    cited: set[int] = set()
    for f in found:
        if f.inside is not None:
            f.inside.content += f.content
        elif f.because.rule == "citing" and f.speaker is not None:
            outer = _passing_on(doc, f, found, by_verb)
            if outer is not None and outer.plain_frame == "quote" and f.lemma == "quoting":
                f.content = []  # of “it fell,” he wrote, quoting Berg, nobody knows which words are Berg's
            elif outer is not None:
                cited.add(f.token)
                end = phrase(f.speaker)[1] - 1
                _behind(doc, outer, f, end)
                outer.content.append((doc[f.token].idx, doc[end].idx + len(doc[end])))
    return [f for f in found if f.token not in cited or f.because.rule == "citing"]


def _passing_on(doc: Doc, inner: Finding, found: list[Finding], by_verb: dict[int, Finding]) -> Finding | None:
    """Give the voice that cites `inner`: what governs the citing, else whoever says something in front or behind.

    Who is cited never passes on who cites him, wherever the parser hung the participle.
    """
    token = doc[inner.token]
    governing = next((by_verb[a.i] for a in token.ancestors if a.i in by_verb and a.sent == token.sent), None)
    if governing is not None and not (governing.token > inner.token and governing.speaker is None):
        return governing
    near = [f for f in found if f is not inner and f.token != inner.token and doc[f.token].sent == token.sent]
    near = [f for f in near if f.inside is None and f.because.rule in ("speech-verb", "according-to")]
    before = [f for f in near if f.token < inner.token]
    if before:
        return max(before, key=lambda f: f.token)
    return next((f for f in near if f.speaker is not None and f.speaker.i < inner.token), None)


def _behind(doc: Doc, outer: Finding, inner: Finding, end: int) -> None:
    """Give the voice behind what the voice before passes on: "reported, citing two officials, that …".

    `end` is the last token of who is cited. Where the parser lost the clause behind it, it is found by its "that".
    """
    if (
        outer.frame != "clause"
        and outer.verb is not None
        and outer.token < inner.token
        and end + 2 < len(doc)
        and doc[end + 1].text == ","
        and doc[end + 2].lower_ == "that"
    ):
        last = doc[end].sent.end - 1
        last -= doc[last].is_punct
        outer.content = [(doc[end + 2].idx, doc[last].idx + len(doc[last]))]
        sort = outer.because.rule.removesuffix("-verb")
        outer.because = framed(f"{sort}-verb", doc[outer.token].lower_, "clause")
        if (
            outer.speaker is None
            and outer.verb is not None
            and outer.verb.dep_ in rel.ADNOMINAL
            and may_speak(outer.verb.head)
        ):
            outer.speaker = outer.verb.head  # a past tense that the parser took for a participle
    if outer.content and (outer.verb is None or outer.plain_frame in ("clause", "around")):
        inner.content = list(outer.content)


def _homes(doc: Doc, marks: list[Quotation]) -> list[int]:
    """For each token the index of the quotation that it stands in, or -1."""
    out = [-1] * len(doc)
    if not marks:
        return out
    k = 0
    for token in doc:
        at = token.idx
        end = at + len(token)
        while marks[k].end <= at:
            k += 1
            if k == len(marks):
                return out
        if end > marks[k].start:
            out[token.i] = k
    return out


def _outside(doc: Doc) -> list[Span]:
    return sorted((r.start, r.end) for r in doc._.rashomon_regions if r.kind in _NOT_BODY or is_asked(r))


def _in(spans: list[Span], at: int) -> bool:
    k = bisect.bisect_right(spans, (at, len(spans) and spans[-1][1] + at)) - 1
    return k >= 0 and spans[k][0] <= at < spans[k][1]


def _content(doc: Doc, text: str, finding: Finding, marks: list[Quotation], home: list[int]) -> list[Span]:
    """Give the content in characters: whole quotations, no cue, no source, no loose punctuation."""
    if finding.fixed:
        return _tidy(text, finding.content)
    k = home[finding.token]
    spans: list[Span] = []
    for a, b in finding.content:
        start, end = a, b
        if k >= 0 and not _names_alone(doc, finding.token, k, home):
            start, end = max(a, marks[k].start), min(b, marks[k].end)
        else:
            start, end = _whole(marks, a, b)
        if start < end:
            spans.append((start, end))
    holes = list(finding.cue)
    if finding.speaker is not None:
        holes += finding.source or (_chars(doc, phrase(finding.speaker, finding.verb)),)
    return _tidy(text, _without(_joined(spans), holes))


def _names_alone(doc: Doc, token: int, k: int, home: list[int]) -> bool:
    """Whether hardly more than the cue stands in its quotation: 'the leaders "strongly denied" any knowledge of it'."""
    words = [i for i in range(max(0, token - _FEW), min(len(doc), token + _FEW)) if home[i] == k and doc[i].is_alpha]
    return len(words) < _FEW


def _whole(marks: list[Quotation], a: int, b: int) -> Span:
    """Grow a span to the whole of each quotation that it cuts."""
    k = bisect.bisect_right(marks, a, key=lambda m: m.start) - 1
    if k >= 0 and a < marks[k].end:
        a = marks[k].start
    k = bisect.bisect_right(marks, b - 1, key=lambda m: m.start) - 1
    if k >= 0 and b - 1 < marks[k].end:
        b = marks[k].end
    return a, b


def _joined(spans: list[Span]) -> list[Span]:
    out: list[Span] = []
    for a, b in sorted(spans):
        if out and a <= out[-1][1] + 1:
            out[-1] = (out[-1][0], max(b, out[-1][1]))
        else:
            out.append((a, b))
    return out


def _without(spans: list[Span], holes: list[Span]) -> list[Span]:
    for low, high in holes:
        cut: list[Span] = []
        for a, b in spans:
            if low >= b or high <= a:
                cut.append((a, b))
                continue
            if a < low:
                cut.append((a, low))
            if high < b:
                cut.append((high, b))
        spans = cut
    return spans


def _tidy(text: str, spans: list[Span]) -> list[Span]:
    out: list[Span] = []
    for a, b in spans:
        while a < b and (text[a].isspace() or text[a] in ",;:.—–-)]"):
            a += 1
        while b > a and (text[b - 1].isspace() or text[b - 1] in ",;:—–-([."):
            b -= 1
        if any(text[i].isalnum() for i in range(a, b)):
            out.append((a, b))
    return [(a, b) for a, b in out if len(out) == 1 or text[a:b].lower() != "that"]


def _chars(doc: Doc, tokens: tuple[int, int]) -> Span:
    return doc[tokens[0]].idx, doc[tokens[1] - 1].idx + len(doc[tokens[1] - 1])


def _rows(doc: Doc, text: str, found: list[Finding], marks: list[Quotation], home: list[int]) -> list[Attribution]:
    index = ChainIndex(doc)
    previous: Kind | None = None
    person: str | None = None
    many: str | None = None
    rows: list[Attribution] = []
    for n, f in enumerate(found, 1):
        bearer = None if f.speaker is None else named(f.speaker)
        behind = None if bearer is None or f.fixed else issuer_of(bearer)
        if bearer is not None and bearer.lower_ == "it" and index.chain(bearer) is None and home[bearer.i] < 0:
            paper = paper_meant(bearer, home)
            bearer, behind = (bearer, behind) if paper is None else (paper, earlier_issuer(paper))
        kind = source_kind(bearer, index, previous)
        source: tuple[Span, ...] = ()
        mention: str | None = None
        if f.speaker is not None:
            previous = kind
            source = f.source or (_chars(doc, phrase(f.speaker, f.verb)),)
            mention = _mention(doc, behind or bearer or f.speaker, index, person, None if behind else f.source)
            if (one := told_by_age_or_children(bearer or f.speaker)) is not None:
                mention, kind = one.id, Kind("named_person", Reason("chain", index.chains[one.chain].name))
            if behind is not None:
                kind = Kind(source_kind(behind, index).kind, kind.because.then(Reason("of", behind.text), " "))
            if mention is None and (
                f.speaker.lower_ == "some" or (f.speaker.lower_ == "they" and f.lemma in _GOING_ON)
            ):
                mention = many
            many = mention if kind.kind in ("anonymous", "collective", "institution") else None
            if kind.kind == "named_person" and mention is not None:
                person = mention
        told = channel(f.verb, f.speaker)
        rows.append(
            Attribution(
                id=f"a{n}",
                source=source,
                cue=tuple(f.cue),
                content=tuple(f.content),
                source_kind=kind.kind,
                source_mention=mention,
                channel=None if told is None else _refer(doc, told),
                quote=_quote_kind(text, f.content, marks),
                negated=f.negated,
                hypothetical=f.hypothetical,
                polarity=f.polarity,
                lemma=f.lemma,
                because=f.because.then(Reason("source").then(kind.because, ":"), " "),
            )
        )
    return rows


def _mention(
    doc: Doc, speaker: Token, index: ChainIndex, person: str | None, written: tuple[Span, ...] | None = None
) -> str | None:
    """Give the mention of the source: its own, its antecedent's; he or she is the last person where no mention is read.

    `written` is where the layout has the source, whatever phrase the parser made of it.
    """
    if speaker.idx in index.at:
        own = index.at[speaker.idx]
        apposed = (c for c in dependents(speaker, rel.APPOSITION) if doc[c.left_edge.i - 1].text == ",")
        right_behind = (c for c in apposed if c.left_edge.i - 1 == speaker.i + 1)
        beside = (index.at[c.idx] for c in right_behind if c.idx in index.at)
        named = (m.id for m in beside if m.form == "name" and m.kind in ("organisation", own.kind))
        return next(named, own.id) if own.form == "nominal" else own.id  # "its rival, the carmaker Velta, said"
    if speaker.pos_ == "PRON":
        clause = speaker.head
        if speaker.lower_ in ("who", "which", "that") and clause.dep_ in rel.RELATIVE:
            return _refer(doc, antecedent(clause))
        return person if speaker.lower_ in ("he", "she") and not index.chains else None
    span = doc.char_span(*written[0], alignment_mode="expand") if written else None
    return _refer(doc, speaker) if span is None else refer(span, speaker)


def _refer(doc: Doc, head: Token) -> str:
    start, end = phrase(head)
    return refer(doc[start:end], head)


def _quote_kind(text: str, content: list[Span], marks: list[Quotation]) -> QuoteKind:
    """Direct where nearly all letters stand within quotation marks, mixed where some do."""
    inside = 0
    for a, b in content:
        k = max(0, bisect.bisect_right(marks, a, key=lambda m: m.start) - 1)
        while k < len(marks) and marks[k].start < b:
            low, high = max(a, marks[k].start), min(b, marks[k].end)
            inside += sum(map(str.isalnum, text[low:high]))
            k += 1
    if not inside:
        return "indirect"
    total = sum(sum(map(str.isalnum, text[a:b])) for a, b in content)
    return "direct" if inside >= _ALL_QUOTED * total else "mixed"
