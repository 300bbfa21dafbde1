import type { Box, PageLayout, TextLine } from "../page.js";
import { type Region, regionOf } from "../region.js";
import { contourOf, contourOfRegion } from "./contour.js";
import { quantizeFontSize } from "./font-size.js";
import { createIdSource, type IdSource } from "./ids.js";
import { LINE_KEY_ORDER, type LineRecord, type LineType } from "./lines-json.js";

export interface Confidence {
  confidence: number;
  confidenceRate: number;
}

export interface LineSpec {
  type: LineType;
  box: Box;
  fontSize: number;
  /** Default "". */
  text?: string;
  /** MMD fragment; a line is output when it is not empty. */
  display?: string;
  /** False for fragments that are shown but are no part of the MMD (table cells). */
  output?: boolean;
  subtype?: string | undefined;
  confidence?: Confidence | undefined;
  parent?: LineRecord | undefined;
  /** Contour equals region: pictures. */
  picture?: boolean;
  labels?: readonly string[];
  cell?: { row: number; column: number; rowSpan: number; colSpan: number };
  /** Reserved beforehand, see `reserveId`. */
  id?: string;
}

/** Lines of one page in reading order; numbers them and keeps parents and children inverse. */
export class PageLines {
  readonly records: LineRecord[] = [];
  /** Column containers by id, counted in order. */
  readonly #columns = new Map<string, number>();
  readonly #ids: IdSource;
  readonly #width: number;
  readonly #height: number;

  constructor(layout: PageLayout, documentId: string) {
    this.#ids = createIdSource(documentId, layout.page);
    this.#width = Math.max(1, Math.round(layout.width));
    this.#height = Math.max(1, Math.round(layout.height));
  }

  get width(): number {
    return this.#width;
  }

  get height(): number {
    return this.#height;
  }

  region(box: Box): Region {
    return regionOf(finiteBox(box), this.#width, this.#height);
  }

  /** Id for a line that is referred to before it is added. */
  reserveId(kind: string, box: Box, text: string): string {
    return this.#ids.next(kind, box, text);
  }

  add(spec: LineSpec): LineRecord {
    const box = finiteBox(spec.box);
    const region = this.region(box);
    const display = spec.display ?? "";
    const text = spec.text ?? "";
    const record: LineRecord = {
      cnt: spec.picture ? contourOfRegion(region) : contourOf(box, region),
      region,
      line: this.records.length + 1,
      column: this.#columnOf(spec.parent),
      font_size: spec.fontSize,
      is_printed: true,
      is_handwritten: false,
      id: spec.id ?? this.#ids.next(spec.type, box, text),
      type: spec.type,
      conversion_output: display !== "" && spec.output !== false,
      text,
      text_display: display,
    };
    if (spec.type === "column") this.#columns.set(record.id, this.#columns.size + 1);
    if (spec.parent) {
      record.parent_id = spec.parent.id;
      spec.parent.children_ids ??= [];
      spec.parent.children_ids.push(record.id);
    }
    if (spec.labels && spec.labels.length > 0) record.selected_labels = [...spec.labels];
    if (spec.subtype !== undefined) record.subtype = spec.subtype;
    if (spec.cell) {
      record.cell_row = spec.cell.row;
      record.cell_column = spec.cell.column;
      record.cell_row_span = spec.cell.rowSpan;
      record.cell_col_span = spec.cell.colSpan;
    }
    if (spec.confidence) setConfidence(record, spec.confidence);
    this.records.push(record);
    return record;
  }

  /** Ordinal of the column container the parent is or stands in. */
  #columnOf(parent: LineRecord | undefined): number {
    return parent ? (this.#columns.get(parent.id) ?? parent.column) : 0;
  }

  /** Records with their keys in the printed order. */
  finish(): LineRecord[] {
    return this.records.map(orderKeys);
  }
}

/** Both values in 0–1 and the product no larger than the mean. */
export function setConfidence(record: LineRecord, { confidence, confidenceRate }: Confidence): void {
  const rate = unit(confidenceRate);
  record.confidence = Math.min(unit(confidence), rate);
  record.confidence_rate = rate;
}

/** Aggregate of a table or a cell: minimum, and geometric mean of the rates. Undefined for no parts. */
export function aggregateConfidence(parts: readonly Confidence[]): Confidence | undefined {
  if (parts.length === 0) return undefined;
  let confidence = 1;
  let logs = 0;
  for (const part of parts) {
    const rate = unit(part.confidenceRate);
    confidence = Math.min(confidence, unit(part.confidence), rate);
    logs += Math.log(Math.max(rate, Number.MIN_VALUE));
  }
  // exp(log(x)) is off by an ulp and may fall below the minimum
  return { confidence, confidenceRate: Math.max(Math.min(1, Math.exp(logs / parts.length)), confidence) };
}

export function lineFontSize(line: TextLine | undefined): number {
  return quantizeFontSize(line?.size ?? 0);
}

function orderKeys(record: LineRecord): LineRecord {
  const ordered: Partial<Record<keyof LineRecord, unknown>> = {};
  for (const key of LINE_KEY_ORDER) if (record[key] !== undefined) ordered[key] = record[key];
  return ordered as LineRecord;
}

function unit(value: number): number {
  return value >= 0 ? Math.min(1, value) : 0;
}

function finiteBox({ x0, y0, x1, y1 }: Box): Box {
  const box = { x0: finite(x0), y0: finite(y0), x1: finite(x1), y1: finite(y1) };
  return {
    x0: Math.min(box.x0, box.x1),
    y0: Math.min(box.y0, box.y1),
    x1: Math.max(box.x0, box.x1),
    y1: Math.max(box.y0, box.y1),
  };
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
