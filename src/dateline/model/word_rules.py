"""Words that say what becomes of a happening in its sentence: planned, denied, stopped on its way, laid to somebody."""

from __future__ import annotations

from dateline.model.record import Record


class ModalityRules(Record, frozen=True, kw_only=True):
    """Lemmas that, governing a trigger, turn what it tells into something other than actual."""

    planned: frozenset[str]
    threatened: frozenset[str]
    requested: frozenset[str]
    repelling: frozenset[str]
    """Verbs by which an attack is met and beaten back."""
    wished: frozenset[str]
    """Verbs that with "for" tell of what is wished ("hope for a truce")."""
    hypothetical: frozenset[str]
    negated: frozenset[str]
    ongoing: frozenset[str]
    historical: frozenset[str]
    commemorations: frozenset[str]
    """Nouns for the marking of what was long ago ("anniversary of")."""
    hypothetical_adjectives: frozenset[str]
    doubted: frozenset[str]
    """Adjectives that say it of their subject alone: "a truce is unlikely"; "a likely attack" may be one done."""
    planned_adjectives: frozenset[str]
    negated_determiners: frozenset[str]
    modals: dict[str, str]
    factive: frozenset[str]
    """Verbs that leave it actual ("manage to", "begin")."""
    presupposing: frozenset[str]
    """Verbs whose object noun is taken as having happened ("break up a march")."""
    treating: frozenset[str]
    """Verbs by which a text says what it deals with ("focus on")."""
    texts: frozenset[str]
    """Nouns and pronouns for what so speaks ("update", "we")."""
    striving: frozenset[str]
    """Verbs that with "for" or an infinitive tell of an aim ("fight for fair pay")."""
    lying: frozenset[str]
    """Verbs that also say only what stands around what ("surround")."""
    blueprints: frozenset[str]
    """Nouns for what is to be done, as laid down or offered ("proposal")."""
    concluded: frozenset[str]
    """Those of them that are carried out once they are made."""
    foreseeing: frozenset[str]
    """Verbs by which such a text says what is to be done."""
    offering: frozenset[str]
    """Verbs by which one says what one would do if it is wanted."""
    undertaking: frozenset[str]
    """Verbs by which one binds oneself, also not to do something."""
    object_control: frozenset[str]
    """Verbs whose object does what is wanted ("force", "order")."""
    doubtful_nouns: frozenset[str]
    """Nouns for what may come, or may be tried ("the risk of war")."""
    goals: frozenset[str]
    """Nouns for what one wants to reach ("with the aim of retaking it")."""
    plan_nouns: frozenset[str]
    """These, and nouns for what is planned or wanted ("a call for a truce")."""
    deciding: frozenset[str]
    """Nouns for the choice of what is to be done ("the decision on a raid")."""
    endeavours: frozenset[str]
    """Nouns for what may be foiled ("a bid to flee")."""
    refusals: frozenset[str]
    """Nouns for not doing something ("his refusal to meet them")."""
    habits: frozenset[str]
    """Words for what is so as a rule ("a history of raiding it")."""
    signs: frozenset[str]
    """Nouns for what shows that something happened ("no sign of a withdrawal")."""
    means: frozenset[str]
    """What stands for weapons where forces tell of themselves ("employed non-lethal means")."""
    beginning: frozenset[str]
    """Verbs by which what is striven for sets in ("a battle has begun to retake it")."""
    enabling: frozenset[str]
    """Verbs for what makes something possible ("allows it to strike any port")."""
    hard: frozenset[str]
    """Adjectives for how easily something would be done ("hard to fight")."""


class Interception(Record, frozen=True, kw_only=True):
    """Words by which weapons that were stopped are known to have been on their way, and whither."""

    in_flight: tuple[str, ...]
    """Words and phrases beside which weapons that are destroyed were on their way."""
    sending: frozenset[str]
    """Verbs for sending weapons, beside those for launching and placing them."""
    aiming: frozenset[str]
    """Verbs whose object is what they were sent against."""
    towards: tuple[str, ...]
    """Prepositions that lead to it."""
    guards: frozenset[str]
    """Words in the name of what stops weapons, or tells of it, for a state."""


class BlameWords(Record, frozen=True, kw_only=True):
    """Words by which a deed is laid to somebody."""

    laid: dict[str, tuple[str, ...]]
    """Verb whose object is the deed → the prepositions that lead to whoever is blamed."""
    held: frozenset[str]
    """Verbs whose object is whoever is blamed."""
    own: frozenset[str]
    """Nouns by which one says that a deed was one's own."""
    sorry: frozenset[str]
    """Verbs by which one regrets what one did oneself."""
