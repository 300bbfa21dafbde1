import { confidenceOf } from "../../../layout/math/measure-tree.js";
import { parseFormula } from "../../../layout/math/parse-formula.js";
import type { MathInput, MathSymbol } from "../../../layout/math/symbol.js";
import { writeLatex } from "../../../layout/math/write-latex.js";
import type { Box, Glyph, SeenFormula } from "../../../page.js";
import { FRAME_EM, type SymbolModel } from "../../inference/symbol-model.js";
import type { GreyImage } from "../../raster/ink/grey-image.js";
import type { FramedFormula } from "./formula-frame.js";
import type { FormulaSpan } from "./formula-spans.js";
import type { AreaScale, ReadArea } from "./read-areas.js";
import { seeFormula } from "./read-formula-image.js";
import { type FramePlace, levelMarks, onBaseline, symbolGlyph, toPlace } from "./symbol-glyphs.js";
import { trimMarks, trimWords } from "./trim-words.js";

/** Px of the image around an area: thin strokes that were taken for noise. */
export const MARGIN = 3;
/** Other readings give way to one that is not clearly less certain: the symbol net sees what stands above and below. */
const ALLOWANCE = 0.1;
/** Ems of the line left and right of a formula that the net sees with it. */
const CONTEXT = 3;

/** A formula inside a line; undefined where the line recogniser read it more surely. */
export async function readSpan(
  model: SymbolModel,
  image: GreyImage,
  { box, rate, baseline, from, to, blank }: FormulaSpan,
  { em, symbolEm, scale }: AreaScale,
): Promise<ReadArea | undefined> {
  const wider = { x0: box.x0 - MARGIN, y0: box.y0 - MARGIN, x1: box.x1 + MARGIN, y1: box.y1 + MARGIN };
  const seen = await seeFormula(model, image, { box: withContext(wider, em), em: symbolEm, blank, own: wider });
  if (!seen) return undefined;
  const { framed, complete } = seen;
  const { symbols, rules } = within(seen.input, wider, framed);
  if (symbols.length === 0 || rateOf(symbols, complete) < rate - ALLOWANCE) return undefined;
  const place = placeOf(framed, scale);
  const share = complete ** (1 / symbols.length);
  const own = trimMarks(symbols);
  const formula: SeenFormula = { baseline: baseline * scale, ...readWhole({ symbols: own, rules }, complete) };
  const glyphs = symbols.flatMap((symbol) => {
    const glyph = symbolGlyph(symbol, place, share);
    if (!glyph) return [];
    const level = symbol.size === FRAME_EM ? onBaseline(glyph, formula.baseline) : glyph;
    // Sizes are those of the line, which are measured in another way than the symbol net's.
    const sized = { ...level, size: (symbol.size! / FRAME_EM) * em * scale };
    return [own.includes(symbol) ? { ...sized, formula } : sized];
  });
  const area = between(toPlace(wider, { left: 0, top: 0, scale }), glyphs);
  return {
    box: area,
    lines: [],
    place: { ...area, x0: Math.max(area.x0, from * scale), x1: Math.min(area.x1, to * scale) },
    glyphs: levelMarks(glyphs).sort((a, b) => a.box.x0 - b.box.x0),
    rules: rules.map((rule) => toPlace(rule, place)),
  };
}

/** What the formula says, as its symbols stand in the frame; nothing when it has no structure that can be written. */
function readWhole(input: MathInput, complete: number): Pick<SeenFormula, "read"> {
  const tree = parseFormula(input, FRAME_EM, true);
  if (!tree) return {};
  const { confidence, confidenceRate } = confidenceOf(tree);
  const { length } = input.symbols;
  return {
    read: {
      latex: writeLatex(tree, { idiomaticArrays: false }),
      confidence: confidence * complete,
      confidenceRate: confidenceRate * complete ** (1 / length),
      glyphs: length,
    },
  };
}

export function placeOf({ left, top, scale: own }: FramedFormula, scale: number): FramePlace {
  return { left: left * scale, top: top * scale, scale: own * scale };
}

/** Geometric mean of the symbols' probabilities. */
export function rateOf(symbols: readonly MathSymbol[], complete: number): number {
  const logs = symbols.reduce((sum, { confidence }) => sum + Math.log(Math.max(confidence, 1e-6)), Math.log(complete));
  return Math.exp(logs / symbols.length);
}

/** A few letters alone do not show how bold the print is: the words beside them do. */
function withContext(box: Box, em: number): Box {
  return { ...box, x0: box.x0 - CONTEXT * em, x1: box.x1 + CONTEXT * em };
}

/** What stands in a box of the image, without the words of the sentence. */
function within({ symbols, rules }: MathInput, box: Box, { left, top, scale }: FramePlace): MathInput {
  const isIn = (other: Box) => {
    const x = left + (scale * (other.x0 + other.x1)) / 2;
    const y = top + (scale * (other.y0 + other.y1)) / 2;
    return x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1;
  };
  return { symbols: trimWords(symbols.filter((symbol) => isIn(symbol.box))), rules: rules.filter(isIn) };
}

/** The part of a span's box that its glyphs take across the line. */
function between(box: Box, glyphs: readonly Glyph[]): Box {
  const [x0, x1] = [Math.min(...glyphs.map((glyph) => glyph.box.x0)), Math.max(...glyphs.map((glyph) => glyph.box.x1))];
  return glyphs.length === 0 ? box : { ...box, x0: Math.max(box.x0, x0), x1: Math.min(box.x1, x1) };
}
