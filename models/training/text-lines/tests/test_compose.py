import random
import unittest

from textlines import forms
from textlines.compose import LOWER_AGAIN, RAISE, LineText, Segment, curl_quotes, text_labels, window


class Compose(unittest.TestCase):
    def test_raised_digits_are_labels_of_their_own(self) -> None:
        self.assertEqual("".join(text_labels(f"a1{RAISE}12,b{LOWER_AGAIN}2")), "a1¹²,b2")

    def test_formulas_stand_between_span_marks(self) -> None:
        line = LineText("maths", [Segment("so "), Segment("x_1", ["x", "_{", "1", "}"]), Segment(".")])
        self.assertEqual("".join(line.labels), "so \\(x_{1}\\).")

    def test_window_takes_whole_words(self) -> None:
        rng = random.Random(1)
        text = "the quick brown fox jumps over the lazy dog again and again"
        for _ in range(50):
            part = window(text, rng, 10, 20)
            self.assertLessEqual(len(part), 20)
            self.assertIn(f" {part} ", f" {text} ")

    def test_quotes_open_and_close(self) -> None:
        class First(random.Random):
            def choice(self, seq):  # noqa: ANN001, ANN201
                return seq[0]

        self.assertEqual(curl_quotes("He said \"it's ('so')\".", First()), "He said “it’s (‘so’)”.")

    def test_every_form_can_be_filled(self) -> None:
        rng = random.Random(2)
        for template in forms.NUMBER_FORMS + forms.ADDRESS_FORMS:
            self.assertTrue(template.format_map(forms.Values(rng, "some words here")), template)


if __name__ == "__main__":
    unittest.main()
