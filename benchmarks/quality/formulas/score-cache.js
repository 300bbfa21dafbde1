// Scores of pairs of formulas that were typeset before: MathJax takes 10 ms each.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { boxF1, symbolsOf } from "./symbol-boxes.js";

/** Larger when the definition of the score changes. */
const VERSION = 2;

export class ScoreCache {
  #scores;
  #file;
  #changed = false;

  constructor(/** @type {string} */ file) {
    this.#file = file;
    this.#scores = new Map(existsSync(file) ? Object.entries(JSON.parse(readFileSync(file, "utf8"))) : []);
  }

  /**
   * @param {string} truth
   * @param {string} read
   * @param {boolean} display
   * @returns {number | null} null when MathJax cannot set the truth; 0 when it cannot set what was read
   */
  boxF1(truth, read, display) {
    const key = this.#key("f1", display, truth, read);
    if (!this.#scores.has(key)) {
      const expected = symbolsOf(truth, display);
      const found = read === "" ? [] : symbolsOf(read, display);
      this.#set(key, expected === undefined ? null : found === undefined ? 0 : boxF1(expected, found));
    }
    return this.#scores.get(key);
  }

  /** Whether MathJax sets the formula. */
  typesets(/** @type {string} */ latex) {
    const key = this.#key("ok", true, latex, "");
    if (!this.#scores.has(key)) this.#set(key, symbolsOf(latex, true) !== undefined);
    return this.#scores.get(key);
  }

  save() {
    if (!this.#changed) return;
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, JSON.stringify(Object.fromEntries(this.#scores)));
  }

  #key(kind, display, ...parts) {
    const hash = createHash("sha1").update(parts.join("\u0000")).digest("base64url").slice(0, 16);
    return `${VERSION}${kind}${display ? "d" : "i"}${hash}`;
  }

  #set(key, score) {
    this.#scores.set(key, score);
    this.#changed = true;
  }
}
