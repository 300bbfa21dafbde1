/** Marker at the start of a line. */
export interface ListMarker {
  /** As printed: `•`, `1.`, `(a)`. A private-use dingbat is given as `•`. */
  text: string;
  kind: "bullet" | "ordered";
  /** Markers of one list share their style: `1.` and `2.`, `(a)` and `(b)`. */
  style: string;
  /** Position in an ordered list (`c` → 3, `iv` → 4); 0 for bullets. */
  value: number;
  /** Length in characters, in the text it was read from. */
  length: number;
}

/** Bullets as printed, including those of dingbat and maths fonts. */
const BULLETS = "•¦●○◦∙·⋅■□▪▫◾◽◆◇❖►▶▷▸▹‣➢➤➔➜✓✔✗✘★☆☐☑☒⬜⁃❑❒❍∘⊙⊚⊛∗➡⇒";
/** Also any private-use character: Word sets bullets in Symbol and Wingdings under such codes. */
const BULLET_PATTERN = new RegExp(`^([${BULLETS}\\u{E000}-\\u{F8FF}])(?:\\s+|(?=[\\p{L}(“"]))`, "u");
/** Dashes and stars are bullets only with a blank after them: `- item`, but not `-5` nor `*note`. */
const DASH_PATTERN = /^([-–—*▬−])\s+(?=\S)/u;
/** `— or —`: words between two such signs. */
const BETWEEN_DASHES = /^([-–—*▬−])\s.*\s\1$/u;
/** Arrows and operators begin rows of formulas as well: as bullets they stand before words. */
const OPERATOR_PATTERN = /^[⇒∘⊙⊚⊛∗⋅](?!\s*["“„(]?\p{L}{2})/u;

/** Style of `A.`, which more often is the initial of a name. */
export const CAPITAL_STYLE = "A.";
/** Style of `2.1.`, which numbers sections as well. */
export const SECTION_STYLE = "1.1.";

const ORDERED: readonly { style: string; pattern: RegExp; value: (label: string) => number }[] = [
  { style: "(1)", pattern: /^\((\d{1,3})\)(?:\s+|$)/u, value: Number },
  { style: "(i)", pattern: /^\(([ivx]{1,5})\)(?:\s+|$)/u, value: romanValue },
  { style: "(a)", pattern: /^\(([a-z])\)(?:\s+|$)/u, value: letterValue },
  { style: "(A)", pattern: /^\(([A-Z])\)(?:\s+|$)/u, value: letterValue },
  { style: "1.", pattern: /^(\d{1,3})\.(?:\s+|$|(?=\p{Lu}\p{L}))/u, value: Number },
  { style: "1)", pattern: /^(\d{1,3})\)(?:\s+|$|(?=\p{Lu}\p{L}))/u, value: Number },
  { style: "i.", pattern: /^([ivx]{1,5})\.(?:\s+|$)/u, value: romanValue },
  { style: "i)", pattern: /^([ivx]{1,5})\)(?:\s+|$)/u, value: romanValue },
  { style: "a.", pattern: /^([a-z])\.(?:\s+|$)/u, value: letterValue },
  { style: "a)", pattern: /^([a-z])\)(?:\s+|$)/u, value: letterValue },
  { style: CAPITAL_STYLE, pattern: /^([A-Z])\.(?:\s+|$)/u, value: letterValue },
  { style: "A)", pattern: /^([A-Z])\)(?:\s+|$)/u, value: letterValue },
  {
    style: SECTION_STYLE,
    pattern: /^(\d{1,2}(?:\.\d{1,2}){1,3})[.)](?:\s+|$)/u,
    value: (label) => Number(label.split(".").at(-1)),
  },
];

/** Reads a list marker at the start of `text`. Says nothing about whether the line is an item: `1. Introduction` has one. */
export function parseListMarker(text: string): ListMarker | undefined {
  if (OPERATOR_PATTERN.test(text) || BETWEEN_DASHES.test(text)) return undefined;
  const bullet = BULLET_PATTERN.exec(text) ?? DASH_PATTERN.exec(text);
  if (bullet?.[1]) {
    const printed = bullet[1] >= "\u{E000}" && bullet[1] <= "\u{F8FF}" ? "•" : bullet[1];
    return { text: printed, kind: "bullet", style: printed, value: 0, length: bullet[1].length };
  }
  for (const { style, pattern, value } of ORDERED) {
    const match = pattern.exec(text);
    if (!match?.[1]) continue;
    const printed = match[0].trim();
    return { text: printed, kind: "ordered", style, value: value(match[1]), length: printed.length };
  }
  return undefined;
}

function letterValue(label: string): number {
  return (label.toLowerCase().codePointAt(0) ?? 96) - 96;
}

const ROMAN_DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** Value of a lower-case Roman numeral; sums without checking its form. */
function romanValue(label: string): number {
  const digits = [...label.toLowerCase()].map((letter) => ROMAN_DIGITS[letter] ?? 0);
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
}
