"""Files that lie on no disk: the system makes them as they are read, and reading some of them never ends.

They pass for plain ones ("/proc/kmsg"), and say that they hold nothing, on a file system that has no room.
"""

from __future__ import annotations

import os
from pathlib import Path


def is_made_when_read(path: Path) -> bool:
    """Tell whether a file is one of the system's own. Raises OSError where it cannot be looked at."""
    return hasattr(os, "statvfs") and path.stat().st_size == 0 and os.statvfs(path).f_blocks == 0
