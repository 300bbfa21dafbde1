import { COLUMNS_PER_MATHS, COLUMNS_PER_STEP, type LineReading } from "../../inference/text-line-model.js";

/** One symbol of a line: its label and the frame columns its peak covers. */
export interface LineSymbol {
  label: string;
  probability: number;
  /** Centre of the peak, frame columns. */
  centre: number;
}

/** Greedy CTC decoding: repeated classes count once, blanks (class 0) separate. A symbol's probability is the highest in its run. */
export function decodeLine(
  { classes, probabilities }: Pick<LineReading, "classes" | "probabilities">,
  labels: readonly string[],
): LineSymbol[] {
  const symbols: LineSymbol[] = [];
  for (let step = 0; step < classes.length; ) {
    const label = classes[step]!;
    const first = step;
    let probability = 0;
    while (step < classes.length && classes[step] === label)
      probability = Math.max(probability, probabilities[step++]!);
    if (label === 0) continue;
    symbols.push({ label: labels[label] ?? "", probability, centre: ((first + step) / 2) * COLUMNS_PER_STEP });
  }
  return symbols;
}

/** Columns from this probability on belong to a formula. */
const MATHS = 0.5;

/** Where formulas stand in a line: ranges of frame columns, from the net's second head. */
export function mathsRanges({ maths }: LineReading): [number, number][] {
  const ranges: [number, number][] = [];
  for (let at = 0; at < maths.length; at++) {
    if (maths[at]! < MATHS) continue;
    const first = at;
    while (at < maths.length && maths[at]! >= MATHS) at++;
    ranges.push([first * COLUMNS_PER_MATHS, at * COLUMNS_PER_MATHS]);
  }
  return ranges;
}

/** Labels of the formula grammar (`\(`, `_{`, `\hat{`, `}`): they stand between symbols without room of their own. */
export function isGrammarMark(label: string): boolean {
  const opens = label.length > 1 && label.endsWith("{") && label !== "\\{";
  return opens || label === "\\(" || label === "\\)" || label === "}";
}

/** Whether the symbol at `index` is the `\(` of a span. One without its end, or with a blank inside, is the net's mistake: its letters are text. */
export function opensFormula(symbols: readonly LineSymbol[], index: number): boolean {
  if (symbols[index]!.label !== "\\(") return false;
  const end = symbols.find(({ label }, at) => at > index && (label === "\\)" || label === " " || label === "\\("));
  return end?.label === "\\)";
}
