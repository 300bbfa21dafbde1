import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadMathJax } from "../../../src/formats/mmd/vendor.js";
import { symbolCommands } from "../../../src/layout/math/naming/unicode-symbols.js";
import { isTypesettable } from "../../../src/layout/math/typesettable.js";

const outputs = (
  JSON.parse(readFileSync(new URL("fixtures.json", import.meta.url), "utf8")) as { output: string }[]
).map(({ output }) => output);

function errorOf(latex: string): string | undefined {
  try {
    loadMathJax().TexConvert(latex, { display: true, outMath: { include_svg: false } }, true);
    return undefined;
  } catch (error) {
    return `${latex}: ${(error as Error).message}`;
  }
}

describe("the grammar of what typesets", () => {
  it("holds what the parser writes", () => {
    expect(outputs.filter((latex) => !isTypesettable(latex))).toEqual([]);
  });

  it("promises nothing that MathJax refuses: every command, alone and in its place", () => {
    const accented = [...new Set(symbolCommands())].map((command) =>
      isTypesettable(command) ? command : isTypesettable(`${command}{x}`) ? `${command}{x}` : `${command} x`,
    );
    const errors = accented.filter(isTypesettable).map(errorOf).filter(Boolean);
    expect(accented.filter(isTypesettable).length).toBeGreaterThan(300);
    expect(errors).toEqual([]);
  }, 60_000);

  it("promises nothing that MathJax refuses: pieces of real formulas put together anew", () => {
    const pieces = outputs.flatMap((latex) => latex.match(/\\[A-Za-z]+|\\.|\s+|[\s\S]/g) ?? []);
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    const accepted: string[] = [];
    for (let tries = 0; tries < 4000 && accepted.length < 150; tries++) {
      const start = random(pieces.length);
      const mutated = pieces.slice(start, start + 4 + random(20));
      mutated.splice(random(mutated.length), random(2), pieces[random(pieces.length)]!);
      const latex = mutated.join("");
      if (isTypesettable(latex)) accepted.push(latex);
    }
    expect(accepted.length).toBeGreaterThan(50);
    expect(accepted.map(errorOf).filter(Boolean)).toEqual([]);
  }, 60_000);

  it.each([
    "x^{a}^{b}",
    "\\foo",
    "\\left(x",
    "x \\right)",
    "x & y",
    "a \\\\ b",
    "\\frac{a}",
    "\\hat",
    "{x",
    "x}",
    "\\begin{array}{l}x",
    "\\begin{array}{l}x\\end{cases}",
    "\\text{a$b}",
    "#",
    "a % b",
    "piece:\\mapstochar",
  ])("promises nothing for %s", (latex) => expect(isTypesettable(latex)).toBe(false));

  it("is not exhausted by depth", () => {
    expect(isTypesettable(`${"{".repeat(5000)}x${"}".repeat(5000)}`)).toBe(false);
  });
});
