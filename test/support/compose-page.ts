import { layoutPage } from "../../src/layout/layout-page.js";
import type {
  Block,
  MathBlock,
  PageEvidence,
  PageLayout,
  PictureBlock,
  TableBlock,
  TextBlock,
  TextBlockKind,
} from "../../src/page.js";
import { BODY_SIZE, type FontStyle, makeEvidence, type Setting, setParagraph } from "./make-evidence.js";

/** Left edge and width of the text on composed pages, px. */
export const LEFT = 300;
export const WIDTH = 1500;
export const LEADING = 1.2 * BODY_SIZE;

/** Filler of exactly `words` words that reads as a sentence. */
export function prose(words: number, start = "The"): string {
  const stock =
    "quick brown river runs along the old stone wall and many small boats are moored below it while people".split(" ");
  const list = Array.from({ length: words - 1 }, (_, at) => stock[at % stock.length]);
  return `${[start, ...list].join(" ")}.`;
}

/** Stacks settings down a page: each part starts below the one before. */
export class Composer {
  y: number;
  readonly settings: Setting[] = [];

  constructor(top = 400) {
    this.y = top;
  }

  /** Blank in leadings. */
  skip(leadings: number): this {
    this.y += leadings * LEADING;
    return this;
  }

  paragraph(
    text: string,
    more: { x?: number; width?: number; indent?: number; size?: number; font?: FontStyle } = {},
  ): this {
    const size = more.size ?? BODY_SIZE;
    const lines = setParagraph(text, { x: LEFT, width: WIDTH, justify: true, ...more, y: this.y, leading: 1.2 * size });
    this.settings.push(...lines);
    this.y += lines.length * 1.2 * size;
    return this;
  }

  /** One line; the pen does not move down when `stay` is set. */
  line(text: string, more: Partial<Setting> & { stay?: boolean } = {}): this {
    const { stay, ...setting } = more;
    this.settings.push({ text, x: LEFT, y: this.y, ...setting });
    if (!stay) this.y += 1.2 * (more.size ?? BODY_SIZE);
    return this;
  }

  evidence(more: Partial<PageEvidence> = {}): PageEvidence {
    return makeEvidence(this.settings, more);
  }

  layout(more: Partial<PageEvidence> = {}): PageLayout {
    return layoutPage(this.evidence(more));
  }
}

export function textOf(block: Block): string {
  return block.lines
    .map((line) => line.spans.map((span) => (span.kind === "text" ? span.text : span.latex)).join(""))
    .join(" ");
}

/** `kind: text` of every block, for reading in a failed test. */
export function outline(layout: PageLayout): string[] {
  return layout.blocks.map((block) => `${block.kind}: ${textOf(block)}`);
}

/** The record that a kind of block has. */
type BlockOf<K extends Block["kind"]> = K extends TextBlockKind
  ? TextBlock
  : K extends "table"
    ? TableBlock
    : K extends "math"
      ? MathBlock
      : PictureBlock;

export function blocksOf<K extends Block["kind"]>(layout: PageLayout, kind: K): BlockOf<K>[] {
  return layout.blocks.filter((block): block is BlockOf<K> & Block => block.kind === kind);
}

/** Text blocks of a kind as strings. */
export function textsOf(layout: PageLayout, kind: TextBlock["kind"]): string[] {
  return layout.blocks.filter((block) => block.kind === kind).map(textOf);
}
