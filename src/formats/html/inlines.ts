import type { Inline, InlineStyle } from "../document.js";
import { escapeHtml } from "../md/escape.js";
import type { HtmlWriter } from "./write-html.js";

const TAGS: Readonly<Record<InlineStyle, readonly [string, string]>> = {
  strong: ["<strong>", "</strong>"],
  emphasis: ["<em>", "</em>"],
  strike: ["<s>", "</s>"],
  cross_out: ["<s>", "</s>"],
  mark: ["<mark>", "</mark>"],
  insert: ["<ins>", "</ins>"],
  underline: ["<u>", "</u>"],
  double_underline: ['<u class="double">', "</u>"],
  wave_underline: ['<u class="wave">', "</u>"],
  dash_underline: ['<u class="dash">', "</u>"],
  dot_underline: ['<u class="dot">', "</u>"],
  superscript: ["<sup>", "</sup>"],
  subscript: ["<sub>", "</sub>"],
  monospace: ["<code>", "</code>"],
  small: ["<small>", "</small>"],
};

type InlineWriters = {
  readonly [K in Inline["type"]]: (node: Extract<Inline, { type: K }>, writer: HtmlWriter) => string;
};

const WRITERS: InlineWriters = {
  text: (node) => escapeHtml(node.text),
  math: (node, writer) => {
    const formula = writer.formula(node.latex, node.display, 0, false, node.offset);
    return typeof formula === "string"
      ? formula
      : `<span class="${node.display ? "equation" : "math"}">${formula.html}</span>`;
  },
  styled: (node, writer) => TAGS[node.style].join(writer.inlines(node.children)),
  code: (node) => `<code>${escapeHtml(node.text)}</code>`,
  link: (node, writer) =>
    `<a href="${escapeHtml(node.href)}" rel="noopener noreferrer">${writer.inlines(node.children)}</a>`,
  image: (node, writer) => writer.image(node),
  break: () => "<br>",
  footnote_mark: (node, writer) => writer.noteMark(node.id, node.label),
  reference: (node) =>
    node.resolved ? `<a href="#${anchorId(node.label)}">${escapeHtml(node.text)}</a>` : escapeHtml(node.text),
  smiles: (node) => `<code class="smiles">${escapeHtml(node.smiles)}</code>`,
  table: (node, writer) => writer.blocks([node.table]),
};

export function writeInline(node: Inline, writer: HtmlWriter): string {
  return (WRITERS[node.type] as (node: Inline, writer: HtmlWriter) => string)(node, writer);
}

/** Anchor of a `\label`. */
export function anchorId(label: string): string {
  return `ref-${encodeURIComponent(label).replace(/[%'()!*~]/g, "-")}`;
}
