"""Which form a word has: the tags that the readers ask the tagger for.

The tags lie in `language/en/parser_labels.txt`. Nothing in reading names one (tested).
"""

from __future__ import annotations

from rashomon.language import word_set

AFFIX = word_set("parser_labels", "tagger.affix")
"""As in "*ex*-wife"."""
COORDINATOR = word_set("parser_labels", "tagger.coordinator")
"""As in "and"."""
NUMERAL = word_set("parser_labels", "tagger.numeral")
"""As in "ten"."""
ARTICLE = word_set("parser_labels", "tagger.article")
"""As in "the", "this"."""
THERE = word_set("parser_labels", "tagger.there")
"""As in "*there* is"."""
HYPHEN = word_set("parser_labels", "tagger.hyphen")
"""As in "-"."""
ADPOSITION = word_set("parser_labels", "tagger.adposition")
"""A preposition or subordinator."""
ADJECTIVE = word_set("parser_labels", "tagger.adjective")
"""As in "new"."""
COMPARATIVE = word_set("parser_labels", "tagger.comparative")
"""As in "newer"."""
SUPERLATIVE = word_set("parser_labels", "tagger.superlative")
"""As in "newest"."""
MODAL = word_set("parser_labels", "tagger.modal")
"""As in "will"."""
COMMON_NOUN = word_set("parser_labels", "tagger.common_noun")
"""As in "town"."""
NAME = word_set("parser_labels", "tagger.name")
"""As in "Elm"."""
PLURAL_NAME = word_set("parser_labels", "tagger.plural_name")
"""As in "Elms"."""
COMMON_PLURAL = word_set("parser_labels", "tagger.common_plural")
"""As in "towns"."""
PREARTICLE = word_set("parser_labels", "tagger.prearticle")
"""As in "*all* the"."""
GENITIVE = word_set("parser_labels", "tagger.genitive")
"""As in "'s"."""
PERSONAL_PRONOUN = word_set("parser_labels", "tagger.personal_pronoun")
"""As in "he"."""
OWNING_PRONOUN = word_set("parser_labels", "tagger.owning_pronoun")
"""As in "his"."""
ADVERB = word_set("parser_labels", "tagger.adverb")
"""As in "soon"."""
TO = word_set("parser_labels", "tagger.to")
"""As in "to"."""
BARE_VERB = word_set("parser_labels", "tagger.bare_verb")
"""As in "leave"."""
PAST = word_set("parser_labels", "tagger.past")
"""As in "left"."""
GERUND = word_set("parser_labels", "tagger.gerund")
"""As in "leaving"."""
PARTICIPLE = word_set("parser_labels", "tagger.participle")
"""As in "has *left*"."""
PRESENT_PLURAL = word_set("parser_labels", "tagger.present_plural")
"""As in "they *leave*"."""
PRESENT_SINGULAR = word_set("parser_labels", "tagger.present_singular")
"""As in "he *leaves*"."""
WHICH = word_set("parser_labels", "tagger.which")
"""As in "which", "that"."""
WHO = word_set("parser_labels", "tagger.who")
"""As in "who", "what"."""
WHOSE = word_set("parser_labels", "tagger.whose")
"""As in "whose"."""
WHEN = word_set("parser_labels", "tagger.when")
"""As in "when", "how"."""
PAUSE = word_set("parser_labels", "tagger.pause")
"""As in ":", ";", "–"."""
INTERJECTION = word_set("parser_labels", "tagger.interjection")
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


def agree(noun: str, verb: str, word: str) -> bool:
    """Tell whether a noun of this tag can do what a finite verb of that tag says, written as `word`.

    >>> agree("NNS", "VBZ", "leaves"), agree("NNS", "VBD", "left"), agree("NN", "VBD", "were")
    (False, True, False)
    """
    if noun in SINGULAR:
        return verb not in PRESENT_PLURAL and word != "were"
    return noun not in PLURAL or (verb not in PRESENT_SINGULAR and word != "was")
