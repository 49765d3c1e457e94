"""Write the stories of this folder as the scorers read them."""

import sys
from pathlib import Path

from benchmarks.written import written

for _kind in ("seen", "unseen"):
    for _home in written(_kind, Path(sys.argv[1]) / _kind):
        print(_home)
