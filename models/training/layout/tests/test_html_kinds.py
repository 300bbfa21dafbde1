import re
import unittest
from collections import defaultdict

import numpy as np
from layoutnet.classes import INDEX
from layoutnet.html_kinds import KINDS, draw_page
from layoutnet.sources import Draw, Sources


def sources() -> Sources:
    made = Sources.__new__(Sources)
    made.paragraphs = ["Some words of a paragraph that goes on for a while. And another sentence & a <sign>."] * 3
    made.snippets = defaultdict(list, {"title": ["A Title"], "section": ["A Section"], "reference": ["A. Author, Work, 1999."]})
    made.display = made.inline = ["<svg></svg>"]
    made.pictures = defaultdict(list)
    return made


class HtmlKinds(unittest.TestCase):
    def setUp(self) -> None:
        self.pages = [draw_page(Draw(sources(), np.random.default_rng(seed))) for seed in range(150)]

    def test_every_kind_is_drawn(self) -> None:
        self.assertEqual({page.kind for page in self.pages}, set(KINDS))

    def test_blocks_are_named_by_classes_of_the_net(self) -> None:
        names = {name for page in self.pages for name in re.findall(r'data-k="([^"]*)"', page.html)}
        self.assertLessEqual(names, set(INDEX))
        self.assertGreaterEqual(names, set(INDEX) - {"background"})

    def test_divisions_are_closed_and_text_is_escaped(self) -> None:
        for page in self.pages:
            self.assertEqual(page.html.count("<div"), page.html.count("</div>"), page.kind)
            self.assertNotIn("<sign>", page.html)

    def test_the_same_seed_gives_the_same_page(self) -> None:
        self.assertEqual(draw_page(Draw(sources(), np.random.default_rng(7))).html, self.pages[7].html)
