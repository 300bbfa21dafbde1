import { describe, expect, it } from "vitest";
import { writePages } from "../../benchmarks/support/pdf-writer.js";
import { MUTATIONS, mutatePdf } from "../support/mutate-pdf.js";

const source = writePages(["BT /F1 12 Tf 72 700 Td (words) Tj ET", "0 0 100 100 re f"]);

describe("mutatePdf", () => {
  it("gives the same bytes for the same seed and others for another", () => {
    const first = mutatePdf(source, 7);
    expect(mutatePdf(source, 7)).toEqual(first);
    expect(mutatePdf(source, 8).bytes.equals(first.bytes)).toBe(false);
  });

  it("leaves the source alone", () => {
    const before = Buffer.from(source);
    for (let seed = 0; seed < 50; seed += 1) mutatePdf(source, seed);
    expect(source.equals(before)).toBe(true);
  });

  it.each(Object.entries(MUTATIONS))("%s changes the file", (_name, mutation) => {
    let state = 3;
    const pick = (below: number) => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return state % Math.max(1, below);
    };
    const results = Array.from({ length: 5 }, () => mutation(source, pick));
    expect(results.some((bytes: Buffer) => !bytes.equals(source))).toBe(true);
  });
});
