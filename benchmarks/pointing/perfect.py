"""A reader who knows the gold and answers by numbers alone: the bound of what pointing can give on a page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from benchmarks.pointing.stories import AnnotatedStory
from rashomon.pointing.page import Page

_EMPTY = frozenset({"the", "a", "an", "of", "in", "to", "for", "and", "s", "his", "her", "its", "their", "mr", "mrs"})


def perfect(story: AnnotatedStory) -> dict[str, Any]:
    """Give the answer that the annotator of `story` would give about its page."""
    return _Perfect(story.gold, story.page).answer()


class _Perfect:
    def __init__(self, gold: Any, page: Page) -> None:
        self._gold, self._page = gold, page
        self._names = [
            (frozenset(_words(line.partition(" ")[2].partition(" (")[0])), line.rpartition("(")[2].rstrip(")"))
            for line in page.voices_text.splitlines()
        ]

    def _number(self, row: Any) -> tuple[float, int] | None:
        best: tuple[float, int] | None = None
        if "start" not in row:
            return None
        for n, (report, start, end) in enumerate(self._page.clauses, 1):
            shared = min(end, row["end"]) - max(start, row["start"])
            if report != row["report"] or shared < 0.5 * min(end - start, row["end"] - row["start"]) or shared <= 0:
                continue
            like = shared / (max(end, row["end"]) - min(start, row["start"]))
            if best is None or like > best[0]:
                best = like, n
        return best

    def answer(self) -> dict[str, Any]:
        wanted = []
        for number, fact in enumerate(self._gold["facts"]):
            for t in fact["tellings"]:
                found = self._number(t)
                if found is not None:
                    wanted.append((-(t["stance"] == "says"), -fact["weight"], -found[0], found[1], number, t))
        claims: list[dict[str, Any]] = [
            {"says": [], "denies": [], "hedges": [], "kind": f["kind"]} for f in self._gold["facts"]
        ]
        taken: set[int] = set()
        voices = []
        for _, _, _, n, number, t in sorted(wanted, key=lambda w: w[:5]):
            if n in taken:
                continue
            taken.add(n)
            claims[number][t["stance"]].append(n)
            voice = self._voice(t)
            if voice is not None:
                voices.append([n, voice])
        told = [n for n, c in enumerate(claims, 1) if c["says"]]
        facts = self._gold["facts"]
        first = sorted(told, key=lambda n: (-facts[n - 1]["weight"], -len(claims[n - 1]["says"]), n))
        return {
            "claims": claims,
            "also": [],
            "voices": voices,
            "disputes": [d for d in map(self._dispute, self._gold["disputes"]) if all(d["sides"])],
            "series": [s for s in map(self._series, self._gold.get("series", [])) if s],
            "first": first[:10],
        }

    def _voice(self, telling: Any) -> int | None:
        voice = next(v for v in self._gold["voices"] if v["id"] == telling["voice"])
        if voice["kind"] == "outlet":
            return 0
        wanted = [frozenset(_words(name)) for name in (voice["name"], *voice.get("names", []))]
        best = [
            (words not in wanted, report != telling["report"], n)
            for n, (words, report) in enumerate(self._names, 1)
            if any(words and w and (words <= w or w <= words) for w in wanted)
        ]
        return min(best)[2] if best else None

    def _numbers(self, rows: Iterable[Any]) -> list[int]:
        return list(dict.fromkeys(found[1] for row in rows if (found := self._number(row)) is not None))

    def _dispute(self, d: Any) -> dict[str, Any]:
        one, other = (self._numbers(side["quotes"]) for side in d["sides"][:2])
        other = [n for n in other if n not in one]
        return {"kind": d["kind"], "sides": [one, other], "over": not d.get("open", True), "weight": d["strength"]}

    def _series(self, s: Any) -> list[int]:
        found = []
        for p in s["points"]:
            value = p["value"][0] if p["value"][0] is not None else p["value"][1]
            for n, (report, start, end) in enumerate(self._page.figures, 1):
                inside = report == p["report"] and "start" in p and p["start"] <= start and end <= p["end"]
                if inside and self._page.values[n - 1] == value:
                    found.append(n)
                    break
        return found


def _words(name: str) -> list[str]:
    cleaned = "".join(c if c.isalnum() else " " for c in name.casefold())
    return [w for w in cleaned.split() if w not in _EMPTY]
