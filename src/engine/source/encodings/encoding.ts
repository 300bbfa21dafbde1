/** A font encoding: character code → glyph name, and the text each name stands for in these fonts. */
export interface Encoding {
  /** Name as in `FontInfo.encoding`. */
  readonly id: string;
  /** Name at each code, "" where the encoding has none. */
  readonly names: readonly string[];
  /** Text of a name of this encoding; names mean different things in different TeX fonts. */
  readonly texts: ReadonlyMap<string, string>;
}

export type LetterStyle = "script" | "fraktur" | "double-struck";

export interface EncodingOptions {
  /** The AMS Type 1 fonts repeat codes 00–20 and 7F at A1–C4, where old printer drivers could reach them. */
  amsCopies?: boolean;
  /** Letters stand for mathematical letters of this style. They are left out of the rows. */
  letters?: LetterStyle;
}

/** First code points of the styled alphabets: capitals, small letters (Unicode 15, block Mathematical Alphanumerics). */
const ALPHABETS: Record<LetterStyle, [number, number]> = {
  script: [0x1d49c, 0x1d4b6],
  fraktur: [0x1d504, 0x1d51e],
  "double-struck": [0x1d538, 0x1d552],
};
/** Letters that Unicode had before that block and left out of it. */
const LETTERLIKE: Record<LetterStyle, string> = {
  script: "Bℬ Eℰ Fℱ Hℋ Iℐ Lℒ Mℳ Rℛ eℯ gℊ oℴ",
  fraktur: "Cℭ Hℌ Iℑ Rℜ Zℨ",
  "double-struck": "Cℂ Hℍ Nℕ Pℙ Qℚ Rℝ Zℤ",
};

/**
 * Builds an encoding from rows of `CC name=text` entries separated by blanks, CC the code in hex. `=text` is left out
 * where the text is the name itself; invisible and combining text is written as hex code points joined by "+".
 */
export function encoding(id: string, rows: string, options: EncodingOptions = {}): Encoding {
  const names = new Array<string>(256).fill("");
  const texts = new Map<string, string>();
  if (options.letters) {
    for (const letter of LETTERS) {
      names[letter.charCodeAt(0)] = letter;
      texts.set(letter, styledLetter(letter, options.letters));
    }
  }
  for (const [, code, entry] of rows.matchAll(/([0-9A-F]{2}) (\S+)/g)) {
    const [name, text] = splitEntry(entry!);
    names[Number.parseInt(code!, 16)] = name;
    // The first code of a name is the usual one.
    if (!texts.has(name)) texts.set(name, text);
  }
  if (options.amsCopies) copyLowCodes(names);
  return { id, names, texts };
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** `name=text` with the text decoded. */
export function splitEntry(entry: string): [string, string] {
  const at = entry.indexOf("=", 1);
  if (at < 0) return [entry, entry];
  const text = entry.slice(at + 1);
  const hex = /^[0-9A-F]{4,5}(\+[0-9A-F]{4,5})*$/.test(text);
  const decoded = hex ? String.fromCodePoint(...text.split("+").map((value) => Number.parseInt(value, 16))) : text;
  return [entry.slice(0, at), decoded];
}

export function styledLetter(letter: string, style: LetterStyle): string {
  const at = ` ${LETTERLIKE[style]}`.indexOf(` ${letter}`);
  if (at >= 0) return LETTERLIKE[style][at + 1]!;
  const code = letter.charCodeAt(0);
  const [capitals, small] = ALPHABETS[style];
  return String.fromCodePoint(code >= 0x61 ? small + code - 0x61 : capitals + code - 0x41);
}

function copyLowCodes(names: string[]): void {
  for (let code = 0; code <= 0x20; code++) names[code < 10 ? code + 0xa1 : code + 0xa3] ||= names[code]!;
  names[0xc4] ||= names[0x7f]!;
}
