/** `|c|rl` with what other columns need; arguments and inserted material go. */
export function columnSpecification(given: string, columns: number): string {
  const simple = given
    .replace(/[@!><]\s*\{[^{}]*\}|\{[^{}]*\}/g, "")
    .replace(/[:]/g, "|")
    .replace(/[^lcr|]/g, "");
  const missing = columns - simple.replace(/\|/g, "").length;
  return simple + "c".repeat(Math.max(0, missing));
}
