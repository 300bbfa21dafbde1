import unittest

import numpy as np
from layoutnet.accidents import frame_page, place
from layoutnet.classes import INDEX
from layoutnet.page_store import Line, PageRecord, Region
from layoutnet.targets import FRAME, PICTURE, draw_regions


def page() -> PageRecord:
    regions = [Region("text", [80, 80, 400, 120]), Region("figure", [80, 200, 400, 400])]
    lines = [Line("text", [80, 80, 400, 96], 92, 6), Line("text", [80, 104, 400, 120], 116, 6)]
    return PageRecord("test", 768, 1024, regions, lines)


class Targets(unittest.TestCase):
    def test_cells_hold_the_class_of_the_region_around_their_centre(self) -> None:
        regions = draw_regions(page(), np.eye(2, 3), FRAME)
        self.assertEqual(regions[25, 25], INDEX["text"])
        self.assertEqual(regions[75, 25], PICTURE)
        self.assertEqual(regions[5, 5], 0)
        self.assertEqual((regions[:, 9].any(), regions[:, 10].any()), (False, True))


class Frames(unittest.TestCase):
    def test_a_page_is_centred_and_fills_its_frame(self) -> None:
        matrix = place((1152, 864), 0, FRAME, None)
        np.testing.assert_allclose(matrix @ [0, 0, 1], [0, 0], atol=1e-9)
        np.testing.assert_allclose(matrix @ [864, 1152, 1], [576, 768], atol=1e-9)

    def test_a_quarter_turn_makes_portrait_landscape(self) -> None:
        matrix = place((1024, 768), 1, (576, 768), None)
        np.testing.assert_allclose(matrix @ [0, 0, 1], [768, 0], atol=1e-6)
        np.testing.assert_allclose(matrix @ [768, 0, 1], [768, 576], atol=1e-6)

    def test_the_same_seed_gives_the_same_damage(self) -> None:
        grey = np.full((1024, 768), 255, np.uint8)
        grey[80:120, 80:400] = 30
        for seed in range(20):
            first, second = (frame_page(grey, page(), np.random.default_rng(seed)) for _ in range(2))
            np.testing.assert_array_equal(first[0], second[0])
            np.testing.assert_array_equal(first[1], second[1])
            self.assertTrue(np.isfinite(first[0]).all())
