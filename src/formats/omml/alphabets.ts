import type { MathVariant } from "../math/math-tree.js";

/**
 * First code points of the mathematical alphabets (Unicode 15, block Mathematical Alphanumeric Symbols): capitals, small
 * letters, digits; 0 where there are none.
 */
const ALPHABETS: Readonly<Partial<Record<MathVariant, readonly [number, number, number]>>> = {
  "double-struck": [0x1d538, 0x1d552, 0x1d7d8],
  fraktur: [0x1d504, 0x1d51e, 0],
  "bold-fraktur": [0x1d56c, 0x1d586, 0],
  script: [0x1d49c, 0x1d4b6, 0],
  "bold-script": [0x1d4d0, 0x1d4ea, 0],
  "sans-serif": [0x1d5a0, 0x1d5ba, 0x1d7e2],
  "bold-sans-serif": [0x1d5d4, 0x1d5ee, 0x1d7ec],
  "sans-serif-italic": [0x1d608, 0x1d622, 0],
  "sans-serif-bold-italic": [0x1d63c, 0x1d656, 0],
  monospace: [0x1d670, 0x1d68a, 0x1d7f6],
};

/** Letters that were in Unicode before the alphabets, whose places there are empty. */
const EARLIER: Readonly<Record<string, string>> = {
  "double-struck": "CℂHℍNℕPℙQℚRℝZℤ",
  fraktur: "CℭHℌIℑRℜZℨ",
  script: "BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ",
};

/** The character in an alphabet of its own; undefined where Unicode has none, and for upright, italic and bold. */
export function mathAlphanumeric(char: string, variant: MathVariant): string | undefined {
  const alphabet = ALPHABETS[variant];
  if (!alphabet) return undefined;
  const earlier = [...(EARLIER[variant] ?? "")];
  const at = earlier.indexOf(char);
  if (at >= 0 && at % 2 === 0) return earlier[at + 1];
  const [capital, small, digit] = alphabet;
  const code = char.charCodeAt(0);
  if (/^[A-Z]$/.test(char)) return String.fromCodePoint(capital + code - 65);
  if (/^[a-z]$/.test(char)) return String.fromCodePoint(small + code - 97);
  if (/^[0-9]$/.test(char) && digit !== 0) return String.fromCodePoint(digit + code - 48);
  return undefined;
}
