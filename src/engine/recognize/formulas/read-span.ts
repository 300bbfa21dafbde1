import type { MathInput } from "../../../layout/math/symbol.js";
import type { Box, Glyph, RecognizedFormula } from "../../../page.js";
import { FRAME_EM, type SymbolModel } from "../../inference/symbol-model.js";
import type { GreyImage } from "../../raster/ink/grey-image.js";
import type { FormulaSpan } from "./formula-spans.js";
import { type AreaScale, placeOf, type ReadArea, rateOf, withMargin } from "./read-area.js";
import { seeFormula, writeSeen } from "./read-formula-image.js";
import { type FramePlace, levelMarks, onBaseline, symbolGlyph, toPlace } from "./symbol-glyphs.js";
import { trimMarks, trimWords } from "./trim-words.js";

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
  const wider = withMargin(box);
  const seen = await seeFormula(model, image, { box: withContext(wider, em), em: symbolEm, blank, own: wider });
  if (!seen) return undefined;
  const { framed, complete } = seen;
  const { symbols, rules } = within(seen.input, wider, framed);
  if (symbols.length === 0 || rateOf(symbols, complete) < rate - ALLOWANCE) return undefined;
  const place = placeOf(framed, scale);
  const share = complete ** (1 / symbols.length);
  const own = trimMarks(symbols);
  const read = writeSeen({ input: { symbols: own, rules }, complete }, true);
  const formula: RecognizedFormula = {
    baseline: baseline * scale,
    read: read && { ...read, glyphs: own.length },
  };
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
