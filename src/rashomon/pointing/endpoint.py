"""Who answers: one OpenAI-compatible address, asked one question at a time; or a file of answers that were recorded.

The address is never followed elsewhere, and may fail. The key goes to it alone: redirects are refused, proxies are not
asked, and it is sent in the clear only to this machine. Structured output is asked for, and done without where the
address does not know it. An answer that is late, long or of another form is an EndpointError with one line that says
what is wrong.

Recorded answers are one JSON object a line and story: places by report and characters, labels, and no text. A line says
by the digest of its text which report it means; of a report whose text is another one it is passed over.
"""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from ipaddress import ip_address
from threading import Timer
from time import monotonic, sleep
from typing import Any, get_args
from urllib.parse import urlsplit

from rashomon.records import ClaimKind, ConflictKind, Evidence, Pointed, PointedClaim, PointedDispute, PointedVoice

_PATH = "/chat/completions"
_LARGEST = 1 << 20  # bytes of an answer
_PIECE = 1 << 14
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504, 529})
_UNKNOWN = frozenset({400, 404, 415, 422, 501})
_FORMS = ("schema", "object", "plain")


class EndpointError(Exception):
    """The address gave no answer; the message says why, and never holds the key. `passing`: it may give one later."""

    def __init__(self, message: str, *, passing: bool = False, status: int = 0) -> None:
        super().__init__(message)
        self.passing, self.status = passing, status


@dataclass(frozen=True, slots=True)
class Said:
    """A model's whole message, and the tokens that the address says it took and gave; 0 where it does not say."""

    words: str
    tokens_in: int = 0
    tokens_out: int = 0


class Endpoint:
    """A language model behind an address such as https://host/v1."""

    def __init__(
        self, address: str, model: str, key: str = "", *, seconds: float = 180.0, tries: int = 3, pause: float = 2.0
    ) -> None:
        """Take the address as its provider gives it (up to /v1); raises ValueError where it makes no sense.

        An answer is awaited for `seconds`, and asked for up to `tries` times with a growing `pause` in between.
        """
        parts = urlsplit(address.strip())
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.username:
            raise ValueError(f"{address!r} is no address of a model; give one like https://host/v1")
        if not _can_be_asked(parts.hostname, parts.path):
            raise ValueError(f"{address!r} is no address that can be asked; give one like https://host/v1")
        if key and parts.scheme == "http" and not _is_here(parts.hostname):
            raise ValueError(f"{parts.hostname} would get the key in the clear; give its https:// address")
        if not model or not (key + model).isprintable() or not (key + model).isascii():
            raise ValueError("the model's name or the key is empty or holds characters that no header can hold")
        self.model = model
        self.host = parts.hostname
        self._port, self._secure = parts.port, parts.scheme == "https"
        self._path = parts.path.rstrip("/").removesuffix(_PATH) + _PATH
        self._key, self._seconds, self._tries, self._pause = key, seconds, tries, pause
        self._form = 0

    @property
    def is_here(self) -> bool:
        """Whether what is asked stays on this machine."""
        return _is_here(self.host)

    def ask(self, messages: list[dict[str, str]], schema: Mapping[str, Any], most: int) -> Said:
        """Give the model's answer to `messages`, of at most `most` tokens. Raises EndpointError."""
        failed = 0
        while True:
            form = self._form
            try:
                return self._ask(messages, schema, most, _FORMS[form])
            except EndpointError as error:
                if error.status in _UNKNOWN and form + 1 < len(_FORMS):
                    self._form = max(self._form, form + 1)
                    continue
                failed += 1
                if not error.passing or failed >= self._tries:
                    raise
                sleep(self._pause * failed)

    def _ask(self, messages: list[dict[str, str]], schema: Mapping[str, Any], most: int, form: str) -> Said:
        kind = HTTPSConnection if self._secure else HTTPConnection
        until = monotonic() + self._seconds
        connection = kind(self.host, self._port, timeout=self._seconds)
        body: dict[str, Any] = {"model": self.model, "messages": messages, "temperature": 0, "max_tokens": most}
        if form == "schema":
            body["response_format"] = {"type": "json_schema", "json_schema": {"name": "pointing", "schema": schema}}
        elif form == "object":
            body["response_format"] = {"type": "json_object"}
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        clock = Timer(0, _end)
        try:
            connection.connect()
            clock = Timer(max(0.0, until - monotonic()), _end, (connection.sock,))
            clock.daemon = True
            clock.start()
            connection.request("POST", self._path, json.dumps(body).encode(), headers)
            response = connection.getresponse()
            if response.status != 200:
                raise EndpointError(
                    f"{self.host} answered with status {response.status}",
                    passing=response.status in _PASSING,
                    status=response.status,
                )
            raw = b""
            while piece := response.read1(_PIECE):
                raw += piece
                if len(raw) > _LARGEST:
                    raise EndpointError(f"{self.host} answered too much")
        except (OSError, HTTPException) as error:
            why = "too late" if monotonic() > until else type(error).__name__
            raise EndpointError(f"{self.host} gave no answer ({why})", passing=True) from None
        finally:
            clock.cancel()
            connection.close()
        if monotonic() > until:
            raise EndpointError(f"{self.host} gave no answer (too late)", passing=True)
        return _said(raw, self.host)


def _end(connected: socket.socket) -> None:
    """End a connection whose time is over, however it trickles: whoever reads it finds its end."""
    with suppress(OSError):  # it has ended
        socket.socket.shutdown(connected, socket.SHUT_RDWR)


def _can_be_asked(host: str, path: str) -> bool:
    """Tell whether a connection can be made to `host` and hold `path` in its first line."""
    try:
        host.encode("idna")
        HTTPConnection(host)
    except (UnicodeError, HTTPException):
        return False
    return path.isascii() and all(c.isprintable() and c != " " for c in path)


def _said(raw: bytes, host: str) -> Said:
    try:
        whole = json.loads(raw)
        words = whole["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        whole, words = None, None
    if not isinstance(words, str):
        raise EndpointError(f"{host} gave an answer of another form")
    usage = whole.get("usage") if isinstance(whole, dict) else None
    counts = usage if isinstance(usage, dict) else {}
    return Said(words, _count(counts.get("prompt_tokens")), _count(counts.get("completion_tokens")))


def _count(told: Any) -> int:
    return told if isinstance(told, int) and not isinstance(told, bool) and 0 <= told < 1 << 31 else 0


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


_SCHEMA = 1


class RecordError(Exception):
    """A line that is no recorded answer; the message says which, and what is wrong."""


def record(pointed: Iterable[Pointed], texts: Mapping[str, str]) -> str:
    """Give the lines of what was pointed at in reports with these `texts`, by id."""
    lines = []
    for p in pointed:
        named = {r: text_digest(texts[r]) for r in sorted(p.reports) if r in texts}
        lines.append(json.dumps({"pointed": _SCHEMA, "reports": named, **asdict(p)}, separators=(",", ":")))
    return "".join(f"{line}\n" for line in lines)


def recorded(lines: Iterable[str], texts: Mapping[str, str]) -> tuple[list[Pointed], list[str]]:
    """Give what recorded `lines` point at in reports with these `texts`, and the reports that are passed over.

    Raises RecordError.
    """
    found: list[Pointed] = []
    passed: dict[str, None] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            told = json.loads(line)
            named = {str(r): str(d) for r, d in told["reports"].items()}
            if told["pointed"] != _SCHEMA:
                raise ValueError("it is of another version")
            pointed = _pointed(told)
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError) as error:
            raise RecordError(f"line {number} is no recorded answer: {type(error).__name__}") from None
        here = {r for r, d in named.items() if r in texts and text_digest(texts[r]) == d}
        passed |= dict.fromkeys(sorted(set(named) - here))
        found.append(_within(pointed, {r: len(texts[r]) for r in here}))
    return found, list(passed)


def text_digest(text: str) -> str:
    """Give the digest by which a recorded answer knows a report."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _pointed(told: Mapping[str, Any]) -> Pointed:
    def part(name: str, make: Callable[[Any], Any]) -> Any:
        rows = told[name]
        return None if rows is None else tuple(make(row) for row in rows)

    return Pointed(
        by=_label(told["by"]),
        shown=_places(told["shown"]),
        claims=part(
            "claims",
            lambda c: PointedClaim(
                _places(c["says"]),
                _places(c["denies"]),
                _places(c["hedges"]),
                _one_of(c["kind"], ClaimKind),
                _places(c.get("also", ())),
            ),
        ),
        voices=part(
            "voices",
            lambda v: PointedVoice(_place(v["clause"]), None if v["mention"] is None else _place(v["mention"])),
        ),
        disputes=part(
            "disputes",
            lambda d: PointedDispute(
                _one_of(d["kind"], ConflictKind) or "stance",
                _places(d["one"]),
                _places(d["other"]),
                d["superseded"] is True,
                min(3, max(1, int(d["strength"]))),
            ),
        ),
        series=part("series", _places),
        first=part("first", int),
        one=None if told.get("one") is None else tuple(tuple(int(n) for n in row) for row in told["one"]),
    )


def _label(told: Any) -> str:
    """A model's name: short, of one line, of signs that every terminal and page can hold."""
    return "".join(c for c in str(told)[:80] if c.isprintable() and c not in "<>&;,\"'") or "a model"


def _one_of(told: Any, kinds: Any) -> Any:
    return told if told in get_args(kinds) else None


def _place(told: Any) -> Evidence:
    report, start, end = told
    if not isinstance(report, str) or not isinstance(start, int) or not isinstance(end, int):
        raise ValueError("a place is a report and two numbers")
    return report, start, end


def _places(told: Any) -> tuple[Evidence, ...]:
    return tuple(_place(row) for row in told)


def _within(p: Pointed, length: Mapping[str, int]) -> Pointed:
    """What stands within the texts that are here."""

    def kept(places: Iterable[Evidence]) -> tuple[Evidence, ...]:
        return tuple(e for e in places if e[0] in length and 0 <= e[1] < e[2] <= length[e[0]])

    there = range(len(p.claims or ()))
    return replace(
        p,
        shown=kept(p.shown),
        claims=None
        if p.claims is None
        else tuple(
            replace(c, says=kept(c.says), denies=kept(c.denies), hedges=kept(c.hedges), also=kept(c.also))
            for c in p.claims
        ),
        voices=None
        if p.voices is None
        else tuple(v for v in p.voices if kept([v.clause]) and (v.mention is None or kept([v.mention]))),
        disputes=None
        if p.disputes is None
        else tuple(replace(d, one=kept(d.one), other=kept(d.other)) for d in p.disputes),
        series=None if p.series is None else tuple(kept(s) for s in p.series),
        first=None if p.first is None else tuple(n for n in p.first if n in there),
        one=None if p.one is None else tuple(tuple(n for n in row if n in there) for row in p.one),
    )
