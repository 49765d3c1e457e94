"""What processes are forked from has the tables of words that comparing makes once."""

from __future__ import annotations

import subprocess
import sys

_TOLD = """
from rashomon.comparing.joining.contraries import opposites
before = opposites.cache_info().currsize
import rashomon.engines.word_tables as made
print(before, opposites.cache_info().currsize, made.make() > 50)
opposites()
print(opposites.cache_info().misses)
"""


def test_tables_are_there_when_work_begins():
    told = subprocess.run([sys.executable, "-c", _TOLD], capture_output=True, text=True, check=True).stdout
    assert told.split() == ["0", "1", "True", "1"]
