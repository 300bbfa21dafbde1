import type { Inline, InlineStyle } from "../document.js";
import { plainInlines } from "../plain-text.js";
import { writeCode } from "./code.js";
import { texLabel } from "./math/tex-label.js";
import { writeTabular } from "./tables.js";
import { inlineImage } from "./tex-images.js";
import type { Place, TexWriter } from "./write-tex.js";

type InlineWriters = {
  readonly [K in Inline["type"]]: (node: Extract<Inline, { type: K }>, writer: TexWriter, place: Place) => string;
};

const COMMANDS: Readonly<Record<InlineStyle, { command: string; package?: string }>> = {
  strong: { command: "\\textbf" },
  emphasis: { command: "\\textit" },
  strike: { command: "\\sout", package: "ulem" },
  cross_out: { command: "\\xout", package: "ulem" },
  mark: { command: "\\colorbox{yellow}", package: "xcolor" },
  insert: { command: "\\uline", package: "ulem" },
  underline: { command: "\\uline", package: "ulem" },
  double_underline: { command: "\\uuline", package: "ulem" },
  wave_underline: { command: "\\uwave", package: "ulem" },
  dash_underline: { command: "\\dashuline", package: "ulem" },
  dot_underline: { command: "\\dotuline", package: "ulem" },
  superscript: { command: "\\textsuperscript" },
  subscript: { command: "\\textsubscript" },
  monospace: { command: "\\texttt" },
  small: { command: "\\textsmall" },
};

const WRITERS: InlineWriters = {
  text: (node, writer) => writer.text(node.text),
  math: (node, writer) => writer.inlineMath(node.latex, node.display, node.offset),
  styled: (node, writer, place) => {
    const content = writer.inlines(node.children, place);
    if (content.trim() === "") return content;
    const { command, package: name } = COMMANDS[node.style];
    if (node.style === "small") return `{\\small ${content}}`;
    if (name !== undefined) {
      // these cut their text to pieces: anything but words in it breaks them
      const simple = node.children.every(({ type }) => type === "text" || type === "math");
      if (!simple || place === "moving" || /\\[a-z]+text\{/.test(content)) return content;
      writer.needs.use(name);
    }
    return `${command}{${content}}`;
  },
  code: (node, writer) => `\\texttt{${writeCode(node.text, writer)}}`,
  link: (node, writer, place) => {
    const label = writer.inlines(node.children, place);
    const href = linkTarget(node.href);
    if (href === undefined) return label;
    writer.needs.use("hyperref");
    if (node.automatic && plainInlines(node.children) === node.href && /^[!-~]+$/.test(node.href) && place !== "moving")
      return `\\url{${href}}`;
    return `\\href{${href}}{${label}}`;
  },
  image: inlineImage,
  break: (node) => (node.hard ? "\\\\\n" : "\n"),
  footnote_mark: (node, writer, place) =>
    writer.notes.mark(node.id, node.label, writer.depth.boxes > 0 && place === "text" ? "cell" : place),
  reference: (node, writer) => {
    const label = texLabel(node.label);
    if (!node.resolved || !writer.needs.labels.has(label)) return writer.text(node.text);
    return node.text.startsWith("(") ? eqref(label, writer) : `\\ref{${label}}`;
  },
  smiles: (node, writer) => `\\texttt{${writeCode(node.smiles, writer)}}`,
  table: (node, writer, place) =>
    place === "moving"
      ? writer.text(plainInlines([node]).replace(/\s+/g, " "))
      : writeTabular(node.table, writer, { nested: true }),
};

export function writeInline(node: Inline, writer: TexWriter, place: Place): string {
  return (WRITERS[node.type] as (node: Inline, writer: TexWriter, place: Place) => string)(node, writer, place);
}

function eqref(label: string, writer: TexWriter): string {
  writer.needs.use("amsmath");
  return `\\eqref{${label}}`;
}

/** An address as `\href` takes it; undefined for one inside the document. */
function linkTarget(href: string): string | undefined {
  if (!/^(?:https?|ftp|mailto):/i.test(href)) return undefined;
  return href
    .replace(/[^!-~]/gu, (char) => encodeURIComponent(char.replace(/[\ud800-\udfff]/g, "\ufffd")))
    .replace(/[\\{}^`"<>|]/g, (char) => encodeURIComponent(char))
    .replace(/[%#&_~$]/g, (char) => (char === "~" || char === "_" || char === "$" ? char : `\\${char}`))
    .replace(/\$/g, "\\%24")
    .replace(/[~]/g, "\\%7E");
}
