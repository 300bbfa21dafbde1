import unittest

import numpy as np
from layoutnet.restyle import restyle

PAPER = "\\documentclass[11pt,a4paper]{article}\n\\begin{document}\nText\n\\end{document}\n"


class Restyle(unittest.TestCase):
    def test_size_and_columns_change_and_other_options_stay(self) -> None:
        dressed = [restyle(PAPER, np.random.default_rng(seed)) or "" for seed in range(20)]
        self.assertTrue(all("a4paper" in source and source.count("pt") >= 1 for source in dressed))
        self.assertTrue(any("twocolumn" in source for source in dressed))
        self.assertTrue(any("[a4paper,12pt" in source for source in dressed))
        self.assertTrue(all(source.index("\\linespread") < source.index("\\begin{document}") for source in dressed))

    def test_classes_of_publishers_stay_as_they_are(self) -> None:
        self.assertIsNone(restyle(PAPER.replace("article", "IEEEtran"), np.random.default_rng(1)))
