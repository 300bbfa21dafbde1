import type { Inline, InlineStyle } from "../document.js";
import { readHtmlTable } from "./html-tables.js";
import type { InlineOrLifted, InlineReader } from "./inlines.js";
import { safeHref } from "./links.js";
import { gatherSvg, readSvg, SVG } from "./svg.js";
import type { TokenReader } from "./token-reader.js";
import type { Token } from "./tokens.js";

/** The part of HTML that means something in every format. Other tags are shown as text, so nothing runs and nothing vanishes. */
const STYLES: Readonly<Record<string, InlineStyle>> = {
  b: "strong",
  strong: "strong",
  i: "emphasis",
  em: "emphasis",
  cite: "emphasis",
  var: "emphasis",
  u: "underline",
  s: "strike",
  del: "strike",
  strike: "strike",
  ins: "insert",
  mark: "mark",
  sub: "subscript",
  sup: "superscript",
  code: "monospace",
  kbd: "monospace",
  tt: "monospace",
  samp: "monospace",
  small: "small",
};

/** Tags that only group. */
const TRANSPARENT = new Set(["span", "div", "p", "center", "section", "article", "font", "a", "label"]);

const TAG = /^<\s*(\/?)\s*([A-Za-z][A-Za-z0-9-]*)([^>]*?)(\/?)\s*>$/s;

interface Tag {
  /** Lower case. */
  name: string;
  closing: boolean;
  attributes: string;
}

export function parseTag(source: string): Tag | undefined {
  const match = TAG.exec(source);
  return match ? { name: match[2]!.toLowerCase(), closing: match[1] !== "", attributes: match[3] ?? "" } : undefined;
}

/** Reads what a tag encloses from the reader. */
export function readHtmlTag(source: string, reader: TokenReader, inlines: InlineReader): InlineOrLifted[] {
  const { context } = inlines;
  const offset = context.locate(source);
  if (source.startsWith("<!--")) return [];
  if (/^<svg\b/i.test(source)) {
    const drawing = gatherSvg(source, reader);
    if (drawing !== undefined) return [readSvg(context.text(drawing), offset)];
  }
  const tag = parseTag(source);
  if (!tag) return visible(source, inlines, offset);
  const { name, closing, attributes } = tag;
  if (name === "br") return [{ type: "break", hard: true, offset }];
  if (name === "img" && !closing) {
    return [{ type: "image", src: attributeOf(attributes, "src"), alt: attributeOf(attributes, "alt"), offset }];
  }
  const style = STYLES[name];
  if (closing) return style || TRANSPARENT.has(name) ? [] : visible(source, inlines, offset);
  if (style) {
    const children = inlines.read(withoutTag(untilClose(reader, name), name));
    return children.length > 0 ? [{ type: "styled", style, children, offset }] : [];
  }
  if (name === "a") {
    const href = safeHref(attributeOf(attributes, "href"));
    const children = inlines.read(withoutTag(untilClose(reader, name), name));
    return href === undefined ? children : [{ type: "link", href, automatic: false, children, offset }];
  }
  if (name === "table") return [{ type: "lifted", block: readHtmlTable(untilClose(reader, name), inlines, offset) }];
  return TRANSPARENT.has(name) ? [] : visible(source, inlines, offset);
}

function visible(source: string, inlines: InlineReader, offset: number): Inline[] {
  inlines.context.warn(`HTML ${source.slice(0, 40)} is shown as text`, offset);
  return [{ type: "text", text: inlines.context.text(source), offset }];
}

function untilClose(reader: TokenReader, name: string): Token[] {
  const tokens: Token[] = [];
  let depth = 1;
  for (let token = reader.next(); token; token = reader.next()) {
    const tag = token.type === "html_inline" ? parseTag(token.content) : undefined;
    if (tag?.name === name) {
      depth += tag.closing ? -1 : 1;
      if (depth === 0) break;
    }
    tokens.push(token);
  }
  return tokens;
}

/** A style within the same style says nothing; each would cost another pass over the rest. */
function withoutTag(tokens: readonly Token[], name: string): Token[] {
  return tokens.filter((token) => token.type !== "html_inline" || parseTag(token.content)?.name !== name);
}

export function attributeOf(attributes: string, name: string): string {
  const match = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(attributes);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? "";
}

/** Pieces of an HTML block: tags, drawings, which stay whole, and the text between them. */
export function splitHtml(source: string): { tag: boolean; text: string }[] {
  return source.split(SVG).flatMap((part, i) => (i % 2 === 1 ? [{ tag: true, text: part }] : splitTags(part)));
}

function splitTags(source: string): { tag: boolean; text: string }[] {
  return [...source.matchAll(/<!--[\s\S]*?-->|<\/?[A-Za-z][^<>]*>|[^<]+|</g)].map(([text]) => ({
    tag: /^<(?:!--|\/?[A-Za-z])/.test(text),
    text,
  }));
}
