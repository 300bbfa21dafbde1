import { describe, expect, it } from "vitest";
import { eraseUprights } from "../../../src/engine/raster/ink/erase-uprights.js";

/** 12 by 10 px of grey paper with a blurred vertical rule at x 6. */
function ruled() {
  const data = new Uint8Array(120).fill(230);
  for (let y = 0; y < 10; y++) data.set([150, 10, 150], y * 12 + 5);
  return { width: 12, height: 10, data };
}

describe("vertical rules", () => {
  it("are painted over with the paper beside them, blurred edges too", () => {
    const page = eraseUprights(ruled(), [{ x0: 6, y0: 0, x1: 7, y1: 10 }], 10);
    expect(new Set(page.data)).toEqual(new Set([230]));
  });

  it("stay where they are short, level, or not there", () => {
    const image = ruled();
    expect(eraseUprights(image, [{ x0: 6, y0: 0, x1: 7, y1: 9 }], 10)).toBe(image);
    expect(eraseUprights(image, [{ x0: 0, y0: 5, x1: 12, y1: 6 }], 5)).toBe(image);
  });
});
