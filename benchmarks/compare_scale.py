"""Comparing, stage by stage: seconds at 100, 1,000 and 10,000 reports.

python -m benchmarks.compare_scale [REPORTS ...] [--story N] [--profile STAGE]

The reports are made up: the paragraphs of the sample case are read once; each report takes eight of them, some far
oftener than others, with some words put into others of the same length, and its days moved a little. `--story` reports
make a story, and every story has its own names and much of its own words; unless told, all reports are one story, the
hardest case.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any, TypeVar

from rashomon.comparing.chronicle import chronicle
from rashomon.comparing.claims import disputed_with, gather
from rashomon.comparing.disputes import disputes
from rashomon.comparing.disputes.judging import contested
from rashomon.comparing.identity import identity
from rashomon.comparing.joining.unit import units
from rashomon.comparing.lineage import lineage
from rashomon.comparing.lines.compose import Composer
from rashomon.comparing.origins import origins
from rashomon.comparing.origins.tellings import Tellings
from rashomon.comparing.series import series
from rashomon.comparing.stances import denials, stances
from rashomon.comparing.stories import stories
from rashomon.intake import intake
from rashomon.reading import read
from rashomon.records import Attribution, Chain, Clause, Event, Hang, Publication, Reading, Report, Span, Story, Wording
from rashomon.sample import sample

_T = TypeVar("_T")
_PARAGRAPHS = 8
_OUTLETS = 150
_OTHER_WORDS = (0.0, 0.05, 0.1, 0.2, 0.3)  # the share of the words that a report puts otherwise
_NEW_WORDS = 40  # the words outside the case that one may be put into
_OWN_WORDS = 0.5  # the share of the vocabulary that each story has to itself
_STORY_DAYS, _APART = 20, 40
_WORD = re.compile(r"[^\W\d_]+")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_SYLLABLES = ("ba", "do", "fi", "ka", "le", "mu", "na", "po", "ri", "sa", "tu", "ve", "zo", "ham", "jor", "wen")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    report: Report
    reading: Reading
    span: Span


def made_up_case(size: int, story: int, seed: int = 11) -> tuple[dict[str, Report], dict[str, Reading]]:
    """Give `size` reports, `story` of them a story, and their readings."""
    taken = [r for r in intake([str(sample())]) if isinstance(r, Report)]
    paragraphs = [
        _Paragraph(report, reading, m.span())
        for report, reading in zip(taken, read(taken), strict=True)
        for m in re.finditer(r"\S(?:.|\n(?!\n))*", report.text)
    ]
    words = sorted({w for r in taken for w in _WORD.findall(r.text) if w.islower() and len(w) > 3})
    kept = {p.reading.report: _protected(p.reading, p.report.text) for p in paragraphs}
    reports, readings = {}, {}
    for n in range(size):
        name = f"r{n:06}"
        made = _Made(name, n // story, random.Random(f"{seed} {n}"), words, kept)
        reports[name], readings[name] = made.of(paragraphs)
    return reports, readings


def _protected(reading: Reading, text: str) -> frozenset[str]:
    """The words that rows hang on: names, triggers and cues; they change with the story only."""
    spans = [(m.start, m.end) for m in reading.mentions if m.form == "name"]
    spans += [e.trigger for e in reading.events] + [s for a in reading.attributions for s in a.cue]
    return frozenset(w for a, b in spans for w in _WORD.findall(text[a:b]))


class _Made:
    """One report under construction."""

    def __init__(
        self, name: str, story: int, chance: random.Random, words: Sequence[str], kept: Mapping[str, frozenset[str]]
    ) -> None:
        self._name, self._story, self._chance, self._kept = name, story, chance, kept
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in words:
            self._by_length[len(word)].append(word)
        self._moved = timedelta(days=_APART * story + chance.randrange(_STORY_DAYS))
        self._share = chance.choice(_OTHER_WORDS)
        self._text = ""
        self._layers: dict[str, list[Any]] = defaultdict(list)
        self._chains: dict[str, Chain] = {}

    def of(self, paragraphs: Sequence[_Paragraph]) -> tuple[Report, Reading]:
        drawn = sorted((self._chance.random() ** rank, rank) for rank in range(1, len(paragraphs) + 1))
        chosen = [paragraphs[rank - 1] for _, rank in drawn[-_PARAGRAPHS:]]
        for number, paragraph in enumerate(chosen):
            self._add(paragraph, f"{number}.")
        day = (date(2030, 1, 1) + self._moved).isoformat()
        outlet = f"Outlet {self._chance.randrange(_OUTLETS)} Courier"
        layers = {layer: tuple(rows) for layer, rows in self._layers.items()}
        published = Publication(day, "metadata", day, day)
        chains = tuple(self._chains.values())
        reading = Reading(self._name, published, "en", None, outlet, None, chains=chains, **layers)
        return Report(self._name, self._text, outlet=outlet, published=day), reading

    def _add(self, p: _Paragraph, mark: str) -> None:
        start, end = p.span
        shift = len(self._text) - start
        kept = self._kept[p.reading.report]
        self._text += _WORD.sub(lambda m: self._put(m.group(), kept), p.report.text[start:end]) + "\n\n"
        inside = {
            layer: [row for row in getattr(p.reading, layer) if start <= row.start and row.end <= end]
            for layer in ("regions", "mentions", "times", "credits")
        }
        known = {m.id for m in inside["mentions"]}
        for layer in ("regions", "times", "credits", "mentions"):
            for row in inside[layer]:
                moved = replace(row, start=row.start + shift, end=row.end + shift)
                if layer == "times":
                    moved = replace(moved, value=self._day(moved.value))
                elif layer == "credits":
                    moved = replace(moved, mention=mark + row.mention if row.mention in known else None)
                elif layer == "mentions":
                    moved = replace(moved, id=mark + row.id)
                self._layers[layer].append(moved)
        self._layers["sentences"] += [(a + shift, b + shift) for a, b in p.reading.sentences if start <= a and b <= end]
        for chain in p.reading.chains:
            if any(m.chain == chain.id for m in inside["mentions"]):
                names = tuple(map(self._renamed, chain.names))
                self._chains[chain.id] = replace(chain, name=self._renamed(chain.name), names=names)
        for a in p.reading.attributions:
            if a.content and start <= a.content[0][0] and a.content[-1][1] <= end:
                self._layers["attributions"].append(_moved_attribution(a, shift, mark, known))
        said = {a.id for a in self._layers["attributions"]}
        for e in p.reading.events:
            if start <= e.evidence[0] and e.evidence[1] <= end:
                moved = _moved_event(e, shift, mark, known, said)
                self._layers["events"].append(replace(moved, date=self._day(moved.date) if moved.date else None))
        self._add_eventualities(p, shift, mark, said)
        self._add_words(p, shift)
        self._add_clauses(p, shift, mark, known, said)

    def _add_eventualities(self, p: _Paragraph, shift: int, mark: str, said: set[str]) -> None:
        start, end = p.span
        for v in p.reading.eventualities:
            if start <= v.start and v.end <= end:
                told = self._day(v.date) if v.date else None
                said_by = mark + v.attribution if v.attribution and mark + v.attribution in said else None
                self._layers["eventualities"].append(
                    replace(
                        v,
                        id=mark + v.id,
                        start=v.start + shift,
                        end=v.end + shift,
                        agents=_shifted(v.agents, shift),
                        patients=_shifted(v.patients, shift),
                        date=told,
                        attribution=said_by,
                    )
                )

    def _add_words(self, p: _Paragraph, shift: int) -> None:
        start, end = p.span
        for w in p.reading.words:
            if start <= w.start and w.end <= end:
                put = self._text[w.start + shift : w.end + shift]
                lemma = w.lemma if put == p.report.text[w.start : w.end] else put.lower()
                self._layers["words"].append(replace(w, start=w.start + shift, end=w.end + shift, lemma=lemma))

    def _add_clauses(self, p: _Paragraph, shift: int, mark: str, known: set[str], said: set[str]) -> None:
        """Clauses go by their number in the reading; those of sentences before are counted along."""
        start, end = p.span
        inside = [c for c in p.reading.clauses if start <= c.start and c.end <= end]
        before = len(self._layers["clauses"])
        new = {c.id: f"p{before + n}" for n, c in enumerate(inside, 1)}
        kept = [n for n, (a, b) in enumerate(p.reading.sentences) if start <= a and b <= end]
        earlier = len(self._layers["sentences"]) - len(kept)
        sentence = {n: earlier + i for i, n in enumerate(kept)}
        events = {e.id for e in self._layers["events"]}
        for c in inside:
            if c.sentence not in sentence:
                raise AssertionError(f"a paragraph of {p.report.id} ends within a sentence")
            self._layers["clauses"].append(
                replace(
                    _moved_clause(c, shift, mark, known),
                    id=new[c.id],
                    sentence=sentence[c.sentence],
                    within=new.get(c.within or ""),
                    content=new.get(c.content or ""),
                    date=self._day(c.date) if c.date else None,
                    attribution=mark + c.attribution if c.attribution and mark + c.attribution in said else None,
                    event=mark + c.event if c.event and mark + c.event in events else None,
                    eventuality=mark + c.eventuality if c.eventuality else None,
                )
            )

    def _put(self, word: str, kept: frozenset[str]) -> str:
        if word in kept or not word.islower() or len(word) < 4:
            return _of_story(word, self._story) if word in kept and word.istitle() else word
        others = self._by_length[len(word)]
        if self._chance.random() < self._share:
            word = self._chance.choice((self._chance.choice(others), _other(word, self._chance.randrange(_NEW_WORDS))))
        return _of_story(word, self._story) if random.Random(word).random() < _OWN_WORDS else word

    def _renamed(self, name: str) -> str:
        return _WORD.sub(lambda m: _of_story(m.group(), self._story) if m.group().istitle() else m.group(), name)

    def _day(self, value: str) -> str:
        try:
            return _ISO.sub(lambda m: (date.fromisoformat(m.group()) + self._moved).isoformat(), value)
        except ValueError:
            return value


def _of_story(word: str, story: int) -> str:
    """The word that stands for `word` in a story, of the same length; the first story keeps the sample's own."""
    return _other(word, story) if story else word


@cache
def _other(word: str, number: int) -> str:
    chance = random.Random(f"{word.lower()} {number}")
    made = ""
    while len(made) < len(word):
        made += chance.choice(_SYLLABLES)
    made = made[: len(word)]
    return made.title() if word.istitle() else made


def _shifted(spans: Sequence[Span], shift: int) -> tuple[Span, ...]:
    return tuple((x + shift, y + shift) for x, y in spans)


def _moved_clause(c: Clause, shift: int, mark: str, known: set[str]) -> Clause:
    w = c.wording
    return replace(
        c,
        start=c.start + shift,
        end=c.end + shift,
        head=(c.head[0] + shift, c.head[1] + shift),
        arguments=tuple(
            replace(
                a, start=a.start + shift, end=a.end + shift, mention=mark + a.mention if a.mention in known else None
            )
            for a in c.arguments
        ),
        figures=tuple(replace(f, start=f.start + shift, end=f.end + shift) for f in c.figures),
        place=mark + c.place if c.place in known else None,
        wording=w
        and Wording(
            _shifted(w.subject, shift),
            _shifted(w.kept, shift),
            tuple(_shifted(body, shift) for body in w.optional),
            tuple(Hang(h.start + shift, h.end + shift, h.kind) for h in w.hangs),
            w.positional,
        ),
    )


def _moved_attribution(a: Attribution, shift: int, mark: str, known: set[str]) -> Attribution:
    return replace(
        a,
        id=mark + a.id,
        source=_shifted(a.source, shift),
        cue=_shifted(a.cue, shift),
        content=_shifted(a.content, shift),
        source_mention=mark + a.source_mention if a.source_mention in known else None,
        channel=mark + a.channel if a.channel in known else None,
        nested_in=None,
    )


def _moved_event(e: Event, shift: int, mark: str, known: set[str], said: set[str]) -> Event:
    return replace(
        e,
        id=mark + e.id,
        trigger=(e.trigger[0] + shift, e.trigger[1] + shift),
        evidence=(e.evidence[0] + shift, e.evidence[1] + shift),
        actors=tuple(mark + m for m in e.actors if m in known),
        recipients=tuple(mark + m for m in e.recipients if m in known),
        place=mark + e.place if e.place in known else None,
        attribution=mark + e.attribution if e.attribution and mark + e.attribution in said else None,
    )


def whole(parts: Sequence[Story], story: int) -> float:
    """Give the B-cubed recall of stories of which each is `story` reports: how much of its own each report is with."""
    together = Counter((n, int(r.removeprefix("r")) // story) for n, part in enumerate(parts) for r in part.reports)
    true = Counter(made for _, made in together.elements())
    return sum(held * held / true[made] for (_, made), held in together.items()) / together.total()


def timed(
    reports: dict[str, Report], readings: dict[str, Reading], profiled: str = "", story: int = 0
) -> dict[str, float]:
    """Run the stages of `comparing.compare` one by one; give each its seconds of processor time.

    Where `story` reports are a story, it is printed how whole the stories are.
    """
    took: dict[str, float] = {}

    def stage(name: str, run: Callable[[], _T]) -> _T:
        profile = cProfile.Profile() if name == profiled else None
        began = time.process_time()
        found = profile.runcall(run) if profile else run()
        took[name] = time.process_time() - began
        if profile:
            pstats.Stats(profile).sort_stats("tottime").print_stats(18)
        return found

    texts = {i: report.text for i, report in reports.items()}
    who = stage("identity", lambda: identity(readings, (), (), texts))
    derived = stage("lineage", lambda: lineage(reports, readings))
    parts = stage("stories", lambda: stories(reports, readings, who))
    behind = stage("origins", lambda: origins(reports, readings, who, derived))
    speakers = {member: origin.key for member, origin in behind.items()}
    said = stage("units", lambda: units(readings, who, speakers))
    gathered = stage("claims", lambda: gather(said, parts, reports, readings, Tellings(readings, behind)))
    story_of = disputed_with(gathered)
    judged = stage("contests", lambda: contested([u for g in gathered for u in g.units], readings, story_of))
    against = stage("disputes", lambda: disputes(gathered, readings, judged, story_of))
    denied = stage("denials", lambda: denials(gathered, judged, Tellings(readings, behind)))
    put = stage("stances", lambda: [c for g in gathered for c in stances(g, reports, readings, denied)])
    composer = Composer(reports, readings, who)
    told = stage("chronicle", lambda: chronicle(reports, readings, parts, gathered, composer, against))
    figures = stage("series", lambda: series(gathered, {r: report.text for r, report in reports.items()}))
    took["all"] = sum(took.values())
    counts = f"{len(parts)} stories, {len(said)} units, {len(put)} claims, {len(against)} disputes"
    held = f", B³ recall of stories {whole(parts, story):.3f}" if story else ""
    print(f"{len(reports):>7} reports: {counts}, {len(told)} lines, {len(figures)} series{held}", flush=True)
    return took


def main() -> None:
    """Print a table: a row a size, a column a stage, and the milliseconds that a report costs."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.compare_scale", description=__doc__)
    parser.add_argument("reports", nargs="*", type=int, default=[100, 1_000, 10_000])
    parser.add_argument("--story", type=int, help="reports of a story; all unless told")
    parser.add_argument("--profile", default="", metavar="STAGE", help="print where the time of a stage goes")
    args = parser.parse_args()
    rows = [
        (size, timed(*made_up_case(size, args.story or size), args.profile, args.story or size))
        for size in args.reports
    ]
    print("\nreports " + "".join(f"{name:>11}" for name in rows[0][1]) + "  ms a report")
    for size, took in rows:
        print(f"{size:<8}" + "".join(f"{s:11.2f}" for s in took.values()) + f"{1000 * took['all'] / size:11.1f}")


if __name__ == "__main__":
    main()
