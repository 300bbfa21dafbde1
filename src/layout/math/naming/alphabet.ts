import type { FontInfo } from "../../../page.js";
import type { Alphabet } from "../symbol.js";

/**
 * Which maths alphabet a font sets, by its PostScript name. First match wins; "" is the default alphabet (italic letters). Names are those
 * of the Type 1 and OpenType fonts of TeX Live and the usual Word fonts.
 */
const FONT_ALPHABETS: [RegExp, Alphabet | ""][] = [
  [
    /^(?:CM|LM|SF)?MIB|^CMBSY|^LMMathItalic\d+-Bold|^LMMathSymbols\d+-Bold|^(?:new)?(?:tx|px|ntx|npx)b(?:mi|sy)|^LibertineMathB|MathItalic.*Bold|^Fourier-Math-Letters.*Bold|^EURB|^Kp-\w*-M-(?:Medium|Bold)|^PazoMath-Bold/i,
    "boldsymbol",
  ],
  [
    /^CMMI|^LMMathItalic|^MTMI|^(?:r?tx|r?px|ntx|npx|zptm|zppl)r?mi|^eurm|^Fourier-Math-Letters|^Kp-\w*-M-|^MathematicalPi-One/i,
    "",
  ],
  [/^MSBM|^bbm|^dsrom|^dsss|^bbold|^(?:tx|px)syb|^BlackboardBold|DoubleStruck/i, "mathbb"],
  [/^EUF[MB]|fraktur|^yfrak/i, "mathfrak"],
  [/^rsfs|^EUS[MB]|script|^zptmcm7y|calligra|^pzc/i, "mathscr"],
  [/^CMSY|^LMMathSymbols|^MTSY|^(?:tx|px|ntx|npx)sy|^Fourier-Math-Cal/i, "mathcal"],
  [/^CMTT|^LMMono|^SFTT|courier|typewriter|^(?:tx|px)tt|mono|^Tt-Kp|^LinLibertineM/i, "mathtt"],
  [/^CMSS|^LMSans|^SFSS|helvet|arial|sans|^Sf-Kp|heros|biolinum/i, "mathsf"],
  [/^CMTI|^LMRoman\d+-Italic|^SFTI/i, "mathit"],
];

const UNICODE_MATHS =
  /^STIX(?:Two)?Math|^XITSMath|^CambriaMath|^LatinModernMath|^LMMath-|^TeXGyre\w+Math|^(?:Libertinus|Asana|Fira|Erewhon|NewCM|Garamond|XCharter|DejaVu|NotoSans)-?\w*Math/i;

/** The alphabet of a Latin or Greek letter set in this font; undefined for the default one. */
export function alphabetOfFont(font: FontInfo): Alphabet | undefined {
  for (const [pattern, alphabet] of FONT_ALPHABETS)
    if (pattern.test(font.name)) return alphabet === "" ? undefined : alphabet;
  if (font.bold) return font.italic ? "boldsymbol" : "mathbf";
  // Fonts with maths alphabets at their Unicode places: what stands at the plain letters is upright.
  if (UNICODE_MATHS.test(font.name)) return "mathrm";
  if (font.math || font.italic) return undefined;
  return "mathrm";
}

/** First code point and alphabet of each run of 26 + 26 letters in the Mathematical Alphanumeric Symbols block (U+1D400). */
const LETTER_RUNS: [number, Alphabet | undefined][] = [
  [0x1d400, "mathbf"],
  [0x1d434, undefined],
  [0x1d468, "boldsymbol"],
  [0x1d49c, "mathcal"],
  [0x1d4d0, "mathcal"],
  [0x1d504, "mathfrak"],
  [0x1d538, "mathbb"],
  [0x1d56c, "mathfrak"],
  [0x1d5a0, "mathsf"],
  [0x1d5d4, "mathsf"],
  [0x1d608, "mathsf"],
  [0x1d63c, "mathsf"],
  [0x1d670, "mathtt"],
];

/** Letters that Unicode had before and left out of the block. */
const LETTERLIKE: Record<string, [string, Alphabet]> = {
  ℂ: ["C", "mathbb"],
  ℍ: ["H", "mathbb"],
  ℕ: ["N", "mathbb"],
  ℙ: ["P", "mathbb"],
  ℚ: ["Q", "mathbb"],
  ℝ: ["R", "mathbb"],
  ℤ: ["Z", "mathbb"],
  ℬ: ["B", "mathcal"],
  ℰ: ["E", "mathcal"],
  ℱ: ["F", "mathcal"],
  ℋ: ["H", "mathcal"],
  ℐ: ["I", "mathcal"],
  ℒ: ["L", "mathcal"],
  ℳ: ["M", "mathcal"],
  ℛ: ["R", "mathcal"],
  ℭ: ["C", "mathfrak"],
  ℌ: ["H", "mathfrak"],
  ℨ: ["Z", "mathfrak"],
};

const GREEK_RUNS: [number, Alphabet | undefined][] = [
  [0x1d6a8, "boldsymbol"],
  [0x1d6e2, undefined],
  [0x1d71c, "boldsymbol"],
  [0x1d756, "boldsymbol"],
  [0x1d790, "boldsymbol"],
];
const GREEK = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡϴΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰϕϱϖ";

const DIGIT_RUNS: [number, Alphabet | undefined][] = [
  [0x1d7ce, "mathbf"],
  [0x1d7d8, "mathbb"],
  [0x1d7e2, "mathsf"],
  [0x1d7ec, "mathsf"],
  [0x1d7f6, "mathtt"],
];

/** Plain character and alphabet of a character from the maths blocks; undefined for any other character. */
export function plainLetter(character: string): { character: string; alphabet: Alphabet | undefined } | undefined {
  if (character === "ℎ") return { character: "h", alphabet: undefined };
  const letterlike = LETTERLIKE[character];
  if (letterlike) return { character: letterlike[0], alphabet: letterlike[1] };
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x1d400 || code > 0x1d7ff) return undefined;
  for (const [start, alphabet] of LETTER_RUNS) {
    const offset = code - start;
    if (offset >= 0 && offset < 52)
      return { character: String.fromCharCode(offset < 26 ? 65 + offset : 71 + offset), alphabet };
  }
  for (const [start, alphabet] of GREEK_RUNS) {
    const offset = code - start;
    if (offset >= 0 && offset < GREEK.length) return { character: GREEK[offset]!, alphabet };
  }
  for (const [start, alphabet] of DIGIT_RUNS) {
    const offset = code - start;
    if (offset >= 0 && offset < 10) return { character: String(offset), alphabet };
  }
  return undefined;
}

const STYLED = new Map<string, string>();
for (let code = 0x1d7ff; code >= 0x1d400; code--) addStyled(String.fromCodePoint(code));
for (const character of Object.keys(LETTERLIKE)) addStyled(character);

function addStyled(character: string): void {
  const plain = plainLetter(character);
  if (plain?.alphabet) STYLED.set(`${plain.alphabet}:${plain.character}`, character);
}

/** The character of the maths blocks that shows a plain one in an alphabet; undefined where Unicode has none. */
export function styledCharacter(plain: string, alphabet: Alphabet): string | undefined {
  return STYLED.get(`${alphabet === "mathscr" ? "mathcal" : alphabet}:${plain}`);
}
