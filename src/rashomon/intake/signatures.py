"""One line to whom it says wrote a text: by its words in turn, whatever order and tongue they stand in.

A word is one that leads names in ("By", "Reportage", "Von unserem Korrespondenten"), one that leads in other work
("Photos", "Edited by"), what somebody is, a name, or none of these. A name belongs to the last word that led in; where
the line begins with it, to what stands behind it. A line with more other words than a few is prose and says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from rashomon.intake.names import is_house, is_whole, known_places, opens_a_name
from rashomon.intake.shown_days import day_of_line, without_days
from rashomon.language import calendar_words, lexicon, listed, word_set

_PARTS = re.compile(
    r"[|•·∙;\n()\[\]<>►]|\s[/–—-]+\s|(?<=\w)/(?=[^\W\d])|\s{2,}|(?<=[^\W\d_]{2})\s*[–—]\s*(?=[^\W\d_]{2})"
)
_BRACKETED = re.compile(r"\s?\(([^\W\d_]{2,20})\)")
_QUOTED = re.compile(r"[“”\"«»„]")
_TOKEN = re.compile(r"[^\s,&:]+|[,&:]")
_PARTICLE = re.compile(r"d[aeiou]s?|de[lnr]?|v[ao]n|bin|bint|ben|ibn|al|el|l[aeo]s?|te[rn]|zur?|y|af|av|abu")
_BY, _AND, _WITH, _AT = (
    word_set("words_of_pages", role) for role in ("by_word", "and_word", "with_word", "place_link")
)
_PROSE = 4  # words that a line counts for that goes on behind a name
_ENDINGS = 4
"""Letters that a word may have behind one that is known: "Korrespondenten"."""
_STEM = 6
_OFTEN = 4.6
"""How often a word of English stands in it that opens no name, as a logarithm."""
_ENDS = ("", "e", "s", "es", "ed", "d", "al", "ic", "ics", "ing", "ion", "ions")
_STAFF = 2
_MOST_OTHER = 3  # words of a line that are none of those
_LONGEST = 160
_MOST_WORDS = 24
_TIMED = re.compile(r"(?:\d{1,2}[:.h]\d\d|\d{1,3}[ -]min|\d{1,2}[./-]\d{1,2}[./-]\d\d|(?:19|20)\d\d\Z)")
_SENTENCE = re.compile(r"[.!?…][\"'”’)]*\Z")


@dataclass(frozen=True, slots=True)
class Signed:
    """The names that a line tells: of those `led` in as its writers, of those alone, of whoever did other work.

    `guessed` are led in by a word that is not known behind one that may; `role` says that the line tells what somebody
    is.
    """

    led: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    role: bool = False


def signed(line: str, outlet: str = "") -> Signed:
    """Read a line.

    >>> signed("Teksti Aino Salo Kuvat Eero Lind").led, signed("Ada Brandt, Redakteurin").bare
    (('Aino Salo',), ('Ada Brandt',))
    """
    words = line.split()
    if not words or len(line) > _LONGEST or len(words) > _MOST_WORDS:
        return Signed()
    told = _Line()
    for word in _BRACKETED.findall(line):
        if _leads(word.casefold()):
            line = line.replace(f"({word})", word)
        elif word.islower() and _share(word):  # "(left)"
            return Signed()
    for part in _PARTS.split(without_days(line)):
        _read_part(part.strip(), outlet, told)
    if told.other > _MOST_OTHER or (told.other > 1 and _SENTENCE.search(line)):
        return Signed()
    kinds = {kind: tuple(dict.fromkeys(n for k, n in told.names if k == kind)) for kind in ("led", "guess", "", "not")}
    known = {*kinds["led"], *kinds["not"]}
    if _QUOTED.search(line):
        kinds["guess"] = kinds[""] = ()
    return Signed(
        kinds["led"],
        tuple(n for n in kinds["guess"] if n not in known),
        tuple(n for n in kinds[""] if n not in known),
        kinds["not"],
        told.role,
    )


@dataclass(slots=True)
class _Line:
    """What was read of a line: names with what led them in, how many words are none that is known."""

    names: list[tuple[str, str]] = field(default_factory=list)
    other: int = 0
    role: bool = False


def _read_part(part: str, outlet: str, told: _Line) -> None:
    """Read what stands between two marks."""
    state, first, placed = "", len(told.names), False
    run: list[str] = []
    unknown: list[str] = []
    led_at = 0

    def ends() -> bool:
        """Take the words of capitals that stand together for a name, where they are one."""
        name = " ".join(run)
        named = bool(run) and _is_persons(run) and name.casefold() != outlet.casefold() and not is_house(name)
        named = named and name not in known_places()
        if named:
            told.names.append((state, name))
        else:
            unknown.extend(run)
        run.clear()
        return named

    found = [(m.group(), m.start()) for m in _TOKEN.finditer(part)]
    for (token, at), (following, _) in pairwise([*found, ("", len(part))]):
        token = token.strip("*†‡")
        low = token.casefold().strip(".,:'’‘\"“”")
        after = len(told.names) > first or bool(run)
        if "@" in token or (low in calendar_words() and day_of_line(part[at:])[0]):
            break
        if any(map(str.isdigit, token)):
            told.other += 0 if _TIMED.match(part, at) or day_of_line(part[at:])[0] else _PROSE
            break
        if token == ",":
            ends()
            placed = False
        elif token == ":":
            unknown.extend(run)
            run.clear()
            if len(unknown) > led_at and state in ("", "led"):  # what is not known leads in
                state = "guess"
        elif not low:
            continue
        elif (
            run
            and low not in _AND
            and _PARTICLE.fullmatch(low)
            and (following[:1].isupper() or _PARTICLE.fullmatch(following))
        ):
            run.append(token)
        elif low in _BY and not (run and following[:1].isupper() and low != "by"):
            ends()
            state = state or ("guess" if unknown else "led")
        elif low in _AND and not run[:1] == [token]:
            ends()
            placed = False
        elif placed:
            continue  # where and for whom who stands before it wrote
        elif low in _WITH and not run[:1] == [token]:
            if ends() or after:
                break
            state = "not"
        elif (kind := _leads(low)) and not (run and opens_a_name(low)):
            behind = ends() or len(told.names) > first
            told.role = told.role or kind == "led"
            if behind and state == "":  # what who stands before it is
                leads_on = following in _BY | {":"} or (kind == "not" and following[:1].isupper())
                writes = kind == "led" or leads_on or low in word_set("words_of_pages", "writer")
                told.names[-1] = "" if writes else "not", told.names[-1][1]
                state = kind if leads_on else ""
            else:
                state, led_at = kind, len(unknown)
                if following == ":" and low in word_set("words_of_pages", "of_somebody"):
                    state = "guess"
        elif _is_named(token):
            if (
                run
                and run[-1].isupper() is not token.isupper()
                and "." not in run[-1]
                and len(token) > 2 < len(run[-1])
            ):
                ends()
            if following == "" and outlet and token == outlet.split()[-1]:
                while run and run[-1] in outlet.split():
                    run.pop()
                continue
            run.append(token.rstrip(".") if len(token) > 4 else token)
        elif ends() or len(told.names) > first:
            if low in _AT and token[-1] != ".":
                placed = True
                continue
            told.other += 0 if _are_many(part[at:]) else _PROSE
            break
        else:
            unknown.append(token)
            told.other += state == ""
    ends()


def _are_many(rest: str) -> bool:
    """Tell whether words behind a name are others who sign together: "staff writers", "agencies"."""
    words = rest.casefold().split()
    return len(words) <= _STAFF and (is_house(f"x {words[-1]}") or _leads(words[-1]) == "led")


def _is_persons(words: list[str]) -> bool:
    """Tell whether words in capitals can be a person's whole name, whose first is given or is no English word."""
    while words and _PARTICLE.fullmatch(words[-1].casefold()):
        words.pop()
    if not is_whole(" ".join(words)):
        return False
    low = [word.casefold() for word in words]
    if not _labels().isdisjoint(low) or (not opens_a_name(low[0]) and not _idle().isdisjoint(low)):
        return False
    shares = [_share(word) for word in low]
    ordinary = shares[0] >= _OFTEN or (all(shares) and max(shares) >= _OFTEN)
    return opens_a_name(low[0]) or "." in low[0] or not ordinary


@cache
def _idle() -> frozenset[str]:
    """Give the words of which no name is made: those without content, and offices."""
    return (listed("function_words") | listed("name_titles")) - word_set("words_of_pages", "name_particle")


@cache
def _labels() -> frozenset[str]:
    return word_set("words_of_pages", "published_label") | word_set("words_of_pages", "change_label")


def _share(word: str) -> float:
    """Give how often a word in small letters stands in English, whatever its ending; 0 for none of its words."""
    known = _shares()
    stems = (word.removesuffix(end) for end in _ENDS if word.endswith(end))
    return max(
        known.get(stem, 0.0) for one in stems if one for stem in (one, f"{one[:-1]}i" if one[-1] == "y" else one)
    )


@cache
def _shares() -> dict[str, float]:
    return {term: float(share) for term, share in lexicon("term_frequencies")}


def _is_named(token: str) -> bool:
    bare = token.lstrip("'’‘\"“”").removeprefix("al-").removeprefix("el-").removeprefix("d’").removeprefix("d'")
    return bare[:1].isupper()


@cache
def _leads(low: str) -> str:
    """Give "led" for a word that leads writers in or says what they are, "not" for one of other work, "" for none."""
    low = low.partition("-")[0]
    for kind, roles in (("not", ("other_work",)), ("led", ("led_by", "writer"))):
        for role in roles:
            if low in word_set("words_of_pages", role):
                return kind
    for kind, roles in (("not", ("other_work",)), ("led", ("led_by", "writer"))):
        known = (one for role in roles for one in word_set("words_of_pages", role))
        if any(len(one) >= _STEM and low.startswith(one) and len(low) - len(one) <= _ENDINGS for one in known):
            return kind
    return ""


def names_of(told: Signed) -> Iterator[str]:
    """Give all that may have written."""
    yield from (*told.led, *told.guessed, *told.bare)
