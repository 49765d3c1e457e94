"""The one function that asks a stranger's server for something: http and https, to an address that was checked.

The name is resolved here and the connection goes to the very address that was looked at, so that a second answer of
the resolver leads nowhere else; the certificate and the Host header are the name's. Every redirect is looked at
again from the start. No cookies, no proxies, no credentials; bytes, time and redirects are bounded.

Packed bytes are unpacked a piece at a time, and never to more than was agreed: no bomb fills memory or time.
"""

from __future__ import annotations

import io
import socket
import ssl
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import cache
from http.client import HTTPConnection, HTTPException, HTTPResponse
from threading import Timer
from time import monotonic, time
from typing import BinaryIO, cast
from urllib.parse import urljoin

from rashomon.fetching.target import Allowed, FetchError, Target, target

GZIP = b"\x1f\x8b"
_PIECE = 1 << 16
_FREE = 1_000_000
"""Unpacked bytes before the ratio counts: a small page of one repeated tag packs a thousandfold."""


class TooMuchError(ValueError):
    """What is packed is a bomb, damaged, or packed twice; the message goes on from its name."""


class Inflated(io.RawIOBase):
    """A gzip stream (of any number of members) as the bytes in it; wrap it in io.BufferedReader to read lines.

    Reading raises TooMuchError beyond `most` bytes, beyond `ratio` times the packed bytes, where the stream is damaged
    or cut off, and where what comes out is gzip again. `to_its_cut` gives all that comes before a cut, and sets `cut`.
    """

    def __init__(
        self, packed: BinaryIO, *, most: int, ratio: int = 100, wbits: int = 31, to_its_cut: bool = False
    ) -> None:
        """`wbits` as for zlib: 31 for gzip, 15 for zlib, -15 for bare deflate."""
        self.cut = False
        self._to_its_cut = to_its_cut
        self._packed, self._most, self._ratio, self._wbits = packed, most, ratio, wbits
        self._zlib = zlib.decompressobj(wbits)
        self._in = self._out = 0
        self._waiting = b""
        self._head = b""
        self._over = False

    def readable(self) -> bool:
        """Say that this can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill `buffer` with the next bytes; 0 at the end. Raises TooMuchError."""
        while not self._over:
            if not self._waiting:
                self._waiting = self._packed.read(_PIECE)
                self._in += len(self._waiting)
            piece = self._next(len(buffer))
            if piece:
                buffer[: len(piece)] = piece
                return len(piece)
        return 0

    def _next(self, room: int) -> bytes:
        at_end = not self._waiting
        try:
            piece = self._zlib.decompress(self._waiting, max(1, room))
        except zlib.error as error:
            raise TooMuchError("is damaged: it cannot be unpacked") from error
        self._waiting = self._zlib.unconsumed_tail or self._zlib.unused_data
        if self._zlib.eof:
            self._waiting = self._waiting.lstrip(b"\x00")
            if self._waiting or (self._wbits == 31 and self._more()):
                self._zlib = zlib.decompressobj(self._wbits)
            else:
                self._over = True
        elif at_end and not piece:
            if not (self._to_its_cut and self._out):
                raise TooMuchError("is damaged: it is cut off")
            self.cut = self._over = True
        self._check(piece)
        return piece

    def _more(self) -> bool:
        self._waiting = self._packed.read(_PIECE).lstrip(b"\x00")
        self._in += len(self._waiting)
        return bool(self._waiting)

    def _check(self, piece: bytes) -> None:
        if len(self._head) < len(GZIP):
            self._head += piece[: len(GZIP)]
            if self._head.startswith(GZIP):
                raise TooMuchError("is gzip in gzip, which hides what is in it")
        self._out += len(piece)
        if self._out > self._most:
            raise TooMuchError(f"unpacks to more than {self._most:,} bytes")
        if self._out > _FREE and self._out > self._ratio * self._in:
            raise TooMuchError(f"unpacks to more than {self._ratio} times its size")


def inflate(packed: bytes, *, most: int, ratio: int = 100, wbits: int = 31) -> bytes:
    """Give what is packed in `packed`. Raises TooMuchError, see Inflated."""
    return io.BufferedReader(Inflated(io.BytesIO(packed), most=most, ratio=ratio, wbits=wbits), _PIECE).read()


_REDIRECTS = {301, 302, 303, 307, 308}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back: the address that answered in the end, its status (200 or 304), type, validators and bytes."""

    url: str
    status: int
    body: bytes
    kind: str = ""
    charset: str = ""
    etag: str = ""
    modified: str = ""


def fetch(
    url: str,
    allowed: Allowed | None = None,
    *,
    etag: str = "",
    modified: str = "",
    accept: str = "*/*",
    post: bytes | None = None,
) -> Fetched:
    """Get `url`, where `etag` and `modified` are what it gave last time (then 304 may come back, without a body).

    With `post` these bytes are sent, as JSON, and no redirect is followed. Raises FetchError.
    """
    allowed = allowed or Allowed()
    until = monotonic() + allowed.seconds
    headers = {"User-Agent": allowed.agent, "Accept": accept, "Accept-Encoding": "gzip", "Connection": "close"}
    if etag:
        headers["If-None-Match"] = etag
    if modified:
        headers["If-Modified-Since"] = modified
    if post is not None:
        headers["Content-Type"] = "application/json"
    trusted = True
    for _ in range(allowed.redirects + 1):
        where = target(url, allowed, may_be_private=trusted)
        answer = _ask(where, url, headers, allowed, until, post)
        if isinstance(answer, Fetched):
            return answer
        if post is not None:
            raise FetchError("redirects what is sent to it", "give the address that it redirects to")
        trusted = trusted and where.named
        try:
            url = urljoin(url, answer)
        except ValueError:
            raise FetchError("redirects to what is no address") from None
    raise FetchError(f"redirects more than {allowed.redirects} times")


class _Connection(HTTPConnection):
    """A connection to a checked address that speaks to it by its name."""

    def __init__(self, where: Target, until: float) -> None:
        super().__init__(where.host, where.port)
        self._where, self._until = where, until
        self._wire: socket.socket | None = None  # http.client lets go of its own while the answer is being read

    def connect(self) -> None:
        failed: OSError | None = None
        for _, address in self._where.addresses:
            try:
                self.sock = socket.create_connection((address, self._where.port), max(0.1, self._until - monotonic()))
                break
            except OSError as error:
                failed = error
        else:
            raise failed or OSError("no address")
        if self._where.secure:
            secure = _trust().wrap_socket(self.sock, server_hostname=self._where.host, do_handshake_on_connect=False)
            self.sock = self._wire = secure
            secure.do_handshake()
        self._wire = self.sock

    def abandon(self) -> None:
        """End it from another thread, whatever it waits for."""
        if self._wire is not None:
            with suppress(OSError):
                socket.socket.shutdown(self._wire, socket.SHUT_RDWR)


@cache
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()


def _ask(
    where: Target, url: str, headers: Mapping[str, str], allowed: Allowed, until: float, post: bytes | None
) -> Fetched | str:
    """Give the answer, or the address that it redirects to."""
    connection = _Connection(where, until)
    watch = Timer(max(0.0, until - monotonic()), connection.abandon)
    watch.daemon = True
    watch.start()
    try:
        connection.request("GET" if post is None else "POST", where.path, post, headers=dict(headers))
        response = connection.getresponse()
        if response.status in _REDIRECTS:
            if to := response.headers.get("Location"):
                return to.strip()
            raise FetchError("redirects to nowhere")
        if response.status == 304 or (post is not None and 200 <= response.status < 300):
            return _told(url, response, b"")
        if response.status != 200:
            raise _no_success(response)
        fetched = _told(url, response, _body(response, allowed))
        if monotonic() >= until:
            raise TimeoutError
        return fetched
    except (OSError, HTTPException, ValueError) as error:
        if monotonic() >= until:
            raise FetchError(f"took longer than {allowed.seconds:g} seconds", "try again later") from None
        if isinstance(error, TooMuchError):
            raise FetchError(str(error)) from None
        if isinstance(error, ssl.SSLError):
            raise _insecure(error, where) from None
        raise FetchError(f"gave no answer ({_plain(error)})", "try again later") from None
    finally:
        watch.cancel()
        connection.close()


def _told(url: str, response: HTTPResponse, body: bytes) -> Fetched:
    return Fetched(
        url,
        response.status,
        body,
        kind=response.headers.get_content_type() if "Content-Type" in response.headers else "",
        charset=response.headers.get_content_charset() or "",
        etag=(response.headers.get("ETag") or "")[:500],
        modified=(response.headers.get("Last-Modified") or "")[:100],
    )


def _body(response: HTTPResponse, allowed: Allowed) -> bytes:
    if (response.length or 0) > allowed.max_bytes:
        raise TooMuchError(f"has more than {allowed.max_bytes:,} bytes")
    packing = (response.headers.get("Content-Encoding") or "identity").strip().casefold()
    if packing in {"gzip", "x-gzip"}:
        packed = cast(BinaryIO, response)
        stream: BinaryIO = cast(BinaryIO, Inflated(packed, most=allowed.max_bytes, ratio=allowed.max_ratio))
    elif packing in {"identity", ""}:
        stream = cast(BinaryIO, response)
    else:
        raise TooMuchError(f"is packed as {packing[:40]!r}, which was not asked for")
    body = bytearray()
    while piece := stream.read(_PIECE):
        body += piece
        if len(body) > allowed.max_bytes:
            raise TooMuchError(f"has more than {allowed.max_bytes:,} bytes")
    if response.length:
        raise TooMuchError("broke off before its end")
    return bytes(body)


def _no_success(response: HTTPResponse) -> FetchError:
    advice = "try again later" if response.status in {408, 425, 429} or response.status >= 500 else "check the address"
    wait = (response.headers.get("Retry-After") or "").strip()
    retry = 0.0
    if wait.isascii() and wait.isdigit():
        retry = float(wait[:9])
    elif wait:
        with suppress(ValueError, TypeError, OverflowError):
            retry = max(0.0, parsedate_to_datetime(wait).timestamp() - time())
    return FetchError(f"answered with status {response.status}", advice, status=response.status, retry=retry)


_UNPROVEN = {
    9: "is not valid yet",
    10: "has expired",
    18: "is vouched for by nobody that this machine trusts",
    19: "is vouched for by nobody that this machine trusts",
    20: "is vouched for by nobody that this machine trusts",
    21: "is vouched for by nobody that this machine trusts",
    62: "is for another name than {host}",
    64: "is for another name than {host}",
}
"""OpenSSL's numbers of what does not hold (X509_V_ERR_*), in words that follow "its certificate"."""


def _insecure(error: ssl.SSLError, where: Target) -> FetchError:
    if isinstance(error, ssl.SSLCertVerificationError):
        what = _UNPROVEN.get(error.verify_code, f"is not valid: {error.verify_message}").format(host=where.host)
        advice = "check the address; an authority of your own is told by SSL_CERT_FILE=its.pem"
        return FetchError(f"cannot prove who it is: its certificate {what}", advice)
    if error.reason in {"WRONG_VERSION_NUMBER", "HTTP_REQUEST", "UNEXPECTED_MESSAGE"}:
        return FetchError("does not speak TLS there", "try the address with http:// if you mean it")
    return FetchError(
        f"gave no answer (TLS: {(error.reason or 'broken off').replace('_', ' ').lower()})", "try again later"
    )


def _plain(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return type(error).__name__
