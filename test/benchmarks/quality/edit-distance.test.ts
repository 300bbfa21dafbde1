import { describe, expect, it } from "vitest";
import { editDistance, normalizedEditDistance } from "../../../benchmarks/quality/metrics/edit-distance.js";

describe("editDistance", () => {
  it.each([
    ["kitten", "sitting", 3],
    ["", "abc", 3],
    ["abc", "abc", 0],
    ["flaw", "lawn", 2],
  ])("of %j and %j is %i", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });

  it("compares elements of arrays by identity", () => {
    expect(editDistance([1, 2, 3, 4], [2, 1, 3, 4])).toBe(2);
  });
});

describe("normalizedEditDistance", () => {
  it("divides by the longer length", () => {
    expect(normalizedEditDistance("kitten", "sitting")).toBeCloseTo(3 / 7);
  });

  it("is 0 for two empty texts and 1 for nothing in common", () => {
    expect(normalizedEditDistance("", "")).toBe(0);
    expect(normalizedEditDistance("ab", "cd")).toBe(1);
  });
});
