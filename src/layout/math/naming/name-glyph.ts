import type { FontInfo, Glyph } from "../../../page.js";
import type { MathSymbol } from "../symbol.js";
import { ACCENTS } from "../symbol-classes.js";
import { alphabetOfFont, plainLetter } from "./alphabet.js";
import { readScriptCharacter, type ScriptCharacter } from "./script-characters.js";
import { nameOfTexGlyph } from "./tex-glyph-names.js";
import { PIECES_BY_CHARACTER } from "./unicode-pieces.js";
import { nameOfCharacter } from "./unicode-symbols.js";

/** Confidence of a symbol whose glyph has no identity. */
const UNKNOWN = 0.05;

const PRIMES: Readonly<Record<string, number>> = { "″": 2, "‴": 3, "⁗": 4 };
/** An accent wider than this, in sizes, spans more than a letter. */
const WIDE = 0.6;
/** A dot taller than this, in sizes, is a bullet. */
const BULLET = 0.2;

/** What the structure parser sees of a PDF glyph; ligatures give several symbols. Space glyphs give none. */
export function nameGlyph(glyph: Glyph, font: FontInfo): MathSymbol[] {
  const text = glyph.text.normalize("NFC").replace(/[″‴⁗]/gu, (primes) => "′".repeat(PRIMES[primes]!));
  if (text.trim() === "" && !glyph.name) return glyph.text === "" ? [symbol(glyph, "\\square", font, UNKNOWN)] : [];
  const script = readScriptCharacter(text);
  if (script) return nameGlyph(asScript(glyph, script), font);
  const byName = glyph.name ? nameOfMathsGlyph(glyph.name, glyph.code, font) : undefined;
  if (byName) return [symbol(glyph, byName, font, glyph.confidence)];
  const piece = PIECES_BY_CHARACTER.get(text);
  if (piece) return [symbol(glyph, piece, font, glyph.confidence)];
  const accented = accentedLetter(glyph, text, font);
  if (accented) return accented;
  const characters = [...text];
  if (characters.length === 0) return [symbol(glyph, "\\square", font, UNKNOWN)];
  const width = (glyph.box.x1 - glyph.box.x0) / characters.length;
  return characters.flatMap((character, index) => {
    const box =
      characters.length === 1
        ? glyph.box
        : { ...glyph.box, x0: glyph.box.x0 + index * width, x1: glyph.box.x0 + (index + 1) * width };
    return [characterSymbol({ ...glyph, box }, character, font)];
  });
}

/** Size of scripts and how far their baselines are moved, in sizes of what they stand at: TeX's. */
const SCRIPT_SIZE = 0.7;
const SCRIPT_SHIFT = { super: 0.36, sub: -0.15 };

/** The glyph as it would be printed with the font's own character on the line. */
function asScript(glyph: Glyph, { base, script }: ScriptCharacter): Glyph {
  const y = glyph.y - SCRIPT_SHIFT[script] * glyph.size;
  return { ...glyph, text: base, name: undefined, size: SCRIPT_SIZE * glyph.size, y };
}

/** Marks of words in a formula. */
const QUOTE = /^[“”„«»‘]$/u;

function characterSymbol(glyph: Glyph, character: string, font: FontInfo): MathSymbol {
  if (QUOTE.test(character)) return { ...symbol(glyph, character, font, glyph.confidence), alphabet: "mathrm" };
  // ℑ and ℜ are letters of fraktur fonts, but \Im and \Re in TeX's symbol font, where their glyphs have other names.
  const plain =
    plainLetter(character) ??
    (/^[IR]$/.test(glyph.name ?? "") && /^[ℑℜ]$/u.test(character)
      ? { character: glyph.name!, alphabet: "mathfrak" as const }
      : undefined);
  const name = nameOfCharacter(plain?.character ?? character);
  if (!name) return symbol(glyph, "\\square", font, UNKNOWN);
  const result = symbol(glyph, bySize(name, character, glyph), font, glyph.confidence);
  if (character === "𝓁") return { ...result, name: "\\ell", alphabet: undefined };
  if (plain) return { ...result, alphabet: plain.alphabet };
  return result;
}

/** Share of an accented letter's height that is the accent's. */
const ACCENT_SHARE = 0.28;

/** A letter that was joined with an accent printed over it (`û`), as two symbols; undefined for any other text. */
function accentedLetter(glyph: Glyph, text: string, font: FontInfo): MathSymbol[] | undefined {
  const [letter, accent, ...more] = [...text.normalize("NFD")];
  const name = accent === undefined ? undefined : nameOfCharacter(accent);
  if (!letter || !/^[A-Za-z]$/.test(letter) || more.length > 0 || !name?.startsWith("\\") || !ACCENTS.has(name))
    return undefined;
  const { box } = glyph;
  const cut = box.y0 + ACCENT_SHARE * (box.y1 - box.y0);
  return [
    symbol({ ...glyph, box: { ...box, y0: cut } }, letter, font, glyph.confidence),
    symbol({ ...glyph, box: { ...box, y1: cut } }, name, font, glyph.confidence),
  ];
}

/** One character, two signs: which one its ink tells. */
function bySize(name: string, character: string, { box, size }: Glyph): string {
  if (name === "\\hat" || name === "\\tilde")
    return box.x1 - box.x0 > WIDE * size ? name.replace("\\", "\\wide") : name;
  if (name === "\\vec" && box.x1 - box.x0 > WIDE * size) return "\\overrightarrow";
  if (character === "∙" && box.y1 - box.y0 > BULLET * size) return "\\bullet";
  return name;
}

function symbol(glyph: Glyph, name: string, font: FontInfo, confidence: number): MathSymbol {
  const { box, x, y: baseline, size, advance } = glyph;
  const pen = [x, x + advance] as const;
  if (GREEK_CAPITALS.test(name) && SLANTED_CAPITALS.test(font.name))
    return { name: name.replace("\\", "\\var"), alphabet: undefined, box, pen, baseline, size, confidence };
  return { name, alphabet: alphabetFor(name, font), box, pen, baseline, size, confidence };
}

/**
 * Adobe's names of the two phis are those of the shapes before Unicode 3.0 swapped its pictures: `phi` has a straight stroke (\phi) and
 * `phi1` is the loop (\varphi). Text fonts draw their `phi` as a loop.
 */
const PHIS: Readonly<Record<string, string>> = { phi: "\\phi", phi1: "\\varphi" };

/** newtx and its kin draw `\star` under the code point of the large star. */
const STAR = "uni2605";

/** Place of `\\epsilon` in TeX's maths italic: some fonts name the glyph there like the other epsilon. */
const LUNATE = 0x0f;

function nameOfMathsGlyph(name: string, code: number, font: FontInfo): string | undefined {
  if (name === "epsilon" && code === LUNATE && font.encoding === "OML") return "\\epsilon";
  if (name === "emptyset" && font.encoding === "MSB") return "\\varnothing";
  if (name === STAR && font.encoding === "OML") return "\\star";
  return nameOfTexGlyph(name) ?? (font.math ? PHIS[name] : undefined);
}

const GREEK_CAPITALS = /^\\(?:Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega)$/;
/** Fonts whose Greek capitals are amsmath's `\varGamma` …: the upright ones stand in the text font. */
const SLANTED_CAPITALS = /^(?:CMMI|LMMathItalic)\d+(?!.*Bold)/;
const UPRIGHT_BY_NATURE = new Set(["mathrm", "mathit", "mathcal", "mathscr"]);

/** Letters carry their font's alphabet; digits and symbols only a bold or blackboard one. */
function alphabetFor(name: string, font: FontInfo): MathSymbol["alphabet"] {
  const alphabet = alphabetOfFont(font);
  if (alphabet === undefined || /^\p{L}$/u.test(name)) return alphabet;
  if (/^\p{N}$/u.test(name))
    return UPRIGHT_BY_NATURE.has(alphabet) || alphabet === "mathsf" || alphabet === "mathtt"
      ? undefined
      : alphabet === "boldsymbol"
        ? "mathbf"
        : alphabet;
  if (alphabet === "mathbf" && GREEK_CAPITALS.test(name)) return alphabet;
  return alphabet === "boldsymbol" && /^\\[a-zA-Z]+$/.test(name) ? alphabet : undefined;
}
