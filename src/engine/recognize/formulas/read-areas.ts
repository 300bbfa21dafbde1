import type { MathInput } from "../../../layout/math/symbol.js";
import { BIG_OPERATORS, LABELLED_RELATIONS } from "../../../layout/math/symbol-classes.js";
import { FRAME_EM, type SymbolModel, shippedSymbolModel } from "../../inference/symbol-model.js";
import type { GreyImage } from "../../raster/ink/grey-image.js";
import type { PageInk } from "../lines/page-ink.js";
import type { ReadLine } from "../read-lines.js";
import { type FormulaArea, findFormulaAreas } from "./formula-areas.js";
import { findFormulaSpans } from "./formula-spans.js";
import { type AreaScale, placeOf, type ReadArea, rateOf, withMargin } from "./read-area.js";
import { seeFormula } from "./read-formula-image.js";
import { readSpan } from "./read-span.js";
import { levelMarks, symbolGlyph, toPlace } from "./symbol-glyphs.js";

/** Symbols seen with less certainty than this on average are no formula. */
const LEAST_RATE = 0.6;
const LEAST_SYMBOLS = 3;

/**
 * Reads what stands above and below each other on a page image, symbol by symbol; [] where no symbol net is shipped.
 * @throws ModelError when the symbol net is damaged
 */
export async function readFormulaAreas(
  image: GreyImage,
  read: readonly ReadLine[],
  { ink, ...sizes }: AreaScale & { ink: PageInk },
): Promise<ReadArea[]> {
  const displayed = findFormulaAreas(read, ink, sizes.em);
  const inDisplays = new Set(displayed.flatMap(({ lines }) => lines));
  const rest = read.filter((line) => !inDisplays.has(line));
  const spans = findFormulaSpans(rest, ink, sizes.em);
  if (displayed.length + spans.length === 0) return [];
  const model = await shippedSymbolModel();
  if (!model) return [];
  const found: (ReadArea | undefined)[] = [];
  for (const area of displayed) found.push(await readDisplay(model, image, area, sizes));
  for (const span of spans) found.push(await readSpan(model, image, span, sizes));
  return found.filter((area) => area !== undefined);
}

/** A displayed formula; undefined when it is none. */
async function readDisplay(
  model: SymbolModel,
  image: GreyImage,
  { box, lines }: FormulaArea,
  { symbolEm, scale }: AreaScale,
): Promise<ReadArea | undefined> {
  const wider = withMargin(box);
  const seen = await seeFormula(model, image, { box: wider, em: symbolEm });
  if (!seen || rateOf(seen.input.symbols, seen.complete) < LEAST_RATE || !isFormula(seen.input)) return undefined;
  const { symbols, rules } = seen.input;
  const place = placeOf(seen.framed, scale);
  const share = seen.complete ** (1 / symbols.length);
  const glyphs = symbols.flatMap((symbol) => symbolGlyph(symbol, place, share) ?? []);
  return {
    box: toPlace(wider, { left: 0, top: 0, scale }),
    lines,
    glyphs: levelMarks(glyphs).sort((a, b) => a.box.x0 - b.box.x0),
    rules: rules.map((rule) => toPlace(rule, place)),
  };
}

/** Enough symbols, and something only mathematics has among them. */
function isFormula({ symbols, rules }: MathInput): boolean {
  return (
    symbols.length >= LEAST_SYMBOLS &&
    (rules.length > 0 ||
      symbols.some(({ name, size }) => LABELLED_RELATIONS.has(name) || BIG_OPERATORS.has(name) || size !== FRAME_EM))
  );
}
