"""Splits, wrapping and rare symbols of formulas."""

import random
import unittest

from symbolnet.formulas import fits, split_of, with_rare_symbols, wrapped


class Formulas(unittest.TestCase):
    def test_a_quarter_of_the_sources_is_held_out_whole(self) -> None:
        splits = [split_of(f"owner/book-{i}") for i in range(4000)]
        self.assertAlmostEqual(splits.count("validation") / 4000, 0.25, delta=0.03)

    def test_held_out_sources_are_those_of_the_benchmark(self) -> None:
        # SHA-1 of "a" begins 86f7e437faa5, which leaves 1 modulo 4.
        self.assertEqual([split_of(source) for source in "adfh"], ["train", "train", "validation", "validation"])

    def test_bodies_of_environments_are_wrapped(self) -> None:
        self.assertEqual(wrapped("a &= b", "align*"), "\\begin{aligned}[c]a &= b\\end{aligned}")
        self.assertEqual(wrapped("a=b", None), "a=b")
        self.assertEqual(wrapped("\\begin{pmatrix}a & b\\end{pmatrix}", None), "\\begin{pmatrix}a & b\\end{pmatrix}")

    def test_what_draws_outside_of_a_formula_is_left_out(self) -> None:
        self.assertTrue(fits("x_{1}+\\frac{1}{2}"))
        for latex in ("\\includegraphics{a}", "$x$", "{x", "\\hspace{3cm}", "50% of"):
            self.assertFalse(fits(latex), latex)

    def test_rare_symbols_keep_braces_and_words(self) -> None:
        latex = "\\text{if } x_{i}=\\operatorname{rank}(A)+\\mathbf{b}\\left(c\\right)"
        seen = set()
        for seed in range(300):
            changed = with_rare_symbols(latex, random.Random(seed))
            self.assertEqual(changed.count("{"), changed.count("}"))
            for word in ("\\text{if }", "\\operatorname{rank}", "\\left(", "\\right)", "\\mathbf{b}"):
                self.assertIn(word, changed)
            seen.add(changed)
        self.assertGreater(len(seen), 250)


if __name__ == "__main__":
    unittest.main()
