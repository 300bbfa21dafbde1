from __future__ import annotations

import unittest
from types import SimpleNamespace

from symbolnet.classes import Classes
from symbolnet.pairs import pair_table, right_neighbours


class Neighbours(unittest.TestCase):
    def test_scripts_and_what_follows(self) -> None:
        letter, exponent, index, plus = (0, 0, 10, 12), (11, -5, 16, 3), (11, 10, 16, 18), (30, 0, 42, 12)
        self.assertEqual(right_neighbours([letter, exponent]), [(0, 1, 1)])
        self.assertEqual(right_neighbours([letter, index]), [(0, 1, 2)])
        self.assertEqual(right_neighbours([letter, exponent, plus]), [(0, 1, 1), (1, 2, 2)])

    def test_far_things_are_no_neighbours(self) -> None:
        self.assertEqual(right_neighbours([(0, 0, 10, 12), (80, 0, 90, 12)]), [])
        self.assertEqual(right_neighbours([(0, 0, 10, 12), (12, 30, 22, 42)]), [])


class Table(unittest.TestCase):
    def test_frequent_pairs_are_above_zero_and_copies_count_once(self) -> None:
        def formula(*names: str) -> tuple[int, SimpleNamespace]:
            return 0, SimpleNamespace(symbols=[(name, 20 * n, 0, 20 * n + 15, 20, None, 0) for n, name in enumerate(names)])

        records = [formula("a", "b"), *[formula("a", "b", *"cd"[: n % 2 + 1], *["a", "b"] * n) for n in range(9)]]
        table = pair_table([SimpleNamespace(records=records)], Classes(("a", "b", "c", "d")))
        self.assertEqual(table.shape, (3, 4, 4))
        self.assertGreater(table[0, 0, 1], 0)
        self.assertLess(table[0, 0, 0], 0)
        again = pair_table([SimpleNamespace(records=records * 3)], Classes(("a", "b", "c", "d")))
        self.assertTrue((table == again).all())


if __name__ == "__main__":
    unittest.main()
