import type { Continuation, FontInfo, Glyph, Span, TextLine } from "../../page.js";
import type { Line } from "../types.js";
import { baselineToPage, quarterTurn, toFrame } from "./frame.js";

type TextSpan = Extract<Span, { kind: "text" }>;

/** Turns (part of) a line into spans; the inline maths stage takes this place. */
export type SpanWriter = (line: Line, fonts: readonly FontInfo[]) => Span[];

/** Glyphs above this share of the line's size are never scripts (small capitals keep the baseline anyway). */
const SCRIPT_SIZE = 0.88;
/** Least shift off the baseline, in sizes of the line; TeX's smallest subscript drop is 0.15 em (TeXbook, app. G, sub1). */
const SCRIPT_SHIFT = 0.1;

/** Line as it crosses to the document stage. `continuation` defaults to the first line of a block. */
export function toTextLine(
  line: Line,
  fonts: readonly FontInfo[],
  continuation: Continuation = "start",
  writeSpans: SpanWriter = textSpans,
): TextLine {
  let product = 1;
  let count = 0;
  for (const word of line.words) {
    for (const glyph of word.glyphs) {
      product *= glyph.confidence;
      count += 1;
    }
  }
  return {
    box: line.box,
    baseline: baselineToPage(line.baseline, line.angle),
    size: line.size,
    font: fonts[line.font]?.name ?? "",
    angle: quarterTurn(line.angle),
    spans: writeSpans(line, fonts),
    bold: line.bold,
    italic: line.italic,
    monospace: line.monospace,
    continuation,
    confidence: product,
    confidenceRate: count === 0 || product === 0 ? product : product ** (1 / count),
  };
}

/** Spans of plain text: runs of equal style; the space between two words takes the plainer side's style. */
export function textSpans(line: Line, fonts: readonly FontInfo[]): Span[] {
  const spans: TextSpan[] = [];
  line.words.forEach((word, index) => {
    const styled = word.glyphs.filter((glyph) => glyph.text !== "").map((glyph) => glyphSpan(glyph, line, fonts));
    const first = styled[0];
    const last = spans.at(-1);
    if (first && last && index > 0) {
      if (sameStyle(last, first) || plainness(last) >= plainness(first)) last.text += " ";
      else first.text = ` ${first.text}`;
    }
    for (const span of styled) {
      const open = spans.at(-1);
      if (open && sameStyle(open, span)) open.text += span.text;
      else spans.push(span);
    }
  });
  return spans;
}

/** Whether the glyph is set as a superscript or subscript of the line. */
export function glyphScript(glyph: Glyph, line: Line): "super" | "sub" | undefined {
  if (glyph.size > SCRIPT_SIZE * line.size) return undefined;
  const shift = (line.baseline - toFrame(glyph.x, glyph.y, line.angle).v) / line.size;
  if (shift > SCRIPT_SHIFT) return "super";
  if (shift < -SCRIPT_SHIFT) return "sub";
  return undefined;
}

function glyphSpan(glyph: Glyph, line: Line, fonts: readonly FontInfo[]): TextSpan {
  const font = fonts[glyph.font];
  return {
    kind: "text",
    text: glyph.text,
    bold: font?.bold ?? false,
    // Letters of a maths font are slanted by nature, not by emphasis.
    italic: (font?.italic ?? false) && !(font?.math ?? false),
    monospace: font?.monospace ?? false,
    script: glyphScript(glyph, line),
  };
}

function sameStyle(a: TextSpan, b: TextSpan): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.monospace === b.monospace && a.script === b.script;
}

function plainness(span: TextSpan): number {
  return -(span.script ? 8 : 0) - (span.monospace ? 4 : 0) - (span.bold ? 2 : 0) - (span.italic ? 1 : 0);
}
