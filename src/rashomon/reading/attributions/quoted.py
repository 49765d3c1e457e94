"""Every quotation that somebody utters belongs to one cue: the tag beside it, or the speaker before it."""

from __future__ import annotations

from spacy.tokens import Doc

from rashomon.language import word_set
from rashomon.reading.attributions.cue_verbs import cue_verbs
from rashomon.reading.attributions.finding import Finding, framed
from rashomon.reading.attributions.lost_subjects import beside
from rashomon.reading.attributions.quotes import Quotation, colon_tag, sentence_before
from rashomon.reading.attributions.turns import named_before_answer, named_before_colon
from rashomon.reading.attributions.verb_groups import own_subject
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.records import Span

_ENDS = frozenset({".", "!", "?", "…", "..."})
_FEW_WORDS = 3
_INTRODUCES = frozenset({",", ":", "that", "—", "–", "--"})
_TAG = 80
_SHORT_TAG = 25


def quoted(doc: Doc, findings: list[Finding], marks: list[Quotation], home: list[int]) -> list[Finding]:
    """Give each utterance among `marks` to a finding, in place.

    `home[i]` is the index of the quotation that token i stands in, or -1. A finding that gains a quotation loses
    what the parser took for the object of its verb. Returns findings for tags whose verb no lexicon lists.
    """
    by_verb = {f.verb.i: f for f in findings if f.verb is not None}
    taken = _covered(findings, marks)
    first, last = _tokens_of(marks, home)
    previous: Finding | None = None
    previous_end = -1
    unlisted = _named(doc, first, marks, home, taken)
    apart = [(r.start, r.end) for r in doc._.rashomon_regions]
    for k, mark in enumerate(marks):
        title = first[k] >= 0 and k not in taken and _is_title(doc, first[k], last[k])
        if first[k] < 0 or title or _within(apart, mark.start):  # a headline between two paragraphs interrupts nobody
            # "“…,” she said on “Good Morning.” “…”": she goes on
            previous_end = last[k] if title and first[k] - previous_end < _SHORT_TAG else previous_end
            continue
        invites = not mark.single and _invites_tag(doc, first[k], last[k])
        tag = _tag_around(doc, first[k], last[k], home, by_verb) if invites else None
        if (
            invites
            and tag is None
            and last[k] - first[k] > _FEW_WORDS + 2
            and (k not in taken or taken[k].token < first[k])
        ):
            tag = _unlisted_tag(doc, last[k] + 1, home)
            if tag is not None:
                unlisted.append(tag)
        if k in taken and (tag is None or tag is taken[k] or taken[k].fixed or not _is_next(doc, last[k] + 1, tag)):
            previous, previous_end = taken[k], last[k]
            continue
        if mark.single or not _is_utterance(doc, first[k], last[k], mark):
            continue
        if k in taken and tag is not None:
            _take(taken[k], mark)
        chosen = tag or _tag_before(doc, first[k] - 1, home, by_verb)
        if (
            chosen is None
            and first[k]
            and (tag := _verb_first(doc, first[k] - 1) or colon_tag(doc, first[k] - 1, home))
        ):
            unlisted.append(tag)
            chosen = tag
        if chosen is None and previous is not None and _follows(doc, previous_end, first[k], apart):
            previous.content.append((mark.start, mark.end))
            previous_end = last[k]
            continue
        if chosen is None and _opens(doc, first[k]):
            chosen = _tag_after(doc, last[k] + 1, home, by_verb)
            if chosen is None and (led := sentence_before(doc, first[k] - 1, home, by_verb)) is not None:
                if led.verb is None or by_verb.get(led.verb.i) is not led:
                    unlisted.append(led)
                led.content.append((mark.start, mark.end))
                previous, previous_end = led, last[k]
                continue
        if chosen is not None:
            _give(chosen, mark, marks)
            previous, previous_end = chosen, last[k]
    return unlisted


def with_first_half(doc: Doc, found: list[Finding], home: list[int]) -> None:
    """Give a quotation that goes on with "and" the half before its tag: "Two fell, Berg told us, “and one got up”"."""
    for f in found:
        if f.verb is None or f.plain_frame != "quote" or f.speaker is None or not f.content or f.fixed:
            continue
        start = min(f.content)[0]
        opens = next((t for t in f.verb.sent if t.idx >= start and t.is_alpha), None)
        low = min(f.speaker.left_edge.i, f.verb.i)
        first = f.verb.sent.start
        if opens is None or opens.i < f.verb.i or opens.tag_ not in tags.COORDINATOR or not opens.is_lower:
            continue
        if low - first < _FEW_WORDS or doc[low - 1].text != "," or any(home[k] >= 0 for k in range(first, low)):
            continue
        if any(t.tag_ in tags.FINITE for t in doc[first : low - 1]):
            f.content.insert(0, (doc[first].idx, doc[low - 1].idx))


def _named(
    doc: Doc, first: list[int], marks: list[Quotation], home: list[int], taken: dict[int, Finding]
) -> list[Finding]:
    """Give the quotations before which a name stands alone with a colon to who is named, and take them from others."""
    found, text = [], doc.text  # made anew at each call
    for k, mark in enumerate(marks):
        named = named_before_colon(doc, first[k] - 1, home) if first[k] > 0 and not mark.single else None
        if named is None and first[k] > 0 and not mark.single and _closed(text, mark):
            named = named_before_answer(doc, first[k] - 1, home)
        if named is None:
            continue
        if k in taken:
            _take(taken[k], mark)
        named.content.append((mark.start, mark.end))
        taken[k] = named
        found.append(named)
    return found


def _closed(text: str, mark: Quotation) -> bool:
    """Whether a quotation ends with its own stop and no tag stands behind it."""
    behind = text[mark.end : mark.end + _FEW_WORDS].lstrip(" ")
    return text[mark.start : mark.end].rstrip("”\"»'’ ")[-1:] in _ENDS and not behind[:1].islower()


def _take(finding: Finding, mark: Quotation) -> None:
    """Take a quotation, and what follows it, from a finding that the parser stretched over it."""
    kept = [
        (a, min(b, mark.start) if a < mark.start else b) for a, b in finding.content if a < mark.start or a >= mark.end
    ]
    finding.content = [(a, b) for a, b in kept if b > a]


def _covered(findings: list[Finding], marks: list[Quotation]) -> dict[int, Finding]:
    """Which quotations findings already hold: by index, the finding outside the quotation that holds most of it."""
    spans = sorted(((a, b, n) for n, f in enumerate(findings) for a, b in f.content))
    out: dict[int, Finding] = {}
    j = 0
    for k, mark in enumerate(marks):
        while j < len(spans) and spans[j][0] < mark.start - 5000:
            j += 1
        i = j
        while i < len(spans) and spans[i][0] < mark.end:
            _, b, n = spans[i]
            if b > mark.start and (findings[n].fixed or not mark.start <= findings[n].at < mark.end):
                out.setdefault(k, findings[n])
            i += 1
    return out


def _tokens_of(marks: list[Quotation], home: list[int]) -> tuple[list[int], list[int]]:
    first, last = [-1] * len(marks), [-1] * len(marks)
    for i, k in enumerate(home):
        if k >= 0:
            if first[k] < 0:
                first[k] = i
            last[k] = i
    return first, last


def _is_utterance(doc: Doc, first: int, last: int, mark: Quotation) -> bool:
    """Whether the quotation is somebody's words and not a title or a word held at arm's length."""
    if mark.open:
        return True
    words = sum(doc[i].is_alpha for i in range(first, last + 1))
    end = doc[last - 1].text if last > first else ""
    return words > _FEW_WORDS or (end in _ENDS or end == ",")


def _verb_first(doc: Doc, i: int) -> Finding | None:
    """Find 'Said Ann Berg, “…”' before the mark behind token `i`, whatever the parser takes the verb for."""
    if doc[i].text not in (",", ":"):
        return None
    k = i - 1
    while k > 0 and doc[k].tag_ in tags.NAME | tags.COMMON_NOUN and doc[k].lower_ not in _FIRST:
        k -= 1
    verb = doc[k]
    if verb.lower_ not in _FIRST or k in (i - 1, i) or k != verb.sent.start:
        return None
    because = framed("speech-verb", verb.lower_, "quote")
    return Finding([(verb.idx, verb.idx + len(verb))], doc[i - 1], [], _SAY, because, verb.idx, k)


_FIRST = word_set("words_of_attributions", "says_first")
_SAY = "say"


def _is_title(doc: Doc, first: int, last: int) -> bool:
    """Whether the quotation is the name of a work behind a word that asks for one: "on the radio's “Good Morning,”"."""
    before = doc[first - 1] if first else None
    if before is None or not (before.tag_ in _BEFORE_TITLE or before.lower_ in ("show", "program", "programme")):
        return False
    words = [doc[i] for i in range(first, last + 1) if doc[i].is_alpha]
    small = [w for w in words if not w.text[0].isupper()]
    return 0 < len(words) <= _LONGEST_TITLE and words[0] not in small and all(len(w) <= _FEW_WORDS for w in small)


_BEFORE_TITLE = tags.ARTICLE | tags.ADPOSITION | tags.NAME | tags.GENITIVE | tags.OWNING_PRONOUN
_LONGEST_TITLE = 7


def _invites_tag(doc: Doc, first: int, last: int) -> bool:
    """Whether the quotation ends as one does before "she said": with a comma, a question, a dash."""
    inner = doc[last - 1].text if last > first else ""
    outer = doc[last + 1].text if last + 1 < len(doc) else ""
    return (
        inner in (",", "?", "!", "—", "–", "…", "...", "-")
        or outer == ","
        or inner.endswith((",", "…", "?", "!", "..."))
    )


def _tag_after(doc: Doc, i: int, home: list[int], by_verb: dict[int, Finding]) -> Finding | None:
    """Find the first speech verb between the quotation and the end of its sentence or the next quotation."""
    limit = min(len(doc), i + 60)
    while i < limit and home[i] < 0:
        token = doc[i]
        if token.text in _ENDS or (token.is_space and "\n" in token.text):
            return None
        finding = by_verb.get(i)
        if finding is not None and _utters(finding) and token.tag_ not in tags.GERUND:
            return finding
        i += 1
    return None


def _tag_around(doc: Doc, first: int, last: int, home: list[int], by_verb: dict[int, Finding]) -> Finding | None:
    """Give the tag behind a quotation, or the clause before that brings it in and hangs on what the tag says."""
    led = _tag_before(doc, first - 1, home, by_verb) if first else None
    return led if led is not None and _leads_in(doc, led, first) else _tag_after(doc, last + 1, home, by_verb)


def _tag_before(doc: Doc, i: int, home: list[int], by_verb: dict[int, Finding]) -> Finding | None:
    """Find the last speech verb between the beginning of the sentence and the quotation."""
    limit = max(-1, i - 60)
    broken = False
    while i > limit and doc[i].is_space:
        broken = broken or "\n" in doc[i].text
        i -= 1
    if i <= limit or home[i] >= 0 or (broken and doc[i].text != ":"):
        return None
    if doc[i].text not in _INTRODUCES and not any(k in by_verb for k in range(i, max(-1, i - 3), -1)):
        return None
    while i > limit and home[i] < 0:
        token = doc[i]
        if token.text in _ENDS or (token.is_space and "\n\n" in token.text):
            return None
        finding = by_verb.get(i)
        if finding is not None and _utters(finding):
            return finding
        i -= 1
    return None


def _leads_in(doc: Doc, finding: Finding, first: int) -> bool:
    """Whether a clause that hangs on what comes behind brings in the quotation: 'While Berg said “it fell,” Holm said'.

    Nothing but "that" and when it was said stands between its verb and the mark, which is token `first`.
    """
    verb = finding.verb
    hangs = verb is not None and verb.dep_ in rel.ADVERBIAL_CLAUSE | rel.RELATIVE
    return hangs and finding.token < first and not any(doc[i].text == "," for i in range(finding.token, first))


def _utters(finding: Finding) -> bool:
    entry = cue_verbs().get(finding.lemma)
    if finding.speaker is None and finding.lemma == "ask":
        return False  # "When asked about it, she wrote: “…”"
    if finding.verb is not None and finding.verb.tag_ in tags.BARE_VERB and finding.verb.head == finding.speaker:
        return False  # "Berg had more to say: “…”"
    return (entry is not None and "quote" in entry.frames) or finding.inside is not None


def _give(finding: Finding, mark: Quotation, marks: list[Quotation]) -> None:
    quoted_already = (
        any(a < m.end and b > m.start for a, b in finding.content for m in marks if not m.single)
        if finding.content
        else False
    )
    if not quoted_already:
        finding.content.clear()
        finding.framed("quote")
    finding.content.append((mark.start, mark.end))


def _within(spans: list[Span], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def _follows(doc: Doc, end: int, start: int, apart: list[Span]) -> bool:
    """Whether the quotation goes on with what the previous speaker said: nothing but his tag stands between."""
    own = (i for i in range(end + 1, min(start, end + 2 * _TAG)) if not _within(apart, doc[i].idx))
    between = [i for i in own if not doc[i].is_space]
    if start - end > 2 * _TAG or len(between) > _TAG:
        return False
    stops = sum(doc[i].text in _ENDS for i in between)
    return stops <= 1 and (not between or doc[between[-1]].text in (*_ENDS, ",", ":", ";"))


def _unlisted_tag(doc: Doc, i: int, home: list[int]) -> Finding | None:
    """Find "she mused" or "mused Ann Berg" right after a quotation that a comma ends: any verb may stand there."""
    limit = min(len(doc), i + _SHORT_TAG)
    while i < limit and (doc[i].is_space or doc[i].text == ","):
        if "\n" in doc[i].text:
            return None
        i += 1
    for k in range(i, limit):
        token = doc[k]
        if home[k] >= 0 or token.text in _ENDS or token.is_space or token.text == ",":
            return None
        if token.tag_ in tags.FINITE_VERB and token.pos_ == "VERB":
            subject = own_subject(token)
            if subject is None or home[subject.i] >= 0:
                subject = beside(token, home)
            near = subject is not None and (subject.left_edge.i == i or k == i)
            if subject is None or not near or subject.tag_ in tags.WHICH:
                return None
            return Finding(
                [(token.idx, token.idx + len(token))],
                subject,
                [],
                token.lemma_.lower(),
                framed("tag", token.lower_, "quote"),
                token.idx,
                k,
                verb=token,
            )
    return None


def _opens(doc: Doc, first: int) -> bool:
    """Whether the quotation opens a sentence."""
    before = doc[first - 1] if first else None
    return before is None or before.is_space or before.text in _ENDS or before.text in ("”", '"', "''")


def _is_next(doc: Doc, i: int, tag: Finding) -> bool:
    """Whether the tag begins right after the quotation: "…," she said; "…," said Ann Berg."""
    while i < len(doc) and (doc[i].is_space or doc[i].text == ","):
        i += 1
    return tag.token == i or (tag.speaker is not None and tag.speaker.left_edge.i <= i <= tag.speaker.i < tag.token)
