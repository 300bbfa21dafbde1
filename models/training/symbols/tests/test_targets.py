"""Targets of a sheet."""

import math
import unittest

from symbolnet.classes import Classes
from symbolnet.targets import Symbol, targets_of


class Targets(unittest.TestCase):
    classes = Classes(("(", "x"))

    def test_the_centre_is_a_peak_with_the_box_around_it(self) -> None:
        target = targets_of([Symbol("x", (10, 20, 26, 32), 32, 1)], [], (64, 64), self.classes)
        self.assertEqual(target.centres[6, 4], 1)
        self.assertEqual(float(target.centres.max()), 1)
        row = next(point for point in target.points if point[-1] == 1)
        r, c, number, left, top, right, bottom, baseline, level, _ = row
        self.assertEqual((r, c, number, level), (6, 4, 1, 1))
        self.assertEqual(((c + 0.5 - left) * 4, (r + 0.5 - top) * 4), (10, 20))
        self.assertEqual(((c + 0.5 + right) * 4, (r + 0.5 + bottom) * 4), (26, 32))
        self.assertEqual((r + 0.5 + baseline) * 4, 32)

    def test_cells_around_the_centre_are_labelled_inside_the_box_only(self) -> None:
        wide = targets_of([Symbol("x", (8, 8, 40, 40), 40, 0)], [], (64, 64), self.classes)
        self.assertEqual(len(wide.points), 9)
        small = targets_of([Symbol("x", (9, 9, 11, 11), None, 0)], [], (64, 64), self.classes)
        self.assertEqual(len(small.points), 1)
        self.assertTrue(math.isnan(small.points[0][7]))

    def test_the_smaller_of_two_symbols_has_the_cell(self) -> None:
        big, small = Symbol("(", (0, 0, 20, 60), None, -1), Symbol("x", (8, 28, 12, 32), 32, 0)
        for order in ([big, small], [small, big]):
            target = targets_of(order, [], (64, 64), self.classes)
            self.assertEqual([p[2] for p in target.points if p[:2] == [7, 2]], [1])

    def test_what_the_edge_cuts_is_no_symbol(self) -> None:
        target = targets_of([Symbol("x", (-10, 8, 6, 20), 20, 0)], [], (64, 64), self.classes)
        self.assertEqual(target.points, [])
        self.assertEqual(float(target.centres.max()), 0)

    def test_rules_are_marked_along_their_length(self) -> None:
        target = targets_of([], [(8, 21, 40, 22), (50, 4, 51, 36)], (64, 64), self.classes)
        self.assertEqual(target.rules[5].tolist(), [0, 0] + [1] * 8 + [0] * 2 + [1] + [0] * 3)
        self.assertEqual(target.rules[:, 12].sum(), 8)


if __name__ == "__main__":
    unittest.main()
