import { parseMmd } from "../mmd/parse-mmd.js";
import { cellText, FormulaText } from "../xlsx/cell-text.js";

/** What makes a line more than plain words. */
const MARKUP = /[\\$<*`]|&\w/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const CONTROLS = /[\p{Cc}\u200b\ufeff\p{Cs}]/gu;

/** Turns the `text` of lines into words as they stand on the page, left to right; formulas in Unicode on one line. */
export class LineWords {
  private readonly formulas = new FormulaText("linearmath");

  of(text: string): string[] {
    const plain = MARKUP.test(text) ? cellText(parseMmd(text).blocks, this.formulas) : text;
    const words = plain.replace(CONTROLS, " ").split(/\s+/).filter(Boolean);
    if (!words.some((word) => RIGHT_TO_LEFT.test(word))) return words;
    // text in a PDF stands as it is seen; readers put it back into the order of speech
    return words.reverse().map((word) => (RIGHT_TO_LEFT.test(word) ? [...word].reverse().join("") : word));
  }
}
