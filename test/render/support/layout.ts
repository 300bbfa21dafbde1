/** Makes page layouts by hand: a small language over the engine's records, so that a test reads like the page it describes. */
import type {
  Block,
  Box,
  Continuation,
  PageLayout,
  Span,
  TextBlock,
  TextBlockKind,
  TextLine,
} from "../../../src/page.js";

export const PAGE = { width: 2125, height: 2750 };

export function text(content: string, style: Partial<Extract<Span, { kind: "text" }>> = {}): Span {
  return { kind: "text", text: content, bold: false, italic: false, monospace: false, ...style };
}

export function sup(content: string): Span {
  return text(content, { script: "super" });
}

export function sub(content: string): Span {
  return text(content, { script: "sub" });
}

export function math(latex: string, confidenceRate = 1): Span {
  return { kind: "math", latex, confidence: confidenceRate, confidenceRate };
}

export interface LineStyle {
  size?: number;
  continuation?: Continuation;
  confidence?: number;
  confidenceRate?: number;
  monospace?: number;
  angle?: number;
}

export function line(content: string | Span[], box: Box, style: LineStyle = {}): TextLine {
  return {
    box,
    baseline: box.y1 - 8,
    size: style.size ?? 35,
    font: "Test",
    angle: style.angle ?? 0,
    spans: typeof content === "string" ? [text(content)] : content,
    bold: 0,
    italic: 0,
    monospace: style.monospace ?? 0,
    continuation: style.continuation ?? "start",
    confidence: style.confidence ?? 1,
    confidenceRate: style.confidenceRate ?? 1,
  };
}

/** `[content, continuation]`; the first line of a block starts it whatever it says. */
export type LineInput = string | Span[] | [string | Span[], Continuation];

const isPair = (input: LineInput): input is [string | Span[], Continuation] =>
  Array.isArray(input) && input.length === 2 && typeof input[1] === "string";

/** Places blocks under each other from y = 200 and numbers their keys. */
export class PageBuilder {
  readonly blocks: Block[] = [];
  columns: Box[] = [];
  languages: string[] = [];
  #y = 200;
  column = 0;
  left = 300;
  width = 1500;

  constructor(readonly page = 1) {}

  moveTo(y: number): this {
    this.#y = y;
    return this;
  }

  box(height: number, width = this.width, left = this.left): Box {
    const box = { x0: left, y0: this.#y, x1: left + width, y1: this.#y + height };
    this.#y += height + 20;
    return box;
  }

  lines(inputs: LineInput[], style: LineStyle & { left?: number } = {}): TextLine[] {
    return inputs.map((input, i) => {
      const [content, continuation] = isPair(input) ? input : [input, i === 0 ? "start" : "space"];
      const size = style.size ?? 35;
      const left = style.left ?? this.left;
      const length = (
        typeof content === "string"
          ? content
          : content.map((span) => (span.kind === "text" ? span.text : span.latex)).join("")
      ).length;
      return line(content, this.box(40, Math.max(20, Math.min(this.width, Math.round(length * size * 0.5))), left), {
        ...style,
        continuation: i === 0 ? "start" : (continuation as Continuation),
      });
    });
  }

  add<B extends Block>(block: Omit<B, "key" | "column"> & { kind: B["kind"] }): B {
    const made = { key: this.blocks.length, column: this.column, ...block } as B;
    this.blocks.push(made);
    this.#y += 20;
    return made;
  }

  text(
    kind: TextBlockKind,
    inputs: LineInput[],
    extra: Partial<TextBlock> & { style?: LineStyle & { left?: number } } = {},
  ): TextBlock {
    const { style, ...rest } = extra;
    const lines = this.lines(inputs, style);
    const x1 = Math.max(...lines.map((l) => l.box.x1));
    const x0 = Math.min(...lines.map((l) => l.box.x0));
    const box = { x0, y0: lines[0]!.box.y0, x1, y1: lines[lines.length - 1]!.box.y1 };
    return this.add<TextBlock>({ kind, lines, box, ...rest });
  }

  build(): PageLayout {
    return {
      page: this.page,
      ...PAGE,
      columns: this.columns,
      blocks: this.blocks,
      textLayer: { verdict: "trusted", reasons: [] },
      textSource: { source: "embedded", reason: "" },
      languages: this.languages,
    };
  }
}
