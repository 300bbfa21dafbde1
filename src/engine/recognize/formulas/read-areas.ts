import type { MathInput, MathSymbol } from "../../../layout/math/symbol.js";
import { BIG_OPERATORS, LABELLED_RELATIONS } from "../../../layout/math/symbol-classes.js";
import type { Box, Glyph } from "../../../page.js";
import { FRAME_EM, shippedSymbolModel } from "../../inference/symbol-model.js";
import type { GreyImage } from "../../raster/ink/grey-image.js";
import type { PageInk } from "../lines/page-ink.js";
import type { ReadLine } from "../read-lines.js";
import { findFormulaAreas, findFormulaSpans } from "./formula-areas.js";
import { seeFormula } from "./read-formula-image.js";
import { type FramePlace, levelMarks, onBaseline, symbolGlyph, toPlace } from "./symbol-glyphs.js";
import { trimWords } from "./trim-words.js";

/** Symbols seen with less certainty than this on average are no formula. */
const LEAST_RATE = 0.6;
const LEAST_SYMBOLS = 3;
/** Formulas in lines that were read with this certainty stay as they were read. */
const SURE_RATE = 0.97;
/** Other readings give way to one that is not clearly less certain: the symbol net sees what stands above and below. */
const ALLOWANCE = 0.05;
/** Px of the image around an area: thin strokes that were taken for noise. */
const MARGIN = 3;
/** Ems of the line left and right of a formula that the net sees with it. */
const CONTEXT = 3;

/** What the symbol net found in an area, in page space. */
export interface ReadArea {
  box: Box;
  /** Lines whose place it takes; [] when it takes a place inside a line. */
  lines: ReadLine[];
  glyphs: Glyph[];
  rules: Box[];
}

/**
 * Reads what stands above and below each other on a page image, symbol by symbol; [] where no symbol net is shipped.
 * @param em size of the text as lines are measured, px of the image · `symbolEm`: the same as the symbol net needs it
 * @param scale page space px per px of the image
 * @throws ModelError when the symbol net is damaged
 */
export async function readFormulaAreas(
  image: GreyImage,
  read: readonly ReadLine[],
  { ink, em, symbolEm, scale }: { ink: PageInk; em: number; symbolEm: number; scale: number },
): Promise<ReadArea[]> {
  const displayed = findFormulaAreas(read, ink, em);
  const inDisplays = new Set(displayed.flatMap(({ lines }) => lines));
  const rest = read.filter((line) => !inDisplays.has(line));
  const spans = findFormulaSpans(rest, ink, em).filter(({ rate }) => rate < SURE_RATE);
  const areas = [...displayed.map((area) => ({ ...area, rate: 0, baseline: undefined })), ...spans];
  if (areas.length === 0) return [];
  const model = await shippedSymbolModel();
  if (!model) return [];
  const readAreas: ReadArea[] = [];
  for (const { box, lines, rate, baseline } of areas) {
    const wider = { x0: box.x0 - MARGIN, y0: box.y0 - MARGIN, x1: box.x1 + MARGIN, y1: box.y1 + MARGIN };
    const inLine = lines.length === 0;
    const seen = await seeFormula(model, image, { box: inLine ? withContext(wider, em) : wider, em: symbolEm });
    if (!seen) continue;
    const { framed, complete } = seen;
    const input = inLine ? within(seen.input, wider, framed) : seen.input;
    if (input.symbols.length === 0) continue;
    const certainty = rateOf(input.symbols, complete);
    if (!inLine ? certainty < LEAST_RATE || !isFormula(input) : certainty < rate - ALLOWANCE) continue;
    const place = { left: framed.left * scale, top: framed.top * scale, scale: framed.scale * scale };
    const share = complete ** (1 / input.symbols.length);
    const glyphs = input.symbols.flatMap((symbol) => {
      const read = symbolGlyph(symbol, place);
      if (!read) return [];
      const glyph = { ...read, confidence: read.confidence * share };
      const isScript = symbol.size !== FRAME_EM;
      return [baseline === undefined || isScript ? glyph : onBaseline(glyph, baseline * scale)];
    });
    const inner = toPlace(wider, { left: 0, top: 0, scale });
    readAreas.push({
      box: inLine ? between(inner, glyphs) : inner,
      lines,
      glyphs: levelMarks(glyphs).sort((a, b) => a.box.x0 - b.box.x0),
      rules: input.rules.map((rule) => toPlace(rule, place)),
    });
  }
  return readAreas;
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

/** Geometric mean of the symbols' probabilities. */
function rateOf(symbols: readonly MathSymbol[], complete: number): number {
  const logs = symbols.reduce((sum, { confidence }) => sum + Math.log(Math.max(confidence, 1e-6)), Math.log(complete));
  return Math.exp(logs / symbols.length);
}

/** Enough symbols, and something only mathematics has among them. */
function isFormula({ symbols, rules }: MathInput): boolean {
  return (
    symbols.length >= LEAST_SYMBOLS &&
    (rules.length > 0 ||
      symbols.some(({ name, size }) => LABELLED_RELATIONS.has(name) || BIG_OPERATORS.has(name) || size !== FRAME_EM))
  );
}
