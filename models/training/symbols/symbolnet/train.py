"""Trains the net: `python -m symbolnet.train --minutes 100`.

The learning rate warms up, stays, and falls over the last `--cooldown` of the time; a run that was stopped goes on from its last
checkpoint, and shards that appear meanwhile are taken in. The weights to use are the moving average.
"""

from __future__ import annotations

import argparse
import copy
import json
import logging
import time
from pathlib import Path

import torch
from torch import nn

from common.schedule import follow, learning_rate
from symbolnet.classes import Classes
from symbolnet.data import PictureStore, stream
from symbolnet.grow import grown
from symbolnet.losses import cell_losses, centre_loss, rule_loss
from symbolnet.net import SymbolNet
from symbolnet.synth import HERE

WARMUP_STEPS = 150
EMA_DECAY = 0.997


def class_weights(store: PictureStore, classes: Classes) -> torch.Tensor:
    """Rarer classes count more, up to three times."""
    counts = store.counts()
    return torch.tensor([min(3.0, max(0.7, (600 / max(1, counts[name])) ** 0.25)) for name in classes.names])


def published_history(models: Path) -> tuple[int, float]:
    """Steps and seconds that the published weights were trained for, from the manifest in `models`."""
    trained = json.loads((models / "manifest.json").read_text(encoding="utf-8"))["symbols"]["training"]
    return trained["step"], trained["hours"] * 3600


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=HERE / "build")
    parser.add_argument("--run", type=Path, default=HERE / "runs" / "base")
    parser.add_argument("--minutes", type=float, default=100, help="end after this time from now")
    parser.add_argument(
        "--from-published",
        type=Path,
        help="weights to go on from (symbols.weights.pt), where the run has no checkpoint yet; those of a narrower net too",
    )
    parser.add_argument("--cooldown", type=float, default=0.5, help="share of the time over which the learning rate falls")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--sheets", type=int, default=2, help="sheets in a batch")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--save-minutes", type=float, default=3)
    return parser.parse_args()


def main() -> None:
    arguments = parse_arguments()
    arguments.run.mkdir(parents=True, exist_ok=True)
    handlers: list[logging.Handler] = [logging.StreamHandler(), logging.FileHandler(arguments.run / "log.txt")]
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", handlers=handlers)
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(0)
    store = PictureStore(arguments.data / "train")
    checkpoint, names = arguments.run / "checkpoint.pt", arguments.run / "classes.json"
    published = torch.load(arguments.from_published) if arguments.from_published and not checkpoint.exists() else None
    if published:
        classes = Classes(tuple(published["names"]))
    else:
        classes = Classes.load(names) if names.exists() else Classes.of(store.counts())
    classes.save(names)
    step, spent = 0, 0.0
    net = SymbolNet(len(classes.names)).to(memory_format=torch.channels_last)
    if published:
        grown(net, published["average"])
        step, spent = published_history(HERE.parents[1])
    average = copy.deepcopy(net)
    optimiser = torch.optim.AdamW(net.parameters(), arguments.rate, weight_decay=0.01, betas=(0.9, 0.98))
    if checkpoint.exists():
        state = torch.load(checkpoint)
        net.load_state_dict(state["net"])
        average.load_state_dict(state["average"])
        optimiser.load_state_dict(state["optimiser"])
        step, spent = state["step"], state["seconds"]
        logging.info("resumed at step %d", step)
    weights = class_weights(store, classes)
    logging.info("%d formulas, %d classes, %d weights", len(store.records), len(classes.names), sum(p.numel() for p in net.parameters()))

    def save() -> None:
        store.refresh()
        state = {"net": net.state_dict(), "average": average.state_dict(), "optimiser": optimiser.state_dict(),
                 "step": step, "seconds": spent + time.monotonic() - started}  # fmt: skip
        torch.save(state, checkpoint.with_suffix(".part"))
        checkpoint.with_suffix(".part").rename(checkpoint)
        hours = round(state["seconds"] / 3600, 2)
        progress = {"step": step, "sheets": step * arguments.sheets, "hours": hours, "formulas": len(store.records)}
        (arguments.run / "progress.json").write_text(json.dumps(progress))

    started = saved = time.monotonic()
    first = step
    sums = torch.zeros(7)
    for batch in stream(store, classes, step + 1, arguments.sheets, arguments.workers):
        left = 1 - (time.monotonic() - started) / 60 / arguments.minutes
        if left <= 0:
            break
        rate = learning_rate(arguments.rate, step - first, left, arguments.cooldown, WARMUP_STEPS)
        for group in optimiser.param_groups:
            group["lr"] = rate
        net.train()
        with torch.autocast("cpu", torch.bfloat16):
            centres, rules, features = net(batch.ink.contiguous(memory_format=torch.channels_last))
        sheet, row, column = batch.cells.T
        answers = net.ask(features.float()[sheet, :, row, column])
        losses = [centre_loss(centres, batch.centres), rule_loss(rules, batch.rules), *cell_losses(answers, batch, weights)]
        sum(losses[1:], losses[0]).backward()
        nn.utils.clip_grad_norm_(net.parameters(), 4.0)
        optimiser.step()
        optimiser.zero_grad()
        step += 1
        follow(average, net, step, EMA_DECAY)
        known = batch.classes >= 0
        right = (answers.classes.argmax(1) == batch.classes)[known].float().mean()
        level = (answers.levels.argmax(1) == batch.levels)[batch.levels >= 0].float().mean()
        sums += torch.tensor([*(loss.item() for loss in losses), right.item(), level.item()])
        if step % 50 == 0:
            c, r, k, g, s, a, b = (sums / 50).tolist()
            minutes = (spent + time.monotonic() - started) / 60
            logging.info(
                "step %d minutes %.1f centre %.3f rule %.3f class %.3f geometry %.4f level %.3f | class %.2f %% level %.2f %%",
                step, minutes, c, r, k, g, s, 100 * a, 100 * b,
            )  # fmt: skip
            sums.zero_()
        if time.monotonic() - saved > arguments.save_minutes * 60:
            save()
            saved = time.monotonic()
    save()


if __name__ == "__main__":
    main()
