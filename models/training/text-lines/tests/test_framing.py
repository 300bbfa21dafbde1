import unittest

import numpy as np
from textlines import master
from textlines.augment import augment
from textlines.frame import HEIGHT, to_frame
from textlines.line_metrics import measure_line

from common.degrade import GRADES


def letters(heights: list[int], baseline: int = 40, slope: float = 0.0) -> np.ndarray:
    """Upright bars 5 wide, 9 apart, of the given heights on a baseline."""
    ink = np.zeros((60, 9 * len(heights) + 10), np.float32)
    for i, height in enumerate(heights):
        foot = round(baseline + slope * (9 * i - ink.shape[1] / 2))
        ink[foot - height : foot, 5 + 9 * i : 10 + 9 * i] = 1
    return ink


class Framing(unittest.TestCase):
    def test_baseline_and_x_height_of_mixed_letters(self) -> None:
        metrics = measure_line(letters([16, 16, 24, 16, 16, 24, 16, 16]), 14, 44)
        assert metrics is not None
        self.assertTrue(metrics.certain)
        self.assertAlmostEqual(metrics.baseline, 40, delta=0.5)
        self.assertAlmostEqual(metrics.x_height, 16, delta=0.5)

    def test_slope_is_found(self) -> None:
        metrics = measure_line(letters([16, 24] * 20, slope=0.01), 14, 44)
        assert metrics is not None
        self.assertAlmostEqual(metrics.slope, 0.01, delta=0.002)

    def test_neighbours_decide_what_one_height_means(self) -> None:
        capitals = letters([24] * 8)
        as_capitals, as_letters = measure_line(capitals, 14, 44, expected=16), measure_line(capitals, 14, 44, expected=24)
        assert as_capitals is not None and as_letters is not None
        self.assertAlmostEqual(as_capitals.x_height, 24 * 0.68, delta=0.6)
        self.assertAlmostEqual(as_letters.x_height, 24, delta=0.6)

    def test_no_ink_no_line(self) -> None:
        self.assertIsNone(measure_line(np.zeros((40, 100), np.float32), 10, 30))

    def test_x_fills_rows_15_to_27(self) -> None:
        for baseline, x_height in ((40, 26), (30, 13), (21, 9)):
            strip = np.zeros((60, 200), np.float32)
            strip[baseline - x_height : baseline] = 1
            rows = to_frame(strip, baseline, x_height).mean(axis=1)
            self.assertEqual(rows.shape, (HEIGHT,))
            self.assertGreater(rows[16:27].min(), 0.9)
            self.assertLess(max(rows[:13].max(), rows[30:].max()), 0.1)
            self.assertAlmostEqual(float(rows[10:33].sum()), 13, delta=0.7)

    def test_same_seed_same_pixels_and_mask_follows(self) -> None:
        image = np.zeros((master.HEIGHT, 300), np.uint8)
        image[32:52, 20:280:8] = 255
        first, mask = augment(image, [(150, 300)], [], GRADES["heavy"], np.random.default_rng(5))
        second, _ = augment(image, [(150, 300)], [], GRADES["heavy"], np.random.default_rng(5))
        np.testing.assert_array_equal(first, second)
        self.assertEqual(first.shape[1], mask.shape[0] * 4)
        self.assertAlmostEqual(float(mask.mean()), 0.5, delta=0.12)


if __name__ == "__main__":
    unittest.main()
