"""The one function that asks a stranger's server for something: http and https, to an address that was checked.

The name is resolved here and the connection goes to the very address that was looked at, so that a second answer of
the resolver leads nowhere else; the certificate and the Host header are the name's. Every redirect is looked at
again from the start. No cookies, no proxies, no credentials; bytes, time and redirects are bounded.
"""

from __future__ import annotations

import socket
import ssl
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

from rashomon.fetching.allowed import Allowed, FetchError
from rashomon.fetching.inflate import Inflated, TooMuchError
from rashomon.fetching.target import Target, target

_REDIRECTS = {301, 302, 303, 307, 308}
_PIECE = 1 << 16


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
