"""The names of who wrote a text, out of a container's byline: whole, once each, without what is no name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from anyascii import anyascii

from rashomon.intake.day import day, is_month, is_weekday, understood
from rashomon.language import lexicon, listed, word_set

_LEAD = re.compile(
    r"\A(?:(?P<what>[^\W\d_]+(?:\s+(?:&\s+)?[^\W\d_]+){0,4}?)\.?\s*)?(?:\b(?P<by>by|von|por|par|door|oleh|przez|(?-i:de|di|[aA]v|[aA]f|[oO]d))\b\s*:?|:)\s+(?P<who>[^\W\d_].*)\Z",
    re.IGNORECASE,
)
"""What stands before the names: "By", "Reported by", "Eine Reportage von", "Text:"."""
_ROLE = re.compile(r"\b(?:writer|reporter|correspondent|editor|columnist|contributor|staff|bureau)s?\Z", re.IGNORECASE)
"""What somebody is who stands beside their name; alone it is all that is told."""
_ACCOUNT = re.compile(r"\s*[(<\[]?(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.])@\w{2,30})[)>\]]?")
_BEHIND = re.compile(
    r"\s*[|·•(\[/–—\d]|\s-\s|\s+(?:on|at|for|in|from|updated|published|posted|with|avec|mit|con|com)\b|,\s*(?!and\b)(?=\w+\s*(?:,|\Z))"
)
"""What ends the names of a byline: a mark, a number, where and when, a paper's one word."""
_ADDRESS = re.compile(r"\A(?:https?:)?//|\A/|\A@?[\w.]+@[\w.]+\Z|\A@\w+\Z")
_PARTS = re.compile(r"[;|\n•·∙]|(?<=\s)[/»›](?=\s)")
_COMMA = re.compile(r"\s*,\s*(?:(?:and|&)\s+)?")
_AND = re.compile(r"\s+(?:and|AND|&|y|et|und|e|och|og|ve|ja|i|en|és)\s+")
_PARTICLE = re.compile(
    r"d[aeiou]s?|de[lnr]?|v[ao]n|bin|bint|ben|ibn|al|el|l[aeo]s?|te[rn]|zur?|y|a[bfpv]|abu|ferch", re.IGNORECASE
)
_PERSON = re.compile(r"(?:(?:a[dlnrst]|ash|el|ul|d|l)[-’'])?(?P<name>[^\W\d_][^\W\d_]*[\w.'’-]*)")
_WITH_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+\s*\((?P<behind>[^()]+)\)|(?P<before>[^<>]+?)\s*<[^<>\s]+@[^<>\s]+>")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\Z")
_SENT = re.compile(r"(?P<who>[^\d]+?)\s+in\s+(?-i:[A-Z\u00c0-\u00de]).*", re.IGNORECASE)
_BESIDE_OTHERS = frozenset(("with", "avec", "mit", "con", "com"))
_WITH_OTHERS = re.compile(r",?\s+(?:with|avec|mit|con|com|as told to)\s+", re.IGNORECASE)
"""What leads in others who gave something to the text."""
_PUBLISHED = re.compile(r"\s+(?:published|updated|posted)\b", re.IGNORECASE)
_SENT_TO = re.compile(r",?\s+special\s+(?:to|for)\s+.*\Z", re.IGNORECASE)
_DATED = re.compile(
    r"\A(?:[^\W\d_]+[.,:]?\s+){0,4}(?:\d{1,2}\W{1,2}(?:[^\W\d_]{2,12}\.?|\d{1,2})\W{1,2}(?:[^\W\d_]{2,3}\s)?|[^\W\d_]{3,9}\.?\s\d{1,2},?\s)"
    r"(?:19|20)\d\d(?:[\s,|–-]{1,4}(?:[^\W\d_]{1,3}\.?\s)?\d{1,2}[:.h]\d\d(?:\s?[^\W\d_]{1,3}\b\.?){0,2})?[\s,|–-]{1,4}"
    r"(?=(?:by|door|von|por|par|av|af|przez|oleh)\s)",
    re.IGNORECASE,
)
"""A day in front of "by", and what it is called."""
_LONGEST_LINE = 1_000
_LABEL = 2  # words of a label
_LINK = 3  # letters of a word that leads in a weekday
_LONGEST = 120
_LINE = 4_000  # characters of a line of names; a longer one is none


def authors(told: Iterable[str], outlet: str = "") -> str:
    """Give the names parted by "; "; an address, an account's default or the outlet itself is nobody."""
    found: dict[str, str] = {}
    outlet = outlet if len(outlet) <= _LONGEST else ""
    for name in (name for one in told for part in _of_names(one) for name in _apart(part, outlet)):
        low = _IN_BRACKETS.sub("", name.casefold())
        if (
            not name
            or len(name) > _LONGEST
            or _ADDRESS.search(name)
            or low.rstrip("0123456789_-. ") in word_set("words_of_pages", "account")
            or signs(low)
            or (any(map(str.isdigit, name)) and understood(day(name)))
        ):
            continue
        if low != outlet.casefold() and low not in found:
            found[name.casefold()] = name
    people = [name for name in found.values() if not _ROLE.search(name)]
    return "; ".join(people or found.values())


def _lines(told: str) -> Iterator[str]:
    """Part a byline at its marks."""
    for line in _PARTS.split(told):
        words = " ".join(line.split())
        if len(words) <= _LINE:
            yield words


def _of_names(told: str) -> list[str]:
    """Part what stands in one line by its marks; behind a person a day, a number and a house are no names."""
    parts = [part for part in _lines(told) if part]
    if len(parts) < 2 or not _people(_led(parts[0])[0]):
        return parts
    return [part for n, part in enumerate(parts) if not n or not (any(map(str.isdigit, part)) or is_house(part))]


def is_house(name: str) -> bool:
    """Tell whether a name ends or begins as those of outlets do ("Elm Press", "The Wire"), and as nobody's does."""
    first, *rest = name.casefold().split() or [""]
    if not rest or first in given_names():
        return False
    return first == "the" or not word_set("words_of_pages", "house").isdisjoint((first, *rest))


def by_whom(line: str, outlet: str = "") -> str:
    """Give who wrote a text as a line beside it says, "" where it names no whole persons: "By Ada Brandt | 7 March"."""
    found: list[str] = []
    for part in filter(None, _lines(" ".join(line.split()))):
        if len(part) > _LONGEST_LINE:
            continue
        if found:
            if not (more := persons(part, outlet)):
                break
            found.append(more)
            continue
        who, led = _led(_DATED.sub("", part))
        front = _BEHIND.split(who, maxsplit=1)[0]
        if led and (told := persons(_without_weekday(front, who), outlet)):
            found.append(told)
    return authors(["; ".join(found)], outlet) if found else ""


def _without_weekday(front: str, line: str) -> str:
    """Give names without the weekday, or the month, of the day that follows them: "Ada Brandt le lundi 6 mai"."""
    words = front.split()
    if not line[len(front) :].lstrip(" ,.")[:1].isdigit() or not (is_weekday(words[-1]) or is_month(words[-1])):
        return front
    words.pop()
    while words and words[-1].islower() and len(words[-1]) <= _LINK:
        words.pop()
    return " ".join(words)


def persons(told: str, outlet: str = "") -> str:
    """Give the names that are all of what is told, "" where anything else stands with them."""
    found = authors([told], outlet)
    names = found.split("; ")
    return found if found and all(is_whole(n) and n.casefold() not in known_places() for n in names) else ""


def _led(told: str) -> tuple[str, bool]:
    """Give what stands behind a "by" or a label, and whether one was there; "" where another's work is told of."""
    lead = _LEAD.match(told) if len(told) <= _LONGEST_LINE else None
    if lead is None:
        return told, False
    before = set((lead["what"] or "").casefold().split())
    if before & _BESIDE_OTHERS:
        return told, False
    if not before:
        english = lead["by"] is not None and lead["by"].casefold() == "by"
        who = lead["who"]
        return (who, True) if english or _people(_BEHIND.split(who, maxsplit=1)[0]) else (told, False)
    known = word_set("words_of_pages", "led_by") | word_set("words_of_pages", "writer")
    if lead["by"] is not None:
        known = known | word_set("words_of_pages", "published_label")
    if lead["by"] is None:  # "Editor: Ada Brandt"
        known = known - word_set("words_of_pages", "other_work")
    if before & known and (lead["by"] is not None or len(before - known) <= 1):  # not "Author of the study:"
        about = lead["by"] is None and not before.isdisjoint(word_set("words_of_pages", "of_somebody"))
        return ("", False) if about else (lead["who"], True)
    return ("", False) if before & word_set("words_of_pages", "other_work") else (told, False)


def _apart(told: str, outlet: str) -> list[str]:
    """Part names that stand in one line, without an address of mail and the outlet behind them.

    "Moe, Karin" and "Health and Safety Office" are one: each part has to be a person's whole name. What he does for the
    outlet, and where he was sent, is no part of it.
    """
    name = _led(_stripped(" ".join(told.split())))[0]
    if match := _WITH_ADDRESS.fullmatch(name):
        name = (match["behind"] or match["before"]).strip()
    name = _without_buttons(_without_degrees(_ACCOUNT.sub("", name).strip() or name))
    name = _without_role(_SENT_TO.sub("", _PUBLISHED.split(name, maxsplit=1)[0]))
    front = _WITH_OTHERS.split(name, maxsplit=1)[0]
    name = front if _people(front, outlet) else name
    if outlet and (match := re.search(rf"\s+for\s+(?:the\s+)?{re.escape(outlet)}\Z", name, re.IGNORECASE)):
        name = name[: match.start()]
    people = _people(_IN_BRACKETS.sub("", name), outlet)
    return [name] if people is None else people


def _people(name: str, outlet: str = "") -> list[str] | None:
    """Give the persons of a line, None where it names others; what stands behind them and a comma is theirs or none."""
    found: list[str] = []
    for number, group in enumerate(part for part in _COMMA.split(name) if part and not is_role(part)):
        parts = [m["who"] if (m := _SENT.fullmatch(p)) and is_whole(m["who"]) else p for p in _AND.split(group)]
        parts = [part for n, part in enumerate(parts) if not (is_role(part) or (n and is_house(part)))]
        if number and (group.casefold() == outlet.casefold() or group.casefold() in known_places() or is_house(group)):
            continue
        if all(map(is_whole, parts)):
            found += parts
        elif is_whole(group):
            found.append(group)
        elif not number:
            return None
    return found


@cache
def known_places() -> frozenset[str]:
    """Give the names of places that are known and are of several words, as those of persons are, in small letters."""
    told = (row[0] for name in ("towns", "places", "countries") for row in lexicon(name) if " " in row[0])
    return frozenset(spelled for one in told for spelled in (one.casefold(), anyascii(one).casefold()))


@cache
def given_names() -> frozenset[str]:
    """Give the given names that are known, in small letters."""
    return frozenset(row[0].casefold() for row in lexicon("given_names"))


def opens_a_name(word: str) -> bool:
    """Tell whether a word, or one of those that a hyphen joins, is known as a given name."""
    parts = word.casefold().split("-")
    spelled = {*parts, *(anyascii(part).casefold() for part in parts if not part.isascii())} - {""}
    return any(w in given_names() or w in _more_given_names() or w in listed("family_first") for w in spelled)


@cache
def _more_given_names() -> frozenset[str]:
    return frozenset(row[0].casefold() for row in lexicon("first_names"))


def _without_buttons(name: str) -> str:
    """Give a name without what a reader may do beside it ("Follow")."""
    words = name.split()
    while len(words) > 2 and opens_a_name(words[0]) and words[-1].casefold() in word_set("words_of_pages", "button"):
        words.pop()
    return " ".join(words)


def _without_degrees(name: str) -> str:
    """Give a person's name without what they have learned behind it ("Ph.D.")."""
    words = name.split()
    while len(words) > 2 and words[-1].replace(".", "").strip(",").casefold() in word_set("words_of_pages", "degree"):
        words.pop()
    return " ".join(words).rstrip(",")


def _stripped(name: str) -> str:
    """Give a name without the marks around it; a point behind one letter is a part of it."""
    bare = name.strip(" ,.|–—")
    behind = name[name.find(bare) + len(bare) :]
    return f"{bare}." if behind[:1] == "." and bare[-1:].isalpha() and not bare[-2:-1].isalnum() else bare


def without_desk(words: list[str]) -> list[str]:
    """Give the words of a name without what somebody is for an outlet that begins behind it: "Ada Brandt Staff"."""
    left = list(words)
    while left and left[-1].casefold() in word_set("words_of_pages", "desk"):
        left.pop()
    return left if len(left) > 1 and opens_a_name(left[0]) else words


def _without_role(name: str) -> str:
    """Give a person's name without what he is for an outlet, where no mark parts them: "Ada Brandt Staff Writer"."""
    words = name.split()
    if len(words) <= _LABEL or not is_role(name) or not opens_a_name(words[0]):
        return name
    return " ".join(without_desk(words[:-1]))


def before_more(line: str) -> str:
    """Give what stands before a mark or a word that ends the names of a byline."""
    return _BEHIND.split(line, maxsplit=1)[0]


def signs(label: str) -> bool:
    """Tell whether a line is no more than a label of who wrote a text: "Written by", "Author"."""
    told = label.casefold().strip(" :").split()
    known = word_set("words_of_pages", "led_by") | word_set("words_of_pages", "writer")
    return 0 < len(told) <= _LABEL and all(word in known for word in told) and not known.isdisjoint(told)


def with_by_apart(page: str) -> str:
    """Give markup with a space behind a "By" that touches the element with the names: "By<a>Ada Brandt</a>"."""
    return _glued().sub(r"\1 ", page)


@cache
def _glued() -> re.Pattern[str]:
    words = sorted(word_set("words_of_pages", "by_word"), key=lambda word: (-len(word), word))
    return re.compile(
        rf"((?:^|>)\s{{0,9}}(?:{'|'.join(map(re.escape, words))}))(?=<(?:a|b|span|strong|em|i)\b)", re.IGNORECASE
    )


def leads_on(line: str) -> bool:
    """Tell whether a line begins with a label that leads on to another article, in the tongues of templates.

    >>> leads_on("Also read: Snow closes pass"), leads_on("Lire aussi : La neige"), leads_on("Watch him: he")
    (True, True, False)
    """
    label, colon, _ = line.partition(":")
    return bool(colon) and " ".join(label.casefold().split()) in word_set("words_of_pages", "leads_on")


def is_role(name: str) -> bool:
    """Whether this is what somebody does for the outlet ("Staff Writer", "political editor") and not a name."""
    return name.casefold().rpartition(" ")[2] in word_set("words_of_pages", "writer")


def _is_capital(letter: str) -> bool:
    """Tell whether a name may begin with a letter: a capital, or one of a script that has none."""
    return letter.isupper() or letter.lower() == letter.upper()


def is_whole(name: str) -> bool:
    """Tell whether this is a person's whole name: two to four words in capitals, and particles."""
    words = name.split()
    if not words or words[0].casefold() in word_set("words_of_pages", "button"):
        return False
    if words[-1].casefold() in word_set("words_of_pages", "body") or all(is_weekday(w) or is_month(w) for w in words):
        return False
    named = [word for word in words if not _PARTICLE.fullmatch(word) or word[0].isupper()]
    return (
        2 <= len(words) <= 6
        and 1 <= len(named) <= 4
        and _is_capital(words[0][0])
        and all((m := _PERSON.fullmatch(word)) and _is_capital(m["name"][0]) for word in named)
    )
