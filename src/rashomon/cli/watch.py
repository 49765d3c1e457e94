"""The command that watches feeds: asks, tells what is new, waits. Nothing heavy is imported before it runs."""

from __future__ import annotations

import sys
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

import click

from rashomon.cli.paths import COUNT, DEFAULT_MODEL, Lapse, clear_errors, not_an_input
from rashomon.language import many
from rashomon.records.made_when_read import is_made_when_read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rashomon.case import Case
    from rashomon.fetching import Allowed
    from rashomon.records import NewsItem
    from rashomon.watching import Interest, Round

_SHOWN = 20


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("feeds", nargs=-1, required=True, metavar="FEEDS...")
@click.option("--once", is_flag=True, help="One round, for cron.")
@click.option("--every", default=15.0, show_default=True, type=Lapse(), help="Minutes between rounds.")
@click.option("--delay", default=2.0, show_default=True, type=Lapse(), help="Seconds between requests to a host.")
@click.option("--pages", default=2_000, show_default=True, type=COUNT, help="Pages fetched in a round.")
@click.option("--notify", metavar="WHERE", help="A file, or an http(s) address, that gets each round's news as JSON.")
@click.option("--each", is_flag=True, help="--notify: every change by itself, not a round at once.")
@click.option(
    "--only-claims-about", "names", multiple=True, metavar="NAME", help="Tell what is about this entity, and no more."
)
@click.option("--atom", type=click.Path(dir_okay=False, path_type=Path), help="Keep an Atom feed of what is new here.")
@click.option("--quiet-hours", metavar="22-7", help="Between these hours of this machine nobody is notified.")
@click.option("--allow-host", "hosts", multiple=True, metavar="NAME", help="Ask this host though it is not public.")
@click.option("--model", help="Any installed spaCy pipeline; unless told, the one the case was read with.")
@click.option("--cores", default=1, show_default=True, type=COUNT, help="Worker processes that read.")
def watch(
    case: Path,
    feeds: tuple[str, ...],
    once: bool,
    every: float,
    delay: float,
    pages: int,
    notify: str | None,
    each: bool,
    names: tuple[str, ...],
    atom: Path | None,
    quiet_hours: str | None,
    hosts: tuple[str, ...],
    model: str | None,
    cores: int,
) -> None:
    """Watch FEEDS (OPML files, or addresses of feeds) and keep their reports in CASE, round after round.

    Each round ends with what is new: reports, claims, claims that more voices tell, conflicts. Feeds are asked politely
    (only for what changed, each host every few seconds, robots.txt is followed). A round that is interrupted is
    finished by the next one.

    What is told of an entity: the reports that name it, the claims about it, and where these differ. In quiet hours the
    rounds go on, and what they found is handed over after them.
    """
    from datetime import datetime

    from rashomon.case import Case
    from rashomon.cli.main import _model_is_here, model_of
    from rashomon.fetching import Allowed
    from rashomon.outputs import beside, refuse_kept
    from rashomon.watching import watch as one_round

    quiet = _hours(quiet_hours)
    if (each or quiet) and not notify:
        raise click.UsageError("--each and --quiet-hours say how --notify is told")
    if notify and Path(notify).exists() and not Path(notify).is_file():
        raise click.UsageError(f"--notify {notify} is no plain file; give another name, or an address")
    allowed = Allowed(hosts=frozenset(host.casefold() for host in hosts))
    addresses = [address for given in feeds for address in _addresses(given)]
    not_an_input(case)
    if not case.exists():
        _model_is_here(model or DEFAULT_MODEL)
    file = Path(notify) if notify and not notify.startswith(("http://", "https://")) else None
    with clear_errors():
        for path in (p for p in (atom, file) if p is not None):
            refuse_kept(path, (*beside(case), *(Path(given) for given in feeds)))
    with clear_errors(), Case(case) as held:
        model = model or model_of(held)
        _model_is_here(model)
        try:
            while True:
                done = one_round(
                    held,
                    addresses,
                    model=model,
                    allowed=allowed,
                    delay=delay,
                    pages=pages,
                    pause=every * 60,
                    workers=cores,
                    say=lambda line: _say(line, err=True),
                )
                wanted = _interest(held, names)
                _tell(done, wanted)
                if atom:
                    _feed(held, atom, wanted)
                if notify and datetime.now().hour not in quiet:
                    _deliver(held, notify, allowed, [Path(given) for given in feeds], wanted, each=each)
                if once:
                    return
                sleep(every * 60)
        except KeyboardInterrupt:
            _say(f"\nStopped. {case} holds {many(len(held.reports), 'report')}; the same command goes on.", err=True)
            sys.exit(130)


def _addresses(given: str) -> list[str]:
    from rashomon.intake.forms.opml import opml

    if given.startswith(("http://", "https://")):
        return [given]
    try:
        if Path(given).exists() and (not Path(given).is_file() or is_made_when_read(Path(given))):
            raise click.UsageError(f"{given} is no plain file; give an OPML file or a feed's address")
        return opml(Path(given).read_bytes())
    except OSError as error:
        raise click.UsageError(f"{given} cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise click.UsageError(f"{given} {error}") from error


def _hours(told: str | None) -> frozenset[int]:
    """The hours of the day from the first to the last, around midnight where the first is later."""
    if not told:
        return frozenset()
    first, dash, last = told.partition("-")
    if not (dash and first.strip().isdecimal() and last.strip().isdecimal() and max(int(first), int(last)) <= 24):
        raise click.UsageError(f"--quiet-hours {told!r:.40} are no hours; write them as 22-7")
    start, end = int(first) % 24, int(last) % 24
    return frozenset((start + hour) % 24 for hour in range((end - start) % 24 or 24))


def _interest(held: Case, names: tuple[str, ...]) -> Interest:
    """What is wanted: of the entities that are called so today, or everything."""
    from rashomon.comparing import resolve_name
    from rashomon.watching import Interest, interest

    if not names:
        return Interest()
    entities = held.findings.entities()
    return interest(held, [entity.id for name in names for entity in resolve_name(name, entities)])


def _feed(held: Case, path: Path, wanted: Interest) -> None:
    from rashomon.outputs import beside, whole
    from rashomon.watching import atom

    with whole(path, kept=beside(held.path), ours=lambda there: b"<id>urn:rashomon:news:" in there[:1000]) as file:
        file.write(atom(held, wanted))


def _deliver(held: Case, where: str, allowed: Allowed, kept: list[Path], wanted: Interest, *, each: bool) -> None:
    from rashomon.fetching import FetchError
    from rashomon.watching import deliver

    try:
        deliver(held, where, allowed, kept, wanted=wanted, each=each)
    except FetchError as error:
        _say(f"{where} {error.reason}; the news is kept and handed over after the next round.", err=True)


def _tell(done: Round, wanted: Interest) -> None:
    news = wanted.of(done.news)
    _say(
        f"{many(done.asked, 'feed')} asked, {done.unchanged:,} unchanged, {len(done.failed):,} failed; "
        f"{many(len(news.reports), 'new report')}, {many(len(news.claims), 'new claim')}, "
        f"{many(len(news.grown), 'claim')} that more voices tell, {many(len(news.conflicts), 'new conflict')}."
    )
    for name, items in (
        ("new report", news.reports),
        ("new claim", news.claims),
        ("more voices", news.grown),
        ("new conflict", news.conflicts),
    ):
        _items(name, items)
    for refusal in (*done.failed, *done.left_alone, *done.built.refusals)[:_SHOWN]:
        _say(f"  {refusal.input} {refusal.reason}{'; ' if refusal.advice else ''}{refusal.advice}.", err=True)


def _items(name: str, items: Sequence[NewsItem]) -> None:
    for item in items[:_SHOWN]:
        origins = ""
        if item.origins:
            before = f"{_bounds(item.before)}, now " if item.before else ""
            origins = f" [voices {before}{_bounds(item.origins)}]"
        text = " ".join((item.text or item.url).split())
        who = " ".join((item.who or item.outlet * (item.origins is None)).split())
        through = f" ({item.outlet})" if item.origins and item.outlet not in ("", who) else ""
        _say(f"  {name} {item.id}: {who}{': ' if who else ''}{text[:160]}{through}{origins}")
    if len(items) > _SHOWN:
        _say(f"  … and {len(items) - _SHOWN:,} more")


def _bounds(of: tuple[int, int]) -> str:
    return f"{of[0]}" if of[0] == of[1] else f"{of[0]}–{of[1]}"


def _say(text: str, *, err: bool = False) -> None:
    from rashomon.exports.safe_text import printable

    click.echo(printable(text), err=err)
