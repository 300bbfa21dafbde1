"""Float weights to eight bits: `quantize(source, target, feeds)`.

Convolutions and matrix products compute on bytes, everything between them stays in float32. On CPUs with byte dot products (VNNI, most
since 2019) they run about twice as fast and the file is a third. Weights keep seven bits and have a scale per channel: older CPUs add
two products of bytes in sixteen bits, which eight would overflow (onnxruntime's documentation of quantisation, "reduce_range").
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnxruntime.quantization import CalibrationDataReader, QuantType, quantize_static
from onnxruntime.quantization.shape_inference import quant_pre_process

QUANTIZED = ["Conv", "MatMul"]
"""Operators that compute on bytes. Sums do not: a residual path that is rounded at every block costs a tenth of the exact formulas."""


class _Feeds(CalibrationDataReader):
    def __init__(self, name: str, arrays: Iterable[NDArray[np.float32]]) -> None:
        self.name = name
        self.arrays: Iterator[NDArray[np.float32]] = iter(arrays)

    def get_next(self) -> dict[str, NDArray[np.float32]] | None:
        array = next(self.arrays, None)
        return None if array is None else {self.name: array}


def quantize(source: Path, target: Path, feeds: Iterable[NDArray[np.float32]], keep_float: tuple[str, ...] = ()) -> None:
    """Writes `source` with eight-bit weights and activations to `target`; ranges of activations are those met on `feeds`.

    `feeds` are real inputs of the net's only input. Nodes whose name starts with one of `keep_float` stay in float32: the layers that
    decide (heads) lose most by rounding and cost least. Raises ValueError when one of those names matches no node.
    """
    logging.getLogger().addFilter(lambda record: "pre-processing" not in record.getMessage())  # it is done here
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared.onnx"
        quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
        graph = onnx.load(str(prepared)).graph
        names = [node.name for node in graph.node]
        for prefix in keep_float:
            if not any(name.startswith(prefix) for name in names):
                raise ValueError(f"{source.name} has no node {prefix}…")
        quantize_static(
            str(prepared),
            str(target),
            _Feeds(graph.input[0].name, feeds),
            op_types_to_quantize=QUANTIZED,
            nodes_to_exclude=[name for name in names if name.startswith(keep_float)] if keep_float else [],
            per_channel=True,
            reduce_range=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
        )
