import { describe, expect, it } from "vitest";
import { writeFormula } from "../../../src/formats/tex/math/write-formula.js";
import { TexNeeds } from "../../../src/formats/tex/needs.js";

function tex(latex: string, display = false): string {
  return writeFormula(latex, display, new TexNeeds("pdflatex")).tex;
}

describe("formulas for TeX", () => {
  it.each([
    ["x^{2}+y_{1}", "x^{2}+y_{1}"],
    ["x^2'", "x^{2}{}'"],
    ["x'^2", "x'^{2}"],
    ["a^b^c", "a^{b}{}^{c}"],
    ["x^\\frac{1}{2}", "x^{\\frac{1}{2}}"],
    ["\\sqrt", "\\sqrt{}"],
    ["100 % a comment\n+1", "100 +1"],

    ["a\\ ", "a\\ "],
    ["\\not p", "\\not p"],
    ["α ≤ β", "\\alpha \\leq \\beta"],
    ["x²", "x^{2}"],
    ["\\text{if $x_1$ & y_2}", "\\text{if $x_{1}$ \\& y\\_2}"],
    ["\\boldsymbol{\\rm i}", "\\boldsymbol{{\\rm i}}"],
    ["x\\in\\mathopen] 1,e \\mathclose[", "x\\in\\mathopen{]} 1,e \\mathclose{[}"],
    [
      "\\begin{array}{c} a & b \\\\ \\hline c & d \\end{array}",
      "\\begin{array}{cc} a & b \\\\ \\hline c & d \\end{array}",
    ],
    ["\\begin{cases} a & b & c \\end{cases}", "\\left\\{\\begin{array}{lll} a & b & c \\end{array}\\right."],
    ["\\begin{align*} a &= b \\end{align*}", "\\begin{aligned} a &= b \\end{aligned}"],
    ["a \\\\ b", "\\begin{gathered}\na \\\\ b\n\\end{gathered}"],
    ["\\href{javascript:alert(1)}{x}", "x"],
    ["\\color{red} x", "\\color{red} x"],
    ["\\color{#f00} x", "x"],
  ])("%s", (source, expected) => {
    expect(tex(source)).toBe(expected);
  });

  it.each([
    ["x_{\\text{a}}", ["amsmath"]],
    ["x_{\\mathrm{a}}", []],
    ["\\mathrm{é}", ["amsmath", "textcomp"]],
  ])("asks for the packages of %s", (source, packages) => {
    const needs = new TexNeeds("pdflatex");
    writeFormula(source, false, needs);
    expect([...needs.packages]).toEqual(packages);
  });

  it("keeps displays with their numbers and mends those that cannot hold their rows", () => {
    expect(tex("\\begin{equation}\\label{eq:a}\na=b\n\\end{equation}", true)).toBe(
      "\\begin{equation}\na=b \\label{eq:a}\n\\end{equation}",
    );
    expect(tex("\\begin{equation}\na&=b\\\\c&=d\n\\end{equation}", true)).toBe(
      "\\begin{equation}\n\\begin{aligned}\na&=b\\\\c&=d\n\\end{aligned}\n\\end{equation}",
    );
    expect(tex("\\begin{align}\na&=b \\tag{1}\\\\c&=d \\notag\\\\\n\\end{align}", true)).toBe(
      "\\begin{align}\na&=b  \\tag{1} \\\\c&=d \\notag\n\\end{align}",
    );
    expect(tex("E=mc^{2} \\tag{1.3}", true)).toBe("E=mc^{2} \\tag{1.3}");
  });

  it.each([
    "\\input{/etc/passwd}",
    "\\write18{rm -rf /}",
    "\\immediate\\openout3=x",
    "\\csname input\\endcsname",
    "\\def\\x{\\x}\\x",
    "\\catcode`\\%=12",
    "\\usepackage{shellesc}",
    "\\text{\\input{x}}",
    "\\ce{\\input{x}}",
    "\\begin{verbatim}x\\end{verbatim}",
    "\\begin{array}{@{\\input{x}}c} a \\end{array}\\include{y}",
    "\\frac{a",
    "a}",
    "\\left( a",
    "a & b }",
    `${"{".repeat(200)}${"}".repeat(200)}`,
  ])("refuses %s", (source) => {
    expect(() => tex(source)).toThrow();
  });
});
