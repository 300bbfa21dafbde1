import { describe, expect, it } from "vitest";
import { parseHeadingNumber } from "../../../src/layout/headings/heading-number.js";

describe("parseHeadingNumber", () => {
  it.each([
    ["3 Method", 1, "decimal", "Method"],
    ["3.1. Data and code", 2, "decimal", "Data and code"],
    ["2.3.1 Example", 3, "decimal", "Example"],
    ["A.2 Proofs", 2, "letter", "Proofs"],
    ["B Further tables", 1, "letter", "Further tables"],
    ["IV. Results", 1, "roman", "Results"],
    ["C. Results and Analysis", 1, "letter", "Results and Analysis"],
    ["Chapter 2", 0, "word", ""],
    ["Kapitel 4: Räume", 0, "word", "Räume"],
    ["Appendix A Data", 1, "word", "Data"],
    ["Part III", 0, "word", ""],
  ])("reads %s", (text, depth, style, rest) => {
    expect(parseHeadingNumber(text)).toMatchObject({ depth, style, rest });
  });

  it.each(["Introduction", "A method for all", "1984", "2019.5 and more", "Ich bin", "Civil law"])(
    "finds no number in %s",
    (text) => {
      expect(parseHeadingNumber(text)).toBeUndefined();
    },
  );
});
