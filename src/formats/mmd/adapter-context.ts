import type { Block, FigureBlock, FormatWarning, Inline } from "../document.js";
import { restore } from "./guard.js";
import { ListLabels } from "./list-labels.js";
import type { Tokenizer } from "./tokenizer.js";

/** How far ahead of the cursor a token's text is looked for, in characters. */
const WINDOW = 4000;
/** Warnings beyond this many say no more than that there are more. */
const MAX_WARNINGS = 200;

/** A figure or table environment being read: what its hidden commands say. */
export interface OpenFloat {
  caption?: Inline[];
  /** Content came before the caption. */
  contentFirst: boolean;
  unlabelled: boolean;
  anchor?: string;
}

/** What the parts of the adapter share while one document is read. */
export class AdapterContext {
  readonly warnings: FormatWarning[] = [];
  readonly footnotes = new Map<number, Block[]>();
  /** Printed text by label. */
  readonly labels = new Map<string, string>();
  readonly listLabels = new ListLabels();
  /** What ends a proof, as LaTeX. */
  qedSymbol: string | undefined;
  /** Printed names of theorem environments. */
  readonly theorems = new Map<string, string>();
  readonly anchors = new Map<string, number>();
  readonly floats: OpenFloat[] = [];
  /** Notes already attached to a mark; their own place shows nothing. */
  readonly attachedNotes = new Set<number>();
  equations = 0;
  figures: Record<FigureBlock["kind"], number> = { figure: 0, table: 0 };
  sections: [number, number, number] = [0, 0, 0];
  nextNote = 0;
  /** Number of the last mark that counts by itself. */
  markNumber = 0;
  /** Position up to which the source has been read. */
  cursor = 0;
  readonly #lineStarts: number[];

  constructor(
    readonly source: string,
    readonly tokenizer: Tokenizer,
  ) {
    this.#lineStarts = lineStarts(source);
  }

  warn(message: string, offset: number): void {
    if (this.warnings.length < MAX_WARNINGS) this.warnings.push({ message, offset });
    else if (this.warnings.length === MAX_WARNINGS) this.warnings.push({ message: "more warnings left out", offset });
  }

  /** Moves to a source line; never back. */
  moveToLine(line: number): number {
    const start = this.#lineStarts[line];
    if (start !== undefined && start > this.cursor) this.cursor = start;
    return this.cursor;
  }

  /** Position of a token's text at or after the cursor, which moves behind it; the cursor itself when it is not near. */
  locate(text: string): number {
    if (text === "") return this.cursor;
    const at = this.source.slice(this.cursor, this.cursor + WINDOW + text.length).indexOf(text);
    if (at < 0) return this.cursor;
    const offset = this.cursor + at;
    this.cursor = offset + text.length;
    return offset;
  }

  text(content: string): string {
    return restore(content);
  }

  /** Unique anchor made from the words of a heading. */
  anchor(words: string): string {
    const base =
      words
        .toLowerCase()
        .normalize("NFC")
        .replace(/[^\p{L}\p{N}]+/gu, "-")
        .replace(/^-+|-+$/g, "")
        .slice(0, 60) || "section";
    // the counter goes on where it was, or equal headings would cost quadratic time
    let n = this.anchors.get(base) ?? 0;
    let anchor = base;
    while (n > 0 && this.anchors.has(anchor)) anchor = `${base}-${++n}`;
    this.anchors.set(base, Math.max(n, 1));
    if (anchor !== base) this.anchors.set(anchor, 1);
    return anchor;
  }
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
