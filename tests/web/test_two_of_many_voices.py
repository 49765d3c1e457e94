"""Which two of a claim's voices Review asks about, and how a correction that takes another back is told."""

import pytest

from rashomon.records import Judgement, Origin
from rashomon.web.render import concerns
from rashomon.web.screens.review import _pair


def voice(key, certain=True, apart=()):
    return Origin("named_person", key, (), key, certain, apart=apart)


@pytest.mark.parametrize(
    ("voices", "pair", "why"),
    [
        ([voice("a"), voice("b", False)], (0, 1), "two are the two"),
        ([voice("a"), voice("b"), voice("c", False)], (0, 2), "sooner one that is in doubt"),
        ([voice("a"), voice("b", False), voice("c", False)], (0, 1), "of several in doubt the first"),
        ([voice("a"), voice("b", False, ("a",)), voice("c", False)], (0, 2), "what a person told apart is decided"),
        ([voice("a", apart=("b",)), voice("b", False)], None, "whichever of them says so"),
        ([voice("a"), voice("b"), voice("c")], (0, 1), "all certain, and yet one may have it from another"),
        ([voice("a")], None, "one alone is no pair"),
        ([], None, "nor is none"),
    ],
)
def test_two_voices_are_asked_about_that_nobody_told_apart(voices, pair, why):
    assert _pair(voices) == pair, why


@pytest.mark.parametrize(
    ("kind", "about", "told", "why"),
    [
        ("undo", "re-attribute of statement Ana said so", "(somebody else says it) statement Ana said so", "in words"),
        ("undo", "merge of entity Ana of Orsa; entity Ana", "(these are one) entity Ana of Orsa; entity Ana", "once"),
        ("undo", "statement of the mayor", "statement of the mayor", "no kind stands before this of"),
        ("rename", "merge of two ports", "merge of two ports", "what is no undoing tells no kind"),
    ],
)
def test_what_is_taken_back_is_told_in_plain_words(kind, about, told, why):
    assert concerns(Judgement("j", kind, (), "", "", "", "2031-05-02", about)) == told, why
