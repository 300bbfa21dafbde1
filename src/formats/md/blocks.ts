import type { Block, HeadingBlock, ListBlock, ListItem } from "../document.js";
import { escapeStart } from "./escape.js";
import { writeTable } from "./tables.js";
import type { MarkdownWriter } from "./write-md.js";

type BlockWriters = {
  readonly [K in Block["type"]]: (block: Extract<Block, { type: K }>, writer: MarkdownWriter) => string;
};

/** One writer per block; "" for a block with nothing to show. */
export const BLOCK_WRITERS: BlockWriters = {
  title: (block, writer) => heading(1, writer.inlines(block.children)),
  authors: (block, writer) =>
    block.authors
      .map((author) =>
        author
          .map((line) => writer.inlines(line))
          .filter((line) => line !== "")
          .join(writer.options.htmlTags ? "<br>" : "  \n"),
      )
      .filter((author) => author !== "")
      .map(escapeStart)
      .join("\n\n"),
  abstract: (block, writer) => joinBlocks([heading(4, "Abstract"), writer.blocks(block.blocks)]),
  heading: (block, writer) => heading(block.level, headingText(block, writer)),
  paragraph: (block, writer) => writer.wrap(startLines(writer.inlines(block.children))),
  math: (block, writer) => displayMath(block.latex, writer),
  code: (block) => fence(block.text, block.language),
  list: (block, writer) => writeList(block, writer),
  table: (block, writer) => joinBlocks([block.caption ? writer.inlines(block.caption) : "", writeTable(block, writer)]),
  figure: (block, writer) => {
    const content = writer.blocks(block.blocks);
    const caption = captionText(block, writer);
    // a picture's caption goes directly below it, a table's apart: a table ends where its lines end
    const isPicture = block.blocks.every((inner) => inner.type === "paragraph");
    if (caption === "") return content;
    if (block.captionAbove) return joinBlocks([caption, content]);
    return isPicture ? `${content}\n${caption}` : joinBlocks([content, caption]);
  },
  quote: (block, writer) => prefixed(writer.blocks(block.blocks), "> "),
  footnote_text: (block, writer) => writer.noteMark(block.id),
  theorem: (block, writer) => {
    const name = block.name ? ` (${writer.inlines(block.name)})` : "";
    const content = writer.blocks(block.blocks);
    const [open, close] = writer.options.mathInlineDelimiters;
    const mark = block.end ? writer.inlines(block.end) : `${open}\\square${close}`;
    const end = block.proof ? ` ${mark}` : "";
    const head = block.proof ? `*${block.head}.*` : `**${block.head}${name}.**`;
    return startsWithText(block.blocks) ? `${head} ${content}${end}` : joinBlocks([head, content, end.trim()]);
  },
  toc: (_, writer) => writer.contents(),
  page_break: (_, { options }) => (options.htmlTags ? '<div style="page-break-after: always;"></div>' : "---"),
  rule: () => "---",
  details: (block, writer) => {
    const summary = writer.inlines(block.summary);
    const content = writer.blocks(block.blocks);
    if (!writer.options.htmlTags) return joinBlocks([`**${summary}**`, content]);
    return `<details>\n<summary>${summary}</summary>\n\n${content}\n\n</details>`;
  },
  definitions: (block, writer) =>
    block.entries
      .map(({ term, blocks }) =>
        joinBlocks([`**${writer.inlines(term)}**`, prefixed(writer.blocks(blocks), "  ").replace(/^ {2}/, ": ")]),
      )
      .join("\n\n"),
  aligned: (block, writer) => writer.blocks(block.blocks),
  smiles: (block) => fence(block.smiles, "smiles"),
};

export function joinBlocks(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}

export function headingText(block: HeadingBlock, writer: MarkdownWriter): string {
  const text = writer.inlines(block.children);
  return block.number === undefined ? text : `${block.number} ${text}`;
}

function heading(level: number, text: string): string {
  const line = text.replace(/\s*\n\s*/g, " ").trim();
  // trailing marks would be taken for a closing sequence
  return line === "" ? "" : `${"#".repeat(level)} ${line.replace(/(#+)$/, "\\$1")}`;
}

function captionText(block: Extract<Block, { type: "figure" }>, writer: MarkdownWriter): string {
  if (!block.caption) return "";
  const text = writer
    .inlines(block.caption)
    .replace(/\s*\n\s*/g, " ")
    .trim();
  return escapeStart(block.label === undefined ? text : `${block.label}: ${text}`);
}

export function displayMath(latex: string, { options }: Pick<MarkdownWriter, "options">): string {
  const [open, close] = options.mathDisplayDelimiters;
  // a blank line ends a formula in most viewers
  const body = latex
    .replace(/\\label\s*\{[^{}]*\}/g, "")
    .replace(/\n\s*\n/g, "\n")
    .trim();
  return `${open.trim()}\n${body}\n${close.trim()}`;
}

function fence(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = "`".repeat(longest + 1);
  return `${ticks}${language.replace(/[^\p{L}\p{N}+#._-]/gu, "")}\n${text}\n${ticks}`;
}

function startLines(text: string): string {
  return text.split("\n").map(escapeStart).join("\n");
}

function startsWithText(blocks: readonly Block[]): boolean {
  return blocks[0]?.type === "paragraph";
}

function prefixed(text: string, prefix: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? prefix.trimEnd() : prefix + line))
    .join("\n");
}

const BOXES: Readonly<Record<string, string>> = {
  "□": "[ ]",
  "☐": "[ ]",
  "▢": "[ ]",
  "☑": "[x]",
  "☒": "[x]",
  "■": "[x]",
};

function writeList(list: ListBlock, writer: MarkdownWriter): string {
  const numbers = list.ordered ? itemNumbers(list, writer) : undefined;
  let nextNumber = list.start;
  const items = list.items.map((item, i) => {
    const number = numbers?.[i];
    const mark = number === undefined ? "-" : `${number}.`;
    const unlabelled = list.ordered && !item.marker ? `${nextNumber++}\\.` : "";
    const label = number === undefined ? itemLabel(item, writer) || unlabelled : "";
    const content = itemContent(item, list.loose, writer);
    const indent = " ".repeat(mark.length + 1);
    const text = `${label}${label !== "" && content !== "" ? " " : ""}${content}`;
    return text === "" ? mark : `${mark} ${prefixed(text, indent).slice(indent.length)}`;
  });
  return items.join(
    list.loose || list.items.some((item) => item.blocks.filter((block) => block.type === "paragraph").length > 1)
      ? "\n\n"
      : "\n",
  );
}

/** A list directly under its item's text keeps the outer list tight. */
function itemContent(item: ListItem, loose: boolean, writer: MarkdownWriter): string {
  const [text, inner] = item.blocks;
  const isNested = item.blocks.length === 2 && text?.type === "paragraph" && inner?.type === "list";
  return isNested && !loose ? `${writer.blocks([text])}\n${writer.blocks([inner])}` : writer.blocks(item.blocks);
}

/** Numbers when they run on without a gap; otherwise labels are printed as text. */
function itemNumbers(list: ListBlock, writer: MarkdownWriter): number[] | undefined {
  const numbers: number[] = [];
  for (const [i, item] of list.items.entries()) {
    const label = item.marker ? writer.plain(item.marker) : undefined;
    const printed = label === undefined ? undefined : /^(\d{1,9})\.?$/.exec(label.trim())?.[1];
    if (label !== undefined && printed === undefined) return undefined;
    const number = printed === undefined ? (numbers[i - 1] ?? list.start - 1) + 1 : Number(printed);
    if (i > 0 && number !== numbers[i - 1]! + 1) return undefined;
    numbers.push(number);
  }
  return numbers;
}

function itemLabel(item: ListItem, writer: MarkdownWriter): string {
  if (item.checked !== undefined) return item.checked ? "[x]" : "[ ]";
  if (!item.marker) return "";
  const plain = writer.plain(item.marker).trim();
  return BOXES[plain] ?? escapeStart(writer.inlines(item.marker).trim());
}
