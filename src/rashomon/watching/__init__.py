"""Feeds asked politely, round after round; what is new is told once, and a killed round is finished by the next.

In a round every feed that is due is asked, what it has that is new is taken in, read and compared. A report and the
mark of its entry are stored in one transaction, and a feed's validators only when all of its entries were seen to:
nothing is lost and nothing told twice.

No host is asked more often than it bears, nor for what its robots.txt keeps from us (RFC 9309).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from time import monotonic, sleep, time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from protego import Protego

from rashomon.case import Case
from rashomon.fetching import Allowed, FetchError, fetch
from rashomon.fetching.target import host_of
from rashomon.intake import Limits
from rashomon.intake.feeds import Entry, feeds
from rashomon.intake.taking import Taking
from rashomon.records import Feed, News, Refusal, Taken
from rashomon.watching.deliver import Interest, atom, deliver, interest

if TYPE_CHECKING:
    from rashomon.engines import Built


__all__ = ["Interest", "Manners", "Round", "atom", "deliver", "interest", "watch"]


_ACCEPT = "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1"
_TRIES = 3
"""Rounds in which a page that cannot be had is asked for."""
_LONGEST = 86_400.0
_SECONDS_A_FEED = 600.0
"""After so long in one round a feed's other entries wait for the next one, so that no slow host keeps the rest away."""
_LATER = {0, 408, 425, 429}


@dataclass(frozen=True, slots=True)
class Round:
    """What a round did: feeds asked, unchanged, failed (with reasons), pages fetched, what was built, what is new.

    `left_alone` are feeds that failed before and whose time has not come.
    """

    asked: int
    unchanged: int
    failed: tuple[Refusal, ...]
    pages: int
    built: Built
    news: News
    left_alone: tuple[Refusal, ...] = ()


def watch(
    case: Case,
    addresses: Iterable[str],
    *,
    model: str,
    allowed: Allowed | None = None,
    limits: Limits | None = None,
    delay: float = 2.0,
    pages: int = 2_000,
    pause: float = 60.0,
    workers: int = 1,
    say: Callable[[str], None] = lambda line: None,
) -> Round:
    """Watch the feeds at `addresses` for one round and keep what is new in `case`.

    At most `pages` pages are fetched; a host is asked every `delay` seconds at most; a feed that fails is left alone
    for `pause` seconds, twice as long each time. Raises CaseError where the case cannot be written.
    """
    with case.transaction():
        case.watch.begin()
    going = _Going(case, allowed or Allowed(), limits or Limits(), delay, pages, pause, say)
    for address in _in_turn(dict.fromkeys(addresses)):
        going.feed(address)
    from rashomon.engines import build  # the language model and its library are not needed before

    built = build(case, (), model=model, workers=workers)
    news = case.watch.news()
    if news:
        with case.transaction():
            case.watch.tell(news)
    return Round(
        going.asked, going.unchanged, tuple(going.failed), pages - going.pages, built, news, tuple(going.left_alone)
    )


def _in_turn(addresses: Iterable[str]) -> Iterator[str]:
    """Give the addresses so that one host is followed by another, in the order in which they were given."""
    hosts: dict[str, list[str]] = {}
    for address in addresses:
        try:
            hosts.setdefault(urlsplit(address).netloc, []).append(address)
        except ValueError:
            hosts.setdefault("", []).append(address)
    waiting = list(hosts.values())
    for at in range(max(map(len, waiting), default=0)):
        yield from (of_host[at] for of_host in waiting if at < len(of_host))


class _Going:
    """A round as it goes."""

    def __init__(
        self,
        case: Case,
        allowed: Allowed,
        limits: Limits,
        delay: float,
        pages: int,
        pause: float,
        say: Callable[[str], None],
    ) -> None:
        self.case, self.allowed, self.limits, self.pages, self.pause, self.say = (
            case,
            allowed,
            limits,
            pages,
            pause,
            say,
        )
        self.manners = Manners(allowed, delay)
        self.taking = Taking(limits, None, {}, allowed)
        self.asked = self.unchanged = 0
        self.failed: list[Refusal] = []
        self.left_alone: list[Refusal] = []

    def feed(self, url: str) -> None:
        """Ask one feed, where it is due, and see to its entries."""
        known = self.case.watch.feed(url)
        if 0 < known.due - time() <= _LONGEST:  # what lies further ahead was set by a clock that was wrong
            until = datetime.fromtimestamp(known.due).strftime("%H:%M")
            self.left_alone.append(Refusal(url, f"is left alone until {until}, after it failed: {known.problem}", ""))
            return
        now = replace(known, checked=datetime.now(UTC).isoformat(timespec="seconds"), failures=0, due=0.0, problem="")
        try:
            self.manners.ask(url, "see to it that you may, or leave the feed out")
            self.manners.wait(url)
            self.asked += 1
            got = fetch(url, self.allowed, etag=known.etag, modified=known.modified, accept=_ACCEPT)
            if got.status == 304:
                self.unchanged += 1
                self._keep(now)
                return
            entries = list(feeds(got.body, got.url, got.charset))
        except (FetchError, ValueError, ArithmeticError, LookupError, RecursionError) as error:
            self._fail(now, known, error)
            return
        if self._entries(url, entries):
            now = replace(now, etag=got.etag, modified=got.modified)
        self._keep(now)

    def _entries(self, feed: str, entries: list[Entry]) -> bool:
        """See to the entries that were not; says whether none is left for another round."""
        met = self.case.watch.tries(feed)
        new = [entry for entry in entries if met.get(entry.key, 1)]
        if new:
            self.say(f"{feed}: {len(new)} new")
        done = len(new) <= self.limits.max_entries
        until = monotonic() + _SECONDS_A_FEED
        for entry in reversed(new[: self.limits.max_entries]):  # the oldest first, as they came about
            fetched = not entry.whole and bool(entry.link)
            if fetched and self.case.watch.has(entry.link):
                self._see(feed, entry, None)
            elif fetched and (self.pages <= 0 or monotonic() > until):
                done = False
            else:
                done &= self._entry(feed, entry, met.get(entry.key, 0) + 1, fetched)
        return done

    def _entry(self, feed: str, entry: Entry, tries: int, fetched: bool) -> bool:
        try:
            if fetched:
                self.pages -= 1
                if host_of(entry.link) in self.allowed.hosts - self.allowed.for_links(host_of(feed)).hosts:
                    raise FetchError("leads from a stranger's feed into a network that is not public", status=403)
                self.manners.ask(entry.link, "read it yourself, and give its text to `rashomon build`")
                self.manners.wait(entry.link)
            one = self.taking.article(entry, feed)
        except FetchError as error:
            if error.retry:
                self.manners.hold(entry.link, error.retry)
            if (error.status in _LATER or error.status >= 500) and not error.refused and tries < _TRIES:
                with self.case.transaction():
                    self.case.watch.see(feed, entry.key, entry.link, tries)
                return False
            one = Refusal(entry.link, error.reason, error.advice)
        except (ValueError, ArithmeticError, LookupError, TypeError, AttributeError, RecursionError) as error:
            one = Refusal(entry.link or entry.key, f"cannot be taken in ({error!s:.80})", "read it yourself")
        self._see(feed, entry, one)
        return True

    def _see(self, feed: str, entry: Entry, one: Taken | Refusal | None) -> None:
        with self.case.transaction():
            if isinstance(one, Taken):
                self.case.reports.add(one)
                self.case.refusals.drop(source=one.input)
            elif one is not None:
                self.case.refusals.keep(one)
            self.case.watch.see(feed, entry.key, entry.link)

    def _keep(self, feed: Feed) -> None:
        with self.case.transaction():
            self.case.refusals.drop(source=feed.url)
            self.case.watch.keep(feed)

    def _fail(self, now: Feed, known: Feed, error: Exception) -> None:
        wait = min(self.pause * 2**known.failures, _LONGEST)
        advice = "give its feed's address"
        if isinstance(error, FetchError):
            wait, advice = (min(max(wait, error.retry), _LONGEST) if not error.refused else 0.0), error.advice
        refusal = Refusal(now.url, str(error), advice)
        self.failed.append(refusal)
        failures = min(known.failures + 1, 20)
        with self.case.transaction():
            self.case.refusals.keep(refusal)
            self.case.watch.keep(replace(now, failures=failures, due=time() + wait, problem=str(error)))


_LONGEST_DELAY = 60.0
"""Seconds of a Crawl-delay that are waited; a host that asks for more is asked at this pace."""
_ROBOTS_BYTES = 512_000


class Manners:
    """How the hosts of one round are treated: `delay` seconds between two requests to one of them, or what it asks."""

    def __init__(self, allowed: Allowed, delay: float) -> None:
        self._allowed, self._delay = allowed, delay
        self._robots: dict[str, Protego | FetchError] = {}
        self._next: dict[str, float] = {}

    def ask(self, url: str, advice: str) -> None:
        """Raise FetchError where `url` may not be asked for; asks the host for its robots.txt once.

        `advice` says what to do where that keeps programs away. A host that cannot be asked at all, or that fails, has
        no robots.txt that could allow it.
        """
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._robots:
            self._robots[host] = self._asked(host)
        robots = self._robots[host]
        if isinstance(robots, FetchError):
            raise robots.with_traceback(None)  # one for every address of the host
        try:
            may = robots.can_fetch(url, self._name())
        except ValueError:
            raise FetchError("is no address that can be asked for", advice, refused=True) from None
        if not may:
            raise FetchError("is kept from programs by its host's robots.txt", advice, status=403)

    def wait(self, url: str) -> None:
        """Wait until the host of `url` may be asked again."""
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        pause = self._next.get(host, 0.0) - monotonic()
        if pause > 0:
            sleep(pause)
        robots = self._robots.get(host)
        asked = robots.crawl_delay(self._name()) if isinstance(robots, Protego) else None
        self._next[host] = monotonic() + max(self._delay, float(min(asked or 0, _LONGEST_DELAY)))

    def hold(self, url: str, seconds: float) -> None:
        """Leave the host of `url` alone for `seconds`, as it asked, at most for the longest wait."""
        parts = urlsplit(url)
        self._next[f"{parts.scheme}://{parts.netloc}"] = monotonic() + min(seconds, _LONGEST_DELAY)

    def _name(self) -> str:
        return self._allowed.agent.split("/")[0]

    def _asked(self, host: str) -> Protego | FetchError:
        try:
            got = fetch(f"{host}/robots.txt", replace(self._allowed, max_bytes=_ROBOTS_BYTES))
        except FetchError as error:
            if error.status >= 500:
                reason = f"did not give its robots.txt ({error.reason}), so that it is not asked this time"
                return FetchError(reason, error.advice, status=error.status, retry=error.retry)
            if error.status < 400:
                return error
            return Protego.parse("")
        try:
            return Protego.parse(got.body.decode("utf-8-sig", "replace"))
        except (ValueError, ArithmeticError) as error:
            reason = f"has a robots.txt that cannot be read ({error!s:.80}), so that it is not asked"
            return FetchError(reason, "tell its webmaster, or read it yourself", status=500)
