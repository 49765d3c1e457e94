"""What a page says to its reader or of itself, by its form: an appeal, a note of its own making, who its writer is.

An appeal is short, quotes nobody, and opens a sentence with what the reader shall do. A list of other reports, and a
comment box, are told by the line that heads them and by what stands below it.

Captions that nobody signed: a paragraph by itself that tells what a picture shows, as captions word it.

A caption is one sentence in the present tense. It says where its people stand in the picture, or it names the day in
full; without either it begins with someone nobody knows ("A guard", "Mourners") or with the picture itself.

Bylines above the body without a "by": a writer's name, and on the next line what he does at the paper.

"ADA BROWN" over "Mining Reporter" signs a report; a line that tells a job alone is a credit beside the byline before
it. Neither is a headline, and nobody in them takes part in the story.

Desk lines: who helped with a report and from where, at its end; names, places and little else.

"A reported from Elm, B from Karm. C contributed to this report." A sentence of the body has other words in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from rashomon.language import listed, word_set
from rashomon.reading.number_words import MONTH
from rashomon.reading.regions.added_lines import added_line, heads_titles, under_label
from rashomon.records import Reason, RegionKind

if TYPE_CHECKING:
    from rashomon.reading.regions.blocks import Block

_WORD = (
    r"(?:[A-Z][\w.’'/-]*|and|in|from|at|of|the|for|with|al|bin|da|de|del|der|di|van|von|staff|senior|special|former|wire"
    r"|services?|agency|agencies|news|(?:co-)?(?:writers?|reporters?|correspondents?|journalists?|editors?|producers?"
    r"|researchers?|contributors?|colleagues?|interns?|bureau|desk|team|staffers?))"
)
_NAMES = rf"{_WORD}(?:[ ,;]+{_WORD})*"
_REPORT = r"(?:report|story|article|dispatch|piece|post)"
_HELPED = (
    rf"{_NAMES},? (?:also )?contributed(?: (?:additional )?(?:reporting|research))?"
    rf"(?P<{{}}> to (?:this|the) (?:\w+ )?{_REPORT})?(?: (?:from|in) {_NAMES})?[.\s]*"
)
_REPORTED = rf"{_NAMES} reported from {_NAMES}[.\s]*"
_LINE = re.compile(
    rf"[-–—•■_*(\[\s]*(?:{_REPORTED})*(?:(?:{_HELPED.format('report')})|(?:{_HELPED.format('again')})"
    rf"|Contributing(?: \w+)?: [^\n]{{3,240}})+[)\]\s]*"
)
_ONLY_REPORTED = re.compile(rf"[-–—•■_*(\[\s]*(?:{_REPORTED})+[)\]\s]*")
_TAIL = re.compile(rf"[.!?][\"”’]? ((?:{_NAMES} contributed to this {_REPORT}|{_NAMES} contributed reporting)\.?)$")
_WORDS_AT_MOST = 80


def desk_line(line: str, last: bool) -> bool:
    """Whether the whole `line` tells who helped; one that does not say with what must be among the `last`."""
    if line.count(" ") >= _WORDS_AT_MOST or not ("contribut" in line.lower() or " reported from " in line):
        return False
    told = _LINE.fullmatch(line)
    if told:
        return bool(last or told["report"] or told["again"] or "ontributing" in line or " report" in line)
    return last and _ONLY_REPORTED.fullmatch(line) is not None


def desk_tail(text: str) -> int | None:
    """Give where the sentence starts that closes the paragraph `text` with who helped; None where none does."""
    match = _TAIL.search(text) if "contributed" in text[-120:] else None
    return match.start(1) if match else None


_JOB = re.compile(
    r"(?:[A-Z][\w.&’'-]*(?:,? (?:and |of |at |for )?|/))?(?:[\w.&’'-]+(?:,? |/)){0,4}"
    r"(?:contributor|columnist|correspondent|editor|journalist|photographer|producer|reporter|writer)s?"
    r"(?: at large)?",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"[A-Z][\w.’'-]*(?: (?:de|al|bin|van|von|[A-Z][\w.’'-]*)){1,3}"
    r"(?:(?:, | and | & )[A-Z][\w.’'-]*(?: (?:de|al|bin|van|von|[A-Z][\w.’'-]*)){1,3})*"
)
_JOB_AT_MOST = 6  # words


def bylines(parts: Sequence[Block], found: Found, before: int, title: str) -> Found:
    """Give the writers' names and jobs among the blocks up to `before` that are not yet `found`.

    `title` is the report's headline, its words alone: a line that says the same is nobody's name.
    """
    out: Found = {}
    for i, block in enumerate(parts[:before]):
        if i == 0 or i in found or not _is_job(block):
            continue
        above = found.get(i - 1)
        name = parts[i - 1]
        if above is None and _NAME.fullmatch(name.text) and _plain(name.text) != title:
            out[i - 1] = ("credit", Reason("byline", name.text[:60]))
        elif above is None or above[0] != "credit":
            continue
        out[i] = ("credit", Reason("writer", block.text[:60]))
    return out


def _is_job(block: Block) -> bool:
    return not block.stopped and block.words <= _JOB_AT_MOST and bool(_JOB.fullmatch(block.text))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


_AT_LEAST, _AT_MOST = 5, 60  # words
_AT_MOST_UNDATED = 30  # words of one that names no year
_PLACES = (
    r"(?:(?:far|top|bottom|second(?: from)?|third(?: from)?|on|at|from) )?(?:left|right|cent(?:er|re)|above|below)"
)
_IN_BRACKETS = re.compile(rf"\((?:[^()]{{0,40}}\s)?(?:{_PLACES}|pictured|seen)(?:\s[^()]{{0,30}})?\)")
_BETWEEN_COMMAS = re.compile(rf"[A-Z][\w’'-]+, {_PLACES},? (?=[a-z])")
_FULL_DAY = re.compile(rf"\b(?:{MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\s+{MONTH},?\s+\d{{4}})\b")
_DAY = re.compile(rf"\bon (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})\W*$")
_SENTENCES = re.compile(r"[a-z\d)][.!?][\"”’')]*\s+[\"“‘'(]?[A-Z]")
_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_PICTURE = re.compile(
    r"(?:(?:A|An|The|This|These|CCTV|Surveillance|Security|Video|Satellite|Undated|Aerial|File|[A-Z][\w’'-]+) ){0,3}"
    r"(?:camera )?(?:footage|photos?|photographs?|pictures?|images?|stills?|frame grabs?|screenshots?|map|video)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"(?:An?|Two|Three|Four|Five|Some|Several|Dozens of|Hundreds of|Thousands of) [a-z]")
_OTHER_VERB = re.compile(
    r"said|says|told|was|were|is|are|has|have|had|did|does|do|will|would|could|can|may|might|must|should|been"
)
_LEADS_ON = re.compile(
    r"(?:a|across|after|against|along|amid|among|an|around|as|at|before|behind|beneath|beside|between|by|down|during|for"
    r"|from|front|hands|her|his|in|inside|into|its|near|next|of|off|on|onto|out|outside|over|past|their|the|through|to"
    r"|towards?|under|up|upon|with|while|[A-Z].*|.*ing|.*ly)"
)
_SEEN = re.compile(r"\b(?:is|are) (?:seen|pictured|shown)\b")


@cache
def _plurals() -> frozenset[str]:
    """The same verbs of several people; those that are as often a noun or an adjective are left out."""
    return frozenset(map(_plural, listed("caption_verbs")))


def _plural(verb: str) -> str:
    if verb.endswith("ies"):
        return verb[:-3] + "y" if len(verb) > 4 else verb[:-1]
    return verb[:-2] if verb.endswith(("sses", "ches", "shes")) else verb[:-1]


def caption(block: Block) -> Reason | None:
    """Give why the block is an unsigned caption, or None."""
    text = " ".join(block.text.split())
    if not _AT_LEAST <= block.words <= _AT_MOST or len(block.lines) > 1:
        return None
    if not block.stopped and _IN_BRACKETS.search(text):
        return Reason("picture-placed", "in brackets")
    if _SENTENCES.search(text) or text[0] in "\"“‘'":
        return None
    placed = _BETWEEN_COMMAS.search(text)
    if placed and _shows(text[placed.end() :], at_once=True):
        return Reason("picture-placed", placed.group().strip())
    if not _shows(text):
        return None
    if _FULL_DAY.search(text):
        return Reason("picture-dated", "in the present tense, with the day in full")
    undated = block.words <= _AT_MOST_UNDATED and _DAY.search(text) and not re.search('["“”]', text)
    if undated and (_NOBODY.match(text) or _PICTURE.match(text)):
        return Reason("picture-described", "in the present tense")
    return None


def _shows(text: str, *, at_once: bool = False) -> bool:
    """Whether the first verb of `text` is one that captions use, in the present tense; `at_once`: its first word."""
    seen = _SEEN.search(text)
    words = _TOKEN.findall(text[: seen.start()] if seen else text)
    for i, word in enumerate(words):
        after = words[i + 1] if i + 1 < len(words) else ""
        leads_on = _LEADS_ON.fullmatch(after)
        if word in listed("caption_verbs") and leads_on and (i or at_once):
            return True
        if word in _plurals() and leads_on and ((i and _several(words[i - 1])) or (at_once and i == 0)):
            return True
        if at_once or _OTHER_VERB.fullmatch(word):
            return False
    return bool(seen)


def _several(word: str) -> bool:
    return word in word_set("words_of_pages", "plural") or (word.endswith("s") and not word.endswith("ss"))


_ASKS = re.compile(
    r"(?:^|[.!?]\s+)(?:please )?(?:subscribe|sign (?:up|in)\b|log in\b|register (?:now|to|for|here)|donate\b"
    r"|support (?:us|our)\b|follow (?:us|our)\b|write to (?:us|\S+@)|e-?mail (?:us|me)\b|contact (?:us|our)\b"
    r"|follow [^.!?]{1,40} on (?:x|twitter|facebook|instagram|telegram|bluesky|mastodon|threads)\b"
    r"|(?:read|listen to|watch|share) (?:this|the) (?:full |whole )?(?:story|article|report|post|interview)\b"
    r"|check back\b|tell us\b|join (?:us|our|the (?:conversation|discussion))\b|download (?:our|the app)\b|send us\b"
    r"|reach (?:us|our) )",
    re.IGNORECASE,
)
_OF_ITSELF = re.compile(
    r"(?:this|the) (?:story|article|report|post|page|live ?blog) (?:was|has been|is being|will be) "
    r"(?:first |last |originally )?(?:updated|expanded|refreshed)\b.*"
    r"|this is a (?:developing|breaking) (?:news )?story\b.*"
    r"|(?:this|the rest of this) (?:story|article|report|post|content) is (?:only |exclusively )?"
    r"(?:for|available (?:only )?to|reserved for|exclusive to) (?:our |paying |registered )?(?:subscribers|members)\b.*"
    r"|(?:you have|you've) (?:\w+ ){0,3}free (?:articles?|stories|story)\b.*"
    r"|(?:you have|you've) (?:reached|used)\b.*\b(?:limit|free)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_QUOTED = re.compile(r"[\"“”«»]|\bsaid\b")
_APPEAL_AT_MOST = 35  # words
PERSON = r"[A-Z][\w.’'-]*(?: (?:de|al|bin|van|von|[A-Z][\w.’'-]*)){1,3}"
"""A name as a byline writes it: two words to four, or with what stands in the middle of names."""
_WRITER = re.compile(
    rf"({PERSON}) (?:is|was) (?:an?|the|our) [^.]{{0,60}}\b(?:reporter|correspondent|editor|journalist|columnist"
    r"|writer|producer|contributor|photographer)\b.*",
    re.DOTALL,
)
_COMMENTS = re.compile(
    r"(?:show |view |all |your |(?:top |recent )?[a-z]+['’]? |\d+ )?comments?(?: ?\(\d+\))?:?", re.IGNORECASE
)
_IN_A_BOX = re.compile(
    r"(?:reply|like|report|flag|share|\d+ (?:likes?|replies|reply))|(?:please )?(?:log|sign) in\b.{0,60}"
    r"|be the first\b.{0,60}|.{0,40}\bcomments? (?:are|is|policy|have)\b.{0,80}|[\w.-]{2,20}(?: [\w.-]{2,20})?"
    r"(?:: .*| ?[|·•] ?[^.!?]{2,30})",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,2}[.)]\s")
_TITLE_AT_MOST = 16  # words
_LIST_AT_MOST = 20  # titles
_HEAD_AT_MOST = 6  # words
_PROSE_AT_LEAST = 9  # words

Found = dict[int, tuple[RegionKind, Reason]]


def page_talk(parts: Sequence[Block], found: Found, prose: Sequence[int]) -> Found:
    """Give what of `parts` is not yet `found`, and is the page's own talk, a list of reports or a comment box.

    `prose` are the paragraphs in order: before the first of them no page appeals to anybody.
    """
    out: Found = {}
    behind = range(prose[0] + 1, len(parts)) if prose else range(0)
    heads = {i: Reason("heads-a-list") for i in behind if i not in found and heads_titles(parts[i])}
    for i, (kind, because) in found.items():
        under = Reason("under", parts[i].text[:40])
        if kind == "related_link" and _heads_a_list(parts[i], because):
            out.update(dict.fromkeys(_listed_below(parts, i), (kind, under)))
        elif kind == "boilerplate" and i in behind and because.by("wording"):
            out.update(dict.fromkeys(under_label(parts, i), (kind, under)))
    for i, because in heads.items():
        out[i] = ("related_link", because)
        under = Reason("under", parts[i].text[:40])
        out.update(dict.fromkeys(_listed_below(parts, i), ("related_link", under)))
    out.update(dict.fromkeys(_comment_box(parts), ("boilerplate", Reason("comment-box"))))
    for i in behind:
        if i in found or i in out:
            continue
        if (why := _talks(parts[i].text)) is not None:
            out[i] = ("boilerplate", why)
        elif (added := added_line(parts[i])) is not None:
            out[i] = added
    last = next((i for i in reversed(range(len(parts))) if i not in found and i not in out), 0)
    if prose and last > prose[0] and _tells_the_writer(parts[last], parts):
        out[last] = ("boilerplate", Reason("who-wrote-it"))
    return out


def _talks(line: str) -> Reason | None:
    """Give what tells that a block speaks to the reader or of the page; None where it does not."""
    if _QUOTED.search(line) or line.count(" ") >= _APPEAL_AT_MOST:
        return None
    if _OF_ITSELF.fullmatch(line):
        return Reason("of-the-page")
    asked = _ASKS.search(line)
    return Reason("appeal", asked.group().strip(" .!?").casefold()) if asked else None


def _comment_box(parts: Sequence[Block]) -> range:
    """Give the blocks of the comment box that closes a page; none where no line heads one that reads like it."""
    first = next((i for i, b in enumerate(parts) if _is_prose(b)), len(parts))
    head = next((i for i in range(first, len(parts)) if _COMMENTS.fullmatch(parts[i].text)), len(parts))
    return range(head, len(parts)) if any(_IN_A_BOX.fullmatch(b.text) for b in parts[head + 1 :]) else range(0)


def _heads_a_list(block: Block, because: Reason) -> bool:
    """Whether a link has no title of its own: "More on this story", "Also on the Elm Echo:"."""
    plain = " ".join(re.findall(r"\w+", block.text.casefold()))
    short = block.words <= _HEAD_AT_MOST and ":" not in block.text and because.by("wording")
    return not block.stopped and (block.final == ":" or because == Reason("wording", plain) or bool(short))


def _listed_below(parts: Sequence[Block], head: int) -> range:
    """Give the titles of other reports below the line that heads their list."""
    end = head + 1
    while end < min(len(parts), head + _LIST_AT_MOST) and parts[end].words <= _TITLE_AT_MOST:
        if len(parts[end].lines) > 1 or (parts[end].stopped and not _NUMBER.match(parts[end].text)):
            break
        end += 1
    return range(head + 1, end)


def _tells_the_writer(block: Block, parts: Sequence[Block]) -> bool:
    """Whether a closing block says who wrote the report: a name that nothing else in it tells of."""
    match = _WRITER.fullmatch(block.text)
    return match is not None and not any(match[1] in b.text for b in parts if b is not block and _is_prose(b))


def _is_prose(block: Block) -> bool:
    return block.stopped and block.words >= _PROSE_AT_LEAST
