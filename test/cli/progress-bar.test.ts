import { describe, expect, test } from "vitest";
import { barText, duration } from "../../src/cli/progress-bar.js";

describe("progress bar", () => {
  const state = { done: 30, pages: 120, expected: 120, known: 1, total: 1, finished: 0, speed: 10 };

  test("pages done, speed, time left", () => {
    expect(barText(state)).toBe("██████░░░░░░░░░░░░░░░░░░ 30/120 pages  10.0 pages/s  9 s left");
  });

  test("documents not open yet are expected to be like the others", () => {
    expect(barText({ ...state, expected: 240, total: 2, known: 1 })).toBe(
      "███░░░░░░░░░░░░░░░░░░░░░ 30/120+ pages  0/2 documents  10.0 pages/s  21 s left",
    );
  });

  test("says nothing it does not know", () => {
    expect(barText({ ...state, done: 0, pages: 0, expected: 0, known: 0, speed: 0 })).toBe(
      `${"░".repeat(24)} 0/0+ pages`,
    );
  });

  test.each([
    [0.4, "0 s"],
    [59.4, "59 s"],
    [200, "3 min 20 s"],
    [7500, "2 h 5 min"],
  ])("duration(%d) = %j", (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });
});
