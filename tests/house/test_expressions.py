"""What expressions cost is counted by a matcher of our own, which finds what `re` finds."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from benchmarks.expressions.__main__ import grows_alone
from benchmarks.expressions.counted import Counted, OverError
from benchmarks.expressions.runs import runs

from repository import ENVIRONMENT, ROOT

TEXT = (
    "“He said.” (Reuters) — 3 May 2021, aab abab\n\nMr. Ada O’Neil-Brandt told the A.B.C. “so”, 12,000 times: aaaa.\n"
)
EXPRESSIONS = [
    r"\b[A-Z]\w+\b",
    r"(?<!\w)a+?b|b{2,3}",
    r"(\w)\1",
    r"(?i:MAY)\s+(?P<y>\d{4})(?=,)",
    r"^\W*(?P<q>“)?[^”\n]+(?(q)”|\.)$",
    r"(?>a+)b",
    r"a++b|\d*+,",
    r"(?:a|ab)(?:c|bab)?",
    r"(?<=said)\.|\Z",
    r"(?m)^.*$",
    r"(?:\s*\w+)*?\.",
    r"",
]


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_it_finds_what_re_finds(expression):
    held = re.compile(expression)
    assert list(Counted(held).finds(TEXT)) == [match.span() for match in held.finditer(TEXT)]
    for start in range(0, len(TEXT), 7):
        match = held.match(TEXT, start, len(TEXT) - 3)
        assert Counted(held).match(TEXT, start, len(TEXT) - 3) == (match.end() if match else None)
        match = held.fullmatch(TEXT, start, start + 5)
        assert Counted(held).match(TEXT, start, start + 5, whole=True) == (match.end() if match else None)


COSTS = [
    (r"\s*\[\d+\]", True, "looked for at each space again"),
    (r"<a\b[^>]*>", True, "what is never closed"),
    (r"(?:a|aa)+$", True, "in twice as many ways each time"),
    (r"\bthe .* of\b", True, "to the end from each beginning"),
    (r"<a\b[^<>]*>", False, "up to the next that opens"),
    (r"\b\w+\b", False, "each word once"),
    (r"(?<!\s)\s*\[\d+\]", False, "from the first space alone"),
    (r"(?:\w{1,3} ){2}x", False, "a few words at most"),
]


@pytest.mark.parametrize(("expression", "grows", "why"), COSTS, ids=[row[2] for row in COSTS])
def test_what_goes_over_a_text_again_and_again_is_seen(expression, grows, why):
    assert bool(grows_alone(re.compile(expression))) == grows, why


def test_what_never_ends_is_broken_off():
    held = re.compile(r"(?:a|aa)+$")
    with pytest.raises(OverError):
        list(Counted(held, 10_000).finds("a" * 40 + "b"))
    assert runs(held)[0](50) == runs(held)[0](50)


def test_no_expression_of_the_readers_grows_where_it_is_asked():
    command = [sys.executable, "-m", "benchmarks.expressions"]
    done = subprocess.run(command, env=ENVIRONMENT, cwd=ROOT, capture_output=True, text=True, timeout=1200)
    assert done.returncode == 0, json.dumps(done.stdout[-4000:]) + done.stderr[-2000:]
    assert int(done.stdout.splitlines()[-1].split()[0]) > 400
