import { describe, expect, it } from "vitest";
import { drawnBullets, withDrawnBullets } from "../../../src/layout/glyphs/drawn-bullets.js";
import type { Drawing } from "../../../src/page.js";
import { BODY_SIZE, makeEvidence } from "../../support/make-evidence.js";

function disc(x: number, baseline: number): Drawing {
  const side = 0.3 * BODY_SIZE;
  const y = baseline - 0.4 * BODY_SIZE;
  return { box: { x0: x, y0: y, x1: x + side, y1: y + side }, paths: 1, segments: 16, curves: 1 };
}

describe("drawnBullets", () => {
  it("makes glyphs of the discs that browsers draw before items", () => {
    const items = [500, 560, 620].map((y) => ({ text: "first thing to do", x: 400, y }));
    const page = makeEvidence(items, { drawings: [500, 560, 620].map((y) => disc(370, y)) });
    const bullets = drawnBullets(page, page.glyphs);
    expect(bullets.map(({ text, y }) => `${text} ${y}`)).toEqual(["• 500", "• 560", "• 620"]);
  });

  it("leaves marks alone that stand in a line, far from text or in a plot", () => {
    const page = makeEvidence([{ text: "one two", x: 400, y: 500 }]);
    const inLine = { ...page, drawings: [disc(page.glyphs[2]!.box.x1 + 2, 500)] };
    expect(drawnBullets(inLine, page.glyphs)).toEqual([]);
    expect(drawnBullets({ ...page, drawings: [disc(100, 500), disc(380, 700)] }, page.glyphs)).toEqual([]);
    const plot = Array.from({ length: 400 }, () => disc(370, 500));
    expect(drawnBullets({ ...page, drawings: plot }, page.glyphs)).toEqual([]);
  });

  it("reads the number on a ball as the marker of its line", () => {
    const page = makeEvidence([
      { text: "1", x: 372, y: 494, size: 20 },
      { text: "Walk a line", x: 420, y: 500 },
    ]);
    const ball = { box: { x0: 362, y0: 474, x1: 394, y1: 506 }, color: 0xc0c0c0 };
    const [number] = withDrawnBullets({ ...page, fills: [ball] }, page.glyphs);
    expect(number).toMatchObject({ text: "1.", y: 500 });
  });
});
