"""What readers ask of a parse they ask of the grammar: no other module of reading names a label of a model."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from rashomon.reading import grammar
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import label, needed, tags
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.relations import dependent, dependents, has_dependent

ROOM = Path(grammar.__file__).parent
READERS = sorted(ROOM.parent.rglob("*.py"))
_LABELLED = {"dep_", "tag_", "ent_type_", "label", "label_"}
_LISTED = {"dep", "tag", "tags", "labels"}
_LOCAL = {"dep", "tag", "label", "deps", "roles"}


def _is_label(node: ast.expr) -> bool:
    """Whether an expression is a word's label: `token.dep_`, `parse.tag[i]`, a local called so."""
    if isinstance(node, ast.NamedExpr):
        return _is_label(node.value)
    if isinstance(node, ast.Subscript):
        held = node.value
        return isinstance(held, ast.Attribute) and held.attr in _LISTED
    return (isinstance(node, ast.Attribute) and node.attr in _LABELLED) or (
        isinstance(node, ast.Name) and node.id in _LOCAL
    )


def _texts(node: ast.expr, known: dict[str, ast.expr]) -> Iterator[str]:
    """The texts that an expression holds, those of the module's own names among them."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield from inner.value.split()
        elif isinstance(inner, ast.Name) and inner.id in known:
            yield from _texts(known.pop(inner.id), known)


def named(path: Path) -> list[str]:
    """What a module compares labels with that is no name of the grammar."""
    tree = ast.parse(path.read_text("utf-8"))
    own = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    found = []
    for node in (n for n in ast.walk(tree) if isinstance(n, ast.Compare)):
        sides = [node.left, *node.comparators]
        if any(map(_is_label, sides)):
            others = [side for side in sides if not _is_label(side)]
            found += [f"{path.stem}:{node.lineno}: {text}" for other in others for text in _texts(other, {**own})]
    return found


@pytest.mark.parametrize("path", READERS, ids=lambda path: str(path.relative_to(ROOM.parent)))
def test_a_reader_compares_labels_with_names_of_the_grammar_alone(path: Path) -> None:
    assert named(path) == []


_NO_WORDS = {text for wanted in needed().values() for text in wanted if text.lower() not in {"agent", "case", "mark"}}
_NO_WORDS = {
    text
    for text in _NO_WORDS
    if not text.islower() or text in {*["acl", "dobj", "nsubj", "pobj", "relcl", "xcomp", "ccomp"]}
}
_WORDS = {"POS", "TIME", "DATE", "LOC", "TO", "IN", "ROOT", "CC", "DT"}
"""Labels that are words of another sense too: a TIMEX3 is of type DATE, spaCy calls parts of speech POS."""


@pytest.mark.parametrize("path", READERS, ids=lambda path: str(path.relative_to(ROOM.parent)))
def test_a_reader_writes_out_no_label(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    texts = [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    assert [f"{n.lineno}: {n.value}" for n in texts if n.value in _NO_WORDS - _WORDS] == []


@pytest.fixture(scope="module")
def told() -> Doc:
    words = ["The", "mayor", "and", "Berg", "have", "not", "left", "Elm"]
    heads = [1, 6, 1, 1, 6, 6, 6, 6]
    deps = ["det", "nsubj", "cc", "conj", "aux", "neg", "ROOT", "dobj"]
    forms = ["DT", "NN", "CC", "NNP", "VBP", "RB", "VBN", "NNP"]
    return Doc(spacy.blank("en").vocab, words, heads=heads, deps=deps, tags=forms)


@pytest.mark.parametrize(
    ("relations", "words", "expected", "why"),
    [
        (rel.SUBJECT, None, ["mayor"], "who does it"),
        (rel.SUBJECT | rel.OBJECT, None, ["mayor", "Elm"], "in the order of the text"),
        (rel.HELPER, {"have"}, ["have"], "the word is asked for"),
        (rel.HELPER, {"had"}, [], "another word"),
        (rel.JOINED, None, [], "joined to the mayor, not to the verb"),
    ],
)
def test_dependents_are_found_by_relation_and_word(
    told: Doc, relations: frozenset[str], words: set[str] | None, expected: list[str], why: str
) -> None:
    assert [t.text for t in dependents(told[6], relations, words)] == expected, why
    first = dependent(told[6], relations, words)
    assert (first.text if first else None) == next(iter(expected), None)
    assert has_dependent(told[6], relations, words) is bool(expected)


def test_a_union_holds_what_its_parts_hold() -> None:
    assert rel.SUBJECT <= rel.SUBJECT_OR_CLAUSE
    assert {label(rel.ROOT), label(tags.MODAL), label(ner.PERSON)} == {"ROOT", "MD", "PERSON"}
    with pytest.raises(ValueError, match="too many"):
        label(rel.SUBJECT)
