"""Trains the net: `python -m textlines.train --lines 1200000`.

The learning rate warms up, stays, and falls to zero over the last `--cooldown` of the lines or minutes; a run that was stopped goes
on from its last checkpoint, also with another `--lines`, and new shards are taken in as they appear. The weights to use are the moving
average.
"""

from __future__ import annotations

import argparse
import copy
import itertools
import json
import logging
import time
from functools import partial
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

from common.schedule import follow, learning_rate
from textlines.alphabet import default_alphabet
from textlines.ctc import sparse_ctc_loss
from textlines.data import LineStore, stream
from textlines.net import LineNet
from textlines.parallel import Team, train_together
from textlines.published import load_published, published_history
from textlines.scoring import score
from textlines.synth import HERE
from textlines.validation import load

WARMUP_STEPS = 300
EMA_DECAY = 0.9985


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=HERE / "build")
    parser.add_argument("--run", type=Path, default=HERE / "runs" / "base")
    parser.add_argument("--lines", type=int, default=1_200_000, help="lines to see in all, repeats counted")
    parser.add_argument("--minutes", type=float, help="end after this time from now, if that comes first")
    parser.add_argument("--from-published", type=Path, help="text-line.float.onnx to go on from, where the run has no checkpoint yet")
    parser.add_argument("--cooldown", type=float, default=0.3, help="share of the run over which the learning rate falls")
    parser.add_argument("--coarse", type=int, default=30_000, help="first lines, aligned at half the frames: CTC finds its feet sooner")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--pixels", type=int, default=8 * 960, help="columns in a batch of one process")
    parser.add_argument("--processes", type=int, default=2, help="processes that train together, one thread each")
    parser.add_argument("--workers", type=int, default=1, help="processes that prepare batches for each; one makes 400 lines/s")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--save-minutes", type=float, default=3)
    parser.add_argument("--score-minutes", type=float, default=10)
    return parser.parse_args()


def main() -> None:
    arguments = parse_arguments()
    arguments.run.mkdir(parents=True, exist_ok=True)
    train_together(partial(train, arguments), arguments.processes, arguments.run)


def train(arguments: argparse.Namespace, team: Team) -> None:
    """One process of a run, to the end."""
    handlers: list[logging.Handler] = [logging.StreamHandler(), logging.FileHandler(arguments.run / "log.txt")]
    logging.basicConfig(level=logging.INFO if team.leads else logging.WARNING, format="%(asctime)s %(message)s", handlers=handlers)
    torch.set_num_threads(1)
    torch.manual_seed(0)
    alphabet = default_alphabet()
    if team.leads:
        alphabet.save(arguments.run / "alphabet.json")
    net = LineNet(len(alphabet)).to(arguments.device, memory_format=torch.channels_last)
    average = copy.deepcopy(net)
    optimiser = torch.optim.AdamW(net.parameters(), arguments.rate, weight_decay=0.01, betas=(0.9, 0.98))
    step = seen = earlier = 0
    spent = 0.0
    checkpoint = arguments.run / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=arguments.device)
        net.load_state_dict(state["net"])
        average.load_state_dict(state["average"])
        optimiser.load_state_dict(state["optimiser"])
        step, seen, spent = state["step"], state["seen"], state["seconds"]
        earlier = state.get("earlier_lines", 0)
        logging.info("resumed at step %d, %d lines", step, seen)
    store = LineStore(arguments.data / "train", alphabet)
    begun = 0
    if not checkpoint.exists() and arguments.from_published:
        step, seen, spent, earlier = published_history(HERE.parents[1])
        begun = step
    if begun and team.leads:
        warm_up = itertools.islice(stream(store, 0, arguments.pixels, 1), 40)
        load_published(net, arguments.from_published, (batch.ink for batch in warm_up))
        average.load_state_dict(net.state_dict())
        logging.info("goes on from %s", arguments.from_published)
    team.same_start(net)
    parameters = list(net.parameters())
    sets = {
        name: load(arguments.data / "validation-sets", name, alphabet, 250)
        for name in ("clean-fonts", "clean-tex", "middle-fonts")
        if (arguments.data / "validation-sets" / f"{name}.jsonl").exists()
    }
    logging.info("%d lines on disk, %d classes, %d weights", len(store.entries), len(alphabet), sum(p.numel() for p in net.parameters()))

    def save() -> None:
        store.refresh()
        state = {
            "net": net.state_dict(), "average": average.state_dict(), "optimiser": optimiser.state_dict(),
            "step": step, "seen": seen, "seconds": spent + time.monotonic() - started,
            "earlier_lines": earlier,
        }  # fmt: skip
        torch.save(state, checkpoint.with_suffix(".part"))
        checkpoint.with_suffix(".part").rename(checkpoint)
        (arguments.run / "progress.json").write_text(
            json.dumps(
                {"step": step, "lines": seen, "hours": round(state["seconds"] / 3600, 2), "distinct_lines": earlier + len(store.entries)}
            )
        )

    started = saved = scored = time.monotonic()
    smooth: float | None = None
    left = 1.0
    for batch in stream(store, (step + 1) * team.size + team.rank, arguments.pixels, arguments.workers):
        if left <= 0:
            break
        rate = learning_rate(arguments.rate, step - begun, left, arguments.cooldown, WARMUP_STEPS)
        for group in optimiser.param_groups:
            group["lr"] = rate
        net.train()
        ink = batch.ink.to(arguments.device).contiguous(memory_format=torch.channels_last)
        with torch.autocast(arguments.device, torch.bfloat16):
            logits, maths = net(ink)
        if seen < arguments.coarse:
            logits = logits.unflatten(1, (-1, 2)).mean(2)
        loss = sparse_ctc_loss(logits, batch.labels.to(arguments.device), batch.label_lengths)
        mask_loss = F.binary_cross_entropy_with_logits(maths.float(), batch.maths.to(arguments.device))
        (loss + 0.2 * mask_loss).backward()
        mine = 1 - seen / arguments.lines
        if arguments.minutes:
            mine = min(mine, 1 - (time.monotonic() - started) / 60 / arguments.minutes)
        lines, left = team.average_gradients(parameters, (ink.shape[0], mine if team.leads else 0.0))  # the leader decides when to end
        nn.utils.clip_grad_norm_(parameters, 2.0)
        optimiser.step()
        optimiser.zero_grad()
        step += 1
        seen += round(lines)
        if not team.leads:
            continue
        follow(average, net, step, EMA_DECAY)
        smooth = loss.item() if smooth is None else 0.98 * smooth + 0.02 * loss.item()
        now = time.monotonic()
        if step % 50 == 0:
            minutes = (spent + now - started) / 60
            logging.info("step %d lines %d minutes %.1f loss %.4f mask %.4f rate %.5f", step, seen, minutes, smooth, mask_loss.item(), rate)
        if now - saved > arguments.save_minutes * 60:
            save()
            saved = now
        if now - scored > arguments.score_minutes * 60:
            for name, batches in sets.items():
                result = score(average, batches, alphabet)
                logging.info("%s: %s", name, result.summary())
                for gold, read in result.mistakes[:4]:
                    logging.info("   %s\n   %24s%s", gold, "", read)
            scored = time.monotonic()
    if team.leads:
        save()


if __name__ == "__main__":
    main()
