import { COLUMNS_PER_STEP, type LineReading } from "../../inference/text-line-model.js";

/** One symbol of a line: its label and the frame columns its peak covers. */
export interface LineSymbol {
  label: string;
  probability: number;
  /** Centre of the peak, frame columns. */
  centre: number;
}

/** Greedy CTC decoding: repeated classes count once, blanks (class 0) separate. A symbol's probability is the highest in its run. */
export function decodeLine({ classes, probabilities }: LineReading, labels: readonly string[]): LineSymbol[] {
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
