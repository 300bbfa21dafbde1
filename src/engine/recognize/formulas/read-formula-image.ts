import { confidenceOf } from "../../../layout/math/measure-tree.js";
import { parseFormula } from "../../../layout/math/parse-formula.js";
import type { MathSymbol } from "../../../layout/math/symbol.js";
import { writeLatex } from "../../../layout/math/write-latex.js";
import type { Box } from "../../../page.js";
import { FRAME_EM, type SeenSymbol, type SymbolModel } from "../../inference/symbol-model.js";
import type { GreyImage } from "../../raster/ink/grey-image.js";
import { decodeRules } from "./decode-rules.js";
import { type DecodedFormula, decodeSymbols } from "./decode-symbols.js";
import { type FormulaPlace, type FramedFormula, frameFormula } from "./formula-frame.js";
import { inkPieces } from "./ink-pieces.js";
import { fromView, mergeViews, OTHER_VIEWS, viewOf } from "./other-views.js";

/** A formula read with this probability is not looked at again: more looks changed little on development formulas. Context does not count. */
const SURE = 0.6;

/** A formula read from its pixels. */
export interface ImageFormula {
  latex: string;
  /** Product and geometric mean of the symbols' probabilities; what may have been missed lowers both. */
  confidence: number;
  confidenceRate: number;
}

/** What stands in a formula, where, and how surely nothing was missed. */
export interface SeenFormula extends DecodedFormula {
  framed: FramedFormula;
}

/**
 * Symbols and rules of a formula on a page image, in px of its frame; undefined when nothing is found in it.
 * @throws ModelError when the net is damaged
 */
export async function seeFormula(
  model: SymbolModel,
  page: GreyImage,
  place: FormulaPlace,
): Promise<SeenFormula | undefined> {
  const framed = frameFormula(page, place);
  if (!framed) return undefined;
  const { frame } = framed;
  const reading = await model.read(frame);
  const rules = decodeRules(frame, reading.rules);
  const ink = inkPieces(frame);
  let decoded = decodeSymbols(reading.symbols, rules, frame, model.pairs, ink);
  const others: SeenSymbol[][] = [];
  for (const view of OTHER_VIEWS) {
    if (certaintyOf(decoded, framed, place.own) >= SURE) break;
    const { symbols } = await model.read(viewOf(frame, view));
    others.push(fromView(symbols, view));
    decoded = decodeSymbols(mergeViews(reading.symbols, others), rules, frame, model.pairs, ink);
  }
  return decoded.input.symbols.length === 0 ? undefined : { ...decoded, framed };
}

/** Probability that all symbols are right, of those in the part of the image that is asked for. */
function certaintyOf({ input, complete }: DecodedFormula, { left, scale }: FramedFormula, own?: Box): number {
  const isOwn = ({ box }: MathSymbol) => {
    const x = left + (scale * (box.x0 + box.x1)) / 2;
    return !own || (x >= own.x0 && x <= own.x1);
  };
  return input.symbols.filter(isOwn).reduce((product, { confidence }) => product * confidence, complete);
}

/**
 * LaTeX of a formula on a page image; undefined when nothing is found in it.
 * @throws ModelError when the net is damaged
 */
export async function readFormulaImage(
  model: SymbolModel,
  page: GreyImage,
  place: FormulaPlace,
  oneRow = false,
): Promise<ImageFormula | undefined> {
  const seen = await seeFormula(model, page, place);
  if (!seen) return undefined;
  return writeSeen(seen, oneRow);
}

/** What symbols and rules of a frame say together; undefined when nothing is left to read. */
export function writeSeen({ input, complete }: DecodedFormula, oneRow: boolean): ImageFormula | undefined {
  const tree = parseFormula(input, FRAME_EM, oneRow);
  if (!tree) return undefined;
  const { confidence, confidenceRate } = confidenceOf(tree);
  const count = input.symbols.length + input.rules.length;
  return {
    latex: writeLatex(tree, { idiomaticArrays: false }),
    confidence: confidence * complete,
    confidenceRate: confidenceRate * complete ** (1 / count),
  };
}
