import { describe, expect, it } from "vitest";
import { renderCheck } from "../../src/formats/mmd/render-check.js";
import { fixedBrackets } from "../../src/render/delimiters.js";
import {
  idiomaticArrays,
  outerEnvironment,
  plainArrays,
  splitRows,
  withTags,
} from "../../src/render/equation-arrays.js";
import { styleLatex } from "../../src/render/latex-style.js";
import { isScript, plainScript, scriptLatex } from "../../src/render/scripts.js";

const KEEP = { rmSpaces: true, rmFonts: false };

describe("styleLatex", () => {
  it("leaves canonical LaTeX as it is", () => {
    const latex = "f(x) \\geq f(0)+\\langle g, x\\rangle \\mathrm{~K}";
    expect(styleLatex(latex, KEEP)).toBe(latex);
  });
  it("puts blanks between tokens without rmSpaces, text arguments apart", () => {
    expect(styleLatex("x^{2}+\\frac{a}{b} \\text{if so}", { rmSpaces: false, rmFonts: false })).toBe(
      "x ^ { 2 } + \\frac { a } { b } \\text{if so}",
    );
  });
  it("drops fonts but keeps the braces of scripts", () => {
    expect(
      styleLatex("\\mathbf{x}_{\\mathrm{max}}+\\alpha\\mathrm{d}y^\\mathrm{ab}", { rmSpaces: true, rmFonts: true }),
    ).toBe("x_{max}+\\alpha dy^{ab}");
  });
});

describe("equation arrays", () => {
  const aligned = "\\begin{aligned}\na & =b \\\\\nc & =d\n\\end{aligned}";
  const array = "\\begin{array}{rl}\na & =b \\\\\nc & =d\n\\end{array}";
  it("turns aligned into array and back", () => {
    expect(plainArrays(aligned)).toBe(array);
    expect(idiomaticArrays(array)).toBe(aligned);
  });
  it("turns cases into array and back", () => {
    const cases = "\\begin{cases}\na & b \\\\\nc & d\n\\end{cases}";
    const spelled = "\\left\\{\\begin{array}{ll}\na & b \\\\\nc & d\n\\end{array}\\right.";
    expect(plainArrays(cases)).toBe(spelled);
    expect(idiomaticArrays(spelled)).toBe(cases);
  });
  it("turns gathered rows into a centred array", () => {
    expect(plainArrays("\\begin{gathered}\na \\\\\nb\n\\end{gathered}")).toBe(
      "\\begin{array}{c}\na \\\\\nb\n\\end{array}",
    );
  });
  it("leaves matrices and inner environments alone", () => {
    const matrix = "\\left(\\begin{array}{cc}\na & b \\\\\nc & d\n\\end{array}\\right)";
    expect(idiomaticArrays(matrix)).toBe(matrix);
    expect(plainArrays(`x=${aligned}`)).toBe(`x=${aligned}`);
  });
  it("sees two environments as two", () => {
    expect(outerEnvironment(`${aligned}+${aligned}`)).toBeUndefined();
  });
  it("splits rows outside braces and inner environments only", () => {
    expect(splitRows("a \\\\ \\begin{array}{c} x \\\\ y \\end{array} \\\\ {b \\\\ c} \\\\")).toEqual([
      "a",
      "\\begin{array}{c} x \\\\ y \\end{array}",
      "{b \\\\ c}",
    ]);
  });
  it("tags rows, the last ones first", () => {
    expect(withTags(aligned, ["1.2"])).toBe("\\begin{align*}\na & =b \\\\\nc & =d \\tag{1.2}\n\\end{align*}");
    expect(withTags("E=m c^{2}", ["3"])).toBe("\\begin{equation*}\nE=m c^{2} \\tag{3}\n\\end{equation*}");
  });
});

describe("fixedBrackets", () => {
  it.each([
    ["\\left\\llbracket v_{1}\\right\\rrbracket", "\\llbracket v_{1}\\rrbracket"],
    ["\\left(\\left\\llbracket x\\right\\rrbracket\\right)", "\\left(\\llbracket x\\rrbracket\\right)"],
    ["\\left\\llbracket \\frac{a}{b}\\right)", "\\llbracket\\left. \\frac{a}{b}\\right)"],
    ["\\left[ a\\right\\rrbracket", "\\left[ a\\right.\\rrbracket"],
  ])("%s", (latex, expected) => {
    expect(fixedBrackets(latex)).toBe(expected);
    expect(renderCheck(`\\(${expected}\\)`)).toEqual([]);
  });
});

describe("scripts of text", () => {
  it.each([
    ["9", "super", "{ }^{9}"],
    ["1,2∗", "super", "{ }^{1,2*}"],
    ["†", "super", "{ }^{\\dagger}"],
    ["a", "super", "{ }^{a}"],
    ["max", "sub", "_{\\mathrm{max}}"],
    ["−1", "super", "{ }^{-1}"],
    ["αx", "sub", "_{\\alpha x}"],
    ["é", "super", "{ }^{\\text{é}}"],
    ["#$%&_{}~^\\", "super", "{ }^{\\#\\$\\%\\&\\_\\{\\}\\sim\\wedge\\backslash}"],
  ] as const)("%s as %s", (text, script, expected) => {
    expect(scriptLatex(text, script)).toBe(expected);
    expect(renderCheck(`x\\(${expected}\\)`)).toEqual([]);
  });
  it.each([
    ["st", "the 1", "st"],
    ["nd", "2", "nd"],
    ["me", "M", "me"],
    ["TM", "Acme", "™"],
    ["®", "Acme", "®"],
    ["th", "10", "th"],
  ])("%s after %s stays plain", (text, before, expected) => {
    expect(plainScript(text, before)).toBe(expected);
  });
  it.each([
    ["9", "noted."],
    ["a", "Smith"],
    ["2", "x"],
    ["o", "word"],
  ])("%s after %s is a script", (text, before) => {
    expect(plainScript(text, before)).toBeUndefined();
  });
  it("takes no label for a script", () => {
    expect(isScript("Consultant and Software")).toBe(false);
    expect(isScript("n+1")).toBe(true);
  });
});
