import type { Block, HeadingBlock, ImageInline, Inline, MmdDocument, TableBlock } from "../document.js";
import { cropTarget } from "../images.js";
import { plainBlocks, plainInlines } from "../plain-text.js";
import { standaloneSvg } from "../standalone-svg.js";
import { BLOCK_WRITERS, headingText, joinBlocks } from "./blocks.js";
import { tableHtml } from "./html-fragments.js";
import { writeInline } from "./inlines.js";
import type { MarkdownOptions } from "./options.js";
import { wrapLines } from "./wrap.js";

/**
 * Plain Markdown of a document.
 * @param drawn file names of drawings that are delivered beside it; others are part of it
 */
export function writeMarkdown(
  document: MmdDocument,
  options: MarkdownOptions,
  drawn: ReadonlyMap<string, unknown> = new Map(),
): string {
  const writer = new MarkdownWriter(document, options, drawn);
  const body = writer.blocks(document.blocks);
  return `${joinBlocks([body, writer.notes()])}\n`;
}

export class MarkdownWriter {
  /** Notes in order of their marks; the n-th is `[^n]`, counted from 0. */
  readonly #marked = new Map<number, number>();

  constructor(
    readonly document: MmdDocument,
    readonly options: MarkdownOptions,
    readonly drawn: ReadonlyMap<string, unknown>,
  ) {}

  imageAddress({ src, drawing }: ImageInline): string {
    const target = cropTarget(src);
    if (drawing === undefined || ("name" in target && this.drawn.has(target.name))) return target.target;
    return `data:image/svg+xml;base64,${Buffer.from(standaloneSvg(drawing)).toString("base64")}`;
  }

  blocks(blocks: readonly Block[]): string {
    return joinBlocks(
      blocks.map((block) =>
        (BLOCK_WRITERS[block.type] as (block: Block, writer: MarkdownWriter) => string)(block, this),
      ),
    );
  }

  inlines(nodes: readonly Inline[]): string {
    return nodes.map((node) => writeInline(node, this)).join("");
  }

  plain(nodes: readonly Inline[]): string {
    return plainInlines(nodes);
  }

  plainBlocks(blocks: readonly Block[]): string {
    return plainBlocks(blocks);
  }

  /** Blocks on one line, for a cell of a pipe table. */
  cellText(blocks: readonly Block[]): string {
    return blocks
      .map((block) =>
        block.type === "paragraph"
          ? this.inlines(block.children)
          : block.type === "math"
            ? writeInline({ ...block, type: "math", display: false }, this)
            : this.plainBlocks([block]),
      )
      .join(this.options.htmlTags ? "<br>" : " ")
      .replace(/ *\n/g, this.options.htmlTags ? "<br>" : " ");
  }

  htmlTable(table: TableBlock): string {
    return tableHtml(table, this);
  }

  wrap(text: string): string {
    return this.options.maxCharacterPerLine === undefined ? text : wrapLines(text, this.options.maxCharacterPerLine);
  }

  noteMark(id: number): string {
    const place = this.#marked.get(id) ?? this.#marked.size;
    this.#marked.set(id, place);
    return `[^${place}]`;
  }

  /** Definitions of all notes that have a mark; a note may mark further notes. */
  notes(): string {
    const notes: string[] = [];
    // a map goes on over what is added while it is walked
    for (const [id, place] of this.#marked) {
      const content = this.blocks(this.document.footnotes.get(id) ?? []);
      notes.push(`[^${place}]: ${content.replace(/\n(?=[^\n])/g, "\n    ")}`);
    }
    return notes.join("\n\n");
  }

  /** Contents list with the anchors most viewers make from headings. */
  contents(): string {
    const headings = this.document.blocks.filter((block): block is HeadingBlock => block.type === "heading");
    const top = Math.min(...headings.map(({ level }) => level));
    return headings
      .map(
        (block) =>
          `${"  ".repeat(block.level - top)}- [${headingText(block, this)}](#${slug(`${block.number ?? ""} ${plainInlines(block.children)}`)})`,
      )
      .join("\n");
  }
}

/** As GitHub makes anchors: lower case, marks dropped, blanks to hyphens. */
function slug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");
}
