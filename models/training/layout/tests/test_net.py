import unittest

import torch
from layoutnet.classes import CLASSES, INDEX
from layoutnet.losses import class_weights, region_loss
from layoutnet.net import SIZES, LayoutNet
from layoutnet.targets import PICTURE


class Net(unittest.TestCase):
    def test_shapes_in_both_frames(self) -> None:
        for size in SIZES:
            net = LayoutNet(size).eval()
            self.assertLess(sum(p.numel() for p in net.parameters()), 3_000_000)
            for height, width in ((128, 96), (96, 128)):
                with torch.no_grad():
                    regions, turns = net(torch.zeros(2, 1, height, width))
                self.assertEqual(tuple(regions.shape), (2, len(CLASSES), height // 4, width // 8))
                self.assertEqual(tuple(turns.shape), (2, 4))


class Losses(unittest.TestCase):
    def test_chart_and_diagram_are_both_right_for_an_unnamed_picture(self) -> None:
        target = torch.full((1, 4, 4), PICTURE)
        for name in ("chart", "diagram"):
            logits = torch.zeros(1, len(CLASSES), 4, 4)
            logits[:, INDEX[name]] = 30
            self.assertLess(float(region_loss(logits, target, class_weights())), 1e-3)
