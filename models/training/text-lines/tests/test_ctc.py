import unittest

import torch
import torch.nn.functional as F
from textlines.ctc import sparse_ctc_loss


class SparseCtc(unittest.TestCase):
    def test_equals_torch_in_value_and_gradient(self) -> None:
        torch.manual_seed(0)
        logits = torch.randn(5, 50, 200, requires_grad=True)
        lengths = torch.tensor([5, 20, 1, 49, 12])
        labels = torch.randint(1, 200, (int(lengths.sum()),))
        labels[1] = labels[0]  # equal neighbours
        labels[26:75] = 7  # 49 equal labels need 97 frames: impossible, left out by both
        log_probs = logits.log_softmax(2).transpose(0, 1)
        expected = F.ctc_loss(log_probs, labels, torch.full((5,), 50), lengths, zero_infinity=True)
        found = sparse_ctc_loss(logits, labels, lengths)
        self.assertAlmostEqual(expected.item(), found.item(), places=3)
        (right,) = torch.autograd.grad(expected, logits)
        (ours,) = torch.autograd.grad(found, logits)
        self.assertLess((right - ours).abs().max().item(), 1e-5)


if __name__ == "__main__":
    unittest.main()
