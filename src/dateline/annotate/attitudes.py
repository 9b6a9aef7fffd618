"""Attitudes told of someone ("praised the deal", "wants a truce", "support for the law"): whose, and about what."""

from __future__ import annotations

from dateline.annotate.attributed import Attributed
from dateline.annotate.carried import carried_on
from dateline.annotate.contents import Range, hull, objects_of
from dateline.annotate.cue_words import cue_words
from dateline.annotate.speakers import bare, phrase, speaking
from dateline.grammar import Tree, agents, is_passive, subjects
from dateline.model import quote
from dateline.model.speech import VoiceRules

_SAID_OF = frozenset({"about", "over", "for", "as", "of", "against"})
"""What leads to the matter after a passive verb of attitude."""


def by_attitude(text: str, tree: Tree, cue: int, rules: VoiceRules) -> Attributed | None:
    """ "X wants to …", "X criticised Y for …", "X called for …", "Y was praised by X", "Y seems to …"."""
    entry = rules.attitudes[tree[cue].lemma]
    passive = is_passive(tree, cue)
    content = object_of_attitude(tree, cue, rules)
    subject = tree.kids(cue, "nsubjpass", "nsubj")
    if passive and ("object" in entry.labels or content is not None):
        if not subject:
            return None
        parts = [tree.range_of(tree.subtree(subject[0]))]
        by = agents(tree, cue)
        if content is not None and not by:
            parts.append(content)
        parts += [tree.range_of(tree.subtree(c)) for c in tree.children[cue] if c > cue and _is_said_of(tree, c)]
        return _made(text, tree, cue, hull(parts), by, rules)
    if content is None:
        return None
    if entry.seeming:
        parts = [content, *(tree.range_of(tree.subtree(s)) for s in subject[:1])]
        return _made(text, tree, cue, hull(parts), [], rules)
    speakers = speaking(tree, cue, rules)
    content = carried_on(tree, cue, content, rules)
    return _made(text, tree, cue, content, speakers, rules) if speakers else None


def _is_said_of(tree: Tree, child: int) -> bool:
    """Whether the child tells what is made of the subject ("was seen as …", "is shown to …")."""
    if tree[child].dep == "prep":
        return tree[child].lemma in _SAID_OF
    return tree[child].dep in ("oprd", "xcomp")


def object_of_attitude(tree: Tree, cue: int, rules: VoiceRules) -> Range | None:
    """From the first to the last of what the verb's attitude is about; None where it takes nothing of the kind."""
    entry = rules.attitudes.get(tree[cue].lemma)
    return None if entry is None else objects_of(tree, cue, entry.labels, entry.prepositions)


def _made(
    text: str, tree: Tree, cue: int, content: tuple[int, int], speakers: list[int], rules: VoiceRules
) -> Attributed | None:
    source = phrase(text, tree, speakers[0], cue=cue, contents=[content]) if speakers else None
    if speakers and source is None:
        return None
    word = quote(text, tree[cue].start, tree[cue].end)
    words = cue_words(text, tree, cue, content=content, rules=rules) if not content[0] < word.start < content[1] else (
        cue_words(text, tree, cue, content=(word.end, content[1]), rules=rules)
    )  # fmt: skip
    speaker = bare(text, tree, speakers[0]) if speakers else None
    return Attributed(
        rule="attitude", cue=words, word=word, content=content, source=source, speaker=speaker, attitude=True
    )


def by_attitude_noun(text: str, tree: Tree, index: int, rules: VoiceRules) -> Attributed | None:
    """ "the mayor's criticism of the law", "the party made comments about the deal"."""
    wanted = rules.attitude_nouns[tree[index].lemma]
    after = [c for c in tree.children[index] if c > index and _completes(tree, c, wanted)]
    if not after:
        return None
    inside = [i for i in tree.subtree(after[0]) if i != after[0] or tree[after[0]].dep != "prep"]
    if not inside:
        return None
    content = tree.range_of(inside)
    verb, owners = tree[index].head, [*tree.kids(index, "poss"), *agents(tree, index)]
    owners += [p for c in tree.kids(index, "prep") if tree[c].lemma in ("from", "among") for p in tree.kids(c, "pobj")]
    start, end = tree[index].start, tree[index].end
    if tree[after[0]].dep == "prep" and after[0] == index + 1:
        end = tree[after[0]].end
    if not owners and tree[index].dep == "dobj" and verb < index and tree[verb].lemma in rules.lending:
        owners = subjects(tree, verb)[:1]
        start = tree[verb].start
    source = phrase(text, tree, owners[0], cue=index, contents=[content]) if owners else None
    if source is None:
        return None
    word = quote(text, tree[index].start, tree[index].end)
    return Attributed(
        rule="attitude", cue=quote(text, start, end), word=word, content=content, source=source, speaker=source,
        attitude=True,
    )  # fmt: skip


def _completes(tree: Tree, child: int, wanted: frozenset[str]) -> bool:
    """Whether the word below a noun leads to what is meant: a wanted preposition, or a clause with "that" or "to"."""
    if tree[child].dep == "prep":
        return tree[child].lemma in wanted
    linked = tree.kids(child, "mark") or any(tree[i].text == "to" for i in tree.kids(child, "aux"))
    return "clause" in wanted and tree[child].dep in ("acl", "ccomp") and bool(linked)


def by_adjective(text: str, tree: Tree, index: int, rules: VoiceRules) -> Attributed | None:
    """ "X is confident that …", "X was critical of …"."""
    wanted = rules.attitude_adjectives[tree[index].lemma]
    verb = tree[index].head
    if tree[index].dep not in ("acomp", "attr") or tree[verb].lemma not in ("be", "feel", "seem", "remain", "become"):
        return None
    kids = {"prep", "ccomp", "xcomp"}
    after = [c for c in (*tree.children[index], *tree.children[verb]) if c > index and tree[c].dep in kids and (
        tree[c].lemma in wanted or ("clause" in wanted and tree[c].dep in ("ccomp", "xcomp"))
    )]  # fmt: skip
    speakers = subjects(tree, verb)
    if not after or not speakers:
        return None
    content = tree.range_of([i for i in tree.subtree(after[0]) if i != after[0] or tree[i].dep != "prep"] or after[:1])
    source = phrase(text, tree, speakers[0], cue=verb, contents=[content])
    if source is None:
        return None
    end = tree[after[0]].end if tree[after[0]].dep == "prep" and after[0] == index + 1 else tree[index].end
    begin = tree[verb].start if verb < index else tree[index].start
    word = quote(text, tree[index].start, tree[index].end)
    return Attributed(
        rule="attitude", cue=quote(text, begin, end), word=word, content=content, source=source,
        speaker=bare(text, tree, speakers[0]), attitude=True,
    )  # fmt: skip
