"""The README as a package index shows it: no picture or link there leads into a repository that it has not.

Where `project.urls` tells a `Source`, links lead there; until then they are words. Pictures stay in the repository.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_PICTURE = re.compile(r"^!\[[^\]]*\]\((?!https?:)[^)]*\)\n\n?", re.MULTILINE)
_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\((?!https?:|#)([^)\s]+)\)")


def package_page(readme: str, source: str = "") -> str:
    """Give the text of a README for a package index; `source` is the address of the repository's files, or ""."""
    without = _PICTURE.sub("", readme)
    return _LINK.sub(lambda found: f"[{found[1]}]({source}/{found[2]})" if source else found[1], without)


class Readme(MetadataHookInterface):
    """Tells the build what stands on the package's page."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set the readme."""
        source = str(metadata.get("urls", {}).get("Source", "")).rstrip("/")
        text = package_page((Path(self.root) / "README.md").read_text("utf-8"), source)
        metadata["readme"] = {"content-type": "text/markdown", "text": text}
