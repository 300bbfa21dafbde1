"""Keeps the weights of a run in half precision, for a later run to begin with: `python -m layoutnet.keep --run runs/base`."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

HERE = Path(__file__).resolve().parents[1]
KEPT = HERE / "layout.weights.pt"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, default=HERE / "runs" / "base")
    parser.add_argument("--out", type=Path, default=KEPT)
    arguments = parser.parse_args()
    state = torch.load(arguments.run / "checkpoint.pt", map_location="cpu")
    net = {name: value.half() if value.is_floating_point() else value for name, value in state["net"].items()}
    torch.save({"net": net, **{name: state[name] for name in ("size", "step", "seen", "seconds")}}, arguments.out)
    print(f"{arguments.out}: {state['seen']} pages seen, {arguments.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
