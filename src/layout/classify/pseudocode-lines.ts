import type { FontInfo, Span, TextLine } from "../../page.js";
import { type SpanWriter, textSpans, toTextLine } from "../lines/to-text-line.js";
import { partOfLine } from "../regions/equation-number.js";
import type { DraftLine, Line } from "../types.js";

/** Blanks per level of indentation, as Mathpix writes algorithms (changelog of April 2024). */
const LEVEL = 4;
const DEEPEST = 20;
/** Smallest step of indentation, in sizes. */
const LEAST_STEP = 0.5;
/** `12:` or `12.` in front of a step. */
const STEP_NUMBER = /^\d{1,3}[:.]$/u;

/** A printed step: its number, where it has one, and what stands behind. */
interface Step {
  line: Line;
  number: string;
  rest: Line;
}

/**
 * Lines of an algorithm in proportional type: formulas as such, the indent behind the number of the step as four blanks a level. Steps
 * with a number and lines without count from edges of their own.
 */
export function pseudocodeLines(
  entries: readonly DraftLine[],
  fonts: readonly FontInfo[],
  writeSpans: SpanWriter,
): TextLine[] {
  const steps = entries.map(({ line }) => stepOf(line));
  const indents = steps.map((step) => {
    const alike = steps.filter((other) => (other.number === "") === (step.number === ""));
    return step.rest.box.x0 - Math.min(...alike.map((other) => other.rest.box.x0));
  });
  const unit = Math.min(
    ...indents.filter((indent, at) => indent > LEAST_STEP * (steps[at]?.line.size ?? 0)),
    Number.POSITIVE_INFINITY,
  );
  // A dollar sign of the text would open a formula.
  const write = entries.some(({ line }) => line.text.includes("$")) ? textSpans : writeSpans;
  return steps.map(({ line, number, rest }, at) => {
    const level = Math.min(Math.round((indents[at] ?? 0) / unit), DEEPEST);
    const head = (number === "" ? "" : `${number} `) + " ".repeat(LEVEL * level);
    const plain = toTextLine(line, fonts, at === 0 ? "start" : "newline", textSpans);
    return { ...plain, spans: plainSpans(head, write(rest, fonts)) };
  });
}

function stepOf(line: Line): Step {
  const number = line.words[0]?.text ?? "";
  if (line.words.length < 2 || !STEP_NUMBER.test(number)) return { line, number: "", rest: line };
  return { line, number, rest: partOfLine(line, 1, line.words.length) };
}

/** Text without its styles, which a listing does not show; formulas as they are. */
function plainSpans(head: string, spans: readonly Span[]): Span[] {
  const result: Span[] = head === "" ? [] : [plainSpan(head)];
  for (const span of spans) {
    const last = result.at(-1);
    if (span.kind === "math") result.push(span);
    else if (last?.kind === "text") last.text += span.text;
    else result.push(plainSpan(span.text));
  }
  return result;
}

function plainSpan(text: string): Extract<Span, { kind: "text" }> {
  return { kind: "text", text, bold: false, italic: false, monospace: false };
}
