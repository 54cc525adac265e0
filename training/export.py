"""Write a trained network as ONNX, with weights of eight bits, and its tokenizer, where the package looks for them.

    python training/export.py OUT/network.pt [OUT2/network.pt ...] mediastudy/quotes/model

Of several networks the mean of their weights is written.
"""

# ruff: noqa: INP001, T201 - a script that prints its result

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

import numpy as np
import onnx
import onnxruntime
import torch
from network import Network, trained
from onnxruntime.quantization import QuantType, quantize_dynamic
from train import base

from mediastudy.quotes.tagging.hints import CONTENT, CUE, SOURCE, TAGS

OPSET: Final = 17
EAGER: Final = 0.95
"""Added to the scores of beginning a source, cue or content, so that little is missed; chosen on the development
articles. At 0.25 as much is found too much as too little."""
INPUTS: Final = ("pieces", "seen", "hints", "first")
OUTPUTS: Final = ("tags", "joins", "sources", "speech")


def export(network: Network, path: Path) -> None:
    """Write the network to the path, in full precision."""
    drawn = torch.Generator().manual_seed(1)
    pieces = torch.randint(1000, 2000, (2, 40), generator=drawn)
    first = torch.arange(1, 31)[None].expand(2, -1).contiguous()
    given = (pieces, torch.ones_like(pieces), torch.zeros_like(pieces), first)
    names = {"pieces": "length", "seen": "length", "hints": "length"}
    names |= dict.fromkeys(("first", "tags", "joins", "sources", "speech"), "words")
    axes = {name: {0: "batch", 1: size} for name, size in names.items()}
    axes["joins"][2] = axes["sources"][2] = "targets"
    torch.onnx.export(
        network,
        given,
        path,
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )


def main() -> None:
    """Export, quantise, and say how large the file is."""
    *sources, folder = map(Path, sys.argv[1:])
    folder.mkdir(parents=True, exist_ok=True)
    network = trained(*sources)
    with tempfile.TemporaryDirectory() as temporary:
        full = Path(temporary) / "full.onnx"
        export(network, full)
        quantize_dynamic(
            full,
            folder / "network.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            extra_options={"MatMulConstBOnly": True},
        )
    shutil.copy(base() / "tokenizer.json", folder / "tokenizer.json")
    steps, starts = (part.detach().float().numpy().copy() for part in (network.steps, network.starts))
    for tag in (SOURCE, CUE, CONTENT):
        outside = [before for before in range(len(TAGS)) if before not in (tag, tag + 1)]
        steps[outside, tag] += EAGER
        starts[tag] += EAGER
    np.savez(folder / "steps.npz", steps=steps, starts=starts)
    onnx.checker.check_model(str(folder / "network.onnx"))
    session = onnxruntime.InferenceSession(str(folder / "network.onnx"), providers=["CPUExecutionProvider"])
    size = (folder / "network.onnx").stat().st_size / 1e6
    print(f"{size:.1f} MB, inputs {[one.name for one in session.get_inputs()]}")


if __name__ == "__main__":
    main()
