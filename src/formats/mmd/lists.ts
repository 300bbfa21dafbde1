import type { Block, ListBlock, ListItem } from "../document.js";
import type { BlockReader } from "./blocks.js";
import { attribute, TokenReader } from "./token-reader.js";
import type { Token } from "./tokens.js";

/** `itemize` and `enumerate`. */
export function readLatexList(open: Token, inner: readonly Token[], blocks: BlockReader): ListBlock {
  const list: ListBlock = {
    type: "list",
    ordered: open.type.startsWith("enumerate"),
    start: 1,
    items: [],
    loose: false,
    offset: blocks.context.cursor,
  };
  const reader = new TokenReader(inner);
  let number = 0;
  for (let token = reader.next(); token; token = reader.next()) {
    if (token.type === "latex_list_item_open") {
      const first = list.items.length === 0;
      const start = Number(token.startValue);
      if (first && token.startValue !== undefined && Number.isInteger(start)) list.start = start;
      const item: ListItem = { blocks: [] };
      if (token.marker !== undefined) item.marker = blocks.inlines.read(token.markerTokens ?? []);
      else {
        const label = blocks.context.listLabels.of(list.ordered, open.prentLevel ?? 0, list.start + number++);
        if (label !== undefined) item.marker = blocks.inlines.fragment(label);
      }
      item.blocks = blocks.read(insideItem(token, reader));
      list.items.push(item);
    } else if (token.type === "renewcommand") blocks.context.listLabels.define(token.latex ?? "");
    else if (
      token.nesting >= 0 &&
      token.type !== "setcounter" &&
      !(token.type === "text" && token.content.trim() === "")
    ) {
      // content between items belongs to the item before
      const rest = blocks.read(token.nesting > 0 ? [token, ...reader.inside(token)] : [token]);
      append(list, rest);
    }
  }
  return list;
}

/** Items nest: the next item's opening may come before this one's close when the list was cut. */
function insideItem(open: Token, reader: TokenReader): Token[] {
  return reader.inside(open);
}

function append(list: ListBlock, rest: Block[]): void {
  if (rest.length === 0) return;
  const last = list.items[list.items.length - 1];
  if (last) last.blocks.push(...rest);
  else list.items.push({ marker: [], blocks: rest });
}

/** `- a`, `1. a`. */
export function readMarkdownList(open: Token, inner: readonly Token[], blocks: BlockReader): ListBlock {
  const start = Number.parseInt(attribute(open, "start"), 10);
  const list: ListBlock = {
    type: "list",
    ordered: open.type === "ordered_list_open",
    start: Number.isInteger(start) ? start : 1,
    items: [],
    loose: false,
    offset: blocks.context.cursor,
  };
  const reader = new TokenReader(inner);
  for (let token = reader.next(); token; token = reader.next()) {
    if (token.type !== "list_item_open") continue;
    const tokens = reader.inside(token);
    if (tokens.some((child) => child.type === "paragraph_open" && !child.hidden)) list.loose = true;
    list.items.push(taskItem({ blocks: blocks.read(tokens) }));
  }
  return list;
}

/** `[ ] text`, `[x] text` */
function taskItem(item: ListItem): ListItem {
  const first = item.blocks[0];
  const head = first?.type === "paragraph" ? first.children[0] : undefined;
  const match = head?.type === "text" ? /^\[([ xX])\]\s+/.exec(head.text) : null;
  if (!match || head?.type !== "text") return item;
  head.text = head.text.slice(match[0].length);
  return { ...item, checked: match[1] !== " " };
}
