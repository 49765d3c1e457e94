"""Captions that nobody signed: a paragraph by itself that tells what a picture shows, as captions word it.

A caption is one sentence in the present tense. It says where its people stand in the picture, or it names the day in
full; without either it begins with someone nobody knows ("A guard", "Mourners") or with the picture itself.
"""

from __future__ import annotations

import re
from functools import cache

from rashomon.language import lexicon
from rashomon.reading.months import MONTH
from rashomon.reading.regions.blocks import Block
from rashomon.records import Reason

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
def _verbs() -> frozenset[str]:
    return frozenset(word for (word,) in lexicon("caption_verbs"))


@cache
def _plurals() -> frozenset[str]:
    """The same verbs of several people; those that are as often a noun or an adjective are left out."""
    return frozenset(map(_plural, _verbs()))


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
        if word in _verbs() and leads_on and (i or at_once):
            return True
        if word in _plurals() and leads_on and ((i and _several(words[i - 1])) or (at_once and i == 0)):
            return True
        if at_once or _OTHER_VERB.fullmatch(word):
            return False
    return bool(seen)


def _several(word: str) -> bool:
    return word in {"men", "women", "people", "children", "police"} or (word.endswith("s") and not word.endswith("ss"))
