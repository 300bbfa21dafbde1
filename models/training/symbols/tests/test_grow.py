import unittest
from unittest.mock import patch

import torch
from symbolnet import net as layers
from symbolnet.grow import grown
from symbolnet.net import SymbolNet


def narrow_net() -> SymbolNet:
    torch.manual_seed(0)
    with patch.object(layers, "WIDTHS", (8, 8, 16, 24, 32)), patch.object(layers, "FEATURES", 24):
        net = SymbolNet(30)
    torch.nn.init.normal_(net.geometry.weight)
    return net.eval()


class Grow(unittest.TestCase):
    def test_a_grown_net_computes_what_the_narrow_one_does(self) -> None:
        narrow, wide = narrow_net(), SymbolNet(30).eval()
        grown(wide, narrow.state_dict())
        ink = torch.rand(1, 1, 64, 96)
        for expected, received in zip(narrow(ink)[:2], wide(ink)[:2], strict=True):
            torch.testing.assert_close(received, expected, rtol=1e-4, atol=1e-4)
        answers = [net.ask(net(ink)[2][0].flatten(1).T) for net in (narrow, wide)]
        for name in ("classes", "boxes", "baselines", "levels"):
            torch.testing.assert_close(getattr(answers[1], name), getattr(answers[0], name), rtol=1e-4, atol=1e-4)

    def test_new_channels_learn(self) -> None:
        wide = SymbolNet(30)
        grown(wide, narrow_net().state_dict())
        centres, _, _ = wide(torch.rand(1, 1, 64, 96))
        centres.square().sum().backward()
        self.assertGreater(wide.centres.weight.grad[:, 16:].abs().sum().item(), 0)

    def test_weights_of_a_wider_net_are_refused(self) -> None:
        wide = SymbolNet(30)
        with self.assertRaisesRegex(ValueError, "does not fit"):
            grown(narrow_net(), wide.state_dict())


if __name__ == "__main__":
    unittest.main()
