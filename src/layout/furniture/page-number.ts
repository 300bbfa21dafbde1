/** A page number that stands alone or in one of its usual frames. */
export interface PrintedPageNumber {
  /** Value; Roman numerals are counted, but from 1 like the others. */
  value: number;
  /** `arabic`, `roman`: numbers of different styles do not count on. */
  style: "arabic" | "roman";
}

/** Frames around a page number: `12`, `- 12 -`, `Page 12`, `Page 3 of 10`, `3/10`, `p. 7`, `[4]`. */
const ARABIC_PATTERNS: readonly RegExp[] = [
  /^[-–—|•·[(]?\s*(\d{1,5})\s*[-–—|•·\])]?$/u,
  /^(?:page|seite|pagina|página|pág\.?|pag\.?|p\.|s\.|стр\.?|slide|folie)\s*:?\s*(\d{1,4})(?:\s*(?:of|von|de|di|sur|из|\/)\s*\d{1,4})?\.?$/iu,
  /^(\d{1,4})\s*(?:of|von|de|di|sur|из|\/)\s*\d{1,4}$/iu,
];
/** Pages counted by chapter: `5 - 3`, `A-12`. */
const CHAPTER_PATTERN = /^(?:\d{1,2}|[A-Z])\s*[-–—]\s*(\d{1,3})$/u;
const ROMAN_PATTERN = /^[-–—]?\s*(x{0,3}(?:ix|iv|v?i{0,3})|[xl]{0,2}(?:ix|iv|v?i{0,3}))\s*[-–—]?$/iu;
const ROMAN_DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** Reads a text that is nothing but a page number. */
export function parsePageNumber(text: string): PrintedPageNumber | undefined {
  const trimmed = text.trim();
  for (const pattern of [...ARABIC_PATTERNS, CHAPTER_PATTERN]) {
    const match = pattern.exec(trimmed);
    if (match?.[1]) return { value: Number(match[1]), style: "arabic" };
  }
  const roman = ROMAN_PATTERN.exec(trimmed)?.[1];
  if (roman) return { value: romanValue(roman), style: "roman" };
  return undefined;
}

function romanValue(label: string): number {
  const digits = [...label.toLowerCase()].map((letter) => ROMAN_DIGITS[letter] ?? 0);
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
}
