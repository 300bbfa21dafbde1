import unittest

from textlines.alphabet import STACK, default_alphabet
from textlines.maths_labels import is_plain_number, maths_labels


class MathsLabels(unittest.TestCase):
    def read(self, latex: str) -> str | None:
        labels = maths_labels(latex)
        return None if labels is None else " ".join(labels)

    def test_scripts_come_in_one_order(self) -> None:
        self.assertEqual(self.read("x^2_i"), "x _{ i } ^{ 2 }")
        self.assertEqual(self.read("f'^2"), "f ' ^{ 2 }")

    def test_synonyms_are_folded(self) -> None:
        self.assertEqual(self.read(r"a \leq b \rightarrow c"), r"a \le b \to c")
        self.assertEqual(self.read(r"\overline{x}"), r"\bar{ x }")
        self.assertEqual(self.read(r"\hat{xy}"), r"\widehat{ x y }")

    def test_upright_words_are_single_letters(self) -> None:
        self.assertEqual(self.read(r"\sin x"), r"\mathrm{s} \mathrm{i} \mathrm{n} x")
        self.assertEqual(self.read(r"{\rm ad} y"), r"\mathrm{a} \mathrm{d} y")

    def test_what_stacks_is_left_to_the_formula_recogniser(self) -> None:
        self.assertEqual(self.read(r"y=\frac{a}{b+1}"), f"y = {STACK}")
        self.assertEqual(self.read(r"\sum\limits_{i} x"), f"{STACK} x")

    def test_no_reading_is_no_reading(self) -> None:
        for latex in (r"\begin{pmatrix}a\end{pmatrix}", "x_", "{a", r"\unknown", r"x\text{ for } y", "x_a_b"):
            self.assertIsNone(maths_labels(latex), latex)

    def test_labels_are_in_the_alphabet(self) -> None:
        alphabet = default_alphabet()
        for latex in (r"\boldsymbol\alpha\in\mathbb{R}^{n\times m}", r"\mathfrak{g}\cong\mathscr{L}|_{U}", r"\sqrt{2}\|v\|_1"):
            labels = maths_labels(latex)
            assert labels is not None
            self.assertEqual(alphabet.decode([k for c in alphabet.encode(labels) for k in (c, 0)]), labels)

    def test_plain_numbers(self) -> None:
        self.assertTrue(is_plain_number(maths_labels("3.5") or []))
        self.assertFalse(is_plain_number(maths_labels("3x") or []))


if __name__ == "__main__":
    unittest.main()
