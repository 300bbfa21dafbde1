import { describe, expect, it } from "vitest";
import { settleLogos } from "../../../src/layout/glyphs/settle-logos.js";
import type { Glyph } from "../../../src/page.js";
import { setText } from "../../support/make-evidence.js";

const SIZE = 34;

function letter(text: string, x: number, y: number, size = SIZE): Glyph {
  return { ...setText({ text, x, y, size })[0]!, advance: 0.7 * size };
}

/** `LaTeX` as TeX sets it: the A small, raised and kerned by 0.36 em, the E lowered by 0.215 em between kerns. */
function latexLogo(y = 500): Glyph[] {
  const { x, advance } = letter("L", 100, y);
  const a = letter("A", x + advance - 0.36 * SIZE, y - 0.2 * SIZE, 0.7 * SIZE);
  const t = letter("T", a.x + a.advance - 0.15 * SIZE, y);
  const e = letter("E", t.x + t.advance - 0.17 * SIZE, y + 0.215 * SIZE);
  return [letter("L", 100, y), a, t, e, letter("X", e.x + e.advance - 0.125 * SIZE, y)];
}

describe("settleLogos", () => {
  it("puts the shifted letters of LaTeX on the baseline", () => {
    const logo = settleLogos(latexLogo());
    expect(logo.map(({ text }) => text).join("")).toBe("LaTeX");
    expect(logo.every(({ y }) => y === 500)).toBe(true);
  });

  it("puts the letter of an edition and that of a society on the baseline", () => {
    const [x, two] = [letter("X", 100, 500), letter("2", 100 + 0.7 * SIZE, 500)];
    const edition = [x, two, letter("ε", two.x + two.advance, 500 + 0.2 * SIZE)];
    expect(settleLogos(edition).map(({ y }) => y)).toEqual([500, 500, 500]);
    const small = [x, two, letter("ε", two.x + two.advance, 500 + 0.2 * SIZE, 0.7 * SIZE)];
    expect(settleLogos(small)).toEqual(small);
    const a = letter("𝒜", 100, 500);
    const m = letter("ℳ", a.x + a.advance - 0.17 * SIZE, 500 + 0.215 * SIZE);
    const society = [a, m, letter("𝒮", m.x + m.advance - 0.12 * SIZE, 500)];
    expect(settleLogos(society).map(({ y }) => y)).toEqual([500, 500, 500]);
  });

  it("leaves scripts where they are", () => {
    const base = letter("T", 100, 500);
    const script = letter("E", base.x + base.advance + 1, 500 + 0.2 * SIZE, 0.7 * SIZE);
    const after = letter("X", script.x + script.advance + 1, 500);
    expect(settleLogos([base, script, after])).toEqual([base, script, after]);
  });
});
