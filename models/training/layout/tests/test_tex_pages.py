import unittest

from layoutnet.classes import CLASSES
from layoutnet.tex_pages import Glyph, adopt_labels, label_page, read_glyphs, text_lines

TEXT, PAGE_INFO = CLASSES.index("text"), CLASSES.index("page_info")


def glyphs(y: float, kind: int, start: float = 100, count: int = 30, block: int = 1) -> list[list[object]]:
    colour = block << 16 | 1 << 8 | kind
    return [[start + 20 * i, y - 15, start + 20 * i + 16, y, y, 33.0, colour, "x"] for i in range(count)]


def evidence(rows: list[list[object]]) -> dict[str, object]:
    return {"page": 1, "width": 2125, "height": 2750, "turned": 0, "glyphs": rows, "rules": [], "pictures": []}


class TexPages(unittest.TestCase):
    def test_marks_become_classes_and_other_colours_none(self) -> None:
        marked, coloured = read_glyphs([*glyphs(100, TEXT, count=1), [0, 0, 1, 1, 1, 10, 0xFF0000, "x"]])
        self.assertEqual((marked.kind, coloured.kind), (TEXT, -1))

    def test_unmarked_glyphs_above_and_below_the_text_are_furniture(self) -> None:
        rows = [*glyphs(300, TEXT), *glyphs(340, TEXT), *[[*row[:6], 0, "7"] for row in glyphs(2600, 0, count=2)]]
        record = label_page(evidence(rows), [])
        assert record is not None
        self.assertEqual(sorted({region.kind for region in record.regions}), ["page_info", "text"])

    def test_pages_with_unmarked_text_are_left_out(self) -> None:
        rows = [*glyphs(300, TEXT), *[[*row[:6], 0, "y"] for row in glyphs(400, 0)], *glyphs(500, TEXT)]
        self.assertIsNone(label_page(evidence(rows), []))

    def test_labels_join_the_line_they_stand_on(self) -> None:
        found = [Glyph([100, 85, 116, 100], 100, 33, 0, 0, "1"), Glyph([150, 85, 166, 100], 100, 33, TEXT, 5, "x")]
        adopt_labels(found)
        self.assertEqual((found[0].kind, found[0].block), (TEXT, 5))

    def test_a_wide_gap_ends_a_line(self) -> None:
        run = read_glyphs([*glyphs(100, TEXT, count=3), *glyphs(100, TEXT, start=400, count=3)])
        self.assertEqual(len(text_lines(run, "text")), 2)
