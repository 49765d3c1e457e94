"""What the readers of names work on: the report's tokens as plain lists, and the mentions that they draft on them.

What they ask of every token is looked up once. What of a report is no body of it is told here too, for whom a pronoun
may mean: who signs a report is nobody in it.

A draft is one mention while it is being read: its tokens stay, its kind and chain may still change. A thread is one
chain while it grows: its drafts, in the order in which they were joined, and what they tell.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from spacy.tokens import Doc

from rashomon.language import word_set
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import tags
from rashomon.reading.outlets import outlets
from rashomon.reading.regions.within import opens_an_entry
from rashomon.records import NO_REASON, MentionForm, MentionKind, Reason, Region

PARTICLES = word_set("words_of_mentions", "particle")
"""Romanised Arabic and Persian particles inside names, lower-cased."""
WESTERN_PARTICLES = word_set("words_of_mentions", "western_particle")
"""Particles inside European names."""
_FUNCTION_TAGS = (
    tags.RELATIVE
    | tags.COORDINATOR
    | tags.NUMERAL
    | tags.ARTICLE
    | tags.THERE
    | tags.ADPOSITION
    | tags.MODAL
    | tags.PREARTICLE
    | tags.PERSONAL_PRONOUN
    | tags.OWNING_PRONOUN
    | tags.TO
    | tags.INTERJECTION
    | tags.WHEN
)
_FUNCTION_WORDS = word_set("words_of_mentions", "no_name")
HYPHENS = frozenset({"-", "‐", "‑", "–"})
_BEHIND_HYPHEN = word_set("words_of_mentions", "behind_hyphen")
_OTHER_OFFICE = word_set("words_of_mentions", "other_office")
_OPEN, _CLOSE, _STOPS = frozenset("“„«"), frozenset("”»"), frozenset(".,!?…")


class Page:
    """The tokens of one report, as lists indexed by token number; `raw` is the stored text."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.raw: str = doc.text
        tokens = list(doc)
        columns = doc.to_array(["IDX", "SPACY", "ENT_IOB", "SENT_START"]).T.tolist()
        self.words = [t.text for t in tokens]
        self.lower = [w.lower() for w in self.words]
        self.starts: list[int] = columns[0]
        self.spaced = [spaced != 0 for spaced in columns[1]]
        self.tags = [t.tag_ for t in tokens]
        self.labels = [t.ent_type_ for t in tokens]
        self.opens = [iob == 3 for iob in columns[2]]
        self.first = [start == 1 for start in columns[3]]

    def __len__(self) -> int:
        return len(self.words)

    def end(self, i: int) -> int:
        """Give the character where token `i` ends."""
        return self.starts[i] + len(self.words[i])

    def text(self, i: int, j: int) -> str:
        """Give the stored text of tokens `[i, j)`."""
        return self.raw[self.starts[i] : self.end(j - 1)]

    def name_word(self, i: int) -> bool:
        """Tell whether token `i` may be a word of a name: a capital opens it, and it is no date, sum or "The"."""
        if i >= len(self.words):
            return False
        word = self.words[i]
        if not word[0].isupper() or self.labels[i] in ner.MEASURES:
            return False
        return not (self.lower[i] in _FUNCTION_WORDS and (not word.isupper() or len(word) == 1))

    def particle(self, i: int) -> bool:
        """Tell whether token `i` is a particle inside names."""
        return i < len(self.words) and self.lower[i] in PARTICLES

    def function_word(self, i: int) -> bool:
        """Tell whether token `i` is tagged as a word that names nothing."""
        return self.tags[i] in _FUNCTION_TAGS

    def blank(self, i: int) -> bool:
        """Tell whether token `i` is white space (a line break)."""
        return self.words[i].isspace()

    @cached_property
    def office_ends(self) -> dict[int, int]:
        """Where a word ends that says what somebody is by its first part, by the token that opens it.

        So "editor-in-chief", "son-in-law", "runner-up": the tokens of one word, which hyphens join.
        """
        ends = {}
        for i in range(1, len(self) - 1):
            if self.lower[i] in _BEHIND_HYPHEN and i > 1 and self.joins(i - 1) and self.tags[i - 2] in tags.NOUN:
                ends[i - 2] = i + 3 if i + 2 < len(self) and self.joins(i + 1) else i + 1
        return ends

    @cached_property
    def office_parts(self) -> dict[int, int]:
        """The first token of such a word, by each of those behind it."""
        return {k: i for i, j in self.office_ends.items() for k in range(i + 1, j)}

    def joins(self, i: int) -> bool:
        """Whether token `i` is a hyphen that joins two words without spaces."""
        return 0 < i < len(self) - 1 and self.words[i] in HYPHENS and not self.spaced[i - 1] and not self.spaced[i]

    def word(self, i: int) -> str:
        """Give the word that token `i` opens, in small letters, with all that hyphens join to it."""
        return self.raw[self.starts[i] : self.end(self.office_ends.get(i, i + 1) - 1)].lower()

    def prefix(self, i: int) -> str:
        """Give what makes another office of the one that token `i` names: the "vice" of "vice-president"."""
        return self.lower[i - 2] if self.joins(i - 1) and self.lower[i - 2] in _OTHER_OFFICE else ""

    def before_prefix(self, i: int) -> int:
        """Give where a word opens of which token `i` is the last part: the "co" of "co-chair"."""
        while self.joins(i - 1) and self.words[i - 2].isalpha():
            i -= 2
        return i

    @cached_property
    def papers(self) -> frozenset[tuple[int, int]]:
        """The character spans of the outlets that language/world/outlets.txt knows."""
        return frozenset((o.start, o.end) for o in outlets(self.raw))

    @cached_property
    def paper_ends(self) -> dict[int, int]:
        """Where each known outlet's name ends, by where it starts."""
        return dict(self.papers)

    def paper(self, i: int, j: int) -> bool:
        """Tell whether tokens `[i, j)` are the name of an outlet."""
        return (self.starts[i], self.end(j - 1)) in self.papers

    @cached_property
    def written(self) -> frozenset[str]:
        """The words that the text writes without a capital somewhere."""
        return frozenset(w for w in self.words if w[0].islower())

    @cached_property
    def paragraph(self) -> list[int]:
        """The number of each token's paragraph."""
        return list(accumulate("\n" in word for word in self.words))

    @cached_property
    def quoted(self) -> list[bool]:
        """Whether each token stands inside quotation marks; a quotation never closed ends with its paragraph.

        A straight mark right behind a word opens none, though the page has lost the one that it closes. Where every
        sentence has a line of its own, the mark behind a stop in one of the next lines closes it.
        """
        out: list[bool] = []
        inside, below = False, -1
        for i, word in enumerate(self.words):
            if "\n" in word:
                below = -1 if word.count("\n") > 1 else i + 1 if inside else below
            straight = word in {'"', "``", "''"}
            if below >= 0 and (word[0] in _CLOSE or word[0] in _OPEN or straight):
                if word[0] not in _OPEN and self.words[i - 1] in _STOPS:
                    out[below:] = [True] * (i - below)
                    straight, inside = False, False
                below = -1
            if word[0] in _OPEN:
                inside = True
            elif word[0] in _CLOSE or "\n" in word:
                inside = False
            elif straight:
                inside = not inside and not self._closes(i)
            out.append(inside)
        return out

    def _closes(self, i: int) -> bool:
        behind = i > 0 and not self.spaced[i - 1] and not self.blank(i - 1)
        return behind and (self.spaced[i] or i + 1 == len(self) or self.blank(i + 1))

    @cached_property
    def shouting(self) -> list[bool]:
        """Whether each token stands on a line of capitalised words (a headline), where capitals tell nothing."""
        out: list[bool] = []
        line: list[int] = []
        for i in range(len(self) + 1):
            if i < len(self) and "\n" not in self.words[i]:
                line.append(i)
                continue
            words = [k for k in line if self.words[k][0].isalpha() and len(self.words[k]) > 3]
            loud = len(words) >= 4 and sum(self.words[k][0].isupper() for k in words) >= 0.8 * len(words)
            out.extend([loud] * len(line))
            if i < len(self):
                out.append(False)
            line = []
        return out


_APART = frozenset({"boilerplate", "credit", "date", "related_link", "site", "syndication_credit"})
_SIGNED = frozenset({"and", "at", "by", "in", ",", "-", "&"})


def unread(page: Page) -> frozenset[int]:
    """Give the tokens of what is no body: who signs a report is nobody in it."""
    apart = [(r.start, r.end) for r in page.doc._.rashomon_regions if r.kind in _APART or _signs(page, r)]
    return frozenset(i for i, at in enumerate(page.starts) if any(a <= at < b for a, b in apart))


def entry_starts(page: Page) -> list[int]:
    """Give the characters at which the entries of a live page begin: each is told for itself."""
    return [r.start for r in page.doc._.rashomon_regions if opens_an_entry(r)]


def _signs(page: Page, region: Region) -> bool:
    """Whether what looks like a headline only names who writes, and where: "Ada Holm in Karm" under a title."""
    title = page.doc._.rashomon_title or ""
    line = page.raw[region.start : region.end].strip()
    if region.kind != "headline" or line.casefold() in title.casefold() or not title:
        return False
    here = [i for i, at in enumerate(page.starts) if region.start <= at < region.end and not page.blank(i)]
    plain = all(page.tags[i] in tags.PROPER or page.lower[i] in _SIGNED for i in here)
    return bool(here) and plain and page.labels[here[0]] in ner.PERSON


@dataclass(slots=True, eq=False)
class Thread:
    """One thing as the report speaks of it. `roles` are token spans with their head noun.

    `doubted`: a pronoun belies the gender of his given name.
    `state` is the country that it belongs to, or is the government of.
    """

    kind: MentionKind
    drafts: list[Draft] = field(default_factory=list)
    roles: list[tuple[int, int, int]] = field(default_factory=list)
    gender: str = ""
    doubted: bool = False
    state: str = ""
    because: Reason = NO_REASON

    def add(self, draft: Draft, because: Reason = NO_REASON) -> None:
        """Join `draft`; `because` replaces the reason that it came with."""
        self.drafts.append(draft)
        if because:
            draft.because = because
        self.gender = self.gender or draft.gender

    @property
    def named(self) -> bool:
        """Some mention of it is a name."""
        return any(d.form == "name" for d in self.drafts)


@dataclass(slots=True)
class Draft:
    """Tokens `[i, j)` of the page, with the head token; `start` and `end` are characters of the stored text.

    `key` is what two drafts of one name share; `title` the tokens of the title before a person's name;
    `titled` its words, courtesies left out; `late` where the text calls him so;
    `state` the country that a government, capital, country or demonym-bearing phrase stands for.
    """

    i: int
    j: int
    start: int
    end: int
    text: str
    kind: MentionKind
    form: MentionForm
    because: Reason
    head: int
    key: tuple[str, ...] = ()
    title: tuple[int, int] | None = None
    late: bool = False
    titled: frozenset[str] = frozenset()
    state: str = ""
    gender: str = ""
    plural: bool = False
    label: str = ""
