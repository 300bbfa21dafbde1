"""Trains the net: `python -m layoutnet.train --run runs/base --pages 40000`. Stopped runs go on from their last checkpoint."""

from __future__ import annotations

import argparse
import copy
import ctypes
import json
import time
from pathlib import Path
from typing import Any

import torch
from torch.nn import functional as F

from common.schedule import follow, learning_rate
from layoutnet.data import PageStore, stream
from layoutnet.evaluate import evaluate_cells
from layoutnet.losses import class_weights, region_loss
from layoutnet.net import SIZES, LayoutNet

HERE = Path(__file__).resolve().parents[1]
WARM_UP_STEPS = 50
AVERAGE = 0.995
"""Decay per step of the moving average of the weights, which is what is evaluated and exported."""
SAVE_SECONDS = 240
SCORE_STEPS = 500
SCORED_PAGES = 60


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, default=HERE / "runs" / "base")
    parser.add_argument("--data", type=Path, default=HERE / "build")
    parser.add_argument("--from-weights", type=Path, help="begin with these weights (written by layoutnet.keep) instead of none")
    parser.add_argument("--size", choices=tuple(SIZES), default="base")
    parser.add_argument("--pages", type=int, default=40000)
    parser.add_argument("--minutes", type=float, default=0, help="end after so many minutes of this call, whatever --pages says")
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--cooldown", type=float, default=0.5, help="last share of the run over which the rate falls to nothing")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    arguments = parser.parse_args()
    name_process("layoutnet")
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(1)
    device = torch.device(arguments.device)
    arguments.run.mkdir(parents=True, exist_ok=True)
    net = LayoutNet(arguments.size).to(device, memory_format=torch.channels_last)
    average = copy.deepcopy(net)
    optimiser = torch.optim.AdamW(net.parameters(), lr=arguments.rate, weight_decay=0.01)
    step, seen, seconds = 0, 0, 0.0
    checkpoint = arguments.run / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device)
        net.load_state_dict(state["training"])
        average.load_state_dict(state["net"])
        optimiser.load_state_dict(state["optimiser"])
        step, seen, seconds = state["step"], state["seen"], state["seconds"]
    elif arguments.from_weights:
        kept = torch.load(arguments.from_weights, map_location=device)
        net.load_state_dict(kept["net"])
        average.load_state_dict(kept["net"])
        step, seen, seconds = kept["step"], kept["seen"], kept["seconds"]
    batches = stream(PageStore(arguments.data / "train"), 1 + step, arguments.batch, arguments.workers)
    weights = class_weights().to(device)
    validation = PageStore(arguments.data / "validation")
    started = saved = time.monotonic()
    first_step, before = step, seen
    log: list[dict[str, float]] = []

    def save() -> None:
        """Written beside and renamed: a run that is ended while it saves keeps the checkpoint before."""
        state: dict[str, Any] = {"size": net.size, "net": average.state_dict(), "training": net.state_dict()}
        state |= {"optimiser": optimiser.state_dict(), "step": step, "seen": seen, "seconds": seconds + time.monotonic() - started}
        part = checkpoint.with_suffix(".part")
        torch.save(state, part)
        part.rename(checkpoint)

    while True:
        done = seen / arguments.pages
        if arguments.minutes:
            done = max(done, (time.monotonic() - started) / 60 / arguments.minutes)
        if done >= 1:
            break
        rate = learning_rate(arguments.rate, step - first_step, 1 - done, arguments.cooldown, WARM_UP_STEPS)
        for group in optimiser.param_groups:
            group["lr"] = rate
        net.train()
        batch = next(batches).to(device)
        with torch.autocast(device.type, torch.bfloat16):
            regions, turns = net(batch.ink.contiguous(memory_format=torch.channels_last))
        regions, turns = regions.float(), turns.float()
        parts = {"regions": region_loss(regions, batch.regions, weights), "turns": 0.1 * F.cross_entropy(turns, batch.turns)}
        loss = torch.stack(list(parts.values())).sum()
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        optimiser.step()
        follow(average, net, step, AVERAGE)
        step += 1
        seen += batch.ink.shape[0]
        log.append({name: float(part.detach()) for name, part in parts.items()})
        if step % 20 == 0:
            means = " ".join(f"{name} {sum(row[name] for row in log[-20:]) / len(log[-20:]):.3f}" for name in log[0])
            pace = (seen - before) / (time.monotonic() - started)
            print(f"step {step} pages {seen} {means} rate {rate:.5f} {pace:.2f} pages/s", flush=True)
        if time.monotonic() - saved > SAVE_SECONDS:
            save()
            saved = time.monotonic()
        if step % SCORE_STEPS == 0:
            print(json.dumps(evaluate_cells(average, validation, device, SCORED_PAGES)), flush=True)
    save()
    print(json.dumps(evaluate_cells(average, validation, device, 200)), flush=True)


def name_process(name: str) -> None:
    """Shown by ps and top (Linux)."""
    try:
        ctypes.CDLL(None).prctl(15, name.encode(), 0, 0, 0)
    except (OSError, AttributeError):
        pass


if __name__ == "__main__":
    main()
