import type { Block, PageLayout, TextBlock } from "../../page.js";
import { parsePageNumber } from "../furniture/page-number.js";
import { blockText, isTextBlock, weightedLines } from "./block-text.js";
import type { DocumentProfile } from "./document-profile.js";
import { headingClassOf } from "./heading-class.js";
import { type MarginLine, marginLines } from "./margin-lines.js";

/** Running heads change with the chapter, so a text is one when this many pages show it … */
const LEAST_PAGES = 3;
/** … or two, in a document of no more pages than this. */
const SHORT_DOCUMENT = 4;
/** Share of the pages whose outermost line stands at one place, from which the place is that of a head or foot. */
const PLACE_SHARE = 0.5;
/** Likewise when the line looks like a heading. */
const CHANGING_SHARE = 0.7;
/** Share of the pages that repeat a sidebar or logo. */
const REPEAT_SHARE = 0.3;
/** From this many pages on a guess from one page alone needs a second page, or a place that others use, behind it. */
const WITNESS_PAGES = 5;
/** Nothing but furniture stands this close to the edge of a sheet, as a share of its height. */
const EDGE = 0.04;
/** Heads and feet of a first page are set smaller than the text by this factor, or read as a notice. */
const SMALL = 0.96;
const NOTICE =
  /©|\(c\)|copyright|\bdoi\b|\bissn\b|\bvol(?:ume)?\b|\bjournal\b|proceedings|preprint|arxiv|conference|workshop|transactions|https?:|www\.|^\d+$/iu;

/** The end of a sentence, not of an abbreviation. */
const SPOKEN = /(?<!\b(?:vol|no|nr|pp|al|ed|eds|fig|sec|rev|ver|dept|univ))(?<=\p{Ll}{2})[.!?](?:\s+\p{Lu}|$)/u;

/**
 * Settles heads, feet and page numbers: a line in a margin band whose text (numbers folded) other pages show too, or that stands
 * where most pages have theirs, is furniture; a tentative head that no other page supports goes back to the text. Repeated
 * sidebars become furniture too, repeated logos are dropped.
 */
export function resolveFurniture(layout: PageLayout, profile: DocumentProfile): PageLayout {
  const margin = new Map(
    marginLines(layout)
      .map((line, _, lines) => ({ ...line, outermost: line.outermost || isOutsideFurniture(line, lines, profile) }))
      .map((line) => [line.block.key, line] as const),
  );
  // Without running text (a page of tables) anything counts as small.
  const body = profile.bodySize() || Number.POSITIVE_INFINITY;
  const blocks = layout.blocks.flatMap((block): Block[] | Block => {
    if (isRepeated(block, layout, profile)) return isTextBlock(block) ? asSidebar(block) : [];
    const line = isTextBlock(block) ? margin.get(block.key) : undefined;
    if (!line) return isTextBlock(block) && isMisjudged(block, body) ? asText(block) : block;
    const tentative = line.block.kind === "page_info";
    const supported = repeats(line, profile) || standsInHeadPlace(line, profile);
    if (tentative && !repeats(line, profile) && isContent(line, profile, body)) return asText(line.block);
    if (!tentative) return supported && canBePromoted(line, profile, body) ? asFurniture(line) : block;
    const partner =
      !announces(line.block) && [...margin.values()].some((other) => other !== line && isPairOf(other, line));
    if (parsePageNumber(blockText(line.block)) || supported || partner || keepsGuess(line, layout, profile, body))
      return block;
    return asText(line.block);
  });
  return { ...layout, blocks };
}

/** Sidebars and logos: the same thing at the same place on several pages and on a good part of all. */
function isRepeated(block: Block, layout: PageLayout, profile: DocumentProfile): boolean {
  const pages = profile.pagesWithRepeat(block, layout);
  return pages >= LEAST_PAGES && pages >= REPEAT_SHARE * profile.pages;
}

function repeats(line: MarginLine, profile: DocumentProfile): boolean {
  const pages = profile.pagesWithText(line.zone, line.text, line.place);
  return pages >= LEAST_PAGES || (pages === 2 && profile.pages <= SHORT_DOCUMENT);
}

/** Set off, with nothing between it and the edge of the page but what other pages repeat: a number over a publisher's line. */
function isOutsideFurniture(line: MarginLine, lines: readonly MarginLine[], profile: DocumentProfile): boolean {
  if (!line.setOff) return false;
  const { box } = line.block;
  const beyond = lines.filter(
    (other) =>
      other.zone === line.zone && (line.zone === "top" ? other.block.box.y1 < box.y0 : other.block.box.y0 > box.y1),
  );
  const numbered = parsePageNumber(blockText(line.block)) !== undefined;
  return (
    beyond.length > 0 &&
    beyond.every((other) => other.block.kind === "page_info" && (numbered || repeats(other, profile)))
  );
}

function standsInHeadPlace(line: MarginLine, profile: DocumentProfile): boolean {
  if (!line.outermost || profile.pages < LEAST_PAGES) return false;
  return profile.pagesWithPlace(line.zone, line.place) >= Math.max(LEAST_PAGES, PLACE_SHARE * profile.pages);
}

/**
 * Text that was not furniture by its own page: a repeated text is, unless it can be content (a repeated bare `#` is a number of
 * any kind); a place alone is no proof for headings and longer text.
 */
function canBePromoted(line: MarginLine, profile: DocumentProfile, body: number): boolean {
  const { block } = line;
  if (block.kind === "title" || block.kind === "code" || block.kind === "toc_row") return false;
  const repeated = repeats(line, profile);
  if (line.label || (line.zone === "top" && isSentence(blockText(block)))) return false;
  if (block.kind === "section_header" && line.slide) return false;
  if (block.kind === "section_header") return (repeated && line.outermost) || isChangingHead(line, profile, body);
  if (repeated)
    return /\p{L}{2}/u.test(line.text) || (line.outermost && parsePageNumber(blockText(block)) !== undefined);
  const size = weightedLines(block, (text) => text.size);
  return block.kind === "text" && block.lines.length === 1 && size <= 1.02 * body && !endsOpen(block);
}

/**
 * A tentative head that is running text or announces what follows; or looks like a heading, stands over one page only, and others inside
 * pages look the same.
 */
function isContent(line: MarginLine, profile: DocumentProfile, body: number): boolean {
  const { block } = line;
  if (isRunningText(block, body) || (announces(block) && profile.pages >= WITNESS_PAGES)) return true;
  if (block.otherwise === undefined || profile.pages < WITNESS_PAGES) return false;
  const alone = profile.pagesWithText(line.zone, line.text, line.place) <= 1;
  return alone && profile.headingsLike(headingClassOf(block)) >= LEAST_PAGES;
}

/** Two lines of words in lower case at text size: the end of a paragraph, whatever place it has. */
function isRunningText(block: TextBlock, body: number): boolean {
  if (block.lines.length < 2 || weightedLines(block, (line) => line.size) < SMALL * body) return false;
  return smallWords(blockText(block)) >= 8;
}

/** Prose of some length with an end: `Figures are net of receipts. Details stand in the last column.` */
function isSentence(text: string): boolean {
  return smallWords(text) >= 8 && /[.:]\s+\p{Lu}|[.:]$/u.test(text);
}

function smallWords(text: string): number {
  return (text.match(/(?<!\p{L})\p{Ll}{2,}/gu) ?? []).length;
}

/** A tentative head too long for one. */
function isMisjudged(block: TextBlock, body: number): boolean {
  return (block.role === "header" || block.role === "footer") && isRunningText(block, body);
}

/** Running heads that name the section change every few pages and look like headings; nearly all pages have one there. */
function isChangingHead(line: MarginLine, profile: DocumentProfile, body: number): boolean {
  const size = weightedLines(line.block, (text) => text.size);
  if (!line.outermost || size > 1.3 * body || line.block.lines.length > 1) return false;
  return profile.pagesWithPlace(line.zone, line.place) >= Math.max(LEAST_PAGES, CHANGING_SHARE * profile.pages);
}

/** `Calling format:` at the foot of both columns: what it announces stands on the next page. */
function announces(block: TextBlock): boolean {
  return /[\p{L}\p{Pe}][:,;]$/u.test(blockText(block));
}

/** A line of a paragraph that goes on elsewhere is no running head. */
function endsOpen(block: TextBlock): boolean {
  return block.continues !== undefined || /[.,;:-]$/u.test(blockText(block));
}

/**
 * A tentative head that nothing supports: in a short document it stays, on the first page only with the look of a notice or
 * journal line. Elsewhere text is not thrown away on one page's word.
 */
function keepsGuess(line: MarginLine, layout: PageLayout, profile: DocumentProfile, body: number): boolean {
  const text = blockText(line.block);
  const small = weightedLines(line.block, (entry) => entry.size) < SMALL * body;
  const { y0, y1 } = line.block.box;
  if (line.block.role === "page_number") return true;
  if (y1 < EDGE * layout.height || y0 > (1 - EDGE) * layout.height) return true;
  if (layout.page === profile.firstPage) return (small && !isSentence(text)) || NOTICE.test(text);
  const spoken = smallWords(blockText(line.block)) >= 3 && SPOKEN.test(blockText(line.block));
  return profile.pages < WITNESS_PAGES && (small || (line.zone === "top" && !spoken)) && !endsOpen(line.block);
}

/** Two tentative heads (or feet) on one row, left and right: running text does not stand so. */
function isPairOf(a: MarginLine, b: MarginLine): boolean {
  if (a.zone !== b.zone || a.block.kind !== "page_info" || b.block.kind !== "page_info") return false;
  const row = Math.min(a.block.box.y1, b.block.box.y1) - Math.max(a.block.box.y0, b.block.box.y0);
  return row > 0.5 * (b.block.box.y1 - b.block.box.y0);
}

function asFurniture(line: MarginLine): TextBlock {
  const { key, box, column, lines } = line.block;
  const number = parsePageNumber(blockText(line.block)) !== undefined;
  const role = number ? "page_number" : line.zone === "top" ? "header" : "footer";
  return { key, box, column, kind: "page_info", lines, role };
}

function asSidebar(block: TextBlock): TextBlock {
  const { key, box, column, lines } = block;
  return { key, box, column, kind: "page_info", lines, role: "margin_note" };
}

/** What is no furniture after all is text, or the heading it looks like. */
function asText({ key, box, column, lines, otherwise }: TextBlock): TextBlock {
  if (otherwise) return { key, box, column, kind: otherwise, lines, level: 0 };
  return { key, box, column, kind: "text", lines };
}
