import type { TextBlock, TextLine } from "../../page.js";
import { plainText } from "../inline.js";
import type { LineRecord } from "../lines-json.js";
import { addLine, type PageScope, textSpec } from "../page-scope.js";

/** Most empty lines between two lines of a listing. */
const MOST_EMPTY = 2;
/** Equal distances of lines differ by less than this factor; lines of a listing are no nearer than this, in sizes. */
const STEADY = 1.03;
const NEAREST = 0.9;
const LISTING_END = "\\end{lstlisting}";

/** Source code and pseudocode: one leaf per printed line, verbatim, indentation from the line's place. */
export function renderCode(block: TextBlock, scope: PageScope, parent: LineRecord | undefined): void {
  const type = block.kind === "pseudocode" ? "pseudocode" : "code";
  const withMath = block.lines.some((line) => line.spans.some((span) => span.kind === "math"));
  const indents = indentation(block.lines);
  const bodies = block.lines.map((line, i) => " ".repeat(indents[i] ?? 0) + verbatim(line, withMath));
  const blanks = type === "code" ? emptyLines(block.lines) : [];
  const { open, close } = fence(bodies, withMath && type === "pseudocode", scope.options.disableLstlisting);
  for (const [i, line] of block.lines.entries()) {
    const text = bodies[i] ?? "";
    let display = `\n${"\n".repeat(blanks[i] ?? 0)}${text}`;
    if (i === 0) display = `${scope.separators.block()}${open}${display}`;
    if (i === block.lines.length - 1) display += `\n${close}`;
    addLine(scope, { ...textSpec({ line, text, body: text, joint: "" }, display, parent, type) });
  }
}

function fence(bodies: readonly string[], math: boolean, forceFence: boolean): { open: string; close: string } {
  const text = bodies.join("\n");
  if (!forceFence && !text.includes(LISTING_END)) {
    return { open: math ? "\\begin{lstlisting}[mathescape]" : "\\begin{lstlisting}", close: LISTING_END };
  }
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = "`".repeat(longest + 1);
  return { open: ticks, close: ticks };
}

/** Code is not escaped; formulas stand between dollars where the listing reads them. */
function verbatim(line: TextLine, math: boolean): string {
  const text = line.spans
    .map((span) =>
      span.kind === "text"
        ? span.text.replace(/[\u0000-\u0008\u000b-\u001f\u00ad]/g, "")
        : math
          ? `$${span.latex}$`
          : span.latex,
    )
    .join("")
    .replace(/[\n\t\u00a0]/g, " ")
    .trimEnd();
  return text === "" ? plainText(line.spans) : text;
}

/** Empty lines printed over each line: what is left of its distance to the line before, in the listing's usual distances. */
function emptyLines(lines: readonly TextLine[]): number[] {
  const steps = lines.map((line, at) => (at === 0 ? 0 : line.baseline - (lines[at - 1]?.baseline ?? 0)));
  const size = line0Size(lines);
  const forward = steps.filter((step) => step > 0.5 * size).sort((a, b) => a - b);
  // Two lines tell nothing about the usual distance.
  if (forward.length < 2) return lines.map(() => 0);
  // Where most lines have an empty one above them, two that have none tell it.
  const steady = forward.find((step, at) => step > NEAREST * size && forward[at + 1]! < STEADY * step);
  const quarter = forward[Math.floor((forward.length - 1) / 4)]!;
  const usual = Math.min(steady ?? quarter, quarter);
  return steps.map((step) => Math.max(0, Math.min(MOST_EMPTY, Math.round(step / usual) - 1)));
}

/**
 * Levels of indentation come in steps of the smallest one seen; a level is four blanks, or what a fixed pitch says. Lines that bring
 * their blanks need none.
 */
function indentation(lines: readonly TextLine[]): number[] {
  const filled = lines.filter((line) => line.spans.length > 0);
  if (filled.length === 0 || filled.some(bringsBlanks)) return [];
  const left = Math.min(...filled.map((line) => line.box.x0));
  const pitch = fixedPitch(filled);
  if (pitch > 0) return lines.map((line) => Math.min(80, Math.round((line.box.x0 - left) / pitch)));
  const offsets = filled
    .map((line) => line.box.x0 - left)
    .filter((offset) => offset > Math.max(3, line0Size(filled) * 0.5));
  if (offsets.length === 0) return lines.map(() => 0);
  const step = Math.min(...offsets);
  return lines.map((line) => 4 * Math.min(20, Math.round(Math.max(0, line.box.x0 - left) / step)));
}

/** In front of the line, or behind the number of a step. */
function bringsBlanks({ spans: [first] }: TextLine): boolean {
  return first?.kind === "text" && /^(?:\d{1,3}[:.] )? /u.test(first.text);
}

function line0Size(lines: readonly TextLine[]): number {
  return lines[0]?.size ?? 0;
}

/** Character width in px when most lines are monospaced, else 0. Measured on the longest line. */
function fixedPitch(lines: readonly TextLine[]): number {
  const mono = lines.filter((line) => line.monospace > 0.6);
  if (mono.length * 2 < lines.length) return 0;
  let best = 0;
  let pitch = 0;
  for (const line of mono) {
    const length = plainText(line.spans).length;
    if (length > best) {
      best = length;
      pitch = (line.box.x1 - line.box.x0) / length;
    }
  }
  return best >= 4 ? pitch : (mono[0]?.size ?? 0) * 0.6;
}
