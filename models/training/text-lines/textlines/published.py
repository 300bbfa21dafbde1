"""Published weights back into a net that can be trained on: the other direction of `export`.

The ONNX file has every BatchNorm folded into the convolution before it. To train on, the convolutions get their norms back: one pass
over real batches measures what each convolution gives, the norm's statistics become those, and its scale and shift undo them, so the
net reads exactly as published and normalises as if it had never stopped. A net with more mixers than the published one starts with the
further ones as identity.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from textlines.net import LineNet, Mixer, Separable


def published_history(models: Path) -> tuple[int, int, float, int]:
    """Steps, lines seen, seconds and distinct lines that the published weights were trained for, from the manifest in `models`."""
    trained = json.loads((models / "manifest.json").read_text(encoding="utf-8"))["text-line"]["trained"]
    return trained["steps"], trained["linesSeen"], trained["hours"] * 3600, trained["distinctLines"]


def _folded_pairs(net: LineNet) -> list[tuple[str, nn.Conv2d, nn.BatchNorm2d]]:
    """Convolutions with the norm that `export` folds into them, and the name of the convolution's weights."""
    pairs: list[tuple[str, nn.Conv2d, nn.BatchNorm2d]] = []
    for name, module in net.named_modules():
        if isinstance(module, nn.Sequential):
            layers = list(module.named_children())
            for (first_name, first), (_, second) in zip(layers, layers[1:], strict=False):
                if isinstance(first, nn.Conv2d) and isinstance(second, nn.BatchNorm2d):
                    pairs.append((f"{name}.{first_name}", first, second))
        elif isinstance(module, Separable):
            pairs.append((f"{name}.depthwise", module.depthwise, module.depthwise_norm))
            pairs.append((f"{name}.pointwise", module.pointwise, module.pointwise_norm))
        elif isinstance(module, Mixer):
            pairs.append((f"{name}.depthwise", module.depthwise, module.norm))
    return pairs


def _initialisers(path: Path) -> dict[str, Tensor]:
    """Weights of the ONNX file by their PyTorch names; the label matrix, which the exporter transposes and renames, included."""
    graph = onnx.load(str(path)).graph
    weights = {item.name: torch.from_numpy(np.array(numpy_helper.to_array(item))) for item in graph.initializer}
    (product,) = [node for node in graph.node if node.op_type == "MatMul"]
    weights["net.labels.weight"] = weights.pop(product.input[1]).T.contiguous()
    return {name.removeprefix("net."): value for name, value in weights.items()}


@torch.no_grad()
def load_published(net: LineNet, path: Path, batches: Iterable[Tensor]) -> None:
    """Fills `net` with the weights of `path`, a float ONNX file; `batches` (ink [N, 1, 40, W]) measure the norms.

    Raises KeyError for a weight that the file lacks (other than whole further mixers) and RuntimeError for another shape.
    """
    weights = _initialisers(path)
    own = net.state_dict()
    pairs = _folded_pairs(net)
    for name, conv, norm in pairs:
        if f"{name}.weight" not in weights:
            continue
        conv.weight.copy_(weights.pop(f"{name}.weight"))
        norm.running_mean.zero_()
        norm.running_var.fill_(1 - norm.eps)
        norm.weight.fill_(1)
        norm.bias.copy_(weights.pop(f"{name}.bias"))
    for mixer in net.mixers:
        mixer.reduce.weight.zero_()
        mixer.reduce.bias.zero_()
    for name, value in weights.items():
        own[name].copy_(value)
    _measure_norms(net, [(conv, norm) for _, conv, norm in pairs], batches)


def _measure_norms(net: LineNet, pairs: list[tuple[nn.Conv2d, nn.BatchNorm2d]], batches: Iterable[Tensor]) -> None:
    """Statistics of each convolution's output become the norm's, without a change of what the two give together."""
    sums = {norm: torch.zeros(3, norm.num_features, dtype=torch.float64) for _, norm in pairs}

    def watch(norm: nn.BatchNorm2d) -> nn.Module:
        def hook(_module: nn.Module, inputs: tuple[Tensor], _output: Tensor) -> None:
            x = inputs[0].double().transpose(0, 1).flatten(1)
            sums[norm] += torch.stack([x.sum(1), (x * x).sum(1), torch.full((x.shape[0],), float(x.shape[1]), dtype=torch.float64)])

        return hook

    handles = [norm.register_forward_hook(watch(norm)) for _, norm in pairs]
    net.eval()
    for ink in batches:
        net(ink)
    for handle in handles:
        handle.remove()
    for _, norm in pairs:
        total, squares, count = sums[norm]
        mean = total / count
        variance = (squares / count - mean * mean).clamp_min(1e-4)
        scale = norm.weight / (norm.running_var + norm.eps).sqrt()
        shift = norm.bias - norm.running_mean * scale
        deviation = (variance + norm.eps).sqrt().float()
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(variance)
        norm.weight.copy_(scale * deviation)
        norm.bias.copy_(shift + mean.float() * scale)
    net.train()
