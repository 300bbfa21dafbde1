import type { PageEvidence } from "../../page.js";
import type { Line, PageMetrics } from "../types.js";
import { type MathContent, mathContent } from "./math-content.js";
import { type TextEdges, textEdgesAround } from "./text-edges.js";

/** A line with its content counted and the edges of the running text around it. */
export interface Candidate {
  line: Line;
  content: MathContent;
  /** Undefined when there is no running text near. */
  edges: TextEdges | undefined;
}

/** What the search for formulas knows about a page. */
export interface FormulaContext {
  candidates: readonly Candidate[];
  /** Those that are running text. */
  prose: readonly Candidate[];
  metrics: PageMetrics;
}

/** Share of prose letters up to which a line can be a formula; `\text{for all }` and `if` keep some in. */
export const MAX_PROSE_SHARE = 0.4;

const MAX_NAMED_SHARE = 0.6;

/** Counts the content of all upright lines and finds the text edges around them. */
export function formulaContext(evidence: PageEvidence, lines: readonly Line[], metrics: PageMetrics): FormulaContext {
  const counted = lines
    .filter((line) => line.angle === 0 && line.words.length > 0)
    .map((line) => ({ line, content: mathContent(line, evidence.fonts) }));
  const proseLines = counted.filter(({ content }) => isProse(content)).map(({ line }) => line);
  const candidates = counted.map(({ line, content }): Candidate => {
    // Only lines that can be part of a formula ask for their edges.
    const edges = isProse(content) ? undefined : textEdgesAround(line.box, proseLines, 0.3 * metrics.bodySize);
    return { line, content, edges };
  });
  return { candidates, prose: candidates.filter(({ content }) => isProse(content)), metrics };
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
