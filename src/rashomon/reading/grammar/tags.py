"""Which form a word has: the tags that the readers ask the tagger for.

They are those of the Penn Treebank. Nothing else in reading names a tag (tested).
"""

from __future__ import annotations

AFFIX = frozenset({"AFX"})
"""As in "*ex*-wife"."""
COORDINATOR = frozenset({"CC"})
"""As in "and"."""
NUMERAL = frozenset({"CD"})
"""As in "ten"."""
ARTICLE = frozenset({"DT"})
"""As in "the", "this"."""
THERE = frozenset({"EX"})
"""As in "*there* is"."""
HYPHEN = frozenset({"HYPH"})
"""As in "-"."""
ADPOSITION = frozenset({"IN"})
"""A preposition or subordinator."""
ADJECTIVE = frozenset({"JJ"})
"""As in "new"."""
COMPARATIVE = frozenset({"JJR"})
"""As in "newer"."""
SUPERLATIVE = frozenset({"JJS"})
"""As in "newest"."""
MODAL = frozenset({"MD"})
"""As in "will"."""
COMMON_NOUN = frozenset({"NN"})
"""As in "town"."""
NAME = frozenset({"NNP"})
"""As in "Elm"."""
PLURAL_NAME = frozenset({"NNPS"})
"""As in "Elms"."""
COMMON_PLURAL = frozenset({"NNS"})
"""As in "towns"."""
PREARTICLE = frozenset({"PDT"})
"""As in "*all* the"."""
GENITIVE = frozenset({"POS"})
"""As in "'s"."""
PERSONAL_PRONOUN = frozenset({"PRP"})
"""As in "he"."""
OWNING_PRONOUN = frozenset({"PRP$"})
"""As in "his"."""
ADVERB = frozenset({"RB"})
"""As in "soon"."""
TO = frozenset({"TO"})
"""As in "to"."""
BARE_VERB = frozenset({"VB"})
"""As in "leave"."""
PAST = frozenset({"VBD"})
"""As in "left"."""
GERUND = frozenset({"VBG"})
"""As in "leaving"."""
PARTICIPLE = frozenset({"VBN"})
"""As in "has *left*"."""
PRESENT_PLURAL = frozenset({"VBP"})
"""As in "they *leave*"."""
PRESENT_SINGULAR = frozenset({"VBZ"})
"""As in "he *leaves*"."""
WHICH = frozenset({"WDT"})
"""As in "which", "that"."""
WHO = frozenset({"WP"})
"""As in "who", "what"."""
WHOSE = frozenset({"WP$"})
"""As in "whose"."""
WHEN = frozenset({"WRB"})
"""As in "when", "how"."""
PAUSE = frozenset({":"})
"""As in ":", ";", "–"."""
INTERJECTION = frozenset({"UH"})
"""As in "oh"."""

ANY_PARTICIPLE = GERUND | PARTICIPLE
"""As in "leaving", "left"."""
COMMON = COMMON_NOUN | COMMON_PLURAL
"""A noun that is no name."""
FINITE_SINGULAR = PAST | PRESENT_SINGULAR
"""As in "left", "leaves"."""
PAST_OR_PARTICIPLE = PAST | PARTICIPLE
"""As in "left" is both."""
PLURAL = PLURAL_NAME | COMMON_PLURAL
"""Of noun or name."""
PRESENT = PRESENT_PLURAL | PRESENT_SINGULAR
"""As in "leaves", "leave"."""
PROPER = NAME | PLURAL_NAME
"""A name."""
RELATIVE_PRONOUN = WHICH | WHO
"""As in "who", "which"."""
SINGULAR = COMMON_NOUN | NAME
"""Of noun or name."""
ANY_ADJECTIVE = ADJECTIVE | COMPARATIVE | SUPERLATIVE
"""As in "new", "newer", "newest"."""
FINITE_VERB = FINITE_SINGULAR | PRESENT_PLURAL
"""A verb that tells a time."""
PRESENT_FORM = PRESENT | BARE_VERB
"""The present, infinitives among them."""
RELATIVE = RELATIVE_PRONOUN | WHOSE
"""As in "who", "which", "whose"."""
FINITE = FINITE_VERB | MODAL
"""A verb that tells a time, modals among them."""
FINITE_OR_PARTICIPLE = FINITE_VERB | PARTICIPLE
"""A finite verb, or what may be one."""
NOUN = COMMON | PROPER
"""Any noun or name."""
MODIFYING = NOUN | ANY_ADJECTIVE | AFFIX | NUMERAL | HYPHEN | PARTICIPLE
"""What may stand in a noun phrase without article or owner."""
IN_NOUN_PHRASE = MODIFYING | ARTICLE | GENITIVE | OWNING_PRONOUN
"""What may stand in a noun phrase."""
