import type { FontInfo, Glyph } from "../../page.js";
import type { Line, Word } from "../types.js";
import { FUNCTION_NAMES, PROSE_PAIRS } from "./math-words.js";

/** What a line's characters are, counted without spaces. */
export interface MathContent {
  /** All characters. */
  characters: number;
  /** Letters that belong to words of running text. */
  prose: number;
  /** Words of running text. */
  proseWords: number;
  /** Those that start in lower case: sentences have them, named quantities (`Recall`) do not. */
  lowerWords: number;
  /** Characters in maths fonts, or maths symbols and letters in any font. */
  strong: number;
  /** Relations and large operators: `=`, `≤`, `∈`, `→`, `∑`, `∫` … */
  relations: number;
  /** Binary operators, fences and digits are neither prose nor proof of maths; these are the operators. */
  operators: number;
}

const RELATION = /^[=<>≤≥≪≫≠≈≃≅≡∼∝∈∉∋⊂⊆⊃⊇⊢⊨→←↔⇒⇐⇔⟶⟹⟺↦⟼≺≻⪯⪰≜≐∣∥∑∏∐∫∬∭∮⋂⋃⨁⨂√⊥≔=]$/u;
const OPERATOR = /^[+−±∓×÷·∗∘⊗⊕∧∨∪∩∖∇∂∞∀∃¬∅∆∏⋅†′″⟨⟩⌊⌋⌈⌉‖|/*^]$/u;
/** Greek, letter-like symbols, arrows, operators, maths alphabets. */
const MATHS_CHARACTER =
  /[\u0391-\u03C9\u03D0-\u03F6\u2032-\u2034\u2102-\u2138\u2190-\u21FF\u2200-\u22FF\u2308-\u230B\u239B-\u23B3\u27C0-\u27FF\u2900-\u2AFF\u{1D400}-\u{1D7FF}]/u;
const LETTERS = /\p{L}/u;

/** True for a glyph that only maths prints: set in a maths font, or a maths symbol. Bullets of maths fonts are not. */
export function isMathGlyph(glyph: Glyph, fonts: readonly FontInfo[]): boolean {
  if (glyph.prose || /^[•∙·∗*.,;:]$/u.test(glyph.text)) return false;
  if (fonts[glyph.font]?.math === true) return true;
  return glyph.text !== "" && MATHS_CHARACTER.test(glyph.text);
}

/** Counts the characters of a line by what they say for or against maths. */
export function mathContent(line: Line, fonts: readonly FontInfo[]): MathContent {
  const content: MathContent = {
    characters: 0,
    prose: 0,
    proseWords: 0,
    lowerWords: 0,
    strong: 0,
    relations: 0,
    operators: 0,
  };
  for (const word of line.words) addWord(content, word, fonts);
  return content;
}

/** Adds two counts. */
export function addContent(a: MathContent, b: MathContent): MathContent {
  return {
    characters: a.characters + b.characters,
    prose: a.prose + b.prose,
    proseWords: a.proseWords + b.proseWords,
    lowerWords: a.lowerWords + b.lowerWords,
    strong: a.strong + b.strong,
    relations: a.relations + b.relations,
    operators: a.operators + b.operators,
  };
}

function addWord(content: MathContent, word: Word, fonts: readonly FontInfo[]): void {
  let run = "";
  let prose = 0;
  let before: Glyph | undefined;
  const closeRun = () => {
    if (isProseRun(run)) prose += [...run].length;
    run = "";
  };
  for (const glyph of word.glyphs) {
    if (before && changesFace(before, glyph, fonts)) closeRun();
    before = glyph;
    content.characters += Math.max(1, [...glyph.text].length);
    const maths = isMathGlyph(glyph, fonts);
    if (maths) content.strong += 1;
    if (RELATION.test(glyph.text) || isLargeOperator(glyph)) content.relations += 1;
    else if (OPERATOR.test(glyph.text)) content.operators += 1;
    if (!maths && LETTERS.test(glyph.text)) run += glyph.text;
    else if (glyph.text !== "-" && glyph.text !== "’" && glyph.text !== "'") closeRun();
  }
  closeRun();
  content.prose += prose;
  if (prose === 0) return;
  content.proseWords += 1;
  if (/^[^\p{L}]*\p{Ll}/u.test(word.text)) content.lowerWords += 1;
}

/** Scripts differ by more than this factor from the size of what they stand at. */
const SCRIPT_STEP = 1.2;

/** A variable set in the text italic behind an upright name, or a script: no word goes on there. */
function changesFace(before: Glyph, glyph: Glyph, fonts: readonly FontInfo[]): boolean {
  if (Math.max(before.size, glyph.size) > SCRIPT_STEP * Math.min(before.size, glyph.size)) return true;
  return fonts[before.font]?.italic !== fonts[glyph.font]?.italic;
}

/** Binary operators and relations, not those that stand before what they belong to. */
const CONTINUATION =
  /^(?:[+\-−±∓×÷·∗⊗⊕∧∨∪∩∖]|(?![∑∏∐∫∬∭∮⋂⋃⨁⨂√∣∥⊥])[=<>\u2190-\u21FF\u2208-\u220D\u223C-\u22BF\u27F5-\u27FF])/u;

/** Whether a line begins like one that goes on from the line above: `= a + b`, `+ c`. */
export function opensAsContinuation(text: string): boolean {
  return CONTINUATION.test(text);
}

/** Glyph names of TeX's extension fonts (OMX), whose characters often carry no Unicode. */
function isLargeOperator(glyph: Glyph): boolean {
  return (
    glyph.name !== undefined &&
    /^(?:summation|integral|product|coproduct|union|intersection|radical|contintegral)/.test(glyph.name)
  );
}

/** A run of letters outside maths fonts is running text unless it names a function or is too short to be a word. */
function isProseRun(run: string): boolean {
  const length = [...run].length;
  if (length < 2) return false;
  if (length === 2) return PROSE_PAIRS.has(run.toLowerCase());
  return !FUNCTION_NAMES.has(run.toLowerCase());
}
