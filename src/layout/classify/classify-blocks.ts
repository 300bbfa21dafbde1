import { assertNever } from "../../errors.js";
import type { Block, FontInfo, PageEvidence, TextBlock, TextBlockKind, TextLine } from "../../page.js";
import { unionBoxes } from "../boxes.js";
import { type BoundCaption, bindCaptions, type Captionable } from "../captions/bind-captions.js";
import type { CaptionLabel } from "../captions/caption-label.js";
import { captionTail } from "../captions/caption-tail.js";
import { adjoins, captionOf } from "../captions/is-caption.js";
import { findFootnotes } from "../footnotes/find-footnotes.js";
import { furnitureRole } from "../furniture/furniture-role.js";
import { isHeading } from "../headings/is-heading.js";
import { type SpanWriter, textSpans, toTextLine } from "../lines/to-text-line.js";
import { dropMarker } from "../lists/drop-marker.js";
import { listMarkerOf } from "../lists/is-list-item.js";
import { type ItemPlace, listDepths } from "../lists/list-depth.js";
import { readFormula } from "../math/read-formula.js";
import type { BlockDraft, FormulaRegion, Line, PageMetrics } from "../types.js";
import { codeTextLine } from "./code-lines.js";
import { findFrontMatter, isOverTitle } from "./front-matter.js";
import { isQuote } from "./is-quote.js";
import { createPageContext, type PageContext } from "./page-context.js";
import { firstLine, inkBox, type Piece } from "./piece.js";
import { refinePieces } from "./refine-pieces.js";

/** A caption is looked for this close to a float, in leadings. */
const CAPTION_REACH = 2.5;

/**
 * Names what each draft is and makes the page's blocks, in the order of the drafts; keys count from 0. What one page cannot
 * tell is tentative: `title`, `authors`, `page_info` heads and feet, heading levels (0). The document stage settles it.
 *
 * A formula's number becomes an `equation_number` block after its `math` block. In a `toc_row` the last line is the page number.
 * The first line of an `abstract` is its printed heading when that stands on its own line.
 *
 * @param writeSpans how lines become spans; the inline maths stage passes its own
 */
export function classifyBlocks(
  drafts: readonly BlockDraft[],
  evidence: PageEvidence,
  metrics: PageMetrics,
  writeSpans: SpanWriter = textSpans,
): Block[] {
  const refined = refinePieces(drafts, evidence.rules, metrics);
  const pieces = [...refined.values()].flat();
  const context = createPageContext(drafts, pieces, evidence, metrics);
  const builder = new BlockBuilder(evidence, writeSpans);
  const kinds = decideKinds(context);
  for (const draft of drafts) {
    switch (draft.kind) {
      case "lines":
        for (const piece of refined.get(draft) ?? []) builder.addPiece(piece, kinds.get(piece) ?? { kind: "text" });
        break;
      case "figure":
        builder.addFigure(draft);
        break;
      case "table":
        builder.addTable(draft);
        break;
      case "formula":
        builder.addFormula(draft.region, draft.column);
        break;
      default:
        assertNever(draft);
    }
  }
  return builder.finish(metrics);
}

type Decision =
  | { kind: Exclude<TextBlockKind, "list_item" | "toc_row" | "page_info" | "figure_label" | "equation_number"> }
  | { kind: "list_item"; marker: NonNullable<ReturnType<typeof listMarkerOf>> }
  | { kind: "toc_row" }
  | { kind: "page_info"; role: NonNullable<ReturnType<typeof furnitureRole>> }
  | { kind: "figure_label"; label?: CaptionLabel };

/** Kinds by precedence: what is off the text first, then what its form proves, then what only its place suggests. */
function decideKinds(context: PageContext): Map<Piece, Decision> {
  const decided = new Map<Piece, Decision>();
  const { pieces, metrics } = context;
  const notes = findFootnotes(context);
  for (const piece of pieces) {
    if (decided.has(piece)) continue;
    if (piece.form) {
      decided.set(piece, { kind: piece.form === "contents" ? "toc_row" : piece.form });
      continue;
    }
    const near = adjoins(inkBox(piece), context.floats, CAPTION_REACH * metrics.leading);
    const caption = piece.apart ? undefined : captionOf(firstLine(piece), near, metrics.bodySize);
    if (caption) {
      decided.set(piece, { kind: "figure_label", label: caption });
      for (const tail of captionTail(piece, pieces, metrics)) decided.set(tail, { kind: "figure_label" });
      continue;
    }
    const role = furnitureRole(piece, context);
    if (role) decided.set(piece, { kind: "page_info", role });
    else if (notes.has(piece)) decided.set(piece, { kind: "footnote" });
  }
  const headings = new Set(pieces.filter((piece) => !decided.has(piece) && isHeading(piece, context)));
  if (context.page === 1) {
    const front = findFrontMatter(
      context,
      (piece) => decided.has(piece),
      (piece) => headings.has(piece),
    );
    for (const piece of headings) if (isOverTitle(piece, front.title)) decided.set(piece, { kind: "text" });
    for (const piece of front.title) decided.set(piece, { kind: "title" });
    for (const piece of front.authors) decided.set(piece, { kind: "authors" });
    for (const piece of front.abstract) decided.set(piece, { kind: "abstract" });
  }
  for (const piece of pieces) {
    if (!decided.has(piece)) decided.set(piece, decideByForm(piece, context, headings.has(piece)));
  }
  return decided;
}

function decideByForm(piece: Piece, context: PageContext, heading: boolean): Decision {
  if (heading) return { kind: "section_header" };
  const marker = listMarkerOf(piece, context);
  if (marker) return { kind: "list_item", marker };
  return { kind: isQuote(piece, context) ? "quote" : "text" };
}

/** Makes blocks with keys in order; joins what continues a block of the same kind. */
class BlockBuilder {
  readonly #blocks: Block[] = [];
  readonly #captions: BoundCaption[] = [];
  readonly #items: { block: TextBlock; place: ItemPlace }[] = [];
  readonly #evidence: PageEvidence;
  readonly #fonts: readonly FontInfo[];
  readonly #writeSpans: SpanWriter;

  constructor(evidence: PageEvidence, writeSpans: SpanWriter) {
    this.#evidence = evidence;
    this.#fonts = evidence.fonts;
    this.#writeSpans = writeSpans;
  }

  addPiece(piece: Piece, decision: Decision): void {
    switch (decision.kind) {
      case "code":
      case "pseudocode":
        this.#addCode(piece, decision.kind);
        return;
      case "list_item":
        this.#addItem(piece, decision.marker);
        return;
      case "abstract":
        this.#addAbstract(piece);
        return;
      case "figure_label":
        this.#addCaption(piece, decision.label);
        return;
      case "page_info":
        this.#addLines(piece, "page_info").role = decision.role;
        return;
      case "section_header":
        this.#addLines(piece, "section_header").level = 0;
        return;
      case "authors":
        this.#addAuthors(piece);
        return;
      default: {
        const block = this.#addLines(piece, decision.kind);
        if (decision.kind === "text" && piece.continues) block.continues = piece.continues;
      }
    }
  }

  addFigure(draft: Extract<BlockDraft, { kind: "figure" }>): void {
    const lines = draft.region.lines.map((line) => this.#line(line, "start"));
    this.#blocks.push({ ...this.#base(draft), kind: draft.region.kind, lines, captions: [], crop: true });
  }

  addTable(draft: Extract<BlockDraft, { kind: "table" }>): void {
    const { grid } = draft.region;
    const lines = draft.region.lines.map((line) => this.#line(line, "start"));
    const block: Block = { ...this.#base(draft), kind: "table", captions: [], lines, crop: grid === undefined };
    this.#blocks.push(grid ? { ...block, grid } : block);
  }

  addFormula(region: FormulaRegion, column: number): void {
    const number = region.number;
    const lines = region.lines.flatMap((line) => {
      const rest = number ? withoutWords(line, number) : line;
      return rest ? [this.#line(rest, "start")] : [];
    });
    const read = readFormula(region, this.#evidence);
    const math: Block = {
      ...this.#base({ box: region.box, column }),
      kind: "math",
      confidence: Math.min(1, ...lines.map((line) => line.confidence)),
      confidenceRate: Math.min(1, ...lines.map((line) => line.confidenceRate)),
      lines,
      crop: true,
      ...read,
    };
    this.#blocks.push(math);
    if (!number) return;
    this.#blocks.push({
      ...this.#base({ box: number.box, column }),
      kind: "equation_number",
      lines: [this.#line(number, "start")],
    });
    math.number = this.#blocks.length - 1;
  }

  finish(metrics: PageMetrics): Block[] {
    const depths = listDepths(
      this.#items.map((item) => item.place),
      0.6 * metrics.bodySize,
    );
    this.#items.forEach(({ block }, at) => {
      if (block.marker) block.marker.depth = depths[at] ?? 0;
    });
    const floats = this.#blocks.flatMap((block): Captionable[] => {
      if (block.kind === "diagram" || block.kind === "chart")
        return [{ box: block.box, kind: "figure", captions: block.captions }];
      return block.kind === "table" ? [{ box: block.box, kind: "table", captions: block.captions }] : [];
    });
    // A caption is only printed with its float: one without stays in the text.
    for (const { block } of bindCaptions(this.#captions, floats, metrics.leading)) block.kind = "text";
    return this.#blocks;
  }

  #base(place: { box: Block["box"]; column: number }): { key: number; box: Block["box"]; column: number } {
    return { key: this.#blocks.length, box: place.box, column: place.column };
  }

  #line(line: Line, continuation: TextLine["continuation"]): TextLine {
    return toTextLine(line, this.#fonts, continuation, this.#writeSpans);
  }

  #push(piece: Piece, kind: TextBlockKind, lines: TextLine[]): TextBlock {
    const box = unionBoxes(lines.map((line) => line.box));
    const block: TextBlock = { ...this.#base({ box, column: piece.column }), kind, lines };
    this.#blocks.push(block);
    return block;
  }

  #addLines(piece: Piece, kind: TextBlockKind): TextBlock {
    return this.#push(
      piece,
      kind,
      piece.lines.map((entry) => this.#line(entry.line, entry.continuation)),
    );
  }

  /** Consecutive listings in one column are one listing; columns of text count from the leftmost line. */
  #addCode(piece: Piece, kind: "code" | "pseudocode"): void {
    const left = Math.min(...piece.lines.map((entry) => entry.line.box.x0));
    const lines = piece.lines.map((entry, at) =>
      codeTextLine(entry, left, this.#fonts, at === 0 ? "start" : "newline"),
    );
    this.#push(piece, kind, lines);
  }

  #addItem(piece: Piece, marker: NonNullable<ReturnType<typeof listMarkerOf>>): void {
    const [head, ...rest] = piece.lines;
    const first = head ? dropMarker(head.line, marker.length) : undefined;
    const body = first ? [{ line: first, continuation: "start" as const }, ...rest] : rest;
    const lines = body.map((entry, at) => this.#line(entry.line, at === 0 ? "start" : entry.continuation));
    const box = inkBox(piece);
    const block: TextBlock = {
      ...this.#base({ box, column: piece.column }),
      kind: "list_item",
      lines,
      marker: { text: marker.text, kind: marker.kind, depth: 0 },
    };
    this.#blocks.push(block);
    this.#items.push({ block, place: { x: box.x0, style: marker.style, column: piece.column } });
  }

  /** Further paragraphs of an abstract go on in its block, each on a new line. */
  #addAbstract(piece: Piece): void {
    const lines = piece.lines.map((entry) => this.#line(entry.line, entry.continuation));
    const open = this.#blocks.at(-1);
    if (open?.kind !== "abstract") {
      this.#push(piece, "abstract", lines);
      return;
    }
    const [first, ...rest] = lines;
    if (first) open.lines.push({ ...first, continuation: piece.continues ?? "newline" }, ...rest);
    open.box = unionBoxes([open.box, ...lines.map((line) => line.box)]);
  }

  /** A part without a label of its own goes on with the caption before it. */
  #addCaption(piece: Piece, label: CaptionLabel | undefined): void {
    const open = this.#captions.at(-1)?.block;
    if (label || !open) {
      const block = this.#addLines(piece, "figure_label");
      if (label) this.#captions.push({ block, label });
      return;
    }
    const lines = piece.lines.map((entry, at) => this.#line(entry.line, at === 0 ? "space" : entry.continuation));
    open.lines.push(...lines);
    open.box = unionBoxes([open.box, ...lines.map((line) => line.box)]);
  }

  /** Names and addresses keep their lines. */
  #addAuthors(piece: Piece): void {
    const block = this.#addLines(piece, "authors");
    block.lines.forEach((line, at) => {
      if (at > 0) line.continuation = "newline";
    });
  }
}

/** The line without the words of `part`; the line itself when they share none. */
function withoutWords(line: Line, part: Line): Line | undefined {
  const out = new Set(part.words);
  if (!line.words.some((word) => out.has(word))) return line;
  const words = line.words.filter((word) => !out.has(word));
  if (words.length === 0) return undefined;
  return {
    ...line,
    words,
    text: words.map((word) => word.text).join(" "),
    box: unionBoxes(words.map((word) => word.box)),
  };
}
