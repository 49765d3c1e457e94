"""The examples that docstrings give (`>>>`) give what they say; `case` is the harbour's there, `folder` an empty one."""

import ast
import doctest
import sys
from importlib import import_module
from pathlib import Path

import pytest

import harbour
import rashomon

SRC = Path(rashomon.__file__).parent
WITH_EXAMPLES = sorted(path for path in SRC.rglob("*.py") if ">>> " in path.read_text("utf-8"))
PUBLIC = sorted({*rashomon.__all__} - {"SAME_NAME", "MissingPackageError"})
_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory):
    with rashomon.Case(tmp_path_factory.mktemp("case") / "harbour.case") as held:
        harbour.keep(held)
        yield held


@pytest.mark.parametrize("path", WITH_EXAMPLES, ids=lambda path: str(path.relative_to(SRC)))
def test_an_example_gives_what_it_says(path: Path, case: rashomon.Case, tmp_path: Path) -> None:
    import_module(
        name := ".".join(["rashomon", *path.relative_to(SRC).with_suffix("").parts]).removesuffix(".__init__")
    )
    known = {**vars(sys.modules[name]), "case": case, "folder": tmp_path}
    told = [
        ast.get_docstring(n) or "" for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, _DOCUMENTED)
    ]
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    for number, text in enumerate(told):
        runner.run(doctest.DocTestParser().get_doctest(text, {**known}, f"{name}:{number}", str(path), 0))
    assert runner.tries > 0
    assert runner.failures == 0


@pytest.mark.parametrize("name", PUBLIC)
def test_what_everybody_may_call_has_an_example(name: str) -> None:
    assert ">>> " in (getattr(rashomon, name).__doc__ or "")
