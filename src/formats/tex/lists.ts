import type { ListBlock, ListItem } from "../document.js";
import { plainInlines } from "../plain-text.js";
import type { Place, TexWriter } from "./write-tex.js";

/** Levels that LaTeX has by itself, per kind and in all. */
const OWN_LEVELS = 4;
const OWN_DEPTH = 6;
/** Levels that are asked of enumitem; what is deeper runs on in its item. */
const MAX_DEPTH = 12;

const COUNTERS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

const BOXES: Readonly<Record<string, string>> = { "[ ]": "\\square", "[x]": "\\boxtimes" };

export function writeList(list: ListBlock, writer: TexWriter, place: Place): string {
  if (list.items.length === 0) return "";
  const name = list.ordered ? "enumerate" : "itemize";
  const { depth } = writer;
  if (depth.lists >= MAX_DEPTH)
    return list.items.map((item) => `${label(item, writer)} ${writer.blocks(item.blocks, place)}`).join("\n\n");
  depth.lists++;
  depth[name]++;
  if (depth.lists > OWN_DEPTH || depth[name] > OWN_LEVELS) writer.needs.use("enumitem");
  const counter = list.ordered ? COUNTERS[depth.enumerate - 1] : undefined;
  const start = counter && list.start !== 1 ? `\\setcounter{enum${counter}}{${list.start - 1}}\n` : "";
  const items = list.items.map((item) => `\\item${writeItem(item, writer, place)}`);
  depth[name]--;
  depth.lists--;
  return `\\begin{${name}}\n${start}${items.join("\n")}\n\\end{${name}}`;
}

function writeItem(item: ListItem, writer: TexWriter, place: Place): string {
  const mark = label(item, writer);
  const content = writer.blocks(item.blocks, place);
  // a bracket behind \item would be its label; a list or display right behind it leaves the mark alone on its line
  const lead = /^\s*\[/.test(content) ? " {}" : " ";
  return `${mark === "" ? "" : `[${mark}]`}${content === "" ? " ~" : lead + content}`;
}

function label(item: ListItem, writer: TexWriter): string {
  if (item.checked !== undefined) {
    writer.needs.use("amssymb");
    return `\\(${BOXES[item.checked ? "[x]" : "[ ]"]}\\)`;
  }
  if (!item.marker) return "";
  const written = writer.inlines(item.marker, "moving").trim();
  if (written === "") return plainInlines(item.marker) === "" ? "{}" : "";
  return /[[\]]/.test(written) ? `{${written}}` : written;
}
