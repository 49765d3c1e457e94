"""The jobs: what is there before, what is run, and what must hold after a fault and after the same command again."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks.crashes.fault import Ended, run

_TEXTS = {
    "mill": "ORSA, May 4 - The mill at Orsa burned on Sunday, Mayor Lena Holm said. Twelve were wounded, she said.",
    "post": "The mill at Orsa burned on Sunday, according to the police. Ten were wounded, Mayor Lena Holm said.",
    "lamp": "Police denied on Monday that the mill at Orsa was set on fire. Its owner, Karl Aster, wants an inquiry.",
}
_EXPORT = ("export", "story.case", "--force")
_RSS = "<rss version='2.0'><channel><title>Post</title>{items}</channel></rss>"


@dataclass(frozen=True, slots=True)
class Job:
    """A command and the file or folder it writes; `case` is what it must not lose, `made` that it makes the case."""

    name: str
    words: tuple[str, ...]
    case: str
    output: str = ""
    made: bool = False


def reports(folder: Path) -> None:
    """Write the reports of two cases, a small and a larger, and a feed of pages with the same."""
    lines = [
        json.dumps({"id": name, "text": text, "outlet": name.title(), "published": "2031-05-05"})
        for name, text in _TEXTS.items()
    ]
    (folder / "two.jsonl").write_text("\n".join(lines[:2]))
    (folder / "reports.jsonl").write_text("\n".join(lines))


def feed(folder: Path, base: str) -> None:
    """Write a feed of one page a report, to be served at `base`."""
    for name, text in _TEXTS.items():
        page = f"<html><head><title>{name}</title></head><body><article><p>{text}</p></article></body></html>"
        (folder / f"{name}.html").write_text(page)
    items = "".join(f"<item><title>{n}</title><link>{base}/{n}.html</link></item>" for n in _TEXTS)
    (folder / "feed.xml").write_text(_RSS.format(items=items))


def jobs(folder: Path, feed_at: str) -> list[Job]:
    """Make what the jobs start from in `folder`, and give them."""
    from rashomon.case import Case
    from rashomon.formats import FORMATS

    _must(["build", "two.case", "two.jsonl"], folder)
    _must(["build", "story.case", "reports.jsonl"], folder)
    with Case(folder / "story.case", read_only=True) as held:
        claim, *_ = held.findings.claim_ids()
        entity = next(e.id for e in held.findings.entities() if e.names)
    _must(["correct", "story.case", "note", claim, "--because", "seen", "--to", "look again", "--who", "A."], folder)
    _must(["export", "story.case", "--to", "annotations", "-o", "story.json"], folder)
    _must(["corrections", "story.case", "--export", "corrections.jsonl"], folder)
    rename = ("correct", "story.case", "rename", entity, "--to", "Holm of Orsa", "--because", "seen", "--who", "A.")
    watch = ("watch", "new.case", feed_at, "--once", "--delay", "0", "--allow-host", "127.0.0.1")
    found = [
        Job("build", ("build", "new.case", "reports.jsonl"), "new.case", made=True),
        Job("build on", ("build", "two.case", "reports.jsonl"), "two.case"),
        Job("correct", rename, "story.case"),
        Job("import", ("import", "new.case", "story.json"), "new.case", made=True),
        Job("import corrections", ("corrections", "two.case", "--import", "corrections.jsonl"), "two.case"),
        Job("watch", watch, "new.case", made=True),
        Job("read", ("read", "reports.jsonl", "-o", "out", "--force"), "story.case", "out"),
        Job("rescue", ("rescue", "story.case", "-o", "new.case"), "story.case", "new.case"),
        Job("corrections", ("corrections", "story.case", "--export", "out", "--force"), "story.case", "out"),
    ]
    return [*found, *(Job(f"export {to}", (*_EXPORT, "--to", to, "-o", "out"), "story.case", "out") for to in FORMATS)]


def _must(words: list[str], folder: Path) -> None:
    done = run(words, folder)
    if done.status:
        raise SystemExit(f"{' '.join(words)}: {done.told}")


def before(job: Job, start: Path, folder: Path) -> None:
    """Lay out in `folder` what `job` starts from; an older export stands where it writes."""
    laid_out(start, folder)
    if job.words[0] == "export":
        run([w.replace("story.case", "two.case") for w in job.words], folder)


def laid_out(start: Path, folder: Path) -> None:
    """Make `folder` a copy of `start`, whatever it was."""
    shutil.rmtree(folder, ignore_errors=True)
    apart = shutil.ignore_patterns("*.html", "feed.xml") if start.name == "start" else None
    shutil.copytree(start, folder, ignore=apart)


def state(case: Path) -> Any:
    """Give all that a case must not lose, whoever wrote it when: reports, findings, judgements.

    None where there is nothing yet, not even all of its tables; a text where it cannot be opened.
    """
    from rashomon.case import Case, CaseError, check
    from rashomon.exports import interchange

    if not case.exists() or not case.stat().st_size:
        return None
    try:
        Case(case, read_only=True).close()
    except CaseError as error:
        return None if "older case schema" in str(error) else f"unsound: {error}"
    wrong = check(case)
    if wrong:
        return f"unsound: {wrong[0]}"
    with Case(case, read_only=True) as held:
        judged = list(held.corrections)
        told = [(j.kind, j.sides, j.value) for j in judged]
        found = repr(interchange(held.findings.get()))
        for number, j in enumerate(judged):  # its id is a digest of the moment too
            found = found.replace(j.id, f"judgement {number}").replace(j.when, "")
        return (sorted((r.id, r.text) for r in held.reports), found, told)


def content(output: Path) -> Any:
    """Give what an output holds: the bytes of a file, or of each file of a folder; None where it is not."""
    if output.is_dir():
        return {p.name: sha256(p.read_bytes()).hexdigest() for p in sorted(output.iterdir())}
    if output.suffix == ".case":
        return state(output)
    return sha256(output.read_bytes()).hexdigest() if output.exists() else None


def losses(job: Job, folder: Path, ended: Ended, old: Any, new: Any) -> list[str]:
    """Say what does not hold after a fault: `old` and `new` are the states (case, output) without it."""
    wrong = []
    if "Traceback" in ended.told or "HANGS" in ended.told:
        wrong.append("traceback" if "Traceback" in ended.told else "hang")
    if ended.status == 70:
        wrong.append("status 70")
    now = looked(job, folder)
    if not _kept(now[0], old[0], new[0]):
        wrong.append(f"case: {now[0] if isinstance(now[0], str) else 'lost reports or judgements'}")
    if job.output and now[1] not in (old[1], new[1]):
        wrong.append("output is neither the old nor the new")
    if ended.status == 0 and now != new:
        wrong.append("status 0, not done")
    strays = [p.name for p in folder.iterdir() if p.name.startswith(".")]
    if strays and ended.status >= 0:
        wrong.append(f"left behind: {strays[0]}")
    again = run(list(job.words), folder)
    if again.status and not (job.words[0] == "rescue" and now[1] is not None):
        wrong.append(f"not again: {again.told.strip().splitlines()[-1:]}")
    if looked(job, folder) != new and job.name != "correct":  # said twice, it is two judgements
        wrong.append("not the same after the same command again")
    return wrong


def looked(job: Job, folder: Path) -> tuple[Any, Any]:
    """Give the state of the case and of the output of a job."""
    return state(folder / job.case), content(folder / job.output) if job.output else None


def _kept(now: Any, old: Any, new: Any) -> bool:
    """Whether a case is sound and holds all the reports and judgements that it held."""
    if isinstance(now, str):
        return False
    if old is None:
        return now is None or set(now[0]) <= set(new[0])
    if now is None:
        return False
    return set(old[0]) <= set(now[0]) <= set(new[0]) and [j for j in now[2] if j in old[2]] == old[2]
