"""Where the repository lies, and the environment of a process that runs what lies there."""

import os
from pathlib import Path

ROOT = Path(__file__).parent.parent
SRC = ROOT / "src"
ENVIRONMENT = {**os.environ, "PYTHONPATH": f"{SRC}{os.pathsep}{ROOT}", "PYTHONIOENCODING": "utf-8"}
