"""Trains the net: `python -m layoutnet.train --run runs/base --pages 40000`. Stopped runs go on from their last checkpoint."""

from __future__ import annotations

import argparse
import ctypes
import json
import math
import time
from pathlib import Path

import torch
from torch.nn import functional as F

from layoutnet.data import PageStore, stream
from layoutnet.evaluate import evaluate_cells
from layoutnet.losses import class_weights, line_loss, region_loss
from layoutnet.net import SIZES, LayoutNet

HERE = Path(__file__).resolve().parents[1]
COOL_DOWN = 0.35
"""Last share of the run over which the learning rate falls to nothing."""
WARM_UP_STEPS = 50


def rate(done: float, step: int, peak: float) -> float:
    """Learning rate after the share `done` of the run."""
    fall = min(1.0, (1 - done) / COOL_DOWN)
    return peak * min(1.0, (step + 1) / WARM_UP_STEPS) * (0.5 - 0.5 * math.cos(math.pi * max(fall, 0.0)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, default=HERE / "runs" / "base")
    parser.add_argument("--data", type=Path, default=HERE / "build")
    parser.add_argument("--size", choices=tuple(SIZES), default="base")
    parser.add_argument("--pages", type=int, default=40000)
    parser.add_argument("--minutes", type=float, default=0, help="end after so many minutes of this call, whatever --pages says")
    parser.add_argument("--batch", type=int, default=4)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    arguments = parser.parse_args()
    name_process("layoutnet")
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(1)
    device = torch.device(arguments.device)
    arguments.run.mkdir(parents=True, exist_ok=True)
    net = LayoutNet(arguments.size).to(device)
    optimiser = torch.optim.AdamW(net.parameters(), lr=arguments.rate, weight_decay=0.01)
    step, seen, seconds = 0, 0, 0.0
    checkpoint = arguments.run / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device)
        net.load_state_dict(state["net"])
        optimiser.load_state_dict(state["optimiser"])
        step, seen, seconds = state["step"], state["seen"], state["seconds"]
    batches = stream(PageStore(arguments.data / "train"), 1 + step, arguments.batch, arguments.workers)
    weights = class_weights().to(device)
    validation = PageStore(arguments.data / "validation")
    started = saved = time.monotonic()
    before = seen
    log: list[dict[str, float]] = []
    while seen < arguments.pages:
        minutes = (time.monotonic() - started) / 60
        done = seen / arguments.pages
        if arguments.minutes:
            done = max(done, minutes / arguments.minutes)
        if done >= 1:
            break
        for group in optimiser.param_groups:
            group["lr"] = rate(done, step, arguments.rate)
        net.train()
        batch = next(batches).to(device)
        regions, lines, turns = net(batch.ink)
        parts = {
            "regions": region_loss(regions, batch.regions, weights),
            "lines": line_loss(lines, batch.core, batch.first),
            "turns": 0.1 * F.cross_entropy(turns, batch.turns),
        }
        loss = torch.stack(list(parts.values())).sum()
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        optimiser.step()
        step += 1
        seen += batch.ink.shape[0]
        log.append({name: float(part.detach()) for name, part in parts.items()})
        if step % 20 == 0:
            means = " ".join(f"{name} {sum(row[name] for row in log[-20:]) / len(log[-20:]):.3f}" for name in log[0])
            pace = (seen - before) / (time.monotonic() - started)
            print(f"step {step} pages {seen} {means} rate {rate(done, step, arguments.rate):.5f} {pace:.2f} pages/s", flush=True)
        if time.monotonic() - saved > 240:
            save(checkpoint, net, optimiser, step, seen, seconds + time.monotonic() - started)
            saved = time.monotonic()
        if step % 400 == 0:
            print(json.dumps(evaluate_cells(net, validation, device, 24)), flush=True)
    save(checkpoint, net, optimiser, step, seen, seconds + time.monotonic() - started)
    print(json.dumps(evaluate_cells(net, validation, device, 200)), flush=True)


def save(path: Path, net: LayoutNet, optimiser: torch.optim.Optimizer, step: int, seen: int, seconds: float) -> None:
    """Written beside and renamed: a run that is ended while it saves keeps the checkpoint before."""
    state = {"size": net.size, "net": net.state_dict(), "optimiser": optimiser.state_dict(), "step": step, "seen": seen, "seconds": seconds}
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.rename(path)


def name_process(name: str) -> None:
    """Shown by ps and top (Linux)."""
    try:
        ctypes.CDLL(None).prctl(15, name.encode(), 0, 0, 0)
    except (OSError, AttributeError):
        pass


if __name__ == "__main__":
    main()
