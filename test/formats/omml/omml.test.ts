import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LatexParser } from "../../../src/formats/math/latex-parser.js";
import { mendScripts } from "../../../src/formats/math/mend-scripts.js";
import { formulaToOmml } from "../../../src/formats/omml/formula-to-omml.js";
import { expectGolden } from "../../golden-file.js";

const parser = new LatexParser();
const omml = (latex: string, display = true) => formulaToOmml(parser.parse(latex, display), display).xml;

describe("formulas as OMML", () => {
  it("are what they were", () => {
    const list = readFileSync(new URL("../../../scripts/proofs/formulas.txt", import.meta.url), "utf8");
    const written = list
      .split("\n")
      .filter((latex) => latex.trim() !== "")
      .map((latex) => `${latex}\n${omml(latex)}\n`);
    expectGolden("formats/omml/formulas.txt", written.join("\n"));
  });
  it("give operators and functions their operands", () => {
    expect(omml("\\sum_{i} x_{i}+1")).toMatch(/<m:nary>.*<m:e><m:sSub>.*<\/m:e><\/m:nary><m:r><m:t>\+1/);
    expect(omml("\\sin x \\cos y")).toMatch(/^<m:func>.*<\/m:func><m:func>.*<\/m:func>$/);
    expect(omml("\\log (x) y")).toMatch(/<\/m:func><m:r><m:t>y<\/m:t>/);
  });
  it("pair delimiters, unequal ones and bars among them", () => {
    expect(omml("[0,1)")).toContain('<m:begChr m:val="["/></m:dPr>');
    expect(omml("2|x|")).toContain('<m:begChr m:val="|"/><m:endChr m:val="|"/>');
    expect(omml("P(A|B)")).toContain("<m:lit/></m:rPr><m:t>|</m:t>");
    expect(omml("\\left(a \\middle| b\\right)").match(/<m:e>/g)).toHaveLength(2);
  });
  it("keep the size that TeX gives a fraction where Word would give another", () => {
    expect(omml("\\frac{a}{b}")).not.toContain("argSz");
    expect(omml("\\tfrac{a}{b}")).toContain('<m:argSz m:val="-1"/>');
    expect(omml("\\dfrac{a}{b}", false)).toContain('<m:argSz m:val="1"/>');
  });
  it("set limits beside their operator in a sentence, below it in a display", () => {
    expect(omml("\\sum_{i=1}^{n} i")).toContain('"undOvr"');
    expect(omml("\\sum_{i=1}^{n} i", false)).toContain('"subSup"');
    expect(omml("\\lim_{x \\to 0} f")).toContain("m:limLow");
    expect(omml("\\lim_{x \\to 0} f", false)).toContain("m:sSub");
  });
  it("leave no argument empty", () => {
    for (const latex of [
      "{}^{2}",
      "\\frac{}{}",
      "\\sqrt{}",
      "\\sum",
      "\\begin{matrix} & a \\\\ b & \\end{matrix}",
      "\\left(\\right)",
    ])
      expect(omml(latex), latex).not.toMatch(/<m:(?:e|num|den)\/>/);
  });
  it("take colours by name and number", () => {
    expect(omml("\\color{red} x")).toContain('<w:color w:val="FF0000"/>');
    expect(omml("\\color{#00f} x")).toContain('<w:color w:val="0000FF"/>');
  });
});

describe("scripts in a row", () => {
  it.each([
    ["x^{a}^{b}", "x^{a}{}^{b}"],
    ["x_{a}_{b}_{c}", "x_{a}{}_{b}{}_{c}"],
    ["x^{2}'", "x^{2}{}'"],
    ["x^{a}_{b}", "x^{a}_{b}"],
    ["x^\\prime^2", "x^\\prime{}^2"],
  ])("%s is read as %s", (latex, mended) => {
    expect(mendScripts(latex)).toBe(mended);
    expect(() => parser.parse(latex, true)).not.toThrow();
  });
});

describe("hostile formulas", () => {
  it.each([
    ["deep braces", `${"{".repeat(3000)}x${"}".repeat(3000)}`],
    ["deep fractions", `${"\\frac{1}{".repeat(900)}x${"}".repeat(900)}`],
    ["endless macro", "\\def\\a{\\a\\a}\\a"],
    ["too long", "x".repeat(13_000)],
    ["open scripts", "x^{a".repeat(500)],
  ])("%s end in an error or a formula, soon", (_, latex) => {
    const start = performance.now();
    try {
      omml(latex);
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
    }
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
