import { describe, expect, it } from "vitest";
import { headingScore } from "../../../benchmarks/quality/metrics/heading-score.js";
import { UNKNOWN_MARK } from "../../../benchmarks/quality/metrics/normalize-text.js";

const number = UNKNOWN_MARK.repeat(12);

describe("headingScore", () => {
  it("matches headings with and without their printed numbers", () => {
    const score = headingScore(
      [
        { text: `${number}Introduction`, level: 1 },
        { text: `${number}Related work`, level: 2 },
      ],
      [
        { text: "1 Introduction", level: 1 },
        { text: "II.A Related work", level: 2 },
      ],
    );
    expect(score).toMatchObject({ matched: 1, truth: 2, predicted: 2 });
    expect(score.f1).toBeCloseTo(0.5);
    expect(score.missed).toEqual([`${number}Related work`]);
  });

  it("computes F1 from hand-counted hits", () => {
    const truth = ["Alpha", "Beta", "Gamma"].map((text) => ({ text, level: 1 }));
    const predicted = ["Alpha", "Beta", "Not a heading", "Nor this"].map((text) => ({ text, level: 1 }));
    // precision 2/4, recall 2/3
    expect(headingScore(truth, predicted).f1).toBeCloseTo((2 * 2) / (3 + 4));
  });

  it("ranks levels per document, so that chapters count as the highest", () => {
    const truth = [
      { text: "A book", level: 0 },
      { text: "Chapter", level: 2 },
      { text: "Section", level: 3 },
    ];
    const predicted = [
      { text: "A book", level: 0 },
      { text: "Chapter", level: 1 },
      { text: "Section", level: 1 },
    ];
    expect(headingScore(truth, predicted)).toMatchObject({ f1: 1, matched: 3, rightLevel: 2 });
  });

  it("leaves run-in headings out on both sides", () => {
    const score = headingScore(
      [
        { text: "Main", level: 1 },
        { text: "Run in", level: 4, optional: true },
      ],
      [
        { text: "Main", level: 1 },
        { text: "Run in", level: 2 },
      ],
    );
    expect(score).toMatchObject({ f1: 1, truth: 1, predicted: 1, wrong: [] });
  });
});
