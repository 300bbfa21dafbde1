"""The net and its export."""

import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch
from symbolnet.export import Reader, check, export, fold_batch_norm
from symbolnet.net import SymbolNet


class Net(unittest.TestCase):
    def test_answers_have_one_cell_for_four_pixels(self) -> None:
        net = SymbolNet(5).eval()
        centres, rules, features = net(torch.rand(2, 1, 48, 80))
        self.assertEqual((centres.shape, rules.shape), ((2, 12, 20), (2, 12, 20)))
        answers = net.ask(features[:, :, 3, 4])
        self.assertEqual((answers.classes.shape, answers.boxes.shape, answers.levels.shape), ((2, 5), (2, 4), (2, 3)))
        self.assertTrue((answers.boxes > 0).all())

    def test_it_is_small(self) -> None:
        self.assertLess(sum(p.numel() for p in SymbolNet(700).parameters()), 3_000_000)

    def test_the_exported_net_answers_the_same(self) -> None:
        torch.manual_seed(1)
        net = SymbolNet(5)
        for _ in range(3):
            net(torch.rand(2, 1, 64, 64))  # norms that are not trivial
        torch.nn.init.constant_(net.centres.bias, 0)
        reader = Reader(fold_batch_norm(net.eval()), np.ones((5, 3, 4), np.float32)).eval()
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "net.onnx"
            export(reader, path)
            check(reader, path, [torch.rand(1, 1, 32, 64), torch.rand(2, 1, 64, 48)])

    def test_something_is_asked_even_where_nothing_is_seen(self) -> None:
        net = SymbolNet(5).eval()
        torch.nn.init.constant_(net.centres.bias, -20)
        answers = Reader(fold_batch_norm(net), np.ones((5, 3, 4), np.float32)).eval()(torch.zeros(1, 1, 32, 32))
        self.assertGreater(len(answers[0]), 0)


if __name__ == "__main__":
    unittest.main()
