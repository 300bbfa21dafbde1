import type { FontInfo, Glyph, PageEvidence, Span } from "../../page.js";
import { unionBoxes } from "../boxes.js";
import { type SpanWriter, textSpans } from "../lines/to-text-line.js";
import type { Line } from "../types.js";
import { type InlineRun, inlineRuns } from "./inline-runs.js";
import { type ReadFormula, readGlyphs, rulesIn } from "./read-formula.js";
import { isTypesettable } from "./typesettable.js";

/** Below this certainty an inline formula stays plain text: a line must never get worse. */
const MIN_RATE = 0.8;
/** … and below this one what a recogniser saw as a formula: its characters without structure would be no better. */
const MIN_SEEN_RATE = 0.65;

/** Span writer that reads inline formulas; lines that are turned or hold no maths go the plain way. */
export function mathSpanWriter(evidence: Pick<PageEvidence, "rules">): SpanWriter {
  const bars = evidence.rules.filter((rule) => rule.direction === "horizontal").map((rule) => rule.box);
  let before: Line | undefined;
  return (line, fonts) => {
    if (line.angle !== 0 || line.monospace > 0.5) return textSpans(line, fonts);
    const { runs, open } = inlineRuns(line, fonts, bars, before !== undefined && follows(line, before));
    before = open ? line : undefined;
    if (!runs.some((run) => run.kind === "math")) return textSpans(line, fonts);
    const spans: Span[] = [];
    for (const run of runs) append(spans, run, line, fonts, evidence);
    return spans;
  };
}

/** Lines of a paragraph are no further apart than this, in sizes. */
const LEADING = 2.2;

/** The next line of the same column. */
function follows(line: Line, before: Line): boolean {
  const down = line.baseline - before.baseline;
  return (
    down > 0.5 * line.size && down < LEADING * line.size && line.box.x0 < before.box.x1 && before.box.x0 < line.box.x1
  );
}

function append(
  spans: Span[],
  run: InlineRun,
  line: Line,
  fonts: readonly FontInfo[],
  evidence: Pick<PageEvidence, "rules">,
): void {
  if (run.kind === "text") {
    appendText(spans, textSpans({ ...line, words: run.words }, fonts), run.spaceBefore);
    return;
  }
  const box = unionBoxes(run.glyphs.map((glyph) => glyph.box));
  // Lines over letters stand above their ink.
  const reach = { ...box, y0: box.y0 - 0.25 * line.size, y1: box.y1 + 0.15 * line.size };
  const formula =
    seenWhole(run.glyphs) ?? readGlyphs(run.glyphs, fonts, rulesIn(reach, evidence), line.size, line.baseline);
  if (!formula || formula.confidenceRate < leastRate(run.glyphs) || !isTypesettable(formula.latex)) {
    const words = [{ text: run.glyphs.map((glyph) => glyph.text).join(""), box, glyphs: run.glyphs }];
    appendText(spans, textSpans({ ...line, words }, fonts), run.spaceBefore);
    return;
  }
  if (run.spaceBefore) space(spans);
  spans.push({ kind: "math", ...formula, box });
}

/** What recognition read, when the run is the whole formula that it saw. */
function seenWhole(glyphs: readonly Glyph[]): ReadFormula | undefined {
  const { formula } = glyphs[0]!;
  if (!formula?.read || glyphs.some((glyph) => glyph.formula !== formula)) return undefined;
  const { glyphs: count, ...read } = formula.read;
  return count === glyphs.length ? read : undefined;
}

function leastRate(glyphs: readonly Glyph[]): number {
  return glyphs.some(({ formula }) => formula !== undefined) ? MIN_SEEN_RATE : MIN_RATE;
}

function appendText(spans: Span[], added: Span[], spaceBefore: boolean): void {
  if (spaceBefore) space(spans, added[0]);
  const last = spans.at(-1);
  const [first, ...rest] = added;
  if (!first) return;
  if (
    last?.kind === "text" &&
    first.kind === "text" &&
    last.bold === first.bold &&
    last.italic === first.italic &&
    last.monospace === first.monospace &&
    last.script === first.script
  ) {
    last.text += first.text;
    spans.push(...rest);
  } else spans.push(...added);
}

/** Puts the word space on the text beside it. */
function space(spans: Span[], next?: Span): void {
  const last = spans.at(-1);
  if (last?.kind === "text") last.text += " ";
  else if (next?.kind === "text") next.text = ` ${next.text}`;
  else spans.push({ kind: "text", text: " ", bold: false, italic: false, monospace: false });
}
