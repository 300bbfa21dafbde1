import type { Block, FigureBlock, HeadingBlock, MathBlock } from "../document.js";
import { plainInlines } from "../plain-text.js";
import { writeCode, writeCodeBlock } from "./code.js";
import { writeList } from "./lists.js";
import { texLabel } from "./math/tex-label.js";
import { writeFormula } from "./math/write-formula.js";
import { printedLength } from "./printed-length.js";
import { LONG_ROWS, writeTable } from "./tables.js";
import type { Place, TexWriter } from "./write-tex.js";

/** Characters that a line of the authors holds. */
const AUTHOR_LINE = 74;

type BlockWriters = {
  readonly [K in Block["type"]]: (block: Extract<Block, { type: K }>, writer: TexWriter, place: Place) => string;
};

export const BLOCK_WRITERS: BlockWriters = {
  title: (block, writer) => {
    const title = writer.inlines(block.children, "note").replace(/\s*\n\s*/g, "\n");
    if (writer.title.title !== undefined) return `\\begin{center}\n{\\LARGE ${title}\\par}\n\\end{center}`;
    writer.title.title = title;
    return withNotes("", writer);
  },
  authors: (block, writer) => {
    for (const author of block.authors) {
      const lines = author.map((line) => writer.inlines(line, "moving").trim()).filter((line) => line !== "");
      if (lines.length === 0) continue;
      const text = lines.map(startsLine).join(" \\\\\n");
      // an author is set as a table of one column, which breaks no line
      const isLong = author.some((line) => printedLength(plainInlines(line)) > AUTHOR_LINE);
      writer.title.authors.push(isLong ? `\\parbox[t]{\\textwidth}{\\centering\n${text}}` : text);
    }
    return withNotes("", writer);
  },
  abstract: (block, writer) => `\\begin{abstract}\n${writer.blocks(block.blocks)}\n\\end{abstract}`,
  heading: (block, writer) => withNotes(writeHeading(block, writer), writer),
  paragraph: (block, writer, place) => {
    const [only] = block.children;
    const content = startsLine(writer.inlines(block.children, place));
    const pictures = block.children.every((node) => node.type === "image" || node.type === "break");
    if (pictures && only?.type === "image" && place !== "cell" && writer.depth.boxes === 0) {
      const side = only.align === "left" ? "flushleft" : only.align === "right" ? "flushright" : "center";
      return `\\begin{${side}}\n${content}\n\\end{${side}}`;
    }
    return withNotes(content, writer, place);
  },
  math: writeMath,
  code: writeCodeBlock,
  list: (block, writer, place) => withNotes(writeList(block, writer, place), writer, place),
  table: (block, writer, place) => withNotes(writeTable(block, writer, place), writer, place),
  figure: (block, writer, place) => withNotes(writeFloat(block, writer, place), writer, place),
  quote: (block, writer, place) => {
    if (place === "cell" || writer.depth.lists >= 5) return writer.blocks(block.blocks, place);
    writer.depth.lists++;
    const content = writer.blocks(block.blocks, place);
    writer.depth.lists--;
    return content === "" ? "" : `\\begin{quote}\n${content}\n\\end{quote}`;
  },
  footnote_text: (block, writer) => writer.notes.unmarked(block.id),
  theorem: (block, writer, place) => {
    const name = block.name ? ` (${writer.inlines(block.name, "moving")})` : "";
    const content = writer.blocks(block.blocks, place);
    if (block.proof) {
      writer.needs.use("amsthm");
      const head = block.head === "Proof" ? "" : `[${writer.text(block.head)}]`;
      const end =
        block.end === undefined ? "" : `\\renewcommand{\\qedsymbol}{${writer.inlines(block.end, "moving")}}\n`;
      return `${end}\\begin{proof}${head}\n${content}\n\\end{proof}`;
    }
    writer.needs.use("statement");
    return `\\begin{statement}{${writer.text(block.head)}${name}}\n${content}\n\\end{statement}`;
  },
  toc: (_, writer) => (writer.hasContents ? "\\tableofcontents" : ""),
  page_break: (_, writer, place) => (place === "text" && writer.depth.lists === 0 ? "\\newpage" : ""),
  rule: (_, __, place) => (place === "cell" ? "" : "\\par\\noindent\\rule{\\linewidth}{0.4pt}\\par"),
  details: (block, writer, place) =>
    `\\textbf{${writer.inlines(block.summary, "moving")}}\n\n${writer.blocks(block.blocks, place)}`,
  definitions: (block, writer, place) => {
    const entries = block.entries.map(
      ({ term, blocks }) => `\\item[{${writer.inlines(term, "moving")}}] ${writer.blocks(blocks, place) || "~"}`,
    );
    return entries.length === 0 ? "" : `\\begin{description}\n${entries.join("\n")}\n\\end{description}`;
  },
  aligned: (block, writer, place) => {
    const content = writer.blocks(block.blocks, place);
    const isAlone = content.startsWith("\\begin{center}") && content.indexOf("\\end{center}") === content.length - 12;
    if (content === "" || place === "cell" || (block.align === "center" && isAlone)) return content;
    const name = block.align === "center" ? "center" : `flush${block.align}`;
    return `\\begin{${name}}\n${content}\n\\end{${name}}`;
  },
  smiles: (block, writer) => `\\texttt{${writeCode(block.smiles, writer)}}`,
};

/** Text that begins a line or paragraph behind `\\` or `\item`. */
export function startsLine(text: string): string {
  return text.replace(/^\s*(\[)/, "{}$1");
}

/** Notes that had to wait, behind what held their marks. */
function withNotes(text: string, writer: TexWriter, place: Place = "text"): string {
  if (place !== "text" || writer.depth.boxes > 0 || writer.depth.lists > 0) return text;
  const notes = writer.notes.flush();
  return notes === "" ? text : text === "" ? notes : `${text}\n${notes}`;
}

const SECTIONS = ["section", "subsection", "subsubsection", "paragraph", "subparagraph"] as const;

function writeHeading(block: HeadingBlock, writer: TexWriter): string {
  const text = writer.inlines(block.children, "moving").replace(/\s+/g, " ").trim();
  const level = block.level - writer.topLevel;
  if (level < 0) return `\\part*{${text}}`;
  const name = SECTIONS[Math.min(level, SECTIONS.length - 1)]!;
  if (block.number === undefined || level > 2) {
    const shown = level > 2 && block.number !== undefined ? `${block.number} ${text}` : text;
    const entry = writer.hasContents ? `\n\\addcontentsline{toc}{${name}}{${text}}` : "";
    return `\\${name}*{${shown}}${entry}`;
  }
  const counter = name as "section" | "subsection" | "subsubsection";
  const number = Number(block.number.split(".").pop());
  const { counters } = writer;
  const preset = number === counters[counter] + 1 ? "" : `\\setcounter{${counter}}{${number - 1}}\n`;
  counters[counter] = number;
  if (counter === "section") counters.subsection = 0;
  if (counter !== "subsubsection") counters.subsubsection = 0;
  return `${preset}\\${name}{${text}}`;
}

function writeMath(block: MathBlock, writer: TexWriter, place: Place): string {
  if (place === "cell") return writer.inlineMath(block.latex, true, block.offset);
  try {
    const { tex, environment } = writeFormula(block.latex, true, writer.needs);
    if (environment) {
      const preset =
        block.numbers > 0 && writer.counters.equation !== block.firstNumber
          ? `\\setcounter{equation}{${block.firstNumber}}\n`
          : "";
      if (block.numbers > 0) writer.counters.equation = block.firstNumber + block.numbers;
      return preset + tex;
    }
    return tex === "" ? "" : `\\[\n${tex}\n\\]`;
  } catch (error) {
    return `\\begin{center}\n${writer.source_(block.latex, block.offset, error)}\n\\end{center}`;
  }
}

function writeFloat(block: FigureBlock, writer: TexWriter, place: Place): string {
  const [only] = block.blocks;
  if (block.blocks.length === 1 && only?.type === "table" && only.rows.length > LONG_ROWS && place === "text")
    return writeTable({ ...only, ...(block.caption ? { caption: block.caption } : {}) }, writer, place, block);
  const caption = floatCaption(block, writer);
  if (place !== "text" || writer.depth.lists > 0 || writer.depth.boxes > 0) {
    const content = writer.blocks(block.blocks, place);
    const plain = block.caption ? writer.inlines(block.caption, "moving") : "";
    return (block.captionAbove ? [plain, content] : [content, plain]).filter((part) => part !== "").join("\n\n");
  }
  writer.depth.boxes++;
  const content = writer.blocks(block.blocks.map(unframed), "text");
  writer.depth.boxes--;
  if (content === "" && caption === "") return "";
  writer.needs.use("float");
  const parts = block.captionAbove ? [caption, content] : [content, caption];
  return `\\begin{${block.kind}}[H]\n\\centering\n${parts.filter((part) => part !== "").join("\n")}\n\\end{${block.kind}}`;
}

/** Floats centre what they hold. */
function unframed(block: Block): Block {
  return block.type === "aligned" && block.align === "center" && block.blocks.length === 1 ? block.blocks[0]! : block;
}

export function floatCaption(block: FigureBlock, writer: TexWriter): string {
  if (!block.caption) return "";
  writer.needs.use("caption");
  const text = writer.inlines(block.caption, "moving").replace(/\s+/g, " ").trim();
  const anchor = block.anchor === undefined ? "" : texLabel(block.anchor);
  const isNew = anchor !== "" && !writer.needs.labels.has(anchor);
  if (isNew) writer.needs.labels.add(anchor);
  const label = isNew ? `\n\\label{${anchor}}` : "";
  const number = block.label === undefined ? undefined : Number(/(\d+)$/.exec(block.label)?.[1]);
  if (number === undefined) return `\\captionsetup{labelformat=empty}\n\\caption{${text}}${label}`;
  const preset = number === writer.counters[block.kind] + 1 ? "" : `\\setcounter{${block.kind}}{${number - 1}}\n`;
  writer.counters[block.kind] = number;
  return `${preset}\\caption{${text}}${label}`;
}
