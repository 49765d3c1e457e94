"""One OpenAI-compatible address, asked one question at a time; it is never followed elsewhere, and may fail.

The key goes to this address alone: redirects are refused, proxies are not asked, and it is sent in the clear only to
this machine. An answer that is late, long or not JSON is an EndpointError with one line that says what is wrong.
"""

from __future__ import annotations

import json
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from ipaddress import ip_address
from time import monotonic
from urllib.parse import urlsplit

_PATH = "/chat/completions"
_LARGEST = 1 << 18  # bytes of an answer
_PIECE = 1 << 14
_TOKENS = 64


class EndpointError(Exception):
    """The address gave no answer; the message says why, and never holds the key."""


class Endpoint:
    """A language model behind an address such as https://host/v1."""

    def __init__(self, address: str, model: str, key: str = "", *, seconds: float = 30.0) -> None:
        """Take the address as its provider gives it (up to /v1); raises ValueError where it makes no sense."""
        parts = urlsplit(address.strip())
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.username:
            raise ValueError(f"{address!r} is no address of a model; give one like https://host/v1")
        if key and parts.scheme == "http" and not _is_here(parts.hostname):
            raise ValueError(f"{parts.hostname} would get the key in the clear; give its https:// address")
        if not model or not (key + model).isprintable() or not (key + model).isascii():
            raise ValueError("the model's name or the key is empty or holds characters that no header can hold")
        self.model = model
        self._host, self._port, self._secure = parts.hostname, parts.port, parts.scheme == "https"
        self._path = parts.path.rstrip("/").removesuffix(_PATH) + _PATH
        self._key, self._seconds = key, seconds

    def ask(self, messages: list[dict[str, str]]) -> str:
        """Give the model's answer to `messages`. Raises EndpointError."""
        kind = HTTPSConnection if self._secure else HTTPConnection
        until = monotonic() + self._seconds
        connection = kind(self._host, self._port, timeout=self._seconds)
        body = {"model": self.model, "messages": messages, "temperature": 0, "max_tokens": _TOKENS}
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        try:
            connection.request("POST", self._path, json.dumps(body).encode(), headers)
            response = connection.getresponse()
            if response.status != 200:
                raise EndpointError(f"{self._host} answered with status {response.status}")
            raw = b""
            while piece := response.read1(_PIECE):
                raw += piece
                if len(raw) > _LARGEST or monotonic() > until:
                    raise EndpointError(f"{self._host} answered too much or too slowly")
        except (OSError, HTTPException) as error:
            raise EndpointError(f"{self._host} gave no answer ({type(error).__name__})") from None
        finally:
            connection.close()
        return _content(raw, self._host)


def _content(raw: bytes, host: str) -> str:
    try:
        content = json.loads(raw)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        content = None
    if not isinstance(content, str):
        raise EndpointError(f"{host} gave an answer of another form")
    return content


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
