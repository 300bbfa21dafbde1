import type { Inline, InlineStyle } from "../document.js";
import { escapeHtml, escapeMarkdown } from "./escape.js";
import type { MarkdownWriter } from "./write-md.js";

/** Marks around styled text; those Markdown lacks are HTML, or nothing when HTML is not wanted. */
const STYLES: Readonly<Record<InlineStyle, { open: string; close: string; html: boolean }>> = {
  strong: { open: "**", close: "**", html: false },
  emphasis: { open: "*", close: "*", html: false },
  strike: { open: "~~", close: "~~", html: false },
  cross_out: { open: "~~", close: "~~", html: false },
  mark: { open: "<mark>", close: "</mark>", html: true },
  insert: { open: "<ins>", close: "</ins>", html: true },
  underline: { open: "<u>", close: "</u>", html: true },
  double_underline: { open: "<u>", close: "</u>", html: true },
  wave_underline: { open: "<u>", close: "</u>", html: true },
  dash_underline: { open: "<u>", close: "</u>", html: true },
  dot_underline: { open: "<u>", close: "</u>", html: true },
  superscript: { open: "<sup>", close: "</sup>", html: true },
  subscript: { open: "<sub>", close: "</sub>", html: true },
  monospace: { open: "", close: "", html: false },
  small: { open: "<small>", close: "</small>", html: true },
};

type InlineWriters = {
  readonly [K in Inline["type"]]: (node: Extract<Inline, { type: K }>, writer: MarkdownWriter) => string;
};

const WRITERS: InlineWriters = {
  text: (node, { options }) => escapeMarkdown(node.text, options),
  math: (node, writer) => inlineMath(node.latex, writer),
  styled: (node, writer) => {
    const content = writer.inlines(node.children);
    if (node.style === "monospace") return codeSpan(writer.plain(node.children));
    const { open, close, html } = STYLES[node.style];
    if (html && !writer.options.htmlTags) return content;
    return html ? open + content + close : tight(open, content, close);
  },
  code: (node) => codeSpan(node.text),
  link: (node, writer) => {
    const label = writer.inlines(node.children);
    // printed addresses stay as printed; viewers link them
    return node.automatic ? label : `[${label}](${destination(node.href)})`;
  },
  image: (node, writer) => `![${altText(node.alt)}](${destination(writer.imageAddress(node))})`,
  break: (node) => (node.hard ? "  \n" : "\n"),
  footnote_mark: (node, writer) => writer.noteMark(node.id),
  reference: (node, { options }) => escapeMarkdown(node.text, options),
  smiles: (node, { options }) =>
    options.htmlTags ? `<smiles>${escapeHtml(node.smiles)}</smiles>` : codeSpan(node.smiles),
  table: (node, writer) =>
    writer.options.htmlTags
      ? writer.htmlTable(node.table).replaceAll("\n", "")
      : writer.cellText(node.table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks))),
};

export function writeInline(node: Inline, writer: MarkdownWriter): string {
  return (WRITERS[node.type] as (node: Inline, writer: MarkdownWriter) => string)(node, writer);
}

export function inlineMath(latex: string, { options }: Pick<MarkdownWriter, "options">): string {
  const [open, close] = options.mathInlineDelimiters;
  return `${open}${latex.replace(/\s*\n\s*/g, " ").trim()}${close}`;
}

/** Emphasis must not begin or end with a blank inside its marks. */
function tight(open: string, content: string, close: string): string {
  const [, before = "", inner = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(content) ?? [];
  return inner === "" ? content : `${before}${open}${inner}${close}${after}`;
}

/** Code span with enough backticks for its content. */
export function codeSpan(text: string): string {
  const bare = text.replace(/\n/g, " ");
  let ticks = "`";
  while (bare.includes(ticks)) ticks += "`";
  const pad = /^`|`$|^ .* $/.test(bare) ? " " : "";
  return `${ticks}${pad}${bare}${pad}${ticks}`;
}

function altText(alt: string): string {
  return alt.replace(/\s+/g, " ").replace(/[[\]\\]/g, "\\$&");
}

/** Link destinations with blanks or brackets stand in angle brackets. */
function destination(target: string): string {
  const bare = target.replace(/[\n\r<>]/g, (char) => encodeURIComponent(char));
  return /[\s()]/.test(bare) ? `<${bare}>` : bare;
}
