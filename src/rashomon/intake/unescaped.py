"""Character references of HTML to characters; a number that is no character is the mark of a broken one."""

from __future__ import annotations

import re
from html import unescape

_ENDLESS = re.compile(r"&#(?:[xX]0*[0-9a-fA-F]{7,}|0*[0-9]{8,});?")


def unescaped(text: str) -> str:
    """Give `text` with its references resolved, NULs left out."""
    if "&" not in text:
        return text.replace("\x00", "")
    return unescape(_ENDLESS.sub("\ufffd", text)).replace("\x00", "")
