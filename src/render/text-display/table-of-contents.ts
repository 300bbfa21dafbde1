import { unionBoxes } from "../../layout/boxes.js";
import type { Box, TextBlock, TextLine } from "../../page.js";
import { escapeLineStart } from "../escapes.js";
import type { LineRecord } from "../lines-json.js";
import { lineFontSize } from "../page-lines.js";
import { addContainer, addLine, blockFlow, type PageScope } from "../page-scope.js";

/** Dotted leader: a run of dots, spaced or not. */
const LEADER = /(?:\s*[.·…․‧]){3,}\s*|\s*…+\s*/gu;
/** Page number at the end of an entry. */
const NUMBER = /^(.*?)\s+((?:[ivxlc]+|[IVXLC]+|[A-Z]?-?\d{1,5}))$/su;

/** Adjacent entries of a contents list: item and page number, without leaders. */
export function renderTableOfContents(
  blocks: readonly TextBlock[],
  scope: PageScope,
  parent: LineRecord | undefined,
): void {
  const lines = blocks.flatMap((block) => block.lines);
  const container = addContainer(
    scope,
    "table_of_contents_container",
    { box: unionBoxes(blocks.map(({ box }) => box)), lines },
    parent,
  );
  for (const [i, block] of blocks.entries()) renderRow(block, scope, container, i === 0);
}

function renderRow(block: TextBlock, scope: PageScope, container: LineRecord, first: boolean): void {
  const row = addContainer(scope, "table_of_contents_row", block, container);
  const flow = blockFlow(scope, block, { context: "running" });
  const last = flow[flow.length - 1];
  const printed = flow
    .map(({ body, joint }) => (joint === "\n" ? " " : joint) + body)
    .join("")
    .trim();
  const { item, number } = splitEntry(printed);
  if (!last || printed === "") return;
  const box = unionBoxes(block.lines.map((line) => line.box));
  const numberBox = number === "" ? undefined : endBox(last.line, number.length);
  const confidence = lowest(block.lines);
  const fontSize = lineFontSize(block.lines[0]);
  const start = first ? scope.separators.block() : scope.separators.line();
  const display = item === "" ? "" : start + escapeLineStart(item);
  addLine(scope, {
    type: "table_of_contents_item",
    box: numberBox && block.lines.length === 1 ? { ...box, x1: Math.max(box.x0 + 1, numberBox.x0) } : box,
    fontSize,
    text: item,
    display,
    parent: row,
    confidence: item === "" ? undefined : confidence,
  });
  if (numberBox === undefined) return;
  addLine(scope, {
    type: "table_of_contents_number",
    box: numberBox,
    fontSize,
    text: number,
    display: item === "" ? start + number : ` ${number}`,
    parent: row,
    confidence,
  });
}

/** `1 Intro . . . . 5` → `1 Intro`, `5`. */
export function splitEntry(printed: string): { item: string; number: string } {
  const bare = printed.replace(LEADER, (run, at: number) => (at + run.length === printed.length ? "" : " \u0001 "));
  const [head, ...tail] = bare.split("\u0001").map((part) => part.trim());
  if (tail.length > 0) {
    const number = tail[tail.length - 1] ?? "";
    const item = [head, ...tail.slice(0, -1)].join(" ").trim();
    return number.length <= 8 ? { item, number } : { item: `${item} ${number}`.trim(), number: "" };
  }
  const match = NUMBER.exec(bare.trim());
  return match ? { item: match[1]!.trim(), number: match[2]! } : { item: bare.trim(), number: "" };
}

/** Where the last `length` characters of a line stand, at half an em each. */
function endBox(line: TextLine, length: number): Box {
  const width = Math.min(line.box.x1 - line.box.x0, length * line.size * 0.5);
  return { ...line.box, x0: line.box.x1 - width };
}

function lowest(lines: readonly TextLine[]): { confidence: number; confidenceRate: number } {
  return {
    confidence: Math.min(...lines.map((line) => line.confidence)),
    confidenceRate: Math.min(...lines.map((line) => line.confidenceRate)),
  };
}
