/** Printed number of a heading and how deep it stands. */
export interface HeadingNumber {
  /** As printed, without the blank after it: `3.1`, `A.2`, `IV.`, `Chapter 2`. */
  text: string;
  /** 1 for `3`, 2 for `3.1` …; 0 for what stands above sections (`Chapter 2`, `Part I`). */
  depth: number;
  style: "decimal" | "letter" | "roman" | "word";
  /** The heading without its number, trimmed; "" when the number stands alone. */
  rest: string;
}

/** Words before a number that make a heading; the depth is that of the unit they name. */
const UNIT_WORDS: readonly { words: readonly string[]; depth: number }[] = [
  { words: ["part", "teil", "partie", "parte", "book", "livre"], depth: 0 },
  { words: ["chapter", "kapitel", "chapitre", "capitolo", "capítulo", "capitulo", "lecture", "unit"], depth: 0 },
  {
    words: [
      "section",
      "abschnitt",
      "sezione",
      "sección",
      "seção",
      "appendix",
      "anhang",
      "annexe",
      "annex",
      "appendice",
    ],
    depth: 1,
  },
];

const UNIT_PATTERN = new RegExp(
  `^(${UNIT_WORDS.flatMap((unit) => unit.words).join("|")})\\s+(\\d+(?:\\.\\d+)*|[IVXLC]+|[A-Z])\\s*[.:)–—-]?(?:\\s+|$)`,
  "iu",
);
/** `3`, `3.`, `3.1`, `3.1.2.`; no more than three digits a part, so that years and amounts stay out. */
const DECIMAL_PATTERN = /^(?:§\s*)?(\d{1,3}(?:\.\d{1,3}){0,5})(\.|\)|:)?\s+(?=\S)/u;
/** `A.2`, `B.1.3`, `C.` – an appendix; a bare letter needs the point or to stand before a capital. */
const LETTER_PATTERN = /^([A-Z](?:\.\d{1,3}){1,5}\.?|[A-Z]\.)\s+(?=\S)/u;
const BARE_LETTER_PATTERN = /^([A-Z])\s+(?=\p{Lu}\p{L}{2})/u;
const ROMAN_PATTERN = /^((?:X{0,3})(?:IX|IV|V?I{0,3}))(\.|:)\s+(?=\S)/u;

/**
 * Reads the number in front of a heading. Says nothing about whether the line *is* a heading: `3 apples` has the number 3.
 * Roman numerals go before letters, except `C.`, `D.`, `L.`, `M.`, which name appendices more often than hundreds.
 */
export function parseHeadingNumber(text: string): HeadingNumber | undefined {
  const unit = UNIT_PATTERN.exec(text);
  if (unit) {
    const word = (unit[1] ?? "").toLowerCase();
    const depth = UNIT_WORDS.find((entry) => entry.words.includes(word))?.depth ?? 1;
    return { text: unit[0].trim(), depth, style: "word", rest: text.slice(unit[0].length).trim() };
  }
  const decimal = DECIMAL_PATTERN.exec(text);
  if (decimal?.[1]) {
    const depth = decimal[1].split(".").length;
    return { text: decimal[0].trim(), depth, style: "decimal", rest: text.slice(decimal[0].length).trim() };
  }
  const roman = ROMAN_PATTERN.exec(text);
  if (roman?.[1]) return { text: roman[0].trim(), depth: 1, style: "roman", rest: text.slice(roman[0].length).trim() };
  const letter = LETTER_PATTERN.exec(text) ?? BARE_LETTER_PATTERN.exec(text);
  if (letter?.[1]) {
    const depth = letter[1].split(".").filter((part) => part !== "").length;
    return { text: letter[0].trim(), depth, style: "letter", rest: text.slice(letter[0].length).trim() };
  }
  return undefined;
}
