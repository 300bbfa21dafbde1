import type { TextBlockKind } from "../../page.js";
import type { CaptionLabel } from "../captions/caption-label.js";
import { captionTail } from "../captions/caption-tail.js";
import { adjoins, captionOf } from "../captions/is-caption.js";
import { plainCaption } from "../captions/plain-caption.js";
import { subCaption } from "../captions/sub-caption.js";
import { findFootnotes } from "../footnotes/find-footnotes.js";
import { continuesFoot, type FurnitureRole, furnitureRole } from "../furniture/furniture-role.js";
import { isPublisherNotice } from "../furniture/publisher-notice.js";
import { isHeading } from "../headings/is-heading.js";
import { listMarkerOf } from "../lists/is-list-item.js";
import type { ListMarker } from "../lists/list-marker.js";
import { ABSTRACT_TITLE, findAbstractPage } from "./find-abstract.js";
import { findNamedTitle } from "./find-title.js";
import { findFrontMatter, isOverTitle } from "./front-matter.js";
import { isQuote } from "./is-quote.js";
import type { PageContext } from "./page-context.js";
import { firstLine, inkBox, type Piece, pieceText } from "./piece.js";

/** A caption is looked for this close to a float, in leadings. */
const CAPTION_REACH = 2.5;
/** Most lines of a publisher's notice. */
const HEAD_LINES = 2;

/** What a piece is, with what was read on the way. A `figure_label` without label goes on with the caption before it. */
export type Decision =
  | { kind: Exclude<TextBlockKind, "list_item" | "toc_row" | "page_info" | "figure_label" | "equation_number"> }
  | { kind: "list_item"; marker: ListMarker }
  | { kind: "toc_row" }
  /** `heading`: looks like one, should it be no running head. */
  | { kind: "page_info"; role: FurnitureRole; heading?: boolean }
  | { kind: "figure_label"; label?: CaptionLabel };

/** Kinds by precedence: what is off the text first, then what its form proves, then what only its place suggests. */
export function decideKinds(context: PageContext): Map<Piece, Decision> {
  const decided = new Map<Piece, Decision>();
  const { pieces, metrics } = context;
  const notes = findFootnotes(context);
  const named = findNamedTitle(context);
  const feet: Piece[] = [];
  for (const piece of pieces) {
    if (decided.has(piece) || named.has(piece)) continue;
    if (piece.form) {
      decided.set(piece, decisionOfForm(piece.form));
      continue;
    }
    const near = adjoins(inkBox(piece), context.floats, CAPTION_REACH * metrics.leading);
    const caption = piece.apart ? undefined : captionOf(firstLine(piece), near, metrics.bodySize);
    if (caption) {
      decided.set(piece, { kind: "figure_label", label: caption });
      for (const tail of captionTail(piece, pieces, metrics)) decided.set(tail, { kind: "figure_label" });
      continue;
    }
    const plain = subCaption(piece, context) ?? plainCaption(piece, context);
    if (plain) {
      decided.set(piece, { kind: "figure_label", label: plain });
      continue;
    }
    const note = notes.get(piece);
    if (note && isPublishersFoot(piece, context)) {
      decided.set(piece, { kind: "page_info", role: "footer" });
      continue;
    }
    if (note === "certain") {
      decided.set(piece, { kind: "footnote" });
      continue;
    }
    const role = furnitureRole(piece, context);
    if (role === "footer") feet.push(piece);
    if (role) decided.set(piece, { kind: "page_info", role, heading: role === "header" && isHeading(piece, context) });
    else if (note) decided.set(piece, { kind: "footnote" });
  }
  for (const piece of [...pieces].sort((a, b) => inkBox(a).y0 - inkBox(b).y0)) {
    if (decided.has(piece) || !continuesFoot(piece, feet, context)) continue;
    decided.set(piece, { kind: "page_info", role: "footer" });
    feet.push(piece);
  }
  const headings = new Set(pieces.filter((piece) => !decided.has(piece) && isHeading(piece, context)));
  if (context.page === 1) {
    const front = findFrontMatter(
      context,
      (piece) => decided.has(piece),
      (piece) => headings.has(piece),
      named,
    );
    for (const piece of headings) if (isOverTitle(piece, front.title)) decided.set(piece, { kind: "text" });
    for (const piece of pieces) {
      if (isOverTitle(piece, front.title) && !isOffText(decided.get(piece)) && isPublishersHead(piece))
        decided.set(piece, { kind: "page_info", role: "header" });
    }
    for (const piece of front.title) decided.set(piece, { kind: "title" });
    if (front.subtitle) decided.set(front.subtitle, { kind: "text" });
    for (const piece of front.authors) decided.set(piece, { kind: "authors" });
    for (const piece of front.abstract) decided.set(piece, { kind: "abstract" });
  }
  if (context.page > 1) {
    const free = (piece: Piece) => !decided.has(piece);
    const abstract = findAbstractPage(
      context,
      (piece) => headings.has(piece) && !ABSTRACT_TITLE.test(pieceText(piece)),
    );
    for (const piece of abstract.filter(free)) decided.set(piece, { kind: "abstract" });
  }
  // What stands indented over the first heading of a first page is an abstract without a name, not a quotation.
  let front = context.page === 1;
  for (const piece of pieces) {
    front &&= decided.has(piece) || !headings.has(piece);
    if (!decided.has(piece)) decided.set(piece, decideByForm(piece, context, headings.has(piece), front));
  }
  return decided;
}

function isOffText(decision: Decision | undefined): boolean {
  return decision !== undefined && decision.kind !== "text";
}

function isPublishersHead(piece: Piece): boolean {
  return !piece.apart && piece.lines.length <= HEAD_LINES && isPublisherNotice(pieceText(piece));
}

/** Where and when a first page appeared, in small type under its notes. */
function isPublishersFoot(piece: Piece, context: PageContext): boolean {
  if (context.page !== 1 || piece.lines.length > HEAD_LINES || !isPublisherNotice(pieceText(piece))) return false;
  const bottom = inkBox(piece).y1;
  return context.pieces.every(
    (other) => other === piece || other.apart || other.lines.length <= HEAD_LINES || inkBox(other).y1 < bottom,
  );
}

function decisionOfForm(form: NonNullable<Piece["form"]>): Decision {
  if (form === "line_numbers") return { kind: "page_info", role: "margin_note" };
  return { kind: form === "contents" ? "toc_row" : form };
}

function decideByForm(piece: Piece, context: PageContext, heading: boolean, front: boolean): Decision {
  if (heading) return { kind: "section_header" };
  const marker = listMarkerOf(piece, context);
  if (marker) return { kind: "list_item", marker };
  return { kind: !front && isQuote(piece, context) ? "quote" : "text" };
}
