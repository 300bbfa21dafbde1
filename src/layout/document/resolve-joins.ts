import type { Block, Continuation, PageLayout, TextBlock, TextLine } from "../../page.js";
import { parseCaptionLabel } from "../captions/caption-label.js";
import { isIdeographic } from "../glyphs/writing-systems.js";
import { keepsHyphen, type Vocabulary } from "../paragraphs/decide-hyphen.js";
import { isTextBlock, lineText } from "./block-text.js";
import type { DocumentProfile } from "./document-profile.js";
import type { DocumentState, OpenBlock } from "./document-state.js";

/** Blocks that running text passes over: it goes on behind them. */
const PASSED_OVER: ReadonlySet<Block["kind"]> = new Set<Block["kind"]>([
  "page_info",
  "footnote",
  "figure_label",
  "diagram",
  "chart",
  "table",
]);
const NO_WORDS: Vocabulary = { solid: new Set(), hyphenated: new Set() };
/** Sizes nearer than this share are one. */
const SAME_SIZE = 0.04;
/** A line that ends this near the right edge (in sizes) is full. */
const FULL = 2.5;
/** From this share of indented paragraphs on, a line without indent does not start one. */
const INDENTED_SHARE = 0.6;
const INDENT = 0.7;
const LEAST_WORDS = 4;

/**
 * Marks blocks of running text that go on from the block before them: over a page or column break, a figure, a table or a
 * footnote. Notes and captions are never joined to the text. Joins that geometry already set within the page stay.
 */
export function resolveJoins(layout: PageLayout, profile: DocumentProfile, state: DocumentState): PageLayout {
  let crossed = true;
  const blocks = layout.blocks.map((block): Block => {
    if (PASSED_OVER.has(block.kind) || isUnboundCaption(block)) {
      crossed = true;
      return block;
    }
    if (!isTextBlock(block) || (block.kind !== "text" && block.kind !== "list_item")) {
      state.open = undefined;
      crossed = false;
      return block;
    }
    const joined = crossed || startsColumn(block, layout) ? joinTo(block, profile, state) : block;
    state.open = openBlock(joined);
    crossed = false;
    return joined;
  });
  return { ...layout, blocks };
}

/** A caption whose float was not found stays in the text but is no part of it. */
function isUnboundCaption(block: Block): boolean {
  if (block.kind !== "text" || block.continues) return false;
  return parseCaptionLabel(lineText(block.lines[0] as TextLine))?.punctuated === true;
}

/** First block of running text in its column of the page. */
function startsColumn(block: TextBlock, layout: PageLayout): boolean {
  const first = layout.blocks.find((other) => other.column === block.column && !PASSED_OVER.has(other.kind));
  return first?.key === block.key;
}

function joinTo(block: TextBlock, profile: DocumentProfile, state: DocumentState): TextBlock {
  const { open } = state;
  if (!open || block.continues || block.marker) return block;
  const join = joinOf(open, block, profile);
  if (!join) return block;
  return { ...block, kind: open.kind, continues: join };
}

/** How `block` goes on from `open`; undefined when it does not. */
export function joinOf(
  open: OpenBlock,
  block: TextBlock,
  profile: DocumentProfile,
): Exclude<Continuation, "start"> | undefined {
  const first = block.lines[0];
  if (first?.angle !== 0 || Math.abs(first.size - open.size) > SAME_SIZE * open.size) return undefined;
  const head = lineText(first).trimStart();
  const hyphen = /(\p{L}[\p{L}\p{N}]*)[-\u2010\u00AD]$/u.exec(open.tail);
  if (hyphen?.[1] && /^\p{L}/u.test(head)) {
    const after = /^[\p{L}\p{N}]+/u.exec(head)?.[0] ?? "";
    return keepsHyphen(hyphen[1], after, NO_WORDS) ? "no_space" : "no_hyphen";
  }
  if (!open.full) return undefined;
  const ended = /[.!?:][\])”"’»]*$/u.test(open.tail);
  if (/^\p{Ll}/u.test(head) && !ended) return joinSign(open.tail, head);
  if (ended) return goesOnWithoutIndent(block, profile) ? joinSign(open.tail, head) : undefined;
  // A capital goes on with a sentence only between lines of sentences, not between addresses or labels.
  if (wordsOf(open.tail) < LEAST_WORDS || wordsOf(head) < LEAST_WORDS) return undefined;
  return isIndented(block) ? undefined : joinSign(open.tail, head);
}

function wordsOf(text: string): number {
  return isIdeographic(text) ? LEAST_WORDS : text.split(/\s+/u).length;
}

/** Chinese and Japanese run on without a blank. */
function joinSign(tail: string, head: string): "space" | "no_space" {
  const solid =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、]$/u.test(tail) &&
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(head);
  return solid ? "no_space" : "space";
}

function goesOnWithoutIndent(block: TextBlock, profile: DocumentProfile): boolean {
  return profile.indentedShare() >= INDENTED_SHARE && block.lines.length > 1 && !isIndented(block);
}

function isIndented(block: TextBlock): boolean {
  const [first, second] = block.lines;
  return first !== undefined && second !== undefined && first.box.x0 > second.box.x0 + INDENT * first.size;
}

function openBlock(block: TextBlock): OpenBlock | undefined {
  const last = block.lines.at(-1);
  // The list closes behind a paragraph of its last item.
  if (!last || block.inItem || (block.kind !== "text" && block.kind !== "list_item")) return undefined;
  return {
    kind: block.kind,
    tail: lineText(last).trimEnd(),
    size: last.size,
    font: last.font,
    full: block.lines.length > 1 && block.box.x1 - last.box.x1 < FULL * last.size,
    width: block.box.x1 - block.box.x0,
  };
}
