import { describe, expect, it } from "vitest";
import { alignPattern, knownLength, TAKEN } from "../../../benchmarks/quality/metrics/align-pattern.js";
import { FORMULA_MARK, UNKNOWN_MARK } from "../../../benchmarks/quality/metrics/normalize-text.js";

describe("alignPattern", () => {
  it("finds an exact substring", () => {
    expect(alignPattern("lazy dog", "the lazy dog sleeps")).toMatchObject({ edits: 0, start: 4, end: 12 });
  });

  it("counts the edits of the best window only", () => {
    expect(alignPattern("lazy dog", "xxxx lasy dog yyyy")).toMatchObject({ edits: 1, start: 5, end: 13 });
  });

  it("lets unknown marks stand for a printed number and cover all of it", () => {
    const aligned = alignPattern(`${UNKNOWN_MARK.repeat(12)}Introduction`, "\n1.2 Introduction\nText");
    expect(aligned).toEqual({ edits: 0, start: 1, end: 17, unknown: 4 });
  });

  it("bounds what marks can hide", () => {
    const aligned = alignPattern(`see ${UNKNOWN_MARK.repeat(3)} now`, "see 12345 now");
    expect(aligned.edits).toBe(2);
  });

  it("does not let a trailing formula take the words after it", () => {
    const aligned = alignPattern(`we get ${FORMULA_MARK.repeat(20)}`, "we get Another sentence");
    expect(aligned).toMatchObject({ edits: 0, start: 0, end: 7 });
  });

  it("never takes what another block has taken, not even for marks", () => {
    const aligned = alignPattern(`ab${FORMULA_MARK.repeat(5)}cd`, `ab${TAKEN.repeat(3)}cd`);
    expect(aligned.edits).toBeGreaterThan(0);
  });

  it("forgives unrecognised formula characters inside the text", () => {
    const aligned = alignPattern(`Let ${FORMULA_MARK.repeat(12)} be convex`, "Let f : R → R be convex");
    expect(aligned.edits).toBe(0);
  });
});

describe("knownLength", () => {
  it("does not count marks", () => {
    expect(knownLength(`a${UNKNOWN_MARK}${FORMULA_MARK}bc`)).toBe(3);
  });
});
