import type { Block, FontInfo, PageEvidence, TableGrid, TextBlock, TextBlockKind, TextLine } from "../../page.js";
import { unionBoxes } from "../boxes.js";
import { type BoundCaption, bindCaptions, type Captionable } from "../captions/bind-captions.js";
import type { CaptionLabel } from "../captions/caption-label.js";
import { namesPlot } from "../captions/names-plot.js";
import { isHeadingTail } from "../headings/heading-tail.js";
import { type SpanWriter, toTextLine } from "../lines/to-text-line.js";
import { dropMarker } from "../lists/drop-marker.js";
import { type ItemBody, isParted, itemBody, standsInItem } from "../lists/item-body.js";
import { type ItemPlace, listDepths } from "../lists/list-depth.js";
import type { ListMarker } from "../lists/list-marker.js";
import { readFormula } from "../math/read-formula.js";
import type { BlockDraft, FormulaRegion, Line, PageMetrics } from "../types.js";
import { groupBeside } from "./addresses.js";
import { cellWidth, codeTextLine, leftEdge } from "./code-lines.js";
import type { Decision } from "./decide-kinds.js";
import type { PageContext } from "./page-context.js";
import { inkBox, type Piece } from "./piece.js";
import { pseudocodeLines } from "./pseudocode-lines.js";

/** Kinds that do not interrupt a list item. */
const OFF_TEXT: ReadonlySet<Block["kind"]> = new Set<Block["kind"]>(["equation_number", "page_info", "footnote"]);
/** Widest blank between the paragraphs of one item, in leadings. */
const ITEM_GAP = 1.25;

/** Makes blocks with keys in order; joins what continues a block of the same kind. */
export class BlockBuilder {
  readonly #blocks: Block[] = [];
  readonly #captions: BoundCaption[] = [];
  readonly #items: { block: TextBlock; place: ItemPlace }[] = [];
  readonly #evidence: PageEvidence;
  readonly #fonts: readonly FontInfo[];
  readonly #writeSpans: SpanWriter;
  readonly #context: PageContext;
  /** Key of the last picture in a cell. */
  #pictureKey = 0;
  #heading: Piece | undefined;
  /** Body of the list item that text may still go on in, and the item's last block. */
  #openItem: { body: ItemBody; last: TextBlock } | undefined;

  constructor(evidence: PageEvidence, context: PageContext, writeSpans: SpanWriter) {
    this.#evidence = evidence;
    this.#fonts = evidence.fonts;
    this.#context = context;
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
        this.#addFurniture(piece, decision);
        return;
      case "section_header":
        this.#addHeading(piece);
        return;
      case "title":
        if (!this.#goesOn("title", piece)) this.#addLines(piece, "title");
        return;
      case "text":
        this.#addText(piece);
        return;
      case "authors":
        this.#addAuthors(piece);
        return;
      default:
        this.#addLines(piece, decision.kind);
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
    this.#blocks.push(grid ? { ...block, grid: this.#numbered(grid) } : block);
  }

  /** The grid with keys for its pictures that no other grid of the page has. */
  #numbered(grid: TableGrid): TableGrid {
    const cells = grid.cells.map((cell) =>
      cell.picture ? { ...cell, picture: { ...cell.picture, key: --this.#pictureKey } } : cell,
    );
    return { ...grid, cells };
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
    for (const block of this.#blocks) {
      if (block.kind === "diagram" && block.captions.some((key) => namesPlot(this.#textOf(key)))) block.kind = "chart";
    }
    return this.#blocks;
  }

  #textOf(key: number): string {
    const lines = this.#blocks[key]?.lines ?? [];
    return lines.map(({ spans }) => spans.map((span) => (span.kind === "text" ? span.text : "")).join("")).join(" ");
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

  /** A heading cut in two by a hanging or centred line is one. */
  #addHeading(piece: Piece): void {
    const heading = this.#heading;
    this.#heading = piece;
    if (heading && isHeadingTail(heading, piece, this.#context) && this.#goesOn("section_header", piece)) return;
    this.#addLines(piece, "section_header").level = 0;
  }

  /** Adds the lines to the last block when it has this kind. */
  #goesOn(kind: TextBlockKind, piece: Piece): boolean {
    const open = this.#blocks.at(-1);
    if (open?.kind !== kind) return false;
    this.#append(open, piece);
    return true;
  }

  #append(open: TextBlock, piece: Piece): void {
    const lines = piece.lines.map((entry, at) => this.#line(entry.line, at === 0 ? "space" : entry.continuation));
    open.lines.push(...lines);
    open.box = unionBoxes([open.box, ...lines.map((line) => line.box)]);
  }

  #addFurniture(piece: Piece, { role, heading }: Extract<Decision, { kind: "page_info" }>): void {
    const block = this.#addLines(piece, "page_info");
    block.role = role;
    if (heading) block.otherwise = "section_header";
  }

  /** Text that goes on from a list item over a column break, or stands in line with the item's text, is the item's. */
  #addText(piece: Piece): void {
    if (this.#goesOnInItem(piece)) return;
    const flow = this.#blocks.findLast((block) => block.kind === "text" || block.kind === "list_item");
    const before = this.#blocks.at(-1);
    // A heading over it in its column starts a paragraph.
    const headed = before?.kind === "section_header" && before.column === piece.column;
    const continues = headed ? undefined : piece.continues;
    const block = this.#addLines(piece, continues && flow?.kind === "list_item" ? "list_item" : "text");
    if (!continues) return;
    block.continues = continues;
    if (flow?.kind === "text" && flow.inItem) block.inItem = true;
  }

  /** A further paragraph of the open item: nothing but displayed formulas and what is off the text came since. */
  #goesOnInItem(piece: Piece): boolean {
    const open = this.#openItem;
    if (!open || piece.continues) return false;
    const since = this.#blocks.slice(open.last.key + 1).filter(({ kind }) => !OFF_TEXT.has(kind));
    if (since.some(({ kind }) => kind !== "math")) return false;
    const above = (since.at(-1) ?? open.last).box.y1;
    if (inkBox(piece).y0 - above > ITEM_GAP * this.#context.metrics.leading) return false;
    if (!standsInItem(piece, open.body, this.#context, since.length > 0)) return false;
    if (isParted((since.at(-1) ?? open.last).box, inkBox(piece), this.#evidence)) return false;
    const block = this.#addLines(piece, "text");
    block.inItem = true;
    this.#openItem = { ...open, last: block };
    return true;
  }

  /** Columns of a listing count from its leftmost pen. */
  #addCode(piece: Piece, kind: "code" | "pseudocode"): void {
    if (kind === "pseudocode") {
      this.#push(piece, kind, pseudocodeLines(piece.lines, this.#fonts, this.#writeSpans));
      return;
    }
    const printed = piece.lines.map((entry) => entry.line);
    const grid = { left: leftEdge(printed), cell: cellWidth(printed) };
    const lines = piece.lines.map((entry, at) =>
      codeTextLine(entry, grid, this.#fonts, at === 0 ? "start" : "newline"),
    );
    this.#push(piece, kind, lines);
  }

  #addItem(piece: Piece, marker: ListMarker): void {
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
    const last = this.#items.at(-1)?.block;
    const fresh = this.#blocks.slice(last ? last.key + 1 : 0).some(({ kind }) => kind === "section_header");
    this.#blocks.push(block);
    this.#items.push({ block, place: { x: box.x0, style: marker.style, column: piece.column, fresh } });
    const place = itemBody(piece, marker);
    this.#openItem = place && { body: place, last: block };
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
    // The printed heading keeps a line of its own.
    const headed = open.lines.length === 1;
    const continuation = headed ? "newline" : (piece.continues ?? "newline");
    if (first) open.lines.push({ ...first, continuation }, ...rest);
    open.box = unionBoxes([open.box, ...lines.map((line) => line.box)]);
  }

  /** A part without a label of its own goes on with the caption before it. */
  #addCaption(piece: Piece, label: CaptionLabel | undefined): void {
    const open = this.#captions.at(-1)?.block;
    if (!label && open) {
      this.#append(open, piece);
      return;
    }
    const block = this.#addLines(piece, "figure_label");
    if (label) this.#captions.push({ block, label });
  }

  /** Names and addresses keep their lines; those that stand side by side are read group by group. */
  #addAuthors(piece: Piece): void {
    const others = this.#blocks.findLastIndex(({ kind }) => kind !== "authors");
    const groups = this.#blocks.slice(others + 1) as TextBlock[];
    const names = groupBeside(piece, groups, this.#context.metrics);
    if (names) this.#append(names, piece);
    const block = names ?? this.#addLines(piece, "authors");
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
