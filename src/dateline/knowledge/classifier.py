"""The learned reader of triggers: a small neural network, loaded on first use, and only if its bytes are right."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from dateline.errors import InvalidKnowledge
from dateline.knowledge.files import DATA, toml
from dateline.model.hints import Hints
from dateline.model.mention import TriggerMention
from dateline.model.text import Gist

FOLDER = "classifier"
RULE = "learned"
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_LEAST = 0.35
"""Score below which words are taken for no trigger at all."""
_MAIN = 0.6
"""How sure the main type must be for its likeliest word to count as a trigger that is not sure by itself."""


_QUIET = "ORT_DISABLE_TELEMETRY"
"""What tells ONNX Runtime to report nothing to its makers: else it does, from a thread that slows all else down."""
REMEMBERED = 512
"""Sentences of which what the network said is kept: a title stands above its story too, and stories are copied."""


class LearnedTriggers:
    """Reads single sentences; what it says of one depends on that sentence alone."""

    @cached_property
    def _manifest(self) -> dict[str, Any]:
        return toml(f"{FOLDER}/classifier.toml")

    @cached_property
    def _modes_of(self) -> dict[str, list[int]]:
        """Type → the places of its modes in the network's output."""
        modes = self._manifest["modes"]
        return {name: [i for i, m in enumerate(modes) if m.startswith(f"{name}.")] for name in self._manifest["types"]}

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset((DATA / FOLDER / "words.txt").read_text(encoding="utf-8").split())

    @cached_property
    def _pieces(self) -> Any:
        from tokenizers import BertWordPieceTokenizer

        made = BertWordPieceTokenizer(str(self._checked("vocab.txt")), lowercase=True)
        made.enable_truncation(int(self._manifest["longest"]))
        return made

    @cached_property
    def _network(self) -> Any:
        os.environ.setdefault(_QUIET, "1")
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        path = str(self._checked("model.onnx"))
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    def _checked(self, name: str) -> Path:
        """The file's path; raises InvalidKnowledge where its bytes are not those that the training wrote."""
        path = Path(str(DATA / FOLDER / name))
        expected = self._manifest["sha256"][name]
        found = hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else "no file"
        if found != expected:
            raise InvalidKnowledge(item=f"{FOLDER}/{name}", expected=f"sha256 {expected}", found=found, code="weights")
        return path

    @cached_property
    def _scored(self) -> Callable[[str], tuple[Any, Any]]:
        """What the network says of the words shown, and their pieces; a line met again is not read again."""
        import numpy as np

        def scored(shown: str) -> tuple[Any, Any]:
            coded = self._pieces.encode(shown)
            ids = np.array([coded.ids])
            return coded, self._network.run(None, {"ids": ids, "mask": np.ones_like(ids)})

        return lru_cache(maxsize=REMEMBERED)(scored)

    def knows(self, text: str, start: int, end: int) -> bool:
        """Whether a word of the stretch is a form of one that tells of a happening in the training sentences."""
        return any(m.group().casefold() in self._words for m in _WORD.finditer(text, start, end))

    def read(self, text: str, start: int, end: int, *, renamed: Sequence[tuple[int, int, str]] = ()) -> Hints:
        """The triggers of the sentence `text[start:end]`, with the words of `renamed` in place of its stretches."""
        shown, where = _shown(text, start, end, renamed)
        coded, scores = self._scored(shown)
        types, main, acled = (_shares(scores[output][0]) for output in (0, 3, 4))
        likeliest = int(acled.argmax())
        gist = Gist(
            quiet=round(float(main[0]), 3), acled=self._manifest["acled"][likeliest] if likeliest else None,
            acled_share=round(float(acled[likeliest]), 3),
        )  # fmt: skip
        spans = [
            (0, 0) if special or where[s] < 0 else (where[s], where[e - 1] + 1)
            for (s, e), special in zip(coded.offsets, coded.special_tokens_mask, strict=True)
        ]
        runs = _runs(types.argmax(-1), spans)
        chosen = int(main.argmax())
        if chosen and main[chosen] >= _MAIN and all(kind != chosen for _, _, kind in runs):
            own = types[:, chosen].tolist()
            best = max((i for i, (s, e) in enumerate(spans) if e > s), key=own.__getitem__, default=None)
            if best is not None:
                runs.append((best, best + 1, chosen))
        modes, modalities = (_shares(scores[output][0]) for output in (1, 2)) if runs else (None, None)
        triggers = [
            self._trigger(text, start, spans, types, modes, modalities, float(main[kind]), run=(first, last, kind))
            for first, last, kind in sorted(runs)
        ]
        return Hints(triggers=tuple(t for t in triggers if t.score >= _LEAST), gist=gist)

    def _trigger(
        self, text: str, base: int, spans: Sequence[tuple[int, int]], types: Any, modes: Any, modalities: Any,
        whole: float, *, run: tuple[int, int, int],
    ) -> TriggerMention:  # fmt: skip
        first, last, kind = run
        name = self._manifest["types"][kind]
        mode = max(self._modes_of[name], key=lambda i: float(modes[first:last, i].sum()))
        modality = int(modalities[first:last].sum(0).argmax())
        begin, end = base + spans[first][0], base + spans[last - 1][1]
        while end < len(text) and text[end].isalnum():
            end += 1
        while begin and text[begin - 1].isalnum():
            begin -= 1
        return TriggerMention(
            start=begin, end=end, exact=text[begin:end], rule=RULE, type=name,
            mode=self._manifest["modes"][mode].partition(".")[2] or None,
            modality=self._manifest["modalities"][modality],
            score=round(max(float(types[first:last, kind].max()), whole if last - first == 1 else 0.0), 3),
        )  # fmt: skip


def _shown(text: str, start: int, end: int, renamed: Sequence[tuple[int, int, str]]) -> tuple[str, list[int]]:
    """The sentence as it is read, and where each of its letters stands from `start` on; -1 for letters put in."""
    parts: list[str] = []
    where: list[int] = []
    at = start
    for begin, stop, words in renamed:
        if begin < at or stop > end:
            continue
        parts += [text[at:begin], words]
        where += [*range(at - start, begin - start), *([-1] * len(words))]
        at = stop
    parts.append(text[at:end])
    where += range(at - start, end - start)
    return "".join(parts), where


def _shares(scores: Any) -> Any:
    """Scores as shares of one along the last axis."""
    import numpy as np

    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return raised / raised.sum(-1, keepdims=True)


def _runs(kinds: Any, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """(first, after last, class) of the stretches of word pieces of one class; class 0 and special pieces are none."""
    found: list[tuple[int, int, int]] = []
    for index, ((start, end), kind) in enumerate(zip(spans, kinds.tolist(), strict=True)):
        if kind == 0 or end <= start:
            continue
        if found and found[-1][1] == index and found[-1][2] == kind:
            found[-1] = (found[-1][0], index + 1, kind)
        else:
            found.append((index, index + 1, kind))
    return found
