"""A list of feeds (OPML) to their addresses, each once, in its order; folders within it are read through."""

from __future__ import annotations

from html.parser import HTMLParser

from rashomon.intake.markup import markup


def opml(data: bytes, charset: str = "") -> list[str]:
    """Give the addresses of the feeds. Raises ValueError, with a reason to show, where it lists none."""
    reader = _Outlines()
    reader.feed(markup(data, charset, xml=True))
    reader.close()
    if not reader.addresses:
        raise ValueError("lists no feeds: no outline of it has an xmlUrl")
    return list(dict.fromkeys(reader.addresses))


class _Outlines(HTMLParser):
    """The outlines of an OPML file; this reader forgives what an XML parser would stop at, and expands nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "outline":
            self.addresses += [v.strip() for name, v in attrs if name == "xmlurl" and v and v.strip()]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
