"""Write a trained network as ONNX, with weights of eight bits, and its tokenizer, where the package looks for them.

python training/export.py OUT/network.pt mediastudy/quotes/model
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
from network import Network
from onnxruntime.quantization import QuantType, quantize_dynamic
from train import base

from mediastudy.quotes.tagging.hints import CONTENT, CUE, SOURCE, TAGS

OPSET: Final = 17
EAGER: Final = 0.25
"""Added to the scores of beginning a source, cue or content, so that as much is found too much as too little; chosen on
the development articles."""
INPUTS: Final = ("pieces", "seen", "hints", "first")
OUTPUTS: Final = ("tags", "joins", "sources", "speech")


def trained(path: Path) -> Network:
    """The network with the averaged weights of the file."""
    state = torch.load(path, weights_only=True)
    weights = {
        name.removeprefix("module."): weight for name, weight in state["averaged"].items() if name != "n_averaged"
    }
    network = Network()
    network.load_state_dict(weights)
    return network.eval()


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
    """Export, quantise, and say how far the outputs of the two are apart."""
    source, folder = Path(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    network = trained(source)
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
        if len(sys.argv) > 3:  # noqa: PLR2004 - a third path keeps the full precision
            shutil.copy(full, sys.argv[3])
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
