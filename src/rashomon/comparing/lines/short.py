"""Which sentences of three words tell enough for a line: "Six fishermen died", "Nobody was trampled".

Somebody counted or named and what became of him, or that there was none, is news however short. "That is true", "the
search continues", "nobody knows" tell nothing without what goes before.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rashomon.comparing.term import function_words
from rashomon.language import lexicon, saying_verbs, word_set
from rashomon.records import Argument, Clause, Mention

_OWN_RIGHT = frozenset({"main", "complement", "joined"})
_TOLD = frozenset({"asserted", "planned"})


def tells_in_short(clause: Clause, mentions: Mapping[str, Mention], *, named: bool) -> bool:
    """Whether a clause of three words with nothing that hangs is worth a line; `named`: it opens with who says so."""
    if clause.wording is None or clause.wording.positional or clause.link not in _OWN_RIGHT:
        return False
    if clause.form != "clause" or clause.status not in _TOLD:
        return False
    if any(f.fate for f in clause.figures):
        return True
    undergoer = next((a for a in clause.arguments if a.end <= clause.head[0] and a.role in ("subject", "object")), None)
    if undergoer is None or clause.content is not None:
        return False
    if clause.lemma in word_set("words_of_lines", "being"):
        says_what = any(a.start > clause.head[0] and a.lemma not in function_words() for a in clause.arguments)
        return says_what and _is_counted(clause, undergoer)
    says = clause.lemma in saying_verbs() and undergoer.role == "subject"  # "was acquitted" is no saying
    if clause.lemma in _tell_little() or says:
        return False
    if _is_counted(clause, undergoer):
        return True
    mention = mentions.get(undergoer.mention or "")
    known = named or (mention is not None and mention.form == "name")
    return known or (clause.negated and undergoer.lemma in word_set("words_of_lines", "nobody"))


def _is_counted(clause: Clause, undergoer: Argument) -> bool:
    """Whether a number, "all" or "none" tells of how many something is told: "some" and "nothing" do not."""
    if undergoer.lemma in word_set("words_of_lines", "how_many"):
        return True
    return any(clause.start <= f.start and f.end <= clause.head[0] and not f.part for f in clause.figures)


@cache
def _tell_little() -> frozenset[str]:
    idle = {row[0] for row in lexicon("idle_negations")}
    of_deeds = word_set("words_of_lines", "lasts") | word_set("words_of_lines", "of_a_deed")
    return frozenset(idle | of_deeds | function_words() | word_set("words_of_lines", "tells_little"))
