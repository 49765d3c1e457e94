"""A line in pieces: stretches of a report, and brackets between them or in the place of some words.

Where the words that it keeps of a sentence would begin or end amiss, they are cut elsewhere.

Of three words it tells enough where somebody is counted or named and what became of him is told, or that there was
none: "Six fishermen died", "Nobody was trampled". "That is true", "the search continues", "nobody knows" tell nothing
without what goes before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.comparing.term import function_words
from rashomon.language import lexicon, saying_verbs, word_set
from rashomon.records import Argument, Clause, Hang, Mention, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a report, or the `text` of a bracket that stands there."""

    start: int
    end: int
    text: str


EDGES = " ,;:.-–—―"
_OPENS = re.compile(r"(?:[ ,;:\-–—―]|\.(?!\d))+")
_FREE_STOP = re.compile(r" \.(?!\d)")  # ".38" keeps its place
_LONE_MARK = re.compile(r"(?:^|(?<=[\s(\[—–-]))['‘](?=[^\W\d_])")
_CLOSED = re.compile(r"[\w.,!?…] ?['’](?=$|[\s.,;:!?)\]])")
_A_QUOTATION = 400  # letters


def trimmed(text: str) -> str:
    """Give words without the marks at both ends; ".38" keeps its own."""
    opening = _OPENS.match(text)
    return text[opening.end() if opening else 0 :].rstrip(EDGES)


def leans_on(words: str) -> bool:
    """Whether words open with a mark that stands at what goes before: ", he said", but not ".38"."""
    return words[0] in ",;:’'" or (words[0] == "." and not words[1:2].isdigit())


def without_lone_mark(line: str, text: str, end: int | None) -> str:
    """Give a line less the single mark of a quotation that its report closes only behind the `end` of its words.

    >>> without_lone_mark("Holm is 'Old Fox", "Holm is 'Old Fox, ' and died", 16)
    'Holm is Old Fox'
    >>> without_lone_mark("Holm is 'a clerk' in Orsa", "Holm is 'a clerk' in Orsa.", 25)
    "Holm is 'a clerk' in Orsa"
    """
    behind = "." + text[end : end + _A_QUOTATION] if end is not None else ""
    for mark in reversed(list(_LONE_MARK.finditer(line))):
        if not _CLOSED.search(line, mark.end()) and _CLOSED.search(behind):
            line = line[: mark.start()] + line[mark.end() :]
    return line


def closed_up(words: str) -> str:
    """Give words whose marks stand at what goes before them; ".38" stays apart."""
    return _FREE_STOP.sub(".", words.replace(" ,", ",")).replace(",,", ",")


def without(kept: Sequence[Span], body: Sequence[Span]) -> list[Span]:
    """Give what is left of some stretches without others."""
    left: list[Span] = list(kept)
    for start, end in body:
        cut: list[Span] = []
        for a, b in left:
            if end <= a or b <= start:
                cut.append((a, b))
                continue
            cut += [(x, y) for x, y in ((a, max(a, start)), (min(b, end), b)) if x < y]
        left = cut
    return [(a, b) for a, b in left if a < b]


def is_torn(left: Sequence[Span], kept: Sequence[Span]) -> bool:
    """Whether hardly anything is left of the beginning."""
    return not left or left[0][0] >= kept[-1][1]


def after(pieces: Sequence[Piece], at: int, bracket: str) -> list[Piece]:
    """Give pieces with a bracket behind a place in the text."""
    out: list[Piece] = []
    for p in pieces:
        if not p.text and p.start < at <= p.end:
            out += [Piece(p.start, at, ""), Piece(at, at, bracket)]
            if at < p.end:
                out.append(Piece(at, p.end, ""))
        else:
            out.append(p)
    return out


def instead(pieces: Sequence[Piece], span: Span, bracket: str) -> list[Piece]:
    """Give pieces with a bracket in the place of some words."""
    start, end = span
    out: list[Piece] = []
    for p in pieces:
        if not p.text and p.start <= start and end <= p.end:
            if p.start < start:
                out.append(Piece(p.start, start, ""))
            out.append(Piece(end, end, bracket))
            if end < p.end:
                out.append(Piece(end, p.end, ""))
        else:
            out.append(p)
    return out


def spelled_out(pieces: Sequence[Piece], text: str, clause: Clause) -> list[Piece]:
    """Give pieces where a short form behind a bracket stands in it as a whole word: "[The men had] left", not "]'d"."""
    out: list[Piece] = []
    for p in pieces:
        short = _SHORT.match(text, p.start, p.end) if out and out[-1].text.endswith("]") and not p.text else None
        if short is not None and p.start == out[-1].end and (whole := _whole(short, text, clause)):
            out[-1] = Piece(out[-1].start, out[-1].end, f"{out[-1].text[:-1]} {whole}]")
            p = Piece(short.end(), p.end, "")
        out.append(p)
    return out


_SHORT = re.compile(r"['’]([a-z]+)(?= )")


def _whole(short: re.Match[str], text: str, clause: Clause) -> str:
    """Give the word that a short form stands for, "" where that is not known: "he'd" left, or would leave."""
    between = text[short.end() : clause.head[0]].lower().split()
    bare = text[slice(*clause.head)].lower() == clause.lemma
    done = not bare and word_set("words_of_lines", "bare_verb").isdisjoint(between)
    rows = (row for row in lexicon("clitics") if row[0] == short[1])
    return next((word for _, word, *of in rows if done or not of), "")


def tears_a_word(text: str, kept: Sequence[Span]) -> bool:
    """Whether what is kept begins behind a word that was cut at its hyphen.

    >>> tears_a_word("the Iran-led chamber", [(8, 20)])
    True
    >>> tears_a_word("plans for youth- oriented clubs", [(0, 9), (17, 31)])
    True
    """
    led_on = (text[max(0, a - _HYPHEN) : a].rstrip(" ") for a, _ in kept)
    if any(word[-1:] == "-" and word[-2:-1].isalnum() for word in led_on):
        return True
    return any(text[a : a + 1] == "-" and text[a - 1 : a].isalnum() for a, _ in kept if a)


def opens_with_a_day(text: str, kept: Sequence[Span], time: Span) -> bool:
    """Whether what is kept opens with a time, and no deed behind it tells which one it is.

    >>> opens_with_a_day("On the same day Holm left.", [(0, 25)], (3, 15))
    True
    >>> opens_with_a_day("On the same day as Holm left, he rang.", [(0, 37)], (3, 15))
    False
    """
    before, behind = text[kept[0][0] : time[0]].split(), text[time[1] :].split(maxsplit=1)[:1]
    return len(before) <= 1 and not {"as", "of"} & {*behind}


_HYPHEN = 3  # a letter, its hyphen and a space that a page has put behind it


def breaks_off(text: str, kept: Sequence[Span], hangs: Sequence[Hang], named: bool) -> bool:
    """Whether what is kept ends where its sentence goes on: "in response to", "the utility" before its name (`named`).

    Or where what is told comes next.

    >>> breaks_off("The ministry states the following", [(0, 33)], (), False)
    True
    >>> breaks_off("He went as Ion Rusu to Tarn.", [(0, 10)], (), False)
    True
    >>> breaks_off("It was seen to by a doctor.", [(0, 11)], (), False)
    False
    >>> breaks_off('He wrote under the alias, "Old Fox," in May.', [(0, 24)], [Hang(19, 24, "role")], False)
    True
    """
    start, end = next((k for k in reversed(kept) if any(map(str.isalnum, text[k[0] : k[1]]))), kept[-1])
    last = next(iter(text[start:end].lower().split()[-1:]), "")
    if last in word_set("words_of_lines", "announces"):
        return True
    bare = any(h.end == end and h.kind == "role" for h in hangs)
    if bare and _is_quoted_next(text[end : end + _NAME]):
        return True
    if not (text[end : end + 1] == " " and text[end + 1 : end + 2].isalnum()):
        return False
    if last in word_set("words_of_lines", "governs"):
        return text[end:].split(maxsplit=1)[0].lower() not in word_set("words_of_lines", "before_a_subject")
    return named and bare


_NAME = 48  # letters of what is named in marks
_OPENING, _CLOSING = "\"“‘'", "\"”’'"


def _is_quoted_next(behind: str) -> bool:
    """Whether what comes next is a short quotation: "the alias, *'Old Fox,'*"."""
    quoted = behind.removeprefix(",").lstrip(" ")
    return quoted[:1] != "" and quoted[0] in _OPENING and any(mark in quoted[1:] for mark in _CLOSING)


_OWN_RIGHT = frozenset({"main", "complement", "joined"})
_TOLD = frozenset({"asserted", "planned"})


def tells_in_short(clause: Clause, mentions: Mapping[str, Mention], *, named: bool) -> bool:
    """Whether a clause of three words with nothing that hangs is worth a line; `named`: it opens with who says so."""
    if clause.wording is None or clause.wording.positional or clause.link not in _OWN_RIGHT:
        return False
    if clause.form != "clause" or clause.status not in _TOLD:
        return False
    if any(f.fate for f in clause.figures):
        return True
    undergoer = next((a for a in clause.arguments if a.end <= clause.head[0] and a.role in ("subject", "object")), None)
    if undergoer is None or clause.content is not None:
        return False
    if clause.lemma in word_set("words_of_lines", "being"):
        says_what = any(a.start > clause.head[0] and a.lemma not in function_words() for a in clause.arguments)
        return says_what and _is_counted(clause, undergoer)
    says = clause.lemma in saying_verbs() and undergoer.role == "subject"  # "was acquitted" is no saying
    if clause.lemma in _tell_little() or says:
        return False
    if _is_counted(clause, undergoer):
        return True
    mention = mentions.get(undergoer.mention or "")
    known = named or (mention is not None and mention.form == "name")
    return known or (clause.negated and undergoer.lemma in word_set("words_of_lines", "nobody"))


def _is_counted(clause: Clause, undergoer: Argument) -> bool:
    """Whether a number, "all" or "none" tells of how many something is told: "some" and "nothing" do not."""
    if undergoer.lemma in word_set("words_of_lines", "how_many"):
        return True
    return any(clause.start <= f.start and f.end <= clause.head[0] and not f.part for f in clause.figures)


@cache
def _tell_little() -> frozenset[str]:
    idle = {row[0] for row in lexicon("idle_negations")}
    of_deeds = word_set("words_of_lines", "lasts") | word_set("words_of_lines", "of_a_deed")
    return frozenset(idle | of_deeds | function_words() | word_set("words_of_lines", "tells_little"))
