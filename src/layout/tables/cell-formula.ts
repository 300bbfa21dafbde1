import type { Box, PageEvidence, TextLine } from "../../page.js";
import { overlapX, unionBoxes } from "../boxes.js";
import { toTextLine } from "../lines/to-text-line.js";
import { readGlyphs, rulesIn } from "../math/read-formula.js";
import { isTypesettable } from "../math/typesettable.js";
import { lineOfWords } from "./cell-lines.js";
import { isUpright, type PlacedWord } from "./table-text.js";

/** Below this certainty the cell stays text. */
const LEAST_RATE = 0.8;
/** Glyphs above which a cell is text with a fraction in it. */
const MOST_GLYPHS = 80;

/** A cell that holds a stacked fraction, read as one formula; undefined for any other cell or when it cannot be read. */
export function cellFormula(
  words: readonly PlacedWord[],
  evidence: Pick<PageEvidence, "fonts" | "rules">,
): TextLine | undefined {
  if (words.length < 2 || !words.every(({ line }) => isUpright(line))) return undefined;
  const glyphs = words.flatMap(({ word }) => word.glyphs);
  if (glyphs.length > MOST_GLYPHS) return undefined;
  const rules = rulesIn(unionBoxes(words.map(({ word }) => word.box)), evidence);
  if (!rules.some((rule) => isFractionBar(rule, words))) return undefined;
  const formula = readGlyphs(glyphs, evidence.fonts, rules);
  if (!formula || formula.confidenceRate < LEAST_RATE || !isTypesettable(formula.latex)) return undefined;
  const { latex, confidence, confidenceRate } = formula;
  const main = [...words].sort((a, b) => b.line.size - a.line.size || a.word.box.x0 - b.word.box.x0);
  return toTextLine(lineOfWords(main, evidence.fonts), evidence.fonts, "start", () => [
    { kind: "math", latex, confidence, confidenceRate },
  ]);
}

function isFractionBar(rule: Box, words: readonly PlacedWord[]): boolean {
  const near = words.filter(({ word }) => overlapX(word.box, rule) > 0.5 * (word.box.x1 - word.box.x0));
  const y = (rule.y0 + rule.y1) / 2;
  const above = near.some(({ word, line }) => word.box.y1 <= y + 2 && y - word.box.y1 < 0.5 * line.size);
  const below = near.some(({ word, line }) => word.box.y0 >= y - 2 && word.box.y0 - y < 0.5 * line.size);
  return rule.x1 - rule.x0 > rule.y1 - rule.y0 && above && below;
}
