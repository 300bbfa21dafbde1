import type { Block, PageLayout, TextBlock } from "../../page.js";
import { isTextBlock, lineText } from "./block-text.js";
import { type HeadingClass, headingClassOf } from "./heading-class.js";
import { marginLines } from "./margin-lines.js";
import { isAside, repeatKey } from "./repeat-key.js";

/** What is known of one look of headings. */
export interface HeadingStatistics {
  look: HeadingClass;
  count: number;
  /** How often headings of this look carried a number of that depth. */
  depths: Map<number, number>;
}

/** Blocks whose type is that of the running text, or was taken for a heading's. */
const RUNNING_KINDS: ReadonlySet<string> = new Set(["text", "list_item", "quote", "section_header"]);
/** Distinct margin texts kept; a document with more has no running heads that matter. */
const MAX_MARGIN_TEXTS = 20_000;
/** Lines this much right of the next one start an indented paragraph, in sizes. */
const INDENT = 0.7;

/**
 * What the pages of a document have in common: counts, never pages. May hold all pages or those seen so far; `resolvePage` works
 * with either.
 */
export class DocumentProfile {
  #pages = 0;
  #firstPage = Number.POSITIVE_INFINITY;
  #height = 0;
  readonly #marginTexts = new Map<string, number>();
  readonly #marginPlaces = new Map<string, number>();
  readonly #repeats = new Map<string, number>();
  readonly #headings = new Map<string, HeadingStatistics>();
  readonly #sizes = new Map<number, number>();
  #romanHeadings = 0;
  #letteredHeadings = 0;
  #indented = 0;
  #flush = 0;

  /** Counts a page as it comes from `classifyBlocks`. */
  add(layout: PageLayout): void {
    this.#pages += 1;
    this.#firstPage = Math.min(this.#firstPage, layout.page);
    this.#height = Math.max(this.#height, layout.height);
    this.#addMargins(layout);
    this.#addRepeats(layout);
    for (const block of layout.blocks) {
      if (!isTextBlock(block)) continue;
      if (block.kind === "section_header") this.#addHeading(block);
      if (block.kind === "text") this.#addParagraph(block);
      if (RUNNING_KINDS.has(block.kind) && !isAside(block.box, layout.width)) this.#addSizes(block);
    }
  }

  get pages(): number {
    return this.#pages;
  }

  /** Number of the lowest page added; Infinity before the first. */
  get firstPage(): number {
    return this.#firstPage;
  }

  /** Pages that show this text (numbers folded) in that zone, at that place or up to two steps beside it. */
  pagesWithText(zone: "top" | "bottom", text: string, place: number): number {
    return [-2, -1, 0, 1, 2].reduce(
      (sum, step) => sum + (this.#marginTexts.get(textKey(zone, text, place + step)) ?? 0),
      0,
    );
  }

  /** Pages that show the same sidebar text or picture at the same place; 0 for blocks that are neither. */
  pagesWithRepeat(block: Block, layout: PageLayout): number {
    const key = repeatKey(block, layout);
    return key === undefined ? 0 : (this.#repeats.get(key) ?? 0);
  }

  /** Pages whose outermost margin line stands at that place or one step beside it. */
  pagesWithPlace(zone: "top" | "bottom", place: number): number {
    return [place - 1, place, place + 1].reduce((sum, at) => sum + (this.#marginPlaces.get(`${zone}|${at}`) ?? 0), 0);
  }

  /** Looks of headings, largest size first, then bold before plain; ties by id. */
  headingLooks(): HeadingStatistics[] {
    return [...this.#headings.values()].sort(
      (a, b) =>
        b.look.size - a.look.size ||
        Number(b.look.capitals) - Number(a.look.capitals) ||
        Number(b.look.bold) - Number(a.look.bold) ||
        (a.look.id < b.look.id ? -1 : 1),
    );
  }

  /** How many headings have this look. */
  headingsLike({ id }: HeadingClass): number {
    return this.#headings.get(id)?.count ?? 0;
  }

  /** Headings numbered `I.`, `II.` … */
  get romanHeadings(): number {
    return this.#romanHeadings;
  }

  /** Headings numbered `A.`, `B.` … */
  get letteredHeadings(): number {
    return this.#letteredHeadings;
  }

  /** Most frequent text size by characters, px; 0 before any text. */
  bodySize(): number {
    let best = 0;
    let votes = 0;
    for (const [size, count] of this.#sizes) {
      if (count > votes || (count === votes && size < best)) [best, votes] = [size, count];
    }
    return best;
  }

  /** Share of the paragraphs that start with an indent, 0–1. */
  indentedShare(): number {
    const all = this.#indented + this.#flush;
    return all === 0 ? 0 : this.#indented / all;
  }

  #addMargins(layout: PageLayout): void {
    const seen = new Set<string>();
    for (const line of marginLines(layout)) {
      const text = textKey(line.zone, line.text, line.place);
      const place = `${line.zone}|${line.place}`;
      if (!seen.has(text) && (this.#marginTexts.size < MAX_MARGIN_TEXTS || this.#marginTexts.has(text))) {
        seen.add(text);
        this.#marginTexts.set(text, (this.#marginTexts.get(text) ?? 0) + 1);
      }
      if (line.outermost && !seen.has(`@${place}`)) {
        seen.add(`@${place}`);
        this.#marginPlaces.set(place, (this.#marginPlaces.get(place) ?? 0) + 1);
      }
    }
  }

  #addHeading(block: TextBlock): void {
    const look = headingClassOf(block);
    const known = this.#headings.get(look.id) ?? { look, count: 0, depths: new Map<number, number>() };
    known.count += 1;
    if (look.numbering === "roman") this.#romanHeadings += 1;
    if (look.numbering === "letter") this.#letteredHeadings += 1;
    if (look.depth !== undefined) known.depths.set(look.depth, (known.depths.get(look.depth) ?? 0) + 1);
    this.#headings.set(look.id, known);
  }

  #addSizes(block: TextBlock): void {
    for (const line of block.lines) {
      const size = Math.round(line.size * 2) / 2;
      this.#sizes.set(size, (this.#sizes.get(size) ?? 0) + lineText(line).length);
    }
  }

  /** Things at one place on many pages: sidebars and logos. */
  #addRepeats(layout: PageLayout): void {
    const keys = new Set(layout.blocks.flatMap((block) => repeatKey(block, layout) ?? []));
    for (const key of keys) {
      if (this.#repeats.size < MAX_MARGIN_TEXTS || this.#repeats.has(key))
        this.#repeats.set(key, (this.#repeats.get(key) ?? 0) + 1);
    }
  }

  #addParagraph(block: TextBlock): void {
    const [first, second] = block.lines;
    if (!first || !second || block.continues) return;
    if (first.box.x0 > second.box.x0 + INDENT * first.size) this.#indented += 1;
    else this.#flush += 1;
  }
}

function textKey(zone: "top" | "bottom", text: string, place: number): string {
  return `${zone}|${place}|${text}`;
}
