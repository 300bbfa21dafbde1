import type { Block, FormatWarning, Inline, MmdDocument } from "../document.js";
import { isWithinSentence } from "../line-breaks.js";
import { BLOCK_WRITERS } from "./blocks.js";
import { writeInline } from "./inlines.js";
import { writeFormula } from "./math/write-formula.js";
import { type TexEngine, TexNeeds } from "./needs.js";
import { TexNotes } from "./notes.js";
import type { TexOptions } from "./options.js";
import { writePreamble } from "./preamble.js";
import type { TexImage } from "./tex-images.js";

export interface WrittenTex {
  tex: string;
  engine: TexEngine;
  warnings: FormatWarning[];
}

/** Where text stands: `moving` is an argument that LaTeX writes to files or sets twice (headings, captions). */
export type Place = "text" | "moving" | "cell" | "note";

/** A LaTeX document that compiles as it is: with pdfLaTeX, or with XeLaTeX when its characters ask for that. */
export function writeTex(
  mmd: string,
  document: MmdDocument,
  options: TexOptions,
  images: ReadonlyMap<string, TexImage>,
): WrittenTex {
  const first = new TexWriter(mmd, document, options, images, "pdflatex");
  const written = first.whole();
  if (!first.needs.unicode) return written;
  return new TexWriter(mmd, document, options, images, "xelatex").whole();
}

export class TexWriter {
  readonly needs: TexNeeds;
  readonly notes: TexNotes;
  readonly warnings: FormatWarning[] = [];
  readonly counters = { section: 0, subsection: 0, subsubsection: 0, figure: 0, table: 0, equation: 0 };
  readonly title: { title?: string; authors: string[] } = { authors: [] };
  readonly hasContents: boolean;
  /** Level that becomes `\section`. */
  readonly topLevel: number;
  /** Lists, and tables and floats, around what is being written. */
  depth = { lists: 0, itemize: 0, enumerate: 0, boxes: 0 };

  constructor(
    readonly source: string,
    readonly document: MmdDocument,
    readonly options: TexOptions,
    readonly images: ReadonlyMap<string, TexImage>,
    engine: TexEngine,
  ) {
    this.needs = new TexNeeds(engine);
    this.notes = new TexNotes(this);
    const headings = document.blocks.filter((block) => block.type === "heading");
    this.hasContents = document.blocks.some((block) => block.type === "toc") && headings.length > 0;
    const numbered = headings.some((block) => block.number !== undefined);
    this.topLevel = !numbered && headings.some((block) => block.level === 1) ? 1 : 2;
  }

  whole(): WrittenTex {
    const written = this.blocks(this.document.blocks);
    const front = this.#frontMatter();
    // TeX makes no file of a document without a page
    const body = front === "" && /^(?:\\newpage|\s)*$/.test(written) ? `${written}\\mbox{}` : written;
    const preamble = writePreamble(this.needs, this.options, body);
    const parts =
      front === "" ? [preamble, "\\begin{document}\n"] : [preamble, front, "\\begin{document}\n\n\\maketitle\n"];
    const tex = `${parts.join("\n")}\n${body}\n\n\\end{document}\n`;
    return { tex: breakLongLines(tex), engine: this.needs.engine, warnings: this.warnings };
  }

  #frontMatter(): string {
    const { title, authors } = this.title;
    if (title === undefined && authors.length === 0) return "";
    return [`\\title{${title ?? ""}}`, `\\author{${authors.join("\n\\and\n")}}`, "\\date{}\n"].join("\n");
  }

  blocks(blocks: readonly Block[], place: Place = "text"): string {
    let out = "";
    let previous: Block | undefined;
    for (const block of blocks) {
      const text = (BLOCK_WRITERS[block.type] as (block: Block, writer: TexWriter, place: Place) => string)(
        block,
        this,
        place,
      );
      if (text === "") continue;
      if (out !== "") out += previous && this.#runsOn(previous, block) ? "\n" : "\n\n";
      out += text;
      previous = block;
    }
    return out;
  }

  /** A displayed formula within its sentence makes no paragraph. */
  #runsOn(previous: Block, block: Block): boolean {
    const joins =
      (previous.type === "paragraph" && block.type === "math") ||
      (previous.type === "math" && block.type === "paragraph");
    return joins && !/\n[ \t]*\n\s*$/.test(this.source.slice(Math.max(0, block.offset - 80), block.offset));
  }

  inlines(nodes: readonly Inline[], place: Place = "text"): string {
    const parts: string[] = [];
    let inked = false;
    for (const [i, node] of nodes.entries()) {
      if (node.type === "break") {
        parts.push(inked && place !== "moving" ? this.#lineEnd(node.hard, nodes[i - 1], nodes[i + 1]) : " ");
        continue;
      }
      const piece = writeInline(node, this, place);
      // a bracket behind a line end would be read as its argument
      const behindLineEnd = parts[parts.length - 1]?.endsWith(LINE_END) ?? false;
      parts.push(behindLineEnd ? piece.replace(/^\s*[[*]/, "{$&}") : piece);
      inked = piece.trim() !== "" && !/\\end\{center\}\s*$/.test(piece);
    }
    return withoutLineEnds(parts.join("")).replace(/\n\s*\n/g, "\n");
  }

  #lineEnd(hard: boolean, before: Inline | undefined, after: Inline | undefined): string {
    if (after === undefined || (after.type === "break" && !hard)) return "";
    return hard || !isWithinSentence(before, after) ? LINE_END : "\n";
  }

  text(text: string): string {
    return this.needs.text(text);
  }

  warn(message: string, offset: number): void {
    this.warnings.push({ message, offset });
  }

  /** A formula in running text. */
  inlineMath(latex: string, display: boolean, offset: number): string {
    try {
      const { tex } = writeFormula(latex, false, this.needs);
      return `\\(${display ? "\\displaystyle " : ""}${tex.replace(/\s*\n\s*/g, " ")}\\)`;
    } catch (error) {
      return this.source_(latex, offset, error);
    }
  }

  /** What cannot be a formula, as typed. */
  source_(latex: string, offset: number, error: unknown): string {
    this.warn(`formula shown as its source: ${error instanceof Error ? error.message : String(error)}`, offset);
    return `\\texttt{${this.text(latex.replace(/\s+/g, " "))}}`;
  }
}

const LINE_END = "\\\\\n";

/** Without line ends and blanks at the end; blanks alone stay. */
function withoutLineEnds(tex: string): string {
  let rest = tex.trimEnd();
  if (!rest.endsWith("\\\\")) return tex;
  while (rest.endsWith("\\\\")) rest = rest.slice(0, -2).trimEnd();
  return rest;
}

/** TeX reads lines of up to 200,000 characters. */
const MAX_LINE = 20_000;
/** Long lines are parted at the first blank behind so many characters. */
const PART = 2000;

function breakLongLines(tex: string): string {
  return tex
    .split("\n")
    .map((line) => (line.length > MAX_LINE ? breakLine(line) : line))
    .join("\n");
}

function breakLine(line: string): string {
  const parts: string[] = [];
  let start = 0;
  for (let at = line.indexOf(" ", PART); at >= 0; at = line.indexOf(" ", at + 1)) {
    // a backslash before a blank takes it as its own
    if (at - start < PART || line[at - 1] === "\\" || line[at - 1] === " ") continue;
    parts.push(line.slice(start, at));
    start = at + 1;
  }
  parts.push(line.slice(start));
  return parts.join("\n");
}
