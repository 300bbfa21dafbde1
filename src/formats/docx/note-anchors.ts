import { innerBlocks, ownInlines } from "../block-parts.js";
import type { Block, Inline, MmdDocument } from "../document.js";

/** Where the notes of a document hang. */
export interface NoteAnchors {
  /** Printed marks in the text that turn out to belong to a `\footnotetext`. */
  marks: Map<Inline, { id: number; label: string }>;
  /** Contents of those notes, without the mark they start with. */
  contents: Map<number, Block[]>;
}

const SYMBOLS: Readonly<Record<string, string>> = {
  "\\dagger": "†",
  "\\ddagger": "‡",
  "\\dag": "†",
  "\\ddag": "‡",
  "\\ast": "*",
  "\\star": "⋆",
  "\\S": "§",
  "\\P": "¶",
  "\\|": "‖",
};
const MARK = /^\{\s*\}\s*\^\s*\{?\s*(\\[A-Za-z]+|\\\||\*{1,4}|[†‡§¶‖]{1,3}|\d{1,3}|[a-z])\s*\}?$/;

/**
 * `\footnotetext` leaves the mark in the text as printed. A note that starts with a mark belongs to the last place before it
 * that shows the same one.
 */
export function findNoteAnchors(document: MmdDocument): NoteAnchors {
  const anchors: NoteAnchors = { marks: new Map(), contents: new Map() };
  const open = new Map<string, Inline[]>();
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.type === "footnote_text") {
        const content = document.footnotes.get(block.id) ?? [];
        const lead = leadingMark(content);
        const mark = lead && open.get(lead.label)?.pop();
        if (!lead || !mark) continue;
        anchors.marks.set(mark, { id: block.id, label: lead.label });
        anchors.contents.set(block.id, lead.rest);
        continue;
      }
      for (const inlines of ownInlines(block)) collectMarks(inlines, open);
      for (const inner of innerBlocks(block)) visit(inner);
    }
  };
  visit(document.blocks);
  return anchors;
}

function collectMarks(inlines: readonly Inline[], open: Map<string, Inline[]>): void {
  for (const node of inlines) {
    const label = markLabel(node);
    if (label !== undefined) open.set(label, [...(open.get(label) ?? []), node]);
    else if (node.type === "styled" || node.type === "link") collectMarks(node.children, open);
  }
}

/** What a superscript without a base shows: `{ }^{2}` → `2`. */
function markLabel(node: Inline): string | undefined {
  if (node.type === "styled" && node.style === "superscript") {
    const [only] = node.children;
    return node.children.length === 1 && only?.type === "text" && /^\S{1,3}$/.test(only.text) ? only.text : undefined;
  }
  const printed = node.type === "math" && !node.display ? MARK.exec(node.latex.trim())?.[1] : undefined;
  if (printed === undefined) return undefined;
  return printed.startsWith("\\") ? SYMBOLS[printed] : printed;
}

function leadingMark(blocks: readonly Block[]): { label: string; rest: Block[] } | undefined {
  const [first, ...others] = blocks;
  if (first?.type !== "paragraph") return undefined;
  const [lead, ...inlines] = first.children;
  if (!lead) return undefined;
  const label = markLabel(lead);
  if (label !== undefined) return { label, rest: [{ ...first, children: trimStart(inlines) }, ...others] };
  const text = lead.type === "text" ? /^\s*([*†‡§¶‖]{1,3}|\d{1,2}(?=\s))\s*(.*)$/s.exec(lead.text) : null;
  if (!text || lead.type !== "text") return undefined;
  return {
    label: text[1]!,
    rest: [{ ...first, children: [{ ...lead, text: text[2]! }, ...inlines] }, ...others],
  };
}

function trimStart(inlines: readonly Inline[]): Inline[] {
  const [first, ...rest] = inlines;
  return first?.type === "text" ? [{ ...first, text: first.text.trimStart() }, ...rest] : [...inlines];
}
