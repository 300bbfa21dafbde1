import { describe, expect, it } from "vitest";
import { eraseRules } from "../../../src/engine/raster/ink/erase-rules.js";

/** 12 by 10 px of grey paper with a blurred vertical rule at x 6. */
function ruled() {
  const data = new Uint8Array(120).fill(230);
  for (let y = 0; y < 10; y++) data.set([150, 10, 150], y * 12 + 5);
  return { width: 12, height: 10, data };
}

describe("rules", () => {
  it("are painted over with the paper beside them, blurred edges too", () => {
    const page = eraseRules(ruled(), [{ x0: 6, y0: 0, x1: 7, y1: 10 }]);
    expect(new Set(page.data)).toEqual(new Set([230]));
  });

  it("that are level are painted over with the paper above and below them", () => {
    const data = new Uint8Array(120).fill(230);
    data.fill(10, 60, 72);
    data.fill(10, 5, 120 - 7 * 12);
    const page = eraseRules({ width: 12, height: 10, data }, [{ x0: 0, y0: 5, x1: 12, y1: 6 }]);
    expect(new Set(page.data.subarray(3 * 12))).toEqual(new Set([230]));
    expect(page.data.subarray(0, 36)).toEqual(data.subarray(0, 36));
  });

  it("leave a picture without them as it is", () => {
    const image = ruled();
    expect(eraseRules(image, [])).toBe(image);
    expect([...eraseRules(image, [{ x0: 0, y0: 0, x1: 1, y1: 10 }]).data]).toEqual([...image.data]);
  });
});
