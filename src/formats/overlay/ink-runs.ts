/** A stretch of a line, px from its left edge. */
export interface Span {
  from: number;
  to: number;
}

/** Stretches of columns with ink. `columns`: for each pixel column 1 where there is ink in it. */
export function inkRuns(columns: Uint8Array): Span[] {
  const runs: Span[] = [];
  for (let x = 0; x < columns.length; x++) {
    if (!columns[x]) continue;
    const from = x;
    while (x < columns.length && columns[x]) x++;
    runs.push({ from, to: x });
  }
  return runs;
}

/** The stretch from the first ink to the last; the whole when there is none. */
export function inkExtent(columns: Uint8Array): Span {
  const runs = inkRuns(columns);
  return { from: runs[0]?.from ?? 0, to: runs.at(-1)?.to ?? columns.length };
}

/** Blanks between stretches of ink. */
export function inkGaps(columns: Uint8Array): Span[] {
  const runs = inkRuns(columns);
  return runs.slice(1).map((run, i) => ({ from: runs[i]!.to, to: run.from }));
}
