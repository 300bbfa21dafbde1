import type { Block, FormatWarning, HeadingBlock, ImageInline, Inline, MmdDocument } from "../document.js";
import { cropTarget } from "../images.js";
import { isWithinSentence } from "../line-breaks.js";
import { escapeHtml } from "../md/escape.js";
import { plainBlocks, plainInlines } from "../plain-text.js";
import { BLOCK_WRITERS } from "./blocks.js";
import { writeInline } from "./inlines.js";
import { detectLanguage } from "./language.js";
import type { HtmlOptions } from "./options.js";
import { pageStyle } from "./style.js";
import { FormulaTypesetter, type TypesetFormula } from "./typeset.js";

/** Address to write for a stored image: a data URI or a relative file; undefined when there is no such image. */
export type ImageAddress = (name: string) => string | undefined;

/** Headings from which a contents list stands at the top. */
const CONTENTS_FROM = 4;

/** Nothing is loaded and nothing runs, whatever the document says. */
const POLICY = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'";

/** One page of HTML without scripts or outside resources. */
export function writeHtml(
  document: MmdDocument,
  options: HtmlOptions,
  images: ImageAddress,
  documentName: string,
): { html: string; warnings: FormatWarning[] } {
  const writer = new HtmlWriter(document, images);
  const body = document.blocks.map((block) => writer.blocks([block]));
  const notes = writer.notes();
  const title = pageTitle(document) || documentName;
  const language = options.language ?? detectLanguage(plainBlocks(document.blocks.slice(0, 200)));
  const contents = document.blocks.some((block) => block.type === "toc") ? "" : writer.contents(false);
  const front = frontMatterEnd(document);
  const lines = [
    "<!DOCTYPE html>",
    `<html lang="${escapeHtml(language)}"${RIGHT_TO_LEFT.has(language) ? ' dir="rtl"' : ""}>`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${pageStyle(options)}</style>`,
    "</head>",
    "<body>",
    writer.glyphs(),
    "<main>",
    ...body.slice(0, front),
    contents,
    ...body.slice(front),
    notes,
    "</main>",
    "</body>",
    "</html>",
  ];
  return { html: `${lines.filter((line) => line !== "").join("\n")}\n`, warnings: writer.warnings };
}

const RIGHT_TO_LEFT = new Set(["ar", "he"]);

export class HtmlWriter {
  readonly warnings: FormatWarning[] = [];
  readonly #typesetter = new FormulaTypesetter();
  readonly #notes = new Map<number, { number: number; label: string }>();

  constructor(
    readonly document: MmdDocument,
    readonly images: ImageAddress,
  ) {}

  blocks(blocks: readonly Block[]): string {
    return blocks
      .map((block) => (BLOCK_WRITERS[block.type] as (block: Block, writer: HtmlWriter) => string)(block, this))
      .join("\n");
  }

  inlines(nodes: readonly Inline[]): string {
    return nodes
      .map((node, i) =>
        node.type === "break" && !node.hard && isWithinSentence(nodes[i - 1], nodes[i + 1])
          ? "\n"
          : writeInline(node, this),
      )
      .join("");
  }

  /** The typeset formula, or its source as HTML when it cannot be read. */
  formula(
    latex: string,
    display: boolean,
    counter: number,
    numbered: boolean,
    offset: number,
  ): TypesetFormula | string {
    try {
      return this.#typesetter.typeset(latex, display, counter, numbered);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.warnings.push({ message: `formula shown as its source: ${reason}`, offset });
      return `<code class="math-source" title="${escapeHtml(reason)}">${escapeHtml(latex)}</code>`;
    }
  }

  glyphs(): string {
    return this.#typesetter.glyphDefinitions();
  }

  image(node: ImageInline): string {
    const target = cropTarget(node.src);
    const stored = target.kind === "local" || target.kind === "crop" ? this.images(target.name) : undefined;
    if (stored === undefined) {
      const what = target.kind === "unsafe" ? "image address refused" : "image not found";
      this.warnings.push({ message: `${what}: ${node.src.slice(0, 120)}`, offset: node.offset });
      return `<span class="missing" role="img">${escapeHtml(node.alt || "image")}</span>`;
    }
    const width = cssLength(node.width);
    const height = cssLength(node.height);
    const style = [width && `width:${width}`, height && `height:${height}`].filter(Boolean).join(";");
    const size = cropSize(target.kind === "unsafe" ? "" : "name" in target ? target.name : "");
    return `<img class="crop" src="${escapeHtml(stored)}" alt="${escapeHtml(node.alt)}"${size}${style === "" ? "" : ` style="${style}"`}>`;
  }

  noteMark(id: number, label: string): string {
    let note = this.#notes.get(id);
    if (!note) {
      note = { number: this.#notes.size + 1, label };
      this.#notes.set(id, note);
      return `<sup><a href="#note-${note.number}" id="mark-${note.number}" role="doc-noteref">${escapeHtml(label)}</a></sup>`;
    }
    return `<sup><a href="#note-${note.number}" role="doc-noteref">${escapeHtml(label)}</a></sup>`;
  }

  notes(): string {
    if (this.#notes.size === 0) return "";
    const items: string[] = [];
    for (const [id, { number, label }] of this.#notes) {
      const content = this.blocks(this.document.footnotes.get(id) ?? []);
      const back = `<a href="#mark-${number}" role="doc-backlink" aria-label="Back to the text">↩</a>`;
      items.push(
        `<li id="note-${number}" class="marked"><span class="marker">${escapeHtml(label)}</span>${content} ${back}</li>`,
      );
    }
    return `<section class="notes" role="doc-endnotes"><ol>${items.join("")}</ol></section>`;
  }

  /** Contents list from the headings; "" for a short document unless `always`. */
  contents(always: boolean): string {
    const headings = this.document.blocks.filter((block): block is HeadingBlock => block.type === "heading");
    if (headings.length === 0 || (!always && headings.length < CONTENTS_FROM)) return "";
    let html = "";
    const open: number[] = [];
    for (const block of headings) {
      while (open.length > 0 && open[open.length - 1]! > block.level) {
        html += "</li></ol>";
        open.pop();
      }
      if (open[open.length - 1] === block.level) html += "</li>";
      else {
        html += "<ol>";
        open.push(block.level);
      }
      const number = block.number === undefined ? "" : `${escapeHtml(block.number)} `;
      html += `<li><a href="#${escapeHtml(block.id)}">${number}${this.inlines(entryOf(block.children)).trim()}</a>`;
    }
    return `<nav class="contents" aria-label="Contents"><details open><summary>Contents</summary>${html}${"</li></ol>".repeat(open.length)}</details></nav>`;
  }
}

/** A heading as an entry of the contents: its formulas and styles without what a link cannot hold. */
function entryOf(nodes: readonly Inline[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case "link":
        return entryOf(node.children);
      case "styled":
        return [{ ...node, children: entryOf(node.children) }];
      case "footnote_mark":
        return [];
      case "text":
      case "math":
      case "code":
        return [node];
      default:
        return [{ type: "text", text: ` ${plainInlines([node])} `.replace(/\s+/g, " "), offset: node.offset }];
    }
  });
}

const FRONT_MATTER = new Set<Block["type"]>(["title", "authors", "abstract"]);
/** Blocks among which the front matter is looked for: mastheads and logos may stand before and between. */
const FRONT_BLOCKS = 24;

/** Contents come after the title, the authors and the abstract, and before the first heading. */
function frontMatterEnd({ blocks }: MmdDocument): number {
  const heading = blocks.findIndex((block) => block.type === "heading");
  const limit = Math.min(FRONT_BLOCKS, heading < 0 ? blocks.length : heading);
  return blocks.slice(0, limit).findLastIndex((block) => FRONT_MATTER.has(block.type)) + 1;
}

function pageTitle(document: MmdDocument): string {
  const block =
    document.blocks.find((candidate) => candidate.type === "title") ??
    document.blocks.find((candidate) => candidate.type === "heading");
  return block && "children" in block ? plainInlines(block.children).replace(/\s+/g, " ").trim() : "";
}

/** `50%`, `0.5\textwidth`, `3cm` as CSS; undefined for anything else. */
function cssLength(length: string | undefined): string | undefined {
  if (length === undefined) return undefined;
  const share = /^\s*(\d*\.?\d+)?\s*\\(?:textwidth|linewidth|columnwidth)\s*$/.exec(length);
  if (share) return `${Math.min(100, Number(share[1] ?? 1) * 100)}%`;
  return /^\s*\d*\.?\d+\s*(?:px|%|cm|mm|in|pt|em|ex)\s*$/.test(length) ? length.replace(/\s/g, "") : undefined;
}

/** Crops are named by their size, 250 px to the inch; CSS has 96. */
function cropSize(name: string): string {
  const match = /_(\d+)_(\d+)_\d+_\d+\.jpg$/.exec(name);
  if (!match) return "";
  const css = (pixels: string) => Math.round((Number(pixels) * 96) / 250);
  return ` width="${css(match[2]!)}" height="${css(match[1]!)}"`;
}
