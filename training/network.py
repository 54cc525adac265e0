"""The network: MiniLM's encoder with hints added to its input, and four heads on the words.

Tags by a linear-chain conditional random field; two pointers (a fragment to the cue that governs it, a cue to its
source) by bilinear scores with a bias for the distance; speech act or attitude by a linear score.
"""

# ruff: noqa: INP001 - a folder of scripts

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from mediastudy.quotes.tagging.hints import CODES, TAGS

if TYPE_CHECKING:
    from pathlib import Path

HEADS: Final = 12
WIDTH: Final = 384
LINK: Final = 128
FAR: Final = 64
"""Words beyond which one distance is as good as another."""
NEVER: Final = -1e4


class Layer(nn.Module):
    """One layer of BERT's encoder."""

    def __init__(self, wide: int, dropout: float) -> None:
        """Make the layer with an inner width of ``wide``."""
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.inner, self.outer = nn.Linear(WIDTH, wide), nn.Linear(wide, WIDTH)
        self.after_attention, self.after_inner = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """The layer's states."""
        batch, length, _ = states.shape
        query, key, value = (
            part(states).view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        weights = torch.softmax(query @ key.transpose(2, 3) / (WIDTH // HEADS) ** 0.5 + mask.to(query.dtype), dim=-1)
        seen = (weights.to(value.dtype) @ value).transpose(1, 2).reshape(batch, length, WIDTH)
        states = self.after_attention(states + self.output(seen))
        return self.after_inner(states + self.dropout(self.outer(functional.gelu(self.inner(states)))))


class Pointer(nn.Module):
    """Scores of a link from each word to nowhere (first) and to each word."""

    def __init__(self) -> None:
        """Make the pointer."""
        super().__init__()
        self.origin, self.target = nn.Linear(WIDTH, LINK), nn.Linear(WIDTH, LINK)
        self.nowhere = nn.Parameter(torch.zeros(LINK))
        self.distance = nn.Parameter(torch.zeros(2 * FAR + 1))

    def forward(self, words: Tensor) -> Tensor:
        """Scores of shape (batch, words, words + 1)."""
        origin, target = functional.gelu(self.origin(words)), self.target(words)
        scores = origin @ target.transpose(1, 2) / LINK**0.5
        places = torch.arange(words.shape[1], device=words.device)
        apart = (places[None, :] - places[:, None]).clamp(-FAR, FAR) + FAR
        return torch.cat([(origin * self.nowhere).sum(dim=-1, keepdim=True), scores + self.distance[apart]], dim=-1)


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, layers: int = 6, wide: int = 1536, vocabulary: int = 30522, dropout: float = 0.1) -> None:
        """Make a network with random weights."""
        super().__init__()
        self.word = nn.Embedding(vocabulary, WIDTH)
        self.place = nn.Embedding(512, WIDTH)
        self.hint = nn.Embedding(CODES + 1, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(wide, dropout) for _ in range(layers))
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(WIDTH, len(TAGS))
        self.steps = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.starts = nn.Parameter(torch.zeros(len(TAGS)))
        self.joins, self.sources = Pointer(), Pointer()
        self.speech = nn.Linear(WIDTH, 1)
        nn.init.zeros_(self.hint.weight)
        for tag, name in enumerate(TAGS):
            if name.startswith("I-"):
                for before in range(len(TAGS)):
                    if before not in (tag, tag - 1):
                        self.steps.data[before, tag] = NEVER

    def forward(self, pieces: Tensor, seen: Tensor, hints: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Scores of tags (batch, words, tags), joins, sources (batch, words, words + 1) and speech (batch, words)."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.dropout(self.norm(self.word(pieces) + self.place(places)[None] + self.hint(hints)))
        mask = (1.0 - seen.to(states.dtype))[:, None, None, :] * NEVER
        for layer in self.layers:
            states = layer(states, mask)
        words = states.gather(1, first[:, :, None].expand(-1, -1, WIDTH))
        words = self.dropout(words)
        return self.tags(words), self.joins(words), self.sources(words), self.speech(words).squeeze(-1)

    def likelihood(self, scores: Tensor, tags: Tensor, real: Tensor) -> Tensor:
        """Negative log likelihood of the tags (batch, words) under the conditional random field, summed."""
        scores, steps = scores.float(), self.steps.float()
        known = tags.clamp(min=0)
        length = tags.shape[1]
        gold = self.starts[known[:, 0]] + scores[:, 0].gather(1, known[:, :1]).squeeze(1)
        total = self.starts + scores[:, 0]
        for word in range(1, length):
            here = real[:, word]
            step = (
                steps[known[:, word - 1], known[:, word]] + scores[:, word].gather(1, known[:, word : word + 1])[:, 0]
            )
            gold = gold + torch.where(here, step, 0.0)
            onward = torch.logsumexp(total.unsqueeze(2) + steps, dim=1) + scores[:, word]
            total = torch.where(here.unsqueeze(1), onward, total)
        return (torch.logsumexp(total, dim=1) - gold).sum()


def pretrained(folder: Path) -> Network:
    """A network whose encoder has the weights of a BERT model in the folder."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    network = Network(config["num_hidden_layers"], config["intermediate_size"], config["vocab_size"])
    given = load_file(folder / "model.safetensors")
    names = {
        "word": "embeddings.word_embeddings",
        "place": "embeddings.position_embeddings",
        "norm": "embeddings.LayerNorm",
    }
    inner = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "output": "attention.output.dense",
        "after_attention": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "after_inner": "output.LayerNorm",
    }
    for layer in range(config["num_hidden_layers"]):
        names |= {f"layers.{layer}.{ours}": f"encoder.layer.{layer}.{theirs}" for ours, theirs in inner.items()}
    weights = {
        f"{ours}.{kind}": given.get(f"{theirs}.{kind}") for ours, theirs in names.items() for kind in ("weight", "bias")
    }
    kept = {name: weight.float() for name, weight in weights.items() if weight is not None}
    # BERT adds the embedding of the first of two sentences to every piece; here it is part of the places.
    kept["place.weight"] = kept["place.weight"] + given["embeddings.token_type_embeddings.weight"][0].float()
    missing = network.load_state_dict(kept, strict=False)
    if missing.unexpected_keys:
        message = f"Weights that have no place in the network: {missing.unexpected_keys}"
        raise ValueError(message)
    return network


def trained(*paths: Path) -> Network:
    """A network with the mean of the averaged weights that training left in the files.

    References
    ----------
    Wortsman et al. (2022). Model soups: averaging weights of multiple fine-tuned models improves accuracy without
    increasing inference time. ICML.
    """
    kept = [torch.load(path, weights_only=True)["averaged"] for path in paths]
    network = Network()
    network.load_state_dict(
        {name: torch.stack([one[f"module.{name}"] for one in kept]).mean(dim=0) for name in network.state_dict()}
    )
    return network.eval()
