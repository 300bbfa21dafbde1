import type { Box, PageEvidence } from "../../page.js";
import { boxHeight, overlapY } from "../boxes.js";
import type { Line, PageMetrics } from "../types.js";
import { caseBraces, standsBehind } from "./case-braces.js";
import { isEquationTag, isLooseEquationNumber } from "./equation-number.js";
import { type MathContent, mathContent } from "./math-content.js";
import { type TextEdges, textEdgesAround } from "./text-edges.js";

/** A line with its content counted and the edges of the running text around it. */
export interface Candidate {
  line: Line;
  content: MathContent;
  /** Undefined when there is no running text near. */
  edges: TextEdges | undefined;
  /** Reads as the number of a formula, or stands where one does: a tag at the margin. */
  label: boolean;
}

/** What the search for formulas knows about a page. */
export interface FormulaContext {
  candidates: readonly Candidate[];
  /** Those that are running text, not the conditions of cases. */
  prose: readonly Candidate[];
  /** Grown left braces of cases. */
  braces: readonly Box[];
  metrics: PageMetrics;
}

/** A number or tag ends so near to the edge of the text, in body sizes, and a tag stands so far behind its formula. */
export const AT_EDGE = 0.6;
const TAG_GAP = 2;

/** The sign at the right edge that ends a proof is part of no formula on its row. */
const END_OF_PROOF = /^[□■∎]$/u;

type Counted = Pick<Candidate, "line" | "content">;

/** Share of prose letters up to which a line can be a formula; `\text{for all }` and `if` keep some in. */
export const MAX_PROSE_SHARE = 0.4;

const MAX_NAMED_SHARE = 0.6;

/** Counts the content of all upright lines and finds the text edges around them. */
export function formulaContext(evidence: PageEvidence, lines: readonly Line[], metrics: PageMetrics): FormulaContext {
  const counted = lines
    .filter((line) => line.angle === 0 && line.words.length > 0 && !END_OF_PROOF.test(line.text))
    .map((line) => ({ line, content: mathContent(line, evidence.fonts) }));
  const proseLines = counted.filter(({ content }) => isProse(content)).map(({ line }) => line);
  const candidates = counted.map(({ line, content }): Candidate => {
    // Only lines that can be part of a formula ask for their edges.
    const edges =
      isProse(content) && !holdsOperation(content)
        ? undefined
        : textEdgesAround(line.box, proseLines, 0.3 * metrics.bodySize);
    const label = isLooseEquationNumber(line.text) || (edges !== undefined && isTagAt(edges, line, counted, metrics));
    return { line, content, edges, label };
  });
  const braces = caseBraces(
    counted.map(({ line }) => line),
    metrics,
  );
  const prose = candidates.filter(
    ({ line, content }) => isProse(content) && !braces.some((brace) => standsBehind(brace, line.box)),
  );
  return { candidates, prose, braces, metrics };
}

/** `(E)`, `(P2)` at the right edge of the text, far behind the only other line on its row, which is no running text. */
function isTagAt(edges: TextEdges, tag: Line, lines: readonly Counted[], { bodySize }: PageMetrics): boolean {
  const { text, box } = tag;
  if (!isEquationTag(text) || Math.abs(box.x1 - edges.right) > AT_EDGE * bodySize) return false;
  const mates = lines.filter(
    ({ line }) =>
      line !== tag &&
      overlapY(line.box, box) > 0.5 * boxHeight(box) &&
      line.box.x1 > edges.left &&
      line.box.x0 < box.x1,
  );
  return (
    mates.length > 0 &&
    mates.every(({ line, content }) => box.x0 - line.box.x1 > TAG_GAP * bodySize && content.proseWords === 0)
  );
}

/** Four words or more of running text, or mostly prose. */
export function isProse(content: MathContent): boolean {
  if (statesNamedQuantities(content)) return false;
  return content.proseWords >= 4 || (content.proseWords >= 2 && content.prose > 0.6 * content.characters);
}

/** `Precision = TP / (TP + FP)`: capitalised names between signs of maths, no word in lower case. */
function statesNamedQuantities(content: MathContent): boolean {
  return (
    content.lowerWords === 0 &&
    content.relations > 0 &&
    content.strong >= 3 &&
    content.strong + content.operators > content.proseWords
  );
}

/** Words in a row with a large operator or relation: `minimize ∑ c subject to`. */
const MOST_WORDS = 4;

/** More maths than words. */
export function holdsOperation({ relations, strong, proseWords }: MathContent): boolean {
  return relations > 0 && proseWords <= MOST_WORDS && strong > 2 * proseWords;
}

export function proseShare(content: MathContent): number {
  return content.characters === 0 ? 0 : content.prose / content.characters;
}

/** Maths, and hardly any prose. */
export function hasFormulaContent(content: MathContent): boolean {
  if (content.strong === 0 && content.relations === 0) return false;
  if (statesNamedQuantities(content)) return true;
  // One word among many symbols (a named quantity in a fraction) does not make a sentence.
  const named = content.proseWords === 1 && content.relations > 0 && content.strong >= 4;
  if (proseShare(content) > (named ? MAX_NAMED_SHARE : MAX_PROSE_SHARE)) return false;
  if (content.proseWords > 2 && content.strong < content.prose) return false;
  return content.strong >= 1 || (content.relations >= 1 && content.characters >= 3);
}
