import { describe, expect, test } from "vitest";
import { selectPages } from "../../../src/engine/options/page-ranges.js";

describe("selectPages", () => {
  test.each([
    [undefined, 3, [1, 2, 3]],
    ["2,4-6", 9, [2, 4, 5, 6]],
    ["2 - -2", 5, [2, 3, 4]],
    ["2--2", 5, [2, 3, 4]],
    ["-1", 5, [5]],
    ["-3 - -1", 5, [3, 4, 5]],
    ["5,1,1-2", 5, [1, 2, 5]],
    ["4-100", 5, [4, 5]],
    ["2 - -2,1", 3, [1, 2]],
    // From the second to the last but one of two pages is nothing.
    ["1,2 - -2", 2, [1]],
  ])("%j of %i pages", (ranges, count, pages) => {
    expect(selectPages(ranges, count)).toEqual(pages);
  });

  test.each(["", "0", "a", "1-2-3", "1,,2", "3-", "1.5"])("%j is no page range", (ranges) => {
    expect(() => selectPages(ranges, 9)).toThrow(/^Expected comma list of pages/);
  });

  test("ranges run upwards", () => {
    expect(() => selectPages("5-2", 9)).toThrow("Expected ranges that run upwards");
    expect(() => selectPages("-1 - -3", 9)).toThrow("Expected ranges that run upwards");
  });

  test("at least one page must be left", () => {
    expect(() => selectPages("12-14", 9, "a.pdf")).toThrow(
      'a.pdf: Expected pageRanges to name pages 1 to 9 but received "12-14"',
    );
    expect(() => selectPages("-12", 9)).toThrow("to name pages 1 to 9");
  });
});
