import type { Block, FigureBlock } from "../document.js";
import type { OpenFloat } from "./adapter-context.js";
import type { BlockReader } from "./blocks.js";
import { attribute } from "./token-reader.js";
import type { Token } from "./tokens.js";

const NAMES: Readonly<Record<FigureBlock["kind"], string>> = { figure: "Figure", table: "Table" };

/** `figure` and `table` environments. */
export function readFloat(token: Token, inner: readonly Token[], reader: BlockReader): FigureBlock {
  const { context } = reader;
  const offset = context.cursor;
  const kind = attribute(token, "data-type") === "table" ? "table" : "figure";
  const float: OpenFloat = { contentFirst: captionComesLast(inner), unlabelled: false };
  context.floats.push(float);
  const blocks = reader.read(inner).filter((block) => block.type !== "figure" || block.blocks.length > 0);
  context.floats.pop();
  const figure: FigureBlock = {
    type: "figure",
    kind,
    blocks: unwrap(blocks),
    captionAbove: !float.contentFirst,
    offset,
  };
  if (float.caption) figure.caption = float.caption;
  if (float.caption && !float.unlabelled) {
    const number = ++context.figures[kind];
    figure.label = `${NAMES[kind]} ${number}`;
    if (float.anchor !== undefined) context.labels.set(float.anchor, String(number));
  }
  if (float.anchor !== undefined) figure.anchor = float.anchor;
  return figure;
}

/** `\begin{center}` in a float says nothing: floats are centred. */
function unwrap(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => (block.type === "aligned" && block.align === "center" ? block.blocks : [block]));
}

const CONTENT = new Set([
  "includegraphics",
  "image",
  "tabular",
  "table_open",
  "fence",
  "latex_lstlisting_env",
  "inline_math",
  "display_math",
]);

/** True when a picture or table comes before the caption. */
function captionComesLast(tokens: readonly Token[]): boolean {
  for (const token of tokens) {
    if (token.type === "caption") return false;
    if (CONTENT.has(token.type)) return true;
    if (token.children && token.type !== "tabular") {
      const first = token.children.find((child) => child.type === "caption" || CONTENT.has(child.type));
      if (first) return first.type !== "caption";
    }
  }
  return false;
}
