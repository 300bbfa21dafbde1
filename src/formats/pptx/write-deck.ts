import { imagesIn } from "../collect-images.js";
import type {
  Block,
  FigureBlock,
  FormatWarning,
  ImageInline,
  Inline,
  LinkInline,
  ListBlock,
  MmdDocument,
  ParagraphBlock,
  StyledInline,
  TableBlock,
} from "../document.js";
import { cropTarget } from "../images.js";
import { mapInlines } from "../mmd/walk.js";
import { xmlText } from "../office/xml-text.js";
import { plainBlocks, plainInlines } from "../plain-text.js";
import { FormulaText, inlineText } from "../xlsx/cell-text.js";
import { formulaPicture } from "./formula-picture.js";
import type { Deck } from "./library.js";
import type { PptxOptions } from "./options.js";
import { SlideFlow, type TextPart } from "./slide-flow.js";
import { pictureScale, placePicture, type SlidePicture, storedPicture } from "./slide-pictures.js";
import { endOfPart, slideTable } from "./slide-table.js";
import { endLine, type Run, runsLength, textRuns } from "./text-runs.js";

/** Characters of a line of a caption. */
const CAPTION_LINE = 110;
/** A heading no deeper than this below the first level opens a slide. */
const SLIDE_LEVELS = 1;

/** Writes a document slide by slide. */
export class DeckWriter {
  readonly warnings: FormatWarning[] = [];
  readonly #flow: SlideFlow;
  readonly #formulas = new FormulaText("linearmath");
  readonly #topLevel: number;
  readonly #noted = new Set<number>();
  /** Inches kept free below a picture for its caption. */
  #reserve = 0;

  constructor(
    readonly document: MmdDocument,
    readonly options: PptxOptions,
    readonly images: ReadonlyMap<string, Uint8Array>,
    readonly deck: Deck,
  ) {
    this.#flow = new SlideFlow(deck, options);
    const levels = document.blocks.flatMap((block) => (block.type === "heading" ? [block.level] : []));
    this.#topLevel = Math.min(6, ...levels);
  }

  async write(): Promise<void> {
    const blocks = this.#titleSlide(this.document.blocks);
    await this.#blocks(blocks);
    // marks in headings, titles and terms: their notes end the deck
    mapInlines(this.document.blocks, this.#noteOf);
    for (const id of this.document.footnotes.keys()) this.#note(id, undefined);
    this.#flow.flush();
    if (this.#flow.isEmpty && this.document.blocks.length === 0) this.#flow.open("");
  }

  /** Title and authors on a slide of their own. */
  #titleSlide(blocks: readonly Block[]): Block[] {
    const title = blocks.find((block) => block.type === "title");
    const authors = blocks.flatMap((block) => (block.type === "authors" ? block.authors : []));
    if (!title && authors.length === 0) return [...blocks];
    this.#flow.open("");
    const slide = this.#flow.slide();
    const { margin, textColor } = this.options;
    const place = {
      x: margin,
      w: this.#flow.width,
      align: "center" as const,
      color: textColor,
      fit: "shrink" as const,
    };
    if (title) {
      const text = textRuns(title.children, this.#formulas);
      slide.addText(text, { ...place, y: 1.2, h: 1.6, fontSize: 30, bold: true, valign: "bottom" });
    }
    const runs = authors.flatMap((author) => author.flatMap((line) => withLineEnd(textRuns(line, this.#formulas))));
    const lines = authors.flat().length;
    if (runs.length > 0)
      slide.addText(runs, { ...place, y: 3, h: 2.2, fontSize: lines > 8 ? 10 : lines > 5 ? 12 : 15, valign: "top" });
    this.#flow.next();
    return blocks.filter((block) => block !== title && block.type !== "authors");
  }

  async #blocks(blocks: readonly Block[]): Promise<void> {
    for (const block of blocks) await this.#block(block);
  }

  async #block(block: Block): Promise<void> {
    const { fontSize } = this.options;
    switch (block.type) {
      case "heading": {
        const text = `${block.number === undefined ? "" : `${block.number} `}${inlineText(block.children, this.#formulas)}`;
        const title = xmlText(text.replace(/\s+/g, " ").trim());
        if (block.level - this.#topLevel <= SLIDE_LEVELS) this.#flow.open(title);
        else this.#text([{ text: title }], { fontSize: fontSize * 1.15, bold: true });
        break;
      }
      case "title":
        this.#text(textRuns(block.children, this.#formulas), { fontSize: fontSize * 1.6, bold: true, align: "center" });
        break;
      case "authors":
        for (const author of block.authors)
          for (const line of author) this.#text(textRuns(line, this.#formulas), { fontSize, align: "center" });
        break;
      case "abstract":
        this.#text([{ text: "Abstract" }], { fontSize: fontSize * 1.15, bold: true });
        await this.#blocks(block.blocks);
        break;
      case "paragraph":
        await this.#paragraph(block.children);
        break;
      case "math":
        await this.#formula(block.latex, block.firstNumber, block.offset);
        break;
      case "code":
        this.#code(block.text);
        break;
      case "smiles":
        this.#code(block.smiles);
        break;
      case "list":
        await this.#list(block, 0);
        break;
      case "table":
        await this.#table(block, block.caption);
        break;
      case "figure":
        await this.#figure(block);
        break;
      case "quote":
        for (const inner of block.blocks)
          if (inner.type === "paragraph") await this.#paragraph(inner.children, { italic: true, level: 0 });
          else await this.#block(inner);
        break;
      case "footnote_text":
        this.#note(block.id, undefined);
        break;
      case "theorem": {
        const name = block.name ? ` (${plainInlines(block.name)})` : "";
        this.#text([{ text: xmlText(`${block.head}${name}.`) }], { fontSize, bold: true });
        await this.#blocks(block.blocks);
        break;
      }
      case "page_break":
        if (!this.#flow.isEmpty) this.#flow.next();
        break;
      case "details":
        this.#text(textRuns(block.summary, this.#formulas), { fontSize, bold: true });
        await this.#blocks(block.blocks);
        break;
      case "definitions":
        for (const { term, blocks } of block.entries) {
          this.#text(textRuns(term, this.#formulas), { fontSize, bold: true });
          await this.#blocks(blocks);
        }
        break;
      case "aligned":
        for (const inner of block.blocks)
          if (inner.type === "paragraph") await this.#paragraph(inner.children, { align: block.align });
          else await this.#block(inner);
        break;
      case "toc": {
        for (const heading of this.document.blocks)
          if (heading.type === "heading" && heading.level - this.#topLevel <= SLIDE_LEVELS)
            this.#text(textRuns(heading.children, this.#formulas), {
              fontSize,
              level: heading.level - this.#topLevel,
              bullet: true,
            });
        break;
      }
      case "rule":
        break;
    }
  }

  #text(runs: Run[], part: Omit<TextPart, "runs">): void {
    this.#flow.text({ ...part, runs });
  }

  async #paragraph(nodes: readonly Inline[], style: Omit<TextPart, "runs" | "fontSize"> = {}): Promise<void> {
    let pending: Inline[] = [];
    const flush = () => {
      if (pending.length > 0)
        this.#text(textRuns(pending, this.#formulas), { ...style, fontSize: this.options.fontSize });
      pending = [];
    };
    for (const node of nodes) {
      if (node.type === "image") {
        flush();
        await this.#picture(node);
      } else if (node.type === "table") {
        flush();
        await this.#table(node.table, node.table.caption);
      } else {
        pending.push(node);
        const within = node.type === "styled" || node.type === "link" ? imagesIn([paragraphOf(node)]) : [];
        if (within.length > 0) flush();
        for (const picture of within) await this.#picture(picture);
      }
    }
    flush();
    this.#marks(nodes);
  }

  /** Notes stand below the paragraph that marks them. */
  #marks(nodes: readonly Inline[]): void {
    for (const node of nodes) {
      if (node.type === "styled" || node.type === "link") this.#marks(node.children);
      else this.#noteOf(node);
    }
  }

  readonly #noteOf = (node: Inline): Inline => {
    if (node.type === "footnote_mark") this.#note(node.id, node.label);
    return node;
  };

  #note(id: number, label: string | undefined): void {
    if (this.#noted.has(id)) return;
    this.#noted.add(id);
    const compact = this.options.footnoteCompactRefs;
    const runs: Run[] = label === undefined ? [] : [{ text: xmlText(label), options: { superscript: true } }];
    if (label !== undefined && !compact) runs.push({ text: " " });
    for (const block of this.document.footnotes.get(id) ?? []) {
      if (block.type === "paragraph") runs.push(...textRuns(block.children, this.#formulas));
      else runs.push({ text: xmlText(plainBlocks([block]).replace(/\s+/g, " ")) });
    }
    this.#text(runs, { fontSize: Math.max(7, this.options.fontSize * (compact ? 0.6 : 0.75)) });
  }

  async #list(list: ListBlock, level: number): Promise<void> {
    const { fontSize } = this.options;
    for (const [i, item] of list.items.entries()) {
      const [first, ...rest] = item.blocks;
      const content = first?.type === "paragraph" ? textRuns(first.children, this.#formulas) : [];
      const box = item.checked === undefined ? undefined : item.checked ? "☑ " : "☐ ";
      const label = item.marker
        ? `${inlineText(item.marker, this.#formulas)} `
        : (box ?? (list.ordered ? `${list.start + i}. ` : undefined));
      const runs: Run[] = label === undefined ? content : [{ text: xmlText(label) }, ...content];
      this.#text(runs, { fontSize, level, ...(label === undefined ? { bullet: true } : {}) });
      if (first?.type === "paragraph") {
        for (const node of imagesIn([first])) await this.#picture(node);
        this.#marks(first.children);
      }
      for (const inner of first?.type === "paragraph" ? rest : item.blocks) {
        if (inner.type === "list") await this.#list(inner, level + 1);
        else if (inner.type === "paragraph") await this.#paragraph(inner.children, { level });
        else await this.#block(inner);
      }
    }
  }

  #code(text: string): void {
    const size = Math.max(7, this.options.fontSize * 0.8);
    const lines = xmlText(text).replace(/\t/g, "    ").split("\n");
    // a slide holds about this many lines of code
    for (let at = 0; at < lines.length; at += 24) {
      const part = lines.slice(at, at + 24);
      const height = Math.min(this.#flow.fullHeight, (part.length * size * 1.25) / 72 + 0.15);
      this.#flow.place(height, (slide, y) => {
        const runs = part.map((line) => ({ text: line === "" ? " " : line, options: { breakLine: true } }));
        slide.addText(runs, {
          x: this.options.margin,
          y,
          w: this.#flow.width,
          h: height,
          margin: 6,
          valign: "top",
          fontFace: "Courier New",
          fontSize: size,
          color: this.options.textColor,
          fill: { color: "F2F3F6" },
          fit: "shrink",
        });
      });
    }
  }

  async #formula(latex: string, counter: number, offset: number): Promise<void> {
    try {
      const { png, width, height } = await formulaPicture(
        latex,
        counter,
        this.options.fontSize * 1.1,
        this.options.textColor,
      );
      const scale = Math.min(1, this.#flow.width / width, this.#flow.fullHeight / height);
      const picture: SlidePicture = { bytes: png, type: "image/png", width, height };
      placePicture(this.#flow, picture, scale, latex.replace(/\s+/g, " "));
    } catch (error) {
      this.warnings.push({
        message: `formula shown as its source: ${error instanceof Error ? error.message : String(error)}`,
        offset,
      });
      this.#text([{ text: xmlText(latex) }], { fontSize: this.options.fontSize, mono: true, align: "center" });
    }
  }

  /** Pictures of its cells stand below it: a cell of a slide's table holds text only. */
  async #table(table: TableBlock, caption: readonly Inline[] | undefined, label?: string): Promise<void> {
    if (table.rows.length === 0) return;
    const { margin, fontSize, textColor } = this.options;
    const made = slideTable(table, this.#flow.width, fontSize, textColor, this.#formulas);
    if (caption) {
      this.#keepCaption(caption, made.heights);
      this.#caption(caption, label);
    }
    const width = made.widths.reduce((sum, part) => sum + part, 0);
    let from = 0;
    while (from < made.rows.length) {
      const to = endOfPart(made, from, this.#flow);
      const rows = made.rows.slice(from, to);
      const heights = made.heights.slice(from, to);
      const tall = heights.reduce((sum, part) => sum + part, 0);
      this.#flow.place(Math.min(tall, this.#flow.fullHeight), (slide, y) => {
        slide.addTable(rows, {
          x: margin + (this.#flow.width - width) / 2,
          y,
          w: width,
          colW: made.widths,
          rowH: heights,
          fontSize: made.fontSize,
        });
      });
      from = to;
    }
    const cells = table.rows.flatMap((row) => row.cells);
    for (const picture of imagesIn(cells.flatMap((cell) => cell.blocks))) await this.#picture(picture);
    mapInlines([table], this.#noteOf);
  }

  /** A caption that stands above its table goes with it to the next slide. */
  #keepCaption(caption: readonly Inline[], heights: readonly number[]): void {
    const room = captionHeight(runsLength(textRuns(caption, this.#formulas)));
    const whole = heights.reduce((sum, part) => sum + part, 0);
    const { left, fullHeight } = this.#flow;
    const least = whole + room <= fullHeight ? whole : Math.min(whole, 1);
    if (!this.#flow.isEmpty && left < fullHeight - 0.01 && room + least > left) this.#flow.next();
  }

  #caption(caption: readonly Inline[], label?: string): void {
    const runs = textRuns(caption, this.#formulas);
    if (label !== undefined) runs.unshift({ text: xmlText(`${label}: `) });
    this.#text(runs, { fontSize: this.options.fontSize * 0.9, align: "center" });
    this.#marks(caption);
  }

  async #figure(block: FigureBlock): Promise<void> {
    const caption = block.caption;
    const [only, ...others] = block.blocks;
    if (only?.type === "table" && others.length === 0) {
      await this.#table(only, caption ?? only.caption, caption && block.label);
      return;
    }
    if (caption && (block.captionAbove || only?.type === "table")) this.#caption(caption, block.label);
    const below = caption && !block.captionAbove ? runsLength(textRuns(caption, this.#formulas)) : 0;
    this.#reserve = below === 0 ? 0 : captionHeight(below);
    await this.#blocks(block.blocks);
    this.#reserve = 0;
    if (caption && !block.captionAbove && only?.type !== "table") this.#caption(caption, block.label);
  }

  async #picture(node: ImageInline): Promise<void> {
    const picture = await storedPicture(node, this.images);
    if (picture) {
      placePicture(this.#flow, picture, pictureScale(picture, this.#flow, this.#reserve), node.alt || "image");
      return;
    }
    const what = cropTarget(node.src).kind === "unsafe" ? "image address refused" : "image not found";
    this.warnings.push({ message: `${what}: ${node.src.slice(0, 120)}`, offset: node.offset });
    this.#text([{ text: xmlText(`[${node.alt || "image"}]`) }], { fontSize: this.options.fontSize, align: "center" });
  }
}

/** Inches of a caption of so many characters. */
function captionHeight(length: number): number {
  return 0.15 + Math.ceil(length / CAPTION_LINE) * 0.2;
}

function paragraphOf(node: StyledInline | LinkInline): ParagraphBlock {
  return { type: "paragraph", children: node.children, offset: node.offset };
}

function withLineEnd(runs: Run[]): Run[] {
  endLine(runs);
  return runs;
}
