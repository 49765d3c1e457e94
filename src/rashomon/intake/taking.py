"""One intake: opened inputs to Reports; what is wrong with one is its Refusal, not another's."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, BinaryIO, cast
from urllib.parse import unquote, urlsplit

from rashomon.fetching import Allowed, FetchError, Inflated, TooMuchError, fetch
from rashomon.fetching.target import host_of
from rashomon.intake.addresses import stem_of, unwrapped
from rashomon.intake.day import Order, order_of
from rashomon.intake.decode import decode
from rashomon.intake.documents import documents
from rashomon.intake.feeds import Entry, feeds
from rashomon.intake.form import Form, form, unpacked
from rashomon.intake.front_matter import front_matter
from rashomon.intake.limits import Limits
from rashomon.intake.lines import lines
from rashomon.intake.mail import Letter, letter, letters
from rashomon.intake.markup import markup
from rashomon.intake.office import document, sheets
from rashomon.intake.opml import opml
from rashomon.intake.other_xml import other_xml
from rashomon.intake.packings import is_zstandard, unzstandard
from rashomon.intake.pages import pages
from rashomon.intake.partial import partial_by_words
from rashomon.intake.pdf import pdf
from rashomon.intake.rows import as_prose, rows
from rashomon.intake.saved import light
from rashomon.intake.settling import Said, Settling, day_of
from rashomon.intake.sitemaps import sitemap, sitemaps_in
from rashomon.intake.source import Found, Source
from rashomon.intake.tables import tables
from rashomon.intake.wacz import page_texts, wacz
from rashomon.intake.warc import Page, warc
from rashomon.intake.zips import inside, members, sound
from rashomon.records import Refusal, Taken

_FIELDS = "see the fields that a report may have in docs/inputs.md"
_ARTICLES = {"html", "text", "pdf"}
_MAPS = 50
"""Sitemaps of one index that are asked for."""
_AS_TEXT = "save the article as text"


class _TooLargeError(Exception):
    """What is opened has more bytes than the limits let in."""


class Taking:
    """What is taken in one intake: the form and columns told, what may be fetched, how reports are settled."""

    def __init__(
        self,
        limits: Limits,
        told: Form | None,
        columns: Mapping[str, str],
        allowed: Allowed,
        settling: Settling | None = None,
    ) -> None:
        self.limits = limits
        self.allowed = allowed
        self._settling = settling or Settling(limits, Said())
        self._told = told
        self._columns = columns

    def opened(self, source: Source) -> Iterator[Taken | Refusal]:
        """Give the reports of something opened."""
        file = cast(io.BufferedReader, source.file)
        head = file.peek(8192) if hasattr(file, "peek") else b""
        if not head and not hasattr(file, "peek"):
            file = io.BufferedReader(cast(io.RawIOBase, source.file), 1 << 16)
            head = file.peek(8192)
        found = self._told or form(head, source.name, source.kind)
        if head.startswith(b"\x1f\x8b") and found != "warc":
            inside = unpacked(head)
            packed = cast(BinaryIO, file)
            file = io.BufferedReader(Inflated(packed, most=self.limits.max_file), 1 << 16)
            found = self._told or form(inside, source.name, source.kind)
        elif is_zstandard(head):
            try:
                file = cast(io.BufferedReader, unzstandard(cast(BinaryIO, file), self.limits.max_file))
                inside_ = file.peek(8192)
                if not inside_:
                    raise TooMuchError("is packed with Zstandard and damaged: nothing is in it")
                found = self._told or form(inside_, source.name, source.kind)
            except TooMuchError as error:
                yield Refusal(source.given, str(error), "unpack it yourself, or install what reads it")
                return
        opened = Source(
            cast(BinaryIO, file), source.given, source.stem, source.name, source.url, source.kind, source.charset
        )
        try:
            for one in getattr(self, f"_{found}")(opened):  # a method for each form, below
                yield self._settling.report(one) if isinstance(one, Found) else one
        except _TooLargeError as error:
            yield Refusal(source.given, str(error), "split it into reports, or raise max_bytes")
        except TooMuchError as error:
            yield Refusal(source.given, str(error), "unpack it yourself and look at what is in it")
        except (zipfile.BadZipFile, zlib.error, EOFError):
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
        if found not in _ARTICLES:  # a feed of feeds of feeds would have no end
            return Refusal(entry.link, f"is no page (it looks like {found})", "give it to `rashomon build`")
        source = Source(io.BytesIO(got.body), entry.link, stem_of(got.url), "", got.url, got.kind, got.charset)
        taken = list(self.opened(source))
        if len(taken) == 1:
            return taken[0]
        return Refusal(entry.link, f"holds {len(taken)} reports, not one article", "give it to `rashomon build`")

    def _settled(self, one: Found | Refusal) -> Taken | Refusal:
        return self._settling.report(one) if isinstance(one, Found) else one

    # ------------------------------------------------------------------------------------------- one for each form

    def _text(self, source: Source) -> Iterator[Found | Refusal]:
        data = self._whole(source)
        decoded = decode(data)
        if decoded.problem:
            yield Refusal(source.given, decoded.problem, decoded.advice)
            return
        told, text = front_matter(decoded.text)
        prose = as_prose(text)
        notes = [decoded.note, "tags taken out" if prose != text else ""]
        fields = {"text": prose, **({"url": source.url} if source.url else {})}
        if told:
            notes.append("fields read from the head of the text")
            try:
                fields = rows({**told, "text": prose}, self._settling.said.order)
            except ValueError as error:
                yield Refusal(source.given, str(error), _AS_TEXT)
                return
        if cut := partial_by_words(prose):
            fields["partial"] = cut
        yield Found(fields, data, source.stem, source.given, "; ".join(filter(None, notes)))

    def _html(self, source: Source) -> Iterator[Found | Refusal]:
        data = self._whole(source, self.limits.max_file)
        if len(light(data)) > self.limits.max_bytes:  # pictures that are written into a page are no part of its size
            raise _TooLargeError(f"is larger than {self.limits.max_bytes:,} bytes")
        yield self._page(data, source)

    def _page(
        self, data: bytes, source: Source, note: str = "text extracted from HTML", at: str = ""
    ) -> Found | Refusal:
        if not data.strip():
            return Refusal(source.given, "is empty", "give a file that holds a report")
        try:
            fields = pages(light(data), source.url, source.charset, day_of(at))
        except ValueError as error:
            return Refusal(source.given, str(error), _AS_TEXT)
        return Found(fields, data, source.stem, source.given, note, at)

    def _pdf(self, source: Source) -> Iterator[Found | Refusal]:
        data = self._whole(source, self.limits.max_file)
        try:
            yield Found(pdf(data), data, source.stem, source.given, "text extracted from PDF")
        except ValueError as error:
            yield Refusal(source.given, str(error), _AS_TEXT)

    def _jsonl(self, source: Source) -> Iterator[Found | Refusal]:
        yield from lines(source, self.limits)

    def _json(self, source: Source) -> Iterator[Found | Refusal]:
        data = self._whole(source, self.limits.max_file)
        try:
            held = list(documents(data))
        except ValueError as error:
            if "Extra data" in str(error):  # JSON lines under another name
                again = Source(io.BytesIO(data), source.given, source.stem, source.name, source.url)
                yield from lines(again, self.limits)
            else:
                yield Refusal(source.given, str(error), "write one JSON object, or a list of them")
            return
        for number, record in enumerate(held, 1):
            many = len(held) > 1
            given, stem = (
                (f"{source.given}:{number}", f"{source.stem}-{number}") if many else (source.given, source.stem)
            )
            yield self._record(record, data if not many else b"", stem, given)
        if not held:
            yield Refusal(source.given, "holds no article", _FIELDS)

    def _record(
        self, record: Any, data: bytes, stem: str, given: str, note: str = "", order: Order = ""
    ) -> Found | Refusal:
        if not isinstance(record, Mapping):
            return Refusal(given, "is JSON but no object", 'write {"text": "..."}')
        try:
            fields = rows(record, order or self._settling.said.order)
            original = data or json.dumps(record, ensure_ascii=False, sort_keys=True).encode()
        except (ValueError, RecursionError) as error:
            return Refusal(given, str(error).split("\n")[0], _FIELDS)
        return Found(fields, original, stem, given, note)

    def _csv(self, source: Source) -> Iterator[Found | Refusal]:
        data = self._whole(source, self.limits.max_file)
        try:
            held = [(str(number), row) for number, row in tables(data, self._columns, self.limits.max_characters)]
        except ValueError as error:
            yield Refusal(source.given, str(error), "say the columns with --columns, such as text=Body,title=Headline")
            return
        yield from self._rows(held, source)

    def _rows(self, held: list[tuple[str, dict[str, str] | str]], source: Source) -> Iterator[Found | Refusal]:
        """Give the reports of a table's rows; the order of numeric days is what any day of the table tells."""
        days = [row.get(name, "") for _, row in held if isinstance(row, dict) for name in ("published", "date")]
        order = self._settling.said.order or order_of(days)
        for number, row in held:
            given = f"{source.given}:{number}"
            if isinstance(row, str):
                yield Refusal(given, row, "see to the quotation marks of that row")
            else:
                stem = f"{source.stem}-{number.replace(':', '-')}"
                yield self._record(row, b"", stem, given, order=order)
        if not held:
            yield Refusal(source.given, "is empty", "give a table with a row for each report")

    def _feed(self, source: Source) -> Iterator[Found | Refusal | Taken]:
        data = self._whole(source)
        try:
            held = list(feeds(data, source.url, source.charset))
        except ValueError as error:
            yield Refusal(source.given, str(error), "give a feed, a page or a text; say which with --from")
            return
        yield from self._entries(held, source)

    def _sitemap(self, source: Source) -> Iterator[Found | Refusal | Taken]:
        data = self._whole(source, self.limits.max_file)
        try:
            maps = list(sitemaps_in(markup(data, source.charset, xml=True)))
            held = [] if maps else list(sitemap(data, source.charset))
        except ValueError as error:
            yield Refusal(source.given, str(error), "give a sitemap of pages, or the pages")
            return
        if not source.url:
            what = f"{len(maps)} sitemaps" if maps else f"{len(held)} pages"
            reason = f"lists {what}, and nothing is fetched for a file"
            yield Refusal(source.given, reason, "give the sitemap's address, or the addresses of the pages")
            return
        for address in maps[:_MAPS]:
            inner = Taking(self.limits, None, {}, self.allowed.for_links(host_of(source.url)), self._settling)
            yield from inner.address(address)
        if held:
            yield from self._entries(sorted(held, key=lambda e: e.fields.get("published", ""), reverse=True), source)

    def _entries(self, held: list[Entry], source: Source) -> Iterator[Found | Refusal | Taken]:
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

    def _opml(self, source: Source) -> Iterator[Found | Refusal | Taken]:
        data = self._whole(source)
        try:
            addresses = opml(data, source.charset)
        except ValueError as error:
            yield Refusal(source.given, str(error), "give a list of feeds as feed readers export it")
            return
        if not source.url:
            reason = f"lists {len(addresses)} feed{'s' * (len(addresses) != 1)}, and nothing is fetched for a file"
            yield Refusal(source.given, reason, f"run `rashomon watch CASE {source.given}`")
            return
        for address in addresses:
            inner = Taking(self.limits, "feed", {}, self.allowed.for_links(host_of(source.url)), self._settling)
            yield from inner.address(address)

    def _warc(self, source: Source, told: Mapping[str, Mapping[str, str]] | None = None) -> Iterator[Found | Refusal]:
        for page in warc(source.file, self.limits.max_bytes):
            if isinstance(page, Page):
                one = self._archived(page, source)
                beside = (told or {}).get(page.url)
                if isinstance(one, Refusal) and beside and not page.problem and "text" in beside:
                    fields = rows({**beside, "url": page.url})
                    note = "text that the crawler wrote beside its archive"
                    data = json.dumps(dict(beside), ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
                    one = Found(fields, data, stem_of(page.url), one.input, note, page.date)
                yield one
            elif page:
                records = "1 record that is no page" if page == 1 else f"{page:,} records that are no pages"
                reason = f"holds {records} (images, errors and the like)"
                yield Refusal(source.given, reason, "nothing is to be done unless one of them is a report")

    def _archived(self, page: Page, source: Source) -> Found | Refusal:
        given = f"{source.given}:{page.number}"
        if page.problem:
            return Refusal(given, page.problem, "get the archive again, or give the page itself")
        note = f"from the web archive's record {page.record}".rstrip()
        inner = Source(io.BytesIO(), given, stem_of(page.url), "", page.url, page.kind, page.charset)
        if page.kind != "text/plain":
            found = self._page(page.data, inner, note, page.date)
            if page.cut and isinstance(found, Found):
                found.fields["partial"] = found.fields.get("partial") or f"cut: {page.cut}"
            return found
        decoded = decode(page.data)
        if decoded.problem:
            return Refusal(given, decoded.problem, decoded.advice)
        fields = {"text": decoded.text, "url": unwrapped(page.url), "partial": f"cut: {page.cut}" if page.cut else ""}
        return Found(fields, page.data, inner.stem, given, note, page.date)

    def _wacz(self, source: Source) -> Iterator[Found | Refusal]:
        file: BinaryIO = source.file
        if not file.seekable():
            data = self._whole(source, self.limits.max_file)
            file = io.BytesIO(data)
        told = page_texts(file, self.limits.max_file)
        file.seek(0)
        for name, held in wacz(file):
            given = f"{source.given}:{name}" if name else source.given
            if isinstance(held, str):
                yield Refusal(given, held, "get the archive again, or give the pages themselves")
                continue
            try:
                if name.lower().endswith(".zst"):
                    held = unzstandard(held, self.limits.max_file)
                yield from self._warc(Source(held, given, source.stem), told)
            except (zipfile.BadZipFile, zlib.error, EOFError, OSError):
                yield Refusal(given, "is damaged: it cannot be unpacked to its end", "get the archive again")
            except TooMuchError as error:
                yield Refusal(given, str(error), "unpack it yourself, or install what reads it")

    def _xml(self, source: Source) -> Iterator[Found | Refusal]:
        data = self._whole(source)
        try:
            held = list(other_xml(data, source.charset))
        except ValueError as error:
            yield Refusal(source.given, str(error), "give a feed, a page or a text; say which with --from")
            return
        for number, fields in enumerate(held, 1):
            many = len(held) > 1
            given, stem = (
                (f"{source.given}:{number}", f"{source.stem}-{number}") if many else (source.given, source.stem)
            )
            yield self._record(fields, b"" if many else data, stem, given, "text taken out of XML")

    def _mail(self, source: Source) -> Iterator[Found | Refusal]:
        data = self._whole(source, self.limits.max_file)
        held = list(letters(data))
        for number, message in enumerate(held, 1):
            many = len(held) > 1
            given, stem = (
                (f"{source.given}:{number}", f"{source.stem}-{number}") if many else (source.given, source.stem)
            )
            yield self._letter(letter(message), message, stem, given)

    def _letter(self, told: Letter, data: bytes, stem: str, given: str) -> Found | Refusal:
        if told.problem:
            return Refusal(given, told.problem, _AS_TEXT)
        fields = {n: v for n in ("title", "outlet", "author", "published", "url") if (v := getattr(told, n))}
        if not told.html:
            return self._record({**fields, "text": told.text}, data, stem, given, "text of a mail")
        page = self._page(told.html, Source(io.BytesIO(), given, stem, "", told.url, "", told.charset))
        if isinstance(page, Refusal):
            return page
        note = "page saved as mail" if told.saved else "text of a mail, extracted from HTML"
        return Found({**page.fields, **fields} if not told.saved else page.fields, data, stem, given, note)

    def _zip(self, source: Source) -> Iterator[Found | Refusal | Taken]:
        data = io.BytesIO(self._whole(source, self.limits.max_file))
        try:
            kind = inside(data)
            data.seek(0)
            if kind == "wacz":
                yield from self._wacz(Source(data, source.given, source.stem))
                return
            if kind in ("docx", "odt", "xlsx"):
                yield from getattr(self, f"_{kind}")(Source(data, source.given, source.stem))
                return
            if kind != "folder":
                yield Refusal(source.given, f"is a document of the kind {kind}, which is not read", _AS_TEXT)
                return
            yield from self._folder(data, source)
        except ValueError as error:
            yield Refusal(source.given, str(error), "unpack it yourself and look at what is in it")

    def _folder(self, data: BinaryIO, source: Source) -> Iterator[Found | Refusal | Taken]:
        """Give the reports of the files in a ZIP; a ZIP in a ZIP is not opened, so that none unpacks without end."""
        seen = unpacked = 0
        for name, held in members(data, self.limits.suffixes, self.limits.max_file):
            given = f"{source.given}:{name}" if name else source.given
            if isinstance(held, str):
                yield Refusal(given, held, "unpack it yourself and look at what is in it")
                continue
            seen, unpacked = seen + 1, unpacked + len(held)
            if unpacked > self.limits.max_file:
                yield Refusal(
                    source.given, f"unpacks to more than {self.limits.max_file:,} bytes", "unpack it yourself"
                )
                return
            path = PurePosixPath(name)
            inner = Source(io.BytesIO(held), given, PurePosixPath(path.name.removesuffix(".gz")).stem, path.name)
            if form(held[:8192], path.name) in ("zip", "wacz") and inside(inner.file) == "folder":
                yield Refusal(
                    given, "is a ZIP archive in a ZIP archive", "unpack it yourself and look at what is in it"
                )
                continue
            inner.file.seek(0)
            yield from self.opened(inner)
        if not seen:
            yield Refusal(source.given, "holds no report", "give a folder of texts, pages, feeds or archives")

    def _docx(self, source: Source) -> Iterator[Found | Refusal]:
        yield self._document(source, "docx")

    def _odt(self, source: Source) -> Iterator[Found | Refusal]:
        yield self._document(source, "odt")

    def _document(self, source: Source, kind: str) -> Found | Refusal:
        data = self._whole(source, self.limits.max_file)
        try:
            if problem := sound(io.BytesIO(data), self.limits.max_file):
                return Refusal(source.given, problem, _AS_TEXT)
            return self._record(document(data, kind), data, source.stem, source.given, f"text taken out of {kind}")
        except ValueError as error:
            return Refusal(source.given, str(error), _AS_TEXT)

    def _xlsx(self, source: Source) -> Iterator[Found | Refusal]:
        data = self._whole(source, self.limits.max_file)
        try:
            if problem := sound(io.BytesIO(data), self.limits.max_file):
                yield Refusal(source.given, problem, "save it as CSV")
                return
            held = list(sheets(data, self._columns))
        except ValueError as error:
            yield Refusal(source.given, str(error), "save it as CSV, or say the columns with --columns")
            return
        yield from self._rows(held, source)

    # ------------------------------------------------------------------------------------------- what they share

    def _whole(self, source: Source, most: int | None = None) -> bytes:
        """Read what is opened to its end. Raises _TooLargeError."""
        most = self.limits.max_bytes if most is None else most
        data = source.file.read(most + 1)
        if len(data) > most:
            raise _TooLargeError(f"is larger than {most:,} bytes")
        return data
