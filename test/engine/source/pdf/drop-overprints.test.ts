import { expect, it } from "vitest";
import { dropOverprints } from "../../../../src/engine/source/pdf/drop-overprints.js";
import type { Glyph } from "../../../../src/page.js";

function letter(text: string, x: number, y = 100): Glyph {
  return {
    text,
    identity: "unicode",
    code: 0,
    font: 0,
    size: 35,
    x,
    y,
    advance: 18,
    angle: 0,
    box: { x0: x, y0: y - 16, x1: x + 16, y1: y },
    exact: true,
    visible: true,
    color: 0,
    confidence: 1,
  };
}

it("counts the copies that thicken a glyph, not those at the very same place", () => {
  // \pmb of amsmath: three prints, the last one raised.
  const kept = dropOverprints([letter("R", 100), letter("R", 101.7), letter("R", 100.9, 98.5), letter("z", 122)]);
  expect(kept.map(({ text, overprints }) => [text, overprints])).toEqual([
    ["R", 2],
    ["z", undefined],
  ]);
  expect(dropOverprints([letter("R", 100), letter("R", 100)]).map(({ overprints }) => overprints)).toEqual([undefined]);
});

it("keeps the line of a second accent over the first", () => {
  // \bar{\bar{\Omega}} at 10 pt: the lines are an eighth of an em apart.
  const line = (y: number): Glyph => ({ ...letter("¯", 100, y), box: { x0: 102, y0: y - 21, x1: 115, y1: y - 20 } });
  expect(dropOverprints([line(100), line(95.2)])).toHaveLength(2);
  expect(dropOverprints([line(100), line(98.5)])).toHaveLength(1);
});
