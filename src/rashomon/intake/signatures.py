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

from rashomon.intake.names import is_house, is_whole, known_places, leads_on, opens_a_name, without_desk
from rashomon.intake.shown_days import day_of_line, without_days
from rashomon.language import lexicon, listed, word_set

_PARTS = re.compile(
    r"[|•·∙;\n()\[\]<>►]|\s(?=(?i:last\s)?(?i:updated|modified)\b)|\s[/–—-]+\s|(?<=\w)/(?=[^\W\d])|\s{2,}|(?<=[^\W\d_]{2})\s*[–—]\s*(?=[^\W\d_]{2})"
)
_BRACKETED = re.compile(r"\s?\(([^\W\d_]{2,20})\)")
_QUOTED = re.compile(r"[“”\"«»„]")
_TOKEN = re.compile(r"[^\s,&:]+|[,&:]")
_PARTICLE = re.compile(r"d[aeiou]s?|de[lnr]?|v[ao]n|bin|bint|ben|ibn|al|el|l[aeo]s?|te[rn]|zur?|y|a[bfpv]|abu|ferch")
_BY, _AND = word_set("words_of_pages", "by_word"), word_set("words_of_pages", "and_word")
_WITH, _AT = word_set("words_of_pages", "with_word"), word_set("words_of_pages", "place_link")
_INITIALS, _ABBREVIATED = 2, 4  # letters
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
_COUNT = 3  # words of a count
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
    for number, part in enumerate(map(str.strip, _PARTS.split(without_days(line)))):
        if number and _counts(part):
            continue
        others = _behind_a_house(part, outlet) if told.names else ""
        _Part(others or part, outlet, told, state=told.names[-1][0] if others else "").read()
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


def _counts(part: str) -> bool:
    """Tell whether a part of a line tells no more than a number of something: "Lu 1921 fois", "22 comments"."""
    words = part.split()
    return len(words) <= _COUNT and sum(map(str.isdigit, words)) == 1 and not any(w.istitle() for w in words[1:])


def _behind_a_house(part: str, outlet: str) -> str:
    """Give who signs beside somebody that a line says writes for the outlet: "Vale Courier and Ada Brandt"."""
    if not outlet or not part.casefold().startswith(f"{outlet.casefold()} "):
        return ""
    joint, _, others = part[len(outlet) + 1 :].partition(" ")
    return others if joint.casefold() in _AND else ""


@dataclass(slots=True)
class _Line:
    """What was read of a line: names with what led them in, how many words are none that is known."""

    names: list[tuple[str, str]] = field(default_factory=list)
    other: int = 0
    role: bool = False


@dataclass(slots=True)
class _Part:
    """What stands between two marks of a line, read word by word.

    `state` is what the last word led in: writers ("led"), perhaps writers ("guess"), others ("not"), nothing ("").
    `run` holds the words in capitals that stand together, `placed` tells that a place or a house is told of, `joins`
    that an "and" stands behind what led in last, and nobody yet.
    """

    part: str
    outlet: str
    told: _Line
    first: int = 0
    state: str = ""
    placed: bool = False
    led_at: int = 0
    joins: bool = False
    run: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def read(self) -> None:
        """Read all of it, or up to where nothing more is told of names."""
        self.first = len(self.told.names)
        found = [(m.group(), m.start()) for m in _TOKEN.finditer(self.part)]
        for (word, at), (following, _) in pairwise([*found, ("", len(self.part))]):
            if self._stops(word, at) or not self._takes(word.strip("*†‡"), following, self.part[at:]):
                break
        self._ends()

    def _stops(self, word: str, at: int) -> bool:
        """Tell whether a word is a number or an address of mail, behind which no name stands."""
        timed = any(map(str.isdigit, word))
        if timed and not (_TIMED.match(self.part, at) or day_of_line(self.part[at:])[0]):
            self.told.other += _PROSE
        return timed or "@" in word

    def _takes(self, word: str, following: str, rest: str) -> bool:
        """Take one word; False where the part ends with it."""
        low = word.casefold().strip(".,:'’‘\"“”—–-/")
        if word in (",", ":"):
            return self._mark(word)
        if not low:
            return True
        initial = len(word) > 1 and word.endswith(".") and word[0].isupper()  # "E." is no "e"
        joined = low in _AND and not initial and not (word.istitle() and opens_a_name(low))  # nor is Dan "dan"
        joins = not joined and not (low in _BY and not opens_a_name(self.run[0])) if self.run else False
        if joins and _is_particle(low, following):
            self.run.append(word)
            return True
        if low in _BY:
            self._ends()
            self.state = self.state or ("led" if _labels().issuperset(map(str.casefold, self.unknown)) else "guess")
            return True
        if joined and self.run[:1] != [word]:
            self.joins = not self._ends() and len(self.told.names) == self.first
            self.placed = False
            return True
        return self.placed or self._takes_more(word, low, following, rest)

    def _takes_more(self, word: str, low: str, following: str, rest: str) -> bool:
        if low in _WITH and self.run[:1] != [word]:
            named = bool(self.run) or len(self.told.names) > self.first
            self._ends()
            self.state = self.state if named else "not"
            return not named
        if (kind := _leads(low)) and not (self.run and opens_a_name(low)):
            self._lead(kind, low, following)
        elif _is_named(word) or (
            word[0].isalpha() and word[0].lower() == word[0].upper() and (self.run or opens_a_name(word))
        ):
            self._name(word, following)
        elif self._ends_before(rest) or len(self.told.names) > self.first:
            if not self._tells_where(low, rest) or word[-1] == "." or not _names_a_place(rest):
                self.told.other += 0 if _are_many(rest) or _is_a_label(rest) else _PROSE
                return False
            self.placed = True
        else:
            self.unknown.append(word)
            self.told.other += not self.state
        return True

    def _tells_where(self, low: str, rest: str) -> bool:
        """Tell whether a word behind a name leads in where its bearer was, or the office or house that he is of."""
        of_an_office = bool(self.unknown) and self.unknown[-1].casefold() in word_set("words_of_pages", "body")
        belongs = low in word_set("words_of_pages", "office_link")
        return low in _AT or (belongs and (self.state == "led" or of_an_office))

    def _mark(self, mark: str) -> bool:
        """Take a comma, behind which others may stand, or a colon; what is not known before that leads in, perhaps."""
        if mark == ",":
            self._ends()
            self.placed = False
            return True
        self.unknown.extend(self.run)
        self.run.clear()
        if leads_on(self.part):
            self.told.other += _PROSE
            return False
        if self.part.split()[0].casefold() in word_set("words_of_pages", "told_in"):
            self.state = "not"
        elif len(self.unknown) > self.led_at and self.state in ("", "led"):
            self.state = "guess"
        return True

    def _lead(self, kind: str, low: str, following: str) -> None:
        """Take a word that leads in who did what, or says what who stands before it is."""
        if low in word_set("words_of_pages", "writer"):
            self.run = without_desk(self.run)
        behind = self._ends() or len(self.told.names) > self.first
        self.told.role = self.told.role or kind == "led"
        if behind and not self.state:
            on = following in _BY or following == ":" or (kind == "not" and following[:1].isupper())
            writes = kind == "led" or on or low in word_set("words_of_pages", "writer")
            self.told.names[-1] = "" if writes else "not", self.told.names[-1][1]
            self.state = kind if on else ""
            return
        about = following == ":" and low in word_set("words_of_pages", "of_somebody")
        if kind == "not" and self.state == "led" and self.joins:  # "Text and photos: Ada Brandt"
            return
        self.state, self.led_at = "guess" if about else kind, len(self.unknown)

    def _name(self, word: str, following: str) -> None:
        """Take a word in capitals; where the case of all letters changes, another run begins."""
        before = self.run[-1] if self.run else ""
        plain = "." not in before and len(word) > _INITIALS < len(before)
        family = len(self.run) == 1 and word.isupper() and opens_a_name(before)  # "Odile CASSIN"
        family = family or (len(self.run) == 1 and before.isupper() and opens_a_name(word))  # and turned
        if plain and before.isupper() is not word.isupper() and not family:
            self._ends()
        if not following and self.outlet and word == self.outlet.split()[-1]:
            while self.run and self.run[-1] in self.outlet.split():
                self.run.pop()
            return
        self.run.append(word.rstrip(".") if len(word) > _ABBREVIATED else word)

    def _ends_before(self, rest: str) -> bool:
        """Take the words that stand together before one in small letters, without what begins their bearer's desk."""
        if _are_many(rest):
            self.run = without_desk(self.run)
        if _is_a_label(rest) and len(self.run) > _INITIALS and _share(self.run[-1].casefold()) >= _OFTEN:
            self.run.pop()  # "Time of article published"
        return self._ends()

    def _ends(self) -> bool:
        """Take the words of capitals that stand together for a name, where they are one."""
        name = " ".join(self.run)
        persons = _is_persons(self.run) or (self.state == "led" and _is_half_a_word(self.run))
        named = bool(name) and persons and name.casefold() != self.outlet.casefold()
        if named and not is_house(name) and name.casefold() not in known_places():
            state = self.state or ("guess" if self.unknown and len(self.told.names) == self.first else "")
            self.told.names.append((state, name))
        else:
            named = False
            self.unknown.extend(self.run)
        self.run.clear()
        return named


def _is_particle(low: str, following: str) -> bool:
    """Tell whether a word stands between the parts of a name."""
    return bool(_PARTICLE.fullmatch(low) and (following[:1].isupper() or _PARTICLE.fullmatch(following)))


def _names_a_place(rest: str) -> bool:
    """Tell whether a word is in capitals behind the first of some: "in Tarnau", and not "at the gate"."""
    _, *behind = rest.partition(",")[0].split()
    return not behind or any(word[:1].isupper() or not word[:1].islower() for word in behind)


def tells_where(words: str) -> bool:
    """Tell whether words behind a name say no more than where its bearer was: "in Hong Kong"."""
    link, *place = words.split() or [""]
    return link.casefold() in _AT and bool(place) and all(word[0].isupper() for word in place)


def _is_a_label(rest: str) -> bool:
    """Tell whether words behind a name label the day that follows: "of article published"."""
    words = [word.strip(":") for word in rest.casefold().split()]
    known = word_set("words_of_pages", "label_noun") | word_set("words_of_pages", "label_link") | _labels()
    return words[-1:] != [] and words[-1] in _labels() and all(word in known for word in words[1:])


def _are_many(rest: str) -> bool:
    """Tell whether words behind a name are others who sign together: "staff writers", "agencies"."""
    words = [word for word in rest.casefold().split() if "@" not in word]
    return 0 < len(words) <= _STAFF and (is_house(f"x {words[-1]}") or _leads(words[-1]) == "led")


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


def _is_half_a_word(words: list[str]) -> bool:
    """Tell whether a word of English begins a whole name whose others are none: "Fan Ruohong"."""
    low = [word.casefold() for word in words]
    idle = _labels() | _idle() | word_set("words_of_pages", "body") | word_set("words_of_pages", "house")
    return is_whole(" ".join(words)) and idle.isdisjoint(low) and not any(map(_share, low[1:]))


def tells_what_he_is(line: str) -> bool:
    """Tell whether a line under a name says no more than what its bearer is, and not that he does other work."""
    words = line.casefold().split()
    plain = 0 < len(words) <= _COUNT and line.istitle() and is_of_words(line)
    return plain and not any(_leads(word) == "not" for word in words)


def is_of_words(name: str) -> bool:
    """Tell whether what stands in capitals is made of English words alone, as what somebody is: "Press Secretary"."""
    low = name.casefold().split()
    return not opens_a_name(low[0]) and all(_share(word) or _leads(word) for word in low)


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
    stems = (one for one in stems if one == word or not (word == f"{one}e" and opens_a_name(one)))  # Tonye
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
