/** Printed characters of a line; commands of formulas count as one. */
export function printedLength(line: string): number {
  return line.replace(/\\[A-Za-z]+|\\./g, "x").replace(/[{}^_$&]/g, "").length;
}
