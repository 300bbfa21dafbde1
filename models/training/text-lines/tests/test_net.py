import copy
import tempfile
import unittest
from pathlib import Path

import onnxruntime
import torch
from textlines.alphabet import Alphabet
from textlines.evaluate import line_confidence
from textlines.export import HEADS, check, export
from textlines.net import LineNet
from textlines.published import load_published
from textlines.scoring import Score, edit_distance, spans

from common.quantize import quantize


class Net(unittest.TestCase):
    def test_two_frames_per_column(self) -> None:
        labels, maths = LineNet(50)(torch.zeros(2, 1, 40, 96))
        self.assertEqual((tuple(labels.shape), tuple(maths.shape)), ((2, 48, 50), (2, 24)))

    def test_exported_file_computes_the_same(self) -> None:
        torch.manual_seed(1)
        net = LineNet(50)
        net(torch.rand(4, 1, 40, 160))  # norm statistics that differ from the initial ones
        net.eval()
        with tempfile.TemporaryDirectory() as folder:
            torch.save(net.state_dict(), Path(folder) / "w.pt")
            other = LineNet(50)
            other.load_state_dict(torch.load(Path(folder) / "w.pt"))
            export(other.eval(), Path(folder) / "net.onnx")
            self.assertLess(check(net, Path(folder) / "net.onnx"), 1e-4)

    def test_eight_bits_compute_nearly_the_same(self) -> None:
        torch.manual_seed(3)
        net = LineNet(50, kernels=(9,))
        inks = [torch.rand(4, 1, 40, 160) ** 3 for _ in range(6)]
        for ink in inks:
            net(ink)
        with tempfile.TemporaryDirectory() as folder:
            exact, small = Path(folder) / "float.onnx", Path(folder) / "small.onnx"
            export(net.eval(), exact)
            quantize(exact, small, (ink.numpy() for ink in inks), HEADS)
            self.assertLess(small.stat().st_size, exact.stat().st_size / 2)
            outputs = [
                onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"]).run(["maths"], {"ink": inks[0].numpy()})[0]
                for path in (exact, small)
            ]
            self.assertLess(abs(outputs[0] - outputs[1]).mean(), 0.02)
            self.assertGreater(abs(outputs[0] - outputs[1]).max(), 0)
            with self.assertRaises(ValueError):
                quantize(exact, small, [], ("/net/no-such-layer",))

    def test_published_weights_read_the_same_and_can_be_trained_on(self) -> None:
        torch.manual_seed(2)
        net = LineNet(50, kernels=(9, 11))
        ink = torch.rand(3, 1, 40, 160) ** 3
        for _ in range(80):
            net(ink)  # until the norms' running statistics are this batch's
        net.eval()
        with tempfile.TemporaryDirectory() as folder, torch.no_grad():
            expected, _ = net(ink)
            export(copy.deepcopy(net), Path(folder) / "net.onnx")
            deeper = LineNet(50, kernels=(9, 11, 13))
            load_published(deeper, Path(folder) / "net.onnx", [ink])
            self.assertLess(float((deeper.eval()(ink)[0] - expected).abs().max()), 1e-3)
            # with the batch that measured the norms, training mode normalises to the same values
            self.assertLess(float((deeper.train()(ink)[0] - expected).abs().mean()), 0.05)

    def test_confidence_is_the_product_of_symbol_peaks(self) -> None:
        def frame(k: int, p: float) -> list[float]:
            return [p if i == k else (1 - p) / 2 for i in range(3)]

        logits = torch.tensor([frame(1, 0.8), frame(1, 0.9), frame(0, 0.99), frame(2, 0.5)]).log()
        self.assertAlmostEqual(line_confidence(logits, 1.0), 0.9 * 0.5, places=5)

    def test_scores(self) -> None:
        self.assertEqual(edit_distance("kitten", "sitting"), 3)
        self.assertEqual(spans(["a", "\\(", "x", "\\)", "\\(", "y", "z", "\\)"]), ["x", "y z"])
        score = Score()
        score.add(["\\(", "x", "\\)"], ["\\(", "x", "\\)", "."])
        self.assertEqual((score.exact, score.errors, score.formulas_exact), (0, 1, 1))

    def test_decoding_collapses_runs(self) -> None:
        self.assertEqual(Alphabet(["a", "b"]).decode([0, 1, 1, 0, 1, 2, 2, 0]), ["a", "a", "b"])


if __name__ == "__main__":
    unittest.main()
