"""A PDF to its text, where the optional reader is installed: pages parted by empty lines, nothing made up."""

from __future__ import annotations

import io
from importlib import import_module
from importlib.util import find_spec

_PAGES = 200


def pdf(data: bytes) -> dict[str, str]:
    """Give text and title of a PDF. Raises ValueError, with a reason to show."""
    if find_spec("pypdf") is None:
        raise ValueError("is a PDF file, which needs `pip install rashomon[pdf]`")
    pypdf = import_module("pypdf")
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise ValueError("is a PDF that is locked with a password")
        if len(reader.pages) > _PAGES:
            raise ValueError(f"is a PDF of {len(reader.pages):,} pages, more than {_PAGES}")
        text = "\n\n".join(page.extract_text().strip() for page in reader.pages).strip()
        title = str(reader.metadata.title or "") if reader.metadata else ""
    except ValueError:
        raise
    except Exception as error:  # whatever a parser stumbles over in a stranger's file, the others are read
        raise ValueError(f"is a PDF that cannot be parsed ({type(error).__name__})") from None
    if not text:
        raise ValueError("is a PDF without text, such as a scan")
    fields = {"text": text.replace("\x00", ""), "title": title.replace("\x00", "").strip()}
    return {name: value for name, value in fields.items() if value}
