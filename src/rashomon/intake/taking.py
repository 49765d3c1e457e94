"""One intake: opened inputs to Reports; what is wrong with one is its Refusal, not another's."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, cast
from urllib.parse import unquote, urlsplit

from rashomon.fetching import Allowed, FetchError, Inflated, TooMuchError, fetch
from rashomon.fetching.target import host_of
from rashomon.intake.addresses import light, stem_of
from rashomon.intake.day import Order, order_of
from rashomon.intake.feeds import Entry
from rashomon.intake.forms import AS_TEXT, FIELDS, declared, form, unpacked
from rashomon.intake.pages import pages
from rashomon.intake.partial import partial_by_words
from rashomon.intake.rows import field_of, rows
from rashomon.intake.settling import Said, Settling, day_of
from rashomon.intake.source import Found, Limits, Source, TooLargeError, Unzstandard, is_zstandard, unbrotli
from rashomon.records import Refusal, Taken


@dataclass(frozen=True, slots=True)
class _Unpacked:
    """What was unpacked at once, and whether it was cut off."""

    cut: bool


class Taking:
    """What is taken in one intake: the form and columns told, what may be fetched, how reports are settled."""

    def __init__(
        self,
        limits: Limits,
        told: str | None,
        columns: Mapping[str, str],
        allowed: Allowed,
        settling: Settling | None = None,
    ) -> None:
        self.limits = limits
        self.allowed = allowed
        self.settling = settling or Settling(limits, Said())
        self._told = told
        self.columns = columns

    @property
    def order(self) -> Order:
        """In which order the user says that numeric days stand."""
        return self.settling.said.order

    def beneath(self, url: str, told: str | None = None) -> Taking:
        """Give the intake of what `url` leads to."""
        return Taking(self.limits, told, {}, self.allowed.for_links(host_of(url)), self.settling)

    def opened(self, source: Source) -> Iterator[Taken | Refusal]:
        """Give the reports of something opened."""
        file = cast(io.BufferedReader, source.file)
        head = file.peek(8192) if hasattr(file, "peek") else b""
        if not head and not hasattr(file, "peek"):
            file = io.BufferedReader(cast(io.RawIOBase, source.file), 1 << 16)
            head = file.peek(8192)
        found = self._told or form(head, source.name, source.kind)
        packed: Inflated | Unzstandard | _Unpacked | None = None
        if head.startswith(b"\x1f\x8b") and found != "warc":
            inside = unpacked(head)
            packed = Inflated(cast(BinaryIO, file), most=self.limits.max_file, to_its_cut=True)
            file = io.BufferedReader(packed, 1 << 16)
            found = self._told or form(inside, source.name, source.kind)
        elif is_zstandard(head):
            try:
                packed = Unzstandard(cast(BinaryIO, file), self.limits.max_file)
                file = io.BufferedReader(packed, 1 << 16)
                inside_ = file.peek(8192)
                if not inside_:
                    raise TooMuchError("is packed with Zstandard and damaged: nothing is in it")
                found = self._told or form(inside_, source.name, source.kind)
            except TooMuchError as error:
                yield Refusal(source.given, str(error), "unpack it yourself, or install what reads it")
                return
        elif source.name.lower().endswith(".br"):  # nothing else tells Brotli
            held = file.read(self.limits.max_file + 1)
            try:
                held, cut = unbrotli(held, self.limits.max_file)
            except ValueError as error:
                yield Refusal(source.given, str(error), "unpack it yourself, or install what reads it")
                return
            packed = _Unpacked(cut)
            file = io.BufferedReader(cast(io.RawIOBase, io.BytesIO(held)), 1 << 16)
            found = self._told or form(held[:8192], source.name, source.kind)
        opened = Source(
            cast(BinaryIO, file), source.given, source.stem, source.name, source.url, source.kind, source.charset
        )
        try:
            for one in _to_the_cut(declared(found).read(self, opened), packed, source.given):
                yield self.settling.report(one) if isinstance(one, Found) else one
        except TooLargeError as error:
            yield Refusal(source.given, str(error), "split it into reports, or raise max_bytes")
        except TooMuchError as error:
            yield Refusal(source.given, str(error), "unpack it yourself and look at what is in it")
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
            yield Refusal(source.given, "is damaged: it cannot be unpacked to its end", "get it again")

    def address(self, url: str) -> Iterator[Taken | Refusal]:
        """Fetch what lies at `url`, and the articles that it leads to where it is a feed or a list of feeds."""
        try:
            got = fetch(url, self.allowed)
        except FetchError as error:
            yield Refusal(url, error.reason, error.advice)
            return
        name = unquote(urlsplit(got.url).path).rstrip("/").rsplit("/", 1)[-1]
        file = cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, io.BytesIO(got.body))))
        yield from self.opened(Source(file, url, stem_of(got.url), name, got.url, got.kind, got.charset))

    def entry(self, entry: Entry, feed: str) -> Taken | Refusal:
        """Give the article of a feed's entry: what the feed holds where that is whole, else its page is fetched."""
        try:
            return self.article(entry, feed)
        except FetchError as error:
            return Refusal(entry.link, error.reason, error.advice)

    def article(self, entry: Entry, feed: str) -> Taken | Refusal:
        """As `entry`, but raises FetchError where the page cannot be had."""
        if entry.whole or not entry.link:
            return self._settled(self._of_entry(entry, entry.link or f"{feed}:{entry.key}"))
        got = fetch(entry.link, self.allowed.for_links(host_of(feed)))
        found = form(got.body, "", got.kind)
        if not declared(found).an_article:  # a feed of feeds of feeds would have no end
            return Refusal(entry.link, f"is no page (it looks like {found})", "give it to `rashomon build`")
        source = Source(io.BytesIO(got.body), entry.link, stem_of(got.url), "", got.url, got.kind, got.charset)
        taken = list(self.opened(source))
        if len(taken) == 1:
            return taken[0]
        return Refusal(entry.link, f"holds {len(taken)} reports, not one article", "give it to `rashomon build`")

    def _settled(self, one: Found | Refusal) -> Taken | Refusal:
        return self.settling.report(one) if isinstance(one, Found) else one

    def page(
        self, data: bytes, source: Source, note: str = "text extracted from HTML", at: str = ""
    ) -> Found | Refusal:
        """Give the report of a page of the web."""
        if not data.strip():
            return Refusal(source.given, "is empty", "give a file that holds a report")
        try:
            fields = pages(light(data), source.url, source.charset, day_of(at))
        except ValueError as error:
            return Refusal(source.given, str(error), AS_TEXT)
        return Found(fields, data, source.stem, source.given, note, at)

    def record(
        self, record: Any, data: bytes, stem: str, given: str, note: str = "", order: Order = ""
    ) -> Found | Refusal:
        """Give the report of a JSON object or of a row."""
        if not isinstance(record, Mapping):
            return Refusal(given, "is JSON but no object", 'write {"text": "..."}')
        try:
            fields = rows(record, order or self.order)
            original = data or json.dumps(record, ensure_ascii=False, sort_keys=True).encode()
        except (ValueError, RecursionError) as error:
            return Refusal(given, str(error).split("\n")[0], FIELDS)
        return Found(fields, original, stem, given, note)

    def table(self, held: list[tuple[str, dict[str, str] | str]], source: Source) -> Iterator[Found | Refusal]:
        """Give the reports of a table's rows; the order of numeric days is what any day of the table tells."""
        days = [row[name] for _, row in held if isinstance(row, dict) for name in row if field_of(name) == "published"]
        order = self.order or order_of(days)
        for number, row in held:
            given = f"{source.given}:{number}"
            if isinstance(row, str):
                yield Refusal(given, row, "see to the quotation marks of that row")
            else:
                stem = f"{source.stem}-{number.replace(':', '-')}"
                yield self.record(row, b"", stem, given, order=order)
        if not held:
            yield Refusal(source.given, "is empty", "give a table with a row for each report")

    def entries(self, held: list[Entry], source: Source) -> Iterator[Found | Refusal | Taken]:
        """Give what the entries of a feed or sitemap lead to, or hold."""
        parts = 0
        for entry in held[: self.limits.max_entries]:
            if source.url:
                yield self.entry(entry, source.url)
            elif entry.whole:
                yield self._of_entry(entry, f"{source.given}:{entry.key}")
            else:
                parts += 1
        if parts:
            reason = f"holds only the beginning of {parts} of its {len(held)} articles"
            yield Refusal(source.given, reason, "give the feed's address, or `rashomon watch` it, to have them fetched")
        if len(held) > self.limits.max_entries:
            reason = f"has {len(held):,} entries; those after the first {self.limits.max_entries:,} were left out"
            yield Refusal(source.given, reason, "raise max_entries, or give the articles themselves")
        if not held:
            yield Refusal(source.given, "is a feed without entries", "try again when it has some")

    def _of_entry(self, entry: Entry, given: str) -> Found | Refusal:
        if not entry.fields.get("text"):
            return Refusal(given, "is an entry without a text or a link", "give its article")
        data = entry.data()
        fields = dict(entry.fields)
        cut = partial_by_words(fields["text"]) or ("" if entry.whole else "teaser: the feed's own beginning")
        if cut:
            fields["partial"] = cut
        return Found(fields, data, stem_of(entry.link or entry.key), given, "text as its feed gives it")

    def whole(self, source: Source, most: int | None = None) -> bytes:
        """Read what is opened to its end. Raises TooLargeError."""
        most = self.limits.max_bytes if most is None else most
        data = source.file.read(most + 1)
        if len(data) > most:
            raise TooLargeError(f"is larger than {most:,} bytes")
        return data


def _to_the_cut(
    told: Iterator[Found | Refusal | Taken], packed: Inflated | Unzstandard | _Unpacked | None, given: str
) -> Iterator[Found | Refusal | Taken]:
    """Give what was found; where the packed bytes ended too soon, the last report is a part, and the loss is told."""
    if packed is None:
        yield from told
        return
    last: Found | Refusal | Taken | None = None
    for one in told:
        if last is not None:
            yield last
        last = one
    if not packed.cut:
        yield from [] if last is None else [last]
        return
    if isinstance(last, Found):
        last.fields["partial"] = last.fields.get("partial") or "cut: its packed bytes are cut off"
        yield last
    else:
        reason = "is damaged: its packed bytes are cut off, and what stood at the cut is lost"
        yield Refusal(given, reason, "get it again")
